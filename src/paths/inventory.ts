import { nameOf, type Path } from '../finding.ts'
import { isGenerator, STORE_KINDS } from '../model/eso/eso.ts'
import { isWhole } from '../model/eso/stores.ts'
import { deployerOf } from '../model/rbac/deployers.ts'
import { nameOfSubject, type Subject } from '../model/rbac/rbac.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { credentialsNamedBy, tokenAccountsNamedBy } from '../providers/named.ts'
import { namespacedReferences } from '../providers/references.ts'
import { connectedOf, foreignNamespaceIn, providerOf, titleOf } from '../providers/store.ts'
import { contextOf } from './attack.ts'
import { destinationOf, identityOf } from './connections.ts'
import { type EsoRights, esoRights } from './eso-rights.ts'
import { usersInWords } from './store-users.ts'

/** A store or ClusterGenerator that reaches for something in a namespace that it names. */
export interface CrossReference {
  readonly manifest: Manifest
  readonly path: Path
  readonly namespace: string
  /** Undefined where the whole namespace is meant, or the name is filled in later. */
  readonly name: string | undefined
}

/** A store or generator, and who may use it. */
export interface StoreEntry {
  readonly manifest: Manifest
  /** Undefined when it is filled in later. */
  readonly provider: string | undefined
  readonly identity: string
  readonly endpoint: string
  /** `namespace shop`, `every namespace`. */
  readonly mayUse: string
  /** The requests of the set that do. */
  readonly users: readonly string[]
}

/** A controller that deploys for others. */
export interface Deployer {
  readonly product: string
  readonly account: string
  readonly says: string
  readonly manifest: Manifest
  readonly path: Path
}

/** What there is that an audit looks at, whether right or wrong. */
export interface Inventory {
  readonly crossNamespace: readonly CrossReference[]
  readonly stores: readonly StoreEntry[]
  readonly subjects: readonly EsoRights[]
  readonly deployers: readonly Deployer[]
}

export function inventoryOf(world: World): Inventory {
  const { holdings, stores } = contextOf(world)
  const written = world.manifests.filter(isStoreOrGenerator).sort(byName)
  return {
    crossNamespace: written.flatMap(crossReferences),
    stores: written.map(manifest => {
      const connected = connectedOf(manifest)
      return {
        manifest,
        provider: connected && titleOf(connected),
        identity: identityOf(manifest, world).says,
        endpoint: destinationOf(manifest, world).says,
        mayUse: usersInWords(manifest),
        users: [...new Set(stores.usersOf(manifest).map(nameOf))].sort(),
      }
    }),
    subjects: esoRights(world, holdings),
    deployers: deployersIn(world),
  }
}

const isStoreOrGenerator = (manifest: Manifest): boolean =>
  isGenerator(manifest)
    ? manifest.kind !== 'GeneratorState'
    : (STORE_KINDS as readonly string[]).includes(manifest.groupKind) && isWhole(manifest)

const byName = (a: Manifest, b: Manifest): number => compare(sortKey(a), sortKey(b))
const sortKey = ({ kind, namespace, name, file }: Manifest): string => [kind, namespace ?? '', name, file].join('\0')
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

function crossReferences(manifest: Manifest): CrossReference[] {
  if (isGenerator(manifest))
    return manifest.kind === 'ClusterGenerator'
      ? [...credentialsNamedBy(manifest), ...tokenAccountsNamedBy(manifest)].flatMap(({ path, name, namespace }) =>
          namespace === undefined ? [] : { manifest, path, name, namespace },
        )
      : []
  const provider = providerOf(manifest)
  const foreign = provider && foreignNamespaceIn(provider)
  const whole = foreign ? [{ manifest, name: undefined, ...foreign }] : []
  const named = namespacedReferences(manifest).map(({ path, name, namespace }) => ({ manifest, path, name, namespace }))
  return [...whole, ...named].filter(({ namespace }) => namespace !== manifest.namespace)
}

/** By their ServiceAccounts: each once, with the binding that gives it rights where there is one. */
function deployersIn(world: World): Deployer[] {
  const bound = world.rbac.bindings.flatMap(binding =>
    world.rbac.grantsIn(binding).map(({ subject, path }) => ({ subject, manifest: binding, path })),
  )
  const accounts = world.of('core/ServiceAccount').map(manifest => ({
    subject: { kind: 'ServiceAccount', name: manifest.name, namespace: manifest.namespace } satisfies Subject,
    manifest,
    path: ['metadata', 'name'],
  }))
  const found = [...bound, ...accounts].flatMap(({ subject, manifest, path }): Deployer[] => {
    const product = subject.kind === 'ServiceAccount' ? deployerOf(subject.name, subject.namespace) : undefined
    const account = nameOfSubject(subject)
    return product === undefined
      ? []
      : [
          {
            product,
            account,
            says: `whoever can deploy through ${product} has the rights of ${account}`,
            manifest,
            path,
          },
        ]
  })
  const first = [...Map.groupBy(found, ({ account }) => account).values()].flatMap(([one]) => one ?? [])
  return first.sort((a, b) => compare(a.account, b.account))
}
