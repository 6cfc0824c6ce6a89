import { isDeepStrictEqual } from 'node:util'
import type { Path } from '../finding.ts'
import { lineOfPath } from './location.ts'
import { asList, asMapping, type Mapping, valueAt } from './untyped.ts'
import type { SourceText } from './yaml.ts'

/** A text that says something of an object: the document that it stands in, a patch, or a setting of a kustomization. */
export interface Piece {
  /** Relative to the repository. */
  readonly file: string
  readonly source: SourceText
  /** 1-based line of the file on which the text begins. */
  readonly startLine: number
  /** What the text says of a path of the object; undefined where it says nothing of it. */
  find(path: Path): Found | undefined
  /** Whether its lines may hold what no output may show. */
  readonly isHidden?: boolean
}

export interface Found {
  /** In the text. */
  readonly path: Path
  readonly value: unknown
}

/** The line that a value is written on. */
export interface Written {
  readonly file: string
  readonly line: number
  readonly text: Pick<Piece, 'source' | 'startLine'>
  readonly isHidden: boolean
  /** Whether it is the document that the object stands in, and no patch or setting. */
  readonly isOwn: boolean
}

/** An object that was put together from several texts, and which of them says what. */
export class Composition {
  /** What put it together: a kustomization, relative to the repository. */
  readonly by: string
  readonly own: Piece
  /** The outermost one, which stands over all others, first. */
  readonly patches: readonly Piece[]
  readonly #body: Mapping
  readonly #settings: readonly Piece[]

  /**
   * @param body the object as it was put together
   * @param settings what changes single values of many objects, such as a namespace; the outermost one first
   */
  constructor(by: string, body: Mapping, own: Piece, patches: readonly Piece[], settings: readonly Piece[]) {
    this.by = by
    this.#body = body
    this.own = own
    this.patches = patches
    this.#settings = settings
  }

  /** Where the value at a path is written: in the outermost text that has it as it came out; for a missing one, its nearest ancestor. */
  writtenAt(path: Path): Written {
    for (let length = path.length; length > 0; length--) {
      const place = this.#placeOf(path.slice(0, length))
      if (place) return this.#written(place)
    }
    return this.#written({ piece: this.own, path: this.own.find([])?.path ?? [] })
  }

  #written({ piece, path }: Omit<Place, 'value'>): Written {
    const { file, source, startLine, isHidden = false } = piece
    const line = startLine - 1 + lineOfPath(source.located, path)
    return { file, line, text: { source, startLine }, isHidden, isOwn: piece === this.own }
  }

  #placeOf(path: Path): Place | undefined {
    const value = valueAt(this.#body, path)
    const places = [...this.patches, this.own].flatMap(piece => placeIn(piece, path))
    const isEqual = (place: Place): boolean => isDeepStrictEqual(place.value, value)
    // By its names a patch says what it is about.
    const equal = isName(path) ? places.findLast(isEqual) : places.find(isEqual)
    if (equal || value === undefined) return equal
    const setting = asMapping(value) ? undefined : this.#settings.flatMap(piece => placeIn(piece, path))[0]
    return setting ?? places.find(({ piece }) => piece === this.own) ?? places[0]
  }
}

interface Place extends Found {
  readonly piece: Piece
}

function placeIn(piece: Piece, path: Path): Place[] {
  const found = piece.find(path)
  return found ? [{ piece, ...found }] : []
}

/**
 * A path of one object in another that it was made from, where list items may stand elsewhere: an item is the one that is
 * equal, or has the same name. Undefined where the other has no such value.
 */
export function samePath(path: Path, object: unknown, other: unknown): Path | undefined {
  const found: (string | number)[] = []
  let [here, there] = [object, other]
  for (const step of path) {
    const next = typeof step === 'number' ? sameItem(asList(here), step, asList(there)) : step
    if (next === undefined) return undefined
    here = valueAt(here, [step])
    there = valueAt(there, [next])
    if (there === undefined) return undefined
    found.push(next)
  }
  return found
}

/** What tells the items of Kubernetes' lists apart. */
const NAMES = ['name', 'secretKey', 'key', 'mountPath', 'containerPort', 'port', 'ip', 'type'] as const

const OBJECT_NAMES = new Set(['apiVersion', 'kind', 'metadata.name', 'metadata.namespace'])

const isName = (path: Path): boolean =>
  typeof path.at(-2) === 'number' ? NAMES.some(name => name === path.at(-1)) : OBJECT_NAMES.has(path.join('.'))

function sameItem(list: readonly unknown[], index: number, other: readonly unknown[]): number | undefined {
  const item = list[index]
  const equal = other.findIndex(candidate => isDeepStrictEqual(candidate, item))
  if (equal >= 0) return equal
  const name = NAMES.find(key => asMapping(item)?.[key] !== undefined)
  if (name === undefined) return list.length === other.length ? index : undefined
  const named = other.findIndex(candidate => isDeepStrictEqual(asMapping(candidate)?.[name], asMapping(item)?.[name]))
  return named < 0 ? undefined : named
}
