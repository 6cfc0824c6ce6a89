import { describe, expect, test } from 'vitest'
import { nameOfSubject, Rbac, SECRET_ACCESS, type Subject } from '../../../src/model/rbac/rbac.ts'
import {
  builtInRoleOf,
  hasEverywhere,
  rightsBy,
  rightsOf,
  verbsOfAnyName,
  whoCan,
  whoCanSomewhere,
} from '../../../src/model/rbac/rights.ts'
import { manifestsOf } from '../../world.ts'

const role = (kind: string, metadata: string, rest: string): string =>
  `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: ${metadata}\n${rest}\n`
const rule = (resource: string, verbs: string, names = ''): string =>
  `{ apiGroups: [""], resources: [${resource}], verbs: [${verbs}]${names && `, resourceNames: [${names}]`} }`
const binding = (kind: string, metadata: string, roleRef: string, subjects: string): string =>
  role(kind, metadata, `roleRef: ${roleRef}\nsubjects: ${subjects}`)
const devs = '[{ kind: Group, name: devs }]'

const rbacOf = (...texts: string[]): Rbac => new Rbac(manifestsOf(texts.join('')))

/** Each right of the first binding as `role through: resources verbs`. */
function rightsIn(rbac: Rbac): string[] {
  const [first] = rbac.bindings
  return first
    ? rightsBy(first, rbac).map(
        ({ role, through, rule: { resources, verbs } }) =>
          `${role?.name ?? 'built in'}${through ? ` through ${through}` : ''}: ${resources.join()} ${verbs.join()}`,
      )
    : []
}

