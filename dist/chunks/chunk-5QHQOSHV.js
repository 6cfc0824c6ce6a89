import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  rangeOfPath
} from "./chunk-2MQSEN5P.js";
import {
  asMapping,
  valueAt
} from "./chunk-NNHQXPSF.js";

// src/locate/imports.ts
var MOST_WAYS = 50;
var importedFrom = (imports, key) => [...waysTo(imports, key).take(MOST_WAYS)];
function* waysTo(imports, key) {
  for (const [i, { from, to }] of imports.entries()) {
    if (to.length >= key.length || to.some((step, at) => step !== key[at])) continue;
    const source = [...from, ...key.slice(to.length)];
    yield source;
    yield* waysTo(imports.slice(i + 1), source);
  }
}

// src/locate/text-line.ts
function lineInText(values, path, before) {
  if (!values.hasFileLines) return values.lineOf(path);
  const { located, text } = values.source;
  const range = rangeOfPath(located, path);
  const value = valueAt(values.body, path);
  const wanted = typeof value === "string" ? value.split("\n")[before]?.trim() : void 0;
  if (!range || !wanted) return values.lineOf(path);
  const written = text.slice(...range).split("\n").map((line) => line.trim());
  const isLiteral = written[0]?.startsWith("|") && written[before + 1] === wanted;
  const found = isLiteral ? before + 1 : onlyIndexOf(written, wanted);
  return found === void 0 ? values.lineOf(path) : located.lines.linePos(range[0]).line + found;
}
function onlyIndexOf(lines, wanted) {
  const first = lines.indexOf(wanted);
  return first >= 0 && first === lines.lastIndexOf(wanted) ? first : void 0;
}

// src/locate/layers.ts
function placeOfKey(layers, path, line) {
  const { set, files, imports } = layers;
  if (decides(set, path)) return placeOfSetting(layers, path);
  const able = layersFor(files, path);
  const index = able.findIndex(hasSay);
  const deciding = able[index] ?? importedLayers(imports, path).find(hasSay);
  if (deciding && !deciding.values.isReadable) return void 0;
  if (deciding?.isOwn && valueAt(deciding.values.body, deciding.inside) !== void 0)
    return {
      location: lineIn(deciding.values, deciding.inside, path, line),
      inside: deciding.inside,
      values: deciding.values,
      isExact: true
    };
  const own = able.slice(0, index < 0 ? able.length : index + 1).flatMap(({ values: values2, inside: inside2, isOwn }) => isOwn ? { values: values2, inside: inside2, ancestor: ancestorIn(values2, inside2) } : []);
  const nearest = own.find(({ ancestor: ancestor2 }) => ancestor2.length > 0) ?? own[0];
  if (!nearest) return void 0;
  const { values, inside, ancestor } = nearest;
  return { location: { ...lineIn(values, ancestor, path), isMissing: true }, inside, values, isExact: false };
}
var byPresence = (a, b) => absence(a) - absence(b);
var absence = ({ isExact, location }) => isExact ? 0 : location.startLine === void 0 ? 2 : 1;
function placeOfSetting({ settings = [] }, path) {
  const location = settings.findLast(({ values }) => {
    const value = valueAt(values, path);
    return value !== void 0 && asMapping(value) === void 0;
  })?.location;
  return location && { location: { ...location, key: dotted(path) }, inside: path, isExact: true };
}
var layersFor = (files, path) => files.flatMap((layer) => {
  const inside = inFile(layer, path);
  return inside && !isPassedDown(layer, path) ? { ...layer, inside } : [];
});
var importedLayers = (imports, path) => imports ? importedFrom(imports.links, path).flatMap((source) => layersFor(imports.defaults, source)) : [];
var hasSay = ({ values, inside }) => !values.isReadable || decides(values.body, inside);
var isPassedDown = ({ at }, path) => at.length > 0 && path[0] === "global";
function decides(body, path) {
  let at = body;
  for (const step of path) {
    if (typeof step === "number" ? !Array.isArray(at) : !asMapping(at)) return true;
    at = valueAt(at, [step]);
    if (at === void 0) return typeof step === "number";
  }
  return true;
}
function inFile({ at }, path) {
  if (path[0] === "global") return path;
  const isInside = at.length < path.length && at.every((step, i) => step === path[i]);
  return isInside ? path.slice(at.length) : void 0;
}
function ancestorIn(values, inside) {
  for (let length = inside.length - 1; length > 0; length--) {
    const value = valueAt(values.body, inside.slice(0, length));
    if (value === null || asMapping(value) !== void 0 || Array.isArray(value)) return inside.slice(0, length);
  }
  return [];
}
function lineIn(values, inside, path, line) {
  const own = line === void 0 ? () => values.lineOf(inside) : () => lineInText(values, inside, line);
  const startLine = inside.length > 0 ? own() : values.keyLine;
  return { file: values.file, ...startLine !== void 0 && { startLine }, via: "values", key: dotted(path) };
}
var dotted = (path) => path.map((step, i) => typeof step === "number" ? `[${step}]` : `${i > 0 ? "." : ""}${step.replaceAll(".", "\\.")}`).join("");

export {
  lineInText,
  placeOfKey,
  byPresence,
  placeOfSetting,
  importedLayers,
  inFile,
  dotted
};
