import fc from 'fast-check'
import type { Hunk } from '../../src/github/diff.ts'

/** A hunk with the signs of its lines. */
export interface DrawnHunk extends Hunk {
  readonly lines: readonly string[]
}

/** Hunks of one file as git would make them, in order and apart; each leaves a line in the head. */
export const drawnHunks: fc.Arbitrary<DrawnHunk[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 4 }),
      signs: fc.array(fc.constantFrom(' ', '+', '-'), { minLength: 1, maxLength: 14 }).filter(it => it.some(isKept)),
    }),
    { maxLength: 3 },
  )
  .map(drafts => {
    let line = 0
    return drafts.map(({ gap, signs }) => {
      const startLine = line + gap + 1
      const kept = signs.filter(isKept)
      line = startLine + kept.length - 1
      const added = new Set(kept.flatMap((sign, i) => (sign === '+' ? [startLine + i] : [])))
      return { startLine, endLine: line, added, lines: signs }
    })
  })

function isKept(sign: string): boolean {
  return sign !== '-'
}

/** The text that GitHub would give for them. */
export const patchOf = (hunks: readonly DrawnHunk[]): string =>
  hunks
    .map(({ startLine, endLine, lines }) => {
      const old = lines.filter(sign => sign !== '+').length
      const header = `@@ -${startLine},${old} +${startLine},${endLine - startLine + 1} @@`
      return [header, ...lines.map((sign, i) => `${sign}key${i}: 1`)].join('\n')
    })
    .join('\n')
