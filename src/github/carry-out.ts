import type { Client } from './client.ts'
import { type InlineDraft, isInline } from './client.ts'
import { reviewBody } from './comment.ts'
import { failureOf } from './failure.ts'
import type { DraftComment, Plan } from './plan.ts'
import { graphqlKinds, resolveThreads } from './threads.ts'

/** Where and how comments are made. */
export interface Way {
  /** The sha of the pull request's head. */
  readonly head: string
  readonly key: string
  /** Each comment by itself, because GitHub would not have all of them together. */
  readonly isOneByOne: boolean
  /** Whether the threads of findings that are gone are resolved. */
  readonly isResolving?: boolean | undefined
}

/** What became of a plan. */
export interface CarriedOut {
  /** Whether GitHub would not have the review as a whole: then nothing was done. */
  readonly isUnwanted: boolean
  /** The fingerprints of comments that GitHub would not have. */
  readonly refused: readonly string[]
  /** Whether a comment to be edited was gone. */
  readonly hasLost: boolean
  /** How many threads stay open because the token may not resolve them. */
  readonly unresolved: number
}

/** Comments of one review. */
const MOST_TOGETHER = 60

/**
 * Carries out a plan but for its summary, one request after another, in the plan's order: what fails half way leaves a
 * comment too many, not one too few.
 * @throws what the client throws, but for comments that GitHub would not have
 */
export async function carryOut(client: Client, plan: Plan, way: Way): Promise<CarriedOut> {
  const { create, update, remove, markFixed } = plan
  const inline = create.filter(isInline)
  if (!way.isOneByOne && !(await postTogether(client, inline, way)))
    return { isUnwanted: true, refused: [], hasLost: false, unresolved: 0 }
  const single = way.isOneByOne ? create : create.filter(draft => !isInline(draft))
  const refused = await postEach(client, single, way)
  let hasLost = false
  for (const { id, body } of update) hasLost = !(await unlessGone(client.updateComment(id, body))) || hasLost
  for (const { id } of remove) await unlessGone(client.deleteComment(id))
  // Before they are edited: the next run takes an edited one for history.
  const isResolving = way.isResolving === true && markFixed.length > 0
  const unresolved = isResolving
    ? await resolveThreads(
        client,
        markFixed.map(({ nodeId }) => nodeId),
      )
    : 0
  for (const { id, nodeId, body } of markFixed) {
    await folded(client, nodeId)
    await unlessGone(client.updateComment(id, body))
  }
  return { isUnwanted: false, refused, hasLost, unresolved }
}

/** @returns false when GitHub would not have one of them, and so none */
async function postTogether(client: Client, drafts: readonly InlineDraft[], { head, key }: Way): Promise<boolean> {
  for (let at = 0; at < drafts.length; at += MOST_TOGETHER) {
    const some = drafts.slice(at, at + MOST_TOGETHER)
    if (!(await unless(UNPROCESSABLE, client.createReview(head, reviewBody(some.length, key), some)))) return false
  }
  return true
}

/** @returns the fingerprints of those that GitHub would not have */
async function postEach(client: Client, drafts: readonly DraftComment[], { head }: Way): Promise<string[]> {
  const refused: string[] = []
  for (const draft of drafts)
    if (!(await unless(UNPROCESSABLE, client.createComment(head, draft)))) refused.push(draft.fingerprint)
  return refused
}

/** Folding is a courtesy: a token that may not do it may still edit the words. */
async function folded(client: Client, nodeId: string): Promise<void> {
  try {
    await client.minimize(nodeId)
  } catch (error) {
    if (graphqlKinds(error) === undefined && failureOf(error)?.status !== FORBIDDEN) throw error
  }
}

const FORBIDDEN = 403
const GONE = 404
const UNPROCESSABLE = 422

const unlessGone = (request: Promise<void>): Promise<boolean> => unless(GONE, request)

/** @returns false when GitHub answered with this status */
async function unless(status: number, request: Promise<void>): Promise<boolean> {
  try {
    await request
    return true
  } catch (error) {
    if (failureOf(error)?.status !== status) throw error
    return false
  }
}
