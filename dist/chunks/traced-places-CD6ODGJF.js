import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  Tries,
  branchesWithKey,
  branchesWithKind,
  keysIn,
  keysOfGlobal,
  rangeOf,
  reach,
  templatesWithKind,
  tracedRelease
} from "./chunk-YN6YMJHH.js";
import {
  byPresence,
  placeOfKey
} from "./chunk-5QHQOSHV.js";
import {
  OWN_PLACES,
  isTemplates
} from "./chunk-AKMH7RRN.js";
import "./chunk-TH74OZMV.js";
import "./chunk-LSU2MSLR.js";
import {
  flatten,
  pathOf
} from "./chunk-QSTZLZP3.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-4RU4S2AD.js";
import "./chunk-AULO6AMP.js";
import {
  selects
} from "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asMapping,
  asText,
  valueAt
} from "./chunk-NNHQXPSF.js";
import "./chunk-VHWWGLDX.js";
import {
  groupOf
} from "./chunk-4AX3HMK5.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/locate/missing.ts
var POD_SELECTORS = {
  "networking.k8s.io/NetworkPolicy": ["spec", "podSelector"],
  "policy/PodDisruptionBudget": ["spec", "selector"]
};
function placeOfMissing(release, workload, groupKind) {
  const labels = stringsOf(workload.get("spec", "template", "metadata", "labels"));
  const selectorPath = POD_SELECTORS[groupKind];
  const isWanted = (object) => isOfKind(object, groupKind) && (!selectorPath || selects(valueAt(object, selectorPath), labels));
  const kind = groupKind.slice(groupKind.indexOf("/") + 1);
  for (const { template, keys } of openers(release, kind)) {
    const placed = uniqueKeys(keys.flatMap((key) => keysOfGlobal(key, template))).flatMap((key) => {
      const place = placeOfKey(release.layers, key);
      return place ? [{ key, ...place }] : [];
    });
    for (const { key, location } of placed.sort(byPresence))
      if (release.makes(key, template, isWanted)) return { ...location, confidence: "gated-by" };
  }
  return void 0;
}
function* openers({ referee, disabled }, kind) {
  for (const [template, untaken] of referee.untaken)
    yield { template, keys: branchesWithKind(untaken, kind).flatMap(({ data }) => data.map(pathOf)) };
  for (const { name: template, condition } of templatesWithKind(disabled, kind))
    yield { template, keys: [...flatten(condition?.depends)].map(pathOf) };
}
var uniqueKeys = (keys) => [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
var isOfKind = ({ apiVersion, kind }, groupKind) => `${groupOf(asText(apiVersion) ?? "") || "core"}/${asText(kind)}` === groupKind;
var stringsOf = (value) => Object.fromEntries(Object.entries(asMapping(value) ?? {}).map(([key, text]) => [key, String(text)]));

// src/locate/node-origin.ts
var import_yaml = __toESM(require_dist(), 1);
function nodeOrigin(manifest, path, document) {
  const whole = [...manifest.base, ...path];
  const reached = reach(manifest.source.located, whole);
  const origin = document.originOf(rangeToAsk(reached));
  const found = { origin, missing: whole.slice(reached.steps), extent: extentOf(reached, document) };
  if ((0, import_yaml.isCollection)(reached.node)) return { ...found, datum: datumOfCollection(reached.node, document), isBlank: false };
  const value = reached.value && inTrace(document, reached.value);
  if (!value || value[1] > value[0])
    return { ...found, datum: origin.isOneDatum ? origin.aliases[0] : void 0, isBlank: false };
  const { pieces, aliases } = blankAt(value[0], document);
  return {
    ...found,
    origin: { ...origin, pieces },
    datum: aliases.length === 1 ? aliases[0] : void 0,
    isBlank: true
  };
}
function extentOf({ key, value }, document) {
  if (!value) return void 0;
  const start = key ? Math.min(key[1], value[0]) : 0;
  return inTrace(document, [start, value[1]]);
}
function blankAt(start, { traced }) {
  const length = /\S/.exec(traced.text.slice(start))?.index ?? traced.text.length - start;
  return traced.originOf(start, start + length);
}
function rangeToAsk({ key, value, node }) {
  if ((0, import_yaml.isScalar)(node) && value && value[1] > value[0]) return value;
  const [start, end] = key ?? value ?? [0, 1];
  return (0, import_yaml.isCollection)(node) && value && start === value[0] ? [start, start + 1] : [start, end];
}
function inTrace(document, [start, end]) {
  const from = document.toTraced(start);
  const to = document.toTraced(end);
  return from === void 0 || to === void 0 ? void 0 : [from, to];
}
var MOST_LEAVES = 200;
function datumOfCollection(node, document) {
  let common;
  let count = 0;
  for (const { path, range } of leavesOf(node, [])) {
    if (++count > MOST_LEAVES) break;
    const origin = document.originOf(range);
    const [alias] = origin.aliases;
    const base = origin.isOneDatum && alias ? ancestorAt(alias, path) : void 0;
    if (!base || common && !isSame(common, base)) return void 0;
    common = base;
  }
  return common;
}
function* leavesOf(node, path) {
  if ((0, import_yaml.isMap)(node) && node.items.length > 0)
    for (const { key, value } of node.items) yield* leavesOf(value, [...path, (0, import_yaml.isScalar)(key) ? String(key.value) : ""]);
  else if ((0, import_yaml.isSeq)(node) && node.items.length > 0)
    for (const [i, item] of node.items.entries()) yield* leavesOf(item, [...path, i]);
  else {
    const range = (0, import_yaml.isAlias)(node) ? void 0 : rangeOf(node);
    yield { path, range: range ?? [0, 0] };
  }
}
function ancestorAt(datum, path) {
  let at = datum;
  for (const step of path.toReversed()) {
    if (at === void 0 || String(at.key) !== String(step)) return void 0;
    at = at.parent;
  }
  return at;
}
var isSame = (a, b) => a === b || a.source === b.source && JSON.stringify(pathOf(a)) === JSON.stringify(pathOf(b));

// src/locate/candidates.ts
function settersOf({ datum, origin, missing }, path) {
  const whole = datum ? [pathsOf([datum]).map((key) => [...key, ...missing])] : [];
  const pieces = missing.length > 0 ? [] : origin.pieces.map(({ alias, depends }) => pathsOf(alias ? [alias, ...depends] : depends)).reverse();
  const given = origin.given && { ...origin.given, id: idOf(pathOf(origin.given.datum)) };
  const line = (key) => given && idOf(key) === given.id ? given.linesBefore : void 0;
  return [...whole, ...pieces].map((keys) => ({
    keys: setters(keys).map((candidate) => ({ ...candidate, line: line(candidate.key) })),
    path
  }));
}
function addersOf({ missing, extent, isBlank }, path, { traced }) {
  const [key, ...below] = missing;
  if (isBlank && extent && key === void 0)
    return { keys: setters(traced.untakenIn(...extent).flatMap((condition) => keysIn(condition).map(pathOf))), path };
  if (typeof key !== "string" || !extent) return { keys: [], path };
  const openers2 = branchesWithKey(traced.untakenIn(...extent), key).flatMap(({ data }) => data.map(pathOf));
  const leaves = below.length > 0 ? openers2.map((opener) => [...opener, ...below]) : [];
  return { keys: [...setters(leaves), ...gates(openers2)], path };
}
function gatesOf({ origin, missing }, path, manifest, document) {
  const there = path.slice(0, path.length - missing.length);
  const kind = nodeOrigin(manifest, ["kind"], document).origin.gates;
  const whole = new Set(nodeOrigin(manifest, ["apiVersion"], document).origin.gates);
  const keysOf = (conditions) => gates(conditions.flatMap(({ depends }) => pathsOf([...flatten(depends)])));
  const outer = origin.gates.filter((gate) => whole.has(gate));
  return [
    { keys: keysOf(origin.gates.filter((gate) => !whole.has(gate) && !kind.includes(gate))), path: there },
    { keys: keysOf(kind.filter((gate) => !whole.has(gate))), path: ["kind"] },
    { keys: keysOf(outer.filter(({ isOfChart }) => !isOfChart)), path: there },
    { keys: keysOf(outer.filter(({ isOfChart }) => isOfChart)), path: there }
  ];
}
var setters = (keys) => unique(keys).map((key) => ({ key, role: "set-by" }));
var gates = (keys) => unique(keys).map((key) => ({ key, role: "gated-by" }));
var pathsOf = (data) => data.filter(({ source, key }) => source === "values" && key !== void 0).map(pathOf);
var unique = (keys) => [...new Map(keys.map((key) => [idOf(key), key])).values()];
var idOf = (key) => JSON.stringify(key);

// src/locate/place.ts
function placeInRelease(release, manifest, path) {
  const document = release.referee.documentOf(manifest);
  if (!document) return void 0;
  const node = nodeOrigin(manifest, path, document);
  const template = templateLine(release, node);
  return keyLine(release, manifest, [...settersOf(node, path), addersOf(node, path, document)]) ?? (template?.isOwn ? template.location : void 0) ?? keyLine(release, manifest, gatesOf(node, path, manifest, document)) ?? template?.location ?? release.declarationOf(manifest.template ?? "");
}
function keyLine(release, manifest, groups) {
  let untried;
  for (const { keys, path } of groups) {
    const placed = keys.flatMap(
      ({ key, role, line }) => keysOfGlobal(key, manifest.template).flatMap((name) => {
        const place = placeOfKey(release.layers, name, line);
        return place ? [{ key: name, role, ...place }] : [];
      })
    );
    for (const { key, role, location } of placed.sort(byPresence)) {
      const isProven = release.decides(key, manifest, path);
      if (isProven) return { ...location, confidence: role };
      if (isProven === void 0) untried ??= { ...location, confidence: "probably" };
    }
  }
  return untried;
}
function templateLine({ fileOf }, { origin: { callSite } }) {
  const found = callSite && fileOf(callSite.template);
  if (!found) return void 0;
  const location = {
    file: found.file,
    startLine: callSite.line,
    via: "template",
    confidence: "set-by"
  };
  return { isOwn: found.isOwn, location };
}

// src/locate/source-files.ts
import { posix } from "node:path";
var MAY_HOLD_PLACES = /^(?:charts\/[^/]+\/)*(?:(Chart\.yaml|values\.yaml)|templates\/.+)$/;
function sourceFilesWith(part, { part: { release }, chart, valuesFiles }) {
  const given = valuesFiles.flatMap((file, i) => {
    const text = chart.valuesTexts[i] ?? "";
    return file !== void 0 && text.includes(part) ? { file, text, syntax: "values" } : [];
  });
  if (release.chart.isPackaged) return given;
  const folder = posix.dirname(release.chart.file);
  const own = [...chart.files].flatMap(([path, bytes]) => {
    const found = MAY_HOLD_PLACES.exec(path);
    if (!found || !holds(bytes, part)) return [];
    const text = new TextDecoder().decode(bytes);
    return { file: posix.join(folder, path), text, syntax: found[1] === void 0 ? "template" : "values" };
  });
  return [...given, ...own];
}
var holds = ({ buffer, byteOffset, byteLength }, part) => Buffer.from(buffer, byteOffset, byteLength).includes(part);

// src/locate/traced-places.ts
var MOST_TRIES = 500;
var TracedPlaces = class {
  #byManifest;
  #releases = /* @__PURE__ */ new Map();
  #tries;
  constructor(traceable, tries = new Tries(MOST_TRIES)) {
    this.#tries = tries;
    this.#byManifest = new Map(
      traceable.flatMap((release) => release.part.manifests.map((manifest) => [manifest, release]))
    );
  }
  of(manifest, path) {
    const release = isTemplates(manifest, path) ? this.#releaseOf(manifest) : void 0;
    const location = release && placeInRelease(release, manifest, path);
    return location ? shownPlace(release, manifest, location) : OWN_PLACES.of(manifest, path);
  }
  ofMissing(workload, groupKind) {
    const release = this.#releaseOf(workload);
    const location = release && placeOfMissing(release, workload, groupKind);
    return location && shownPlace(release, workload, location);
  }
  ofKey(manifest, key) {
    const release = this.#releaseOf(manifest);
    return release && placeOfKey(release.layers, key);
  }
  isRead(manifest) {
    return this.#byManifest.has(manifest);
  }
  filesWith(part) {
    return [...new Set(this.#byManifest.values())].flatMap((release) => sourceFilesWith(part, release));
  }
  get agreement() {
    const all = [...this.#releases.values()].map(({ referee }) => referee.agreement);
    return {
      equal: all.reduce((sum, { equal }) => sum + equal, 0),
      unequal: all.reduce((sum, { unequal }) => sum + unequal, 0)
    };
  }
  #releaseOf(manifest) {
    const traceable = this.#byManifest.get(manifest);
    if (!traceable) return void 0;
    const known = this.#releases.get(traceable);
    if (known) return known;
    const release = tracedRelease(traceable.part, traceable.chart, traceable.valuesFiles, this.#tries);
    this.#releases.set(traceable, release);
    return release;
  }
};
function shownPlace({ layers }, { file }, location) {
  const shown = layers.files.find(({ values }) => values.file === location.file && values.hasFileLines)?.values;
  return { location: location.file === file ? location : { ...location, template: file }, shown };
}
export {
  TracedPlaces
};
