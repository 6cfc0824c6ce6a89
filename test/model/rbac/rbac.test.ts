import { describe, expect, test } from 'vitest'
import {
  builtInAggregation,
  nameOfSubject,
  namesResource,
  type PolicyRule,
  policyRules,
  Rbac,
  resourcePath,
  verbsGiven,
} from '../../../src/model/rbac/rbac.ts'
import type { Manifest } from '../../../src/parse/manifest.ts'
import { manifestsOf } from '../../world.ts'

const role = (kind: string, metadata: string, more = 'rules: []'): string => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
${more}
`
const binding = (kind: string, metadata: string, roleRef: string, subjects: string): string => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
roleRef: ${roleRef}
subjects: ${subjects}
`

/** The set's rights, and one role of it by name. */
function setOf(yaml: string): { rbac: Rbac; roleNamed: (name: string) => Manifest } {
  const rbac = new Rbac(manifestsOf(yaml))
  return {
    rbac,
    roleNamed: name => {
      const found = rbac.roles.find(candidate => candidate.name === name)
      if (!found) throw new Error(`no role ${name}`)
      return found
    },
  }
}

/** `Group a everywhere`, `Group a in shop`, in the order of the grants. */
const grantsIn = (yaml: string, name: string): string[] => {
  const { rbac, roleNamed } = setOf(yaml)
  return rbac
    .grantsOf(roleNamed(name))
    .map(
      ({ subject, namespace }) =>
        `${nameOfSubject(subject)} ${namespace === undefined ? 'everywhere' : `in ${namespace}`}`,
    )
}

const policyRule = (parts: Partial<PolicyRule>): PolicyRule => ({
  path: ['rules', 0],
  apiGroups: [''],
  resources: ['secrets'],
  verbs: ['get'],
  resourceNames: [],
  ...parts,
})

describe('grants', () => {
  test('a RoleBinding gives a ClusterRole in its own namespace only', () => {
    const yaml =
      role('ClusterRole', '{ name: reader }') +
      binding(
        'RoleBinding',
        '{ name: a, namespace: shop }',
        '{ kind: ClusterRole, name: reader }',
        '[{ kind: Group, name: devs }]',
      ) +
      binding(
        'ClusterRoleBinding',
        '{ name: b }',
        '{ kind: ClusterRole, name: reader }',
        '[{ kind: Group, name: ops }]',
      )
    expect(grantsIn(yaml, 'reader')).toEqual(['Group devs in shop', 'Group ops everywhere'])
  })

  test('a RoleBinding finds the Role of its own namespace, not one of the same name elsewhere', () => {
    const yaml =
      role('Role', '{ name: reader, namespace: shop }') +
      binding(
        'RoleBinding',
        '{ name: a, namespace: bank }',
        '{ kind: Role, name: reader }',
        '[{ kind: Group, name: devs }]',
      )
    expect(grantsIn(yaml, 'reader')).toEqual([])
  })

  test('a Role and a ClusterRole of one name are two', () => {
    const yaml =
      role('ClusterRole', '{ name: reader }') +
      binding(
        'RoleBinding',
        '{ name: a, namespace: shop }',
        '{ kind: Role, name: reader }',
        '[{ kind: Group, name: devs }]',
      )
    expect(grantsIn(yaml, 'reader')).toEqual([])
  })

  test('a ClusterRoleBinding to a Role gives nothing: the API server refuses it', () => {
    const yaml =
      role('Role', '{ name: reader }') +
      binding('ClusterRoleBinding', '{ name: a }', '{ kind: Role, name: reader }', '[{ kind: Group, name: devs }]')
    expect(grantsIn(yaml, 'reader')).toEqual([])
  })

  test('a ServiceAccount without a namespace is that of the binding, and of none in a ClusterRoleBinding', () => {
    const yaml =
      role('ClusterRole', '{ name: reader }') +
      binding(
        'RoleBinding',
        '{ name: a, namespace: shop }',
        '{ kind: ClusterRole, name: reader }',
        '[{ kind: ServiceAccount, name: x }, { kind: ServiceAccount, name: w, namespace: "" }, { kind: ServiceAccount, name: z, namespace: eso }]',
      ) +
      binding(
        'ClusterRoleBinding',
        '{ name: b }',
        '{ kind: ClusterRole, name: reader }',
        '[{ kind: ServiceAccount, name: x }]',
      )
    expect(grantsIn(yaml, 'reader')).toEqual([
      'ServiceAccount shop/x in shop',
      'ServiceAccount shop/w in shop',
      'ServiceAccount eso/z in shop',
      'ServiceAccount x everywhere',
    ])
  })

  test('the user name of a ServiceAccount is that ServiceAccount; a group of them is a group', () => {
    const yaml =
      role('ClusterRole', '{ name: reader }') +
      binding(
        'ClusterRoleBinding',
        '{ name: a }',
        '{ kind: ClusterRole, name: reader }',
        '[{ kind: User, name: "system:serviceaccount:eso:controller" }, { kind: Group, name: "system:serviceaccounts:eso" }, { kind: User, name: "system:serviceaccount:eso" }, { kind: Group, name: "system:serviceaccount:eso:controller" }]',
      )
    expect(grantsIn(yaml, 'reader')).toEqual([
      'ServiceAccount eso/controller everywhere',
      'Group system:serviceaccounts:eso everywhere',
      'User system:serviceaccount:eso everywhere',
      'Group system:serviceaccount:eso:controller everywhere',
    ])
  })

  test('bindings to a built-in role are found without the role', () => {
    const { rbac } = setOf(
      binding(
        'RoleBinding',
        '{ name: a, namespace: shop }',
        '{ kind: ClusterRole, name: edit }',
        '[{ kind: Group, name: devs }]',
      ),
    )
    expect(rbac.grantsOfClusterRole('edit').map(({ subject }) => subject.name)).toEqual(['devs'])
    expect(rbac.grantsOfClusterRole('admin')).toEqual([])
  })

  test('rolesOf tells apart accounts of one name in two namespaces', () => {
    const { rbac } = setOf(
      role('ClusterRole', '{ name: reader }') +
        binding(
          'ClusterRoleBinding',
          '{ name: a }',
          '{ kind: ClusterRole, name: reader }',
          '[{ kind: ServiceAccount, name: x, namespace: eso }]',
        ),
    )
    const rolesOf = (namespace: string): string[] =>
      rbac.rolesOf({ kind: 'ServiceAccount', name: 'x', namespace }).map(held => held.role.name)
    expect(rolesOf('eso')).toEqual(['reader'])
    expect(rolesOf('shop')).toEqual([])
  })
})

