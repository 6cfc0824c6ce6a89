import { bindingsOf, holders } from '../check/grants.ts'
import { namedConditions } from '../check/named-conditions.ts'
import { defineRule } from '../check/rule.ts'
import { isStranger } from '../check/write-access.ts'
import { nameOf } from '../finding.ts'
import { alternativesOf, NAME_LABEL, reachOfSelector } from '../model/eso/conditions.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import { type Grant, nameOfSubject } from '../model/rbac/rbac.ts'
import { whoCan, whoCanSomewhere } from '../model/rbac/rights.ts'
import { remember } from '../model/remember.ts'
import { requirementsOf } from '../model/selectors.ts'
import type { World } from '../model/world.ts'
import { isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'tenant-settable-store-selector',
  title: 'A ClusterSecretStore admits namespaces by a label that others may set',
  severities: ['low'],
  kinds: [`${ESO_GROUP}/ClusterSecretStore`],
  needs: ['stores'],
  why: 'Whoever may update a Namespace may label it. Where that is not only the operators of the cluster, a team gives its own namespace the label that the store asks for, and reads what was meant for another.',
  remedy:
    'Choose namespaces by name (`namespaces`, or the label kubernetes.io/metadata.name, which nobody can change), or take the right to update Namespaces away from everybody but operators; ask whoever hands out namespaces. List operators that are meant to have it under `operators` in the config.',
  references: [
    'https://external-secrets.io/latest/api/clustersecretstore/',
    'https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name',
  ],
  guide: ['NI2'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-team }
spec:
  conditions:
    - namespaceSelector: # finding: it admits namespaces by the label team, and Group developers (in all namespaces) can label a namespace
        matchLabels: { team: shop }
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: labeller }
rules:
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [get, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: labeller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: labeller }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: by-team }
  dataFrom: [{ extract: { key: shop/db } }]
`,
    `
# A Role may speak of the namespace that it is in.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-labels }
spec:
  conditions:
    - namespaceSelector: # finding: by the labels stage, team, and User ann (in namespace shop) can label
        matchLabels: { stage: test }
        matchExpressions: [{ key: team, operator: Exists }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: owner, namespace: shop }
rules:
  - apiGroups: [""]
    resources: [namespaces]
    resourceNames: [shop]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: owner, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: owner }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: User, name: ann }]
`,
  ],
  good: [
    `
# Names cannot be changed, here beside a label that can.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-name }
spec:
  conditions:
    - namespaces: [shop]
    - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop, team: shop } }
    - namespaceSelector: { matchLabels: { "\${LABEL}": shop } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: labeller }
rules:
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: labeller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: labeller }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
`,
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Operators may, and whoever may change the store itself is not held by its conditions.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-team }
spec:
  conditions:
    - namespaceSelector: { matchLabels: { team: shop } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: labeller }
rules:
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: labeller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: labeller }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: admins }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: admins }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: viewers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
`,
  ],
  *check(store, world) {
    const selectors = alternativesOf(store).flatMap(({ by, path, value }) => {
      const labels = by === 'selector' ? settableLabels(value) : []
      return labels.length > 0 ? [{ path, labels }] : []
    })
    const grants = selectors.length > 0 ? labellers(world) : []
    if (grants.length === 0) return
    for (const { path, labels } of selectors)
      yield {
        path,
        message: `it admits namespaces by the label${labels.length > 1 ? 's' : ''} ${labels.join(', ')}, and ${holders(grants)} can label a namespace`,
        related: bindingsOf(grants),
      }
  },
  fix: fault => namedConditions(fault),
})

/** The labels that decide, all of which somebody sets; none where a name is asked for as well, or everybody is taken anyway. */
function settableLabels(selector: unknown): string[] {
  const requirements = requirementsOf(selector) ?? []
  const isByName = requirements.some(({ key, operator }) => key === NAME_LABEL && operator === 'In')
  if (isByName || reachOfSelector(selector) === 'every') return []
  const keys = requirements.map(({ key }) => key).filter(key => key !== NAME_LABEL && !isPlaceholder(key))
  return [...new Set(keys)].sort()
}

/** Who is no operator and may label some namespace; a RoleBinding gives that for the namespace it is in. */
const labellers = remember((world: World): readonly Grant[] => {
  const { rbac } = world
  const grants = whoCanSomewhere(LABEL_NAMESPACES, rbac).map(({ grant }) => grant)
  const mayChangeStores = new Set(
    whoCan(CHANGE_STORES, undefined, rbac).map(({ grant }) => nameOfSubject(grant.subject)),
  )
  const byPlace = new Map(grants.map(grant => [`${nameOf(grant.binding)} ${grant.path.join('.')}`, grant]))
  return [...byPlace.values()].filter(
    grant => isStranger(grant, world) && !mayChangeStores.has(nameOfSubject(grant.subject)),
  )
})

const LABEL_NAMESPACES = { group: '', resource: 'namespaces', verbs: ['create', 'update', 'patch'] }
const CHANGE_STORES = { group: ESO_GROUP, resource: 'clustersecretstores', verbs: ['update', 'patch'] }
