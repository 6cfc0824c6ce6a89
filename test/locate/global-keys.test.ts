import { expect, test } from 'vitest'
import { keysOfGlobal } from '../../src/locate/global-keys.ts'

const TEMPLATE = 'shop/charts/db/charts/backup/templates/job.yaml'

test('a global value is given by every chart around a template, the outermost first', () => {
  const all = [
    ['global', 'zone'],
    ['db', 'global', 'zone'],
    ['db', 'backup', 'global', 'zone'],
  ]
  for (const key of all) expect(keysOfGlobal(key, TEMPLATE)).toEqual(all)
  expect(keysOfGlobal(['global', 'zone'], 'shop/templates/a.yaml')).toEqual([['global', 'zone']])
})

test('any other key has only itself', () => {
  for (const key of [
    ['zone'],
    ['other', 'global', 'zone'],
    ['backup', 'global', 'zone'],
    ['db', 'backup', 'more', 'global'],
  ])
    expect(keysOfGlobal(key, TEMPLATE)).toEqual([key])
})
