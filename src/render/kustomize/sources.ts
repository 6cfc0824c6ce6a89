import { join, posix } from 'node:path'
import {
  CHART_GENERATOR,
  type InflatedChart,
  inflatedCharts,
  isKustomization,
} from '../../discover/declared/kustomize.ts'
import type { Path, PhysicalLocation } from '../../finding.ts'
import { kindOfPath, listFolder, readText, relativeTo, targetWithin } from '../../io/files.ts'
import { splitDocuments } from '../../parse/documents.ts'
import { type LocatedDocument, lineOfPath } from '../../parse/location.ts'
import { asList, asMapping, type Mapping } from '../../parse/untyped.ts'
import { type ParseFailure, parseText } from '../../parse/yaml.ts'
import type { Failure } from '../render.ts'
import { isInline, isRemote, type Reference, referencesOf } from './references.ts'

/** A kustomization of the repository. Paths are relative to the repository. */
export interface KustomizationSource {
  /** `.` for the repository itself. */
  readonly folder: string
  readonly file: string
  readonly text: string
  /** Empty where it cannot be read. */
  readonly body: Mapping
  readonly located: LocatedDocument
  /** What it reads and is there. */
  readonly entries: readonly Entry[]
  /** What it reads and is not there; a copy has to do without. */
  readonly missing: readonly Missing[]
  readonly charts: readonly InflatedChart[]
  /** Why it cannot be read. */
  readonly failure: Failure | undefined
}

/** An entry whose file or folder is there. */
export interface Entry extends Reference {
  /** The file, or the folder of a kustomization, behind all links. */
  readonly found: string
  readonly isFolder: boolean
}

export interface Missing extends Reference {
  /** Undefined for the content of a generated object, which is only not known. */
  readonly failure: Failure | undefined
}

/** Reads kustomizations from a repository, each once. */
export class KustomizationSources {
  readonly #root: string
  readonly #known = new Map<string, Promise<KustomizationSource | undefined>>()

  /** @param root absolute */
  constructor(root: string) {
    this.#root = root
  }

  /** The kustomization of a folder; undefined where there is none, or no text. */
  in(folder: string): Promise<KustomizationSource | undefined> {
    const known = this.#known.get(folder)
    if (known) return known
    const read = this.#read(folder)
    this.#known.set(folder, read)
    return read
  }

