import type { Result } from '../check/check.ts'
import type { Change, Offer, OfferedChange, ReleaseValue, ValuePlace } from '../finding.ts'
import { workloadOf } from '../model/eso/eso.ts'
import type { KeyPlace } from './layers.ts'
import type { Places } from './places.ts'
import { chartsIn } from './template-name.ts'

/**
 * What the rule of a finding would change, with the places of the values that it takes; undefined where there is nothing
 * that it could change.
 * @param results the finding in all of its worlds and files, the worst first.
 */
export function offerFor(results: readonly Result[], places: Places): Offer | undefined {
  const [worst] = results
  const fix = worst?.rule.fix?.(worst)
  if (!fix) return undefined
  const changes = fix.changes.flatMap((change): readonly OfferedChange[] =>
    change.kind === 'value' ? results.flatMap(result => inRelease(change, result, places) ?? []) : [change],
  )
  if (fix.changes.some(({ kind }) => kind === 'value') && !changes.some(({ kind }) => kind === 'value'))
    return undefined
  return { ...fix, changes: [...new Map(changes.map(change => [JSON.stringify(change), change])).values()] }
}

/** Undefined for what no chart makes. */
function inRelease(
  change: Extract<Change, { readonly kind: 'value' }>,
  { manifest, install }: Result,
  places: Places,
): ReleaseValue | undefined {
  const subject = manifest ?? workloadOf(install)
  if (!subject?.release || subject.template === undefined) return undefined
  const charts = change.key[0] === 'global' ? [] : chartsIn(subject.template)
  const place = places.ofKey(subject, [...charts, ...change.key])
  return {
    ...change,
    release: subject.release.name,
    charts,
    place: place && valuePlace(place),
  }
}

function valuePlace({ location, inside, values }: KeyPlace): ValuePlace {
  const { isInline = false, holder } = values ?? {}
  return { ...location, inside, ...(isInline && { isInline }), ...(holder && { holder }) }
}
