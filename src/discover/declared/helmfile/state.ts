import { posix } from 'node:path'
import type { Path } from '../../../finding.ts'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { asList, asMapping, asText, asTexts, type Mapping } from '../../../parse/untyped.ts'
import { mergeValues } from '../../../template/chart/values.ts'
import { Dict, Text } from '../../../template/value/value.ts'
import type { Fault } from '../declaration.ts'
import { environmentValues, withSecrets } from './environment.ts'
import { blocksOf, isTemplate, Part, type PartText, partsOf, readPart } from './part.ts'

/** An entry of a helmfile's lists, or of its templates, and where it stands. */
export interface Entry {
  readonly part: Part
  readonly path: Path
  readonly body: Mapping
}

/** A helmfile with its bases, as one environment of it is. */
export interface State {
  /** Relative to the repository. */
  readonly file: string
  /** What paths are relative to. */
  readonly folder: string
  readonly environment: string
  /** What templates see as `.Values`. */
  readonly values: Dict
  readonly releases: readonly Entry[]
  readonly repositories: readonly Entry[]
  readonly helmfiles: readonly Entry[]
  readonly templates: ReadonlyMap<string, Entry>
  readonly environments: ReadonlySet<string>
  /** What stands at the top besides lists: the last one wins. */
  readonly settings: Mapping
  /** Where each of them stands. */
  readonly origins: ReadonlyMap<string, Part>
  readonly faults: readonly Fault[]
}

/** Where a helmfile is read, and how. */
export interface Reading {
  readonly file: string
  readonly environment: string
  /** What a helmfile around it gives it. */
  readonly given: Dict
  readonly files: RepositoryFiles
}

/** What must be known before the rest of a part is filled in. */
const BEFORE = ['bases', 'environments', 'values']

/**
 * Reads a helmfile as helmfile does: part by part, bases first.
 * https://helmfile.readthedocs.io/en/latest/writing-helmfile/#layering-state-files
 */
export function readState(reading: Reading): State {
  return new StateReader(reading).read()
}

class StateReader {
  readonly #reading: Reading
  readonly #folder: string
  readonly #faults: Fault[] = []
  readonly #lists = { releases: [] as Entry[], repositories: [] as Entry[], helmfiles: [] as Entry[] }
  readonly #templates = new Map<string, Entry>()
  readonly #environments = new Set<string>()
  readonly #origins = new Map<string, Part>()
  #settings: Mapping = {}
  #defaults = new Dict()
  #own = new Dict()
  #hasSecrets = false

  constructor(reading: Reading) {
    this.#reading = reading
    this.#folder = posix.dirname(reading.file)
  }

