import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KeptEntries } from '../../src/io/kept-entries.ts'
import { holdsSecret, KeptRenders } from '../../src/render/kept-renders.ts'
import type { Made } from '../../src/render/sharing.ts'
import { tree } from '../tree.ts'

const helm = (program: string | undefined) => ({
  ...{ path: '', env: {}, folder: '', timeoutMs: 1 },
  identity: async () => program,
})
const made = (stdout: string): Made => ({
  ...{ result: { ok: true, stdout, stderr: '' }, missing: [], reason: undefined, files: undefined },
})

async function again(text: Made, key = 'key', program: string | undefined = 'one') {
  const folder = tree({})
  await new KeptRenders(new KeptEntries(folder)).set('key', text, helm('one'))
  const found = await new KeptRenders(new KeptEntries(folder)).get(key, helm(program))
  return { folder, text: found?.result.stdout }
}

test('what the same program printed for the same is there', async () => {
  expect((await again(made('a: 1\n'))).text).toBe('a: 1\n')
  expect((await again(made('a: 1\n'), 'another')).text).toBeUndefined()
  expect((await again(made('a: 1\n'), 'key', 'another')).text).toBeUndefined()
})

test('nothing is kept of a program that nobody knows, nor of a chart that was put together', async () => {
  const folder = tree({})
  const renders = new KeptRenders(new KeptEntries(folder))
  await renders.set('key', made('a: 1\n'), helm(undefined))
  await renders.set('key', { ...made('a: 1\n'), isFetched: false }, helm('one'))
  expect(readdirSync(folder)).toEqual([])
})

test('an entry can be read by nobody who does not know what it was made of', async () => {
  const { folder } = await again(made('kind: Deployment\nenv: [{ name: WEBHOOK, value: visible-to-nobody }]\n'))
  const [name = ''] = readdirSync(folder)
  expect(readFileSync(join(folder, name), 'latin1')).not.toMatch(/Deployment|visible/)
})

const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n'

test.each([
  ['a Secret', `${SECRET}stringData: { a: hunter2 }\n`, true],
  ['a Secret without content', SECRET, false],
  [
    'one in a list',
    `kind: List\nitems:\n  - { apiVersion: v1, kind: Secret, metadata: {}, data: { a: aHVudGVyMg== } }\n`,
    true,
  ],
  ['a typed list', 'apiVersion: v1\nkind: SecretList\nitems:\n  - { metadata: {}, data: { a: aHVudGVyMg== } }\n', true],
  [
    'one behind escapes',
    '{ "apiVersion": "v1", "kind": "S\\u0065cret", "metadata": {}, "data": { "a": "aHVudGVyMg==" } }',
    true,
  ],
  ['what cannot be parsed', 'kind: Secret\ndata: { a: [ hunter2\n', true],
  ['an ExternalSecret', 'kind: ExternalSecret\nspec: { secretStoreRef: { kind: SecretStore } }\n', false],
  ['another after an object', `a: 1\n---\n${SECRET}data: { a: aHVudGVyMg== }\n`, true],
])('%s', (_, text, expected) => {
  expect(holdsSecret(text)).toBe(expected)
})
