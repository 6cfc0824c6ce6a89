import { posix } from 'node:path'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import {
  type ChartReference,
  type Declaration,
  type DeclaredValues,
  type Fault,
  NOTHING_MORE,
  OWN_ADDRESS,
  registryChart,
  type UnknownValues,
} from '../declaration.ts'
import { Evaluator } from './evaluate.ts'
import { type Module, readModule } from './module.ts'
import type { Block, Expression } from './tree.ts'
import { releaseValues } from './values.ts'

/** Whether a file is Terraform's. */
export const isTerraform = (file: string): boolean => file.endsWith('.tf')

/** Whether one of them may install a chart. */
export const mayInstall = (text: string): boolean => text.includes('helm_release')

/**
 * The charts that `helm_release` resources install. Terraform is not run: what its files do not say as literals is not known.
 * @param texts of all files of Terraform, with their paths relative to the repository
 */
export function terraformDeclarations(
  texts: readonly { readonly file: string; readonly text: string }[],
  files: RepositoryFiles,
): { readonly declarations: readonly Declaration[]; readonly faults: readonly Fault[] } {
  const installing = new Set(texts.flatMap(({ file, text }) => (mayInstall(text) ? posix.dirname(file) : [])))
  if (installing.size === 0) return { declarations: [], faults: [] }
  const folders = [...new Set(texts.map(({ file }) => posix.dirname(file)))].sort()
  const modules = folders.map(folder => readModule(folder, files))
  const own = modules.filter(({ folder }) => installing.has(folder))
  return {
    declarations: own.flatMap(module => releasesOf(module, new Evaluator(module, modules, files), files)),
    faults: own.flatMap(({ faults }) => faults.filter(({ file }) => mayInstall(files.read(file) ?? ''))),
  }
}

const releasesOf = ({ blocks }: Module, evaluator: Evaluator, files: RepositoryFiles): Declaration[] =>
  blocks.flatMap(block => {
    if (block.type !== 'resource' || block.labels[0] !== 'helm_release') return []
    const count = block.attributes.get('count')
    const isNone = count !== undefined && knownValue(count, evaluator) === 0
    return isNone ? [] : new ReleaseReader(block, evaluator, files).declaration
  })

function knownValue(expression: Expression | undefined, evaluator: Evaluator): unknown {
  const found = expression && evaluator.evaluate(expression)
  return found && 'value' in found ? found.value : undefined
}

class ReleaseReader {
  readonly #block: Block
  readonly #evaluator: Evaluator
  readonly #files: RepositoryFiles
  readonly #unknown: UnknownValues[] = []

  constructor(block: Block, evaluator: Evaluator, files: RepositoryFiles) {
    this.#block = block
    this.#evaluator = evaluator
    this.#files = files
  }

