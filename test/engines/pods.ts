import fc from 'fast-check'
import type { Mapping } from '../../src/parse/untyped.ts'

/** A pod as the API server takes it, with what the Pod Security Standards look at. */
export interface RandomPod {
  /** Of the cluster; `latest` where nobody says which it is. */
  readonly version: string
  readonly annotations: Readonly<Record<string, string>>
  readonly spec: Mapping
}

/** Some of these fields. */
const some = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(fields, { requiredKeys: [] })
/** What is right, but for one in `odds + 1`. */
const mostly = (right: unknown, wrong: fc.Arbitrary<unknown>, odds = 20) =>
  fc.oneof({ weight: odds, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: wrong })
/** A field that few pods have. */
const seldom = (value: fc.Arbitrary<unknown>) => mostly(undefined, value)

const profile = fc.constantFrom(
  null,
  { type: 'RuntimeDefault' },
  { type: 'Localhost', localhostProfile: 'own' },
  { type: 'Unconfined' },
)
const seLinuxOptions = some({
  type: fc.constantFrom('', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t', 'spc_t'),
  user: fc.constantFrom('', 'system_u'),
  role: fc.constantFrom('', 'system_r'),
  level: fc.constant('s0'),
})

const SHARED = {
  runAsUser: seldom(fc.constantFrom(0, 1000, null)),
  seLinuxOptions: seldom(fc.option(seLinuxOptions)),
  appArmorProfile: seldom(profile),
  windowsOptions: seldom(some({ hostProcess: fc.boolean() })),
}

const SYSCTLS = [
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_syncookies',
  'kernel.shm_rmid_forced',
  'kernel.msgmax',
  'net.core.somaxconn',
]
const POD_CONTEXT = {
  ...SHARED,
  runAsNonRoot: mostly(true, fc.constantFrom(false, null), 6),
  seccompProfile: mostly({ type: 'RuntimeDefault' }, profile, 6),
  sysctls: seldom(
    fc.array(fc.record({ name: fc.constantFrom(...SYSCTLS), value: fc.constant('1') }), { maxLength: 2 }),
  ),
}
const podContext = fc.record(POD_CONTEXT)

const CAPABILITIES = ['NET_BIND_SERVICE', 'CHOWN', 'SYS_CHROOT', 'NET_RAW', 'SYS_ADMIN', 'ALL', 'chown']
const capabilities = some({
  drop: fc.option(fc.subarray(['ALL', 'all', 'NET_RAW'])),
  add: fc.option(fc.array(fc.constantFrom(...CAPABILITIES), { maxLength: 2 })),
})
const CONTAINER_CONTEXT = {
  ...SHARED,
  runAsNonRoot: mostly(undefined, fc.constantFrom(true, false, null), 4),
  seccompProfile: mostly(undefined, profile, 4),
  allowPrivilegeEscalation: mostly(false, fc.constantFrom(true, null)),
  privileged: seldom(fc.constantFrom(true, false, null)),
  procMount: seldom(fc.constantFrom('Default', 'Unmasked')),
  capabilities: mostly({ drop: ['ALL'] }, fc.option(capabilities), 6),
}
const containerContext = fc.record(CONTAINER_CONTEXT)

const host = fc.constantFrom('', '127.0.0.1', 'node')
const handler = fc.oneof(
  some({ host, port: fc.constant(80) }).map(httpGet => ({ httpGet })),
  some({ host, port: fc.constant(80) }).map(tcpSocket => ({ tcpSocket })),
  fc.constant({ exec: { command: ['true'] } }),
)
const container = fc.record({
  name: fc.constantFrom('app', 'side'),
  image: fc.constant('example.org/app:1'),
  securityContext: mostly(undefined, fc.constant(null)).chain(none =>
    none === null ? fc.constant(null) : containerContext,
  ),
  ports: seldom(fc.array(some({ containerPort: fc.constant(80), hostPort: fc.constantFrom(0, 80) }), { maxLength: 2 })),
  livenessProbe: seldom(handler),
  readinessProbe: seldom(handler),
  startupProbe: seldom(handler),
  lifecycle: seldom(some({ preStop: handler, postStart: handler })),
})

const SOURCES = [
  ...[
    'hostPath',
    'nfs',
    'iscsi',
    'cephfs',
    'azureFile',
    'azureDisk',
    'gitRepo',
    'rbd',
    'flexVolume',
    'glusterfs',
    'fc',
  ],
  ...[
    'cinder',
    'flocker',
    'quobyte',
    'vsphereVolume',
    'portworxVolume',
    'photonPersistentDisk',
    'scaleIO',
    'storageos',
  ],
  ...[
    'gcePersistentDisk',
    'awsElasticBlockStore',
    'secret',
    'configMap',
    'emptyDir',
    'projected',
    'downwardAPI',
    'csi',
  ],
  ...['persistentVolumeClaim', 'ephemeral', 'image'],
]
const volume = fc.record({
  name: fc.constant('data'),
  source: fc.oneof(fc.constantFrom(...SOURCES), fc.constant('hostPath')),
})
const volumes = fc.array(
  volume.map(({ name, source }) => ({ name, [source]: {} })),
  { maxLength: 2 },
)

const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/app'
const annotations = mostly(
  {},
  fc.constantFrom('', 'runtime/default', 'localhost/own', 'unconfined').map(value => ({ [APPARMOR]: value })),
)

/** What the API server takes in the `securityContext` of a Windows pod: the rest is for Linux only, and refused. */
const ON_WINDOWS = ['runAsNonRoot', 'windowsOptions']
const isForLinux = (key: string): boolean => Object.hasOwn(LINUX, key) && !ON_WINDOWS.includes(key)
const LINUX = { ...SHARED, ...POD_CONTEXT, ...CONTAINER_CONTEXT }

/** A field without a value is not there. */
function asApplied(pod: { version: string; spec: { os: unknown } }): RandomPod {
  const isWindows = JSON.stringify(pod.spec.os) === '{"name":"windows"}'
  return JSON.parse(
    JSON.stringify(pod, (key, value) => (isWindows && isForLinux(key) ? undefined : value)),
  ) as RandomPod
}

/** Most break few controls, so that no fault hides another. */
export const randomPod = fc
  .record({
    version: fc.oneof(
      fc.constant('latest'),
      fc.integer({ min: 22, max: 36 }).map(minor => `v1.${minor}`),
    ),
    annotations,
    spec: fc.record({
      hostNetwork: seldom(fc.constantFrom(true, false, null)),
      hostPID: seldom(fc.boolean()),
      hostIPC: seldom(fc.boolean()),
      hostUsers: mostly(undefined, fc.constantFrom(true, false, null), 6),
      os: seldom(fc.constantFrom({ name: 'linux' }, { name: 'windows' })),
      securityContext: mostly(undefined, fc.constant(null)).chain(none =>
        none === null ? fc.constant(null) : podContext,
      ),
      containers: fc.array(container, { minLength: 1, maxLength: 2 }),
      initContainers: seldom(fc.array(container, { maxLength: 1 })),
      ephemeralContainers: seldom(fc.array(container, { maxLength: 1 })),
      volumes: seldom(volumes),
    }),
  })
  .map(asApplied)
