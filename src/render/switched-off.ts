import { join } from 'node:path'
import type { Release } from '../discover/discover.ts'
import { textOf } from '../discover/values-source.ts'
import { UserError } from '../errors.ts'
import { readText } from '../io/files.ts'
import { type Dependency, readDependencies } from '../template/chart/metadata.ts'
import { withSetFlags } from '../template/chart/set-flags.ts'
import { bool, lookUp, mergeValues, readGivenValues, tableAt } from '../template/chart/values.ts'
import { TemplateError, Untraced } from '../template/errors.ts'
import type { Dict } from '../template/value/value.ts'
import { YamlError } from '../template/yaml/failure.ts'
import { readYaml } from '../template/yaml/read.ts'
import { setFlags } from './set-values.ts'

/** A version by which values files are read; what switches charts off is read alike by all. */
const HELM = 'v4.1.0'

/**
 * The dependencies of a chart folder, by their names, that the values of a release switch off whatever their charts say themselves:
 * nothing of them would be installed. https://helm.sh/docs/chart_best_practices/dependencies/#conditions-and-tags
 */
export async function switchedOff(release: Release): Promise<ReadonlySet<string>> {
  try {
    const text = await readText(join(release.chart.path, 'Chart.yaml'))
    const dependencies = readDependencies(readYaml(text), text) ?? []
    const values = await valuesOf(release)
    const on = new Set(dependencies.flatMap(one => (isOff(one, values) ? [] : one.name)))
    return new Set(dependencies.flatMap(({ name }) => (on.has(name) ? [] : name)))
  } catch (error) {
    // Whoever cannot read them says so when they are rendered.
    if ([UserError, TemplateError, Untraced, YamlError].some(kind => error instanceof kind)) return new Set()
    throw error
  }
}

async function valuesOf(release: Release): Promise<Dict> {
  const defaults = await readText(join(release.chart.path, 'values.yaml')).catch(() => '')
  let values = readGivenValues(defaults, HELM)
  for (const source of release.values) values = mergeValues(values, readGivenValues(await textOf(source), HELM))
  return withSetFlags(values, setFlags(release))
}

/** The first condition that is a boolean decides, else the tags; a key below the chart's own name may also be set by the chart. */
function isOff({ name, alias, condition, tags }: Dependency, values: Dict): boolean {
  for (const key of condition.trim().split(',').filter(Boolean)) {
    const isOn = bool(lookUp(values, key.split('.')))
    if (isOn !== undefined) return !isOn
    if (key.startsWith(`${alias || name}.`)) return false
  }
  const table = tableAt(values, ['tags'])
  const set = tags.flatMap(tag => bool(table?.entries.get(tag)) ?? [])
  return set.length > 0 && !set.includes(true)
}
