interface Placed {
  /** UTF-16 offsets; the end is that of the last character. */
  readonly start: number
  readonly end: number
  /** As written, with its handle resolved: `tag:yaml.org,2002:str`, `!local`; empty without one. */
  readonly tag: string
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar'
  readonly text: string
  readonly isPlain: boolean
}

export interface SequenceNode extends Placed {
  readonly kind: 'sequence'
  readonly items: readonly Node[]
}

export interface MappingNode extends Placed {
  readonly kind: 'mapping'
  /** Keys and values in turn, in the order of the text. */
  readonly pairs: readonly (readonly [key: Node, value: Node])[]
}

export interface AliasNode extends Placed {
  readonly kind: 'alias'
  readonly name: string
  /** What had the anchor when the alias was read; not complete yet when the alias stands inside of it. */
  readonly target: Anchored
}

/** What an anchor names; it has its node once that is read to its end. */
export interface Anchored {
  node: Node | undefined
}

export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode
