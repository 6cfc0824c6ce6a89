import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  Tries,
  keysIn,
  keysOfGlobal,
  othersThan,
  partsOf,
  rangeOf,
  splitLikeHelm,
  tracedRelease,
  valueAtPath
} from "./chunk-YN6YMJHH.js";
import {
  dotted,
  importedLayers,
  inFile,
  lineInText,
  placeOfSetting
} from "./chunk-5QHQOSHV.js";
import "./chunk-TH74OZMV.js";
import {
  installedReleases
} from "./chunk-YMVXRNGJ.js";
import {
  DEFAULT,
  discover,
  mapConcurrently,
  maskedLines,
  refuseDownload,
  render
} from "./chunk-6Y64S4YC.js";
import {
  helmCapabilities,
  prepareHelm,
  tracedChartOrReason
} from "./chunk-MLKXGJZY.js";
import {
  ChartReader
} from "./chunk-OJJX3HFX.js";
import {
  ValuesFile
} from "./chunk-LSU2MSLR.js";
import {
  Num,
  Text,
  Tokens,
  flatten,
  isInline,
  parseOnce,
  pathOf
} from "./chunk-QSTZLZP3.js";
import "./chunk-GDWKSRR2.js";
import {
  loadConfig
} from "./chunk-3YKUXYV7.js";
import "./chunk-DAUYLU22.js";
import "./chunk-CDVY7C5S.js";
import "./chunk-4RU4S2AD.js";
import {
  isCredentialKey
} from "./chunk-4CJ7H7KI.js";
import "./chunk-J5IKYRYD.js";
import {
  kindOfPath,
  readText,
  relativeTo,
  withTemporaryFolder
} from "./chunk-AULO6AMP.js";
import {
  textOrJson
} from "./chunk-VSRBQDQV.js";
import "./chunk-ZOM3MCPH.js";
import "./chunk-PCHSCMJA.js";
import {
  splitDocuments
} from "./chunk-A7FEJFYO.js";
import {
  withoutSchemas
} from "./chunk-OZ35NTFX.js";
import {
  SourceText,
  parseText
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
import "./chunk-QDCK3X2K.js";
import {
  UserError,
  nearest
} from "./chunk-VHWWGLDX.js";
import {
  nameOf
} from "./chunk-4AX3HMK5.js";
import {
  COLOURED,
  PLAIN,
  printableData,
  wrapBehind
} from "./chunk-2ULQKFID.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/locate/inquiry/examined.ts
import { availableParallelism } from "node:os";
import { basename } from "node:path";

// src/locate/inquiry/printed.ts
var printedDocuments = (text, referee) => splitDocuments(text.replace(/^\uFEFF/, "")).flatMap(({ text: text2, startLine, source: template }) => {
  if (template === void 0) return [];
  const source = new SourceText(text2);
  return { template, source, startLine, traced: referee.documentOf({ source, template, crd: void 0 }) };
});
var objects = /* @__PURE__ */ new WeakMap();
function objectIn(source) {
  const known2 = objects.get(source);
  if (known2 !== void 0) return known2;
  const object = objectOf(bodyOf(source.text));
  objects.set(source, object);
  return object;
}
var bodyOf = (text) => parseText(CRD.test(text) ? withoutSchemas(text) : text).body;
var CRD = /^kind:[ \t]*["']?CustomResourceDefinition\b/m;
function objectOf(body) {
  const kind = asText(valueAt(body, ["kind"]));
  if (asMapping(body) === void 0 || kind === void 0) return null;
  const metadata = (key) => asText(valueAt(body, ["metadata", key]));
  return {
    apiVersion: asText(valueAt(body, ["apiVersion"])) ?? "",
    kind,
    namespace: metadata("namespace"),
    name: metadata("name") ?? metadata("generateName") ?? ""
  };
}
var MOST_CHARACTERS = 200;
function shownLine(text, line) {
  const shown2 = (maskedLines(text)[line - 1] ?? "").trim();
  return shown2.length > MOST_CHARACTERS ? `${shown2.slice(0, MOST_CHARACTERS)}…` : shown2;
}

// src/locate/inquiry/key-layers.ts
function layersOfKey(layers, key, asked) {
  const { set, files, imports } = layers;
  const found = [];
  if (valueAt(set, key) !== void 0) {
    const { file = null, startLine = null } = placeOfSetting(layers, key)?.location ?? {};
    found.push({ file, line: startLine, text: "", isAsked: false });
  }
  if (isHidden(set, key)) return withWinner(found);
  const able = files.flatMap((layer) => {
    const inside = inFile(layer, key);
    return inside ? { ...layer, inside } : [];
  });
  for (const { values, inside } of [...able, ...importedLayers(imports, key)]) {
    if (found.some(({ file }) => file === values.file)) continue;
    if (valueAt(values.body, inside) !== void 0) {
      const line = values.lineOf(inside);
      const isAsked = asked?.file === values.file && asked.line === line;
      found.push({ file: values.file, line, text: shownLine(values, line), isAsked });
    }
    if (isHidden(values.body, inside)) break;
  }
  return withWinner(found);
}
function lineOfText(layers, key, before) {
  const [winner] = layersOfKey(layers, key, void 0);
  const layer = layers.files.find(({ values }) => values.file === winner?.file);
  const inside = layer && inFile(layer, key);
  return inside && { file: layer.values.file, line: lineInText(layer.values, inside, before) };
}
var withWinner = (layers) => layers.map(({ file, line, text, isAsked }, i) => ({ file, line, text, wins: i === 0, isAsked }));
var isHidden = (values, key) => key.some((_, length) => {
  const around = length === 0 ? void 0 : valueAt(values, key.slice(0, length));
  return around !== void 0 && asMapping(around) === void 0;
});
function packagedLayers(chartFile, { files }) {
  const text = (path) => {
    const bytes = files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  };
  return partsOf(text, files.keys()).flatMap(({ at, folder }) => {
    const values = text(`${folder}values.yaml`);
    return values === void 0 ? [] : { values: new ValuesFile(`${chartFile}!${folder}values.yaml`, values), at, isOwn: false };
  });
}

// src/locate/inquiry/examined.ts
async function examine(releases, options, printed) {
  refuseDownload(options);
  return withTemporaryFolder(async (folder) => {
    const helm = await prepareHelm(folder, options.helm, options.timeoutMs ?? 6e4, options.helmVersion);
    const capabilities = await helmCapabilities(helm);
    let done = 0;
    return mapConcurrently(releases, options.jobs ?? availableParallelism(), async (release) => {
      const examined = await examineOne(release, options.root, helm, capabilities, printed);
      options.onProgress?.(++done, releases.length);
      return examined;
    });
  });
}
async function examineOne(release, root, helm, capabilities, printed) {
  const rendering = printed === void 0 ? await render(release, helm, { root }) : void 0;
  const text = printed ?? rendering?.text;
  if (text === void 0) return { release, reason: rendering?.failure?.message ?? "helm does not render it" };
  const chart = await tracedChartOrReason(release, capabilities, new ChartReader(), rendering?.files);
  if (typeof chart === "string") return { release, reason: chart };
  const { failure, reason } = chart.trace;
  if (reason !== void 0) return { release, reason };
  if (failure) return { release, reason: `the trace fails${failure.place ? ` in ${failure.place.template}` : ""}` };
  const names = release.values.map((source) => isInline(source) ? source.file : relativeTo(root, source.path));
  const traced = tracedRelease({ release, manifests: [] }, chart, names, new Tries(0));
  const { layers } = traced;
  return {
    ...{ release, chart, traced },
    layers: release.chart.isPackaged ? { ...layers, files: [...layers.files, ...packagedLayers(basename(release.chart.file), chart)] } : layers,
    documents: printedDocuments(text, traced.referee),
    fileOf: (template) => traced.fileOf(template)?.file ?? null,
    notes: rendering?.failure ? [rendering.failure.message] : []
  };
}
function askable(examined) {
  const able = examined.filter((entry) => "chart" in entry);
  const [first] = examined.filter((entry) => "reason" in entry);
  if (able.length === 0 && first)
    throw new UserError(
      `${first.release.chart.file}: not traced: ${first.reason}`,
      "eso-hardener check judges it all the same, and names files without lines"
    );
  return able;
}

// src/locate/inquiry/criteria.ts
function fromLine(isAsked, line) {
  const known2 = /* @__PURE__ */ new WeakMap();
  const isHere = (source, offset) => !source.given && isAsked(source.name) && covers(source, offset, line);
  const isGate = (condition) => someUp(condition, known2, ({ source, offset }) => isHere(source, offset));
  return (piece) => {
    const { site } = piece.segment;
    if (!site) return void 0;
    if (isWritten(piece, site, isAsked, line)) return "made";
    for (let frame = site.frame; frame; frame = frame.parent) if (isHere(frame.source, frame.offset)) return "made";
    return isGate(site.condition) ? "gated" : void 0;
  };
}
function isWritten({ segment, from, to }, site, isAsked, line) {
  const { source, offset, kind } = site;
  if (source.given || !isAsked(source.name) || isUntakenBranch(site)) return false;
  if (kind === "action") return covers(source, offset, line);
  const first = source.lineOf(offset) + segment.linesBefore + lineBreaks(segment.text, 0, from);
  return first <= line && line <= first + lineBreaks(segment.text, from, to - 1);
}
var isUntakenBranch = ({ source, offset, condition }) => condition?.source === source && condition.offset === offset && !condition.isTrue;
function covers(source, offset, line) {
  const end = source.text.indexOf("}}", offset);
  return source.lineOf(offset) <= line && line <= source.lineOf(end < 0 ? offset : end);
}
function lineBreaks(text, from, to) {
  let breaks = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) breaks++;
  return breaks;
}
function fromKey(key) {
  const isOf2 = belowKey(key);
  const knownSets = /* @__PURE__ */ new WeakMap();
  const uses = (depends) => {
    if (!depends) return false;
    const known2 = knownSets.get(depends);
    if (known2 !== void 0) return known2;
    const found = flatten(depends).values().some(isOf2);
    knownSets.set(depends, found);
    return found;
  };
  const knownConditions = /* @__PURE__ */ new WeakMap();
  return ({ segment: { provenance, site } }) => {
    if (provenance?.alias && isOf2(provenance.alias)) return "made";
    if (uses(provenance?.depends)) return "used";
    return someUp(site?.condition, knownConditions, ({ depends }) => uses(depends)) ? "gated" : void 0;
  };
}
function fromKeyIn(key) {
  const known2 = /* @__PURE__ */ new Map();
  return (template) => {
    const [shared = key] = keysOfGlobal(key, template);
    const name = JSON.stringify(shared);
    const criterion = known2.get(name) ?? fromKey(shared);
    known2.set(name, criterion);
    return criterion;
  };
}
function belowKey(key) {
  const known2 = /* @__PURE__ */ new WeakMap();
  return (datum) => {
    const before = known2.get(datum);
    if (before !== void 0) return before;
    const path = datum.source === "values" ? pathOf(datum) : [];
    const found = path.length >= key.length && key.every((step, i) => String(step) === String(path[i]));
    known2.set(datum, found);
    return found;
  };
}
function someUp(condition, known2, test) {
  const passed = [];
  let found = false;
  for (let at = condition; at && !found; at = at.parent) {
    const before = known2.get(at);
    passed.push(at);
    found = before ?? test(at);
    if (before !== void 0) break;
  }
  for (const at of passed) known2.set(at, found);
  return found;
}

// src/locate/inquiry/known-keys.ts
function knowsKey({ chart: { trace: trace2 } }, key) {
  if (valueAtPath(trace2.values, key) !== void 0) return true;
  const criterionIn = fromKeyIn(key);
  return trace2.files.entries().some(([template, { segments }]) => {
    const criterion = criterionIn(template);
    return segments.some((segment) => criterion({ segment, from: 0, to: segment.text.length }) !== void 0);
  });
}
var MOST_KEYS = 5e3;
function nearestKey({ chart }, key) {
  const keys = [];
  const open = [{ value: chart.trace.values, path: [] }];
  for (let next = open.shift(); next && keys.length < MOST_KEYS; next = open.shift()) {
    const { value, path } = next;
    if (path.length > 0) keys.push(dotted(path));
    if (value.kind === "dict")
      for (const [step, item] of value.entries) open.push({ value: item, path: [...path, step] });
  }
  return nearest(dotted(key), keys);
}

// src/locate/inquiry/branches.ts
function branchExtents(text) {
  const tokens = new Tokens(text, "");
  const open = [];
  const found = [];
  for (let token = tokens.next(); token.kind !== "stop" && token.kind !== "error"; token = tokens.next()) {
    if (token.kind !== "open") continue;
    const { offset } = token;
    const word = tokens.peekSolid().kind;
    if (word === "define" || word === "block") open.push({ isBranch: false, starts: [] });
    else if (word === "if" || word === "with" || word === "range") open.push({ isBranch: true, starts: [offset] });
    else if (word === "else") {
      tokens.next();
      if (["if", "with"].includes(tokens.peekSolid().kind)) open.at(-1)?.starts.push(offset);
    } else if (word === "end")
      for (const start of open.pop()?.starts.toReversed() ?? []) found.push({ start, end: offset });
  }
  return found;
}

// src/locate/inquiry/spots.ts
var spotOf = (fileOf, { name }, line) => ({
  template: name,
  file: fileOf(name),
  line
});
function conditionSpot(fileOf, { source, offset, isTrue, depends }) {
  const data = [...flatten(depends)];
  return {
    ...spotOf(fileOf, source, source.lineOf(offset)),
    isTrue,
    keys: keysIn2(data).map(dotted),
    objects: objectsIn(data)
  };
}
var OBJECTS = /* @__PURE__ */ new Map([
  ["chart", ".Chart"],
  ["release", ".Release"],
  ["capabilities", ".Capabilities"],
  ["files", ".Files"],
  ["volatile", "what differs in each run"]
]);
var objectsIn = (data) => [
  ...new Set(
    data.flatMap((datum) => {
      const object = OBJECTS.get(datum.source);
      return object === void 0 ? [] : [object, ...pathOf(datum)].join(".");
    })
  )
];
var keysIn2 = (data) => {
  const keys = data.filter(({ source, key }) => source === "values" && key !== void 0).map(pathOf);
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
};

// src/locate/inquiry/asked-template.ts
var MOST_CONDITIONS = 12;
function askedTemplates({ fileOf }, file) {
  const known2 = /* @__PURE__ */ new Map();
  return (template) => {
    const before = known2.get(template);
    const isAsked = before ?? fileOf(template) === file;
    known2.set(template, isAsked);
    return isAsked;
  };
}
function conditionsAround(examined, isAsked, text, line) {
  const met = Map.groupBy(conditionsIn(examined, isAsked), ({ offset }) => offset);
  const [first] = [...met.values()].flat();
  const source = first?.source;
  if (!source) return [];
  const spots = branchExtents(text.replace(/^\uFEFF/, "")).flatMap(
    ({ start, end }) => source.lineOf(start) <= line && line <= source.lineOf(end) ? met.get(start) ?? [] : []
  );
  const shown2 = spots.map((condition) => conditionSpot(examined.fileOf, condition));
  return [...new Map(shown2.map((spot) => [JSON.stringify(spot), spot])).values()].slice(0, MOST_CONDITIONS);
}
function conditionsIn({ chart }, isAsked) {
  const found = /* @__PURE__ */ new Set();
  for (const text of chart.trace.files.values())
    for (const { site } of text.segments)
      for (let at = site?.condition; at; at = at.parent) if (!at.source.given && isAsked(at.source.name)) found.add(at);
  return found;
}
function notesOnTemplates({ chart, documents }, isAsked) {
  const untraced = [...chart.trace.untraced].filter(([template]) => isAsked(template));
  const known2 = new Set(untraced.map(([template]) => template));
  const others = documents.filter(({ template, traced }) => !traced && isAsked(template) && !known2.has(template));
  return [
    ...untraced.map(([template, reason]) => `${template} is not traced: ${reason}`),
    ...[...new Set(others.map(({ template }) => template))].map(
      (template) => `${template}: helm prints it otherwise than the trace, so nothing is said of it`
    )
  ];
}

// src/locate/inquiry/differences.ts
import { isDeepStrictEqual } from "node:util";
function differences(before, after, path = []) {
  if (isDeepStrictEqual(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path);
  const [left, right] = [asMapping(before), asMapping(after)];
  return left && right ? inMappings(left, right, path) : [{ what: "changed", path }];
}
var inMappings = (left, right, path) => [.../* @__PURE__ */ new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) => {
  const here = [...path, key];
  if (!Object.hasOwn(right, key)) return { what: "removed", path: here };
  if (!Object.hasOwn(left, key)) return { what: "appears", path: here };
  return differences(left[key], right[key], here);
});
function inLists(before, after, path) {
  const found = [];
  let [left, right] = [0, 0];
  for (const [nextLeft, nextRight] of [...commonItems(before, after), [before.length, after.length]]) {
    while (left < nextLeft && right < nextRight)
      found.push(...differences(before[left], after[right++], [...path, left++]));
    while (left < nextLeft) found.push({ what: "removed", path: [...path, left++] });
    while (right < nextRight) found.push({ what: "appears", path: [...path, right++] });
    left = nextLeft + 1;
    right = nextRight + 1;
  }
  return found;
}
var MOST_PAIRS = 4e4;
function commonItems(before, after) {
  if (before.length * after.length > MOST_PAIRS) return [];
  const [left, right] = [before.map((item) => JSON.stringify(item)), after.map((item) => JSON.stringify(item))];
  const lengths = Array.from({ length: left.length + 1 }, () => new Array(right.length + 1).fill(0));
  const at = (i2, j2) => lengths[i2]?.[j2] ?? 0;
  for (let i2 = left.length - 1; i2 >= 0; i2--)
    for (let j2 = right.length - 1; j2 >= 0; j2--)
      lengths[i2]?.splice(j2, 1, left[i2] === right[j2] ? at(i2 + 1, j2 + 1) + 1 : Math.max(at(i2 + 1, j2), at(i2, j2 + 1)));
  const found = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length)
    if (left[i] === right[j]) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  return found;
}

