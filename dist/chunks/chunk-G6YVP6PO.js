import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  nameOf
} from "./chunk-DS3ZDRKE.js";

// src/check/rule.ts
var defineRule = (rule) => rule;

// src/rules/admission-webhook-fails-open.ts
var admission_webhook_fails_open_default = defineRule({
  id: "admission-webhook-fails-open",
  title: "The operator's admission webhook lets objects in unchecked",
  severities: ["high"],
  kinds: ["admissionregistration.k8s.io/ValidatingWebhookConfiguration"],
  why: "The webhook refuses stores and ExternalSecrets that are not valid, such as a reference into a foreign namespace. With `failurePolicy: Ignore` whoever can keep it from answering gets past it, and without a webhook everybody does.",
  remedy: "Keep `webhook.create: true` and `webhook.failurePolicy: Fail` in the operator chart, and run the webhook with two replicas and a disruption budget so that it answers.",
  references: [
    "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["AC1"],
  bad: [
    `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
    failurePolicy: Ignore # finding: validate.secretstore.external-secrets.io lets secretstores in unchecked while it does not answer
  - name: validate.clustersecretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [clustersecretstores] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: externalsecret-validate }
webhooks:
  - name: validate.externalsecret.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [externalsecrets] }
    failurePolicy: Ignore # finding: validate.externalsecret.external-secrets.io lets externalsecrets in unchecked
`,
    `
# finding: External Secrets Operator in namespace eso has no admission webhook
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
# Somebody else's webhook judges other kinds.
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: certificates }
webhooks:
  - name: certificates.example.com
    rules:
      - { apiGroups: [cert-manager.io], apiVersions: [v1], operations: [CREATE], resources: [certificates] }
    failurePolicy: Ignore
`
  ],
  good: [
    `
# Fail is also what Kubernetes takes where nothing is said.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }
  - name: validate.externalsecret.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [externalsecrets] }
    failurePolicy: Fail
  - name: validate.clustersecretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [clustersecretstores] }
    failurePolicy: "\${FAILURE_POLICY}"
`,
    `
# The webhook runs; what registers it is not part of this set.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "registry.example.com/external-secrets:v2.9.0", args: [webhook, --port=10250] }
`,
    `
# Without a controller there is no install to judge.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-certs, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: certs, image: "registry.example.com/external-secrets:v2.9.0", args: [certcontroller] }
`
  ],
  *check(manifest, { eso }) {
    for (const entry of eso.webhooks) {
      if (entry.manifest !== manifest || entry.failurePolicy !== "Ignore") continue;
      yield {
        path: [...entry.path, "failurePolicy"],
        message: `${entry.name || "the webhook"} lets ${entry.resources.join(", ") || "objects"} in unchecked while it does not answer`
      };
    }
  },
  *checkInstall({ controller, components, namespace, release }, { eso }) {
    if (!controller || eso.webhooks.length > 0 || components.some(({ role }) => role === "webhook")) return;
    const where = namespace === void 0 ? "" : ` in namespace ${namespace}`;
    yield {
      object: null,
      path: [],
      discriminator: `${release ?? ""}/${namespace ?? ""}`,
      message: `External Secrets Operator${where} has no admission webhook, so that stores and ExternalSecrets are written unchecked`
    };
  }
});

// src/parse/untyped.ts
var asMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
var asList = (value) => Array.isArray(value) ? value : [];
var asText = (value) => typeof value === "string" ? value : void 0;
var asTexts = (value) => asList(value).filter((item) => typeof item === "string");
function valueAt(value, path) {
  let here = value;
  for (const step of path) {
    const holder = typeof step === "number" ? asList(here) : asMapping(here);
    if (!holder || !Object.hasOwn(holder, step)) return void 0;
    here = holder[step];
  }
  return here;
}
function asLabels(value) {
  const entries = Object.entries(asMapping(value) ?? {}).filter((entry) => typeof entry[1] === "string");
  return Object.fromEntries(entries);
}
var PLACEHOLDER = /\$\{[^${}]*\}|^\$[A-Za-z_]\w*$|<[A-Za-z][^<>\n]*>/;
var isPlaceholder = (value) => typeof value === "string" ? PLACEHOLDER.test(value) || holdsAction(value) : isUnquotedAction(value);
var holdsAction = (text) => {
  const start = text.indexOf("{{");
  return start >= 0 && text.indexOf("}}", start) > start;
};
function isUnquotedAction(value) {
  const entries = Object.entries(asMapping(value) ?? {});
  return entries.length === 1 && entries[0]?.[0].startsWith("{") === true && entries[0][1] === null;
}

// src/model/selectors.ts
var OPERATORS = ["In", "NotIn", "Exists", "DoesNotExist"];
var selects = (selector, labels) => requirementsOf(selector)?.every((requirement) => meets(requirement, labels)) ?? false;
function meets({ key, operator, values }, labels) {
  const label = labelAt(labels, key);
  switch (operator) {
    case "In":
      return label !== void 0 && values.includes(label);
    case "NotIn":
      return label === void 0 || !values.includes(label);
    case "Exists":
      return label !== void 0;
    case "DoesNotExist":
      return label === void 0;
  }
}
var labelAt = (labels, key) => Object.hasOwn(labels, key) ? labels[key] : void 0;
function requirementsOf(selector) {
  const mapping = asMapping(selector);
  const pairs = asMapping(mapping?.matchLabels ?? {});
  const expressions = mapping?.matchExpressions ?? [];
  if (!mapping || !pairs || !Array.isArray(expressions)) return void 0;
  const requirements = [
    ...Object.entries(pairs).map(([key, value]) => requirementOf({ key, operator: "In", values: [value] })),
    ...expressions.map(requirementOf)
  ];
  return requirements.every((requirement) => requirement !== void 0) ? requirements : void 0;
}
function requirementOf(value) {
  const expression = asMapping(value);
  const key = asText(expression?.key);
  const operator = OPERATORS.find((known) => known === expression?.operator);
  const values = asTexts(expression?.values);
  if (key === void 0 || operator === void 0) return void 0;
  const takesValues = operator === "In" || operator === "NotIn";
  const isRefused = values.length !== asList(expression?.values).length || takesValues !== values.length > 0;
  return isRefused ? void 0 : { key, operator, values };
}

// src/model/rbac.ts
var SECRET_ACCESS = {
  group: "",
  resource: "secrets",
  verbs: ["get", "list", "watch", "create", "update", "patch", "delete"]
};
var RBAC = "rbac.authorization.k8s.io";
var ROLE_KINDS = [`${RBAC}/ClusterRole`, `${RBAC}/Role`];
var Rbac = class {
  roles;
  #bindings;
  #aggregating;
  #held;
  constructor(manifests) {
    this.roles = manifests.filter(({ groupKind }) => ROLE_KINDS.includes(groupKind));
    const bindings = manifests.filter(
      ({ groupKind }) => groupKind === `${RBAC}/ClusterRoleBinding` || groupKind === `${RBAC}/RoleBinding`
    );
    this.#bindings = Map.groupBy(bindings, boundRole);
    this.#aggregating = this.roles.filter(isAggregating);
  }
  /** Everyone in the set who holds this role's rules: by a binding to it, or to a ClusterRole that aggregates it. */
  grantsOf(role) {
    return [role, ...this.aggregatorsOf(role)].flatMap(
      ({ kind, namespace, name }) => this.#grantsTo(roleKey(kind, namespace, name))
    );
  }
  /** Everyone in the set who is bound to the ClusterRole of this name, be it in the set or built into Kubernetes. */
  grantsOfClusterRole(name) {
    return this.#grantsTo(roleKey("ClusterRole", void 0, name));
  }
  /** ClusterRoles of the set that take in this role's rules by their `aggregationRule`, at first or second hand. */
  aggregatorsOf(role) {
    return this.#aggregatorsOf(role, /* @__PURE__ */ new Set([role]));
  }
  /** The roles whose rules this one takes in by its `aggregationRule`, at first or second hand. */
  aggregatedBy(role) {
    return isAggregating(role) ? this.roles.filter((other) => this.aggregatorsOf(other).includes(role)) : [];
  }
  /** Roles whose rules this subject holds, with the way it holds them. */
  rolesOf(subject) {
    this.#held ??= Map.groupBy(
      this.roles.flatMap((role) => this.grantsOf(role).map((grant) => ({ role, grant }))),
      ({ grant }) => nameOfSubject(grant.subject)
    );
    return this.#held.get(nameOfSubject(subject)) ?? [];
  }
  /** Whether a subject has part of this access in all namespaces, to objects of any name. */
  hasEverywhere(subject, access) {
    return this.rolesOf(subject).some(
      ({ role, grant }) => grant.namespace === void 0 && policyRules(role).some((rule) => rule.resourceNames.length === 0 && verbsGiven(rule, access).length > 0)
    );
  }
  #grantsTo(key) {
    return (this.#bindings.get(key) ?? []).flatMap(grantsBy);
  }
  /** Aggregation is by labels of ClusterRoles; a label on a Role does nothing. */
  #aggregatorsOf(role, seen) {
    if (role.kind !== "ClusterRole") return [];
    const labels = asLabels(role.get("metadata", "labels"));
    return this.#aggregating.flatMap((candidate) => {
      const selectors = asList(candidate.get("aggregationRule", "clusterRoleSelectors"));
      if (seen.has(candidate) || !selectors.some((selector) => selects(selector, labels))) return [];
      seen.add(candidate);
      return [candidate, ...this.#aggregatorsOf(candidate, seen)];
    });
  }
};
var policyRules = (role) => isAggregating(role) ? [] : asList(role.get("rules")).map((item, i) => {
  const rule = asMapping(item);
  return {
    path: ["rules", i],
    apiGroups: asTexts(rule?.apiGroups),
    resources: asTexts(rule?.resources),
    verbs: asTexts(rule?.verbs),
    resourceNames: asTexts(rule?.resourceNames)
  };
});
var isAggregating = (role) => role.kind === "ClusterRole" && asMapping(role.get("aggregationRule")) !== void 0;
function verbsGiven(rule, { group, resource, verbs }) {
  if (!coversGroup(rule, group) || !coversResource(rule, resource)) return [];
  const given = verbs.filter((verb) => rule.verbs.includes(verb) || rule.verbs.includes("*"));
  return hasNames(rule) && !resource.includes("/") ? given.filter((verb) => !NAMELESS.has(verb)) : given;
}
var NAMELESS = /* @__PURE__ */ new Set(["create", "deletecollection"]);
var hasNames = ({ resourceNames }) => resourceNames.length > 0 && !resourceNames.includes("");
var namesGroup = (rule, group) => rule.apiGroups.includes(group);
var namesResource = (rule, { group, resource }) => namesGroup(rule, group) && rule.resources.some((entry) => entry !== "*" && matchesResource(entry, resource));
function resourcePath(rule, resource) {
  const exact = rule.resources.indexOf(resource);
  const index = exact >= 0 ? exact : rule.resources.findIndex((entry) => matchesResource(entry, resource));
  return index < 0 ? rule.path : [...rule.path, "resources", index];
}
var coversGroup = (rule, group) => rule.apiGroups.some((entry) => entry === group || entry === "*");
var coversResource = (rule, resource) => rule.resources.some((entry) => matchesResource(entry, resource));
var matchesResource = (entry, resource) => entry === "*" || entry === resource || entry.startsWith("*/") && entry.slice(2) === resource.split("/")[1];
function builtInAggregation(role) {
  if (role.kind !== "ClusterRole") return [];
  const labels = asMapping(role.get("metadata", "labels")) ?? {};
  return Object.entries(REACH).flatMap(([name, roles]) => {
    const label = `${RBAC}/aggregate-to-${name}`;
    return labels[label] === "true" ? [{ label, roles }] : [];
  });
}
var REACH = { view: ["view", "edit", "admin"], edit: ["edit", "admin"], admin: ["admin"] };
var roleKey = (kind, namespace, name) => kind === "ClusterRole" ? `ClusterRole/${name}` : `Role/${namespace ?? ""}/${name}`;
function boundRole(binding) {
  const kind = asText(binding.get("roleRef", "kind")) ?? "";
  if (binding.kind === "ClusterRoleBinding" && kind !== "ClusterRole") return "";
  return roleKey(kind, binding.namespace, asText(binding.get("roleRef", "name")) ?? "");
}
function grantsBy(binding) {
  const namespace = binding.kind === "ClusterRoleBinding" ? void 0 : binding.namespace ?? "";
  return asList(binding.get("subjects")).flatMap((item) => {
    const subject = subjectOf(item, binding.namespace);
    return subject ? [{ subject, binding, namespace }] : [];
  });
}
function subjectOf(item, bindingNamespace) {
  const subject = asMapping(item);
  const name = asText(subject?.name);
  const kind = subject?.kind;
  if (name === void 0 || kind !== "User" && kind !== "Group" && kind !== "ServiceAccount") return void 0;
  if (kind === "ServiceAccount") return { kind, name, namespace: asText(subject?.namespace) || bindingNamespace };
  const [, namespace, account] = kind === "User" && ACCOUNT_USER.exec(name) || [];
  return account === void 0 ? { kind, name, namespace: void 0 } : { kind: "ServiceAccount", name: account, namespace };
}
var ACCOUNT_USER = /^system:serviceaccount:([^:]+):([^:]+)$/;
var nameOfSubject = ({ kind, namespace, name }) => `${kind} ${namespace === void 0 ? "" : `${namespace}/`}${name}`;

