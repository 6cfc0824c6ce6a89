import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/parse/location.ts
var import_yaml = __toESM(require_dist(), 1);
function lineOfPath({ document, lines }, path) {
  let node = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const next = childOf(document, resolve(document, node), step);
    if (!next) break;
    offset = startOf(next.at) ?? offset;
    node = next.value;
  }
  return lines.linePos(offset).line;
}
function rangeOfPath(located, path) {
  const node = nodeOfPath(located, path);
  return node?.range ? [node.range[0], node.range[1]] : void 0;
}
function nodeOfPath({ document }, path) {
  let node = document.contents;
  for (const step of path) {
    const next = childOf(document, resolve(document, node), step);
    if (!next) return void 0;
    node = next.value;
  }
  return (0, import_yaml.isNode)(node) ? node : void 0;
}
function childOf(document, node, step) {
  if ((0, import_yaml.isMap)(node)) return entry(document, node, step) ?? merged(document, node, step);
  const item = (0, import_yaml.isSeq)(node) && typeof step === "number" ? node.items[step] : void 0;
  return item === void 0 ? void 0 : { at: item, value: item };
}
function entry(document, map, step) {
  const pair = map.items.findLast(({ key }) => keyText(document, key) === String(step));
  return pair && { at: pair.key, value: pair.value };
}
function merged(document, map, step) {
  const seen = /* @__PURE__ */ new Set();
  const stack = mergeSources(document, map);
  while (stack.length > 0) {
    const source = resolve(document, stack.pop());
    if (!(0, import_yaml.isMap)(source) || seen.has(source)) continue;
    seen.add(source);
    const found = entry(document, source, step);
    if (found) return found;
    stack.push(...mergeSources(document, source));
  }
  return void 0;
}
function mergeSources(document, map) {
  const sources = map.items.flatMap(({ key, value }) => {
    if (!isMergeKey(key)) return [];
    const source = resolve(document, value);
    return (0, import_yaml.isSeq)(source) ? source.items : [source];
  });
  return sources.reverse();
}
var isMergeKey = (key) => (0, import_yaml.isScalar)(key) && "addToJSMap" in key;
function keyText(document, key) {
  const node = resolve(document, key);
  return (0, import_yaml.isScalar)(node) ? String(node.value ?? "") : void 0;
}
var resolve = (document, node) => (0, import_yaml.isAlias)(node) ? node.resolve(document) : node;
var startOf = (node) => (0, import_yaml.isNode)(node) && node.range ? node.range[0] : void 0;

export {
  lineOfPath,
  rangeOfPath,
  nodeOfPath,
  childOf,
  isMergeKey
};
