import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  parseText
} from "./chunk-JOTSHFWZ.js";
import {
  groupOf
} from "./chunk-I26VFL33.js";
import {
  asMapping,
  asText,
  valueAt
} from "./chunk-MWLKK7FC.js";

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
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy": false,
  "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding": false,
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration": false,
  "apiextensions.k8s.io/CustomResourceDefinition": false,
  "audit.k8s.io/Policy": false,
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

// src/parse/credentials.ts
var CREDENTIAL_KEY = /(?:^|[-_.])(?:value|data|body|pass|passwd|pwd|auth|authorization|bearer|dsn)$|password|passphrase|secret|token|credential|cookie|connection[-_]?string|(?:api|access|account|encryption|master|private|shared|signing|storage)[-_]?key/i;
var ABOUT = "refs?|names?|namespaces?|path|key|type|version|policy|class|kind|seconds|interval|ttl|stores?";
var ABOUT_A_CREDENTIAL = new RegExp(
  `(?:[-_./](?:${ABOUT}|${ABOUT.toUpperCase()})|${ABOUT.replace(/\b[a-z]/g, (c) => c.toUpperCase())})$`
);
var NAMES = /* @__PURE__ */ new Set(["key", "name", "namespace", "kind", "apiVersion", "property", "version"]);
var isCredentialKey = (key) => !NAMES.has(key) && CREDENTIAL_KEY.test(key) && (KEY_MATERIAL.test(key) || !ABOUT_A_CREDENTIAL.test(key));
var KEY_MATERIAL = /(?:access|account|api|encryption|master|private|secret|shared|signing|storage)[-_]?key$/i;
var SHAPES = /:\/\/[^/\s:@]*:[^/\s@]+@|-----BEGIN [A-Z ]*PRIVATE|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[opsu]_\w{20,}|\bhvs\.[\w-]{20,}|\bxox[a-z]-[\w-]{10,}|\beyJ[\w-]{10,300}\.[\w-]+\./;
var ASSIGNMENT = /(?:password|passwd|pwd|token|secret|(?<=[-\w])key|key(?=[ \t]*=)|credential)s?["']?[ \t]*[=:](?![ \t]*["']?(?:[{$<\n]|$))[ \t]*\S/i;
var RESOURCE_NAME = /\barn:[\w:*/+=,.-]+/g;
var ACTION = /\{\{[^{}"'`]*\}\}/g;
function holdsCredential(key, value) {
  if (typeof value !== "string") return false;
  const literal = value.replace(ACTION, "{}");
  if (SHAPES.test(literal.replace(/:\{\}@/g, "@"))) return true;
  return !NAMES.has(key) && key !== "image" && ASSIGNMENT.test(literal.replace(RESOURCE_NAME, ""));
}
var isOnlyActions = (value) => typeof value === "string" && value !== "" && value.replace(ACTION, "").trim() === "";
var isPlainSetting = (name, value) => name !== void 0 && !CREDENTIAL_KEY.test(name) && /^(?:true|false|\d{1,5}|https?:\/\/[\w.-]+(?::\d+)?\/?)$/.test(String(value));

// src/parse/crd.ts
var ESO_GROUP = /^(?:generators\.)?external-secrets\.io$/;
var SCHEMA_LINE = /^( *)(- +)?schema:[ \t\r]*$/gm;
var DESCRIPTION_LINE = /^ *description:[ \t]*[^\s]/;
var KEY = /^ *["']?([^\s"':]+)["']?:/;
var mayBeOfEso = (text) => text.includes("external-secrets.io") || text.includes("\\");
function isOfEso(body) {
  const group = asText(valueAt(body, ["spec", "group"]));
  return group === void 0 ? void 0 : ESO_GROUP.test(group);
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
    const key = KEY.exec(line)?.[1];
    if (key === void 0) continue;
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    if (isProvider(above) && !providers.has(key)) skipped = indent;
    above.push({ indent, key });
  }
  return asMapping(asMapping(parseText(kept.join("\n")).body)?.openAPIV3Schema);
}
var isProvider = (above) => above.length === PROVIDERS.length && PROVIDERS.every((key, i) => above[i]?.key === key);

export {
  groupKindOf,
  entryOf,
  isKnownKind,
  knownKinds,
  isNamespaced,
  isFileKind,
  isCredentialKey,
  holdsCredential,
  isOnlyActions,
  isPlainSetting,
  mayBeOfEso,
  isOfEso,
  withoutSchemas,
  outlineOf,
  schemaTexts,
  parseSchema
};
