import { join, posix } from 'node:path'
import { parseDocument } from 'yaml'
import type { Path } from '../../finding.ts'
import { kindOfPath, readBytes, writeWhole } from '../../io/files.ts'
import { asText, type Mapping, valueAt } from '../../parse/untyped.ts'
import type { RenderedPart } from '../part.ts'
import type { Root } from './roots.ts'
import type { Entry, KustomizationSource } from './sources.ts'

/** What is not copied as it is. */
export interface Changes {
  /** Entries that would make kustomize run in a circle. */
  readonly left: ReadonlySet<Entry>
  /** Whether files may be taken from everywhere in the repository, as Flux does. */
  readonly takesFromEverywhere: boolean
}

/** The content of what is generated only makes names, so that of larger files is left out. */
const MOST_CONTENT_BYTES = 1024 * 1024
const TREE = 'tree'
/** Begins the names of files that the repository does not have. */
const OWN = '.eso-hardener-'

/**
 * A copy of all that some kustomizations read, and nothing else, so that a build can neither change the repository nor read
 * what is outside of it.
 */
export class Workspace {
  readonly #folder: string
  readonly #root: string
  readonly #changes: Changes
  readonly #written = new Set<string>()
  readonly #origins = new Map<string, string>()
  #roots = 0

  /** @param folder an empty one; @param root the repository; both absolute */
  constructor(folder: string, root: string, changes: Changes) {
    this.#folder = folder
    this.#root = root
    this.#changes = changes
  }

