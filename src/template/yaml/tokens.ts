export type TokenKind =
  | 'stream-end'
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'

/** A token of YAML; offsets are UTF-16, lines count from 0. */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  readonly line: number
  /** The content of a scalar, the name of an anchor or alias, a whole tag, a directive's name. */
  readonly text: string
  /** For scalars: written without quotes or `|`. */
  readonly isPlain: boolean
}
