import { type Release, releaseId } from '../discover/discover.ts'
import type { Gathered } from '../gather.ts'
import { chartsIn } from '../locate/template-name.ts'
import type { Component } from '../model/eso/eso.ts'
import type { World } from '../model/world.ts'
import type { Mapping } from '../parse/untyped.ts'
import type { RenderedPart } from '../render/part.ts'
import { tracedChartOrReason } from '../render/traced.ts'

/** A release that installs the operator, and where in its values those of the operator's chart are. */
export interface Target {
  /** As `releaseId` says. */
  readonly id: string
  readonly release: Release
  /** Names of dependencies from the release's chart to the operator's; empty where it is the same. */
  readonly below: readonly string[]
  /** Of the operator. */
  readonly version: string | undefined
  /** What the charts get now; undefined where that cannot be found out. */
  readonly values: Mapping | undefined
  /** The charts' own, in their order. */
  readonly defaults: Mapping
  readonly world: World
}

/** The releases of the usual worlds that install the operator, recognised by what they render. */
export async function targetsOf({ worlds, capabilities }: Gathered): Promise<Target[]> {
  const found = new Map<string, { part: RenderedPart; component: Component; below: string[]; world: World }>()
  for (const { world, releases } of worlds.filter(({ isMain }) => isMain))
    for (const { release: name, components } of world.eso.installs)
      for (const component of components) {
        const part = releases.find(({ release }) => release.name === name)
        const below = chartsIn(component.pod.manifest.template ?? '')
        if (!part) continue
        const key = JSON.stringify([releaseId(part.release), below])
        const known = found.get(key)
        if (!known || component.role === 'controller')
          found.set(key, { part, component, below, world: known?.world ?? world })
      }
  return Promise.all(
    [...found.values()].map(async ({ part: { release, files }, component, below, world }) => {
      const chart = capabilities && (await tracedChartOrReason(release, capabilities, undefined, files))
      const values = chart === undefined || typeof chart === 'string' ? undefined : chart.effectiveValues
      return {
        ...{ id: releaseId(release), release, below, version: component.version, world },
        ...{ values: values?.given, defaults: values?.defaults ?? {} },
      }
    }),
  )
}