  /** Copies a kustomization with the files that it reads and the charts that it has inflated; those that it takes in are copied by themselves. */
  async add(source: KustomizationSource, inflated: readonly Pick<RenderedPart, 'text'>[] = []): Promise<void> {
    if (this.#written.has(source.file)) return
    this.#written.add(source.file)
    const charts = inflated.map(({ text = '' }, i) => ({ text, name: `${OWN}chart-${i}.yaml` }))
    for (const { name, text } of charts) await writeWhole(this.#at(posix.join(source.folder, name)), text)
    const moved = new Map<Entry, string>()
    for (const entry of source.entries) {
      const target = this.#targetOf(source, entry)
      if (target !== entry.target) moved.set(entry, target)
      if (!entry.isFolder) await this.#copy(entry, posix.join(source.folder, target))
    }
    for (const { failure, target } of source.missing)
      if (!failure) await this.#writeOnce(posix.join(source.folder, target), '')
    const text = this.#edited(
      source,
      moved,
      charts.map(({ name }) => name),
    )
    await writeWhole(this.#at(source.file), text)
  }

  /** Makes a kustomization around a folder. @returns its own folder, absolute. */
  async wrap({ folder, fields, components = [] }: Root): Promise<string> {
    const name = `root-${this.#roots++}`
    const [resources, added] = [[folder], components].map(paths => paths.map(path => posix.join('..', TREE, path)))
    const text = JSON.stringify({
      ...fields,
      ...{ resources, buildMetadata: ['originAnnotations'] },
      ...(components.length > 0 && { components: added }),
    })
    await writeWhole(join(this.#folder, name, 'kustomization.yaml'), text)
    return join(this.#folder, name)
  }

  /** Makes the kustomization that Flux makes of a folder that has none. */
  async generate({ folder, generated }: Root): Promise<void> {
    if (!generated) return
    const { files, folders } = generated
    for (const file of files) await this.#copy({ role: 'resource', found: file }, file)
    const resources = [...files, ...folders].map(path => posix.relative(folder, path))
    const file = posix.join(folder, 'kustomization.yaml')
    await writeWhole(this.#at(file), JSON.stringify({ resources, buildMetadata: ['originAnnotations'] }))
  }

  /** The file of the repository that an origin names, as kustomize sees it from a wrapped folder. */
  originOf(path: string): string {
    const copy = posix.relative(posix.join('..', TREE), posix.normalize(path))
    return this.#origins.get(copy) ?? copy
  }

  /** The number of the chart, in the kustomization beside it, whose rendering an origin is. */
  chartIn(origin: string): number | undefined {
    const [, number] = /(?:^|\/)\.eso-hardener-chart-(\d+)\.yaml$/.exec(origin) ?? []
    return number === undefined || [...this.#origins.values()].includes(origin) ? undefined : Number(number)
  }

  /** kustomize's words with the paths of the repository. */
  inWords(text: string): string {
    return text
      .replaceAll(`${this.#folder}/${TREE}/`, '')
      .replaceAll(/(?:\.\.\/)+tree\//g, '')
      .replaceAll(`${this.#folder}/`, '')
  }

  #at(path: string): string {
    return join(this.#folder, TREE, path)
  }

  /** What is behind a link, or where kustomize would not read it, gets a name that it reads. */
  #targetOf({ folder }: KustomizationSource, { found, target, isFolder, path }: Entry): string {
    if (posix.join(folder, target).replace(/\/$/, '') !== found)
      return isFolder ? posix.relative(folder, found) || '.' : `${OWN}${path.join('-')}${posix.extname(found)}`
    const isInside = folder === '.' || found.startsWith(`${folder}/`)
    if (isFolder || isInside || !this.#changes.takesFromEverywhere) return target
    return `${OWN}${path.join('-')}${posix.extname(found)}`
  }

  async #copy({ role, found }: Pick<Entry, 'role' | 'found'>, to: string): Promise<void> {
    this.#origins.set(to, found)
    const bytes = await readBytes(join(this.#root, found)).catch(() => undefined)
    if (role === 'content') await this.#writeOnce(to, bytes && bytes.length <= MOST_CONTENT_BYTES ? bytes : '')
    // What cannot be read is missing from the copy, and kustomize says so.
    else if (bytes) await this.#writeOnce(to, bytes)
  }

  async #writeOnce(path: string, content: string | Uint8Array): Promise<void> {
    const inside = posix.normalize(path)
    if (inside.startsWith('../') || inside === '..' || this.#written.has(inside)) return
    this.#written.add(inside)
    if ((await kindOfPath(this.#at(inside))) === 'missing') await writeWhole(this.#at(inside), content)
  }

  #edited(source: KustomizationSource, moved: ReadonlyMap<Entry, string>, charts: readonly string[]): string {
    const left = [
      ...source.missing.flatMap(({ path, failure }) => (failure ? [path] : [])),
      ...source.entries.flatMap(entry => (this.#changes.left.has(entry) ? [entry.path] : [])),
      ...source.charts.flatMap(({ entry }) => (entry[0] === 'generators' ? [entry] : [])),
    ]
    if (left.length === 0 && moved.size === 0 && source.charts.length === 0) return source.text
    const document = parseDocument(source.text)
    for (const [{ path }, target] of moved) {
      const place = placeOfTarget(source.body, path)
      const key = /^[^=]*=/.exec(asText(valueAt(source.body, place)) ?? '')
      document.setIn(place, path.includes('files') && key ? `${key[0]}${target}` : target)
    }
    for (const path of left.toSorted(byLastIndex)) document.deleteIn(path)
    for (const field of ['helmCharts', 'helmGlobals']) document.delete(field)
    const resources = document.toJS()?.resources
    if (charts.length > 0) document.set('resources', [...(Array.isArray(resources) ? resources : []), ...charts])
    // kustomize refuses one that says nothing.
    if (!document.has('buildMetadata')) document.set('buildMetadata', ['originAnnotations'])
    return document.toString()
  }
}

/** In its entry: a text, or a mapping with a path. */
const placeOfTarget = (body: Mapping, path: Path): Path =>
  typeof valueAt(body, path) === 'string' ? path : [...path, 'path']

/** From the end of each list, so that the items before keep their place. */
const byLastIndex = (a: Path, b: Path): number => Number(b.at(-1)) - Number(a.at(-1)) || 0
