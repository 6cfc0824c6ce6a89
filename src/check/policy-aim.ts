import type { Component } from '../model/eso/eso.ts'
import type { Direction, Isolation } from '../model/network/endpoint.ts'
import { sharesNodeNetwork } from '../model/network/network.ts'
import type { Pod } from '../model/pods/workloads.ts'
import { requirementsOf } from '../model/selectors.ts'
import type { World } from '../model/world.ts'
import { isPlaceholder } from '../parse/untyped.ts'

/** The directions that a policy speaks of and no policy isolates a pod for. */
export const openDirections = ({ directions }: Isolation, pod: Pod, { network }: World): Direction[] =>
  sharesNodeNetwork(pod)
    ? []
    : [...directions]
        .filter(direction => network.isolating(pod, direction).length === 0)
        .sort()
        .reverse()

/**
 * Whether a selector that takes no pod was written for these components: it names a part of what their labels say,
 * or everything that runs is in the set. Else it may mean a pod that is elsewhere; and so it may when it is filled in later.
 */
export function isMeantFor(
  { policy, selectorPath }: Isolation,
  components: readonly Component[],
  world: World,
): boolean {
  const values = valuesIn(policy.get(...selectorPath))
  if (!values || values.some(isPlaceholder)) return false
  const labels = components.flatMap(({ pod }) => Object.values(pod.labels))
  return world.has('complete') || values.some(value => labels.some(label => resembles(value, label)))
}

/** Shorter words are part of too much. */
const SHORTEST = 4

const resembles = (value: string, label: string): boolean =>
  Math.min(value.length, label.length) >= SHORTEST && (label.includes(value) || value.includes(label))

/** The values that a selector compares labels with; undefined for one that cannot be read. */
const valuesIn = (selector: unknown): string[] | undefined =>
  typeof selector === 'string'
    ? isPlaceholder(selector)
      ? undefined
      : (selector.match(/"[^"]*"|'[^']*'/g)?.map(text => text.slice(1, -1)) ?? [])
    : requirementsOf(selector)?.flatMap(({ values }) => values)
