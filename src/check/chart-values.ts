import type { YamlValue } from '../finding.ts'
import { type ComponentRole, type Install, workloadOf } from '../model/eso/eso.ts'
import { compareVersions } from '../model/eso/version.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { Result } from './check.ts'
import type { Changes } from './offer.ts'

/**
 * Values of the operator's chart that answer a fault in what it rendered. Undefined for what another chart, or none, made,
 * and for a version that does not know the values.
 * @param values by keys such as `webhook.create`. @param since the first version of the chart that has them all.
 */
export function chartValues(
  { manifest, install, world }: Result,
  values: Readonly<Record<string, YamlValue>>,
  since?: string,
): Changes | undefined {
  const subject = manifest ?? workloadOf(install)
  const made = world.eso.installs.find(candidate => isMadeWith(candidate, subject))
  if (!made || (since !== undefined && made.version !== undefined && compareVersions(made.version, since) < 0))
    return undefined
  const [first, ...others] = Object.entries(values).map(([key, value]) => ({
    kind: 'value' as const,
    key: key.split('.'),
    value,
  }))
  return first && [first, ...others]
}

/** What the values of a component begin with. */
export const CHART_KEYS: Readonly<Record<ComponentRole, string>> = {
  controller: '',
  webhook: 'webhook.',
  'cert-controller': 'certController.',
}

/** Whether one chart in one release made an install and an object. */
function isMadeWith(install: Install, subject: Manifest | undefined): boolean {
  const workload = workloadOf(install)
  const chart = workload && chartOf(workload)
  return chart !== undefined && subject !== undefined && chartOf(subject) === chart
}

/** The release of a manifest, and the folder of its chart in it. */
function chartOf({ release, template }: Manifest): string | undefined {
  const end = template?.lastIndexOf('/templates/') ?? -1
  return release && end > 0 ? `${release.name} ${template?.slice(0, end)}` : undefined
}
