import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/finding.ts
import { createHash } from "node:crypto";
var SEVERITIES = ["info", "low", "medium", "high", "critical"];
var reaches = (severity, limit) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(limit);
var THREATS = ["TM1", "TM2", "TM3", "TM4", "TM5", "TM6"];
var ROWS = [
  ...THREATS,
  ...["RM1", "RM2", "RM3", "RM4", "RM5", "RM6", "RM7"],
  ...["PC1", "PC2", "PC3", "PC4", "NI1", "NI2", "NI3"],
  ...["PS1", "PS2", "PS3", "PS4", "PS5", "AC1", "AC2", "AC3", "AC4"],
  ...["NS1", "NS2", "NS3", "NS4", "AO1", "AO2", "AO3", "AO4"]
];
var isThreat = (row) => THREATS.includes(row);
var GENERATOR_IDS = [
  "network-policies",
  "rbac",
  "admission",
  "audit-policy",
  "alerts",
  "split",
  "namespace"
];
function fingerprint({ rule, cluster, object, path, discriminator }) {
  const group = object ? groupOf(object.apiVersion) : "";
  const key = [rule, cluster, group, object?.kind, object?.namespace, object?.name, path, discriminator];
  return createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 16);
}
var groupOf = (apiVersion) => apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
var nameOf = ({ kind, namespace, name }) => `${kind} ${namespace === void 0 ? "" : `${namespace}/`}${name}`.trimEnd();

export {
  SEVERITIES,
  reaches,
  isThreat,
  GENERATOR_IDS,
  fingerprint,
  groupOf,
  nameOf
};