// src/locate/inquiry/output-documents.ts
var OutputDocument = class {
  text;
  #body;
  constructor(text) {
    this.text = text;
  }
  get body() {
    this.#body ??= { value: bodyOf(this.text) };
    return this.#body.value;
  }
};
var known = /* @__PURE__ */ new WeakMap();
function documentsOf(output) {
  if (!output || output.string === "") return [];
  const before = known.get(output);
  if (before) return before;
  const found = splitLikeHelm(output.string).map(({ text }) => new OutputDocument(text));
  known.set(output, found);
  return found;
}
function added(before, after) {
  const old = new Set(before.map(({ text }) => text));
  return after.filter(({ text }) => !old.has(text));
}

// src/locate/inquiry/effects.ts
var MOST_EFFECTS = 20;
function changeOf(chart, key, isSecret = false) {
  const now = valueAtPath(chart.trace.values, key);
  const isHidden2 = isSecret || key.some((step) => isCredentialKey(String(step)));
  const attempts = [];
  for (const other of othersThan(now)) {
    const tried = inWords(now, other, isHidden2);
    const effects = effectsOf(chart, key, other);
    attempts.push({
      ...{ tried, fails: effects === void 0 },
      effects: effects?.slice(0, MOST_EFFECTS) ?? [],
      moreEffects: Math.max(0, (effects?.length ?? 0) - MOST_EFFECTS)
    });
    if (effects && effects.length > 0) break;
  }
  const [first] = attempts;
  return attempts.find(({ effects }) => effects.length > 0) ?? attempts.find(({ fails: fails2 }) => !fails2) ?? first ?? UNTRIED;
}
var UNTRIED = { tried: "", fails: false, effects: [], moreEffects: 0 };
function effectsOf(chart, key, other) {
  const { files, untraced, failure, reason } = chart.with(key, other);
  if (failure || reason !== void 0) return void 0;
  const before = without(chart.trace.files, untraced);
  const after = without(files, chart.trace.untraced);
  return isRefused(before, after) ? void 0 : effectsBetween(before, after);
}
var without = (files, templates) => new Map([...files].filter(([template]) => !templates.has(template)));
var isRefused = (before, after) => [...after].some(
  ([template, text]) => added(documentsOf(before.get(template)), documentsOf(text)).some(
    ({ body }) => body !== null && asMapping(body) === void 0
  )
);
function inWords(now, other, isHidden2) {
  const isShown = (value) => value?.kind === "bool" || value?.kind === "number" && !isHidden2;
  if (isShown(now) && isShown(other)) return `${shown(now)} -> ${shown(other)}`;
  if (now?.kind === "number") return "another number";
  if (now === void 0 || now.kind === "nil") return `unset -> ${shown(other)}`;
  return shown(other);
}
function shown(value) {
  switch (value?.kind) {
    case "bool":
    case "number":
      return String(value.value);
    case "text":
      return value.string === "" ? "an empty text" : "another text";
    case "list":
      return value.items.length === 0 ? "an empty list" : "a list";
    case "dict":
      return value.entries.size === 0 ? "an empty mapping" : "a mapping";
    default:
      return "unset";
  }
}
var isTest = (body) => /(?:^|,)\s*test/.test(asText(valueAt(body, ["metadata", "annotations", "helm.sh/hook"])) ?? "");
var effectsBetween = (before, after) => [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort().flatMap((template) => {
  const [old, fresh] = [before.get(template), after.get(template)];
  return old?.string === fresh?.string ? [] : effectsInFile(documentsOf(old), documentsOf(fresh));
});
function effectsInFile(before, after) {
  const [left, right] = [objectsOf(added(after, before)), objectsOf(added(before, after))];
  const removed = [...left].flatMap(([id, { object }]) => right.has(id) ? [] : effect("removed", object, []));
  const others = [...right].flatMap(([id, { object, body }]) => {
    const known2 = left.get(id);
    if (!known2) return effect("appears", object, []);
    const found = differences(known2.body, body, []);
    return found.length > 0 ? found.map(({ what, path }) => effect(what, object, path)) : effect("changed", object, []);
  });
  return [...others, ...removed];
}
var effect = (what, object, path) => ({ what, object, path });
function objectsOf(documents) {
  const found = /* @__PURE__ */ new Map();
  for (const { body } of documents) {
    if (body === null || body === void 0 || isTest(body)) continue;
    const object = objectOf(body);
    const id = JSON.stringify([object?.kind, object?.namespace, object?.name]);
    found.set(found.has(id) ? `${id} ${found.size}` : id, { object, body });
  }
  return found;
}

// src/locate/inquiry/key-path.ts
var STEP = /\.?((?:[^.[\\]|\\.)+)|\[(\d{1,6})\]/gsy;
function readKey(text) {
  const path = [];
  let end = 0;
  for (const {
    0: { length },
    1: name,
    2: index,
    index: start
  } of text.matchAll(STEP)) {
    path.push(index === void 0 ? (name ?? "").replaceAll(/\\(.)/gs, "$1") : Number(index));
    end = start + length;
  }
  if (end < text.length || path.length === 0 || text.startsWith(".") || typeof path[0] === "number")
    throw new UserError(`'${text}' is not a key of values`, "write it as for helm --set: webhook.ports[0].name");
  return path;
}

// src/locate/inquiry/node-answer.ts
var MOST = 12;
function nodeAnswer(document, { path, role, range }, { fileOf, layers }) {
  const { source, startLine, traced } = document;
  const line = source.text.slice(0, range[0]).split("\n").length;
  const origin = traced?.originOf(range);
  return {
    object: objectIn(source),
    path,
    role,
    renderedLine: startLine + line - 1,
    text: path.length === 0 ? "" : shownLine({ source }, line),
    from: origin?.definition ? { ...origin.definition, file: fileOf(origin.definition.template) } : null,
    fromValues: origin?.given && !origin.definition ? textOf(origin.given, layers) : null,
    through: (origin?.stack ?? []).map(({ source: caller, offset, name }) => ({
      ...spotOf(fileOf, caller, caller.lineOf(offset)),
      name
    })),
    values: origin ? valuesOf(origin) : [],
    objects: origin ? objectsIn(dataOf(origin)).slice(0, MOST) : [],
    conditions: (origin?.gates ?? []).slice(0, MOST).map((gate) => conditionSpot(fileOf, gate))
  };
}
function textOf({ datum, linesBefore }, layers) {
  const key = pathOf(datum);
  const found = lineOfText(layers, key, linesBefore);
  return { key: dotted(key), file: found?.file ?? null, line: found?.line ?? null };
}
var dataOf = ({ pieces }) => pieces.flatMap(({ alias, depends }) => alias ? [alias, ...depends] : depends);
function valuesOf({ aliases, pieces }) {
  const own = keysIn2(aliases).map(dotted);
  const used = keysIn2(pieces.flatMap(({ depends }) => depends)).map(dotted);
  return [
    ...own.map((key) => ({ key, is: true })),
    ...used.filter((key) => !own.includes(key)).map((key) => ({ key, is: false }))
  ].slice(0, MOST);
}

// src/locate/inquiry/nodes.ts
var import_yaml2 = __toESM(require_dist(), 1);
function* nodesWhere(document, criterion) {
  const { traced, source } = document;
  if (!traced) return;
  const start = /^(?:\s*#[^\n]*\n)*\s*/.exec(source.text)?.[0].length ?? 0;
  const roleOf = (range) => strongest(traced.piecesIn(range).map(criterion));
  const end = source.text.trimEnd().length;
  if (!roleOf([start, end]) && !roleOf([end, end])) return;
  if (roleOf([start, start + 1]) === "gated") yield whole(start);
  else yield* new Walk(source.text, roleOf).below(source.located.document.contents, []);
}
var whole = (start) => {
  const range = [start, start + 1];
  return { path: [], role: "gated", range, at: range };
};
var STRENGTH = ["made", "used", "gated"];
var strongest = (roles) => STRENGTH.find((role) => roles.includes(role));
var Walk = class {
  #text;
  #roleOf;
  constructor(text, roleOf) {
    this.#text = text;
    this.#roleOf = roleOf;
  }
  *below(node, path) {
    if ((0, import_yaml2.isMap)(node))
      for (const { key, value } of node.items) {
        const range = rangeOf(key);
        if (range) yield* this.#entry(range, value, [...path, (0, import_yaml2.isScalar)(key) ? String(key.value ?? "") : ""]);
      }
    else if ((0, import_yaml2.isSeq)(node)) for (const [i, item] of node.items.entries()) yield* this.#item(item, [...path, i]);
  }
  *#entry(key, value, path) {
    const ofKey = this.#roleOf(key);
    const range = (0, import_yaml2.isCollection)(value) && value.items.length > 0 ? void 0 : this.#scalarRange(value, key);
    const ofValue = range && this.#roleOf(range);
    const role = strongest([ofKey, ofValue]);
    if (role) yield { path, role, range: range && ofValue === role ? range : key, at: [key[0], range?.[1] ?? key[1]] };
    if (ofKey !== "gated") yield* this.below(value, path);
  }
  *#item(item, path) {
    const [start, end] = rangeOf(item) ?? [0, 0];
    const isWhole = !(0, import_yaml2.isCollection)(item) || item.items.length === 0;
    const range = isWhole ? [start, end] : [start, start + 1];
    const role = this.#roleOf(range);
    if (role && (isWhole || role === "gated")) yield { path, role, range, at: range };
    if (!isWhole && role !== "gated") yield* this.below(item, path);
  }
  /** What printed nothing stands at the end of its key's line. */
  #scalarRange(value, [, keyEnd]) {
    const range = (0, import_yaml2.isAlias)(value) ? void 0 : rangeOf(value);
    if (range && range[1] > range[0]) return range;
    const lineEnd = this.#text.indexOf("\n", keyEnd);
    const end = lineEnd < 0 ? this.#text.length : lineEnd;
    return [end, end];
  }
};

