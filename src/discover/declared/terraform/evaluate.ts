import { posix } from 'node:path'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { atPath, inside } from './attributes.ts'
import { callsOf, type Module } from './module.ts'
import { templateParts } from './syntax.ts'
import { HclError } from './tokens.ts'
import type { Expression } from './tree.ts'

/** A value, or what of it is not known here. */
export type Evaluated = { readonly value: unknown } | { readonly unknown: string }

/** Values that name values: nobody nests them this deep. */
const MOST_DEPTH = 20
/** What the values of a module come to in all; locals that name each other twice would never end. */
const MOST_STEPS = 100_000
const MOST_CHARACTERS = 2_000_000

/** What a module's expressions come to, as far as literals, variables with defaults, locals and files of the repository go. */
export class Evaluator {
  readonly #module: Module
  readonly #all: readonly Module[]
  readonly #files: RepositoryFiles
  #steps = 0
  #characters = 0

  constructor(module: Module, all: readonly Module[], files: RepositoryFiles) {
    this.#module = module
    this.#all = all
    this.#files = files
  }

  evaluate(expression: Expression, depth = 0): Evaluated {
    const found = this.#evaluate(expression, depth)
    const isPath = 'value' in found && typeof found.value === 'string' && found.value.includes(MODULE_PATH)
    return isPath ? { unknown: 'path.module' } : found
  }

  #evaluate(expression: Expression, depth: number): Evaluated {
    if (++this.#steps > MOST_STEPS) return { unknown: 'more steps than are taken here' }
    const found = this.resolved(expression, depth)
    switch (found.kind) {
      case 'literal':
        return { value: found.value }
      case 'template':
      case 'lines':
        return this.#filled(found.parts, depth)
      case 'list':
        return allOf(found.items.map(item => this.evaluate(item, depth + 1)))
      case 'object': {
        const values = allOf(found.entries.map(({ value }) => this.evaluate(value, depth + 1)))
        if ('unknown' in values) return values
        return { value: Object.fromEntries(found.entries.map(({ key }, i) => [key, values.value[i]])) }
      }
      case 'call':
        return this.#called(found.name, found.args, depth)
      case 'reference':
        return { unknown: found.path.join('.') }
      case 'other':
        return { unknown: 'an expression that is not evaluated here' }
    }
  }

  /** What a reference leads to; other expressions are themselves. */
  resolved(expression: Expression, depth = 0): Expression {
    let here = expression
    for (let step = depth; step < MOST_DEPTH && here.kind === 'reference'; step++) {
      const next = this.#target(here.path)
      if (!next) return here
      here = next
    }
    return depth < MOST_DEPTH ? here : { kind: 'other', file: expression.file, line: expression.line }
  }

  /** The path of a file that a call of `file` names, relative to the repository. */
  fileOf(expression: Expression, depth = 0): string | undefined {
    const path = this.#partOf(expression, depth + 1)
    if ('unknown' in path || typeof path.value !== 'string' || path.value.startsWith('/')) return undefined
    return path.value.startsWith(MODULE_PATH)
      ? posix.join(this.#module.folder, path.value.slice(MODULE_PATH.length))
      : posix.join(this.#module.folder, path.value)
  }

  #target([first = '', name = '', ...more]: readonly string[]): Expression | undefined {
    if (first === 'var') return more.length === 0 ? this.#variable(name) : undefined
    if (first === 'local') {
      const found = this.#module.blocks
        .filter(({ type }) => type === 'locals')
        .flatMap(({ attributes }) => attributes.get(name) ?? [])
      return inside(found[0], more)
    }
    const resource = this.#module.blocks.find(
      ({ type, labels }) => type === 'resource' && labels[0] === first && labels[1] === name,
    )
    return resource && atPath(resource, more)
  }

