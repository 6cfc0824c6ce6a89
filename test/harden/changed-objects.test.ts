import { expect, test } from 'vitest'
import { changedObjects, contentsOf } from '../../src/harden/changed-objects.ts'
import { manifestsOf } from '../world.ts'

const account = (name: string, more = '') =>
  `---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: ${name}, namespace: eso${more} }\n`
const contents = (...texts: string[]) => contentsOf(manifestsOf(texts.join('')))

test('what came, went and is different, by name; what only moved is none', () => {
  const before = contents(account('gone'), account('same'), account('other'))
  const after = contents(account('same'), account('new'), account('other', ', labels: { a: b }'))
  const at = { kind: 'ServiceAccount', namespace: 'eso' }
  expect(changedObjects(before, after)).toEqual([
    { change: 'removed', ...at, name: 'gone' },
    { change: 'added', ...at, name: 'new' },
    { change: 'changed', ...at, name: 'other' },
  ])
})

test('an object that is there twice is different when one of the two is', () => {
  const changed = changedObjects(contents(account('a'), account('a')), contents(account('a')))
  expect(changed.map(({ change }) => change)).toEqual(['changed'])
})
