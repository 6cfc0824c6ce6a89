import type { Origin } from '../../template/origin.ts'
import { type Datum, pathOf } from '../../template/value/provenance.ts'
import { dotted, type Layers } from '../layers.ts'
import type { NodeAnswer } from './answer.ts'
import { lineOfText } from './key-layers.ts'
import type { FoundNode } from './nodes.ts'
import { objectIn, type PrintedDocument, shownLine } from './printed.ts'
import { conditionSpot, type FileOf, keysIn, objectsIn, spotOf } from './spots.ts'

/** More keys and conditions of one node nobody reads. */
const MOST = 12

/** What a node's release knows of files. */
export interface Surroundings {
  readonly fileOf: FileOf
  readonly layers: Layers
}

/** A node with all that led to it. */
export function nodeAnswer(
  document: PrintedDocument,
  { path, role, range }: FoundNode,
  { fileOf, layers }: Surroundings,
): NodeAnswer {
  const { source, startLine, traced } = document
  const line = source.text.slice(0, range[0]).split('\n').length
  const origin = traced?.originOf(range)
  return {
    object: objectIn(source),
    path,
    role,
    renderedLine: startLine + line - 1,
    text: path.length === 0 ? '' : shownLine({ source }, line),
    from: origin?.definition ? { ...origin.definition, file: fileOf(origin.definition.template) } : null,
    fromValues: origin?.given && !origin.definition ? textOf(origin.given, layers) : null,
    through: (origin?.stack ?? []).map(({ source: caller, offset, name }) => ({
      ...spotOf(fileOf, caller, caller.lineOf(offset)),
      name,
    })),
    values: origin ? valuesOf(origin) : [],
    objects: origin ? objectsIn(dataOf(origin)).slice(0, MOST) : [],
    conditions: (origin?.gates ?? []).slice(0, MOST).map(gate => conditionSpot(fileOf, gate)),
  }
}

function textOf({ datum, linesBefore }: NonNullable<Origin['given']>, layers: Layers): NodeAnswer['fromValues'] {
  const key = pathOf(datum)
  const found = lineOfText(layers, key, linesBefore)
  return { key: dotted(key), file: found?.file ?? null, line: found?.line ?? null }
}

const dataOf = ({ pieces }: Origin): Datum[] =>
  pieces.flatMap(({ alias, depends }) => (alias ? [alias, ...depends] : depends))

function valuesOf({ aliases, pieces }: Origin): NodeAnswer['values'] {
  const own = keysIn(aliases).map(dotted)
  const used = keysIn(pieces.flatMap(({ depends }) => depends)).map(dotted)
  return [
    ...own.map(key => ({ key, is: true })),
    ...used.filter(key => !own.includes(key)).map(key => ({ key, is: false })),
  ].slice(0, MOST)
}
