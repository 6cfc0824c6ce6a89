import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asLabels, asList, asText, asTexts, valueAt } from '../../parse/untyped.ts'
import { accountOf, type Container, type Pod, parseImage } from '../pods/workloads.ts'
import {
  nameOfSubject,
  namesGroup,
  type PolicyRule,
  policyRules,
  type Rbac,
  type Subject,
  verbsGiven,
} from '../rbac/rbac.ts'

export const ESO_GROUP = 'external-secrets.io'
export const GENERATORS_GROUP = 'generators.external-secrets.io'
/** A SecretStore or ClusterSecretStore, as `group/Kind`. */
export const STORE_KINDS = [`${ESO_GROUP}/ClusterSecretStore`, `${ESO_GROUP}/SecretStore`] as const

/** Whether a manifest is a generator, a ClusterGenerator included. */
export const isGenerator = ({ groupKind }: Manifest): boolean => groupKind.startsWith(`${GENERATORS_GROUP}/`)

export type ComponentRole = 'controller' | 'webhook' | 'cert-controller'

/** One of the operator's own workloads. */
export interface Component {
  readonly role: ComponentRole
  readonly pod: Pod
  readonly container: Container
  /** From the image's tag; its version label where the image has none. Without a leading `v`, undefined when nobody says. */
  readonly version: string | undefined
}

/** One installation of the operator: the components of one release, or of one namespace in plain manifests. */
export interface Install {
  readonly namespace: string | undefined
  readonly release: string | undefined
  readonly components: readonly Component[]
  readonly controller: Component | undefined
  /** The controller's. */
  readonly version: string | undefined
}

/** The workload that stands for an install as a whole. */
export const workloadOf = (install: Install | null): Manifest | undefined =>
  (install?.controller ?? install?.components[0])?.pod.manifest

/** External Secrets Operator in a set of manifests, recognised by what it is told to do and allowed to do, never by a name. */
export class Eso {
  readonly installs: readonly Install[]
  /** Webhook entries that judge the operator's own kinds, in their configurations. */
  readonly webhooks: readonly WebhookEntry[]
  readonly #rbac: Rbac
  readonly #components: ReadonlyMap<Manifest, Component>
  readonly #byAccount: ReadonlyMap<string, readonly Component[]>
  readonly #namespaces: ReadonlySet<string | undefined>
  readonly #parts: ReadonlySet<string | undefined>
  /** Asked again and again, of subjects that many copies of one binding name. */
  readonly #namingOurs = new Map<string, boolean>()

  constructor(manifests: readonly Manifest[], pods: readonly Pod[], rbac: Rbac) {
    this.#rbac = rbac
    const components = componentsOf(pods, rbac)
    this.#components = new Map(components.map(component => [component.pod.manifest, component]))
    this.#byAccount = Map.groupBy(components, ({ pod }) => nameOfSubject(accountOf(pod)))
    this.installs = installsOf(components)
    this.#namespaces = new Set(this.installs.map(({ namespace }) => namespace))
    this.#parts = new Set(this.installs.map(({ controller }) => controller && chartPart(controller.pod.manifest)))
    this.webhooks = manifests.flatMap(webhooksOf)
  }

  /** The component a workload is; undefined for every other workload. */
  componentOf(workload: Manifest): Component | undefined {
    return this.#components.get(workload)
  }

  /** Whether a subject is the ServiceAccount of one of the operator's components. */
  isOwn(subject: Subject): boolean {
    return this.componentsAs(subject).length > 0
  }

  /** Whether a subject is the ServiceAccount of this component of some install; one account may serve several. */
  isRole(subject: Subject, role: ComponentRole): boolean {
    return this.componentsAs(subject).some(component => component.role === role)
  }

  /** Whether an object is a part of the operator's chart by its own word: it carries the labels of a controller of the set. */
  isOwnPart(manifest: Manifest): boolean {
    const part = chartPart(manifest)
    return part !== undefined && this.#parts.has(part)
  }

  /** Whether a namespace holds an install. */
  isOwnNamespace(namespace: string | undefined): boolean {
    return namespace !== undefined && this.#namespaces.has(namespace)
  }

  /**
   * Whether a workload or grant is ours to judge where a rule is about general hygiene: the operator's own
   * components, what lives in its namespace, and subjects whose rules name one of its API groups.
   */
  isInScope(subject: Subject): boolean {
    if (subject.kind !== 'ServiceAccount') return false
    return this.isOwn(subject) || this.isOwnNamespace(subject.namespace) || this.namesOurGroups(subject)
  }

  /** The controllers of all installs. */
  get controllers(): Component[] {
    return this.installs.flatMap(({ components }) => components.filter(({ role }) => role === 'controller'))
  }

  /** The components that run as a subject. */
  componentsAs(subject: Subject): readonly Component[] {
    return this.#byAccount.get(nameOfSubject(subject)) ?? []
  }

