import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { Oracle } from '../engines/oracle.ts'
import type { Api } from './api.ts'
import { type ControlPlane, type Setup, startControlPlane } from './control-plane.ts'

/** What the tests of one file have to themselves. */
export interface Session {
  readonly api: Api
  /** Everything that was logged until now. */
  auditLog(): string
  /** The library oracle. */
  readonly oracle: Oracle
}

/** Tests with a control plane and an oracle of their own; skipped without Go, unless `ORACLE=require`. */
export function withSession(
  title: string,
  tests: (session: () => Session) => void,
  setup: Omit<Setup, 'program'> = {},
): void {
  const program = inject('controlPlane')
  const library = inject('oracle')
  const isSkipped = 'missing' in program && !program.isFailure

  describe.skipIf(isSkipped)(title, () => {
    let plane: ControlPlane | undefined
    let oracle: Oracle | undefined
    beforeAll(async () => {
      if ('program' in library) oracle = new Oracle(library.program)
      if ('program' in program) plane = await startControlPlane({ program: program.program, ...setup })
    })
    afterAll(async () => {
      oracle?.stop()
      await plane?.stop()
    })
    tests(() => {
      if (plane && oracle) return { ...plane, oracle }
      throw new Error([program, library].map(built => ('missing' in built ? built.missing : 'built')).join('; '))
    })
  })
}

/** How many random cases are asked about, and from which seed. */
export const CASES = Number(process.env.CASES ?? 300)
export const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

/** A case, and what the real server said of it. */
export interface Judged<Case, Verdict> {
  readonly asked: Case
  readonly verdict: Verdict
}

/** The cases of which somebody else says what the server does not. */
export async function differences<Case, Verdict>(
  judged: readonly Judged<Case, Verdict>[],
  ask: (asked: Case) => Verdict | Promise<Verdict>,
): Promise<unknown[]> {
  const found = []
  for (const { asked, verdict } of judged) {
    const other = await ask(asked)
    if (!equal(verdict, other)) found.push({ asked, server: verdict, other })
  }
  return found
}

function equal(one: unknown, other: unknown): boolean {
  try {
    expect(other).toEqual(one)
    return true
  } catch {
    return false
  }
}

const MOST_MS = 30_000

/** Asks until the answer is defined: what controllers and watches do takes a moment. @throws Error after half a minute. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + MOST_MS
  while (Date.now() < end) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await setTimeout(50)
  }
  throw new Error(`${what}: not after ${MOST_MS} ms`)
}
