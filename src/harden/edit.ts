import { isDeepStrictEqual } from 'node:util'
import { Lexer } from 'yaml'
import type { LineEdit } from '../finding.ts'
import { asMapping, valueAt } from '../parse/untyped.ts'
import { parseText } from '../parse/yaml.ts'
import { Refusal } from './refusal.ts'
import { type NodeChange, type Splice, spliceFor } from './splice.ts'

/** The new text with the lines that differ, or why the text is left alone. */
export type Edited = { readonly text: string; readonly edit: LineEdit } | { readonly refusal: string }

/** A larger file is nothing that people write. */
const MOST_CHARACTERS = 4 * 1024 * 1024

/**
 * Changes one value in the text of one YAML document and leaves everything else as its author wrote it: comments, quotes,
 * order, line ends. What was written is read again: unless exactly the wanted value is different and every comment is
 * there, the edit is refused. Never throws.
 * @param behind how many entries of a mapping stand behind one that is added.
 */
export function editYaml(text: string, change: NodeChange, behind = 0): Edited {
  if (text.length > MOST_CHARACTERS) return { refusal: 'the file is too large' }
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const before = text.slice(mark.length)
  const { body, located, failure } = parseText(before)
  if (failure) return { refusal: `the file cannot be read: ${failure.message}` }
  try {
    const after = spliced(before, spliceFor(before, located.document.contents, change, behind))
    const edit = changedLines(before, after)
    const refusal = edit ? faultOf(before, after, edit, withChange(body, change)) : 'the value is there already'
    if (!edit || refusal !== undefined) return { refusal: refusal ?? '' }
    return { text: mark + after, edit: edit.startLine === 1 ? { ...edit, replacement: mark + edit.replacement } : edit }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message }
    throw error
  }
}

/** The same for one document of a stream. @param start offset at which the document stands in the stream. */
export function editDocument(stream: string, document: string, start: number, change: NodeChange, behind = 0): Edited {
  if (!stream.startsWith(document, start)) return { refusal: 'the document is not where it was' }
  const edited = editYaml(document, change, behind)
  if ('refusal' in edited) return edited
  const skipped = stream.slice(0, start).split('\n').length - 1
  const { startLine, endLine } = edited.edit
  return {
    text: spliced(stream, { start, end: start + document.length, text: edited.text }),
    edit: { ...edited.edit, startLine: startLine + skipped, endLine: endLine + skipped },
  }
}

const spliced = (text: string, { start, end, text: part }: Splice): string =>
  text.slice(0, start) + part + text.slice(end)

/** Why an edit must not be made; undefined when it does what it should. */
function faultOf(before: string, after: string, { startLine, endLine }: LineEdit, wanted: unknown): string | undefined {
  const touched = before
    .split('\n')
    .slice(startLine - 1, endLine)
    .join('\n')
  if (touched.includes('\t')) return 'there is a tab in the lines'
  if (touched.includes('{{')) return 'there is a template in the lines'
  const { body, failure } = parseText(after)
  if (failure || !isDeepStrictEqual(body, wanted)) return 'the change would not be read as it is meant'
  return isDeepStrictEqual(commentsOf(after), commentsOf(before)) ? undefined : 'a comment would be lost'
}

/** The comments of a text, in their order. */
function commentsOf(text: string): string[] {
  const tokens = [...new Lexer().lex(text)]
  // Before the text of a scalar the lexer puts a mark of its own.
  return tokens.filter((token, i) => token.startsWith('#') && tokens[i - 1] !== '\u001F')
}

/** The value that a document has after a change. */
function withChange(body: unknown, { path, value }: NodeChange): unknown {
  const copy: unknown = structuredClone(body) ?? {}
  let holder = copy
  for (const step of path.slice(0, -1)) {
    const next = valueAt(holder, [step])
    holder = next === undefined || next === null ? put(holder, step, {}) : next
  }
  const last = path.at(-1)
  if (last === undefined) return copy
  if (value !== undefined) put(holder, last, value)
  else if (Array.isArray(holder) && typeof last === 'number') holder.splice(last, 1)
  else if (asMapping(holder)) delete (holder as Record<string, unknown>)[last]
  return copy
}

/** Also for a key that JavaScript has a meaning for. */
function put(holder: unknown, key: string | number, value: unknown): unknown {
  if (typeof holder === 'object' && holder !== null)
    Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true })
  return value
}

/** The lines in which two texts differ; undefined when there are none. What only adds lines repeats the one before. */
export function changedLines(before: string, after: string): LineEdit | undefined {
  const old = before.split('\n')
  const now = after.split('\n')
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let same = 0
  while (same < Math.min(old.length, now.length) - start && old.at(-1 - same) === now.at(-1 - same)) same++
  if (start + same === old.length && old.length === now.length) return undefined
  if (start + same === old.length && start > 0) start--
  const lines = now.slice(start, now.length - same).map(line => line.replace(/\r$/, ''))
  const isCrlf = old.slice(start, old.length - same).every(line => line.endsWith('\r'))
  const range = { startLine: start + 1, endLine: old.length - same }
  return { ...range, replacement: lines.join('\n'), ...(isCrlf && { isCrlf }) }
}
