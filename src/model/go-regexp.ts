import { RE2JS } from 're2js'

/** A regular expression as Go understands it, on an engine whose time grows with the text and nothing else. */
export interface GoRegexp {
  /** Whether it matches anywhere in a text: Go's `MatchString`, which anchors nothing. */
  matches(text: string): boolean
  /** Whether it matches the whole text. */
  matchesAll(text: string): boolean
}

/** Compiles an expression of a manifest; undefined when Go would refuse it. */
export function compileGoRegexp(pattern: string): GoRegexp | undefined {
  try {
    const compiled = RE2JS.compile(pattern)
    return { matches: text => compiled.matcher(text).find(), matchesAll: text => compiled.matches(text) }
  } catch {
    return undefined
  }
}
