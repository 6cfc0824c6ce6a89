import type { Path } from '../../../finding.ts'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { asList, asMapping, asText, asTexts, type Mapping } from '../../../parse/untyped.ts'
import { Dict, Text } from '../../../template/value/value.ts'
import type { Part } from './part.ts'
import { dotOf, type Entry, type State } from './state.ts'
import { fillTemplate, isFilled, type Unknown } from './template.ts'

/** A field of a release, and where it stands. */
interface Field {
  readonly value: unknown
  readonly part: Part
  readonly path: Path
}

/** An item of a list of a release, and where it stands. */
export interface Item {
  readonly part: Part
  readonly path: Path
  readonly value: unknown
}

/** A release with the templates that it inherits. */
export class ReleaseSpec {
  readonly #entries: readonly Entry[]
  readonly #state: State
  readonly #files: RepositoryFiles

  constructor(entry: Entry, state: State, files: RepositoryFiles) {
    this.#entries = inherited(entry, state)
    this.#state = state
    this.#files = files
  }

  /** What of it is not known, in a file. */
  get unknown(): (Unknown & { readonly file: string }) | undefined {
    const settings = SETTINGS.flatMap(key => {
      const part = this.#state.origins.get(key)
      return part ? { part, path: [key] } : []
    })
    for (const { part, path } of [...this.#entries, ...settings]) {
      const unknown = part.unknownIn(path)
      if (unknown) return { ...unknown, file: part.file }
    }
    return undefined
  }

  /** The first that has a field decides it: helmfile merges without overwriting. */
  field(key: string): Field | undefined {
    const entry = this.#entries.find(({ body }) => isFilledIn(body[key]))
    return entry && { part: entry.part, path: [...entry.path, key], value: entry.body[key] }
  }

  /** A text of the release, with what stands in braces filled in. */
  text(key: string): string | undefined {
    const value = this.field(key)?.value
    const text = typeof value === 'number' ? String(value) : asText(value)
    return text === undefined ? undefined : this.fill(text)
  }

  /** The items of a list: those of its templates first. */
  list(key: string): Item[] {
    return this.#entries.flatMap(entry =>
      asList(entry.body[key]).map((value, i) => ({ part: entry.part, path: [...entry.path, key, i], value })),
    )
  }

  /** A text as a template that sees the release; what cannot be filled in stays as it is. */
  fill(text: string): string {
    return this.tryFill(text) ?? text
  }

  /** The same; undefined for what cannot be filled in. */
  tryFill(text: string): string | undefined {
    let filled = text
    for (let round = 0; round < MOST_ROUNDS && filled.includes('{{'); round++) {
      const result = fillTemplate(filled, this.dot, this.#files, this.#state.folder)
      if (!isFilled(result) || result.lines.some(({ unknown }) => unknown)) return undefined
      if (result.text.string === filled) return filled
      filled = result.text.string
    }
    return filled
  }

  /** What templates see in the values files of a release. */
  get dot(): Dict {
    const { environment, values } = this.#state
    const plain = (key: string): Text => new Text(asText(this.field(key)?.value) ?? '')
    const fields = [
      ...[['Name', 'name'] as const, ['Namespace', 'namespace'] as const, ['Chart', 'chart'] as const],
      ...[['ChartVersion', 'version'] as const, ['KubeContext', 'kubeContext'] as const],
    ]
    const labels = Object.entries(asMapping(this.field('labels')?.value) ?? {})
    const release = new Dict(
      new Map<string, Text | Dict>([
        ...fields.map(([name, key]) => [name, plain(key)] as const),
        ['Labels', new Dict(new Map(labels.map(([key, value]) => [key, new Text(String(value))])))],
      ]),
    )
    return dotOf(environment, values, new Map([['Release', release]]))
  }
}

/** What stands at the top of a helmfile and decides what its releases render. */
const SETTINGS = ['namespace', 'kubeVersion', 'apiVersions']
/** Releases whose texts fill in texts: helmfile does so as often. */
const MOST_ROUNDS = 6
/** Templates that inherit templates: nobody nests them this deep. */
const MOST_TEMPLATES = 20

const isFilledIn = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** The templates of a release before itself. https://helmfile.readthedocs.io/en/latest/#release-template-conventional-directory-structure */
function inherited(entry: Entry, state: State): Entry[] {
  const found: Entry[] = []
  const usual = asTexts(state.settings.defaultInherit).map(template => ({ template }))
  const add = (one: Entry, above: readonly Entry[]): void => {
    for (const item of [...(above.length === 0 ? usual : []), ...asList(one.body.inherit)]) {
      const { template, except } = asMapping(item) ?? {}
      const inside = state.templates.get(asText(template) ?? '')
      if (inside && !above.includes(inside) && found.length < MOST_TEMPLATES)
        add({ ...inside, body: without(inside.body, asTexts(except)) }, [...above, inside])
    }
    found.push(one)
  }
  add(entry, [])
  return found
}

const without = (body: Mapping, keys: readonly string[]): Mapping =>
  Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)))