  /** The kustomization of a folder and all that it takes in, the outermost first, each once. */
  async closureOf(folder: string): Promise<KustomizationSource[]> {
    const found = new Map<string, KustomizationSource>()
    const queue = [folder]
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const source = found.has(next) ? undefined : await this.in(next)
      if (!source) continue
      found.set(next, source)
      queue.push(...foldersOf(source))
    }
    return [...found.values()]
  }

  async #read(folder: string): Promise<KustomizationSource | undefined> {
    const entries = await listFolder(join(this.#root, folder)).catch(() => [])
    const name = entries.map(entry => entry.name).find(isKustomization)
    if (name === undefined) return undefined
    const file = posix.join(folder, name)
    const path = await targetWithin(this.#root, join(this.#root, file))
    const text = path && (await readText(path).catch(() => undefined))
    if (text === undefined) return undefined
    const { located, body: value, failure } = parseText(text)
    const body = asMapping(value) ?? {}
    const read = await Promise.all(
      referencesOf(body).map(reference => this.#resolve(folder, reference, placeIn(file, located, reference.path))),
    )
    const found = read.filter(entry => 'found' in entry)
    const configurations = await this.#textsOf(found.filter(({ role, isFolder }) => role === 'plugin' && !isFolder))
    const document = { file, text, located, body, startLine: 1, isWhole: true }
    return {
      ...{ folder, file, text, body, located },
      entries: found,
      missing: [
        ...read.filter(entry => 'failure' in entry),
        ...inlineAddresses(body).map(entry => ({
          ...entry,
          failure: failureAt(FETCHES(entry.target), placeIn(file, located, entry.path)),
        })),
      ],
      charts: inflatedCharts(document, path => configurations.get(path)),
      failure: failure && unreadable(file, text, failure),
    }
  }

  async #textsOf(entries: readonly Entry[]): Promise<Map<string, string>> {
    const texts = entries.map(async ({ found }): Promise<[string, string]> => {
      return [found, await readText(join(this.#root, found)).catch(() => '')]
    })
    return new Map(await Promise.all(texts))
  }

  async #resolve(folder: string, reference: Reference, location: PhysicalLocation): Promise<Entry | Missing> {
    const { role, target } = reference
    const path = join(this.#root, folder, target)
    const fails = (why: string): Missing => ({ ...reference, failure: failureAt(why, location) })
    const kind = target.startsWith('/') ? 'missing' : await kindOfPath(path)
    if (kind === 'missing' && role === 'content') return { ...reference, failure: undefined }
    if (kind === 'missing' && isRemote(target))
      return fails(`kustomize would fetch ${withoutUser(target)}: what it holds is not known here`)
    if (kind === 'missing') return fails(`there is no ${target} for this kustomization`)
    const real = await targetWithin(this.#root, path)
    if (real === undefined) return fails(`${target} is outside of the repository`)
    const found = relativeTo(this.#root, real)
    if (kind !== 'folder') {
      const text = role === 'plugin' ? await readText(real).catch(() => '') : ''
      return namesAddress(text) ? fails(FETCHES(target)) : { ...reference, found, isFolder: false }
    }
    if (role === 'plugin') return fails(`${target}: a folder of configurations for plug-ins is not built`)
    if (await this.#holdsKustomization(found)) return { ...reference, found, isFolder: true }
    return fails(`there is no kustomization in ${target}`)
  }

  async #holdsKustomization(folder: string): Promise<boolean> {
    const entries = await listFolder(join(this.#root, folder)).catch(() => [])
    return entries.some(({ name }) => isKustomization(name))
  }
}

/** The folders of the kustomizations that one takes in. */
export const foldersOf = ({ entries }: KustomizationSource): string[] =>
  entries.flatMap(({ isFolder, found }) => (isFolder ? found : []))

/** The files that a kustomization takes objects from. */
export const objectFilesOf = ({ entries }: KustomizationSource): string[] =>
  entries.flatMap(({ role, isFolder, found }) => (role === 'resource' && !isFolder ? found : []))

const failureAt = (message: string, location: PhysicalLocation): Failure => ({ release: null, message, location })

function unreadable(file: string, text: string, { message, line }: ParseFailure): Failure {
  const guess = text.includes('{{') ? '; it looks like a template that something else fills in' : ''
  return { release: null, message: `${message}${guess}`, location: { file, startLine: line, via: 'manifest' } }
}

const FETCHES = (what: string): string => `${what} names an address that kustomize would fetch`

/**
 * Plug-ins of kustomize's own read files, and addresses, wherever their configuration says so; what cannot be read may name any.
 * Charts are not kustomize's business here.
 */
const namesAddress = (text: string): boolean =>
  splitDocuments(text).some(document => {
    const { body, failure } = parseText(document.text)
    return failure !== undefined || (asMapping(body)?.kind !== CHART_GENERATOR && holdsAddress(body))
  })

const holdsAddress = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('://')
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsAddress)

/** The entries whose plug-in is configured in the list itself, and names an address. */
const inlineAddresses = (body: Mapping): Reference[] =>
  ['generators', 'transformers', 'validators'].flatMap(field =>
    asList(body[field]).flatMap((text, i): Reference[] =>
      typeof text === 'string' && isInline(text) && namesAddress(text)
        ? [{ role: 'plugin', path: [field, i], target: 'this plug-in' }]
        : [],
    ),
  )

const placeIn = (file: string, located: LocatedDocument, path: Path): PhysicalLocation => ({
  file,
  startLine: lineOfPath(located, path),
  via: 'declaration',
})

/** `https://user:password@host/…` names a password. */
const withoutUser = (target: string): string => target.replace(/:\/\/[^\s/?#]*@/, '://***@')
