import { posix } from 'node:path'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { asText, asTexts } from '../../../parse/untyped.ts'
import { Dict } from '../../../template/value/value.ts'
import { DEFAULT } from '../../clusters.ts'
import type { Declaration, Fault } from '../declaration.ts'
import { releaseOf } from './declare.ts'
import { environmentValues, filesNamed, mayBeMissing } from './environment.ts'
import { dotOf, type Entry, readState, type State } from './state.ts'

/** Of one helmfile; more is somebody's mistake, or an attack. */
const MOST_ENVIRONMENTS = 30
const MOST_RELEASES = 2000
/** Of all helmfiles, each environment counted: two that take the next ones in twice would never end. */
const MOST_READ = 3000

/** What helmfiles install, and what could not be read of them. */
export interface Helmfiles {
  readonly declarations: readonly Declaration[]
  readonly faults: readonly Fault[]
}

/** The names that helmfile looks for, and those that people give to others. */
const NAME = /(?:^|\/)(?:helmfile[\w.-]*\.ya?ml|helmfile\.d\/[^/]+\.ya?ml)(?:\.gotmpl)?$/
const DEFAULT_NAME = /(?:^|\/)helmfile\.ya?ml(?:\.gotmpl)?$/
const CONTENT = /^(?:releases|helmfiles|bases|environments|repositories|helmDefaults)[ \t]*:/m
const OBJECT = /^apiVersion[ \t]*:/m

/** Whether a file has the name of a helmfile. */
export const isHelmfileName = (file: string): boolean => NAME.test(file)

/** Whether a file is a helmfile, and nothing that a cluster would take. */
export const isHelmfile = (file: string, text: string): boolean =>
  isHelmfileName(file) && CONTENT.test(text) && !OBJECT.test(text)

/**
 * What helmfiles install in each of their environments, which are variants. One that another takes in is read there.
 * @param paths of helmfiles, relative to the repository
 */
export function helmfileDeclarations(paths: readonly string[], files: RepositoryFiles): Helmfiles {
  const reader = new HelmfileReader(files)
  for (const path of [...paths].sort(byRank)) reader.readRoot(path)
  return { declarations: reader.declarations, faults: reader.faults }
}

/** What takes others in mostly stands above them, or has the name that helmfile looks for. */
function byRank(a: string, b: string): number {
  const [rankOfA, rankOfB] = [a, b].map(path => path.split('/').length * 2 - (DEFAULT_NAME.test(path) ? 1 : 0))
  return (rankOfA ?? 0) - (rankOfB ?? 0) || (a < b ? -1 : 1)
}

class HelmfileReader {
  readonly declarations: Declaration[] = []
  readonly faults: Fault[] = []
  readonly #files: RepositoryFiles
  readonly #read = new Set<string>()
  readonly #environments = new Set<string>()
  #count = 0

  constructor(files: RepositoryFiles) {
    this.#files = files
  }

  readRoot(file: string): void {
    if (this.#read.has(file)) return
    const names = this.#environmentsOf(file)
    const last = names[MOST_ENVIRONMENTS]
    const reason = `more than ${MOST_ENVIRONMENTS} environments: ${last} and those behind it were not looked at`
    if (last !== undefined) this.faults.push({ file, line: 1, reason })
    const before = this.declarations.length
    for (const name of names.slice(0, MOST_ENVIRONMENTS))
      this.#take(this.#stateOf(file, name, new Dict()), name, [file])
    this.declarations.push(...asVariants(this.declarations.splice(before), names))
  }

  /** Those of a helmfile and of all that it takes in; the one that has no values where there are none. */
  #environmentsOf(file: string): string[] {
    const survey = new HelmfileReader(this.#files)
    survey.#take(survey.#stateOf(file, DEFAULT, new Dict()), DEFAULT, [file])
    return survey.#environments.size > 0 ? [...survey.#environments] : [DEFAULT]
  }

  #stateOf(file: string, environment: string, given: Dict): State {
    this.#read.add(file)
    const state = readState({ file, environment, given, files: this.#files })
    for (const name of state.environments) this.#environments.add(name)
    return state
  }

  #take(state: State, variant: string, above: readonly string[]): void {
    this.faults.push(...state.faults)
    for (const base of asTexts(state.settings.bases)) this.#read.add(posix.join(state.folder, base))
    for (const entry of state.releases) {
      if (this.declarations.length >= MOST_RELEASES) {
        this.#tooMany(entry)
        return
      }
      const declaration = releaseOf(entry, state, this.#files)
      if (declaration) this.declarations.push({ ...declaration, variant })
    }
    for (const entry of state.helmfiles) this.#takeInner(entry, state, variant, above)
  }

  #tooMany({ part, path }: Entry): void {
    const reason = `more than ${MOST_RELEASES} releases: this one and those behind it were not looked at`
    this.faults.push({ file: part.file, line: part.lineOf(path), reason })
  }

  #takeInner(entry: Entry, state: State, variant: string, above: readonly string[]): void {
    const { part, path, body } = entry
    const name = asText(body.path) ?? ''
    const fault = (reason: string): void => void this.faults.push({ file: part.file, line: part.lineOf(path), reason })
    if (name.includes('://') || name.includes('::')) {
      fault('helmfiles of other repositories are not read')
      return
    }
    const found = this.#helmfilesNamed(name, state)
    if (found.length === 0 && !mayBeMissing(state.settings.missingFileHandler)) fault(`there is no helmfile ${name}`)
    const context = { dot: dotOf(state.environment, state.values), files: this.#files, folders: [state.folder] }
    const { values, faults } = environmentValues(part, [...path, 'values'], context)
    this.faults.push(...faults)
    for (const file of found)
      if (++this.#count > MOST_READ) fault(`more than ${MOST_READ} helmfiles: what is taken in here was not looked at`)
      else if (above.includes(file)) fault(`${file} takes itself in`)
      else this.#take(this.#stateOf(file, state.environment, values), variant, [...above, file])
  }

  /** A folder stands for the helmfiles in it. */
  #helmfilesNamed(name: string, { folder }: State): string[] {
    const path = posix.join(folder, name)
    if (this.#files.kindOf(path) !== 'folder') return filesNamed(name, { files: this.#files, folders: [folder] })
    const inside = this.#files.namesIn(path).map(file => posix.join(path, file))
    const usual = inside.filter(file => DEFAULT_NAME.test(file))
    return usual.length > 0 ? usual : inside.filter(file => /\.ya?ml(?:\.gotmpl)?$/.test(file))
  }
}

/** Environments that go to clusters of their own are told apart by these, and are no variants of one cluster. */
function asVariants(declarations: readonly Declaration[], environments: readonly string[]): Declaration[] {
  const targets = new Set(declarations.map(({ variant, destination }) => JSON.stringify([variant, destination])))
  const clusters = new Set(declarations.map(({ destination }) => destination))
  const isApart = !clusters.has(undefined) && targets.size === clusters.size
  return declarations.map(declaration =>
    isApart || environments.length === 1 ? { ...declaration, variant: DEFAULT } : { ...declaration, environments },
  )
}