// src/locate/inquiry/template-spots.ts
function spotOnLine(template, text, line) {
  const start = line === 1 ? 0 : lineBreak(text, line - 1) + 1;
  const end = lineBreak(text, line);
  const printers = printersIn(template, text);
  const found = printers.find((node) => node.kind === "text" && /\S/.test(partOf(node, start, end))) ?? printers.find(({ kind, offset }) => kind === "action" && start <= offset && offset < end);
  return found && { template, text, offset: found.offset };
}
var partOf = ({ text, offset }, start, end) => text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
function lineBreak(text, line) {
  let at = -1;
  for (let i = 0; i < line; i++) {
    at = text.indexOf("\n", at + 1);
    if (at < 0) return text.length;
  }
  return at;
}
var printersIn = (template, text) => printersOf(parseOnce(text, template).nodes);
var printersOf = (nodes) => nodes.flatMap((node) => {
  if (node.kind === "text" || node.kind === "action") return node;
  return "body" in node ? printersOf([...node.body, ...node.otherwise ?? []]) : [];
});

// src/locate/inquiry/what-prints.ts
var MOST_CHANGES = 3;
var MOST_TRIES = 120;
function changesThatPrint(chart, spot) {
  if (isPrinted(chart.trace, spot)) return [];
  const around = branchExtents(spot.text).filter(({ start, end }) => start < spot.offset && spot.offset < end).map(({ start }) => start);
  let steps = [{ changes: [], trace: chart.trace }];
  const tries = new Tries(MOST_TRIES);
  for (let length = 1; length <= MOST_CHANGES; length++) {
    const further = [];
    for (const { changes, trace: trace2 } of steps) {
      const before = progressOf(trace2, spot, around);
      for (const change of othersIn(trace2, before.met)) {
        if (!tries.take()) return void 0;
        const tried = [...changes, change];
        const after = chart.withChanges(tried, spot.template);
        tries.spend(after.steps + chart.valuesSize);
        if (after.failure || after.reason !== void 0) continue;
        if (isPrinted(after, spot) && !fails(chart, tried, after)) return tried;
        if (isNearer(progressOf(after, spot, around), before)) further.push({ changes: tried, trace: after });
      }
    }
    steps = further;
  }
  return void 0;
}
function fails(chart, changes, after) {
  if (isRefused(chart.trace.files, after.files)) return true;
  if (!chart.mayRefuse) return false;
  const { failure, reason } = chart.withChanges(changes);
  return failure !== void 0 || reason !== void 0;
}
var isPrinted = ({ files }, { template, offset }) => files.get(template)?.segments.some(({ site, text }) => text !== "" && site?.offset === offset && isOf(site.source, template)) ?? false;
var isOf = ({ name, given }, template) => !given && name === template;
function progressOf(trace2, spot, around) {
  const all = conditionsMet(trace2, spot);
  const index = around.findIndex((start) => all.has(start));
  const met = [...new Map(all.get(around[index] ?? -1)?.map((condition) => [condition.depends, condition])).values()];
  const keys = new Set(met.flatMap((condition) => keysIn(condition).map((datum) => JSON.stringify(pathOf(datum)))));
  return { left: index < 0 ? around.length : index, met, keys };
}
var isNearer = (after, before) => after.left < before.left || after.left === before.left && !after.keys.isSubsetOf(before.keys);
function conditionsMet({ files }, { template }) {
  const found = /* @__PURE__ */ new Set();
  for (const { site } of files.get(template)?.segments ?? [])
    for (let at = site?.condition; at && !found.has(at); at = at.parent) if (isOf(at.source, template)) found.add(at);
  return Map.groupBy(found, ({ offset }) => offset);
}
function* othersIn({ values }, conditions) {
  const seen = /* @__PURE__ */ new Set();
  for (const condition of conditions)
    for (const datum of keysIn(condition)) {
      const { source, offset } = condition;
      const path = pathOf(datum);
      if (seen.has(JSON.stringify(path))) continue;
      seen.add(JSON.stringify(path));
      const now = valueAtPath(values, path);
      const isText = now?.kind === "text";
      const named = isText || now === void 0 ? textsIn(source.text, offset) : [];
      const number = isText ? [new Num(1, "float64")] : [];
      for (const value of [...named, ...othersThan(now), ...number]) yield { path, value };
    }
}
function textsIn(template, offset) {
  const end = template.indexOf("}}", offset);
  const action = template.slice(offset, end < 0 ? offset : end);
  return [...action.matchAll(/"([^"\\]*)"/g)].map(([, text = ""]) => new Text(text));
}

