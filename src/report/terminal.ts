/** Foreign text for a terminal: control characters, which could move the cursor or set colours, become `�`. */
export const printable = (text: string): string => text.replace(CONTROL, '\uFFFD')

// Everything of categories Cc and Cf but tab and line feed; bidirectional overrides are among them.
const CONTROL = /[^\P{C}\t\n]/gu

/** The same data with every string made `printable`. */
export function printableData<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T
  if (Array.isArray(value)) return value.map(printableData) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableData(item)])) as T
}

/** Breaks text at spaces into lines of at most `width` characters; a longer word stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line && line.length + 1 + word.length > width) {
        lines.push(line)
        line = word
      } else line = line ? `${line} ${word}` : word
    }
    lines.push(line)
  }
  return lines
}

/** Wraps text behind a label: the label on the first line, spaces of its width on the others. */
export function wrapBehind(label: string, text: string, width: number): string[] {
  return wrap(text, Math.max(20, width - label.length)).map(
    (line, i) => (i === 0 ? label : ' '.repeat(label.length)) + line,
  )
}

/** How a report colours its words; `plain` leaves them as they are. */
export interface Palette {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly cyan: (text: string) => string
  readonly green: (text: string) => string
}

const sgr = (on: number, off: number) => (text: string) => `\u001B[${on}m${text}\u001B[${off}m`
const same = (text: string): string => text

export const PLAIN: Palette = { bold: same, dim: same, red: same, yellow: same, cyan: same, green: same }
export const COLOURED: Palette = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  cyan: sgr(36, 39),
  green: sgr(32, 39),
}
