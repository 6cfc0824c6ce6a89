import type { RepositoryFiles } from '../../../io/repository-files.ts'
import type { DeclaredValues, UnknownValues } from '../declaration.ts'
import type { Evaluator } from './evaluate.ts'
import type { Expression } from './tree.ts'

/**
 * The values of a release, the last ones win: `values` is a list of texts with YAML in them.
 * https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release
 */
export function releaseValues(
  expression: Expression | undefined,
  evaluator: Evaluator,
  files: RepositoryFiles,
): (DeclaredValues | UnknownValues)[] {
  if (!expression) return []
  const list = evaluator.resolved(expression)
  if (list.kind !== 'list') return [{ reason: 'its list of values is not known', line: expression.line }]
  return list.items.map(item => valuesOf(item, evaluator, files))
}

function valuesOf(item: Expression, evaluator: Evaluator, files: RepositoryFiles): DeclaredValues | UnknownValues {
  const found = evaluator.resolved(item)
  if (found.kind === 'call' && found.name === 'file' && found.args[0]) {
    const file = evaluator.fileOf(found.args[0])
    return file === undefined ? unknown(item, 'a path') : { file, isOptional: false, line: item.line }
  }
  if (found.kind === 'call' && ENCODERS.has(found.name) && found.args[0]) return encoded(found.args[0], evaluator)
  const text = evaluator.evaluate(found)
  if ('unknown' in text) return unknown(item, text.unknown)
  if (found.kind === 'lines') return written(found, String(text.value))
  if (found.kind === 'call' && found.name === 'templatefile' && found.args[0])
    return fromTemplate(evaluator.fileOf(found.args[0]) ?? found.file, String(text.value), files)
  return { file: found.file, text: String(text.value), hasFileLines: false, keyLine: found.line }
}

const ENCODERS = new Set(['yamlencode', 'jsonencode'])

const unknown = ({ line }: Expression, what: string): UnknownValues => ({
  reason: `values are not known, as they need ${what}`,
  line,
})

/** The lines of a heredoc are those of the file, where what is filled in has no line breaks. */
function written({ file, line, parts }: Extract<Expression, { kind: 'lines' }>, text: string): DeclaredValues {
  const breaks = parts.flatMap(part => (typeof part === 'string' ? part.split('\n').slice(1) : [])).length
  const hasFileLines = breaks === text.split('\n').length - 1
  return { file, text: hasFileLines ? '\n'.repeat(line - 1) + text : text, hasFileLines, keyLine: line }
}

function fromTemplate(file: string, text: string, files: RepositoryFiles): DeclaredValues {
  const hasFileLines = (files.read(file) ?? '').split('\n').length === text.split('\n').length
  return { file, text, hasFileLines, keyLine: 1 }
}

/** An object as YAML whose keys stand on the lines that they have in the file. */
function encoded(expression: Expression, evaluator: Evaluator): DeclaredValues | UnknownValues {
  const known = evaluator.evaluate(expression)
  if ('unknown' in known) return unknown(expression, known.unknown)
  const object = evaluator.resolved(expression)
  const writer = new FlowWriter(object.file, evaluator)
  writer.write(object)
  const { file, line } = object
  return { file, text: writer.text, hasFileLines: writer.hasLines, keyLine: line }
}

/** Writes values in braces, with as many line breaks as the file has before each key. */
class FlowWriter {
  text = ''
  /** False where a key stands in another file, or above the one before it. */
  hasLines = true
  readonly #file: string
  readonly #evaluator: Evaluator
  #line = 1

  constructor(file: string, evaluator: Evaluator) {
    this.#file = file
    this.#evaluator = evaluator
  }

  write(expression: Expression): void {
    const found = this.#evaluator.resolved(expression)
    if (found.kind === 'object') this.#writeEntries(found)
    else if (found.kind === 'list') this.#writeItems(found)
    else {
      const known = this.#evaluator.evaluate(found)
      this.text += JSON.stringify('value' in known ? known.value : null)
    }
  }

  #writeEntries({ entries, file, line }: Extract<Expression, { kind: 'object' }>): void {
    this.#goTo(file, line)
    this.text += '{ '
    for (const [i, { key, line, value }] of entries.entries()) {
      if (i > 0) this.text += ', '
      this.#goTo(file, line)
      this.text += `${JSON.stringify(key)}: `
      this.write(value)
    }
    this.text += ' }'
  }

  #writeItems({ items }: Extract<Expression, { kind: 'list' }>): void {
    this.text += '[ '
    for (const [i, item] of items.entries()) {
      if (i > 0) this.text += ', '
      this.#goTo(item.file, item.line)
      this.write(item)
    }
    this.text += ' ]'
  }

  #goTo(file: string, line: number): void {
    if (file !== this.#file || line < this.#line) this.hasLines = false
    if (!this.hasLines) return
    this.text += '\n'.repeat(line - this.#line)
    this.#line = line
  }
}
