import { expect, test } from 'vitest'
import { checkWorld } from '../../../src/check/check.ts'
import { auditPolicy } from '../../../src/generate/audit-policy/audit-policy.ts'
import { generateAll } from '../../../src/generate/generate.ts'
import { decisionsOn } from '../../../src/model/admission/audit.ts'
import { RULES } from '../../../src/rules/index.ts'
import { manifestsOf, worldOf } from '../../world.ts'
import { CHOICE } from '../choice.ts'
import { OPERATOR } from '../operator.ts'

const OLD = `
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
  - { level: None, users: ["system:kube-proxy"], resources: [{ group: "", resources: [endpoints] }] }
  - { level: RequestResponse, resources: [{ group: "", resources: [secrets] }] }
  - { level: None, resources: [{ group: external-secrets.io }] }
  - { level: Request }
`

const texts = (yaml: string): string[] =>
  generateAll([auditPolicy], [worldOf(yaml)], CHOICE, id => id).files.map(({ text }) => text)

const policyOf = (yaml: string) => {
  const [policy] = manifestsOf(texts(yaml)[0] ?? '')
  if (!policy) throw new Error('no policy was made')
  return policy
}

const levels = (yaml: string, group: string, resource: string, verb: string): string =>
  decisionsOn(policyOf(yaml), { group, resource, verb, isNamespaced: true })
    .map(({ level }) => level)
    .join()

const found = (yaml: string): string[] => checkWorld(RULES, worldOf(yaml)).map(({ rule }) => rule.id)

test('changes of the operator’s kinds are logged with what was sent, Secrets and tokens without', () => {
  expect(levels(OPERATOR, 'external-secrets.io', 'pushsecrets', 'create')).toBe('Request')
  expect(levels(OPERATOR, 'generators.external-secrets.io', 'webhooks', 'patch')).toBe('Request')
  expect(levels(OPERATOR, '', 'secrets', 'patch')).toBe('Metadata')
  expect(levels(OPERATOR, '', 'secrets', 'get')).toBe('Metadata')
  expect(levels(OPERATOR, '', 'serviceaccounts/token', 'create')).toBe('Metadata')
  expect(levels(OPERATOR, 'external-secrets.io', 'externalsecrets', 'list')).toBe('None')
  expect(texts(OPERATOR)[0]).toContain('ServiceAccount eso/external-secrets')
})

test('the rules of a policy that is there stay behind the new ones, and its faults are gone', () => {
  const set = `${OPERATOR}---${OLD}`
  const wrong = ['eso-changes-not-audited', 'secret-bodies-in-audit-log']
  expect(wrong.filter(id => found(set).includes(id))).toEqual(wrong)
  const [text = '', ...others] = texts(set)
  expect(others).toEqual([])
  expect(wrong.filter(id => found(`${OPERATOR}---\n${text}`).includes(id))).toEqual([])
  const policy = policyOf(set)
  expect(policy.get('omitStages')).toEqual(['RequestReceived'])
  expect((policy.get('rules') as unknown[]).slice(-4)).toEqual(manifestsOf(OLD)[0]?.get('rules'))
  expect(levels(set, '', 'configmaps', 'create')).toBe('Request')
  expect(levels(set, 'external-secrets.io', 'pushsecrets', 'get')).toBe('None')
})

test('made again from what was made, it is the same', () => {
  const body = (yaml: string) => policyOf(yaml).body
  const once = texts(`${OPERATOR}---${OLD}`)[0] ?? ''
  expect(body(`${OPERATOR}---\n${once}`)).toEqual(manifestsOf(once)[0]?.body)
})

test('a kind of which an object holds a secret is logged without what was sent', () => {
  const store = `${OPERATOR}---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: hook, namespace: shop }
spec: { provider: { webhook: { url: "https://x.example.com", headers: { Authorization: "Bearer abcdef0123456789" } } } }
`
  expect(levels(store, 'external-secrets.io', 'secretstores', 'create')).toBe('Metadata')
  expect(levels(store, 'external-secrets.io', 'clustersecretstores', 'create')).toBe('Request')
})

test('a policy that is silent is woken, and it is said', () => {
  const silent = `${OPERATOR}---${OLD.replace('[RequestReceived]', '[RequestReceived, ResponseComplete]')}`
  expect(levels(silent, '', 'secrets', 'patch')).toBe('Metadata')
  expect(auditPolicy.generate(worldOf(silent), CHOICE).notes.join()).toContain('omits the stage ResponseComplete')
})

test('two policies make two files; without anything of the operator there is none', () => {
  const files = auditPolicy.generate(worldOf(`${OLD}---${OLD}`), CHOICE).files
  expect(files.map(({ name }) => name)).toEqual(['audit-policy.yaml', 'audit-policy-2.yaml'])
  expect(auditPolicy.generate(worldOf('apiVersion: v1\nkind: Namespace\nmetadata: { name: a }'), CHOICE).files).toEqual(
    [],
  )
})