describe('what a binding gives', () => {
  test('its role, and roles aggregated into it', () => {
    const rbac = rbacOf(
      role('ClusterRole', '{ name: part, labels: { a: b } }', `rules: [${rule('secrets', 'get')}]`),
      role('ClusterRole', '{ name: all }', 'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: b } }] }'),
      role('ClusterRole', '{ name: other }', `rules: [${rule('pods', 'get')}]`),
      binding('ClusterRoleBinding', '{ name: x }', '{ kind: ClusterRole, name: all }', devs),
    )
    expect(rightsIn(rbac)).toEqual(['part through ClusterRole all: secrets get'])
  })

  test('a role that selects the label of a built-in role gives what that one gives, at second hand as well', () => {
    const takes = (label: string): string =>
      `aggregationRule: { clusterRoleSelectors: [{ matchLabels: { ${label}: "true" } }] }`
    const bound = binding('ClusterRoleBinding', '{ name: x }', '{ kind: ClusterRole, name: all }', devs)
    const edit = takes('rbac.authorization.k8s.io/aggregate-to-edit')
    const direct = rbacOf(role('ClusterRole', '{ name: all }', edit), bound)
    const atSecondHand = rbacOf(
      role('ClusterRole', '{ name: all }', takes('own')),
      role('ClusterRole', '{ name: part, labels: { own: "true" } }', edit),
      bound,
    )
    for (const rbac of [direct, atSecondHand]) {
      expect(whoCan(SECRET_ACCESS, undefined, rbac).map(({ through }) => through)).toEqual(['ClusterRole all'])
      expect(rightsIn(rbac).some(right => right.includes('rolebindings'))).toBe(false)
    }
  })

  test('what takes a built-in role in, and is taken in by a lesser one, adds to that one', () => {
    const label = (name: string): string => `"rbac.authorization.k8s.io/aggregate-to-${name}": "true"`
    const more = `aggregationRule: { clusterRoleSelectors: [{ matchLabels: { ${label('admin')} } }] }`
    const rbac = rbacOf(
      role('ClusterRole', `{ name: more, labels: { ${label('view')} } }`, more),
      binding('ClusterRoleBinding', '{ name: x }', '{ kind: ClusterRole, name: view }', devs),
    )
    expect(rightsIn(rbac).some(right => right.includes('rolebindings'))).toBe(true)
  })

  test('an empty selector takes in everything, cluster-admin too', () => {
    const rbac = rbacOf(
      role('ClusterRole', '{ name: all }', 'aggregationRule: { clusterRoleSelectors: [{}] }'),
      binding('ClusterRoleBinding', '{ name: x }', '{ kind: ClusterRole, name: all }', devs),
    )
    expect(rightsIn(rbac)).toContain('built in through ClusterRole all: * *')
  })

  test.each([
    ['ClusterRole', 'aggregate-to-cluster-admin', 'cluster-admin has no label that takes it in'],
    ['Role', 'aggregate-to-edit', 'a Role takes nothing in'],
  ])('%s, %s: %s', (kind, label) => {
    const takes = `aggregationRule: { clusterRoleSelectors: [{ matchLabels: { rbac.authorization.k8s.io/${label}: "true" } }] }`
    const rbac = rbacOf(
      role(kind, '{ name: all, namespace: shop }', takes),
      binding('RoleBinding', '{ name: x, namespace: shop }', `{ kind: ${kind}, name: all }`, devs),
    )
    expect(rightsIn(rbac)).toEqual([])
  })

  test('a Role is looked up in the namespace of the binding', () => {
    const rbac = rbacOf(
      role('Role', '{ name: r, namespace: shop }', `rules: [${rule('secrets', 'get')}]`),
      role('Role', '{ name: r, namespace: bank }', `rules: [${rule('pods', 'get')}]`),
      binding('RoleBinding', '{ name: x, namespace: bank }', '{ kind: Role, name: r }', devs),
    )
    expect(rightsIn(rbac)).toEqual(['r: pods get'])
  })

  test('a built-in role gives its own rules and those of the set that are labelled into it', () => {
    const rbac = rbacOf(
      role(
        'ClusterRole',
        '{ name: view-more, labels: { rbac.authorization.k8s.io/aggregate-to-view: "true" } }',
        `rules: [${rule('widgets', 'get')}]`,
      ),
      role(
        'ClusterRole',
        '{ name: admin-more, labels: { rbac.authorization.k8s.io/aggregate-to-admin: "true" } }',
        `rules: [${rule('gadgets', 'get')}]`,
      ),
      binding('RoleBinding', '{ name: x, namespace: shop }', '{ kind: ClusterRole, name: edit }', devs),
    )
    const rights = rightsIn(rbac)
    expect(rights).toContain('view-more through ClusterRole edit: widgets get')
    expect(rights.join()).not.toContain('gadgets')
    expect(rights.some(right => right.startsWith('built in: ') && right.includes('secrets'))).toBe(true)
  })

  test('a role of the set wins over the built-in one of its name', () => {
    const rbac = rbacOf(
      role('ClusterRole', '{ name: edit }', `rules: [${rule('pods', 'get')}]`),
      binding('ClusterRoleBinding', '{ name: x }', '{ kind: ClusterRole, name: edit }', devs),
    )
    expect(rightsIn(rbac)).toEqual(['edit: pods get'])
    expect(rbac.bindings.map(each => builtInRoleOf(each, rbac))).toEqual([undefined])
  })

  test.each([
    ['ClusterRoleBinding', '{ kind: ClusterRole, name: cluster-admin }', 'cluster-admin'],
    ['ClusterRoleBinding', '{ kind: Role, name: cluster-admin }', undefined],
    ['RoleBinding', '{ kind: Role, name: admin }', undefined],
    ['RoleBinding', '{ kind: ClusterRole, name: somewhere-else }', undefined],
  ])('%s to %s is to the built-in role %s', (kind, roleRef, expected) => {
    const rbac = rbacOf(binding(kind, '{ name: x, namespace: shop }', roleRef, devs))
    expect(rbac.bindings.map(each => builtInRoleOf(each, rbac))).toEqual([expected])
    expect(rightsIn(rbac).length > 0).toBe(expected !== undefined)
  })
})

test.each([
  ['cluster-admin', SECRET_ACCESS.verbs],
  ['admin', SECRET_ACCESS.verbs],
  ['edit', SECRET_ACCESS.verbs],
  ['view', []],
])('the built-in role %s on Secrets', (name, verbs) => {
  const rbac = rbacOf(binding('ClusterRoleBinding', '{ name: x }', `{ kind: ClusterRole, name: ${name} }`, devs))
  expect(rbac.bindings.flatMap(each => verbsOfAnyName(rightsBy(each, rbac), SECRET_ACCESS))).toEqual(verbs)
})

