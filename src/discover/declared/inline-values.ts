import { isMap, isScalar, type Node, stringify } from 'yaml'
import type { Path } from '../../finding.ts'
import { type LocatedDocument, lineOfPath, nodeOfPath } from '../../parse/location.ts'
import { asMapping, valueAt } from '../../parse/untyped.ts'
import { parseText } from '../../parse/yaml.ts'
import type { InlineValues } from '../values-source.ts'
import { fillText, fillValue, type Parameters } from './fill.ts'

/** A YAML document of a file. */
export interface DocumentText {
  /** Relative to the repository; undefined for what a template made. */
  readonly file: string | undefined
  readonly text: string
  readonly located: LocatedDocument
  readonly body: unknown
  /** 1-based line of the file on which the document begins. */
  readonly startLine: number
  /** Whether it is all of the file. */
  readonly isWhole: boolean
}

/**
 * The values at a path of a document: a mapping, or a text with YAML in it. What is written as a block keeps its lines, so
 * that a line of the values is a line of the file. Undefined where there are none.
 * @param parameters filled in where the document is a template of an ApplicationSet
 */
export function inlineValues(
  document: DocumentText,
  path: Path,
  parameters: Parameters = new Map(),
): InlineValues | undefined {
  const value = fillValue(valueAt(document.body, path), parameters)
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string' && !asMapping(value)) return undefined
  const { file } = document
  const wanted = typeof value === 'string' ? parseText(value) : { body: value, failure: undefined }
  const node = nodeOfPath(document.located, path)
  const own = node && writtenText(document, node)
  const written = own && fillText(own, parameters)
  const isSame =
    written !== undefined && !wanted.failure && JSON.stringify(parseText(written).body) === JSON.stringify(wanted.body)
  const keyLine = file === undefined ? undefined : document.startLine - 1 + lineOfPath(document.located, path)
  // What is filled in first is not what stands there.
  const isEditable = isMap(node) && parameters.size === 0
  const holder = isEditable ? { document: document.isWhole ? undefined : document.startLine, path } : undefined
  if (isSame) return { file, keyLine, text: written, hasFileLines: true, holder }
  const text = typeof value === 'string' ? value : stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })
  return { file, keyLine, text, hasFileLines: false }
}

/** A node's own lines behind as many empty ones as there are lines before it in the file; undefined for text in quotes. */
function writtenText({ text, startLine }: DocumentText, node: Node): string | undefined {
  if (!node.range) return undefined
  const [start, end] = [contentStart(text, node), node.range[1]]
  if (start === undefined) return undefined
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(0, lineStart).split('\n').length - 1
  return '\n'.repeat(startLine - 1 + before) + ' '.repeat(start - lineStart) + text.slice(start, end)
}

/** Where the content begins: of a block of text, on the line below its head. */
function contentStart(text: string, node: Node): number | undefined {
  if (!node.range) return undefined
  if (isMap(node)) return node.range[0]
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')) return undefined
  const newline = text.indexOf('\n', node.range[0])
  return newline < 0 ? undefined : newline + 1
}
