import type { Release } from '../discover/discover.ts'
import type { Mapping } from '../parse/untyped.ts'

/** What `--set` and the config's `set` say, in the shape of a values file. Items of lists are left out. */
export function setValues({ set, setTexts }: Pick<Release, 'set' | 'setTexts'>): Mapping {
  const texts = setTexts
    .flatMap(text => text.split(/(?<!\\),/))
    .flatMap(pair => {
      const [, key, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
      return key === undefined ? [] : [[key, typed(value)] as const]
    })
  const values = new Map<string, unknown>()
  for (const [key, value] of [...Object.entries(set), ...texts]) {
    const path = key.split(/(?<!\\)\./).map(step => step.replaceAll('\\', ''))
    if (!path.some(step => step.includes('['))) put(values, path, value)
  }
  return plain(values)
}

/** What helm makes of a text behind `--set`. */
function typed(text = ''): unknown {
  if (WORDS.has(text)) return WORDS.get(text)
  return /^(?:0|-?[1-9]\d{0,14})$/.test(text) ? Number(text) : text
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

type Nested = Map<string, unknown>

function put(values: Nested, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    values.set(step, value)
    return
  }
  const below = values.get(step)
  const inner: Nested = below instanceof Map ? below : new Map()
  values.set(step, inner)
  put(inner, rest, value)
}

const plain = (values: Nested): Mapping =>
  Object.fromEntries([...values].map(([key, value]) => [key, value instanceof Map ? plain(value) : value]))
