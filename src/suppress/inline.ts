import { Lexer } from 'yaml'
import type { Manifest } from '../parse/manifest.ts'
import { type Ignore, type Ignores, isReason, unknownRule, type Warning, type WrittenAt } from './suppression.ts'

/** What makes a comment ours. */
const MARK = 'eso-hardener:'
const COMMENT = /^#+\s*eso-hardener:\s*(.*)$/
const IGNORE = /^ignore\s*\[([^\]]*)\][\s:–—-]*(.*)$/

/** Whether a text may hold such comments; cheap. */
export const mayHoldComments = (text: string): boolean => text.includes(MARK)

/**
 * The `# eso-hardener: ignore[rule-id] reason` comments of a plain manifest. One behind something is about its own line;
 * one on a line of its own is about the next line that is no comment.
 */
export function inlineIgnores(file: string, text: string, rules: readonly string[]): Ignores {
  const ignores: Ignore[] = []
  const warnings: Warning[] = []
  if (!mayHoldComments(text)) return { ignores, warnings }
  const lines = text.split('\n')
  for (const comment of commentsOf(text)) {
    const [, words] = COMMENT.exec(comment.text) ?? []
    if (words === undefined) continue
    const location = { file, startLine: comment.line }
    const parsed = parseWords(words, rules)
    for (const message of parsed.faults) warnings.push({ message, location })
    const covered = coveredLine(lines, comment.line)
    for (const rule of parsed.rules) ignores.push(ignoreAt(rule, parsed.reason, location, covered))
  }
  return { ignores, warnings }
}

function ignoreAt(rule: string, reason: string, location: WrittenAt, line: number): Ignore {
  return {
    kind: 'inline',
    rule,
    reason,
    location,
    covers: (finding, place) =>
      finding.rule === rule && place?.via === 'manifest' && place.file === location.file && place.startLine === line,
  }
}

/** Which line of a template a rendered line comes from is not known yet, so a comment there would ignore nothing: it is reported. */
export function commentsInTemplates(manifests: readonly Manifest[]): Warning[] {
  const rendered = manifests.filter(({ template }) => template !== undefined)
  const files = rendered.filter(({ source }) => RENDERED_COMMENT.test(source.text)).map(({ file }) => file)
  const message =
    'an ignore comment in a template is not read: put the annotation eso-hardener.dev/ignore on the object'
  return [...new Set(files)].map(file => ({ message, location: { file } }))
}

const RENDERED_COMMENT = /^[^'"\n]*#+[ \t]*eso-hardener:[ \t]*ignore/m

interface Words {
  readonly rules: readonly string[]
  readonly reason: string
  readonly faults: readonly string[]
}

function parseWords(words: string, known: readonly string[]): Words {
  const nothing = { rules: [], reason: '' }
  const [, list, rest = ''] = IGNORE.exec(words) ?? []
  if (list === undefined)
    return { ...nothing, faults: ["this comment is not understood: write '# eso-hardener: ignore[rule-id] reason'"] }
  const named = list
    .split(',')
    .map(id => id.trim())
    .filter(Boolean)
  const reason = rest.trim()
  if (named.length === 0) return { ...nothing, faults: ['this ignore names no rule, so it ignores nothing'] }
  if (!isReason(reason))
    return { ...nothing, faults: [`this ignore of ${named.join(', ')} gives no reason, so it ignores nothing`] }
  const rules = named.filter(id => known.includes(id))
  return { rules, reason, faults: named.filter(id => !known.includes(id)).map(id => unknownRule(id, known)) }
}

/** 1-based: the line itself when there is more on it than the comment, else the next one that is no comment. */
function coveredLine(lines: readonly string[], line: number): number {
  let covered = line
  while (/^\s*#/.test(lines[covered - 1] ?? '')) covered += 1
  return covered
}

/** The lexer's marks for the start of a document, an error in a flow collection and a scalar: not in the text. */
const MARKS = new Set(['\u0002', '\u0018', '\u001F'])

/** YAML's comments with their 1-based lines; a `#` in a text is none. */
function* commentsOf(text: string): Generator<{ text: string; line: number }> {
  let line = 1
  let previous = ''
  for (const token of new Lexer().lex(text)) {
    if (!MARKS.has(token)) {
      if (token.startsWith('#') && previous !== '\u001F') yield { text: token.trimEnd(), line }
      for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line += 1
    }
    previous = token
  }
}
