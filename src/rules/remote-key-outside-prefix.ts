import { defineRule } from '../check/rule.ts'
import { type TeamRights, teamRights } from '../check/team-rights.ts'
import { FETCHING_KINDS, PUSHING_KINDS, referencesOf } from '../model/eso/external-secrets.ts'
import { isBelow, remoteKeys } from '../model/eso/remote-keys.ts'
import { targetNamespaces } from '../model/eso/target-namespaces.ts'
import type { World } from '../model/world.ts'

export default defineRule({
  id: 'remote-key-outside-prefix',
  title: 'A remote key or store lies outside what its team may use',
  severities: ['high'],
  kinds: [...FETCHING_KINDS, ...PUSHING_KINDS],
  why: 'A shared store reads and writes with one credential for all teams, and the operator does not ask whose secret a key is. One line in an ExternalSecret brings another team’s secret into this namespace; one in a PushSecret overwrites it.',
  remedy:
    'Use a key that begins with one of the team’s prefixes, through one of its stores, or change `teams.<name>.keyPrefixes` and `stores` in this tool’s config together with the provider’s own policy. An admission policy on `remoteRef.key` holds it in the cluster.',
  references: [
    'https://external-secrets.io/latest/guides/multi-tenancy/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['TM3', 'AC2'],
  bad: [
    `
# config: { teams: { shop: { namespaces: [shop], keyPrefixes: [shop/, common/], stores: [vault] } } }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data:
    - secretKey: own
      remoteRef: { key: shop/database }
    - secretKey: other
      remoteRef:
        key: billing/database # finding: billing/database begins with none of the prefixes of team shop (shop/, common/)
    - secretKey: sideways
      remoteRef: { key: shop/../billing } # finding: shop/../billing begins with none
  dataFrom:
    - find: { path: common }
    - find: { name: { regexp: database } } # finding: the search for database is not held to the prefixes of team shop
    - find: # finding: the search is not held to
        tags: { env: prod }
    - extract: { key: shop/all }
      sourceRef:
        storeRef: # finding: ClusterSecretStore aws is none of the stores of team shop (vault)
          kind: ClusterSecretStore
          name: aws
`,
    `
# config: { teams: { a: { namespaces: [team-a], keyPrefixes: [a/] }, b: { namespaces: [team-b], keyPrefixes: [b/] } } }
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: team-a }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, name: vault }]
  selector: { secret: { name: token } }
  data:
    - match:
        remoteRef: { remoteKey: b/token } # finding: b/token begins with none of the prefixes of team a (a/)
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: token }
spec:
  namespaces: [team-a, team-b, other]
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    data:
      - secretKey: token
        remoteRef: { key: a/token } # finding: a/token begins with none of the prefixes of team b (b/)
`,
  ],
  good: [
    `
# config: { teams: { shop: { namespaces: [shop], keyPrefixes: [shop/], stores: [vault] }, web: { namespaces: [shop], keyPrefixes: [web/] }, open: { namespaces: [open] } } }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: both-teams, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data:
    - { secretKey: a, remoteRef: { key: shop/database } }
    - { secretKey: b, remoteRef: { key: web/database } }
    - { secretKey: c, remoteRef: { key: "\${KEY}" } }
  dataFrom:
    - find: { name: { regexp: ^shop/ } }
    - sourceRef: { generatorRef: { kind: Password, name: password } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: no-rule, namespace: open }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: a, remoteRef: { key: anything } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: nobody, namespace: other }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: a, remoteRef: { key: anything } }]
`,
    `
# config: { teams: { shop: { namespaces: [shop], keyPrefixes: [shop/] }, web: { namespaces: [shop] } } }
# What one of the namespace's teams may use without limits nobody is held to there.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: shared, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: a, remoteRef: { key: anything } }]
`,
    `
# config: { teams: { shop: { namespaces: [shop], stores: [vault] } } }
# A store of the namespace's own is the team's business.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: own-store, namespace: shop }
spec:
  secretStoreRef: { name: own }
  data: [{ secretKey: a, remoteRef: { key: anything } }]
`,
  ],
  *check(manifest, world) {
    for (const { names, prefixes, stores } of rightsIn(manifest, world)) {
      for (const remote of prefixes ? remoteKeys(manifest) : []) {
        if (prefixes?.some(prefix => isBelow(remote, prefix))) continue
        const limits = `the prefixes of team ${names} (${prefixes?.join(', ')})`
        const search = remote.key ? `the search for ${remote.key}` : 'the search'
        yield {
          path: remote.path,
          discriminator: names,
          message:
            remote.form === 'expression'
              ? `${search} is not held to ${limits}`
              : `${remote.key} begins with none of ${limits}`,
        }
      }
      for (const { kind, name, path } of stores ? referencesOf(manifest).stores : [])
        if (kind === 'ClusterSecretStore' && name !== undefined && !stores?.includes(name))
          yield {
            path,
            discriminator: names,
            message: `ClusterSecretStore ${name} is none of the stores of team ${names} (${stores?.join(', ')})`,
          }
    }
  },
})

/** The rights in the namespaces that a request works in, the same ones once. */
function rightsIn(manifest: Parameters<typeof targetNamespaces>[0], world: World): TeamRights[] {
  const rights = targetNamespaces(manifest, world).flatMap(({ name }) => teamRights(name, world.config) ?? [])
  return [...new Map(rights.map(right => [right.names, right])).values()]
}
