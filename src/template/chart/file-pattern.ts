import { RE2JS } from 're2js'
import { Untraced } from '../errors.ts'
import { isAscii } from '../value/bytes.ts'

/** Where helm's own matcher goes wrong: three stars, braces with wildcards, braces or nothing in them. */
const UNSURE = /\*\*\*|\{[^}]*[*?[{\\]|\{,|,,|,\}|\{\}|[^\0-\x7f]/

/**
 * Which paths a pattern of `.Files.Glob` means: `*` and `?` stop at slashes, `**` does not; `[a-z]`, `[!abc]`, `{a,b}`, `\` escapes.
 * For a pattern that it cannot read helm takes all files.
 * @throws Untraced for patterns, or paths, that helm's matcher takes otherwise than it says.
 */
export function filePattern(pattern: string): (path: string) => boolean {
  if (UNSURE.test(pattern)) throw new Untraced(`a pattern of files that helm takes in its own way: ${pattern}`)
  const expression = new Translation(pattern).expression
  if (expression === undefined) return () => true
  const compiled = RE2JS.compile(expression, RE2JS.DOTALL)
  const countsCharacters = /[?[]/.test(pattern)
  return path => {
    if (countsCharacters && !isAscii(path)) throw new Untraced(`a pattern of files meets ${path}`)
    return compiled.matches(path)
  }
}

/** A pattern on its way to a regular expression of RE2, which matches in linear time. */
class Translation {
  readonly expression: string | undefined
  readonly #characters: readonly string[]
  #at = 0
  #open = 0

  constructor(pattern: string) {
    this.#characters = [...pattern]
    let expression = ''
    while (this.#at < this.#characters.length) {
      const next = this.#next()
      if (next === undefined) return
      expression += next
    }
    if (this.#open > 0) throw new Untraced('a pattern of files has an open brace')
    this.expression = expression
  }

  #read(): string | undefined {
    return this.#characters[this.#at++]
  }

  /** Undefined when there is no such pattern. */
  #next(): string | undefined {
    const character = this.#read() ?? ''
    if (character === '*') {
      if (this.#characters[this.#at] !== '*') return '[^/]*'
      this.#at++
      return '.*'
    }
    if (character === '?') return '[^/]'
    if (character === '[') return this.#class()
    if (character === '{') {
      this.#open++
      return '(?:'
    }
    if (this.#open > 0 && character === ',') return '|'
    if (this.#open > 0 && character === '}') {
      this.#open--
      return ')'
    }
    return escaped(character === '\\' ? (this.#read() ?? '') : character)
  }

  /** One range, or a list of characters in which `-` means itself. */
  #class(): string | undefined {
    const isNegated = this.#characters[this.#at] === '!'
    if (isNegated) this.#at++
    const inside = this.#characters[this.#at + 1] === '-' ? this.#range() : this.#list()
    if (inside === undefined || this.#read() !== ']') return undefined
    return `[${isNegated ? '^' : ''}${inside}]`
  }

  #range(): string | undefined {
    const low = this.#read() ?? ''
    this.#at++
    const high = this.#read()
    if (high === undefined || (high.codePointAt(0) ?? 0) < (low.codePointAt(0) ?? 0)) return undefined
    return `${escaped(low)}-${escaped(high)}`
  }

  #list(): string | undefined {
    let list = ''
    while (this.#at < this.#characters.length && this.#characters[this.#at] !== ']') {
      const character = this.#read() ?? ''
      list += escaped(character === '\\' ? (this.#read() ?? '') : character)
    }
    return list === '' ? undefined : list
  }
}

const escaped = (character: string): string =>
  character === '' ? '' : /[\w/ ]/.test(character) ? character : `\\x{${character.codePointAt(0)?.toString(16)}}`
