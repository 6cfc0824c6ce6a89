import type { ObjectRef, Path } from '../../finding.ts'
import { isCredentialKey } from '../../parse/credentials.ts'
import { asMapping, asText, valueAt } from '../../parse/untyped.ts'
import type { TracedChart } from '../../render/traced.ts'
import type { Text, Value } from '../../template/value/value.ts'
import { valueAtPath } from '../traced-release.ts'
import { othersThan } from '../what-if.ts'
import type { ChangeAnswer, Effect } from './answer.ts'
import { differences } from './differences.ts'
import { added, documentsOf, type OutputDocument } from './output-documents.ts'
import { objectOf } from './printed.ts'

const MOST_EFFECTS = 20

/** What another value of a key does to what the templates print. @param isSecret nothing of the value is shown */
export function changeOf(chart: TracedChart, key: Path, isSecret = false): ChangeAnswer {
  const now = valueAtPath(chart.trace.values, key)
  const isHidden = isSecret || key.some(step => isCredentialKey(String(step)))
  const attempts: ChangeAnswer[] = []
  for (const other of othersThan(now)) {
    const tried = inWords(now, other, isHidden)
    const effects = effectsOf(chart, key, other)
    attempts.push({
      ...{ tried, fails: effects === undefined },
      effects: effects?.slice(0, MOST_EFFECTS) ?? [],
      moreEffects: Math.max(0, (effects?.length ?? 0) - MOST_EFFECTS),
    })
    if (effects && effects.length > 0) break
  }
  const [first] = attempts
  return attempts.find(({ effects }) => effects.length > 0) ?? attempts.find(({ fails }) => !fails) ?? first ?? UNTRIED
}

const UNTRIED: ChangeAnswer = { tried: '', fails: false, effects: [], moreEffects: 0 }

/** Undefined when the chart does not render then. */
function effectsOf(chart: TracedChart, key: Path, other: Value): Effect[] | undefined {
  const { files, untraced, failure, reason } = chart.with(key, other)
  if (failure || reason !== undefined) return undefined
  const before = without(chart.trace.files, untraced)
  const after = without(files, chart.trace.untraced)
  return isRefused(before, after) ? undefined : effectsBetween(before, after)
}

const without = (files: Files, templates: ReadonlyMap<string, unknown>): Files =>
  new Map([...files].filter(([template]) => !templates.has(template)))

/** Whether there is a new document that is no mapping: helm fails then. */
export const isRefused = (before: Files, after: Files): boolean =>
  [...after].some(([template, text]) =>
    added(documentsOf(before.get(template)), documentsOf(text)).some(
      ({ body }) => body !== null && asMapping(body) === undefined,
    ),
  )

/** Only switches and numbers are shown: texts may be secret. */
function inWords(now: Value | undefined, other: Value, isHidden: boolean): string {
  const isShown = (value: Value | undefined) => value?.kind === 'bool' || (value?.kind === 'number' && !isHidden)
  if (isShown(now) && isShown(other)) return `${shown(now)} -> ${shown(other)}`
  if (now?.kind === 'number') return 'another number'
  if (now === undefined || now.kind === 'nil') return `unset -> ${shown(other)}`
  return shown(other)
}

function shown(value: Value | undefined): string {
  switch (value?.kind) {
    case 'bool':
    case 'number':
      return String(value.value)
    case 'text':
      return value.string === '' ? 'an empty text' : 'another text'
    case 'list':
      return value.items.length === 0 ? 'an empty list' : 'a list'
    case 'dict':
      return value.entries.size === 0 ? 'an empty mapping' : 'a mapping'
    default:
      return 'unset'
  }
}

const isTest = (body: unknown): boolean =>
  /(?:^|,)\s*test/.test(asText(valueAt(body, ['metadata', 'annotations', 'helm.sh/hook'])) ?? '')

type Files = ReadonlyMap<string, Text>

/** What differs between two outputs, in the order of the templates; objects are told apart by kind, namespace and name. */
export const effectsBetween = (before: Files, after: Files): Effect[] =>
  [...new Set([...before.keys(), ...after.keys()])].sort().flatMap(template => {
    const [old, fresh] = [before.get(template), after.get(template)]
    return old?.string === fresh?.string ? [] : effectsInFile(documentsOf(old), documentsOf(fresh))
  })

function effectsInFile(before: readonly OutputDocument[], after: readonly OutputDocument[]): Effect[] {
  const [left, right] = [objectsOf(added(after, before)), objectsOf(added(before, after))]
  const removed = [...left].flatMap(([id, { object }]) => (right.has(id) ? [] : effect('removed', object, [])))
  const others = [...right].flatMap(([id, { object, body }]) => {
    const known = left.get(id)
    if (!known) return effect('appears', object, [])
    const found = differences(known.body, body, [])
    return found.length > 0 ? found.map(({ what, path }) => effect(what, object, path)) : effect('changed', object, [])
  })
  return [...others, ...removed]
}

const effect = (what: Effect['what'], object: ObjectRef | null, path: Path): Effect => ({ what, object, path })

/** Documents that hold nothing, such as a mere comment, are left out, and tests of the release, which nobody renders. */
function objectsOf(documents: readonly OutputDocument[]): Map<string, { object: ObjectRef | null; body: unknown }> {
  const found = new Map<string, { object: ObjectRef | null; body: unknown }>()
  for (const { body } of documents) {
    if (body === null || body === undefined || isTest(body)) continue
    const object = objectOf(body)
    const id = JSON.stringify([object?.kind, object?.namespace, object?.name])
    found.set(found.has(id) ? `${id} ${found.size}` : id, { object, body })
  }
  return found
}
