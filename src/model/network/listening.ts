import type { Path } from '../../finding.ts'
import type { Component, ComponentRole } from '../eso/eso.ts'
import { flagsOf } from '../pods/flags.ts'

/** A port that one of the operator's components listens on. */
export interface Listener {
  readonly purpose: 'metrics' | 'health' | 'webhook'
  readonly port: number
  /** Of the flag that says so; of the container where it is the program's default. */
  readonly path: Path
}

interface Source {
  readonly flag: string
  readonly purpose: Listener['purpose']
  readonly roles: readonly ComponentRole[]
  /** What the program takes without the flag; absent where it then does not listen. */
  readonly byDefault?: string
}

// cmd/controller/{root,webhook,certcontroller}.go of ESO 2.9.0.
const SOURCES: readonly Source[] = [
  {
    flag: 'metrics-addr',
    purpose: 'metrics',
    roles: ['controller', 'webhook', 'cert-controller'],
    byDefault: ':8080',
  },
  { flag: 'live-addr', purpose: 'health', roles: ['controller'] },
  { flag: 'healthz-addr', purpose: 'health', roles: ['webhook', 'cert-controller'], byDefault: ':8081' },
  { flag: 'port', purpose: 'webhook', roles: ['webhook'], byDefault: '10250' },
]

/** The ports of a component that others could reach: those of its own loopback and those filled in later are left out. */
export function listenersOf(component: Component): Listener[] {
  const flags = flagsOf(component)
  return SOURCES.filter(({ roles }) => roles.includes(component.role)).flatMap(({ flag, purpose, byDefault }) => {
    const given = flags.get(flag)
    const port = portOf(given?.value ?? byDefault ?? '')
    return port === undefined ? [] : { purpose, port, path: given?.path ?? component.container.path }
  })
}

/** `0` switches a server off. */
function portOf(address: string): number | undefined {
  const [, host = '', digits] = /^(?:(.*):)?(\d{1,5})$/.exec(address) ?? []
  const port = Number(digits ?? 0)
  return port === 0 || /^(?:127\.|localhost$|\[::1\]$)/.test(host) ? undefined : port
}
