import { compareBytes } from '../value/value.ts'
import { type Head, headOf } from './head.ts'
import { splitManifests, trimmed } from './split.ts'

/** https://github.com/helm/helm/blob/v4.1.4/pkg/release/v1/util/kind_sorter.go; the last two are helm 4's. */
const ORDER =
  'PriorityClass Namespace NetworkPolicy ResourceQuota LimitRange PodSecurityPolicy PodDisruptionBudget ServiceAccount Secret SecretList ConfigMap StorageClass PersistentVolume PersistentVolumeClaim CustomResourceDefinition ClusterRole ClusterRoleList ClusterRoleBinding ClusterRoleBindingList Role RoleList RoleBinding RoleBindingList Service DaemonSet Pod ReplicationController ReplicaSet Deployment HorizontalPodAutoscaler StatefulSet Job CronJob IngressClass Ingress APIService'.split(
    ' ',
  )
const WEBHOOKS = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']

/** https://helm.sh/docs/topics/charts_hooks; a document with any other is left out. */
const EVENTS = new Set(
  'pre-install post-install pre-delete post-delete pre-upgrade post-upgrade pre-rollback post-rollback test test-success'.split(
    ' ',
  ),
)
const TESTS = ['test', 'test-success']

interface PlacedManifest extends Head {
  readonly file: string
  readonly text: string
}

/**
 * What `helm template --skip-tests` prints of what the template files gave: cut into documents, in the order of their kinds, hooks
 * last.
 * @param files by helm's names, without partials and notes
 * @throws TemplateError where helm refuses a document; Untraced
 */
export function printManifests(files: ReadonlyMap<string, string>, major: 3 | 4): string {
  const all = [...files]
    .sort(([a], [b]) => compareBytes(a, b))
    .flatMap(([file, text]) =>
      trimmed(text) === '' ? [] : splitManifests(text).map(text => ({ file, text, ...headOf(text) })),
    )
  const inOrder = inOrderOfKinds(all, major)
  const manifests = inOrder.filter(({ hook }) => hook === undefined).map(printed)
  const hooks = inOrder.filter(({ hook }) => hook !== undefined && isPrinted(hook)).map(printed)
  return `${trimmed(manifests.join(''))}\n${hooks.join('')}`
}

const printed = ({ file, text }: PlacedManifest): string => `---\n# Source: ${file}\n${text}\n`

function isPrinted(hook: string): boolean {
  const events = hook.split(',').map(event => trimmed(event).toLowerCase())
  return events.every(event => EVENTS.has(event)) && !events.some(event => TESTS.includes(event))
}

/** Unknown kinds come last, by their names; what is of one kind stays as it was. */
function inOrderOfKinds(manifests: readonly PlacedManifest[], major: 3 | 4): PlacedManifest[] {
  const ranks = new Map((major === 4 ? [...ORDER, ...WEBHOOKS] : ORDER).map((kind, i) => [kind, i]))
  const rankOf = (kind: string): number => ranks.get(kind) ?? ranks.size
  return manifests.toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind) || byUnknownName(a, b, ranks))
}

const byUnknownName = (a: Head, b: Head, ranks: ReadonlyMap<string, number>): number =>
  ranks.has(a.kind) ? 0 : compareBytes(a.kind, b.kind)
