import type { Path } from '../../finding.ts'
import { dotted } from '../layers.ts'
import type { ConditionSpot, KeyAnswer, NodeAnswer, ReleaseAnswer } from './answer.ts'
import { askedTemplates, conditionsAround, notesOnTemplates } from './asked-template.ts'
import { fromKeyIn, fromLine, type IsAsked } from './criteria.ts'
import { changeOf } from './effects.ts'
import type { ExaminedRelease } from './examined.ts'
import { layersOfKey, type ValuesLine } from './key-layers.ts'
import { readKey } from './key-path.ts'
import { nodeAnswer } from './node-answer.ts'
import { type Criterion, type FoundNode, nodesWhere } from './nodes.ts'
import type { PrintedDocument } from './printed.ts'
import { spotOnLine } from './template-spots.ts'
import { changesThatPrint } from './what-prints.ts'

const MOST_NODES = 25
/** Each key costs a few runs of the templates. */
const MOST_KEYS = 6

/** What a release makes of a line of one of its templates. @param text the template's own. */
export function answerForTemplate(examined: ExaminedRelease, file: string, text: string, line: number): ReleaseAnswer {
  const isAsked = askedTemplates(examined, file)
  const onLine = fromLine(isAsked, line)
  const found = allNodes(examined.documents, () => onLine)
  const around = conditionsAround(examined, isAsked, text, line)
  return answer(examined, found, {
    around,
    notes: [
      ...notesOnTemplates(examined, isAsked),
      ...(found.length === 0 ? [NOTHING_PRINTED, ...togetherNote(examined, isAsked, text, line)] : []),
    ],
  })
}

/** Keys that print a line only together; one that does so alone is among those that were tried. */
function togetherNote({ chart }: ExaminedRelease, isAsked: IsAsked, text: string, line: number): string[] {
  const template = [...chart.trace.files.keys()].find(isAsked)
  const spot = template === undefined ? undefined : spotOnLine(template, text, line)
  const keys = (spot && changesThatPrint(chart, spot))?.map(({ path }) => dotted(path)) ?? []
  return keys.length > 1 ? [`it is printed when these are changed together: ${keys.join(', ')}`] : []
}

const NOTHING_PRINTED = 'nothing that this release renders comes from this line'

/** What keys of the values do in a release. */
export function answerForKeys(examined: ExaminedRelease, keys: readonly Path[], asked?: ValuesLine): ReleaseAnswer {
  const found = keys.flatMap(key => allNodes(examined.documents, fromKeyIn(key)))
  const notes = [...notesOnTemplates(examined, () => true), ...(found.length === 0 ? [NO_NODE] : [])]
  return answer(examined, found, { keys: keys.map(dotted), asked, notes })
}

const NO_NODE = 'no node that this release renders comes from this key'

/** Where a line of a document comes from; `line` is 1-based in the whole text. */
export function answerForRendered(examined: ExaminedRelease, document: PrintedDocument, line: number): ReleaseAnswer {
  return answer(
    examined,
    nodesOnLine(document, line - document.startLine + 1).map(node => ({ document, node })),
    {},
  )
}

interface Found {
  readonly document: PrintedDocument
  readonly node: FoundNode
}

const allNodes = (documents: readonly PrintedDocument[], criterionIn: (template: string) => Criterion): Found[] =>
  documents.flatMap(document =>
    [...nodesWhere(document, criterionIn(document.template))].map(node => ({ document, node })),
  )

function nodesOnLine(document: PrintedDocument, line: number): FoundNode[] {
  const { text } = document.source
  const start =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0)
  const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start)
  const nodes = [...nodesWhere(document, () => 'made')]
  const onIt = nodes.filter(({ at: [from] }) => from >= start && from <= end)
  const over = nodes.filter(({ at: [from, to] }) => from < start && to > start).slice(-1)
  if (onIt.length > 0) return onIt
  return over.length > 0 ? over : [{ path: [], role: 'made', range: [start, end], at: [start, end] }]
}

interface More {
  readonly around?: readonly ConditionSpot[]
  readonly notes?: readonly string[]
  /** Those that were asked for; else those of the nodes. */
  readonly keys?: readonly string[]
  readonly asked?: ValuesLine | undefined
}

function answer(examined: ExaminedRelease, found: readonly Found[], more: More): ReleaseAnswer {
  const { release } = examined
  const nodes = found.slice(0, MOST_NODES).map(({ document, node }) => nodeAnswer(document, node, examined))
  const around = more.around ?? []
  const keys = more.keys ?? keysOf(nodes, around)
  return {
    release: release.name,
    namespace: release.namespace,
    variant: release.variant,
    chart: release.chart.file,
    nodes,
    moreNodes: found.length - nodes.length,
    around,
    keys: keys.slice(0, MOST_KEYS).map(key => keyAnswer(examined, key, more.asked)),
    moreKeys: keys.slice(MOST_KEYS),
    notes: [...examined.notes, ...(more.notes ?? [])],
  }
}

/** The keys that are the text of nodes, those that they were computed with, those of conditions. */
const keysOf = (nodes: readonly NodeAnswer[], around: readonly ConditionSpot[]): string[] => [
  ...new Set([
    ...nodes.flatMap(({ values }) => values.flatMap(({ key, is }) => (is ? key : []))),
    ...nodes.flatMap(({ values }) => values.map(({ key }) => key)),
    ...around.flatMap(({ keys }) => keys),
    ...nodes.flatMap(({ conditions }) => conditions.flatMap(({ keys }) => keys)),
  ]),
]

function keyAnswer(examined: ExaminedRelease, key: string, asked: ValuesLine | undefined): KeyAnswer {
  const { chart, layers, documents } = examined
  const path = readKey(key)
  const isSecret = documents.some(document => isPartOfSecret(document, path))
  const found = layersOfKey(layers, path, asked)
  return {
    key,
    layers: isSecret ? found.map(layer => ({ ...layer, text: layer.text === '' ? '' : '***' })) : found,
    change: changeOf(chart, path, isSecret),
  }
}

/** Whether the content of a Secret comes from a key: then it is secret in the values too, whatever it is called there. */
function isPartOfSecret(document: PrintedDocument, key: Path): boolean {
  if (!/\bSecret(?:List)?\b/.test(document.source.text)) return false
  const nodes = [...nodesWhere(document, fromKeyIn(key)(document.template))]
  return nodes.some(({ path, role }) => role !== 'gated' && path.some(step => step === 'data' || step === 'stringData'))
}
