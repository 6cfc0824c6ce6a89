import type { Text } from '../../template/value/value.ts'
import { splitLikeHelm } from '../referee.ts'
import { bodyOf } from './printed.ts'

/** One document of a template's output; it is parsed when somebody asks, and once. */
export class OutputDocument {
  readonly text: string
  #body: { readonly value: unknown } | undefined

  constructor(text: string) {
    this.text = text
  }

  get body(): unknown {
    this.#body ??= { value: bodyOf(this.text) }
    return this.#body.value
  }
}

const known = new WeakMap<Text, readonly OutputDocument[]>()

/** The documents of an output: what a release prints now is compared with each change. */
export function documentsOf(output: Text | undefined): readonly OutputDocument[] {
  if (!output || output.string === '') return []
  const before = known.get(output)
  if (before) return before
  const found = splitLikeHelm(output.string).map(({ text }) => new OutputDocument(text))
  known.set(output, found)
  return found
}

/** The documents of `after` whose text is not among those of `before`. */
export function added(before: readonly OutputDocument[], after: readonly OutputDocument[]): OutputDocument[] {
  const old = new Set(before.map(({ text }) => text))
  return after.filter(({ text }) => !old.has(text))
}
