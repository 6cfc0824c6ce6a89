import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asLabels, asList, asMapping, asText, isPlaceholder } from '../../parse/untyped.ts'
import { isLabelPair, isNamespaceName } from './names.ts'
import { type Opening, tcp } from './opening.ts'

/** The pods behind the name of a Service. */
export type ServiceParties = Pick<Opening, 'parties' | 'ports'>

/**
 * What is behind a host that is the name of a Service; undefined where it is none.
 * Without the Service in the set all of its namespace, at every port: those of a Service need not be its pods'.
 */
export function serviceAt(host: string, port: number, world: World): ServiceParties | 'api-server' | undefined {
  if (/^kubernetes(?:\.default(?:\.svc(?:\..*)?)?)?$/.test(host)) return 'api-server'
  const [, name, namespace] = /^([^.]+)\.([^.]+)(?:\.svc(?:\..*)?)?$/.exec(host) ?? []
  if (name === undefined || namespace === undefined || !isNamespaceName(namespace)) return undefined
  if (!/\.svc(?:\.|$)/.test(host) && !world.isNamespace(namespace)) return undefined
  const service = world.of('core/Service').find(found => found.name === name && found.namespace === namespace)
  const all: ServiceParties = { parties: [{ kind: 'pods', namespace, labels: {} }], ports: [] }
  return service ? (behind(service, namespace, port) ?? all) : all
}

/** Undefined for a Service that leads elsewhere, or is filled in later. */
function behind(service: Manifest, namespace: string, port: number): ServiceParties | undefined {
  const selector = service.get('spec', 'selector')
  const labels = asLabels(selector)
  if (Object.keys(labels).length === 0 || !Object.entries(labels).every(isLabelPair)) return undefined
  const entry = asList(service.get('spec', 'ports')).find(item => asMapping(item)?.port === port)
  const { targetPort } = asMapping(entry) ?? {}
  const target = typeof targetPort === 'number' ? targetPort : (asText(targetPort) ?? (entry ? port : undefined))
  const isKnown = target !== undefined && !isPlaceholder(target)
  return { parties: [{ kind: 'pods', namespace, labels }], ports: isKnown ? [tcp(target)] : [] }
}
