import type { Dependencies } from './provenance.ts'
import type { Segment, Text } from './text.ts'

/** A text that was parsed as a template: a file of a chart, or a string given to `tpl`. */
export interface TemplateSource {
  /** As helm names it: `chart/charts/sub/templates/a.yaml`; `tpl` strings have the name of the template that called it. */
  readonly name: string
  readonly text: string
  /** The text that `tpl` was given, with where its pieces come from; undefined for files. */
  readonly given: Text | undefined
  /** 1-based. */
  lineOf(offset: number): number
  /** The pieces of `given` that have a part of a range; none for files. */
  givenIn(start: number, end: number): readonly GivenPiece[]
}

/** A piece of a text that `tpl` was given. */
export interface GivenPiece {
  readonly segment: Segment
  /** Where it begins in the text. */
  readonly start: number
}

/** An `include`, `template`, `block` or `tpl` on the way to a piece of output. */
export interface Frame {
  readonly parent: Frame | undefined
  /** The template that has the call, and where. */
  readonly source: TemplateSource
  readonly offset: number
  /** The name of the template called. */
  readonly name: string
}

/** An `if`, `with`, `range` or `else` around a piece of output, with what its pipeline depended on. */
export interface Condition {
  readonly parent: Condition | undefined
  readonly source: TemplateSource
  readonly offset: number
  readonly depends: Dependencies | undefined
  /** Whether the pipeline was true; a branch of `else` has false. */
  readonly isTrue: boolean
  /** For `range`: the key or index of the iteration. */
  readonly iteration: string | number | undefined
  /** Not of a template: the `condition` or `tags` with which a subchart is declared, around all that it prints. */
  readonly isOfChart?: true
}

/** What put a piece of text into the output. */
export interface Site {
  readonly source: TemplateSource
  /** Where the text begins after trimming, or the action's `{{`. */
  readonly offset: number
  /** Text is copied line by line; an action's output belongs to the action's line as a whole. */
  readonly kind: 'text' | 'action'
  readonly frame: Frame | undefined
  readonly condition: Condition | undefined
}
