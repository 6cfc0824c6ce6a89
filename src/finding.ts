import { createHash } from 'node:crypto'

/** Severities from the least to the most severe. `critical`: a credential or Secret can leave now; `info`: advice. */
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Whether `severity` is at least as severe as `limit`. */
export const reaches = (severity: Severity, limit: Severity): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(limit)

/** The six threat vectors of the guidance's threat model, by their row in the coverage table. */
export const THREATS = ['TM1', 'TM2', 'TM3', 'TM4', 'TM5', 'TM6'] as const
export type Threat = (typeof THREATS)[number]

/** Rows of the guidance's coverage table: one for each sentence of it. */
export const ROWS = [
  ...THREATS,
  ...(['RM1', 'RM2', 'RM3', 'RM4', 'RM5', 'RM6', 'RM7'] as const),
  ...(['PC1', 'PC2', 'PC3', 'PC4', 'NI1', 'NI2', 'NI3'] as const),
  ...(['PS1', 'PS2', 'PS3', 'PS4', 'PS5', 'AC1', 'AC2', 'AC3', 'AC4'] as const),
  ...(['NS1', 'NS2', 'NS3', 'NS4', 'AO1', 'AO2', 'AO3', 'AO4'] as const),
] as const
export type Row = (typeof ROWS)[number]

export const isThreat = (row: Row): row is Threat => (THREATS as readonly Row[]).includes(row)

/** Keys and list indices from a manifest's root, e.g. `['rules', 0, 'verbs']`. */
export type Path = readonly (string | number)[]

/** Which Kubernetes object a finding is about. `namespace` is undefined for cluster-scoped objects and where nobody said. */
export interface ObjectRef {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string | undefined
  readonly name: string
}

/**
 * A place in the repository (SARIF's word). Lines are 1-based and inclusive; there are none
 * when only the file is known, as for a chart's template.
 */
export interface PhysicalLocation {
  /** Relative to the repository, with `/`. */
  readonly file: string
  readonly startLine?: number
  readonly endLine?: number
  /** How the place was found: the plain manifest itself, a value of a values file, the template named by helm, or what declares the release. */
  readonly via: 'manifest' | 'values' | 'template' | 'declaration'
  /** The key of the values that decides it, `webhook.create`; only with `via: 'values'`, and of what the config sets. */
  readonly key?: string
  /** The file does not have the key yet: the line is its nearest ancestor's. */
  readonly isMissing?: boolean
  /** How sure the place of a rendered node is; undefined where it is not about one. */
  readonly confidence?: Confidence
  /** The template that the node was rendered from, where the place is in another file. Not part of the JSON report. */
  readonly template?: string
}

/**
 * `set-by`: changing the place changes the node (the template's own text, or a value that was tried). `gated-by`: the place
 * decides whether the node is there at all, which was tried. `probably`: not tried.
 */
export type Confidence = 'set-by' | 'gated-by' | 'probably'

/** Where helm's output has the node: 1-based line of that release's rendered text. */
export interface RenderedLocation {
  readonly release: string
  readonly template: string
  readonly line: number
}

/** Another object that belongs to the story of a finding, such as the binding that gives a right. */
export interface RelatedObject {
  readonly message: string
  readonly object: ObjectRef
  readonly location: PhysicalLocation | null
}

/** One line of a code frame; `marked` lines are the ones the finding points at. */
export interface FrameLine {
  readonly line: number
  readonly text: string
  readonly marked: boolean
}

/** A cluster with one of its sets of values. */
export interface WorldRef {
  readonly cluster: string
  readonly variant: string
}

/** One result of one rule. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly remedy: string
  /** Rows of the guidance's coverage table. */
  readonly guide: readonly Row[]
  readonly threats: readonly Threat[]
  /** Null for what is missing from a whole install. */
  readonly object: ObjectRef | null
  readonly path: Path
  /** The best place; null when nothing in the repository stands for it. */
  readonly location: PhysicalLocation | null
  /** All places where the same finding stands, best first. */
  readonly places: readonly PhysicalLocation[]
  readonly rendered: RenderedLocation | null
  readonly related: readonly RelatedObject[]
  /** The worlds that have it; undefined where there is only one world. */
  readonly worlds?: readonly WorldRef[] | undefined
  /** Survives moved lines, renamed files and re-ordered lists; see `fingerprint`. */
  readonly fingerprint: string
  /** Whether the base did not have it, or had it less severe; null when there is no base to say so. */
  readonly isNew: boolean | null
  /** What the rule would change. Not part of the JSON report: it was not tried. */
  readonly offer?: Offer | undefined
  /** What removes it; undefined where nothing was asked for, or proven. */
  readonly fix?: ProvenFix | undefined
  /** The lines around the node, with Secret values masked. Not part of the JSON report. */
  readonly frame: readonly FrameLine[]
  /** The same lines as helm printed them, numbered as in `rendered`; undefined where nothing was rendered. Not part of the JSON report. */
  readonly renderedFrame?: readonly FrameLine[] | undefined
}

