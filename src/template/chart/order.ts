import { Untraced } from '../errors.ts'
import type { Condition } from '../value/site.ts'
import { compareBytes } from '../value/value.ts'
import type { TemplateFile } from './chart.ts'
import type { InstalledChart } from './dependencies.ts'
import { chartsOf, disabledIn, type PlacedChart } from './placed-charts.ts'

/** A template of an installation with the names that helm gives it. */
export interface PlacedTemplate extends Pick<TemplateFile, 'text' | 'isUtf8'> {
  /** `umbrella/charts/eso/templates/deployment.yaml`, by aliases. */
  readonly name: string
  /** `umbrella/charts/eso/templates`. */
  readonly basePath: string
  readonly chart: InstalledChart
  /** What switches its chart on, with what switches on those around it. */
  readonly condition: Condition | undefined
}

/**
 * All templates in the order in which helm parses and runs them: the deepest path first, then names from the end of the alphabet.
 * Of two defines of one name the one parsed last counts, unless it is empty. A library chart has but its `_` files.
 * @throws Untraced when two charts have one name, of which helm takes either.
 */
export function templatesInOrder(root: InstalledChart): PlacedTemplate[] {
  const placed = chartsOf(root).flatMap(templatesOf)
  if (new Set(placed.map(({ name }) => name)).size < placed.length)
    throw new Untraced('two subcharts have the same name')
  return placed.sort((a, b) => depthOf(b.name) - depthOf(a.name) || compareBytes(b.name, a.name))
}

/** What the subcharts that are switched off would run. */
export const disabledTemplates = (root: InstalledChart): PlacedTemplate[] =>
  disabledIn(chartsOf(root)).flatMap(templatesOf).filter(isOutput)

const templatesOf = ({ installed, path, condition }: PlacedChart): PlacedTemplate[] =>
  installed.chart.templates
    .filter(template => installed.chart.metadata.type !== 'library' || isPartial(template.path))
    .map(({ path: below, text, isUtf8 }) => ({
      ...{ name: `${path}/${below}`, basePath: `${path}/templates`, chart: installed },
      ...{ text, isUtf8, condition },
    }))

const depthOf = (name: string): number => name.split('/').length

const isPartial = (name: string): boolean => name.slice(name.lastIndexOf('/') + 1).startsWith('_')

/** Whether helm runs a template by itself: partials are only called by others. */
export const isRun = ({ name }: PlacedTemplate): boolean => !isPartial(name)

/** Whether what a template prints is part of what `helm template` prints: notes are run, but not printed. */
export const isOutput = (template: PlacedTemplate): boolean => isRun(template) && !template.name.endsWith('NOTES.txt')