// src/check/grants.ts
function holders(grants) {
  const bySubject = Map.groupBy(grants, ({ subject }) => nameOfSubject(subject));
  return [...bySubject].map(([name, held]) => `${name} (in ${scopeOf(held)})`).join(", ");
}
function scopeOf(grants) {
  const namespaces = [...new Set(grants.map(({ namespace }) => namespace))];
  if (namespaces.includes(void 0)) return "all namespaces";
  const known = namespaces.filter(Boolean);
  return known.length > 0 ? `namespace ${known.join(", ")}` : "the namespace of its binding";
}
function bindingsOf(grants) {
  const byBinding = Map.groupBy(grants, ({ binding }) => binding);
  return [...byBinding].map(([manifest, held]) => ({
    manifest,
    path: ["subjects"],
    message: `bound here to ${[...new Set(held.map(({ subject }) => nameOfSubject(subject)))].join(", ")}`
  }));
}

// src/rules/cert-controller-reads-all-secrets.ts
var cert_controller_reads_all_secrets_default = defineRule({
  id: "cert-controller-reads-all-secrets",
  title: "The cert-controller reads the Secrets of every namespace",
  severities: ["high"],
  kinds: ["rbac.authorization.k8s.io/ClusterRole"],
  why: "The cert-controller looks after one Secret, the certificate of the webhook, and may read all of the cluster. Every chart version renders it so, also with `scopedRBAC: true`: whoever takes over its pod holds every credential.",
  remedy: "Let cert-manager make the certificate (`webhook.certManager.enabled: true`), which renders no cert-controller at all; or set `certController.create: false` and bring the certificate yourself.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
    "https://github.com/advisories/GHSA-qwgc-rr35-h4x9"
  ],
  guide: ["RM6", "TM1"],
  supersedes: ["cluster-wide-secret-access"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - name: certs
          image: registry.example.com/external-secrets:v2.9.0
          args: [certcontroller, --secret-name=eso-webhook]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-certs }
rules:
  - apiGroups: [""]
    resources: [endpoints]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [secrets] # finding: ServiceAccount eso/certs of the cert-controller can get, list, watch Secrets in all namespaces, and needs one
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [secrets]
    resourceNames: [eso-webhook]
    verbs: [update, patch]
  # Writing without reading is left to cluster-wide-secret-access.
  - apiGroups: [""]
    resources: [secrets]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-certs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-certs }
subjects:
  - { kind: ServiceAccount, name: certs, namespace: eso }
`
  ],
  good: [
    `
# Bound in one namespace only. The name of a role makes nobody a cert-controller.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - name: certs
          image: registry.example.com/external-secrets:v2.9.0
          args: [certcontroller]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-certs }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-certs, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-certs }
subjects:
  - { kind: ServiceAccount, name: certs }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets-cert-controller }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secrets-cert-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets-cert-controller }
subjects:
  - { kind: ServiceAccount, name: external-secrets-cert-controller, namespace: other }
`,
    `
# One ServiceAccount for controller and cert-controller: cluster-wide-secret-access says it.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: eso
      containers:
        - { name: certs, image: "registry.example.com/external-secrets:v2.9.0", args: [certcontroller] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: eso
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch, create, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso }
subjects:
  - { kind: ServiceAccount, name: eso, namespace: eso }
`
  ],
  *check(role, world) {
    const grants = world.rbac.grantsOf(role).filter(({ namespace, subject }) => namespace === void 0 && world.eso.isInScope(subject));
    if (grants.length === 0 || !grants.every(({ subject }) => isOnlyCertController(subject, world))) return;
    const subjects = [...new Set(grants.map(({ subject }) => nameOfSubject(subject)))].join(", ");
    for (const rule of policyRules(role)) {
      const verbs = verbsGiven(rule, SECRET_ACCESS);
      if (!verbs.some((verb) => READS.has(verb)) || rule.resourceNames.length > 0) continue;
      yield {
        path: resourcePath(rule, "secrets"),
        message: `${subjects} of the cert-controller can ${verbs.join(", ")} Secrets in all namespaces, and needs one`,
        related: bindingsOf(grants)
      };
    }
  }
});
var isOnlyCertController = (subject, { eso }) => eso.isRole(subject, "cert-controller") && !eso.isRole(subject, "controller");
var READS = /* @__PURE__ */ new Set(["get", "list", "watch"]);

// src/rules/cluster-wide-secret-access.ts
var cluster_wide_secret_access_default = defineRule({
  id: "cluster-wide-secret-access",
  title: "A ServiceAccount reads or writes the Secrets of every namespace",
  severities: ["high"],
  kinds: ["rbac.authorization.k8s.io/ClusterRole"],
  why: "Whoever takes over one pod of this ServiceAccount holds every Secret of the cluster: all credentials, all ServiceAccount tokens that are stored, all TLS keys.",
  remedy: "Set `scopedRBAC: true` and `scopedNamespace` in the operator chart, so that its controller gets a Role in one namespace; run one controller per team where several namespaces need it.",
  references: ["https://external-secrets.io/latest/guides/security-best-practices/"],
  guide: ["RM3", "RM6", "RM7", "TM1"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources:
      - configmaps
      - secrets # finding: ServiceAccount eso/controller can get, list, watch Secrets in all namespaces
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get, update]
    resourceNames: [eso-webhook]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# A backup tool's rights are not this tool's business: nothing here is External Secrets Operator.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: backup }
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: backup }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: backup }
subjects:
  - { kind: ServiceAccount, name: backup, namespace: backup }
`
  ],
  *check(role, { rbac, eso }) {
    const grants = rbac.grantsOf(role).filter(({ namespace, subject }) => namespace === void 0 && eso.isInScope(subject));
    if (grants.length === 0) return;
    const subjects = [...new Set(grants.map(({ subject }) => nameOfSubject(subject)))].join(", ");
    for (const rule of policyRules(role)) {
      const verbs = verbsGiven(rule, SECRET_ACCESS);
      if (verbs.length === 0 || rule.resourceNames.length > 0) continue;
      yield {
        path: resourcePath(rule, "secrets"),
        message: `${subjects} can ${verbs.join(", ")} Secrets in all namespaces`,
        related: grants.map(({ binding }) => ({
          manifest: binding,
          path: ["subjects"],
          message: "bound to all namespaces here"
        }))
      };
    }
  }
});

// src/model/workloads.ts
var TEMPLATES = {
  "core/Pod": [],
  "apps/DaemonSet": ["spec", "template"],
  "apps/Deployment": ["spec", "template"],
  "apps/ReplicaSet": ["spec", "template"],
  "apps/StatefulSet": ["spec", "template"],
  "batch/Job": ["spec", "template"],
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"]
};
var WORKLOAD_KINDS = Object.keys(TEMPLATES);
function podOf(manifest) {
  const template = TEMPLATES[manifest.groupKind];
  if (!template) return void 0;
  const specPath = [...template, "spec"];
  const spec = asMapping(manifest.get(...specPath)) ?? {};
  return {
    manifest,
    namespace: manifest.namespace,
    labels: asLabels(manifest.get(...template, "metadata", "labels")),
    specPath,
    spec,
    serviceAccountName: asText(spec.serviceAccountName) || asText(spec.serviceAccount) || "default",
    containers: ["initContainers", "containers"].flatMap((list) => containersOf(spec[list], [...specPath, list]))
  };
}
var containersOf = (value, path) => asList(value).flatMap((item, i) => {
  const container = asMapping(item);
  if (!container) return [];
  return {
    path: [...path, i],
    name: asText(container.name) ?? "",
    image: asText(container.image),
    args: [...asTexts(container.command), ...asTexts(container.args)]
  };
});
function parseImage(image) {
  const [rest = "", digest] = image.split("@", 2);
  const colon = rest.lastIndexOf(":");
  const hasTag = colon > rest.lastIndexOf("/");
  return {
    repository: hasTag ? rest.slice(0, colon) : rest,
    tag: hasTag ? rest.slice(colon + 1) : void 0,
    digest
  };
}

