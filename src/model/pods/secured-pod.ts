import type { Path } from '../../finding.ts'
import { asList, asMapping, asText, isPlaceholder, type Mapping, valueAt } from '../../parse/untyped.ts'
import { minorOf } from './kube-version.ts'
import type { Pod } from './workloads.ts'

/** One thing the Pod Security Standards ask of a pod. */
export interface Control {
  /** As pod-security-admission calls its check. */
  readonly id: string
  /** The minor version of Kubernetes 1 from which on it is asked; without it, it always was. */
  readonly since?: number
  check(pod: SecuredPod): Iterable<Offence>
}

/** One place of a pod that breaks a control. */
export interface Offence {
  /** The field, or the one that is missing. */
  readonly path: Path
  /** The fault, such as `container app is privileged`. */
  readonly says: string
}

/** A pod as the controls look at it. */
export interface SecuredPod {
  readonly spec: Mapping
  readonly specPath: Path
  /** Of the pod, not of the workload that makes it. */
  readonly annotations: Mapping
  readonly annotationsPath: Path
  /** Every container of every list. */
  readonly containers: readonly SecuredContainer[]
  /** The minor version of Kubernetes 1 whose standards hold. */
  readonly minor: number
  /** With `hostUsers: false` root in the pod is nobody on its node, and what is asked about root is lifted since 1.35. */
  readonly hasUserNamespace: boolean
  /** Of such a pod nothing is asked that only Linux has, since 1.25. */
  readonly isWindows: boolean
}

export interface SecuredContainer {
  readonly name: string
  readonly path: Path
  readonly body: Mapping
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers']

/** @param kubeVersion of the cluster; the newest where it is not known. */
export function securedPod({ manifest, spec, specPath }: Pod, kubeVersion?: string): SecuredPod {
  const minor = minorOf(kubeVersion)
  const annotationsPath = [...specPath.slice(0, -1), 'metadata', 'annotations']
  return {
    spec,
    specPath,
    annotations: asMapping(manifest.get(...annotationsPath)) ?? {},
    annotationsPath,
    containers: LISTS.flatMap(list => containersIn(spec[list], [...specPath, list])),
    minor,
    hasUserNamespace: minor >= 35 && (spec.hostUsers === false || isPlaceholder(spec.hostUsers)),
    isWindows: minor >= 25 && valueAt(spec, ['os', 'name']) === 'windows',
  }
}

const containersIn = (list: unknown, path: Path): SecuredContainer[] =>
  asList(list).flatMap((item, i) => {
    const body = asMapping(item)
    return body && !isPlaceholder(body) ? { name: asText(body.name) ?? `${i + 1}`, path: [...path, i], body } : []
  })

/** A field of a `securityContext`, and whose it is. */
export interface Setting {
  /** `the pod` or `container app`. */
  readonly who: string
  readonly path: Path
  /** Undefined where nobody sets it (null is nothing for the API server, too) and where it is filled in later. */
  readonly value: unknown
  /** Whether it, or the block that it stands in, is filled in later. */
  readonly isUnknown: boolean
}

function settingIn(who: string, body: Mapping, path: Path, field: readonly string[]): Setting {
  const steps = ['securityContext', ...field]
  const values = steps.map((_, i) => valueAt(body, steps.slice(0, i + 1)))
  const isUnknown = values.some(isPlaceholder)
  return { who, path: [...path, ...steps], value: isUnknown ? undefined : (values.at(-1) ?? undefined), isUnknown }
}

/** What the pod's own `securityContext` says. */
export const podSetting = ({ spec, specPath }: SecuredPod, ...field: string[]): Setting =>
  settingIn('the pod', spec, specPath, field)

/** What the `securityContext` of each container says. */
export const containerSettings = ({ containers }: SecuredPod, ...field: string[]): Setting[] =>
  containers.map(({ name, body, path }) => settingIn(`container ${name}`, body, path, field))

/** Both: a field that the pod and each container may set. */
export const allSettings = (pod: SecuredPod, ...field: string[]): Setting[] => [
  podSetting(pod, ...field),
  ...containerSettings(pod, ...field),
]

/** The containers for which nobody sets a field, neither they themselves nor their pod. */
export function lacking(pod: SecuredPod, ...field: string[]): Setting[] {
  if (!isUnset(podSetting(pod, ...field))) return []
  return containerSettings(pod, ...field).filter(isUnset)
}

const isUnset = ({ value, isUnknown }: Setting): boolean => value === undefined && !isUnknown

/** The texts of a list, with their places; without those that are filled in later. */
export const textsIn = ({ path, value }: Setting): { readonly text: string; readonly path: Path }[] =>
  asList(value).flatMap((text, i) =>
    typeof text === 'string' && !isPlaceholder(text) ? { text, path: [...path, i] } : [],
  )
