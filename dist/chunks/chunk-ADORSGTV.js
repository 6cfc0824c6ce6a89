import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  labelAt,
  meets,
  requirementsOf,
  selects
} from "./chunk-AWA26XTS.js";
import {
  isNamespaced,
  knownKinds,
  parseSchema,
  schemaTexts
} from "./chunk-TB7EOTYM.js";
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
} from "./chunk-MWLKK7FC.js";

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
var isHuman = ({ kind, name }) => kind !== "ServiceAccount" && !name.startsWith("system:");

// src/model/selector-index.ts
var SelectorIndex = class {
  /** Under a label that the selector asks for by its value, else under nothing. */
  #entries;
  /** @param selectorsOf the selectors of an item are alternatives. */
  constructor(items, selectorsOf2) {
    const keyed = items.flatMap(
      (item, number) => selectorsOf2(item).flatMap((selector) => {
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
  /** Whether a subject, or a group it is always in, has part of this access in all namespaces, to objects of any name. */
  hasEverywhere(subject, access) {
    return [subject, ...implicitGroups(subject)].flatMap((holder) => this.rolesOf(holder)).some(
      ({ role, grant }) => grant.namespace === void 0 && policyRules(role).some((rule) => rule.resourceNames.length === 0 && verbsGiven(rule, access).length > 0)
    );
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
var Eso = class {
  installs;
  /** Webhook entries that judge the operator's own kinds, in their configurations. */
  webhooks;
  #rbac;
  #components;
  #byAccount;
  #namespaces;
  #parts;
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
var KINDS = [
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
    (pattern) => KINDS.filter(([group2, kind]) => glob(pattern.group).test(group2) && glob(pattern.kind).test(kind)).map(
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
  return KINDS.flatMap(([group2, kind]) => {
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
  const bound = new Map([...byPolicy].map(([name, own2]) => [name, boundWrites(own2, world)]));
  return [
    ...world.of(POLICY).flatMap((policy) => {
      const writes = writesOf(policy, world);
      const own2 = bound.get(policy.name);
      if (!own2 && isOpen) return judgementOf(policy, writes, void 0);
      const laxityOf3 = laxityByResource(writes, own2 ?? /* @__PURE__ */ new Map(), unbound(policy, own2 !== void 0));
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
    [...byResource].map(([resource, own2]) => {
      const laxities = own2.filter(({ id }) => bound.has(id)).map(({ id }) => bound.get(id));
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
  const targets2 = asList(template.get("spec", "targets"));
  const sources = targets2.flatMap((target) => asList(valueAt(target, ["code"])).map((code) => sourceOf(code)));
  return textOf([targets2.map((target) => [valueAt(target, ["rego"]), valueAt(target, ["libs"])]), sources]);
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
  const own2 = asMapping(validate) ?? {};
  if (spec.admission === false) return { manifest, path: ["spec", "admission"], says: "is not asked at admission" };
  const action = own2.failureAction ?? spec.validationFailureAction ?? "Audit";
  if (isEnforcing(action) || overrides(own2, spec).some(isEnforcing)) return void 0;
  const path = own2.failureAction === void 0 ? ["spec", "validationFailureAction"] : ["spec", "rules", i, "validate", "failureAction"];
  return { manifest, path, says: "lets what it refuses through (failure action Audit)" };
}
var overrides = (own2, spec) => [...asList(own2.failureActionOverrides), ...asList(spec.validationFailureActionOverrides)].map(
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

// src/model/go-regexp.ts
function compileGoRegexp(pattern) {
  try {
    const compiled = RE2JS.compile(pattern);
    return { matches: (text) => compiled.matcher(text).find(), matchesAll: (text) => compiled.matches(text) };
  } catch {
    return void 0;
  }
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

// src/model/named.ts
var indexes = remember((_) => /* @__PURE__ */ new Map());
function namedIn(world, groupKind, name, namespace) {
  const known = indexes(world).get(groupKind) ?? byName(world.of(groupKind));
  indexes(world).set(groupKind, known);
  return known.get(name)?.maybeIn(namespace) ?? [];
}
var byName = (manifests) => new Map(
  [...Map.groupBy(manifests, ({ name }) => name)].map(([name, group2]) => [
    name,
    new ByNamespace(group2, ({ namespace }) => namespace)
  ])
);

// src/model/regexp.ts
var PROBES = ["a", "Z", "7", "team-a/db_password", "prod.shop:key", "/x/y", "secret", "ß", "-", "_", " ", "9a-B c"];
var matchesEverything = (pattern) => matchesAllOf(pattern, PROBES);
function matchesAllOf(pattern, names2) {
  const regexp = compileGoRegexp(pattern);
  return regexp !== void 0 && names2.every((name) => regexp.matches(name));
}

// src/model/eso/stores.ts
function isUnconditional(store) {
  const conditions = store.get("spec", "conditions") ?? [];
  return Array.isArray(conditions) && conditions.length === 0;
}
var isWhole2 = (store) => asMapping(store.get("spec", "provider")) !== void 0 || isPlaceholder(store.get("spec", "provider"));

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

// src/model/eso/conditions.ts
var NAME_LABEL = "kubernetes.io/metadata.name";
function namespaceFacts(name, world) {
  const [manifest] = namedIn(world, "core/Namespace", name, void 0);
  return { name, labels: manifest && asLabels(manifest.get("metadata", "labels")) };
}
var alternativesOf = (store) => asList(store.get("spec", "conditions")).flatMap((_, i) => {
  const path = ["spec", "conditions", i];
  const selector = store.get(...path, "namespaceSelector") ?? void 0;
  return [
    ...selector === void 0 ? [] : [{ path: [...path, "namespaceSelector"], by: "selector", value: selector }],
    ...entriesOf(store, [...path, "namespaces"], "name"),
    ...entriesOf(store, [...path, "namespaceRegexes"], "regex")
  ];
});
var entriesOf = (store, path, by) => {
  const list = store.get(...path);
  if (isPlaceholder(list)) return [{ path, by, value: list }];
  return asList(list).map((value, i) => ({ path: [...path, i], by, value }));
};
function admits(store, namespace) {
  if (store.kind !== "ClusterSecretStore") return isSame(store.namespace, namespace.name);
  if (isUnconditional(store)) return "yes";
  const conditions = store.get("spec", "conditions");
  if (!Array.isArray(conditions)) return "unknown";
  const answers = [
    ...alternativesOf(store).map((alternative) => takes2(alternative, namespace)),
    ...conditions.filter(isPlaceholder).map(() => "unknown")
  ];
  return anyOf(answers);
}
function takes2({ by, value }, namespace) {
  if (by === "selector") return selectorTakes(value, namespace);
  if (by === "name") return isSame(asText(value), namespace.name);
  if (isPlaceholder(value) || isPlaceholder(namespace.name)) return "unknown";
  return answerOf(typeof value === "string" && compileGoRegexp(value)?.matches(namespace.name) === true);
}
function isSame(a, b) {
  if (a === void 0 || isPlaceholder(a) || isPlaceholder(b)) return "unknown";
  return answerOf(a === b);
}
function selectorTakes(selector, { name, labels }) {
  const requirements = requirementsOf(selector);
  if (!requirements) return isSettled(selector) ? "no" : "unknown";
  const answers = requirements.map((requirement) => {
    const isOfName = requirement.key === NAME_LABEL;
    if (!isSettled(requirement) || (isOfName ? isPlaceholder(name) : labels === void 0)) return "unknown";
    const known = isOfName ? { [NAME_LABEL]: name } : labels ?? {};
    if (isPlaceholder(labelAt(known, requirement.key))) return "unknown";
    return answerOf(meets(requirement, known));
  });
  return allOf(answers);
}
function isSettled(value) {
  if (isPlaceholder(value)) return false;
  if (Array.isArray(value)) return value.every(isSettled);
  return Object.entries(asMapping(value) ?? {}).every(([key, inner]) => !isPlaceholder(key) && isSettled(inner));
}
function reachOfSelector(selector) {
  const requirements = requirementsOf(selector);
  if (!requirements || !isSettled(selector)) return "some";
  const real = requirements.filter(({ key, operator }) => key !== NAME_LABEL || operator !== "Exists");
  if (real.length === 0) return "every";
  return real.every(({ operator }) => operator === "NotIn" || operator === "DoesNotExist") ? "every-other" : "some";
}
function reachOf({ by, value }) {
  if (by === "selector") return reachOfSelector(value);
  return by === "regex" && isAnyName(value) ? "every" : "some";
}
var PROBES2 = ["bdfg", "chjk", "lmnp", "qrst", "vwxz", "default", "aeiouy"];
var isAnyName = (pattern) => typeof pattern === "string" && !isPlaceholder(pattern) && matchesAllOf(pattern, PROBES2);
var isOpenToAll = (store) => isUnconditional(store) || alternativesOf(store).some((alternative) => reachOf(alternative) === "every");
function isOnlyFor(store, name) {
  const alternatives = alternativesOf(store);
  const isOnly = ({ by, value }) => by === "selector" ? namesOnly(value, name) : value === (by === "regex" ? `^${name}$` : name);
  return alternatives.length > 0 && isSettled(store.get("spec", "conditions")) && alternatives.every(isOnly);
}
var namesOnly = (selector, name) => requirementsOf(selector)?.some(
  ({ key, operator, values }) => key === NAME_LABEL && operator === "In" && values.every((value) => value === name)
) ?? false;

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
        const cut = other.#ranges[j];
        if (!cut || cut.first > range.last) break;
        if (cut.first > first) left.push({ first, last: cut.first - 1n });
        if (cut.last >= first) first = cut.last + 1n;
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
var LINK_LOCAL = AddressSet.of("169.254.0.0/16", "fe80::/10");
var SPECIAL_V4 = AddressSet.of(
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"]
);
var PUBLIC_V4 = EVERY_V4.minus(SPECIAL_V4);
var PUBLIC_V6 = AddressSet.of("2000::/3").minus(AddressSet.of("2001:db8::/32"));
var PUBLIC = AddressSet.union([PUBLIC_V4, PUBLIC_V6]);
var PRIVATE = EVERY_ADDRESS.minus(PUBLIC).minus(LINK_LOCAL);

// node_modules/tlds/index.json
var tlds_default = [
  "aaa",
  "aarp",
  "abb",
  "abbott",
  "abbvie",
  "abc",
  "able",
  "abogado",
  "abudhabi",
  "ac",
  "academy",
  "accenture",
  "accountant",
  "accountants",
  "aco",
  "actor",
  "ad",
  "ads",
  "adult",
  "ae",
  "aeg",
  "aero",
  "aetna",
  "af",
  "afl",
  "africa",
  "ag",
  "agakhan",
  "agency",
  "ai",
  "aig",
  "airbus",
  "airforce",
  "airtel",
  "akdn",
  "al",
  "alibaba",
  "alipay",
  "allfinanz",
  "allstate",
  "ally",
  "alsace",
  "alstom",
  "am",
  "amazon",
  "americanexpress",
  "americanfamily",
  "amex",
  "amfam",
  "amica",
  "amsterdam",
  "analytics",
  "android",
  "anquan",
  "anz",
  "ao",
  "aol",
  "apartments",
  "app",
  "apple",
  "aq",
  "aquarelle",
  "ar",
  "arab",
  "aramco",
  "archi",
  "army",
  "arpa",
  "art",
  "arte",
  "as",
  "asda",
  "asia",
  "associates",
  "at",
  "athleta",
  "attorney",
  "au",
  "auction",
  "audi",
  "audible",
  "audio",
  "auspost",
  "author",
  "auto",
  "autos",
  "aw",
  "aws",
  "ax",
  "axa",
  "az",
  "azure",
  "ba",
  "baby",
  "baidu",
  "banamex",
  "band",
  "bank",
  "bar",
  "barcelona",
  "barclaycard",
  "barclays",
  "barefoot",
  "bargains",
  "baseball",
  "basketball",
  "bauhaus",
  "bayern",
  "bb",
  "bbc",
  "bbt",
  "bbva",
  "bcg",
  "bcn",
  "bd",
  "be",
  "beats",
  "beauty",
  "beer",
  "berlin",
  "best",
  "bestbuy",
  "bet",
  "bf",
  "bg",
  "bh",
  "bharti",
  "bi",
  "bible",
  "bid",
  "bike",
  "bing",
  "bingo",
  "bio",
  "biz",
  "bj",
  "black",
  "blackfriday",
  "blockbuster",
  "blog",
  "bloomberg",
  "blue",
  "bm",
  "bms",
  "bmw",
  "bn",
  "bnpparibas",
  "bo",
  "boats",
  "boehringer",
  "bofa",
  "bom",
  "bond",
  "boo",
  "book",
  "booking",
  "bosch",
  "bostik",
  "boston",
  "bot",
  "boutique",
  "box",
  "br",
  "bradesco",
  "bridgestone",
  "broadway",
  "broker",
  "brother",
  "brussels",
  "bs",
  "bt",
  "build",
  "builders",
  "business",
  "buy",
  "buzz",
  "bv",
  "bw",
  "by",
  "bz",
  "bzh",
  "ca",
  "cab",
  "cafe",
  "cal",
  "call",
  "calvinklein",
  "cam",
  "camera",
  "camp",
  "canon",
  "capetown",
  "capital",
  "capitalone",
  "car",
  "caravan",
  "cards",
  "care",
  "career",
  "careers",
  "cars",
  "casa",
  "case",
  "cash",
  "casino",
  "cat",
  "catering",
  "catholic",
  "cba",
  "cbn",
  "cbre",
  "cc",
  "cd",
  "center",
  "ceo",
  "cern",
  "cf",
  "cfa",
  "cfd",
  "cg",
  "ch",
  "chanel",
  "channel",
  "charity",
  "chase",
  "chat",
  "cheap",
  "chintai",
  "christmas",
  "chrome",
  "church",
  "ci",
  "cipriani",
  "circle",
  "cisco",
  "citadel",
  "citi",
  "citic",
  "city",
  "ck",
  "cl",
  "claims",
  "cleaning",
  "click",
  "clinic",
  "clinique",
  "clothing",
  "cloud",
  "club",
  "clubmed",
  "cm",
  "cn",
  "co",
  "coach",
  "codes",
  "coffee",
  "college",
  "cologne",
  "com",
  "commbank",
  "community",
  "company",
  "compare",
  "computer",
  "comsec",
  "condos",
  "construction",
  "consulting",
  "contact",
  "contractors",
  "cooking",
  "cool",
  "coop",
  "corsica",
  "country",
  "coupon",
  "coupons",
  "courses",
  "cpa",
  "cr",
  "credit",
  "creditcard",
  "creditunion",
  "cricket",
  "crown",
  "crs",
  "cruise",
  "cruises",
  "cu",
  "cuisinella",
  "cv",
  "cw",
  "cx",
  "cy",
  "cymru",
  "cyou",
  "cz",
  "dad",
  "dance",
  "data",
  "date",
  "dating",
  "datsun",
  "day",
  "dclk",
  "dds",
  "de",
  "deal",
  "dealer",
  "deals",
  "degree",
  "delivery",
  "dell",
  "deloitte",
  "delta",
  "democrat",
  "dental",
  "dentist",
  "desi",
  "design",
  "dev",
  "dhl",
  "diamonds",
  "diet",
  "digital",
  "direct",
  "directory",
  "discount",
  "discover",
  "dish",
  "diy",
  "dj",
  "dk",
  "dm",
  "dnp",
  "do",
  "docs",
  "doctor",
  "dog",
  "domains",
  "dot",
  "download",
  "drive",
  "dtv",
  "dubai",
  "dupont",
  "durban",
  "dvag",
  "dvr",
  "dz",
  "earth",
  "eat",
  "ec",
  "eco",
  "edeka",
  "edu",
  "education",
  "ee",
  "eg",
  "email",
  "emerck",
  "energy",
  "engineer",
  "engineering",
  "enterprises",
  "epson",
  "equipment",
  "er",
  "ericsson",
  "erni",
  "es",
  "esq",
  "estate",
  "et",
  "eu",
  "eurovision",
  "eus",
  "events",
  "exchange",
  "expert",
  "exposed",
  "express",
  "extraspace",
  "fage",
  "fail",
  "fairwinds",
  "faith",
  "family",
  "fan",
  "fans",
  "farm",
  "farmers",
  "fashion",
  "fast",
  "fedex",
  "feedback",
  "ferrari",
  "ferrero",
  "fi",
  "fidelity",
  "fido",
  "film",
  "final",
  "finance",
  "financial",
  "fire",
  "firestone",
  "firmdale",
  "fish",
  "fishing",
  "fit",
  "fitness",
  "fj",
  "fk",
  "flickr",
  "flights",
  "flir",
  "florist",
  "flowers",
  "fly",
  "fm",
  "fo",
  "foo",
  "food",
  "football",
  "ford",
  "forex",
  "forsale",
  "forum",
  "foundation",
  "fox",
  "fr",
  "free",
  "fresenius",
  "frl",
  "frogans",
  "frontier",
  "ftr",
  "fujitsu",
  "fun",
  "fund",
  "furniture",
  "futbol",
  "fyi",
  "ga",
  "gal",
  "gallery",
  "gallo",
  "gallup",
  "game",
  "games",
  "gap",
  "garden",
  "gay",
  "gb",
  "gbiz",
  "gd",
  "gdn",
  "ge",
  "gea",
  "gent",
  "genting",
  "george",
  "gf",
  "gg",
  "ggee",
  "gh",
  "gi",
  "gift",
  "gifts",
  "gives",
  "giving",
  "gl",
  "glass",
  "gle",
  "global",
  "globo",
  "gm",
  "gmail",
  "gmbh",
  "gmo",
  "gmx",
  "gn",
  "godaddy",
  "gold",
  "goldpoint",
  "golf",
  "goo",
  "goodyear",
  "goog",
  "google",
  "gop",
  "got",
  "gov",
  "gp",
  "gq",
  "gr",
  "grainger",
  "graphics",
  "gratis",
  "green",
  "gripe",
  "grocery",
  "group",
  "gs",
  "gt",
  "gu",
  "gucci",
  "guge",
  "guide",
  "guitars",
  "guru",
  "gw",
  "gy",
  "hair",
  "hamburg",
  "hangout",
  "haus",
  "hbo",
  "hdfc",
  "hdfcbank",
  "health",
  "healthcare",
  "help",
  "helsinki",
  "here",
  "hermes",
  "hiphop",
  "hisamitsu",
  "hitachi",
  "hiv",
  "hk",
  "hkt",
  "hm",
  "hn",
  "hockey",
  "holdings",
  "holiday",
  "homedepot",
  "homegoods",
  "homes",
  "homesense",
  "honda",
  "horse",
  "hospital",
  "host",
  "hosting",
  "hot",
  "hotels",
  "hotmail",
  "house",
  "how",
  "hr",
  "hsbc",
  "ht",
  "hu",
  "hughes",
  "hyatt",
  "hyundai",
  "ibm",
  "icbc",
  "ice",
  "icu",
  "id",
  "ie",
  "ieee",
  "ifm",
  "ikano",
  "il",
  "im",
  "imamat",
  "imdb",
  "immo",
  "immobilien",
  "in",
  "inc",
  "industries",
  "infiniti",
  "info",
  "ing",
  "ink",
  "institute",
  "insurance",
  "insure",
  "int",
  "international",
  "intuit",
  "investments",
  "io",
  "ipiranga",
  "iq",
  "ir",
  "irish",
  "is",
  "ismaili",
  "ist",
  "istanbul",
  "it",
  "itau",
  "itv",
  "jaguar",
  "java",
  "jcb",
  "je",
  "jeep",
  "jetzt",
  "jewelry",
  "jio",
  "jll",
  "jm",
  "jmp",
  "jnj",
  "jo",
  "jobs",
  "joburg",
  "jot",
  "joy",
  "jp",
  "jpmorgan",
  "jprs",
  "juegos",
  "juniper",
  "kaufen",
  "kddi",
  "ke",
  "kerryhotels",
  "kerryproperties",
  "kfh",
  "kg",
  "kh",
  "ki",
  "kia",
  "kids",
  "kim",
  "kindle",
  "kitchen",
  "kiwi",
  "km",
  "kn",
  "koeln",
  "komatsu",
  "kosher",
  "kp",
  "kpmg",
  "kpn",
  "kr",
  "krd",
  "kred",
  "kuokgroup",
  "kw",
  "ky",
  "kyoto",
  "kz",
  "la",
  "lacaixa",
  "lamborghini",
  "lamer",
  "land",
  "landrover",
  "lanxess",
  "lasalle",
  "lat",
  "latino",
  "latrobe",
  "law",
  "lawyer",
  "lb",
  "lc",
  "lds",
  "lease",
  "leclerc",
  "lefrak",
  "legal",
  "lego",
  "lexus",
  "lgbt",
  "li",
  "lidl",
  "life",
  "lifeinsurance",
  "lifestyle",
  "lighting",
  "like",
  "lilly",
  "limited",
  "limo",
  "lincoln",
  "link",
  "live",
  "living",
  "lk",
  "llc",
  "llp",
  "loan",
  "loans",
  "locker",
  "locus",
  "lol",
  "london",
  "lotte",
  "lotto",
  "love",
  "lpl",
  "lplfinancial",
  "lr",
  "ls",
  "lt",
  "ltd",
  "ltda",
  "lu",
  "lundbeck",
  "luxe",
  "luxury",
  "lv",
  "ly",
  "ma",
  "madrid",
  "maif",
  "maison",
  "makeup",
  "man",
  "management",
  "mango",
  "map",
  "market",
  "marketing",
  "markets",
  "marriott",
  "marshalls",
  "mattel",
  "mba",
  "mc",
  "mckinsey",
  "md",
  "me",
  "med",
  "media",
  "meet",
  "melbourne",
  "meme",
  "memorial",
  "men",
  "menu",
  "merckmsd",
  "mg",
  "mh",
  "miami",
  "microsoft",
  "mil",
  "mini",
  "mint",
  "mit",
  "mitsubishi",
  "mk",
  "ml",
  "mlb",
  "mls",
  "mm",
  "mma",
  "mn",
  "mo",
  "mobi",
  "mobile",
  "moda",
  "moe",
  "moi",
  "mom",
  "monash",
  "money",
  "monster",
  "mormon",
  "mortgage",
  "moscow",
  "moto",
  "motorcycles",
  "mov",
  "movie",
  "mp",
  "mq",
  "mr",
  "ms",
  "msd",
  "mt",
  "mtn",
  "mtr",
  "mu",
  "museum",
  "music",
  "mv",
  "mw",
  "mx",
  "my",
  "mz",
  "na",
  "nab",
  "nagoya",
  "name",
  "navy",
  "nba",
  "nc",
  "ne",
  "nec",
  "net",
  "netbank",
  "netflix",
  "network",
  "neustar",
  "new",
  "news",
  "next",
  "nextdirect",
  "nexus",
  "nf",
  "nfl",
  "ng",
  "ngo",
  "nhk",
  "ni",
  "nico",
  "nike",
  "nikon",
  "ninja",
  "nissan",
  "nissay",
  "nl",
  "no",
  "nokia",
  "norton",
  "now",
  "nowruz",
  "nowtv",
  "np",
  "nr",
  "nra",
  "nrw",
  "ntt",
  "nu",
  "nyc",
  "nz",
  "obi",
  "observer",
  "office",
  "okinawa",
  "olayan",
  "olayangroup",
  "ollo",
  "om",
  "omega",
  "one",
  "ong",
  "onl",
  "online",
  "ooo",
  "open",
  "oracle",
  "orange",
  "org",
  "organic",
  "origins",
  "osaka",
  "otsuka",
  "ott",
  "ovh",
  "pa",
  "page",
  "panasonic",
  "paris",
  "pars",
  "partners",
  "parts",
  "party",
  "pay",
  "pccw",
  "pe",
  "pet",
  "pf",
  "pfizer",
  "pg",
  "ph",
  "pharmacy",
  "phd",
  "philips",
  "phone",
  "photo",
  "photography",
  "photos",
  "physio",
  "pics",
  "pictet",
  "pictures",
  "pid",
  "pin",
  "ping",
  "pink",
  "pioneer",
  "pizza",
  "pk",
  "pl",
  "place",
  "play",
  "playstation",
  "plumbing",
  "plus",
  "pm",
  "pn",
  "pnc",
  "pohl",
  "poker",
  "politie",
  "porn",
  "post",
  "pr",
  "praxi",
  "press",
  "prime",
  "pro",
  "prod",
  "productions",
  "prof",
  "progressive",
  "promo",
  "properties",
  "property",
  "protection",
  "pru",
  "prudential",
  "ps",
  "pt",
  "pub",
  "pw",
  "pwc",
  "py",
  "qa",
  "qpon",
  "quebec",
  "quest",
  "racing",
  "radio",
  "re",
  "read",
  "realestate",
  "realtor",
  "realty",
  "recipes",
  "red",
  "redumbrella",
  "rehab",
  "reise",
  "reisen",
  "reit",
  "reliance",
  "ren",
  "rent",
  "rentals",
  "repair",
  "report",
  "republican",
  "rest",
  "restaurant",
  "review",
  "reviews",
  "rexroth",
  "rich",
  "richardli",
  "ricoh",
  "ril",
  "rio",
  "rip",
  "ro",
  "rocks",
  "rodeo",
  "rogers",
  "room",
  "rs",
  "rsvp",
  "ru",
  "rugby",
  "ruhr",
  "run",
  "rw",
  "rwe",
  "ryukyu",
  "sa",
  "saarland",
  "safe",
  "safety",
  "sakura",
  "sale",
  "salon",
  "samsclub",
  "samsung",
  "sandvik",
  "sandvikcoromant",
  "sanofi",
  "sap",
  "sarl",
  "sas",
  "save",
  "saxo",
  "sb",
  "sbi",
  "sbs",
  "sc",
  "scb",
  "schaeffler",
  "schmidt",
  "scholarships",
  "school",
  "schule",
  "schwarz",
  "science",
  "scot",
  "sd",
  "se",
  "search",
  "seat",
  "secure",
  "security",
  "seek",
  "select",
  "sener",
  "services",
  "seven",
  "sew",
  "sex",
  "sexy",
  "sfr",
  "sg",
  "sh",
  "shangrila",
  "sharp",
  "shell",
  "shia",
  "shiksha",
  "shoes",
  "shop",
  "shopping",
  "shouji",
  "show",
  "si",
  "silk",
  "sina",
  "singles",
  "site",
  "sj",
  "sk",
  "ski",
  "skin",
  "sky",
  "skype",
  "sl",
  "sling",
  "sm",
  "smart",
  "smile",
  "sn",
  "sncf",
  "so",
  "soccer",
  "social",
  "softbank",
  "software",
  "sohu",
  "solar",
  "solutions",
  "song",
  "sony",
  "soy",
  "spa",
  "space",
  "sport",
  "spot",
  "sr",
  "srl",
  "ss",
  "st",
  "stada",
  "staples",
  "star",
  "statebank",
  "statefarm",
  "stc",
  "stcgroup",
  "stockholm",
  "storage",
  "store",
  "stream",
  "studio",
  "study",
  "style",
  "su",
  "sucks",
  "supplies",
  "supply",
  "support",
  "surf",
  "surgery",
  "suzuki",
  "sv",
  "swatch",
  "swiss",
  "sx",
  "sy",
  "sydney",
  "systems",
  "sz",
  "tab",
  "taipei",
  "talk",
  "taobao",
  "target",
  "tatamotors",
  "tatar",
  "tattoo",
  "tax",
  "taxi",
  "tc",
  "tci",
  "td",
  "tdk",
  "team",
  "tech",
  "technology",
  "tel",
  "temasek",
  "tennis",
  "teva",
  "tf",
  "tg",
  "th",
  "thd",
  "theater",
  "theatre",
  "tiaa",
  "tickets",
  "tienda",
  "tips",
  "tires",
  "tirol",
  "tj",
  "tjmaxx",
  "tjx",
  "tk",
  "tkmaxx",
  "tl",
  "tm",
  "tmall",
  "tn",
  "to",
  "today",
  "tokyo",
  "tools",
  "top",
  "toray",
  "toshiba",
  "total",
  "tours",
  "town",
  "toyota",
  "toys",
  "tr",
  "trade",
  "trading",
  "training",
  "travel",
  "travelers",
  "travelersinsurance",
  "trust",
  "trv",
  "tt",
  "tube",
  "tui",
  "tunes",
  "tushu",
  "tv",
  "tvs",
  "tw",
  "tz",
  "ua",
  "ubank",
  "ubs",
  "ug",
  "uk",
  "unicom",
  "university",
  "uno",
  "uol",
  "ups",
  "us",
  "uy",
  "uz",
  "va",
  "vacations",
  "vana",
  "vanguard",
  "vc",
  "ve",
  "vegas",
  "ventures",
  "verisign",
  "vermögensberater",
  "vermögensberatung",
  "versicherung",
  "vet",
  "vg",
  "vi",
  "viajes",
  "video",
  "vig",
  "viking",
  "villas",
  "vin",
  "vip",
  "virgin",
  "visa",
  "vision",
  "viva",
  "vivo",
  "vlaanderen",
  "vn",
  "vodka",
  "volvo",
  "vote",
  "voting",
  "voto",
  "voyage",
  "vu",
  "wales",
  "walmart",
  "walter",
  "wang",
  "wanggou",
  "watch",
  "watches",
  "weather",
  "weatherchannel",
  "webcam",
  "weber",
  "website",
  "wed",
  "wedding",
  "weibo",
  "weir",
  "wf",
  "whoswho",
  "wien",
  "wiki",
  "williamhill",
  "win",
  "windows",
  "wine",
  "winners",
  "wme",
  "wolterskluwer",
  "woodside",
  "work",
  "works",
  "world",
  "wow",
  "ws",
  "wtc",
  "wtf",
  "xbox",
  "xerox",
  "xihuan",
  "xin",
  "xxx",
  "xyz",
  "yachts",
  "yahoo",
  "yamaxun",
  "yandex",
  "ye",
  "yodobashi",
  "yoga",
  "yokohama",
  "you",
  "youtube",
  "yt",
  "yun",
  "za",
  "zappos",
  "zara",
  "zero",
  "zip",
  "zm",
  "zone",
  "zuerich",
  "zw",
  "ελ",
  "ευ",
  "бг",
  "бел",
  "дети",
  "ею",
  "католик",
  "ком",
  "мкд",
  "мон",
  "москва",
  "онлайн",
  "орг",
  "рус",
  "рф",
  "сайт",
  "срб",
  "укр",
  "қаз",
  "հայ",
  "ישראל",
  "קום",
  "ابوظبي",
  "ارامكو",
  "الاردن",
  "البحرين",
  "الجزائر",
  "السعودية",
  "العليان",
  "المغرب",
  "امارات",
  "ایران",
  "بارت",
  "بازار",
  "بيتك",
  "بھارت",
  "تونس",
  "سودان",
  "سورية",
  "شبكة",
  "عراق",
  "عرب",
  "عمان",
  "فلسطين",
  "قطر",
  "كاثوليك",
  "كوم",
  "مصر",
  "مليسيا",
  "موريتانيا",
  "موقع",
  "همراه",
  "پاکستان",
  "ڀارت",
  "कॉम",
  "नेट",
  "भारत",
  "भारतम्",
  "भारोत",
  "संगठन",
  "বাংলা",
  "ভারত",
  "ভাৰত",
  "ਭਾਰਤ",
  "ભારત",
  "ଭାରତ",
  "இந்தியா",
  "இலங்கை",
  "சிங்கப்பூர்",
  "భారత్",
  "ಭಾರತ",
  "ഭാരതം",
  "ලංකා",
  "คอม",
  "ไทย",
  "ລາວ",
  "გე",
  "みんな",
  "アマゾン",
  "クラウド",
  "グーグル",
  "コム",
  "ストア",
  "セール",
  "ファッション",
  "ポイント",
  "世界",
  "中信",
  "中国",
  "中國",
  "中文网",
  "亚马逊",
  "企业",
  "佛山",
  "信息",
  "健康",
  "八卦",
  "公司",
  "公益",
  "台湾",
  "台灣",
  "商城",
  "商店",
  "商标",
  "嘉里",
  "嘉里大酒店",
  "在线",
  "大拿",
  "天主教",
  "娱乐",
  "家電",
  "广东",
  "微博",
  "慈善",
  "我爱你",
  "手机",
  "招聘",
  "政务",
  "政府",
  "新加坡",
  "新闻",
  "时尚",
  "書籍",
  "机构",
  "淡马锡",
  "游戏",
  "澳門",
  "点看",
  "移动",
  "组织机构",
  "网址",
  "网店",
  "网站",
  "网络",
  "联通",
  "谷歌",
  "购物",
  "通販",
  "集团",
  "電訊盈科",
  "飞利浦",
  "食品",
  "餐厅",
  "香格里拉",
  "香港",
  "닷넷",
  "닷컴",
  "삼성",
  "한국"
];

// src/model/network/hosts.ts
var PUBLIC_TOP_LEVEL = new Set(tlds_default);
var LOCAL_SUFFIXES = [".svc", ".cluster.local", ".internal", ".local", ".localhost"];
var ADDRESS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/?#@]*@)?(\[[^\]]+\]|[^/?#:@]+)(?::(\d{1,5}))?(?=[/?#]|$)/i;
function parseAddress(text) {
  const [, scheme, host = "", port] = ADDRESS.exec(text.trim()) ?? [];
  const name = host.replace(/^\[|\]$|\.$/g, "").toLowerCase();
  if (!name || /[\s$<>{}%]/.test(name)) return void 0;
  return { scheme: scheme?.toLowerCase(), host: name, port: port === void 0 ? void 0 : Number(port) };
}
function isClusterLocal(host, isNamespace) {
  const address = AddressSet.parse(host.replace(/^::ffff:(?=\d+\.)/i, ""));
  if (address) return !PUBLIC.meets(address);
  const labels = host.split(".");
  if (labels.length === 1 || LOCAL_SUFFIXES.some((suffix) => host.endsWith(suffix))) return true;
  const last = labels.at(-1) ?? "";
  return labels.length === 2 ? isNamespace(last) || !PUBLIC_TOP_LEVEL.has(last) : !PUBLIC_TOP_LEVEL.has(last);
}
var isHostIn = (host, patterns) => patterns.some((pattern) => {
  const wanted = pattern.toLowerCase();
  return wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted;
});

// src/providers/fields.ts
function placesOf(config, field) {
  let places = [{ path: [], value: config }];
  for (const step of stepsOf(field)) places = places.flatMap((place) => inside(place, step));
  return places;
}
var stepsOf = (field) => field.replaceAll("[]", ".[]").split(".");
function inside({ path, value }, step) {
  if (step === "[]") return asList(value).map((item, i) => ({ path: [...path, i], value: item }));
  const mapping = asMapping(value) ?? {};
  const keys = step === "*" ? Object.keys(mapping) : Object.hasOwn(mapping, step) ? [step] : [];
  return keys.map((key) => ({ path: [...path, key], value: mapping[key] }));
}
var keysOf2 = (field) => field.split(".");
function isSet(config, field) {
  const keys = keysOf2(field);
  const values = keys.map((_, i) => valueAt(config, keys.slice(0, i + 1)));
  const last = values.at(-1);
  return values.some(isPlaceholder) || last !== void 0 && last !== null && last !== "";
}
function hasValue(config, { field, is, byDefault = false }) {
  const value = valueAt(config, keysOf2(field)) ?? "";
  return value === "" ? byDefault : value === is;
}

// src/providers/provider.ts
var STATUS = { version: "2.9.0", asOf: "2026-08-07" };
var defineProvider = (provider) => provider;
var defineGenerator = (generator) => generator;

// src/providers/generators/fake.ts
var fake_default = defineGenerator({
  kind: "Fake",
  clusterField: "fakeSpec",
  title: "Fake generator",
  docs: "https://external-secrets.io/latest/api/generator/fake/",
  stored: [],
  keyless: [],
  inline: [{ field: "data.*", what: "value", isTestData: true }]
});

// src/providers/table/webhook.ts
var webhook_default = defineProvider({
  name: "webhook",
  title: "Webhook",
  docs: "https://external-secrets.io/latest/provider/webhook/",
  stability: "alpha",
  since: "0.4.0",
  stored: [
    { field: "secrets", secrets: ["secrets[].secretRef"], what: "secret of the request" },
    { field: "auth.ntlm", secrets: ["auth.ntlm.passwordSecret"], what: "NTLM password" }
  ],
  keyless: [],
  identifiers: ["auth.ntlm.usernameSecret"],
  inline: [
    { field: "body", what: "body", isFreeForm: true },
    { field: "headers.*", what: "header", isFreeForm: true }
  ],
  endpoints: [{ field: "url", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/generators/webhook.ts
var webhook_default2 = defineGenerator({
  kind: "Webhook",
  clusterField: "webhookSpec",
  title: "Webhook generator",
  docs: "https://external-secrets.io/latest/api/generator/webhook/",
  stored: webhook_default.stored,
  keyless: webhook_default.keyless,
  identifiers: webhook_default.identifiers,
  inline: webhook_default.inline,
  endpoints: webhook_default.endpoints,
  ca: webhook_default.ca
});

// src/providers/table/fake.ts
var fake_default2 = defineProvider({
  name: "fake",
  title: "Fake",
  docs: "https://external-secrets.io/latest/provider/fake/",
  since: "0.4.0",
  stored: [],
  keyless: [],
  inline: [{ field: "data[].value", what: "value", isTestData: true }]
});

// src/providers/generators/acr-access-token.ts
var acr_access_token_default = defineGenerator({
  kind: "ACRAccessToken",
  clusterField: "acrAccessTokenSpec",
  title: "Azure Container Registry",
  docs: "https://external-secrets.io/latest/api/generator/acr/",
  stored: [
    {
      field: "auth.servicePrincipal",
      secrets: ["auth.servicePrincipal.secretRef.clientSecret"],
      what: "service principal's secret",
      instead: "auth.workloadIdentity.serviceAccountRef"
    }
  ],
  keyless: [
    { field: "auth.workloadIdentity.serviceAccountRef" },
    { field: "auth.managedIdentity" },
    { field: "auth.workloadIdentity" }
  ],
  ambient: [
    {
      field: "auth.managedIdentity",
      unless: [],
      as: "the controller pod's or node's managed identity",
      instead: "auth.workloadIdentity.serviceAccountRef"
    },
    {
      field: "auth.workloadIdentity",
      unless: ["auth.workloadIdentity.serviceAccountRef"],
      as: "the controller pod's workload identity",
      instead: "auth.workloadIdentity.serviceAccountRef"
    }
  ],
  serviceAccounts: [
    {
      field: "auth.workloadIdentity.serviceAccountRef",
      annotation: { key: "azure.workload.identity/client-id", isRequired: false }
    }
  ],
  identifiers: ["auth.servicePrincipal.secretRef.clientId"]
});

// src/providers/table/beyondtrustworkloadcredentials.ts
var beyondtrustworkloadcredentials_default = defineProvider({
  name: "beyondtrustworkloadcredentials",
  title: "BeyondTrust Workload Credentials",
  docs: "https://external-secrets.io/latest/provider/beyondtrustworkloadcredentials/",
  stability: "alpha",
  since: "2.7.0",
  stored: [{ field: "auth.apikey", secrets: ["auth.apikey.token"], what: "API key" }],
  keyless: [],
  endpoints: [{ field: "server.apiUrl", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/generators/beyondtrust-dynamic-secret.ts
var beyondtrust_dynamic_secret_default = defineGenerator({
  ...beyondtrustworkloadcredentials_default,
  kind: "BeyondtrustWorkloadCredentialsDynamicSecret",
  clusterField: "beyondtrustWorkloadCredentialsDynamicSecretSpec",
  title: "BeyondTrust dynamic secret",
  docs: "https://external-secrets.io/latest/api/generator/beyondtrustworkloadcredentials/",
  block: "provider"
});

// src/providers/generators/cloudsmith-access-token.ts
var cloudsmith_access_token_default = defineGenerator({
  kind: "CloudsmithAccessToken",
  clusterField: "cloudsmithAccessTokenSpec",
  title: "Cloudsmith",
  docs: "https://external-secrets.io/latest/api/generator/cloudsmith/",
  stored: [],
  keyless: [{ field: "serviceAccountRef" }],
  serviceAccounts: [{ field: "serviceAccountRef", needsAudience: true }],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://api.cloudsmith.io" }]
});

// src/providers/table/aws.ts
var aws_default = defineProvider({
  name: "aws",
  title: "AWS",
  docs: "https://external-secrets.io/latest/provider/aws-access/",
  stability: "stable",
  since: "0.1.0",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.secretAccessKeySecretRef", "auth.secretRef.sessionTokenSecretRef"],
      what: "access key",
      instead: "auth.jwt.serviceAccountRef (IRSA), or no auth with EKS Pod Identity"
    }
  ],
  keyless: [{ field: "auth.jwt" }],
  ambient: [
    {
      unless: ["auth.jwt", "auth.secretRef"],
      as: "the controller pod's AWS identity (Pod Identity, its ServiceAccount's role or the node's role)",
      instead: "auth.jwt.serviceAccountRef"
    }
  ],
  serviceAccounts: [
    { field: "auth.jwt.serviceAccountRef", annotation: { key: "eks.amazonaws.com/role-arn", isRequired: true } }
  ],
  identifiers: ["auth.secretRef.accessKeyIDSecretRef"]
});

// src/providers/generators/ecr-authorization-token.ts
var ecr_authorization_token_default = defineGenerator({
  kind: "ECRAuthorizationToken",
  clusterField: "ecrAuthorizationTokenSpec",
  title: "Amazon ECR",
  docs: "https://external-secrets.io/latest/api/generator/ecr/",
  stored: aws_default.stored,
  keyless: [{ field: "auth.jwt.serviceAccountRef" }],
  ambient: aws_default.ambient,
  serviceAccounts: aws_default.serviceAccounts,
  identifiers: aws_default.identifiers
});

// src/providers/table/gcpsm.ts
var gcpsm_default = defineProvider({
  name: "gcpsm",
  title: "Google Secret Manager",
  docs: "https://external-secrets.io/latest/provider/google-secrets-manager/",
  stability: "stable",
  since: "0.2.0",
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
  ambient: [
    {
      unless: ["auth.secretRef", "auth.workloadIdentity", "auth.workloadIdentityFederation"],
      as: "the controller pod's default Google credentials (its Workload Identity or the node's service account)",
      instead: "auth.workloadIdentity.serviceAccountRef"
    }
  ],
  serviceAccounts: [
    {
      field: "auth.workloadIdentity.serviceAccountRef",
      annotation: { key: "iam.gke.io/gcp-service-account", isRequired: false }
    },
    { field: "auth.workloadIdentityFederation.serviceAccountRef", needsAudience: true }
  ],
  configMaps: ["auth.workloadIdentityFederation.credConfig"],
  endpoints: [{ field: "auth.workloadIdentityFederation.externalTokenEndpoint", form: "url" }]
});

// src/providers/generators/gcr-access-token.ts
var gcr_access_token_default = defineGenerator({
  kind: "GCRAccessToken",
  clusterField: "gcrAccessTokenSpec",
  title: "Google Container Registry",
  docs: "https://external-secrets.io/latest/api/generator/gcr/",
  stored: gcpsm_default.stored,
  keyless: gcpsm_default.keyless,
  ambient: gcpsm_default.ambient,
  serviceAccounts: gcpsm_default.serviceAccounts,
  configMaps: gcpsm_default.configMaps,
  endpoints: gcpsm_default.endpoints
});

// src/providers/generators/github-access-token.ts
var github_access_token_default = defineGenerator({
  kind: "GithubAccessToken",
  clusterField: "githubAccessTokenSpec",
  title: "GitHub App",
  docs: "https://external-secrets.io/latest/api/generator/github/",
  stored: [{ field: "auth.privateKey", secrets: ["auth.privateKey.secretRef"], what: "GitHub App's private key" }],
  keyless: [],
  endpoints: [{ field: "url", form: "url", default: "https://api.github.com" }]
});

// src/providers/generators/gitlab-deploy-token.ts
var gitlab_deploy_token_default = defineGenerator({
  kind: "GitlabDeployToken",
  clusterField: "gitlabDeployTokenSpec",
  title: "GitLab deploy token",
  docs: "https://external-secrets.io/latest/api/generator/gitlab/",
  stored: [{ field: "auth.token", secrets: ["auth.token.secretRef"], what: "access token" }],
  keyless: [],
  endpoints: [{ field: "url", form: "url", default: "https://gitlab.com" }]
});

// src/providers/generators/grafana.ts
var grafana_default = defineGenerator({
  kind: "Grafana",
  clusterField: "grafanaSpec",
  title: "Grafana",
  docs: "https://external-secrets.io/latest/api/generator/grafana/",
  stored: [
    { field: "auth.token", secrets: ["auth.token"], what: "service account's token" },
    { field: "auth.basic", secrets: ["auth.basic.password"], what: "password" }
  ],
  keyless: [],
  endpoints: [{ field: "url", form: "url" }]
});

// src/providers/generators/mfa.ts
var mfa_default = defineGenerator({
  kind: "MFA",
  clusterField: "mfaSpec",
  title: "One-time passwords",
  docs: "https://external-secrets.io/latest/api/generator/mfa/",
  stored: [{ field: "secret", secrets: ["secret"], what: "seed" }],
  keyless: []
});

// src/providers/generators/password.ts
var password_default = defineGenerator({
  kind: "Password",
  clusterField: "passwordSpec",
  title: "Password generator",
  docs: "https://external-secrets.io/latest/api/generator/password/",
  stored: [],
  keyless: []
});

// src/providers/generators/quay-access-token.ts
var quay_access_token_default = defineGenerator({
  kind: "QuayAccessToken",
  clusterField: "quayAccessTokenSpec",
  title: "Quay",
  docs: "https://external-secrets.io/latest/api/generator/quay/",
  stored: [],
  keyless: [{ field: "serviceAccountRef" }],
  serviceAccounts: [{ field: "serviceAccountRef", needsAudience: true }],
  endpoints: [{ field: "url", form: "host", default: "quay.io" }]
});

// src/providers/generators/ssh-key.ts
var ssh_key_default = defineGenerator({
  kind: "SSHKey",
  clusterField: "sshKeySpec",
  title: "SSH key generator",
  docs: "https://external-secrets.io/latest/api/generator/sshkey/",
  stored: [],
  keyless: []
});

// src/providers/generators/sts-session-token.ts
var sts_session_token_default = defineGenerator({
  kind: "STSSessionToken",
  clusterField: "stsSessionTokenSpec",
  title: "AWS STS",
  docs: "https://external-secrets.io/latest/api/generator/sts/",
  stored: aws_default.stored,
  keyless: [{ field: "auth.jwt.serviceAccountRef" }],
  ambient: aws_default.ambient,
  serviceAccounts: aws_default.serviceAccounts,
  identifiers: aws_default.identifiers
});

// src/providers/generators/uuid.ts
var uuid_default = defineGenerator({
  kind: "UUID",
  clusterField: "uuidSpec",
  title: "UUID generator",
  docs: "https://external-secrets.io/latest/api/generator/uuid/",
  stored: [],
  keyless: []
});

// src/providers/table/vault.ts
var KUBERNETES = "auth.kubernetes.serviceAccountRef (Kubernetes auth)";
var vault_default = defineProvider({
  name: "vault",
  title: "Vault",
  docs: "https://external-secrets.io/latest/provider/hashicorp-vault/",
  stability: "stable",
  since: "0.1.0",
  stored: [
    {
      field: "auth.tokenSecretRef",
      secrets: ["auth.tokenSecretRef"],
      what: "token",
      instead: KUBERNETES,
      form: "vault token"
    },
    {
      field: "auth.appRole.secretRef",
      secrets: ["auth.appRole.secretRef"],
      what: "AppRole secret id",
      instead: KUBERNETES,
      form: "secret id"
    },
    { field: "auth.userPass", secrets: ["auth.userPass.secretRef"], what: "password", instead: KUBERNETES },
    { field: "auth.ldap", secrets: ["auth.ldap.secretRef"], what: "LDAP password", instead: KUBERNETES },
    {
      field: "auth.kubernetes.secretRef",
      secrets: ["auth.kubernetes.secretRef"],
      what: "ServiceAccount token",
      instead: KUBERNETES,
      unless: ["auth.kubernetes.serviceAccountRef"]
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
      instead: "auth.iam.jwt.serviceAccountRef (IRSA)",
      unless: ["auth.iam.jwt"]
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
  ambient: [
    {
      field: "auth.iam",
      unless: ["auth.iam.jwt", "auth.iam.secretRef"],
      as: "the controller pod's AWS identity",
      instead: "auth.iam.jwt.serviceAccountRef"
    },
    {
      field: "auth.gcp",
      unless: ["auth.gcp.secretRef", "auth.gcp.workloadIdentity"],
      as: "the controller pod's Google identity",
      instead: "auth.gcp.workloadIdentity.serviceAccountRef"
    }
  ],
  ownTokens: [
    {
      field: "auth.kubernetes",
      unless: ["auth.kubernetes.serviceAccountRef", "auth.kubernetes.secretRef", "auth.tokenSecretRef", "auth.appRole"],
      what: "the controller pod's own token",
      to: "server",
      instead: "name a ServiceAccount in auth.kubernetes.serviceAccountRef"
    }
  ],
  serviceAccounts: [
    { field: "auth.kubernetes.serviceAccountRef", needsAudience: true },
    { field: "auth.jwt.kubernetesServiceAccountToken.serviceAccountRef" },
    { field: "auth.iam.jwt.serviceAccountRef", annotation: { key: "eks.amazonaws.com/role-arn", isRequired: true } },
    {
      field: "auth.gcp.workloadIdentity.serviceAccountRef",
      annotation: { key: "iam.gke.io/gcp-service-account", isRequired: false }
    },
    { field: "auth.gcp.serviceAccountRef" }
  ],
  identifiers: ["auth.appRole.roleRef"],
  clientCertificates: [
    { certificate: "tls.certSecretRef", key: "tls.keySecretRef" },
    { certificate: "auth.cert.clientCert", key: "auth.cert.secretRef" }
  ],
  inline: [{ field: "headers.*", what: "header", isFreeForm: true }],
  endpoints: [{ field: "server", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/generators/vault-dynamic-secret.ts
var vault_dynamic_secret_default = defineGenerator({
  ...vault_default,
  kind: "VaultDynamicSecret",
  clusterField: "vaultDynamicSecretSpec",
  title: "Vault dynamic secret",
  docs: "https://external-secrets.io/latest/api/generator/vault/",
  block: "provider"
});

// src/providers/generators/index.ts
var GENERATORS = new Map(
  [
    acr_access_token_default,
    beyondtrust_dynamic_secret_default,
    cloudsmith_access_token_default,
    ecr_authorization_token_default,
    fake_default,
    gcr_access_token_default,
    github_access_token_default,
    gitlab_deploy_token_default,
    grafana_default,
    mfa_default,
    password_default,
    quay_access_token_default,
    ssh_key_default,
    sts_session_token_default,
    uuid_default,
    vault_dynamic_secret_default,
    webhook_default2
  ].map((generator) => [generator.kind, generator])
);

// src/providers/table/akeyless.ts
var akeyless_default = defineProvider({
  name: "akeyless",
  title: "Akeyless",
  docs: "https://external-secrets.io/latest/provider/akeyless/",
  stability: "stable",
  since: "0.3.9",
  stored: [
    {
      field: "authSecretRef.secretRef",
      secrets: ["authSecretRef.secretRef.accessTypeParam"],
      what: "access key",
      instead: "authSecretRef.kubernetesAuth.serviceAccountRef",
      unless: ["authSecretRef.kubernetesAuth"]
    },
    {
      field: "authSecretRef.kubernetesAuth.secretRef",
      secrets: ["authSecretRef.kubernetesAuth.secretRef"],
      what: "ServiceAccount token",
      instead: "authSecretRef.kubernetesAuth.serviceAccountRef",
      unless: ["authSecretRef.kubernetesAuth.serviceAccountRef"]
    }
  ],
  keyless: [{ field: "authSecretRef.kubernetesAuth.serviceAccountRef" }, { field: "authSecretRef.serviceAccountRef" }],
  ownTokens: [
    {
      field: "authSecretRef.kubernetesAuth",
      unless: ["authSecretRef.kubernetesAuth.serviceAccountRef", "authSecretRef.kubernetesAuth.secretRef"],
      what: "the controller pod's own token",
      to: "akeylessGWApiURL",
      instead: "name a ServiceAccount in authSecretRef.kubernetesAuth.serviceAccountRef",
      until: "0.12.0"
    }
  ],
  serviceAccounts: [
    { field: "authSecretRef.kubernetesAuth.serviceAccountRef", needsAudience: true },
    { field: "authSecretRef.serviceAccountRef" }
  ],
  identifiers: ["authSecretRef.secretRef.accessID", "authSecretRef.secretRef.accessType"],
  endpoints: [{ field: "akeylessGWApiURL", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/alibaba.ts
var alibaba_default = defineProvider({
  name: "alibaba",
  title: "Alibaba Cloud KMS",
  docs: "https://external-secrets.io/latest/introduction/stability-support/",
  since: "0.3.6",
  until: "2.0.0",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.accessKeySecretSecretRef"],
      what: "access key",
      instead: "auth.rrsa"
    }
  ],
  keyless: [{ field: "auth.rrsa" }],
  identifiers: ["auth.secretRef.accessKeyIDSecretRef"],
  podFiles: [{ field: "auth.rrsa.oidcTokenFilePath" }]
});

// src/providers/table/azurekv.ts
var azurekv_default = defineProvider({
  name: "azurekv",
  title: "Azure Key Vault",
  docs: "https://external-secrets.io/latest/provider/azure-key-vault/",
  stability: "stable",
  since: "0.2.0",
  stored: [
    {
      field: "authSecretRef",
      secrets: ["authSecretRef.clientSecret", "authSecretRef.clientCertificate"],
      what: "service principal's secret",
      instead: "authType WorkloadIdentity with serviceAccountRef",
      when: { field: "authType", is: "ServicePrincipal", byDefault: true }
    }
  ],
  keyless: [{ field: "serviceAccountRef" }, { field: "authType", values: ["ManagedIdentity", "WorkloadIdentity"] }],
  ambient: [
    {
      when: { field: "authType", is: "ManagedIdentity" },
      unless: [],
      as: "the controller pod's or node's managed identity",
      instead: "authType WorkloadIdentity with serviceAccountRef"
    },
    {
      when: { field: "authType", is: "WorkloadIdentity" },
      unless: ["serviceAccountRef"],
      as: "the controller pod's workload identity",
      instead: "serviceAccountRef"
    }
  ],
  serviceAccounts: [
    {
      field: "serviceAccountRef",
      annotation: { key: "azure.workload.identity/client-id", isRequired: false, orField: "authSecretRef.clientId" }
    }
  ],
  identifiers: ["authSecretRef.clientId", "authSecretRef.tenantId"],
  clientCertificates: [{ certificate: "authSecretRef.clientCertificate" }],
  endpoints: [
    { field: "customCloudConfig.activeDirectoryEndpoint", form: "url" },
    { field: "customCloudConfig.keyVaultDNSSuffix", form: "part" },
    { field: "customCloudConfig.keyVaultEndpoint", form: "url" },
    { field: "customCloudConfig.resourceManagerEndpoint", form: "url" },
    { field: "vaultUrl", form: "url" }
  ]
});

// src/providers/table/barbican.ts
var barbican_default = defineProvider({
  name: "barbican",
  title: "OpenStack Barbican",
  docs: "https://external-secrets.io/latest/provider/barbican/",
  stability: "alpha",
  since: "1.2.0",
  stored: [{ field: "auth.password", secrets: ["auth.password.secretRef"], what: "password" }],
  keyless: [],
  identifiers: ["auth.username.secretRef"],
  endpoints: [{ field: "authURL", form: "url" }]
});

// src/providers/table/beyondtrust.ts
var beyondtrust_default = defineProvider({
  name: "beyondtrust",
  title: "BeyondTrust Password Safe",
  docs: "https://external-secrets.io/latest/provider/beyondtrust/",
  stability: "alpha",
  since: "0.10.1",
  stored: [
    { field: "auth.apiKey", secrets: ["auth.apiKey.secretRef"], what: "API key" },
    { field: "auth.clientSecret", secrets: ["auth.clientSecret.secretRef"], what: "client secret" }
  ],
  keyless: [],
  identifiers: ["auth.clientId.secretRef"],
  clientCertificates: [{ certificate: "auth.certificate.secretRef", key: "auth.certificateKey.secretRef" }],
  inline: [
    { field: "auth.apiKey.value", what: "API key" },
    { field: "auth.certificateKey.value", what: "private key" },
    { field: "auth.clientSecret.value", what: "client secret" }
  ],
  endpoints: [{ field: "server.apiUrl", form: "url" }],
  insecure: [{ field: "server.verifyCA", value: false, what: "its certificate is not verified" }]
});

// src/providers/table/bitwardensecretsmanager.ts
var bitwardensecretsmanager_default = defineProvider({
  name: "bitwardensecretsmanager",
  title: "Bitwarden Secrets Manager",
  docs: "https://external-secrets.io/latest/provider/bitwarden-secrets-manager/",
  stability: "alpha",
  since: "0.9.20",
  stored: [
    { field: "auth.secretRef", secrets: ["auth.secretRef.credentials"], what: "machine account's access token" }
  ],
  keyless: [],
  endpoints: [
    { field: "apiURL", form: "url" },
    { field: "bitwardenServerSDKURL", form: "url" },
    { field: "identityURL", form: "url" }
  ],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/chef.ts
var chef_default = defineProvider({
  name: "chef",
  title: "Chef",
  docs: "https://external-secrets.io/latest/provider/chef/",
  stability: "alpha",
  since: "0.9.13",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.privateKeySecretRef"], what: "private key" }],
  keyless: [],
  endpoints: [{ field: "serverUrl", form: "url" }]
});

// src/providers/table/cloudrusm.ts
var cloudrusm_default = defineProvider({
  name: "cloudrusm",
  title: "Cloud.ru Secret Manager",
  docs: "https://external-secrets.io/latest/provider/cloudru/",
  stability: "alpha",
  since: "0.15.0",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.accessKeySecretSecretRef"], what: "access key" }],
  keyless: [],
  identifiers: ["auth.secretRef.accessKeyIDSecretRef"]
});

// src/providers/table/conjur.ts
var conjur_default = defineProvider({
  name: "conjur",
  title: "CyberArk Conjur",
  docs: "https://external-secrets.io/latest/provider/conjur/",
  stability: "stable",
  since: "0.9.0",
  stored: [
    {
      field: "auth.apikey",
      secrets: ["auth.apikey.apiKeyRef"],
      what: "API key",
      instead: "auth.jwt.serviceAccountRef"
    },
    {
      field: "auth.jwt.secretRef",
      secrets: ["auth.jwt.secretRef"],
      what: "JWT",
      instead: "auth.jwt.serviceAccountRef",
      unless: ["auth.jwt.serviceAccountRef"]
    }
  ],
  keyless: [{ field: "auth.jwt.serviceAccountRef" }],
  serviceAccounts: [{ field: "auth.jwt.serviceAccountRef", needsAudience: true }],
  identifiers: ["auth.apikey.userRef"],
  clientCertificates: [{ certificate: "auth.cert.clientCertRef", key: "auth.cert.clientKeyRef" }],
  endpoints: [{ field: "url", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/crd.ts
var SERVICE_ACCOUNT = "auth.serviceAccount (another cluster's API server must trust this cluster's token issuer)";
var crd_default = defineProvider({
  name: "crd",
  title: "Kubernetes custom resources",
  docs: "https://external-secrets.io/latest/provider/crd/",
  since: "2.8.0",
  stored: [
    { field: "auth.token", secrets: ["auth.token.bearerToken"], what: "bearer token", instead: SERVICE_ACCOUNT },
    {
      field: "auth.cert",
      secrets: ["auth.cert.clientKey", "auth.cert.clientCert"],
      what: "client certificate",
      instead: SERVICE_ACCOUNT
    },
    { field: "authRef", secrets: ["authRef"], what: "kubeconfig", instead: SERVICE_ACCOUNT }
  ],
  keyless: [{ field: "auth.serviceAccount" }],
  serviceAccounts: [{ field: "auth.serviceAccount" }],
  clientCertificates: [{ certificate: "auth.cert.clientCert", key: "auth.cert.clientKey" }],
  endpoints: [{ field: "server.url", form: "url", default: "kubernetes.default" }],
  ca: ["server.caBundle", "server.caProvider"]
});

// src/providers/table/delinea.ts
var delinea_default = defineProvider({
  name: "delinea",
  title: "Delinea DevOps Secrets Vault",
  docs: "https://external-secrets.io/latest/provider/delinea/",
  stability: "alpha",
  since: "0.9.1",
  stored: [{ field: "clientSecret", secrets: ["clientSecret.secretRef"], what: "client secret" }],
  keyless: [],
  identifiers: ["clientId.secretRef"],
  inline: [{ field: "clientSecret.value", what: "client secret" }],
  endpoints: [
    { field: "tld", form: "part" },
    { field: "urlTemplate", form: "part" }
  ]
});

// src/providers/table/device42.ts
var device42_default = defineProvider({
  name: "device42",
  title: "Device42",
  docs: "https://external-secrets.io/latest/introduction/stability-support/",
  since: "0.9.20",
  until: "2.0.0",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.credentials"], what: "user name and password" }],
  keyless: [],
  endpoints: [{ field: "host", form: "url" }]
});

// src/providers/table/doppler.ts
var doppler_default = defineProvider({
  name: "doppler",
  title: "Doppler",
  docs: "https://external-secrets.io/latest/provider/doppler/",
  stability: "alpha",
  since: "0.6.0",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.dopplerToken"],
      what: "service token",
      instead: "auth.oidcConfig (since ESO 1.2.0)"
    }
  ],
  keyless: [{ field: "auth.oidcConfig" }],
  serviceAccounts: [{ field: "auth.oidcConfig.serviceAccountRef" }]
});

// src/providers/table/dvls.ts
var dvls_default = defineProvider({
  name: "dvls",
  title: "Devolutions Server",
  docs: "https://external-secrets.io/latest/provider/devolutions-server/",
  stability: "alpha",
  since: "1.3.0",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.appSecret"], what: "application secret" }],
  keyless: [],
  identifiers: ["auth.secretRef.appId"],
  endpoints: [{ field: "serverUrl", form: "url" }],
  insecure: [{ field: "insecure", value: true, what: "plain HTTP is allowed" }]
});

// src/providers/table/fortanix.ts
var fortanix_default = defineProvider({
  name: "fortanix",
  title: "Fortanix DSM",
  docs: "https://external-secrets.io/latest/provider/fortanix/",
  stability: "alpha",
  since: "0.9.14",
  stored: [{ field: "apiKey", secrets: ["apiKey.secretRef"], what: "API key" }],
  keyless: [],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://sdkms.fortanix.com" }]
});

// src/providers/table/github.ts
var github_default = defineProvider({
  name: "github",
  title: "GitHub Actions secrets",
  docs: "https://external-secrets.io/latest/provider/github/",
  stability: "alpha",
  since: "0.14.3",
  stored: [{ field: "auth.privateKey", secrets: ["auth.privateKey"], what: "GitHub App's private key" }],
  keyless: [],
  endpoints: [
    { field: "uploadURL", form: "url" },
    { field: "url", form: "url", default: "https://github.com/" }
  ]
});

// src/providers/table/gitlab.ts
var gitlab_default = defineProvider({
  name: "gitlab",
  title: "GitLab variables",
  docs: "https://external-secrets.io/latest/provider/gitlab-variables/",
  stability: "alpha",
  since: "0.3.5",
  stored: [{ field: "auth.SecretRef", secrets: ["auth.SecretRef.accessToken"], what: "access token" }],
  keyless: [],
  endpoints: [{ field: "url", form: "url", default: "https://gitlab.com" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/ibm.ts
var ibm_default = defineProvider({
  name: "ibm",
  title: "IBM Cloud Secrets Manager",
  docs: "https://external-secrets.io/latest/provider/ibm-secrets-manager/",
  stability: "stable",
  since: "0.2.2",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.secretApiKeySecretRef"],
      what: "API key",
      instead: "auth.containerAuth (a trusted profile)"
    }
  ],
  keyless: [{ field: "auth.containerAuth" }],
  ambient: [
    {
      field: "auth.containerAuth",
      unless: ["auth.containerAuth.tokenLocation", "auth.containerAuth.iamEndpoint"],
      as: "the controller pod's token for IBM Cloud"
    }
  ],
  ownTokens: [
    {
      field: "auth.containerAuth.tokenLocation",
      unless: [],
      what: "a file of the controller's pod",
      to: "auth.containerAuth.iamEndpoint",
      instead: "leave out tokenLocation and iamEndpoint"
    },
    {
      field: "auth.containerAuth.iamEndpoint",
      unless: ["auth.containerAuth.tokenLocation"],
      what: "the controller pod's token for IBM Cloud",
      to: "auth.containerAuth.iamEndpoint",
      instead: "leave out iamEndpoint"
    }
  ],
  endpoints: [
    { field: "auth.containerAuth.iamEndpoint", form: "url", default: "https://iam.cloud.ibm.com" },
    { field: "auth.secretRef.iamEndpoint", form: "url", default: "https://iam.cloud.ibm.com" },
    { field: "serviceUrl", form: "url" }
  ],
  podFiles: [{ field: "auth.containerAuth.tokenLocation" }]
});

// src/providers/table/infisical.ts
var CLOUD_IDENTITY = "auth.awsAuthCredentials, auth.azureAuthCredentials or auth.gcpIdTokenAuthCredentials (the controller pod's cloud identity)";
var infisical_default = defineProvider({
  name: "infisical",
  title: "Infisical",
  docs: "https://external-secrets.io/latest/provider/infisical/",
  stability: "alpha",
  since: "0.9.20",
  stored: [
    {
      field: "auth.universalAuthCredentials",
      secrets: ["auth.universalAuthCredentials.clientSecret"],
      what: "client secret",
      instead: CLOUD_IDENTITY
    },
    {
      field: "auth.tokenAuthCredentials",
      secrets: ["auth.tokenAuthCredentials.accessToken"],
      what: "access token",
      instead: CLOUD_IDENTITY
    },
    {
      field: "auth.jwtAuthCredentials",
      secrets: ["auth.jwtAuthCredentials.jwt"],
      what: "JWT",
      instead: CLOUD_IDENTITY
    },
    {
      field: "auth.ldapAuthCredentials",
      secrets: ["auth.ldapAuthCredentials.ldapPassword"],
      what: "LDAP password",
      instead: CLOUD_IDENTITY
    },
    {
      field: "auth.ociAuthCredentials",
      secrets: ["auth.ociAuthCredentials.privateKey", "auth.ociAuthCredentials.privateKeyPassphrase"],
      what: "private key",
      instead: CLOUD_IDENTITY
    }
  ],
  keyless: [
    { field: "auth.kubernetesAuthCredentials" },
    { field: "auth.awsAuthCredentials" },
    { field: "auth.azureAuthCredentials" },
    { field: "auth.gcpIdTokenAuthCredentials" }
  ],
  ambient: [
    { field: "auth.awsAuthCredentials", unless: [], as: "the controller pod's AWS identity" },
    { field: "auth.azureAuthCredentials", unless: [], as: "the controller pod's Azure identity" },
    { field: "auth.gcpIdTokenAuthCredentials", unless: [], as: "the controller pod's Google identity" }
  ],
  ownTokens: [
    {
      field: "auth.kubernetesAuthCredentials",
      unless: [
        "auth.universalAuthCredentials",
        "auth.azureAuthCredentials",
        "auth.gcpIdTokenAuthCredentials",
        "auth.gcpIamAuthCredentials",
        "auth.jwtAuthCredentials",
        "auth.ldapAuthCredentials",
        "auth.ociAuthCredentials"
      ],
      what: "the controller pod's own token",
      to: "hostAPI",
      instead: "this provider takes no serviceAccountRef, so use another way to sign in"
    }
  ],
  identifiers: [
    "auth.awsAuthCredentials.identityId",
    "auth.azureAuthCredentials.identityId",
    "auth.azureAuthCredentials.resource",
    "auth.gcpIamAuthCredentials.identityId",
    "auth.gcpIdTokenAuthCredentials.identityId",
    "auth.jwtAuthCredentials.identityId",
    "auth.kubernetesAuthCredentials.identityId",
    "auth.ldapAuthCredentials.identityId",
    "auth.ldapAuthCredentials.ldapUsername",
    "auth.ociAuthCredentials.fingerprint",
    "auth.ociAuthCredentials.identityId",
    "auth.ociAuthCredentials.region",
    "auth.ociAuthCredentials.tenancyId",
    "auth.ociAuthCredentials.userId",
    "auth.universalAuthCredentials.clientId"
  ],
  endpoints: [{ field: "hostAPI", form: "url", default: "https://app.infisical.com/api" }],
  ca: ["caBundle", "caProvider"],
  podFiles: [
    { field: "auth.gcpIamAuthCredentials.serviceAccountKeyFilePath", isReference: true },
    { field: "auth.kubernetesAuthCredentials.serviceAccountTokenPath", isReference: true }
  ]
});

// src/providers/table/keepersecurity.ts
var keepersecurity_default = defineProvider({
  name: "keepersecurity",
  title: "Keeper Security",
  docs: "https://external-secrets.io/latest/provider/keeper-security/",
  stability: "alpha",
  since: "0.7.3",
  stored: [{ field: "authRef", secrets: ["authRef"], what: "application configuration" }],
  keyless: []
});

// src/providers/table/kubernetes.ts
var SERVICE_ACCOUNT2 = "auth.serviceAccount (another cluster's API server must trust this cluster's token issuer)";
var kubernetes_default = defineProvider({
  name: "kubernetes",
  title: "Kubernetes",
  docs: "https://external-secrets.io/latest/provider/kubernetes/",
  stability: "beta",
  since: "0.5.0",
  stored: [
    { field: "auth.token", secrets: ["auth.token.bearerToken"], what: "bearer token", instead: SERVICE_ACCOUNT2 },
    {
      field: "auth.cert",
      secrets: ["auth.cert.clientKey", "auth.cert.clientCert"],
      what: "client certificate",
      instead: SERVICE_ACCOUNT2
    },
    { field: "authRef", secrets: ["authRef"], what: "kubeconfig", instead: SERVICE_ACCOUNT2 }
  ],
  keyless: [{ field: "auth.serviceAccount" }],
  serviceAccounts: [{ field: "auth.serviceAccount" }],
  clientCertificates: [{ certificate: "auth.cert.clientCert", key: "auth.cert.clientKey" }],
  endpoints: [{ field: "server.url", form: "url", default: "kubernetes.default" }],
  ca: ["server.caBundle", "server.caProvider"],
  foreignNamespace: "remoteNamespace"
});

// src/providers/table/nebiusmysterybox.ts
var nebiusmysterybox_default = defineProvider({
  name: "nebiusmysterybox",
  title: "Nebius MysteryBox",
  docs: "https://external-secrets.io/latest/provider/nebius-mysterybox/",
  stability: "alpha",
  since: "2.1.0",
  stored: [
    {
      field: "auth.serviceAccountCredsSecretRef",
      secrets: ["auth.serviceAccountCredsSecretRef"],
      what: "service account key"
    },
    { field: "auth.tokenSecretRef", secrets: ["auth.tokenSecretRef"], what: "token" }
  ],
  keyless: [],
  endpoints: [{ field: "apiDomain", form: "host" }],
  ca: ["caProvider.certSecretRef"]
});

// src/providers/table/ngrok.ts
var ngrok_default = defineProvider({
  name: "ngrok",
  title: "ngrok",
  docs: "https://external-secrets.io/latest/provider/ngrok/",
  stability: "alpha",
  since: "0.20.2",
  stored: [{ field: "auth.apiKey", secrets: ["auth.apiKey.secretRef"], what: "API key" }],
  keyless: [],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://api.ngrok.com" }]
});

// src/providers/table/onboardbase.ts
var onboardbase_default = defineProvider({
  name: "onboardbase",
  title: "Onboardbase",
  docs: "https://external-secrets.io/latest/provider/onboardbase/",
  stability: "alpha",
  since: "0.9.14",
  stored: [
    { field: "auth.apiKeyRef", secrets: ["auth.apiKeyRef"], what: "API key" },
    { field: "auth.passcodeRef", secrets: ["auth.passcodeRef"], what: "passcode" }
  ],
  keyless: [],
  endpoints: [{ field: "apiHost", form: "url", default: "https://public.onboardbase.com/api/v1/" }]
});

// src/providers/table/onepassword.ts
var onepassword_default = defineProvider({
  name: "onepassword",
  title: "1Password Connect",
  docs: "https://external-secrets.io/latest/provider/1password-automation/",
  stability: "alpha",
  since: "0.5.3",
  stored: [
    {
      field: "auth.secretRef.connectTokenSecretRef",
      secrets: ["auth.secretRef.connectTokenSecretRef"],
      what: "Connect token"
    }
  ],
  keyless: [],
  endpoints: [{ field: "connectHost", form: "url" }]
});

// src/providers/table/onepasswordSDK.ts
var onepasswordSDK_default = defineProvider({
  name: "onepasswordSDK",
  title: "1Password SDK",
  docs: "https://external-secrets.io/latest/provider/1password-sdk/",
  stability: "alpha",
  since: "0.17.0",
  stored: [
    { field: "auth.serviceAccountSecretRef", secrets: ["auth.serviceAccountSecretRef"], what: "service account token" }
  ],
  keyless: []
});

// src/providers/table/openBao.ts
var openBao_default = defineProvider({
  name: "openBao",
  title: "OpenBao",
  docs: "https://external-secrets.io/latest/provider/openbao/",
  stability: "alpha",
  since: "2.7.0",
  stored: [
    { field: "auth.tokenSecretRef", secrets: ["auth.tokenSecretRef"], what: "token", form: "vault token" },
    {
      field: "auth.appRole.secretRef",
      secrets: ["auth.appRole.secretRef"],
      what: "AppRole secret id",
      form: "secret id"
    },
    { field: "auth.userPass", secrets: ["auth.userPass.secretRef"], what: "password" }
  ],
  keyless: [],
  identifiers: ["auth.appRole.roleRef"],
  endpoints: [{ field: "server", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/oracle.ts
var oracle_default = defineProvider({
  name: "oracle",
  title: "Oracle Vault",
  docs: "https://external-secrets.io/latest/provider/oracle-vault/",
  stability: "stable",
  since: "0.3.6",
  stored: [
    {
      field: "auth",
      secrets: ["auth.secretRef.privatekey"],
      what: "API signing key",
      instead: "principalType Workload with serviceAccountRef",
      when: { field: "principalType", is: "UserPrincipal", byDefault: true }
    }
  ],
  keyless: [{ field: "serviceAccountRef" }, { field: "principalType", values: ["InstancePrincipal", "Workload"] }],
  ambient: [
    {
      when: { field: "principalType", is: "Workload" },
      unless: ["serviceAccountRef"],
      as: "the controller pod's workload identity",
      instead: "serviceAccountRef"
    },
    {
      when: { field: "principalType", is: "InstancePrincipal" },
      unless: [],
      as: "the node's identity",
      instead: "principalType Workload with serviceAccountRef"
    },
    {
      unless: ["principalType", "auth"],
      as: "the node's identity",
      instead: "principalType Workload with serviceAccountRef"
    }
  ],
  serviceAccounts: [{ field: "serviceAccountRef" }],
  identifiers: ["auth.secretRef.fingerprint"]
});

// src/providers/table/ovh.ts
var ovh_default = defineProvider({
  name: "ovh",
  title: "OVHcloud KMS",
  docs: "https://external-secrets.io/latest/provider/ovhcloud/",
  stability: "alpha",
  since: "2.3.0",
  stored: [{ field: "auth.token", secrets: ["auth.token.tokenSecretRef"], what: "access token" }],
  keyless: [],
  clientCertificates: [{ certificate: "auth.mtls.certSecretRef", key: "auth.mtls.keySecretRef" }],
  endpoints: [{ field: "server", form: "url" }],
  ca: ["auth.mtls.caBundle", "auth.mtls.caProvider"]
});

// src/providers/table/passbolt.ts
var passbolt_default = defineProvider({
  name: "passbolt",
  title: "Passbolt",
  docs: "https://external-secrets.io/latest/provider/passbolt/",
  stability: "alpha",
  since: "0.9.16",
  stored: [
    {
      field: "auth",
      secrets: ["auth.privateKeySecretRef", "auth.passwordSecretRef"],
      what: "private key and its passphrase"
    }
  ],
  keyless: [],
  endpoints: [{ field: "host", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/passworddepot.ts
var passworddepot_default = defineProvider({
  name: "passworddepot",
  title: "Password Depot",
  docs: "https://external-secrets.io/latest/provider-passworddepot/",
  stability: "alpha",
  since: "0.9.14",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.credentials"], what: "user name and password" }],
  keyless: [],
  endpoints: [{ field: "host", form: "host" }]
});

// src/providers/table/previder.ts
var previder_default = defineProvider({
  name: "previder",
  title: "Previder Vault",
  docs: "https://external-secrets.io/latest/provider/previder/",
  stability: "stable",
  since: "0.10.4",
  stored: [{ field: "auth.secretRef", secrets: ["auth.secretRef.accessToken"], what: "access token" }],
  keyless: [],
  endpoints: [{ field: "baseUri", form: "url" }]
});

// src/providers/table/pulumi.ts
var pulumi_default = defineProvider({
  name: "pulumi",
  title: "Pulumi ESC",
  docs: "https://external-secrets.io/latest/provider/pulumi/",
  stability: "alpha",
  since: "0.9.13",
  stored: [
    {
      field: "auth.accessToken",
      secrets: ["auth.accessToken.secretRef"],
      what: "access token",
      instead: "auth.oidcConfig (since ESO 2.5.0)"
    },
    {
      field: "accessToken",
      secrets: ["accessToken.secretRef"],
      what: "access token",
      instead: "auth.oidcConfig (since ESO 2.5.0)",
      unless: ["auth.accessToken", "auth.oidcConfig"]
    }
  ],
  keyless: [{ field: "auth.oidcConfig" }],
  serviceAccounts: [{ field: "auth.oidcConfig.serviceAccountRef" }],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://api.pulumi.com/api/esc" }]
});

// src/providers/table/scaleway.ts
var scaleway_default = defineProvider({
  name: "scaleway",
  title: "Scaleway Secret Manager",
  docs: "https://external-secrets.io/latest/provider/scaleway/",
  stability: "alpha",
  since: "0.7.3",
  stored: [{ field: "secretKey", secrets: ["secretKey.secretRef"], what: "secret key" }],
  keyless: [],
  identifiers: ["accessKey.secretRef"],
  inline: [{ field: "secretKey.value", what: "secret key" }],
  endpoints: [{ field: "apiUrl", form: "url", default: "https://api.scaleway.com" }]
});

// src/providers/table/secretserver.ts
var secretserver_default = defineProvider({
  name: "secretserver",
  title: "Delinea Secret Server",
  docs: "https://external-secrets.io/latest/provider/secretserver/",
  stability: "beta",
  since: "0.10.0",
  stored: [
    { field: "password", secrets: ["password.secretRef"], what: "password" },
    { field: "token", secrets: ["token.secretRef"], what: "token" }
  ],
  keyless: [],
  identifiers: ["username.secretRef"],
  inline: [
    { field: "password.value", what: "password" },
    { field: "token.value", what: "token" }
  ],
  endpoints: [{ field: "serverURL", form: "url" }],
  ca: ["caBundle", "caProvider"]
});

// src/providers/table/senhasegura.ts
var senhasegura_default = defineProvider({
  name: "senhasegura",
  title: "senhasegura DSM",
  docs: "https://external-secrets.io/latest/provider/senhasegura-dsm/",
  stability: "alpha",
  since: "0.5.3",
  stored: [{ field: "auth.clientSecretSecretRef", secrets: ["auth.clientSecretSecretRef"], what: "client secret" }],
  keyless: [],
  endpoints: [{ field: "url", form: "url" }],
  insecure: [{ field: "ignoreSslCertificate", value: true, what: "its certificate is not verified" }]
});

// src/providers/table/volcengine.ts
var volcengine_default = defineProvider({
  name: "volcengine",
  title: "Volcengine KMS",
  docs: "https://external-secrets.io/latest/provider/volcengine/",
  stability: "alpha",
  since: "0.20.0",
  stored: [
    {
      field: "auth.secretRef",
      secrets: ["auth.secretRef.secretAccessKey", "auth.secretRef.token"],
      what: "access key"
    }
  ],
  keyless: [],
  ambient: [{ unless: ["auth.secretRef"], as: "the controller pod's Volcengine identity" }],
  identifiers: ["auth.secretRef.accessKeyID"]
});

// src/providers/table/yandexcertificatemanager.ts
var yandexcertificatemanager_default = defineProvider({
  name: "yandexcertificatemanager",
  title: "Yandex Certificate Manager",
  docs: "https://external-secrets.io/latest/provider/yandex-certificate-manager/",
  stability: "alpha",
  since: "0.5.4",
  stored: [{ field: "auth.authorizedKeySecretRef", secrets: ["auth.authorizedKeySecretRef"], what: "authorized key" }],
  keyless: [],
  endpoints: [{ field: "apiEndpoint", form: "host" }],
  ca: ["caProvider.certSecretRef"]
});

// src/providers/table/yandexlockbox.ts
var yandexlockbox_default = defineProvider({
  name: "yandexlockbox",
  title: "Yandex Lockbox",
  docs: "https://external-secrets.io/latest/provider/yandex-lockbox/",
  stability: "alpha",
  since: "0.3.5",
  stored: [{ field: "auth.authorizedKeySecretRef", secrets: ["auth.authorizedKeySecretRef"], what: "authorized key" }],
  keyless: [],
  endpoints: [{ field: "apiEndpoint", form: "host" }],
  ca: ["caProvider.certSecretRef"]
});

// src/providers/table/index.ts
var PROVIDERS = new Map(
  [
    akeyless_default,
    alibaba_default,
    aws_default,
    azurekv_default,
    barbican_default,
    beyondtrust_default,
    beyondtrustworkloadcredentials_default,
    bitwardensecretsmanager_default,
    chef_default,
    cloudrusm_default,
    conjur_default,
    crd_default,
    delinea_default,
    device42_default,
    doppler_default,
    dvls_default,
    fake_default2,
    fortanix_default,
    gcpsm_default,
    github_default,
    gitlab_default,
    ibm_default,
    infisical_default,
    keepersecurity_default,
    kubernetes_default,
    nebiusmysterybox_default,
    ngrok_default,
    onboardbase_default,
    onepassword_default,
    onepasswordSDK_default,
    openBao_default,
    oracle_default,
    ovh_default,
    passbolt_default,
    passworddepot_default,
    previder_default,
    pulumi_default,
    scaleway_default,
    secretserver_default,
    senhasegura_default,
    vault_default,
    volcengine_default,
    webhook_default,
    yandexcertificatemanager_default,
    yandexlockbox_default
  ].map((provider) => [provider.name, provider])
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
function generatorOf(manifest) {
  const isCluster = manifest.kind === "ClusterGenerator";
  const kind = isCluster ? asText(manifest.get("spec", "kind")) : manifest.kind;
  const known = GENERATORS.get(kind ?? "");
  if (!known || !isGenerator(manifest)) return void 0;
  const spec = isCluster ? ["spec", "generator", known.clusterField] : ["spec"];
  const path = known.block === void 0 ? spec : [...spec, known.block];
  const config = asMapping(manifest.get(...path));
  return config && !isPlaceholder(config) ? { path, config, known } : void 0;
}
var GENERATOR_KINDS = [...GENERATORS.keys(), "ClusterGenerator"].map(
  (kind) => `${GENERATORS_GROUP}/${kind}`
);
var CONNECTED_KINDS = [...STORE_KINDS, ...GENERATOR_KINDS];
var kindsWith = (has) => {
  const without2 = [...GENERATORS.values()].filter((generator) => !has(generator)).map(({ kind }) => kind);
  return CONNECTED_KINDS.filter((kind) => !without2.some((other) => kind === `${GENERATORS_GROUP}/${other}`));
};
var connectedOf = (manifest) => isGenerator(manifest) ? generatorOf(manifest) : providerOf(manifest);
var titleOf = ({ path, known }) => known?.title ?? String(path.at(-1));
var storedCredentials = ({ known, path, config }) => (known?.stored ?? []).flatMap((credential) => {
  const references = credential.secrets.flatMap((field) => referencesAt(config, field));
  if (references.length === 0 || !isRead(credential, config)) return [];
  return {
    path: [...path, ...keysOf2(credential.field)],
    credential,
    secret: references.map(secretOf).find((name) => name !== void 0),
    isShared: references.some(({ namespace }) => Boolean(namespace))
  };
});
var replaceableCredentials = (connected) => storedCredentials(connected).flatMap((use) => {
  const { instead, form } = use.credential;
  return instead === void 0 || form === "secret id" ? [] : { ...use, instead };
});
function foreignNamespaceIn({ known, path, config }) {
  const field = known?.foreignNamespace;
  const namespace = field === void 0 ? void 0 : asText(valueAt(config, keysOf2(field)));
  return field !== void 0 && namespace ? { namespace, path: [...path, ...keysOf2(field)] } : void 0;
}
var referencesAt = (config, field) => placesOf(config, field).flatMap(({ value }) => {
  const reference = asMapping(value);
  return reference && !isPlaceholder(reference) && Object.keys(reference).length > 0 ? [reference] : [];
});
function secretOf({ namespace, name }) {
  const [secret, place] = [asText(name), asText(namespace)];
  if (!secret || isPlaceholder(secret) || isPlaceholder(place)) return void 0;
  return place ? `${place}/${secret}` : secret;
}
var isRead = ({ when, unless = [] }, config) => (!when || hasValue(config, when)) && !unless.some((field) => isSet(config, field));

// src/check/endpoints.ts
function endpointsOf(manifest, world) {
  const connected = connectedOf(manifest);
  if (!connected) return [];
  const isNamespace = (name) => world.isNamespace(name);
  return addressesOf(connected).map(({ path, address }) => ({
    ...address,
    path,
    isLocal: isClusterLocal(address.host, isNamespace)
  }));
}
function addressesOf({ known, path, config }) {
  return (known?.endpoints ?? []).flatMap(({ field, form, default: fallback }) => {
    if (form === "part") return [];
    const given = placesOf(config, field);
    const written = given.length > 0 ? given : fallback === void 0 ? [] : [{ path: [], value: fallback }];
    return written.flatMap((place) => {
      const address = parseAddress(asText(place.value) ?? "");
      if (!address) return [];
      const scheme = address.scheme ?? (form === "host" ? "https" : void 0);
      return { path: [...path, ...place.path], address: { ...address, scheme } };
    });
  });
}

// src/model/eso/external-secrets.ts
var SPECS = {
  [`${ESO_GROUP}/ExternalSecret`]: { path: ["spec"], isPush: false },
  [`${ESO_GROUP}/ClusterExternalSecret`]: { path: ["spec", "externalSecretSpec"], isPush: false },
  [`${ESO_GROUP}/PushSecret`]: { path: ["spec"], isPush: true },
  [`${ESO_GROUP}/ClusterPushSecret`]: { path: ["spec", "pushSecretSpec"], isPush: true }
};
var FETCHING_KINDS = Object.keys(SPECS).filter((kind) => SPECS[kind]?.isPush === false);
var PUSHING_KINDS = Object.keys(SPECS).filter((kind) => SPECS[kind]?.isPush);
var specPathOf = (manifest) => SPECS[manifest.groupKind]?.path;
var referencesOf = remember((manifest) => {
  const spec = SPECS[manifest.groupKind];
  if (!spec) return { stores: [], generators: [] };
  if (spec.isPush) return pushReferences(manifest, spec.path);
  const items = itemsOf(manifest);
  const whole = storeAt(manifest, [...spec.path, "secretStoreRef"]);
  const stores = items.length === 0 ? [whole] : items.map(({ store }) => store);
  return {
    stores: uniqueByPath(stores.filter((store) => store !== void 0)),
    generators: uniqueByPath(items.map(({ generator }) => generator).filter((generator) => generator !== void 0))
  };
});
var itemsOf = remember((manifest) => {
  const spec = SPECS[manifest.groupKind];
  if (!spec || spec.isPush) return [];
  const whole = storeAt(manifest, [...spec.path, "secretStoreRef"]);
  return ["data", "dataFrom"].flatMap(
    (list) => asList(manifest.get(...spec.path, list)).flatMap((value, i) => {
      const body = asMapping(value);
      return body ? itemAt(manifest, [...spec.path, list, i], body, whole) : [];
    })
  );
});
function itemAt(manifest, path, body, whole) {
  const source = asMapping(body.sourceRef);
  const own2 = isGiven(source?.storeRef) ? storeAt(manifest, [...path, "sourceRef", "storeRef"]) : void 0;
  if (path.at(-2) === "data") return [{ path, body, how: "data", store: own2 ?? whole, generator: void 0 }];
  for (const how of ["find", "extract"])
    if (isGiven(body[how])) return [{ path, body, how, store: own2 ?? whole, generator: void 0 }];
  if (!isGiven(source?.generatorRef)) return [];
  const generator = generatorAt(manifest, [...path, "sourceRef", "generatorRef"]);
  return [{ path, body, how: "generator", store: void 0, generator }];
}
function pushReferences(manifest, spec) {
  const stores = asList(manifest.get(...spec, "secretStoreRefs")).flatMap(
    (_, i) => storeAt(manifest, [...spec, "secretStoreRefs", i]) ?? []
  );
  const isNamed = Boolean(manifest.get(...spec, "selector", "secret", "name"));
  const generator = isNamed ? void 0 : generatorAt(manifest, [...spec, "selector", "generatorRef"]);
  return { stores, generators: generator ? [generator] : [] };
}
function storeAt(manifest, path) {
  const body = asMapping(manifest.get(...path));
  if (!body) return void 0;
  const kind = asText(body.kind) || "SecretStore";
  const selector = body.labelSelector ?? void 0;
  return {
    manifest,
    path,
    kind: kind === "SecretStore" || kind === "ClusterSecretStore" ? kind : void 0,
    name: selector === void 0 ? knownText(body.name) : void 0,
    selector,
    namespace: knownText(manifest.namespace)
  };
}
function generatorAt(manifest, path) {
  const body = asMapping(manifest.get(...path));
  return body && {
    manifest,
    path,
    kind: knownText(body.kind),
    name: knownText(body.name),
    namespace: knownText(manifest.namespace)
  };
}
var isGiven = (value) => value !== void 0 && value !== null;
var uniqueByPath = (references) => [
  ...new Map(references.map((reference) => [JSON.stringify(reference.path), reference])).values()
];
function storesOf({ kind, name, selector, namespace }, world) {
  if (kind === void 0) return [];
  const where = kind === "ClusterSecretStore" ? void 0 : namespace;
  if (name !== void 0) return namedIn(world, `${ESO_GROUP}/${kind}`, name, where);
  return selector === void 0 ? [] : labelled(world, kind, selector).maybeIn(where);
}
function labelled(world, kind, selector) {
  const key = JSON.stringify([kind, selector]);
  const chosen = (store) => selects(selector, asLabels(store.get("metadata", "labels")));
  const found = choices(world).get(key) ?? new ByNamespace(world.of(`${ESO_GROUP}/${kind}`).filter(chosen), ({ namespace }) => namespace);
  choices(world).set(key, found);
  return found;
}
var choices = remember((_) => /* @__PURE__ */ new Map());

// src/model/eso/target-namespaces.ts
function targetNamespaces(manifest, world) {
  if (!manifest.kind.startsWith("Cluster")) return own(manifest);
  const found = targets(world).get(manifest) ?? clusterWide(manifest, world);
  targets(world).set(manifest, found);
  return found;
}
var targets = remember((_) => /* @__PURE__ */ new Map());
function clusterWide(manifest, world) {
  const named3 = asTexts(isFetching(manifest) ? manifest.get("spec", "namespaces") : void 0).map((name, i) => ({
    name,
    path: ["spec", "namespaces", i]
  }));
  const chosen = selectorsOf(manifest).flatMap(
    ({ path, selector }) => chosenBy(selector, world).map((name) => ({ name, path }))
  );
  const known = [...named3, ...chosen].filter(({ name }) => !isPlaceholder(name));
  return [...Map.groupBy(known, ({ name }) => name).values()].flatMap(([first]) => first ?? []);
}
var isFetching = ({ kind }) => kind === "ClusterExternalSecret";
var own = ({ namespace }) => namespace === void 0 || isPlaceholder(namespace) ? [] : [{ name: namespace, path: ["metadata", "namespace"] }];
function selectorsOf(manifest) {
  const paths = [
    ...isFetching(manifest) ? [["spec", "namespaceSelector"]] : [],
    ...asList(manifest.get("spec", "namespaceSelectors")).map((_, i) => ["spec", "namespaceSelectors", i])
  ];
  return paths.map((path) => ({ path, selector: manifest.get(...path) })).filter(({ selector }) => asMapping(selector) !== void 0);
}
function chosenBy(selector, world) {
  const requirements = requirementsOf(selector);
  if (!requirements) return [];
  const named3 = requirements.flatMap(
    ({ key, operator, values }) => key === NAME_LABEL && operator === "In" ? values : []
  );
  const candidates = [...named3.map(labelledByName), ...listed(requirements, world)];
  const labels = new Map(candidates.map((candidate) => [candidate[NAME_LABEL] ?? "", candidate]));
  return [...labels].flatMap(([name, known]) => requirements.every((one) => meets(one, known)) ? name : []);
}
var labelledByName = (name) => ({ [NAME_LABEL]: name });
function listed(requirements, world) {
  const { all: all2, byLabel } = namespaces(world);
  const lists = requirements.find(({ operator }) => operator === "In");
  return lists ? lists.values.flatMap((value) => byLabel.get(JSON.stringify([lists.key, value])) ?? []) : all2;
}
var namespaces = remember((world) => {
  const all2 = world.of("core/Namespace").map(({ name, body }) => ({ ...asLabels(valueAt(body, ["metadata", "labels"])), [NAME_LABEL]: name }));
  const pairs = all2.flatMap((labels) => Object.entries(labels).map((pair) => ({ key: JSON.stringify(pair), labels })));
  const groups = Map.groupBy(pairs, ({ key }) => key);
  return { all: all2, byLabel: new Map([...groups].map(([key, group2]) => [key, group2.map(({ labels }) => labels)])) };
});

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
  const namespaces2 = asTexts(rule.namespaces);
  const elsewhere = request.isNamespaced ? namespaces2.every((name) => name === "") : !namespaces2.includes("");
  if (namespaces2.length > 0 && elsewhere) return void 0;
  const isNarrowed = asList(rule.users).length > 0 || namespaces2.length > 0 && request.isNamespaced || !takesEveryGroup(asTexts(rule.userGroups));
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

// src/model/network/peers.ts
var EVERYONE = { certain: EVERY_ADDRESS, possible: EVERY_ADDRESS, takes: () => "yes" };
var NOBODY = { certain: AddressSet.none, possible: AddressSet.none, takes: () => "no" };
var SOMEBODY = { certain: AddressSet.none, possible: EVERY_ADDRESS, takes: () => "unknown" };
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
      return { ...NOBODY, takes: (peer) => isApiServer(peer) ? "yes" : "no" };
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
  const namespaces2 = namespaceSelector ?? void 0;
  const hasSelector = pods !== void 0 || namespaces2 !== void 0;
  if (block) return hasSelector ? NOBODY : blockOf(block);
  if (!hasSelector) return isPlaceholder(ipBlock) ? SOMEBODY : NOBODY;
  return podsThat(
    (pod) => allOf([
      namespaces2 === void 0 ? answerOf(pod.namespace === policy.namespace) : selectorAnswer(namespaces2, pod.namespaceLabels),
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
  return entries.length === 0 ? EVERY_PORT : portUnion(entries.map((entry) => entryOf(entry, pod)));
}
function entryOf(value, pod) {
  const entry = fieldsOf(value);
  if (!entry || isPlaceholder(value) || isPlaceholder(entry.protocol)) return entry ? somePort(void 0) : NO_PORT;
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
function isSubject({ namespaces: namespaces2, pods }, { pod, namespace }) {
  if (asMapping(namespaces2)) return selectorAnswer(namespaces2, namespace) === "yes";
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
  const { namespaces: namespaces2, pods, networks, domainNames, nodes } = asMapping(value) ?? {};
  if (namespaces2 !== void 0) return podsThat((pod) => selectorAnswer(namespaces2, pod.namespaceLabels));
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
  return entries.length === 0 ? EVERY_PORT : portUnion(entries.map((entry) => entryOf2(asMapping(entry) ?? {}, pod)));
}
function entryOf2({ portNumber: portNumber2, portRange: portRange2, namedPort: name }, pod) {
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
      const taken = isAbsent(ports) ? portRange(protocol, 0, LAST_PORT) : listed2(ports, protocol, pod);
      return isAbsent(notPorts) ? taken : without(taken, listed2(notPorts, protocol, pod));
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
function listed2(value, protocol, pod) {
  if (isPlaceholder(value)) return somePort(protocol);
  return portUnion(
    asList(value).map((item) => {
      const [, first, last] = typeof item === "string" ? /^(\d+):(\d+)$/.exec(item) ?? [] : [];
      return portOf(first ?? item, protocol, (name) => namedPort(name, protocol, pod), last);
    })
  );
}
function without(taken, cut) {
  const certain = cut.certain.reduce((ranges, hole) => ranges.flatMap((range) => around(range, hole)), taken.certain);
  const possible = cut.certain.reduce((ranges, hole) => ranges.flatMap((range) => around(range, hole)), taken.possible);
  return cut.possible.length > 0 ? { certain: [], possible: [...certain, ...possible] } : { certain, possible };
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
  const [peer, own2] = direction === "ingress" ? ["source", "destination"] : ["destination", "source"];
  const entity = asMapping(rule[peer]) ?? {};
  const self = Object.keys(asMapping(rule[own2]) ?? {}).filter((field) => field !== "ports" && field !== "notPorts");
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
    ...isGiven2(selector) || isGiven2(namespaceSelector) ? [selected(selector, namespaceSelector, policy)] : [],
    ...isGiven2(notSelector) ? [others(selected(notSelector, void 0, policy))] : [],
    ...[serviceAccounts, services].filter((value) => asMapping(value) !== void 0).map(() => SOMEBODY)
  ];
}
var isGiven2 = (value) => value !== void 0 && value !== null && value !== "";
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
  const namespaces2 = parse(namespaceSelector);
  const isGlobal = policy.kind === "GlobalNetworkPolicy";
  if (!pods || !namespaces2 || asText(namespaceSelector)?.includes("global(")) return SOMEBODY;
  const staysHome = !isGlobal && !isGiven2(namespaceSelector);
  const set = podsThat(
    (pod) => allOf([
      staysHome ? answerOf(pod.namespace === policy.namespace) : "yes",
      pods(
        withLabels(pod.labels, {
          "projectcalico.org/namespace": pod.namespace,
          "projectcalico.org/orchestrator": "k8s"
        })
      ),
      namespaces2(withLabels(pod.namespaceLabels, { "projectcalico.org/name": pod.namespace }))
    ])
  );
  return isGlobal && isGiven2(selector) && !isGiven2(namespaceSelector) ? orSomewhere(set) : set;
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
var SERVICE_ACCOUNT3 = "projectcalico.org/serviceaccount";
var ORCHESTRATOR = "projectcalico.org/orchestrator";
function calicoIsolations(policy) {
  const spec = asMapping(policy.get("spec")) ?? {};
  const isGlobal = policy.kind === "GlobalNetworkPolicy";
  if (isGlobal && (spec.doNotTrack === true || spec.preDNAT === true)) return [];
  const pods = selectorOf2(spec.selector);
  const serviceAccounts = selectorOf2(spec.serviceAccountSelector);
  const namespaces2 = selectorOf2(isGlobal ? spec.namespaceSelector : void 0);
  if (!pods || !serviceAccounts || !namespaces2) return [];
  const selects2 = (endpoint) => (isGlobal || inSameNamespace(policy, endpoint.pod.manifest)) && takes3(pods, podLabels(endpoint)) && takes3(serviceAccounts, named2(endpoint.serviceAccount, endpoint.pod.serviceAccountName)) && takes3(namespaces2, named2(endpoint.namespace, endpoint.pod.namespace));
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
var takes3 = ({ keys, matches }, { labels, knows }) => keys.values().every(knows) && matches(labels);
function podLabels({ pod }) {
  const labels = {
    ...pod.labels,
    [ORCHESTRATOR]: "k8s",
    [SERVICE_ACCOUNT3]: pod.serviceAccountName,
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
    ...items("Endpoints").map((selector) => endpointsOf2(selector, policy)),
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
function endpointsOf2(selector, policy) {
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
  const resolve = (name) => portUnion((protocol ? [protocol] : ["TCP", "UDP"]).map((each) => namedPort(name, each, pod)));
  return portOf(entry.port, protocol, resolve, last);
}

// src/model/network/cilium.ts
var NAMESPACE3 = "io.kubernetes.pod.namespace";
var SERVICE_ACCOUNT4 = "io.cilium.k8s.policy.serviceaccount";
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
  return hasOneSelector && DIRECTIONS.some((direction) => hasRules(rule, direction));
}
var hasRules = (rule, direction) => asList(rule[direction]).length > 0 || asList(rule[`${direction}Deny`]).length > 0;
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
    [SERVICE_ACCOUNT4]: pod.serviceAccountName,
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

// src/model/eso/test-path.ts
import { dirname } from "node:path/posix";
var FOLDERS = /* @__PURE__ */ new Set(["test", "tests", "e2e", "example", "examples", "ci", "fixtures", "testdata"]);
var isTestPath = (file) => dirname(file).split("/").some((folder) => FOLDERS.has(folder.toLowerCase()));

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
  implicitGroups,
  breadthOf,
  isHuman,
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
  Eso,
  compareVersions,
  runsIn,
  unservedVersion,
  BINDING_KIND,
  ADMISSION_POLICY_KINDS,
  DEMANDS,
  Admission,
  compileGoRegexp,
  ByNamespace,
  namedIn,
  matchesEverything,
  isUnconditional,
  isWhole2 as isWhole,
  NAME_LABEL,
  namespaceFacts,
  alternativesOf,
  admits,
  takes2 as takes,
  isSettled,
  reachOfSelector,
  reachOf,
  isOpenToAll,
  isOnlyFor,
  AddressSet,
  EVERY_ADDRESS,
  LINK_LOCAL,
  PUBLIC_V4,
  PUBLIC_V6,
  PRIVATE,
  parseAddress,
  isHostIn,
  placesOf,
  keysOf2 as keysOf,
  isSet,
  hasValue,
  STATUS,
  fake_default,
  webhook_default,
  webhook_default2,
  fake_default2,
  PROVIDERS,
  providerOf,
  generatorOf,
  CONNECTED_KINDS,
  kindsWith,
  connectedOf,
  titleOf,
  storedCredentials,
  replaceableCredentials,
  foreignNamespaceIn,
  isRead,
  endpointsOf,
  FETCHING_KINDS,
  PUSHING_KINDS,
  specPathOf,
  referencesOf,
  itemsOf,
  storesOf,
  targetNamespaces,
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
  isTestPath,
  ALERT_KINDS,
  isScraped,
  syncAlerts,
  CRD_KIND,
  crdOf,
  crdSchema
};
