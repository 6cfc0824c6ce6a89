import { describe, expect, test } from 'vitest'
import { breachesOf } from '../../../src/model/pods/pod-security.ts'
import { podOf } from '../../../src/model/pods/workloads.ts'
import { manifestsOf } from '../../world.ts'

const SAFE = {
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  seccompProfile: { type: 'RuntimeDefault' },
  capabilities: { drop: ['ALL'] },
}

/** A pod that meets `restricted`, with changes to its spec, its container and the container's securityContext. */
interface Change {
  readonly spec?: object
  readonly container?: object
  readonly context?: object
  readonly annotations?: object
}

function breaches({ spec, container, context, annotations = {} }: Change, kubeVersion?: string): string[] {
  const containers = [{ name: 'c', securityContext: { ...SAFE, ...context }, ...container }]
  const body = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', annotations },
    spec: { containers, ...spec },
  }
  const [manifest] = manifestsOf(JSON.stringify(body))
  const pod = manifest && podOf(manifest)
  return pod
    ? breachesOf(pod, kubeVersion).map(({ level, control, path }) => `${level} ${control} ${path.slice(1).join('.')}`)
    : []
}

test('a pod that meets restricted breaks nothing', () => {
  expect(breaches({})).toEqual([])
})

const C = 'containers.0.securityContext'
const OFFENCES: readonly [Change, ...string[]][] = [
  [{ spec: { hostNetwork: true } }, 'baseline hostNamespaces hostNetwork'],
  [{ spec: { hostPID: true } }, 'baseline hostNamespaces hostPID'],
  [{ spec: { hostIPC: true } }, 'baseline hostNamespaces hostIPC'],
  [{ context: { privileged: true } }, `baseline privileged ${C}.privileged`],
  [
    { spec: { securityContext: { windowsOptions: { hostProcess: true } } } },
    'baseline windowsHostProcess securityContext.windowsOptions.hostProcess',
  ],
  [
    { context: { capabilities: { drop: ['ALL'], add: ['NET_RAW', 'CHOWN'] } } },
    `baseline capabilities_baseline ${C}.capabilities.add.0`,
    `restricted capabilities_restricted ${C}.capabilities.add.1`,
  ],
  [{ context: { capabilities: { drop: ['all'] } } }, `restricted capabilities_restricted ${C}.capabilities.drop`],
  [{ context: { capabilities: null } }, `restricted capabilities_restricted ${C}.capabilities.drop`],
  [
    { spec: { volumes: [{ name: 'a', emptyDir: {} }, { hostPath: { path: '/' } }] } },
    'baseline hostPathVolumes volumes.1.hostPath',
  ],
  [{ spec: { volumes: [{ nfs: { server: 'a' } }] } }, 'restricted restrictedVolumes volumes.0.nfs'],
  [{ container: { ports: [{ hostPort: 0 }, { hostPort: 80 }] } }, 'baseline hostPorts containers.0.ports.1.hostPort'],
  [
    { container: { livenessProbe: { httpGet: { host: 'other' } } } },
    'baseline hostProbesAndHostLifecycle containers.0.livenessProbe.httpGet.host',
  ],
  [
    { container: { lifecycle: { preStop: { tcpSocket: { host: 'other' } } } } },
    'baseline hostProbesAndHostLifecycle containers.0.lifecycle.preStop.tcpSocket.host',
  ],
  [{ context: { appArmorProfile: { type: 'Unconfined' } } }, `baseline appArmorProfile ${C}.appArmorProfile.type`],
  [
    { context: { seLinuxOptions: { type: 'spc_t', user: 'u', role: '' } } },
    `baseline seLinuxOptions ${C}.seLinuxOptions.type`,
    `baseline seLinuxOptions ${C}.seLinuxOptions.user`,
  ],
  [{ context: { procMount: 'Unmasked' } }, `baseline procMount ${C}.procMount`],
  [
    { context: { procMount: 'Unmasked' }, spec: { hostUsers: false } },
    `restricted procMount_restricted ${C}.procMount`,
  ],
  [
    { context: { seccompProfile: { type: 'Unconfined' } } },
    `baseline seccompProfile_baseline ${C}.seccompProfile.type`,
  ],
  [{ context: { seccompProfile: null } }, `restricted seccompProfile_restricted ${C}.seccompProfile.type`],
  [
    { spec: { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_rmem' }, { name: 'kernel.msgmax' }] } } },
    'baseline sysctls securityContext.sysctls.1.name',
  ],
  [
    { context: { allowPrivilegeEscalation: null } },
    `restricted allowPrivilegeEscalation ${C}.allowPrivilegeEscalation`,
  ],
  [{ context: { runAsNonRoot: false } }, `restricted runAsNonRoot ${C}.runAsNonRoot`],
  [{ context: { runAsNonRoot: null } }, `restricted runAsNonRoot ${C}.runAsNonRoot`],
  [{ context: { runAsUser: 0 } }, `restricted runAsUser ${C}.runAsUser`],
  [
    // The container's own word stands, but nobody may say false.
    { spec: { securityContext: { runAsNonRoot: false } } },
    'restricted runAsNonRoot securityContext.runAsNonRoot',
  ],
]

test.each(OFFENCES)('%j', (change, ...expected) => {
  expect(breaches(change)).toEqual(expected)
})

test('AppArmor by annotation is judged, seccomp by annotation is not any more', () => {
  const key = (name: string): string => `container.apparmor.security.beta.kubernetes.io/${name}`
  const annotations = {
    [key('a')]: 'unconfined',
    [key('b')]: 'runtime/default',
    [key('c')]: 'localhost/x',
    [key('d')]: '',
    'seccomp.security.alpha.kubernetes.io/pod': 'unconfined',
  }
  const [manifest] = manifestsOf(
    JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'x', annotations: { [key('other')]: 'unconfined' } },
      spec: { template: { metadata: { annotations }, spec: {} } },
    }),
  )
  const pod = manifest && podOf(manifest)
  expect(pod && breachesOf(pod).map(({ path }) => path)).toEqual([
    ['spec', 'template', 'metadata', 'annotations', key('a')],
  ])
})

