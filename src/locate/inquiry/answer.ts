import type { ObjectRef, Path } from '../../finding.ts'

/** What somebody wants to know of: a line of a file, or a key of the values. */
export type Question =
  /** `file` as it was typed, `line` 1-based. */
  { readonly kind: 'line'; readonly file: string; readonly line: number } | { readonly kind: 'key'; readonly key: Path }

/** A line of a template as helm names it, with the file of the repository; null where that is in an archive. */
export interface TemplateSpot {
  readonly template: string
  readonly file: string | null
  readonly line: number
}

/** A template that was called on the way: the line of the call, and the name that was called. */
export interface CallSpot extends TemplateSpot {
  readonly name: string
}

/** An `if`, `with` or `range` with what decides it: keys of the values, and helm's own objects. */
export interface ConditionSpot extends TemplateSpot {
  readonly isTrue: boolean
  readonly keys: readonly string[]
  /** `.Capabilities.APIVersions`. */
  readonly objects: readonly string[]
}

/**
 * How a node of the output hangs on what was asked: its text is from there (`made`), it was computed with it (`used`), or
 * it is there at all because of it (`gated`).
 */
export type Role = 'made' | 'used' | 'gated'

/** A node of the rendered text. What may be secret is masked. */
export interface NodeAnswer {
  readonly object: ObjectRef | null
  /** Empty for the object as a whole. */
  readonly path: Path
  readonly role: Role
  /** 1-based line of all that the release renders, or of the file that was asked about. */
  readonly renderedLine: number
  readonly text: string
  /** The line that has its text or its action: in a helper, the helper's. Null where `tpl` made a template of a value. */
  readonly from: TemplateSpot | null
  /** Then this is the line in the text of that value; null where a flag gives it. */
  readonly fromValues: { readonly key: string; readonly file: string | null; readonly line: number | null } | null
  /** Outermost first. */
  readonly through: readonly CallSpot[]
  /** The keys that are its text, then those that it was computed with. */
  readonly values: readonly { readonly key: string; readonly is: boolean }[]
  /** What else of helm's it is or was computed with: `.Release.Name`. */
  readonly objects: readonly string[]
  /** Innermost first. */
  readonly conditions: readonly ConditionSpot[]
}

/** A place that sets a key; one of them wins. */
export interface LayerAnswer {
  /** Null for a flag. */
  readonly file: string | null
  readonly line: number | null
  /** The line as it is written, masked; empty for a key that the config sets. */
  readonly text: string
  readonly wins: boolean
  /** Whether the question was about this very line. */
  readonly isAsked: boolean
}

/** What another value of a key does to the output. */
export interface Effect {
  readonly what: 'changed' | 'removed' | 'appears'
  readonly object: ObjectRef | null
  /** Empty for the object as a whole. */
  readonly path: Path
}

/** What was tried with a key: never a value that may be secret. */
export interface ChangeAnswer {
  /** `true -> false`, `another text`. */
  readonly tried: string
  readonly fails: boolean
  readonly effects: readonly Effect[]
  readonly moreEffects: number
}

export interface KeyAnswer {
  readonly key: string
  /** First the one that wins. Empty where nothing sets it. */
  readonly layers: readonly LayerAnswer[]
  readonly change: ChangeAnswer
}

/** What one release says to the question. */
export interface ReleaseAnswer {
  readonly release: string
  readonly namespace: string
  readonly variant: string
  readonly chart: string
  readonly nodes: readonly NodeAnswer[]
  readonly moreNodes: number
  /** The conditions around the line that was asked for, innermost first; only for lines of templates. */
  readonly around: readonly ConditionSpot[]
  readonly keys: readonly KeyAnswer[]
  readonly moreKeys: readonly string[]
  /** What could not be traced, and why an answer is empty. */
  readonly notes: readonly string[]
}

export interface Answer {
  /** What the line was taken for. */
  readonly about: 'template' | 'values' | 'rendered'
  readonly file: string | null
  readonly line: number | null
  readonly key: string | null
  readonly releases: readonly ReleaseAnswer[]
}
