/**
 * The kinds the model understands, as `group/Kind` (`core` for the core group): true when namespaced.
 * Everything else in a rendered chart is skipped before it is parsed.
 */
const KINDS: Readonly<Record<string, boolean>> = {
  'core/Namespace': false,
  'core/Pod': true,
  'core/Secret': true,
  'core/Service': true,
  'core/ServiceAccount': true,
  'apps/DaemonSet': true,
  'apps/Deployment': true,
  'apps/ReplicaSet': true,
  'apps/StatefulSet': true,
  'batch/CronJob': true,
  'batch/Job': true,
  'rbac.authorization.k8s.io/ClusterRole': false,
  'rbac.authorization.k8s.io/ClusterRoleBinding': false,
  'rbac.authorization.k8s.io/Role': true,
  'rbac.authorization.k8s.io/RoleBinding': true,
  'networking.k8s.io/NetworkPolicy': true,
  'cilium.io/CiliumNetworkPolicy': true,
  'cilium.io/CiliumClusterwideNetworkPolicy': false,
  'projectcalico.org/GlobalNetworkPolicy': false,
  'projectcalico.org/NetworkPolicy': true,
  'crd.projectcalico.org/GlobalNetworkPolicy': false,
  'crd.projectcalico.org/NetworkPolicy': true,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': false,
  'external-secrets.io/ClusterExternalSecret': false,
  'external-secrets.io/ClusterPushSecret': false,
  'external-secrets.io/ClusterSecretStore': false,
  'external-secrets.io/ExternalSecret': true,
  'external-secrets.io/PushSecret': true,
  'external-secrets.io/SecretStore': true,
}

/** Whether the model understands this `group/Kind`. */
export const isKnownKind = (groupKind: string): boolean => groupKind in KINDS

/** Whether objects of this known kind live in a namespace. */
export const isNamespaced = (groupKind: string): boolean => KINDS[groupKind] === true

const kindNames = [...new Set(Object.keys(KINDS).map(groupKind => groupKind.slice(groupKind.indexOf('/') + 1)))]
const KIND_LINE = new RegExp(`["']?kind["']?\\s*:\\s*["']?(?:${kindNames.join('|')}|\\w*List)\\b`)
/** Ways to write a kind that only a parser can read: a tag, an anchor, an alias, a block, an escape, a `?` key. */
const ODD_KIND = /["']?kind["']?\s*:\s*(?:[!&*|>]|"[^"\\\n]*\\)|^[ \t]*"[^"\\\n]*\\[^"\n]*"[ \t]*:|^\? /m
const CRD_LINE = /^kind:\s*["']?CustomResourceDefinition\b/m

/**
 * Whether the text of a YAML document can hold a manifest of a known kind. Decided without parsing:
 * the CRDs are 97 % of the operator chart's output and nothing in them is judged.
 */
export const mayHoldKnownKind = (text: string): boolean => (KIND_LINE.test(text) || ODD_KIND.test(text)) && !isCrd(text)

/** Of two equal keys the last one counts, so a second `kind` decides. */
const isCrd = (text: string): boolean => CRD_LINE.test(text) && text.match(/^["']?kind\b/gm)?.length === 1
