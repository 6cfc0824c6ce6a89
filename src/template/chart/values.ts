import { TemplateError, Untraced } from '../errors.ts'
import { Dict, List, type Value } from '../value/value.ts'
import { readValues as readDocuments } from '../yaml/documents.ts'
import { readYaml } from '../yaml/read.ts'
import { behaviourOf } from './behaviour.ts'

/** In UTF-16 units: a second's work; the longest values.yaml of a public chart has 300,000. */
const MOST_CHARACTERS = 2_000_000

/** Reads a chart's values.yaml as that version of helm does; an empty one is an empty map. @throws TemplateError when helm would refuse it; Untraced */
export function readValues(text: string, helm: string): Dict {
  refuseTooLong(text)
  return behaviourOf(helm).keepsNumberTexts ? readDocuments(text, 'helm 3.18.0') : readGivenValues(text, helm)
}

/** The same for a file of `--values`, in which no version keeps the texts of numbers (measured with 3.18.0). */
export function readGivenValues(text: string, helm: string): Dict {
  refuseTooLong(text)
  if (behaviourOf(helm).major === 4) return readDocuments(text, 'helm 4')
  const first = readYaml(text)
  if (first.kind === 'dict') return first
  if (first.kind === 'nil') return new Dict()
  throw new TemplateError('a values file holds no map')
}

function refuseTooLong({ length }: string): void {
  if (length > MOST_CHARACTERS) throw new Untraced('a values file that is too long')
}

/** Values files laid over each other: maps are merged, all else is replaced, also by null. */
export function mergeValues(under: Dict, over: Dict): Dict {
  const entries = new Map(under.entries)
  for (const [key, value] of over.entries) {
    const below = entries.get(key)
    entries.set(key, below?.kind === 'dict' && value.kind === 'dict' ? mergeValues(below, value) : value)
  }
  return new Dict(entries)
}

/** A copy that shares no map or list with the original. */
export function copyValue<T extends Value>(value: T): T
export function copyValue(value: Value): Value {
  if (value.kind === 'dict') return new Dict(new Map([...value.entries].map(([key, item]) => [key, copyValue(item)])))
  if (value.kind === 'list') return new List(value.items.map(item => copyValue(item)))
  return value
}

/** The value at a path of keys; undefined when something on the way is no map. */
export function lookUp(values: Dict, path: readonly string[]): Value | undefined {
  let at: Value | undefined = values
  for (const key of path) at = at?.kind === 'dict' ? at.entries.get(key) : undefined
  return at
}

export function tableAt(values: Dict, path: readonly string[]): Dict | undefined {
  const found = lookUp(values, path)
  return found?.kind === 'dict' ? found : undefined
}

export const bool = (value: Value | undefined): boolean | undefined =>
  value?.kind === 'bool' ? value.value : undefined
