import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPackagedFiles } from '../../src/io/archive.ts'
import { TemplateError, Untraced } from '../../src/template/errors.ts'
import { parseTemplate } from '../../src/template/syntax/parser.ts'
import type { Node, Operand, Pipeline } from '../../src/template/syntax/tree.ts'
import { SHARED, testShared } from '../shared.ts'
import { type Failure, type GoTree, isMissing, parseAll } from './go-templates.ts'
import { mutated, templateTexts } from './syntax-texts.ts'

const CASES = 20 * Number(process.env.CASES ?? 1000)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)
/** As Go calls the text in its messages, and as a `define` in it may be called. */
const NAME = 'main.yaml'

type Verdict = { readonly tree: unknown } | { readonly error: string } | 'untraced'

describe.skipIf(isMissing)('the syntax of templates', () => {
  test('is that of Go for made up texts', async () => {
    const met = await compare(fc.sample(templateTexts, { numRuns: CASES, seed: SEED }))
    console.log(`the syntax of templates: ${CASES} texts from seed ${SEED}, no difference`, met)
    expect(met.trees).toBeGreaterThan(CASES / 10)
    expect(met.errors).toBeGreaterThan(CASES / 10)
    expect(met.untraced).toBeLessThan(CASES / 50)
  })

  testShared('is that of Go for real charts, and for real charts with faults', async () => {
    const texts = await realTemplates()
    const real = await compare(texts)
    console.log('the syntax of real templates: no difference', real)
    const faulty = await compare(fc.sample(mutated(fc.constantFrom(...texts)), { numRuns: CASES / 10, seed: SEED }))
    console.log('the syntax of real templates with faults: no difference', faulty)
    expect(real.untraced).toBe(0)
  })
})

async function compare(texts: readonly string[]) {
  const met = { trees: 0, errors: 0, untraced: 0 }
  const answers = await parseAll(texts.map(text => ({ text })))
  for (const [i, text] of texts.entries()) {
    const ours = parsed(text)
    met[ours === 'untraced' ? 'untraced' : 'tree' in ours ? 'trees' : 'errors']++
    if (ours !== 'untraced') expect(ours, JSON.stringify(text)).toEqual(theirs(answers[i]))
  }
  return met
}

function parsed(text: string): Verdict {
  try {
    const { nodes, defines, isEmpty } = parseTemplate(text, NAME)
    const named = [...defines].map(([name, list]) => [name, list.map(node => nodeOf(node, text))])
    return { tree: { nodes: nodes.map(node => nodeOf(node, text)), defines: Object.fromEntries(named), isEmpty } }
  } catch (error) {
    if (error instanceof Untraced) return 'untraced'
    if (error instanceof TemplateError) return { error: `line ${error.place?.line}` }
    throw error
  }
}

/** A node without offsets but that of texts, which is in bytes of UTF-8. */
function nodeOf(node: Node, source: string): unknown {
  switch (node.kind) {
    case 'text':
      return { ...node, offset: Buffer.byteLength(source.slice(0, node.offset)) }
    case 'action':
      return { kind: 'action', pipeline: pipelineOf(node.pipeline) }
    case 'call':
      return { kind: 'call', name: node.name, ...(node.pipeline && { pipeline: pipelineOf(node.pipeline) }) }
    case 'break':
    case 'continue':
      return { kind: node.kind }
    default:
      return {
        kind: node.kind,
        pipeline: pipelineOf(node.pipeline),
        body: node.body.map(inner => nodeOf(inner, source)),
        ...(node.otherwise && { otherwise: node.otherwise.map(inner => nodeOf(inner, source)) }),
      }
  }
}

const pipelineOf = ({ variables, isAssignment, commands }: Pipeline): unknown => ({
  variables,
  isAssignment,
  commands: commands.map(({ operands }) => ({ operands: operands.map(operandOf) })),
})

function operandOf({ offset: _, ...operand }: Operand): unknown {
  if (operand.kind !== 'group') return operand
  return { ...operand, pipeline: pipelineOf(operand.pipeline) }
}

function theirs(answer: GoTree | Failure | undefined): Verdict {
  if (!answer) throw new Error('Go gave no answer')
  if (!('error' in answer)) return { tree: JSON.parse(JSON.stringify(answer), (_, value) => literal(value)) }
  return { error: `line ${/^template: main\.yaml:(\d+):/.exec(answer.error)?.[1]}` }
}

interface GoNumber {
  readonly kind: 'number'
  readonly text: string
  readonly int?: string
  readonly float: string
}

interface GoCall {
  readonly kind: 'function'
  readonly name: string
  readonly fields: readonly string[]
}

/** A number with the type that the specification of text/template gives it; a field of a call as one of a group. */
function literal(value: unknown): unknown {
  if (isNumber(value)) {
    const isHexadecimal = /^0[xX][^pP]*$/.test(value.text)
    const isFloat = !value.text.startsWith("'") && !isHexadecimal && /[.eEpP]/.test(value.text)
    return { kind: 'number', value: Number(isFloat ? value.float : value.int), type: isFloat ? 'float64' : 'int' }
  }
  if (!isCall(value)) return value
  const { kind, name, fields } = value
  const commands = [{ operands: [{ kind, name }] }]
  return { kind: 'group', fields, pipeline: { variables: [], isAssignment: false, commands } }
}

const isNumber = (value: unknown): value is GoNumber =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'number'
const isCall = (value: unknown): value is GoCall =>
  typeof value === 'object' && value !== null && 'fields' in value && 'kind' in value && value.kind === 'function'

/** Every file below `templates/` of the shared charts and of the charts in the shared corpus. */
async function realTemplates(): Promise<string[]> {
  const charts = join(SHARED, 'charts')
  const packages = readdirSync(charts).filter(name => name.endsWith('.tgz'))
  const packaged = await Promise.all(packages.map(name => readPackagedFiles(join(charts, name), isTemplate)))
  const corpus = join(SHARED, 'corpus')
  const loose = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter(path => isTemplate(path) && statSync(join(corpus, path)).isFile())
    .sort()
    .map(path => readFileSync(join(corpus, path), 'utf8'))
  return [...packaged.flatMap(files => [...(files?.values() ?? [])]), ...loose]
}

const isTemplate = (path: string): boolean => /(?:^|\/)templates\/.*\.(?:yaml|yml|tpl|txt)$/.test(path)
