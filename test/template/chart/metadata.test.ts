import { expect, test } from 'vitest'
import { readDependencies, readMetadata } from '../../../src/template/chart/metadata.ts'
import { readYaml } from '../../../src/template/yaml/read.ts'

const read = (text: string) => readMetadata(readYaml(text), text)

test.each([
  ['appVersion: 4.50', '4.5'],
  ['appVersion: 20240101', '20240101'],
  ['appVersion: true', 'true'],
  ['appVersion: "1\\n2\\u200b"', '1 2'],
  ['appversion: 1.0.0', '1.0.0'],
  ['appVersion:', ''],
])('%s is %j', (text, expected) => {
  expect(read(text).appVersion).toBe(expected)
})

test.each(['appVersion: 6813e10', 'appVersion: 0.00001'])('the spelling of %s is lost', text => {
  expect(() => read(text)).toThrow(expect.objectContaining({ name: 'Untraced' }))
})

test('what is absent is empty, and the API version is the old one', () => {
  expect(read('name: a')).toMatchObject({
    name: 'a',
    description: '',
    keywords: [],
    apiVersion: 'v1',
    deprecated: false,
  })
  expect(read('name: a').dependencies).toBeUndefined()
  expect(read('dependencies: []').dependencies).toEqual([])
})

test('lists and maps of texts', () => {
  const { keywords, annotations, maintainers } = read(
    'keywords: [a, 1]\nannotations: {b: 2, a: x}\nmaintainers: [{name: m}]',
  )
  expect(keywords).toEqual(['a', '1'])
  expect([...(annotations ?? [])]).toEqual([
    ['a', 'x'],
    ['b', '2'],
  ])
  expect(maintainers).toEqual([{ name: 'm', email: '', url: '' }])
})

test('dependencies', () => {
  const text = 'dependencies: [{name: a, version: 1, alias: b, condition: c, tags: [t], import-values: [x]}]'
  expect(readDependencies(readYaml(text), text)).toMatchObject([
    {
      name: 'a',
      version: '1',
      alias: 'b',
      condition: 'c',
      tags: ['t'],
      repository: '',
      importValues: [{ string: 'x' }],
    },
  ])
})

test.each(['[]', 'keywords: a', 'maintainers: [a]', 'name: {}', 'deprecated: a', 'dependencies: {}', 'annotations: 1'])(
  'helm refuses %s',
  text => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'TemplateError' }))
  },
)
