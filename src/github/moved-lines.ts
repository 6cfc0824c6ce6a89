/** A stretch of both texts that is still to be compared; 0-based, the ends excluded. */
interface Stretch {
  readonly from: readonly [start: number, end: number]
  readonly to: readonly [start: number, end: number]
  readonly depth: number
}

/** Deeper, texts are so repetitive that a match would be a guess. */
const MOST_DEPTH = 64

/**
 * Where the lines of one text are in another. GitHub checks out a merge commit, and comments stand on the lines of the
 * head: when the base moved, the same line has two numbers. Lines are matched around those that occur once in both, in
 * the same order (a patience diff); a line without a partner of the very same text is `undefined`.
 * @returns a function from a 1-based line of `from` to a 1-based line of `to`
 */
export function movedLines(from: string, to: string): (line: number) => number | undefined {
  const [a, b] = [from.split('\n'), to.split('\n')]
  const partners = new Map<number, number>()
  const stack: Stretch[] = [{ from: [0, a.length], to: [0, b.length], depth: 0 }]
  for (let stretch = stack.pop(); stretch; stretch = stack.pop()) stack.push(...compare(a, b, stretch, partners))
  return line => {
    const partner = partners.get(line - 1)
    return partner === undefined ? undefined : partner + 1
  }
}

/** Pairs equal lines at both ends and those that occur once; what is left between them is to be compared next. */
function compare(
  a: readonly string[],
  b: readonly string[],
  stretch: Stretch,
  partners: Map<number, number>,
): Stretch[] {
  let [[i, iEnd], [j, jEnd]] = [stretch.from, stretch.to]
  for (; i < iEnd && j < jEnd && a[i] === b[j]; i += 1, j += 1) partners.set(i, j)
  for (; i < iEnd && j < jEnd && a[iEnd - 1] === b[jEnd - 1]; iEnd -= 1, jEnd -= 1) partners.set(iEnd - 1, jEnd - 1)
  if (i === iEnd || j === jEnd || stretch.depth === MOST_DEPTH) return []
  const anchors = longestRising(sharedOnce(a, b, [i, iEnd], [j, jEnd]))
  const gaps: Stretch[] = []
  for (const [x, y] of anchors) {
    partners.set(x, y)
    gaps.push({ from: [i, x], to: [j, y], depth: stretch.depth + 1 })
    i = x + 1
    j = y + 1
  }
  if (anchors.length > 0) gaps.push({ from: [i, iEnd], to: [j, jEnd], depth: stretch.depth + 1 })
  return gaps
}

type Pair = readonly [from: number, to: number]

/** The lines that occur once in each of two stretches, in the order of the first. */
function sharedOnce(a: readonly string[], b: readonly string[], inA: Pair, inB: Pair): Pair[] {
  const theirs = linesOnce(b, inB)
  return [...linesOnce(a, inA)].flatMap(([text, i]) => {
    const j = theirs.get(text)
    return i === undefined || j === undefined ? [] : [[i, j] as const]
  })
}

/** Lines by text; `undefined` for those that occur more than once. */
function linesOnce(lines: readonly string[], [start, end]: Pair): Map<string, number | undefined> {
  const seen = new Map<string, number | undefined>()
  for (let i = start; i < end; i += 1) {
    const text = lines[i] ?? ''
    seen.set(text, seen.has(text) ? undefined : i)
  }
  return seen
}

/** The longest choice of pairs whose second halves rise, too (patience sorting). */
function longestRising(pairs: readonly Pair[]): Pair[] {
  interface Card {
    readonly pair: Pair
    readonly before: Card | undefined
  }
  const tops: Card[] = []
  for (const pair of pairs) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tops[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1
      else high = middle
    }
    tops[low] = { pair, before: tops[low - 1] }
  }
  const chosen: Pair[] = []
  for (let card = tops.at(-1); card; card = card.before) chosen.push(card.pair)
  return chosen.reverse()
}
