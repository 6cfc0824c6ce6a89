import { groupOf } from '../finding.ts'

/**
 * The kinds the model understands, as `group/Kind` (`core` for the core group): true when namespaced.
 * A group with `*` has kinds that somebody else names. Everything else in a rendered chart is skipped before it is parsed.
 */
const KINDS: Readonly<Record<string, boolean>> = {
  'core/LimitRange': true,
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
  'policy/PodDisruptionBudget': true,
  'rbac.authorization.k8s.io/ClusterRole': false,
  'rbac.authorization.k8s.io/ClusterRoleBinding': false,
  'rbac.authorization.k8s.io/Role': true,
  'rbac.authorization.k8s.io/RoleBinding': true,
  'networking.k8s.io/NetworkPolicy': true,
  'policy.networking.k8s.io/AdminNetworkPolicy': false,
  'policy.networking.k8s.io/BaselineAdminNetworkPolicy': false,
  'cilium.io/CiliumNetworkPolicy': true,
  'cilium.io/CiliumClusterwideNetworkPolicy': false,
  'projectcalico.org/GlobalNetworkPolicy': false,
  'projectcalico.org/NetworkPolicy': true,
  'crd.projectcalico.org/GlobalNetworkPolicy': false,
  'crd.projectcalico.org/NetworkPolicy': true,
  'argoproj.io/Application': true,
  'argoproj.io/ApplicationSet': true,
  'helm.toolkit.fluxcd.io/HelmRelease': true,
  'kustomize.toolkit.fluxcd.io/Kustomization': true,
  'source.toolkit.fluxcd.io/GitRepository': true,
  'source.toolkit.fluxcd.io/HelmChart': true,
  'source.toolkit.fluxcd.io/HelmRepository': true,
  'source.toolkit.fluxcd.io/OCIRepository': true,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': false,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': false,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': false,
  'apiextensions.k8s.io/CustomResourceDefinition': false,
  'audit.k8s.io/Policy': false,
  'cert-manager.io/ClusterIssuer': false,
  'cert-manager.io/Issuer': true,
  'constraints.gatekeeper.sh/*': false,
  'templates.gatekeeper.sh/ConstraintTemplate': false,
  'kyverno.io/ClusterPolicy': false,
  'kyverno.io/Policy': true,
  'policies.kyverno.io/NamespacedValidatingPolicy': true,
  'policies.kyverno.io/ValidatingPolicy': false,
  'azmonitoring.coreos.com/PodMonitor': true,
  'azmonitoring.coreos.com/ServiceMonitor': true,
  'monitoring.coreos.com/PodMonitor': true,
  'monitoring.coreos.com/PrometheusRule': true,
  'monitoring.coreos.com/ServiceMonitor': true,
  'monitoring.googleapis.com/ClusterPodMonitoring': false,
  'monitoring.googleapis.com/ClusterRules': false,
  'monitoring.googleapis.com/GlobalRules': false,
  'monitoring.googleapis.com/PodMonitoring': true,
  'monitoring.googleapis.com/Rules': true,
  'operator.victoriametrics.com/VMPodScrape': true,
  'operator.victoriametrics.com/VMRule': true,
  'operator.victoriametrics.com/VMServiceScrape': true,
  'external-secrets.io/ClusterExternalSecret': false,
  'external-secrets.io/ClusterPushSecret': false,
  'external-secrets.io/ClusterSecretStore': false,
  'external-secrets.io/ExternalSecret': true,
  'external-secrets.io/PushSecret': true,
  'external-secrets.io/SecretStore': true,
  'generators.external-secrets.io/ACRAccessToken': true,
  'generators.external-secrets.io/BeyondtrustWorkloadCredentialsDynamicSecret': true,
  'generators.external-secrets.io/CloudsmithAccessToken': true,
  'generators.external-secrets.io/ClusterGenerator': false,
  'generators.external-secrets.io/ECRAuthorizationToken': true,
  'generators.external-secrets.io/Fake': true,
  'generators.external-secrets.io/GCRAccessToken': true,
  'generators.external-secrets.io/GithubAccessToken': true,
  'generators.external-secrets.io/GitlabDeployToken': true,
  'generators.external-secrets.io/Grafana': true,
  'generators.external-secrets.io/MFA': true,
  'generators.external-secrets.io/Password': true,
  'generators.external-secrets.io/QuayAccessToken': true,
  'generators.external-secrets.io/SSHKey': true,
  'generators.external-secrets.io/STSSessionToken': true,
  'generators.external-secrets.io/UUID': true,
  'generators.external-secrets.io/VaultDynamicSecret': true,
  'generators.external-secrets.io/Webhook': true,
}

/** `group/Kind` of an object, `core/…` for the core group. */
export const groupKindOf = (apiVersion: string, kind: string): string => `${groupOf(apiVersion) || 'core'}/${kind}`

/** The entry that a `group/Kind` belongs to: itself, or its group with `*`. Whether the model has it is another question. */
export function entryOf(groupKind: string): string {
  const open = `${groupKind.slice(0, groupKind.indexOf('/'))}/*`
  return Object.hasOwn(KINDS, open) ? open : groupKind
}

/** Whether the model understands this `group/Kind`. */
export const isKnownKind = (groupKind: string): boolean => Object.hasOwn(KINDS, entryOf(groupKind))

/** All entries, as `group/Kind`. */
export const knownKinds = (): string[] => Object.keys(KINDS)

/** Whether objects of this known kind live in a namespace. */
export const isNamespaced = (groupKind: string): boolean => KINDS[entryOf(groupKind)] === true

/** Whether it is the content of a file that a component of Kubernetes reads, and so needs no name. */
export const isFileKind = (groupKind: string): boolean => groupKind === 'audit.k8s.io/Policy'
