import { crdsLeftOut } from '../check/crds-left-out.ts'
import { ineffectiveValues, isOwnChart } from '../check/ineffective-values.ts'
import { safe, without } from '../check/offer.ts'
import { defineRule, type Problem } from '../check/rule.ts'
import { nameOf } from '../finding.ts'
import { ESO_GROUP, GENERATORS_GROUP } from '../model/eso/eso.ts'
import { namesGroup, policyRules } from '../model/rbac/rbac.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asLabels } from '../parse/untyped.ts'

export default defineRule({
  id: 'ineffective-setting',
  title: 'A setting of the operator is written down and does nothing',
  severities: ['medium', 'low'],
  kinds: ['rbac.authorization.k8s.io/Role'],
  why: 'Helm does not complain about a value that the chart does not know. Whoever reads the values believes that the operator is restricted, and it runs with the defaults: all namespaces, all kinds, all rights.',
  remedy:
    "Write the value as the chart's own values.yaml has it (`helm show values`), or take it out. In `genericTargets.resources` the key is `apiGroup`. Where `crds.create…` leaves out a CRD, set its `process…` to false as well. The label `rbac.authorization.k8s.io/aggregate-to-*` works on a ClusterRole only: with `scopedRBAC: true` bind the Role yourself, and set `rbac.aggregateToView`, `rbac.aggregateToEdit` and `rbac.aggregateToAdmin` to false.",
  references: [
    'https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles',
  ],
  guide: ['RM7'],
  bad: [
    `
# What helm renders with scopedRBAC: true. A values file has findings as well: \`installCRDS: true\` gives
# "the chart knows no value installCRDS and ignores it (did you mean installCRDs?)" on its line.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: external-secrets-view
  namespace: team-a
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true" # finding[low]: Role team-a/external-secrets-view has the label aggregate-to-view, which does nothing on a Role
    rbac.authorization.k8s.io/aggregate-to-edit: "true"
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores]
    verbs: [get, watch, list]
`,
  ],
  good: [
    `
# A ClusterRole is what the label is for.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-view
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, watch, list]
---
# It has nothing to do with the operator.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: viewer
  namespace: shop
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get]
---
# Switched off.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: external-secrets-edit
  namespace: team-a
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "false"
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create]
`,
  ],
  *check(role) {
    const label = Object.entries(asLabels(role.get('metadata', 'labels'))).find(
      ([key, value]) => key.startsWith(AGGREGATE) && value === 'true',
    )?.[0]
    if (label !== undefined && isAboutOperator(role))
      yield {
        path: ['metadata', 'labels', label],
        message: `${nameOf(role)} has the label ${label.slice(label.indexOf('/') + 1)}, which does nothing on a Role: only ClusterRoles are aggregated`,
        severity: 'low',
      }
  },
  *checkInstall(install, world): Iterable<Problem> {
    const values = install.release === undefined ? undefined : world.values.get(install.release)
    if (!values || !isOwnChart(install)) return
    yield* ineffectiveValues(values)
    yield* crdsLeftOut(values, install, world)
  },
  fix: ({ manifest, path }) => (manifest ? safe(without(path)) : undefined),
})

const AGGREGATE = 'rbac.authorization.k8s.io/aggregate-to-'

const isAboutOperator = (role: Manifest): boolean =>
  policyRules(role).some(rule => namesGroup(rule, ESO_GROUP) || namesGroup(rule, GENERATORS_GROUP))
