import type { Json } from './contract.ts'

/** GitHub does not do what was asked. */
export class Refusal extends Error {
  readonly status: number
  readonly errors: Json | undefined
  readonly headers: Readonly<Record<string, string>>

  /** @param message the `message` of the answer; `errors` its `errors`, absent where there are none */
  constructor(status: number, message: string, errors?: Json, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.errors = errors
    this.headers = headers
  }
}

/** The request is nothing that our client may send, whatever GitHub makes of it: the test fails. */
export class Violation extends Error {}