describe('who can', () => {
  const rbac = rbacOf(
    role(
      'ClusterRole',
      '{ name: reader }',
      `rules: [${rule('secrets', 'get')}, ${rule('secrets', 'list', 'one')}, ${rule('pods', 'list')}]`,
    ),
    binding('ClusterRoleBinding', '{ name: a }', '{ kind: ClusterRole, name: reader }', '[{ kind: Group, name: ops }]'),
    binding(
      'RoleBinding',
      '{ name: b, namespace: shop }',
      '{ kind: ClusterRole, name: reader }',
      '[{ kind: Group, name: "system:serviceaccounts:shop" }, { kind: ServiceAccount, name: bot, namespace: tools }]',
    ),
  )
  const ask = (verb: string, namespace: string | undefined): string[] =>
    whoCan({ group: '', resource: 'secrets', verbs: [verb] }, namespace, rbac).map(
      ({ grant, role, rule: { path } }) => `${nameOfSubject(grant.subject)} ${role?.name} ${path.join('.')}`,
    )

  test('in all namespaces, and in one', () => {
    expect(ask('get', undefined)).toEqual(['Group ops reader rules.0'])
    expect(ask('get', 'shop')).toEqual([
      'Group ops reader rules.0',
      'Group system:serviceaccounts:shop reader rules.0',
      'ServiceAccount tools/bot reader rules.0',
    ])
    expect(ask('get', 'bank')).toEqual(['Group ops reader rules.0'])
    expect(ask('delete', 'shop')).toEqual([])
  })

  test('in whichever namespace', () => {
    const held = whoCanSomewhere({ group: '', resource: 'secrets', verbs: ['get'] }, rbac)
    expect(held.map(({ grant }) => grant.namespace)).toEqual([undefined, 'shop', 'shop'])
    expect(whoCanSomewhere({ group: '', resource: 'secrets', verbs: ['delete'] }, rbac)).toEqual([])
  })

  test('a right on one name counts, and is no right on any name', () => {
    expect(ask('list', undefined)).toEqual(['Group ops reader rules.1'])
    const [first] = rbac.bindings
    expect(first && verbsOfAnyName(rightsBy(first, rbac), SECRET_ACCESS)).toEqual(['get'])
  })

  test('a ServiceAccount has what its groups have', () => {
    const held = (subject: Subject): string[] => [
      ...new Set(rightsOf(subject, rbac).map(({ grant }) => nameOfSubject(grant.subject))),
    ]
    expect(held({ kind: 'ServiceAccount', name: 'any', namespace: 'shop' })).toEqual([
      'Group system:serviceaccounts:shop',
    ])
    expect(held({ kind: 'ServiceAccount', name: 'bot', namespace: 'tools' })).toEqual(['ServiceAccount tools/bot'])
    expect(held({ kind: 'ServiceAccount', name: 'any', namespace: 'bank' })).toEqual([])
  })
})

test('a built-in role that is bound everywhere gives everywhere, one bound in a namespace does not', () => {
  const rbac = rbacOf(
    binding('ClusterRoleBinding', '{ name: a }', '{ kind: ClusterRole, name: cluster-admin }', devs),
    binding(
      'RoleBinding',
      '{ name: b, namespace: shop }',
      '{ kind: ClusterRole, name: cluster-admin }',
      '[{ kind: Group, name: shop }]',
    ),
  )
  expect(hasEverywhere({ kind: 'Group', name: 'devs', namespace: undefined }, SECRET_ACCESS, rbac)).toBe(true)
  expect(hasEverywhere({ kind: 'Group', name: 'shop', namespace: undefined }, SECRET_ACCESS, rbac)).toBe(false)
})

test('a right to some names is none to everything', () => {
  const rbac = rbacOf(
    role('ClusterRole', '{ name: one }', `rules: [${rule('secrets', 'get', 'db')}, ${rule('pods', 'get')}]`),
    binding('ClusterRoleBinding', '{ name: a }', '{ kind: ClusterRole, name: one }', devs),
  )
  expect(hasEverywhere({ kind: 'Group', name: 'devs', namespace: undefined }, SECRET_ACCESS, rbac)).toBe(false)
})

test('what a group of everybody holds, each of them has everywhere', () => {
  const rbac = rbacOf(
    role('ClusterRole', '{ name: reader }', `rules: [${rule('secrets', 'get')}]`),
    binding(
      'ClusterRoleBinding',
      '{ name: a }',
      '{ kind: ClusterRole, name: reader }',
      '[{ kind: Group, name: "system:serviceaccounts" }]',
    ),
  )
  expect(hasEverywhere({ kind: 'ServiceAccount', name: 'x', namespace: 'y' }, SECRET_ACCESS, rbac)).toBe(true)
  expect(hasEverywhere({ kind: 'User', name: 'x', namespace: undefined }, SECRET_ACCESS, rbac)).toBe(false)
})
