import type { Path } from '../finding.ts'
import { lineOfPath } from './location.ts'
import { asList, asMapping, asText, type Mapping, valueAt } from './untyped.ts'
import { parseText, SourceText } from './yaml.ts'

/** A mapping of values in a document that is something else. */
export interface ValuesHolder {
  /** 1-based line of the file on which the document begins; undefined where the file is one. */
  readonly document: number | undefined
  /** From the root of the document. */
  readonly path: Path
}

/** A values file of a release; it is parsed when somebody asks. */
export class ValuesFile {
  /** Relative to the repository. */
  readonly file: string
  readonly source: SourceText
  readonly startLine = 1
  /** Whether it is a part of a file that is something else, such as an Argo CD Application. */
  readonly isInline: boolean
  /** 1-based line of the key in that file which holds it. */
  readonly keyLine: number | undefined
  /** Whether its text has the lines that the file has. */
  readonly hasFileLines: boolean
  /** For each line of its text the 1-based line of the file that made it; undefined where no template did. */
  readonly #lines: readonly number[] | undefined
  /** Where the values are a mapping of that file. */
  readonly holder: ValuesHolder | undefined

  constructor(
    file: string,
    text: string,
    inline?: Pick<ValuesFile, 'keyLine' | 'hasFileLines'> &
      Partial<Pick<ValuesFile, 'holder'>> & { readonly lines?: readonly number[] | undefined },
  ) {
    this.file = file
    this.source = new SourceText(text)
    this.isInline = inline !== undefined
    this.keyLine = inline?.keyLine
    this.hasFileLines = inline?.hasFileLines ?? true
    this.#lines = inline?.lines
    this.holder = inline?.holder
  }

  /** Its values; empty where it cannot be read. */
  get body(): Mapping {
    return asMapping(this.#value) ?? {}
  }

  /** False for what is no YAML, or several documents in one file. */
  get isReadable(): boolean {
    return this.#value !== undefined && !hasSeveralDocuments(this.source.text)
  }

  get #value(): unknown {
    return this.source.parsed.body
  }

  /** 1-based line of the key at `path`. */
  lineOf(path: Path): number {
    const own = this.hasFileLines || this.#lines ? lineOfPath(this.source.located, path) : undefined
    return (own !== undefined && this.#lines ? this.#lines[own - 1] : own) ?? this.keyLine ?? 1
  }
}

/** Whether a line of dashes stands behind something that is not a comment. */
function hasSeveralDocuments(text: string): boolean {
  if (!text.includes('\n---')) return false
  let hasContent = false
  for (const line of text.split('\n')) {
    const isSeparator = /^---(?:\s|$)/.test(line)
    if (isSeparator && hasContent) return true
    hasContent ||= /^[^#%\s]/.test(isSeparator ? line.slice(3).trimStart() : line.trimStart())
  }
  return false
}

/** What a release was given, and what its chart can make of it. */
export interface ReleaseValues {
  /** In their order; the last one wins. */
  readonly files: readonly ValuesFile[]
  /** Single values, in the shape of a values file. */
  readonly set: Mapping
  readonly chart: ChartValues
}

/** The texts of a chart that say which values it knows. */
export interface ChartTexts {
  /** Its own values.yaml. */
  readonly values: string
  readonly templates: readonly string[]
  readonly chartYaml: string
}

/** Any use of the values that does not name a key: then nobody can say which keys are used. */
const WHOLE = /\.Values(?![.\w])/
const REFERENCE = /\.Values((?:\.\w+)+)/g

/** The values that a chart knows: those of its own values.yaml, and those that its templates name. */
export class ChartValues {
  readonly #texts: Pick<ChartTexts, 'values' | 'chartYaml'>
  readonly #references: ReadonlySet<string>
  /** Whether the templates name every value that they use. */
  readonly isClear: boolean
  #defaults: Mapping | undefined

  constructor({ values, templates, chartYaml }: ChartTexts) {
    this.#texts = { values, chartYaml }
    this.#references = new Set(
      templates.flatMap(text => [...text.matchAll(REFERENCE)].map(([, path = '']) => path.slice(1))),
    )
    this.isClear = !templates.some(text => WHOLE.test(text))
  }

  /** The chart's own values. */
  get defaults(): Mapping {
    this.#defaults ??= asMapping(parseText(this.#texts.values).body) ?? {}
    return this.#defaults
  }

  /** The keys at the top that belong to subcharts. */
  get subcharts(): string[] {
    const dependencies = asList(valueAt(parseText(this.#texts.chartYaml).body, ['dependencies']))
    return dependencies.flatMap(entry => asText(valueAt(entry, ['alias'])) ?? asText(valueAt(entry, ['name'])) ?? [])
  }

  /** Whether a template takes the value at a path with all that is in it. */
  takesWhole(path: readonly string[]): boolean {
    return this.#references.has(path.join('.'))
  }

  /** Whether a template names the value at a path, or one in it. */
  mentions(path: readonly string[]): boolean {
    const prefix = `${path.join('.')}.`
    return this.takesWhole(path) || [...this.#references].some(reference => reference.startsWith(prefix))
  }
}
