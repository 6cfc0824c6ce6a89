import type { Confidence, FrameLine, PhysicalLocation, Safety, Severity } from '../../finding.ts'
import type { Conclusion } from '../report.ts'

/** What the page holds as JSON: all that its code shows. Text is as people may read it, without invisible characters. */
export interface PageData {
  readonly tool: { readonly name: string; readonly version: string; readonly rulesDate: string }
  readonly conclusion: Conclusion
  /** Why it concludes so, a sentence without a full stop. */
  readonly reason: string
  /** Sentences without a full stop: what was checked, compared and left out. */
  readonly scope: readonly string[]
  /** Whether findings are known to be new or old. */
  readonly isCompared: boolean
  /** What is known of the rules that findings name, by their ids. */
  readonly rules: Readonly<Record<string, RuleData>>
  readonly findings: readonly FindingData[]
  /** Findings that are not in the page, because it would be too large. */
  readonly omitted: number
  readonly fixed: readonly SubjectData[]
  readonly suppressed: readonly SuppressedData[]
  readonly failures: readonly FailureData[]
  readonly warnings: readonly WarningData[]
  readonly notes: readonly string[]
  /** Releases and worlds. */
  readonly judged: readonly TableData[]
  readonly paths: readonly PathData[]
  /** How many attack paths are only counted. */
  readonly morePaths: number
  readonly inventory: readonly TableData[]
  readonly threats: readonly VerdictData[]
  readonly coverage: readonly VerdictData[]
  /** What sections of their own bring along, by the id of the section. */
  readonly sections: Readonly<Record<string, unknown>>
}

/** A rule in its own words, which are Markdown as far as backticks go. */
export interface RuleData {
  readonly title: string
  readonly why: string
  readonly remedy: string
  readonly url: string
  readonly references: readonly string[]
}

/** A finding of a rule at an object. */
export interface SubjectData {
  readonly rule: string
  readonly severity: Severity
  /** `ClusterRole eso-controller`; empty for what is missing from a whole install. */
  readonly object: string
}

export interface FindingData extends SubjectData {
  /** Its fingerprint. */
  readonly id: string
  readonly message: string
  readonly apiVersion: string
  /** `rules[1].verbs`; empty for the object itself. */
  readonly path: string
  readonly namespace: string
  readonly release: string
  readonly clusters: readonly string[]
  /** `only in 1 of 3 worlds: …`; empty where it is in all of them. */
  readonly worlds: string
  readonly isNew: boolean | null
  readonly place: PlaceData | null
  /** The others, `file:line` each. */
  readonly otherPlaces: readonly string[]
  /** Which value decides it: `gated by webhook.create`; empty where none does. */
  readonly key: string
  readonly rendered: { readonly template: string; readonly line: number } | null
  readonly frame: readonly FrameLine[]
  readonly renderedFrame: readonly FrameLine[]
  readonly related: readonly RelatedData[]
  readonly guide: readonly string[]
  readonly fix: FixData | null
}

/** Where something is written. */
export interface PlaceData {
  /** `file:line`, or the file alone. */
  readonly text: string
  /** The web page of the line; empty where none is known. */
  readonly url: string
  readonly via: PhysicalLocation['via']
  readonly confidence: Confidence | null
  /** The template that made the node, where the place is in another file. */
  readonly template: string
}

export interface RelatedData {
  readonly object: string
  readonly message: string
  /** `file:line`; empty for none. */
  readonly place: string
}

/** A fix that was tried. */
export type FixData = Safety & {
  readonly hunks: readonly HunkData[]
  /** Manifests that have to come in beside the others, by the word of `generate`. */
  readonly generates: readonly string[]
  /** Objects that differ with it: `changed Deployment eso/eso`. */
  readonly changed: readonly string[]
  readonly moreChanged: number
}

/** Lines of a file that a fix replaces. */
export interface HunkData {
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** Null where they are not shown: one of them may hold a secret. */
  readonly removed: readonly string[] | null
  readonly added: readonly string[]
}

export interface SuppressedData extends SubjectData {
  readonly kind: string
  readonly reason: string
  readonly message: string
  readonly place: string
  /** Where it is said that it does not count; empty for the baseline. */
  readonly saidAt: string
}

export interface FailureData {
  readonly release: string
  readonly message: string
  readonly place: string
  /** Why somebody accepted it; null where nobody did. */
  readonly accepted: string | null
}

export interface WarningData {
  readonly message: string
  readonly place: string
}

/** Who can get at what, step by step. */
export interface PathData {
  readonly id: string
  readonly title: string
  readonly threat: string
  readonly severity: Severity
  readonly steps: readonly StepData[]
}

export interface StepData {
  readonly says: string
  readonly object: string
  readonly place: string
}

/** Text in rows and columns. */
export interface TableData {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How many rows are left out. */
  readonly more: number
}

export interface VerdictData {
  readonly id: string
  /** The guidance in short. */
  readonly says: string
  readonly status: 'mitigated' | 'exposed' | 'not-assessed'
  /** Ids of rules, but a sentence where nothing can be said. */
  readonly evidence: readonly string[]
}