  read(): State {
    const { file, environment } = this.#reading
    this.#readFile(file, true)
    return {
      ...{ file, folder: this.#folder, environment, values: this.#values },
      ...this.#lists,
      ...{
        templates: this.#templates,
        environments: this.#environments,
        settings: this.#settings,
        origins: this.#origins,
        faults: this.#faults,
      },
    }
  }

  get #values(): Dict {
    const values = mergeValues(mergeValues(this.#defaults, this.#own), this.#reading.given)
    return this.#hasSecrets ? withSecrets(values) : values
  }

  #readFile(file: string, hasBases: boolean): void {
    const text = this.#reading.files.read(file)
    if (text === undefined) return
    const parts = partsOf(text)
    const isRun = isTemplate(file, text)
    for (const part of parts) {
      if (isRun && /\.(?:State)?Values\b/.test(part.text)) this.#learn(file, part, hasBases)
      const read = isRun ? this.#fill(file, part, parts.length === 1) : plainPart(file, part, parts.length === 1)
      if (read?.failure) this.#faults.push({ file, line: read.failure.line, reason: read.failure.message })
      if (read) this.#take(read, hasBases)
    }
  }

  #fill(file: string, part: PartText, isWhole: boolean): Part | undefined {
    const { files } = this.#reading
    const read = readPart(file, part, { dot: this.#dot(), files, folder: this.#folder, isWhole })
    if (read instanceof Part) return read
    this.#faults.push({ file, line: read.line ?? 1, reason: `${read.reason}, so that nothing of it is known` })
    return undefined
  }

  /** Helmfile 0 runs a part twice, so that its templates see the values that it names itself. */
  #learn(file: string, { text, startLine }: PartText, hasBases: boolean): void {
    const { files } = this.#reading
    const blocks = { text: blocksOf(text, BEFORE), startLine }
    if (blocks.text.trim() === '') return
    const read = readPart(file, blocks, { dot: this.#dot(), files, folder: this.#folder, isWhole: false })
    if (!(read instanceof Part)) return
    if (hasBases) for (const base of asTexts(read.body.bases)) this.#learnBase(base)
    this.#takeValues(read)
  }

  #learnBase(base: string): void {
    const file = posix.join(this.#folder, base)
    const text = this.#reading.files.read(file)
    for (const part of text === undefined ? [] : partsOf(text)) this.#learn(file, part, false)
  }

  #take(part: Part, hasBases: boolean): void {
    const { body } = part
    if (hasBases) this.#takeBases(part)
    for (const [name, list] of Object.entries(this.#lists)) list.push(...entriesOf(part, name))
    for (const name of Object.keys(asMapping(body.templates) ?? {})) {
      const entry = entryAt(part, ['templates', name], asMapping(body.templates)?.[name])
      if (entry) this.#templates.set(name, entry)
    }
    this.#takeValues(part)
    this.#settings = { ...this.#settings, ...body }
    for (const key of Object.keys(body)) this.#origins.set(key, part)
  }

  #takeBases(part: Part): void {
    for (const [i, base] of asList(part.body.bases).entries()) {
      const file = posix.join(this.#folder, asText(base) ?? '')
      if (this.#reading.files.kindOf(file) === 'file') this.#readFile(file, false)
      else this.#faults.push({ file: part.file, line: part.lineOf(['bases', i]), reason: `there is no base ${file}` })
    }
  }

  #takeValues(part: Part): void {
    const { environment, files } = this.#reading
    const environments = asMapping(part.body.environments) ?? {}
    for (const name of Object.keys(environments)) this.#environments.add(name)
    const context = { dot: this.#dot(), files, folders: [this.#folder, posix.dirname(part.file)] }
    const defaults = environmentValues(part, ['values'], context)
    const own = environmentValues(part, ['environments', environment, 'values'], context)
    this.#defaults = mergeValues(this.#defaults, defaults.values)
    this.#own = mergeValues(this.#own, own.values)
    this.#faults.push(...defaults.faults, ...own.faults)
    this.#hasSecrets ||= asList(asMapping(environments[environment])?.secrets).length > 0
  }

  #dot(): Dict {
    return dotOf(this.#reading.environment, this.#values)
  }
}

/** What templates of helmfile see. https://helmfile.readthedocs.io/en/latest/#values */
export function dotOf(environment: string, values: Dict, more: ReadonlyMap<string, Dict | Text> = new Map()): Dict {
  const own = new Dict(
    new Map<string, Dict | Text>([
      ['Name', new Text(environment)],
      ['Values', values],
      ['KubeContext', new Text('')],
    ]),
  )
  return new Dict(
    new Map<string, Dict | Text>([
      ['Environment', own],
      ['Values', values],
      ['StateValues', values],
      ['Namespace', new Text('')],
      ...more,
    ]),
  )
}

const plainPart = (file: string, { text, startLine }: PartText, isWhole: boolean): Part =>
  new Part(file, text, { startLine, isWhole })

const entriesOf = (part: Part, name: string): Entry[] =>
  asList(part.body[name]).flatMap((item, i) => entryAt(part, [name, i], item) ?? [])

function entryAt(part: Part, path: Path, value: unknown): Entry | undefined {
  const body = typeof value === 'string' ? { path: value } : asMapping(value)
  return body && { part, path, body }
}
