import { Tokens } from '../../template/syntax/tokens.ts'

/** From the `{{` of a branch to that of its `{{ end }}`, by offsets. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/** Where the `if`, `with`, `range` and `else if` of a template begin and end; those inside stand before those around them. */
export function branchExtents(text: string): Extent[] {
  const tokens = new Tokens(text, '')
  const open: { isBranch: boolean; starts: number[] }[] = []
  const found: Extent[] = []
  for (let token = tokens.next(); token.kind !== 'stop' && token.kind !== 'error'; token = tokens.next()) {
    if (token.kind !== 'open') continue
    const { offset } = token
    const word = tokens.peekSolid().kind
    if (word === 'define' || word === 'block') open.push({ isBranch: false, starts: [] })
    else if (word === 'if' || word === 'with' || word === 'range') open.push({ isBranch: true, starts: [offset] })
    else if (word === 'else') {
      tokens.next()
      // `else if` begins a branch that shares the `end`.
      if (['if', 'with'].includes(tokens.peekSolid().kind)) open.at(-1)?.starts.push(offset)
    } else if (word === 'end')
      for (const start of open.pop()?.starts.toReversed() ?? []) found.push({ start, end: offset })
  }
  return found
}