// src/locate/inquiry/release-answer.ts
var MOST_NODES = 25;
var MOST_KEYS2 = 6;
function answerForTemplate(examined, file, text, line) {
  const isAsked = askedTemplates(examined, file);
  const onLine = fromLine(isAsked, line);
  const found = allNodes(examined.documents, () => onLine);
  const around = conditionsAround(examined, isAsked, text, line);
  return answer(examined, found, {
    around,
    notes: [
      ...notesOnTemplates(examined, isAsked),
      ...found.length === 0 ? [NOTHING_PRINTED, ...togetherNote(examined, isAsked, text, line)] : []
    ]
  });
}
function togetherNote({ chart }, isAsked, text, line) {
  const template = [...chart.trace.files.keys()].find(isAsked);
  const spot = template === void 0 ? void 0 : spotOnLine(template, text, line);
  const keys = (spot && changesThatPrint(chart, spot))?.map(({ path }) => dotted(path)) ?? [];
  return keys.length > 1 ? [`it is printed when these are changed together: ${keys.join(", ")}`] : [];
}
var NOTHING_PRINTED = "nothing that this release renders comes from this line";
function answerForKeys(examined, keys, asked) {
  const found = keys.flatMap((key) => allNodes(examined.documents, fromKeyIn(key)));
  const notes = [...notesOnTemplates(examined, () => true), ...found.length === 0 ? [NO_NODE] : []];
  return answer(examined, found, { keys: keys.map(dotted), asked, notes });
}
var NO_NODE = "no node that this release renders comes from this key";
function answerForRendered(examined, document, line) {
  return answer(
    examined,
    nodesOnLine(document, line - document.startLine + 1).map((node) => ({ document, node })),
    {}
  );
}
var allNodes = (documents, criterionIn) => documents.flatMap(
  (document) => [...nodesWhere(document, criterionIn(document.template))].map((node) => ({ document, node }))
);
function nodesOnLine(document, line) {
  const { text } = document.source;
  const start = text.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const end = text.indexOf("\n", start) < 0 ? text.length : text.indexOf("\n", start);
  const nodes = [...nodesWhere(document, () => "made")];
  const onIt = nodes.filter(({ at: [from] }) => from >= start && from <= end);
  const over = nodes.filter(({ at: [from, to] }) => from < start && to > start).slice(-1);
  if (onIt.length > 0) return onIt;
  return over.length > 0 ? over : [{ path: [], role: "made", range: [start, end], at: [start, end] }];
}
function answer(examined, found, more) {
  const { release } = examined;
  const nodes = found.slice(0, MOST_NODES).map(({ document, node }) => nodeAnswer(document, node, examined));
  const around = more.around ?? [];
  const keys = more.keys ?? keysOf(nodes, around);
  return {
    release: release.name,
    namespace: release.namespace,
    variant: release.variant,
    chart: release.chart.file,
    nodes,
    moreNodes: found.length - nodes.length,
    around,
    keys: keys.slice(0, MOST_KEYS2).map((key) => keyAnswer(examined, key, more.asked)),
    moreKeys: keys.slice(MOST_KEYS2),
    notes: [...examined.notes, ...more.notes ?? []]
  };
}
var keysOf = (nodes, around) => [
  .../* @__PURE__ */ new Set([
    ...nodes.flatMap(({ values }) => values.flatMap(({ key, is }) => is ? key : [])),
    ...nodes.flatMap(({ values }) => values.map(({ key }) => key)),
    ...around.flatMap(({ keys }) => keys),
    ...nodes.flatMap(({ conditions }) => conditions.flatMap(({ keys }) => keys))
  ])
];
function keyAnswer(examined, key, asked) {
  const { chart, layers, documents } = examined;
  const path = readKey(key);
  const isSecret = documents.some((document) => isPartOfSecret(document, path));
  const found = layersOfKey(layers, path, asked);
  return {
    key,
    layers: isSecret ? found.map((layer) => ({ ...layer, text: layer.text === "" ? "" : "***" })) : found,
    change: changeOf(chart, path, isSecret)
  };
}
function isPartOfSecret(document, key) {
  if (!/\bSecret(?:List)?\b/.test(document.source.text)) return false;
  const nodes = [...nodesWhere(document, fromKeyIn(key)(document.template))];
  return nodes.some(({ path, role }) => role !== "gated" && path.some((step) => step === "data" || step === "stringData"));
}

