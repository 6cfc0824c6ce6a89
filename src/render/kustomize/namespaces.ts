import type { Kustomization } from './kustomizations.ts'

/** The namespace that the outermost kustomization around a file gives it. */
export class Namespaces {
  readonly #byFolder: ReadonlyMap<string, Kustomization>
  readonly #files: readonly string[]
  readonly #found = new Map<string, Set<string | undefined>>()
  readonly #entered = new Map<string, Set<string | undefined>>()

  /** @param files all that there are, relative to the repository */
  constructor(byFolder: ReadonlyMap<string, Kustomization>, files: readonly string[]) {
    this.#byFolder = byFolder
    this.#files = files
  }

  /** Goes in by the kustomizations that nothing takes in. */
  enterRoots(): void {
    const inner = new Set([...this.#byFolder.values()].flatMap(({ resources }) => resources))
    const roots = [...this.#byFolder.keys()].filter(folder => !inner.has(folder) && !this.#entered.has(folder))
    for (const folder of roots) this.enter(folder, undefined)
  }

  /**
   * Goes in by a folder, or a file.
   * @param outer the namespace that stands over those of all kustomizations inside
   */
  enter(path: string, outer: string | undefined): void {
    const outers = this.#entered.get(path) ?? new Set()
    if (outers.has(outer)) return
    this.#entered.set(path, outers.add(outer))
    const kustomization = this.#byFolder.get(path)
    if (kustomization) {
      const namespace = outer ?? kustomization.namespace
      for (const resource of kustomization.resources) this.enter(resource, namespace)
    } else (this.#found.get(path) ?? this.#found.set(path, new Set()).get(path))?.add(outer)
  }

  /** Goes in by a folder without a kustomization, of which Flux takes the outermost kustomizations and all other files. */
  enterPlain(folder: string, outer: string | undefined): void {
    const isIn = (path: string, above: string): boolean => above === '.' || path.startsWith(`${above}/`)
    const inside = [...this.#byFolder.keys()].filter(path => isIn(path, folder))
    const outermost = inside.filter(path => !inside.some(above => above !== path && isIn(path, above)))
    const files = this.#files.filter(file => isIn(file, folder) && !outermost.some(above => isIn(file, above)))
    for (const path of [...outermost, ...files]) this.enter(path, outer)
  }

  isKustomized(folder: string): boolean {
    return this.#byFolder.has(folder)
  }

  /** Undefined for a file that nobody moves, or that is put into several namespaces. */
  of(file: string): string | undefined {
    const found = [...(this.#found.get(file) ?? [])]
    return found.length === 1 ? found[0] : undefined
  }
}
