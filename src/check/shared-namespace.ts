import type { Component } from '../model/eso/eso.ts'
import { staysInstalled } from '../model/pods/hooks.ts'
import type { Pod } from '../model/pods/workloads.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'

/** Workloads that live beside a component and are no part of any install: their pods share what its namespace is granted. */
export const neighbours = (component: Component, world: World): Manifest[] =>
  world.pods.filter(pod => isNeighbour(pod, component.pod, world)).map(({ manifest }) => manifest)

const isNeighbour = (pod: Pod, own: Pod, { eso }: World): boolean =>
  own.namespace !== undefined &&
  pod.namespace === own.namespace &&
  staysInstalled(pod.manifest) &&
  !eso.componentOf(pod.manifest) &&
  !eso.isOwnPart(pod.manifest) &&
  (pod.serviceAccountName !== own.serviceAccountName || pod.serviceAccountName === 'default') &&
  !isOfSameChart(pod.manifest, own.manifest)

/** What the operator's chart brings along: a template of it, or of a chart below it. */
function isOfSameChart(manifest: Manifest, own: Manifest): boolean {
  const root = own.template?.split('/templates/')[0]
  return root !== undefined && manifest.template?.startsWith(`${root}/`) === true
}
