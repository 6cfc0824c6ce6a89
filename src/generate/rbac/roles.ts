import type { ConfiguredSubject } from '../../config/config.ts'
import type { Body } from '../generator.ts'

/** One rule of a role that is written. */
export interface WrittenRule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  readonly resourceNames?: readonly string[]
}

/** A role with a name; in a namespace, or of the whole cluster where there is none. */
export interface WrittenRole {
  readonly name: string
  readonly namespace?: string
  readonly rules: readonly WrittenRule[]
}

export const READ = ['get', 'list', 'watch'] as const
export const WRITE = [...READ, 'create', 'update', 'patch', 'delete'] as const

const RBAC = 'rbac.authorization.k8s.io'
const API_VERSION = `${RBAC}/v1`

const kindOf = ({ namespace }: WrittenRole): string => (namespace === undefined ? 'ClusterRole' : 'Role')

const metadataOf = ({ name, namespace }: WrittenRole): Body => ({ name, ...(namespace !== undefined && { namespace }) })

/** The Role or ClusterRole. It has no labels: those of aggregation would hand it to everybody with a built-in role. */
export const roleOf = (role: WrittenRole): Body => ({
  ...{ apiVersion: API_VERSION, kind: kindOf(role), metadata: metadataOf(role) },
  rules: role.rules.map(rule => ({ ...rule })),
})

/** Its binding, of the same name. A ServiceAccount without a namespace is looked for in the binding's. */
export const bindingOf = (role: WrittenRole, subjects: readonly ConfiguredSubject[]): Body => ({
  ...{ apiVersion: API_VERSION, kind: `${kindOf(role)}Binding`, metadata: metadataOf(role) },
  roleRef: { apiGroup: RBAC, kind: kindOf(role), name: role.name },
  subjects: subjects.map(subject => subjectOf(subject, role)),
})

const subjectOf = ({ kind, name, namespace }: ConfiguredSubject, role: WrittenRole): Body =>
  kind === 'ServiceAccount'
    ? { kind, name, namespace: namespace ?? role.namespace ?? '' }
    : { apiGroup: RBAC, kind, name }
