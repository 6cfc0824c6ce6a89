import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import { inSameNamespace } from '../network/endpoint.ts'
import type { World } from '../world.ts'
import type { Container, Pod } from './workloads.ts'

/**
 * Whether nobody limits what a container may take from its node: neither it nor its pod (1.34) for any resource, and
 * no LimitRange of the set gives it a default. What is filled in later may be a limit.
 * https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export const isUnlimited = (pod: Pod, container: Container, world: World): boolean =>
  !hasLimit(pod.manifest.get(...container.path, 'resources')) &&
  !hasLimit(pod.spec.resources) &&
  !world.of('core/LimitRange').some(range => inSameNamespace(range, pod.manifest) && givesDefault(range))

const hasLimit = (resources: unknown): boolean => {
  const limits = valueAt(resources, ['limits'])
  return isPlaceholder(resources) || isPlaceholder(limits) || LIMITED.some(name => asMapping(limits)?.[name] != null)
}

const LIMITED = ['cpu', 'memory']

/** A `max` without a `default` is the default, too. */
const givesDefault = (range: Manifest): boolean =>
  asList(range.get('spec', 'limits')).some(
    item =>
      valueAt(item, ['type']) === 'Container' &&
      ['default', 'max'].some(field => Object.keys(asMapping(valueAt(item, [field])) ?? {}).length > 0),
  )
