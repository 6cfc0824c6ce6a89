import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Finding } from '../finding.ts'
import { readText } from '../io/files.ts'
import type { Repository } from '../io/git.ts'
import type { ListedFile } from './client.ts'
import { movedLines } from './moved-lines.ts'
import type { PlanInput } from './plan.ts'

/** Where the text of the head is to be had. */
export interface HeadSource {
  /** The checked-out tree; findings name their files relative to it. */
  readonly root: string
  /** The clone that holds it; undefined where there is none. */
  readonly repository: Repository | undefined
  /** The sha of the pull request's head. */
  readonly head: string
  readonly files: readonly ListedFile[]
  /** A file's text from GitHub, by git's name for it. */
  readonly fetchText: (sha: string) => Promise<string>
}

/** More files are not fetched from GitHub: where the clone does not have the head, the rest goes without lines. */
const MOST_FETCHED = 20

/**
 * The head's number of a line that was judged, for the files that findings name. What was judged is GitHub's merge of head
 * and base, so the numbers differ where the base moved. A file that is the head's is not looked at twice; else the head's
 * text comes from the clone, or from GitHub, or its lines are unknown.
 */
export async function headLines(
  findings: readonly Finding[],
  source: HeadSource,
): Promise<NonNullable<PlanInput['headLine']>> {
  const { root, repository, head } = source
  const isHead = (await repository?.commitOf('HEAD')) === head
  const listed = new Map(source.files.map(file => [file.path, file]))
  const maps = new Map<string, (line: number) => number | undefined>()
  let fetched = 0
  for (const file of isHead ? [] : filesOf(findings)) {
    const judged = await readText(join(root, file)).catch(() => undefined)
    if (judged === undefined) continue
    const { sha, patch } = listed.get(file) ?? {}
    const isSame = sha !== undefined && sha === blobName(judged, sha)
    if (isSame) maps.set(file, line => line)
    else {
      let text = await repository?.textAt(head, file)
      if (text === undefined && sha && patch !== undefined && fetched < MOST_FETCHED) {
        fetched += 1
        text = await source.fetchText(sha)
      }
      if (text !== undefined) maps.set(file, movedLines(unix(judged), unix(text)))
    }
  }
  return isHead ? (_, line) => line : (file, line) => maps.get(file)?.(line)
}

/** The files that findings name. */
export const filesOf = (findings: readonly Finding[]): Set<string> =>
  new Set(
    findings.flatMap(({ location, places, related }) =>
      [location, ...places, ...related.map(entry => entry.location)].flatMap(place => (place ? [place.file] : [])),
    ),
  )

/** What git calls a file with this text, by the algorithm of another name. */
export function blobName(text: string, like: string | null): string {
  return createHash(like !== null && like.length > 40 ? 'sha256' : 'sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex')
}

/** A text with line feeds for line ends. */
export const unix = (text: string): string => text.replaceAll('\r\n', '\n')
