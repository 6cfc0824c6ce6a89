import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BundledPackage } from './licenses.ts'

/** The part of package-lock.json that is read: packages by folder. */
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>
}

/**
 * The software bill of materials of the bundle, CycloneDX 1.6 as JSON: https://cyclonedx.org/docs/1.6/json/. Without a time and
 * a serial number, so that the same sources give the same bytes.
 * @param packages whose code is in the bundle, sorted
 * @param root the folder with package.json and, where the packages came from npm, package-lock.json
 */
export function sbomText(root: string, packages: readonly BundledPackage[]): string {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const integrity = integrities(root)
  const components = packages.map(part => component(part, integrity.get(`${part.name}@${part.version}`)))
  const subject = { type: 'application', 'bom-ref': own.name, name: own.name, version: own.version }
  return `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: { component: { ...subject, licenses: licenses(own.license) } },
      components,
      // What a bundle holds of which package by way of which other one is not told apart: all of it is in the files.
      dependencies: [{ ref: own.name, dependsOn: components.map(part => part['bom-ref']) }],
    },
    null,
    2,
  )}\n`
}

function component({ name, version, license }: BundledPackage, integrity: string | undefined) {
  const purl = packageUrl(name, version)
  const [group, base] = name.startsWith('@') ? (name.split('/') as [string, string]) : [undefined, name]
  return {
    ...{ type: 'library', 'bom-ref': purl, group, name: base, version, licenses: licenses(license), purl },
    externalReferences: integrity === undefined ? undefined : [distribution(name, version, integrity)],
  }
}

const licenses = (id: string | undefined) => (id === undefined ? undefined : [{ license: { id } }])

/** https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md */
const packageUrl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** The package as npm serves it, with the digest that `npm ci` holds it to. */
function distribution(name: string, version: string, integrity: string) {
  const [algorithm = '', digest = ''] = integrity.split('-', 2)
  return {
    type: 'distribution',
    url: `https://registry.npmjs.org/${name}/-/${name.split('/').at(-1)}-${version}.tgz`,
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
  }
}

/** `name@version` -> integrity; empty where there is no lock file. */
function integrities(root: string): Map<string, string> {
  const { packages } = readLock(root)
  return new Map(
    Object.entries(packages).flatMap(([folder, { version, integrity }]) => {
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return version !== undefined && integrity !== undefined ? [[`${name}@${version}`, integrity] as const] : []
    }),
  )
}

function readLock(root: string): Lock {
  try {
    return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { packages: {} }
    throw error
  }
}
