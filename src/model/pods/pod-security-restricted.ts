import { asList, asMapping, asText, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import { isDefaultCapability, unmaskedProc } from './pod-security-baseline.ts'
import {
  allSettings,
  type Control,
  containerSettings,
  lacking,
  type Offence,
  type SecuredPod,
  textsIn,
} from './secured-pod.ts'

/** The kinds of volumes that this level refuses; `hostPath` is refused by `baseline` already. */
const VOLUMES = [
  ...['gcePersistentDisk', 'awsElasticBlockStore', 'gitRepo', 'nfs', 'iscsi', 'glusterfs', 'rbd', 'flexVolume'],
  ...['cinder', 'cephfs', 'flocker', 'fc', 'azureFile', 'azureDisk', 'vsphereVolume', 'quobyte'],
  ...['portworxVolume', 'photonPersistentDisk', 'scaleIO', 'storageos'],
]

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted, what it asks beyond `baseline`. */
export const RESTRICTED: readonly Control[] = [
  {
    id: 'restrictedVolumes',
    check: ({ spec, specPath }) =>
      asList(spec.volumes).flatMap((volume, i) =>
        VOLUMES.filter(source => asMapping(valueAt(volume, [source]))).map(source => ({
          path: [...specPath, 'volumes', i, source],
          says: `volume ${asText(valueAt(volume, ['name'])) ?? i + 1} is of the kind ${source}`,
        })),
      ),
  },
  {
    id: 'allowPrivilegeEscalation',
    check: pod =>
      containerSettings(pod, 'allowPrivilegeEscalation')
        .filter(({ value, isUnknown }) => !pod.isWindows && value !== false && !isUnknown)
        .map(({ who, path }) => ({ path, says: `${who} does not set allowPrivilegeEscalation to false` })),
  },
  { id: 'runAsNonRoot', check: pod => (pod.hasUserNamespace ? [] : [...mayBeRoot(pod)]) },
  {
    id: 'runAsUser',
    since: 23,
    check: pod =>
      allSettings(pod, 'runAsUser')
        .filter(({ value }) => !pod.hasUserNamespace && value === 0)
        .map(({ who, path }) => ({ path, says: `${who} runs as root (runAsUser 0)` })),
  },
  {
    id: 'seccompProfile_restricted',
    check: pod =>
      pod.isWindows
        ? []
        : lacking(pod, 'seccompProfile', 'type').map(({ who, path }) => ({
            path,
            says: `${who} has no seccomp profile, neither its own nor its pod's`,
          })),
  },
  { id: 'capabilities_restricted', check: pod => (pod.isWindows ? [] : [...keptCapabilities(pod)]) },
  // Without a user namespace `baseline` refuses it already.
  { id: 'procMount_restricted', since: 35, check: pod => (pod.hasUserNamespace ? unmaskedProc(pod) : []) },
]

function* mayBeRoot(pod: SecuredPod): Generator<Offence> {
  for (const { who, path, value } of allSettings(pod, 'runAsNonRoot'))
    if (value === false) yield { path, says: `${who} sets runAsNonRoot to false` }
  for (const { who, path } of lacking(pod, 'runAsNonRoot'))
    yield { path, says: `${who} does not set runAsNonRoot to true, and neither does its pod` }
}

function* keptCapabilities(pod: SecuredPod): Generator<Offence> {
  for (const { who, path, value, isUnknown } of containerSettings(pod, 'capabilities', 'drop')) {
    const dropped = asList(value)
    if (!isUnknown && !dropped.includes('ALL') && !dropped.some(isPlaceholder))
      yield { path, says: `${who} does not drop the capabilities ALL` }
  }
  for (const setting of containerSettings(pod, 'capabilities', 'add'))
    for (const { text, path } of textsIn(setting))
      if (text !== 'NET_BIND_SERVICE' && isDefaultCapability(text))
        yield { path, says: `${setting.who} adds the capability ${text}` }
}
