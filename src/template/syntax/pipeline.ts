import { TemplateError, Untraced } from '../errors.ts'
import { readCharacter, unquote } from './literals.ts'
import { readNumber } from './numbers.ts'
import type { Token, TokenKind } from './token.ts'
import type { Tokens } from './tokens.ts'
import type { Command, Operand, Pipeline } from './tree.ts'

/** What may only stand first in a pipeline, as it cannot take what the bar hands on. */
const NOT_EXECUTABLE: ReadonlySet<Operand['kind']> = new Set(['bool', 'dot', 'nil', 'number', 'string'])
/** Parentheses within parentheses, and branches within branches; Go allows more. */
const DEEPEST = 250
/** Variables that are declared at one place; each use looks through them. */
const MOST_VARIABLES = 1000

/** What is known at a place of a template. */
export interface Surroundings {
  readonly tokens: Tokens
  readonly isFunction: (name: string) => boolean
  /** Variables that are declared here, `$` first; a branch cuts off its own at its end. */
  readonly variables: string[]
  depth: number
}

/** @throws Untraced when something is nested more deeply than we follow. */
export function deeper<T>(here: Surroundings, parse: () => T): T {
  if (here.depth >= DEEPEST) throw new Untraced('the template is nested too deeply')
  here.depth++
  const result = parse()
  here.depth--
  return result
}

/** Reads a pipeline and what ends it. @param context what errors say that it belongs to */
export function parsePipeline(here: Surroundings, context: string, end: 'close' | 'rightParen' = 'close'): Pipeline {
  const { tokens } = here
  const { offset } = tokens.peekSolid()
  const { variables, isAssignment } = parseDeclaration(here, context)
  const commands: Command[] = []
  while (tokens.peekSolid().kind !== end) {
    if (!startsOperand(tokens.peek().kind)) throw tokens.unexpected(tokens.next(), context)
    commands.push(parseCommand(here))
  }
  tokens.next()
  if (commands.length === 0) throw tokens.error(`missing value for ${context}`)
  const stage = commands.findIndex(({ operands: [first] }, i) => i > 0 && NOT_EXECUTABLE.has(first.kind))
  if (stage > 0) throw tokens.error(`non executable command in pipeline stage ${stage + 1}`)
  return { offset, variables, isAssignment, commands }
}

/** `$x :=`, `$x =`, and for `range` also `$i, $x :=`. */
function parseDeclaration(here: Surroundings, context: string): Pick<Pipeline, 'variables' | 'isAssignment'> {
  const { tokens } = here
  const variables: string[] = []
  while (tokens.peekSolid().kind === 'variable') {
    const after = tokens.peek(1).kind === 'space' ? tokens.peek(2) : tokens.peek(1)
    const isComma = after.kind === 'sign' && after.text === ','
    if (!isComma && after.kind !== 'declare' && after.kind !== 'assign') break
    const { text } = tokens.next()
    variables.push(text)
    here.variables.push(text)
    if (here.variables.length > MOST_VARIABLES) throw new Untraced('the template declares too many variables')
    tokens.nextSolid()
    if (!isComma) return { variables, isAssignment: after.kind === 'assign' }
    if (context !== 'range' || variables.length > 1) throw tokens.error(`too many declarations in ${context}`)
    if (!['variable', 'close', 'rightParen'].includes(tokens.peekSolid().kind))
      throw tokens.error('range can only initialize variables')
  }
  return { variables, isAssignment: false }
}

function parseCommand(here: Surroundings): Command {
  const { tokens } = here
  const { offset } = tokens.peekSolid()
  const operands: Operand[] = []
  for (;;) {
    tokens.peekSolid()
    const operand = parseOperand(here)
    if (operand) operands.push(operand)
    const after = tokens.peek()
    if (after.kind === 'close' || after.kind === 'rightParen') break
    tokens.next()
    if (after.kind === 'bar') break
    if (after.kind !== 'space') throw tokens.unexpected(after, 'operand')
  }
  const [first, ...others] = operands
  if (!first) throw tokens.error('empty command')
  return { offset, operands: [first, ...others] }
}

/** A term with the fields behind it; undefined when there is none. */
function parseOperand(here: Surroundings): Operand | undefined {
  const { tokens } = here
  const { offset, text } = tokens.peek()
  const term = parseTerm(here)
  if (!term || tokens.peek().kind !== 'field') return term
  const fields: string[] = []
  while (tokens.peek().kind === 'field') fields.push(tokens.next().text.slice(1))
  switch (term.kind) {
    case 'field':
    case 'variable':
    case 'group':
      return { ...term, fields: [...term.fields, ...fields] }
    case 'function':
      return { kind: 'group', offset, pipeline: callOf(term), fields }
    default:
      throw tokens.error(`unexpected . after term ${JSON.stringify(text)}`)
  }
}

/** `now.Year` calls the function, as `(now).Year` does. */
const callOf = (operand: Operand): Pipeline => ({
  offset: operand.offset,
  variables: [],
  isAssignment: false,
  commands: [{ offset: operand.offset, operands: [operand] }],
})

const TERMS: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'bool',
  'character',
  'complex',
  'dot',
  'field',
  'identifier',
  'leftParen',
  'nil',
  'number',
  'rawString',
  'string',
  'variable',
])

const startsOperand = (kind: TokenKind): boolean => TERMS.has(kind)

function parseTerm(here: Surroundings): Operand | undefined {
  const { tokens } = here
  if (!startsOperand(tokens.peek().kind)) return undefined
  const token = tokens.next()
  const { offset, text } = token
  switch (token.kind) {
    case 'dot':
    case 'nil':
      return { kind: token.kind, offset }
    case 'bool':
      return { kind: 'bool', offset, value: text === 'true' }
    case 'field':
      return { kind: 'field', offset, fields: [text.slice(1)] }
    case 'variable':
      if (!here.variables.includes(text)) throw tokens.error(`undefined variable "${text}"`)
      return { kind: 'variable', offset, name: text, fields: [] }
    case 'identifier':
      if (!here.isFunction(text)) throw tokens.error(`function "${text}" not defined`)
      return { kind: 'function', offset, name: text }
    case 'leftParen':
      return deeper(here, () => ({
        kind: 'group',
        offset,
        pipeline: parsePipeline(here, 'parenthesized pipeline', 'rightParen'),
        fields: [],
      }))
    default:
      return atPlace(tokens, () => readLiteral(token))
  }
}

function readLiteral({ kind, offset, text }: Token): Operand {
  if (kind === 'character') return { kind: 'number', offset, value: readCharacter(text), type: 'int' }
  if (kind === 'number' || kind === 'complex') return { kind: 'number', offset, ...readNumber(text) }
  return { kind: 'string', offset, value: unquote(text) }
}

/** Gives an error the place that was read last. */
export function atPlace<T>(tokens: Tokens, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof TemplateError ? tokens.error(error.message) : error
  }
}
