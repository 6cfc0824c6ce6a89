import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { ESO_GROUP } from '../eso/eso.ts'

/** One judgement that an admission policy passes on objects: a policy, or one rule of it. */
export interface Judgement {
  /** Where it is written. */
  readonly manifest: Manifest
  readonly objects: JudgedObjects
  /**
   * What it says about how it judges, without messages and names: a text for each condition, any of which may refuse an
   * object by itself. Undefined when that stands elsewhere.
   */
  readonly reads: readonly string[] | undefined
  /** Why it keeps nothing out; undefined when it does, or when that is filled in later. */
  readonly laxity: Laxity | undefined
}

/** Which objects a policy judges: kinds of the operator, and Secrets. As RBAC names them, such as `secretstores`. */
export interface JudgedObjects {
  readonly resources: ReadonlySet<string>
  /** Those of them that it names, instead of taking in every kind there is. */
  readonly named: ReadonlySet<string>
}

/** What makes a policy one that only watches. */
export interface Laxity {
  readonly manifest: Manifest
  readonly path: Path
  /** Part of a sentence about the policy: `only warns`. */
  readonly says: string
}

/** The kinds that are asked about, with their groups. */
export const KINDS: readonly (readonly [group: string, kind: string])[] = [
  ['', 'Secret'],
  ...[
    'ClusterExternalSecret',
    'ClusterPushSecret',
    'ClusterSecretStore',
    'ExternalSecret',
    'PushSecret',
    'SecretStore',
  ].map(kind => [ESO_GROUP, kind] as const),
]

/** A kind as RBAC names it. */
export const resourceOf = (kind: string): string => `${kind.toLowerCase()}s`

/** The kinds that patterns with `*` and `?` take in; `*` in a group of many kinds names none of them. */
export function objectsOfKinds(patterns: readonly { readonly group: string; readonly kind: string }[]): JudgedObjects {
  const found = patterns.flatMap(pattern =>
    KINDS.filter(([group, kind]) => glob(pattern.group).test(group) && glob(pattern.kind).test(kind)).map(
      ([, kind]) => ({ resource: resourceOf(kind), isNamed: pattern.kind !== '*' || pattern.group === ESO_GROUP }),
    ),
  )
  return {
    resources: new Set(found.map(({ resource }) => resource)),
    named: new Set(found.flatMap(({ resource, isNamed }) => (isNamed ? resource : []))),
  }
}

const glob = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )

/** What says nothing of how a policy judges. */
const TALK = new Set(['message', 'messageExpression', 'name'])

/** All keys and texts below a value, one a line. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return Object.entries(value)
    .filter(([key]) => !TALK.has(key))
    .map(([key, child]) => `${key}\n${textOf(child)}`)
    .join('\n')
}
