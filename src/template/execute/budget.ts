import { Untraced } from '../errors.ts'

/** How much one trace may do before the chart counts as "not traced". */
export interface Limits {
  /** Nodes executed and items made. */
  readonly steps: number
  /** UTF-16 units of text made, in all. */
  readonly characters: number
  /** Templates within templates; Go itself stops at 100,000 (helm's `include` at 1,000 of one name). */
  readonly depth: number
}

/**
 * The largest of 190 public charts takes 130,000 steps and makes 60,000,000 characters (others 5,000,000); the whole of the
 * steps takes a second or less.
 */
export const LIMITS: Limits = { steps: 1_000_000, characters: 80_000_000, depth: 400 }

/** What is left of the limits of one trace. */
export class Budget {
  #steps: number
  #characters: number
  #depth: number
  readonly #most: number

  constructor({ steps, characters, depth }: Limits = LIMITS) {
    this.#most = steps
    this.#steps = steps
    this.#characters = characters
    this.#depth = depth
  }

  /** How many steps were taken; what was refused was not. */
  get spent(): number {
    return Math.min(this.#most, this.#most - this.#steps)
  }

  /** @throws Untraced when there are no steps left. */
  step(steps = 1): void {
    this.#steps -= steps
    if (this.#steps < 0) throw new Untraced('the templates take too many steps')
  }

  /** @throws Untraced when too much text was made. */
  write(characters: number): void {
    this.#characters -= characters
    if (this.#characters < 0) throw new Untraced('the templates make too much text')
  }

  /** Runs something one level deeper. @throws Untraced when it is too deep. */
  deeper<T>(run: () => T): T {
    if (this.#depth <= 0) throw new Untraced('the templates call each other too deeply')
    this.#depth--
    try {
      return run()
    } finally {
      this.#depth++
    }
  }
}
