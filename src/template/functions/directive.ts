/** What stands between `%` and the verb, and the verb. */
export interface Directive {
  readonly verb: string
  readonly minus: boolean
  readonly plus: boolean
  readonly sharp: boolean
  readonly space: boolean
  readonly zero: boolean
  readonly width: number | undefined
  readonly precision: number | undefined
}

/** `%v`. */
export const PLAIN: Directive = {
  verb: 'v',
  minus: false,
  plus: false,
  sharp: false,
  space: false,
  zero: false,
  width: undefined,
  precision: undefined,
}

/** What fills a text of so many characters up to the width, and on which side. */
export function paddingOf(length: number, directive: Directive): { readonly left: string; readonly right: string } {
  const missing = Math.max((directive.width ?? 0) - length, 0)
  if (directive.minus) return { left: '', right: ' '.repeat(missing) }
  return { left: (directive.zero ? '0' : ' ').repeat(missing), right: '' }
}

export function pad(string: string, directive: Directive): string {
  const { left, right } = paddingOf([...string].length, directive)
  return left + string + right
}
