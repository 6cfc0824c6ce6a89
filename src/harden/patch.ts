import { type StructuredPatch, structuredPatch } from 'diff'
import { secretLines } from './secret-lines.ts'

/** A file as it is, and as it is to be. */
export interface PatchedFile {
  /** Relative to the folder in which the patch is applied, with `/`. */
  readonly file: string
  /** Undefined for a new file. */
  readonly before: string | undefined
  readonly after: string
}

/** How many lines stand around a change: fewer where one of them may hold a secret, but none would not be placed for sure. */
const CONTEXTS = [3, 2, 1]
/** A patch of more changed lines replaces all of them: to look for the shortest one would take too long. */
const MOST_EDITS = 2000

export interface Patch {
  readonly text: string
  /** Files whose changes are left out: each would show a line that may hold a secret. */
  readonly hidden: readonly string[]
}

/**
 * A patch that `git apply` and `patch -p1` take in that folder, also below the top of a clone: therefore it has no
 * `diff --git` lines, whose paths git reads from the top. Empty where nothing differs.
 */
export function patchOf(files: readonly PatchedFile[]): Patch {
  const hidden: string[] = []
  const parts = files.flatMap(file => {
    if (file.before === file.after) return []
    const hunks = hunksOf(file.before ?? '', file.after)
    if (hunks === undefined) hidden.push(file.file)
    return hunks === undefined ? [] : patchFor(file, hunks)
  })
  return { text: parts.join(''), hidden }
}

function patchFor({ file, before }: PatchedFile, hunks: readonly string[]): string {
  const header = [`--- ${before === undefined ? '/dev/null' : pathText(`a/${file}`)}`, `+++ ${pathText(`b/${file}`)}`]
  return [...header, ...hunks].map(line => `${line}\n`).join('')
}

/** Undefined where they cannot be shown. */
function hunksOf(before: string, after: string): string[] | undefined {
  const secret = secretLines(before)
  for (const context of CONTEXTS) {
    const patch = structuredPatch('', '', before, after, '', '', { context, maxEditLength: MOST_EDITS })
    if (!patch) return secret.size > 0 ? undefined : wholeHunk(before, after)
    if (patch.hunks.every(hunk => !shows(hunk, secret))) return patch.hunks.flatMap(hunkLines)
  }
  return undefined
}

type Hunk = StructuredPatch['hunks'][number]

function shows({ oldStart, lines }: Hunk, secret: ReadonlySet<number>): boolean {
  const old = lines.filter(line => line.startsWith(' ') || line.startsWith('-'))
  return old.some((_, i) => secret.has(oldStart + i))
}

const hunkLines = ({ oldStart, oldLines, newStart, newLines, lines }: Hunk): string[] => [
  // A side without lines counts from the line before it.
  `@@ -${oldLines === 0 ? oldStart - 1 : oldStart},${oldLines} +${newLines === 0 ? newStart - 1 : newStart},${newLines} @@`,
  ...lines,
]

/** Everything old goes, everything new comes. */
function wholeHunk(before: string, after: string): string[] {
  const side = (text: string, sign: string): string[] => {
    const lines = text.split('\n')
    const isEnded = lines.at(-1) === ''
    const marked = (isEnded ? lines.slice(0, -1) : lines).map(line => sign + line)
    return isEnded ? marked : [...marked, '\\ No newline at end of file']
  }
  const [gone, come] = [side(before, '-'), side(after, '+')]
  const count = (lines: readonly string[]): number => lines.filter(line => !line.startsWith('\\')).length
  const range = (lines: readonly string[]): string => `${Math.min(1, count(lines))},${count(lines)}`
  return [`@@ -${range(gone)} +${range(come)} @@`, ...gone, ...come]
}

/** As git writes a name: in quotes where it has characters that end a line or a name, and ended by a tab where it has blanks. */
function pathText(path: string): string {
  if (!/["\\\p{Cc}]/u.test(path)) return path.includes(' ') ? `${path}\t` : path
  const escaped = path.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, octal)
  return `"${escaped}"`
}

const octal = (character: string): string => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