// src/locate/inquiry/subject.ts
import { relative, resolve, sep } from "node:path";
async function readAsked(file, line, { root, folder }) {
  const path = resolve(folder, file);
  if (await kindOfPath(path) !== "file")
    throw new UserError(
      `${file}: there is no such file`,
      "name a template, a values file, or saved output of helm template"
    );
  const text = await readText(path);
  const lines = text.replace(/\n$/, "").split("\n").length;
  if (line > lines) throw new UserError(`${file} has no line ${line}`, `its last line is ${lines}`);
  return { path, file: relativeTo(root, path), text, line };
}
function relationOf({ values, chart, ...release }, { path, file }) {
  if (values.some((source) => isInline(source) ? source.file === file : source.path === path)) return "values";
  const inside = relative(chart.path, path).split(sep).join("/");
  if (chart.isPackaged || inside.startsWith("../") || !isUsual({ ...release, chart })) return void 0;
  const own = inside.replace(/^(?:charts\/[^/]+\/)+/, "");
  if (own === "values.yaml") return "values";
  return own.startsWith("templates/") ? "template" : "other";
}
var isUsual = ({ variant, declaredIn, chart }) => variant === DEFAULT || declaredIn !== chart.file;
var isRendered = (text) => /^# Source: [^\s/]+\/\S/m.test(text);

