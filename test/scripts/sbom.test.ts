import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { bundledPackages } from '../../scripts/licenses.ts'
import { sbomText } from '../../scripts/sbom.ts'
import { tree } from '../tree.ts'

const INPUTS = ['node_modules/yaml/index.js', 'node_modules/@actions/core/lib/core.js', 'src/main.ts']
const packages = bundledPackages('.', INPUTS)
const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

/** The schemas that the CycloneDX project publishes, as its own library carries them. */
function schema(name: string): { readonly $id?: string } {
  const folder = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')
  return JSON.parse(readFileSync(folder.replace('package.json', `res/schema/${name}.SNAPSHOT.schema.json`), 'utf8'))
}

const ajv = new Ajv({ strict: false, validateFormats: false })
for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
  const { $id, ...rest } = schema(name)
  ajv.addSchema(rest, `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
}
const validate = ajv.compile(schema('bom-1.6'))

test('a bill of materials names each package with its version, licence and the digest that npm holds it to', () => {
  const { components, metadata } = JSON.parse(sbomText('.', packages))
  expect(metadata.component).toMatchObject({ name: 'eso-hardener', licenses: [{ license: { id: 'Apache-2.0' } }] })
  expect(components).toMatchObject([
    {
      group: '@actions',
      name: 'core',
      purl: `pkg:npm/%40actions/core@${locked['node_modules/@actions/core'].version}`,
    },
    { name: 'yaml', version: locked['node_modules/yaml'].version, licenses: [{ license: { id: 'ISC' } }] },
  ])
  const [{ alg, content }] = components[1].externalReferences[0].hashes
  expect(`${alg} ${Buffer.from(content, 'hex').toString('base64')}`).toBe(
    locked['node_modules/yaml'].integrity.replace('sha512-', 'SHA-512 '),
  )
})

test('it is what the schema of CycloneDX 1.6 asks for', () => {
  expect(validate(JSON.parse(sbomText('.', packages))), ajv.errorsText(validate.errors)).toBe(true)
  expect(validate({ ...JSON.parse(sbomText('.', packages)), specVersion: 1.6 })).toBe(false)
})

test('a package that no lock file knows has no digest', () => {
  const root = tree({ 'package.json': '{"name":"own","version":"1.0.0"}' })
  const text = sbomText(root, [{ name: 'old', version: '1.2.3', license: 'MIT', text: 'x' }])
  expect(JSON.parse(text).components).toEqual([
    {
      ...{ type: 'library', 'bom-ref': 'pkg:npm/old@1.2.3', name: 'old', version: '1.2.3', purl: 'pkg:npm/old@1.2.3' },
      licenses: [{ license: { id: 'MIT' } }],
    },
  ])
})
