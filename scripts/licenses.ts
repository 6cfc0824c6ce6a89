import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Licences that let a bundle be passed on under Apache-2.0 when their texts go with it. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT']

/** A package whose code is in the bundle. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Its licence and notice files, one after the other. */
  readonly text: string
}

/**
 * The packages that the inputs of a bundle come from, sorted by name and version.
 * @throws Error that names every package without a licence file or with a licence nobody has looked at.
 */
export function bundledPackages(root: string, inputs: readonly string[]): BundledPackage[] {
  const folders = [...new Set(inputs.flatMap(input => packageFolder(input) ?? []))]
  const packages = folders.map(folder => readPackage(join(root, folder)))
  const faults = packages.flatMap(faultOf)
  if (faults.length > 0) throw new Error(`packages that cannot be bundled:\n  ${faults.sort().join('\n  ')}`)
  return packages.sort((a, b) => compareText(a.name, b.name) || compareText(a.version, b.version))
}

/** The text of dist/LICENSES.txt. */
export const licensesText = (packages: readonly BundledPackage[]): string =>
  `${HEAD}${packages.map(({ name, version, license, text }) => `\n${RULER}\n${name} ${version} (${license})\n${RULER}\n\n${text}\n`).join('')}`

const RULER = '='.repeat(80)
const HEAD = 'The bundles in this folder contain code of these packages, each under its own licence.\n'

/** `node_modules/a/node_modules/@b/c/lib/x.js` -> `node_modules/a/node_modules/@b/c`. */
function packageFolder(input: string): string | undefined {
  const inner = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)
  return inner?.[0]
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder)
    .filter(file => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
  const texts = files.map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return { name, version, license: String(license), text: texts.join('\n\n') }
}

function faultOf({ name, version, license, text }: BundledPackage): string[] {
  if (!ALLOWED.includes(license)) return [`${name} ${version}: licence ${license} is not one of ${ALLOWED.join(', ')}`]
  return text === '' ? [`${name} ${version}: no licence file`] : []
}

/** By code unit: the order must not depend on the machine's language. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
