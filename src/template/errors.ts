/** Where in a template something went wrong; line and column are 1-based. */
export interface TemplatePlace {
  /** As helm names it: `chart/templates/a.yaml`. */
  readonly template: string
  readonly line: number
  readonly column: number
}

/**
 * What makes helm itself fail: a template that does not parse, a call with wrong arguments, `fail`, `required`.
 * The message is worded like Go's as far as somebody reads it; only the fact that it fails is relied on.
 */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  /** Unknown until the executor says which action was running. */
  place: TemplatePlace | undefined

  constructor(message: string, place?: TemplatePlace) {
    super(message)
    this.place = place
  }
}

/**
 * What this engine cannot do as helm does it: an unknown function, a number beyond 2^53, a limit that was reached.
 * The chart is then "not traced"; what helm prints for it is judged all the same.
 */
export class Untraced extends Error {
  override readonly name = 'Untraced'
}
