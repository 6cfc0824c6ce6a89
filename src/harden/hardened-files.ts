import type { Finding } from '../finding.ts'
import { applyAll } from './apply.ts'
import { attemptsFor } from './attempts.ts'
import { distinct } from './copy.ts'

/** A file of the repository with fixes in it. */
export interface HardenedFile {
  /** Relative to the repository, with `/`. */
  readonly file: string
  readonly before: string
  readonly after: string
}

/**
 * The files that the proven fixes of findings edit, with all of them made, sorted. They hold together where one run proved
 * them; a selection of them is to be proven again. Files that fixes add are not among them.
 */
export async function hardenedFiles(findings: readonly Finding[], root: string): Promise<HardenedFile[]> {
  const proven = findings.filter(({ fix }) => fix)
  const { attempts, texts } = await attemptsFor(proven, root, what => [{ file: what, text: '' }])
  const changes = distinct(attempts.flatMap(attempt => attempt.changes))
  return [...Map.groupBy(changes, ({ file }) => file)]
    .map(([file, some]) => {
      const before = texts.get(file) ?? ''
      return { file, before, after: applyAll(before, some).text }
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}