  get declaration(): Declaration {
    const { attributes, labels, file, line } = this.#block
    const label = (labels[1] ?? '').replaceAll('_', '-')
    const name = this.#text('name') ?? label
    const namespace = attributes.has('namespace') ? this.#text('namespace') : 'default'
    if (namespace === undefined)
      this.#unknown.push({ reason: 'its namespace is not known', line: attributes.get('namespace')?.line })
    const chart = this.#chart()
    const sources = releaseValues(attributes.get('values'), this.#evaluator, this.#files)
    const settings = this.#settings()
    return {
      ...NOTHING_MORE,
      ...{ form: 'Terraform helm_release', name, namespace: namespace ?? name, chart, ...settings },
      values: sources.filter((source): source is DeclaredValues => !('reason' in source)),
      location: { file, startLine: attributes.get('chart')?.line ?? line, via: 'declaration' },
      unknownValues: [...sources.filter((source): source is UnknownValues => 'reason' in source), ...this.#unknown],
    }
  }

  #text(key: string): string | undefined {
    const value = knownValue(this.#block.attributes.get(key), this.#evaluator)
    return typeof value === 'string' ? value : undefined
  }

  #chart(): ChartReference {
    const path = this.#block.attributes.get('chart')
    const folder = path && this.#evaluator.fileOf(path)
    if (folder !== undefined && this.#holdsChart(folder)) return { kind: 'folder', folder, repository: undefined }
    const chart = this.#text('chart')
    if (chart === undefined && folder !== undefined) return { kind: 'unknown', reason: `there is no chart ${folder}` }
    const unknown = ['chart', 'repository', 'version'].find(key => this.#isUnknown(key))
    if (unknown !== undefined) return { kind: 'unknown', reason: `its ${unknown} is not known here` }
    return remoteChart(chart ?? '', this.#text('repository'), this.#text('version') ?? '', folder)
  }

  #holdsChart(path: string): boolean {
    const file = path.endsWith('.tgz') ? path : posix.join(path, 'Chart.yaml')
    return this.#files.kindOf(file) === 'file'
  }

  #isUnknown(key: string): boolean {
    const expression = this.#block.attributes.get(key)
    return expression !== undefined && 'unknown' in this.#evaluator.evaluate(expression)
  }

  /** Blocks and lists of `set`, whose values helm reads, and of `set_sensitive`. */
  #settings(): Pick<Declaration, 'set' | 'setTexts' | 'setLines'> {
    const set: Record<string, string> = {}
    const setTexts: string[] = []
    const setLines = new Map<string, number>()
    for (const { name, value, isText, line } of this.#settingBlocks()) {
      const text = `${name}=${value}`
      if (isText) set[name] = value
      else setTexts.push(text)
      setLines.set(isText ? name : text, line)
    }
    return { set, setTexts, setLines }
  }

  #settingBlocks(): Setting[] {
    const { blocks, attributes } = this.#block
    const inBlocks = blocks.flatMap(block => (SET.has(block.type) ? this.#setting(block.attributes, block.line) : []))
    const inLists = [...SET].flatMap(key => this.#listed(attributes.get(key)))
    for (const { type, labels, line } of blocks)
      if (type === 'dynamic' && SET.has(labels[0] ?? ''))
        this.#unknown.push({ reason: 'what it sets in a loop is not known', line })
    return [...inBlocks, ...inLists]
  }

  #listed(expression: Expression | undefined): Setting[] {
    const list = expression && this.#evaluator.resolved(expression)
    if (!list) return []
    if (list.kind !== 'list') {
      this.#unknown.push({ reason: 'what it sets is not known', line: list.line })
      return []
    }
    return list.items.flatMap(item => {
      const object = this.#evaluator.resolved(item)
      const entries = object.kind === 'object' ? object.entries : []
      return this.#setting(new Map(entries.map(({ key, value }) => [key, value])), item.line)
    })
  }

  #setting(attributes: ReadonlyMap<string, Expression>, line: number): Setting[] {
    const [name, value, type] = ['name', 'value', 'type'].map(key => knownValue(attributes.get(key), this.#evaluator))
    const isKnown =
      typeof name === 'string' && value !== undefined && (typeof value !== 'object' || Array.isArray(value))
    if (isKnown) {
      const text = Array.isArray(value) ? `{${value.join(',')}}` : String(value)
      return [{ name, value: text, isText: type === 'string', line: attributes.get('value')?.line ?? line }]
    }
    this.#unknown.push({
      reason: `the value of ${typeof name === 'string' ? name : 'what it sets'} is not known`,
      line,
    })
    return []
  }
}

/** @param folder where it would be if it were here */
function remoteChart(chart: string, repository: string | undefined, version: string, folder = chart): ChartReference {
  if (chart.startsWith('oci://')) return registryChart(chart, version)
  if (repository !== undefined) return { kind: 'remote', chart: { repository, name: chart, version } }
  const isAddress = chart.includes('://')
  return { kind: 'unknown', reason: isAddress ? OWN_ADDRESS : `there is no chart ${folder}` }
}

interface Setting {
  readonly name: string
  readonly value: string
  readonly isText: boolean
  readonly line: number
}

const SET = new Set(['set', 'set_list', 'set_sensitive'])
