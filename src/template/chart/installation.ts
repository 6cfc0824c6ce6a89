import { childDatum, type Datum, rootDatum } from '../value/provenance.ts'
import { Dict, type Value } from '../value/value.ts'
import { behaviourOf } from './behaviour.ts'
import { type Capabilities, capabilitiesObject } from './capabilities.ts'
import type { Chart } from './chart.ts'
import { chartObject } from './chart-object.ts'
import { coalesceValues } from './coalesce.ts'
import { type InstalledChart, installChart } from './dependencies.ts'
import { filesObject } from './files.ts'
import type { CarriedOut } from './import-values.ts'
import { labelValues } from './label.ts'
import { disabledTemplates, isOutput, isRun, type PlacedTemplate, templatesInOrder } from './order.ts'
import { chartsOf, importsIn } from './placed-charts.ts'
import { type ReleaseName, releaseObject } from './release.ts'

/** A chart as it goes into a release. */
export interface InstallationInput {
  readonly chart: Chart
  /** What the release gives by files and flags, laid over each other: without the chart's own values, without provenance. */
  readonly values: Dict
  readonly release: ReleaseName
  readonly capabilities: Capabilities
}

/** A template with what it sees, and what becomes of it. */
export interface InstalledTemplate extends PlacedTemplate {
  /** All templates of one chart share it; helm sets its `.Template` before it runs one. */
  readonly dot: Dict
  /** Whether helm runs it by itself: partials are only called. */
  readonly isRun: boolean
  /** Whether `helm template` prints what it gives: notes are run, but not printed. */
  readonly isOutput: boolean
}

/** A template of a subchart that is switched off, and what would switch it on; nothing of what is around it. */
export type DisabledTemplate = Pick<PlacedTemplate, 'name' | 'text' | 'condition'>

/** A chart that is ready to run. */
export interface Installation {
  /** The effective values of the top chart, which its templates may change. */
  readonly values: Dict
  /** All templates, partials too, in the order in which helm parses and runs them. */
  readonly templates: readonly InstalledTemplate[]
  /** Those that would print something if a subchart that is switched off was on. */
  readonly disabled: readonly DisabledTemplate[]
  /** What charts imported from the values of their subcharts, by the keys of the top. */
  readonly imports: readonly CarriedOut[]
}

/**
 * Makes ready what a release renders. Each call makes new values, so that one run cannot change those of another.
 * @throws TemplateError where helm fails; Untraced
 */
export function prepareInstallation({ chart, values: given, release, capabilities }: InstallationInput): Installation {
  const helm = capabilities.helm.version
  const behaviour = behaviourOf(helm)
  const goType = `${behaviour.major === 3 ? 'chartutil' : 'common'}.Values`
  const installed = installChart(chart, given, helm)
  const effective = labelValues(coalesceValues(installed, given, 'coalesce', behaviour), installed)
  const values = typed(effective, goType)
  const dots = new Dots(goType, behaviour.major, releaseObject(release), capabilitiesObject(capabilities))
  dots.add(installed, values, undefined)
  const templates = templatesInOrder(installed).map(template => ({
    ...template,
    dot: dots.of(template.chart),
    isRun: isRun(template),
    isOutput: isOutput(template),
  }))
  return { values, templates, disabled: disabledTemplates(installed), imports: importsIn(chartsOf(installed)) }
}

/** The same map under another type of Go. */
const typed = (dict: Dict, goType: string): Dict => new Dict(dict.entries, dict.provenance, goType)

/** What the templates of each chart see as dot. */
class Dots {
  readonly #dots = new Map<InstalledChart, Dict>()
  readonly #goType: string
  readonly #major: 3 | 4
  readonly #shared: readonly [string, Value][]

  constructor(goType: string, major: 3 | 4, release: Dict, capabilities: Value) {
    this.#goType = goType
    this.#major = major
    this.#shared = [
      ['Release', release],
      ['Capabilities', capabilities],
    ]
  }

  /** @param above where the chart that holds this one is, among data of charts and of files; undefined for the top. */
  add(
    installed: InstalledChart,
    values: Dict,
    above: { readonly chart: Datum; readonly files: Datum } | undefined,
  ): Dict {
    const chart = above ? childDatum(above.chart, installed.name) : rootDatum('chart')
    const files = above ? childDatum(above.files, installed.name) : rootDatum('files')
    const subcharts = new Dict()
    const dot = new Dict(
      new Map<string, Value>([
        ['Chart', chartObject(installed, above === undefined, chart, this.#major)],
        ['Files', filesObject(installed.chart.files, files)],
        ...this.#shared,
        ['Values', values],
        ['Subcharts', subcharts],
      ]),
      undefined,
      above ? 'map[string]interface {}' : this.#goType,
    )
    this.#dots.set(installed, dot)
    for (const subchart of installed.subcharts) {
      const below = { chart: childDatum(chart, 'charts'), files: childDatum(files, 'charts') }
      subcharts.entries.set(subchart.name, this.add(subchart, this.#valuesOf(subchart, values), below))
    }
    return dot
  }

  /** helm looks a subchart's values up by a dotted path, so that one with a dot in its name has none. */
  #valuesOf({ name }: InstalledChart, parent: Dict): Dict {
    let at: Value | undefined = parent
    for (const key of name.split('.')) at = at?.kind === 'dict' ? at.entries.get(key) : undefined
    return at?.kind === 'dict' ? typed(at, this.#goType) : new Dict(new Map(), undefined, this.#goType)
  }

  of(installed: InstalledChart): Dict {
    return this.#dots.get(installed) ?? new Dict()
  }
}
