import { describe, expect, test } from 'vitest'
import { readValues } from '../../../src/template/yaml/documents.ts'
import { YamlError } from '../../../src/template/yaml/failure.ts'
import { plain } from './plain.ts'

/** As printed by `toJson .Values` with helm 4.1.4 and 3.18.0. */
describe('the values of a file', () => {
  test.each<[string, unknown, unknown]>([
    ['', {}, {}],
    ['a: 1\n---\nb: 2\n', { a: 1, b: 2 }, { a: '1' }],
    ['a: 1\n--- # c\nb: 2\n', { a: 1, b: 2 }, { a: '1' }],
    ['a: 1\n---\n\n---\nb: 1', { a: 1, b: 1 }, { a: '1' }],
    ['---\n---\na: 1\n', { a: 1 }, {}],
    ['a: {b: 1, c: 1}\n---\na: {b: 2}\n', { a: { b: 2, c: 1 } }, { a: { b: '1', c: '1' } }],
    ['a: |\n  x', { a: 'x\n' }, { a: 'x' }],
    ['a: 1\n...\nb: 1\n---\nc: 1', { a: 1, c: 1 }, { a: '1' }],
    ['a: 1e30\nb: 1.0\nd: -0\ne: 1e-7', { a: 1e30, b: 1, d: 0, e: 1e-7 }, { a: '1e+30', b: '1', d: '0', e: '1e-7' }],
  ])('%j', (text, inHelm4, inHelm3) => {
    expect(plain(readValues(text))).toEqual(inHelm4)
    expect(plain(readValues(text, 'helm 3.18.0'))).toEqual(inHelm3)
  })

  test.each(['a: 1\n---\n- x', 'x', '---b\na: 1', 'a: "x\n---\ny"', '%YAML 1.1\n---\na: 1'])(
    '%j fails in helm 4',
    text => {
      expect(() => readValues(text)).toThrow(YamlError)
    },
  )
})
