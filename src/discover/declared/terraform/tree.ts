/** An expression, as far as it is read: everything with operators, conditions and loops is `other`. */
export type Expression = Place &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    /** Texts and what is filled in between them. */
    | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] }
    /** Of a heredoc: its lines as they are written, `line` is that of the first. */
    | { readonly kind: 'lines'; readonly parts: readonly (string | Expression)[] }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'object'; readonly entries: readonly Entry[] }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
    /** `var.x`, `kubernetes_namespace.eso.metadata[0].name`. */
    | { readonly kind: 'reference'; readonly path: readonly string[] }
    | { readonly kind: 'other' }
  )

/** Where something stands. */
export interface Place {
  readonly file: string
  /** 1-based. */
  readonly line: number
}

/** An entry of an object. */
export interface Entry {
  readonly key: string
  readonly line: number
  readonly value: Expression
}

/** `resource "helm_release" "eso" { … }`: `labels` are what stands between its type and its brace. */
export interface Block {
  readonly type: string
  readonly labels: readonly string[]
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly attributes: ReadonlyMap<string, Expression>
  readonly blocks: readonly Block[]
}
