import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import type { Config } from '../../src/config/config.ts'
import { admission } from '../../src/generate/admission/admission.ts'
import { generateAll } from '../../src/generate/generate.ts'
import type { Choice } from '../../src/generate/generator.ts'
import { World } from '../../src/model/world.ts'
import { asMapping } from '../../src/parse/untyped.ts'
import { OPERATOR } from '../generate/operator.ts'
import { manifestsOf } from '../world.ts'
import { FIELD_SAMPLES } from './policy-field-samples.ts'
import { SAMPLE_CONFIG, SAMPLES, type Sample } from './policy-samples.ts'
import { withoutNulls } from './policy-verdicts.ts'

/** A sample with a name of its own. */
export interface NamedSample extends Sample {
  readonly name: string
}

export const named = (samples: readonly Sample[]): NamedSample[] =>
  samples.map(({ object, refusedBy }, i) => {
    const name = `sample-${i}`
    const kept = asMapping(withoutNulls(object)) ?? {}
    return { name, refusedBy, object: { ...kept, metadata: { ...asMapping(kept.metadata), name } } }
  })

/** A config, and the samples for the policies that are made by it. */
export interface SampleSet {
  readonly config: Config
  readonly samples: readonly NamedSample[]
}

/** Our own samples. */
export const OWN: SampleSet = { config: SAMPLE_CONFIG, samples: named([...SAMPLES, ...FIELD_SAMPLES]) }

/** The policies that refuse each sample, by its name; those that nobody refuses are left out. */
export type Refusals = Readonly<Record<string, readonly string[]>>

/** What the samples say of themselves. */
export const expectedOf = ({ samples }: SampleSet): Refusals =>
  refusalsOf(samples.flatMap(({ name, refusedBy }) => refusedBy.map(policy => ({ name, policy }))))

/** Collects who refuses what, sorted. */
export function refusalsOf(refused: readonly { readonly name: string; readonly policy: string }[]): Refusals {
  const bySample = Map.groupBy(refused, ({ name }) => name)
  return Object.fromEntries(
    [...bySample]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, own]) => [name, [...new Set(own.map(({ policy }) => policy))].sort()]),
  )
}

/** Writes what is generated for an engine, and the samples, into a folder that `use` may read. */
export function withFiles<T>(
  engine: Choice['engine'],
  { config, samples }: SampleSet,
  use: (folder: string, manifests: readonly string[]) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'eso-hardener-policies-'))
  try {
    const world = new World(manifestsOf(OPERATOR), { config })
    const { files } = generateAll([admission], [world], { engine, flavor: 'k8s' }, id => `eso-hardener generate ${id}`)
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    writeFileSync(join(folder, 'samples.yml'), samples.map(({ object }) => stringify(object)).join('---\n'))
    return use(
      folder,
      files.flatMap(({ path, purpose }) => (purpose === 'manifests' ? path : [])),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a program prints, also when it ends with 1 because something is refused. @throws Error for any other end. */
export function printedBy(program: string, folder: string, ...args: readonly string[]): string {
  try {
    return execFileSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    const { status, stdout, stderr } = error as { status?: number; stdout?: string; stderr?: string }
    if (status === 1 && stdout) return stdout
    throw new Error(`${program} ended with ${status}: ${stderr}`)
  }
}