// src/model/eso.ts
var ESO_GROUP = "external-secrets.io";
var GENERATORS_GROUP = "generators.external-secrets.io";
var STORE_KINDS = [`${ESO_GROUP}/ClusterSecretStore`, `${ESO_GROUP}/SecretStore`];
var Eso = class {
  installs;
  /** Webhook entries that judge the operator's own kinds, in their configurations. */
  webhooks;
  #rbac;
  #components;
  constructor(manifests, pods, rbac) {
    this.#rbac = rbac;
    const components = pods.flatMap((pod) => componentOf(pod, rbac) ?? []);
    this.#components = new Map(components.map((component2) => [component2.pod.manifest, component2]));
    this.installs = installsOf(components);
    this.webhooks = manifests.flatMap(webhooksOf);
  }
  /** The component a workload is; undefined for every other workload. */
  componentOf(workload) {
    return this.#components.get(workload);
  }
  /** Whether a subject is the ServiceAccount of one of the operator's components. */
  isOwn(subject) {
    return this.#ownComponents(subject).length > 0;
  }
  /** Whether a subject is the ServiceAccount of this component of some install; one account may serve several. */
  isRole(subject, role) {
    return this.#ownComponents(subject).some((component2) => component2.role === role);
  }
  /** Whether an object is a part of the operator's chart by its own word: it carries the labels of a controller of the set. */
  isOwnPart(manifest) {
    const part = chartPart(manifest);
    return part !== void 0 && this.installs.some(({ controller }) => controller && chartPart(controller.pod.manifest) === part);
  }
  /** Whether a namespace holds an install. */
  isOwnNamespace(namespace) {
    return namespace !== void 0 && this.installs.some((install) => install.namespace === namespace);
  }
  /**
   * Whether a workload or grant is ours to judge where a rule is about general hygiene: the operator's own
   * components, what lives in its namespace, and subjects whose rules name one of its API groups.
   */
  isInScope(subject) {
    if (subject.kind !== "ServiceAccount") return false;
    return this.isOwn(subject) || this.isOwnNamespace(subject.namespace) || this.#namesOurGroups(subject);
  }
  #ownComponents(subject) {
    if (subject.kind !== "ServiceAccount") return [];
    return [...this.#components.values()].filter(
      ({ pod }) => pod.serviceAccountName === subject.name && pod.namespace === subject.namespace
    );
  }
  #namesOurGroups(subject) {
    return this.#rbac.rolesOf(subject).some(({ role }) => policyRules(role).some(namesOurGroup));
  }
};
function chartPart(manifest) {
  const labels = asLabels(manifest.get("metadata", "labels"));
  const [name, instance] = [labels["app.kubernetes.io/name"], labels["app.kubernetes.io/instance"]];
  return name === void 0 || instance === void 0 ? void 0 : `${name}/${instance}`;
}
var namesOurGroup = (rule) => namesGroup(rule, ESO_GROUP) || namesGroup(rule, GENERATORS_GROUP);
var webhooksOf = (manifest) => manifest.groupKind !== "admissionregistration.k8s.io/ValidatingWebhookConfiguration" ? [] : asList(manifest.get("webhooks")).flatMap((webhook, i) => {
  const rules = asList(valueAt(webhook, ["rules"])).filter(
    (rule) => asTexts(valueAt(rule, ["apiGroups"])).some((group) => group === ESO_GROUP || group === GENERATORS_GROUP)
  );
  if (rules.length === 0) return [];
  return {
    manifest,
    path: ["webhooks", i],
    name: asText(valueAt(webhook, ["name"])) ?? "",
    resources: [...new Set(rules.flatMap((rule) => asTexts(valueAt(rule, ["resources"]))))],
    failurePolicy: valueAt(webhook, ["failurePolicy"])
  };
});
function componentOf(pod, rbac) {
  for (const container2 of pod.containers) {
    const word = container2.args.find((arg) => !arg.startsWith("-"));
    const isOurImage = container2.image !== void 0 && parseImage(container2.image).repository.split("/").at(-1) === "external-secrets";
    if (word === "certcontroller") return component("cert-controller", pod, container2);
    if (isOurImage) return component(word === "webhook" ? "webhook" : "controller", pod, container2);
  }
  const [container] = pod.containers;
  if (!container || pod.namespace === void 0) return void 0;
  return writesStatus(pod, rbac) ? component("controller", pod, container) : void 0;
}
var component = (role, pod, container) => ({
  role,
  pod,
  container,
  version: versionOf(pod, container)
});
function writesStatus(pod, rbac) {
  const subject = { kind: "ServiceAccount", name: pod.serviceAccountName, namespace: pod.namespace };
  const access = { group: ESO_GROUP, resource: "externalsecrets/status", verbs: ["update", "patch"] };
  return rbac.rolesOf(subject).some(
    ({ role }) => policyRules(role).some((rule) => namesGroup(rule, ESO_GROUP) && verbsGiven(rule, access).length > 0)
  );
}
function installsOf(components) {
  const groups = Map.groupBy(
    components,
    ({ pod: { manifest } }) => `${manifest.release?.name ?? ""}/${manifest.namespace ?? ""}`
  );
  return [...groups.values()].flatMap((group) => {
    const manifest = group[0]?.pod.manifest;
    if (!manifest) return [];
    const controller = group.find(({ role }) => role === "controller");
    return {
      namespace: manifest.namespace,
      release: manifest.release?.name,
      components: group,
      controller,
      version: controller?.version
    };
  });
}
var VERSION = /^v?(\d+\.\d+\.\d+(?:-(?:alpha|beta|rc|pre|dev)[\w.]*)?)/;
function versionOf({ manifest }, { image }) {
  const tag = image && parseImage(image).tag;
  const label = asText(manifest.get("metadata", "labels", "app.kubernetes.io/version"));
  return VERSION.exec((tag || label) ?? "")?.[1];
}

// src/check/write-access.ts
function* writeAccess(role, world, target) {
  const { rbac, eso } = world;
  const gathered = [role, ...rbac.aggregatedBy(role)].flatMap(policyRules);
  yield* byAggregation(role, world, target, gathered);
  const grants = rbac.grantsOf(role);
  const strangers = grants.filter((grant) => isStranger(grant, world));
  const isHeld = grants.length > 0 || [role, ...rbac.aggregatorsOf(role)].some((holder) => builtInAggregation(holder).length > 0);
  for (const rule of policyRules(role)) {
    if (writes(rule, target).length === 0) continue;
    const path = resourcePath(rule, target.resource);
    const access = accessOf([rule], target);
    if (strangers.length > 0)
      yield {
        path,
        message: `${holders(strangers)} can ${access} and ${areNoOperators(strangers)}`,
        related: bindingsOf(strangers)
      };
    else if (!isHeld && !eso.isOwnPart(role))
      yield {
        path,
        severity: "medium",
        message: `whoever gets this role can ${access}, and no binding in the set says who that is`
      };
  }
}
function* byAggregation(role, world, target, rules) {
  const writing = rules.filter((rule) => writes(rule, target).length > 0);
  if (writing.length === 0) return;
  for (const { label, roles } of builtInAggregation(role)) {
    const strangers = roles.flatMap((name) => world.rbac.grantsOfClusterRole(name)).filter((grant) => isStranger(grant, world));
    yield {
      path: ["metadata", "labels", label],
      message: `through this label everyone with the built-in role ${orList(roles)} can ${accessOf(writing, target)}, also anybody who is not a configured operator`,
      related: bindingsOf(strangers)
    };
  }
}
var WRITES = ["create", "update", "patch", "delete", "deletecollection"];
var writes = (rule, { resource }) => namesGroup(rule, ESO_GROUP) ? verbsGiven(rule, { group: ESO_GROUP, resource, verbs: WRITES }) : [];
function accessOf(rules, target) {
  const given = new Set(rules.flatMap((rule) => writes(rule, target)));
  const names = rules.every((rule) => rule.resourceNames.length > 0) ? rules.flatMap((rule) => rule.resourceNames) : [];
  const which = names.length > 0 ? ` named ${[...new Set(names)].join(", ")}` : "";
  return `${WRITES.filter((verb) => given.has(verb)).join(", ")} ${target.plural}${which}`;
}
var isStranger = ({ subject }, world) => !isPlaceholder(subject.name) && !isPlaceholder(subject.namespace) && !world.isOperator(subject);
var areNoOperators = (grants) => new Set(grants.map(({ subject }) => nameOfSubject(subject))).size === 1 ? "is not a configured operator" : "none of them is a configured operator";
var orList = (words2) => words2.length > 1 ? `${words2.slice(0, -1).join(", ")} or ${words2.at(-1)}` : words2.join("");

// src/rules/developer-can-write-push-secrets.ts
var developer_can_write_push_secrets_default = defineRule({
  id: "developer-can-write-push-secrets",
  title: "Somebody who is no operator can create or change PushSecrets",
  severities: ["high", "medium"],
  kinds: ROLE_KINDS,
  why: "A PushSecret copies Secrets of its namespace out of the cluster with the rights of a store. Whoever writes one can carry Secrets away without the right to read them, or overwrite what others use in the provider.",
  remedy: "Set `rbac.aggregateToEdit: false` and `rbac.aggregateToAdmin: false` (2.8.0 on) in the operator chart, and give developers only get and list on pushsecrets. Name those who manage them under `operators` in this tool's config; set `processPushSecret: false` and `processClusterPushSecret: false` where nobody pushes.",
  references: [
    "https://external-secrets.io/latest/api/pushsecret/",
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles"
  ],
  guide: ["PS1", "PS5", "TM5"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: built-in role edit or admin can create, update, patch, delete, deletecollection PushSecrets
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, pushsecrets]
    verbs: [create, delete, deletecollection, patch, update]
---
# Whoever is bound to the built-in role is part of the story, and no second finding.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: shop-developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: secret-developer, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, create, update]
  - apiGroups: [external-secrets.io]
    resources:
      - pushsecrets # finding: Group developers (in namespace shop) can create PushSecrets and is not a configured operator
    verbs: [get, list, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: secret-developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: push-secret-admin }
rules:
  - apiGroups: [external-secrets.io]
    resources: [pushsecrets] # finding[medium]: no binding in the set says who that is
    verbs: [create, delete]
`
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: secret-developer, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, create, update, delete]
  - apiGroups: [external-secrets.io]
    resources: [pushsecrets]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: secret-developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# create and deletecollection carry no name, so that a rule with resourceNames gives neither.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: push-nothing }
rules:
  - apiGroups: [external-secrets.io]
    resources: [pushsecrets]
    resourceNames: [backup]
    verbs: [get, create, deletecollection]
`
  ],
  check: (role, world) => writeAccess(role, world, { resource: "pushsecrets", plural: "PushSecrets" })
});

