import { expect, test } from 'vitest'
import { teamRights } from '../../src/check/team-rights.ts'

const teams = {
  a: { namespaces: ['shop'], keyPrefixes: ['a/'], stores: ['vault'] },
  b: { namespaces: ['shop', 'web'], keyPrefixes: ['b/'] },
}

test('the teams of a namespace have their rights together', () => {
  expect(teamRights('shop', { teams })).toEqual({ names: 'a and b', prefixes: ['a/', 'b/'], stores: undefined })
  expect(teamRights('web', { teams })).toEqual({ names: 'b', prefixes: ['b/'], stores: undefined })
})

test('a namespace without a team has none', () => {
  expect(teamRights('other', { teams })).toBeUndefined()
  expect(teamRights('other', {})).toBeUndefined()
})
