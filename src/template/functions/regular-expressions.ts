import { RE2JS } from 're2js'
import { TemplateError, Untraced } from '../errors.ts'
import type { Budget } from '../execute/budget.ts'
import { type Edit, parts, type Span, splice } from '../value/splice.ts'
import { concatAll, mapPieces } from '../value/text.ts'
import { Bool, List, Text } from '../value/value.ts'
import { type CallContext, integer, keeping, type TemplateFunction } from './function.ts'
import { steeredBy, stringList, utf8 } from './stringify.ts'

/** A match with its groups, by UTF-16 offsets; a group that took no part is undefined. */
interface Match extends Span {
  readonly groups: readonly (Span | undefined)[]
}

/** How many characters a search looks at, times the states it may be in, for one step of the budget. */
const PER_STEP = 50

/** Charts use few expressions, often. */
const compiled = new Map<string, RE2JS>()
const MOST = 500
/** In UTF-16 units. */
const LONGEST = 10_000
/** What it costs to compile one state. */
const STEPS_OF_STATE = 4

/** @throws TemplateError when Go would refuse the expression */
function compile(pattern: Text, budget: Budget): RE2JS {
  const known = compiled.get(pattern.string)
  if (known) return known
  if (pattern.string.length > LONGEST) throw new Untraced('a regular expression that is too long')
  budget.step(pattern.string.length)
  const expression = compileAfresh(pattern.string)
  budget.step(STEPS_OF_STATE * expression.programSize())
  if (compiled.size >= MOST) compiled.clear()
  compiled.set(pattern.string, expression)
  return expression
}

function compileAfresh(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern)
  } catch (error) {
    throw new TemplateError(`regexp: Compile(\`${pattern}\`): ${error instanceof Error ? error.message : error}`)
  }
}

function charge(expression: RE2JS, characters: number, budget: Budget): void {
  budget.step(1 + Math.ceil((characters * expression.programSize()) / PER_STEP))
}

