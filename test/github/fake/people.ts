import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hunkWith, parseHunks } from './hunks.ts'
import { addReply } from './review-comments.ts'
import { type Head, headOf, type IssueComment, newId, type ReviewComment, rootOf, type State } from './state.ts'

/** Somebody answers in the thread of a review comment. */
export function reply(state: State, commentId: number, login = 'a-developer', body = 'Why?'): ReviewComment {
  const comment = state.reviewComments.find(({ id }) => id === commentId)
  if (!comment) throw new Error(`no review comment ${commentId}`)
  const root = rootOf(state, comment)
  return addReply(state, root, login, body)
}

/** Somebody comments on the pull request as a whole. */
export function comment(state: State, login = 'a-developer', body = 'Nice.'): IssueComment {
  const it: IssueComment = { id: newId(state), login, body, minimized: undefined }
  state.issueComments.push(it)
  return it
}

/**
 * The author pushes. Comments on lines that are as they were move with them; those whose lines changed, or left the
 * diff, are outdated and lose their line. After a forced push the commits from before are no part of the pull request.
 */
export function push(state: State, head: Head, { isForced = false } = {}): void {
  const before = headOf(state)
  state.heads = isForced ? [head] : [...state.heads, head]
  for (const it of state.reviewComments) {
    if (it.isOutdated || it.side === 'LEFT') continue
    const moved = movedLine(before, head, it)
    const isOnFile = it.subjectType === 'file'
    it.isOutdated = isOnFile ? !head.files.some(({ path }) => path === it.path) : moved === undefined
    if (!it.isOutdated) it.commitId = head.sha
    if (isOnFile) continue
    const rows = (it.line ?? 0) - (it.startLine ?? it.line ?? 0)
    it.line = moved ?? null
    it.startLine = moved === undefined || it.startLine === null ? null : moved - rows
  }
}

/** Where the last line of a comment is now; undefined when one of its lines is not what it was or not in the diff. */
function movedLine(before: Head, after: Head, it: ReviewComment): number | undefined {
  const [old, now] = [before, after].map(({ files }) => files.find(({ path }) => path === it.path))
  if (it.line === null || !now) return undefined
  const partner =
    old?.text === undefined || now.text === undefined ? (line: number) => line : unchangedLines(old.text, now.text)
  const moved = partner(it.line)
  const movedStart = it.startLine === null ? moved : partner(it.startLine)
  if (moved === undefined || movedStart === undefined) return undefined
  if (it.startLine !== null && moved - movedStart !== it.line - it.startLine) return undefined
  const hunk = hunkWith(parseHunks(now.patch), moved, 'RIGHT')
  return hunk && hunkWith([hunk], movedStart, 'RIGHT') ? moved : undefined
}

/** The new number of a line that git calls unchanged. */
function unchangedLines(old: string, now: string): (line: number) => number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'push-'))
  writeFileSync(join(folder, 'old'), old)
  writeFileSync(join(folder, 'now'), now)
  const diff = noIndex(folder)
  rmSync(folder, { recursive: true })
  if (diff === '') return line => line
  const partners = new Map(
    parseHunks(diff).flatMap(({ lines }) =>
      lines.flatMap(({ left, right }) => (left === undefined || right === undefined ? [] : [[left, right] as const])),
    ),
  )
  return line => partners.get(line)
}

/** git's diff of the two files, with all of their lines; its exit code says whether they differ. */
function noIndex(cwd: string): string {
  const args = ['diff', '--no-index', '--no-color', '--unified=100000000', 'old', 'now']
  try {
    return execFileSync('git', args, { cwd, encoding: 'utf8', env: { PATH: '/usr/bin:/bin' }, stdio: 'pipe' })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout
    throw error
  }
}
