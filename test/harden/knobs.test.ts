import { expect, test } from 'vitest'
import { knobsFor } from '../../src/harden/knobs.ts'
import { worldOf } from '../world.ts'
import { targetOf } from './target.ts'

const EVERYTHING = {
  ...{ openshiftFinalizers: true, enableHTTP2: true, hostUsers: null, rbac: { servicebindings: { create: true } } },
  ...{ processClusterStore: true, processSecretStore: true, processClusterExternalSecret: true },
  ...{ processClusterPushSecret: true, processPushSecret: true, processClusterGenerator: true },
  vault: { enableTokenCache: true },
}

const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: a, namespace: shop }
`

const keysFor = (yaml: string, values: object = EVERYTHING): string[] =>
  knobsFor(targetOf({ world: worldOf(yaml), values: { ...values } })).map(({ values }) =>
    values.map(({ key }) => key.join('.')).join(' '),
  )

const ALWAYS = [
  'rbac.servicebindings.create',
  'openshiftFinalizers',
  'enableHTTP2',
  'vault.enableTokenCache',
  'hostUsers',
]

test('of a repository without objects of the operator nobody can say what is used', () => {
  expect(keysFor('')).toEqual(ALWAYS)
})

test('what is used stays on, also where it is only referred to', () => {
  expect(keysFor(STORE)).toEqual([
    ...[...ALWAYS, 'processClusterStore', 'processClusterExternalSecret', 'processClusterPushSecret'],
    ...['processPushSecret processClusterPushSecret', 'processClusterGenerator'],
  ])
  const request = `---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: a, namespace: shop }
spec: { secretStoreRef: { kind: ClusterSecretStore, name: elsewhere } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: a }
`
  expect(keysFor(STORE + request)).toEqual([...ALWAYS, 'processClusterExternalSecret', 'processClusterGenerator'])
})

test('what a version does not know, or has already, is left alone', () => {
  expect(keysFor('', { openshiftFinalizers: false, processClusterStore: true })).toEqual([])
  expect(keysFor(STORE, { processPushSecret: true })).toEqual(['processPushSecret'])
})

test('OpenShift and Service Binding are used where something of others names them', () => {
  const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: a }
rules: [{ apiGroups: [security.openshift.io, servicebinding.io], resources: [x], verbs: [use] }]
`
  expect(keysFor(role)).toEqual(['enableHTTP2', 'vault.enableTokenCache', 'hostUsers'])
})

test('in a cluster that is known completely nothing is left to ask', () => {
  const questions = (complete: boolean) =>
    knobsFor(targetOf({ world: worldOf(STORE, { complete }), values: { processClusterStore: true } })).map(
      ({ question }) => question,
    )
  expect([questions(false), questions(true)]).toEqual([
    ['Does anything else in the cluster use a ClusterSecretStore?'],
    [undefined],
  ])
})