// src/rules/developer-can-write-secret-stores.ts
var developer_can_write_secret_stores_default = defineRule({
  id: "developer-can-write-secret-stores",
  title: "Somebody who is no operator can create or change SecretStores",
  severities: ["high", "medium"],
  kinds: ROLE_KINDS,
  why: "A SecretStore says which server the operator talks to and with which identity. Whoever writes one can send credentials to a server of their own, or fetch what the operator may fetch.",
  remedy: "Set `rbac.aggregateToEdit: false` and `rbac.aggregateToAdmin: false` (2.8.0 on) in the operator chart, and give developers only get, list and watch on secretstores. Name those who manage stores under `operators` in this tool's config.",
  references: [
    "https://external-secrets.io/latest/guides/threat-model/",
    "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles"
  ],
  guide: ["RM4", "RM5", "TM4"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: built-in role edit or admin can create, update, patch, delete, deletecollection SecretStores, also anybody who is not a configured operator
    rbac.authorization.k8s.io/aggregate-to-admin: "true" # finding: built-in role admin can create
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores, clustersecretstores, pushsecrets]
    verbs: [create, delete, deletecollection, patch, update]
`,
    `
# A RoleBinding to a ClusterRole gives its rights in the binding's namespace only.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources:
      - externalsecrets
      - secretstores # finding: Group developers (in namespace shop), ServiceAccount shop/deploy (in namespace shop) can create, update SecretStores and none of them is a configured operator
    verbs: [get, list, watch, create, update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: secret-developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
  - { kind: ServiceAccount, name: deploy }
`,
    `
# The verb * writes too, and so does a change of one named store; create is never given by name.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: store-tuner, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: ["*"] # finding: User ann (in namespace shop) can update, patch, delete SecretStores named vault and is not a configured operator
    resourceNames: [vault]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: store-tuner, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: store-tuner }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: User, name: ann }
`,
    `
# Labels of a Role aggregate nothing, so this one waits for a binding that is not here.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: store-editor
  namespace: shop
  labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores] # finding[medium]: whoever gets this role can create SecretStores, and no binding in the set says who that is
    verbs: [get, create]
`,
    `
# Through an aggregating ClusterRole of one's own; what that says itself is overwritten.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: stores, labels: { example.com/aggregate-to-team: "true" } }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores] # finding: Group team (in all namespaces) can patch SecretStores
    verbs: [patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team }
aggregationRule:
  clusterRoleSelectors:
    - matchLabels: { example.com/aggregate-to-team: "true" }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: team }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: team }
`
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-view
  labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores]
    verbs: [get, list, watch]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores/status]
    verbs: [create, update, patch, delete]
  - apiGroups: [example.com]
    resources: [secretstores]
    verbs: [create]
`,
    `
# The operator itself, and Argo CD that deploys for the operators.
apiVersion: apps/v1
kind: Deployment
metadata: { name: secrets-operator, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: stores }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs: [get, create, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: stores }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: stores }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
  - { kind: ServiceAccount, name: argocd-application-controller, namespace: argocd }
`,
    `
# Who that is, is filled in later.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: stores }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: stores }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: stores }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "\${PLATFORM_GROUP}" }
`,
    `
# The operator chart with rbac.aggregateToEdit=false: its role is there for operators, and in nobody's hands.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: eso
  labels: { app.kubernetes.io/name: external-secrets, app.kubernetes.io/instance: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: external-secrets, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: eso-edit
  labels: { app.kubernetes.io/name: external-secrets, app.kubernetes.io/instance: eso }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs: [create, delete, deletecollection, patch, update]
`
  ],
  check: (role, world) => writeAccess(role, world, { resource: "secretstores", plural: "SecretStores" })
});

// src/model/endpoint.ts
var DIRECTIONS = ["ingress", "egress"];
function endpointOf(pod, namespaces, serviceAccounts) {
  const namespace = namespaces.find(({ name }) => name === pod.namespace);
  const serviceAccount = serviceAccounts.find(
    (account) => account.name === pod.serviceAccountName && inSameNamespace(account, pod.manifest)
  );
  const automatic = pod.namespace === void 0 ? {} : { "kubernetes.io/metadata.name": pod.namespace };
  return { pod, namespace: labelsOf(namespace, automatic), serviceAccount: labelsOf(serviceAccount, {}) };
}
function labelsOf(manifest, automatic) {
  const labels = { ...asLabels(manifest?.get("metadata", "labels")), ...automatic };
  return { labels, knows: (key) => manifest !== void 0 || Object.hasOwn(labels, key) };
}
var inSameNamespace = (a, b) => a.namespace === b.namespace;
function namedDirections(types) {
  if (types === void 0 || types === null) return void 0;
  if (!Array.isArray(types)) return [];
  if (types.length === 0) return void 0;
  const directions = types.map((type) => type === "Ingress" ? "ingress" : type === "Egress" ? "egress" : void 0);
  return directions.every((direction) => direction !== void 0) ? directions : [];
}

// src/model/calico-selector.ts
var S = "[ \\t]*";
var KEY = "([\\w./-]+)(?![\\w./-])";
var TEXT = `(?:"[^"]*"|'[^']*')`;
var token = (pattern) => new RegExp(`^${S}${pattern}`);
var END = token("$");
var OR = token("\\|\\|");
var AND = token("&&");
var NOT = token("!");
var OPEN = token("\\(");
var CLOSE = token("\\)");
var ALL = token(`(?:all|global)\\(${S}\\)`);
var HAS = token(`has\\(${S}${KEY}${S}\\)`);
var COMPARE = token(`${KEY}${S}(==|!=|contains|starts${S}with|ends${S}with)${S}(${TEXT})`);
var IN = token(`${KEY}${S}(in|not${S}in)${S}\\{${S}((?:${TEXT}${S},${S})*(?:${TEXT}${S})?)\\}`);
var DEEPEST = 100;
function parseCalicoSelector(text) {
  const parser = new Parser(text);
  const matches = parser.parse();
  return matches && { keys: parser.keys, matches };
}
var Parser = class {
  keys = /* @__PURE__ */ new Set();
  #rest;
  #depth = 0;
  constructor(text) {
    this.#rest = text;
  }
  parse() {
    if (this.#take(END)) return () => true;
    const test = this.#or();
    return this.#take(END) && test;
  }
  /** The groups of a token at the beginning of the rest, which it is cut off from. */
  #take(token2) {
    const match = token2.exec(this.#rest);
    if (match) this.#rest = this.#rest.slice(match[0].length);
    return match?.slice(1);
  }
  #or() {
    const tests = this.#joined(OR, () => this.#and());
    return tests && ((labels) => tests.some((test) => test(labels)));
  }
  #and() {
    const tests = this.#joined(AND, () => this.#term());
    return tests && ((labels) => tests.every((test) => test(labels)));
  }
  #joined(operator, operand) {
    const tests = [];
    do {
      const test = operand();
      if (!test) return void 0;
      tests.push(test);
    } while (this.#take(operator));
    return tests;
  }
  #term() {
    let isNegated = false;
    while (this.#take(NOT)) isNegated = !isNegated;
    const test = this.#plainTerm();
    return test && isNegated ? (labels) => !test(labels) : test;
  }
  #plainTerm() {
    if (this.#take(ALL)) return () => true;
    if (this.#take(OPEN)) return this.#closed();
    const has = this.#take(HAS);
    if (has) return this.#about(has[0], (label) => label !== void 0);
    const [comparedKey, operator = "", text] = this.#take(COMPARE) ?? [];
    if (text !== void 0) return this.#about(comparedKey, comparison(operator, text.slice(1, -1)));
    const [key, word = "", list] = this.#take(IN) ?? [];
    return list === void 0 ? void 0 : this.#about(key, membership(word, list));
  }
  #closed() {
    if (this.#depth === DEEPEST) return void 0;
    this.#depth++;
    const test = this.#or();
    this.#depth--;
    return this.#take(CLOSE) && test;
  }
  #about(key = "", test) {
    this.keys.add(key);
    return (labels) => test(labelAt(labels, key));
  }
};
function comparison(operator, value) {
  switch (operator[0]) {
    case "=":
      return (label) => label === value;
    case "!":
      return (label) => label !== value;
    case "c":
      return (label) => label?.includes(value) ?? false;
    case "s":
      return (label) => label?.startsWith(value) ?? false;
    default:
      return (label) => label?.endsWith(value) ?? false;
  }
}
function membership(word, list) {
  const values = new Set(list.match(new RegExp(TEXT, "g"))?.map((text) => text.slice(1, -1)));
  return word === "in" ? (label) => label !== void 0 && values.has(label) : (label) => label === void 0 || !values.has(label);
}

// src/model/calico.ts
var NAME = "projectcalico.org/name";
var NAMESPACE = "projectcalico.org/namespace";
var SERVICE_ACCOUNT = "projectcalico.org/serviceaccount";
var ORCHESTRATOR = "projectcalico.org/orchestrator";
function calicoIsolations(policy) {
  const spec = asMapping(policy.get("spec")) ?? {};
  const isGlobal = policy.kind === "GlobalNetworkPolicy";
  if (isGlobal && (spec.doNotTrack === true || spec.preDNAT === true)) return [];
  const pods = selectorOf(spec.selector);
  const serviceAccounts = selectorOf(spec.serviceAccountSelector);
  const namespaces = selectorOf(isGlobal ? spec.namespaceSelector : void 0);
  if (!pods || !serviceAccounts || !namespaces) return [];
  const selects2 = (endpoint) => (isGlobal || inSameNamespace(policy, endpoint.pod.manifest)) && takes(pods, podLabels(endpoint)) && takes(serviceAccounts, named(endpoint.serviceAccount, endpoint.pod.serviceAccountName)) && takes(namespaces, named(endpoint.namespace, endpoint.pod.namespace));
  return [{ policy, directions: new Set(namedDirections(spec.types) ?? defaultDirections(spec)), selects: selects2 }];
}
function defaultDirections(spec) {
  if (asList(spec.egress).length === 0) return ["ingress"];
  return asList(spec.ingress).length === 0 ? ["egress"] : ["ingress", "egress"];
}
function selectorOf(value) {
  const text = asText(value ?? "");
  return text === void 0 || text.includes("global(") ? void 0 : parseCalicoSelector(text);
}
var takes = ({ keys: keys2, matches }, { labels, knows }) => keys2.values().every(knows) && matches(labels);
function podLabels({ pod }) {
  const labels = {
    ...pod.labels,
    [ORCHESTRATOR]: "k8s",
    [SERVICE_ACCOUNT]: pod.serviceAccountName,
    ...pod.namespace !== void 0 && { [NAMESPACE]: pod.namespace }
  };
  return { labels, knows: (key) => key !== NAMESPACE || pod.namespace !== void 0 };
}
var named = ({ labels, knows }, name) => ({
  labels: name === void 0 ? labels : { ...labels, [NAME]: name },
  knows: (key) => key === NAME && name !== void 0 || knows(key)
});

