import type { Cursor } from './cursor.ts'

/** What may turn out to be a key when a `:` follows on its line. */
export interface PossibleKey {
  /** Its token's number, counted from the first token of the text. */
  readonly token: number
  readonly offset: number
  readonly line: number
  readonly column: number
  /** Only a key can stand at the indentation of a block mapping. */
  readonly isRequired: boolean
}

/** A key without `?` ends within this many characters, and on its line. */
const LONGEST_KEY = 1024

/** The possible keys of a scanner: one for the block context and one for each open flow collection. */
export class PossibleKeys {
  readonly #cursor: Cursor
  readonly #keys: (PossibleKey | undefined)[] = [undefined]
  /** The level of each possible key, by its token. */
  readonly #levels = new Map<number, number>()
  /**
   * The token that was last thought a key at each level; at first the bracket that opened the level. Go forgets it when the
   * level ends, and so that an empty collection might be a key.
   */
  readonly #last: number[] = [0]

  constructor(cursor: Cursor) {
    this.#cursor = cursor
  }

  /** How many flow collections are open. */
  get level(): number {
    return this.#keys.length - 1
  }

  /** @param token the number of the token that opens the level */
  open(token: number): void {
    this.#keys.push(undefined)
    this.#last.push(token)
  }

  close(): void {
    if (this.level === 0) return
    this.#keys.pop()
    this.#levels.delete(this.#last.pop() ?? 0)
  }

  /** What starts here may be a key. */
  save(token: number, isRequired: boolean): void {
    const { level } = this
    const { offset, line, column } = this.#cursor
    this.drop()
    this.#levels.set(token, level)
    this.#last[level] = token
    this.#keys[level] = { token, offset, line, column, isRequired }
  }

  /** Whether a `:` that is still to come may make a key of a token. @throws YamlError */
  has(token: number): boolean {
    const level = this.#levels.get(token)
    return level !== undefined && this.#at(level) !== undefined
  }

  /** Takes the key that a `:` here belongs to. @throws YamlError */
  take(): PossibleKey | undefined {
    const key = this.#at(this.level)
    if (key) this.#forget(this.level)
    return key
  }

  /** What was possible is no key. @throws YamlError when only a key can stand there */
  drop(level = this.level): void {
    if (this.#keys[level]?.isRequired) throw this.#cursor.failure("could not find expected ':'")
    this.#forget(level)
  }

  #forget(level: number): void {
    const key = this.#keys[level]
    if (key) this.#levels.delete(key.token)
    this.#keys[level] = undefined
  }

  /** The possible key of a level, unless its line has ended. */
  #at(level: number): PossibleKey | undefined {
    const key = this.#keys[level]
    if (!key || (key.line === this.#cursor.line && this.#isShort(key))) return key
    this.drop(level)
    return undefined
  }

  #isShort(key: PossibleKey): boolean {
    const { text, offset } = this.#cursor
    const units = offset - key.offset
    if (units <= LONGEST_KEY) return true
    return units <= 2 * LONGEST_KEY && [...text.slice(key.offset, offset)].length <= LONGEST_KEY
  }
}
