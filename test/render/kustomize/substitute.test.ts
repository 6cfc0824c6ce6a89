import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseManifests } from '../../../src/parse/manifest.ts'
import { filledText, substituted } from '../../../src/render/kustomize/substitute.ts'

const known = (values: Readonly<Record<string, string>>, isComplete = true) => ({
  values: new Map(Object.entries(values)),
  isComplete,
})

test.each([
  ['${a}', 'x'],
  ['$a ${a}-${a}', '$a x-x'],
  ['${empty}', ''],
  ['${empty:=d}', 'd'],
  ['${empty:-d}', 'd'],
  ['${gone:=${a}/${a}}', 'x/x'],
  ['${gone}', ''],
  ['$${a} $$', '${a} $$'],
  ['${a', '${a'],
  ['${a/b/c} ${#a} ${1a}', '${a/b/c} ${#a} ${1a}'],
])('%s is %s', (text, wanted) => {
  expect(filledText(text, known({ a: 'x', empty: '' }))).toBe(wanted)
})

test('where more variables are known elsewhere, what is not known stays as it is, with its default', () => {
  expect(filledText('${a} ${gone} ${gone:=d}', known({ a: 'x' }, false))).toBe('x ${gone} ${gone:=d}')
})

test('numbers and switches become what they are in YAML, unless a text needs its quotes', () => {
  const [manifest] = parseManifests(
    'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { i: "${n}", s: "${on:=true}", q: "a: ${n}", t: "x${n}", l: ["${n}"] }\n',
    { file: 'a.yaml', release: undefined },
  ).manifests
  const filled = manifest && substituted(manifest, known({ n: '3' }))
  expect(filled?.get('stringData')).toEqual({ i: 3, s: true, q: 'a: 3', t: 'x3', l: [3] })
})

test('any text is read to its end, quickly', () => {
  const piece = fc.constantFrom('$', '{', '}', '${', 'a', ':=', '-', '$$')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      expect(typeof filledText(pieces.join(''), known({ a: '${a}' }))).toBe('string')
    }),
  )
  expect(filledText('${'.repeat(50_000), known({}))).toHaveLength(100_000)
})
