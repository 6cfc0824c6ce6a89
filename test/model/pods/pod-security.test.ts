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

function breaches({ spec, container, context, annotations = {} }: Change): string[] {
  const containers = [{ name: 'c', securityContext: { ...SAFE, ...context }, ...container }]
  const body = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', annotations },
    spec: { containers, ...spec },
  }
  const [manifest] = manifestsOf(JSON.stringify(body))
  const pod = manifest && podOf(manifest)
  return pod ? breachesOf(pod).map(({ level, control, path }) => `${level} ${control} ${path.slice(1).join('.')}`) : []
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
