import type { Manifest } from '../parse/manifest.ts'
import { asList, asText, asTexts, valueAt } from '../parse/untyped.ts'
import { namesGroup, type PolicyRule, policyRules, type Rbac, type Subject, verbsGiven } from './rbac.ts'
import { type Container, type Pod, parseImage } from './workloads.ts'

export const ESO_GROUP = 'external-secrets.io'
export const GENERATORS_GROUP = 'generators.external-secrets.io'
/** A SecretStore or ClusterSecretStore, as `group/Kind`. */
export const STORE_KINDS = [`${ESO_GROUP}/ClusterSecretStore`, `${ESO_GROUP}/SecretStore`] as const

export type ComponentRole = 'controller' | 'webhook' | 'cert-controller'

/** One of the operator's own workloads. */
export interface Component {
  readonly role: ComponentRole
  readonly pod: Pod
  readonly container: Container
}

/** One installation of the operator: the components of one release, or of one namespace in plain manifests. */
export interface Install {
  readonly namespace: string | undefined
  readonly release: string | undefined
  readonly components: readonly Component[]
  readonly controller: Component | undefined
  /** From the controller's image tag, else its version label; without a leading `v`. Undefined when nobody says. */
  readonly version: string | undefined
}

/** External Secrets Operator in a set of manifests, recognised by what it is told to do and allowed to do, never by a name. */
export class Eso {
  readonly installs: readonly Install[]
  /** Webhook entries that judge the operator's own kinds, in their configurations. */
  readonly webhooks: readonly WebhookEntry[]
  readonly #rbac: Rbac
  readonly #components: ReadonlyMap<Manifest, Component>

  constructor(manifests: readonly Manifest[], pods: readonly Pod[], rbac: Rbac) {
    this.#rbac = rbac
    const components = pods.flatMap(pod => componentOf(pod, rbac) ?? [])
    this.#components = new Map(components.map(component => [component.pod.manifest, component]))
    this.installs = installsOf(components)
    this.webhooks = manifests.flatMap(webhooksOf)
  }

  /** The component a workload is; undefined for every other workload. */
  componentOf(workload: Manifest): Component | undefined {
    return this.#components.get(workload)
  }

  /** Whether a subject is the ServiceAccount of one of the operator's components. */
  isOwn(subject: Subject): boolean {
    return this.#ownComponent(subject) !== undefined
  }

  /** Whether a subject is the ServiceAccount of this component of some install. */
  isRole(subject: Subject, role: ComponentRole): boolean {
    return this.#ownComponent(subject)?.role === role
  }

  /** Whether a namespace holds an install. */
  isOwnNamespace(namespace: string | undefined): boolean {
    return namespace !== undefined && this.installs.some(install => install.namespace === namespace)
  }

  /**
   * Whether a workload or grant is ours to judge where a rule is about general hygiene: the operator's own
   * components, what lives in its namespace, and subjects whose rules name one of its API groups.
   */
  isInScope(subject: Subject): boolean {
    if (subject.kind !== 'ServiceAccount') return false
    return this.isOwn(subject) || this.isOwnNamespace(subject.namespace) || this.#namesOurGroups(subject)
  }

  #ownComponent(subject: Subject): Component | undefined {
    if (subject.kind !== 'ServiceAccount') return undefined
    return this.#components
      .values()
      .find(({ pod }) => pod.serviceAccountName === subject.name && pod.namespace === subject.namespace)
  }

  #namesOurGroups(subject: Subject): boolean {
    return this.#rbac.rolesOf(subject).some(({ role }) => policyRules(role).some(namesOurGroup))
  }
}

const namesOurGroup = (rule: PolicyRule): boolean => namesGroup(rule, ESO_GROUP) || namesGroup(rule, GENERATORS_GROUP)

/** One `webhooks[]` entry that judges kinds of the operator. */
export interface WebhookEntry {
  readonly manifest: Manifest
  readonly path: readonly (string | number)[]
  readonly failurePolicy: unknown
}

const webhooksOf = (manifest: Manifest): WebhookEntry[] =>
  manifest.groupKind !== 'admissionregistration.k8s.io/ValidatingWebhookConfiguration'
    ? []
    : asList(manifest.get('webhooks')).flatMap((webhook, i) => {
        const groups = asList(valueAt(webhook, ['rules'])).flatMap(rule => asTexts(valueAt(rule, ['apiGroups'])))
        if (!groups.some(group => group === ESO_GROUP || group === GENERATORS_GROUP)) return []
        return { manifest, path: ['webhooks', i], failurePolicy: valueAt(webhook, ['failurePolicy']) }
      })

/**
 * The operator's three components are one program: its first word says which. It is ours when the image is called
 * `external-secrets`, or (a mirrored image of another name) when its ServiceAccount may write the status of ExternalSecrets.
 */
function componentOf(pod: Pod, rbac: Rbac): Component | undefined {
  for (const container of pod.containers) {
    const word = container.args.find(arg => !arg.startsWith('-'))
    const isOurImage =
      container.image !== undefined && parseImage(container.image).repository.split('/').at(-1) === 'external-secrets'
    if (word === 'certcontroller') return { role: 'cert-controller', pod, container }
    if (isOurImage) return { role: word === 'webhook' ? 'webhook' : 'controller', pod, container }
  }
  const [container] = pod.containers
  if (!container || pod.namespace === undefined) return undefined
  return writesStatus(pod, rbac) ? { role: 'controller', pod, container } : undefined
}

function writesStatus(pod: Pod, rbac: Rbac): boolean {
  const subject: Subject = { kind: 'ServiceAccount', name: pod.serviceAccountName, namespace: pod.namespace }
  const access = { group: ESO_GROUP, resource: 'externalsecrets/status', verbs: ['update', 'patch'] }
  return rbac
    .rolesOf(subject)
    .some(({ role }) =>
      policyRules(role).some(rule => namesGroup(rule, ESO_GROUP) && verbsGiven(rule, access).length > 0),
    )
}

function installsOf(components: readonly Component[]): Install[] {
  const groups = Map.groupBy(
    components,
    ({ pod: { manifest } }) => `${manifest.release?.name ?? ''}/${manifest.namespace ?? ''}`,
  )
  return [...groups.values()].flatMap(group => {
    const manifest = group[0]?.pod.manifest
    if (!manifest) return []
    const controller = group.find(({ role }) => role === 'controller')
    return {
      namespace: manifest.namespace,
      release: manifest.release?.name,
      components: group,
      controller,
      version: controller && versionOf(controller),
    }
  })
}

const VERSION = /^v?(\d+\.\d+\.\d+(?:-[\w.]+)?)/

function versionOf({ container, pod }: Component): string | undefined {
  const tag = container.image && parseImage(container.image).tag
  const label = asText(pod.manifest.get('metadata', 'labels', 'app.kubernetes.io/version'))
  return [tag, label].map(text => VERSION.exec(text ?? '')?.[1]).find(version => version !== undefined)
}
