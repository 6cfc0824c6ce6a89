import type { PlainPart, RenderedPart } from '../part.ts'

/** What one kustomization built; paths are relative to the repository. */
export interface BuiltPart extends PlainPart {
  readonly folder: string
  /** The charts among it, as they were rendered. */
  readonly charts?: readonly RenderedPart[]
}

/**
 * Builds that make different things of one object cannot be in one cluster: they are variants, called by what tells their
 * folders apart. Builds that have nothing in common, or the same, live together.
 */
export function withOverlays(parts: readonly BuiltPart[]): BuiltPart[] {
  const groups = new Groups()
  for (const said of contents(parts).values())
    for (const [i, one] of said.entries())
      for (const other of said.slice(i + 1))
        if (one.text !== other.text && mayMeet(one.part, other.part)) groups.join(one.part, other.part)
  const named = new Map<PlainPart, PlainPart['overlay']>()
  for (const members of groups.all) {
    const variants = variantNames(members)
    const group = members.map(({ folder }) => folder).join()
    for (const [i, part] of members.entries()) named.set(part, { group, variant: variants[i] ?? part.folder })
  }
  return parts.map(part => {
    const overlay = named.get(part)
    return overlay ? { ...part, overlay } : part
  })
}

const mayMeet = ({ clusters: some }: BuiltPart, { clusters: others }: BuiltPart): boolean =>
  !some || !others || some.some(cluster => others.includes(cluster))

/** One folder may be applied twice, in different ways. */
function variantNames(parts: readonly BuiltPart[]): string[] {
  const names = distinctNames(parts.map(({ folder }) => folder))
  return names.map((name, i) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${parts[i]?.file})`,
  )
}

interface Content {
  readonly part: BuiltPart
  readonly text: string
}

/** What builds say of each object. */
function contents(parts: readonly BuiltPart[]): Map<string, Content[]> {
  const found = new Map<string, Content[]>()
  for (const part of parts)
    for (const { groupKind, namespace, name, body } of part.manifests) {
      // Whoever lives in a namespace may bring it along.
      if (groupKind === 'core/Namespace') continue
      const key = JSON.stringify([groupKind, namespace ?? null, name])
      const list = found.get(key) ?? []
      found.set(key, list)
      list.push({ part, text: JSON.stringify(body) })
    }
  return found
}

/** Sets of builds that grow together. */
class Groups {
  readonly #of = new Map<BuiltPart, Set<BuiltPart>>()

  join(a: BuiltPart, b: BuiltPart): void {
    const [into, from] = [this.#of.get(a) ?? new Set([a]), this.#of.get(b) ?? new Set([b])]
    for (const part of from) into.add(part)
    for (const part of into) this.#of.set(part, into)
  }

  /** Those with several members, in the order of their folders. */
  get all(): BuiltPart[][] {
    return [...new Set(this.#of.values())]
      .filter(({ size }) => size > 1)
      .map(set => [...set].sort((a, b) => (a.folder < b.folder ? -1 : 1)))
  }
}

/**
 * What tells paths apart, shortly: `overlays/prod` and `overlays/dev` are `prod` and `dev`. What all of them begin and end with is
 * left out, and what stands before a last step that no other has: the same cluster has one name in many groups of folders.
 */
export function distinctNames(paths: readonly string[]): string[] {
  const split = paths.map(path => path.split('/'))
  const shortest = Math.min(...split.map(({ length }) => length))
  const isSame = (at: number): boolean => new Set(split.map(steps => steps.at(at))).size === 1
  let before = 0
  while (before < shortest - 1 && isSame(before)) before++
  let behind = 0
  while (behind < shortest - 1 - before && isSame(-1 - behind)) behind++
  const left = split.map(steps => steps.slice(before, steps.length - behind))
  const isUnique = (step: string | undefined): boolean => left.filter(steps => steps.at(-1) === step).length === 1
  return left.map(steps => (isUnique(steps.at(-1)) ? (steps.at(-1) ?? '') : steps.join('/')))
}