  /** What the module's only caller gives it, or a file of values, or its default. */
  #variable(name: string): Expression | undefined {
    const given = this.#module.given.get(name)
    if (given) return given
    const calls = callsOf(this.#module.folder, this.#all)
    const passed = calls.flatMap(({ block, caller }) => {
      const value = block.attributes.get(name)
      return value ? { value, caller } : []
    })
    if (passed.length === 0)
      return this.#module.blocks
        .find(({ type, labels }) => type === 'variable' && labels[0] === name)
        ?.attributes.get('default')
    const [only] = passed
    if (!only || calls.length > 1) return undefined
    const known = new Evaluator(only.caller, [], this.#files).evaluate(only.value)
    return 'value' in known && isScalar(known.value)
      ? { ...only.value, kind: 'literal', value: known.value }
      : undefined
  }

  #filled(parts: readonly (string | Expression)[], depth: number): Evaluated {
    const values = allOf(
      parts.map(part => (typeof part === 'string' ? { value: part } : this.#partOf(part, depth + 1))),
    )
    if ('unknown' in values) return values
    if (values.value.some(isStructure)) return { unknown: 'a text with a list in it' }
    const value = values.value.join('')
    this.#characters += value.length
    return this.#characters > MOST_CHARACTERS ? { unknown: 'more text than is made here' } : { value }
  }

  #partOf(part: Expression, depth: number): Evaluated {
    const isModulePath = part.kind === 'reference' && part.path.join('.') === 'path.module'
    return isModulePath ? { value: MODULE_PATH } : this.#evaluate(part, depth)
  }

  #called(name: string, args: readonly Expression[], depth: number): Evaluated {
    const [first, second] = args
    if (name === 'file' && first) return this.#read(first, depth)
    if (name === 'templatefile' && first && second) return this.#readTemplate(first, second, depth)
    if (PLAIN.has(name) && first && !second) return this.evaluate(first, depth + 1)
    return { unknown: `${name}()` }
  }

  #read(path: Expression, depth: number): Evaluated {
    const file = this.fileOf(path, depth)
    const text = file === undefined ? undefined : this.#files.read(file)
    return text === undefined ? { unknown: `the file of ${file ?? 'file()'}` } : { value: text }
  }

  #readTemplate(path: Expression, variables: Expression, depth: number): Evaluated {
    const file = this.fileOf(path, depth)
    const text = file === undefined ? undefined : this.#files.read(file)
    const given = this.evaluate(variables, depth + 1)
    if (file === undefined || text === undefined) return { unknown: `the file of templatefile()` }
    if ('unknown' in given) return given
    const parts = partsOf(file, text)
    if (!parts) return { unknown: `${file} with directives` }
    const known = Object.entries(Object(given.value)).map(([name, value]) => [name, value] as const)
    const values = new Map<string, unknown>(known)
    return this.#filled(
      parts.map(part =>
        typeof part === 'string' || part.kind !== 'reference' ? part : (literal(part, values) ?? part),
      ),
      depth,
    )
  }
}

/** What `${path.module}` stands for until a path is made of it. */
const MODULE_PATH = '\0module'

/** Functions that give what they are given, as far as values go. */
const PLAIN = new Set(['tostring', 'trimspace', 'nonsensitive', 'sensitive'])

const isStructure = (value: unknown): value is object => typeof value === 'object' && value !== null

type Scalar = string | number | boolean | null

const isScalar = (value: unknown): value is Scalar => !isStructure(value) && value !== undefined

function allOf(values: readonly Evaluated[]): { readonly value: unknown[] } | { readonly unknown: string } {
  const unknown = values.find(value => 'unknown' in value)
  return unknown && 'unknown' in unknown
    ? unknown
    : { value: values.flatMap(found => ('value' in found ? [found.value] : [])) }
}

function partsOf(file: string, text: string): (string | Expression)[] | undefined {
  try {
    return templateParts(file, text, 1, false)
  } catch (error) {
    if (error instanceof HclError) return undefined
    throw error
  }
}

function literal(
  part: Extract<Expression, { kind: 'reference' }>,
  values: ReadonlyMap<string, unknown>,
): Expression | undefined {
  const value = part.path.length === 1 ? values.get(part.path[0] ?? '') : undefined
  return isScalar(value) ? { kind: 'literal', value, file: part.file, line: part.line } : undefined
}
