import { structuredPatch } from 'diff'

/** A file as it is, and as it is to be. */
export interface PatchedFile {
  /** Relative to the folder in which the patch is applied, with `/`. */
  readonly file: string
  /** Undefined for a new file. */
  readonly before: string | undefined
  readonly after: string
}

const CONTEXT = 3
/** A patch of more changed lines replaces all of them: to look for the shortest one would take too long. */
const MOST_EDITS = 2000

/**
 * A patch that `git apply` and `patch -p1` take in that folder, also below the top of a clone: therefore it has no
 * `diff --git` lines, whose paths git reads from the top. Empty where nothing differs.
 */
export const patchOf = (files: readonly PatchedFile[]): string =>
  files
    .filter(({ before, after }) => before !== after)
    .map(patchFor)
    .join('')

function patchFor({ file, before, after }: PatchedFile): string {
  const header = [`--- ${before === undefined ? '/dev/null' : pathText(`a/${file}`)}`, `+++ ${pathText(`b/${file}`)}`]
  return [...header, ...hunksOf(before ?? '', after)].map(line => `${line}\n`).join('')
}

function hunksOf(before: string, after: string): string[] {
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS }
  const patch = structuredPatch('', '', before, after, '', '', options)
  if (!patch) return wholeHunk(before, after)
  return patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    // A side without lines counts from the line before it.
    `@@ -${oldLines === 0 ? oldStart - 1 : oldStart},${oldLines} +${newLines === 0 ? newStart - 1 : newStart},${newLines} @@`,
    ...lines,
  ])
}

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
