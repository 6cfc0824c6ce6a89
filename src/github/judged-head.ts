import { join } from 'node:path'
import type { Finding } from '../finding.ts'
import { readText } from '../io/files.ts'
import type { Repository } from '../io/git.ts'
import type { JudgedFile, JudgedHead, Stretch } from '../report/report.ts'
import type { ListedFile } from './client.ts'
import { blobName, filesOf, unix } from './head-lines.ts'
import { movedLines } from './moved-lines.ts'

/** What was judged, and where. */
export interface JudgedTree {
  /** The checked-out tree; findings name their files relative to it. */
  readonly root: string
  /** The clone that holds it; undefined where there is none. */
  readonly repository: Repository | undefined
  /** The sha of the pull request's head. */
  readonly head: string
}

/**
 * What a report says of the head, so that a run without the tree can comment on the head's lines. Nothing is asked of
 * GitHub: where the clone does not hold the head, there is only what git calls the files.
 */
export async function judgedHead(findings: readonly Finding[], tree: JudgedTree): Promise<JudgedHead> {
  const files: JudgedFile[] = []
  for (const file of [...filesOf(findings)].sort()) {
    const judged = await readText(join(tree.root, file)).catch(() => undefined)
    if (judged === undefined) continue
    const text = await tree.repository?.textAt(tree.head, file)
    const blob = blobName(judged, tree.head)
    files.push({ file, blob, ...(text !== undefined && { stretches: stretchesOf(unix(judged), unix(text)) }) })
  }
  return { commit: tree.head, files }
}

/** The lines of a text that another one has, too. */
function stretchesOf(from: string, to: string): Stretch[] {
  const partner = movedLines(from, to)
  const stretches: { line: number; headLine: number; count: number }[] = []
  for (let line = 1; line <= from.split('\n').length; line += 1) {
    const headLine = partner(line)
    const last = stretches.at(-1)
    if (headLine === undefined) continue
    if (last && last.line + last.count === line && last.headLine + last.count === headLine) last.count += 1
    else stretches.push({ line, headLine, count: 1 })
  }
  return stretches
}

/**
 * The head's number of a line that was judged, by what a report says of it. A file that is the head's, as GitHub lists
 * it, keeps its numbers. What a wrong report says can only lead to other lines of the change.
 */
export function reportedLines(
  { files }: JudgedHead,
  listed: readonly ListedFile[],
): (file: string, line: number) => number | undefined {
  const judged = new Map(files.map(entry => [entry.file, entry]))
  const blobs = new Map(listed.map(({ path, sha }) => [path, sha]))
  return (file, line) => {
    const entry = judged.get(file)
    if (!entry) return undefined
    if (entry.blob === blobs.get(file)) return line
    const stretch = entry.stretches?.find(it => it.line <= line && line < it.line + it.count)
    return stretch && stretch.headLine + line - stretch.line
  }
}
