import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  holdsCredential,
  isCredentialKey,
  isOnlyActions,
  isPlainSetting
} from "./chunk-4CJ7H7KI.js";
import {
  childOf,
  isMergeKey
} from "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  groupOf
} from "./chunk-4AX3HMK5.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/parse/mask.ts
var import_yaml = __toESM(require_dist(), 1);
var MASK = "***";
function maskedLines({ source }) {
  const { document } = source.located;
  const known = cache.get(document);
  if (known) return known;
  const lines = linesOf(source.text, document);
  cache.set(document, lines);
  return lines;
}
var cache = /* @__PURE__ */ new WeakMap();
function linesOf(text, document) {
  try {
    const masker = new Masker(document);
    masker.visit(document.contents, ROOT);
    return cover(text, [...masker.spans]).split("\n").map((line) => maskComment(line, masker.hasSecret));
  } catch {
    return text.split("\n").map(() => MASK);
  }
}
var ROOT = { groupKind: "", path: [], isSecret: false };
var Masker = class {
  spans = /* @__PURE__ */ new Map();
  hasSecret = false;
  #document;
  #seen = /* @__PURE__ */ new Set();
  constructor(document) {
    this.#document = document;
  }
  visit(node, place) {
    if ((0, import_yaml.isAlias)(node)) this.#visitAnchor(node, place);
    else if ((0, import_yaml.isMap)(node)) this.#visitMap(node, place);
    else if ((0, import_yaml.isSeq)(node)) for (const item of node.items) this.visit(item, place);
    else if ((0, import_yaml.isScalar)(node) && (place.isSecret || isSensitive(place, node.value))) {
      const [start, end] = node.range ?? [0, 0];
      if (start < end) this.spans.set(start, end);
    }
  }
  /** What is secret where it is used is secret where it is written. */
  #visitAnchor(alias, place) {
    const target = alias.resolve(this.#document);
    const key = JSON.stringify([target?.range?.[0], place]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.visit(target, place);
  }
  #visitMap(map, outer) {
    const place = this.#objectIn(map, outer);
    this.hasSecret ||= place.groupKind === SECRET;
    const sibling = this.#textOf(map, "name");
    for (const { key, value } of map.items) {
      if (!(0, import_yaml.isScalar)(key)) this.visit(key, place);
      this.visit(value, isMergeKey(key) ? place : step(place, (0, import_yaml.isScalar)(key) ? String(key.value) : "", sibling));
    }
  }
  /** An object may stand inside another: the items of a List, manifests in a chart's values. */
  #objectIn(map, outer) {
    const kind = this.#textOf(map, "kind");
    if (kind === void 0 || !OBJECT_KEYS.some((key) => childOf(this.#document, map, key))) return outer;
    const group = groupOf(this.#textOf(map, "apiVersion") ?? "") || "core";
    return { groupKind: `${group}/${kind.replace(/(?<=.)List$/, "")}`, path: [], isSecret: outer.isSecret };
  }
  #textOf(map, key) {
    const node = childOf(this.#document, map, key)?.value;
    const scalar = (0, import_yaml.isAlias)(node) ? node.resolve(this.#document) : node;
    return (0, import_yaml.isScalar)(scalar) && typeof scalar.value === "string" ? scalar.value : void 0;
  }
};
var SECRET = "core/Secret";
var OBJECT_KEYS = ["metadata", "items", "data", "stringData"];
function step(place, key, sibling) {
  const path = place.path.length === 0 && key === "items" ? [] : [...place.path, key];
  return { ...place, path, sibling, isSecret: place.isSecret || isSecretSubtree(place.groupKind, path) };
}
function isSecretSubtree(groupKind, path) {
  const key = path.at(-1) ?? "";
  if (groupKind === SECRET && (path.length === 1 ? key === "data" : path[0] === "metadata" && key === "annotations"))
    return true;
  return SECRET_SUBTREES.has(key) || key.endsWith("/last-applied-configuration");
}
var SECRET_SUBTREES = /* @__PURE__ */ new Set(["stringData", "headers", "valueMap"]);
var LEGIBLE_LISTS = /* @__PURE__ */ new Set(["rules", "subjects", "roleRef", "webhooks"]);
function isSensitive({ groupKind, path, sibling }, value) {
  if (value === null || /^(?:true|false)$/.test(String(value)) || isOnlyActions(value)) return false;
  if (LEGIBLE_LISTS.has(path[0] ?? "")) return false;
  const key = path.at(-1) ?? "";
  if (holdsCredential(key, value)) return true;
  if (groupKind === SECRET || key === "secretKey" && groupKind.startsWith("external-secrets.io/")) return false;
  if (key === "value" && path.at(-2) === "env") return !isPlainSetting(sibling, value);
  return isCredentialKey(key);
}
function cover(text, spans) {
  const parts = [];
  let rest = 0;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const lines = text.slice(start, end).split("\n");
    parts.push(text.slice(rest, start), lines.map((line, i) => i === 0 || line.trim() ? MASK : line).join("\n"));
    rest = end;
  }
  return [...parts, text.slice(rest)].join("");
}
function maskComment(line, hasSecret) {
  const [comment] = /(?:^|(?<=\s))#.*/.exec(line) ?? [];
  if (comment === void 0 || comment.startsWith("# Source: ")) return line;
  return hasSecret || holdsCredential("", comment) ? line.replace(comment, () => `# ${MASK}`) : line;
}

export {
  maskedLines
};
