import type { LoadedConfig } from '../config/config.ts'
import { DEFAULT } from '../discover/clusters.ts'
import type { Discovery } from '../discover/discover.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { PlainPart, RenderedPart } from '../render/part.ts'
import { World } from './world.ts'

/** A world and the releases in it. */
export interface Inhabited {
  readonly world: World
  readonly releases: readonly RenderedPart[]
  /** The world with the operator in it that its objects will meet, where they do not bring one along. */
  readonly met?: World | undefined
  /** Whether it is the first of its cluster: the one with the usual values. */
  readonly isMain: boolean
  /** What other variants of its charts render in the same way, by the manifest that stands for it in the world. */
  readonly twins: ReadonlyMap<Manifest, readonly Manifest[]>
}

export interface Circumstances extends Pick<Discovery, 'clusters' | 'claims'> {
  readonly config: LoadedConfig
  /** Whether everything could be rendered and read. */
  readonly isComplete: boolean
  /** What the command line says of every cluster. */
  readonly kubeVersion?: string | undefined
}

/**
 * The worlds of a repository: of each cluster, one for each variant. In the world of a variant, a chart that does not
 * have it is there as usual; so variants of different charts are not multiplied, and two variants of one never meet.
 */
export const worldsOf = (
  rendered: readonly RenderedPart[],
  plain: readonly PlainPart[],
  circumstances: Circumstances,
): Inhabited[] => circumstances.clusters.flatMap(cluster => worldsIn(cluster, rendered, plain, circumstances))

function worldsIn(
  cluster: string,
  rendered: readonly RenderedPart[],
  plain: readonly PlainPart[],
  { claims, config, isComplete, kubeVersion: named }: Circumstances,
): Inhabited[] {
  const here = rendered.filter(({ release }) => release.clusters.includes(cluster))
  const files = plain.filter(({ file }) => claims.get(file)?.includes(cluster) ?? true)
  const kubeVersion = named ?? config.clusters?.[cluster]?.kubeVersion
  const complete = isComplete && config.clusters?.[cluster]?.complete === true
  const charts = [...Map.groupBy(here, ({ release }) => release.chart.path).values()]
  const firstOf = firstTwins(charts)
  const twins = twinsOf(firstOf)
  const known = new Set<string>()
  return variantsOf(charts).flatMap((variant, i) => {
    const chosen = new Set(charts.flatMap(parts => inVariant(parts, variant)).map(part => firstOf.get(part) ?? part))
    const releases = here.filter(part => chosen.has(part))
    const key = releases.map(part => here.indexOf(part)).join()
    if (known.has(key)) return []
    known.add(key)
    const manifests = [...releases, ...files].flatMap(part => part.manifests)
    const values = new Map(releases.flatMap(part => (part.values ? [[part.release.name, part.values] as const] : [])))
    const kubeVersions = new Map(
      releases.flatMap(({ release }) =>
        release.kubeVersion === undefined ? [] : [[release.name, release.kubeVersion] as const],
      ),
    )
    const options = { cluster, variant, config, complete, values, kubeVersion, kubeVersions }
    return { world: new World(manifests, options), releases, isMain: i === 0, twins }
  })
}

/** From a part to the first of its chart that renders the same: a variant that changes nothing needs no world. */
function firstTwins(charts: readonly (readonly RenderedPart[])[]): Map<RenderedPart, RenderedPart> {
  const first = new Map<RenderedPart, RenderedPart>()
  for (const parts of charts.filter(({ length }) => length > 1))
    for (const same of Map.groupBy(parts, contentOf).values()) for (const part of same) first.set(part, same[0] ?? part)
  return first
}

/** What renders the same has the same manifests in the same order. */
function twinsOf(firstOf: ReadonlyMap<RenderedPart, RenderedPart>): Map<Manifest, Manifest[]> {
  const twins = new Map<Manifest, Manifest[]>()
  for (const [part, first] of firstOf)
    for (const [i, manifest] of part === first ? [] : part.manifests.entries()) {
      const original = first.manifests[i]
      if (original) twins.set(original, [...(twins.get(original) ?? []), manifest])
    }
  return twins
}

// Values that change nothing are a finding of their own, so the texts of what is read count.
const contentOf = ({ release: { name, namespace }, manifests, values }: RenderedPart): string =>
  JSON.stringify([
    ...[name, namespace, manifests.map(({ file, source, base }) => [file, source.text, base])],
    ...[values?.files.map(({ source }) => source.text), values?.set],
  ])

/** The variants of all charts, the usual one first; a chart that has only that has no say. */
function variantsOf(charts: readonly (readonly RenderedPart[])[]): string[] {
  const names = charts.flatMap(parts => {
    const variants = [...new Set(parts.map(({ release }) => release.variant))]
    return variants.length === 1 && variants[0] === DEFAULT ? [] : variants
  })
  const unique = [...new Set(names)]
  if (unique.length === 0) return [DEFAULT]
  return unique.includes(DEFAULT) ? [DEFAULT, ...unique.filter(name => name !== DEFAULT)] : unique
}

/** The releases of a chart in a variant; of one that does not have it, the usual ones, or those that are named first. */
function inVariant(parts: readonly RenderedPart[], variant: string): readonly RenderedPart[] {
  const of = (name: string | undefined) => parts.filter(({ release }) => release.variant === name)
  const [exact, usual] = [of(variant), of(DEFAULT)]
  return exact.length > 0 ? exact : usual.length > 0 ? usual : of(parts[0]?.release.variant)
}

/** The clusters that manifests are said to belong to; those that are not in it are shared by all clusters. */
export function claimsOfManifests(
  rendered: readonly RenderedPart[],
  plain: readonly PlainPart[],
  claims: Discovery['claims'],
): Map<Manifest, readonly string[]> {
  const claimed = [
    ...rendered.map(({ release, manifests }) => ({ claim: release.claim, manifests })),
    ...plain.map(({ file, manifests }) => ({ claim: claims.get(file), manifests })),
  ]
  return new Map(
    claimed.flatMap(({ claim, manifests }) => (claim ? manifests.map(manifest => [manifest, claim] as const) : [])),
  )
}

/** By which schemas the objects of a release are judged, several separated by semicolons; null where by none. */
export function schemaOf({ release, manifests }: RenderedPart, all: readonly Inhabited[]): string | null {
  const homes = all.filter(({ releases }) => releases.some(part => part.manifests === manifests))
  // A variant that renders as another does is in no world of its own.
  const others = all.filter(({ world, isMain }) => isMain && release.clusters.includes(world.cluster))
  const schemas = (homes.length > 0 ? homes : others).flatMap(({ world, met }) =>
    (met ?? world).schemas.judging(manifests),
  )
  return schemas.length > 0 ? [...new Set(schemas)].sort().join('; ') : null
}