// src/model/cilium.ts
var NAMESPACE2 = "io.kubernetes.pod.namespace";
var SERVICE_ACCOUNT2 = "io.cilium.k8s.policy.serviceaccount";
var CLUSTER = "io.cilium.k8s.policy.cluster";
var NAMESPACE_LABELS = "io.cilium.k8s.namespace.labels.";
function ciliumIsolations(policy) {
  const isNamespaced = policy.kind === "CiliumNetworkPolicy";
  const written = [policy.get("spec"), ...asList(policy.get("specs"))].filter(
    (rule) => rule !== void 0 && rule !== null
  );
  const rules = written.map(asMapping);
  return rules.every((rule) => isAccepted(rule, isNamespaced)) ? rules.flatMap((rule) => rule?.endpointSelector ? [isolationOf(policy, rule, isNamespaced)] : []) : [];
}
function isAccepted(rule, isNamespaced) {
  if (!rule || isNamespaced && asMapping(rule.nodeSelector)) return false;
  const hasOneSelector = !requirementsOf(rule.endpointSelector) !== !requirementsOf(rule.nodeSelector);
  return hasOneSelector && DIRECTIONS.some((direction) => hasRules(rule, direction));
}
var hasRules = (rule, direction) => asList(rule[direction]).length > 0 || asList(rule[`${direction}Deny`]).length > 0;
function isolationOf(policy, rule, isNamespaced) {
  const requirements = requirementsOf(isNamespaced ? withoutNamespace(rule.endpointSelector) : rule.endpointSelector);
  return {
    policy,
    directions: new Set(DIRECTIONS.filter((direction) => deniesByDefault(rule, direction))),
    selects: (endpoint) => (!isNamespaced || inSameNamespace(policy, endpoint.pod.manifest)) && holds(requirements, labelsOf2(endpoint))
  };
}
var deniesByDefault = (rule, direction) => hasRules(rule, direction) && asMapping(rule.enableDefaultDeny)?.[direction] !== false;
function withoutNamespace(selector) {
  const pairs = asMapping(asMapping(selector)?.matchLabels);
  if (!pairs) return selector;
  const kept = Object.entries(pairs).filter(([key]) => key !== `k8s:${NAMESPACE2}`);
  return { ...asMapping(selector), matchLabels: Object.fromEntries(kept) };
}
function holds(requirements, { labels, knows }) {
  return requirements?.every((requirement) => {
    const key = requirement.key.replace(/^(?:k8s|any):/, "");
    return knows(key) && meets({ ...requirement, key }, labels);
  }) ?? false;
}
function labelsOf2({ pod, namespace }) {
  const ofNamespace = Object.entries(namespace.labels).map(([key, value]) => [NAMESPACE_LABELS + key, value]);
  const labels = {
    ...pod.labels,
    ...Object.fromEntries(ofNamespace),
    [SERVICE_ACCOUNT2]: pod.serviceAccountName,
    ...pod.namespace !== void 0 && { [NAMESPACE2]: pod.namespace }
  };
  const knows = (key) => {
    if (Object.hasOwn(labels, key)) return true;
    if (key.startsWith(NAMESPACE_LABELS)) return namespace.knows(key.slice(NAMESPACE_LABELS.length));
    return key !== NAMESPACE2 && key !== CLUSTER;
  };
  return { labels, knows };
}

// src/model/hooks.ts
function staysInstalled(manifest) {
  const moments = words(manifest, "helm.sh/hook");
  if (moments.length === 0) return true;
  const isInstalled = moments.includes("pre-install") || moments.includes("post-install");
  return isInstalled && !words(manifest, "helm.sh/hook-delete-policy").includes("hook-succeeded");
}
var words = (manifest, annotation) => (asText(manifest.get("metadata", "annotations", annotation)) ?? "").split(/[\s,]+/).filter((word) => word !== "");

