import type { Path } from '../../finding.ts'
import { asList, asMapping, asText, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import {
  allSettings,
  type Control,
  containerSettings,
  type Offence,
  podSetting,
  type SecuredContainer,
  type SecuredPod,
  type Setting,
  textsIn,
} from './secured-pod.ts'

/** What a container may add: the capabilities that runtimes give by default, without NET_RAW. */
const CAPABILITIES = new Set([
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
])
/** What may be set, and the minor version of Kubernetes 1 that has allowed it; 0 for those that were always allowed. */
const SYSCTLS: ReadonlyMap<string, number> = new Map([
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.tcp_wmem', 32],
])
const SELINUX_TYPES: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['container_t', 0],
  ['container_init_t', 0],
  ['container_kvm_t', 0],
  ['container_engine_t', 31],
])

const isAllowed = (name: string, allowed: ReadonlyMap<string, number>, { minor }: SecuredPod): boolean =>
  minor >= (allowed.get(name) ?? Number.POSITIVE_INFINITY) && allowed.has(name)

/** Whether this level lets a container add the capability. */
export const isDefaultCapability = (capability: string): boolean => CAPABILITIES.has(capability)

/** Whether a seccomp or AppArmor profile confines: the runtime's own, or one that lies on the node. */
export const isConfined = (type: unknown): boolean => type === 'RuntimeDefault' || type === 'Localhost'

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline, one entry for each control. */
export const BASELINE: readonly Control[] = [
  {
    id: 'windowsHostProcess',
    check: pod =>
      allSettings(pod, 'windowsOptions', 'hostProcess')
        .filter(({ value }) => value === true)
        .map(({ who, path }) => ({ path, says: `${who} runs as a process of its Windows node` })),
  },
  {
    id: 'hostNamespaces',
    check: ({ spec, specPath }) =>
      Object.entries({ hostNetwork: 'network', hostPID: 'processes', hostIPC: 'shared memory' })
        .filter(([field]) => spec[field] === true)
        .map(([field, what]) => ({ path: [...specPath, field], says: `the pod shares the ${what} of its node` })),
  },
  {
    id: 'privileged',
    check: pod =>
      containerSettings(pod, 'privileged')
        .filter(({ value }) => value === true)
        .map(({ who, path }) => ({ path, says: `${who} is privileged` })),
  },
  {
    id: 'capabilities_baseline',
    check: pod =>
      containerSettings(pod, 'capabilities', 'add').flatMap(setting =>
        textsIn(setting)
          .filter(({ text }) => !CAPABILITIES.has(text))
          .map(({ text, path }) => ({ path, says: `${setting.who} adds the capability ${text}` })),
      ),
  },
  {
    id: 'hostPathVolumes',
    check: ({ spec, specPath }) =>
      asList(spec.volumes).flatMap((volume, i) =>
        asMapping(valueAt(volume, ['hostPath']))
          ? {
              path: [...specPath, 'volumes', i, 'hostPath'],
              says: `volume ${asText(valueAt(volume, ['name'])) ?? i + 1} is a path of the node`,
            }
          : [],
      ),
  },
  { id: 'hostPorts', check: ({ containers }) => containers.flatMap(hostPorts) },
  { id: 'hostProbesAndHostLifecycle', since: 34, check: ({ containers }) => containers.flatMap(foreignHosts) },
  { id: 'appArmorProfile', check: pod => [...unconfinedAppArmor(pod)] },
  {
    id: 'seLinuxOptions',
    check: pod => [
      ...allSettings(pod, 'seLinuxOptions', 'type')
        .filter(({ value }) => typeof value === 'string' && !isAllowed(value, SELINUX_TYPES, pod))
        .map(({ who, path, value }) => ({ path, says: `${who} has the SELinux type ${value}` })),
      ...['user', 'role'].flatMap(field =>
        allSettings(pod, 'seLinuxOptions', field)
          .filter(({ value }) => typeof value === 'string' && value !== '')
          .map(({ who, path }) => ({ path, says: `${who} has an SELinux ${field} of its own` })),
      ),
    ],
  },
  { id: 'procMount', check: pod => (pod.hasUserNamespace ? [] : unmaskedProc(pod)) },
  {
    id: 'seccompProfile_baseline',
    check: pod =>
      allSettings(pod, 'seccompProfile', 'type')
        .filter(isUnconfined)
        .map(({ who, path, value }) => ({ path, says: `${who} has the seccomp profile ${value}` })),
  },
  { id: 'sysctls', check: unsafeSysctls },
]

/** Containers with more of the node's /proc than the runtime shows by default. */
export const unmaskedProc = (pod: SecuredPod): Offence[] =>
  containerSettings(pod, 'procMount')
    .filter(({ value }) => typeof value === 'string' && value !== 'Default')
    .map(({ who, path, value }) => ({ path, says: `${who} has the /proc mount ${value}` }))

const isUnconfined = ({ value }: Setting): boolean => typeof value === 'string' && !isConfined(value)

const hostPorts = ({ name, body, path }: SecuredContainer): Offence[] =>
  asList(body.ports).flatMap((port, i) => {
    const hostPort = valueAt(port, ['hostPort'])
    return typeof hostPort === 'number' && hostPort !== 0
      ? { path: [...path, 'ports', i, 'hostPort'], says: `container ${name} takes port ${hostPort} of its node` }
      : []
  })

const HANDLERS: readonly Path[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
]

/** Probes and handlers that make the node connect to another host than the pod. */
const foreignHosts = ({ name, body, path }: SecuredContainer): Offence[] =>
  HANDLERS.flatMap(handler =>
    ['httpGet', 'tcpSocket'].flatMap(how => {
      const field = [...handler, how, 'host']
      const host = asText(valueAt(body, field))
      return host && !isPlaceholder(host)
        ? { path: [...path, ...field], says: `a ${handler.at(-1)} of container ${name} makes the node call ${host}` }
        : []
    }),
  )

const APPARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/'

function* unconfinedAppArmor(pod: SecuredPod): Generator<Offence> {
  for (const setting of allSettings(pod, 'appArmorProfile', 'type'))
    if (isUnconfined(setting))
      yield { path: setting.path, says: `${setting.who} has the AppArmor profile ${setting.value}` }
  for (const [key, value] of Object.entries(pod.annotations)) {
    if (!key.startsWith(APPARMOR_ANNOTATION) || typeof value !== 'string' || isPlaceholder(value)) continue
    if (value === '' || value === 'runtime/default' || value.startsWith('localhost/')) continue
    const name = key.slice(APPARMOR_ANNOTATION.length)
    yield { path: [...pod.annotationsPath, key], says: `container ${name} has the AppArmor profile ${value}` }
  }
}

function unsafeSysctls(pod: SecuredPod): Offence[] {
  const { path, value } = podSetting(pod, 'sysctls')
  return asList(value).flatMap((sysctl, i) => {
    const name = asText(valueAt(sysctl, ['name']))
    return name === undefined || isPlaceholder(name) || isAllowed(name, SYSCTLS, pod)
      ? []
      : { path: [...path, i, 'name'], says: `the pod sets the sysctl ${name}` }
  })
}
