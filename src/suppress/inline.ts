import type { SourceFile } from '../locate/source-files.ts'
import type { Manifest } from '../parse/manifest.ts'
import { type Comment, MARK } from './comment.ts'
import { type Ignore, type Ignores, isReason, unknownRule, type Warning, type WrittenAt } from './suppression.ts'
import { templateComments } from './template-comments.ts'
import { yamlComments } from './yaml-comments.ts'

const IGNORE = /^ignore\s*\[([^\]]*)\][\s:–—-]*(.*)$/

/**
 * The `# eso-hardener: ignore[rule-id] reason` comments of a file. One behind something is about its own line; one on a
 * line of its own is about the next line that is no comment. They mean the findings that have this line as their place.
 */
export function inlineIgnores(source: SourceFile, rules: readonly string[]): Ignores {
  const ignores: Ignore[] = []
  const warnings: Warning[] = []
  for (const { words, line, covered } of commentsIn(source)) {
    const location = { file: source.file, startLine: line }
    const parsed = parseWords(words, rules)
    for (const message of parsed.faults) warnings.push({ message, location })
    for (const rule of parsed.rules) ignores.push(ignoreAt(rule, parsed.reason, location, covered))
  }
  return { ignores, warnings }
}

const commentsIn = ({ text, syntax }: SourceFile): Comment[] =>
  syntax === 'template' ? templateComments(text) : yamlComments(text, syntax === 'values')

const ignoreAt = (rule: string, reason: string, location: WrittenAt, line: number): Ignore => ({
  kind: 'inline',
  rule,
  reason,
  location,
  covers: (finding, place) => finding.rule === rule && place?.file === location.file && place.startLine === line,
})

/** Whether helm printed a comment of ours. CRDs, which are long, are not looked at. */
export const printsComment = ({ template, crd, source }: Manifest): boolean =>
  template !== undefined &&
  crd === undefined &&
  source.text.includes(MARK) &&
  yamlComments(source.text, false).length > 0

/** The comments of charts that could not be read to be traced, as far as helm prints them: they are about no line. */
export function unreadComments(manifests: readonly Manifest[]): Warning[] {
  const files = new Set(manifests.filter(printsComment).map(({ file }) => file))
  const message =
    'the lines of this chart are not known, so an ignore comment in it has no effect: put the annotation eso-hardener.dev/ignore on the object'
  return [...files].map(file => ({ message, location: { file } }))
}

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
