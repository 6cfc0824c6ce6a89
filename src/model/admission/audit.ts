import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, asTexts, isPlaceholder } from '../../parse/untyped.ts'

/** The file that tells the API server what to log: `--audit-policy-file`. */
export const AUDIT_POLICY_KIND = 'audit.k8s.io/Policy'

/** How much is logged of a request, from nothing to everything. */
const LEVELS = ['None', 'Metadata', 'Request', 'RequestResponse'] as const
export type Level = (typeof LEVELS)[number]

export const logs = (level: Level, least: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(least)

/** A request for some object of a resource, by anybody, in any namespace if it lives in one. */
export interface Request {
  readonly isNamespaced: boolean
  readonly group: string
  /** `name` or `name/sub`. */
  readonly resource: string
  readonly verb: string
}

/** A rule that decides about a request, or about some of its kind. */
export interface Decision {
  /** Undefined when it is filled in later. */
  readonly level: Level | undefined
  /** Of the rule, in the policy; of the list of rules where none matches. */
  readonly path: Path
  /** Whether it decides about all of its kind: no user, namespace or name is singled out. */
  readonly isForAll: boolean
}

/**
 * The rules that may decide about a request, in order, up to the first that decides about all of its kind; at last that
 * nothing is logged, as where no rule matches. The first match counts. Source: kubernetes/kubernetes 1.35,
 * staging/src/k8s.io/apiserver/pkg/audit/policy/checker.go
 */
export function decisionsOn(policy: Manifest, request: Request): Decision[] {
  const decisions: Decision[] = []
  const omitted = asTexts(policy.get('omitStages'))
  for (const [i, value] of asList(policy.get('rules')).entries()) {
    const rule = asMapping(value) ?? {}
    const match = matchOf(rule, request)
    if (match === undefined) continue
    const isSilent = LAST_STAGES.every(stage => [...omitted, ...asTexts(rule.omitStages)].includes(stage))
    const level = isSilent ? 'None' : LEVELS.find(known => known === rule.level)
    decisions.push({ level, path: ['rules', i], isForAll: match === 'all' })
    if (match === 'all') return decisions
  }
  return [...decisions, { level: 'None', path: ['rules'], isForAll: true }]
}

/** What happens to a request that no rule singles out. */
export const decisionOn = (policy: Manifest, request: Request): Decision | undefined =>
  decisionsOn(policy, request).find(({ isForAll }) => isForAll)

/** A request that ends as it should passes these stages; with both left out nothing of it is logged. */
const LAST_STAGES = ['RequestReceived', 'ResponseComplete']

type Match = 'all' | 'some' | undefined

function matchOf(rule: Readonly<Record<string, unknown>>, request: Request): Match {
  const verbs = asTexts(rule.verbs)
  if (verbs.length > 0 && !verbs.includes(request.verb) && !verbs.some(isPlaceholder)) return undefined
  const resources = asList(rule.resources)
  const aboutUrls = asList(rule.nonResourceURLs).length > 0
  if (aboutUrls && resources.length === 0 && asList(rule.namespaces).length === 0) return undefined
  const matches = resources.map(entry => matchOfResource(entry, request))
  if (resources.length > 0 && matches.every(match => match === undefined)) return undefined
  const namespaces = asTexts(rule.namespaces)
  // What lives in no namespace has the namespace ''.
  const elsewhere = request.isNamespaced ? namespaces.every(name => name === '') : !namespaces.includes('')
  if (namespaces.length > 0 && elsewhere) return undefined
  const isNarrowed =
    asList(rule.users).length > 0 ||
    (namespaces.length > 0 && request.isNamespaced) ||
    !takesEveryGroup(asTexts(rule.userGroups))
  return !isNarrowed && (resources.length === 0 || matches.includes('all')) ? 'all' : 'some'
}

/** Whoever has signed in is in this group. */
const takesEveryGroup = (groups: readonly string[]): boolean =>
  groups.length === 0 || groups.includes('system:authenticated')

/** A group without resources is about all of it; the group itself must be equal, there is no `*`. */
function matchOfResource(value: unknown, { group, resource }: Request): Match {
  const entry = asMapping(value)
  if (!entry || (asText(entry.group) ?? '') !== group) return undefined
  const names = asList(entry.resources)
  if (names.length === 0) return 'all'
  if (!names.some(name => name === resource || isPattern(name, resource) || isPlaceholder(name))) return undefined
  return asList(entry.resourceNames).length === 0 && !names.every(isPlaceholder) ? 'all' : 'some'
}

/** `*`, `*` before a subresource, and `*` behind a resource, which takes in the resource itself. */
function isPattern(pattern: unknown, resource: string): boolean {
  const [name, subresource] = resource.split('/')
  return pattern === '*' || pattern === `${name}/*` || (subresource !== undefined && pattern === `*/${subresource}`)
}