// src/locate/inquiry/values-line.ts
var import_yaml3 = __toESM(require_dist(), 1);
function keysOnLine({ files }, file, line) {
  const keys = files.flatMap(({ values, at }) => {
    const inside = values.file === file && values.hasFileLines ? pathOnLine(values, line) : void 0;
    if (!inside) return [];
    return [inside[0] === "global" ? inside : [...at, ...inside]];
  });
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
}
function pathOnLine({ source }, line) {
  const { document, lines } = source.located;
  const text = source.text.split("\n")[line - 1]?.trim() ?? "";
  let goesOn;
  const search = (node, path) => {
    for (const child of childrenOf(node)) {
      const here = [...path, child.step];
      const [start, end] = child.range;
      const [first, last] = [lines.linePos(start).line, lines.linePos(Math.max(start, end - 1)).line];
      if (first > line || last < line) continue;
      if (first === line) return here;
      if (!(0, import_yaml3.isCollection)(child.value)) goesOn = here;
      const found = search(child.value, here);
      if (found) return found;
    }
    return void 0;
  };
  return search(document.contents, []) ?? (text === "" ? void 0 : goesOn);
}
function childrenOf(node) {
  if ((0, import_yaml3.isMap)(node))
    return node.items.flatMap(({ key, value }) => {
      const range = rangeOf(key);
      if (!range) return [];
      const step = (0, import_yaml3.isScalar)(key) ? String(key.value ?? "") : "";
      return { step, value, range: [range[0], rangeOf(value)?.[1] ?? range[1]] };
    });
  if (!(0, import_yaml3.isSeq)(node)) return [];
  return node.items.flatMap((value, step) => {
    const range = rangeOf(value);
    return range ? { step, value, range } : [];
  });
}

