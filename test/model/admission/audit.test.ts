import { describe, expect, test } from 'vitest'
import { decisionOn, decisionsOn, logs, type Request } from '../../../src/model/admission/audit.ts'
import { manifestsOf } from '../../world.ts'

const STORES: Request = {
  group: 'external-secrets.io',
  resource: 'secretstores',
  isNamespaced: true,
  verb: 'create',
}
const OURS = { group: 'external-secrets.io' }

function policyOf(rules: unknown, rest: object = {}) {
  const [manifest] = manifestsOf(JSON.stringify({ apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules, ...rest }))
  if (!manifest) throw new Error('an audit policy needs no metadata')
  return manifest
}
const levelOf = (rules: unknown, request: Partial<Request> = {}, rest: object = {}) =>
  decisionOn(policyOf(rules, rest), { ...STORES, ...request })?.level

describe('which rule decides', () => {
  test.each([
    ['the first that matches', [{ level: 'None', resources: [OURS] }, { level: 'Metadata' }], 'None'],
    ['none of them: nothing is logged', [{ level: 'Metadata', resources: [{ group: '' }] }], 'None'],
    ['no rules at all', undefined, 'None'],
    ['one without conditions', [{ level: 'Request' }], 'Request'],
    ['one for other verbs does not', [{ level: 'None', verbs: ['get'] }, { level: 'Metadata' }], 'Metadata'],
    ['one for other users does not', [{ level: 'None', users: ['ann'] }, { level: 'Metadata' }], 'Metadata'],
    ['one for a group does not', [{ level: 'None', userGroups: ['a'] }, { level: 'Metadata' }], 'Metadata'],
    [
      'one for everybody does',
      [{ level: 'None', userGroups: ['system:authenticated'] }, { level: 'Metadata' }],
      'None',
    ],
    ['one for a namespace does not', [{ level: 'None', namespaces: ['a'] }, { level: 'Metadata' }], 'Metadata'],
    ['one for URLs does not', [{ level: 'None', nonResourceURLs: ['*'] }, { level: 'Metadata' }], 'Metadata'],
    [
      'one for verbs of which one is filled in later',
      [{ level: 'None', verbs: ['get', '${VERB}'] }, { level: 'Metadata' }],
      'None',
    ],
    [
      'one for URLs and resources',
      [{ level: 'None', nonResourceURLs: ['/x'], resources: [OURS] }, { level: 'Metadata' }],
      'None',
    ],
    [
      'one for several namespaces does not',
      [{ level: 'None', namespaces: ['', 'a'] }, { level: 'Request' }],
      'Request',
    ],
    ['one that is filled in later, unknown', [{ level: '${LEVEL}' }, { level: 'Metadata' }], undefined],
  ])('%s', (_, rules, expected) => {
    expect(levelOf(rules)).toBe(expected)
  })

  test.each([
    [{ resources: ['secretstores'] }, 'secretstores', 'all'],
    [{ resources: ['*'] }, 'secretstores', 'all'],
    [{ resources: ['secretstores/*'] }, 'secretstores', 'all'],
    [{}, 'secretstores', 'all'],
    [{ resources: [] }, 'secretstores/status', 'all'],
    [{ resources: ['secretstores'] }, 'secretstores/status', 'none'],
    [{ resources: ['*/status'] }, 'secretstores/status', 'all'],
    [{ resources: ['*/status'] }, 'secretstores', 'none'],
    [{ resources: ['secretstores/*'] }, 'secretstores/status', 'all'],
    [{ resources: ['secretstores'], resourceNames: ['a'] }, 'secretstores', 'some'],
    [{ resources: ['${RESOURCE}'] }, 'secretstores', 'some'],
    [{ resources: ['${RESOURCE}', 'secretstores'] }, 'secretstores', 'all'],
    [{ group: '*', resources: ['*'] }, 'secretstores', 'none'],
    [{ group: undefined, resources: ['secretstores'] }, 'secretstores', 'none'],
  ])('resources %j and %s: %s', (entry, resource, expected) => {
    const policy = policyOf([{ level: 'Metadata', resources: [{ ...OURS, ...entry }] }])
    const [first] = decisionsOn(policy, { ...STORES, resource }).filter(({ level }) => level === 'Metadata')
    expect(first ? (first.isForAll ? 'all' : 'some') : 'none').toBe(expected)
  })

  test('what lives in no namespace has the empty one', () => {
    const rules = [{ level: 'Metadata', namespaces: [''] }]
    expect(levelOf(rules, { isNamespaced: false })).toBe('Metadata')
    expect(levelOf(rules, { isNamespaced: true })).toBe('None')
    expect(levelOf([{ level: 'Metadata', namespaces: ['a'] }], { isNamespaced: false })).toBe('None')
  })
})

test('a group that is not named is the core group', () => {
  const core = { group: '', resource: 'secrets' }
  expect(levelOf([{ level: 'Request', resources: [{ resources: ['secrets'] }] }], core)).toBe('Request')
})

test('rules for some namespaces decide for some of what lives in one, and only those with the empty name for the rest', () => {
  const decisions = (namespaces: string[], isNamespaced: boolean): boolean[] =>
    decisionsOn(policyOf([{ level: 'Request', namespaces }]), { ...STORES, isNamespaced })
      .filter(({ level }) => level === 'Request')
      .map(({ isForAll }) => isForAll)
  expect([decisions(['', 'a'], true), decisions([''], true), decisions(['', 'a'], false)]).toEqual([
    [false],
    [],
    [true],
  ])
})

test('rules with namespaces are about resources, with URLs beside them, too', () => {
  const rule = { level: 'Request', nonResourceURLs: ['/x'], namespaces: ['a'] }
  expect(decisionsOn(policyOf([rule]), STORES)[0]).toEqual({ level: 'Request', path: ['rules', 0], isForAll: false })
})

test('rules that single somebody out decide for some, up to the one for all', () => {
  const policy = policyOf([
    { level: 'Request', users: ['ann'] },
    { level: 'None', resources: [{ group: '' }] },
    { level: 'Metadata' },
    { level: 'RequestResponse' },
  ])
  expect(decisionsOn(policy, STORES)).toEqual([
    { level: 'Request', path: ['rules', 0], isForAll: false },
    { level: 'Metadata', path: ['rules', 2], isForAll: true },
  ])
})

test.each([
  [['RequestReceived'], [], 'Metadata'],
  [['RequestReceived'], ['ResponseComplete'], 'None'],
  [['RequestReceived', 'ResponseComplete'], [], 'None'],
])('with the stages %j left out by the policy and %j by the rule', (all, own, expected) => {
  expect(levelOf([{ level: 'Metadata', omitStages: own }], {}, { omitStages: all })).toBe(expected)
})

test('levels are ordered', () => {
  expect(logs('None', 'Metadata')).toBe(false)
  expect(logs('Metadata', 'Metadata')).toBe(true)
  expect(logs('RequestResponse', 'Request')).toBe(true)
})

test.each([7, 'x', {}, [7, null, 'x', []], [{ level: 7, resources: [7, { resources: 'x' }], verbs: 'get' }]])(
  'strange rules (%j) throw nothing',
  rules => {
    expect(() => decisionsOn(policyOf(rules), STORES)).not.toThrow()
  },
)
