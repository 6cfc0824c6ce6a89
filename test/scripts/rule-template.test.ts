import { expect, test } from 'vitest'
import { checkNewId, rowsOf, ruleTemplate, unplannedWarning } from '../../scripts/rule-template.ts'

test.each(['Unrestricted-Egress', 'egress', 'unrestricted_egress', 'unrestricted--egress', '../egress-x', ''])(
  'a rule cannot be called %o',
  id => {
    expect(() => checkNewId(id, [])).toThrow('cannot be the id of a rule')
  },
)

test('a rule cannot take the id of another', () => {
  expect(() => checkNewId('unrestricted-egress', ['unrestricted-egress'])).toThrow('exists already')
})

test('a rule that the guidance waits for begins with its rows', () => {
  checkNewId('unrestricted-egress', [])
  expect(rowsOf('unrestricted-egress')).toEqual(['TM1', 'NS2'])
  expect(unplannedWarning('unrestricted-egress', [])).toBeUndefined()
  expect(ruleTemplate('unrestricted-egress')).toContain("guide: ['TM1', 'NS2'],")
})

test('a rule that no row waits for is warned about, with the nearest that is open', () => {
  expect(unplannedWarning('unrestricted-egres', [])).toContain("did you mean 'unrestricted-egress'?")
  expect(unplannedWarning('unrestricted-egres', ['unrestricted-egress'])).not.toContain("'unrestricted-egress'")
})
