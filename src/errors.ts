/**
 * Something the user can put right: bad input, a missing tool, an unreadable file.
 * It is printed as one message with a hint and never with a stack trace; any other
 * exception is a bug of this program and keeps its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** What to do about it, one sentence. */
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** The words of `wanted` closest to `given`, for "did you mean"; undefined when nothing is near. */
export function nearest(given: string, wanted: readonly string[]): string | undefined {
  const longer = wanted.find(word => word.toLowerCase().startsWith(given.toLowerCase()))
  if (given && longer !== undefined) return longer
  const ranked = wanted.map(word => ({ word, distance: editDistance(given.toLowerCase(), word.toLowerCase()) }))
  const best = ranked.sort((a, b) => a.distance - b.distance)[0]
  return best && best.distance <= Math.max(2, Math.floor(given.length / 3)) ? best.word : undefined
}

/** "did you mean X?" when a known word is near, else the list of what is allowed. */
export function suggestion(given: string, wanted: readonly string[]): string {
  const near = nearest(given, wanted)
  return near ? `did you mean '${near}'?` : `allowed: ${wanted.join(', ')}`
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}
