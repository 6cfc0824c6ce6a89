import { expect, test } from 'vitest'
import { alerts } from '../../../src/generate/alerts/alerts.ts'
import { asList, asMapping, valueAt } from '../../../src/parse/untyped.ts'
import { worldOf } from '../../world.ts'
import { CHOICE } from '../choice.ts'
import { OPERATOR } from '../operator.ts'

const made = (yaml: string) => alerts.generate(worldOf(yaml), CHOICE)
const bodyOf = (yaml: string, name: string) => made(yaml).files.find(file => file.name === name)?.documents[0]?.body

const rulesOf = (yaml: string) =>
  asList(valueAt(bodyOf(yaml, 'alerts.yaml'), ['spec', 'groups', 0, 'rules'])).map(asMapping)
const names = (yaml: string) => rulesOf(yaml).map(rule => rule?.alert)

test('alerts on failing syncs, on what is not ready, and on a controller that is down', () => {
  expect(names(OPERATOR)).toEqual([
    'ExternalSecretsControllerDown',
    'ExternalSecretSyncErrors',
    'ExternalSecretNotReady',
    'SecretStoreNotReady',
    'ClusterSecretStoreNotReady',
    'PushSecretNotReady',
  ])
  expect(bodyOf(OPERATOR, 'alerts.yaml')?.metadata).toEqual({ name: 'external-secrets-alerts', namespace: 'eso' })
  expect(rulesOf(OPERATOR)[2]?.expr).toBe('externalsecret_status_condition{condition="Ready",status="False"} == 1')
})

test('a version that lacks a metric has no alert on it', () => {
  expect(names(OPERATOR.replaceAll('v2.9.0', 'v0.9.20'))).not.toContain('PushSecretNotReady')
  expect(names(OPERATOR.replaceAll('v2.9.0', 'v0.14.4'))).toContain('PushSecretNotReady')
  expect(names(OPERATOR.replaceAll(':v2.9.0', ''))).toContain('PushSecretNotReady')
})

test('each of several controllers is looked for in its namespace', () => {
  const expressions = rulesOf(`${OPERATOR}---${OPERATOR.replaceAll('eso', 'other')}`)
    .filter(rule => rule?.alert === 'ExternalSecretsControllerDown')
    .map(rule => rule?.expr)
  expect(expressions).toEqual(
    ['eso', 'other'].map(
      namespace =>
        `absent(controller_runtime_max_concurrent_reconciles{controller="externalsecret",namespace="${namespace}"})`,
    ),
  )
})

test('every alert has a test in which it fires and one in which it does not, with the same rules', () => {
  const rules = bodyOf(OPERATOR, 'tests/alerts.rules.yaml')
  expect(rules?.groups).toEqual(valueAt(bodyOf(OPERATOR, 'alerts.yaml'), ['spec', 'groups']))
  const tests = asList(bodyOf(OPERATOR, 'tests/alerts.test.yaml')?.tests)
  const asked = tests.flatMap(one => asList(asMapping(one)?.alert_rule_test).map(asMapping))
  for (const name of names(OPERATOR)) {
    const expected = asked.filter(one => one?.alertname === name).map(one => asList(one?.exp_alerts).length)
    expect(expected).toEqual([1, 0])
  }
  expect(JSON.stringify(tests)).not.toContain('{{')
})

test('a set in which nothing reads the metrics is told so', () => {
  expect(made(OPERATOR).notes.join()).toContain('nothing in the set reads the metrics')
  const scraped = OPERATOR.replace('metadata: {', "metadata: { annotations: { prometheus.io/scrape: 'true' },")
  expect(made(scraped).notes.join()).not.toContain('nothing in the set reads')
  expect(made('apiVersion: v1\nkind: Namespace\nmetadata: { name: a }').files).toEqual([])
})