describe('aggregation', () => {
  const selecting = (label: string): string =>
    `aggregationRule: { clusterRoleSelectors: [{ matchLabels: { ${label}: "true" } }] }`
  const chain =
    role(
      'ClusterRole',
      '{ name: base, labels: { to-team: "true" } }',
      'rules: [{ apiGroups: [""], resources: [secrets], verbs: [get] }]',
    ) +
    role(
      'ClusterRole',
      '{ name: team, labels: { to-all: "true" } }',
      `${selecting('to-team')}\nrules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]`,
    ) +
    role('ClusterRole', '{ name: all, labels: { to-team: "true" } }', selecting('to-all')) +
    binding(
      'ClusterRoleBinding',
      '{ name: a }',
      '{ kind: ClusterRole, name: all }',
      '[{ kind: Group, name: everyone }]',
    )

  test('a chain of aggregating ClusterRoles hands rules on, and a ring of them ends', () => {
    expect(grantsIn(chain, 'base')).toEqual(['Group everyone everywhere'])
    const { rbac, roleNamed } = setOf(chain)
    expect(rbac.aggregatorsOf(roleNamed('base')).map(({ name }) => name)).toEqual(['team', 'all'])
    expect(rbac.aggregatedBy(roleNamed('all')).map(({ name }) => name)).toEqual(['base', 'team'])
    expect(rbac.aggregatedBy(roleNamed('base'))).toEqual([])
  })

  test('rules of an aggregating ClusterRole do not count: the control plane overwrites them', () => {
    const { roleNamed } = setOf(chain)
    expect(policyRules(roleNamed('team'))).toEqual([])
    expect(policyRules(roleNamed('base'))).toHaveLength(1)
  })

  test('a Role has no aggregationRule: what it says itself counts', () => {
    const rules = 'rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]'
    const { rbac, roleNamed } = setOf(
      role('Role', '{ name: odd, namespace: shop }', `${selecting('to-team')}\n${rules}`) +
        role('ClusterRole', '{ name: base, labels: { to-team: "true" } }'),
    )
    expect(policyRules(roleNamed('odd'))).toHaveLength(1)
    expect(rbac.aggregatorsOf(roleNamed('base'))).toEqual([])
  })

  test('matchExpressions select, an empty selector takes every ClusterRole, none takes nothing', () => {
    const select = (selectors: string): string[] =>
      grantsIn(
        role('ClusterRole', '{ name: base, labels: { tier: low } }') +
          role('ClusterRole', '{ name: all }', `aggregationRule: { clusterRoleSelectors: ${selectors} }`) +
          binding(
            'ClusterRoleBinding',
            '{ name: a }',
            '{ kind: ClusterRole, name: all }',
            '[{ kind: Group, name: everyone }]',
          ),
        'base',
      )
    expect(select('[{ matchExpressions: [{ key: tier, operator: In, values: [low] }] }]')).toHaveLength(1)
    expect(select('[{ matchExpressions: [{ key: tier, operator: NotIn, values: [low] }] }]')).toEqual([])
    expect(select('[{ matchLabels: { tier: high } }, { matchLabels: { tier: low } }]')).toHaveLength(1)
    expect(select('[{}]')).toHaveLength(1)
    expect(select('[]')).toEqual([])
  })

  test('labels of a Role do nothing', () => {
    const yaml =
      role('Role', '{ name: base, namespace: shop, labels: { to-team: "true" } }') +
      role('ClusterRole', '{ name: team }', selecting('to-team')) +
      binding('ClusterRoleBinding', '{ name: a }', '{ kind: ClusterRole, name: team }', '[{ kind: Group, name: devs }]')
    expect(grantsIn(yaml, 'base')).toEqual([])
  })

  const reach = (kind: string, labels: string): string[] => {
    const { roleNamed } = setOf(role(kind, `{ name: base, labels: ${labels} }`))
    return builtInAggregation(roleNamed('base')).map(({ roles }) => roles.join(' '))
  }

  test.each([
    ['{ rbac.authorization.k8s.io/aggregate-to-view: "true" }', ['view edit admin']],
    ['{ rbac.authorization.k8s.io/aggregate-to-edit: "true" }', ['edit admin']],
    ['{ rbac.authorization.k8s.io/aggregate-to-admin: "true" }', ['admin']],
    ['{ rbac.authorization.k8s.io/aggregate-to-edit: "false" }', []],
    ['{ rbac.authorization.k8s.io/aggregate-to-edit: true }', []],
    ['{ rbac.authorization.k8s.io/aggregate-to-cluster-admin: "true" }', []],
  ])('%s reaches %j', (labels, roles) => {
    expect(reach('ClusterRole', labels)).toEqual(roles)
  })

  test('the built-in roles take nothing from a Role', () => {
    expect(reach('Role', '{ rbac.authorization.k8s.io/aggregate-to-edit: "true" }')).toEqual([])
  })
})

