import type { Manifest } from '../../parse/manifest.ts'
import { asMapping } from '../../parse/untyped.ts'
import { STORE_KINDS } from '../eso/eso.ts'
import { compareVersions } from '../eso/version.ts'
import type { World } from '../world.ts'
import { type Crd, crdOf, crdSchema } from './crds.ts'
import { ESO_KINDS } from './eso-kinds.ts'
import { NEWEST, newestSchema } from './newest-crds.ts'
import { type Fault, faultsOf, type SchemaTable } from './structural.ts'

/** A schema that an object was judged by, and what it has against the object. */
export interface Verdict {
  readonly faults: readonly Fault[]
  /** Which schema it was: `the CRD of ESO 2.4.1 in the set`. */
  readonly by: string
  /** Whether it is the set's own: then the cluster has no other. */
  readonly isOwn: boolean
}

interface Source {
  readonly schema: SchemaTable
  readonly by: string
  readonly isOwn: boolean
}

/** The CRDs of the operator's kinds that an object of the set will meet. Schemas are read when one is asked for. */
export class Schemas {
  readonly #world: World
  readonly #crds: ReadonlyMap<string, readonly Crd[]>
  readonly #sources = new Map<string, readonly Source[]>()
  readonly #verdicts = new Map<Manifest, Verdict | undefined>()
  #providers: ReadonlySet<string> | undefined

  constructor(world: World) {
    this.#world = world
    const crds = world.of('apiextensions.k8s.io/CustomResourceDefinition').flatMap(manifest => crdOf(manifest) ?? [])
    this.#crds = Map.groupBy(crds, ({ defines }) => defines)
  }

  /** The CRDs of a kind that are in the set. */
  crdsOf(groupKind: string): readonly Crd[] {
    return this.#crds.get(groupKind) ?? []
  }

  /**
   * Judges an object by the CRDs of the set, else by those of the newest version known. Where several CRDs of its kind
   * are in the set, nobody knows which it meets: the one that has least against it speaks. Undefined without a schema.
   */
  judge(object: Manifest): Verdict | undefined {
    if (!this.#verdicts.has(object)) this.#verdicts.set(object, this.#judge(object))
    return this.#verdicts.get(object)
  }

  /** The schemas by which these objects are judged, as `Verdict.by` has them, sorted; those of other kinds have none. */
  judging(objects: readonly Manifest[]): string[] {
    const own = objects.filter(({ groupKind }) => ESO_KINDS.includes(groupKind))
    return [...new Set(own.flatMap(object => this.judge(object)?.by ?? []))].sort()
  }

  #judge(object: Manifest): Verdict | undefined {
    const verdicts = this.#sourcesOf(object).map(({ schema, by, isOwn }) => ({
      ...{ by, isOwn },
      faults: faultsOf(object.body, schema),
    }))
    return verdicts.sort((a, b) => a.faults.length - b.faults.length)[0]
  }

  #sourcesOf({ groupKind, apiVersion }: Manifest): readonly Source[] {
    const version = apiVersion.slice(apiVersion.indexOf('/') + 1)
    const key = `${groupKind} ${version}`
    const known = this.#sources.get(key)
    if (known) return known
    const crds = this.crdsOf(groupKind)
    const sources = crds.length > 0 ? crds.flatMap(crd => this.#own(crd, version)) : this.#embedded(groupKind, version)
    this.#sources.set(key, sources)
    return sources
  }

  #own(crd: Crd, version: string): Source[] {
    const schema = crdSchema(crd, version, this.#providersInUse())
    if (!schema) return []
    const { release, file } = crd.manifest
    const install = this.#world.eso.installs.find(({ components }) =>
      components.some(({ pod: { manifest } }) =>
        release ? manifest.release?.name === release.name : !manifest.release && manifest.file === file,
      ),
    )
    return [
      {
        schema,
        by: install?.version ? `the CRD of ESO ${install.version} in the set` : `the CRD in ${file}`,
        isOwn: true,
      },
    ]
  }

  /** An operator newer than the table may know more. */
  #embedded(groupKind: string, version: string): Source[] {
    const schema = newestSchema(groupKind, version)
    const isNewer = this.#world.eso.installs.some(install => compareVersions(install.version ?? '', NEWEST) > 0)
    return schema && !isNewer ? [{ schema, by: `the CRD of ESO ${NEWEST}, as none is in the set`, isOwn: false }] : []
  }

  #providersInUse(): ReadonlySet<string> {
    this.#providers ??= new Set(
      STORE_KINDS.flatMap(kind => this.#world.of(kind)).flatMap(store =>
        Object.keys(asMapping(store.get('spec', 'provider')) ?? {}),
      ),
    )
    return this.#providers
  }
}
