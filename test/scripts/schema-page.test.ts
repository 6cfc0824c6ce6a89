import { expect, test } from 'vitest'
import { schemaPage, typeOf } from '../../scripts/schema-page.ts'

test('a page has every key, also those in lists, maps and alternatives, and a section for each definition', () => {
  const page = schemaPage(
    {
      required: ['list'],
      properties: {
        list: {
          type: 'array',
          items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
        },
        map: { type: 'object', additionalProperties: { type: 'object', properties: { on: { type: 'boolean' } } } },
        either: { anyOf: [{ type: 'null' }, { type: 'object', properties: { deep: { const: 1 } } }] },
        other: { $ref: '#/definitions/levelName', description: 'a | b <c> `<d>`' },
      },
      definitions: { levelName: { description: 'How bad.', enum: ['high', 'low'] } },
    },
    'Title',
    'Introduction.',
    'source.json',
  )
  expect(page.split('\n').slice(2)).toEqual([
    '# Title',
    '',
    'Introduction.',
    '',
    '| Key | Type | Required | Meaning |',
    '| --- | --- | --- | --- |',
    '| `list` | list of object | yes |  |',
    '| `list[].name` | string | yes |  |',
    '| `map` | map to object |  |  |',
    '| `map.<name>.on` | boolean |  |  |',
    '| `either` | null or object |  |  |',
    '| `either.deep` | `1` |  |  |',
    '| `other` | [levelName](#levelname) |  | a \\| b &lt;c> `<d>` |',
    '',
    '## levelName',
    '',
    'How bad.',
    '',
    'one of `high`, `low`',
    '',
  ])
})

test('what has no type may be anything', () => {
  expect(typeOf({})).toBe('any')
  expect(typeOf({ type: ['array', 'null'], items: { type: 'string' } })).toBe('list of string or null')
})