describe('what is allowed', () => {
  test.each<Change>([
    { spec: { hostNetwork: false, hostPID: null } },
    { context: { capabilities: { drop: ['NET_RAW', 'ALL'], add: ['NET_BIND_SERVICE'] } } },
    { context: { seccompProfile: { type: 'Localhost' } } },
    { context: { seLinuxOptions: { type: 'container_engine_t', user: '' } } },
    { context: { runAsNonRoot: null }, spec: { securityContext: { runAsNonRoot: true } } },
    { context: { seccompProfile: null }, spec: { securityContext: { seccompProfile: { type: 'Localhost' } } } },
    { context: { runAsNonRoot: false, runAsUser: 0 }, spec: { hostUsers: false } },
    { context: null as never, container: { securityContext: {} }, spec: { os: { name: 'windows' }, hostUsers: false } },
    { spec: { volumes: [{ name: 'a' }, { csi: {} }, { ephemeral: {} }, { image: {} }, { hostPath: null }] } },
  ])('%j', change => {
    expect(breaches(change)).toEqual([])
  })
})

describe('what is filled in later is unknown', () => {
  test.each<Change>([
    { container: { securityContext: '${CONTEXT}' } },
    {
      context: { runAsNonRoot: '${X}', allowPrivilegeEscalation: '${X}', seccompProfile: '${X}', capabilities: '${X}' },
    },
    { context: { capabilities: { drop: ['${X}'], add: ['${X}'] }, seccompProfile: { type: '${X}' } } },
    { context: { runAsNonRoot: null }, spec: { securityContext: '${X}' } },
    { context: { procMount: '${X}', appArmorProfile: { type: '${X}' }, seLinuxOptions: { role: '${X}' } } },
    { spec: { hostNetwork: '${X}', securityContext: { sysctls: [{ name: '${X}' }] } } },
  ])('%j', change => {
    expect(breaches(change)).toEqual([])
  })
})