describe('what a rule gives', () => {
  const token = { group: '', resource: 'serviceaccounts/token', verbs: ['create'] }
  const secrets = { group: '', resource: 'secrets', verbs: ['get', 'create', 'update', 'deletecollection'] }

  test.each([
    ['the subresource by name', ['serviceaccounts/token'], 1],
    ['a subresource of everything', ['*/token'], 1],
    ['everything', ['*'], 1],
    ['only the resource', ['serviceaccounts'], 0],
    ['every subresource of one, which RBAC does not know', ['serviceaccounts/*'], 0],
    ['another subresource of everything', ['*/status'], 0],
  ])('%s: %j', (_, resources, verbs) => {
    expect(verbsGiven(policyRule({ resources, verbs: ['create'] }), token)).toHaveLength(verbs)
  })

  test('`*` in verbs and groups takes all; another group takes nothing', () => {
    expect(verbsGiven(policyRule({ verbs: ['*'], apiGroups: ['*'] }), secrets)).toEqual(secrets.verbs)
    expect(verbsGiven(policyRule({ verbs: ['*'], apiGroups: ['apps'] }), secrets)).toEqual([])
    expect(verbsGiven(policyRule({ verbs: ['*'], apiGroups: [] }), secrets)).toEqual([])
  })

  test('resourceNames keep create and deletecollection out, whose requests carry no name', () => {
    expect(verbsGiven(policyRule({ verbs: ['*'], resourceNames: ['db'] }), secrets)).toEqual(['get', 'update'])
    expect(verbsGiven(policyRule({ verbs: ['*'], resourceNames: [''] }), secrets)).toEqual(secrets.verbs)
    const named = policyRule({ resources: ['serviceaccounts/token'], verbs: ['create'], resourceNames: ['vault'] })
    expect(verbsGiven(named, token), 'a token is made at a named ServiceAccount').toEqual(['create'])
  })

  test('a mere `*` names no resource', () => {
    expect(namesResource(policyRule({ resources: ['serviceaccounts/token'] }), token)).toBe(true)
    expect(namesResource(policyRule({ resources: ['*/token'] }), token)).toBe(true)
    expect(namesResource(policyRule({ resources: ['*'] }), token)).toBe(false)
    expect(namesResource(policyRule({ resources: ['serviceaccounts/token'], apiGroups: ['*'] }), token)).toBe(false)
  })

  test('the path is that of the entry itself before that of a wildcard, and of the rule where there is neither', () => {
    expect(resourcePath(policyRule({ resources: ['*', 'secrets'] }), 'secrets')).toEqual(['rules', 0, 'resources', 1])
    expect(resourcePath(policyRule({ resources: ['secrets', '*'] }), 'secrets')).toEqual(['rules', 0, 'resources', 0])
    expect(resourcePath(policyRule({ resources: ['*', '*', 'secrets'] }), 'secrets').at(-1)).toBe(2)
    expect(resourcePath(policyRule({ resources: ['pods', '*'] }), 'secrets')).toEqual(['rules', 0, 'resources', 1])
    expect(resourcePath(policyRule({ resources: ['pods'] }), 'secrets')).toEqual(['rules', 0])
  })
})