  /** Whether a subject holds rules that name one of the operator's API groups. */
  namesOurGroups(subject: Subject): boolean {
    const name = nameOfSubject(subject)
    const known = this.#namingOurs.get(name)
    if (known !== undefined) return known
    const names = this.#rbac.rolesOf(subject).some(({ role }) => policyRules(role).some(namesOurGroup))
    this.#namingOurs.set(name, names)
    return names
  }
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
function chartPart(manifest: Manifest): string | undefined {
  const labels = asLabels(manifest.get('metadata', 'labels'))
  const [name, instance] = [labels['app.kubernetes.io/name'], labels['app.kubernetes.io/instance']]
  return name === undefined || instance === undefined ? undefined : `${name}/${instance}`
}

const namesOurGroup = (rule: PolicyRule): boolean => namesGroup(rule, ESO_GROUP) || namesGroup(rule, GENERATORS_GROUP)

/** One `webhooks[]` entry that judges kinds of the operator. */
export interface WebhookEntry {
  readonly manifest: Manifest
  readonly path: Path
  readonly name: string
  /** The operator's kinds that it judges, as RBAC names them, such as `secretstores`. */
  readonly resources: readonly string[]
  readonly failurePolicy: unknown
}

const webhooksOf = (manifest: Manifest): WebhookEntry[] =>
  manifest.groupKind !== 'admissionregistration.k8s.io/ValidatingWebhookConfiguration'
    ? []
    : asList(manifest.get('webhooks')).flatMap((webhook, i) => {
        const rules = asList(valueAt(webhook, ['rules'])).filter(rule =>
          asTexts(valueAt(rule, ['apiGroups'])).some(group => group === ESO_GROUP || group === GENERATORS_GROUP),
        )
        if (rules.length === 0) return []
        return {
          manifest,
          path: ['webhooks', i],
          name: asText(valueAt(webhook, ['name'])) ?? '',
          resources: [...new Set(rules.flatMap(rule => asTexts(valueAt(rule, ['resources']))))],
          failurePolicy: valueAt(webhook, ['failurePolicy']),
        }
      })

/**
 * The operator's three components are one program: its first word says which. A pod is ours when an image is called
 * `external-secrets`, or (a mirrored image of another name) when its ServiceAccount may write the status of
 * ExternalSecrets; but not when that is the ServiceAccount of a controller known by its image: then the pod borrows it.
 */
function componentsOf(pods: readonly Pod[], rbac: Rbac): Component[] {
  const byProgram = pods.map(componentByProgram)
  const controllers = byProgram.flatMap(known => (known?.role === 'controller' ? known.pod : []))
  const accounts = new Set(controllers.map(pod => nameOfSubject(accountOf(pod))))
  const borrows = (pod: Pod): boolean => accounts.has(nameOfSubject(accountOf(pod)))
  return pods.flatMap((pod, i) => byProgram[i] ?? (borrows(pod) ? [] : (controllerByRights(pod, rbac) ?? [])))
}

function componentByProgram(pod: Pod): Component | undefined {
  for (const container of pod.containers) {
    const word = subcommandOf(container)
    const isOurImage =
      container.image !== undefined && parseImage(container.image).repository.split('/').at(-1) === 'external-secrets'
    if (word === 'certcontroller') return component('cert-controller', pod, container)
    if (isOurImage) return component(word === 'webhook' ? 'webhook' : 'controller', pod, container)
  }
  return undefined
}

function controllerByRights(pod: Pod, rbac: Rbac): Component | undefined {
  const [container] = pod.containers
  if (!container || pod.namespace === undefined) return undefined
  return writesStatus(pod, rbac) ? component('controller', pod, container) : undefined
}

const component = (role: ComponentRole, pod: Pod, container: Container): Component => ({
  role,
  pod,
  container,
  version: versionOf(pod, container),
})

/** The word that says which component the program is; it stands before all flags, behind the program's path where that is named. */
function subcommandOf({ args }: Container): string | undefined {
  const flags = args.findIndex(arg => arg.startsWith('-'))
  return args.slice(0, flags < 0 ? args.length : flags).find(arg => arg === 'webhook' || arg === 'certcontroller')
}

function writesStatus(pod: Pod, rbac: Rbac): boolean {
  const access = { group: ESO_GROUP, resource: 'externalsecrets/status', verbs: ['update', 'patch'] }
  return rbac
    .rolesOf(accountOf(pod))
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
      version: controller?.version,
    }
  })
}

// What follows the number is a pre-release only if it says so: `-ubi`, `-debian-12-r1` and the like are flavours.
const VERSION = /^v?(\d+\.\d+\.\d+(?:-(?:alpha|beta|rc|pre|dev)[\w.]*)?)/

function versionOf({ manifest }: Pod, { image }: Container): string | undefined {
  const tag = image && parseImage(image).tag
  // The label repeats the chart's version, which says nothing of an image whose tag was chosen by hand.
  const label = asText(manifest.get('metadata', 'labels', 'app.kubernetes.io/version'))
  return VERSION.exec((tag || label) ?? '')?.[1]
}
