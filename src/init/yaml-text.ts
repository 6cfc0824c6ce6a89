import { stringify } from 'yaml'

const WIDTH = 110

/** A word as it can stand in YAML on one line, behind a key or a dash, whatever is in it. */
export function scalar(word: string): string {
  const text = stringify([word], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim()
  // JSON is YAML, too, and keeps what breaks lines behind a backslash.
  return /[\p{C}\u2028\u2029]/u.test(text) ? escaped(word) : text.slice(1, -1)
}

const escaped = (word: string): string =>
  JSON.stringify(word).replace(/[\p{C}\u2028\u2029]/gu, char =>
    Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  )

/** `key: [a, b]`, or one item a line where that gets too long. */
export function list(key: string, words: readonly string[]): string[] {
  const line = `${key}: [${words.map(scalar).join(', ')}]`
  return line.length <= WIDTH ? [line] : [`${key}:`, ...words.map(word => `  - ${scalar(word)}`)]
}

/** Prose as a comment. */
export const prose = (...lines: readonly string[]): string[] => lines.map(line => `# ${line}`)

/** Settings that are switched off: taking away the `#` of each line switches them on. */
export const off = (lines: readonly string[]): string[] => lines.map(line => `#${line}`)

export const indented = (lines: readonly string[], depth: number): string[] =>
  lines.map(line => `${' '.repeat(depth)}${line}`)