/** What YAML can say, without dates, binary data and keys that are no text. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue }

/** One thing that a fix does, in terms of the model. */
export type Change =
  /** A value of the chart: the key as the chart itself has it. */
  | { readonly kind: 'value'; readonly key: Path; readonly value: YamlValue }
  /** A field of the finding's object; undefined takes it away. */
  | { readonly kind: 'field'; readonly path: Path; readonly value: YamlValue | undefined }
  /** The finding's object goes, where a whole document of a file is it. */
  | { readonly kind: 'remove' }
  /** The manifests that `generate` makes come in beside the others; its word for them. */
  | { readonly kind: 'generate'; readonly what: GeneratorId }

/** What `generate` can make. */
export type GeneratorId = (typeof GENERATOR_IDS)[number]

export const GENERATOR_IDS = [
  'network-policies',
  'rbac',
  'admission',
  'audit-policy',
  'alerts',
  'split',
  'namespace',
] as const

/** `safe`: it cannot change what works. `unsafe`: somebody has to answer a question first. */
export type Safety = { readonly safety: 'safe' } | { readonly safety: 'unsafe'; readonly question: string }

/** What a rule would change, all of it together; nobody tried it yet. */
export type Fix = Safety & { readonly changes: readonly [Change, ...Change[]] }

/** Where a value of a release is set, or would be added. */
export interface ValuePlace extends PhysicalLocation {
  /** The key's path in the values. */
  readonly inside: Path
  /** Whether the values are a part of another file, such as an Argo CD Application. */
  readonly isInline?: boolean
  /** Where in that file they are a mapping: its document by the line on which it begins, undefined for all of the file. */
  readonly holder?: { readonly document: number | undefined; readonly path: Path }
}

/** A value of a chart as one release of it would get it. */
export type ReleaseValue = Extract<Change, { readonly kind: 'value' }> & {
  readonly release: string
  /** The names under which the charts above have the chart: the key begins with them in the release's values. */
  readonly charts: readonly string[]
  /** Where its user sets the key, or would add it, and its path in that file; undefined where no file of the repository can. */
  readonly place: ValuePlace | undefined
}

/** What a fix does, in terms of the repository. */
export type OfferedChange = Exclude<Change, { readonly kind: 'value' }> | ReleaseValue

/** A rule's fix for one finding. A value that several releases take is there for each of them. */
export type Offer = Safety & { readonly changes: readonly OfferedChange[] }

/** Lines of a text (1-based, inclusive) and what stands there afterwards: lines joined by `\n`; empty for none. */
export interface LineEdit {
  readonly startLine: number
  readonly endLine: number
  readonly replacement: string
  /** Whether the lines of the file end as Windows ends them, and those that take their place have to. */
  readonly isCrlf?: boolean
}

/** An edit of a file of the repository. */
export interface FileEdit extends LineEdit {
  /** Relative to the repository, with `/`. */
  readonly file: string
  /** The lines that it replaces, each that may hold a secret as `***`; undefined where nobody kept them. Not part of the JSON report. */
  readonly before?: readonly string[] | undefined
}

/** What a fix does to an object that its tree renders or holds. */
export interface ChangedObject extends Pick<ObjectRef, 'kind' | 'namespace' | 'name'> {
  readonly change: 'added' | 'changed' | 'removed'
}

/** A fix that was tried: with it the finding is gone, and nothing new came. */
export type ProvenFix = Safety & {
  readonly fingerprint: string
  /** Sorted by file and line, none touches another. Empty only where all it takes is manifests. */
  readonly edits: readonly FileEdit[]
  /** Manifests that have to come in beside the others, by the word of `generate`. */
  readonly generates: readonly GeneratorId[]
  /** The objects that differ with it, alone; undefined where there was no time to look. */
  readonly changed?: readonly ChangedObject[] | undefined
  /** How many more differ than are listed. */
  readonly moreChanged?: number | undefined
}

/** Why what a rule offers is not there as a fix. */
export interface RefusedFix {
  readonly fingerprint: string
  /** Not a sentence: `there is an anchor on the way`. */
  readonly reason: string
}

/** What makes a finding the same finding after an edit elsewhere. */
export interface Identity {
  readonly rule: string
  readonly cluster: string
  readonly object: ObjectRef | null
  /** The path with list items named by their `name` key or content, never by index. */
  readonly path: readonly string[]
  /** Which of several faults on one node. */
  readonly discriminator: string
}

/** 16 hexadecimal digits over rule, cluster, object, path and discriminator: no file, no line, no message. */
export function fingerprint({ rule, cluster, object, path, discriminator }: Identity): string {
  const group = object ? groupOf(object.apiVersion) : ''
  const key = [rule, cluster, group, object?.kind, object?.namespace, object?.name, path, discriminator]
  return createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 16)
}

/** `apps/v1` -> `apps`, `v1` -> `` (the core group). */
export const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''

/** `ClusterRole eso-controller`, `ExternalSecret shop/db`: how messages and reports name an object; a file of the API server has no name. */
export const nameOf = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`.trimEnd()
