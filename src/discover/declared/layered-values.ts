import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'yaml'
import type { Path } from '../../finding.ts'
import type { Composition, Piece } from '../../parse/composition.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asMapping, type Mapping, valueAt } from '../../parse/untyped.ts'
import { parseText } from '../../parse/yaml.ts'
import type { InlineValues } from '../values-source.ts'
import type { Parameters } from './fill.ts'
import { inlineValues } from './inline-values.ts'
import { documentOf, lineIn } from './manifest-document.ts'

/** More lines than these are not told apart. */
const MOST_LAYERS = 30

/**
 * The values at a path of a manifest. Of one that a kustomization put together there are several: the document's own, those
 * of each patch, and what else came out otherwise, each on its line; the last one wins.
 */
export function layeredValues(manifest: Manifest, path: Path, parameters?: Parameters): InlineValues[] {
  const { composition } = manifest
  const own = inlineValues(documentOf(manifest), [...manifest.base, ...path], parameters)
  const built = manifest.get(...path)
  if (own && (parameters || isDeepStrictEqual(bodyOf(own), parsed(built)))) return [own]
  if (built === undefined || built === null || built === '') return []
  if (!composition || !asMapping(built)) return [whole(manifest, path, built)]
  const layers = writtenLayers(composition, path)
  const merged = layers.map(bodyOf).reduce<Mapping>(mergeValues, {})
  const others = [...differences(asMapping(built) ?? {}, merged, [])]
  // For helm a null takes away the chart's own value, too, and a patch only what stands in the object.
  const takesAway = others.some(([, value]) => value === undefined) || layers.some(layer => holdsNull(bodyOf(layer)))
  if (takesAway || layers.length + others.length > MOST_LAYERS) return [whole(manifest, path, built)]
  return [...layers, ...others.map(([inside, value]) => leaf(composition, path, inside, value))]
}

const holdsNull = (value: unknown): boolean =>
  value === null || Object.values(asMapping(value) ?? {}).some(item => holdsNull(item))

const parsed = (value: unknown): unknown => (typeof value === 'string' ? parseText(value).body : value)
const bodyOf = ({ text }: InlineValues): Mapping => asMapping(parseText(text).body) ?? {}

const whole = (manifest: Manifest, path: Path, value: unknown): InlineValues => ({
  file: manifest.template === undefined ? manifest.file : undefined,
  keyLine: lineIn(manifest, path) ?? (manifest.template === undefined ? manifest.lineOf(path) : undefined),
  text: typeof value === 'string' ? value : stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }),
  hasFileLines: false,
})

/** The documents and patches that have a mapping there, the innermost first. */
const writtenLayers = ({ own, patches }: Composition, path: Path): InlineValues[] =>
  [own, ...patches.toReversed()].flatMap(piece => {
    const found = piece.find(path)
    return found && asMapping(found.value) ? (inlineValues(documentOfPiece(piece), found.path) ?? []) : []
  })

const documentOfPiece = ({ file, source, startLine }: Piece) => ({
  ...{ file, text: source.text, located: source.located, body: source.parsed.body, startLine },
  isWhole: false,
})

/** As helm merges values: mappings by their keys. */
function mergeValues(under: Mapping, over: Mapping): Mapping {
  const merged: Record<string, unknown> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const [here, there] = [asMapping(merged[key]), asMapping(value)]
    merged[key] = here && there ? mergeValues(here, there) : value
  }
  return merged
}

/** The values that have to be set to make one of the other; undefined for what has to be taken away. */
function* differences(wanted: Mapping, merged: Mapping, path: Path): Generator<[Path, unknown]> {
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(merged)])) {
    const [one, other] = [valueAt(wanted, [key]), valueAt(merged, [key])]
    const [here, there] = [asMapping(one), asMapping(other)]
    if (here && there) yield* differences(here, there, [...path, key])
    else if (!isDeepStrictEqual(one, other)) yield [[...path, key], one]
  }
}

function leaf(composition: Composition, path: Path, inside: Path, value: unknown): InlineValues {
  const { file, line } = composition.writtenAt([...path, ...inside])
  const nested = inside.reduceRight((content: unknown, key) => ({ [key]: content }), value)
  return { file, keyLine: line, text: stringify(nested, { lineWidth: 0 }), hasFileLines: false }
}
