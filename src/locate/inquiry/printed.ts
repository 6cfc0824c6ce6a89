import type { ObjectRef } from '../../finding.ts'
import { withoutSchemas } from '../../parse/crd.ts'
import { splitDocuments } from '../../parse/documents.ts'
import { maskedLines } from '../../parse/mask.ts'
import { asMapping, asText, valueAt } from '../../parse/untyped.ts'
import { parseText, SourceText } from '../../parse/yaml.ts'
import type { Referee } from '../referee.ts'
import type { TracedDocument } from '../traced-document.ts'

/** A document of what helm printed, of any kind. */
export interface PrintedDocument {
  readonly template: string
  readonly source: SourceText
  /** 1-based line of the whole text on which it begins. */
  readonly startLine: number
  /** Undefined where the trace has it otherwise. */
  readonly traced: TracedDocument | undefined
}

/** The documents of helm's output that come from templates. */
export const printedDocuments = (text: string, referee: Referee): PrintedDocument[] =>
  splitDocuments(text.replace(/^\uFEFF/, '')).flatMap(({ text, startLine, source: template }) => {
    if (template === undefined) return []
    const source = new SourceText(text)
    return { template, source, startLine, traced: referee.documentOf({ source, template, crd: undefined }) }
  })

const objects = new WeakMap<SourceText, ObjectRef | null>()

/** Which object a document is; null for one that is none, and for a text that cannot be read. */
export function objectIn(source: SourceText): ObjectRef | null {
  const known = objects.get(source)
  if (known !== undefined) return known
  const object = objectOf(bodyOf(source.text))
  objects.set(source, object)
  return object
}

/** What a document holds; of a CRD without the schemas, which take a tenth of a second each. */
export const bodyOf = (text: string): unknown => parseText(CRD.test(text) ? withoutSchemas(text) : text).body

const CRD = /^kind:[ \t]*["']?CustomResourceDefinition\b/m

export function objectOf(body: unknown): ObjectRef | null {
  const kind = asText(valueAt(body, ['kind']))
  if (asMapping(body) === undefined || kind === undefined) return null
  const metadata = (key: string): string | undefined => asText(valueAt(body, ['metadata', key]))
  return {
    apiVersion: asText(valueAt(body, ['apiVersion'])) ?? '',
    kind,
    namespace: metadata('namespace'),
    name: metadata('name') ?? metadata('generateName') ?? '',
  }
}

/** Longer than this nobody reads a line. */
const MOST_CHARACTERS = 200

/** A line of a document, masked; 1-based within it. */
export function shownLine(text: Parameters<typeof maskedLines>[0], line: number): string {
  const shown = (maskedLines(text)[line - 1] ?? '').trim()
  return shown.length > MOST_CHARACTERS ? `${shown.slice(0, MOST_CHARACTERS)}…` : shown
}
