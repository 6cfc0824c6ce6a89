import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/paths/coverage.ts
var ids = (text) => text.split(" ").filter(Boolean);
var COVERAGE = [
  {
    row: "TM1",
    says: "compromised ESO pod: network policies, pod security standards",
    rules: ids(
      "cert-controller-reads-all-secrets cluster-wide-secret-access eso-without-network-policy hardening-overridden missing-resource-limits mutable-image namespace-without-pod-security operator-namespace-access restricted-profile-violation unapproved-image-registry unneeded-service-account-token unrestricted-egress unrestricted-token-creation unsupported-eso-version vulnerable-eso-version writable-root-filesystem"
    )
  },
  {
    row: "TM2",
    says: "leaked provider credentials: short-lived tokens, IRSA, Workload Identity",
    rules: ids(
      "controller-ambient-identity credentials-in-rendered-secret inline-provider-secret long-lived-service-account-token metadata-service-reachable never-refreshed-secret static-provider-credentials token-without-audience unrestricted-token-creation"
    )
  },
  {
    row: "TM3",
    says: "malicious ExternalSecret: RBAC on creation, OPA/Kyverno",
    rules: ids(
      "catch-all-cluster-external-secret cluster-wide-external-secret-access external-secret-in-forbidden-namespace fetch-all-secrets missing-admission-policy privileged-secret-type remote-key-outside-prefix secret-takeover"
    )
  },
  {
    row: "TM4",
    says: "malicious SecretStore: validate provider configs, restrict creation",
    rules: ids(
      "cleartext-endpoint developer-can-write-cluster-scoped-eso developer-can-write-secret-stores hardening-overridden invalid-manifest missing-admission-policy operator-token-sent-to-provider unapproved-endpoint unapproved-provider unmaintained-provider webhook-provider"
    )
  },
  {
    row: "TM5",
    says: "PushSecret abuse: restrict RBAC, audit creation",
    rules: ids(
      "developer-can-write-push-secrets eso-changes-not-audited missing-admission-policy push-secret-selects-all-secrets push-secret-selects-all-stores push-secret-to-open-store unapproved-endpoint"
    )
  },
  {
    row: "TM6",
    says: "escalation through ClusterSecretStore: namespace conditions",
    rules: ids(
      "catch-all-store-condition cluster-admin-binding developer-can-write-cluster-scoped-eso foreign-namespace-read open-cluster-generator privilege-escalation-verbs unrestricted-cluster-store wildcard-permissions"
    )
  },
  {
    row: "RM1",
    says: "operators: CRUD on clustersecretstores at cluster scope",
    rules: ids("developer-can-write-cluster-scoped-eso")
  },
  { row: "RM2", says: "operators: read externalsecrets across namespaces", rules: ids(""), artefact: "rbac" },
  {
    row: "RM3",
    says: "core Secrets read/write delegated to the ESO ServiceAccount",
    rules: ids("cluster-wide-secret-access human-secret-access")
  },
  {
    row: "RM4",
    says: "developers: ExternalSecrets in their namespace, stores read-only",
    rules: ids(
      "broad-subject-binding cluster-wide-external-secret-access developer-can-write-secret-stores inline-secrets-readable-by-viewers"
    )
  },
  {
    row: "RM5",
    says: "developers do not create SecretStores",
    rules: ids("developer-can-write-generators developer-can-write-secret-stores")
  },
  {
    row: "RM6",
    says: "controller ServiceAccount: ClusterRoles and binding as the chart makes them",
    rules: ids(
      "auth-delegator-binding broad-subject-binding cert-controller-reads-all-secrets cluster-admin-binding cluster-wide-secret-access default-service-account generic-targets-enabled missing-token-permission namespace-write-access shared-service-account unrestricted-token-creation unused-reconciler-privileges webhook-configuration-write-access wildcard-permissions"
    )
  },
  {
    row: "RM7",
    says: "several controllers, own ServiceAccounts, scoped to namespaces or controller names",
    rules: ids(
      "cluster-wide-secret-access ineffective-setting overlapping-installs scoped-namespace-without-scoped-rbac store-open-to-every-controller unused-reconciler-privileges"
    )
  },
  {
    row: "PC1",
    says: "AWS: IRSA or Pod Identity, no static keys",
    rules: ids("controller-ambient-identity static-provider-credentials workload-identity-annotation-missing")
  },
  {
    row: "PC2",
    says: "GCP: Workload Identity",
    rules: ids("controller-ambient-identity static-provider-credentials workload-identity-annotation-missing")
  },
  {
    row: "PC3",
    says: "Vault: Kubernetes auth",
    rules: ids("operator-token-sent-to-provider static-provider-credentials token-without-audience")
  },
  {
    row: "PC4",
    says: "Vault: no static tokens; AppRole with periodic secret ids",
    rules: ids("static-approle-secret-id static-vault-token")
  },
  {
    row: "NI1",
    says: "SecretStore: same namespace only",
    rules: ids("cross-namespace-reference ignored-store-conditions store-not-usable-here")
  },
  {
    row: "NI2",
    says: "ClusterSecretStore: conditions",
    rules: ids(
      "catch-all-cluster-external-secret catch-all-store-condition invalid-manifest open-cluster-generator store-not-usable-here tenant-settable-store-selector unanchored-namespace-regex unrestricted-cluster-store"
    )
  },
  {
    row: "NI3",
    says: "cross-namespace references audited",
    rules: ids("cross-namespace-reference foreign-ca-provider foreign-namespace-read")
  },
  {
    row: "PS1",
    says: "PushSecret exfiltration: RBAC and admission",
    rules: ids(
      "developer-can-write-push-secrets missing-admission-policy push-secret-in-forbidden-namespace push-secret-selects-all-secrets push-secret-selects-all-stores push-secret-to-open-store"
    )
  },
  { row: "PS2", says: "provider write permission at a minimum", rules: ids("store-used-for-read-and-push") },
  { row: "PS3", says: "deletion policy", rules: ids("push-secret-deletes-remote") },
  { row: "PS4", says: "update policy", rules: ids("push-secret-overwrites-remote") },
  { row: "PS5", says: "PushSecret role: get, list", rules: ids("developer-can-write-push-secrets") },
  {
    row: "AC1",
    says: "admission: allowed providers",
    rules: ids(
      "admission-policy-not-enforced admission-webhook-fails-open deprecated-api-version fake-provider fragile-admission-webhook missing-admission-policy unapproved-provider unsafe-v1beta1-served webhook-configuration-write-access webhook-provider"
    )
  },
  {
    row: "AC2",
    says: "admission: allowed namespaces",
    rules: ids(
      "admission-policy-not-enforced external-secret-in-forbidden-namespace missing-admission-policy push-secret-in-forbidden-namespace remote-key-outside-prefix"
    )
  },
  {
    row: "AC3",
    says: "admission: template validation",
    rules: ids(
      "admission-policy-not-enforced dangerous-template-function generic-target generic-targets-enabled missing-admission-policy privileged-secret-type template-injection"
    )
  },
  {
    row: "AC4",
    says: "admission: creationPolicy Merge/None in sensitive namespaces",
    rules: ids("admission-policy-not-enforced missing-admission-policy secret-takeover unowned-target-secret")
  },
  {
    row: "NS1",
    says: "dedicated namespace, strict network policies",
    rules: ids(
      "eso-in-shared-namespace eso-without-network-policy network-policy-selects-nothing required-traffic-blocked unprotected-metrics unrestricted-ingress"
    )
  },
  {
    row: "NS2",
    says: "egress only to provider endpoints",
    rules: ids("metadata-service-reachable required-traffic-blocked unapproved-endpoint unrestricted-egress")
  },
  {
    row: "NS3",
    says: "TLS, caBundle/caProvider",
    rules: ids(
      "cleartext-endpoint foreign-ca-provider tls-verification-disabled unpinned-provider-ca weak-webhook-tls"
    )
  },
  { row: "NS4", says: "Vault mutual TLS", rules: ids("incomplete-mutual-tls") },
  { row: "AO1", says: "events monitored", rules: ids("missing-sync-failure-alert unmonitored-operator") },
  {
    row: "AO2",
    says: "status conditions (Ready, SecretSynced, SecretSyncedError)",
    rules: ids("missing-sync-failure-alert unmonitored-operator")
  },
  { row: "AO3", says: "audit logging of ESO CRDs", rules: ids("eso-changes-not-audited secret-bodies-in-audit-log") },
  { row: "AO4", says: "unexpected Secret modifications", rules: ids("unwatched-secret-changes") }
];
var openRules = (row, built) => row.rules.filter((id) => !built.has(id));

export {
  COVERAGE,
  openRules
};
