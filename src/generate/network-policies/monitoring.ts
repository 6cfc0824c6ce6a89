import { type Pod, parseImage } from '../../model/pods/workloads.ts'
import type { World } from '../../model/world.ts'

/** Programs that read metrics, by the last part of their image's name. */
const READERS = new Set([
  'prometheus',
  'vmagent',
  'vmsingle',
  'victoria-metrics',
  'alloy',
  'opentelemetry-collector-contrib',
])

/** The operators that start them in their own namespace. */
const STARTERS = new Set(['prometheus-operator', 'victoria-metrics-operator'])

/** The namespaces from which metrics are read: as the config says, else those of the programs of the set that read some. */
export function monitoringNamespaces(world: World): readonly string[] {
  const given = world.config.clusters?.[world.cluster]?.monitoringNamespaces
  if (given) return [...new Set(given)].sort()
  return [...new Set(world.pods.filter(readsMetrics).flatMap(({ namespace }) => namespace ?? []))].sort()
}

const readsMetrics = ({ containers }: Pod): boolean =>
  containers.some(({ image }) => {
    const name = image && parseImage(image).repository.split('/').at(-1)
    return name !== undefined && (READERS.has(name) || STARTERS.has(name))
  })
