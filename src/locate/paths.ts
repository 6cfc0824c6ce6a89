import type { ObjectRef, Path, PhysicalLocation } from '../finding.ts'
import type { AttackPaths } from '../paths/attack.ts'
import type { EsoRight } from '../paths/eso-rights.ts'
import type { Inventory } from '../paths/inventory.ts'
import { type AttackPath, compareDrafts, type Question, type Step } from '../paths/steps.ts'
import { objectRef } from './locate.ts'
import { ownPlace } from './places.ts'

/** A step of an attack path with its place in the repository. */
export interface LocatedStep {
  readonly says: string
  /** Null where nothing in the set stands for it. */
  readonly object: ObjectRef | null
  readonly path: Path
  readonly location: PhysicalLocation | null
}

/** An attack path with the places of its steps. */
export type LocatedPath = Omit<AttackPath, 'steps'> & { readonly steps: readonly LocatedStep[] }

/** Attack paths as the report has them. */
export interface LocatedPaths {
  readonly paths: readonly LocatedPath[]
  readonly more: readonly { readonly question: Question; readonly number: number }[]
}

/** The attack paths of several worlds; one over the same places of the repository is the same in each. */
export function locatePaths(worlds: readonly AttackPaths[]): LocatedPaths {
  const paths = worlds.flatMap(({ paths }) => paths.map(path => ({ ...path, steps: path.steps.map(locateStep) })))
  const more = Map.groupBy(
    worlds.flatMap(world => world.more),
    ({ question }) => question,
  )
  return {
    paths: unique(paths, ({ id: _, ...content }) => content).sort(compareDrafts),
    more: [...more].map(([question, group]) => ({ question, number: Math.max(...group.map(({ number }) => number)) })),
  }
}

const locateStep = ({ says, manifest, path }: Step): LocatedStep => ({
  says,
  object: manifest && objectRef(manifest),
  path: manifest ? path : [],
  location: manifest && ownPlace(manifest, path),
})

/** The inventory with places; null where something is not known. */
export interface LocatedInventory {
  readonly crossNamespace: readonly LocatedReference[]
  readonly stores: readonly LocatedStore[]
  readonly subjects: readonly LocatedSubject[]
  readonly deployers: readonly LocatedDeployer[]
}

export interface LocatedReference {
  readonly object: ObjectRef
  readonly path: Path
  readonly namespace: string
  readonly name: string | null
  readonly location: PhysicalLocation
}

export interface LocatedStore {
  readonly object: ObjectRef
  readonly provider: string | null
  readonly identity: string
  readonly endpoint: string
  readonly mayUse: string
  readonly users: readonly string[]
  readonly location: PhysicalLocation
}

export interface LocatedSubject {
  readonly subject: string
  readonly operator: boolean
  readonly rights: readonly EsoRight[]
  readonly location: PhysicalLocation
}

export interface LocatedDeployer {
  readonly product: string
  readonly account: string
  readonly says: string
  readonly location: PhysicalLocation
}

/** The inventories of several worlds; what is shared is listed once. */
export function locateInventory(worlds: readonly Inventory[]): LocatedInventory {
  const located = worlds.map(inventoryOfOne)
  return {
    crossNamespace: unique(located.flatMap(({ crossNamespace }) => crossNamespace)),
    stores: unique(located.flatMap(({ stores }) => stores)),
    subjects: unique(located.flatMap(({ subjects }) => subjects)),
    deployers: unique(located.flatMap(({ deployers }) => deployers)),
  }
}

function unique<T>(items: readonly T[], contentOf: (item: T) => unknown = item => item): T[] {
  const first = new Map<string, T>()
  for (const item of items) {
    const key = JSON.stringify(contentOf(item))
    if (!first.has(key)) first.set(key, item)
  }
  return [...first.values()]
}

const inventoryOfOne = ({ crossNamespace, stores, subjects, deployers }: Inventory): LocatedInventory => ({
  crossNamespace: crossNamespace.map(({ manifest, path, namespace, name }) => ({
    object: objectRef(manifest),
    path,
    namespace,
    name: name ?? null,
    location: ownPlace(manifest, path),
  })),
  stores: stores.map(({ manifest, provider, ...entry }) => ({
    ...entry,
    object: objectRef(manifest),
    provider: provider ?? null,
    location: ownPlace(manifest, []),
  })),
  subjects: subjects.map(({ subject, isOperator, rights, manifest }) => ({
    subject,
    operator: isOperator,
    rights,
    location: ownPlace(manifest, []),
  })),
  deployers: deployers.map(({ product, account, says, manifest, path }) => ({
    product,
    account,
    says,
    location: ownPlace(manifest, path),
  })),
})
