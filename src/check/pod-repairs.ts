import type { Fix, Path, YamlValue } from '../finding.ts'
import { CHART_KEYS, chartValues } from './chart-values.ts'
import type { Result } from './check.ts'
import { type Changes, safe, setting, unsafe, without } from './offer.ts'

/** What a control of the Pod Security Standards wants where a path ends, by the last name of the path; undefined: nothing there. */
const WANTED: Readonly<Record<string, YamlValue | undefined>> = {
  allowPrivilegeEscalation: false,
  drop: ['ALL'],
  hostIPC: false,
  hostNetwork: false,
  hostPID: false,
  hostPort: undefined,
  hostProcess: false,
  privileged: false,
  procMount: 'Default',
  runAsNonRoot: true,
  runAsUser: undefined,
}

/** What belongs to a node: whoever set it may have had a reason that no manifest tells. */
const OF_NODE = new Set(['hostIPC', 'hostNetwork', 'hostPID', 'hostPort', 'hostProcess', 'runAsUser'])

/** What ends a breach of the Pod Security Standards; safe where the operator's own image is known to do without. */
export function repairOf(fault: Result): Fix | undefined {
  const changes = securityContextOn(fault) ?? changesAt(fault.path)
  const isKnown = isOwnContainer(fault) && !OF_NODE.has(String(fault.path.at(-1)))
  return isKnown ? safe(changes) : unsafe(NEEDED, changes)
}

const NEEDED = 'Does the program need what the profile refuses? It does not start, or fails, without it.'

function changesAt(path: Path): Changes | undefined {
  const [block, field] = [path.at(-2), path.at(-1)]
  if (block === 'add' && typeof field === 'number') return without(path)
  if (field === 'type' && (block === 'seccompProfile' || block === 'appArmorProfile'))
    return setting(path, 'RuntimeDefault')
  if (typeof field !== 'string' || !Object.hasOwn(WANTED, field)) return undefined
  const value = WANTED[field]
  return value === undefined ? without(path) : setting(path, value)
}

/** The chart leaves the whole block out, or prints all of it. */
export function securityContextOn(fault: Result): Changes | undefined {
  const component = fault.manifest && fault.world.eso.componentOf(fault.manifest)
  if (!component || !isOwnContainer(fault)) return undefined
  if (fault.manifest?.get(...component.container.path, 'securityContext') !== undefined) return undefined
  return chartValues(fault, { [`${CHART_KEYS[component.role]}securityContext.enabled`]: true })
}

/**
 * Whether a fault is about the operator's own program. Its chart runs it by default as a user without rights, without
 * capabilities and on a file system that it cannot change. Source: values.yaml of the chart, 0.9.20 to 2.9.0
 */
export function isOwnContainer({ manifest, path, world }: Result): boolean {
  const container = manifest && world.eso.componentOf(manifest)?.container
  return container?.path.every((step, i) => step === path[i]) === true
}
