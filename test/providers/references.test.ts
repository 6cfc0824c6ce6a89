import { expect, test } from 'vitest'
import { namespacedReferences } from '../../src/providers/references.ts'
import { worldOf } from '../world.ts'

function referencesIn(provider: string): string[] {
  const [store] = worldOf(
    `apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: { name: a }\nspec: { provider: ${provider} }\n`,
  ).manifests
  if (!store) throw new Error('no store')
  return namespacedReferences(store).map(
    ({ path, field, namespace, name, isAuthority }) =>
      `${path.join('.')} ${field} ${namespace}/${name}${isAuthority ? ' (authority)' : ''}`,
  )
}

test.each([
  ['{ vault: { namespace: team, server: a, auth: { namespace: team, tokenSecretRef: { name: a, key: b } } } }', []],
  ['{ vault: { auth: { namespace: team } } }', []],
  ['{ openBao: { namespace: team, path: a } }', []],
  ['{ crd: { whitelist: { rules: [{ name: ^a$, namespace: ^b$ }] } } }', []],
  ['{ kubernetes: { remoteNamespace: a } }', []],
  ['{ vault: { auth: { tokenSecretRef: { name: a, namespace: "${NS}" } } } }', []],
  ['{ vault: { auth: { tokenSecretRef: { name: a, namespace: "" } } } }', []],
  ['{ vault: { auth: { tokenSecretRef: { name: a, namespace: 1 } } } }', []],
  ['"${PROVIDER}"', []],
  [
    '{ vault: { auth: { tokenSecretRef: { name: a, key: b, namespace: eso } } } }',
    ['spec.provider.vault.auth.tokenSecretRef.namespace auth.tokenSecretRef eso/a'],
  ],
  [
    '{ vault: { auth: { kubernetes: { serviceAccountRef: { name: a, namespace: eso, audiences: [vault] } } } } }',
    ['spec.provider.vault.auth.kubernetes.serviceAccountRef.namespace auth.kubernetes.serviceAccountRef eso/a'],
  ],
  [
    '{ vault: { caProvider: { type: Secret, name: ca, namespace: eso, key: k } } }',
    ['spec.provider.vault.caProvider.namespace caProvider eso/ca (authority)'],
  ],
  [
    '{ webhook: { secrets: [{ name: a, secretRef: { key: b, namespace: eso } }] } }',
    ['spec.provider.webhook.secrets.0.secretRef.namespace secrets[0].secretRef eso/undefined'],
  ],
])('%s refers to %j', (provider, expected) => expect(referencesIn(provider)).toEqual(expected))
