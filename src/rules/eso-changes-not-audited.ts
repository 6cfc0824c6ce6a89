import { generated, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { AUDIT_POLICY_KIND, type Decision, decisionOn, logs } from '../model/admission/audit.ts'
import { ESO_RESOURCES, type EsoResource, groupOfResource } from '../model/rbac/eso-resources.ts'

export default defineRule({
  id: 'eso-changes-not-audited',
  title: "The audit policy does not log changes to the operator's objects",
  severities: ['medium'],
  kinds: [AUDIT_POLICY_KIND],
  needs: ['audit-policy'],
  why: 'Whoever changes a store, an ExternalSecret or a PushSecret decides where Secrets come from and where they go. When that is not in the audit log, nobody can find out afterwards who sent which Secret to which server.',
  remedy:
    'Log `create`, `update`, `patch` and `delete` of all resources of the groups `external-secrets.io` and `generators.external-secrets.io` at `RequestResponse` (at least `Metadata`), in a rule that stands before those that take them at `None`. On a managed cluster, ask the provider what its audit log takes in.',
  references: [
    'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/',
    'https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/',
  ],
  guide: ['AO3', 'TM5'],
  bad: [
    `
apiVersion: audit.k8s.io/v1
kind: Policy
rules: # finding: no rule of the audit policy logs changes of ClusterExternalSecrets, ClusterGenerators, ClusterPushSecrets, ClusterSecretStores, ExternalSecrets, PushSecrets, SecretStores, generators
  - level: Metadata
    resources:
      - { group: "", resources: [secrets] }
`,
    `
# The first rule that matches counts, for users and namespaces that are singled out as well.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: RequestResponse
    users: [ann]
  - level: RequestResponse
    namespaces: [shop]
  - level: None # finding: this rule of the audit policy keeps changes of ExternalSecrets out of the log
    resources:
      - { group: external-secrets.io, resources: [externalsecrets] }
  - level: Metadata
`,
    `
# What is in no namespace is in none of the list.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: None # finding: ClusterExternalSecrets, ClusterGenerators, ClusterPushSecrets, ClusterSecretStores
    namespaces: [""]
  - level: Metadata
`,
  ],
  good: [
    `
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
  - level: None
    users: [system:serviceaccount:eso:external-secrets]
  - level: None
    verbs: [get, list, watch]
  - level: RequestResponse
    resources:
      - { group: external-secrets.io }
      - { group: generators.external-secrets.io, resources: ["*"] }
`,
    `
# A level that is filled in later may be enough.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: "\${LEVEL}"
`,
  ],
  *check(policy) {
    const silent = ESO_RESOURCES.flatMap(resource => {
      const decisions = CHANGES.flatMap(verb => decisionOn(policy, requestOf(resource, verb)) ?? [])
      const [found] = decisions.filter(({ level }) => level !== undefined && !logs(level, 'Metadata'))
      return found ? [{ plural: resource.plural, found }] : []
    })
    for (const group of Map.groupBy(silent, ({ found }) => JSON.stringify(found.path)).values()) {
      const [first] = group
      if (!first) continue
      const kinds = [...new Set(group.map(({ plural }) => plural))].sort().join(', ')
      yield { path: pathOf(first.found), message: causeOf(first.found, kinds) }
    }
  },
  fix: () => unsafe(READ, generated('audit-policy')),
})

const READ = 'May the log of the API server grow by an entry for each change of the operator’s objects?'

const CHANGES = ['create', 'update', 'patch', 'delete']

const requestOf = (resource: EsoResource, verb: string) => ({
  group: groupOfResource(resource),
  resource: resource.resource,
  isNamespaced: !resource.resource.startsWith('cluster'),
  verb,
})

const isRule = ({ path }: Decision): boolean => path.length > 1

const pathOf = (decision: Decision) => (isRule(decision) ? [...decision.path, 'level'] : decision.path)

const causeOf = (decision: Decision, kinds: string): string =>
  isRule(decision)
    ? `this rule of the audit policy keeps changes of ${kinds} out of the log`
    : `no rule of the audit policy logs changes of ${kinds}`
