import type { Client, RepositoryClient } from '../src/github/client.ts'
import { failureOf } from '../src/github/failure.ts'
import { parseMarker } from '../src/github/marker.ts'

/** Text by path; null removes a file. */
export type Change = Readonly<Record<string, string | null>>

/** A pull request that brings `FILES`, on GitHub itself or on the fake one of the tests. */
export interface Stage {
  readonly repository: RepositoryClient
  readonly client: Client
  /** `owner:branch` of the pull request. */
  readonly branch: string
  readonly number: number
  /** The author pushes a commit. */
  readonly push: (change: Change) => Promise<void>
  /** The Action runs for the head as it is now. */
  readonly run: () => Promise<void>
}

/** Something that the review relies on, and whether GitHub does it. */
export interface Observation {
  readonly says: string
  readonly holds: boolean
  /** What was seen, in short. */
  readonly saw: string
}

const store = (spec: string): string => `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: smoke }
spec:
  ${spec}
  provider:
    fake:
      data: [{ key: a, value: b }]
`
const PUSH_SECRET = `apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: smoke, namespace: smoke }
spec:
  deletionPolicy: Delete
  secretStoreRefs: [{ name: smoke }]
  selector: { secret: { name: smoke } }
  data: [{ match: { secretKey: a, remoteRef: { remoteKey: a } } }]
`
const [STORE_FILE, CRLF_FILE] = ['smoke/store.yaml', 'smoke/windows.yaml']
const SUGGESTED = '```suggestion\n  deletionPolicy: None\r\n```'

/** What the pull request brings: two findings on a store, and one with a suggestion in a file that Windows wrote. */
export const FILES: Change = {
  [STORE_FILE]: store('# It serves every namespace.'),
  [CRLF_FILE]: PUSH_SECRET.replaceAll('\n', '\r\n'),
}

/** Goes through the life of a pull request and looks each time at what GitHub has made of it. */
export async function smoke(stage: Stage): Promise<Observation[]> {
  return [
    ...(await opened(stage)),
    ...(await repeated(stage)),
    ...(await refused(stage)),
    ...(await repaired(stage)),
    ...(await closed(stage)),
  ]
}

const seen = (says: string, expected: unknown, found: unknown): Observation => ({
  says,
  holds: JSON.stringify(found) === JSON.stringify(expected),
  saw: JSON.stringify(found),
})

/** Our comments, by file and line. */
async function comments({ client }: Stage) {
  const all = (await client.reviewComments()).filter(({ body }) => parseMarker(body)?.kind === 'finding')
  return all.toSorted((a, b) => a.path.localeCompare(b.path) || (b.line ?? 0) - (a.line ?? 0))
}

async function opened(stage: Stage): Promise<Observation[]> {
  await stage.run()
  const [own, summaries] = [await comments(stage), await stage.client.issueComments()]
  const places = own.map(({ path, line }) => `${path}:${line}`)
  const isSuggested = own.some(({ path, body }) => path === CRLF_FILE && body.includes(SUGGESTED))
  const found = await stage.repository.pullsFrom(stage.branch)
  return [
    seen('comments stand on the lines of the head', [`${STORE_FILE}:7`, `${STORE_FILE}:4`], places.slice(0, 2)),
    seen('there is one summary', 1, summaries.filter(({ body }) => parseMarker(body)?.kind === 'summary').length),
    seen('the token’s account is that of its comments', true, own.every(isBy(await stage.client.viewer()))),
    seen('a suggestion keeps the line ends of Windows', true, isSuggested),
    seen(
      'a pull request is found by its branch',
      [stage.number],
      found.map(({ number }) => number),
    ),
  ]
}

/** GraphQL's name of a workflow's account may lack the `[bot]` that REST's has. */
const isBy =
  (viewer: string) =>
  ({ author }: { readonly author: string }): boolean =>
    [viewer, `${viewer}[bot]`].includes(author)

async function repeated(stage: Stage): Promise<Observation[]> {
  const before = [await comments(stage), await stage.client.issueComments()]
  await stage.run()
  const after = [await comments(stage), await stage.client.issueComments()]
  return [seen('a second run changes nothing', true, JSON.stringify(after) === JSON.stringify(before))]
}

async function refused({ client }: Stage): Promise<Observation[]> {
  const draft = { fingerprint: '', path: STORE_FILE, body: 'outside of the diff', line: 999, startLine: undefined }
  const failure = await client.createReview(await client.head(), 'a review of one line', [draft]).catch(failureOf)
  return [
    seen('a line outside of the diff is refused', 422, failure?.status),
    seen('and GitHub says why', true, failure?.message.includes('must be part of the diff')),
  ]
}

/** A push that takes one of two findings of a file away. */
async function repaired(stage: Stage): Promise<Observation[]> {
  const kept = (await comments(stage)).find(({ path, line }) => path === STORE_FILE && line === 7)?.id
  await stage.push({ [STORE_FILE]: store('conditions: [{ namespaces: [shop] }]') })
  await stage.run()
  const own = (await comments(stage)).filter(({ path }) => path === STORE_FILE)
  return [
    seen(
      'the comment of what is repaired goes, the other stays',
      [kept],
      own.map(({ id }) => id),
    ),
  ]
}

async function closed(stage: Stage): Promise<Observation[]> {
  const { client } = stage
  const [comment] = await comments(stage)
  if (!comment) return [seen('there is a comment to fold', true, false)]
  const refusal = (error: unknown): string => (error instanceof Error ? error.message : String(error))
  const done = (request: Promise<void>): Promise<string> => request.then(() => 'done', refusal)
  const thread = (await client.threads()).find(({ firstComment }) => firstComment === comment.nodeId)
  return [
    seen('a thread is found by its first comment', true, thread !== undefined),
    seen('a comment is folded with `pull-requests: write`', 'done', await done(client.minimize(comment.nodeId))),
    seen('a thread is resolved with `contents: write`', 'done', await done(client.resolve(thread?.id ?? ''))),
  ]
}