test('every container of every list is judged, in order, and none throws', () => {
  const bad = { name: 'bad', securityContext: { ...SAFE, privileged: true } }
  const lists = { initContainers: [bad], ephemeralContainers: [7, bad], containers: { not: 'a list' } }
  expect(breaches({ spec: lists })).toEqual([
    'baseline privileged initContainers.0.securityContext.privileged',
    'baseline privileged ephemeralContainers.1.securityContext.privileged',
  ])
})

test.each([7, 'x', [], null, { securityContext: 7, containers: [{ ports: 7, securityContext: [] }], volumes: [7] }])(
  'a strange spec (%j) throws nothing',
  spec => {
    const [manifest] = manifestsOf(JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: {}, spec }))
    const pod = manifest && podOf(manifest)
    expect(() => pod && breachesOf(pod)).not.toThrow()
  },
)

const sysctl = (name: string): Change => ({ spec: { securityContext: { sysctls: [{ name, value: '1' }] } } })
const USER_NAMESPACE = { hostUsers: false }

describe('by the version of Kubernetes', () => {
  test.each<[string, Change, string, string]>([
    ['a sysctl', sysctl('net.ipv4.ip_local_reserved_ports'), '1.27', 'sysctls'],
    ['another', sysctl('net.ipv4.tcp_fin_timeout'), '1.29', 'sysctls'],
    ['a third', sysctl('net.ipv4.tcp_wmem'), '1.32', 'sysctls'],
    ['an SELinux type', { context: { seLinuxOptions: { type: 'container_engine_t' } } }, '1.31', 'seLinuxOptions'],
    ['root in a user namespace', { spec: USER_NAMESPACE, context: { runAsUser: 0 } }, '1.35', 'runAsUser'],
    ['maybe root there', { spec: USER_NAMESPACE, context: { runAsNonRoot: null } }, '1.35', 'runAsNonRoot'],
  ])('%s is allowed from some version on', (_, change, since, control) => {
    const before = `1.${Number(since.slice(2)) - 1}`
    expect(breaches(change, before)).toEqual([expect.stringMatching(` ${control} `)])
    expect([breaches(change, since), breaches(change, '1.36'), breaches(change)]).toEqual([[], [], []])
  })

  test.each<[string, Change, string, string]>([
    ['probes of another host', { container: { livenessProbe: { httpGet: { host: 'a' } } } }, '1.34', 'hostProbes'],
    ['the user root', { context: { runAsUser: 0 } }, '1.23', 'runAsUser'],
  ])('%s: refused from some version on', (_, change, since, control) => {
    expect(breaches(change, `1.${Number(since.slice(2)) - 1}`)).toEqual([])
    expect(breaches(change, since)).toEqual([expect.stringContaining(` ${control}`)])
    expect(breaches(change)).toEqual([expect.stringContaining(` ${control}`)])
  })

  test('an unmasked /proc in a user namespace moves from baseline to restricted', () => {
    const change: Change = { spec: USER_NAMESPACE, context: { procMount: 'Unmasked' } }
    expect(breaches(change, '1.34')).toEqual([`baseline procMount ${C}.procMount`])
    expect(breaches(change, '1.35')).toEqual([`restricted procMount_restricted ${C}.procMount`])
  })

  test('Windows pods are let off since 1.25', () => {
    const windows: Change = { spec: { os: { name: 'windows' } }, context: { allowPrivilegeEscalation: undefined } }
    expect(breaches(windows, '1.24')).toEqual([expect.stringContaining('allowPrivilegeEscalation')])
    expect(breaches(windows, '1.25')).toEqual([])
  })
})