// src/model/network.ts
var Network = class {
  #isolations;
  #namespaces;
  #serviceAccounts;
  constructor(manifests) {
    this.#isolations = manifests.filter(staysInstalled).flatMap(isolationsOf);
    this.#namespaces = manifests.filter(({ groupKind }) => groupKind === "core/Namespace");
    this.#serviceAccounts = manifests.filter(({ groupKind }) => groupKind === "core/ServiceAccount");
  }
  /** The policies that put a pod into default deny for a direction; none: everything is let through. */
  isolating(pod, direction) {
    if (sharesNodeNetwork(pod)) return [];
    const endpoint = endpointOf(pod, this.#namespaces, this.#serviceAccounts);
    const isolations = this.#isolations.filter(({ directions }) => directions.has(direction));
    return [...new Set(isolations.filter((isolation) => isolation.selects(endpoint)).map(({ policy }) => policy))];
  }
};
var sharesNodeNetwork = ({ spec }) => spec.hostNetwork === true;
function isolationsOf(manifest) {
  switch (manifest.groupKind) {
    case "networking.k8s.io/NetworkPolicy":
      return [kubernetesIsolation(manifest)];
    case "cilium.io/CiliumNetworkPolicy":
    case "cilium.io/CiliumClusterwideNetworkPolicy":
      return ciliumIsolations(manifest);
    case "projectcalico.org/NetworkPolicy":
    case "projectcalico.org/GlobalNetworkPolicy":
    case "crd.projectcalico.org/NetworkPolicy":
    case "crd.projectcalico.org/GlobalNetworkPolicy":
      return calicoIsolations(manifest);
    default:
      return [];
  }
}
function kubernetesIsolation(policy) {
  const selector = policy.get("spec", "podSelector") ?? {};
  const hasEgressRules = asList(policy.get("spec", "egress")).length > 0;
  const byDefault = hasEgressRules ? ["ingress", "egress"] : ["ingress"];
  return {
    policy,
    directions: new Set(namedDirections(policy.get("spec", "policyTypes")) ?? byDefault),
    selects: ({ pod }) => inSameNamespace(policy, pod.manifest) && selects(selector, pod.labels)
  };
}

// src/rules/eso-without-network-policy.ts
var eso_without_network_policy_default = defineRule({
  id: "eso-without-network-policy",
  title: "No network policy isolates a pod of the operator",
  severities: ["high", "medium"],
  kinds: WORKLOAD_KINDS,
  needs: ["install"],
  why: "The operator holds provider credentials and, by default, every Secret of the cluster. Without a policy for ingress any pod can reach its ports; without one for egress whoever takes over the pod, or may write a store that names a server, can send what it holds to any address.",
  remedy: "Set `networkPolicy.enabled`, `webhook.networkPolicy.enabled` and `certController.networkPolicy.enabled` in the operator chart (2.8.0 on), each with its own `egress` rules for DNS, the API server and the providers: the chart’s default is none, which denies all egress. Or add a policy of your own that selects the pods for ingress and egress. Leave `hostNetwork` off: policies pass over such pods.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation"
  ],
  guide: ["NS1", "TM1"],
  bad: [
    `
# A policy without policyTypes and without egress rules isolates for ingress only.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector:
    matchLabels: { app: external-secrets }
  ingress: []
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata:
      labels: { app: external-secrets }
    spec: # finding: no policy in the set selects the controller for egress: it can connect to any address, and it has rights to the Secrets of all namespaces
      serviceAccountName: controller
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# The agent refuses an empty list of rules together with the whole policy: "ingress: [{}]" would deny.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: default-deny-ingress, namespace: eso }
spec:
  endpointSelector: {}
  ingress: []
---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  endpointSelector: {}
  egress:
    - toEntities: [kube-apiserver]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec: # finding[medium]: no policy in the set selects the controller for ingress: any pod of the cluster can connect to it
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  good: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: ingress, namespace: eso }
spec:
  endpointSelector:
    matchLabels: { "k8s:app": external-secrets }
  ingress:
    - {}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: no-egress }
spec:
  namespaceSelector: projectcalico.org/name not in {'kube-system'}
  types: [Egress]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata:
      labels: { app: external-secrets }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  *check(workload, { eso, network, rbac }) {
    const component2 = eso.componentOf(workload);
    if (!component2) return;
    const { namespace, serviceAccountName, specPath } = component2.pod;
    const account = { kind: "ServiceAccount", name: serviceAccountName, namespace };
    const hasSecrets = rbac.hasEverywhere(account, SECRET_ACCESS);
    for (const direction of DIRECTIONS) {
      if (network.isolating(component2.pod, direction).length > 0) continue;
      yield {
        path: specPath,
        discriminator: direction,
        severity: hasSecrets ? "high" : "medium",
        message: messageOf(component2, direction, hasSecrets)
      };
    }
  }
});
function messageOf({ role, pod }, direction, hasSecrets) {
  const cause = sharesNodeNetwork(pod) ? `the ${role} shares the network of its node, where no policy selects it for ${direction}` : `no policy in the set selects the ${role} for ${direction}`;
  const open = direction === "ingress" ? "any pod of the cluster can connect to it" : "it can connect to any address";
  return `${cause}: ${open}${hasSecrets ? ", and it has rights to the Secrets of all namespaces" : ""}`;
}

// src/rules/mutable-image.ts
var mutable_image_default = defineRule({
  id: "mutable-image",
  title: "An image of the operator, or of a pod in its namespace, can change under its name",
  severities: ["low", "high"],
  kinds: WORKLOAD_KINDS,
  why: "A tag can be moved to another image by whoever may push to the registry, and the next pod start runs it with the rights of the operator. `main` and `latest` are moved with every build.",
  remedy: "Name the image by digest. The operator chart has no field for it: put tag and digest into `image.tag`, `webhook.image.tag` and `certController.image.tag`, as in `v2.9.0@sha256:…`.",
  references: [
    "https://kubernetes.io/docs/concepts/containers/images/#image-names",
    "https://external-secrets.io/latest/guides/using-latest-image/",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["TM1"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      initContainers:
        - name: certificates
          image: registry.example.com:5000/tools/ca # finding[high]: container certificates runs registry.example.com:5000/tools/ca, which has neither tag nor digest
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0 # finding: container controller runs ghcr.io/external-secrets/external-secrets:v2.9.0, and its tag can be moved
        - name: proxy
          image: registry.example.com/proxy@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29
---
# Whatever else runs in the operator's namespace.
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: eso }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - name: report
              image: registry.example.com/report:latest # finding[high]: container report runs registry.example.com/report:latest, and its tag is moved with every build
`,
    `
# The operator itself counts in whatever namespace.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:main-ubi" } # finding[high]: its tag is moved with every build
`
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      initContainers:
        - { name: proxy, image: "\${REGISTRY}/proxy:v1" }
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29" }
---
# Another namespace is not this tool's business.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "registry.example.com/shop:latest" }
`
  ],
  *check(manifest, { eso }) {
    const pod = podOf(manifest);
    if (!pod || !(eso.componentOf(manifest) || eso.isOwnNamespace(pod.namespace))) return;
    for (const { image, name, path } of pod.containers) {
      if (image === void 0 || isPlaceholder(image)) continue;
      const { tag, digest } = parseImage(image);
      if (digest) continue;
      yield {
        path: [...path, "image"],
        message: `container ${name} runs ${image}, ${weaknessOf(tag)}`,
        ...(!tag || MOVING.test(tag)) && { severity: "high" }
      };
    }
  }
});
var MOVING = /^(?:latest|main)(?:-ubi(?:-boringssl)?)?$/;
function weaknessOf(tag) {
  if (!tag) return "which has neither tag nor digest";
  return MOVING.test(tag) ? "and its tag is moved with every build" : "and its tag can be moved to another image";
}

// src/providers/provider.ts
var defineProvider = (provider) => provider;

// src/providers/table/aws.ts
var aws_default = defineProvider({
  name: "aws",
  title: "AWS",
  docs: "https://external-secrets.io/latest/provider/aws-access/",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.secretAccessKeySecretRef", "auth.secretRef.sessionTokenSecretRef"],
      what: "access key",
      instead: "auth.jwt.serviceAccountRef (IRSA), or no auth with EKS Pod Identity"
    }
  ],
  keyless: [{ field: "auth.jwt" }],
  ambient: "the controller pod's identity: Pod Identity, its ServiceAccount's role or the node's role"
});

// src/providers/table/azurekv.ts
var SERVICE_PRINCIPAL = { field: "authType", is: "ServicePrincipal", byDefault: true };
var INSTEAD = "authType WorkloadIdentity with serviceAccountRef";
var azurekv_default = defineProvider({
  name: "azurekv",
  title: "Azure Key Vault",
  docs: "https://external-secrets.io/latest/provider/azure-key-vault/",
  stored: [
    {
      field: "authSecretRef",
      secrets: ["authSecretRef.clientSecret", "authSecretRef.clientCertificate"],
      what: "service principal's secret",
      instead: INSTEAD,
      when: SERVICE_PRINCIPAL
    }
  ],
  keyless: [{ field: "serviceAccountRef" }, { field: "authType", values: ["ManagedIdentity", "WorkloadIdentity"] }],
  ambient: "with authType ManagedIdentity, or WorkloadIdentity without serviceAccountRef: the controller pod's or node's identity"
});

// src/providers/table/gcpsm.ts
var gcpsm_default = defineProvider({
  name: "gcpsm",
  title: "Google Secret Manager",
  docs: "https://external-secrets.io/latest/provider/google-secrets-manager/",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.secretAccessKeySecretRef"],
      what: "service account key",
      instead: "auth.workloadIdentity.serviceAccountRef (Workload Identity)"
    },
    {
      field: "auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef",
      secrets: ["auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef"],
      what: "AWS access key",
      instead: "auth.workloadIdentityFederation.serviceAccountRef"
    }
  ],
  keyless: [{ field: "auth.workloadIdentity" }, { field: "auth.workloadIdentityFederation" }],
  ambient: "the controller pod's default credentials: its Workload Identity or the node's service account"
});

// src/providers/table/kubernetes.ts
var SERVICE_ACCOUNT3 = "auth.serviceAccount (another cluster's API server must trust this cluster's token issuer)";
var kubernetes_default = defineProvider({
  name: "kubernetes",
  title: "Kubernetes",
  docs: "https://external-secrets.io/latest/provider/kubernetes/",
  stored: [
    { field: "auth.token", secrets: ["auth.token.bearerToken"], what: "bearer token", instead: SERVICE_ACCOUNT3 },
    {
      field: "auth.cert",
      secrets: ["auth.cert.clientKey", "auth.cert.clientCert"],
      what: "client certificate",
      instead: SERVICE_ACCOUNT3
    },
    { field: "authRef", secrets: ["authRef"], what: "kubeconfig", instead: SERVICE_ACCOUNT3 }
  ],
  keyless: [{ field: "auth.serviceAccount" }],
  foreignNamespace: "remoteNamespace"
});

// src/providers/table/onepassword.ts
var onepassword_default = defineProvider({
  name: "onepassword",
  title: "1Password Connect",
  docs: "https://external-secrets.io/latest/provider/1password-automation/",
  stored: [
    {
      field: "auth.secretRef.connectTokenSecretRef",
      secrets: ["auth.secretRef.connectTokenSecretRef"],
      what: "Connect token"
    }
  ],
  keyless: []
});

// src/providers/table/vault.ts
var KUBERNETES = "auth.kubernetes.serviceAccountRef (Kubernetes auth)";
var vault_default = defineProvider({
  name: "vault",
  title: "Vault",
  docs: "https://external-secrets.io/latest/provider/hashicorp-vault/",
  stored: [
    { field: "auth.tokenSecretRef", secrets: ["auth.tokenSecretRef"], what: "token", instead: KUBERNETES },
    {
      field: "auth.appRole.secretRef",
      secrets: ["auth.appRole.secretRef"],
      what: "AppRole secret id",
      instead: KUBERNETES,
      isRotatable: true
    },
    { field: "auth.userPass", secrets: ["auth.userPass.secretRef"], what: "password", instead: KUBERNETES },
    { field: "auth.ldap", secrets: ["auth.ldap.secretRef"], what: "LDAP password", instead: KUBERNETES },
    {
      field: "auth.kubernetes.secretRef",
      secrets: ["auth.kubernetes.secretRef"],
      what: "ServiceAccount token",
      instead: KUBERNETES
    },
    {
      field: "auth.jwt.secretRef",
      secrets: ["auth.jwt.secretRef"],
      what: "JWT",
      instead: "auth.jwt.kubernetesServiceAccountToken"
    },
    {
      field: "auth.iam.secretRef",
      secrets: [
        "auth.iam.secretRef.accessKeyIDSecretRef",
        "auth.iam.secretRef.secretAccessKeySecretRef",
        "auth.iam.secretRef.sessionTokenSecretRef"
      ],
      what: "AWS access key",
      instead: "auth.iam.jwt.serviceAccountRef (IRSA)"
    },
    {
      field: "auth.gcp.secretRef",
      secrets: ["auth.gcp.secretRef.secretAccessKeySecretRef"],
      what: "Google service account key",
      instead: "auth.gcp.workloadIdentity.serviceAccountRef (Workload Identity)"
    }
  ],
  keyless: [
    { field: "auth.kubernetes.serviceAccountRef" },
    { field: "auth.jwt.kubernetesServiceAccountToken" },
    { field: "auth.iam.jwt" },
    { field: "auth.gcp.workloadIdentity" },
    { field: "auth.gcp.serviceAccountRef" }
  ],
  ambient: "auth.kubernetes without references sends the controller pod's own token; auth.iam without jwt and secretRef is the pod's AWS identity"
});

// src/providers/table/index.ts
var PROVIDERS = new Map(
  [aws_default, azurekv_default, gcpsm_default, kubernetes_default, onepassword_default, vault_default].map((provider) => [provider.name, provider])
);

// src/providers/store.ts
function providerOf(store) {
  const entries = Object.entries(asMapping(store.get("spec", "provider")) ?? {});
  const [name, value] = entries[0] ?? [];
  const config = asMapping(value);
  if (entries.length !== 1 || name === void 0 || !config || isPlaceholder(name) || isPlaceholder(value))
    return void 0;
  return { name, path: ["spec", "provider", name], config, known: PROVIDERS.get(name) };
}
var storedCredentials = ({ known, path, config }) => (known?.stored ?? []).flatMap((credential) => {
  const references = credential.secrets.map((field) => referenceAt(config, field)).filter((found) => found !== void 0);
  if (references.length === 0 || !isRead(credential, config)) return [];
  return {
    path: [...path, ...keys(credential.field)],
    credential,
    secret: references.map(secretOf).find((name) => name !== void 0),
    isShared: references.some(({ namespace }) => Boolean(namespace))
  };
});
var replaceableCredentials = (provider) => storedCredentials(provider).flatMap((use) => {
  const { instead, isRotatable } = use.credential;
  return instead === void 0 || isRotatable ? [] : { ...use, instead };
});
function foreignNamespaceIn({ known, path, config }) {
  const field = known?.foreignNamespace;
  const namespace = field === void 0 ? void 0 : asText(valueAt(config, keys(field)));
  return field !== void 0 && namespace ? { namespace, path: [...path, ...keys(field)] } : void 0;
}
var keys = (field) => field.split(".");
function referenceAt(config, field) {
  const reference = asMapping(valueAt(config, keys(field)));
  return reference && !isPlaceholder(reference) && Object.keys(reference).length > 0 ? reference : void 0;
}
function secretOf({ namespace, name }) {
  const secret = asText(name);
  return secret && asText(namespace) ? `${asText(namespace)}/${secret}` : secret;
}
function isRead({ when }, config) {
  if (!when) return true;
  const value = valueAt(config, keys(when.field));
  return value === void 0 || value === null ? when.byDefault : value === when.is;
}

// src/rules/static-provider-credentials.ts
var static_provider_credentials_default = defineRule({
  id: "static-provider-credentials",
  title: "A store signs in to its provider with a stored credential though it could do without",
  severities: ["high"],
  kinds: STORE_KINDS,
  needs: ["stores"],
  why: "A stored credential works from anywhere and for as long as nobody replaces it: whoever reads the Secret once, in the cluster, a backup or a log, reads the secret store behind it. A short-lived token of a ServiceAccount ends by itself and is worth nothing elsewhere.",
  remedy: "Sign in with a ServiceAccount's short-lived token, by the block that the message names: IRSA or Pod Identity on AWS, Workload Identity on Google Cloud and Azure, Kubernetes auth for Vault. Then revoke the stored credential and delete its Secret.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://external-secrets.io/latest/provider/aws-access/",
    "https://external-secrets.io/latest/provider/google-secrets-manager/",
    "https://external-secrets.io/latest/provider/azure-key-vault/",
    "https://external-secrets.io/latest/provider/hashicorp-vault/"
  ],
  guide: ["PC1", "PC2", "PC3", "TM2"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        secretRef: # finding: AWS gets a stored access key (auth.secretRef, Secret aws-key); keyless: auth.jwt.serviceAccountRef (IRSA), or no auth with EKS Pod Identity
          accessKeyIDSecretRef: { name: aws-key, key: id }
          secretAccessKeySecretRef: { name: aws-key, key: secret }
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: google }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    gcpsm:
      projectID: shop
      auth:
        secretRef: # finding: Google Secret Manager gets a stored service account key (auth.secretRef, Secret eso/gcp-key); keyless: auth.workloadIdentity
          secretAccessKeySecretRef: { name: gcp-key, namespace: eso, key: key.json }
`,
    `
# ServicePrincipal is what authType means when it is left out.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv:
      vaultUrl: https://shop.vault.azure.net
      tenantId: 00000000-0000-0000-0000-000000000000
      authSecretRef: # finding: Azure Key Vault gets a stored service principal's secret (authSecretRef, Secret azure); keyless: authType WorkloadIdentity
        clientId: { name: azure, key: id }
        clientSecret: { name: azure, key: secret }
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: shop
      auth:
        userPass: # finding: Vault gets a stored password (auth.userPass, Secret vault-user); keyless: auth.kubernetes.serviceAccountRef
          path: userpass
          username: shop
          secretRef: { name: vault-user, key: password }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault-by-token, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: shop
      auth:
        tokenSecretRef: { name: vault-token, key: token } # finding: stored token (auth.tokenSecretRef
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: hub, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: shop
      auth:
        token: # finding: Kubernetes gets a stored bearer token (auth.token, Secret hub-token); keyless: auth.serviceAccount
          bearerToken: { name: hub-token, key: token }
`
  ],
  good: [
    `
# Keyless: IRSA; the controller's own Pod Identity; Workload Identity; Kubernetes auth.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth: { jwt: { serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws-pod-identity, namespace: shop }
spec:
  provider:
    aws: { service: ParameterStore, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: google, namespace: shop }
spec:
  provider:
    gcpsm:
      projectID: shop
      auth: { workloadIdentity: { serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
    `
# A client id is no secret, and under WorkloadIdentity nothing else is read.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv:
      vaultUrl: https://shop.vault.azure.net
      authType: WorkloadIdentity
      authSecretRef:
        clientId: { name: azure, key: id }
        tenantId: { name: azure, key: tenant }
`,
    `
# 1Password Connect takes nothing but its token.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: onepassword }
spec:
  provider:
    onepassword:
      connectHost: http://onepassword-connect:8080
      vaults: { shop: 1 }
      auth: { secretRef: { connectTokenSecretRef: { name: connect, namespace: eso, key: token } } }
`,
    `
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: \${REGION}
      auth: \${AWS_AUTH}
`
  ],
  *check(store) {
    const provider = providerOf(store);
    if (!provider) return;
    for (const { path, credential, secret, instead } of replaceableCredentials(provider)) {
      const place = [credential.field, ...secret === void 0 ? [] : [`Secret ${secret}`]].join(", ");
      yield {
        path,
        message: `${provider.known?.title ?? provider.name} gets a stored ${credential.what} (${place}); keyless: ${instead}`
      };
    }
  }
});

// src/model/stores.ts
function isUnconditional(store) {
  const conditions = store.get("spec", "conditions") ?? [];
  return Array.isArray(conditions) && conditions.length === 0;
}
var isWhole = (store) => asMapping(store.get("spec", "provider")) !== void 0 || isPlaceholder(store.get("spec", "provider"));
var PUSHING = [
  [`${ESO_GROUP}/PushSecret`, ["spec", "secretStoreRefs"]],
  [`${ESO_GROUP}/ClusterPushSecret`, ["spec", "pushSecretSpec", "secretStoreRefs"]]
];
var pushesInto = (store, world) => PUSHING.flatMap(
  ([kind, path]) => world.of(kind).flatMap((manifest) => {
    const index = asList(manifest.get(...path)).findIndex((reference) => leadsTo(reference, store));
    return index < 0 ? [] : { manifest, path: [...path, index] };
  })
);
function leadsTo(value, store) {
  const reference = asMapping(value);
  if (reference?.kind !== "ClusterSecretStore") return false;
  const selector = reference.labelSelector ?? void 0;
  return selector === void 0 ? reference.name === store.name : selects(selector, asLabels(store.get("metadata", "labels")));
}

// src/check/open-store.ts
var circumstances = (store, world) => [
  ...ofProvider(store),
  ...ofPushes(store, world),
  ...ofAuthors(world)
];
function ofProvider(store) {
  const provider = providerOf(store);
  if (!provider) return [];
  const shared = replaceableCredentials(provider).filter(({ isShared }) => isShared);
  const foreign = foreignNamespaceIn(provider);
  return [
    ...shared.map(({ credential, path }) => ({
      says: `it signs in with a stored ${credential.what} (${credential.field})`,
      related: [{ manifest: store, path, message: "the stored credential" }]
    })),
    ...(foreign ? [foreign] : []).map(({ namespace, path }) => ({
      says: `it reads Secrets of namespace ${namespace}`,
      related: [{ manifest: store, path, message: "the other namespace" }]
    }))
  ];
}
var NAMED = 2;
function ofPushes(store, world) {
  const pushes = pushesInto(store, world);
  if (pushes.length === 0) return [];
  const named2 = pushes.slice(0, NAMED).map(({ manifest }) => nameOf(manifest));
  const more = pushes.length > NAMED ? ` and ${pushes.length - NAMED} more` : "";
  const related = pushes.map((push) => ({ ...push, message: "pushed into the store here" }));
  return [{ says: `${named2.join(", ")}${more} ${pushes.length > 1 ? "push" : "pushes"} into it`, related }];
}
function ofAuthors(world) {
  const { rbac } = world;
  const grants = rbac.roles.filter((role) => policyRules(role).some((rule) => verbsGiven(rule, CREATE_EXTERNAL_SECRETS).length > 0)).flatMap((role) => [
    ...rbac.grantsOf(role),
    ...builtInAggregation(role).flatMap(({ roles }) => roles.flatMap((name) => rbac.grantsOfClusterRole(name)))
  ]).filter((grant) => isStranger(grant, world) && !rbac.hasEverywhere(grant.subject, CHANGE_STORES));
  return grants.length === 0 ? [] : [{ says: `${holders(grants)} can create ExternalSecrets`, related: bindingsOf(grants) }];
}
var CREATE_EXTERNAL_SECRETS = { group: ESO_GROUP, resource: "externalsecrets", verbs: ["create"] };
var CHANGE_STORES = { group: ESO_GROUP, resource: "clustersecretstores", verbs: ["update", "patch"] };

// src/rules/unrestricted-cluster-store.ts
var unrestricted_cluster_store_default = defineRule({
  id: "unrestricted-cluster-store",
  title: "A ClusterSecretStore serves every namespace",
  severities: ["medium", "high"],
  kinds: [`${ESO_GROUP}/ClusterSecretStore`],
  needs: ["stores"],
  why: "Whoever may create an ExternalSecret in any namespace reads everything that the credential of this store reads, for the operator does not ask whose secret it is. In one stroke a developer, or an intruder in one namespace, has the secrets of all teams.",
  remedy: "List the namespaces that may use the store under `spec.conditions` (`namespaces`, or a `namespaceSelector` on labels that only operators set), or give each team a SecretStore of its own.",
  references: [
    "https://external-secrets.io/latest/api/clustersecretstore/",
    "https://external-secrets.io/latest/guides/multi-tenancy/"
  ],
  guide: ["NI2", "TM6"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: no-conditions }
spec: # finding: it has no conditions, so every namespace can use it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: empty }
spec:
  conditions: [] # finding: every namespace can use it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: stored-token }
spec: # finding[high]: it signs in with a stored token (auth.tokenSecretRef)
  provider:
    vault:
      server: https://vault.example.com
      auth: { tokenSecretRef: { name: vault, namespace: eso, key: token } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: other-namespace }
spec: # finding[high]: it reads Secrets of namespace payments
  provider:
    kubernetes:
      remoteNamespace: payments
      auth: { serviceAccount: { name: reader, namespace: eso } }
`,
    `
# Without a namespace in the reference, each namespace signs in with a Secret of its own.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: own-token }
spec: # finding: every namespace can use it
  provider:
    vault:
      server: https://vault.example.com
      auth: { tokenSecretRef: { name: vault, key: token } }
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared, labels: { team: shop } }
spec: # finding[high]: PushSecret shop/by-name, PushSecret shop/by-label and 1 more push into it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-name, namespace: shop }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, name: shared }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-label, namespace: shop }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, labelSelector: { matchLabels: { team: shop } } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: everywhere }
spec:
  pushSecretSpec:
    secretStoreRefs: [{ kind: ClusterSecretStore, labelSelector: {} }]
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding[high]: Group developers (in namespace shop) can create ExternalSecrets
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: developer, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# The labels of the operator's chart alone say nobody's name, and whoever may change the store is not held by conditions.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding: every namespace can use it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-edit, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" } }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: everything }
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: everything }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: everything }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
`,
    `
# A binding of the built-in role edit does name somebody.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding[high]: Group shop (in namespace shop) can create ExternalSecrets
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-edit, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" } }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: edit, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: shop }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: for-shop }
spec:
  conditions:
    - namespaces: [shop]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# An entry that says nothing takes no namespace at all.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: for-nobody }
spec:
  conditions: [{}]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
    `
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  conditions: \${STORE_CONDITIONS}
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# An overlay's patch: the conditions stand in what it changes.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: patch }
spec:
  refreshInterval: 60
`,
    `
# A SecretStore serves its own namespace only.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`
  ],
  *check(store, world) {
    if (!isWhole(store) || !isUnconditional(store)) return;
    const worse = circumstances(store, world);
    yield {
      path: ["spec", "conditions"],
      message: ["it has no conditions, so every namespace can use it", ...worse.map(({ says }) => says)].join("; "),
      ...worse.length > 0 && { severity: "high", related: worse.flatMap(({ related }) => related) }
    };
  }
});

