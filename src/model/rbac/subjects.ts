import type { ConfiguredSubject } from '../../config/config.ts'
import type { Subject } from './rbac.ts'

const ACCOUNTS = 'system:serviceaccounts'

/**
 * The groups that the API server puts a subject into by itself. A subject that is a group stands for its members.
 * https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens
 */
export function implicitGroups(subject: Subject): Subject[] {
  if (subject.kind === 'ServiceAccount')
    return ['system:authenticated', ACCOUNTS, `${ACCOUNTS}:${subject.namespace ?? ''}`].map(group)
  if (isAnonymous(subject)) return subject.kind === 'User' ? [group('system:unauthenticated')] : []
  if (subject.name === 'system:authenticated') return []
  return [
    ...(subject.kind === 'Group' && subject.name.startsWith(`${ACCOUNTS}:`) ? [ACCOUNTS] : []),
    'system:authenticated',
  ].map(group)
}

const group = (name: string): Subject => ({ kind: 'Group', name, namespace: undefined })

const isAnonymous = ({ name }: Subject): boolean => name === 'system:anonymous' || name === 'system:unauthenticated'

/** How many hands a subject of nobody in particular stands for. */
export type Breadth = 'anybody' | 'everybody' | 'every ServiceAccount' | 'one namespace'

/**
 * Who is meant by a subject that names no one in particular: callers without a login, everybody with one, all
 * ServiceAccounts, or those of one namespace (every pod there that names no account runs as `default`).
 */
export function breadthOf(subject: Subject): Breadth | undefined {
  const { kind, name } = subject
  if (kind === 'ServiceAccount') return name === 'default' ? 'one namespace' : undefined
  if (isAnonymous(subject)) return 'anybody'
  if (kind !== 'Group') return undefined
  if (name === 'system:authenticated') return 'everybody'
  if (name === ACCOUNTS) return 'every ServiceAccount'
  return name.startsWith(`${ACCOUNTS}:`) ? 'one namespace' : undefined
}

/** Whether the config means this subject. */
export const isNamedBy = (subject: Subject, { kind, name, namespace }: ConfiguredSubject): boolean =>
  kind === subject.kind &&
  name === subject.name &&
  (kind !== 'ServiceAccount' || namespace === undefined || namespace === subject.namespace)

/** Whether a subject is a person or a group of people, not a part of Kubernetes. */
export const isHuman = ({ kind, name }: Subject): boolean => kind !== 'ServiceAccount' && !name.startsWith('system:')
