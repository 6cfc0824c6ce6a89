import { Untraced } from '../errors.ts'
import { parts, type Span } from '../value/splice.ts'
import { concatAll } from '../value/text.ts'
import type { Text, Value } from '../value/value.ts'
import { type Directive, PLAIN } from './directive.ts'
import { formatArgument, formatExtra } from './format-value.ts'
import type { CallContext } from './function.ts'

const DIRECTIVE =
  /%(?<flags>[-+# 0]*)(?<index>\[\d+\])?(?<width>\*|\d+)?(?<point>\.(?<precision>\*|\d*))?(?<late>\[\d+\])?(?<verb>.)?/suy
/** Go takes no number beyond this for a width. */
const LARGEST = 1_000_000

/**
 * Go's fmt.Sprintf. Text of the format and of strings printed by `%s`, `%v` and `%q` keeps its pieces.
 * @throws Untraced for argument indexes of `*`, and widths beyond a million
 */
export function printf(format: Text, values: readonly Value[], context: CallContext): Text {
  const literals: Span[] = []
  const printed: (Text | string)[] = []
  const reader = new ArgumentReader(values, context)
  const { string } = format
  let done = 0
  for (let at = string.indexOf('%'); at >= 0; at = string.indexOf('%', done)) {
    literals.push({ start: done, end: at })
    DIRECTIVE.lastIndex = at
    const match = DIRECTIVE.exec(string)
    done = match ? DIRECTIVE.lastIndex : at + 1
    printed.push(reader.print(match?.groups ?? {}))
  }
  literals.push({ start: done, end: string.length })
  const between = parts(format, literals)
  const result = concatAll([...between.flatMap((literal, i) => [literal, printed[i] ?? '']), reader.extra()])
  context.budget.write(result.string.length)
  return result
}

type Groups = Readonly<Record<string, string | undefined>>

/** Hands out the arguments, one after the other or by index. */
class ArgumentReader {
  readonly #values: readonly Value[]
  readonly #context: CallContext
  #next = 0
  #isReordered = false

  constructor(values: readonly Value[], context: CallContext) {
    this.#values = values
    this.#context = context
  }

  print(groups: Groups): Text | string {
    const { index, late } = groups
    // a point at the very end is taken for the verb
    const isCutOff = groups.verb === undefined && groups.point === '.'
    const verb = isCutOff ? '.' : groups.verb
    if (index !== undefined && (groups.width !== undefined || groups.point !== undefined))
      throw new Untraced('printf with an argument index before a width')
    if (verb === '[' || verb === ']') throw new Untraced('printf with a broken argument index')
    const directive = this.#directive(isCutOff ? { ...groups, verb, point: undefined } : groups)
    if (verb === undefined) return `${directive.complaint}%!(NOVERB)`
    const chosen = index ?? late
    const isThere = chosen === undefined || this.#choose(Number(chosen.slice(1, -1)))
    if (verb === '%') return `${directive.complaint}%`
    if (!isThere) return `${directive.complaint}%!${verb}(BADINDEX)`
    const value = this.#values[this.#next]
    if (!value) return `${directive.complaint}%!${verb}(MISSING)`
    this.#next++
    const text = formatArgument(value, isPlain(directive) ? PLAIN : directive, this.#context.budget)
    return directive.complaint === '' ? text : concatAll([directive.complaint, text])
  }

  /** Arguments that no directive took, unless indexes were used. */
  extra(): Text | string {
    const left = this.#values.slice(this.#next)
    return this.#isReordered || left.length === 0 ? '' : formatExtra(left, this.#context.budget)
  }

  #choose(index: number): boolean {
    this.#isReordered = true
    if (index < 1 || index > this.#values.length) return false
    this.#next = index - 1
    return true
  }

  #directive({ flags = '', width, point, precision = '', verb = '' }: Groups): Directive & { complaint: string } {
    const asked = width === '*' ? this.#star() : limited(width)
    const places = point === undefined ? undefined : precision === '*' ? this.#star() : (limited(precision || '0') ?? 0)
    const isBadWidth = width === '*' && asked === undefined
    const isBadPrecision = precision === '*' && (places === undefined || places < 0)
    const minus = flags.includes('-') || (asked ?? 0) < 0
    this.#context.budget.write(Math.abs(asked ?? 0) + Math.max(places ?? 0, 0))
    return {
      verb,
      minus,
      plus: flags.includes('+') && verb !== 'v',
      sharp: flags.includes('#'),
      space: flags.includes(' '),
      zero: flags.includes('0') && !minus,
      width: asked === undefined ? undefined : Math.abs(asked),
      precision: isBadPrecision ? undefined : places,
      complaint: (isBadWidth ? '%!(BADWIDTH)' : '') + (isBadPrecision ? '%!(BADPREC)' : ''),
    }
  }

  /** The int that stands for a `*`. */
  #star(): number | undefined {
    const value = this.#values[this.#next]
    this.#next = Math.min(this.#next + 1, this.#values.length)
    if (value?.kind !== 'number' || value.type === 'float64' || Math.abs(value.value) > LARGEST) return undefined
    return value.value
  }
}

function limited(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined
  const number = Number(digits)
  if (number > LARGEST) throw new Untraced('printf with a width beyond a million')
  return number
}

/** Under `%v` and `%s` without anything else most values print alike, and long lists print fast. */
const isPlain = ({ verb, width, precision, sharp, space }: Directive): boolean =>
  verb === 'v' && width === undefined && precision === undefined && !sharp && !space
