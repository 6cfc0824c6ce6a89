import { Untraced } from '../errors.ts'
import { type Dependencies, dependenciesIn, type Provenance, union } from '../value/provenance.ts'
import { dependenciesOfConditions, type Segment, type Text } from '../value/text.ts'
import { Nil, type Value } from '../value/value.ts'
import { FORBIDDEN } from './characters.ts'
import { Decoder, type Numbers, type Origin, type OriginAt } from './decode.ts'
import { YamlError } from './failure.ts'
import { Parser } from './parser.ts'

export interface ReadOptions {
  /** `json.Number` for the values of helm 3.18.0, which keeps them as texts of Go's type json.Number. */
  readonly numbers?: Numbers
}

/**
 * Reads the first document of a text as helm does: go-yaml v2's YAML 1.1, then JSON, so that keys are strings and
 * numbers float64. Nil when there is none. What a Text has in segments gives each value its provenance.
 * @throws YamlError what helm cannot read either; Untraced what this reader does not know.
 */
export function readYaml(text: Text | string, { numbers = 'float64' }: ReadOptions = {}): Value {
  const source = typeof text === 'string' ? text : text.string
  if (typeof text !== 'string' && text.bytes) throw new Untraced('YAML that is not UTF-8')
  if (source.includes('\ufeff', 1)) throw new Untraced('YAML with a mark of the byte order inside')
  const forbidden = source.search(FORBIDDEN)
  if (forbidden >= 0) return refuse(source, forbidden)
  const root = new Parser(source).firstDocument()
  if (!root) return new Nil(typeof text === 'string' ? undefined : wholeOrigin(text).provenance)
  return new Decoder(typeof text === 'string' ? undefined : originsOf(text), numbers).decode(root)
}

/** A character that no YAML may hold. Behind the first document it depends on how far Go's reader looked ahead. */
function refuse(source: string, at: number): never {
  if (/^(?:---|\.\.\.)/m.test(source.slice(1, at)))
    throw new Untraced('control characters in YAML of several documents')
  throw new YamlError('yaml: control characters are not allowed')
}

const wholeOrigin = (text: Text): Origin => ({
  provenance: { alias: text.provenance?.alias, depends: text.depends },
  site: undefined,
})

/** Finds what the pieces of a text between two offsets were made of. */
export function originsOf(text: Text): OriginAt {
  const { segments } = text
  if (segments.length < 2) {
    const only = segments[0]
    const origin: Origin = only ? originOf([only]) : { provenance: undefined, site: undefined }
    return () => origin
  }
  const starts: number[] = []
  let offset = 0
  for (const segment of segments) {
    starts.push(offset)
    offset += segment.text.length
  }
  return (start, end) => {
    const pieces: Segment[] = []
    for (let i = lastNotAfter(starts, start); i < segments.length; i++) {
      const segment = segments[i]
      const from = starts[i] ?? 0
      if (!segment || from >= end) break
      if (segment.text !== '' && from + segment.text.length > start) pieces.push(segment)
    }
    return originOf(pieces)
  }
}

/** The last index whose number is not greater; 0 when all are. */
function lastNotAfter(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

/** One datum is the alias when it is the only one; a piece that an action printed says better where from than one of text. */
function originOf(pieces: readonly Segment[]): Origin {
  let depends: Dependencies | undefined
  let only: Provenance['alias']
  let aliases = 0
  for (const { provenance, site } of pieces) {
    depends = union(depends, union(dependenciesIn(provenance), dependenciesOfConditions(site?.condition)))
    if (provenance?.alias && provenance.alias !== only) {
      only = provenance.alias
      aliases++
    }
  }
  const site = (pieces.find(piece => piece.provenance && piece.site) ?? pieces[0])?.site
  const alias = aliases === 1 ? only : undefined
  return { provenance: alias || depends ? { alias, depends } : undefined, site }
}