// src/rules/unrestricted-token-creation.ts
var unrestricted_token_creation_default = defineRule({
  id: "unrestricted-token-creation",
  title: "Tokens can be made for any ServiceAccount",
  severities: ["high", "medium"],
  kinds: ROLE_KINDS,
  why: "Whoever may make a token for every ServiceAccount in reach can become each of them, those of kube-system included, and has all their rights in the cluster and at the cloud.",
  remedy: "Set `rbac.serviceAccountTokenCreate: false` in the operator chart (2.5.0 on), and give the controller a Role per namespace whose `resourceNames` lists the ServiceAccounts that stores refer to.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request"
  ],
  guide: ["RM6", "TM1", "TM2"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [""]
    resources:
      - serviceaccounts
      - serviceaccounts/token # finding: ServiceAccount eso/controller (in all namespaces) can make a token for any ServiceAccount there
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# In one namespace it is every ServiceAccount of that one.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - apiGroups: [""]
    resources: ["*/token"] # finding: ServiceAccount eso/controller (in namespace shop) can make a token for any ServiceAccount there
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# A mere * counts for those who hold rights on the operator's kinds.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-all }
rules:
  - apiGroups: [external-secrets.io]
    resources: ["*"]
    verbs: ["*"]
  - apiGroups: ["*"]
    resources: ["*"] # finding: ServiceAccount eso/controller (in all namespaces) can make a token
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-all }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-all }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: admins }
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: token-maker }
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token] # finding[medium]: whoever gets this role can make a token for any ServiceAccount, and no binding in the set says who that is
    verbs: [create]
