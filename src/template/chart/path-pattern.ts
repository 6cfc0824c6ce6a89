/** A pattern of Go's `filepath.Match`: `*` and `?` stop at a slash, `[a-z]` and `[^a]` are classes, `\` escapes. */
export interface PathPattern {
  matches(path: string): boolean
}

type Token = 'star' | 'any' | { readonly char: string } | Class

interface Class {
  readonly isNegated: boolean
  readonly ranges: readonly (readonly [low: number, high: number])[]
}

/** Undefined when Go would call the pattern malformed. */
export function parsePathPattern(pattern: string): PathPattern | undefined {
  const tokens = tokenize([...pattern])
  return tokens && { matches: path => matches(tokens, [...path]) }
}

function tokenize(pattern: readonly string[]): Token[] | undefined {
  const tokens: Token[] = []
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? ''
    if (char === '*') tokens.push('star')
    else if (char === '?') tokens.push('any')
    else if (char === '\\') {
      const escaped = pattern[++i]
      if (escaped === undefined) return undefined
      tokens.push({ char: escaped })
    } else if (char === '[') {
      const found = classAt(pattern, i + 1)
      if (!found) return undefined
      tokens.push(found.class)
      i = found.end
    } else tokens.push({ char })
  }
  return tokens
}

/** The class whose first character is at `start`; `end` is its `]`. */
function classAt(pattern: readonly string[], start: number): { class: Class; end: number } | undefined {
  const isNegated = pattern[start] === '^'
  const ranges: [number, number][] = []
  let i = isNegated ? start + 1 : start
  const next = (): number | undefined => {
    if (pattern[i] === '-' || pattern[i] === ']') return undefined
    if (pattern[i] === '\\') i++
    return pattern[i++]?.codePointAt(0)
  }
  while (pattern[i] !== ']' || ranges.length === 0) {
    const low = next()
    if (low === undefined) return undefined
    let high: number | undefined = low
    if (pattern[i] === '-') {
      i++
      high = next()
    }
    if (high === undefined || i >= pattern.length) return undefined
    ranges.push([low, high])
  }
  return { class: { isNegated, ranges }, end: i }
}

/** As Go, each star takes the least that lets what follows it, up to the next star, match: linear in stars times length. */
function matches(tokens: readonly Token[], path: readonly string[]): boolean {
  let at = 0
  let token = 0
  let star: { token: number; at: number } | undefined
  while (at < path.length || token < tokens.length) {
    const wanted = tokens[token]
    if (wanted === 'star') {
      star = { token: ++token, at }
      continue
    }
    if (wanted !== undefined && at < path.length && matchesOne(wanted, path[at] ?? '')) {
      token++
      at++
      continue
    }
    if (!star || star.at >= path.length || path[star.at] === '/') return false
    star.at++
    at = star.at
    token = star.token
  }
  return true
}

function matchesOne(token: Exclude<Token, 'star'>, char: string): boolean {
  if (token === 'any') return char !== '/'
  if ('char' in token) return token.char === char
  const code = char.codePointAt(0) ?? 0
  return token.ranges.some(([low, high]) => low <= code && code <= high) !== token.isNegated
}
