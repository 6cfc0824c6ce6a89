import { lineOfPath } from '../../parse/location.ts'
import type { Failure } from '../render.ts'
import { type Entry, foldersOf, type KustomizationSource, type KustomizationSources } from './sources.ts'

/** Which kustomizations take which in. */
export interface Graph {
  /** By folder. */
  readonly byFolder: ReadonlyMap<string, KustomizationSource>
  /** The folders of those that no other takes in, and of one of each circle that nothing else leads to. */
  readonly roots: readonly string[]
  /** The entries by which a kustomization would take itself in, each with what to say of it. */
  readonly cycles: ReadonlyMap<Entry, Failure>
}

/** @param folders of kustomizations, sorted */
export async function graphOf(folders: readonly string[], sources: KustomizationSources): Promise<Graph> {
  const byFolder = new Map<string, KustomizationSource>()
  for (const folder of folders)
    for (const source of byFolder.has(folder) ? [] : await sources.closureOf(folder))
      byFolder.set(source.folder, source)
  const inner = new Set([...byFolder.values()].flatMap(foldersOf))
  const search = new Search(byFolder)
  const roots = [...folders].filter(folder => byFolder.has(folder) && !inner.has(folder))
  for (const folder of roots) search.enter(folder)
  for (const folder of folders) if (search.enter(folder)) roots.push(folder)
  return { byFolder, roots: roots.filter(folder => !isComponent(byFolder.get(folder))), cycles: search.cycles }
}

/** A component changes what is around it, and is nothing by itself. */
const isComponent = (source: KustomizationSource | undefined): boolean => source?.body.kind === 'Component'

/** Goes through the graph in depth, and keeps the entries that lead back. */
class Search {
  readonly cycles = new Map<Entry, Failure>()
  readonly #byFolder: ReadonlyMap<string, KustomizationSource>
  readonly #state = new Map<string, 'inside' | 'done'>()

  constructor(byFolder: ReadonlyMap<string, KustomizationSource>) {
    this.#byFolder = byFolder
  }

  /** @returns whether it was not there before. */
  enter(start: string): boolean {
    const source = this.#byFolder.get(start)
    if (!source || this.#state.has(start)) return false
    const stack = [this.#open(source)]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const entry = top.rest.pop()
      if (!entry) {
        this.#state.set(top.source.folder, 'done')
        stack.pop()
        continue
      }
      const next = this.#byFolder.get(entry.found)
      if (this.#state.get(entry.found) === 'inside') this.cycles.set(entry, cycleAt(top.source, entry))
      else if (next && !this.#state.has(entry.found)) stack.push(this.#open(next))
    }
    return true
  }

  #open(source: KustomizationSource): { readonly source: KustomizationSource; readonly rest: Entry[] } {
    this.#state.set(source.folder, 'inside')
    return { source, rest: source.entries.filter(({ isFolder }) => isFolder).reverse() }
  }
}

const cycleAt = ({ file, located }: KustomizationSource, { path, target }: Entry): Failure => ({
  release: null,
  message: `this kustomization takes itself in through ${target}`,
  location: { file, startLine: lineOfPath(located, path), via: 'declaration' },
})
