import type { Component } from '../model/eso/eso.ts'
import { flagsOf, isOn } from '../model/pods/flags.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { isPlaceholder } from '../parse/untyped.ts'

/**
 * Whether two objects surely live in one cluster: they come from one release or file, or the config says that the
 * set is one whole cluster. Installs for several environments lie beside each other in many repositories.
 */
export const shareCluster = (a: Manifest, b: Manifest, world: World): boolean =>
  world.has('complete') || (a.release || b.release ? a.release?.name === b.release?.name : a.file === b.file)

/** What a controller takes for its own. */
export interface Reach {
  /** The one namespace it watches; undefined: all of them. */
  readonly namespace: string | undefined
  readonly controllerClass: string
  /** Only one of the controllers with the same lease works at a time; undefined without leader election. */
  readonly lease: string | undefined
}

/** Undefined while it is filled in later. Source: cmd/controller/root.go, ESO 2.9.0 */
export function reachOf(controller: Component): Reach | undefined {
  const flags = flagsOf(controller)
  const namespace = flags.get('namespace')?.value || undefined
  const controllerClass = flags.get('controller-class')?.value ?? 'default'
  if ([namespace, controllerClass].some(value => isPlaceholder(value) || value?.includes('$('))) return undefined
  const id = flags.get('leader-election-id')?.value ?? 'external-secrets-controller'
  const lease = isOn(flags, 'enable-leader-election', false) ? `${controller.pod.namespace ?? ''}/${id}` : undefined
  return { namespace, controllerClass, lease }
}

/** Whether two controllers would work on the same objects at the same time. */
export function overlap(a: Reach, b: Reach): boolean {
  if (a.lease !== undefined && a.lease === b.lease) return false
  const isSameNamespace = a.namespace === undefined || b.namespace === undefined || a.namespace === b.namespace
  return isSameNamespace && a.controllerClass === b.controllerClass
}
