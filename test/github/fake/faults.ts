import type { Json } from './contract.ts'
import { Refusal } from './refusal.ts'
import type { Head } from './state.ts'

/** What goes wrong with a request. */
export type Fault = {
  /** An operation such as `pulls/create-review` or `graphql/minimizeComment`, or `write` for any that changes something. */
  readonly on?: string
  /** How many requests it befalls; 1 unless told. */
  readonly times?: number
  /** How many fitting requests go well before. */
  readonly after?: number
} & (
  | { readonly kind: 'secondary-limit'; readonly retryAfter?: number; readonly status?: 403 | 429 }
  | { readonly kind: 'primary-limit'; readonly resetIn: number }
  /** `isApplied`: GitHub did it, and its answer is lost (github.com/probot/probot/issues/921). */
  | { readonly kind: 'bad-gateway' | 'disconnect'; readonly isApplied?: boolean }
  /** Everything is well, and then the connection ends in the middle of the answer. */
  | { readonly kind: 'cut-off' }
  /** Nothing happens until then; never, for a promise without an end. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> }
  /** The author pushes just before this request. */
  | { readonly kind: 'head-moved'; readonly head: Head; readonly isForced?: boolean }
  | { readonly kind: 'refusal'; readonly status: number; readonly message: string; readonly errors?: Json }
)

interface Waiting {
  readonly fault: Fault
  after: number
  times: number
}

/** The faults that are still to come. */
export class Faults {
  readonly #waiting: Waiting[] = []

  add(fault: Fault): void {
    this.#waiting.push({ fault, after: fault.after ?? 0, times: fault.times ?? 1 })
  }

  /** The fault of a request; each is used up. */
  take(operations: readonly string[], isWrite: boolean): Fault | undefined {
    for (const it of this.#waiting) {
      const { on } = it.fault
      if (it.times === 0 || !(on === undefined || operations.includes(on) || (on === 'write' && isWrite))) continue
      if (it.after > 0) it.after -= 1
      else {
        it.times -= 1
        return it.fault
      }
    }
    return undefined
  }
}

/** The answer that a fault makes instead of GitHub's; undefined for one that does not answer by itself. */
export function refusalBy(fault: Fault, now: number): Refusal | undefined {
  switch (fault.kind) {
    case 'secondary-limit': {
      const headers = { ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }) }
      const words = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
      return new Refusal(fault.status ?? 403, words, undefined, headers)
    }
    case 'primary-limit': {
      const reset = String(Math.ceil(now / 1000) + fault.resetIn)
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-used': '1000', 'x-ratelimit-reset': reset }
      return new Refusal(403, 'API rate limit exceeded for installation ID 1.', undefined, headers)
    }
    case 'bad-gateway':
      return new Refusal(502, 'Server Error')
    case 'refusal':
      return new Refusal(fault.status, fault.message, fault.errors)
    default:
      return undefined
  }
}