`
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token]
    resourceNames: [shop-vault]
    verbs: [create]
  - apiGroups: [""]
    resources: [serviceaccounts, "*"]
    verbs: [get, list, watch]
  - apiGroups: [authentication.k8s.io]
    resources: [tokenreviews, serviceaccounts/token]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# A backup tool's wildcard is not this tool's business.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: backup }
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: backup }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: backup }
subjects:
  - { kind: ServiceAccount, name: backup, namespace: backup }
`
  ],
  *check(role, { rbac, eso }) {
    const grants = rbac.grantsOf(role);
    for (const rule of policyRules(role)) {
      if (rule.resourceNames.length > 0 || verbsGiven(rule, TOKENS).length === 0) continue;
      const isNamed = namesResource(rule, TOKENS);
      const held = isNamed ? grants : grants.filter(({ subject }) => eso.isInScope(subject));
      const path = resourcePath(rule, TOKENS.resource);
      if (held.length > 0)
        yield {
          path,
          message: `${holders(held)} can make a token for any ServiceAccount there`,
          related: bindingsOf(held)
        };
      else if (isNamed) yield { path, severity: "medium", message: UNBOUND };
    }
  }
});
var TOKENS = { group: "", resource: "serviceaccounts/token", verbs: ["create"] };
var UNBOUND = "whoever gets this role can make a token for any ServiceAccount, and no binding in the set says who that is";

// src/model/advisory-uses.ts
var EXTERNAL_SECRETS = {
  [`${ESO_GROUP}/ExternalSecret`]: ["spec"],
  [`${ESO_GROUP}/ClusterExternalSecret`]: ["spec", "externalSecretSpec"]
};
var PUSH_SECRETS = {
  [`${ESO_GROUP}/PushSecret`]: ["spec"],
  [`${ESO_GROUP}/ClusterPushSecret`]: ["spec", "pushSecretSpec"]
};
var callsOf = (name) => (manifest) => {
  const path = templatePath(manifest);
  const call = new RegExp(`\\{\\{[^}]*\\b${name}\\b`);
  return path ? [...nodesUnder(manifest.get(...path), path)].flatMap(
    ([at, node]) => typeof node === "string" && call.test(node) ? [{ path: at, message: `calls ${name} here` }] : []
  ) : [];
};
function templatePath({ groupKind }) {
  const external = EXTERNAL_SECRETS[groupKind];
  if (external) return [...external, "target", "template"];
  const push = PUSH_SECRETS[groupKind];
  return push && [...push, "template"];
}
function tokenSecrets(manifest) {
  const spec = EXTERNAL_SECRETS[manifest.groupKind];
  const path = spec && [...spec, "target", "template", "type"];
  return path && manifest.get(...path) === "kubernetes.io/service-account-token" ? [{ path, message: "makes a Secret of type service-account-token here" }] : [];
}
function foreignConfigMaps(manifest) {
  if (manifest.groupKind !== `${ESO_GROUP}/SecretStore` || manifest.namespace === void 0) return [];
  const provider = ["spec", "provider"];
  return [...nodesUnder(manifest.get(...provider), provider)].flatMap(([path, node]) => {
    const namespace = asText(asMapping(node)?.namespace);
    const isForeign = namespace && namespace !== manifest.namespace && !isPlaceholder(namespace);
    return path.at(-1) === "caProvider" && valueAt(node, ["type"]) === "ConfigMap" && isForeign ? [{ path: [...path, "namespace"], message: `reads a ConfigMap of namespace ${namespace} here` }] : [];
  });
}
function labelSelectors(manifest) {
  const spec = PUSH_SECRETS[manifest.groupKind];
  if (!spec) return [];
  const refs = [...spec, "secretStoreRefs"];
  const paths = [
    [...spec, "selector", "secret", "selector"],
    ...asList(manifest.get(...refs)).map((_, i) => [...refs, i, "labelSelector"])
  ];
  return paths.filter((path) => asMapping(manifest.get(...path))).map((path) => ({ path, message: "chooses by labels here" }));
}
function* nodesUnder(value, path) {
  yield [path, value];
  const entries = Array.isArray(value) ? value.entries() : Object.entries(asMapping(value) ?? {});
  for (const [step, child] of entries) yield* nodesUnder(child, [...path, step]);
}

// src/model/version.ts
var PARTS = /^(\d+)\.(\d+)\.(\d+)(?:-(.+))?$/;
function compareVersions(a, b) {
  const [left, right] = [PARTS.exec(a), PARTS.exec(b)];
  if (!left || !right) return 0;
  for (const part of [1, 2, 3]) {
    const difference = Number(left[part]) - Number(right[part]);
    if (difference !== 0) return difference;
  }
  return comparePreReleases(left[4], right[4]);
}
function comparePreReleases(a, b) {
  if (a === b) return 0;
  if (a === void 0) return 1;
  if (b === void 0) return -1;
  return a.localeCompare(b, "en", { numeric: true });
}

// src/model/advisories.ts
var ADVISORIES = {
  asOf: "2026-11-23",
  list: [
    {
      id: "CVE-2024-45041",
      ghsa: "GHSA-qwgc-rr35-h4x9",
      fixed: "0.10.2",
      what: "the cert-controller reads all Secrets and changes any validating webhook"
    },
    {
      id: "CVE-2025-55196",
      ghsa: "GHSA-fcxq-v2r3-cc8h",
      since: "0.15.0",
      fixed: "0.19.2",
      what: "label selectors of a PushSecret reach the Secrets and stores of all namespaces",
      usesIn: labelSelectors
    },
    {
      id: "CVE-2026-22822",
      ghsa: "GHSA-77v3-r3jw-j2v2",
      since: "0.20.2",
      fixed: "1.2.0",
      what: "the template function getSecretKey reads Secrets of other namespaces",
      usesIn: callsOf("getSecretKey")
    },
    {
      // The published range begins at 2.0.0. Older versions have the function too: 0.19.2 takes only env and expandenv out.
      id: "CVE-2026-34984",
      ghsa: "GHSA-r2pg-r6h7-crf3",
      fixed: "2.3.0",
      what: "the template function getHostByName carries secret values out through DNS",
      usesIn: callsOf("getHostByName")
    },
    {
      id: "CVE-2026-42875",
      ghsa: "GHSA-wv26-88m5-6h59",
      fixed: "2.4.0",
      what: "the caProvider of a SecretStore reads ConfigMaps of other namespaces",
      usesIn: foreignConfigMaps
    },
    {
      id: "CVE-2026-42876",
      ghsa: "GHSA-fq7h-9x26-6j22",
      since: "0.1.0",
      fixed: "2.4.1",
      what: "an ExternalSecret of type service-account-token makes a lasting token of any ServiceAccount in its namespace",
      usesIn: tokenSecrets
    }
  ]
};
var advisoriesFor = (version) => ADVISORIES.list.filter(
  ({ since, fixed }) => compareVersions(version, fixed) < 0 && (since === void 0 || compareVersions(version, since) >= 0)
);

// src/rules/vulnerable-eso-version.ts
var vulnerable_eso_version_default = defineRule({
  id: "vulnerable-eso-version",
  title: "The version of External Secrets Operator has a known weakness",
  severities: ["high"],
  kinds: WORKLOAD_KINDS,
  why: "The weakness is published, and so is the way to use it. Most of them let whoever may write one custom resource in one namespace read the Secrets of others.",
  remedy: "Upgrade to a version that has the fix. Until then, let an admission policy refuse the custom resources that the advisory is about.",
  references: [
    "https://github.com/external-secrets/external-secrets/security/advisories",
    "https://github.com/advisories/GHSA-qwgc-rr35-h4x9",
    "https://github.com/advisories/GHSA-fcxq-v2r3-cc8h",
    "https://github.com/advisories/GHSA-77v3-r3jw-j2v2",
    "https://github.com/advisories/GHSA-r2pg-r6h7-crf3",
    "https://github.com/advisories/GHSA-wv26-88m5-6h59",
    "https://github.com/advisories/GHSA-fq7h-9x26-6j22"
  ],
  guide: ["TM1"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.4.0-ubi # finding: External Secrets Operator 2.4.0 has CVE-2026-42876, fixed in 2.4.1: an ExternalSecret of type service-account-token makes a lasting token of any ServiceAccount in its namespace (used by ExternalSecret shop/deployer)
---
# Once for each install, at its controller.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.4.0-ubi", args: [webhook] }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: deployer, namespace: shop }
spec:
  target:
    template:
      type: kubernetes.io/service-account-token
      metadata: { annotations: { kubernetes.io/service-account.name: deployer } }
`,
    `
# A pre-release is older than its release. The version label counts where the image has no tag.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso, labels: { app.kubernetes.io/version: v2.4.1-rc1 } }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29 # finding: External Secrets Operator 2.4.1-rc1 has CVE-2026-42876
`
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.4.1-ubi" }
---
# What the advisories are about is no finding by itself.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: deployer, namespace: shop }
spec:
  target:
    template:
      type: kubernetes.io/service-account-token
`,
    `
# Nobody says which version this is: the label is the chart's, and the tag is not a version.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso, labels: { app.kubernetes.io/version: v0.9.20 } }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:\${ESO_VERSION}" }
`
  ],
  *check(manifest, world) {
    const component2 = world.eso.componentOf(manifest);
    if (component2?.role !== "controller" || component2.version === void 0) return;
    for (const advisory of advisoriesFor(component2.version)) {
      const related = usesOf(advisory, world);
      const users = [...new Set(related.map((use) => nameOf(use.manifest)))].join(", ");
      yield {
        path: [...component2.container.path, "image"],
        discriminator: advisory.id,
        message: `External Secrets Operator ${component2.version} has ${advisory.id}, fixed in ${advisory.fixed}: ${advisory.what}${users && ` (used by ${users})`}`,
        related
      };
    }
  }
});
var usesOf = ({ usesIn }, { manifests }) => usesIn ? manifests.flatMap((manifest) => usesIn(manifest).map((use) => ({ manifest, ...use }))) : [];

// src/rules/index.ts
var RULES = [
  admission_webhook_fails_open_default,
  cert_controller_reads_all_secrets_default,
  cluster_wide_secret_access_default,
  developer_can_write_push_secrets_default,
  developer_can_write_secret_stores_default,
  eso_without_network_policy_default,
  mutable_image_default,
  static_provider_credentials_default,
  unrestricted_cluster_store_default,
  unrestricted_token_creation_default,
  vulnerable_eso_version_default
];

export {
  asMapping,
  asList,
  asText,
  valueAt,
  Rbac,
  podOf,
  STORE_KINDS,
  Eso,
  Network,
  RULES
};
