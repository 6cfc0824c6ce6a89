import type { World } from '../model/world.ts'
import { Holdings } from './holdings.ts'
import { fetches } from './questions/fetch.ts'
import { operatorIdentity, operatorReach } from './questions/operator.ts'
import { pushes } from './questions/push.ts'
import { secretsEverywhere } from './questions/secrets-everywhere.ts'
import { storeChanges } from './questions/store-change.ts'
import { tokensSent } from './questions/token-sent.ts'
import { type AttackPath, compareDrafts, type Draft, pathId, QUESTIONS, type Question, type Step } from './steps.ts'
import { StoreUsers } from './store-users.ts'

/** What the questions share, each looked up once for a world. */
export interface Context {
  readonly world: World
  readonly holdings: Holdings
  readonly stores: StoreUsers
}

/** The paths of a world, the worst of each question, and how many more there are. */
export interface AttackPaths {
  readonly paths: readonly AttackPath[]
  /** By question, where there are more than are listed. */
  readonly more: readonly { readonly question: Question; readonly number: number }[]
}

const ANSWERS: Readonly<Record<Question, (context: Context) => Draft[]>> = {
  'secrets-everywhere': secretsEverywhere,
  'operator-identity': operatorIdentity,
  'operator-reach': operatorReach,
  'operator-token-sent': tokensSent,
  'store-change': storeChanges,
  push: pushes,
  fetch: fetches,
}

/** Most paths for one question. */
const MOST = 50

/**
 * Who can get at what, computed on the rights, stores and operators of a world: subject, right, object, store, identity
 * or endpoint, what leaves. Operators and what delivers for them are no starting points, the operator's own components are.
 */
export function attackPaths(world: World, most: number = MOST): AttackPaths {
  const context = contextOf(world)
  const answers = QUESTIONS.map(question => ({
    question,
    ...worst(question, ANSWERS[question](context), world.cluster, most),
  }))
  return {
    paths: answers.flatMap(({ paths }) => paths).sort(compareDrafts),
    more: answers.flatMap(({ question, number }) => (number > 0 ? [{ question, number }] : [])),
  }
}

export const contextOf = (world: World): Context => ({
  world,
  holdings: new Holdings(world),
  stores: new StoreUsers(world),
})

/** A binding that gives two rights is said once. */
const unrepeated = (steps: readonly Step[]): Step[] => [...new Map(steps.map(step => [step.says, step])).values()]

function worst(question: Question, drafts: readonly Draft[], cluster: string, most: number) {
  const paths = new Map<string, AttackPath>()
  const sorted = [...drafts].sort((a, b) => compareDrafts(a, b) || (a.key < b.key ? -1 : Number(a.key > b.key)))
  let seen = 0
  for (const draft of sorted) {
    if (paths.size === most) break
    seen += 1
    const { title, threat, severity } = draft
    const path = { question, title, threat, severity, steps: unrepeated(draft.steps()) }
    const id = pathId(path, draft.key, cluster)
    // The same objects in several files.
    if (!paths.has(id)) paths.set(id, { id, ...path })
  }
  return { paths: [...paths.values()], number: sorted.length - seen }
}
