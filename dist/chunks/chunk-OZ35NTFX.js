import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  labelAt,
  meets,
  parseText,
  requirementsOf,
  selects
} from "./chunk-DGQTWVVE.js";
import {
  RE2JS
} from "./chunk-CWRY77ID.js";
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
  groupOf
} from "./chunk-4AX3HMK5.js";

// src/model/pods/workloads.ts
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
var serviceAccountPath = ({ spec, specPath }) => [
  ...specPath,
  !asText(spec.serviceAccountName) && asText(spec.serviceAccount) ? "serviceAccount" : "serviceAccountName"
];
function environmentOf({ manifest }, { path }) {
  const variables = asList(manifest.get(...path, "env")).flatMap((item, i) => {
    const variable = asMapping(item);
    const name = asText(variable?.name);
    return name === void 0 ? [] : { name, value: asText(variable?.value), path: [...path, "env", i] };
  });
  return [...new Map(variables.map((variable) => [variable.name, variable])).values()];
}
var containerPorts = ({ manifest, containers }) => containers.flatMap(
  ({ path }) => asList(manifest.get(...path, "ports")).flatMap((value) => {
    const { name, protocol, containerPort } = asMapping(value) ?? {};
    return typeof containerPort === "number" ? { name: asText(name), protocol: asText(protocol) ?? "TCP", port: containerPort } : [];
  })
);
var portsNamed = (pod, name, protocol) => containerPorts(pod).filter((port) => port.name === name && port.protocol === protocol).map(({ port }) => port);
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
var accountOf = ({ serviceAccountName, namespace }) => ({
  kind: "ServiceAccount",
  name: serviceAccountName,
  namespace
});

// src/model/remember.ts
function remember(answer) {
  const known = /* @__PURE__ */ new WeakMap();
  return (about) => {
    const entry = known.get(about) ?? { value: answer(about) };
    known.set(about, entry);
    return entry.value;
  };
}

// src/model/selector-index.ts
var SelectorIndex = class {
  /** Under a label that the selector asks for by its value, else under nothing. */
  #entries;
  /** @param selectorsOf the selectors of an item are alternatives. */
  constructor(items, selectorsOf) {
    const keyed = items.flatMap(
      (item, number) => selectorsOf(item).flatMap((selector) => {
        const requirements = requirementsOf(selector);
        return requirements ? keysOf(requirements).map((key) => ({ key, entry: { item, number, requirements } })) : [];
      })
    );
    const groups = Map.groupBy(keyed, ({ key }) => key);
    this.#entries = new Map([...groups].map(([key, group2]) => [key, group2.map(({ entry }) => entry)]));
  }
  /** The items with a selector that takes the labels, in their order. */
  takersOf(labels) {
    const found = ["", ...Object.entries(labels).map(([key, value]) => labelKey(key, value))].flatMap((key) => this.#entries.get(key) ?? []).filter(({ requirements }) => requirements.every((requirement) => meets(requirement, labels))).sort((a, b) => a.number - b.number);
    return [...new Set(found.map(({ item }) => item))];
  }
};
function keysOf(requirements) {
  const lists = requirements.find(({ operator }) => operator === "In");
  return lists ? lists.values.map((value) => labelKey(lists.key, value)) : [""];
}
var labelKey = (key, value) => JSON.stringify([key, value]);

// src/model/rbac/rbac.ts
var SECRET_ACCESS = {
  group: "",
  resource: "secrets",
  verbs: ["get", "list", "watch", "create", "update", "patch", "delete"]
};
var RBAC = "rbac.authorization.k8s.io";
var ROLE_KINDS = [`${RBAC}/ClusterRole`, `${RBAC}/Role`];
var BINDING_KINDS = [`${RBAC}/ClusterRoleBinding`, `${RBAC}/RoleBinding`];
var Rbac = class {
  roles;
  bindings;
  #bindings;
  #roles;
  #aggregating;
  #aggregated;
  #held;
  #granted;
  constructor(manifests) {
    this.roles = manifests.filter(({ groupKind }) => ROLE_KINDS.includes(groupKind));
    this.bindings = manifests.filter(({ groupKind }) => BINDING_KINDS.includes(groupKind));
    this.#bindings = Map.groupBy(this.bindings, boundRole);
    this.#roles = Map.groupBy(this.roles, ({ kind, namespace, name }) => roleKey(kind, namespace, name));
    this.#aggregating = new SelectorIndex(
      this.roles.filter(isAggregating),
      (role) => asList(role.get("aggregationRule", "clusterRoleSelectors"))
    );
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
  aggregatorsOf = remember((role) => this.#aggregatorsOf(role, /* @__PURE__ */ new Set([role])));
  /** The roles whose rules this one takes in by its `aggregationRule`, at first or second hand. */
  aggregatedBy(role) {
    this.#aggregated ??= inverse(this.roles, this.aggregatorsOf);
    return this.#aggregated.get(role) ?? [];
  }
  /** Roles whose rules this subject holds, with the way it holds them. */
  rolesOf(subject) {
    this.#held ??= Map.groupBy(
      this.roles.flatMap((role) => this.grantsOf(role).map((grant) => ({ role, grant }))),
      ({ grant }) => nameOfSubject(grant.subject)
    );
    return this.#held.get(nameOfSubject(subject)) ?? [];
  }
  /** Everyone that one binding gives its role's rules. */
  grantsIn(binding) {
    return boundRole(binding) === "" ? [] : grantsBy(binding);
  }
  /** Every grant to this subject by its name, be the role in the set or not. */
  grantsTo(subject) {
    this.#granted ??= Map.groupBy(
      this.bindings.flatMap((binding) => this.grantsIn(binding)),
      (grant) => nameOfSubject(grant.subject)
    );
    return this.#granted.get(nameOfSubject(subject)) ?? [];
  }
  /** The role of the set that a binding refers to; several when it is rendered more than once, none when it is elsewhere. */
  boundRoles(binding) {
    return this.#roles.get(boundRole(binding)) ?? [];
  }
  #grantsTo(key) {
    return (this.#bindings.get(key) ?? []).flatMap(grantsBy);
  }
  /** Aggregation is by labels of ClusterRoles; a label on a Role does nothing. */
  #aggregatorsOf(role, seen) {
    if (role.kind !== "ClusterRole") return [];
    const labels = asLabels(role.get("metadata", "labels"));
    return this.#aggregating.takersOf(labels).flatMap((candidate) => {
      if (seen.has(candidate)) return [];
      seen.add(candidate);
      return [candidate, ...this.#aggregatorsOf(candidate, seen)];
    });
  }
};
var policyRules = remember(
  (role) => isAggregating(role) ? [] : asList(role.get("rules")).map((item, i) => {
    const rule = asMapping(item);
    return {
      path: ["rules", i],
      apiGroups: asTexts(rule?.apiGroups),
      resources: asTexts(rule?.resources),
      verbs: asTexts(rule?.verbs),
      resourceNames: asTexts(rule?.resourceNames)
    };
  })
);
function inverse(roles, aggregatorsOf) {
  const pairs = roles.flatMap((role) => aggregatorsOf(role).map((aggregator) => ({ role, aggregator })));
  const groups = Map.groupBy(pairs, ({ aggregator }) => aggregator);
  return new Map([...groups].map(([aggregator, group2]) => [aggregator, group2.map(({ role }) => role)]));
}
var isAggregating = (role) => role.kind === "ClusterRole" && asMapping(role.get("aggregationRule")) !== void 0;
function verbsGiven(rule, { group: group2, resource, verbs }) {
  if (!coversGroup(rule, group2) || !coversResource(rule, resource)) return [];
  const given = verbs.filter((verb) => rule.verbs.includes(verb) || rule.verbs.includes("*"));
  return hasNames(rule) && !resource.includes("/") ? given.filter((verb) => !NAMELESS.has(verb)) : given;
}
var NAMELESS = /* @__PURE__ */ new Set(["create", "deletecollection"]);
var hasNames = ({ resourceNames }) => resourceNames.length > 0 && !resourceNames.includes("");
var namesGroup = (rule, group2) => rule.apiGroups.includes(group2);
var namesResource = (rule, { group: group2, resource }) => namesGroup(rule, group2) && rule.resources.some((entry) => entry !== "*" && matchesResource(entry, resource));
function resourcePath(rule, resource) {
  const exact = rule.resources.indexOf(resource);
  const index = exact >= 0 ? exact : rule.resources.findIndex((entry) => matchesResource(entry, resource));
  return index < 0 ? rule.path : [...rule.path, "resources", index];
}
var coversGroup = (rule, group2) => rule.apiGroups.some((entry) => entry === group2 || entry === "*");
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
var grantsBy = remember((binding) => {
  const namespace = binding.kind === "ClusterRoleBinding" ? void 0 : binding.namespace ?? "";
  return asList(binding.get("subjects")).flatMap((item, i) => {
    const subject = subjectOf(item, binding.namespace);
    return subject ? [{ subject, binding, path: ["subjects", i], namespace }] : [];
  });
});
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

