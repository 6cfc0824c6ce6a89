import type { Path, PhysicalLocation } from '../finding.ts'
import { asMapping, valueAt } from '../parse/untyped.ts'
import type { ValuesFile } from '../parse/values.ts'
import { type Import, importedFrom } from './imports.ts'
import { lineInText } from './text-line.ts'

/** One file that gives a release some of its values. */
export interface Layer {
  readonly values: ValuesFile
  /** Where in the release's values the file's root lies: empty for the chart's own, the subchart's alias for a subchart's. */
  readonly at: Path
  /** Whether it belongs to who installs the chart, rather than to who made it. */
  readonly isOwn: boolean
}

/** Everything that gives a release its values, in helm's order: the first that has a key decides it. */
export interface Layers {
  /** What --set and the config's `set` say, in the shape of a values file. */
  readonly set: Readonly<Record<string, unknown>>
  /** The same one by one; the last one wins. */
  readonly settings?: readonly Setting[]
  /** Values files from the last to the first, then the chart's values.yaml, then its subcharts'. */
  readonly files: readonly Layer[]
  /** What charts take from their subcharts where none of the files has a key. */
  readonly imports?: Imports
}

/** A key that the config sets for a release, or what flags set. */
export interface Setting {
  /** In the shape of a values file. */
  readonly values: Readonly<Record<string, unknown>>
  /** Undefined for flags. */
  readonly location: PhysicalLocation | undefined
}

/** Imports, with the charts' own values: nothing else is imported. */
export interface Imports {
  readonly links: readonly Import[]
  readonly defaults: readonly Layer[]
}

/** A file with the path that a key has in it. */
interface InsideLayer extends Layer {
  readonly inside: Path
}

/** Where a key of the values is to be changed. */
export interface KeyPlace {
  /** The file that the key stands in; undefined where the config sets it, or a flag. */
  readonly values?: ValuesFile
  readonly location: PhysicalLocation
  /** The key in its file, which may be that of a subchart. */
  readonly inside: Path
  /** False where the key has to be added: the line is its nearest ancestor's. */
  readonly isExact: boolean
}

/**
 * The line on which the owner of a release changes a key: the line that sets it now, or where it would be added.
 * Undefined where a flag of the command line decides, or nothing here belongs to the owner.
 * @param line for one line of the text that the key has: how many stand before it.
 */
export function placeOfKey(layers: Layers, path: Path, line?: number): KeyPlace | undefined {
  const { set, files, imports } = layers
  if (decides(set, path)) return placeOfSetting(layers, path)
  const able = layersFor(files, path)
  const index = able.findIndex(hasSay)
  const deciding = able[index] ?? importedLayers(imports, path).find(hasSay)
  if (deciding && !deciding.values.isReadable) return undefined
  if (deciding?.isOwn && valueAt(deciding.values.body, deciding.inside) !== undefined)
    return {
      location: lineIn(deciding.values, deciding.inside, path, line),
      inside: deciding.inside,
      values: deciding.values,
      isExact: true,
    }
  // What is added below the file that decides has no effect.
  const own = able
    .slice(0, index < 0 ? able.length : index + 1)
    .flatMap(({ values, inside, isOwn }) => (isOwn ? { values, inside, ancestor: ancestorIn(values, inside) } : []))
  // A file that speaks of the subject already is where the rest of it is looked for.
  const nearest = own.find(({ ancestor }) => ancestor.length > 0) ?? own[0]
  if (!nearest) return undefined
  const { values, inside, ancestor } = nearest
  return { location: { ...lineIn(values, ancestor, path), isMissing: true }, inside, values, isExact: false }
}

/** A line that is there is a better answer than one that would have to be added, and a mapping to add it to than none. */
export const byPresence = (a: KeyPlace, b: KeyPlace): number => absence(a) - absence(b)

const absence = ({ isExact, location }: KeyPlace): number => (isExact ? 0 : location.startLine === undefined ? 2 : 1)

/** Where the config sets a key; undefined for a mapping, which is more than one key sets. */
export function placeOfSetting({ settings = [] }: Layers, path: Path): KeyPlace | undefined {
  const location = settings.findLast(({ values }) => {
    const value = valueAt(values, path)
    return value !== undefined && asMapping(value) === undefined
  })?.location
  return location && { location: { ...location, key: dotted(path) }, inside: path, isExact: true }
}

const layersFor = (files: readonly Layer[], path: Path): InsideLayer[] =>
  files.flatMap(layer => {
    const inside = inFile(layer, path)
    return inside && !isPassedDown(layer, path) ? { ...layer, inside } : []
  })

/** The files from which a chart takes a key that it does not set itself, in their order. */
export const importedLayers = (imports: Imports | undefined, path: Path): InsideLayer[] =>
  imports ? importedFrom(imports.links, path).flatMap(source => layersFor(imports.defaults, source)) : []

/** What cannot be read may have any key. */
const hasSay = ({ values, inside }: InsideLayer): boolean => !values.isReadable || decides(values.body, inside)

/** What a subchart says in `global` is below its own name for its parents: there it has a path of its own. */
const isPassedDown = ({ at }: Layer, path: Path): boolean => at.length > 0 && path[0] === 'global'

/** Whether lower layers have no say in a key: it is there, or what it would be in is no mapping (a null takes all away). */
function decides(body: unknown, path: Path): boolean {
  let at = body
  for (const step of path) {
    if (typeof step === 'number' ? !Array.isArray(at) : !asMapping(at)) return true
    at = valueAt(at, [step])
    if (at === undefined) return typeof step === 'number'
  }
  return true
}

/** The path inside of a layer's file; undefined where the file cannot say it. */
export function inFile({ at }: Layer, path: Path): Path | undefined {
  // A subchart's `global` is its parents' too, wherever it stands.
  if (path[0] === 'global') return path
  const isInside = at.length < path.length && at.every((step, i) => step === path[i])
  return isInside ? path.slice(at.length) : undefined
}

/** The longest part of a path below which something can be added: a mapping, or nothing yet. */
function ancestorIn(values: ValuesFile, inside: Path): Path {
  for (let length = inside.length - 1; length > 0; length--) {
    const value = valueAt(values.body, inside.slice(0, length))
    if (value === null || asMapping(value) !== undefined || Array.isArray(value)) return inside.slice(0, length)
  }
  return []
}

function lineIn(values: ValuesFile, inside: Path, path: Path, line?: number): PhysicalLocation {
  const own = line === undefined ? () => values.lineOf(inside) : () => lineInText(values, inside, line)
  const startLine = inside.length > 0 ? own() : values.keyLine
  return { file: values.file, ...(startLine !== undefined && { startLine }), via: 'values', key: dotted(path) }
}

/** `webhook.ports[0].name`, as helm's --set has it; dots in keys are escaped. */
export const dotted = (path: Path): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${step.replaceAll('.', '\\.')}`))
    .join('')
