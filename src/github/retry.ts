import { failureOf, limitOf } from './failure.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** A request of which nobody knows whether it was carried out; what it makes must not be made twice. */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer'
}

/** All waiting of a run together: a job that waits costs money. */
const MOST_WAITING_MS = 180_000
const MOST_TRIES = 4
/** What GitHub asks for after a secondary limit that names no time; each further one doubles it. */
const UNNAMED_WAIT_MS = 60_000
const FIRST_WAIT_MS = 1000
/** Below GitHub's 80 that make something in a minute; from here on, one in a second. */
const WRITES_AT_ONCE = 40
const PAUSE_MS = 1000

/** What requests share: how long there may still be waited, and how many have written. */
export class Patience {
  readonly #clock: Clock
  #leftMs = MOST_WAITING_MS
  #writes = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * Sends a request until it is answered: waits where GitHub asks for it or does not answer, within limits.
   * @param kind `read` and `change` may be sent twice, `make` may not
   * @throws the last error; LostAnswer for a `make` that was not answered
   */
  async send<T>(request: () => Promise<T>, kind: 'read' | 'change' | 'make'): Promise<T> {
    if (kind !== 'read') await this.#pace()
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request()
      } catch (error) {
        const waitMs = this.#waitFor(error, attempt, kind)
        if (waitMs === undefined || attempt === MOST_TRIES || !(await this.wait(waitMs))) throw error
      }
    }
  }

  /** Waits, unless that were more than is left. @returns whether it waited */
  async wait(milliseconds: number): Promise<boolean> {
    if (milliseconds > this.#leftMs) return false
    this.#leftMs -= milliseconds
    await this.#clock.sleep(milliseconds)
    return true
  }

  async #pace(): Promise<void> {
    this.#writes += 1
    if (this.#writes > WRITES_AT_ONCE) await this.#clock.sleep(PAUSE_MS)
  }

  /** How long until it is worth another try; undefined when it is not. */
  #waitFor(error: unknown, attempt: number, kind: 'read' | 'change' | 'make'): number | undefined {
    const failure = failureOf(error)
    if (failure === undefined) return undefined
    const limit = limitOf(failure, this.#clock.now())
    if (limit) return limit.waitMs ?? UNNAMED_WAIT_MS * 2 ** (attempt - 1)
    if (failure.status < 500) return undefined
    if (kind === 'make') throw new LostAnswer(failure.message, { cause: error })
    return FIRST_WAIT_MS * 4 ** (attempt - 1)
  }
}
