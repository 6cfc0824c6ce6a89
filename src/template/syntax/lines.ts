/** Finds lines of a text by offset; the text is read once, when first asked. */
export class LineCounter {
  readonly #text: string
  #starts: readonly number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** 1-based; an offset beyond the text lies on its last line. */
  lineOf(offset: number): number {
    const starts = this.#lineStarts()
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  /** 1-based, in UTF-16 units. */
  columnOf(offset: number): number {
    return offset - this.startOf(this.lineOf(offset)) + 1
  }

  /** The offset at which a line begins. */
  startOf(line: number): number {
    return this.#lineStarts()[line - 1] ?? 0
  }

  #lineStarts(): readonly number[] {
    this.#starts ??= lineStarts(this.#text)
    return this.#starts
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
