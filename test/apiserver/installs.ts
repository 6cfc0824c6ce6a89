import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { hardenInstalls } from '../../src/harden/harden.ts'
import { isNamespaced } from '../../src/parse/kinds.ts'
import { asMapping, type Mapping } from '../../src/parse/untyped.ts'
import { assess } from '../../src/run.ts'
import { CHOICE } from '../generate/choice.ts'
import { HELM } from '../helm.ts'
import { SHARED } from '../shared.ts'
import { manifestsOf } from '../world.ts'
import { mappingsIn } from './api.ts'

/** What a chart of the operator installs, with the values of nobody or with those that harden it. */
export interface Install {
  readonly version: string
  readonly isHardened: boolean
  /** All but CRDs; what lives in a namespace says in which. */
  readonly objects: readonly Mapping[]
}

/** Where the operator is installed. */
export const HOME = 'external-secrets'

const archives = (): string[] =>
  readdirSync(join(SHARED, 'charts')).filter(name => /^external-secrets-\d.*\.tgz$/.test(name))

/** Each chart of the operator at hand, as it is and hardened. */
export async function installs(): Promise<Install[]> {
  const all: Install[] = []
  for (const archive of archives()) {
    const version = archive.replace(/^external-secrets-|\.tgz$/g, '')
    const chart = join(SHARED, 'charts', archive)
    all.push({ version, isHardened: false, objects: objectsOf(chart, '') })
    all.push({ version, isHardened: true, objects: objectsOf(chart, await hardenedValues(archive)) })
  }
  return all
}

async function hardenedValues(archive: string): Promise<string> {
  const { files } = await hardenInstalls({
    options: { root: join(SHARED, 'charts'), folder: join(SHARED, 'charts'), paths: [archive], helm: HELM },
    ...{ choice: CHOICE, assess, commandOf: () => 'eso-hardener harden' },
  })
  return files.find(({ purpose }) => purpose === 'overlay')?.text ?? ''
}

function objectsOf(chart: string, values: string): Mapping[] {
  const folder = mkdtempSync(join(tmpdir(), 'install-'))
  try {
    writeFileSync(join(folder, 'values.yaml'), values)
    const args = ['template', HOME, chart, '--namespace', HOME, '--kube-version', '1.35.0', '--values', 'values.yaml']
    const printed = execFileSync(HELM, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })
    const objects = mappingsIn(parseAllDocuments(printed).map(document => document.toJS() as unknown))
    return objects.filter(({ kind }) => kind !== 'CustomResourceDefinition').map(placed)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function placed(object: Mapping): Mapping {
  const [manifest] = manifestsOf(JSON.stringify(object))
  const metadata = asMapping(object.metadata)
  const isPlaced = !manifest || !isNamespaced(manifest.groupKind) || metadata?.namespace !== undefined
  return isPlaced ? object : { ...object, metadata: { ...metadata, namespace: HOME } }
}