describe('malformed manifests give nothing and throw nothing', () => {
  test.each(['7', 'text', '{ a: b }', 'null', '[7, null, text, [a]]'])('rules: %s', rules => {
    const { roleNamed } = setOf(role('ClusterRole', '{ name: odd }', `rules: ${rules}`))
    for (const rule of policyRules(roleNamed('odd')))
      expect(verbsGiven(rule, { group: '', resource: 'secrets', verbs: ['get'] })).toEqual([])
  })

  test('lists that are none read as empty, and items that are no text are left out', () => {
    const { roleNamed } = setOf(
      role(
        'ClusterRole',
        '{ name: odd }',
        'rules: [{ apiGroups: 7, resources: { a: b }, verbs: [get, 7, null], resourceNames: x }]',
      ),
    )
    expect(policyRules(roleNamed('odd'))).toEqual([
      { path: ['rules', 0], apiGroups: [], resources: [], verbs: ['get'], resourceNames: [] },
    ])
  })

  test.each([
    ['labels', role('ClusterRole', '{ name: odd, labels: 7 }')],
    ['aggregationRule', role('ClusterRole', '{ name: odd }', 'aggregationRule: 7')],
    [
      'clusterRoleSelectors',
      role('ClusterRole', '{ name: odd }', 'aggregationRule: { clusterRoleSelectors: { a: 7 } }'),
    ],
    [
      'subjects',
      role('ClusterRole', '{ name: odd }') +
        binding('ClusterRoleBinding', '{ name: a }', '{ kind: ClusterRole, name: odd }', '{ a: 7 }'),
    ],
    [
      'a subject',
      role('ClusterRole', '{ name: odd }') +
        binding(
          'ClusterRoleBinding',
          '{ name: a }',
          '{ kind: ClusterRole, name: odd }',
          '[7, null, { kind: Robot, name: x }, { kind: User }, { kind: User, name: 7 }]',
        ),
    ],
    [
      'roleRef',
      role('ClusterRole', '{ name: odd }') +
        binding('ClusterRoleBinding', '{ name: a }', '7', '[{ kind: User, name: x }]'),
    ],
  ])('%s', (_, yaml) => {
    const { rbac, roleNamed } = setOf(yaml)
    expect(rbac.grantsOf(roleNamed('odd'))).toEqual([])
    expect(builtInAggregation(roleNamed('odd'))).toEqual([])
  })
})