// src/model/eso/eso.ts
var ESO_GROUP = "external-secrets.io";
var GENERATORS_GROUP = "generators.external-secrets.io";
var STORE_KINDS = [`${ESO_GROUP}/ClusterSecretStore`, `${ESO_GROUP}/SecretStore`];
var isGenerator = ({ groupKind }) => groupKind.startsWith(`${GENERATORS_GROUP}/`);
var workloadOf = (install) => (install?.controller ?? install?.components[0])?.pod.manifest;
var Eso = class {
  installs;
  /** Webhook entries that judge the operator's own kinds, in their configurations. */
  webhooks;
  #rbac;
  #components;
  #byAccount;
  #namespaces;
  #parts;
  /** Asked again and again, of subjects that many copies of one binding name. */
  #namingOurs = /* @__PURE__ */ new Map();
  constructor(manifests, pods, rbac) {
    this.#rbac = rbac;
    const components = componentsOf(pods, rbac);
    this.#components = new Map(components.map((component2) => [component2.pod.manifest, component2]));
    this.#byAccount = Map.groupBy(components, ({ pod }) => nameOfSubject(accountOf(pod)));
    this.installs = installsOf(components);
    this.#namespaces = new Set(this.installs.map(({ namespace }) => namespace));
    this.#parts = new Set(this.installs.map(({ controller }) => controller && chartPart(controller.pod.manifest)));
    this.webhooks = manifests.flatMap(webhooksOf);
  }
  /** The component a workload is; undefined for every other workload. */
  componentOf(workload) {
    return this.#components.get(workload);
  }
  /** Whether a subject is the ServiceAccount of one of the operator's components. */
  isOwn(subject) {
    return this.componentsAs(subject).length > 0;
  }
  /** Whether a subject is the ServiceAccount of this component of some install; one account may serve several. */
  isRole(subject, role) {
    return this.componentsAs(subject).some((component2) => component2.role === role);
  }
  /** Whether an object is a part of the operator's chart by its own word: it carries the labels of a controller of the set. */
  isOwnPart(manifest) {
    const part = chartPart(manifest);
    return part !== void 0 && this.#parts.has(part);
  }
  /** Whether a namespace holds an install. */
  isOwnNamespace(namespace) {
    return namespace !== void 0 && this.#namespaces.has(namespace);
  }
  /**
   * Whether a workload or grant is ours to judge where a rule is about general hygiene: the operator's own
   * components, what lives in its namespace, and subjects whose rules name one of its API groups.
   */
  isInScope(subject) {
    if (subject.kind !== "ServiceAccount") return false;
    return this.isOwn(subject) || this.isOwnNamespace(subject.namespace) || this.namesOurGroups(subject);
  }
  /** The controllers of all installs. */
  get controllers() {
    return this.installs.flatMap(({ components }) => components.filter(({ role }) => role === "controller"));
  }
  /** The components that run as a subject. */
  componentsAs(subject) {
    return this.#byAccount.get(nameOfSubject(subject)) ?? [];
  }
  /** Whether a subject holds rules that name one of the operator's API groups. */
  namesOurGroups(subject) {
    const name = nameOfSubject(subject);
    const known = this.#namingOurs.get(name);
    if (known !== void 0) return known;
    const names2 = this.#rbac.rolesOf(subject).some(({ role }) => policyRules(role).some(namesOurGroup));
    this.#namingOurs.set(name, names2);
    return names2;
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
    (rule) => asTexts(valueAt(rule, ["apiGroups"])).some((group2) => group2 === ESO_GROUP || group2 === GENERATORS_GROUP)
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
function componentsOf(pods, rbac) {
  const byProgram = pods.map(componentByProgram);
  const controllers = byProgram.flatMap((known) => known?.role === "controller" ? known.pod : []);
  const accounts = new Set(controllers.map((pod) => nameOfSubject(accountOf(pod))));
  const borrows = (pod) => accounts.has(nameOfSubject(accountOf(pod)));
  return pods.flatMap((pod, i) => byProgram[i] ?? (borrows(pod) ? [] : controllerByRights(pod, rbac) ?? []));
}
function componentByProgram(pod) {
  for (const container of pod.containers) {
    const word = subcommandOf(container);
    const isOurImage = container.image !== void 0 && parseImage(container.image).repository.split("/").at(-1) === "external-secrets";
    if (word === "certcontroller") return component("cert-controller", pod, container);
    if (isOurImage) return component(word === "webhook" ? "webhook" : "controller", pod, container);
  }
  return void 0;
}
function controllerByRights(pod, rbac) {
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
function subcommandOf({ args }) {
  const flags = args.findIndex((arg) => arg.startsWith("-"));
  return args.slice(0, flags < 0 ? args.length : flags).find((arg) => arg === "webhook" || arg === "certcontroller");
}
function writesStatus(pod, rbac) {
  const access = { group: ESO_GROUP, resource: "externalsecrets/status", verbs: ["update", "patch"] };
  return rbac.rolesOf(accountOf(pod)).some(
    ({ role }) => policyRules(role).some((rule) => namesGroup(rule, ESO_GROUP) && verbsGiven(rule, access).length > 0)
  );
}
function installsOf(components) {
  const groups = Map.groupBy(
    components,
    ({ pod: { manifest } }) => `${manifest.release?.name ?? ""}/${manifest.namespace ?? ""}`
  );
  return [...groups.values()].flatMap((group2) => {
    const manifest = group2[0]?.pod.manifest;
    if (!manifest) return [];
    const controller = group2.find(({ role }) => role === "controller");
    return {
      namespace: manifest.namespace,
      release: manifest.release?.name,
      components: group2,
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

// src/parse/kinds.ts
var KINDS = {
  "core/LimitRange": true,
  "core/Namespace": false,
  "core/Pod": true,
  "core/Secret": true,
  "core/Service": true,
  "core/ServiceAccount": true,
  "apps/DaemonSet": true,
  "apps/Deployment": true,
  "apps/ReplicaSet": true,
  "apps/StatefulSet": true,
  "batch/CronJob": true,
  "batch/Job": true,
  "policy/PodDisruptionBudget": true,
  "rbac.authorization.k8s.io/ClusterRole": false,
  "rbac.authorization.k8s.io/ClusterRoleBinding": false,
  "rbac.authorization.k8s.io/Role": true,
  "rbac.authorization.k8s.io/RoleBinding": true,
  "networking.k8s.io/NetworkPolicy": true,
  "policy.networking.k8s.io/AdminNetworkPolicy": false,
  "policy.networking.k8s.io/BaselineAdminNetworkPolicy": false,
  "cilium.io/CiliumNetworkPolicy": true,
  "cilium.io/CiliumClusterwideNetworkPolicy": false,
  "projectcalico.org/GlobalNetworkPolicy": false,
  "projectcalico.org/NetworkPolicy": true,
  "crd.projectcalico.org/GlobalNetworkPolicy": false,
  "crd.projectcalico.org/NetworkPolicy": true,
  "argoproj.io/Application": true,
  "argoproj.io/ApplicationSet": true,
  "helm.toolkit.fluxcd.io/HelmRelease": true,
  "kustomize.toolkit.fluxcd.io/Kustomization": true,
  "source.toolkit.fluxcd.io/GitRepository": true,
  "source.toolkit.fluxcd.io/HelmChart": true,
  "source.toolkit.fluxcd.io/HelmRepository": true,
  "source.toolkit.fluxcd.io/OCIRepository": true,
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy": false,
  "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding": false,
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration": false,
  "apiextensions.k8s.io/CustomResourceDefinition": false,
  "audit.k8s.io/Policy": false,
  "cert-manager.io/ClusterIssuer": false,
  "cert-manager.io/Issuer": true,
  "constraints.gatekeeper.sh/*": false,
  "templates.gatekeeper.sh/ConstraintTemplate": false,
  "kyverno.io/ClusterPolicy": false,
  "kyverno.io/Policy": true,
  "policies.kyverno.io/NamespacedValidatingPolicy": true,
  "policies.kyverno.io/ValidatingPolicy": false,
  "azmonitoring.coreos.com/PodMonitor": true,
  "azmonitoring.coreos.com/ServiceMonitor": true,
  "monitoring.coreos.com/PodMonitor": true,
  "monitoring.coreos.com/PrometheusRule": true,
  "monitoring.coreos.com/ServiceMonitor": true,
  "monitoring.googleapis.com/ClusterPodMonitoring": false,
  "monitoring.googleapis.com/ClusterRules": false,
  "monitoring.googleapis.com/GlobalRules": false,
  "monitoring.googleapis.com/PodMonitoring": true,
  "monitoring.googleapis.com/Rules": true,
  "operator.victoriametrics.com/VMPodScrape": true,
  "operator.victoriametrics.com/VMRule": true,
  "operator.victoriametrics.com/VMServiceScrape": true,
  "external-secrets.io/ClusterExternalSecret": false,
  "external-secrets.io/ClusterPushSecret": false,
  "external-secrets.io/ClusterSecretStore": false,
  "external-secrets.io/ExternalSecret": true,
  "external-secrets.io/PushSecret": true,
  "external-secrets.io/SecretStore": true,
  "generators.external-secrets.io/ACRAccessToken": true,
  "generators.external-secrets.io/BeyondtrustWorkloadCredentialsDynamicSecret": true,
  "generators.external-secrets.io/CloudsmithAccessToken": true,
  "generators.external-secrets.io/ClusterGenerator": false,
  "generators.external-secrets.io/ECRAuthorizationToken": true,
  "generators.external-secrets.io/Fake": true,
  "generators.external-secrets.io/GCRAccessToken": true,
  "generators.external-secrets.io/GithubAccessToken": true,
  "generators.external-secrets.io/GitlabDeployToken": true,
  "generators.external-secrets.io/Grafana": true,
  "generators.external-secrets.io/MFA": true,
  "generators.external-secrets.io/Password": true,
  "generators.external-secrets.io/QuayAccessToken": true,
  "generators.external-secrets.io/SSHKey": true,
  "generators.external-secrets.io/STSSessionToken": true,
  "generators.external-secrets.io/UUID": true,
  "generators.external-secrets.io/VaultDynamicSecret": true,
  "generators.external-secrets.io/Webhook": true
};
var groupKindOf = (apiVersion, kind) => `${groupOf(apiVersion) || "core"}/${kind}`;
function entryOf(groupKind) {
  const open = `${groupKind.slice(0, groupKind.indexOf("/"))}/*`;
  return Object.hasOwn(KINDS, open) ? open : groupKind;
}
var isKnownKind = (groupKind) => Object.hasOwn(KINDS, entryOf(groupKind));
var knownKinds = () => Object.keys(KINDS);
var isNamespaced = (groupKind) => KINDS[entryOf(groupKind)] === true;
var isFileKind = (groupKind) => groupKind === "audit.k8s.io/Policy";

// src/model/eso/version.ts
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

// src/model/eso/installed-versions.ts
function runsIn({ since, until }, world) {
  const versions = world.eso.installs.filter(({ controller }) => controller).map(({ version }) => version);
  const isIn = (version) => (since === void 0 || compareVersions(version, since) >= 0) && (until === void 0 || compareVersions(version, until) < 0);
  if (versions.some((version) => version !== void 0 && isIn(version))) return "yes";
  return versions.length === 0 || versions.includes(void 0) ? "unknown" : "no";
}

// src/model/schema/served-versions.ts
var STORES_AND_SECRETS = {
  v1alpha1: { until: "0.16.0" },
  v1beta1: { since: "0.5.0", until: "0.17.0" },
  v1: { since: "0.16.0" }
};
var OTHERS = { v1alpha1: {} };
var WITH_V1 = ["ClusterExternalSecret", "ClusterSecretStore", "ExternalSecret", "SecretStore"];
function unservedVersion({ apiVersion, groupKind }, world) {
  if (isPlaceholder(apiVersion)) return void 0;
  return unserved(groupKind, apiVersion.slice(apiVersion.indexOf("/") + 1), world);
}
function servableVersions(groupKind, named3, world) {
  const crds = world.schemas.crdsOf(groupKind);
  if (crds.length > 0) return servedBy(crds);
  const versions = /* @__PURE__ */ new Set([...Object.keys(tableOf(groupKind)), ...named3]);
  return [...versions].filter((version) => unserved(groupKind, version, world)?.isSure !== true);
}
function unserved(groupKind, version, world) {
  const range = rangeOf(groupKind, version);
  const crds = world.schemas.crdsOf(groupKind);
  if (crds.length > 0) {
    const served = servedBy(crds);
    const says = `the CRD in the set serves ${served.join(", ") || "nothing"}`;
    return served.includes(version) ? void 0 : { isSure: true, range, says };
  }
  const hasInstall = runsIn({}, world) === "yes";
  const runs = range ? runsIn(range, world) : hasInstall ? "no" : "unknown";
  if (runs === "no") return { isSure: true, range, says: `${installed(world)} runs here` };
  if (runs === "yes" || range && range.until === void 0) return void 0;
  return { isSure: false, range, says: "the set does not say which version runs" };
}
var servedBy = (crds) => {
  const names2 = crds.flatMap(({ versions }) => versions.flatMap(({ name, isServed }) => isServed ? name : []));
  return [...new Set(names2)].sort();
};
function rangeOf(groupKind, version) {
  const table = tableOf(groupKind);
  return Object.hasOwn(table, version) ? table[version] : void 0;
}
var tableOf = (groupKind) => WITH_V1.some((kind) => groupKind === `${ESO_GROUP}/${kind}`) ? STORES_AND_SECRETS : OTHERS;
var installed = (world) => `ESO ${[...new Set(world.eso.installs.flatMap(({ version }) => version ?? []))].sort().join(", ")}`;

// src/model/admission/admission-policy.ts
var KINDS2 = [
  ["", "Secret"],
  ...[
    "ClusterExternalSecret",
    "ClusterPushSecret",
    "ClusterSecretStore",
    "ExternalSecret",
    "PushSecret",
    "SecretStore"
  ].map((kind) => [ESO_GROUP, kind])
];
var resourceOf = (kind) => `${kind.toLowerCase()}s`;
function objectsOfKinds(patterns) {
  const found = patterns.flatMap(
    (pattern) => KINDS2.filter(([group2, kind]) => glob(pattern.group).test(group2) && glob(pattern.kind).test(kind)).map(
      ([, kind]) => ({ resource: resourceOf(kind), isNamed: pattern.kind !== "*" || pattern.group === ESO_GROUP })
    )
  );
  return {
    resources: new Set(found.map(({ resource }) => resource)),
    named: new Set(found.flatMap(({ resource, isNamed }) => isNamed ? resource : []))
  };
}
var glob = (pattern) => new RegExp(
  `^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".")}$`
);
var TALK = /* @__PURE__ */ new Set(["message", "messageExpression", "name"]);
function textOf(value) {
  if (Array.isArray(value)) return value.map(textOf).join("\n");
  if (typeof value !== "object" || value === null) return String(value ?? "");
  return Object.entries(value).filter(([key]) => !TALK.has(key)).map(([key, child]) => `${key}
${textOf(child)}`).join("\n");
}

// src/model/admission/cel-readings.ts
var MOST_PAIRS = 1e3;
function readingsOf(policy) {
  const variables = new Map(
    asList(policy.get("spec", "variables")).map((variable) => {
      const { name, expression } = asMapping(variable) ?? {};
      return [asText(name) ?? "", textOf(expression)];
    })
  );
  const validations = asList(policy.get("spec", "validations")).filter(
    (validation) => asText(asMapping(validation)?.expression)?.trim() !== "true"
  );
  if (validations.length * variables.size > MOST_PAIRS) return [textOf([validations, ...variables.values()])];
  return validations.map((validation) => withVariables(textOf(validation), variables));
}
function withVariables(text, variables) {
  const used = /* @__PURE__ */ new Map();
  const waiting = [text];
  for (let next = waiting.pop(); next !== void 0; next = waiting.pop())
    for (const [, name = ""] of next.matchAll(/\bvariables\s*\.\s*(?:\?\s*)?(\w+)/g)) {
      const expression = variables.get(name);
      if (expression === void 0 || used.has(name)) continue;
      used.set(name, expression);
      waiting.push(expression);
    }
  return [text, ...used.values()].join("\n");
}

// src/model/admission/resource-rules.ts
function writesTaken(match, world) {
  const rules = asList(valueAt(match, ["resourceRules"]));
  const excluding = asList(valueAt(match, ["excludeResourceRules"])).filter(isWhole);
  const isExact = valueAt(match, ["matchPolicy"]) === "Exact";
  return asked([...rules, ...excluding], world).flatMap((write) => {
    const taking = rules.filter((rule) => takes(rule, write, isExact ? [write.version] : write.versions));
    if (taking.length === 0 || excluding.some((rule) => takes(rule, write, [write.version]))) return [];
    const isNamed = taking.some((rule) => names(rule, write));
    return { id: [write.resource, write.version, write.operation].join(" "), resource: write.resource, isNamed };
  });
}
var isWhole = (rule) => asList(valueAt(rule, ["resourceNames"])).length === 0 && LISTS.every((list) => !asTexts(valueAt(rule, [list])).some(isPlaceholder)) && !isPlaceholder(valueAt(rule, ["scope"]));
var LISTS = ["apiGroups", "apiVersions", "operations", "resources"];
var MOST_VERSIONS = 10;
function asked(rules, world) {
  const written = rules.flatMap((rule) => asTexts(valueAt(rule, ["apiVersions"]))).filter(isVersion);
  const named3 = [...new Set(written)].slice(0, MOST_VERSIONS);
  return KINDS2.flatMap(([group2, kind]) => {
    const groupKind = `${group2 || "core"}/${kind}`;
    const versions = group2 === "" ? ["v1"] : servableVersions(groupKind, named3, world);
    return versions.flatMap(
      (version) => ["CREATE", "UPDATE"].map((operation) => ({
        group: group2,
        resource: resourceOf(kind),
        scope: isNamespaced(groupKind) ? "Namespaced" : "Cluster",
        operation,
        version,
        versions
      }))
    );
  });
}
var isVersion = (text) => text !== "*" && !isPlaceholder(text);
var takes = (rule, { group: group2, resource, scope, operation }, versions) => {
  const has = (list, fits) => asTexts(valueAt(rule, [list])).some((text) => text === "*" || isPlaceholder(text) || fits(text));
  const isOf2 = valueAt(rule, ["scope"]) ?? "*";
  return has("apiGroups", (text) => text === group2) && has("apiVersions", (text) => versions.includes(text)) && has("operations", (text) => text === operation) && // Kubernetes takes `secretstores/*` for the resource and all below it.
  has("resources", (text) => ["*/*", resource, `${resource}/*`].includes(text)) && (isOf2 === "*" || isOf2 === scope || isPlaceholder(isOf2));
};
var names = (rule, { group: group2, resource }) => asTexts(valueAt(rule, ["resources"])).some((text) => text.split("/")[0] === resource) || group2 !== "" && asTexts(valueAt(rule, ["apiGroups"])).includes(group2);

// src/model/admission/admission-cel.ts
var POLICY = "admissionregistration.k8s.io/ValidatingAdmissionPolicy";
var KYVERNO_POLICIES = [
  "policies.kyverno.io/NamespacedValidatingPolicy",
  "policies.kyverno.io/ValidatingPolicy"
];
var CEL_POLICY_KINDS = [POLICY, ...KYVERNO_POLICIES];
var BINDING_KIND = "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding";
function celJudgements(world) {
  const bindings = world.of(BINDING_KIND);
  const isOpen = bindings.some((binding) => isPlaceholder(binding.get("spec", "policyName")));
  const byPolicy = Map.groupBy(bindings, (binding) => binding.get("spec", "policyName"));
  const bound = new Map([...byPolicy].map(([name, own]) => [name, boundWrites(own, world)]));
  return [
    ...world.of(POLICY).flatMap((policy) => {
      const writes = writesOf(policy, world);
      const own = bound.get(policy.name);
      if (!own && isOpen) return judgementOf(policy, writes, void 0);
      const laxityOf3 = laxityByResource(writes, own ?? /* @__PURE__ */ new Map(), unbound(policy, own !== void 0));
      const byLaxity = Map.groupBy(writes, ({ resource }) => laxityOf3.get(resource));
      return [...byLaxity].map(([laxity, held]) => judgementOf(policy, held, laxity));
    }),
    ...KYVERNO_POLICIES.flatMap((kind) => world.of(kind)).map(
      (policy) => judgementOf(policy, writesOf(policy, world), kyvernoLaxity(policy))
    )
  ];
}
var writesOf = (policy, world) => writesTaken(policy.get("spec", "matchConstraints"), world);
var judgementOf = (manifest, writes, laxity) => ({
  manifest,
  objects: {
    resources: new Set(writes.map(({ resource }) => resource)),
    named: new Set(writes.flatMap(({ resource, isNamed }) => isNamed ? resource : []))
  },
  reads: readingsOf(manifest),
  laxity
});
function boundWrites(bindings, world) {
  const bound = /* @__PURE__ */ new Map();
  for (const binding of bindings) {
    const laxity = onlyWatching(binding);
    for (const { id } of writesBound(binding, world)) if (!laxity || !bound.has(id)) bound.set(id, laxity);
  }
  return bound;
}
var unbound = (manifest, isForOthers) => ({
  manifest,
  path: ["metadata", "name"],
  says: isForOthers ? "has bindings in the set, but none for all that it judges" : "has no binding in the set, so that nothing applies it"
});
function laxityByResource(writes, bound, otherwise) {
  const byResource = Map.groupBy(writes, ({ resource }) => resource);
  return new Map(
    [...byResource].map(([resource, own]) => {
      const laxities = own.filter(({ id }) => bound.has(id)).map(({ id }) => bound.get(id));
      return [resource, laxities.includes(void 0) ? void 0 : laxities[0] ?? otherwise];
    })
  );
}
function writesBound(binding, world) {
  const match = asMapping(binding.get("spec", "matchResources")) ?? {};
  const rules = asList(match.resourceRules);
  return writesTaken({ ...match, resourceRules: rules.length > 0 ? rules : [EVERYTHING] }, world);
}
var EVERYTHING = { apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"] };
function kyvernoLaxity(policy) {
  const path = ["spec", "evaluation", "admission", "enabled"];
  if (policy.get(...path) === false) return { manifest: policy, path, says: "is not asked at admission" };
  return onlyWatching(policy);
}
function onlyWatching(manifest) {
  const path = ["spec", "validationActions"];
  const actions = asList(manifest.get(...path));
  if (actions.length === 0 || actions.includes("Deny") || actions.some(isPlaceholder)) return void 0;
  return { manifest, path, says: `lets what it refuses through (validationActions ${actions.join(", ")})` };
}

// src/model/admission/admission-gatekeeper.ts
var TEMPLATE = "templates.gatekeeper.sh/ConstraintTemplate";
var CONSTRAINT = "constraints.gatekeeper.sh/*";
var GATEKEEPER_POLICY_KINDS = [CONSTRAINT, TEMPLATE];
function gatekeeperJudgements(world) {
  const templates = new Map(world.of(TEMPLATE).map((template) => [constraintKind(template), template]));
  const constraints = world.of(CONSTRAINT);
  const used = new Set(constraints.map(({ kind }) => kind));
  const idle = [...templates].flatMap(([kind, template]) => used.has(kind) ? [] : template);
  return [
    ...constraints.map((constraint) => ofConstraint(constraint, templates.get(constraint.kind))),
    ...idle.flatMap(ofIdleTemplate)
  ];
}
var constraintKind = (template) => asText(template.get("spec", "crd", "spec", "names", "kind")) ?? "";
var ofConstraint = (constraint, template) => ({
  manifest: constraint,
  objects: objectsOfKinds(matchedKinds(constraint)),
  reads: template && [`${codeOf(template)}
${textOf(constraint.get("spec", "parameters"))}`],
  laxity: laxityOf(constraint)
});
function matchedKinds(constraint) {
  const entries = asList(constraint.get("spec", "match", "kinds"));
  if (entries.length === 0) return [{ group: "*", kind: "*" }];
  return entries.flatMap((entry) => {
    const groups = asTexts(valueAt(entry, ["apiGroups"]));
    return (groups.length > 0 ? groups : ["*"]).flatMap(
      (group2) => asTexts(valueAt(entry, ["kinds"])).map((kind) => ({ group: group2, kind }))
    );
  });
}
var codeOf = (template) => {
  const targets = asList(template.get("spec", "targets"));
  const sources = targets.flatMap((target) => asList(valueAt(target, ["code"])).map((code) => sourceOf(code)));
  return textOf([targets.map((target) => [valueAt(target, ["rego"]), valueAt(target, ["libs"])]), sources]);
};
function sourceOf(code) {
  const source = valueAt(code, ["source"]);
  const expressions = [valueAt(source, ["variables"]), valueAt(source, ["validations"])];
  return [...expressions, valueAt(source, ["rego"]), valueAt(source, ["libs"])];
}
function laxityOf(constraint) {
  const action = constraint.get("spec", "enforcementAction") ?? "deny";
  const scoped = asList(constraint.get("spec", "scopedEnforcementActions")).map((entry) => valueAt(entry, ["action"]));
  const actions = action === "scoped" ? scoped : [action];
  if (actions.length === 0 || actions.some((entry) => entry === "deny" || isPlaceholder(entry))) return void 0;
  const says = `lets what it refuses through (enforcement action ${actions.join(", ")})`;
  return { manifest: constraint, path: ["spec", "enforcementAction"], says };
}
var OURS = /external-?secrets?|secret-?store|push-?secret|creationPolicy/i;
function ofIdleTemplate(template) {
  const reads = codeOf(template);
  if (!OURS.test(reads)) return [];
  const laxity = {
    manifest: template,
    path: ["metadata", "name"],
    says: "has no constraint in the set, so that nothing applies it"
  };
  return [{ manifest: template, objects: objectsOfKinds([{ group: "*", kind: "*" }]), reads: [reads], laxity }];
}

// src/model/admission/admission-kyverno.ts
var KYVERNO_POLICY_KINDS = ["kyverno.io/ClusterPolicy", "kyverno.io/Policy"];
var kyvernoJudgements = (world) => KYVERNO_POLICY_KINDS.flatMap((kind) => world.of(kind)).flatMap(
  (manifest) => asList(manifest.get("spec", "rules")).flatMap((value, i) => {
    const rule = asMapping(value);
    if (!rule || !(asMapping(rule.validate) || asMapping(rule.mutate))) return [];
    const { match, exclude, ...judging } = rule;
    return {
      manifest,
      objects: objectsOfKinds(kindsIn(match).flatMap(selectorOf)),
      reads: [textOf(judging)],
      laxity: asMapping(rule.validate) ? laxityOf2(manifest, rule.validate, i) : void 0
    };
  })
);
var kindsIn = (match) => [match, ...asList(valueAt(match, ["any"])), ...asList(valueAt(match, ["all"]))].flatMap(
  (filter) => asTexts(valueAt(filter, ["resources", "kinds"]))
);
function selectorOf(text) {
  const [kind = "", second, third, more] = text.split("/").reverse();
  if (more !== void 0 || kind.includes(".")) return [];
  if (third !== void 0) return [{ group: third, kind }];
  return second === void 0 || /^(?:v\d|\*$)/.test(second) ? [{ group: "*", kind }] : [];
}
function laxityOf2(manifest, validate, i) {
  const spec = asMapping(manifest.get("spec")) ?? {};
  const own = asMapping(validate) ?? {};
  if (spec.admission === false) return { manifest, path: ["spec", "admission"], says: "is not asked at admission" };
  const action = own.failureAction ?? spec.validationFailureAction ?? "Audit";
  if (isEnforcing(action) || overrides(own, spec).some(isEnforcing)) return void 0;
  const path = own.failureAction === void 0 ? ["spec", "validationFailureAction"] : ["spec", "rules", i, "validate", "failureAction"];
  return { manifest, path, says: "lets what it refuses through (failure action Audit)" };
}
var overrides = (own, spec) => [...asList(own.failureActionOverrides), ...asList(spec.validationFailureActionOverrides)].map(
  (entry) => valueAt(entry, ["action"])
);
var isEnforcing = (action) => isPlaceholder(action) || asText(action)?.toLowerCase() === "enforce";

// src/model/admission/admission.ts
var ADMISSION_POLICY_KINDS = [
  ...CEL_POLICY_KINDS,
  ...GATEKEEPER_POLICY_KINDS,
  ...KYVERNO_POLICY_KINDS
];
var PROVIDER = /provider(?!\.\??\w+\.\??\w+(?!\w*\())/i;
var DEMANDS = [
  { id: "providers", field: PROVIDER, resources: [["secretstores", "clustersecretstores"]] },
  { id: "namespaces", field: /namespace/i, resources: [["externalsecrets"], ["pushsecrets"]] },
  { id: "templates", field: /template/i, resources: [["externalsecrets"]] },
  { id: "creation-policy", field: /creationPolicy/i, resources: [["externalsecrets"]] }
];
var Admission = class {
  #judgements;
  constructor(world) {
    const all2 = [...celJudgements(world), ...kyvernoJudgements(world), ...gatekeeperJudgements(world)];
    this.#judgements = all2.filter(({ objects }) => objects.resources.size > 0);
  }
  /** Policies that meet a demand for one of these resources at least, enforced or not. */
  meeting(demand, resources) {
    return this.#judgements.filter((judgement) => meets2(judgement, demand, resources));
  }
  /** Whether a policy names Secrets among what it judges: it sees who changes them, be it only to report it. */
  get seesSecrets() {
    return this.#judgements.some(({ objects }) => objects.named.has("secrets"));
  }
  /** Entries of a demand's `resources` that no policy of the set judges. */
  unmet(demand) {
    return demand.resources.filter((resources) => this.meeting(demand, resources).length === 0);
  }
  /** Policies that would meet a demand and keep nothing out, where no other policy meets it in earnest. */
  idle(demand) {
    const idle = demand.resources.flatMap((resources) => {
      const meeting = this.meeting(demand, resources);
      return meeting.every(({ laxity }) => laxity) ? meeting : [];
    });
    return [...new Set(idle)];
  }
};
function meets2({ objects, reads }, { field }, resources) {
  if (!resources.some((resource) => objects.resources.has(resource))) return false;
  const isNamed = resources.some((resource) => objects.named.has(resource));
  if (reads === void 0) return isNamed;
  return reads.some((text) => field.test(text) || isNamed && !LOOKS_AT_WRITTEN.test(text));
}
var LOOKS_AT_WRITTEN = /object|metadata|spec|namespace|operation|\brequest\.\??(?!userInfo\b|roles\b|clusterRoles\b)/i;

// src/model/rbac/subjects.ts
var ACCOUNTS = "system:serviceaccounts";
function implicitGroups(subject) {
  if (subject.kind === "ServiceAccount")
    return ["system:authenticated", ACCOUNTS, `${ACCOUNTS}:${subject.namespace ?? ""}`].map(group);
  if (isAnonymous(subject)) return subject.kind === "User" ? [group("system:unauthenticated")] : [];
  if (subject.name === "system:authenticated") return [];
  return [
    ...subject.kind === "Group" && subject.name.startsWith(`${ACCOUNTS}:`) ? [ACCOUNTS] : [],
    "system:authenticated"
  ].map(group);
}
var group = (name) => ({ kind: "Group", name, namespace: void 0 });
var isAnonymous = ({ name }) => name === "system:anonymous" || name === "system:unauthenticated";
function breadthOf(subject) {
  const { kind, name } = subject;
  if (kind === "ServiceAccount") return name === "default" ? "one namespace" : void 0;
  if (isAnonymous(subject)) return "anybody";
  if (kind !== "Group") return void 0;
  if (name === "system:authenticated") return "everybody";
  if (name === ACCOUNTS) return "every ServiceAccount";
  return name.startsWith(`${ACCOUNTS}:`) ? "one namespace" : void 0;
}
var isNamedBy = (subject, { kind, name, namespace }) => kind === subject.kind && name === subject.name && (kind !== "ServiceAccount" || namespace === void 0 || namespace === subject.namespace);
var isHuman = ({ kind, name }) => kind !== "ServiceAccount" && !name.startsWith("system:");

// src/model/go-regexp.ts
function compileGoRegexp(pattern) {
  try {
    const compiled = RE2JS.compile(pattern);
    return { matches: (text) => compiled.matcher(text).find(), matchesAll: (text) => compiled.matches(text) };
  } catch {
    return void 0;
  }
}

// src/model/network/addresses.ts
var V4_START = 1n << 128n;
var AddressSet = class _AddressSet {
  static none = new _AddressSet([]);
  #ranges;
  constructor(ranges) {
    this.#ranges = ranges;
  }
  /** The addresses of all these sets. */
  static union(sets) {
    const sorted = sets.flatMap((set) => set.#ranges).sort((a, b) => a.first < b.first ? -1 : a.first > b.first ? 1 : 0);
    const merged = [];
    for (const { first, last } of sorted) {
      const before = merged.at(-1);
      if (!before || first > before.last + 1n || first === V4_START && before.last < V4_START)
        merged.push({ first, last });
      else if (last > before.last) merged[merged.length - 1] = { first: before.first, last };
    }
    return new _AddressSet(merged);
  }
  /** The addresses of a CIDR block, or a single address; undefined when the text is neither. */
  static parse(text) {
    const [, address = "", length] = /^([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? [];
    const isV4 = !address.includes(":");
    const value = isV4 ? parseV4(address) : parseV6(address);
    const bits = isV4 ? 32 : 128;
    const prefix = length === void 0 ? bits : Number(length);
    if (value === void 0 || prefix > bits) return void 0;
    const size = 1n << BigInt(bits - prefix);
    const first = (isV4 ? V4_START : 0n) + value / size * size;
    return new _AddressSet([{ first, last: first + size - 1n }]);
  }
  /** The union of CIDR blocks that are known to be well written. */
  static of(...blocks2) {
    return _AddressSet.union(blocks2.map((block) => _AddressSet.parse(block) ?? _AddressSet.none));
  }
  get isEmpty() {
    return this.#ranges.length === 0;
  }
  /** How many addresses it holds. */
  get size() {
    return this.#ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  }
  minus(other) {
    const left = [];
    let i = 0;
    for (const range of this.#ranges) {
      let { first } = range;
      while (i < other.#ranges.length && (other.#ranges[i]?.last ?? 0n) < first) i++;
      for (let j = i; j < other.#ranges.length; j++) {
        const cut2 = other.#ranges[j];
        if (!cut2 || cut2.first > range.last) break;
        if (cut2.first > first) left.push({ first, last: cut2.first - 1n });
        if (cut2.last >= first) first = cut2.last + 1n;
      }
      if (first <= range.last) left.push({ first, last: range.last });
    }
    return new _AddressSet(left);
  }
  intersect(other) {
    return this.minus(this.minus(other));
  }
  /** Whether it holds every address of the other set. */
  covers(other) {
    return other.minus(this).isEmpty;
  }
  /** Whether both hold an address. */
  meets(other) {
    return !this.intersect(other).isEmpty;
  }
};
function parseV4(text) {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return void 0;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}
function parseV6(text) {
  const halves = text.split("::");
  if (halves.length > 2) return void 0;
  const [head, tail] = halves.map(groupsOf);
  if (!head || halves.length === 2 && !tail) return void 0;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return void 0;
  const groups = [...head, ...Array(missing).fill(0), ...tail ?? []];
  return groups.reduce((value, group2) => value * 65536n + BigInt(group2), 0n);
}
function groupsOf(half) {
  if (half === "") return [];
  const parts = half.split(":");
  const embedded = half.includes(".") ? parseV4(parts.pop() ?? "") : void 0;
  if (half.includes(".") && embedded === void 0 || !parts.every((part) => /^[\da-fA-F]{1,4}$/.test(part)))
    return void 0;
  const groups = parts.map((part) => Number.parseInt(part, 16));
  return embedded === void 0 ? groups : [...groups, Number(embedded >> 16n), Number(embedded & 0xffffn)];
}
var EVERY_V4 = AddressSet.of("0.0.0.0/0");
var EVERY_V6 = AddressSet.of("::/0");
var EVERY_ADDRESS = AddressSet.union([EVERY_V4, EVERY_V6]);
var LINK_LOCAL_BLOCKS = ["169.254.0.0/16", "fe80::/10"];
var LINK_LOCAL = AddressSet.of(...LINK_LOCAL_BLOCKS);
var SPECIAL_V4 = AddressSet.of(
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"]
);
var PUBLIC_V4 = EVERY_V4.minus(SPECIAL_V4);
var PUBLIC_V6 = AddressSet.of("2000::/3").minus(AddressSet.of("2001:db8::/32"));
var PUBLIC = AddressSet.union([PUBLIC_V4, PUBLIC_V6]);
var PRIVATE_BLOCKS = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];
var PRIVATE = EVERY_ADDRESS.minus(PUBLIC).minus(LINK_LOCAL);

// src/model/schema/eso-kinds.ts
var ESO_KINDS = knownKinds().filter(
  (groupKind) => groupKind.startsWith(`${ESO_GROUP}/`) || groupKind.startsWith(`${GENERATORS_GROUP}/`)
);

// src/model/admission/audit.ts
var AUDIT_POLICY_KIND = "audit.k8s.io/Policy";
var LEVELS = ["None", "Metadata", "Request", "RequestResponse"];
var logs = (level, least) => LEVELS.indexOf(level) >= LEVELS.indexOf(least);
function decisionsOn(policy, request) {
  const decisions = [];
  const omitted = asTexts(policy.get("omitStages"));
  for (const [i, value] of asList(policy.get("rules")).entries()) {
    const rule = asMapping(value) ?? {};
    const match = matchOf(rule, request);
    if (match === void 0) continue;
    const isSilent = LAST_STAGES.every((stage) => [...omitted, ...asTexts(rule.omitStages)].includes(stage));
    const level = isSilent ? "None" : LEVELS.find((known) => known === rule.level);
    decisions.push({ level, path: ["rules", i], isForAll: match === "all" });
    if (match === "all") return decisions;
  }
  return [...decisions, { level: "None", path: ["rules"], isForAll: true }];
}
var decisionOn = (policy, request) => decisionsOn(policy, request).find(({ isForAll }) => isForAll);
var LAST_STAGES = ["RequestReceived", "ResponseComplete"];
function matchOf(rule, request) {
  const verbs = asTexts(rule.verbs);
  if (verbs.length > 0 && !verbs.includes(request.verb) && !verbs.some(isPlaceholder)) return void 0;
  const resources = asList(rule.resources);
  const aboutUrls = asList(rule.nonResourceURLs).length > 0;
  if (aboutUrls && resources.length === 0 && asList(rule.namespaces).length === 0) return void 0;
  const matches = resources.map((entry) => matchOfResource(entry, request));
  if (resources.length > 0 && matches.every((match) => match === void 0)) return void 0;
  const namespaces = asTexts(rule.namespaces);
  const elsewhere = request.isNamespaced ? namespaces.every((name) => name === "") : !namespaces.includes("");
  if (namespaces.length > 0 && elsewhere) return void 0;
  const isNarrowed = asList(rule.users).length > 0 || namespaces.length > 0 && request.isNamespaced || !takesEveryGroup(asTexts(rule.userGroups));
  return !isNarrowed && (resources.length === 0 || matches.includes("all")) ? "all" : "some";
}
var takesEveryGroup = (groups) => groups.length === 0 || groups.includes("system:authenticated");
function matchOfResource(value, { group: group2, resource }) {
  const entry = asMapping(value);
  if (!entry || (asText(entry.group) ?? "") !== group2) return void 0;
  const names2 = asList(entry.resources);
  if (names2.length === 0) return "all";
  if (!names2.some((name) => name === resource || isPattern(name, resource) || isPlaceholder(name))) return void 0;
  return asList(entry.resourceNames).length === 0 && !names2.every(isPlaceholder) ? "all" : "some";
}
function isPattern(pattern, resource) {
  const [name, subresource] = resource.split("/");
  return pattern === "*" || pattern === `${name}/*` || subresource !== void 0 && pattern === `*/${subresource}`;
}

// src/model/pods/hooks.ts
function staysInstalled(manifest) {
  const moments = words(manifest, "helm.sh/hook");
  if (moments.length === 0) return true;
  const isInstalled = moments.includes("pre-install") || moments.includes("post-install");
  return isInstalled && !words(manifest, "helm.sh/hook-delete-policy").includes("hook-succeeded");
}
var words = (manifest, annotation) => (asText(manifest.get("metadata", "annotations", annotation)) ?? "").split(/[\s,]+/).filter((word) => word !== "");

// src/model/answer.ts
var answerOf = (holds2) => holds2 ? "yes" : "no";
function allOf(answers) {
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") ? "unknown" : "yes";
}
function anyOf(answers) {
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}
var not = (answer) => answer === "unknown" ? answer : answerOf(answer === "no");

// src/model/network/endpoint.ts
var DIRECTIONS = ["ingress", "egress"];
function endpointOf(pod, namespace, serviceAccount) {
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
function selectorAnswer(selector, known) {
  if (isPlaceholder(selector)) return "unknown";
  const requirements = requirementsOf(selector);
  return requirements ? allOf(requirements.map((requirement) => requirementAnswer(requirement, known))) : "no";
}
function requirementAnswer(requirement, { labels, knows }) {
  const isOpen = !knows(requirement.key) || [requirement.key, ...requirement.values].some(isPlaceholder);
  return isOpen ? "unknown" : answerOf(meets(requirement, labels));
}

// src/model/network/ports.ts
var PROTOCOLS = ["TCP", "UDP", "SCTP"];
var LAST_PORT = 65535;
var everyPort = (protocol) => ({ protocol, first: 0, last: LAST_PORT });
var EVERY_PORT = { certain: [everyPort(void 0)], possible: [] };
var NO_PORT = { certain: [], possible: [] };
var somePort = (protocol) => ({ certain: [], possible: [everyPort(protocol)] });
var portRange = (protocol, first, last = first) => ({
  certain: first <= last && first >= 0 && last <= LAST_PORT ? [{ protocol, first, last }] : [],
  possible: []
});
var portUnion = (sets) => ({
  certain: sets.flatMap(({ certain }) => certain),
  possible: sets.flatMap(({ possible }) => possible)
});
function takesPort({ certain, possible }, query) {
  const { port } = query;
  const ofProtocol = certain.filter((range) => isOf(range, query));
  if (port !== void 0 && ofProtocol.some(({ first, last }) => first <= port && port <= last)) return "yes";
  if (ofProtocol.some(({ first, last }) => first <= 1 && last === LAST_PORT)) return "yes";
  const others2 = port === void 0 ? [...ofProtocol, ...possible] : possible;
  return others2.some((range) => isOf(range, query) && (port === void 0 || range.first <= port && port <= range.last)) ? "unknown" : "no";
}
var isOf = (range, { protocol }) => range.protocol === void 0 || range.protocol === protocol;
function portEdges(sets, protocol) {
  const ranges = sets.flatMap(({ certain, possible }) => [...certain, ...possible]);
  const relevant = ranges.filter((range) => isOf(range, { protocol, port: void 0 }));
  const edges = relevant.flatMap(({ first, last }) => [first, last + 1]);
  return [.../* @__PURE__ */ new Set([1, ...edges])].filter((port) => port >= 1 && port <= LAST_PORT).sort((a, b) => a - b);
}
var protocolOf = (value) => {
  const name = asText(value ?? "TCP")?.toUpperCase() ?? "";
  return PROTOCOLS.includes(name) ? name : void 0;
};
function portNumber(value) {
  const number = typeof value === "string" && /^\d{1,5}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= 0 && number <= LAST_PORT ? number : void 0;
}
function portOf(value, protocol, resolve, last) {
  if (isPlaceholder(value) || isPlaceholder(last)) return somePort(protocol);
  const first = portNumber(value);
  if (first === void 0) return typeof value === "string" ? resolve(value) : NO_PORT;
  return portRange(protocol, first, last === void 0 || last === null ? first : portNumber(last) ?? -1);
}

// src/model/by-namespace.ts
var ByNamespace = class {
  #all;
  /** Under undefined what is in no namespace, or in one that is filled in later. */
  #groups;
  constructor(items, namespaceOf) {
    this.#all = items;
    const numbered = items.map((item, number) => ({ item, number }));
    this.#groups = Map.groupBy(numbered, ({ item }) => knownText(namespaceOf(item)));
  }
  /** What is in this namespace, or in none that is known; in order. */
  in(namespace) {
    const wanted = knownText(namespace);
    const unknown = this.#groups.get(void 0) ?? [];
    const found = wanted === void 0 ? unknown : [...this.#groups.get(wanted) ?? [], ...unknown];
    return found.toSorted((a, b) => a.number - b.number).map(({ item }) => item);
  }
  /** What may be in this namespace; everything, where that is not known itself. */
  maybeIn(namespace) {
    return knownText(namespace) === void 0 ? this.#all : this.in(namespace);
  }
};

// src/model/network/peers.ts
var EVERYONE = { certain: EVERY_ADDRESS, possible: EVERY_ADDRESS, takes: () => "yes" };
var NOBODY = { certain: AddressSet.none, possible: AddressSet.none, takes: () => "no" };
var SOMEBODY = { certain: AddressSet.none, possible: EVERY_ADDRESS, takes: () => "unknown" };
var THE_API_SERVER = {
  ...NOBODY,
  takes: (peer) => answerOf(peer.kind === "address" && peer.isApiServer === true)
};
var atAddresses = (set, takesPods = podsWithin(set)) => ({
  certain: set,
  possible: set,
  takes: (peer) => peer.kind === "pod" ? takesPods : within(set, peer)
});
var podsWithin = (set) => set.meets(PRIVATE) ? "unknown" : "no";
function within(set, peer) {
  if (set.covers(peer.within)) return "yes";
  return set.meets(peer.within) ? "unknown" : "no";
}
var podsThat = (selects2) => ({
  ...NOBODY,
  takes: (peer) => {
    if (peer.kind === "pod") return selects2(peer);
    if (peer.isApiServer) return anyOf(API_SERVER_PODS.map(selects2)) === "no" ? "no" : "unknown";
    return peer.mayBePod ? "unknown" : "no";
  }
});
var somePodIn = (namespace) => ({
  kind: "pod",
  namespace,
  namespaceLabels: partlyKnown({ "kubernetes.io/metadata.name": namespace }),
  labels: partlyKnown({})
});
var partlyKnown = (labels) => ({
  labels,
  knows: (key) => Object.hasOwn(labels, key)
});
var API_SERVER_PODS = ["kube-system", "default", "openshift-kube-apiserver"].map(somePodIn);
var STRANGER = {
  kind: "pod",
  // No namespace can be called so.
  namespace: "(any)",
  namespaceLabels: { labels: { "kubernetes.io/metadata.name": "(any)" }, knows: () => true },
  labels: { labels: {}, knows: () => true }
};
var either = (sets) => {
  const certain = AddressSet.union(sets.map((set) => set.certain));
  const possible = AddressSet.union(sets.map((set) => set.possible));
  return {
    certain,
    possible,
    takes: (peer) => {
      const answer = anyOf(sets.map((set) => set.takes(peer)));
      if (answer !== "unknown" || peer.kind === "pod" || peer.isApiServer) return answer;
      return certain.covers(peer.within) ? "yes" : "unknown";
    }
  };
};
var all = (sets) => ({
  certain: sets.reduce((left, { certain }) => left.intersect(certain), EVERY_ADDRESS),
  possible: sets.reduce((left, { possible }) => left.intersect(possible), EVERY_ADDRESS),
  takes: (peer) => allOf(sets.map((set) => set.takes(peer)))
});
var others = (set) => ({
  certain: EVERY_ADDRESS.minus(set.possible),
  possible: EVERY_ADDRESS.minus(set.certain),
  takes: (peer) => not(set.takes(peer))
});
var perhaps = (set) => ({
  certain: AddressSet.none,
  possible: set.possible,
  takes: (peer) => set.takes(peer) === "no" ? "no" : "unknown"
});
var named = (matches, isEverything) => isEverything ? { ...EVERYONE, takes: (peer) => answerOf(peer.kind === "address") } : {
  ...NOBODY,
  takes: (peer) => {
    if (peer.kind === "pod") return "no";
    if (peer.name !== void 0) return answerOf(matches(peer.name));
    return peer.isApiServer ? "unknown" : "no";
  }
};

// src/model/network/cilium-peers.ts
function ciliumBlock(value) {
  const { cidr, except } = asMapping(value) ?? {};
  const isOpen = [value, cidr, except, ...asList(except)].some(isPlaceholder);
  const block = AddressSet.parse(asText(cidr) ?? "");
  if (isOpen || !block) return isOpen || cidr === void 0 ? SOMEWHERE : NOBODY;
  const set = atAddresses(block.minus(AddressSet.of(...asTexts(except))), "no");
  return { ...set, takes: (peer) => isApiServer(peer) ? weaker(set.takes(peer)) : set.takes(peer) };
}
var SOMEWHERE = { ...SOMEBODY, takes: (peer) => peer.kind === "pod" ? "no" : "unknown" };
var isApiServer = (peer) => peer.kind === "address" && peer.isApiServer === true;
var weaker = (answer) => answer === "yes" ? "unknown" : answer;
function ciliumEntity(value) {
  switch (value) {
    case "all":
      return EVERYONE;
    case "world":
      return outside(AddressSet.union([EVERY_V4, EVERY_V6]));
    case "world-ipv4":
      return outside(EVERY_V4);
    case "world-ipv6":
      return outside(EVERY_V6);
    case "cluster":
      return { ...ON_NODES, takes: (peer) => peer.kind === "pod" ? "yes" : ON_NODES.takes(peer) };
    case "host":
    case "remote-node":
      return ON_NODES;
    case "kube-apiserver":
      return THE_API_SERVER;
    case "health":
    case "ingress":
    case "init":
    case "none":
      return NOBODY;
    default:
      return SOMEBODY;
  }
}
var outside = (family) => {
  const certain = family.minus(PRIVATE);
  return {
    certain,
    possible: family,
    takes: (peer) => {
      if (peer.kind === "pod") return "no";
      if (peer.isApiServer) return "unknown";
      if (peer.name !== void 0 && family.covers(EVERY_V4)) return "yes";
      return certain.covers(peer.within) ? "yes" : family.meets(peer.within) ? "unknown" : "no";
    }
  };
};
var ON_NODES = {
  certain: AddressSet.none,
  possible: PRIVATE,
  takes: (peer) => {
    if (peer.kind === "pod") return "no";
    if (peer.isApiServer) return "unknown";
    return peer.name === void 0 && peer.within.meets(PRIVATE) && !peer.within.meets(PUBLIC) ? "unknown" : "no";
  }
};
function ciliumName(value) {
  const entry = asMapping(value) ?? {};
  if ([value, entry.matchName, entry.matchPattern].some(isPlaceholder)) return SOMEWHERE;
  const name = asText(entry.matchName);
  if (name !== void 0) return named((asked2) => clean(asked2) === clean(name), false);
  const pattern = asText(entry.matchPattern);
  return pattern === void 0 ? NOBODY : matchingNames(pattern);
}
var MOST_STARS = 4;
function matchingNames(pattern) {
  if (pattern.split(/\*+/).length > MOST_STARS + 1) return SOMEWHERE;
  const expression = clean(pattern).replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, (stars) => stars.length > 1 ? ".*" : "[-\\w]*");
  const matcher = new RegExp(`^${expression}$`);
  return named((name) => matcher.test(clean(name)), /^\*+\.?$/.test(pattern));
}
var clean = (name) => name.toLowerCase().replace(/\.$/, "");

// src/model/network/network-policy.ts
function kubernetesIsolation(policy) {
  const selector = policy.get("spec", "podSelector") ?? {};
  const hasEgressRules = asList(policy.get("spec", "egress")).length > 0;
  const byDefault = hasEgressRules ? ["ingress", "egress"] : ["ingress"];
  const directions = new Set(namedDirections(policy.get("spec", "policyTypes")) ?? byDefault);
  return {
    policy,
    engine: "kubernetes",
    path: ["spec"],
    selectorPath: ["spec", "podSelector"],
    directions,
    selects: ({ pod }) => inSameNamespace(policy, pod.manifest) && selects(selector, pod.labels),
    rules: (direction, pod) => directions.has(direction) ? rulesOf(policy, direction, pod) : []
  };
}
var rulesOf = (policy, direction, pod) => asList(policy.get("spec", direction)).map((value, i) => {
  const rule = fieldsOf(value);
  const path = ["spec", direction, i];
  if (!rule || isPlaceholder(value))
    return { policy, path, action: "allow", peers: isPlaceholder(value) ? SOMEBODY : NOBODY, ports: EVERY_PORT };
  const peers = peersOf(rule[direction === "ingress" ? "from" : "to"], policy);
  return {
    policy,
    path,
    action: "allow",
    peers,
    ports: portsOf(rule.ports, direction === "ingress" ? pod : void 0)
  };
});
var fieldsOf = (item) => asMapping(item === null ? {} : item);
function peersOf(value, policy) {
  if (isPlaceholder(value)) return SOMEBODY;
  const peers = asList(value);
  return peers.length === 0 ? EVERYONE : either(peers.map((peer) => peerOf(peer, policy)));
}
function peerOf(value, policy) {
  if (isPlaceholder(value)) return SOMEBODY;
  const { ipBlock, podSelector, namespaceSelector } = asMapping(value) ?? {};
  const block = asMapping(ipBlock);
  const pods = podSelector ?? void 0;
  const namespaces = namespaceSelector ?? void 0;
  const hasSelector = pods !== void 0 || namespaces !== void 0;
  if (block) return hasSelector ? NOBODY : blockOf(block);
  if (!hasSelector) return isPlaceholder(ipBlock) ? SOMEBODY : NOBODY;
  return podsThat(
    (pod) => allOf([
      namespaces === void 0 ? answerOf(pod.namespace === policy.namespace) : selectorAnswer(namespaces, pod.namespaceLabels),
      pods === void 0 ? "yes" : selectorAnswer(pods, pod.labels)
    ])
  );
}
function blockOf({ cidr, except }) {
  const isOpen = isPlaceholder(cidr) || isPlaceholder(except) || asList(except).some(isPlaceholder);
  const block = parseBlock(asText(cidr) ?? "");
  if (isOpen || !block) return isOpen ? SOMEBODY : NOBODY;
  return atAddresses(block.minus(AddressSet.of(...asTexts(except))));
}
var parseBlock = (text) => text.includes("/") ? AddressSet.parse(text) : void 0;
function portsOf(value, pod) {
  if (isPlaceholder(value)) return somePort(void 0);
  const entries = asList(value);
  return entries.length === 0 ? EVERY_PORT : portUnion(entries.map((entry) => entryOf2(entry, pod)));
}
function entryOf2(value, pod) {
  const entry = fieldsOf(value);
  if (isPlaceholder(value) || isPlaceholder(entry?.protocol)) return somePort(void 0);
  if (!entry) return NO_PORT;
  const protocol = protocolOf(entry.protocol);
  if (!protocol) return NO_PORT;
  if (entry.port === void 0 || entry.port === null) return portOf(0, protocol, () => NO_PORT, 65535);
  const named3 = typeof entry.port === "string" && /^\d+$/.test(entry.port) ? void 0 : entry.port;
  return portOf(named3, protocol, (name) => namedPort(name, protocol, pod), entry.endPort);
}
var namedPort = (name, protocol, pod) => pod ? portUnion(portsNamed(pod, name, protocol).map((port) => portOf(port, protocol, () => NO_PORT))) : somePort(protocol);

// src/model/network/admin-policy.ts
var ACTIONS = { Allow: "allow", Deny: "deny", Pass: "pass" };
function adminIsolation(policy) {
  const subject = asMapping(policy.get("spec", "subject")) ?? {};
  const priority = policy.get("spec", "priority");
  return {
    policy,
    engine: policy.kind === "AdminNetworkPolicy" ? "admin" : "baseline",
    path: ["spec"],
    selectorPath: ["spec", "subject"],
    directions: new Set(DIRECTIONS.filter((direction) => deniesAll(policy, direction))),
    ...typeof priority === "number" && { order: priority },
    selects: (endpoint) => isSubject(subject, endpoint),
    rules: (direction, pod) => rulesOf2(policy, direction, pod)
  };
}
function isSubject({ namespaces, pods }, { pod, namespace }) {
  if (asMapping(namespaces)) return selectorAnswer(namespaces, namespace) === "yes";
  const both = asMapping(pods);
  const known = { labels: pod.labels, knows: () => true };
  return selectorAnswer(both?.namespaceSelector, namespace) === "yes" && selectorAnswer(both?.podSelector, known) === "yes";
}
var deniesAll = (policy, direction) => rulesOf2(policy, direction, void 0).some(
  ({ action, peers, ports }) => action === "deny" && ports === EVERY_PORT && (direction === "ingress" ? peers.takes(STRANGER) === "yes" : peers.certain.covers(PUBLIC_V4))
);
var rulesOf2 = (policy, direction, pod) => asList(policy.get("spec", direction)).flatMap((value, i) => {
  const rule = asMapping(value);
  const action = ACTIONS[asText(rule?.action) ?? ""];
  const path = ["spec", direction, i];
  if (!rule || !action) return [];
  const peers = asList(rule[direction === "ingress" ? "from" : "to"]).map(peerOf2);
  return {
    policy,
    path,
    action,
    peers: either(peers),
    ports: portsOf2(rule.ports, direction === "ingress" ? pod : void 0)
  };
});
function peerOf2(value) {
  if (isPlaceholder(value)) return SOMEBODY;
  const { namespaces, pods, networks, domainNames, nodes } = asMapping(value) ?? {};
  if (namespaces !== void 0) return podsThat((pod) => selectorAnswer(namespaces, pod.namespaceLabels));
  const both = asMapping(pods);
  if (both)
    return podsThat(
      (pod) => allOf([
        selectorAnswer(both.namespaceSelector, pod.namespaceLabels),
        selectorAnswer(both.podSelector, pod.labels)
      ])
    );
  if (Array.isArray(networks))
    return either(networks.map((block) => isPlaceholder(block) ? SOMEWHERE : atBlock(asText(block) ?? "")));
  if (Array.isArray(domainNames))
    return either(domainNames.map((name) => isPlaceholder(name) ? SOMEWHERE : matchingNames(asText(name) ?? "")));
  return nodes === void 0 && !isPlaceholder(networks) ? NOBODY : SOMEWHERE;
}
var atBlock = (text) => atAddresses(AddressSet.parse(text) ?? AddressSet.none);
function portsOf2(value, pod) {
  if (isPlaceholder(value)) return somePort(void 0);
  const entries = asList(value);
  return entries.length === 0 ? EVERY_PORT : portUnion(entries.map((entry) => entryOf3(asMapping(entry) ?? {}, pod)));
}
function entryOf3({ portNumber: portNumber2, portRange: portRange2, namedPort: name }, pod) {
  if (typeof name === "string")
    return isPlaceholder(name) ? somePort(void 0) : portUnion(["TCP", "UDP", "SCTP"].map((protocol2) => namedPort(name, protocol2, pod)));
  const range = asMapping(portNumber2) ?? asMapping(portRange2);
  const protocol = protocolOf(range?.protocol);
  if (!range || !protocol) return NO_PORT;
  return portOf(range.port ?? range.start, protocol, () => NO_PORT, range.end);
}

// src/model/network/calico-ports.ts
var NUMBERS = { 6: "TCP", 17: "UDP", 132: "SCTP" };
var EVERY_PROTOCOL = ["TCP", "UDP", "SCTP"];
function calicoPorts(rule, pod) {
  if (isPlaceholder(rule.protocol) || isPlaceholder(rule.notProtocol)) return somePort(void 0);
  if (rule.icmp !== void 0 || rule.notICMP !== void 0) return NO_PORT;
  const { ports, notPorts } = asMapping(rule.destination) ?? {};
  const protocols = protocolsOf(rule);
  if (protocols.length === EVERY_PROTOCOL.length && isAbsent(ports) && isAbsent(notPorts)) return EVERY_PORT;
  return portUnion(
    protocols.map((protocol) => {
      const taken = isAbsent(ports) ? portRange(protocol, 0, LAST_PORT) : listed(ports, protocol, pod);
      return isAbsent(notPorts) ? taken : without(taken, listed(notPorts, protocol, pod));
    })
  );
}
var isAbsent = (value) => !isPlaceholder(value) && asList(value).length === 0;
function protocolsOf({ protocol, notProtocol }) {
  const named3 = protocolNamed(protocol);
  if (protocol !== void 0 && protocol !== null) return named3 ? [named3] : [];
  const excluded = protocolNamed(notProtocol);
  return EVERY_PROTOCOL.filter((each) => each !== excluded);
}
var protocolNamed = (value) => value === void 0 || value === null ? void 0 : NUMBERS[String(value)] ?? protocolOf(value);
function listed(value, protocol, pod) {
  if (isPlaceholder(value)) return somePort(protocol);
  return portUnion(
    asList(value).map((item) => {
      const [, first, last] = typeof item === "string" ? /^(\d+):(\d+)$/.exec(item) ?? [] : [];
      return portOf(first ?? item, protocol, (name) => namedPort(name, protocol, pod), last);
    })
  );
}
function without(taken, cut2) {
  const certain = cut2.certain.reduce((ranges, hole) => ranges.flatMap((range) => around(range, hole)), taken.certain);
  const possible = cut2.certain.reduce((ranges, hole) => ranges.flatMap((range) => around(range, hole)), taken.possible);
  return cut2.possible.length > 0 ? { certain: [], possible: [...certain, ...possible] } : { certain, possible };
}
var around = (range, hole) => [
  { ...range, last: Math.min(range.last, hole.first - 1) },
  { ...range, first: Math.max(range.first, hole.last + 1) }
].filter(({ first, last }) => first <= last);

// src/model/network/calico-selector.ts
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

// src/model/network/calico-rules.ts
var ACTIONS2 = { allow: "allow", deny: "deny", pass: "pass" };
var calicoRules = (policy, direction, pod) => asList(policy.get("spec", direction)).flatMap((value, i) => {
  const rule = asMapping(value) ?? {};
  const path = ["spec", direction, i];
  if (isPlaceholder(value))
    return [{ policy, path, action: "allow", peers: SOMEBODY, ports: calicoPorts({}, void 0) }];
  const word = asText(rule.action)?.toLowerCase() ?? "";
  if (!isAction(word)) return [];
  const ports = calicoPorts(rule, direction === "ingress" ? pod : void 0);
  return [{ policy, path, action: ACTIONS2[word], peers: peersOf2(rule, direction, policy), ports }];
});
var isAction = (word) => Object.hasOwn(ACTIONS2, word);
function peersOf2(rule, direction, policy) {
  const [peer, own] = direction === "ingress" ? ["source", "destination"] : ["destination", "source"];
  const entity = asMapping(rule[peer]) ?? {};
  const self = Object.keys(asMapping(rule[own]) ?? {}).filter((field) => field !== "ports" && field !== "notPorts");
  const sourcePorts = asMapping(rule.source) ?? {};
  const isNarrowed = self.length > 0 || rule.http !== void 0 || sourcePorts.ports !== void 0 || sourcePorts.notPorts !== void 0;
  const set = all([...familyOf(rule.ipVersion), ...criteriaOf(entity, policy)]);
  return isNarrowed ? perhaps(set) : set;
}
var familyOf = (version) => version === 4 || version === 6 ? [{ ...atAddresses(version === 4 ? EVERY_V4 : EVERY_V6, version === 4 ? "yes" : "unknown") }] : [];
function criteriaOf(entity, policy) {
  const { nets, notNets, domains, selector, notSelector, namespaceSelector, serviceAccounts, services } = entity;
  const places = [...blocks(nets), ...namesOf(domains)];
  return [
    ...places.length > 0 ? [either(places)] : [],
    ...blocks(notNets).map(others),
    ...isGiven(selector) || isGiven(namespaceSelector) ? [selected(selector, namespaceSelector, policy)] : [],
    ...isGiven(notSelector) ? [others(selected(notSelector, void 0, policy))] : [],
    ...asMapping(serviceAccounts) ? [SOMEBODY] : [],
    ...asMapping(services) ? [behind(services)] : []
  ];
}
function behind(service) {
  const { name, namespace } = asMapping(service) ?? {};
  return name === "kubernetes" && namespace === "default" ? THE_API_SERVER : SOMEBODY;
}
var isGiven = (value) => value !== void 0 && value !== null && value !== "";
var blocks = (value) => {
  if (isPlaceholder(value)) return [SOMEBODY];
  return asList(value).map((item) => {
    const set = AddressSet.parse(asText(item) ?? "");
    if (!set) return SOMEBODY;
    return set.covers(EVERY_V4) ? atAddresses(set, "yes") : atAddresses(set);
  });
};
var namesOf = (value) => {
  if (isPlaceholder(value)) return [SOMEBODY];
  return asList(value).map((item) => typeof item === "string" && !isPlaceholder(item) ? matchingNames(item) : SOMEBODY);
};
function selected(selector, namespaceSelector, policy) {
  const pods = parse(selector);
  const namespaces = parse(namespaceSelector);
  const isGlobal = policy.kind === "GlobalNetworkPolicy";
  if (!pods || !namespaces || asText(namespaceSelector)?.includes("global(")) return SOMEBODY;
  const staysHome = !isGlobal && !isGiven(namespaceSelector);
  const set = podsThat(
    (pod) => allOf([
      staysHome ? answerOf(pod.namespace === policy.namespace) : "yes",
      pods(
        withLabels(pod.labels, {
          "projectcalico.org/namespace": pod.namespace,
          "projectcalico.org/orchestrator": "k8s"
        })
      ),
      namespaces(withLabels(pod.namespaceLabels, { "projectcalico.org/name": pod.namespace }))
    ])
  );
  return isGlobal && isGiven(selector) && !isGiven(namespaceSelector) ? orSomewhere(set) : set;
}
var orSomewhere = (set) => ({
  certain: AddressSet.none,
  possible: EVERYONE.possible,
  takes: (peer) => peer.kind === "pod" ? set.takes(peer) : "unknown"
});
function parse(value) {
  if (isPlaceholder(value)) return void 0;
  const selector = parseCalicoSelector(asText(value ?? "") ?? "!");
  if (!selector) return void 0;
  return ({ labels, knows }) => selector.keys.values().every(knows) ? answerOf(selector.matches(labels)) : "unknown";
}
var withLabels = ({ labels, knows }, more) => ({
  labels: { ...labels, ...more },
  knows: (key) => Object.hasOwn(more, key) || knows(key)
});

// src/model/network/calico.ts
var DEFAULT_TIER = "default";
var NAME = "projectcalico.org/name";
var NAMESPACE = "projectcalico.org/namespace";
var SERVICE_ACCOUNT = "projectcalico.org/serviceaccount";
var ORCHESTRATOR = "projectcalico.org/orchestrator";
function calicoIsolations(policy) {
  const spec = asMapping(policy.get("spec")) ?? {};
  const isGlobal = policy.kind === "GlobalNetworkPolicy";
  if (isGlobal && (spec.doNotTrack === true || spec.preDNAT === true)) return [];
  const pods = selectorOf2(spec.selector);
  const serviceAccounts = selectorOf2(spec.serviceAccountSelector);
  const namespaces = selectorOf2(isGlobal ? spec.namespaceSelector : void 0);
  if (!pods || !serviceAccounts || !namespaces) return [];
  const selects2 = (endpoint) => (isGlobal || inSameNamespace(policy, endpoint.pod.manifest)) && takes2(pods, podLabels(endpoint)) && takes2(serviceAccounts, named2(endpoint.serviceAccount, endpoint.pod.serviceAccountName)) && takes2(namespaces, named2(endpoint.namespace, endpoint.pod.namespace));
  const directions = new Set(namedDirections(spec.types) ?? defaultDirections(spec));
  const { order, tier } = spec;
  return [
    {
      policy,
      engine: "calico",
      path: ["spec"],
      selectorPath: ["spec", "selector"],
      directions,
      ...typeof order === "number" && { order },
      tier: asText(tier) || DEFAULT_TIER,
      selects: selects2,
      rules: (direction, pod) => directions.has(direction) ? calicoRules(policy, direction, pod) : []
    }
  ];
}
function defaultDirections(spec) {
  if (asList(spec.egress).length === 0) return ["ingress"];
  return asList(spec.ingress).length === 0 ? ["egress"] : ["ingress", "egress"];
}
function selectorOf2(value) {
  const text = asText(value ?? "");
  return text === void 0 || text.includes("global(") ? void 0 : parseCalicoSelector(text);
}
var takes2 = ({ keys, matches }, { labels, knows }) => keys.values().every(knows) && matches(labels);
function podLabels({ pod }) {
  const labels = {
    ...pod.labels,
    [ORCHESTRATOR]: "k8s",
    [SERVICE_ACCOUNT]: pod.serviceAccountName,
    ...pod.namespace !== void 0 && { [NAMESPACE]: pod.namespace }
  };
  return { labels, knows: (key) => key !== NAMESPACE || pod.namespace !== void 0 };
}
var named2 = ({ labels, knows }, name) => ({
  labels: name === void 0 ? labels : { ...labels, [NAME]: name },
  knows: (key) => key === NAME && name !== void 0 || knows(key)
});

// src/model/network/cilium-rules.ts
var NAMESPACE2 = "io.kubernetes.pod.namespace";
var NAMESPACE_LABELS = "io.cilium.k8s.namespace.labels.";
var GIVEN_LABELS = "io.cilium.k8s.";
var ciliumRules = (policy, path, rule, direction, pod) => [direction, `${direction}Deny`].flatMap(
  (section) => asList(rule[section]).map((value, i) => ({
    policy,
    path: [...path, section, i],
    action: section === direction ? "allow" : "deny",
    ...matchOf2(value, direction, policy, pod)
  }))
);
function matchOf2(value, direction, policy, pod) {
  const rule = asMapping(value) ?? {};
  if (isPlaceholder(value)) return { peers: SOMEBODY, ports: EVERY_PORT };
  const ports = portsOf3(rule, direction === "ingress" ? pod : void 0);
  const peers = peersOf3(rule, direction === "ingress" ? "from" : "to", policy);
  return { peers: peers ?? (ports === EVERY_PORT ? NOBODY : EVERYONE), ports };
}
function peersOf3(rule, side, policy) {
  const given = (field) => rule[`${side}${field}`] ?? void 0;
  const items = (field) => isPlaceholder(given(field)) ? ["${}"] : asList(given(field));
  if (Array.isArray(given("Endpoints")) && items("Endpoints").length === 0) return NOBODY;
  const sets = [
    ...items("Endpoints").map((selector) => endpointsOf(selector, policy)),
    ...items("CIDR").map((block) => ciliumBlock({ cidr: block })),
    ...items("CIDRSet").map((block) => ciliumBlock(block)),
    ...items("Entities").map(ciliumEntity),
    ...items("FQDNs").map(ciliumName),
    ...["Services", "Groups", "Nodes"].flatMap((field) => items(field).map(() => SOMEBODY))
  ];
  const isNarrowed = given("Requires") !== void 0;
  if (sets.length > 0) return isNarrowed ? perhaps(either(sets)) : either(sets);
  const isEmptyList = FIELDS.some((field) => given(field) !== void 0);
  return isEmptyList || isNarrowed ? SOMEBODY : void 0;
}
var FIELDS = ["CIDR", "CIDRSet", "Entities", "FQDNs", "Services", "Groups", "Nodes"];
function endpointsOf(selector, policy) {
  const requirements = requirementsOf(selector);
  if (!requirements) return isPlaceholder(selector) ? SOMEBODY : NOBODY;
  if (requirements.some(({ key }) => key.startsWith("reserved:"))) return SOMEBODY;
  const plain = requirements.map((requirement) => ({ ...requirement, key: requirement.key.replace(/^(?:k8s|any):/, "") }));
  const namesNamespace = plain.some(({ key }) => key === NAMESPACE2 || key.startsWith(NAMESPACE_LABELS));
  const staysHome = policy.kind === "CiliumNetworkPolicy" && !namesNamespace;
  return podsThat(
    (pod) => allOf([
      ...staysHome ? [answerOf(pod.namespace === policy.namespace)] : [],
      ...plain.map((requirement) => endpointAnswer(requirement, pod))
    ])
  );
}
function endpointAnswer(requirement, pod) {
  const { key } = requirement;
  if (key === NAMESPACE2)
    return requirementAnswer(requirement, { labels: { [NAMESPACE2]: pod.namespace }, knows: () => true });
  if (key.startsWith(NAMESPACE_LABELS))
    return requirementAnswer({ ...requirement, key: key.slice(NAMESPACE_LABELS.length) }, pod.namespaceLabels);
  return key.startsWith(GIVEN_LABELS) ? "unknown" : requirementAnswer(requirement, pod.labels);
}
function portsOf3(rule, pod) {
  const entries = asList(rule.toPorts);
  if (isPlaceholder(rule.toPorts)) return somePort(void 0);
  if (entries.length === 0) return asList(rule.icmps).length > 0 ? NO_PORT : EVERY_PORT;
  return portUnion(
    entries.map((value) => {
      const entry = asMapping(value) ?? {};
      const list = asList(entry.ports);
      const ports = list.length === 0 ? EVERY_PORT : portUnion(list.map((port) => portEntry(port, pod)));
      const layers = Object.keys(asMapping(entry.rules) ?? {}).filter((layer) => layer !== "dns");
      const isNarrowed = layers.length > 0 || asList(entry.serverNames).length > 0 || isPlaceholder(entry.rules);
      return isNarrowed ? { certain: [], possible: [...ports.certain, ...ports.possible] } : ports;
    })
  );
}
function portEntry(value, pod) {
  const entry = asMapping(value) ?? {};
  const word = asText(entry.protocol)?.toUpperCase() ?? "ANY";
  if (isPlaceholder(value) || isPlaceholder(entry.protocol)) return somePort(void 0);
  const protocol = word === "ANY" ? void 0 : protocolOf(word);
  if (word !== "ANY" && !protocol) return NO_PORT;
  const isEvery = entry.port === "0" || entry.port === 0 || entry.port === void 0;
  if (isEvery) return portOf(0, protocol, () => NO_PORT, LAST_PORT);
  const last = entry.endPort === 0 ? void 0 : entry.endPort;
  const resolve = (name) => pod ? ownPort(pod, name, protocol) : somePort(protocol);
  return portOf(entry.port, protocol, resolve, last);
}
function ownPort(pod, name, protocol) {
  const own = containerPorts(pod).findLast((port) => port.name === name);
  const spoken = own && protocolOf(own.protocol);
  return own && spoken && (protocol ?? spoken) === spoken ? portOf(own.port, spoken, () => NO_PORT) : NO_PORT;
}

// src/model/network/cilium.ts
var NAMESPACE3 = "io.kubernetes.pod.namespace";
var SERVICE_ACCOUNT2 = "io.cilium.k8s.policy.serviceaccount";
var CLUSTER = "io.cilium.k8s.policy.cluster";
var NAMESPACE_LABELS2 = "io.cilium.k8s.namespace.labels.";
function ciliumIsolations(policy) {
  const isNamespaced2 = policy.kind === "CiliumNetworkPolicy";
  const written = [
    { path: ["spec"], value: policy.get("spec") },
    ...asList(policy.get("specs")).map((value, i) => ({ path: ["specs", i], value }))
  ].filter(({ value }) => value !== void 0 && value !== null);
  const rules = written.map(({ path, value }) => ({ path, rule: asMapping(value) }));
  return rules.every(({ rule }) => isAccepted(rule, isNamespaced2)) ? rules.flatMap(({ path, rule }) => rule?.endpointSelector ? [isolationOf(policy, path, rule, isNamespaced2)] : []) : [];
}
function isAccepted(rule, isNamespaced2) {
  if (!rule || isNamespaced2 && asMapping(rule.nodeSelector)) return false;
  const hasOneSelector = !requirementsOf(rule.endpointSelector) !== !requirementsOf(rule.nodeSelector);
  return hasOneSelector && DIRECTIONS.some((direction) => hasRules(rule, direction)) && DIRECTIONS.every((direction) => entriesOf(rule, direction).every((entry) => isCombinable(entry, direction)));
}
function isCombinable(entry, direction) {
  const given = asMapping(entry) ?? {};
  const side = direction === "ingress" ? "from" : "to";
  const kinds = PEERS.filter((kind) => asList(given[`${side}${kind}`]).length > 0);
  return kinds.length <= 1 && (asList(given.icmps).length === 0 || asList(given.toPorts).length === 0);
}
var PEERS = ["Endpoints", "CIDR", "CIDRSet", "Entities", "Nodes", "Groups", "FQDNs", "Services"];
var entriesOf = (rule, direction) => [
  ...asList(rule[direction]),
  ...asList(rule[`${direction}Deny`])
];
var hasRules = (rule, direction) => entriesOf(rule, direction).length > 0;
function isolationOf(policy, path, rule, isNamespaced2) {
  const requirements = requirementsOf(isNamespaced2 ? withoutNamespace(rule.endpointSelector) : rule.endpointSelector);
  return {
    policy,
    engine: "cilium",
    path,
    selectorPath: [...path, "endpointSelector"],
    directions: new Set(DIRECTIONS.filter((direction) => deniesByDefault(rule, direction))),
    selects: (endpoint) => (!isNamespaced2 || inSameNamespace(policy, endpoint.pod.manifest)) && holds(requirements, labelsOf2(endpoint)),
    rules: (direction, pod) => ciliumRules(policy, path, rule, direction, pod)
  };
}
var deniesByDefault = (rule, direction) => hasRules(rule, direction) && asMapping(rule.enableDefaultDeny)?.[direction] !== false;
function withoutNamespace(selector) {
  const pairs = asMapping(asMapping(selector)?.matchLabels);
  if (!pairs) return selector;
  const kept = Object.entries(pairs).filter(([key]) => key !== `k8s:${NAMESPACE3}`);
  return { ...asMapping(selector), matchLabels: Object.fromEntries(kept) };
}
function holds(requirements, { labels, knows }) {
  return requirements?.every((requirement) => {
    const key = requirement.key.replace(/^(?:k8s|any):/, "");
    return knows(key) && meets({ ...requirement, key }, labels);
  }) ?? false;
}
function labelsOf2({ pod, namespace }) {
  const ofNamespace = Object.entries(namespace.labels).map(([key, value]) => [NAMESPACE_LABELS2 + key, value]);
  const labels = {
    ...pod.labels,
    ...Object.fromEntries(ofNamespace),
    [SERVICE_ACCOUNT2]: pod.serviceAccountName,
    ...pod.namespace !== void 0 && { [NAMESPACE3]: pod.namespace }
  };
  const knows = (key) => {
    if (Object.hasOwn(labels, key)) return true;
    if (key.startsWith(NAMESPACE_LABELS2)) return namespace.knows(key.slice(NAMESPACE_LABELS2.length));
    return key !== NAMESPACE3 && key !== CLUSTER;
  };
  return { labels, knows };
}

// src/model/network/pipelines.ts
function pipelinesOf(selecting, direction, pod) {
  const rulesOf3 = (isolations) => isolations.flatMap((isolation) => isolation.rules(direction, pod));
  const of = (engine) => selecting.filter((isolation) => isolation.engine === engine);
  const isolates = (isolations) => isolations.some(({ directions }) => directions.has(direction));
  const ends = (isolations) => isolates(isolations) ? "deny" : "pass";
  const [kubernetes, cilium] = [of("kubernetes"), of("cilium")];
  const calico = of("calico").filter(({ directions }) => directions.has(direction));
  const admin = { rules: rulesOf3(of("admin").sort(inOrder)), otherwise: "pass" };
  const baseline = { rules: rulesOf3(of("baseline")), otherwise: "pass" };
  const ciliumTiers = () => {
    const rules = rulesOf3(cilium);
    const allowing = rules.filter(({ action }) => action === "allow");
    return [
      { rules: rules.filter(({ action }) => action === "deny"), otherwise: "pass" },
      { rules: [...allowing, ...rulesOf3(kubernetes)], otherwise: ends([...cilium, ...kubernetes]) }
    ];
  };
  const calicoTiers = () => {
    const custom = Map.groupBy(
      calico.filter(({ tier }) => tier !== DEFAULT_TIER),
      ({ tier }) => tier ?? ""
    );
    const before = [...custom].sort(([a], [b]) => a < b ? -1 : 1);
    const inDefault = [...calico.filter(({ tier }) => tier === DEFAULT_TIER), ...kubernetes.map(asCalico)].sort(inOrder);
    return [
      // What a tier of somebody's own does in the end its Tier says, which is not read.
      ...before.map(([, policies]) => ({ rules: rulesOf3(policies.sort(inOrder)), otherwise: "unknown" })),
      { rules: rulesOf3(inDefault), otherwise: ends(inDefault) }
    ];
  };
  const engines = [...calico.length > 0 ? [calicoTiers()] : [], ...cilium.length > 0 ? [ciliumTiers()] : []];
  if (engines.length === 0) engines.push([{ rules: rulesOf3(kubernetes), otherwise: ends(kubernetes) }]);
  return engines.map((tiers) => [admin, ...tiers, baseline]);
}
var asCalico = (isolation) => ({ ...isolation, order: 1e3 });
var inOrder = (a, b) => {
  const [first, second] = [a.order ?? Number.POSITIVE_INFINITY, b.order ?? Number.POSITIVE_INFINITY];
  if (first !== second) return first < second ? -1 : 1;
  return a.policy.name < b.policy.name ? -1 : a.policy.name > b.policy.name ? 1 : 0;
};

// src/model/network/traffic.ts
function verdict(tiers, peer, port) {
  const outcomes = /* @__PURE__ */ new Set();
  let isReached = true;
  for (const { rules, otherwise } of tiers) {
    if (!isReached) break;
    let goesOn = true;
    isReached = false;
    for (const rule of rules) {
      const answer = allOf([takesPort(rule.ports, port), rule.peers.takes(peer)]);
      if (answer === "no") continue;
      if (rule.action === "pass") isReached = true;
      else outcomes.add(rule.action);
      goesOn = answer !== "yes";
      if (!goesOn) break;
    }
    if (!goesOn) continue;
    if (otherwise !== "pass") outcomes.add("deny");
    if (otherwise !== "deny") isReached = true;
  }
  if (isReached) outcomes.add("allow");
  if (outcomes.size > 1) return "unknown";
  return outcomes.has("allow") ? "yes" : "no";
}
function admitted(tiers, port) {
  const allowed = [];
  const denied = [];
  let reaching = EVERY_ADDRESS;
  for (const { rules, otherwise } of tiers) {
    let left = reaching;
    const passed = [];
    for (const { action, peers, ports } of rules) {
      const answer = takesPort(ports, port);
      if (answer === "no") continue;
      const place = action === "pass" ? passed : action === "allow" ? allowed : denied;
      place.push(left.intersect(peers.possible));
      if (answer === "yes") left = left.minus(peers.certain);
    }
    if (otherwise !== "pass") denied.push(left);
    if (otherwise !== "deny") passed.push(left);
    reaching = AddressSet.union(passed);
  }
  return AddressSet.union([...allowed, reaching]).minus(AddressSet.union(denied));
}

// src/model/network/network.ts
var Network = class {
  /** Every policy of the set; a Cilium policy once for each of its rules. */
  isolations;
  #isolations;
  #byPolicy;
  #namespaces;
  #serviceAccounts;
  #selecting = /* @__PURE__ */ new Map();
  #pipelines = /* @__PURE__ */ new Map();
  constructor(manifests) {
    this.isolations = manifests.filter(staysInstalled).flatMap(isolationsOf);
    this.#isolations = new ByNamespace(this.isolations, ({ policy }) => policy.namespace);
    this.#namespaces = firstOf(manifests, "core/Namespace", ({ name }) => name);
    this.#serviceAccounts = firstOf(
      manifests,
      "core/ServiceAccount",
      ({ namespace, name }) => accountKey(namespace, name)
    );
  }
  /** What a policy of the set decides about the pods it selects. */
  isolationsBy(policy) {
    this.#byPolicy ??= Map.groupBy(this.isolations, (isolation) => isolation.policy);
    return this.#byPolicy.get(policy) ?? [];
  }
  /** The policies that put a pod into default deny for a direction; none: everything is let through. */
  isolating(pod, direction) {
    const isolations = this.selecting(pod).filter(({ directions }) => directions.has(direction));
    return [...new Set(isolations.map(({ policy }) => policy))];
  }
  /** What of the set decides about a pod. */
  selecting(pod) {
    const known = this.#selecting.get(pod);
    if (known) return known;
    const endpoint = endpointOf(
      pod,
      this.#namespaces.get(pod.namespace ?? ""),
      this.#serviceAccounts.get(accountKey(pod.manifest.namespace, pod.serviceAccountName))
    );
    const near = sharesNodeNetwork(pod) ? [] : this.#isolations.in(pod.manifest.namespace);
    const found = near.filter((isolation) => isolation.selects(endpoint));
    this.#selecting.set(pod, found);
    return found;
  }
  /** Whether a pod may connect to the peer (`egress`), or the peer to a port of the pod (`ingress`). */
  allows(pod, direction, peer, port) {
    return allOf(this.#pipelinesOf(pod, direction).map((tiers) => verdict(tiers, peer, port)));
  }
  /** The addresses outside the pods' network that a pod may connect to for certain, or that may connect to it. */
  admitted(pod, direction, port) {
    const sets = this.#pipelinesOf(pod, direction).map((tiers) => admitted(tiers, port));
    return sets.reduce((left, set) => left.intersect(set));
  }
  /** The rules that decide about a pod, in no order. */
  rules(pod, direction) {
    return [...new Set(this.#pipelinesOf(pod, direction).flatMap((tiers) => tiers.flatMap(({ rules }) => rules)))];
  }
  #pipelinesOf(pod, direction) {
    const known = this.#pipelines.get(pod)?.[direction];
    if (known) return known;
    const made = pipelinesOf(this.selecting(pod), direction, pod);
    this.#pipelines.set(pod, { ...this.#pipelines.get(pod), [direction]: made });
    return made;
  }
};
var sharesNodeNetwork = ({ spec }) => spec.hostNetwork === true;
var firstOf = (manifests, groupKind, keyOf) => new Map(
  manifests.filter((manifest) => manifest.groupKind === groupKind).map((manifest) => [keyOf(manifest), manifest]).reverse()
);
var accountKey = (namespace, name) => `${namespace ?? ""}/${name}`;
function isolationsOf(manifest) {
  switch (manifest.groupKind) {
    case "networking.k8s.io/NetworkPolicy":
      return [kubernetesIsolation(manifest)];
    case "policy.networking.k8s.io/AdminNetworkPolicy":
    case "policy.networking.k8s.io/BaselineAdminNetworkPolicy":
      return [adminIsolation(manifest)];
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

// src/model/pods/monitoring.ts
var SERVICE_MONITORS = [
  "monitoring.coreos.com/ServiceMonitor",
  "azmonitoring.coreos.com/ServiceMonitor",
  "operator.victoriametrics.com/VMServiceScrape"
];
var POD_MONITORS = [
  "monitoring.coreos.com/PodMonitor",
  "azmonitoring.coreos.com/PodMonitor",
  "operator.victoriametrics.com/VMPodScrape",
  "monitoring.googleapis.com/PodMonitoring",
  "monitoring.googleapis.com/ClusterPodMonitoring"
];
var ALERT_KINDS = [
  "monitoring.coreos.com/PrometheusRule",
  "operator.victoriametrics.com/VMRule",
  "monitoring.googleapis.com/Rules",
  "monitoring.googleapis.com/ClusterRules",
  "monitoring.googleapis.com/GlobalRules"
];
function isScraped(pod, world) {
  const services = world.of("core/Service").filter((service) => leadsTo(service, pod));
  const annotations = [
    ...services.map((service) => service.get("metadata", "annotations")),
    pod.manifest.get(...pod.specPath.slice(0, -1), "metadata", "annotations")
  ];
  return annotations.some(asksForScraping) || POD_MONITORS.flatMap((kind) => world.of(kind)).some((monitor) => watches(monitor, pod.manifest, pod.labels)) || SERVICE_MONITORS.flatMap((kind) => world.of(kind)).some(
    (monitor) => services.some((service) => watches(monitor, service, asLabels(service.get("metadata", "labels"))))
  );
}
function leadsTo(service, pod) {
  const selector = Object.entries(asMapping(service.get("spec", "selector")) ?? {});
  const isTaken = ([key, value]) => labelAt(pod.labels, key) === value || isPlaceholder(value);
  return inSameNamespace(service, pod.manifest) && selector.length > 0 && selector.every(isTaken);
}
var asksForScraping = (annotations) => Object.entries(asMapping(annotations) ?? {}).some(
  ([key, value]) => key.endsWith("/scrape") && (value === "true" || isPlaceholder(value)) || key.startsWith("ad.datadoghq.com/")
);
function watches(monitor, object, labels) {
  const selector = monitor.get("spec", "selector");
  return inScope(monitor, object) && (isPlaceholder(selector) || selects(selector ?? {}, labels));
}
function inScope(monitor, object) {
  if (monitor.kind.startsWith("Cluster")) return true;
  const scope = monitor.get("spec", "namespaceSelector");
  const names2 = asTexts(valueAt(scope, ["matchNames"]));
  if (valueAt(scope, ["any"]) === true || isPlaceholder(scope) || names2.some(isPlaceholder)) return true;
  return names2.length > 0 ? object.namespace === void 0 || names2.includes(object.namespace) : inSameNamespace(monitor, object);
}
var OUR_METRICS = /external_?secret|secret_?store|push_?secret|controller_runtime_reconcile_errors_total/i;
var syncAlerts = (world) => ALERT_KINDS.flatMap((kind) => world.of(kind)).filter(
  (manifest) => asList(manifest.get("spec", "groups")).flatMap((group2) => asList(valueAt(group2, ["rules"]))).some((rule) => asText(valueAt(rule, ["alert"])) && OUR_METRICS.test(asText(valueAt(rule, ["expr"])) ?? ""))
);

// src/parse/crd.ts
var ESO_GROUP2 = /^(?:generators\.)?external-secrets\.io$/;
var SCHEMA_LINE = /^( *)(- +)?schema:[ \t\r]*$/gm;
var DESCRIPTION_LINE = /^ *description:[ \t]*[^\s]/;
var KEY2 = /^ *["']?([^\s"':]+)["']?:/;
var mayBeOfEso = (text) => text.includes("external-secrets.io") || text.includes("\\");
function isOfEso(body) {
  const group2 = asText(valueAt(body, ["spec", "group"]));
  return group2 === void 0 ? void 0 : ESO_GROUP2.test(group2);
}
var withoutSchemas = (crd) => cut(crd).rest.join("");
function outlineOf(crd) {
  const { rest, schemas } = cut(crd);
  return rest.map((text, i) => text + (schemas[i] ?? "").replace(/[^\n]+/g, "")).join("");
}
var schemaTexts = (crd) => cut(crd).schemas;
function cut(crd) {
  const rest = [];
  const schemas = [];
  let from = 0;
  for (; ; ) {
    SCHEMA_LINE.lastIndex = from;
    const match = SCHEMA_LINE.exec(crd);
    if (!match) return { rest: [...rest, crd.slice(from)], schemas };
    const [line, spaces = "", dash = ""] = match;
    const start = match.index + line.length;
    const end = endOfBlock(crd, start, spaces.length + dash.length);
    rest.push(crd.slice(from, start));
    schemas.push(crd.slice(start, end));
    from = end;
  }
}
function endOfBlock(text, start, indent) {
  const next = new RegExp(`\\n {0,${indent}}[^\\s#]`, "g");
  next.lastIndex = start;
  return next.exec(text)?.index ?? text.length;
}
function indentOf(line) {
  const indent = line.search(/\S/);
  return indent < 0 || line[indent] === "#" ? Number.POSITIVE_INFINITY : indent;
}
var PROVIDERS = ["openAPIV3Schema", "properties", "spec", "properties", "provider", "properties"];
function parseSchema(text, providers) {
  const kept = [];
  const above = [];
  let skipped = Number.POSITIVE_INFINITY;
  for (const line of text.split("\n")) {
    const indent = indentOf(line);
    if (indent > skipped || indent === Number.POSITIVE_INFINITY) continue;
    skipped = DESCRIPTION_LINE.test(line) ? indent : Number.POSITIVE_INFINITY;
    if (skipped === indent) continue;
    kept.push(line);
    const key = KEY2.exec(line)?.[1];
    if (key === void 0) continue;
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    if (isProvider(above) && !providers.has(key)) skipped = indent;
    above.push({ indent, key });
  }
  return asMapping(asMapping(parseText(kept.join("\n")).body)?.openAPIV3Schema);
}
var isProvider = (above) => above.length === PROVIDERS.length && PROVIDERS.every((key, i) => above[i]?.key === key);

// src/model/schema/crds.ts
var CRD_KIND = "apiextensions.k8s.io/CustomResourceDefinition";
function crdOf(manifest) {
  const group2 = asText(manifest.get("spec", "group"));
  const kind = asText(manifest.get("spec", "names", "kind"));
  if (manifest.groupKind !== CRD_KIND || kind === void 0) return void 0;
  if (group2 !== ESO_GROUP && group2 !== GENERATORS_GROUP) return void 0;
  const versions = asList(manifest.get("spec", "versions")).map((version) => ({
    name: asText(valueAt(version, ["name"])) ?? "",
    isServed: valueAt(version, ["served"]) !== false
  }));
  return { manifest, defines: `${group2}/${kind}`, versions };
}
function crdSchema({ manifest, versions }, version, providers) {
  const i = versions.findIndex(({ name }) => name === version);
  const texts = manifest.crd === void 0 ? [] : schemaTexts(manifest.crd);
  const text = texts.length === versions.length ? texts[i] : void 0;
  const written = manifest.get("spec", "versions", i, "schema", "openAPIV3Schema");
  const root = asMapping(written) ?? (text === void 0 ? void 0 : parseSchema(text, providers));
  return root && { root, parts: [] };
}

export {
  WORKLOAD_KINDS,
  podOf,
  serviceAccountPath,
  environmentOf,
  parseImage,
  accountOf,
  remember,
  SECRET_ACCESS,
  ROLE_KINDS,
  BINDING_KINDS,
  Rbac,
  policyRules,
  verbsGiven,
  namesGroup,
  namesResource,
  resourcePath,
  builtInAggregation,
  nameOfSubject,
  ESO_GROUP,
  GENERATORS_GROUP,
  STORE_KINDS,
  isGenerator,
  workloadOf,
  Eso,
  groupKindOf,
  entryOf,
  isKnownKind,
  knownKinds,
  isNamespaced,
  isFileKind,
  compareVersions,
  runsIn,
  unservedVersion,
  servableVersions,
  BINDING_KIND,
  ADMISSION_POLICY_KINDS,
  DEMANDS,
  Admission,
  implicitGroups,
  breadthOf,
  isNamedBy,
  isHuman,
  answerOf,
  allOf,
  anyOf,
  compileGoRegexp,
  ByNamespace,
  AddressSet,
  EVERY_ADDRESS,
  LINK_LOCAL_BLOCKS,
  LINK_LOCAL,
  PUBLIC_V4,
  PUBLIC_V6,
  PUBLIC,
  PRIVATE_BLOCKS,
  PRIVATE,
  ESO_KINDS,
  AUDIT_POLICY_KIND,
  logs,
  decisionsOn,
  decisionOn,
  staysInstalled,
  DIRECTIONS,
  inSameNamespace,
  somePodIn,
  STRANGER,
  LAST_PORT,
  takesPort,
  portEdges,
  Network,
  sharesNodeNetwork,
  ALERT_KINDS,
  isScraped,
  syncAlerts,
  mayBeOfEso,
  isOfEso,
  withoutSchemas,
  outlineOf,
  CRD_KIND,
  crdOf,
  crdSchema
};
