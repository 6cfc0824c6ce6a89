import type { LoadedConfig } from '../config/config.ts'
import { DEFAULT } from '../discover/clusters.ts'
import type { Discovery } from '../discover/discover.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { PlainPart, RenderedPart } from '../render/part.ts'
import { alternativesAmong, claimsOfBuilt, withoutCopies } from './overlays.ts'
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
  // What a helmfile installs is not another variant of what somebody else installs of the same chart.
  const keyOf = ({ release: { chart, environments } }: RenderedPart): string =>
    JSON.stringify([chart.path, environments])
  const charts = [...Map.groupBy(here, keyOf).values()]
  const overlays = alternativesAmong(files)
  const alone = files.filter(part => !overlays.some(parts => parts.includes(part)))
  const firstOf = firstTwins(charts)
  const known = new Set<string>()
  const choices = [
    ...charts.map(parts => parts.map(choiceOfRelease)),
    ...overlays.map(parts => parts.map(choiceOfOverlay)),
  ]
  return variantsOf(choices).flatMap((variant, i) => {
    const named = choices.flatMap(parts => inVariant(parts, variant)).map(({ part }) => part)
    const chosen = new Set(named.map(part => ('release' in part ? (firstOf.get(part) ?? part) : part)))
    const releases = here.filter(part => chosen.has(part))
    const plainHere = files.filter(part => chosen.has(part) || alone.includes(part))
    const key = [...releases, ...plainHere].map(part => [...here, ...files].indexOf(part)).join()
    if (known.has(key)) return []
    known.add(key)
    const { manifests, copies } = withoutCopies([...releases, ...plainHere].flatMap(part => part.manifests))
    const twins = new Map([...twinsOf(firstOf), ...copies])
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
    ...[
      name,
      namespace,
      manifests.map(({ file, source, base, composition, body }) => [file, source.text, base, composition && body]),
    ],
    ...[values?.files.map(({ source }) => source.text), values?.set],
  ])

/** What of a chart, or of a group of overlays, is there in one variant. */
interface Choice {
  readonly part: RenderedPart | PlainPart
  readonly variant: string
  /** Where only some of the environments have it, all of them. */
  readonly environments?: readonly string[] | undefined
}

const choiceOfRelease = (part: RenderedPart): Choice => ({
  part,
  variant: part.release.variant,
  environments: part.release.environments,
})
const choiceOfOverlay = (part: PlainPart): Choice => ({ part, variant: part.overlay?.variant ?? DEFAULT })

/** The variants of all charts and overlays, the usual one first; a chart that has only that has no say. */
function variantsOf(choices: readonly (readonly Choice[])[]): string[] {
  const names = choices.flatMap(parts => {
    const variants = [...new Set(parts.map(({ variant }) => variant))]
    return variants.length === 1 && variants[0] === DEFAULT ? [] : variants
  })
  const unique = [...new Set(names)]
  if (unique.length === 0) return [DEFAULT]
  return unique.includes(DEFAULT) ? [DEFAULT, ...unique.filter(name => name !== DEFAULT)] : unique
}

/**
 * The releases of a chart, or the overlay, in a variant; where there is none, the usual ones, or those that are named first. A
 * release that is not installed in an environment is not there.
 */
function inVariant(parts: readonly Choice[], variant: string): readonly Choice[] {
  const isLeftOut = parts.some(({ environments }) => environments?.includes(variant))
  const of = (name: string | undefined) => parts.filter(part => part.variant === name)
  const [exact, usual] = [of(variant), of(DEFAULT)]
  return exact.length > 0 || isLeftOut ? exact : usual.length > 0 ? usual : of(parts[0]?.variant)
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
  const all = claimed.flatMap(({ claim, manifests }) =>
    claim ? manifests.map(manifest => [manifest, claim] as const) : [],
  )
  return claimsOfBuilt(new Map(all), plain)
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