/** The matches from left to right, at most `limit` of them (below 0: all). */
function matchesOf(pattern: Text, given: Text, limit: number, { budget }: CallContext): Match[] {
  const expression = compile(pattern, budget)
  const matcher = expression.matcher(given.string)
  const groupCount = expression.groupCount()
  const matches: Match[] = []
  let last = -1
  charge(expression, given.string.length, budget)
  const isUnbounded = /[*+{]/.test(pattern.string)
  while (matches.length !== limit && matcher.find()) {
    // a search for something without end may look at all that is left
    charge(expression, isUnbounded ? given.string.length - matcher.end() : 1, budget)
    const match = { start: matcher.start(), end: matcher.end() }
    // an empty match right behind a match does not count
    if (match.start === match.end && match.start === last) continue
    last = match.end
    const groups = Array.from({ length: groupCount + 1 }, (_, group): Span | undefined => {
      const start = matcher.start(group)
      return start < 0 ? undefined : { start, end: matcher.end(group) }
    })
    matches.push({ ...match, groups })
  }
  return matches
}

const isMatch = (pattern: Text, given: Text, { budget }: CallContext): Bool => {
  const expression = compile(pattern, budget)
  charge(expression, given.string.length, budget)
  return steeredBy(new Bool(expression.matcher(given.string).find()), pattern, given)
}

/** sprig's regexMatch says no where the expression is broken. */
function isMatchOrBroken(pattern: Text, given: Text, context: CallContext): Bool {
  try {
    return isMatch(pattern, given, context)
  } catch (error) {
    if (error instanceof TemplateError) return steeredBy(new Bool(false), pattern, given)
    throw error
  }
}

/** A part of a replacement as Go's Expand reads it: text, or a group by number or name. */
type TemplatePart = string | { readonly group: string }

/** `$1`, `${1}`, `$name`, `${name}`, `$$`; a dollar sign before anything else stays. */
function templateOf(replacement: string): TemplatePart[] {
  const found: TemplatePart[] = []
  let done = 0
  for (const match of replacement.matchAll(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu)) {
    found.push(replacement.slice(done, match.index))
    const group = match[1] ?? match[2]
    found.push(group === undefined ? '$' : { group })
    done = match.index + match[0].length
  }
  return [...found, replacement.slice(done)]
}

function groupNumber(name: string, expression: RE2JS): number | undefined {
  if (/^\d+$/.test(name)) return /^0\d/.test(name) ? undefined : Number(name)
  return expression.namedGroups()[name]
}

function replaceAll(pattern: Text, given: Text, replacement: Text, context: CallContext, isLiteral: boolean): Text {
  const matches = matchesOf(pattern, given, -1, context)
  const template = isLiteral || !replacement.string.includes('$') ? undefined : templateOf(replacement.string)
  const expression = compile(pattern, context.budget)
  const edits = matches.map((match): Edit => {
    if (!template) return { ...match, replacement }
    const expanded = template.map(part => (typeof part === 'string' ? part : groupText(part.group, match)))
    return { ...match, replacement: concatAll(expanded).depending(replacement.depends) }
  })
  context.budget.write(edits.reduce((length, { replacement }) => length + lengthOf(replacement), given.string.length))
  return steeredBy(splice(given, edits), pattern)

  function groupText(name: string, match: Match): string {
    const span = match.groups[groupNumber(name, expression) ?? -1]
    return span ? given.string.slice(span.start, span.end) : ''
  }
}

const lengthOf = (replacement: Text | string): number =>
  typeof replacement === 'string' ? replacement.length : replacement.string.length

/** What stands between matches, as Go's Split: at most `limit` parts, an empty match at the beginning parts nothing. */
function split(pattern: Text, given: Text, limit: number, context: CallContext): Text[] {
  compile(pattern, context.budget)
  if (limit === 0) return []
  if (pattern.string !== '' && given.string === '') return [given]
  const spans: Span[] = []
  let begin = 0
  let end = 0
  for (const match of matchesOf(pattern, given, -1, context)) {
    if (limit > 0 && spans.length === limit - 1) break
    end = match.start
    if (match.end !== 0) spans.push({ start: begin, end })
    begin = match.end
  }
  if (end !== given.string.length) spans.push({ start: begin, end: given.string.length })
  return parts(given, spans)
}

/** Go gives a nil list where nothing was found or looked for. */
function listOf(found: readonly Text[], given: Text, isMade = found.length > 0): List {
  const { items, provenance, goType } = stringList(found, given.depends)
  return new List(items, provenance, goType, undefined, !isMade)
}

const find = keeping([utf8, utf8], ([pattern, given], context) => {
  const [found] = parts(given, matchesOf(pattern, given, 1, context))
  return steeredBy(found ?? new Text(''), pattern, given)
})
const findAll = keeping([utf8, utf8, integer], ([pattern, given, limit], context) =>
  steeredBy(listOf(parts(given, matchesOf(pattern, given, limit.value, context)), given), pattern, limit),
)
const replacing = (isLiteral: boolean): TemplateFunction =>
  keeping([utf8, utf8, utf8], ([pattern, given, replacement], context) =>
    replaceAll(pattern, given, replacement, context, isLiteral),
  )
const splitting = keeping([utf8, utf8, integer], ([pattern, given, limit], context) =>
  steeredBy(listOf(split(pattern, given, limit.value, context), given, limit.value !== 0), pattern, limit),
)

/** sprig's regular expressions; they panic, or `must` fail, on a broken one, but for regexMatch. */
export const REGULAR_EXPRESSIONS: Readonly<Record<string, TemplateFunction>> = {
  regexMatch: keeping([utf8, utf8], ([pattern, given], context) => isMatchOrBroken(pattern, given, context)),
  mustRegexMatch: keeping([utf8, utf8], ([pattern, given], context) => isMatch(pattern, given, context)),
  regexFind: find,
  mustRegexFind: find,
  regexFindAll: findAll,
  mustRegexFindAll: findAll,
  regexReplaceAll: replacing(false),
  mustRegexReplaceAll: replacing(false),
  regexReplaceAllLiteral: replacing(true),
  mustRegexReplaceAllLiteral: replacing(true),
  regexSplit: splitting,
  mustRegexSplit: splitting,
  regexQuoteMeta: keeping([utf8], ([given]) => mapPieces(given, piece => piece.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'))),
}
