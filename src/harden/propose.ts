import { isAssessable } from '../check/check.ts'
import type { Rule } from '../check/rule.ts'
import type { Finding, Offer, OfferedChange, ReleaseValue as OfferedValue } from '../finding.ts'
import type { Generator } from '../generate/generator.ts'
import { certManagerMeasure } from './cert-manager.ts'
import { knobsFor } from './knobs.ts'
import { contradicts, isDifferent, type Measure, mayHave, type Refused } from './measure.ts'
import type { Target } from './targets.ts'

/** What may be done about an install, before it is tried. */
export interface Proposal {
  readonly measures: readonly Measure[]
  readonly refused: readonly Refused[]
}

/** What rules offer for the values of the operator's chart, what belongs to its safest install, and what generators answer. */
export function propose(
  findings: readonly Finding[],
  targets: readonly Target[],
  generators: readonly Generator[],
  rules: readonly Rule[],
): Proposal {
  const collection = new Collection()
  const refused = findings.flatMap((finding): Refused | [] => {
    const { offer } = finding
    const changes = offer?.changes.filter(isValue) ?? []
    if (!offer || changes.length === 0 || offer.changes.some(({ kind }) => kind === 'field' || kind === 'remove'))
      return []
    const measure = measureFor(finding, offer, changes, targets)
    const reason = typeof measure === 'string' ? measure : collection.add(measure)
    return reason === undefined ? [] : { finding, reason }
  })
  for (const target of targets) {
    const measure = certManagerMeasure(target, findings)
    if (Array.isArray(measure)) refused.push(...measure)
    else collection.add(measure)
    for (const knob of knobsFor(target)) collection.add(knob)
  }
  const answering = generators.filter(({ answers }) => findings.some(({ rule }) => answers.includes(rule)))
  const silent = rules.filter(rule => targets.some(({ world }) => world.has('install') && !isAssessable(rule, world)))
  for (const measure of answering.map(generator => measureBy(generator, generators, silent))) collection.add(measure)
  return { measures: collection.measures, refused }
}

/** Measures that do not contradict each other: the first ones stay. */
class Collection {
  readonly #measures = new Map<string, Measure>()

  get measures(): Measure[] {
    return [...this.#measures.values()]
  }

  /** @returns why it cannot be among them; undefined where it is. */
  add(measure: Measure): string | undefined {
    const { values, generators, findings } = measure
    const taken = this.measures.flatMap(known => known.values)
    const rival = values.find(value => taken.some(other => contradicts(value, other)))
    if (rival) return `another finding asks for another value of ${rival.key.join('.')}`
    const key = JSON.stringify([values.map(value => [value.target.id, value.key, value.value]), generators])
    const known = this.#measures.get(key)
    this.#measures.set(key, known ? { ...known, findings: [...known.findings, ...findings] } : measure)
    return undefined
  }
}

/**
 * What a generator makes, with what others have to make beside it: whoever keeps policies is asked for alerts, too.
 * @param silent rules that could say nothing of the set.
 */
function measureBy({ id, answers }: Generator, generators: readonly Generator[], silent: readonly Rule[]): Measure {
  const raised = id === 'admission' ? silent.filter(({ needs }) => needs?.includes('policies')) : []
  const companions = raised
    .filter(rule => !answers.includes(rule.id))
    .flatMap(rule => generators.find(other => other.answers.includes(rule.id))?.id ?? [])
  const ids = [...new Set([id, ...companions])]
  return { values: [], generators: ids, findings: [], answers, reason: undefined, question: undefined }
}

const isValue = (change: OfferedChange): change is OfferedValue => change.kind === 'value'

function measureFor(
  finding: Finding,
  offer: Offer,
  changes: readonly OfferedValue[],
  targets: readonly Target[],
): Measure | string {
  const values = changes.flatMap(({ release, charts, key, value }) =>
    targets
      .filter(target => target.release.name === release)
      .map(target => ({ target, key: [...charts, ...key], value })),
  )
  if (values.length === 0) return 'no release that is rendered here installs the operator'
  const unknown = values.find(({ target, key }) => target.values && !mayHave(target.values, key))
  if (unknown) return `this version of the chart has no value ${unknown.key.join('.')}`
  const differing = values.filter(isDifferent)
  if (differing.length === 0) return 'the values say so already'
  return {
    values: differing,
    generators: [...new Set(offer.changes.flatMap(change => (change.kind === 'generate' ? change.what : [])))],
    findings: [finding],
    answers: [],
    reason: undefined,
    question: offer.safety === 'unsafe' ? offer.question : undefined,
  }
}
