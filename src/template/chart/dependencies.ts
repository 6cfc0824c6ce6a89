import { Untraced } from '../errors.ts'
import type { Dict } from '../value/value.ts'
import { type Behaviour, behaviourOf } from './behaviour.ts'
import type { Chart } from './chart.ts'
import { coalesceValues } from './coalesce.ts'
import { isCompatible } from './compatible.ts'
import { type CarriedOut, importValues } from './import-values.ts'
import type { Dependency } from './metadata.ts'
import { bool, lookUp, tableAt } from './values.ts'

/** An entry of `dependencies` as helm has changed it: `name` is its alias if it has one. */
export type Requirement = { -readonly [K in keyof Dependency]: Dependency[K] } & {
  /** Its place in the list. */
  readonly index: number
  isEnabled: boolean
}

/** What decided whether a subchart takes part. */
export interface Gate {
  /** The entry's place in the list of its parent. */
  readonly index: number
  /** Keys of the release's values: first those that decided, then those that would decide if they were booleans. */
  readonly keys: readonly (readonly string[])[]
}

/** What charts that were copied for an alias may share, so that a change of one is seen by the other. */
interface Listing {
  /** Undefined when there are none, or none is left. */
  requirements: Requirement[] | undefined
}

/** A chart as it is installed: subcharts switched off are gone, those with an alias have its name, imported values are among its own. */
export class InstalledChart {
  readonly chart: Chart
  readonly name: string
  readonly listing: Listing
  values: Dict
  subcharts: InstalledChart[]
  /** Those that are switched off. */
  disabled: readonly InstalledChart[] = []
  /** What came from the values of its subcharts. */
  imports: readonly CarriedOut[] = []
  /** Undefined for a chart that nothing can switch off. */
  gate: Gate | undefined

  constructor(chart: Chart, name: string, listing: Listing, subcharts: InstalledChart[]) {
    this.chart = chart
    this.name = name
    this.listing = listing
    this.values = chart.values
    this.subcharts = subcharts
  }
}

/**
 * Decides by conditions and tags which subcharts take part, and imports values of subcharts into their parents.
 * @param given the values of the release, without the chart's own.
 * @throws TemplateError where helm fails.
 */
export function installChart(chart: Chart, given: Dict, helm: string): InstalledChart {
  const behaviour = behaviourOf(helm)
  if (installedCount(chart) > MOST_CHARTS) throw new Untraced('too many charts in charts')
  const installed = asInstalled(chart)
  enableSubcharts(installed, given, '', behaviour)
  importValues(installed, behaviour)
  return installed
}

/** Aliases of charts in aliases of charts ... */
const MOST_CHARTS = 500

/** How many charts a release has at most, each alias counted. */
const installedCount = ({ metadata: { dependencies = [] }, subcharts }: Chart): number =>
  subcharts.reduce((sum, subchart) => {
    const times = dependencies.filter(({ name }) => name === subchart.metadata.name).length
    return sum + Math.max(1, times) * installedCount(subchart)
  }, 1)

function asInstalled(chart: Chart): InstalledChart {
  const { name, dependencies } = chart.metadata
  const requirements = dependencies?.map((dependency, index) => ({ ...dependency, index, isEnabled: false }))
  return new InstalledChart(chart, name, { requirements }, chart.subcharts.map(asInstalled))
}

function enableSubcharts(installed: InstalledChart, given: Dict, path: string, behaviour: Behaviour): void {
  const { listing, subcharts } = installed
  const { requirements } = listing
  if (!requirements) return
  installed.subcharts = subcharts.filter(subchart => !requirements.some(requirement => isFor(requirement, subchart)))
  for (const requirement of requirements) {
    const found = subcharts.find(subchart => isFor(requirement, subchart))
    if (found) installed.subcharts.push(copyFor(requirement, found, behaviour))
    if (requirement.alias !== '') requirement.name = requirement.alias
  }
  const values = coalesceValues(installed, given, 'coalesce', behaviour)
  for (const requirement of requirements) {
    const { isEnabled, keys } = decisionOn(requirement, values, path)
    requirement.isEnabled = isEnabled
    const decided = installed.subcharts.find(({ name }) => name === requirement.name)
    if (decided && keys.length > 0) decided.gate = { index: requirement.index, keys }
  }
  const disabled = new Set(requirements.filter(({ isEnabled }) => !isEnabled).map(({ name }) => name))
  installed.disabled = installed.subcharts.filter(({ name }) => disabled.has(name))
  installed.subcharts = installed.subcharts.filter(({ name }) => !disabled.has(name))
  for (const subchart of installed.subcharts) enableSubcharts(subchart, values, `${path}${subchart.name}.`, behaviour)
  const enabled = requirements.filter(({ name }) => !disabled.has(name))
  listing.requirements = enabled.length > 0 ? enabled : undefined
}

const isFor = (requirement: Requirement, { name, chart }: InstalledChart): boolean =>
  requirement.name === name && isCompatible(requirement.version, chart.metadata.version)

/** Each entry has a subchart of its own; helm 3 lets the entries of its dependencies be shared by all copies. */
function copyFor({ alias }: Requirement, original: InstalledChart, { major }: Behaviour): InstalledChart {
  const { chart, listing, name, subcharts } = original
  const requirements =
    major === 3 ? listing.requirements?.slice() : listing.requirements?.map(requirement => ({ ...requirement }))
  const copies = subcharts.map(below => new InstalledChart(below.chart, below.name, below.listing, below.subcharts))
  return new InstalledChart(chart, alias || name, { requirements }, copies)
}

interface Decision {
  readonly isEnabled: boolean
  /** As for a gate. */
  readonly keys: readonly (readonly string[])[]
}

/** The first condition whose value is a boolean decides, else the tags, else it is on. */
function decisionOn({ condition, tags }: Requirement, values: Dict, path: string): Decision {
  const open: string[][] = []
  for (const key of condition.trim().split(',').filter(Boolean)) {
    const isEnabled = bool(lookUp(values, (path + key).split('.')))
    // The globals of all charts have one path.
    const steps = (key.startsWith('global.') ? key : path + key).split('.')
    if (isEnabled !== undefined) return { isEnabled, keys: [steps, ...open] }
    open.push(steps)
  }
  const table = tableAt(values, ['tags'])
  const isOn = (tag: string): boolean | undefined => bool(table?.entries.get(tag))
  const [set, others] = [tags.filter(tag => isOn(tag) !== undefined), tags.filter(tag => isOn(tag) === undefined)]
  const pathsOf = (some: readonly string[]): string[][] => some.map(tag => ['tags', tag])
  return { isEnabled: set.length === 0 || set.some(isOn), keys: [...pathsOf(set), ...open, ...pathsOf(others)] }
}
