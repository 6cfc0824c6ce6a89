import { inUse } from '../../check/in-use.ts'
import { FETCHING_KINDS, PUSHING_KINDS } from '../../model/eso/external-secrets.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { isPlaceholder } from '../../parse/untyped.ts'
import { nameExpression } from './name-expression.ts'
import { FETCHING, type JudgedKind, ON_WRITTEN_SPEC, type Policy, type PolicyMaker, PUSHING } from './policy.ts'
import { sensitiveNamespaces } from './sensitive-namespaces.ts'
import { everyNamespace, FETCHING_NAMESPACES, PUSHING_NAMESPACES } from './spec.ts'

/** Which requests, and what the config and the set say of their namespaces. */
interface Subject {
  readonly id: string
  readonly rule: string
  readonly kinds: readonly JudgedKind[]
  readonly key: 'externalSecret' | 'pushSecret'
  readonly requests: readonly string[]
  /** What tells the namespaces that one names. */
  readonly variables: Policy['variables']
  used(world: World): readonly string[]
}

/** ExternalSecrets work in the namespaces that the config allows, else in those where there are some today. */
export const fetchingNamespaces: PolicyMaker = world =>
  policyFor(world, {
    id: 'eso-external-secret-namespaces',
    rule: 'external-secret-in-forbidden-namespace',
    kinds: FETCHING,
    key: 'externalSecret',
    requests: FETCHING_KINDS,
    variables: FETCHING_NAMESPACES,
    used: set => inUse(set).externalSecretNamespaces,
  })

/** The same of PushSecrets. */
export const pushingNamespaces: PolicyMaker = world =>
  policyFor(world, {
    id: 'eso-push-secret-namespaces',
    rule: 'push-secret-in-forbidden-namespace',
    kinds: PUSHING,
    key: 'pushSecret',
    requests: PUSHING_KINDS,
    variables: PUSHING_NAMESPACES,
    used: set => inUse(set).pushSecretNamespaces,
  })

function policyFor(world: World, subject: Subject): ReturnType<PolicyMaker> {
  const { names, globs, origin } = allowed(world, subject)
  if (names.length + globs.length === 0)
    return {
      notes: [`allowedNamespaces.${subject.key} of the config is empty: no policy is made that refuses everything`],
    }
  const read = globs.map(glob => ({ glob, expression: nameExpression(glob) }))
  const unread = read.filter(({ expression }) => expression === undefined)
  const kind = subject.kinds[0]?.kind ?? ''
  return {
    notes: unread.map(
      ({ glob }) => `${subject.id} does not know the pattern ${glob} of the config: its namespaces are refused`,
    ),
    policy: {
      id: subject.id,
      comment: [
        `${kind}s may work in these namespaces only: ${origin}. What patterns take in is refused where it is sensitive.`,
        `A Cluster${kind} that chooses namespaces by labels is judged by the ${kind}s that the operator makes of it: do not exempt its ServiceAccount.`,
      ],
      kinds: subject.kinds,
      ...ON_WRITTEN_SPEC,
      settings: [
        { name: 'namespaces', value: names },
        { name: 'patterns', value: read.flatMap(({ expression }) => expression ?? []) },
        { name: 'sensitive', value: sensitiveNamespaces(world) },
      ],
      variables: subject.variables,
      validations: [
        {
          expression: everyNamespace(
            '(ns in variables.namespaces || (variables.patterns.exists(p, ns.matches(p)) && !(ns in variables.sensitive)))',
          ),
          message: `object.kind + ' is not allowed in namespace ' + variables.named.join(', ')`,
        },
      ],
      action: 'deny',
      holds: [{ id: subject.rule }],
      ...exampleIn(subject, names),
    },
  }
}

function allowed(world: World, { key, requests, used }: Subject) {
  const given = world.config.allowedNamespaces?.[key]
  if (given) return { ...split(given), origin: `allowedNamespaces.${key} of the config` }
  const names = used(world).filter(name => !world.isSensitiveNamespace(name))
  const all = requests.flatMap(kind => world.of(kind))
  if (names.length > 0 && all.every(isPlain)) return { names, globs: [], origin: 'those where the set has some' }
  const why = all.length === 0 ? 'the set has none' : 'for some it does not say where they work'
  return { names: [], globs: ['*'], origin: `all that are not sensitive, as the config names none and ${why}` }
}

const split = (given: readonly string[]) => ({
  names: given.filter(isName),
  globs: given.filter(entry => !isName(entry)),
})

const isName = (entry: string): boolean => /^[a-z0-9-]+$/.test(entry)

/** Whether all namespaces of a request are in its manifest. */
const isPlain = (request: Manifest): boolean =>
  request.kind.startsWith('Cluster')
    ? ['namespaceSelector', 'namespaceSelectors'].every(key => request.get('spec', key) === undefined)
    : request.namespace !== undefined && !isPlaceholder(request.namespace)

function exampleIn({ kinds, key }: Subject, [name]: readonly string[]) {
  const { kind = '', group = '' } = kinds[0] ?? {}
  const apiVersion = `${group}/${key === 'pushSecret' ? 'v1alpha1' : 'v1'}`
  const at = (namespace: string) => ({ apiVersion, kind, metadata: { name: 'one', namespace }, spec: {} })
  return name === undefined ? {} : { examples: { admitted: at(name), refused: at(`not-${name}`) } }
}
