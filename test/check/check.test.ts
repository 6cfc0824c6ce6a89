import { describe, expect, test } from 'vitest'
import { checkWorld, isAssessable } from '../../src/check/check.ts'
import type { Problem, Rule } from '../../src/check/rule.ts'
import type { World } from '../../src/model/world.ts'
import { worldOf } from '../world.ts'

const ruleOf = (parts: Partial<Rule>): Rule => ({
  id: 'some-rule',
  title: 'Something',
  severities: ['high', 'low'],
  kinds: ['core/Secret'],
  why: 'Because.',
  remedy: 'Do it.',
  references: ['https://example.com/'],
  guide: ['TM1'],
  bad: [''],
  good: [''],
  ...parts,
})

const problem = (parts: Partial<Problem> = {}): Problem => ({ path: ['data', 'a'], message: 'it is so', ...parts })

const SECRETS = `
apiVersion: v1
kind: Secret
metadata: { name: one }
data: { a: YQ== }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: account }
---
apiVersion: v1
kind: Secret
metadata: { name: two }
data: { a: YQ== }
`
const INSTALL = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec: { template: { spec: { containers: [{ name: eso, image: "external-secrets:v2.9.0" }] } } }
`

const summary = (rules: readonly Rule[], world: World): string[] =>
  checkWorld(rules, world).map(({ rule, severity, manifest, path }) =>
    [rule.id, severity, manifest?.name ?? 'none', path.join('.')].join(' '),
  )

describe('running rules', () => {
  test('calls a rule for the manifests of its kinds, in the order of rules and manifests', () => {
    const rules = [
      ruleOf({ id: 'second-rule', check: () => [problem()] }),
      ruleOf({ id: 'first-rule', kinds: ['core/ServiceAccount'], check: () => [problem({ path: ['metadata'] })] }),
    ]
    expect(summary(rules, worldOf(SECRETS))).toEqual([
      'second-rule high one data.a',
      'second-rule high two data.a',
      'first-rule high account metadata',
    ])
  })

  test("takes the rule's first severity unless the problem has its own", () => {
    const rule = ruleOf({ kinds: ['core/ServiceAccount'], check: () => [problem(), problem({ severity: 'low' })] })
    expect(checkWorld([rule], worldOf(SECRETS)).map(({ severity }) => severity)).toEqual(['high', 'low'])
  })

  test('asks about each install, without an object unless the rule names one', () => {
    const rule = ruleOf({
      kinds: [],
      *checkInstall(install) {
        yield problem({ object: null, path: [] })
        yield problem({ object: install.controller?.pod.manifest ?? null, path: ['spec'] })
      },
    })
    expect(summary([rule], worldOf(INSTALL))).toEqual(['some-rule high none ', 'some-rule high eso spec'])
    expect(summary([rule], worldOf(SECRETS))).toEqual([])
  })

  test('keeps silent where the world does not hold what the rule needs', () => {
    const rule = ruleOf({ needs: ['install'], check: () => [problem()] })
    expect(isAssessable(rule, worldOf(SECRETS))).toBe(false)
    expect(summary([rule], worldOf(SECRETS))).toEqual([])
    expect(isAssessable(rule, worldOf(`${SECRETS}---${INSTALL}`))).toBe(true)
    expect(summary([rule], worldOf(`${SECRETS}---${INSTALL}`))).toHaveLength(2)
    expect(isAssessable({ ...rule, needs: ['install', 'stores'] }, worldOf(INSTALL))).toBe(false)
  })
})

describe('superseding', () => {
  const broad = ruleOf({ id: 'broad-rule', check: () => [problem()] })
  const narrow = (parts: Partial<Rule>): Rule => ruleOf({ id: 'narrow-rule', supersedes: ['broad-rule'], ...parts })

  test('drops the broader finding of the same node, whatever the order of the rules', () => {
    const onlyOne = narrow({ check: ({ name }) => (name === 'one' ? [problem()] : []) })
    const left = ['broad-rule high two data.a', 'narrow-rule high one data.a']
    expect(summary([broad, onlyOne], worldOf(SECRETS)).sort()).toEqual(left)
    expect(summary([onlyOne, broad], worldOf(SECRETS)).sort()).toEqual(left)
  })

  test('leaves other nodes of the manifest, other rules and findings without an object alone', () => {
    const elsewhere = narrow({ check: () => [problem({ path: ['data'] })] })
    expect(summary([broad, elsewhere], worldOf(SECRETS))).toHaveLength(4)
    const other = ruleOf({ id: 'other-rule', check: () => [problem()] })
    expect(summary([other, narrow({ check: () => [problem()] })], worldOf(SECRETS))).toHaveLength(4)
    const missing = { checkInstall: () => [problem({ object: null, path: [] })] }
    const rules = [ruleOf({ id: 'broad-rule', ...missing }), narrow(missing)]
    expect(summary(rules, worldOf(INSTALL))).toEqual(['broad-rule high none ', 'narrow-rule high none '])
  })

  test('does not take the path ["a.b"] for ["a", "b"]', () => {
    const dotted = narrow({ check: () => [problem({ path: ['data.a'] })] })
    expect(summary([broad, dotted], worldOf(SECRETS))).toHaveLength(4)
  })
})
