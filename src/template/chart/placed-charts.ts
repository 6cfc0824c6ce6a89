import { Source } from '../execute/source.ts'
import { childDatum, type Dependencies, rootDatum, union } from '../value/provenance.ts'
import type { Condition } from '../value/site.ts'
import type { InstalledChart } from './dependencies.ts'
import type { CarriedOut } from './import-values.ts'

/** A chart's path as helm writes it, by names and aliases, with what switches it on or off. */
export interface PlacedChart {
  readonly installed: InstalledChart
  /** `umbrella/charts/eso`. */
  readonly path: string
  /** Where its values are in those of the top. */
  readonly at: readonly string[]
  /** With the conditions of the charts around it; undefined where nothing decides. */
  readonly condition: Condition | undefined
}

/** A chart and all that are installed below it, parents first. */
export const chartsOf = (top: InstalledChart): PlacedChart[] =>
  withThoseBelow({ installed: top, path: top.name, at: [], condition: undefined })

const withThoseBelow = (chart: PlacedChart): PlacedChart[] => [
  chart,
  ...chart.installed.subcharts.flatMap(subchart => withThoseBelow(placeBelow(chart, subchart, true))),
]

/** The charts that are switched off in any of these; what would be installed below them is not known. */
export const disabledIn = (charts: readonly PlacedChart[]): PlacedChart[] =>
  charts.flatMap(chart => chart.installed.disabled.map(subchart => placeBelow(chart, subchart, false)))

/** What charts imported from their subcharts, by the keys of the top's values; parents first. */
export const importsIn = (charts: readonly PlacedChart[]): CarriedOut[] =>
  charts.flatMap(({ installed, at }) =>
    installed.imports.map(({ from, to }) => ({ from: [...at, ...from], to: [...at, ...to] })),
  )

function placeBelow(parent: PlacedChart, installed: InstalledChart, isTrue: boolean): PlacedChart {
  const { gate } = installed
  const { declarations } = parent.installed.chart
  const condition = gate && {
    parent: parent.condition,
    source: new Source(`${parent.path}/${declarations.path}`, declarations.text),
    offset: declarations.offsetOf(gate.index),
    depends: dataAt(gate.keys),
    ...({ isTrue, iteration: undefined, isOfChart: true } as const),
  }
  return {
    installed,
    path: `${parent.path}/charts/${installed.name}`,
    at: [...parent.at, installed.name],
    condition: condition ?? parent.condition,
  }
}

const dataAt = (keys: readonly (readonly string[])[]): Dependencies | undefined =>
  keys
    .map(key => key.reduce(childDatum, rootDatum('values')))
    .reduce<Dependencies | undefined>((all, datum) => union(all, datum), undefined)
