/** A template's tree. Offsets are UTF-16 offsets into the source. */
export interface ParsedTemplate {
  readonly nodes: readonly Node[]
  /** `define` and `block`, by name; two filled ones of one name are an error, and an empty one gives way. */
  readonly defines: ReadonlyMap<string, readonly Node[]>
  /** Whether a text holds nothing but defines, comments and white space; an empty one does not replace a filled one. */
  readonly isEmpty: boolean
}

export type Node = TextNode | ActionNode | BranchNode | CallNode | JumpNode

export interface TextNode {
  readonly kind: 'text'
  /** Where the text begins after trimming. */
  readonly offset: number
  readonly text: string
}

/** `{{ pipeline }}`: prints, or with a declaration assigns. */
export interface ActionNode {
  readonly kind: 'action'
  /** Of `{{`. */
  readonly offset: number
  readonly pipeline: Pipeline
}

export interface BranchNode {
  readonly kind: 'if' | 'with' | 'range'
  readonly offset: number
  readonly pipeline: Pipeline
  readonly body: readonly Node[]
  /** `else if` is a branch in here. */
  readonly otherwise: readonly Node[] | undefined
}

/** `template` and `block`: calls another template by its name. */
export interface CallNode {
  readonly kind: 'call'
  readonly offset: number
  readonly name: string
  readonly pipeline: Pipeline | undefined
}

export interface JumpNode {
  readonly kind: 'break' | 'continue'
  readonly offset: number
}

export interface Pipeline {
  readonly offset: number
  /** `$x`, or `$i, $x`. */
  readonly variables: readonly string[]
  /** `=` instead of `:=`. */
  readonly isAssignment: boolean
  readonly commands: readonly Command[]
}

/** What stands between bars: a function with arguments, or one operand. */
export interface Command {
  readonly offset: number
  readonly operands: readonly [Operand, ...Operand[]]
}

export type Operand =
  | { readonly kind: 'dot'; readonly offset: number }
  | { readonly kind: 'nil'; readonly offset: number }
  | { readonly kind: 'bool'; readonly offset: number; readonly value: boolean }
  | { readonly kind: 'number'; readonly offset: number; readonly value: number; readonly type: 'int' | 'float64' }
  | { readonly kind: 'string'; readonly offset: number; readonly value: string }
  /** `.a.b`. */
  | { readonly kind: 'field'; readonly offset: number; readonly fields: readonly string[] }
  /** `$x.a.b`; the name has its `$`. */
  | { readonly kind: 'variable'; readonly offset: number; readonly name: string; readonly fields: readonly string[] }
  | { readonly kind: 'function'; readonly offset: number; readonly name: string }
  /** `(pipeline).a.b`. */
  | { readonly kind: 'group'; readonly offset: number; readonly pipeline: Pipeline; readonly fields: readonly string[] }
