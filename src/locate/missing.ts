import { groupOf, type Path, type PhysicalLocation } from '../finding.ts'
import { selects } from '../model/selectors.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping, asText, type Mapping, valueAt } from '../parse/untyped.ts'
import { flatten, pathOf } from '../template/value/provenance.ts'
import { branchesWithKind, templatesWithKind } from './absent.ts'
import { keysOfGlobal } from './global-keys.ts'
import { byPresence, placeOfKey } from './layers.ts'
import type { TracedRelease } from './place.ts'

/** Where kinds that are about pods say which. */
const POD_SELECTORS: Readonly<Record<string, Path>> = {
  'networking.k8s.io/NetworkPolicy': ['spec', 'podSelector'],
  'policy/PodDisruptionBudget': ['spec', 'selector'],
}

/**
 * The key that would make an object appear which a release does not render, though its templates or those of a subchart
 * that is switched off have one: a policy or a budget for the pods of `workload`. Undefined where no single key does.
 * @param groupKind as `networking.k8s.io/NetworkPolicy`.
 */
export function placeOfMissing(
  release: TracedRelease,
  workload: Manifest,
  groupKind: string,
): PhysicalLocation | undefined {
  const labels = stringsOf(workload.get('spec', 'template', 'metadata', 'labels'))
  const selectorPath = POD_SELECTORS[groupKind]
  const isWanted = (object: Mapping): boolean =>
    isOfKind(object, groupKind) && (!selectorPath || selects(valueAt(object, selectorPath), labels))
  const kind = groupKind.slice(groupKind.indexOf('/') + 1)
  for (const { template, keys } of openers(release, kind)) {
    const placed = uniqueKeys(keys.flatMap(key => keysOfGlobal(key, template))).flatMap(key => {
      const place = placeOfKey(release.layers, key)
      return place ? [{ key, ...place }] : []
    })
    for (const { key, location } of placed.sort(byPresence))
      if (release.makes(key, template, isWanted)) return { ...location, confidence: 'gated-by' }
  }
  return undefined
}

/** The keys that open a branch that has an object of a kind, or that switch on a subchart that has one, by template. */
function* openers({ referee, disabled }: TracedRelease, kind: string): Generator<{ template: string; keys: Path[] }> {
  for (const [template, untaken] of referee.untaken)
    yield { template, keys: branchesWithKind(untaken, kind).flatMap(({ data }) => data.map(pathOf)) }
  for (const { name: template, condition } of templatesWithKind(disabled, kind))
    yield { template, keys: [...flatten(condition?.depends)].map(pathOf) }
}

const uniqueKeys = (keys: readonly Path[]): Path[] => [...new Map(keys.map(key => [JSON.stringify(key), key])).values()]

const isOfKind = ({ apiVersion, kind }: Mapping, groupKind: string): boolean =>
  `${groupOf(asText(apiVersion) ?? '') || 'core'}/${asText(kind)}` === groupKind

const stringsOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(asMapping(value) ?? {}).map(([key, text]) => [key, String(text)]))
