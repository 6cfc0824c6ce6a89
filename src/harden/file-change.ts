import type { Finding, GeneratorId, OfferedChange, Path, PhysicalLocation, YamlValue } from '../finding.ts'
import { type Manifest, parseManifests } from '../parse/manifest.ts'
import { valueAt } from '../parse/untyped.ts'
import { parseText } from '../parse/yaml.ts'
import { Refusal } from './refusal.ts'

/** One change of one file of the repository. */
export interface FileChange {
  readonly file: string
  /** 1-based line on which its document begins; undefined for a file of values, which is one. */
  readonly document: number | undefined
  /** From the root of the document. */
  readonly path: Path
  /** Undefined takes the node away; with an empty path, the document. */
  readonly value: YamlValue | undefined
}

/** What a fix takes. */
export interface FileChanges {
  readonly changes: readonly FileChange[]
  readonly generates: readonly GeneratorId[]
}

/**
 * What a finding's rule offers, as changes of the files in which its values and objects stand, in all of its places.
 * @param textOf the text of a file; undefined for what may not be edited.
 * @throws Refusal for what no file can be changed for.
 */
export function fileChangesOf(finding: Finding, textOf: (file: string) => string | undefined): FileChanges {
  const offered = finding.offer?.changes ?? []
  const generates = offered.flatMap(change => (change.kind === 'generate' ? change.what : []))
  const changes = offered.flatMap(change => {
    if (change.kind === 'generate') return []
    if (change.kind === 'value') return valueChange(change, textOf)
    return placesOf(finding).map(place => objectChange(finding, change, place, textOf))
  })
  const distinct = new Map(changes.map(change => [JSON.stringify(change), change]))
  return { changes: [...distinct.values()], generates: [...new Set(generates)] }
}

type TextOf = (file: string) => string | undefined

function placesOf({ places, location }: Finding): readonly PhysicalLocation[] {
  if (location === null) throw new Refusal('it stands nowhere in the repository')
  return places.length > 0 ? places : [location]
}

function valueChange({ value, place }: Extract<OfferedChange, { readonly kind: 'value' }>, textOf: TextOf): FileChange {
  if (!place) throw new Refusal('no file of the repository gives its release values')
  if (place.via !== 'values') throw new Refusal('the config, or a flag, sets the value')
  readable(place.file, textOf)
  const { file, inside, holder } = place
  if (place.isInline && !holder) throw new Refusal('the values stand in a text')
  return { file, document: holder?.document, path: [...(holder?.path ?? []), ...inside], value }
}

function objectChange(
  { object, path }: Finding,
  change: Extract<OfferedChange, { readonly kind: 'field' | 'remove' }>,
  place: PhysicalLocation,
  textOf: TextOf,
): FileChange {
  if (!object) throw new Refusal('it is about no object')
  if (place.via === 'values' && change.kind === 'field') {
    const isSure = place.confidence === undefined || place.confidence === 'set-by'
    // Without a value the chart's own would come back; an item of a list has none.
    const isSaid = change.value !== undefined || typeof change.path.at(-1) === 'number'
    const isInside = isStart(path, change.path) && isSaid && place.key !== undefined
    if (!isSure || !isInside) throw new Refusal('the value decides more than the field')
    const key = pathOfKey(place.key ?? '')
    return inValues(place.file, [...key, ...change.path.slice(path.length)], change.value, textOf)
  }
  if (place.via !== 'manifest') throw new Refusal('a template makes it')
  const text = readable(place.file, textOf)
  const { manifests } = parseManifests(text, { file: place.file, release: undefined })
  const here = manifests.filter(found => found.lineOf(path) === place.startLine)
  // A kustomization may give an object another name and namespace than it has in its file, or in a patch.
  const manifest = here.find(found => isSameObject(found, object)) ?? here.find(found => isSameKind(found, object))
  if (!manifest) throw new Refusal('the object is not where it was')
  const at = { file: place.file, document: manifest.startLine }
  if (change.kind === 'field') return { ...at, path: [...manifest.base, ...change.path], value: change.value }
  if (manifest.base.length > 0) throw new Refusal('the object is one of a list')
  return { ...at, path: [], value: undefined }
}

const isSameKind = (manifest: Manifest, { apiVersion, kind }: NonNullable<Finding['object']>): boolean =>
  manifest.apiVersion === apiVersion && manifest.kind === kind

const isSameObject = (manifest: Manifest, object: NonNullable<Finding['object']>): boolean =>
  isSameKind(manifest, object) && manifest.name === object.name && manifest.namespace === object.namespace

/** The values of a subchart that is in the repository are a file of their own, without the names of the charts above. */
function inValues(file: string, key: Path, value: YamlValue | undefined, textOf: TextOf): FileChange {
  const { body } = parseText(readable(file, textOf).replace(/^\uFEFF/, ''))
  if (installsCharts(body)) throw new Refusal('the values stand in an object that installs the chart')
  const depths = key.map((_, i) => i)
  const depth =
    depths.find(i => valueAt(body, key.slice(i)) !== undefined) ??
    depths.find(i => valueAt(body, key.slice(i, i + 1)) !== undefined)
  return { file, document: undefined, path: key.slice(depth ?? 0), value }
}

/** Values have keys of their own choice, but none has these of an Application, a HelmRelease or a kustomization. */
const installsCharts = (body: unknown): boolean =>
  (valueAt(body, ['apiVersion']) !== undefined && valueAt(body, ['kind']) !== undefined) ||
  valueAt(body, ['helmCharts']) !== undefined

function readable(file: string, textOf: TextOf): string {
  const text = textOf(file)
  if (text === undefined) throw new Refusal('the file is no plain file of the repository')
  return text
}

/** `a.b\.c[0]` -> `['a', 'b.c', 0]`: what `dotted` of src/locate/layers.ts writes. */
export const pathOfKey = (key: string): Path =>
  [...key.matchAll(/\[(\d+)\]|((?:\\.|[^.[\\])+)/g)].map(([, index, name = '']) =>
    index === undefined ? name.replaceAll('\\.', '.') : Number(index),
  )

/** Whether a path is the beginning of another, or all of it. */
export const isStart = (start: Path, path: Path): boolean =>
  start.length <= path.length && start.every((step, i) => step === path[i])
