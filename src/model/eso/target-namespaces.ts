import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asLabels, asList, asMapping, asTexts, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import { remember } from '../remember.ts'
import { type Labels, meets, type Requirement, requirementsOf } from '../selectors.ts'
import type { World } from '../world.ts'
import { NAME_LABEL } from './conditions.ts'

/** A namespace that a request works in, and what says so. */
export interface TargetNamespace {
  readonly name: string
  /** In the request's manifest. */
  readonly path: Path
}

/**
 * The namespaces an ExternalSecret or PushSecret works in, as far as they are known: its own, or those that a
 * cluster-wide kind names or chooses among the Namespaces of the set. Its selectors are alternatives, and with none
 * it works nowhere. Source: `GetTargetNamespaces` in runtime/esutils/utils.go, ESO 2.9.0
 */
export function targetNamespaces(manifest: Manifest, world: World): readonly TargetNamespace[] {
  if (!manifest.kind.startsWith('Cluster')) return own(manifest)
  const found = targets(world).get(manifest) ?? clusterWide(manifest, world)
  targets(world).set(manifest, found)
  return found
}

const targets = remember((_: World) => new Map<Manifest, readonly TargetNamespace[]>())

function clusterWide(manifest: Manifest, world: World): TargetNamespace[] {
  const named = asTexts(isFetching(manifest) ? manifest.get('spec', 'namespaces') : undefined).map((name, i) => ({
    name,
    path: ['spec', 'namespaces', i],
  }))
  const chosen = selectorsOf(manifest).flatMap(({ path, selector }) =>
    chosenBy(selector, world).map(name => ({ name, path })),
  )
  const known = [...named, ...chosen].filter(({ name }) => !isPlaceholder(name))
  return [...Map.groupBy(known, ({ name }) => name).values()].flatMap(([first]) => first ?? [])
}

/** A ClusterPushSecret has the list of selectors only. */
const isFetching = ({ kind }: Manifest): boolean => kind === 'ClusterExternalSecret'

const own = ({ namespace }: Manifest): TargetNamespace[] =>
  namespace === undefined || isPlaceholder(namespace) ? [] : [{ name: namespace, path: ['metadata', 'namespace'] }]

function selectorsOf(manifest: Manifest): { path: Path; selector: unknown }[] {
  const paths: Path[] = [
    ...(isFetching(manifest) ? [['spec', 'namespaceSelector']] : []),
    ...asList(manifest.get('spec', 'namespaceSelectors')).map((_, i) => ['spec', 'namespaceSelectors', i]),
  ]
  return paths
    .map(path => ({ path, selector: manifest.get(...path) }))
    .filter(({ selector }) => asMapping(selector) !== undefined)
}

/** Of the Namespaces of the set, and of those that the selector itself names: Kubernetes labels each with its name. */
function chosenBy(selector: unknown, world: World): string[] {
  const requirements = requirementsOf(selector)
  if (!requirements) return []
  const named = requirements.flatMap(({ key, operator, values }) =>
    key === NAME_LABEL && operator === 'In' ? values : [],
  )
  const candidates = [...named.map(labelledByName), ...listed(requirements, world)]
  const labels = new Map(candidates.map(candidate => [candidate[NAME_LABEL] ?? '', candidate]))
  return [...labels].flatMap(([name, known]) => (requirements.every(one => meets(one, known)) ? name : []))
}

const labelledByName = (name: string): Labels => ({ [NAME_LABEL]: name })

/** The labels of the Namespaces of the set that may meet the requirements: one that lists values is looked up. */
function listed(requirements: readonly Requirement[], world: World): readonly Labels[] {
  const { all, byLabel } = namespaces(world)
  const lists = requirements.find(({ operator }) => operator === 'In')
  return lists ? lists.values.flatMap(value => byLabel.get(JSON.stringify([lists.key, value])) ?? []) : all
}

const namespaces = remember((world: World) => {
  const all: readonly Labels[] = world
    .of('core/Namespace')
    .map(({ name, body }) => ({ ...asLabels(valueAt(body, ['metadata', 'labels'])), [NAME_LABEL]: name }))
  const pairs = all.flatMap(labels => Object.entries(labels).map(pair => ({ key: JSON.stringify(pair), labels })))
  const groups = Map.groupBy(pairs, ({ key }) => key)
  return { all, byLabel: new Map([...groups].map(([key, group]) => [key, group.map(({ labels }) => labels)])) }
})
