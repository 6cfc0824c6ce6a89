import type { Condition } from '../../template/value/site.ts'
import type { ConditionSpot } from './answer.ts'
import { branchExtents } from './branches.ts'
import type { IsAsked } from './criteria.ts'
import type { ExaminedRelease } from './examined.ts'
import { conditionSpot } from './spots.ts'

const MOST_CONDITIONS = 12

/** Whether a template, as helm names it, is a file of the repository; a subchart under two names is two templates. */
export function askedTemplates({ fileOf }: ExaminedRelease, file: string): IsAsked {
  const known = new Map<string, boolean>()
  return template => {
    const before = known.get(template)
    const isAsked = before ?? fileOf(template) === file
    known.set(template, isAsked)
    return isAsked
  }
}

/** The conditions of branches that have a line in them, as the release decided them. */
export function conditionsAround(
  examined: ExaminedRelease,
  isAsked: IsAsked,
  text: string,
  line: number,
): ConditionSpot[] {
  const met = Map.groupBy(conditionsIn(examined, isAsked), ({ offset }) => offset)
  const [first] = [...met.values()].flat()
  const source = first?.source
  if (!source) return []
  const spots = branchExtents(text.replace(/^\uFEFF/, '')).flatMap(({ start, end }) =>
    source.lineOf(start) <= line && line <= source.lineOf(end) ? (met.get(start) ?? []) : [],
  )
  const shown = spots.map(condition => conditionSpot(examined.fileOf, condition))
  return [...new Map(shown.map(spot => [JSON.stringify(spot), spot])).values()].slice(0, MOST_CONDITIONS)
}

function conditionsIn({ chart }: ExaminedRelease, isAsked: IsAsked): Set<Condition> {
  const found = new Set<Condition>()
  for (const text of chart.trace.files.values())
    for (const { site } of text.segments)
      for (let at = site?.condition; at; at = at.parent) if (!at.source.given && isAsked(at.source.name)) found.add(at)
  return found
}

/** Which of some templates' output is not spoken of. */
export function notesOnTemplates({ chart, documents }: ExaminedRelease, isAsked: IsAsked): string[] {
  const untraced = [...chart.trace.untraced].filter(([template]) => isAsked(template))
  const known = new Set(untraced.map(([template]) => template))
  const others = documents.filter(({ template, traced }) => !traced && isAsked(template) && !known.has(template))
  return [
    ...untraced.map(([template, reason]) => `${template} is not traced: ${reason}`),
    ...[...new Set(others.map(({ template }) => template))].map(
      template => `${template}: helm prints it otherwise than the trace, so nothing is said of it`,
    ),
  ]
}