// src/locate/inquiry/inquire.ts
async function inquire(question, options) {
  const asked = question.kind === "line" ? await readAsked(question.file, question.line, options) : question.key;
  const { root, folder, paths } = options;
  const config = await loadConfig(folder, options.config, paths);
  const discovery = await discover(root, folder, paths, config, options.release);
  const releases = await installedReleases(discovery, root, config);
  return "line" in asked ? aboutLine(asked, releases, options) : aboutKey(asked, releases.filter(isUsual), options);
}
async function aboutKey(key, releases, options) {
  if (releases.length === 0)
    throw new UserError(`there is no chart in ${options.paths.join(", ")}`, "name the chart behind the key");
  const examined = askable(await examine(releases, options));
  const knowing = examined.filter((one) => knowsKey(one, key));
  if (knowing.length === 0) {
    const near = examined.map((one) => nearestKey(one, key)).find(Boolean);
    throw new UserError(
      `no chart here knows the key '${dotted(key)}'`,
      near === void 0 ? "keys of a subchart stand below its name" : `did you mean '${near}'?`
    );
  }
  const answers = knowing.map((one) => answerForKeys(one, [key]));
  return { about: "values", file: null, line: null, key: dotted(key), releases: answers };
}
async function aboutLine(asked, releases, options) {
  const related = Map.groupBy(releases, (release) => relationOf(release, asked));
  const { file, line, text } = asked;
  const base = { file, line, key: null };
  const templates = related.get("template");
  if (templates) {
    const examined = askable(await examine(templates, options));
    const answers = examined.map((one) => answerForTemplate(one, file, text, line));
    return { about: "template", ...base, releases: answers };
  }
  const values = related.get("values");
  if (values) return { about: "values", ...base, releases: await aboutValues(asked, values, options) };
  const [owner] = related.get("other") ?? [];
  if (owner && !isRendered(text))
    throw new UserError(
      `${file} belongs to the chart ${owner.chart.name}, but helm makes no template of it, and no values`,
      "ask about a line below templates/, or of values.yaml"
    );
  if (!isRendered(text))
    throw new UserError(
      `${file} is in no chart that was found in ${options.paths.join(", ")}`,
      "name the chart behind it; for a values file, name the chart with --values, or declare the release in the config"
    );
  return { about: "rendered", ...base, releases: await aboutRendered(asked, releases, options) };
}
async function aboutValues({ file, line }, releases, options) {
  const examined = askable(await examine(releases, options));
  const answers = examined.flatMap((one) => {
    const keys = keysOnLine(one.layers, file, line);
    return keys.length > 0 ? answerForKeys(one, keys, { file, line }) : [];
  });
  if (answers.length === 0)
    throw new UserError(`${file}:${line}: there is no key on this line`, "name the line of a key");
  return answers;
}
async function aboutRendered({ file, line, text }, releases, options) {
  const [, name] = text.match(/^# Source: ([^\s/]+)\//m) ?? [];
  const ofChart = releases.filter(({ chart }) => chart.name === name);
  if (ofChart.length === 0)
    throw new UserError(
      `${file} was rendered from a chart called ${name}, which is not in ${options.paths.join(", ")}`,
      `name it: eso-hardener trace ${file}:${line} path/to/${name}`
    );
  const examined = askable(await examine(ofChart, options, text));
  const answers = examined.flatMap((one) => {
    const document = one.documents.findLast(({ startLine }) => startLine <= line);
    const isIn = document && line < document.startLine + document.source.text.split("\n").length;
    return isIn ? [{ one, document }] : [];
  });
  if (answers.length === 0)
    throw new UserError(`${file}:${line}: there is no document on this line`, "name a line of one");
  const equal = answers.filter(({ document }) => document.traced);
  if (equal.length === 0)
    throw new UserError(
      `${file}:${line}: the chart ${name} renders this document otherwise`,
      "give what it was rendered with: --values, --set, --namespace, --release-name, --kube-version"
    );
  return equal.map(({ one, document }) => answerForRendered(one, document, line));
}

// src/locate/inquiry/question.ts
import { resolve as resolve2 } from "node:path";
var HINT = "eso-hardener trace FILE:LINE [PATH...], or eso-hardener trace --values KEY [PATH...]";
async function readQuestion(folder, args, given) {
  const [first = "", ...rest] = args;
  const [, file, digits] = /^(.+):(\d{1,9})$/s.exec(first) ?? [];
  if (file !== void 0) {
    if (Number(digits) < 1) throw new UserError(`${first}: lines are counted from 1`, HINT);
    return { question: { kind: "line", file, line: Number(digits) }, paths: rest, valuesFiles: [...given] };
  }
  const kinds = await Promise.all(given.map((text) => kindOfPath(resolve2(folder, text))));
  const keys = given.filter((_, i) => kinds[i] !== "file");
  const [key] = keys;
  if (key === void 0)
    throw new UserError(first === "" ? "trace takes a line or a key" : `${first}: no line is named`, HINT);
  if (keys.length > 1) throw new UserError(`trace takes one key, and there are ${keys.join(" and ")}`, HINT);
  return {
    question: { kind: "key", key: readKey(key) },
    paths: args,
    valuesFiles: given.filter((_, i) => kinds[i] === "file")
  };
}

// src/report/trace-text.ts
function traceText(foreign, options) {
  const answer2 = printableData(foreign);
  const sections = answer2.releases.map((release) => new Section(options).of(release, answer2));
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var traceJson = (answer2) => `${JSON.stringify({ schemaVersion: 1, ...answer2 }, null, 2)}
`;
var LABEL = 12;
var MOST_EFFECTS2 = 8;
var Section = class {
  #width;
  #paint;
  constructor({ width, palette }) {
    this.#width = width;
    this.#paint = palette;
  }
  of(release, { about, file, line, key }) {
    const paint = this.#paint;
    const subject = key ?? `${file}:${line}`;
    const variant = release.variant === "default" ? "" : `, variant ${release.variant}`;
    return [
      `${paint.bold(subject)}  in release ${release.release} of ${release.chart}${variant}`,
      ...release.nodes.flatMap((node) => ["", ...this.#node(node, about !== "rendered")]),
      ...release.moreNodes > 0 ? ["", `  and ${release.moreNodes} more`] : [],
      // Where the line printed something, its nodes have them.
      ...release.nodes.length === 0 && release.around.length > 0 ? ["", ...this.#conditions(release.around)] : [],
      ...release.keys.length > 0 ? ["", paint.bold("keys")] : [],
      ...release.keys.flatMap((entry, i) => [...i > 0 ? [""] : [], ...this.#key(entry)]),
      ...release.moreKeys.length > 0 ? ["", ...this.#labelled("others", release.moreKeys.join(", "))] : [],
      ...release.notes.length > 0 ? [""] : [],
      ...release.notes.flatMap((note) => this.#labelled("note", note))
    ];
  }
  #node(node, hasRole) {
    const { object, path, role, renderedLine, text, from, fromValues, through } = node;
    const { values, objects: objects2, conditions } = node;
    const keys = (is) => values.flatMap((value) => value.is === is ? value.key : []);
    return [
      `  ${this.#paint.bold(subjectText(object, path))}${hasRole ? `  (${ROLES[role]})` : ""}`,
      ...text === "" ? [] : [`    ${this.#paint.dim(`${renderedLine} |`)} ${text}`],
      ...from ? [`    ${this.#paint.cyan("-->")} ${spotText(from)}`] : [],
      ...fromValues ? [`    ${this.#paint.cyan("-->")} ${textSpot(fromValues)}`] : [],
      ...through.flatMap((call, i) => this.#labelled(i === 0 ? "through" : "", `${spotText(call)} calls ${call.name}`)),
      ...this.#labelled("set by", keys(true).join(", ")),
      ...this.#labelled("made with", [...keys(false), ...objects2].join(", ")),
      ...this.#conditions(conditions)
    ];
  }
  /** What a template's own words decide, such as a range over a list in it, is left out. */
  #conditions(conditions) {
    const decided = conditions.filter(({ keys, objects: objects2 }) => keys.length + objects2.length > 0);
    return decided.flatMap((condition, i) => {
      const data = [...condition.keys, ...condition.objects].join(", ");
      return this.#labelled(i === 0 ? "gated by" : "", `${data} (${condition.isTrue}), ${spotText(condition)}`);
    });
  }
  #key({ key, layers, change }) {
    const paint = this.#paint;
    const isMany = layers.length > 1;
    const more = Math.max(0, change.effects.length - MOST_EFFECTS2) + change.moreEffects;
    return [
      `  ${paint.bold(key)}`,
      ...layers.length === 0 ? ["    nothing sets it"] : [],
      ...layers.map(
        (layer) => `    ${paint.cyan("-->")} ${this.#layer(layer)}${isMany ? paint.dim(winning(layer)) : ""}`
      ),
      ...this.#labelled("tried", changeText(change)),
      ...change.effects.slice(0, MOST_EFFECTS2).flatMap(({ what, object, path }) => this.#labelled(EFFECTS[what], subjectText(object, path))),
      ...more > 0 ? this.#labelled("", `and ${more} more`) : []
    ];
  }
  #layer({ file, line, text }) {
    if (file === null) return "--set, or set in the config";
    return `${file}${line === null ? "" : `:${line}`}${text === "" ? "" : ` ${this.#paint.dim("|")} ${text}`}`;
  }
  /** Nothing for an empty text. */
  #labelled(label, text) {
    return text === "" ? [] : wrapBehind(`    ${label.padEnd(LABEL)}`, text, this.#width);
  }
};
var ROLES = { made: "its text is from there", used: "made with it", gated: "there because of it" };
var EFFECTS = { changed: "changes", removed: "removes", appears: "adds" };
var winning = ({ wins }) => wins ? "  (wins)" : "  (loses)";
function changeText({ tried, fails: fails2, effects }) {
  if (fails2) return `${tried}: the chart does not render then`;
  return effects.length > 0 ? tried : `${tried}: nothing changes in what is rendered`;
}
var subjectText = (object, path) => `${object ? nameOf(object) : "(no object)"}${path.length > 0 ? ` ${dotted(path)}` : ""}`;
var spotText = ({ file, template, line }) => `${file ?? template}:${line}`;
var textSpot = ({ key, file, line }) => file === null ? `the text of ${key}` : `${file}:${line}, in the text of ${key}`;

// src/commands/trace.ts
async function trace(input) {
  const format = textOrJson(input);
  const { question, paths, valuesFiles } = await readQuestion(input.run.folder, input.args, input.list("values"));
  const release = { ...input.run.release, values: valuesFiles };
  const answer2 = await inquire(question, { ...input.run, paths: paths.length > 0 ? paths : ["."], release });
  const { width, colour } = input.reader;
  const output = format === "json" ? traceJson(answer2) : traceText(answer2, { width, palette: colour ? COLOURED : PLAIN });
  return { output, format, exitCode: 0 };
}
export {
  trace
};
