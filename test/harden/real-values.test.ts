import { join } from 'node:path'
import { expect } from 'vitest'
import type { Path } from '../../src/finding.ts'
import { editYaml } from '../../src/harden/edit.ts'
import { readPackagedFiles } from '../../src/io/archive.ts'
import { asMapping } from '../../src/parse/untyped.ts'
import { parseText } from '../../src/parse/yaml.ts'
import { SHARED, testShared } from '../shared.ts'

/** The paths of all scalars, and of all mappings. */
function* nodesIn(value: unknown, path: Path = []): Generator<readonly ['leaf' | 'mapping', Path, unknown]> {
  const mapping = asMapping(value)
  if (!mapping && !Array.isArray(value)) return yield ['leaf', path, value]
  if (mapping) yield ['mapping', path, value]
  const entries = mapping ? Object.entries(mapping) : (value as unknown[]).entries()
  for (const [step, inner] of entries) yield* nodesIn(inner, [...path, step])
}

testShared('every leaf of the values of real charts can be set, and every mapping added to', async () => {
  const folder = join(SHARED, 'charts')
  const refused: string[] = []
  let tried = 0
  // The smallest and the largest; the five between took a minute and said the same.
  for (const file of ['external-secrets-0.9.20.tgz', 'external-secrets-2.9.0.tgz']) {
    const files = await readPackagedFiles(join(folder, file), path => path === 'values.yaml')
    const text = files?.get('values.yaml') ?? ''
    for (const [what, path, old] of nodesIn(parseText(text).body)) {
      const added = what === 'mapping' ? [...path, 'addedHere'] : path
      const value = typeof old === 'boolean' ? !old : 'wanted'
      const edited = editYaml(text, { path: added, value })
      tried++
      if ('refusal' in edited) refused.push(`${file} ${JSON.stringify(path)} ${what} ${String(old)}: ${edited.refusal}`)
    }
  }
  expect(tried).toBeGreaterThan(400)
  expect(refused).toEqual([])
})
