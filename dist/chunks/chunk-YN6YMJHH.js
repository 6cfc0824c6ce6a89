import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  chartsIn
} from "./chunk-TH74OZMV.js";
import {
  ValuesFile,
  mayInstallOperator,
  valuesFile
} from "./chunk-LSU2MSLR.js";
import {
  Bool,
  Dict,
  List,
  Nil,
  Num,
  Text,
  flagValues,
  flatten,
  isCompatible,
  lookUp,
  parseOnce,
  union
} from "./chunk-QSTZLZP3.js";
import {
  Untraced
} from "./chunk-GDWKSRR2.js";
import {
  parseText
} from "./chunk-DGQTWVVE.js";
import {
  childOf
} from "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asList,
  asMapping,
  asText,
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/locate/what-if.ts
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";

// src/template/origin.ts
var TracedText = class {
  text;
  #segments;
  #starts;
  constructor(text) {
    this.text = text.string;
    this.#segments = text.segments;
    let offset = 0;
    this.#starts = this.#segments.map((segment) => {
      const start = offset;
      offset += segment.text.length;
      return start;
    });
  }
  /** Where the text from `start` to `end` comes from; an empty range asks for what printed nothing there. */
  originOf(start, end) {
    const touched = this.#between(start, end);
    const has = (pattern) => touched.filter(({ segment: { text }, start: at2 }) => pattern.test(text.slice(Math.max(0, start - at2), end - at2)));
    const lettered = has(/[^\s'"]/);
    const asked = [lettered, has(/\S/), touched].find(({ length }) => length > 0) ?? [];
    const own = asked.map(({ segment }) => segment);
    const main = own.find(({ provenance }) => provenance) ?? own.find(({ site }) => site) ?? own[0];
    const at = asked.find(({ segment }) => segment === main);
    const aliases = unique(own.flatMap(({ provenance }) => provenance?.alias ?? []));
    return {
      ...linesOf(main, at ? Math.max(0, start - at.start) : 0),
      pieces: own.map(({ provenance }) => ({
        alias: provenance?.alias,
        depends: unique([...flatten(provenance?.depends)])
      })),
      aliases,
      isOneDatum: aliases.length === 1 && lettered.every(({ segment }) => segment.provenance?.alias !== void 0),
      gates: gatesOf(main?.site)
    };
  }
  /** The pieces that have a part of a range; an empty range asks for what printed nothing there. */
  piecesIn(start, end) {
    return this.#between(start, end).map(({ segment, start: at }) => ({
      segment,
      from: Math.max(0, start - at),
      to: Math.min(segment.text.length, end - at)
    }));
  }
  /** Whether anything in a range differs in each run of helm. */
  isVolatile(start, end) {
    return this.#between(start, end).some(
      ({ segment: { provenance } }) => [...flatten(union(provenance?.alias, provenance?.depends))].some(({ source }) => source === "volatile")
    );
  }
  /** The branches in a range, and in the white space behind it, that were not taken; in the order of the text. */
  untakenIn(start, end) {
    const behind = /\S/.exec(this.text.slice(end))?.index ?? this.text.length - end;
    const conditions = this.#between(start, end + behind, true).flatMap(({ segment: { site } }) => gatesOf(site));
    return [...new Set(conditions)].filter(({ isTrue }) => !isTrue);
  }
  /**
   * The pieces that have a part of a range.
   * @param isClosed also those without length at its end, as they are taken at the place of an empty range.
   */
  #between(start, end, isClosed = start === end) {
    const found = [];
    for (let i = this.#firstEndingAt(start); i < this.#segments.length; i++) {
      const [segment, from] = [this.#segments[i], this.#starts[i] ?? 0];
      if (!segment || from > end || from === end && !isClosed) break;
      const stop = from + segment.text.length;
      if (stop > start && from < end || segment.text === "" && from >= start) found.push({ segment, start: from });
    }
    return found;
  }
  /** The first piece that ends at an offset or behind it. */
  #firstEndingAt(offset) {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = low + high >> 1;
      const end = (this.#starts[middle] ?? 0) + (this.#segments[middle]?.text.length ?? 0);
      if (end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
};
function linesOf(segment, inside) {
  const site = segment?.site;
  const alias = segment?.provenance?.alias;
  if (!segment || !site) return { definition: void 0, callSite: void 0, stack: [], given: void 0 };
  const stack = framesOf(site);
  const linesInPiece = segment.linesBefore + lineBreaksIn(segment.text.slice(0, inside));
  const linesBefore = site.kind === "text" ? linesInPiece : 0;
  const definition = { template: site.source.name, line: site.source.lineOf(site.offset) + linesBefore };
  const [outermost] = stack;
  const callSite = outermost ? { template: outermost.source.name, line: outermost.source.lineOf(outermost.offset) } : definition;
  return {
    definition: site.source.given ? void 0 : definition,
    callSite,
    stack,
    given: site.source.given ? givenAt(site.source, site.offset, linesBefore) : alias && { datum: alias, linesBefore: linesInPiece }
  };
}
var lineBreaksIn = (text) => text.split("\n").length - 1;
function framesOf(site) {
  const frames = [];
  for (let at = site.frame; at; at = at.parent) frames.push(at);
  return frames.reverse();
}
function gatesOf(site) {
  const gates = [];
  for (let at = site?.condition; at; at = at.parent) gates.push(at);
  return gates;
}
function givenAt(source, offset, linesBehind) {
  const [piece] = source.givenIn(offset, offset + 1);
  const datum = piece?.segment.provenance?.alias;
  if (!datum) return void 0;
  const inPiece = lineBreaksIn(source.text.slice(piece.start, offset));
  return { datum, linesBefore: piece.segment.linesBefore + inPiece + linesBehind };
}
function unique(data) {
  const found = /* @__PURE__ */ new Map();
  for (const datum of data) if (!found.has(nameOf(datum))) found.set(nameOf(datum), datum);
  return [...found.values()];
}
function nameOf(datum) {
  const keys = [];
  for (let at = datum; at; at = at.parent) keys.push(at.key);
  return `${datum.source} ${JSON.stringify(keys)}`;
}

// src/locate/line-pairs.ts
import { isDeepStrictEqual } from "node:util";
var isSame = ({ ours, theirs }) => ours.text === theirs.text;
function templateLines(traced, start, { start: line, text }) {
  const from = start + line;
  const { definition, callSite } = traced.originOf(from, from + text.length);
  return [definition, callSite];
}
function linePairs(traced, piece, printed) {
  const [all, theirs] = [linesOf2(piece.text), linesOf2(printed)];
  const isVolatile = ({ start, text }) => {
    const from = piece.start + start;
    return traced.isVolatile(from, from + text.length);
  };
  const pairs = [];
  let [i, j] = [0, 0];
  for (let ours = all[i]; ours; ours = all[i]) {
    const their = theirs[j];
    if (their?.text === ours.text) {
      pairs.push({ ours, theirs: their });
      i++;
      j++;
      continue;
    }
    const [nextOurs, nextTheirs] = endOfRun(all, theirs, i, j, isVolatile);
    const run = pairsOfRun(traced, piece.start, all.slice(i, nextOurs), theirs.slice(j, nextTheirs));
    if (!run) return void 0;
    pairs.push(...run);
    i = nextOurs;
    j = nextTheirs;
  }
  return j === theirs.length ? pairs : void 0;
}
function endOfRun(all, theirs, i, j, isVolatile) {
  let end = i;
  for (let line = all[end]; line && isVolatile(line); line = all[end]) end++;
  const after = all[end];
  if (!after) return [end, theirs.length];
  let next = j;
  while (next < theirs.length && theirs[next]?.text !== after.text) next++;
  return [end, next < theirs.length ? next : j];
}
function pairsOfRun(traced, start, ours, theirs) {
  const [first] = ours;
  if (!first || theirs.length === 0) return void 0;
  if (ours.length === theirs.length)
    return theirs.flatMap((line, i) => ours[i] ? [{ ours: ours[i], theirs: line }] : []);
  const made = templateLines(traced, start, first);
  if (!ours.every((line) => isDeepStrictEqual(templateLines(traced, start, line), made))) return void 0;
  return theirs.map((line) => ({ ours: first, theirs: line }));
}
function linesOf2(text) {
  let start = 0;
  return text.split("\n").map((line) => {
    const found = { text: line, start };
    start += line.length + 1;
    return found;
  });
}

// src/locate/traced-document.ts
var TracedDocument = class {
  traced;
  #start;
  #header;
  #pairs;
  /**
   * @param start where the document begins in the trace
   * @param header how many characters the manifest's own text has in front of it
   * @param pairs all its lines, where some differ
   */
  constructor(traced, start, header, pairs) {
    this.traced = traced;
    this.#start = start;
    this.#header = header;
    this.#pairs = pairs;
  }
  /** From an offset in the manifest's own text to one in the trace; undefined in a line that helm prints otherwise. */
  toTraced(offset) {
    const pair = this.#pairAt(offset);
    return pair && !isSame(pair) ? void 0 : this.#nearest(offset);
  }
  /** Where a range of the manifest's own text comes from. */
  originOf([start, end]) {
    const origin = this.traced.originOf(this.#nearest(start), this.#nearest(end));
    if (this.#pairsIn(start, end).every(isSame)) return origin;
    return { ...origin, pieces: [], aliases: [], isOneDatum: false, given: void 0 };
  }
  /** The pieces that have a part of a range of the manifest's own text. */
  piecesIn([start, end]) {
    const pairs = this.#pairsIn(start, end);
    if (pairs.every(isSame)) return this.traced.piecesIn(this.#nearest(start), this.#nearest(end));
    return pairs.flatMap((pair) => {
      const first = this.#header + pair.theirs.start;
      const last = first + pair.theirs.text.length;
      const [from, to] = [Math.max(start, first), Math.min(end, last)];
      if (isSame(pair)) return this.traced.piecesIn(this.#nearest(from), this.#nearest(to) + (end > last ? 1 : 0));
      const pieces = this.traced.piecesIn(this.#nearest(from), this.#nearest(to));
      return pieces.map((piece) => ({ ...piece, segment: { ...piece.segment, provenance: void 0 } }));
    });
  }
  /** The lines of templates that made it, as one text. */
  get lines() {
    return JSON.stringify(this.#pairs?.map(({ ours }) => templateLines(this.traced, this.#start, ours)));
  }
  /** The lines that have a part of a range; none where all of the document is the same. */
  #pairsIn(start, end) {
    const [from, to] = [start - this.#header, end - this.#header];
    return this.#pairs?.filter(({ theirs }) => theirs.start <= to && from <= theirs.start + theirs.text.length) ?? [];
  }
  #pairAt(offset) {
    return this.#pairs?.findLast(({ theirs }) => theirs.start <= offset - this.#header) ?? this.#pairs?.[0];
  }
  /** In a line that differs, what both have at its ends is the same, and all between is one place. */
  #nearest(offset) {
    const inside = Math.max(0, offset - this.#header);
    const pair = this.#pairAt(offset);
    if (!pair) return this.#start + inside;
    const { ours, theirs } = pair;
    const column = Math.min(inside - theirs.start, theirs.text.length);
    const before = sharedStart(ours.text, theirs.text);
    const fromEnd = theirs.text.length - column;
    const after = Math.min(sharedEnd(ours.text, theirs.text), Math.min(ours.text.length, theirs.text.length) - before);
    const here = column <= before ? column : fromEnd <= after ? ours.text.length - fromEnd : before;
    return this.#start + ours.start + here;
  }
};
function sharedStart(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
function sharedEnd(a, b) {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

// src/locate/referee.ts
var Referee = class {
  #files;
  #traced = /* @__PURE__ */ new Map();
  #found = /* @__PURE__ */ new Map();
  #untaken;
  constructor(files) {
    this.#files = files;
  }
  /** The trace of a manifest's document; undefined where there is none that agrees with helm. */
  documentOf({ source, template, crd }) {
    if (template === void 0 || crd !== void 0) return void 0;
    if (!this.#found.has(source)) this.#found.set(source, this.#find(template, source.text));
    return this.#found.get(source);
  }
  /** The branches that were not taken, by the template that is run. */
  get untaken() {
    this.#untaken ??= new Map(
      [...this.#files].map(([name, text]) => [name, new TracedText(text).untakenIn(0, text.string.length)])
    );
    return this.#untaken;
  }
  get agreement() {
    const found = [...this.#found.values()];
    const equal = found.filter(Boolean).length;
    return { equal, unequal: found.length - equal };
  }
  #find(template, printed) {
    const file = this.#fileOf(template);
    if (!file) return void 0;
    const header = /^\s*# Source: [^\n]*\n/.exec(printed)?.[0].length ?? 0;
    const start = header + (printed.length - header - printed.slice(header).trimStart().length);
    const content = printed.slice(start).trimEnd();
    const { text: traced } = file;
    const same = file.documents.find((piece) => piece.text === content);
    if (same) return new TracedDocument(traced, same.start, start);
    const alike = file.documents.flatMap((piece) => {
      const pairs = linePairs(traced, piece, content);
      return pairs ? [new TracedDocument(traced, piece.start, start, pairs)] : [];
    });
    const [first, ...others] = alike;
    return first && others.every((other) => other.lines === first.lines) ? first : void 0;
  }
  #fileOf(template) {
    const text = this.#files.get(template);
    if (!text) return void 0;
    const known = this.#traced.get(template);
    if (known) return known;
    const file = { text: new TracedText(text), documents: splitLikeHelm(text.string) };
    this.#traced.set(template, file);
    return file;
  }
};
function splitLikeHelm(text) {
  const pieces = [];
  let start = 0;
  const add = (end) => {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed !== "") pieces.push({ text: trimmed, start: start + raw.indexOf(trimmed) });
  };
  for (let at = nextSeparator(text, 0); at >= 0; at = nextSeparator(text, start)) {
    add(at);
    start = at + 3;
  }
  add(text.length);
  return pieces;
}
function nextSeparator(text, from) {
  for (let at = text.indexOf("---", from); at >= 0; at = text.indexOf("---", at + 1))
    if (at === 0 || text[at - 1] === "\n") return at;
  return -1;
}

// src/locate/what-if.ts
var MOST_STEPS = 1e7;
var Tries = class {
  #left;
  #steps;
  constructor(most, steps = MOST_STEPS) {
    this.#left = most;
    this.#steps = steps;
  }
  /** @returns whether there was one left. */
  take() {
    return this.#steps > 0 && this.#left-- > 0;
  }
  /** What the last one cost. */
  spend(steps) {
    this.#steps -= steps;
  }
};
var WhatIf = class {
  #now;
  #retrace;
  #tries;
  #mayRefuse;
  #outputs = /* @__PURE__ */ new Map();
  #bodies = /* @__PURE__ */ new Map();
  constructor({ now, retrace, tries, mayRefuse }) {
    this.#now = now;
    this.#retrace = retrace;
    this.#tries = tries;
    this.#mayRefuse = mayRefuse;
  }
  /**
   * Whether another value of a key changes or removes a node.
   * @param value the value that the key has; undefined where it has none.
   * @returns undefined when that cannot be tried.
   */
  decides(key, value, manifest, path) {
    const { template = "" } = manifest;
    return this.#some(key, value, template, (output) => this.#changes(output, manifest, path));
  }
  /**
   * Whether another value of a key makes an object appear in what a template prints.
   * @returns undefined when that cannot be tried.
   */
  makes(key, value, template, isWanted) {
    const before = this.#now.get(template);
    const old = new Set(textsIn(before));
    return this.#some(key, value, template, ({ text }) => {
      const added = text?.string === before?.string ? [] : textsIn(text);
      return added.some((piece) => !old.has(piece) && isWanted(asMapping(this.#bodyOf(piece)) ?? {}));
    });
  }
  /** Whether something holds with any other value that can be tried: one with which another template fails cannot. */
  #some(key, value, template, holds) {
    let isTried = false;
    for (const other of othersThan(value)) {
      const output = this.#with(key, other, template);
      const answer = output && holds(output);
      if (answer && (!this.#mayRefuse || this.#with(key, other))) return true;
      if (answer === false) isTried = true;
    }
    return isTried ? false : void 0;
  }
  #with(key, value, template) {
    const scalar = value.kind === "text" ? value.string : "value" in value && value.value;
    const id = JSON.stringify([key, value.kind, scalar, template]);
    if (!this.#outputs.has(id))
      this.#outputs.set(id, this.#tries.take() ? this.#retrace(key, value, template) : void 0);
    return this.#outputs.get(id);
  }
  /** Two traces are compared, so that what differs in each run of helm is the same in both. */
  #changes({ text: after }, manifest, path) {
    const { template = "", base } = manifest;
    const before = this.#now.get(template);
    if (before?.string === after?.string) return false;
    const old = this.#documentOf(before, manifest);
    if (old === void 0) return void 0;
    const found = this.#documentOf(after, manifest);
    const whole = [...base, ...path];
    return found === void 0 || !isDeepStrictEqual2(valueAt(found, whole), valueAt(old, whole));
  }
  /** The document of an output that holds the object, in the same place of it. */
  #documentOf(text, { kind, base, body }) {
    const name = valueAt(body, ["metadata", "name"]);
    return textsIn(text).map((piece) => this.#bodyOf(piece)).find((document) => {
      const object = asMapping(valueAt(document, base));
      return object?.kind === kind && valueAt(object, ["metadata", "name"]) === name;
    });
  }
  /** Most of a file's documents are the same after a change: each text is read once. */
  #bodyOf(text) {
    if (!this.#bodies.has(text)) this.#bodies.set(text, parseText(text).body);
    return this.#bodies.get(text);
  }
};
var textsIn = (output) => output ? splitLikeHelm(output.string).map(({ text }) => text) : [];
function othersThan(now) {
  switch (now?.kind) {
    case "bool":
      return [new Bool(!now.value)];
    case "number":
      return [new Num(now.value + 1, now.type), new Num(0, now.type)];
    case "text":
      return [new Text(`${now.string}x`), new Text("")];
    case "list":
      return now.items.length > 0 ? [new List([])] : [new List([new Text("x")]), new List([new Dict(/* @__PURE__ */ new Map([["x", new Text("x")]]))])];
    case "dict":
      return [...now.entries.size > 0 ? [new Nil()] : [], new Dict(/* @__PURE__ */ new Map([["x", new Text("x")]]))];
    default:
      return [new Text("x"), new Bool(true), new Dict(/* @__PURE__ */ new Map([["x", new Text("x")]])), new Bool(false)];
  }
}

// src/locate/traced-release.ts
import { posix } from "node:path";

// src/locate/chart-parts.ts
function partsOf(read, paths) {
  const folders = new Set([...paths].flatMap((path) => /^((?:charts\/[^/]+\/)+)Chart\.yaml$/.exec(path)?.[1] ?? []));
  const parts = [{ at: [], folder: "", isOwn: true }];
  for (const folder of [...folders].sort((a, b) => a.length - b.length)) {
    const parentFolder = folder.replace(/charts\/[^/]+\/$/, "");
    const { name, version } = identityIn(read(`${folder}Chart.yaml`));
    if (name === "") continue;
    const declared = dependenciesIn(read, parentFolder).filter(
      (dependency) => dependency.name === name && isMet(dependency.version, version)
    );
    for (const parent of parts.filter((part) => part.folder === parentFolder))
      for (const { alias, isFetched } of declared.length > 0 ? declared : [UNDECLARED])
        parts.push({ at: [...parent.at, alias ?? name], folder, isOwn: parent.isOwn && !isFetched });
  }
  return parts.filter((part) => parts.every((other) => other === part || other.at.join("/") !== part.at.join("/")));
}
var UNDECLARED = { name: "", version: "", alias: void 0, isFetched: false };
function identityIn(chartYaml) {
  const { name, version } = asMapping(chartYaml === void 0 ? void 0 : parseText(chartYaml).body) ?? {};
  return { name: asText(name) ?? "", version: asText(version) ?? "" };
}
function isMet(range, version) {
  try {
    return isCompatible(range, version);
  } catch (error) {
    if (error instanceof Untraced) return false;
    throw error;
  }
}
function dependenciesIn(read, folder) {
  return ["Chart.yaml", "requirements.yaml"].flatMap((file) => {
    const text = read(folder + file);
    const entries = text === void 0 ? [] : asList(asMapping(parseText(text).body)?.dependencies);
    return entries.map((entry) => {
      const { name, version, alias, repository } = asMapping(entry) ?? {};
      const isFetched = /^(?!file:)[\w+.-]+:|^[@]/.test(asText(repository) ?? "");
      return { name: asText(name) ?? "", version: asText(version) ?? "", alias: asText(alias) || void 0, isFetched };
    });
  });
}

// src/locate/traced-release.ts
function tracedRelease(part, traced, fileNames, tries) {
  const { trace } = traced;
  const sources = sourcesOf(part, traced);
  const retrace = (...change) => outputWith(traced, tries, ...change);
  const whatIf = new WhatIf({ now: trace.files, retrace, tries, mayRefuse: traced.mayRefuse });
  const layers = layersOf(part, traced, fileNames, sources);
  return {
    referee: new Referee(trace.files),
    layers,
    disabled: trace.disabled,
    fileOf: (template) => sources.fileOf(template),
    declarationOf: (template) => sources.declarationOf(template),
    decides: (key, manifest, path) => whatIf.decides(key, valueAtPath(trace.values, key), manifest, path),
    makes: (key, template, isWanted) => whatIf.makes(key, valueAtPath(trace.values, key), template, isWanted)
  };
}
function outputWith(traced, tries, key, value, template) {
  const { steps, files, failure, reason, untraced } = traced.with(key, value, template);
  tries.spend(steps + traced.valuesSize);
  const isWhole = !failure && reason === void 0 && ![...untraced.keys()].some((file) => traced.trace.files.has(file));
  return isWhole ? { text: template === void 0 ? void 0 : files.get(template) } : void 0;
}
function valueAtPath(values, path) {
  let at = values;
  for (const step of path)
    at = typeof step === "number" ? at?.kind === "list" ? at.items[step] : void 0 : at && childOf2(at, step);
  return at;
}
var childOf2 = (value, key) => value.kind === "dict" ? lookUp(value, [key]) : void 0;
function sourcesOf({ release, manifests }, { files }) {
  const { chart, values } = release;
  const text = (path) => {
    const bytes = chart.isPackaged ? void 0 : files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  };
  const parts = chart.isPackaged ? [] : partsOf(text, files.keys());
  const isOperators = manifests.some(
    ({ template, source }) => /^[^/]+\/templates\//.test(template ?? "") && mayInstallOperator(source.text)
  );
  const isOwn = !chart.isPackaged && !(isOperators && values.length > 0);
  const folder = posix.dirname(chart.file);
  return {
    ...{ parts, isOwn, text },
    fileOf(template) {
      const found = placeIn(parts, template);
      return found && {
        file: posix.join(folder, found.path),
        isOwn: found.part.folder === "" ? isOwn : found.part.isOwn
      };
    },
    declarationOf(template) {
      const [alias] = chartsIn(template);
      const chartYaml = text("Chart.yaml");
      if (alias === void 0 || chartYaml === void 0) return void 0;
      const declared = new ValuesFile(chart.file, chartYaml);
      const index = asList(declared.body.dependencies).findIndex((entry) => {
        const { name, alias: given } = asMapping(entry) ?? {};
        return (given ?? name) === alias;
      });
      if (index < 0) return void 0;
      return { file: chart.file, startLine: declared.lineOf(["dependencies", index]), via: "declaration" };
    }
  };
}
function placeIn(parts, template) {
  const at = chartsIn(template);
  const part = parts.find((candidate) => candidate.at.join("/") === at.join("/"));
  return part && {
    part,
    path: part.folder + template.split("/").slice(1 + 2 * at.length).join("/")
  };
}
function layersOf({ release }, { valuesTexts, trace }, fileNames, sources) {
  const given = valuesTexts.map((text, i) => {
    const file = fileNames[i];
    const source = release.values[i];
    const values = source ? valuesFile(file ?? "", source, text) : new ValuesFile(file ?? "", text);
    return { values, at: [], isOwn: file !== void 0 };
  });
  const charts = sources.parts.flatMap(({ at, folder, isOwn }) => {
    const text = sources.text(`${folder}values.yaml`);
    const file = posix.join(posix.dirname(release.chart.file), folder, "values.yaml");
    const isTheirs = folder === "" ? sources.isOwn : isOwn;
    return text === void 0 ? [] : { values: new ValuesFile(file, text), at, isOwn: isTheirs };
  });
  return {
    set: flagValues(release),
    settings: settingsOf(release),
    files: [...given.reverse(), ...charts],
    imports: { links: trace.imports, defaults: charts }
  };
}
function settingsOf({ set, setTexts, lines, declaredIn: file }) {
  const declared = Object.entries(set).map(([key, value]) => {
    const startLine = lines?.set.get(key);
    return {
      values: flagValues({ set: { [key]: value }, setTexts: [] }),
      location: startLine === void 0 ? void 0 : { file, startLine, via: "declaration" }
    };
  });
  const typed = setTexts.map((text) => {
    const startLine = lines?.set.get(text);
    return {
      values: flagValues({ set: {}, setTexts: [text] }),
      location: startLine === void 0 ? void 0 : { file, startLine, via: "declaration" }
    };
  });
  return [...declared, ...typed];
}

// src/locate/absent.ts
var branchesWithKey = (untaken, key) => branchesWith(untaken, new RegExp(`^[ \\t]*(?:- +)?${RegExp.escape(key)}:`, "m"));
var branchesWithKind = (untaken, kind) => branchesWith(untaken, ofKind(kind));
var templatesWithKind = (disabled, kind) => disabled.filter(({ text }) => ofKind(kind).test(text));
var ofKind = (kind) => new RegExp(`^kind:[ \\t]+["']?${RegExp.escape(kind)}\\b`, "m");
function branchesWith(untaken, wanted) {
  return [...Map.groupBy(untaken, ({ source }) => source)].flatMap(([source, conditions]) => {
    if (!wanted.test(source.text)) return [];
    const branches = branchesOf(source);
    const offsets = new Set(conditions.map(({ offset }) => offset));
    const found = new Set(
      [...offsets].filter((offset) => textsIn2(branches.get(offset)?.body ?? []).some((text) => wanted.test(text)))
    );
    return conditions.filter(({ offset }) => found.has(offset)).map((condition) => ({ condition, data: keysIn(condition) }));
  });
}
var keysIn = ({ depends }) => [...flatten(depends)].filter(({ source, key }) => source === "values" && key !== void 0);
var indices = /* @__PURE__ */ new WeakMap();
function branchesOf(source) {
  const known = indices.get(source);
  if (known) return known;
  const { nodes, defines } = parseOnce(source.text, source.given ? "gotpl" : source.name);
  const index = /* @__PURE__ */ new Map();
  const open = [nodes, ...defines.values()];
  for (let next = open.pop(); next; next = open.pop())
    for (const node of next) {
      if (!("body" in node)) continue;
      index.set(node.offset, node);
      open.push(node.body, node.otherwise ?? []);
    }
  indices.set(source, index);
  return index;
}
var textsIn2 = (nodes) => nodes.flatMap((node) => {
  if (node.kind === "text") return node.text;
  return "body" in node ? textsIn2([...node.body, ...node.otherwise ?? []]) : [];
});

// src/locate/global-keys.ts
function keysOfGlobal(key, template = "") {
  const charts = chartsIn(template);
  const depth = key.indexOf("global");
  const isGlobal = depth >= 0 && depth <= charts.length && key.slice(0, depth).every((step, i) => step === charts[i]);
  return isGlobal ? [0, ...charts.keys().map((i) => i + 1)].map((n) => [...charts.slice(0, n), ...key.slice(depth)]) : [key];
}

// src/parse/node.ts
var import_yaml3 = __toESM(require_dist(), 1);
function reach({ document }, path) {
  let node = document.contents;
  let key;
  let steps = 0;
  for (const step of path) {
    const next = childOf(document, (0, import_yaml3.isAlias)(node) ? node.resolve(document) : node, step);
    if (!next) break;
    key = rangeOf(next.at) ?? key;
    node = next.value;
    steps++;
  }
  return { steps, key, value: rangeOf(node), node };
}
var rangeOf = (node) => (0, import_yaml3.isNode)(node) && node.range ? [node.range[0], node.range[1]] : void 0;

export {
  branchesWithKey,
  branchesWithKind,
  templatesWithKind,
  keysIn,
  keysOfGlobal,
  reach,
  rangeOf,
  partsOf,
  splitLikeHelm,
  Tries,
  othersThan,
  tracedRelease,
  valueAtPath
};
