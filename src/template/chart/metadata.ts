import { TemplateError, Untraced } from '../errors.ts'
import { compareBytes, type Dict, type Value } from '../value/value.ts'

/** An entry of `dependencies`. */
export interface Dependency {
  readonly name: string
  readonly version: string
  readonly repository: string
  readonly condition: string
  readonly tags: readonly string[]
  readonly alias: string
  /** Names of the subchart's `exports`, or dicts with `child` and `parent`. */
  readonly importValues: readonly Value[]
}

export interface Maintainer {
  readonly name: string
  readonly email: string
  readonly url: string
}

/** What a Chart.yaml says, as helm reads it: what is absent is empty. */
export interface Metadata {
  readonly name: string
  readonly home: string
  readonly sources: readonly string[]
  readonly version: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly maintainers: readonly Maintainer[]
  readonly icon: string
  readonly apiVersion: string
  readonly condition: string
  readonly tags: string
  readonly appVersion: string
  readonly deprecated: boolean
  /** Undefined when there are none, which prints as null. */
  readonly annotations: ReadonlyMap<string, string> | undefined
  readonly kubeVersion: string
  /** Undefined when the chart lists none at all. */
  readonly dependencies: readonly Dependency[] | undefined
  readonly type: string
}

/**
 * Reads a Chart.yaml. `text` is what it was read from, to tell how a number was written.
 * @throws TemplateError when helm would refuse it; Untraced where a number's spelling is lost.
 */
export function readMetadata(chart: Value, text: string): Metadata {
  if (chart.kind !== 'dict') throw new TemplateError('Chart.yaml holds no map')
  const fields = new Fields(chart, text)
  return {
    name: fields.text('name'),
    home: fields.text('home'),
    sources: fields.texts('sources'),
    version: fields.text('version'),
    description: fields.text('description'),
    keywords: fields.texts('keywords'),
    maintainers: fields.dicts('maintainers').map(maintainer => ({
      name: maintainer.text('name'),
      email: maintainer.text('email'),
      url: maintainer.text('url'),
    })),
    icon: fields.text('icon'),
    apiVersion: fields.text('apiVersion') || 'v1',
    condition: fields.text('condition'),
    tags: fields.text('tags'),
    appVersion: fields.text('appVersion'),
    deprecated: fields.flag('deprecated'),
    annotations: fields.map('annotations'),
    kubeVersion: fields.text('kubeVersion'),
    dependencies: readDependencies(chart, text),
    type: fields.text('type'),
  }
}

/** The `dependencies` of a Chart.yaml or a requirements.yaml; undefined when there is no such list. */
export function readDependencies(chart: Value, text: string): Dependency[] | undefined {
  if (chart.kind !== 'dict') return undefined
  const fields = new Fields(chart, text)
  const listed = fields.get('dependencies')
  if (!listed || listed.kind === 'nil') return undefined
  return fields.dicts('dependencies').map(dependency => ({
    name: dependency.text('name'),
    version: dependency.text('version'),
    repository: dependency.text('repository'),
    condition: dependency.text('condition'),
    tags: dependency.texts('tags'),
    alias: dependency.text('alias'),
    importValues: dependency.items('import-values'),
  }))
}

/** A map read into a Go struct: names match whatever their case, and scalars become the text of a text field. */
class Fields {
  readonly #entries: ReadonlyMap<string, Value>
  readonly #source: string

  constructor(dict: Dict, source: string) {
    this.#entries = dict.entries
    this.#source = source
  }

  get(name: string): Value | undefined {
    const exact = this.#entries.get(name)
    if (exact) return exact
    const other = [...this.#entries.keys()].find(key => key.toLowerCase() === name.toLowerCase())
    return other === undefined ? undefined : this.#entries.get(other)
  }

  text(name: string): string {
    return printable(this.#textOf(this.get(name), name))
  }

  flag(name: string): boolean {
    const value = this.get(name)
    if (!value || value.kind === 'nil') return false
    if (value.kind !== 'bool') throw wrong(name)
    return value.value
  }

  items(name: string): readonly Value[] {
    const value = this.get(name)
    if (!value || value.kind === 'nil') return []
    if (value.kind !== 'list') throw wrong(name)
    return value.items
  }

  texts(name: string): string[] {
    return this.items(name).map(item => printable(this.#textOf(item, name)))
  }

  dicts(name: string): Fields[] {
    return this.items(name).map(item => {
      if (item.kind !== 'dict') throw wrong(name)
      return new Fields(item, this.#source)
    })
  }

  map(name: string): Map<string, string> | undefined {
    const value = this.get(name)
    if (!value || value.kind === 'nil') return undefined
    if (value.kind !== 'dict') throw wrong(name)
    const entries = [...value.entries].map(([key, item]) => [key, this.#textOf(item, name)] as const)
    return new Map(entries.sort(([a], [b]) => compareBytes(a, b)))
  }

  #textOf(value: Value | undefined, name: string): string {
    switch (value?.kind) {
      case undefined:
      case 'nil':
        return ''
      case 'text':
        return value.string
      case 'bool':
        return String(value.value)
      case 'number':
        return this.#numberText(value.value)
      default:
        throw wrong(name)
    }
  }

  /** Whole numbers of more than six digits are written out, or with an exponent where the file has a point or an exponent. */
  #numberText(value: number): string {
    const text = String(value)
    if (Number.isInteger(value) ? Math.abs(value) < 1e6 : /^-?\d{1,6}\.\d+$/.test(text) && Math.abs(value) >= 1e-4)
      return text
    if (Number.isSafeInteger(value) && this.#source.includes(text)) return text
    throw new Untraced(`Chart.yaml has the number ${text} where a text is wanted`)
  }
}

const wrong = (name: string): TemplateError =>
  new TemplateError(`Chart.yaml: ${name} is not of the kind that helm reads`)

/** White space becomes a space, and what cannot be printed is left out. */
const printable = (text: string): string =>
  /^[ -~]*$/.test(text) ? text : text.replace(/\p{White_Space}/gu, ' ').replace(/[^ \p{L}\p{M}\p{N}\p{P}\p{S}]/gu, '')
