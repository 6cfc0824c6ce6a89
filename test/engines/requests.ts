import fc from 'fast-check'
import type { Subject } from '../../src/model/rbac/rbac.ts'

/** One call of the API, as authorisers and the audit log see it. */
export interface Request {
  readonly user: string
  readonly groups: readonly string[]
  readonly verb: string
  readonly group: string
  readonly resource: string
  /** Empty: the resource itself. */
  readonly subresource: string
  /** Empty: in all namespaces, or of what lives in none. */
  readonly namespace: string
  /** Empty where the request has none. */
  readonly name: string
}

export const ESO = 'external-secrets.io'
const RBAC = 'rbac.authorization.k8s.io'
export const NAMESPACES = ['a', 'b'] as const
export const NAMES = ['n1', 'n2'] as const

/** Who asks: with the groups that the API server and a login give. */
export const CALLERS: readonly Pick<Request, 'user' | 'groups'>[] = [
  { user: 'ann', groups: ['system:authenticated'] },
  { user: 'ann', groups: ['devs', 'system:authenticated'] },
  { user: 'bob', groups: ['devs', 'ops', 'system:authenticated'] },
  { user: 'system:anonymous', groups: ['system:unauthenticated'] },
  ...['a:one', 'a:default', 'b:one'].map(account => ({
    user: `system:serviceaccount:${account}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${account.split(':')[0]}`, 'system:authenticated'],
  })),
]

const READ = ['get', 'list', 'watch']
const WRITE = ['create', 'update', 'patch', 'delete', 'deletecollection']
/** What is asked for; of what the built-in roles give, only what the model says it knows. */
const ASKED = [
  { group: '', resource: 'secrets', subresource: '', verbs: [...READ, ...WRITE] },
  { group: ESO, resource: 'secretstores', subresource: '', verbs: [...READ, ...WRITE] },
  { group: ESO, resource: 'externalsecrets', subresource: '', verbs: [...READ, ...WRITE] },
  { group: ESO, resource: 'externalsecrets', subresource: 'status', verbs: ['get', 'update', 'patch'] },
  { group: '', resource: 'serviceaccounts', subresource: 'token', verbs: ['create'] },
  { group: '', resource: 'serviceaccounts', subresource: '', verbs: ['impersonate', 'create', 'delete'] },
  { group: '', resource: 'pods', subresource: '', verbs: WRITE },
  { group: '', resource: 'pods', subresource: 'exec', verbs: ['get', 'create'] },
  { group: 'apps', resource: 'deployments', subresource: '', verbs: ['create', 'patch'] },
  { group: RBAC, resource: 'rolebindings', subresource: '', verbs: [...READ, ...WRITE, 'bind'] },
  { group: RBAC, resource: 'roles', subresource: '', verbs: ['create', 'escalate', 'bind'] },
] as const
export const GROUPS = [...new Set(ASKED.map(({ group }) => group))]
export const RESOURCES = [...new Set(ASKED.map(({ resource, subresource }) => pathOf({ resource, subresource })))]
export const VERBS = [...new Set(ASKED.flatMap(({ verbs }) => verbs))]

/** `name` or `name/sub`, as rules write it. */
export function pathOf({ resource, subresource }: Pick<Request, 'resource' | 'subresource'>): string {
  return subresource === '' ? resource : `${resource}/${subresource}`
}

/** A new object's name, and the names of a whole collection, are not in the request. */
const isNameless = ({ verb, subresource }: Pick<Request, 'verb' | 'subresource'>): boolean =>
  subresource === '' && ['create', 'deletecollection'].includes(verb)
const mayBeNameless = ({ verb }: Pick<Request, 'verb'>): boolean => ['list', 'watch'].includes(verb)

const what = fc
  .constantFrom(...ASKED)
  .chain(({ verbs, ...asked }) => fc.constantFrom(...verbs).map(verb => ({ ...asked, verb: verb as string })))

export const randomRequest: fc.Arbitrary<Request> = fc
  .record({
    caller: fc.constantFrom(...CALLERS),
    asked: what,
    namespace: fc.constantFrom(...NAMESPACES),
    isEverywhere: fc.boolean(),
    name: fc.constantFrom(...NAMES, 'n3'),
    hasName: fc.boolean(),
  })
  .map(({ caller, asked, namespace, isEverywhere, name, hasName }) => ({
    ...caller,
    ...asked,
    // Only whole lists can be asked for in all namespaces.
    namespace: isEverywhere && mayBeNameless(asked) ? '' : namespace,
    name: isNameless(asked) || (mayBeNameless(asked) && !hasName) ? '' : name,
  }))

/** The caller, and the groups that a login gives, as the model names them. */
export function holdersOf({ user, groups }: Pick<Request, 'user' | 'groups'>): Subject[] {
  const [, namespace, name] = /^system:serviceaccount:(.*):(.*)$/.exec(user) ?? []
  const caller: Subject =
    name === undefined
      ? { kind: 'User', name: user, namespace: undefined }
      : { kind: 'ServiceAccount', name, namespace }
  const own = groups.filter(group => !group.startsWith('system:'))
  return [caller, ...own.map(group => ({ kind: 'Group' as const, name: group, namespace: undefined }))]
}
