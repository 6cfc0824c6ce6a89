import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  TemplateError,
  Untraced
} from "./chunk-GDWKSRR2.js";
import {
  kindOfPath,
  leadsOut,
  readText,
  relativeTo
} from "./chunk-AULO6AMP.js";
import {
  RE2JS
} from "./chunk-CWRY77ID.js";
import {
  asMapping
} from "./chunk-NNHQXPSF.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/discover/values-source.ts
import { createHash } from "node:crypto";
var isInline = (source) => !("path" in source);
var inlineName = ({ text: text2 }) => `${createHash("sha256").update(text2).digest("hex")}.yaml`;
var textOf = async (source) => isInline(source) ? source.text : readText(source.path);
var textOrNothing = (source) => textOf(source).catch((error) => {
  if (error instanceof UserError) return void 0;
  throw error;
});
async function fileOf(source, root) {
  if (isInline(source)) return source.file;
  return await leadsOut(source.path, root) ? void 0 : relativeTo(root, source.path);
}
async function missingFile(sources) {
  for (const source of sources) if (!isInline(source) && await kindOfPath(source.path) !== "file") return source.path;
  return void 0;
}
var filesAsSources = (paths) => paths.map((path) => ({ path }));

// src/template/value/provenance.ts
var rootDatum = (source) => ({ source, parent: void 0, key: void 0 });
var childDatum = (parent, key) => ({ source: parent.source, parent, key });
function pathOf(datum) {
  const path = [];
  for (let at = datum; at?.key !== void 0; at = at.parent) path.push(at.key);
  return path.reverse();
}
function union(left, right) {
  if (!left || left === right) return right;
  return right ? { left, right } : left;
}
var dependingOn = (depends) => depends && { alias: void 0, depends };
var dependenciesIn = (provenance) => provenance && union(provenance.alias, provenance.depends);
function alsoDepending(provenance, depends) {
  if (!depends) return provenance;
  return { alias: provenance?.alias, depends: union(provenance?.depends, depends) };
}
var firstVolatile = /* @__PURE__ */ new WeakMap();
function volatileIn(depends) {
  if (!depends) return void 0;
  if ("source" in depends) return depends.source === "volatile" ? depends : void 0;
  const known = firstVolatile.get(depends);
  if (known !== void 0) return known ?? void 0;
  const found = flatten(depends).values().find(({ source }) => source === "volatile");
  firstVolatile.set(depends, found ?? null);
  return found;
}
function flatten(depends) {
  const found = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  const open = depends ? [depends] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if ("source" in next) found.add(next);
    else open.push(next.right, next.left);
  }
  return found;
}

// src/template/value/text.ts
var Text = class _Text {
  kind = "text";
  provenance;
  /** What a file held that is not UTF-8; the string has replacement characters then. */
  bytes;
  /** Go's `[]byte` instead of `string`: printed as a list of numbers, and by toYaml as base64. */
  isBytes;
  #joined;
  #segments;
  constructor(content, provenance, given = {}) {
    if (typeof content === "string") this.#joined = content;
    else this.#segments = content;
    this.provenance = provenance;
    this.bytes = given.bytes;
    this.isBytes = given.isBytes ?? false;
  }
  get string() {
    this.#joined ??= this.#segments?.map(({ text: text2 }) => text2).join("") ?? "";
    return this.#joined;
  }
  /** How many pieces it has. */
  get pieceCount() {
    return this.#segments?.length ?? 1;
  }
  /** Whether the pieces have origins of their own. */
  get hasSegments() {
    return this.#segments !== void 0;
  }
  /** The pieces; what the text as a whole depends on is added to each. */
  get segments() {
    const { provenance } = this;
    if (!this.#segments)
      return this.string === "" && !provenance ? [] : [{ text: this.string, site: void 0, linesBefore: 0, provenance }];
    if (!provenance) return this.#segments;
    return this.#segments.map((segment2) => ({
      ...segment2,
      provenance: segment2.provenance ? alsoDepending(segment2.provenance, dependenciesIn(provenance)) : provenance
    }));
  }
  /** The same text that also depends on something. */
  depending(depends) {
    if (!depends) return this;
    return new _Text(this.#segments ?? this.string, alsoDepending(this.provenance, depends), this);
  }
  /** Everything that decided the text: its pieces, and the conditions around them. */
  get depends() {
    let depends = dependenciesIn(this.provenance);
    let last;
    for (const { provenance, site } of this.#segments ?? []) {
      depends = union(depends, dependenciesIn(provenance));
      if (!site?.condition || site.condition === last) continue;
      last = site.condition;
      depends = union(depends, dependenciesOfConditions(last));
    }
    return depends;
  }
};
function dependenciesOfConditions(condition) {
  let depends;
  for (let at = condition; at && !at.isOfChart; at = at.parent) depends = union(depends, at.depends);
  return depends;
}
var plain = (text2) => ({ text: text2, site: void 0, linesBefore: 0, provenance: void 0 });
var concatAll = (parts2) => new Text(parts2.flatMap((part2) => typeof part2 === "string" ? part2 === "" ? [] : [plain(part2)] : part2.segments));
var concat = (...parts2) => concatAll(parts2);
function cut(text2, start, end = text2.string.length) {
  if (start <= 0 && end >= text2.string.length) return text2;
  if (!text2.hasSegments) return cutWhole(text2, Math.max(0, start), Math.max(0, end));
  const pieces2 = [];
  let offset = 0;
  for (const segment2 of text2.segments) {
    const stop = offset + segment2.text.length;
    if (stop > start && offset < end) pieces2.push(cutSegment(segment2, start - offset, end - offset));
    offset = stop;
  }
  return new Text(pieces2, pieces2.length === 0 ? dependingOn(text2.depends) : void 0);
}
function cutWhole({ string, provenance }, start, end) {
  const linesBefore = provenance?.alias ? countLines(string, start) : 0;
  const text2 = string.slice(start, end);
  return linesBefore > 0 ? new Text([{ text: text2, site: void 0, linesBefore, provenance }]) : new Text(text2, provenance);
}
function cutSegment(segment2, start, end) {
  const from = Math.max(0, start);
  const text2 = segment2.text.slice(from, end);
  if (from === 0) return { ...segment2, text: text2 };
  const lines = segment2.site || segment2.provenance?.alias ? countLines(segment2.text, from) : 0;
  return { ...segment2, text: text2, linesBefore: segment2.linesBefore + lines };
}
function countLines(text2, end) {
  const before = text2.slice(0, end);
  let lines = 0;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) lines++;
  return lines;
}
var mapPieces = (text2, rewrite) => text2.hasSegments ? new Text(text2.segments.map((segment2) => ({ ...segment2, text: rewrite(segment2.text) }))) : new Text(rewrite(text2.string), text2.provenance);
function replaceWhole(text2, replacement) {
  const { segments } = text2;
  const site = segments.find((segment2) => segment2.site)?.site;
  const aliases = segments.filter(({ text: text3, provenance }) => provenance?.alias && text3.trim() !== "");
  const alias = text2.provenance?.alias ?? (aliases.length === 1 ? aliases[0]?.provenance?.alias : void 0);
  return new Text([{ text: replacement, site, linesBefore: 0, provenance: { alias, depends: text2.depends } }]);
}

// src/template/value/value.ts
var Nil = class {
  kind = "nil";
  /** For a missing key: the key that would have to be there. */
  provenance;
  /**
   * Whether Go still knows that it is an `interface {}`: a field or an item is, until it is what a pipeline gives.
   * A field of such a nil is an error, and so is passing it for a map or list; of any other nil both are nothing.
   */
  isTyped;
  constructor(provenance, isTyped = false) {
    this.provenance = provenance;
    this.isTyped = isTyped;
  }
};
var Bool = class {
  kind = "bool";
  value;
  provenance;
  constructor(value, provenance) {
    this.value = value;
    this.provenance = provenance;
  }
};
var Num = class {
  kind = "number";
  value;
  type;
  provenance;
  /** A constant that stands as an argument: Go reads `3.0` as an int, or `1` as a float64, where a parameter wants one. */
  isConstant;
  constructor(value, type, provenance, isConstant = false) {
    this.value = value;
    this.type = type;
    this.provenance = provenance;
    this.isConstant = isConstant;
  }
};
var List = class {
  kind = "list";
  items;
  provenance;
  /** As `typeOf` prints it. */
  goType;
  methods;
  /** Go's nil slice, such as what `concat` of nothing gives: empty, equal to nil, and `null` in JSON and YAML. */
  isNil;
  constructor(items, provenance, goType = "[]interface {}", methods, isNil2 = false) {
    this.items = items;
    this.provenance = provenance;
    this.goType = goType;
    this.methods = methods;
    this.isNil = isNil2;
  }
};
var Dict = class {
  kind = "dict";
  /** `set` and `unset` change it, for everybody who holds it, as in Go. */
  entries;
  provenance;
  goType;
  methods;
  /** Go's nil map, such as the annotations of a chart without any: empty, and `null` in JSON and YAML. */
  isNil;
  constructor(entries = /* @__PURE__ */ new Map(), provenance, goType = "map[string]interface {}", methods, isNil2 = false) {
    this.entries = entries;
    this.provenance = provenance;
    this.goType = goType;
    this.methods = methods;
    this.isNil = isNil2;
  }
};
var Opaque = class {
  kind = "opaque";
  /** As `typeOf` prints it: `*semver.Version`. */
  goType;
  fields;
  methods;
  /** What `{{ . }}` prints. */
  printed;
  /** What only the functions of its own room know, such as milliseconds since 1970. */
  inner;
  provenance;
  constructor(given) {
    this.goType = given.goType;
    this.printed = given.printed;
    this.fields = given.fields ?? /* @__PURE__ */ new Map();
    this.methods = given.methods ?? /* @__PURE__ */ new Map();
    this.inner = given.inner;
    this.provenance = given.provenance;
  }
};
function isTrue(value) {
  switch (value.kind) {
    case "nil":
      return false;
    case "bool":
      return value.value;
    case "number":
      return value.value !== 0;
    case "text":
      return value.string !== "";
    case "list":
      return value.items.length > 0;
    case "dict":
      return value.entries.size > 0;
    case "opaque":
      return true;
  }
}
var dependenciesOf = (value) => value.kind === "text" ? value.depends : dependenciesIn(value.provenance);
function deepDependenciesOf(value) {
  let depends;
  const seen = /* @__PURE__ */ new Set();
  const open = [value];
  for (let next = open.pop(); next; next = open.pop()) {
    depends = union(depends, dependenciesOf(next));
    if (next.kind !== "dict" && next.kind !== "list") continue;
    const inside = next.kind === "dict" ? next.entries : next.items;
    if (seen.has(inside)) continue;
    seen.add(inside);
    for (const item of inside.values()) open.push(item);
  }
  return depends;
}
function depending(value, depends) {
  if (!depends) return value;
  if (value.kind === "text") return value.depending(depends);
  return withProvenance(value, alsoDepending(value.provenance, depends));
}
function withProvenance(value, provenance) {
  switch (value.kind) {
    case "nil":
      return new Nil(provenance, value.isTyped);
    case "bool":
      return new Bool(value.value, provenance);
    case "number":
      return new Num(value.value, value.type, provenance);
    case "text":
      return new Text(value.hasSegments ? value.segments : value.string, provenance, value);
    case "list":
      return new List(value.items, provenance, value.goType, value.methods, value.isNil);
    case "dict":
      return new Dict(value.entries, provenance, value.goType, value.methods, value.isNil);
    case "opaque":
      return new Opaque({ ...value, provenance });
  }
}
var partOf = (part2, whole2) => depending(part2, part2.provenance?.alias && whole2?.alias ? volatileIn(whole2.depends) : whole2?.depends);
function entryOf(dict2, key) {
  const entry2 = dict2.entries.get(key);
  const alias = dict2.provenance?.alias;
  if (entry2) return partOf(entry2, dict2.provenance);
  return new Nil(alias ? { alias: childDatum(alias, key), depends: dict2.provenance?.depends } : dict2.provenance);
}
var sortedKeys = (dict2) => [...dict2.entries.keys()].sort(compareBytes);
function compareBytes(a, b) {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
var rank = (unit) => unit >= 55296 && unit <= 57343 ? unit + 65536 : unit;

// src/template/yaml/failure.ts
var YamlError = class extends TemplateError {
  /** Whether the message is the one that helm has, to the letter. */
  isWorded;
  constructor(message, isWorded = false) {
    super(message);
    this.isWorded = isWorded;
  }
};

// src/template/yaml/characters.ts
var TAB = 9;
var SPACE = 32;
var isBreak = (code) => code === 10 || code === 13 || code === 133 || code === 8232 || code === 8233;
var isBlank = (code) => code === SPACE || code === TAB;
var isGap = (code) => code === SPACE || code === 10 || code === 0 || code === TAB || code !== 0 && isBreak(code);
var isBreakOrEnd = (code) => code === 0 || isBreak(code);
var isDigit = (code) => code >= 48 && code <= 57;
var isWordCharacter = (code) => isDigit(code) || code >= 65 && code <= 90 || code >= 97 && code <= 122 || code === 95 || code === 45;
var hexDigit = (code) => {
  if (isDigit(code)) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
};
var FORBIDDEN = /[^\t\n\r -~\u0085\u00a0-\ufffd]/;

// src/template/value/float.ts
function formatFloat(value, format2 = "g", precision) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  const sign2 = value < 0 || Object.is(value, -0) ? "-" : "";
  return sign2 + formatMagnitude(Math.abs(value), format2, precision);
}
function formatMagnitude(value, format2, precision) {
  const decimal2 = precision === void 0 ? shortestDecimal(value) : exactDecimal(value);
  if (format2 === "f") return fixed(roundTo(decimal2, precision, decimal2.point), precision);
  if (format2 === "e") return exponential(roundTo(decimal2, precision, 1), precision);
  const rounded = roundTo(decimal2, precision === void 0 ? void 0 : Math.max(1, precision), 0);
  return general(rounded, precision === void 0 ? void 0 : Math.max(1, precision));
}
function general(decimal2, precision) {
  const exponent = decimal2.digits === "" ? 0 : decimal2.point - 1;
  let limit = precision ?? 6;
  if (precision !== void 0 && limit > decimal2.digits.length && decimal2.digits.length >= decimal2.point)
    limit = decimal2.digits.length;
  if (exponent < -4 || exponent >= Math.max(limit, 1))
    return exponential(decimal2, Math.max(decimal2.digits.length - 1, 0));
  return fixed(decimal2, Math.max(decimal2.digits.length - decimal2.point, 0));
}
function fixed({ digits, point }, precision) {
  const places = precision ?? Math.max(digits.length - point, 0);
  const whole2 = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  if (places === 0) return whole2;
  const fraction = point >= 0 ? digits.slice(point) : "0".repeat(Math.min(-point, places)) + digits;
  return `${whole2}.${fraction.padEnd(places, "0").slice(0, places)}`;
}
function exponential({ digits, point }, precision) {
  const places = precision ?? Math.max(digits.length - 1, 0);
  const exponent = digits === "" ? 0 : point - 1;
  const mantissa = digits === "" ? "0" : digits.slice(0, 1);
  const fraction = places === 0 ? "" : `.${digits.slice(1).padEnd(places, "0").slice(0, places)}`;
  return `${mantissa}${fraction}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
function shortestDecimal(value) {
  if (value === 0) return { digits: "", point: 0 };
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  return { digits: mantissa.replace(".", ""), point: Number(exponent) + 1 };
}
function exactDecimal(value) {
  if (value === 0) return { digits: "", point: 0 };
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const biased = Number(raw >> 52n);
  const mantissa = raw & 0xfffffffffffffn | (biased === 0 ? 0n : 1n << 52n);
  const exponent = Math.max(biased, 1) - 1075;
  const whole2 = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent);
  const digits = whole2.toString();
  return { digits: digits.replace(/0+$/, ""), point: digits.length - Math.max(-exponent, 0) };
}
function roundTo(decimal2, precision, base2) {
  if (precision === void 0) return decimal2;
  const keep2 = base2 + precision;
  const { digits, point } = decimal2;
  if (keep2 >= digits.length) return decimal2;
  if (keep2 < 0) return { digits: "", point: 0 };
  const kept2 = digits.slice(0, keep2);
  const rest2 = digits.slice(keep2);
  const isOdd = keep2 > 0 && Number(kept2.at(-1)) % 2 === 1;
  const isUp = rest2 > "5" || rest2 === "5" && isOdd;
  if (!isUp) {
    const trimmed2 = kept2.replace(/0+$/, "");
    return { digits: trimmed2, point: trimmed2 === "" ? 0 : point };
  }
  const raised = (BigInt(kept2 === "" ? "0" : kept2) + 1n).toString().padStart(keep2, "0");
  return { digits: raised.replace(/0+$/, ""), point: point + raised.length - keep2 };
}

// src/template/yaml/numbers.ts
function formatJson(value) {
  const size2 = Math.abs(value);
  if (size2 !== 0 && (size2 < 1e-6 || size2 >= 1e21)) return formatFloat(value, "e").replace(/e-0/, "e-");
  return formatFloat(value, "f");
}
function formatYaml({ value }) {
  if (value === 0) return "0";
  const isWhole = Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 64;
  return isWhole ? formatFloat(value, "f") : formatFloat(value);
}
var formatPretty = ({ value, type }) => type === "float64" ? formatFloat(value) : formatFloat(value, "f");

// src/template/yaml/resolve.ts
var STRING = { type: "string" };
var TIMESTAMP = { type: "timestamp" };
var WORDS = new Map([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, { type: "nil" }]),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map(
    (word) => [word, { type: "bool", value: true }]
  ),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map(
    (word) => [word, { type: "bool", value: false }]
  ),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, { type: "float", value: Number.NaN }]),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map(
    (word) => [word, { type: "float", value: Number.POSITIVE_INFINITY }]
  ),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, { type: "float", value: Number.NEGATIVE_INFINITY }]),
  ["<<", { type: "merge" }]
]);
var LONGEST_WORD = 5;
var INTEGER = /^([-+]?)(?:(0|[1-9][0-9]*)|0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+))$/;
var SIGNED_BINARY = /^0b([-+])([01]+)$/;
var FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
var GROUPED_FRACTION = /^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/;
var MAX_UINT64 = 2n ** 64n - 1n;
var MIN_INT64 = -(2n ** 63n);
var LONGEST_NUMBER = 2e3;
function resolvePlain(text2) {
  if (text2.length <= LONGEST_WORD) {
    const word = WORDS.get(text2);
    if (word) return word;
  }
  const code = text2.charCodeAt(0);
  if (code === 46) return (GROUPED_FRACTION.test(text2) ? parseFloat64(text2.replaceAll("_", "")) : void 0) ?? STRING;
  const isSigned = code === 43 || code === 45;
  if (!isSigned && (code < 48 || code > 57)) return STRING;
  if (isTimestamp(text2)) return TIMESTAMP;
  const plain3 = text2.includes("_") ? text2.replaceAll("_", "") : text2;
  const signed = SIGNED_BINARY.exec(plain3);
  return parseInteger(signed ? `${signed[1]}0b${signed[2]}` : plain3) ?? parseFloat64(plain3) ?? STRING;
}
function parseInteger(text2) {
  if (text2.length > LONGEST_NUMBER) return void 0;
  const match2 = INTEGER.exec(text2);
  if (!match2) return void 0;
  const [, sign2, decimal2, hexadecimal2, binary, octal2] = match2;
  const digits = decimal2 ?? (hexadecimal2 ? `0x${hexadecimal2}` : binary ? `0b${binary}` : octal2 ? `0o${octal2}` : "0");
  const value = sign2 === "-" ? -BigInt(digits) : BigInt(digits);
  if (value > MAX_UINT64 || value < MIN_INT64) return void 0;
  return { type: "int", value };
}
function parseFloat64(text2) {
  if (!FLOAT.test(text2)) return void 0;
  const value = Number(text2);
  return Number.isFinite(value) ? { type: "float", value } : void 0;
}
var DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt]| +)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)?)?$/;
function isTimestamp(text2) {
  const match2 = text2.charCodeAt(4) === 45 ? DATE.exec(text2) : null;
  if (!match2) return false;
  const [, year, month, day, separator, hour = "0", minute = "0", second = "0", zone] = match2;
  if (separator !== void 0 && separator.startsWith(" ") !== (zone === void 0)) return false;
  if (zone && zone !== "Z" && (Number(zone.slice(1, 3)) > 24 || Number(zone.slice(4)) > 60)) return false;
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
}
var daysOf = (year, month) => month === 2 ? year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
var isBase60 = (text2) => /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text2);

// src/template/yaml/decode.ts
var CORE = "tag:yaml.org,2002:";
var MOST_ALIASED = 1e5;
var Decoder = class {
  #originAt;
  #numbers;
  #open = /* @__PURE__ */ new Set();
  #aliased = 0;
  constructor(originAt, numbers2) {
    this.#originAt = originAt;
    this.#numbers = numbers2;
  }
  /** @throws YamlError, Untraced */
  decode(node, fallback) {
    if (this.#open.size > 0 && ++this.#aliased > MOST_ALIASED) throw new Untraced("the YAML has too many aliases");
    switch (node.kind) {
      case "alias":
        return this.#through(node, (target) => this.decode(target));
      case "scalar":
        return this.#scalar(node, fallback);
      case "sequence":
        return this.#sequence(node);
      case "mapping":
        return this.#mapping(node);
    }
  }
  #origin(node) {
    return this.#originAt?.(node.start, node.kind === "scalar" ? Math.max(node.end, node.start + 1) : node.start + 1);
  }
  #through({ name, target }, use) {
    if (this.#open.has(target) || !target.node)
      throw new YamlError(`yaml: anchor '${name}' value contains itself`, true);
    this.#open.add(target);
    try {
      return use(target.node);
    } finally {
      this.#open.delete(target);
    }
  }
  /** A value that is left out has the origin of its key. */
  #scalar(node, fallback) {
    const origin = this.#origin(node.start === node.end && fallback ? fallback : node);
    const provenance = origin?.provenance;
    const resolved = resolveScalar(node);
    switch (resolved.type) {
      case "nil":
        return new Nil(provenance);
      case "bool":
        return new Bool(resolved.value, provenance);
      case "int":
        return this.#number(Number(resolved.value), String(resolved.value), provenance);
      case "float":
        if (!Number.isFinite(resolved.value)) throw new Untraced("a number that JSON does not have");
        return this.#number(resolved.value, formatJson(resolved.value), provenance);
      default: {
        const { text: text2 } = node;
        if (!origin?.site) return new Text(text2, provenance);
        return new Text([{ text: text2, site: origin.site, linesBefore: 0, provenance }]);
      }
    }
  }
  #number(value, spelling, provenance) {
    if (this.#numbers === "float64") return new Num(value, "float64", provenance);
    return new Opaque({ goType: "json.Number", printed: spelling, inner: value, provenance });
  }
  #sequence(node) {
    return new List(
      node.items.map((item) => this.decode(item)),
      this.#origin(node)?.provenance
    );
  }
  #mapping(node) {
    const entries = /* @__PURE__ */ new Map();
    this.#fill(entries, /* @__PURE__ */ new Map(), node);
    return new Dict(entries, this.#origin(node)?.provenance);
  }
  /** Sets keys in the order of the text, `<<` among them, so that a later one wins. `types` has the types of the keys so far. */
  #fill(entries, types, node) {
    for (const [keyNode, valueNode] of node.pairs) {
      if (isMerge(keyNode)) {
        this.#merge(entries, types, valueNode);
        continue;
      }
      const [key, type] = this.#key(keyNode);
      const before = types.get(key);
      if (before !== void 0 && before !== type) throw new Untraced(`two keys that are both written "${key}"`);
      types.set(key, type);
      entries.set(key, this.decode(valueNode, keyNode));
    }
  }
  #key(node) {
    if (node.kind === "alias") return this.#through(node, (target) => this.#key(target));
    if (node.kind !== "scalar") throw new YamlError("yaml: invalid map key");
    const resolved = resolveScalar(node);
    switch (resolved.type) {
      case "nil":
        throw new Untraced("a key that is null");
      case "int":
        if (resolved.value >= 2n ** 63n) throw new Untraced("a key that is a large number");
        return [String(resolved.value), "int"];
      case "float":
        return [formatFloatKey(resolved.value), "float"];
      case "bool":
        return [String(resolved.value), "bool"];
      default:
        return [node.text, "string"];
    }
  }
  #merge(entries, types, node) {
    if (node.kind === "mapping") this.#fill(entries, types, node);
    else if (node.kind === "alias") this.#through(node, (target) => this.#mergeMapping(entries, types, target));
    else if (node.kind === "sequence") {
      for (const item of node.items.toReversed()) {
        if (item.kind === "alias") this.#through(item, (target) => this.#mergeMapping(entries, types, target));
        else this.#mergeMapping(entries, types, item);
      }
    } else throw noMerge();
  }
  #mergeMapping(entries, types, node) {
    if (node.kind !== "mapping") throw noMerge();
    this.#fill(entries, types, node);
  }
};
var noMerge = () => new YamlError("yaml: map merge requires map or sequence of maps as the value", true);
var isMerge = (node) => node.kind === "scalar" && node.text === "<<" && (node.isPlain && (node.tag === "" || node.tag === "!") || node.tag === `${CORE}merge`);
function formatFloatKey(value) {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return ".nan";
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(single.toPrecision(digits));
    if (Math.fround(shorter) === single) return formatFloat(shorter);
  }
  return formatFloat(Number(single.toPrecision(9)));
}
function resolveScalar({ tag, text: text2, isPlain: isPlain2 }) {
  if (tag === "" && isPlain2) return resolvePlain(text2);
  const type = TYPES.get(tag);
  if (type === void 0) {
    if (tag.startsWith(CORE) && tag !== `${CORE}str`) throw new Untraced(`a scalar with the tag ${tag}`);
    return { type: "string" };
  }
  const resolved = resolvePlain(text2);
  if (resolved.type === type || type === "float" && resolved.type === "int") return resolved;
  throw new YamlError("yaml: cannot decode a scalar as its tag says");
}
var TYPES = /* @__PURE__ */ new Map([
  [`${CORE}null`, "nil"],
  [`${CORE}bool`, "bool"],
  [`${CORE}int`, "int"],
  [`${CORE}float`, "float"]
]);

// src/template/yaml/cursor.ts
var Cursor = class {
  text;
  offset = 0;
  line = 0;
  #lineStart = 0;
  constructor(text2) {
    this.text = text2;
  }
  get column() {
    return this.offset - this.#lineStart;
  }
  /** The UTF-16 unit here or further on; 0 at the end. */
  peek(ahead = 0) {
    const at = this.offset + ahead;
    return at < this.text.length ? this.text.charCodeAt(at) : 0;
  }
  get isAtEnd() {
    return this.offset >= this.text.length;
  }
  /** Passes a line break, if one is here, and gives it as it counts in a scalar. */
  takeBreak() {
    const code = this.peek();
    if (!isBreak(code)) return "";
    this.offset += code === 13 && this.peek(1) === 10 ? 2 : 1;
    this.line++;
    this.#lineStart = this.offset;
    return code === 8232 || code === 8233 ? String.fromCharCode(code) : "\n";
  }
  /** The end of the stream counts as the start of a line. */
  endLine() {
    if (this.column === 0) return;
    this.line++;
    this.#lineStart = this.offset;
  }
  /** A mark of the byte order does not count for the column. */
  skipByteOrderMark() {
    this.offset++;
    this.#lineStart++;
  }
  /** Passes the rest of the line, without its break. */
  skipToBreak() {
    for (let code = this.peek(); code !== 0 && !isBreak(code); code = this.peek()) this.offset++;
  }
  /** Whether `---` or `...` with a gap behind it starts the line. */
  isAtDocumentMark() {
    if (this.column !== 0) return false;
    const code = this.peek();
    if (code !== 45 && code !== 46 || this.peek(1) !== code || this.peek(2) !== code) return false;
    const after = this.peek(3);
    return after === 0 || after === 32 || after === 9 || isBreak(after);
  }
  /** What is wrong where the scanner stands. */
  failure(problem) {
    const where = this.line > 0 ? `line ${this.line + 1}: ` : "";
    return new YamlError(`yaml: ${where}${problem}`, true);
  }
};

// src/template/yaml/names.ts
var BEHIND_NAMES = /* @__PURE__ */ new Set([63, 58, 44, 93, 125, 37, 64, 96]);
var TAG_CHARACTERS = new Set([...";/?:@&=+$.!~*'()%,[]"].map((character) => character.charCodeAt(0)));
var scanWord = (cursor) => {
  const start = cursor.offset;
  while (isWordCharacter(cursor.peek())) cursor.offset++;
  return cursor.text.slice(start, cursor.offset);
};
function scanName(cursor) {
  cursor.offset++;
  const name = scanWord(cursor);
  if (name === "" || !(isGap(cursor.peek()) || BEHIND_NAMES.has(cursor.peek())))
    throw cursor.failure("did not find expected alphabetic or numeric character");
  return name;
}
function scanTag(cursor) {
  const start = cursor.offset;
  cursor.offset++;
  if (cursor.peek() === 60) {
    cursor.offset++;
    if (!scanUri(cursor)) throw cursor.failure("did not find expected tag URI");
    if (cursor.peek() !== 62) throw cursor.failure("did not find the expected '>'");
    cursor.offset++;
  } else {
    scanWord(cursor);
    if (cursor.peek() === 33) {
      cursor.offset++;
      if (!scanUri(cursor)) throw cursor.failure("did not find expected tag URI");
    } else scanUri(cursor);
  }
  if (!isGap(cursor.peek())) throw cursor.failure("did not find expected whitespace or line break");
  return cursor.text.slice(start, cursor.offset);
}
function scanUri(cursor) {
  const start = cursor.offset;
  for (let code = cursor.peek(); isWordCharacter(code) || TAG_CHARACTERS.has(code); code = cursor.peek()) {
    if (code === 37 && (hexDigit(cursor.peek(1)) < 0 || hexDigit(cursor.peek(2)) < 0))
      throw cursor.failure("did not find URI escaped octet");
    cursor.offset++;
  }
  return cursor.offset > start;
}
function scanDirective(cursor) {
  cursor.offset++;
  const name = scanWord(cursor);
  if (name === "") throw cursor.failure("could not find expected directive name");
  if (!isGap(cursor.peek())) throw cursor.failure("found unexpected non-alphabetical character");
  skipBlanks(cursor);
  let parts2 = "";
  if (name === "YAML") parts2 = scanVersion(cursor);
  else if (name === "TAG") parts2 = scanTagDirective(cursor);
  else throw cursor.failure("found unknown directive name");
  skipBlanks(cursor);
  if (cursor.peek() === 35) cursor.skipToBreak();
  if (!isBreakOrEnd(cursor.peek())) throw cursor.failure("did not find expected comment or line break");
  cursor.takeBreak();
  return `%${name} ${parts2}`;
}
function skipBlanks(cursor) {
  while (isBlank(cursor.peek())) cursor.offset++;
}
function scanVersion(cursor) {
  const major = scanDigits(cursor);
  if (cursor.peek() !== 46) throw cursor.failure("did not find expected digit or '.' character");
  cursor.offset++;
  return `${major}.${scanDigits(cursor)}`;
}
function scanDigits(cursor) {
  const start = cursor.offset;
  while (isDigit(cursor.peek())) cursor.offset++;
  const length = cursor.offset - start;
  if (length === 0) throw cursor.failure("did not find expected version number");
  if (length > 2) throw cursor.failure("found extremely long version number");
  return Number(cursor.text.slice(start, cursor.offset));
}
function scanTagDirective(cursor) {
  const start = cursor.offset;
  if (cursor.peek() !== 33) throw cursor.failure("did not find expected '!'");
  cursor.offset++;
  scanWord(cursor);
  if (cursor.peek() === 33) cursor.offset++;
  else if (cursor.offset - start > 1) throw cursor.failure("did not find expected '!'");
  const handle = cursor.text.slice(start, cursor.offset);
  if (!isBlank(cursor.peek())) throw cursor.failure("did not find expected whitespace");
  skipBlanks(cursor);
  const prefix = cursor.offset;
  if (!scanUri(cursor)) throw cursor.failure("did not find expected tag URI");
  const uri = cursor.text.slice(prefix, cursor.offset);
  if (!isGap(cursor.peek())) throw cursor.failure("did not find expected whitespace or line break");
  return `${handle} ${uri}`;
}

// src/template/yaml/possible-keys.ts
var LONGEST_KEY = 1024;
var PossibleKeys = class {
  #cursor;
  #keys = [void 0];
  /** The level of each possible key, by its token. */
  #levels = /* @__PURE__ */ new Map();
  /**
   * The token that was last thought a key at each level; at first the bracket that opened the level. Go forgets it when the
   * level ends, and so that an empty collection might be a key.
   */
  #last = [0];
  constructor(cursor) {
    this.#cursor = cursor;
  }
  /** How many flow collections are open. */
  get level() {
    return this.#keys.length - 1;
  }
  /** @param token the number of the token that opens the level */
  open(token) {
    this.#keys.push(void 0);
    this.#last.push(token);
  }
  close() {
    if (this.level === 0) return;
    this.#keys.pop();
    this.#levels.delete(this.#last.pop() ?? 0);
  }
  /** What starts here may be a key. */
  save(token, isRequired) {
    const { level } = this;
    const { offset, line, column } = this.#cursor;
    this.drop();
    this.#levels.set(token, level);
    this.#last[level] = token;
    this.#keys[level] = { token, offset, line, column, isRequired };
  }
  /** Whether a `:` that is still to come may make a key of a token. @throws YamlError */
  has(token) {
    const level = this.#levels.get(token);
    return level !== void 0 && this.#at(level) !== void 0;
  }
  /** Takes the key that a `:` here belongs to. @throws YamlError */
  take() {
    const key = this.#at(this.level);
    if (key) this.#forget(this.level);
    return key;
  }
  /** What was possible is no key. @throws YamlError when only a key can stand there */
  drop(level = this.level) {
    if (this.#keys[level]?.isRequired) throw this.#cursor.failure("could not find expected ':'");
    this.#forget(level);
  }
  #forget(level) {
    const key = this.#keys[level];
    if (key) this.#levels.delete(key.token);
    this.#keys[level] = void 0;
  }
  /** The possible key of a level, unless its line has ended. */
  #at(level) {
    const key = this.#keys[level];
    if (!key || key.line === this.#cursor.line && this.#isShort(key)) return key;
    this.drop(level);
    return void 0;
  }
  #isShort(key) {
    const { text: text2, offset } = this.#cursor;
    const units = offset - key.offset;
    if (units <= LONGEST_KEY) return true;
    return units <= 2 * LONGEST_KEY && [...text2.slice(key.offset, offset)].length <= LONGEST_KEY;
  }
};

// src/template/yaml/scalars.ts
var Gap = class {
  blanks = "";
  firstBreak = "";
  breaks = "";
  hasBreak = false;
  /** Passes blanks and breaks. */
  take(cursor, onBlank) {
    for (let code = cursor.peek(); isBlank(code) || isBreak(code); code = cursor.peek()) {
      if (isBlank(code)) {
        onBlank?.(this.hasBreak);
        if (!this.hasBreak) this.blanks += String.fromCharCode(code);
        cursor.offset++;
      } else if (this.hasBreak) {
        this.breaks += cursor.takeBreak();
      } else {
        this.blanks = "";
        this.firstBreak = cursor.takeBreak();
        this.hasBreak = true;
      }
    }
  }
  get folded() {
    if (!this.hasBreak) return this.blanks;
    if (this.firstBreak !== "\n") return this.firstBreak + this.breaks;
    return this.breaks === "" ? " " : this.breaks;
  }
};
function endsPlain(code, next, isInFlow) {
  if (code === 58) return isGap(next);
  if (!isInFlow) return false;
  return code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125;
}
function scanPlain(cursor, indent2, isInFlow) {
  const { text: text2 } = cursor;
  let content = "";
  let end = cursor.offset;
  let gap;
  for (; ; ) {
    if (cursor.peek() === 35 || cursor.isAtDocumentMark()) break;
    const start = cursor.offset;
    for (let code = cursor.peek(); !isGap(code) && !endsPlain(code, cursor.peek(1), isInFlow); code = cursor.peek())
      cursor.offset++;
    if (cursor.offset > start) {
      content += (gap?.folded ?? "") + text2.slice(start, cursor.offset);
      gap = void 0;
      end = cursor.offset;
    }
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break;
    gap ??= new Gap();
    gap.take(cursor, (isIndent) => {
      if (isIndent && cursor.column < indent2 && cursor.peek() === TAB)
        throw cursor.failure("found a tab character that violates indentation");
    });
    if (!isInFlow && cursor.column < indent2) break;
  }
  return { text: content, end, endsLine: gap?.hasBreak ?? false };
}
function scanQuoted(cursor) {
  const quote2 = cursor.peek();
  cursor.offset++;
  let content = "";
  for (; ; ) {
    if (cursor.isAtDocumentMark()) throw cursor.failure("found unexpected document indicator");
    if (cursor.isAtEnd) throw cursor.failure("found unexpected end of stream");
    const gap = new Gap();
    content += scanQuotedLine(cursor, quote2, gap);
    if (cursor.peek() === quote2) break;
    gap.take(cursor);
    content += gap.folded;
  }
  cursor.offset++;
  return { text: content, end: cursor.offset };
}
function scanQuotedLine(cursor, quote2, gap) {
  const { text: text2 } = cursor;
  let content = "";
  let start = cursor.offset;
  for (let code = cursor.peek(); !isGap(code); code = cursor.peek()) {
    if (code === quote2) {
      if (quote2 !== 39 || cursor.peek(1) !== quote2) break;
      content += text2.slice(start, cursor.offset + 1);
      cursor.offset += 2;
    } else if (code === 92 && quote2 === 34) {
      content += text2.slice(start, cursor.offset);
      cursor.offset++;
      if (isBreak(cursor.peek())) {
        cursor.takeBreak();
        gap.hasBreak = true;
        return content;
      }
      content += scanEscape(cursor);
    } else {
      cursor.offset++;
      continue;
    }
    start = cursor.offset;
  }
  return content + text2.slice(start, cursor.offset);
}
var ESCAPES = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "	",
  "	": "	",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1B",
  " ": " ",
  '"': '"',
  "'": "'",
  "/": "/",
  "\\": "\\",
  N: "",
  _: " ",
  L: "\u2028",
  P: "\u2029"
};
var CODE_LENGTHS = { x: 2, u: 4, U: 8 };
function scanEscape(cursor) {
  const letter = String.fromCharCode(cursor.peek());
  const length = CODE_LENGTHS[letter];
  const simple2 = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : void 0;
  if (length === void 0 && simple2 === void 0) throw cursor.failure("found unknown escape character");
  cursor.offset++;
  if (length === void 0) return simple2 ?? "";
  let code = 0;
  for (let i = 0; i < length; i++) {
    const digit = hexDigit(cursor.peek(i));
    if (digit < 0) throw cursor.failure("did not find expected hexdecimal number");
    code = code * 16 + digit;
  }
  if (code >= 55296 && code <= 57343 || code > 1114111)
    throw cursor.failure("found invalid Unicode character escape code");
  cursor.offset += length;
  return String.fromCodePoint(code);
}
function scanBlock(cursor, parentIndent) {
  const isLiteral = cursor.peek() === 124;
  cursor.offset++;
  const { chomping, increment } = scanBlockHeader(cursor);
  const given = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment;
  let end = cursor.offset;
  let breaks = "";
  const takeBreaks = (indent3) => {
    const found = scanBlockBreaks(cursor, indent3, parentIndent);
    breaks = found.breaks;
    end = found.end;
    return found.indent;
  };
  const indent2 = takeBreaks(given);
  let content = "";
  let lineBreak = "";
  let wasIndented = false;
  while (cursor.column === indent2 && !cursor.isAtEnd) {
    const isIndented = isBlank(cursor.peek());
    if (isLiteral || lineBreak !== "\n" || wasIndented || isIndented) content += lineBreak + breaks;
    else content += breaks === "" ? " " : breaks;
    wasIndented = isIndented;
    const start = cursor.offset;
    cursor.skipToBreak();
    content += cursor.text.slice(start, cursor.offset);
    end = cursor.offset;
    lineBreak = cursor.takeBreak();
    takeBreaks(indent2);
  }
  if (chomping !== "-") content += lineBreak;
  if (chomping === "+") content += breaks;
  return { text: content, end };
}
function scanBlockHeader(cursor) {
  let chomping = "";
  let increment = 0;
  for (let i = 0; i < 2; i++) {
    const code = cursor.peek();
    if ((code === 43 || code === 45) && chomping === "") chomping = String.fromCharCode(code);
    else if (isDigit(code) && increment === 0) {
      if (code === 48) throw cursor.failure("found an indentation indicator equal to 0");
      increment = code - 48;
    } else break;
    cursor.offset++;
  }
  while (isBlank(cursor.peek())) cursor.offset++;
  if (cursor.peek() === 35) cursor.skipToBreak();
  if (!isBreakOrEnd(cursor.peek())) throw cursor.failure("did not find expected comment or line break");
  cursor.takeBreak();
  return { chomping, increment };
}
function scanBlockBreaks(cursor, indent2, parentIndent) {
  let breaks = "";
  let deepest = 0;
  let end = cursor.offset;
  for (; ; ) {
    while ((indent2 === 0 || cursor.column < indent2) && cursor.peek() === SPACE) cursor.offset++;
    deepest = Math.max(deepest, cursor.column);
    if ((indent2 === 0 || cursor.column < indent2) && cursor.peek() === TAB)
      throw cursor.failure("found a tab character where an indentation space is expected");
    if (!isBreak(cursor.peek())) break;
    breaks += cursor.takeBreak();
    end = cursor.offset;
  }
  return { indent: indent2 === 0 ? Math.max(deepest, parentIndent + 1, 1) : indent2, breaks, end };
}

// src/template/yaml/scanner.ts
var DEEPEST = 200;
var Scanner = class {
  #cursor;
  /** Tokens found; those before `#head` are taken. */
  #tokens = [];
  #head = 0;
  #isDone = false;
  /** The column of the block collection that is open, -1 outside of all. */
  #indent = -1;
  #indents = [];
  #mayBeKey = true;
  #keys;
  constructor(text2) {
    this.#cursor = new Cursor(text2);
    this.#keys = new PossibleKeys(this.#cursor);
    if (this.#cursor.peek() === 65279) this.#cursor.skipByteOrderMark();
  }
  /** The next token; the last is `stream-end`, again and again. @throws YamlError */
  peek() {
    this.#fetchEnough();
    const token = this.#tokens[this.#head] ?? this.#tokens.at(-1);
    if (!token) throw new Untraced("there is no token");
    return token;
  }
  /** Takes the token that `peek` gave. */
  skip() {
    if (this.#head < this.#tokens.length) this.#head++;
  }
  #fetchEnough() {
    for (; ; ) {
      if (this.#head < this.#tokens.length && !this.#keys.has(this.#head)) return;
      if (this.#isDone) return;
      this.#fetch();
    }
  }
  #saveKey() {
    if (!this.#mayBeKey) return;
    this.#keys.save(this.#tokens.length, this.#keys.level === 0 && this.#indent === this.#cursor.column);
  }
  #fetch() {
    this.#skipGap();
    const cursor = this.#cursor;
    this.#closeBlocks(cursor.column);
    if (cursor.isAtEnd) this.#fetchEnd();
    else if (cursor.column === 0 && cursor.peek() === 37) this.#fetchDirective();
    else if (cursor.isAtDocumentMark()) this.#fetchDocumentMark(cursor.peek() === 45);
    else if (!this.#fetchIndicated(cursor.peek(), isGap(cursor.peek(1)))) this.#fetchPlain();
  }
  /** Takes what its first character tells; false when that may start a plain scalar. */
  #fetchIndicated(code, isBeforeGap) {
    const isInFlow = this.#keys.level > 0;
    switch (code) {
      case 91:
        this.#openFlow("flow-sequence-start");
        return true;
      case 123:
        this.#openFlow("flow-mapping-start");
        return true;
      case 93:
        this.#closeFlow("flow-sequence-end");
        return true;
      case 125:
        this.#closeFlow("flow-mapping-end");
        return true;
      case 44:
        this.#fetchIndicator("flow-entry", true);
        return true;
      case 45:
        if (isBeforeGap) this.#fetchBlockEntry();
        return isBeforeGap;
      case 63:
        if (isInFlow || isBeforeGap) this.#fetchExplicitKey();
        return isInFlow || isBeforeGap;
      case 58:
        if (isInFlow || isBeforeGap) this.#fetchValue();
        return isInFlow || isBeforeGap;
      case 42:
        this.#fetchNamed("alias", scanName);
        return true;
      case 38:
        this.#fetchNamed("anchor", scanName);
        return true;
      case 33:
        this.#fetchNamed("tag", scanTag);
        return true;
      case 39:
      case 34:
        this.#fetchQuoted();
        return true;
      case 124:
      case 62:
        if (isInFlow) break;
        this.#fetchBlock();
        return true;
      case 35:
      case 37:
      case 64:
      case 96:
      case TAB:
        break;
      default:
        return false;
    }
    throw this.#cursor.failure("found character that cannot start any token");
  }
  /** Passes blanks, breaks and comments. Tabs are no indentation where a key may follow. */
  #skipGap() {
    const cursor = this.#cursor;
    for (; ; ) {
      for (let code = cursor.peek(); ; code = cursor.peek()) {
        if (code !== SPACE && (code !== TAB || this.#keys.level === 0 && this.#mayBeKey)) break;
        cursor.offset++;
      }
      if (cursor.peek() === 35) cursor.skipToBreak();
      if (!isBreak(cursor.peek())) return;
      cursor.takeBreak();
      if (this.#keys.level === 0) this.#mayBeKey = true;
    }
  }
  #push(kind, start, line, text2 = "", isPlain2 = false, end = this.#cursor.offset) {
    this.#tokens.push({ kind, start, end, line, text: text2, isPlain: isPlain2 });
  }
  /** A token of `length` characters. */
  #pushIndicator(kind, length) {
    const { offset, line } = this.#cursor;
    this.#cursor.offset += length;
    this.#push(kind, offset, line);
  }
  /** Opens a block collection at a column that is deeper than the open one; its token goes before `at`, if given. */
  #openBlock(kind, column, at = this.#tokens.length, line = this.#cursor.line) {
    if (this.#keys.level > 0 || this.#indent >= column) return;
    if (this.#indents.length >= DEEPEST) throw new Untraced("the YAML is nested too deeply");
    this.#indents.push(this.#indent);
    this.#indent = column;
    const start = this.#tokens[at]?.start ?? this.#cursor.offset;
    this.#tokens.splice(at, 0, { kind, start, end: start, line, text: "", isPlain: false });
  }
  /** Closes the block collections that are deeper than a column. */
  #closeBlocks(column) {
    if (this.#keys.level > 0) return;
    while (this.#indent > column) {
      this.#push("block-end", this.#cursor.offset, this.#cursor.line);
      this.#indent = this.#indents.pop() ?? -1;
    }
  }
  #fetchEnd() {
    this.#cursor.endLine();
    this.#closeBlocks(-1);
    this.#keys.drop();
    this.#mayBeKey = false;
    this.#push("stream-end", this.#cursor.offset, this.#cursor.line);
    this.#isDone = true;
  }
  #fetchDirective() {
    this.#startDocumentPart();
    const { offset, line } = this.#cursor;
    this.#push("directive", offset, line, scanDirective(this.#cursor));
  }
  #fetchDocumentMark(isStart) {
    this.#startDocumentPart();
    this.#pushIndicator(isStart ? "document-start" : "document-end", 3);
  }
  #startDocumentPart() {
    this.#closeBlocks(-1);
    this.#keys.drop();
    this.#mayBeKey = false;
  }
  #openFlow(kind) {
    this.#saveKey();
    if (this.#keys.level >= DEEPEST) throw new Untraced("the YAML is nested too deeply");
    this.#keys.open(this.#tokens.length);
    this.#mayBeKey = true;
    this.#pushIndicator(kind, 1);
  }
  #closeFlow(kind) {
    this.#keys.drop();
    this.#keys.close();
    this.#mayBeKey = false;
    this.#pushIndicator(kind, 1);
  }
  #fetchIndicator(kind, mayBeKey) {
    this.#keys.drop();
    this.#mayBeKey = mayBeKey;
    this.#pushIndicator(kind, 1);
  }
  #fetchBlockEntry() {
    if (this.#keys.level === 0) {
      if (!this.#mayBeKey) throw this.#cursor.failure("block sequence entries are not allowed in this context");
      this.#openBlock("block-sequence-start", this.#cursor.column);
    }
    this.#fetchIndicator("block-entry", true);
  }
  #fetchExplicitKey() {
    if (this.#keys.level === 0) {
      if (!this.#mayBeKey) throw this.#cursor.failure("mapping keys are not allowed in this context");
      this.#openBlock("block-mapping-start", this.#cursor.column);
    }
    this.#fetchIndicator("key", this.#keys.level === 0);
  }
  #fetchValue() {
    const key = this.#keys.take();
    if (key) {
      const { token, offset, line, column } = key;
      if (token < this.#head) throw new Untraced("an empty collection as a key");
      this.#tokens.splice(token, 0, { kind: "key", start: offset, end: offset, line, text: "", isPlain: false });
      this.#openBlock("block-mapping-start", column, token, line);
      this.#mayBeKey = false;
    } else {
      if (this.#keys.level === 0) {
        if (!this.#mayBeKey) throw this.#cursor.failure("mapping values are not allowed in this context");
        this.#openBlock("block-mapping-start", this.#cursor.column);
      }
      this.#mayBeKey = this.#keys.level === 0;
    }
    this.#pushIndicator("value", 1);
  }
  #fetchNamed(kind, scan) {
    this.#saveKey();
    this.#mayBeKey = false;
    const { offset, line } = this.#cursor;
    this.#push(kind, offset, line, scan(this.#cursor));
  }
  #fetchBlock() {
    this.#keys.drop();
    this.#mayBeKey = true;
    const { offset, line } = this.#cursor;
    const { text: text2, end } = scanBlock(this.#cursor, this.#indent);
    this.#push("scalar", offset, line, text2, false, end);
  }
  #fetchQuoted() {
    this.#saveKey();
    this.#mayBeKey = false;
    const { offset, line } = this.#cursor;
    const { text: text2, end } = scanQuoted(this.#cursor);
    this.#push("scalar", offset, line, text2, false, end);
  }
  #fetchPlain() {
    const cursor = this.#cursor;
    this.#saveKey();
    this.#mayBeKey = false;
    const { offset, line } = cursor;
    const { text: text2, end, endsLine } = scanPlain(cursor, this.#indent + 1, this.#keys.level > 0);
    if (endsLine) this.#mayBeKey = true;
    this.#push("scalar", offset, line, text2, true, end);
  }
};

// src/template/yaml/parser.ts
var CORE2 = "tag:yaml.org,2002:";
var NO_ENTRY = /* @__PURE__ */ new Set(["block-entry", "block-end"]);
var NO_INDENTLESS_ENTRY = /* @__PURE__ */ new Set(["block-entry", "key", "value", "block-end"]);
var NO_BLOCK_NODE = /* @__PURE__ */ new Set(["key", "value", "block-end"]);
var NO_PAIR_KEY = /* @__PURE__ */ new Set(["value", "flow-entry", "flow-sequence-end"]);
var NO_PAIR_VALUE = /* @__PURE__ */ new Set(["flow-entry", "flow-sequence-end"]);
var NO_FLOW_KEY = /* @__PURE__ */ new Set(["value", "flow-entry", "flow-mapping-end"]);
var NO_FLOW_VALUE = /* @__PURE__ */ new Set(["flow-entry", "flow-mapping-end"]);
var NO_DOCUMENT = /* @__PURE__ */ new Set(["directive", "document-start", "document-end", "stream-end"]);
var Parser = class {
  #scanner;
  #anchors = /* @__PURE__ */ new Map();
  #handles = /* @__PURE__ */ new Map();
  constructor(text2) {
    this.#scanner = new Scanner(text2);
  }
  /** The root of the first document; undefined when the text has none. @throws YamlError, Untraced */
  firstDocument() {
    const first = this.#scanner.peek();
    if (first.kind === "stream-end") return void 0;
    const isExplicit = first.kind === "directive" || first.kind === "document-start";
    if (isExplicit) this.#readDirectives();
    const token = this.#scanner.peek();
    const root = isExplicit && NO_DOCUMENT.has(token.kind) ? emptyAt(token) : this.#node("block");
    this.#scanner.peek();
    return root;
  }
  #next() {
    this.#scanner.skip();
    return this.#scanner.peek();
  }
  #readDirectives() {
    let token = this.#scanner.peek();
    let hasVersion = false;
    for (; token.kind === "directive"; token = this.#next()) {
      const [name, handle = "", prefix = ""] = token.text.split(" ");
      if (name === "%YAML") {
        if (hasVersion || handle !== "1.1") throw new YamlError("another version of YAML, or two");
        hasVersion = true;
      } else {
        if (this.#handles.has(handle)) throw new YamlError("a tag handle that is declared twice");
        this.#handles.set(handle, prefix);
      }
    }
    if (token.kind !== "document-start") throw failure("did not find expected <document start>", token);
    this.#scanner.skip();
  }
  #node(context) {
    let token = this.#scanner.peek();
    const first = token;
    if (token.kind === "alias") return this.#alias(token);
    let anchor;
    let tag;
    while (token.kind === "anchor" && anchor === void 0 || token.kind === "tag" && tag === void 0) {
      if (token.kind === "anchor") anchor = token.text;
      else tag = token.text;
      token = this.#next();
    }
    const anchored = { node: void 0 };
    if (anchor !== void 0) this.#anchors.set(anchor, anchored);
    const hasProperties = anchor !== void 0 || tag !== void 0;
    const node = this.#content(context, token, tag === void 0 ? "" : this.#resolveTag(tag, first), hasProperties);
    anchored.node = node;
    return node;
  }
  #content(context, token, tag, hasProperties) {
    if (context === "block-or-indentless" && token.kind === "block-entry") return this.#indentlessSequence(token, tag);
    switch (token.kind) {
      case "scalar": {
        this.#scanner.skip();
        const { start, end, text: text2, isPlain: isPlain2 } = token;
        return { kind: "scalar", start, end, tag, text: text2, isPlain: isPlain2 };
      }
      case "flow-sequence-start":
        return this.#flowSequence(token, tag);
      case "flow-mapping-start":
        return this.#flowMapping(token, tag);
      case "block-sequence-start":
        if (context !== "flow") return this.#blockSequence(token, tag);
        break;
      case "block-mapping-start":
        if (context !== "flow") return this.#blockMapping(token, tag);
        break;
    }
    if (hasProperties) return { ...emptyAt(token), tag };
    throw failure("did not find expected node content", token);
  }
  #alias({ text: name, start, end, line }) {
    this.#scanner.skip();
    const target = this.#anchors.get(name);
    if (!target) throw new YamlError(`yaml: unknown anchor '${name}' referenced`, line >= 0);
    return { kind: "alias", start, end, tag: "", name, target };
  }
  #resolveTag(tag, token) {
    if (tag.startsWith("!<")) return decodeTag(tag.slice(2, -1));
    const handle = /^!(?:[\w-]*!)?/.exec(tag)?.[0] ?? "!";
    const prefix = this.#handles.get(handle) ?? (handle === "!!" ? CORE2 : handle === "!" ? "!" : void 0);
    if (prefix === void 0) throw failure("found undefined tag handle", token);
    return prefix + decodeTag(tag.slice(handle.length));
  }
  #blockSequence({ start }, tag) {
    const items = [];
    let token = this.#next();
    for (; token.kind === "block-entry"; token = this.#scanner.peek()) {
      token = this.#next();
      items.push(NO_ENTRY.has(token.kind) ? emptyAt(token) : this.#node("block"));
    }
    if (token.kind !== "block-end") throw failure("did not find expected '-' indicator", token);
    this.#scanner.skip();
    return { kind: "sequence", start, end: token.start, tag, items };
  }
  /** A sequence on the column of the mapping that it is a value of. */
  #indentlessSequence({ start }, tag) {
    const items = [];
    let token = this.#scanner.peek();
    for (; token.kind === "block-entry"; token = this.#scanner.peek()) {
      token = this.#next();
      items.push(NO_INDENTLESS_ENTRY.has(token.kind) ? emptyAt(token) : this.#node("block"));
    }
    return { kind: "sequence", start, end: token.start, tag, items };
  }
  #blockMapping({ start }, tag) {
    const pairs = [];
    let token = this.#next();
    for (; token.kind === "key"; token = this.#scanner.peek()) {
      token = this.#next();
      const key = NO_BLOCK_NODE.has(token.kind) ? emptyAt(token) : this.#node("block-or-indentless");
      pairs.push([key, this.#valueOf("block-or-indentless", NO_BLOCK_NODE)]);
    }
    if (token.kind !== "block-end") throw failure("did not find expected key", token);
    this.#scanner.skip();
    return { kind: "mapping", start, end: token.start, tag, pairs };
  }
  /** What follows a key: nothing, a `:` alone, or a `:` and a node. */
  #valueOf(context, none) {
    let token = this.#scanner.peek();
    if (token.kind !== "value") return emptyAt(token);
    token = this.#next();
    return none.has(token.kind) ? emptyAt(token) : this.#node(context);
  }
  #flowSequence({ start }, tag) {
    const items = [];
    let token = this.#next();
    while (token.kind !== "flow-sequence-end") {
      if (items.length > 0) token = this.#takeComma(token, "did not find expected ',' or ']'");
      if (token.kind === "key") items.push(this.#flowPair(token));
      else if (token.kind !== "flow-sequence-end") items.push(this.#node("flow"));
      token = this.#scanner.peek();
    }
    this.#scanner.skip();
    return { kind: "sequence", start, end: token.end, tag, items };
  }
  #takeComma(token, problem) {
    if (token.kind !== "flow-entry") throw failure(problem, token);
    return this.#next();
  }
  /** `[key: value]`: a mapping of one pair. */
  #flowPair({ start }) {
    const token = this.#next();
    const hasKey = !NO_PAIR_KEY.has(token.kind);
    const key = hasKey ? this.#node("flow") : emptyAt(token);
    if (!hasKey) this.#scanner.skip();
    const value = this.#valueOf("flow", NO_PAIR_VALUE);
    return { kind: "mapping", start, end: value.end, tag: "", pairs: [[key, value]] };
  }
  #flowMapping({ start }, tag) {
    const pairs = [];
    let token = this.#next();
    while (token.kind !== "flow-mapping-end") {
      if (pairs.length > 0) token = this.#takeComma(token, "did not find expected ',' or '}'");
      if (token.kind === "key") {
        token = this.#next();
        const key = NO_FLOW_KEY.has(token.kind) ? emptyAt(token) : this.#node("flow");
        pairs.push([key, this.#valueOf("flow", NO_FLOW_VALUE)]);
      } else if (token.kind !== "flow-mapping-end") {
        pairs.push([this.#node("flow"), emptyAt(this.#scanner.peek())]);
      }
      token = this.#scanner.peek();
    }
    this.#scanner.skip();
    return { kind: "mapping", start, end: token.end, tag, pairs };
  }
};
var emptyAt = ({ start }) => ({ kind: "scalar", start, end: start, tag: "", text: "", isPlain: true });
var failure = (problem, { line }) => new YamlError(`yaml: ${line > 0 ? `line ${line}: ` : ""}${problem}`, line > 0);
function decodeTag(suffix) {
  if (!suffix.includes("%")) return suffix;
  try {
    return decodeURIComponent(suffix);
  } catch {
    throw new YamlError("a tag that is no UTF-8");
  }
}

// src/template/yaml/read.ts
function readYaml(text2, { numbers: numbers2 = "float64" } = {}) {
  const source = typeof text2 === "string" ? text2 : text2.string;
  if (typeof text2 !== "string" && text2.bytes) throw new Untraced("YAML that is not UTF-8");
  if (source.includes("\uFEFF", 1)) throw new Untraced("YAML with a mark of the byte order inside");
  const forbidden = source.search(FORBIDDEN);
  if (forbidden >= 0) return refuse(source, forbidden);
  const root = new Parser(source).firstDocument();
  if (!root) return new Nil(typeof text2 === "string" ? void 0 : wholeOrigin(text2).provenance);
  return new Decoder(typeof text2 === "string" ? void 0 : originsOf(text2), numbers2).decode(root);
}
function refuse(source, at) {
  if (/^(?:---|\.\.\.)/m.test(source.slice(1, at)))
    throw new Untraced("control characters in YAML of several documents");
  throw new YamlError("yaml: control characters are not allowed");
}
var wholeOrigin = (text2) => ({
  provenance: { alias: text2.provenance?.alias, depends: text2.depends },
  site: void 0
});
function originsOf(text2) {
  const { segments } = text2;
  if (segments.length < 2) {
    const only = segments[0];
    const origin = only ? originOf([only]) : { provenance: void 0, site: void 0 };
    return () => origin;
  }
  const starts = [];
  let offset = 0;
  for (const segment2 of segments) {
    starts.push(offset);
    offset += segment2.text.length;
  }
  return (start, end) => {
    const pieces2 = [];
    for (let i = lastNotAfter(starts, start); i < segments.length; i++) {
      const segment2 = segments[i];
      const from = starts[i] ?? 0;
      if (!segment2 || from >= end) break;
      if (segment2.text !== "" && from + segment2.text.length > start) pieces2.push(segment2);
    }
    return originOf(pieces2);
  };
}
function lastNotAfter(sorted, limit) {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
function originOf(pieces2) {
  let depends;
  let only;
  let aliases = 0;
  for (const { provenance, site: site2 } of pieces2) {
    depends = union(depends, union(dependenciesIn(provenance), dependenciesOfConditions(site2?.condition)));
    if (provenance?.alias && provenance.alias !== only) {
      only = provenance.alias;
      aliases++;
    }
  }
  const site = (pieces2.find((piece) => piece.provenance && piece.site) ?? pieces2[0])?.site;
  const alias = aliases === 1 ? only : void 0;
  return { provenance: alias || depends ? { alias, depends } : void 0, site };
}

// src/template/yaml/documents.ts
function readValues(text2, reader = "helm 4") {
  if (reader !== "helm 4") return mapOf(readYaml(text2, { numbers: "json.Number" })) ?? new Dict();
  let current;
  let values = new Dict();
  for (const document of splitDocuments(text2)) {
    const read2 = mapOf(readYaml(document));
    if (read2) current = new Map([...current ?? [], ...read2.entries]);
    values = merged(values, current ?? /* @__PURE__ */ new Map());
  }
  return values;
}
function mapOf(value) {
  if (value.kind === "dict") return value;
  if (value.kind === "nil") return void 0;
  throw new YamlError("error unmarshaling JSON: values that are no map");
}
function merged(base2, over) {
  const entries = new Map(base2.entries);
  for (const [key, value] of over) {
    const before = entries.get(key);
    entries.set(key, before?.kind === "dict" && value.kind === "dict" ? merged(before, value.entries) : value);
  }
  return new Dict(entries);
}
function splitDocuments(text2) {
  const documents = [];
  let start = 0;
  const ended = text2 === "" || text2.endsWith("\n") ? text2 : `${text2}
`;
  for (let at = 0; at < ended.length; ) {
    const next = ended.indexOf("\n", at) + 1;
    if (ended.startsWith("---", at)) {
      const rest2 = ended.slice(at + 3, next).trim();
      if (rest2 !== "" && !rest2.startsWith("#")) throw new YamlError(`invalid Yaml document separator: ${rest2}`);
      if (at > start) {
        documents.push(ended.slice(start, at));
        start = next;
      }
    }
    at = next;
  }
  if (start < ended.length) documents.push(ended.slice(start));
  return documents;
}

// src/template/chart/behaviour.ts
function behaviourOf(helm) {
  const version2 = helm.replace(/^v/, "");
  return { major: version2.startsWith("3.") ? 3 : 4, keepsNumberTexts: version2 === "3.18.0" };
}

// src/template/chart/values.ts
var MOST_CHARACTERS = 2e6;
function readValues2(text2, helm) {
  refuseTooLong(text2);
  return behaviourOf(helm).keepsNumberTexts ? readValues(text2, "helm 3.18.0") : readGivenValues(text2, helm);
}
function readGivenValues(text2, helm) {
  refuseTooLong(text2);
  if (behaviourOf(helm).major === 4) return readValues(text2, "helm 4");
  const first = readYaml(text2);
  if (first.kind === "dict") return first;
  if (first.kind === "nil") return new Dict();
  throw new TemplateError("a values file holds no map");
}
function refuseTooLong({ length }) {
  if (length > MOST_CHARACTERS) throw new Untraced("a values file that is too long");
}
function mergeValues(under, over) {
  const entries = new Map(under.entries);
  for (const [key, value] of over.entries) {
    const below = entries.get(key);
    entries.set(key, below?.kind === "dict" && value.kind === "dict" ? mergeValues(below, value) : value);
  }
  return new Dict(entries);
}
function copyValue(value) {
  if (value.kind === "dict") return new Dict(new Map([...value.entries].map(([key, item]) => [key, copyValue(item)])));
  if (value.kind === "list") return new List(value.items.map((item) => copyValue(item)));
  return value;
}
function lookUp(values, path) {
  let at = values;
  for (const key of path) at = at?.kind === "dict" ? at.entries.get(key) : void 0;
  return at;
}
function tableAt(values, path) {
  const found = lookUp(values, path);
  return found?.kind === "dict" ? found : void 0;
}
var bool = (value) => value?.kind === "bool" ? value.value : void 0;

// src/template/chart/json-value.ts
var MAX_DEPTH = 200;
function parseJson(text2) {
  try {
    return fromJson(JSON.parse(text2), 0);
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(`this is no JSON: ${text2.slice(0, 100)}`);
  }
}
function jsonValueAt(text2, start) {
  const blank = /[ \t\r\n]*/y;
  blank.lastIndex = start;
  blank.test(text2);
  const end = endOfJson(text2, blank.lastIndex);
  return { value: parseJson(text2.slice(start, end)), end };
}
function endOfJson(text2, start) {
  if (!/[[{"]/.test(text2[start] ?? "")) {
    const scalar = /-?(?:0|[1-9]\d*(?!\d))(?:\.\d+(?!\d)(?:[eE][+-]?\d+|(?![eE]))|[eE][+-]?\d+|(?![.eE]))|true|false|null/y;
    scalar.lastIndex = start;
    if (!scalar.test(text2)) throw new TemplateError(`this is no JSON: ${text2.slice(start, start + 100)}`);
    return scalar.lastIndex;
  }
  let depth = 0;
  let isInString = false;
  for (let at = start; at < text2.length; at++) {
    const character = text2[at];
    if (isInString) {
      if (character === "\\") at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    if (depth === 0 && !isInString) return at + 1;
  }
  return text2.length;
}
function fromJson(json, depth) {
  if (depth > MAX_DEPTH) throw new TemplateError("JSON is nested too deeply");
  if (json === null) return new Nil();
  if (typeof json === "string") return new Text(json);
  if (typeof json === "boolean") return new Bool(json);
  if (typeof json === "number") {
    if (!Number.isFinite(json)) throw new TemplateError("a number of the JSON is too large");
    return new Num(json, "float64");
  }
  if (Array.isArray(json)) return new List(json.map((item) => fromJson(item, depth + 1)));
  return new Dict(new Map(Object.entries(json).map(([key, item]) => [key, fromJson(item, depth + 1)])));
}

// src/template/chart/set-flags.ts
var ORDER = ["set-json", "set", "set-string", "set-file"];
var MAX_INDEX = 65536;
var MAX_NESTING = 30;
var MAX_ITEMS = 1e6;
function withSetFlags(values, flags, readFile = () => void 0) {
  let result = values;
  for (const kind of ORDER) for (const flag2 of flags) if (flag2.kind === kind) result = withFlag(result, flag2, readFile);
  return result;
}
function withFlag(values, { kind, text: text2 }, readFile) {
  if (kind === "set-json" && text2.trim().startsWith("{")) {
    const object = parseJson(text2);
    if (object.kind !== "dict") throw new TemplateError(`failed parsing --set-json data: ${text2}`);
    return mergeValues(values, object);
  }
  const copy2 = mergeValues(values, new Dict());
  new SetParser(text2, kind, readFile).parse(copy2);
  return copy2;
}
var SetParser = class {
  #text;
  #kind;
  #readFile;
  #at = 0;
  #itemsLeft = MAX_ITEMS;
  constructor(text2, kind, readFile) {
    this.#text = text2;
    this.#kind = kind;
    this.#readFile = readFile;
  }
  parse(values) {
    let goesOn = true;
    while (goesOn) goesOn = this.#key(values.entries, 0);
  }
  /** Reads one assignment into a map. Gives false at the end of the text, which an empty value is part of: helm forgets a new list item then. */
  #key(values, nesting) {
    const { text: key, stop } = this.#until("=[,.");
    switch (stop) {
      case void 0:
        if (key === "") return false;
        throw new TemplateError(`key "${key}" has no value`);
      case ",":
        throw new TemplateError(`key "${key}" has no value (cannot end with ,)`);
      case "=": {
        const goesOn = this.#at < this.#text.length;
        put(values, key, this.#value());
        return goesOn || this.#kind === "set-json";
      }
      case "[": {
        const index = this.#index();
        if (index === void 0) return false;
        const items = this.#item(itemsOf(values.get(key)), index, nesting);
        put(values, key, new List(items.list));
        return items.goesOn;
      }
      default: {
        if (nesting + 1 > MAX_NESTING) throw new TemplateError("value name nested level is greater than maximum");
        const inner2 = copyOf(values.get(key));
        const goesOn = this.#key(inner2.entries, nesting + 1);
        if (goesOn && inner2.entries.size === 0) throw new TemplateError(`key map "${key}" has no value`);
        if (inner2.entries.size > 0) put(values, key, inner2);
        return goesOn;
      }
    }
  }
  /** What stands behind `]`. */
  #item(list3, index, nesting) {
    if (index < 0) throw new TemplateError(`negative ${index} index not allowed`);
    const { text: text2, stop } = this.#until("[.=");
    if (text2 !== "") throw new TemplateError(`unexpected data at end of array index: "${text2}"`);
    switch (stop) {
      case void 0:
        return { list: list3, goesOn: false };
      case "=":
        return { list: this.#withItem(list3, index, this.#value()), goesOn: true };
      case "[": {
        const next = this.#index();
        if (next === void 0) return { list: list3, goesOn: false };
        const existing = list3[index];
        const inner2 = this.#item(existing?.kind === "nil" ? [] : itemsOf(existing), next, nesting);
        const isKept = inner2.goesOn || existing?.kind === "list";
        return { list: isKept ? this.#withItem(list3, index, new List(inner2.list)) : list3, goesOn: inner2.goesOn };
      }
      default: {
        const existing = list3[index];
        const inner2 = existing?.kind === "dict" ? new Dict(new Map(existing.entries)) : new Dict();
        const goesOn = this.#key(inner2.entries, nesting);
        return { list: goesOn || existing ? this.#withItem(list3, index, inner2) : list3, goesOn };
      }
    }
  }
  #withItem(list3, index, value) {
    if (index > MAX_INDEX) throw new TemplateError(`index of ${index} is greater than maximum supported index`);
    const length = Math.max(list3.length, index + 1);
    this.#itemsLeft -= length;
    if (this.#itemsLeft < 0) throw new Untraced("a flag makes too many list items");
    return Array.from({ length }, (_, i) => i === index ? value : list3[i] ?? new Nil());
  }
  /** Undefined when the text ends first, which helm lets pass. */
  #index() {
    const { text: text2, stop } = this.#until("]");
    if (stop === void 0) return void 0;
    if (!/^[+-]?\d+$/.test(text2)) throw new TemplateError(`error parsing index: "${text2}"`);
    return Number(text2);
  }
  /** What stands behind `=`, up to the comma that ends it. */
  #value() {
    if (this.#kind === "set-json") return this.#json();
    if (this.#at === this.#text.length) return new Text("");
    if (this.#text[this.#at] !== "{") return this.#scalar(this.#until(",").text);
    this.#at++;
    const items = [];
    for (; ; ) {
      const { text: text2, stop } = this.#until(",}");
      if (stop === void 0) throw new TemplateError("list must terminate with '}'");
      items.push(this.#scalar(text2));
      if (stop === "}") break;
    }
    if (this.#text[this.#at] === ",") this.#at++;
    return new List(items);
  }
  #json() {
    if (this.#skipBlanks()) return new Nil();
    const { value, end } = jsonValueAt(this.#text, this.#at);
    this.#at = end;
    this.#skipBlanks();
    return value;
  }
  /** Takes white space and one comma; whether there was one, or nothing else is left. */
  #skipBlanks() {
    while (new RegExp("^\\p{White_Space}$", "u").test(this.#text[this.#at] ?? "")) this.#at++;
    if (this.#at < this.#text.length && this.#text[this.#at] !== ",") return false;
    this.#at++;
    return true;
  }
  #scalar(text2) {
    if (this.#kind === "set-string") return new Text(text2);
    if (this.#kind === "set") return typedScalar(text2);
    const content = this.#readFile(text2);
    if (content === void 0) throw new TemplateError(`failed parsing --set-file data: ${text2}`);
    return new Text(content);
  }
  /** Takes characters up to one of `stops`; a backslash takes the next one whatever it is. */
  #until(stops) {
    let text2 = "";
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at++] ?? "";
      if (stops.includes(character)) return { text: text2, stop: character };
      text2 += character === "\\" ? this.#text[this.#at++] ?? "" : character;
    }
    return { text: text2, stop: void 0 };
  }
};
function put(values, key, value) {
  if (key !== "") values.set(key, value);
}
function itemsOf(value) {
  if (!value) return [];
  if (value.kind !== "list") throw new TemplateError("unable to parse key: interface conversion");
  return value.items;
}
function copyOf(value) {
  if (!value) return new Dict();
  if (value.kind !== "dict") throw new TemplateError("unable to parse key: interface conversion");
  return new Dict(new Map(value.entries));
}
function typedScalar(text2) {
  const word = text2.toLowerCase();
  if (word === "true" || word === "false") return new Bool(word === "true");
  if (word === "null") return new Nil();
  if (!/^(?:0|[+-]\d+|[1-9]\d*)$/.test(text2)) return new Text(text2);
  const number = Number(text2);
  if (Number.isSafeInteger(number)) return new Num(number + 0, "int64");
  const exact2 = BigInt(text2.replace("+", ""));
  if (exact2 !== BigInt.asIntN(64, exact2)) return new Text(text2);
  throw new Untraced(`--set has the number ${text2}`);
}

// src/render/set-values.ts
var setFlags = ({ set, setTexts }) => [
  ...Object.entries(set).map(
    ([key, value]) => ({ kind: "set-json", text: `${key}=${JSON.stringify(value)}` })
  ),
  ...setTexts.map((text2) => ({ kind: "set", text: text2 }))
];
var flagValues = (release) => asMapping(plainValue(withSetFlags(new Dict(), setFlags(release)))) ?? {};
function plainValue(value) {
  switch (value.kind) {
    case "bool":
    case "number":
      return value.value;
    case "text":
      return value.string;
    case "list":
      return value.items.map(plainValue);
    case "dict":
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plainValue(item)]));
    default:
      return null;
  }
}
function setValues(release) {
  try {
    return flagValues(release);
  } catch (error) {
    if (error instanceof TemplateError || error instanceof Untraced) return {};
    throw error;
  }
}

// src/template/execute/budget.ts
var LIMITS = { steps: 1e6, characters: 8e7, depth: 400 };
var Budget = class {
  #steps;
  #characters;
  #depth;
  #most;
  constructor({ steps, characters: characters2, depth } = LIMITS) {
    this.#most = steps;
    this.#steps = steps;
    this.#characters = characters2;
    this.#depth = depth;
  }
  /** How many steps were taken; what was refused was not. */
  get spent() {
    return Math.min(this.#most, this.#most - this.#steps);
  }
  /** @throws Untraced when there are no steps left. */
  step(steps = 1) {
    this.#steps -= steps;
    if (this.#steps < 0) throw new Untraced("the templates take too many steps");
  }
  /** @throws Untraced when too much text was made. */
  write(characters2) {
    this.#characters -= characters2;
    if (this.#characters < 0) throw new Untraced("the templates make too much text");
  }
  /** Runs something one level deeper. @throws Untraced when it is too deep. */
  deeper(run) {
    if (this.#depth <= 0) throw new Untraced("the templates call each other too deeply");
    this.#depth--;
    try {
      return run();
    } finally {
      this.#depth++;
    }
  }
};

// src/template/functions/cast.ts
var WHOLE = /^([+-]?)(?:0[xX]((?:_?[0-9a-fA-F])+)|0[bB]((?:_?[01])+)|0[oO]?((?:_?[0-7])*)|([1-9](?:_?\d)*))$/;
var DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
var ENDLESS = /^(?:[+-]?inf(?:inity)?|nan)$/i;
function toInt64(value) {
  switch (value.kind) {
    case "number":
      return safe(Math.trunc(value.value));
    case "bool":
      return value.value ? 1 : 0;
    case "text":
      return value.isBytes ? 0 : parseWhole(value.string);
    case "opaque":
      return parseWhole(spellingOf(value));
    default:
      return 0;
  }
}
function toFloat64(value) {
  switch (value.kind) {
    case "number":
      return value.value;
    case "bool":
      return value.value ? 1 : 0;
    case "text":
      return value.isBytes ? 0 : parseFloat642(value.string);
    case "opaque":
      return parseFloat642(spellingOf(value));
    default:
      return 0;
  }
}
function spellingOf({ goType, printed }) {
  if (goType !== "json.Number") throw new Untraced(`a number is made of ${goType}`);
  return printed;
}
function safe(value) {
  if (!Number.isSafeInteger(value)) throw new Untraced("a whole number is beyond 2^53");
  return value === 0 ? 0 : value;
}
function parseWhole(string) {
  const [, sign2, ...bases] = WHOLE.exec(string.replace(/\.0+$/, "")) ?? [];
  if (sign2 === void 0) return 0;
  const [hexadecimal2, binary, octal2, decimal2] = bases;
  const digits = (text2) => readable(text2.replaceAll("_", ""));
  let value = 0n;
  if (hexadecimal2) value = BigInt(`0x${digits(hexadecimal2)}`);
  else if (binary) value = BigInt(`0b${digits(binary)}`);
  else if (decimal2) value = BigInt(digits(decimal2));
  else if (octal2) value = BigInt(`0o${digits(octal2)}`);
  else if (/[oO]$/.test(string)) return 0;
  const limit = sign2 === "-" ? 2n ** 63n : 2n ** 63n - 1n;
  if (value > limit) return 0;
  return safe(Number(sign2 === "-" ? -value : value));
}
function parseFloat642(string) {
  if (DECIMAL.test(string)) {
    const value = Number(string);
    return Number.isFinite(value) ? value : 0;
  }
  if (ENDLESS.test(string)) return /nan/i.test(string) ? Number.NaN : string.startsWith("-") ? -Infinity : Infinity;
  if (/^[+-]?[\d._]/.test(string) && /[_xX]/.test(string))
    throw new Untraced(`the float ${string.slice(0, 40)} is read`);
  return 0;
}
var MOST_DIGITS = 1e3;
function readable(digits) {
  if (digits.length > MOST_DIGITS) throw new Untraced("a number has more than a thousand digits");
  return digits;
}
function parseInteger2(text2) {
  const [whole2, sign2, digits = ""] = /^([+-]?)(\d+)/.exec(text2) ?? [];
  const size2 = BigInt(readable(digits));
  const limit = sign2 === "-" ? 2n ** 63n : 2n ** 63n - 1n;
  const isTooLarge = whole2 === text2 ? size2 > limit : size2 >= 2n ** 64n;
  if (whole2 !== text2 && !isTooLarge) return 0n;
  const value = isTooLarge ? limit : size2;
  return sign2 === "-" ? -value : value;
}
function divisor(value) {
  if (value === 0) throw new TemplateError("integer divide by zero");
  return value;
}

// src/template/functions/version.ts
var IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
var VERSION = new RegExp(`^v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-(${IDENTIFIERS}))?(?:\\+(${IDENTIFIERS}))?$`);
var LARGEST = 2n ** 64n - 1n;
function parseVersion(text2) {
  const found = VERSION.exec(text2);
  if (!found) throw new TemplateError("invalid semantic version");
  const [, major, minor, patch, prerelease = "", metadata = ""] = found;
  if (prerelease.split(".").some((part2) => /^0\d+$/.test(part2))) throw new TemplateError("version segment starts with 0");
  return { major: segment(major), minor: segment(minor), patch: segment(patch), prerelease, metadata };
}
function segment(digits = "0") {
  const value = BigInt(readable(digits));
  if (value > LARGEST) throw new TemplateError("error parsing version segment: value out of range");
  if (value > Number.MAX_SAFE_INTEGER) throw new Untraced("a version has a number beyond 2^53");
  return Number(value);
}
function printVersion({ major, minor, patch, prerelease, metadata }) {
  return `${major}.${minor}.${patch}${prerelease && `-${prerelease}`}${metadata && `+${metadata}`}`;
}
function compareVersions(a, b) {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.prerelease, b.prerelease);
}
function comparePrereleases(a, b) {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  const others = b.split(".");
  for (const [i, part2] of a.split(".").entries()) {
    const other = others[i];
    if (other === void 0) return 1;
    const difference = compareIdentifiers(part2, other);
    if (difference !== 0) return difference;
  }
  return -1;
}
function compareIdentifiers(a, b) {
  if (a === b) return 0;
  const isNumber = /^\d+$/.test(a);
  if (isNumber !== /^\d+$/.test(b)) return isNumber ? -1 : 1;
  if (isNumber) return BigInt(readable(a)) < BigInt(readable(b)) ? -1 : 1;
  return a < b ? -1 : 1;
}

// src/template/value/bytes.ts
var ASCII = /^[\0-\x7f]*$/;
var isAscii = (string) => ASCII.test(string);
var byteLength = (string) => isAscii(string) ? string.length : Buffer.byteLength(string);
var bytesOf = (text2) => text2.bytes ?? Buffer.from(text2.string);
function offsetOfByte(string, bytes) {
  if (isAscii(string)) return bytes;
  let left = bytes;
  let offset = 0;
  for (const character of string) {
    if (left <= 0) break;
    left -= bytesOfCodePoint(character.codePointAt(0) ?? 0);
    offset += character.length;
  }
  if (left < 0) throw new Untraced("a text is cut inside a character");
  return offset;
}
function bytesOfCodePoint(codePoint) {
  if (codePoint < 128) return 1;
  if (codePoint < 2048) return 2;
  return codePoint < 65536 ? 3 : 4;
}

// src/template/value/kind.ts
var KINDS = {
  "json.Number": "string",
  "time.Duration": "int64",
  "time.Month": "int",
  "time.Weekday": "int"
};
function kindOf(value) {
  switch (value.kind) {
    case "nil":
      return "invalid";
    case "bool":
      return "bool";
    case "number":
      return value.type;
    case "text":
      return value.isBytes ? "slice" : "string";
    case "list":
      return "slice";
    case "dict":
      return "map";
    case "opaque":
      return value.goType.startsWith("*") ? "ptr" : KINDS[value.goType] ?? "struct";
  }
}
function itemsOf2(value) {
  if (value.kind === "list") return value.items;
  if (value.kind === "text" && value.isBytes)
    return [...bytesOf(value)].map((byte) => new Num(byte, "uint8", value.provenance));
  return void 0;
}

// src/template/functions/function.ts
var wrongType = (value, goType) => new TemplateError(
  value.kind === "nil" ? `invalid value; expected ${goType}` : `wrong type for value; expected ${goType}; got ${goTypeOf(value)}`
);
function goTypeOf(value) {
  switch (value.kind) {
    case "nil":
      return "<nil>";
    case "bool":
      return "bool";
    case "number":
      return value.type;
    case "text":
      return value.isBytes ? "[]uint8" : "string";
    default:
      return value.goType;
  }
}
var parameter = (goType, read2) => ({
  goType,
  isRest: false,
  read(value) {
    const result = read2(value);
    if (result === void 0) throw wrongType(value, goType);
    return result;
  }
});
var any = parameter("interface {}", (value) => value);
var text = parameter("string", (value) => value.kind === "text" && !value.isBytes ? value : void 0);
var flag = parameter("bool", (value) => value.kind === "bool" ? value : void 0);
var integer = parameter("int", (value) => {
  if (value.kind !== "number") return void 0;
  if (value.isConstant && value.type === "float64" && Number.isSafeInteger(value.value)) return int(value.value);
  return value.type === "int" ? value : void 0;
});
var list = parameter(
  "[]interface {}",
  (value) => value.kind === "list" && value.goType === "[]interface {}" ? value : value.kind === "nil" && !value.isTyped ? new List([], value.provenance) : void 0
);
var dict = parameter(
  "map[string]interface {}",
  (value) => value.kind === "dict" && isPlainMap(value) ? value : value.kind === "nil" && !value.isTyped ? new Dict(/* @__PURE__ */ new Map(), value.provenance) : void 0
);
var isPlainMap = ({ goType }) => goType === "map[string]interface {}" || goType.endsWith(".Values");
var rest = (of) => ({
  goType: of.goType,
  isRest: true,
  read: (value) => [of.read(value)]
});
function keeping(parameters, body) {
  return { call: (args, context) => body(readArguments(parameters, args), context) };
}
function deriving(parameters, body) {
  return {
    call(args, context) {
      const result = body(readArguments(parameters, args), context);
      const value = typeof result === "string" ? new Text(result) : typeof result === "boolean" ? new Bool(result) : result;
      return depending(value, args.map(dependenciesOf).reduce(union, void 0));
    }
  };
}
function readArguments(parameters, args) {
  const last = parameters.at(-1);
  const fixed2 = last?.isRest ? parameters.slice(0, -1) : parameters;
  if (last?.isRest ? args.length < fixed2.length : args.length !== fixed2.length)
    throw new TemplateError(
      `wrong number of args: want ${last?.isRest ? `at least ${fixed2.length}` : fixed2.length} got ${args.length}`
    );
  const read2 = fixed2.map((parameter2, i) => parameter2.read(args[i]));
  if (last?.isRest) read2.push(args.slice(fixed2.length).flatMap((arg) => last.read(arg)));
  return read2;
}
var int = (value) => new Num(value, "int");
var int64 = (value) => new Num(value, "int64");
var float64 = (value) => new Num(value, "float64");

// src/template/functions/order.ts
var CHANCE = rootDatum("volatile");
var DEPTH = 50;
var unorderedEntriesOf = (dict2) => dict2.entries.size > 1 ? union(dependenciesOf(dict2), CHANCE) : dependenciesOf(dict2);
function ordered(list3) {
  const { provenance } = list3;
  const depends = withoutChance(provenance?.depends, DEPTH);
  if (depends === provenance?.depends) return list3;
  const without2 = provenance?.alias ? { alias: provenance.alias, depends } : dependingOn(depends);
  return new List(list3.items, without2, list3.goType, list3.methods, list3.isNil);
}
var orderlessDependenciesOf = (value) => dependenciesOf(value.kind === "list" ? ordered(value) : value);
function withoutChance(depends, depth) {
  if (depends === CHANCE) return void 0;
  if (!depends || "source" in depends || depth === 0) return depends;
  const left = withoutChance(depends.left, depth - 1);
  const right = withoutChance(depends.right, depth - 1);
  return left === depends.left && right === depends.right ? depends : union(left, right);
}

// src/template/functions/access.ts
var ACCESS = {
  len: keeping([any], ([value]) => depending(int(lengthOf(value)), orderlessDependenciesOf(value))),
  index: keeping([any, rest(any)], ([value, keys]) => {
    if (value.kind === "nil") throw new TemplateError("index of untyped nil");
    return keys.reduce(indexed, value);
  })
};
function itemAt(list3, index) {
  const item = list3.items[index];
  const { alias, depends } = list3.provenance ?? {};
  if (item) return item.provenance?.alias && alias ? depending(item, depends) : depending(item, dependenciesOf(list3));
  return new Nil(alias ? { alias: childDatum(alias, Math.max(index, 0)), depends } : list3.provenance);
}
function lengthOf(value) {
  if (value.kind === "list") return value.items.length;
  if (value.kind === "dict") return value.entries.size;
  if (value.kind === "text") return value.bytes ? value.bytes.length : byteLength(value.string);
  if (value.kind === "opaque" && value.goType === "json.Number") return byteLength(value.printed);
  throw new TemplateError(value.kind === "nil" ? "len of nil pointer" : `len of type ${goTypeOf(value)}`);
}
function indexed(value, key) {
  const depends = dependenciesOf(key);
  switch (value.kind) {
    case "list":
      return depending(itemAt(value, placeIn(value.items.length, key)), depends);
    case "text": {
      const bytes = bytesOf(value);
      const byte = new Num(bytes[placeIn(bytes.length, key)] ?? 0, "uint8");
      return depending(depending(byte, dependenciesOf(value)), depends);
    }
    case "dict":
      if (key.kind !== "text" || key.isBytes)
        throw new TemplateError(`value has type ${goTypeOf(key)}; should be string`);
      return depending(zeroFor(value.goType, entryOf(value, key.string)), depends);
    case "nil":
      throw new TemplateError("index of nil pointer");
    default:
      throw new TemplateError(`can't index item of type ${goTypeOf(value)}`);
  }
}
function placeIn(length, key) {
  const isWhole = key.kind === "number" && kindOf(key) !== "float64";
  if (!isWhole) throw new TemplateError(`cannot index slice/array with type ${goTypeOf(key)}`);
  if (key.value < 0 || key.value >= length) throw new TemplateError(`index out of range: ${key.value}`);
  return key.value;
}
function zeroFor(goType, entry2) {
  if (entry2.kind !== "nil") return entry2;
  if (goType === "map[string]string") return new Text("", entry2.provenance);
  if (goType === "map[string][]uint8" || goType === "engine.files")
    return new Text("", entry2.provenance, { isBytes: true });
  return entry2;
}

// src/template/value/equal.ts
function isDeepEqual(a, b, budget) {
  budget.step();
  switch (a.kind) {
    case "nil":
      return b.kind === "nil";
    case "bool":
      return b.kind === "bool" && a.value === b.value;
    case "number":
      return b.kind === "number" && a.type === b.type && a.value === b.value;
    case "text":
      return b.kind === "text" && a.isBytes === b.isBytes && isSameText(a, b);
    case "list":
      return b.kind === "list" && areSameItems(a, b, budget);
    case "dict":
      return b.kind === "dict" && areSameEntries(a, b, budget);
    case "opaque":
      if (b.kind !== "opaque" || a.goType !== b.goType) return false;
      if (a.goType === "json.Number") return a.printed === b.printed;
      throw new Untraced(`two values of ${a.goType} are compared`);
  }
}
function isSameText(a, b) {
  if (!a.bytes && !b.bytes) return a.string === b.string;
  return Buffer.compare(bytesOf(a), bytesOf(b)) === 0;
}
function areSameItems(a, b, budget) {
  if (a.goType !== b.goType || a.isNil !== b.isNil || a.items.length !== b.items.length) return false;
  if (a.items === b.items && a.items.length > 0) return true;
  return budget.deeper(
    () => a.items.every((item, i) => {
      const other = b.items[i];
      return other !== void 0 && isDeepEqual(item, other, budget);
    })
  );
}
function areSameEntries(a, b, budget) {
  if (a.goType !== b.goType || a.entries.size !== b.entries.size) return false;
  if (a.entries === b.entries) return true;
  return budget.deeper(
    () => [...a.entries].every(([key, value]) => {
      const other = b.entries.get(key);
      return other !== void 0 && isDeepEqual(value, other, budget);
    })
  );
}
function compareTexts(a, b) {
  if (isAscii(a.string) && isAscii(b.string) && !a.bytes && !b.bytes)
    return a.string < b.string ? -1 : a.string > b.string ? 1 : 0;
  return Buffer.compare(bytesOf(a), bytesOf(b));
}

// src/template/functions/comparison.ts
var INT_KINDS = /* @__PURE__ */ new Set(["int", "int32", "int64"]);
var UINT_KINDS = /* @__PURE__ */ new Set(["uint8", "uint64"]);
var COMPARISON = {
  eq: deriving([any, rest(any)], ([first, others]) => isEqualToAny(spelled(first), others.map(spelled))),
  ne: comparing((a, b) => !isEqualToAny(a, [b])),
  lt: comparing((a, b) => isLess(a, b)),
  le: comparing((a, b) => isLess(a, b) || isEqualToAny(a, [b])),
  gt: comparing((a, b) => !(isLess(a, b) || isEqualToAny(a, [b]))),
  ge: comparing((a, b) => !isLess(a, b))
};
function comparing(compare) {
  return deriving([any, any], ([a, b]) => compare(spelled(a), spelled(b)));
}
var spelled = (value) => value.kind === "opaque" && value.goType === "json.Number" ? new Text(value.printed) : value;
var incompatible = () => new TemplateError("incompatible types for comparison");
function isEqualToAny(first, others) {
  if (others.length === 0) throw new TemplateError("missing argument for comparison");
  return others.some((other) => isEqual(first, other));
}
function isEqual(a, b) {
  const kind = basicKindOf(a);
  const other = basicKindOf(b);
  if (kind === void 0 && other === void 0) return isEqualToNil(a, b);
  if (kind !== other && !areIntegers(kind, other)) {
    if (a.kind !== "nil" && b.kind !== "nil") throw incompatible();
    return false;
  }
  if (a.kind === "text" && b.kind === "text") return isSameText(a, b);
  if (a.kind === "opaque" || b.kind === "opaque") throw new Untraced("a named number of Go is compared");
  return "value" in a && "value" in b && a.value === b.value;
}
function isEqualToNil(a, b) {
  if (a.kind !== "nil" && b.kind !== "nil" && kindOf(a) !== kindOf(b)) throw new TemplateError("non-comparable types");
  const isNilToo = isNil(b);
  if (isNil(a) || isNilToo) return isNil(a) === isNilToo;
  if (a.kind === "opaque") throw new Untraced(`two values of ${a.goType} are compared`);
  throw new TemplateError("non-comparable type");
}
var isNil = (value) => value.kind === "nil" || value.kind === "list" && value.isNil;
function isLess(a, b) {
  const kind = basicKindOf(a);
  const other = basicKindOf(b);
  if (kind === void 0 || other === void 0) throw new TemplateError("invalid type for comparison");
  if (kind !== other && !areIntegers(kind, other)) throw incompatible();
  if (a.kind === "text" && b.kind === "text") return compareTexts(a, b) < 0;
  if (a.kind === "number" && b.kind === "number") return a.value < b.value;
  if (a.kind === "opaque" || b.kind === "opaque") throw new Untraced("a named number of Go is compared");
  throw new TemplateError("invalid type for comparison");
}
var areIntegers = (a, b) => a === "int" && b === "uint" || a === "uint" && b === "int";
function basicKindOf(value) {
  const kind = kindOf(value);
  if (kind === "bool" || kind === "string") return kind;
  if (kind === "float64") return "float";
  if (INT_KINDS.has(kind)) return "int";
  return UINT_KINDS.has(kind) ? "uint" : void 0;
}

// src/template/functions/date-layout.ts
var UTC = { name: "UTC", offset: 0, isLocal: false };
var LOCAL = { name: "UTC", offset: 0, isLocal: true };
var MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"]
];
var WEEKDAYS = [
  ...["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
];
var ELEMENT = /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|002|0[1-6]|15|1|2006|2|__2|_2(?!006)|[345]|PM|pm|[-Z]07(?:0000|:00:00|00|:00)?|[.,](?:0+|9+)(?!\d)/;
function partsOf(layout) {
  const parts2 = [];
  let rest2 = layout;
  for (let found = ELEMENT.exec(rest2); found; found = ELEMENT.exec(rest2)) {
    parts2.push({ before: rest2.slice(0, found.index), element: found[0] });
    rest2 = rest2.slice(found.index + found[0].length);
  }
  return [...parts2, { before: rest2, element: void 0 }];
}
var showsZone = (layout) => partsOf(layout).some(({ element }) => element !== void 0 && /^(?:MST|[-Z]07)/.test(element));
function wallOf({ seconds, zone }) {
  const date = new Date((seconds + zone.offset) * 1e3);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new Untraced("a date lies outside of the years 0 to 9999");
  const first = new Date(date);
  first.setUTCMonth(0, 1);
  return {
    year,
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
    dayOfYear: Math.round((date.getTime() - first.getTime()) / 864e5) + 1
  };
}
function formatMoment(moment, layout) {
  const wall = wallOf(moment);
  return partsOf(layout).map(({ before, element }) => before + (element === void 0 ? "" : shown(element, wall, moment))).join("");
}
var two = (value) => String(value).padStart(2, "0");
function shown(element, wall, { nanoseconds, zone }) {
  switch (element) {
    case "2006":
      return String(wall.year).padStart(4, "0");
    case "06":
      return two(wall.year % 100);
    case "January":
    case "Jan":
      return (MONTHS[wall.month] ?? "").slice(0, element === "Jan" ? 3 : void 0);
    case "01":
      return two(wall.month + 1);
    case "1":
      return String(wall.month + 1);
    case "Monday":
    case "Mon":
      return (WEEKDAYS[wall.weekday] ?? "").slice(0, element === "Mon" ? 3 : void 0);
    case "02":
      return two(wall.day);
    case "2":
      return String(wall.day);
    case "_2":
      return String(wall.day).padStart(2);
    case "002":
      return String(wall.dayOfYear).padStart(3, "0");
    case "__2":
      return String(wall.dayOfYear).padStart(3);
    default:
      return shownTime(element, wall) ?? shownZone(element, zone) ?? shownFraction(element, nanoseconds);
  }
}
function shownTime(element, { hour, minute, second }) {
  switch (element) {
    case "15":
      return two(hour);
    case "03":
      return two(hour % 12 || 12);
    case "3":
      return String(hour % 12 || 12);
    case "04":
      return two(minute);
    case "4":
      return String(minute);
    case "05":
      return two(second);
    case "5":
      return String(second);
    case "PM":
      return hour >= 12 ? "PM" : "AM";
    case "pm":
      return hour >= 12 ? "pm" : "am";
    default:
      return void 0;
  }
}
function shownZone(element, { name, offset }) {
  if (element === "MST") return name === "" ? shownOffset("-0700", offset) : name;
  if (!/^[-Z]07/.test(element)) return void 0;
  return element.startsWith("Z") && offset === 0 ? "Z" : shownOffset(element, offset);
}
function shownOffset(element, offset) {
  const seconds = Math.abs(offset);
  const colon = element.includes(":") ? ":" : "";
  const fields = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60, seconds % 60];
  const count2 = element.replace(/\D/g, "").length / 2;
  return (offset < 0 ? "-" : "+") + fields.slice(0, count2).map(two).join(colon);
}
function shownFraction(element, nanoseconds) {
  const digits = String(nanoseconds).padStart(9, "0").slice(0, element.length - 1);
  if (element[1] === "0") return element.slice(0, 1) + digits;
  const trimmed2 = digits.replace(/0+$/, "");
  return trimmed2 === "" ? "" : element.slice(0, 1) + trimmed2;
}

// src/template/functions/date-parsing.ts
var Mismatch = class extends Error {
};
function parseMoment(layout, text2) {
  try {
    return momentOf(read(layout, text2));
  } catch (error) {
    if (error instanceof Mismatch) return void 0;
    throw error;
  }
}
function read(layout, text2) {
  const found = {
    ...{ year: 0, month: void 0, day: void 0, dayOfYear: void 0, hour: 0, minute: 0, second: 0 },
    ...{ nanoseconds: 0, half: void 0, zone: LOCAL }
  };
  const parts2 = partsOf(layout);
  let rest2 = text2;
  for (const [i, { before, element }] of parts2.entries()) {
    rest2 = without(rest2, before);
    if (element === void 0) break;
    rest2 = readElement(element, rest2, found);
    const hasFraction = /^[.,]/.test(parts2[i + 1]?.element ?? "");
    if (/^0?5$/.test(element) && !hasFraction) rest2 = readFraction(rest2, found);
  }
  if (rest2 !== "") throw new Mismatch();
  return found;
}
function without(text2, literal) {
  let rest2 = text2;
  let expected = literal;
  while (expected !== "") {
    if (expected.startsWith(" ")) {
      if (rest2 !== "" && !rest2.startsWith(" ")) throw new Mismatch();
      expected = expected.replace(/^ +/, "");
      rest2 = rest2.replace(/^ +/, "");
      continue;
    }
    if (rest2 === "" || rest2[0] !== expected[0]) throw new Mismatch();
    expected = expected.slice(1);
    rest2 = rest2.slice(1);
  }
  return rest2;
}
function readElement(element, text2, found) {
  const take = (pattern) => {
    const match2 = pattern.exec(text2);
    if (!match2) throw new Mismatch();
    taken = match2[0];
    return taken;
  };
  let taken = "";
  const number = (pattern, low, high) => {
    const value = Number(take(pattern));
    if (value < low || value > high) throw new Mismatch();
    return value;
  };
  const loose = /^\d\d?/;
  switch (element) {
    case "2006":
      found.year = number(/^\d{4}/, 0, 9999);
      break;
    case "06":
      found.year = number(/^(?:\d|[+-](?=\d))\d/, -9, 99);
      found.year += found.year >= 69 ? 1900 : 2e3;
      break;
    case "January":
    case "Jan":
      found.month = named(MONTHS, element === "Jan", take);
      break;
    case "Monday":
    case "Mon":
      named(WEEKDAYS, element === "Mon", take);
      break;
    case "01":
      found.month = number(/^\d\d/, 1, 12) - 1;
      break;
    case "1":
      found.month = number(loose, 1, 12) - 1;
      break;
    case "02":
      found.day = number(/^\d\d/, 0, 99);
      break;
    case "2":
      found.day = number(loose, 0, 99);
      break;
    case "_2":
      found.day = number(/^ ?\d\d?/, 0, 99);
      break;
    case "002":
      found.dayOfYear = number(/^\d{3}/, 0, 999);
      break;
    case "__2":
      found.dayOfYear = number(/^ {0,2}\d{1,3}/, 0, 999);
      break;
    case "15":
      found.hour = number(loose, 0, 23);
      break;
    case "03":
      found.hour = number(/^\d\d/, 0, 12);
      break;
    case "3":
      found.hour = number(loose, 0, 12);
      break;
    case "04":
      found.minute = number(/^\d\d/, 0, 59);
      break;
    case "4":
      found.minute = number(loose, 0, 59);
      break;
    case "05":
      found.second = number(/^\d\d/, 0, 59);
      break;
    case "5":
      found.second = number(loose, 0, 59);
      break;
    case "PM":
      found.half = take(/^[AP]M/) === "PM" ? "pm" : "am";
      break;
    case "pm":
      found.half = take(/^[ap]m/) === "pm" ? "pm" : "am";
      break;
    default:
      return /^[.,]/.test(element) ? readLayoutFraction(element, text2, found) : readZone(element, text2, found);
  }
  return text2.slice(taken.length);
}
function named(names, isShort, take) {
  const known = names.map((name) => (isShort ? name.slice(0, 3) : name).toLowerCase());
  return known.indexOf(take(new RegExp(`^(?:${known.join("|")})`, "i")).toLowerCase());
}
function readFraction(text2, found) {
  const [taken] = /^[.,]\d+/.exec(text2) ?? [];
  if (!taken) return text2;
  found.nanoseconds = nanosecondsOf(taken);
  return text2.slice(taken.length);
}
function readLayoutFraction(element, text2, found) {
  if (element[1] === "9") {
    const [taken2] = /^[.,]\d{1,9}/.exec(text2) ?? [];
    if (!taken2) return text2;
    found.nanoseconds = nanosecondsOf(taken2);
    return text2.slice(taken2.length);
  }
  if (element.length > 10) throw new Untraced("a layout has a fraction of more than nine digits");
  const taken = text2.slice(0, element.length);
  if (taken.length < element.length || !/^[.,][\d+-]\d*$/.test(taken)) throw new Mismatch();
  found.nanoseconds = nanosecondsOf(taken);
  return text2.slice(taken.length);
}
function nanosecondsOf(fraction) {
  if (fraction.length > 10) throw new Untraced("a date has a fraction of more than nine digits");
  const value = Number(fraction.slice(1)) * 10 ** (10 - fraction.length);
  if (!(value >= 0)) throw new Mismatch();
  return Math.abs(value);
}
function readZone(element, text2, found) {
  if (element === "MST") {
    if (!text2.startsWith("UTC")) throw new Untraced("a date has a zone by name");
    found.zone = UTC;
    return text2.slice(3);
  }
  if (element.startsWith("Z") && text2.startsWith("Z")) {
    found.zone = UTC;
    return text2.slice(1);
  }
  const pattern = element.slice(1).replaceAll(/\d\d/g, "(\\d\\d)");
  const match2 = new RegExp(`^([+-])${pattern}`).exec(text2);
  if (!match2) throw new Mismatch();
  const [taken, sign2, hours = "0", minutes = "0", seconds = "0"] = match2;
  if (Number(hours) > 24 || Number(minutes) > 60 || Number(seconds) > 60) throw new Mismatch();
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  found.zone = offset === 0 ? LOCAL : { name: "", offset: sign2 === "-" ? -offset : offset, isLocal: false };
  return text2.slice(taken.length);
}
function momentOf(found) {
  const { year, minute, second, nanoseconds, zone, half } = found;
  let { hour } = found;
  if (half === "pm" && hour < 12) hour += 12;
  if (half === "am" && hour === 12) hour = 0;
  const date = /* @__PURE__ */ new Date(0);
  const { month, day } = dayOf(found);
  date.setUTCFullYear(year, month, day);
  if (date.getUTCMonth() !== month || day < 1) throw new Mismatch();
  date.setUTCHours(hour, minute, second);
  return { seconds: date.getTime() / 1e3 - zone.offset, nanoseconds, zone };
}
function dayOf({ year, month, day, dayOfYear }) {
  if (dayOfYear === void 0) return { month: month ?? 0, day: day ?? 1 };
  const date = /* @__PURE__ */ new Date(0);
  date.setUTCFullYear(year, 0, dayOfYear);
  const found = { month: date.getUTCMonth(), day: date.getUTCDate() };
  const isOutside = dayOfYear < 1 || date.getUTCFullYear() !== year;
  if (isOutside || (month ?? found.month) !== found.month || (day ?? found.day) !== found.day) throw new Mismatch();
  return found;
}

// src/template/functions/go-duration.ts
var SECOND = 1000000000n;
var UNITS = /* @__PURE__ */ new Map([
  ["ns", 1n],
  ["us", 1000n],
  ["µs", 1000n],
  ["μs", 1000n],
  ["ms", 1000000n],
  ["s", SECOND],
  ["m", 60n * SECOND],
  ["h", 3600n * SECOND]
]);
var LARGEST2 = 2n ** 63n - 1n;
function parseDuration(text2) {
  const [, sign2, rest2 = ""] = /^([+-]?)(.*)$/s.exec(text2) ?? [];
  if (rest2 === "0") return 0n;
  let total = 0n;
  let length = 0;
  for (const [part2, whole2 = "", fraction = "", unit = ""] of rest2.matchAll(/(\d*)(?:\.(\d*))?([^\d.]+)/gy)) {
    const scale = UNITS.get(unit);
    if (scale === void 0 || whole2 === "" && fraction === "") return void 0;
    total += BigInt(whole2) * scale + fractionOf(fraction, scale);
    if (total > LARGEST2 + (sign2 === "-" ? 1n : 0n)) return void 0;
    length += part2.length;
  }
  if (length === 0 || length !== rest2.length) return void 0;
  return sign2 === "-" ? -total : total;
}
function fractionOf(digits, scale) {
  let value = 0n;
  let parts2 = 1;
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit);
    if (value > LARGEST2 / 10n || next > LARGEST2 + 1n) break;
    value = next;
    parts2 *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (Number(scale) / parts2)));
}
function printDuration(nanoseconds) {
  if (nanoseconds === 0n) return "0s";
  const sign2 = nanoseconds < 0n ? "-" : "";
  const all = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (all < 1000n) return `${sign2}${all}ns`;
  if (all < 1000000n) return `${sign2}${withFraction(all, 3)}µs`;
  if (all < SECOND) return `${sign2}${withFraction(all, 6)}ms`;
  const seconds = all / SECOND;
  const hours = seconds / 3600n;
  const minutes = seconds / 60n % 60n;
  const long = hours > 0n ? `${hours}h${minutes}m` : minutes > 0n ? `${minutes}m` : "";
  return `${sign2}${long}${withFraction(all % (60n * SECOND), 9)}s`;
}
function withFraction(value, places) {
  const digits = value.toString().padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return `${digits.slice(0, -places)}${fraction && `.${fraction}`}`;
}
var DAY = 24n * 3600n * SECOND;
var ROUND = [
  [365n * DAY, "y"],
  [30n * DAY, "mo"],
  [DAY, "d"],
  [3600n * SECOND, "h"],
  [60n * SECOND, "m"],
  [SECOND, "s"]
];
function roundDuration(nanoseconds) {
  const all = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const [unit, name] = ROUND.find(([unit2]) => all > unit2) ?? [1n, ""];
  return name === "" ? "0s" : `${all / unit}${name}`;
}

// src/template/functions/time-value.ts
var GO_TYPE = "time.Time";
var LAYOUT = "2006-01-02 15:04:05.999999999 -0700 MST";
var RARE = [
  ...["Add", "After", "Before", "Clock", "Compare", "Date", "Equal", "GoString", "ISOWeek", "In", "IsDST", "Location"],
  ...["AppendFormat", "MarshalBinary", "MarshalJSON", "MarshalText", "Round", "Sub", "Truncate", "UnixMicro"],
  ...["UnixMilli", "UnixNano", "Weekday", "Zone", "ZoneBounds"]
];
var momentOf2 = (value) => value.kind === "opaque" && value.goType === GO_TYPE ? value.inner : void 0;
function timeValue(moment, suffix = "") {
  return new Opaque({
    goType: GO_TYPE,
    printed: formatMoment(moment, LAYOUT) + suffix,
    methods: methodsOf(moment),
    inner: moment
  });
}
function methodsOf(moment) {
  const asking = (answer) => (args) => {
    readArguments([], args);
    return answer();
  };
  const local = (value) => moment.zone.isLocal ? depending(value, rootDatum("volatile")) : value;
  return new Map([
    ["Year", asking(() => int(wallOf(moment).year))],
    ["Month", asking(() => monthValue(wallOf(moment).month))],
    ["Day", asking(() => int(wallOf(moment).day))],
    ["YearDay", asking(() => int(wallOf(moment).dayOfYear))],
    ["Hour", asking(() => int(wallOf(moment).hour))],
    ["Minute", asking(() => int(wallOf(moment).minute))],
    ["Second", asking(() => int(wallOf(moment).second))],
    ["Nanosecond", asking(() => int(moment.nanoseconds))],
    ["Unix", asking(() => local(int64(moment.seconds)))],
    ["IsZero", asking(() => local(new Bool(moment.seconds === -62135596800 && moment.nanoseconds === 0)))],
    ["UTC", asking(() => local(timeValue({ ...moment, zone: UTC })))],
    ["Local", asking(() => depending(timeValue({ ...moment, zone: LOCAL }), rootDatum("volatile")))],
    ["String", asking(() => local(new Text(formatMoment(moment, LAYOUT))))],
    [
      "Format",
      (args) => {
        const [layout] = readArguments([text], args);
        return local(new Text(formatMoment(moment, layout.string)));
      }
    ],
    [
      "AddDate",
      (args) => {
        const [years, months, days] = readArguments([integer, integer, integer], args);
        return timeValue(added(moment, years.value, months.value, days.value));
      }
    ],
    ...RARE.map((name) => [
      name,
      () => {
        throw new Untraced(`${name} of a time is called`);
      }
    ])
  ]);
}
var monthValue = (month) => new Opaque({ goType: "time.Month", printed: MONTHS[month] ?? "", inner: new Num(month + 1, "int") });
function added(moment, years, months, days) {
  const { year, month, day } = wallOf(moment);
  const before = new Date((moment.seconds + moment.zone.offset) * 1e3);
  const date = new Date(before);
  date.setUTCFullYear(year + years, month + months, day + days);
  return { ...moment, seconds: moment.seconds + (date.getTime() - before.getTime()) / 1e3 };
}

// src/template/functions/dates.ts
var CLOCK = rootDatum("volatile");
var NOW = { seconds: 1767225600, nanoseconds: 0, zone: LOCAL };
var ZERO = { seconds: -62135596800, nanoseconds: 0, zone: UTC };
var time = {
  goType: "time.Time",
  isRest: false,
  read(value) {
    const moment = momentOf2(value);
    if (!moment) throw new TemplateError(`wrong type for value; expected time.Time; got ${goTypeOf(value)}`);
    return moment;
  }
};
var dateInZone = deriving(
  [text, any, text],
  ([layout, date, zone]) => show(layout.string, date, zoneNamed(zone.string))
);
var dateModify = deriving([text, time], ([by, moment]) => timeValue(later(moment, parseDuration(by.string) ?? 0n)));
var mustDateModify = deriving([text, time], ([by, moment]) => {
  const nanoseconds = parseDuration(by.string);
  if (nanoseconds === void 0) throw new TemplateError(`time: invalid duration "${by.string}"`);
  return timeValue(later(moment, nanoseconds));
});
var DATES = {
  now: keeping([], () => depending(timeValue(NOW, " m=+0.000000001"), CLOCK)),
  date: deriving([text, any], ([layout, date]) => show(layout.string, date, LOCAL)),
  dateInZone,
  date_in_zone: dateInZone,
  htmlDate: deriving([any], ([date]) => show("2006-01-02", date, LOCAL)),
  htmlDateInZone: deriving([any, text], ([date, zone]) => show("2006-01-02", date, zoneNamed(zone.string))),
  dateModify,
  date_modify: dateModify,
  mustDateModify,
  must_date_modify: mustDateModify,
  ago: keeping([any], ([date]) => depending(depending(new Text("0s"), CLOCK), date.provenance?.depends)),
  toDate: deriving([text, text], ([layout, given]) => timeValue(parseMoment(layout.string, given.string) ?? ZERO)),
  mustToDate: deriving([text, text], ([layout, given]) => {
    const moment = parseMoment(layout.string, given.string);
    if (!moment) throw new TemplateError(`parsing time "${given.string}" as "${layout.string}"`);
    return timeValue(moment);
  }),
  unixEpoch: deriving([time], ({ 0: moment }) => volatileIf(moment.zone.isLocal, new Text(String(moment.seconds)))),
  duration: deriving([any], ([seconds]) => printDuration(BigInt.asIntN(64, secondsOf(seconds) * 1000000000n))),
  durationRound: deriving(
    [any],
    ([given]) => momentOf2(given) ? volatileIf(true, new Text("0s")) : roundDuration(nanosecondsOf2(given))
  )
};
var volatileIf = (isVolatile, value) => value.depending(isVolatile ? CLOCK : void 0);
function show(layout, date, zone) {
  const moment = momentOf2(date) ?? unixMoment(date);
  const shown2 = new Text(formatMoment({ ...moment ?? NOW, zone }, layout));
  const isCrossing = moment?.zone.isLocal !== zone.isLocal;
  return volatileIf(!moment || isCrossing || zone.isLocal && showsZone(layout), shown2);
}
function unixMoment(value) {
  if (value.kind !== "number" || !["int", "int32", "int64"].includes(value.type)) return void 0;
  return { seconds: value.value, nanoseconds: 0, zone: UTC };
}
function zoneNamed(name) {
  if (name === "" || name === "UTC" || /\.\.|^[/\\]/.test(name)) return UTC;
  if (name === "Local") return LOCAL;
  throw new Untraced(`the time zone ${name.slice(0, 40)} is needed`);
}
function later(moment, by) {
  const nanoseconds = BigInt(moment.nanoseconds) + by;
  const rest2 = (nanoseconds % 1000000000n + 1000000000n) % 1000000000n;
  return {
    ...moment,
    seconds: moment.seconds + Number((nanoseconds - rest2) / 1000000000n),
    nanoseconds: Number(rest2)
  };
}
function secondsOf(value) {
  if (value instanceof Num && value.type === "int64") return BigInt(value.value);
  return value.kind === "text" && !value.isBytes ? parseInteger2(value.string) : 0n;
}
function nanosecondsOf2(value) {
  if (value instanceof Num && value.type === "int64") return BigInt(value.value);
  return value.kind === "text" && !value.isBytes && parseDuration(value.string) || 0n;
}

// src/template/value/print.ts
var STEPS_OF_ITEM = 10;
function printValue(value, budget = new Budget({ ...LIMITS, steps: 5e6 })) {
  if (value.kind === "text" && !value.isBytes) return value;
  if (value.kind === "list" || value.kind === "dict") return concatAll(pieces(value, budget));
  return new Text(printPlain(value), value.provenance);
}
function printPlain(value) {
  switch (value.kind) {
    case "nil":
      return "<nil>";
    case "bool":
      return String(value.value);
    case "number":
      return printNumber(value);
    case "text":
      return value.isBytes ? `[${bytesOf(value).join(" ")}]` : value.string;
    case "opaque":
      return value.printed;
  }
}
var printNumber = ({ value, type }) => type === "float64" ? formatFloat(value) : String(value === 0 ? 0 : value);
function pieces(value, budget) {
  budget.step(STEPS_OF_ITEM);
  if (value.kind === "list") {
    const begin = new Text("[", value.provenance);
    return budget.deeper(() => [begin, ...separated(value.items.map((item) => pieces(item, budget))), "]"]);
  }
  if (value.kind === "dict") return budget.deeper(() => ["map[", ...separated(entriesOf(value, budget)), "]"]);
  if (value.kind === "opaque" && isPointer(value)) return [new Text("0xc000000000", dependingOn(rootDatum("volatile")))];
  const text2 = printValue(value, budget);
  budget.write(text2.string.length);
  return [text2];
}
var entriesOf = (dict2, budget) => sortedKeys(dict2).map((key) => {
  const value = dict2.entries.get(key);
  return [new Text(`${key}:`, dict2.provenance), ...value ? pieces(value, budget) : []];
});
var separated = (parts2) => parts2.flatMap((part2, i) => i === 0 ? part2 : [" ", ...part2]);
var isPointer = ({ goType, printed }) => goType.startsWith("*") && printed.startsWith("&");

// src/template/functions/stringify.ts
var utf8 = { ...text, read: (value) => readable2(text.read(value)) };
function readable2(given) {
  if (given.bytes) throw new Untraced("a text that is not UTF-8 is worked on");
  return given;
}
function stringOf(value, { budget }) {
  if (value.kind !== "text") return printValue(value, budget);
  if (!value.isBytes) return value;
  return new Text(value.string, value.provenance, { bytes: value.bytes });
}
var readableStringOf = (value, context) => readable2(stringOf(value, context));
function stringsOf(value, context) {
  if (value.kind === "nil") return [];
  if (value.kind === "text" && value.isBytes)
    return [...value.bytes ?? Buffer.from(value.string)].map((byte) => new Text(String(byte), value.provenance));
  if (value.kind !== "list") return [stringOf(value, context)];
  context.budget.step(value.items.length);
  return value.items.filter((item) => item.kind !== "nil").map((item) => stringOf(item, context));
}
var stringList = (items, depends) => new List(items, depends && { alias: void 0, depends }, "[]string");
function steeredBy(result, ...arguments_) {
  return depending(result, arguments_.map(dependenciesOf).reduce(union, void 0));
}

// src/template/functions/dicts.ts
var PLAIN_MAP = "map[string]interface {}";
var filled = (instead) => ({
  ...dict,
  read(value) {
    if (value.kind === "nil") throw instead;
    return dict.read(value);
  }
});
var DICTS = {
  dict: keeping([rest(any)], ([pairs], context) => dictOf(pairs, context)),
  get: keeping([dict, text], ([given, key]) => {
    const found = entryOf(given, key.string);
    const value = given.entries.has(key.string) ? found : new Text("", found.provenance);
    return depending(value, dependenciesOf(key));
  }),
  set: keeping([filled(new TemplateError("assignment to entry in nil map")), text, any], ([given, key, value]) => {
    given.entries.set(key.string, depending(value, dependenciesOf(key)));
    return plain2(given);
  }),
  unset: keeping([filled(new Untraced("a key of nil is unset")), text], ([given, key]) => {
    given.entries.delete(key.string);
    return plain2(given);
  }),
  hasKey: keeping(
    [dict, text],
    ([given, key]) => depending(
      new Bool(given.entries.has(key.string)),
      union(dependenciesOf(entryOf(given, key.string)), dependenciesOf(key))
    )
  ),
  keys: keeping([rest(dict)], ([dicts]) => {
    const depends = dicts.map(unorderedEntriesOf).reduce(union, void 0);
    const names = dicts.flatMap((given) => sortedKeys(given).map((key) => keyOf(given, key)));
    return new List(names, dependingOn(depends), "[]string");
  }),
  values: keeping([dict], ([given]) => {
    const values = sortedKeys(given).map((key) => entryOf(given, key));
    return new List(values, dependingOn(unorderedEntriesOf(given)));
  }),
  pick: keeping([dict, rest(text)], ([given, keys]) => {
    const names = new Set(keys.map((key) => key.string));
    return part(given, keys, (key) => names.has(key));
  }),
  omit: keeping([dict, rest(text)], ([given, keys]) => {
    const names = new Set(keys.map((key) => key.string));
    return part(given, keys, (key) => !names.has(key));
  }),
  pluck: keeping([text, rest(dict)], ([key, dicts]) => {
    const found = dicts.filter(({ entries }) => entries.has(key.string)).map((given) => entryOf(given, key.string));
    const depends = dicts.map((given) => dependenciesOf(entryOf(given, key.string))).reduce(union, dependenciesOf(key));
    return new List(found, dependingOn(depends));
  }),
  dig: keeping([rest(any)], ([path]) => dig(path))
};
var plain2 = (given) => given.goType === PLAIN_MAP ? given : new Dict(given.entries, given.provenance);
var keyOf = (given, key) => new Text(key, dependingOn(dependenciesOf(entryOf(given, key))));
function dictOf(pairs, context) {
  const entries = /* @__PURE__ */ new Map();
  for (let i = 0; i < pairs.length; i += 2) {
    const key = stringOf(pairs[i] ?? new Nil(), context);
    entries.set(key.string, depending(pairs[i + 1] ?? new Text(""), dependenciesOf(key)));
  }
  return new Dict(entries);
}
function part(given, by, isWanted) {
  const entries = [...given.entries].filter(([key]) => isWanted(key)).map(([key]) => [key, entryOf(given, key)]);
  return new Dict(new Map(entries), dependingOn(by.map(dependenciesOf).reduce(union, dependenciesOf(given))));
}
function dig(path) {
  const [fallback, last] = path.slice(-2);
  if (path.length < 3 || !fallback || !last) throw new TemplateError("dig needs at least three arguments");
  let at = last;
  let depends;
  for (const key of path.slice(0, -2).map((key2) => text.read(key2))) {
    if (at.kind !== "dict" || at.goType !== PLAIN_MAP)
      throw new TemplateError("interface conversion: not map[string]interface {}");
    depends = union(depends, dependenciesOf(key));
    const found = entryOf(at, key.string);
    if (!at.entries.has(key.string)) return depending(fallback, union(depends, dependenciesOf(found)));
    at = found;
  }
  return depending(at, depends);
}

// src/template/yaml/scalar-style.ts
var isPrintable = (code) => code === 10 || code >= 32 && code <= 126 || code >= 160 && code <= 55295 || code >= 57344 && code <= 65533 && code !== 65279;
var indicators = (characters2) => new Set([...characters2].map((character) => character.charCodeAt(0)));
var FIRST = indicators("#,[]{}&*!|>'\"%@`");
var COLON = 58;
var HASH = 35;
function styleOf(text2, isKey, keepsTabs) {
  if (text2.startsWith("\uFEFF")) throw new Untraced("a text that starts with a mark of the byte order");
  if (text2.includes("\n")) return !isKey && analyse(text2, keepsTabs).mayBeBlock ? "literal" : "double";
  const { type } = resolvePlain(text2);
  if (type !== "string" && type !== "merge" || isBase60(text2)) return "double";
  const { mayBePlain, mayBeSingle } = analyse(text2, false);
  if (mayBePlain) return "plain";
  return mayBeSingle ? "single" : "double";
}
function analyse(text2, keepsTabs) {
  let hasIndicator = text2.startsWith("---") || text2.startsWith("...") || startsWithIndicator(text2);
  let hasBreak = false;
  let isSpecial = false;
  let spaceThenBreak = false;
  let breakThenSpace = false;
  let previous = 0;
  for (let i = 0; i < text2.length; i++) {
    const code = text2.charCodeAt(i);
    if (i > 0 && code === COLON && isGap(codeAt(text2, i + 1))) hasIndicator = true;
    if (i > 0 && code === HASH && isGap(previous)) hasIndicator = true;
    if (!isPrintable(code) && !(code === TAB && keepsTabs)) isSpecial = true;
    if (isBreak(code)) {
      hasBreak = true;
      if (previous === SPACE) spaceThenBreak = true;
    } else if (code === SPACE && isBreak(previous)) breakThenSpace = true;
    previous = code;
  }
  const isEdged = isEdge(text2.charCodeAt(0)) || isEdge(previous);
  const isUnquotable = spaceThenBreak || isSpecial;
  return {
    mayBePlain: !(hasIndicator || hasBreak || isEdged || isUnquotable || breakThenSpace),
    mayBeSingle: !(isUnquotable || breakThenSpace),
    mayBeBlock: !(isUnquotable || previous === SPACE)
  };
}
var codeAt = (text2, i) => i < text2.length ? text2.charCodeAt(i) : 0;
var isEdge = (code) => code === SPACE || isBreak(code);
function startsWithIndicator(text2) {
  const first = text2.charCodeAt(0);
  if (FIRST.has(first)) return true;
  return (first === 45 || first === 63 || first === COLON) && (isGap(codeAt(text2, 1)) || isBlank(codeAt(text2, 1)));
}

// src/template/yaml/scalar-writer.ts
var BEST_WIDTH = 80;
var ESCAPES2 = /* @__PURE__ */ new Map([
  [0, "\\0"],
  [7, "\\a"],
  [8, "\\b"],
  [9, "\\t"],
  [10, "\\n"],
  [11, "\\v"],
  [12, "\\f"],
  [13, "\\r"],
  [27, "\\e"],
  [34, '\\"'],
  [92, "\\\\"],
  [133, "\\N"],
  [8232, "\\L"],
  [8233, "\\P"]
]);
var ScalarWriter = class {
  #out = "";
  #column;
  #indent;
  #mayFold;
  /** Sorted offsets of the text. */
  #marks;
  /** The output's length when the text was written up to each mark. */
  cuts = [];
  constructor({ column, indent: indent2, mayFold }, marks) {
    this.#column = column;
    this.#indent = `
${" ".repeat(indent2)}`;
    this.#mayFold = mayFold;
    this.#marks = marks;
  }
  write(text2, style) {
    switch (style) {
      case "plain":
        if (this.#isSimple(text2)) return this.#verbatim(text2);
        this.#quoted(text2, "");
        break;
      case "single":
        this.#put("'");
        this.#quoted(text2, "'");
        this.#put("'");
        break;
      case "double":
        this.#double(text2);
        break;
      case "literal":
        this.#literal(text2);
        break;
    }
    return this.#out;
  }
  #isSimple(text2) {
    return !this.#mayFold || this.#column + text2.length <= BEST_WIDTH;
  }
  #verbatim(text2) {
    this.cuts.push(...this.#marks);
    return text2;
  }
  #put(text2) {
    this.#out += text2;
    this.#column += text2.length;
  }
  /** Goes to a new line. */
  #fold() {
    this.#out += this.#indent;
    this.#column = this.#indent.length - 1;
  }
  #passMarks(offset) {
    while (offset >= (this.#marks[this.cuts.length] ?? Number.POSITIVE_INFINITY)) this.cuts.push(this.#out.length);
  }
  /** Plain, or in single quotes, which are doubled inside. */
  #quoted(text2, quote2) {
    let afterSpace = false;
    let afterBreak = false;
    for (let i = 0; i < text2.length; i++) {
      this.#passMarks(i);
      const code = text2.charCodeAt(i);
      if (code === SPACE) {
        if (this.#foldsAt(text2, i, afterSpace) && text2.charCodeAt(i + 1) !== SPACE) this.#fold();
        else this.#put(" ");
        afterSpace = true;
      } else if (isBreak(code)) {
        this.#out += text2[i] ?? "";
        this.#column = 0;
        afterBreak = true;
      } else {
        if (afterBreak) this.#indentLine();
        this.#put(code === 39 && quote2 !== "" ? "''" : text2[i] ?? "");
        afterSpace = false;
        afterBreak = false;
      }
    }
  }
  #foldsAt(text2, i, afterSpace) {
    return this.#mayFold && !afterSpace && this.#column > BEST_WIDTH && i > 0 && i < text2.length - 1;
  }
  #indentLine() {
    this.#out += this.#indent.slice(1);
    this.#column = this.#indent.length - 1;
  }
  #double(text2) {
    this.#put('"');
    let afterSpace = false;
    for (let i = 0; i < text2.length; i++) {
      this.#passMarks(i);
      const code = text2.codePointAt(i) ?? 0;
      if (code === SPACE) {
        if (this.#foldsAt(text2, i, afterSpace)) {
          this.#fold();
          if (text2.charCodeAt(i + 1) === SPACE) this.#put("\\");
        } else this.#put(" ");
        afterSpace = true;
        continue;
      }
      this.#put(escaped(code) ?? text2[i] ?? "");
      if (code > 65535) i++;
      afterSpace = false;
    }
    this.#put('"');
  }
  #literal(text2) {
    this.#put(`|${headerOf(text2)}`);
    this.#out += "\n";
    let afterBreak = true;
    for (let i = 0; i < text2.length; i++) {
      this.#passMarks(i);
      if (isBreak(text2.charCodeAt(i))) {
        this.#out += text2[i] ?? "";
        afterBreak = true;
        continue;
      }
      if (afterBreak) this.#indentLine();
      afterBreak = false;
      const end = this.#endOfLine(text2, i);
      this.#out += text2.slice(i, end);
      i = end - 1;
    }
  }
  /** Up to the next break or mark. */
  #endOfLine(text2, from) {
    const mark = this.#marks[this.cuts.length] ?? text2.length;
    let end = from + 1;
    while (end < text2.length && end < mark && !isBreak(text2.charCodeAt(end))) end++;
    return end;
  }
};
function headerOf(text2) {
  const first = text2.charCodeAt(0);
  const indentation = first === SPACE || isBreak(first) ? "2" : "";
  if (!isBreak(text2.charCodeAt(text2.length - 1))) return `${indentation}-`;
  return text2.length === 1 || isBreak(text2.charCodeAt(text2.length - 2)) ? `${indentation}+` : indentation;
}
function escaped(code) {
  const known = ESCAPES2.get(code);
  if (known !== void 0) return known;
  if (isPrintable(code)) return void 0;
  const digits = code.toString(16).toUpperCase();
  if (code <= 255) return `\\x${digits.padStart(2, "0")}`;
  return code <= 65535 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

// src/template/yaml/emitter.ts
var LONGEST_KEY2 = 128;
var INDENT = 2;
var Emitter = class {
  segments = [];
  #dialect;
  #column = 0;
  /** Whether a line was begun by indentation or `-` alone, so that a collection may go on in it. */
  #isOpen = true;
  constructor(dialect) {
    this.#dialect = dialect;
  }
  /** @param indent the column of the collection around; -1 at the root */
  emit(value, indent2 = -1, place = "start") {
    if (value.kind === "dict" && value.entries.size > 0) this.#dict(value.entries, inner(indent2));
    else if (value.kind === "list" && value.items.length > 0) this.#list(value, indent2, place);
    else this.#flat(value, indent2);
  }
  #put(text2, provenance) {
    this.segments.push({ text: text2, site: void 0, linesBefore: 0, provenance });
    this.#column += text2.length;
  }
  /** Goes to a column, on a new line unless this one is free up to there. */
  #goTo(column, provenance) {
    const isFree = this.#isOpen && this.#column <= column;
    const text2 = isFree ? " ".repeat(column - this.#column) : `
${" ".repeat(column)}`;
    if (!isFree) this.#column = 0;
    if (text2 !== "") this.segments.push({ text: text2, site: void 0, linesBefore: 0, provenance });
    this.#column = column;
    this.#isOpen = true;
  }
  #list({ items, provenance }, indent2, place) {
    const isIndentless = place === "key" && !this.#isOpen && this.#dialect.hasIndentlessLists;
    const column = isIndentless ? indent2 : inner(indent2);
    for (const item of items) {
      this.#goTo(column, provenance);
      this.#put("-", provenance);
      this.emit(item, column, "dash");
    }
  }
  #dict(entries, column) {
    for (const key of this.#dialect.sortKeys([...entries.keys()])) {
      const value = entries.get(key);
      if (!value) continue;
      const provenance = provenanceOf(value);
      this.#goTo(column, provenance);
      if (isSimpleKey(key)) {
        this.#put(`${this.#key(key, column)}:`, provenance);
        this.#isOpen = false;
      } else {
        this.#put("?", provenance);
        this.#flat({ kind: "text", text: new Text(key, provenance) }, column);
        this.#goTo(column, provenance);
        this.#put(":", provenance);
      }
      this.emit(value, column, "key");
    }
  }
  #key(key, column) {
    const writer = new ScalarWriter({ column: this.#column, indent: column + INDENT, mayFold: false }, []);
    return writer.write(key, this.#dialect.styleOf(key, true));
  }
  /** A scalar, or an empty collection. */
  #flat(value, indent2) {
    const provenance = provenanceOf(value);
    if (!this.#isAtGap()) this.#put(" ", provenance);
    this.#isOpen = false;
    if (value.kind === "text") this.#text(value.text, inner(indent2, true));
    else this.#put(value.kind === "word" ? value.word : value.kind === "list" ? "[]" : "{}", provenance);
  }
  #isAtGap() {
    const last = this.segments.at(-1)?.text.at(-1);
    return last === void 0 || last === " " || last === "\n";
  }
  #text(text2, indent2) {
    const { string } = text2;
    const pieces2 = text2.segments;
    const marks = [];
    let offset = 0;
    for (const { text: piece } of pieces2.slice(0, -1)) {
      offset += piece.length;
      marks.push(offset);
    }
    const place = { column: this.#column, indent: indent2, mayFold: this.#dialect.folds };
    const writer = new ScalarWriter(place, marks);
    const out = writer.write(string, this.#dialect.styleOf(string, false));
    this.#pushPieces(out, pieces2, writer.cuts);
    const lineStart = Math.max(...[..."\n\u2028\u2029"].map((lineBreak) => out.lastIndexOf(lineBreak))) + 1;
    this.#column = lineStart > 0 ? out.length - lineStart : this.#column + out.length;
    this.#isOpen = isBreak(out.charCodeAt(out.length - 1));
  }
  #pushPieces(out, pieces2, cuts) {
    if (pieces2.length === 0) {
      this.segments.push({ text: out, site: void 0, linesBefore: 0, provenance: void 0 });
      return;
    }
    let start = 0;
    for (const [i, piece] of pieces2.entries()) {
      const end = i === pieces2.length - 1 ? out.length : cuts[i] ?? out.length;
      this.segments.push({ ...piece, text: out.slice(start, end) });
      start = end;
    }
  }
};
var inner = (indent2, isFlow = false) => indent2 < 0 ? isFlow ? INDENT : 0 : indent2 + INDENT;
var provenanceOf = (value) => value.kind === "text" ? value.text.provenance ?? value.text.segments[0]?.provenance : value.provenance;
function isSimpleKey(key) {
  if (key.length > LONGEST_KEY2 || /[\n\r\u0085\u2028\u2029]/.test(key)) return false;
  return key.length * 3 <= LONGEST_KEY2 || Buffer.byteLength(key) <= LONGEST_KEY2;
}

// src/template/yaml/structs.ts
var required = (name, key = name) => ({ name, key, isOptional: false });
var optional = (name, key) => ({ name, key, isOptional: true });
var METADATA = [
  optional("Name", "name"),
  optional("Home", "home"),
  optional("Sources", "sources"),
  optional("Version", "version"),
  optional("Description", "description"),
  optional("Keywords", "keywords"),
  optional("Maintainers", "maintainers"),
  optional("Icon", "icon"),
  optional("APIVersion", "apiVersion"),
  optional("Condition", "condition"),
  optional("Tags", "tags"),
  optional("AppVersion", "appVersion"),
  optional("Deprecated", "deprecated"),
  optional("Annotations", "annotations"),
  optional("KubeVersion", "kubeVersion"),
  optional("Dependencies", "dependencies"),
  optional("Type", "type")
];
var DEPENDENCY = [
  required("Name", "name"),
  optional("Version", "version"),
  required("Repository", "repository"),
  optional("Condition", "condition"),
  optional("Tags", "tags"),
  optional("Enabled", "enabled"),
  optional("ImportValues", "import-values"),
  optional("Alias", "alias")
];
var CAPABILITIES = [required("KubeVersion"), required("APIVersions"), required("HelmVersion")];
var KUBE_VERSION = [required("Version"), required("Major"), required("Minor")];
var BUILD = [
  optional("Version", "version"),
  optional("GitCommit", "git_commit"),
  optional("GitTreeState", "git_tree_state"),
  optional("GoVersion", "go_version"),
  required("KubeClientVersion", "kube_client_version")
];
var FIELDS = /* @__PURE__ */ new Map([
  ["chart.Metadata", METADATA],
  ["struct { chart.Metadata; IsRoot bool }", [...METADATA, required("IsRoot")]],
  ["*chart.Maintainer", [optional("Name", "name"), optional("Email", "email"), optional("URL", "url")]],
  ["*chart.Dependency", DEPENDENCY],
  ["*chartutil.Capabilities", CAPABILITIES],
  ["*common.Capabilities", CAPABILITIES],
  ["chartutil.KubeVersion", KUBE_VERSION],
  ["common.KubeVersion", KUBE_VERSION],
  ["version.BuildInfo", BUILD],
  ["sprig.certificate", [required("Cert"), required("Key")]]
]);
var jsonFieldsOf = (goType) => FIELDS.get(goType);

// src/template/yaml/printable.ts
var Unencodable = class extends Error {
};
var DEEPEST2 = 200;
var MOST_PARTS = 2e5;
function toPrintable(value, formatNumber2, depth = 0, parts2 = { left: MOST_PARTS }) {
  if (depth > DEEPEST2) throw new Untraced("a value that is nested too deeply");
  if (parts2.left-- <= 0) throw new Untraced("a value of too many parts");
  const { provenance } = value;
  switch (value.kind) {
    case "nil":
      return { kind: "word", word: "null", provenance };
    case "bool":
      return { kind: "word", word: String(value.value), provenance };
    case "number":
      return { kind: "word", word: numberOf(value, formatNumber2), provenance };
    case "text":
      return { kind: "text", text: textOf2(value) };
    case "list":
      if (value.isNil) return { kind: "word", word: "null", provenance };
      return {
        kind: "list",
        items: value.items.map((item) => toPrintable(item, formatNumber2, depth + 1, parts2)),
        provenance
      };
    case "dict":
      if (value.isNil) return { kind: "word", word: "null", provenance };
      return { kind: "dict", entries: entriesOf2(value.entries, formatNumber2, depth, parts2), provenance };
    case "opaque":
      return structOf(value, formatNumber2, depth, parts2);
  }
}
var entriesOf2 = (entries, formatNumber2, depth, parts2) => new Map([...entries].map(([key, entry2]) => [key, toPrintable(entry2, formatNumber2, depth + 1, parts2)]));
function numberOf(number, formatNumber2) {
  if (!Number.isFinite(number.value)) throw new Unencodable("a number that is not finite");
  return formatNumber2(number);
}
function textOf2(text2) {
  if (text2.isBytes) return replaceWhole(text2, Buffer.from(bytesOf(text2)).toString("base64"));
  if (text2.bytes) throw new Untraced("a string that is not UTF-8 is encoded");
  return text2;
}
function structOf(value, formatNumber2, depth, parts2) {
  const { goType, inner: inner2, provenance } = value;
  if (goType === "json.Number" && typeof inner2 === "number") {
    if (!Number.isSafeInteger(inner2) && Number.isInteger(inner2)) throw new Untraced("a number beyond 2^53");
    return { kind: "word", word: formatNumber2(new Num(inner2, "float64")), provenance };
  }
  const known = jsonFieldsOf(goType);
  if (!known) throw new Untraced(`${goType} is encoded`);
  const fields = known.flatMap(({ name, key, isOptional }) => {
    const field = value.fields.get(name);
    return field && (!isOptional || isTrue(field)) ? [[key, field]] : [];
  });
  return { kind: "dict", entries: entriesOf2(new Map(fields), formatNumber2, depth, parts2), provenance, isOrdered: true };
}

// src/template/yaml/json.ts
function printJson(value, layout) {
  try {
    const printer = new JsonPrinter(layout);
    printer.print(
      toPrintable(value, (number) => formatJson(number.value)),
      "\n"
    );
    return new Text(printer.segments);
  } catch (error) {
    if (error instanceof Unencodable) return void 0;
    throw error;
  }
}
var JsonPrinter = class {
  segments = [];
  #layout;
  constructor(layout) {
    this.#layout = layout;
  }
  /** @param lineStart a break and the indentation of the line */
  print(value, lineStart) {
    switch (value.kind) {
      case "word":
        this.#put(value.word, value.provenance);
        break;
      case "text":
        this.#text(value.text);
        break;
      case "list":
        this.#collection(
          "[]",
          value.provenance,
          lineStart,
          value.items.map((item) => ["", item])
        );
        break;
      case "dict": {
        const entries = [...value.entries];
        if (!value.isOrdered) entries.sort(([a], [b]) => compareBytes(a, b));
        const colon = this.#layout.isPretty ? ": " : ":";
        const named2 = entries.map(([key, entry2]) => [this.#quote(key) + colon, entry2]);
        this.#collection("{}", value.provenance, lineStart, named2);
      }
    }
  }
  #put(text2, provenance) {
    this.segments.push({ text: text2, site: void 0, linesBefore: 0, provenance });
  }
  #collection([open = "", close = ""], provenance, lineStart, parts2) {
    if (parts2.length === 0) {
      this.#put(open + close, provenance);
      return;
    }
    const { isPretty } = this.#layout;
    const inside = `${lineStart}  `;
    this.#put(open, provenance);
    for (const [i, [key, value]] of parts2.entries()) {
      this.#put(`${i > 0 ? "," : ""}${isPretty ? inside : ""}${key}`, key === "" ? provenance : provenanceOf(value));
      this.print(value, inside);
    }
    this.#put(`${isPretty ? lineStart : ""}${close}`, provenance);
  }
  #text(text2) {
    const { segments } = mapPieces(text2, (piece) => this.#escape(piece));
    const first = segments[0]?.provenance;
    this.#put('"', first);
    this.segments.push(...segments);
    this.#put('"', segments.at(-1)?.provenance);
  }
  #quote(text2) {
    return `"${this.#escape(text2)}"`;
  }
  #escape(text2) {
    const escaped4 = JSON.stringify(text2).slice(1, -1).replace(/[\u2028\u2029]/g, unicodeEscape);
    return this.#layout.escapesHtml ? escaped4.replace(/[<>&]/g, unicodeEscape) : escaped4;
  }
};
var unicodeEscape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

// src/template/yaml/key-order.ts
var LETTER = new RegExp("^\\p{L}$", "u");
var DIGIT = new RegExp("^\\p{Nd}$", "u");
var isLetter = (code) => code < 128 ? (code | 32) >= 97 && (code | 32) <= 122 : LETTER.test(String.fromCodePoint(code));
var isDigit2 = (code) => code < 128 ? code >= 48 && code <= 57 : DIGIT.test(String.fromCodePoint(code));
var MOST_PROVEN = 300;
function sortKeys(keys, lettersEndNumbers) {
  const codes = new Map(keys.map((key) => [key, Array.from(key, (character) => character.codePointAt(0) ?? 0)]));
  const compare = (a, b) => compareKeys(codes.get(a) ?? [], codes.get(b) ?? [], lettersEndNumbers);
  const sorted = [...keys].sort(compare);
  if (keys.length > 2 && keys.length <= MOST_PROVEN && keys.some((key) => new RegExp("\\P{L}", "u").test(key))) {
    for (const [i, key] of sorted.entries())
      for (let j = i + 2; j < sorted.length; j++)
        if (compare(key, sorted[j] ?? "") > 0) throw new Untraced("keys that have no order");
  }
  return sorted;
}
function compareKeys(a, b, lettersEndNumbers) {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const left = a[i] ?? 0;
    const right = b[i] ?? 0;
    if (left === right) continue;
    const isLetterLeft = isLetter(left);
    const isLetterRight = isLetter(right);
    if (isLetterLeft && isLetterRight) return left - right;
    if (isLetterLeft || isLetterRight) {
      const isFirst = lettersEndNumbers && i > 0 && isDigit2(a[i - 1] ?? 0) ? isLetterLeft : isLetterRight;
      return isFirst ? -1 : 1;
    }
    return compareNumbers(a, b, i) || left - right;
  }
  return a.length - b.length;
}
function compareNumbers(a, b, at) {
  let start = 0;
  if (a[at] === 48 || b[at] === 48) {
    for (let j = at - 1; j >= 0 && isDigit2(a[j] ?? 0); j--) {
      if (a[j] === 48) continue;
      start = 1;
      break;
    }
  }
  const [left, leftEnd] = numberAt(a, at, start);
  const [right, rightEnd] = numberAt(b, at, start);
  if (left !== right) return left < right ? -1 : 1;
  return leftEnd - rightEnd;
}
function numberAt(codes, at, start) {
  let value = BigInt(start);
  let end = at;
  for (; isDigit2(codes[end] ?? 0); end++) value = BigInt.asIntN(64, value * 10n + BigInt((codes[end] ?? 0) - 48));
  return [value, end];
}

// src/template/yaml/dialect.ts
var TO_YAML = {
  folds: true,
  hasIndentlessLists: true,
  sortKeys: (keys) => sortKeys(keys, false),
  styleOf: (text2, isKey) => styleOf(text2, isKey, false)
};
var TO_YAML_PRETTY = {
  folds: false,
  hasIndentlessLists: false,
  sortKeys: (keys) => sortKeys(keys, true),
  styleOf: (text2, isKey) => styleOf(text2, isKey, true)
};

// src/template/yaml/print.ts
var UNREADABLE = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/;
var NEXT_LINE = "";
var LONGEST_KEY3 = 1e3;
function printYaml(value) {
  try {
    const printable = asReadBack(toPrintable(value, formatYaml));
    return emit(printable, TO_YAML);
  } catch (error) {
    if (error instanceof Unencodable) return void 0;
    throw error;
  }
}
function printPretty(value) {
  return emit(withoutStructs(toPrintable(value, formatPretty)), TO_YAML_PRETTY);
}
function withoutStructs(printable) {
  if (printable.kind === "dict" && printable.isOrdered) throw new Untraced("a struct of Go is printed by toYamlPretty");
  const inside = printable.kind === "dict" ? printable.entries : printable.kind === "list" ? printable.items : [];
  for (const part2 of inside.values()) withoutStructs(part2);
  return printable;
}
function emit(printable, dialect) {
  const emitter = new Emitter(dialect);
  emitter.emit(printable);
  return new Text(withoutLastBreak(emitter));
}
function withoutLastBreak({ segments }) {
  const last = segments.findLastIndex(({ text: text2 }) => text2 !== "");
  const segment2 = segments[last];
  if (segment2?.text.endsWith("\n")) segments[last] = { ...segment2, text: segment2.text.slice(0, -1) };
  return segments;
}
var nothingOf = (value) => new Text("", dependingOn(deepDependenciesOf(value)));
function asReadBack(printable) {
  switch (printable.kind) {
    case "word":
      return printable;
    case "text":
      return { kind: "text", text: readBack(printable.text) };
    case "list":
      return { ...printable, items: printable.items.map(asReadBack) };
    case "dict": {
      for (const key of printable.entries.keys()) checkKey(key);
      return { ...printable, entries: new Map([...printable.entries].map(([key, entry2]) => [key, asReadBack(entry2)])) };
    }
  }
}
function checkKey(key) {
  if (UNREADABLE.test(key)) throw new Unencodable("a character that YAML does not have");
  if (key.includes(NEXT_LINE)) throw new Untraced("a key with U+0085");
  if (key.length * 6 > LONGEST_KEY3 && JSON.stringify(key).length > LONGEST_KEY3) throw new Untraced("a very long key");
}
function readBack(text2) {
  const { string } = text2;
  if (UNREADABLE.test(string)) throw new Unencodable("a character that YAML does not have");
  if (!string.includes(NEXT_LINE)) return text2;
  if (/\u0085(?:---|\.\.\.)/.test(string)) throw new Untraced("U+0085 before a mark of YAML documents");
  return mapWhole(text2, (string2) => string2.replace(/ *\u0085[ \u0085]*/g, foldBreaks));
}
function foldBreaks(gap) {
  const breaks = gap.split(NEXT_LINE).length - 1;
  return breaks === 1 ? " " : "\n".repeat(breaks - 1);
}
var mapWhole = (text2, rewrite) => text2.segments.length < 2 ? mapPieces(text2, rewrite) : new Text(rewrite(text2.string), dependingOn(text2.depends));

// src/template/yaml/read-json.ts
var WHITESPACE = /[ \t\n\r]*/y;
var NUMBER = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
var DEEPEST3 = 200;
function readJson(text2) {
  const source = text2.string;
  if (text2.bytes) throw new Untraced("JSON that is not UTF-8");
  try {
    JSON.parse(source);
  } catch {
    throw new YamlError("text that is no JSON");
  }
  return new JsonReader(source, originsOf(text2)).read();
}
var JsonReader = class {
  #source;
  #originAt;
  #offset = 0;
  #depth = 0;
  constructor(source, originAt) {
    this.#source = source;
    this.#originAt = originAt;
  }
  read() {
    this.#take(WHITESPACE);
    const start = this.#offset;
    switch (this.#source[start]) {
      case "{":
        return this.#deeper(() => this.#dict(start));
      case "[":
        return this.#deeper(() => this.#list(start));
      case '"': {
        const string = this.#string();
        return textFrom(string, this.#originAt(start, this.#offset));
      }
      case "t":
      case "f": {
        const word = this.#source.startsWith("true", start) ? "true" : "false";
        this.#offset += word.length;
        return new Bool(word === "true", this.#provenance(start));
      }
      case "n":
        this.#offset += "null".length;
        return new Nil(this.#provenance(start));
      default:
        return this.#number(start);
    }
  }
  #take(pattern) {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#source)?.[0] ?? "";
    this.#offset += found.length;
    return found;
  }
  #provenance(start) {
    return this.#originAt(start, this.#offset).provenance;
  }
  #deeper(read2) {
    if (this.#depth >= DEEPEST3) throw new Untraced("JSON that is nested too deeply");
    this.#depth++;
    const value = read2();
    this.#depth--;
    return value;
  }
  #string() {
    const start = this.#offset;
    let end = start + 1;
    while (this.#source[end] !== '"') end += this.#source[end] === "\\" ? 2 : 1;
    this.#offset = end + 1;
    const string = JSON.parse(this.#source.slice(start, this.#offset));
    return string.toWellFormed();
  }
  #number(start) {
    const value = Number(this.#take(NUMBER));
    if (!Number.isFinite(value)) throw new Untraced("a number beyond float64");
    return new Num(value, "float64", this.#provenance(start));
  }
  /** Takes a bracket, and tells whether the one that closes comes next. */
  #open(close) {
    this.#offset++;
    this.#take(WHITESPACE);
    return this.#goesOn(close);
  }
  /** Passes what stands behind an item; false at the end. */
  #goesOn(close) {
    this.#take(WHITESPACE);
    const character = this.#source[this.#offset];
    if (character === "," || character === close) this.#offset++;
    return character !== close;
  }
  #list(start) {
    const items = [];
    for (let isOpen2 = this.#open("]"); isOpen2; isOpen2 = this.#goesOn("]")) items.push(this.read());
    return new List(items, this.#originAt(start, start + 1).provenance);
  }
  #dict(start) {
    const entries = /* @__PURE__ */ new Map();
    for (let isOpen2 = this.#open("}"); isOpen2; isOpen2 = this.#goesOn("}")) {
      this.#take(WHITESPACE);
      const key = this.#string();
      this.#take(WHITESPACE);
      this.#offset++;
      entries.set(key, this.read());
    }
    return new Dict(entries, this.#originAt(start, start + 1).provenance);
  }
};
var textFrom = (string, { provenance, site }) => site ? new Text([{ text: string, site, linesBefore: 0, provenance }]) : new Text(string, provenance);

// src/template/yaml/toml.ts
var DEEPEST4 = 100;
var BARE_KEY = /^[A-Za-z0-9_-]+$/;
var SHORT_ESCAPES = {
  "\b": "\\b",
  "	": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\"
};
var NilElement = class extends Error {
};
function printToml(value) {
  if (value.kind !== "dict") throw new Untraced("TOML of something that is no map");
  try {
    const printer = new TomlPrinter();
    printer.table([], value);
    return new Text(printer.segments);
  } catch (error) {
    if (!(error instanceof NilElement)) throw error;
    return new Text("toml: cannot encode array with nil element", dependingOn(deepDependenciesOf(value)));
  }
}
var isTables = (value) => value.kind === "list" && value.items.length > 0 && value.items.every((item) => item.kind === "dict");
var TomlPrinter = class {
  segments = [];
  /** The entries of a table, with their own header lines where they are tables. */
  table(path, dict2) {
    if (path.length > DEEPEST4) throw new Untraced("a value that is nested too deeply");
    const keys = sortedKeys(dict2);
    for (const key of keys) this.#entry(path, key, dict2.entries.get(key));
    for (const key of keys) this.#tables([...path, key], dict2.entries.get(key));
  }
  #put(text2, provenance) {
    this.segments.push({ text: text2, site: void 0, linesBefore: 0, provenance });
  }
  /** `key = value`, unless the value is nil or a table. */
  #entry(path, key, value) {
    if (!value || value.kind === "nil" || value.kind === "dict" || isTables(value)) return;
    this.#put(`${"  ".repeat(path.length)}${quotedKey(key)} = `, value.provenance);
    this.#inline(value, path.length);
    this.#put("\n", value.provenance);
  }
  #tables(path, value) {
    const name = path.map(quotedKey).join(".");
    const indent2 = "  ".repeat(path.length - 1);
    if (value?.kind === "dict") {
      this.#put(`${path.length === 1 ? this.#emptyLine : ""}${indent2}[${name}]
`, value.provenance);
      this.table(path, value);
    } else if (value && isTables(value)) {
      for (const item of value.items) {
        this.#put(`${this.#emptyLine}${indent2}[[${name}]]
`, item.provenance);
        if (item.kind === "dict") this.table(path, item);
      }
    }
  }
  /** Nothing at the very start. */
  get #emptyLine() {
    return this.segments.length > 0 ? "\n" : "";
  }
  #inline(value, depth) {
    if (depth > DEEPEST4) throw new Untraced("a value that is nested too deeply");
    const { provenance } = value;
    switch (value.kind) {
      case "bool":
        this.#put(String(value.value), provenance);
        break;
      case "number":
        this.#put(numberOf2(value), provenance);
        break;
      case "text":
        this.#text(value);
        break;
      case "list":
        this.#sequence(
          "[]",
          provenance,
          value.items.map((item) => ["", item]),
          depth
        );
        break;
      case "dict":
        this.#sequence("{}", provenance, inlineEntries(value), depth);
        break;
      case "nil":
        throw new NilElement();
      case "opaque":
        throw new Untraced(`TOML of ${value.goType}`);
    }
  }
  #sequence([open = "", close = ""], provenance, parts2, depth) {
    this.#put(open, provenance);
    for (const [i, [key, value]] of parts2.entries()) {
      if (!value) continue;
      this.#put(`${i > 0 ? ", " : ""}${key}`, provenance);
      this.#inline(value, depth + 1);
    }
    this.#put(close, provenance);
  }
  #text(text2) {
    if (text2.isBytes || text2.bytes) throw new Untraced("TOML of bytes");
    const { segments } = mapPieces(text2, escaped2);
    this.#put('"', segments[0]?.provenance);
    this.segments.push(...segments);
    this.#put('"', segments.at(-1)?.provenance);
  }
};
function inlineEntries(dict2) {
  const keys = sortedKeys(dict2).sort((a, b) => Number(isTable(dict2, a)) - Number(isTable(dict2, b)));
  const entries = keys.map((key) => [`${quotedKey(key)} = `, dict2.entries.get(key)]);
  if (entries.some(([, value]) => value?.kind === "nil")) throw new Untraced("a nil in an inline table");
  return entries;
}
var isTable = (dict2, key) => {
  const value = dict2.entries.get(key);
  return value?.kind === "dict" || value !== void 0 && isTables(value);
};
var quotedKey = (key) => BARE_KEY.test(key) ? key : `"${escaped2(key)}"`;
var escaped2 = (text2) => Array.from(text2, (character) => {
  const code = character.codePointAt(0) ?? 0;
  const isControl = code < 32 || code === 127;
  return SHORT_ESCAPES[character] ?? (isControl ? `\\u${code.toString(16).padStart(4, "0")}` : character);
}).join("");
function numberOf2({ value, type }) {
  if (!Number.isFinite(value)) throw new Untraced("a number that is not finite");
  if (type !== "float64") return formatFloat(value, "f");
  const digits = formatFloat(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

// src/template/functions/encodings-of-data.ts
var charged = (printed, { budget }) => {
  budget.write(printed.string.length);
  return printed;
};
var printing = (print2) => keeping([any], ([value], context) => charged(print2(value) ?? nothingOf(value), context));
var mustPrint = (print2) => keeping([any], ([value], context) => {
  const printed = print2(value);
  if (!printed) throw new TemplateError("the value cannot be encoded");
  return charged(printed, context);
});
var jsonAs = (layout) => (value) => printJson(value, layout);
var JSON_LINE = jsonAs({ escapesHtml: true, isPretty: false });
var PRETTY_JSON = jsonAs({ escapesHtml: true, isPretty: true });
var RAW_JSON = jsonAs({ escapesHtml: false, isPretty: false });
var mismatch = (value, wanted) => {
  const kinds = {
    nil: "null",
    bool: "bool",
    number: "number",
    text: "string",
    list: "array",
    dict: "object",
    opaque: "object"
  };
  return `json: cannot unmarshal ${kinds[value.kind]} into Go value of type ${wanted}`;
};
var YAML = {
  read: readYaml,
  prefix: "error unmarshaling JSON: while decoding JSON: ",
  failurePrefix: "error converting YAML to JSON: ",
  keepsNil: false
};
var JSON_TEXT = { read: readJson, prefix: "", failurePrefix: "", keepsNil: true };
var UNKNOWN_WORDS = rootDatum("volatile");
function readOr(given, { read: read2, failurePrefix }) {
  try {
    return { value: read2(given) };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const depends = error.isWorded ? given.depends : union(given.depends, UNKNOWN_WORDS);
    return { message: new Text(failurePrefix + error.message, dependingOn(depends)) };
  }
}
var mismatchText = (given, value, { prefix }, wanted) => new Text(prefix + mismatch(value, wanted), dependingOn(given.depends));
var readingDict = (reader) => keeping([text], ([given], { budget }) => {
  budget.write(given.string.length);
  const result = readOr(given, reader);
  if ("value" in result && result.value.kind === "dict") return result.value;
  const depends = dependingOn(given.depends);
  if ("value" in result && result.value.kind === "nil") {
    if (reader.keepsNil) throw new Untraced("a nil map");
    return new Dict(/* @__PURE__ */ new Map(), depends);
  }
  const message = "message" in result ? result.message : mismatchText(given, result.value, reader, "map[string]interface {}");
  return new Dict(/* @__PURE__ */ new Map([["Error", message]]), depends);
});
var readingList = (reader) => keeping([text], ([given], { budget }) => {
  budget.write(given.string.length);
  const result = readOr(given, reader);
  if ("value" in result && result.value.kind === "list") return result.value;
  const depends = dependingOn(given.depends);
  if ("value" in result && result.value.kind === "nil")
    return new List([], depends, void 0, void 0, reader.keepsNil);
  const message = "message" in result ? result.message : mismatchText(given, result.value, reader, "[]interface {}");
  return new List([message], depends);
});
var mustReadJson = keeping([text], ([given]) => readJson(given));
var untraced = (name) => keeping([any], ([value]) => {
  throw new Untraced(`${name} of something with ${deepDependenciesOf(value) ? "data" : "no data"} in it`);
});
var ENCODINGS_OF_DATA = {
  toYaml: printing(printYaml),
  mustToYaml: mustPrint(printYaml),
  toYamlPretty: printing(printPretty),
  fromYaml: readingDict(YAML),
  fromYamlArray: readingList(YAML),
  toJson: printing(JSON_LINE),
  mustToJson: mustPrint(JSON_LINE),
  toPrettyJson: printing(PRETTY_JSON),
  mustToPrettyJson: mustPrint(PRETTY_JSON),
  toRawJson: mustPrint(RAW_JSON),
  mustToRawJson: mustPrint(RAW_JSON),
  fromJson: readingDict(JSON_TEXT),
  mustFromJson: mustReadJson,
  fromJsonArray: readingList(JSON_TEXT),
  toToml: printing(printToml),
  fromToml: untraced("fromToml")
};

// src/template/functions/flow.ts
var FLOW = {
  not: deriving([any], ([value]) => !isTrue(value)),
  default: keeping(
    [any, rest(any)],
    ([fallback, [given]]) => given === void 0 || isTrue(given) ? given ?? fallback : depending(fallback, dependenciesOf(given))
  ),
  empty: deriving([any], ([value]) => !isTrue(value)),
  coalesce: keeping([rest(any)], ([values]) => firstFilled(values)),
  ternary: keeping([any, any, flag], ([yes, no, test2]) => depending(test2.value ? yes : no, dependenciesOf(test2))),
  all: keeping([rest(any)], ([values]) => untilDecided(values, false)),
  any: keeping([rest(any)], ([values]) => untilDecided(values, true))
};
function firstFilled(values) {
  let depends;
  for (const value of values) {
    if (isTrue(value)) return depending(value, depends);
    depends = union(depends, dependenciesOf(value));
  }
  return depending(new Nil(), depends);
}
function untilDecided(values, deciding) {
  let depends;
  for (const value of values) {
    depends = union(depends, dependenciesOf(value));
    if (isTrue(value) === deciding) return depending(new Bool(deciding), depends);
  }
  return depending(new Bool(!deciding), depends);
}

// src/template/functions/lists.ts
var list2 = keeping([rest(any)], ([items], { budget }) => listOf(items, void 0, budget));
var append = keeping(
  [any, any],
  ([given, item], { budget }) => listOf([...sliceOf(given).items, item], dependenciesOf(given), budget)
);
var PLAIN = {
  first: keeping([any], ([given]) => itemAt(sliceOf(given), 0)),
  last: keeping([any], ([given]) => itemAt(sliceOf(given), sliceOf(given).items.length - 1)),
  rest: keeping([any], ([given], { budget }) => remaining(given, 1, void 0, budget)),
  initial: keeping([any], ([given], { budget }) => remaining(given, 0, -1, budget)),
  append,
  push: append,
  prepend: keeping(
    [any, any],
    ([given, item], { budget }) => listOf([item, ...sliceOf(given).items], dependenciesOf(given), budget)
  ),
  reverse: keeping(
    [any],
    ([given], { budget }) => listOf(sliceOf(given).items.toReversed(), dependenciesOf(given), budget)
  ),
  compact: keeping([any], ([given], { budget }) => chosen(given, sliceOf(given).items.filter(isTrue), [], budget)),
  uniq: keeping([any], ([given], { budget }) => chosen(given, unique(sliceOf(given).items, budget), [], budget)),
  without: keeping(
    [any, rest(any)],
    ([given, omitted], { budget }) => chosen(
      given,
      sliceOf(given).items.filter((item) => !includes(omitted, item, budget)),
      omitted,
      budget
    )
  ),
  has: keeping([any, any], ([item, given], { budget }) => {
    if (given.kind === "nil") return depending(new Bool(false), dependenciesOf(given));
    return depending(new Bool(includes(sliceOf(given).items, item, budget)), decidedBy(given, [item]));
  }),
  slice: keeping([any, rest(any)], ([given, places], { budget }) => sliced(given, places, budget)),
  chunk: keeping([integer, any], ([size2, given], { budget }) => chunks(size2, given, budget))
};
var LISTS = {
  ...PLAIN,
  ...Object.fromEntries(
    Object.entries(PLAIN).map(([name, called]) => [`must${name[0]?.toUpperCase()}${name.slice(1)}`, called])
  ),
  list: list2,
  tuple: list2,
  concat: keeping([rest(any)], ([lists], { budget }) => {
    const items = lists.flatMap((given) => sliceOf(given).items);
    const depends = lists.map(dependenciesOf).reduce(union, void 0);
    return items.length === 0 ? nilList(depends) : listOf(items, depends, budget);
  })
};
function sliceOf(value) {
  if (value.kind === "list") return value;
  const items = itemsOf2(value);
  if (!items) throw new TemplateError(`Cannot find a list in type ${kindOf(value)}`);
  return new List(items, value.provenance, "[]uint8");
}
function listOf(items, depends, budget) {
  budget.step(items.length);
  return new List(items, dependingOn(depends));
}
var nilList = (depends) => new List([], dependingOn(depends), void 0, void 0, true);
function remaining(given, from, to, budget) {
  const { items } = sliceOf(given);
  const depends = dependenciesOf(given);
  return items.length === 0 ? nilList(depends) : listOf(items.slice(from, to), depends, budget);
}
var chosen = (given, items, by, budget) => listOf(items, union(dependenciesOf(given), decidedBy(given, by)), budget);
var decidedBy = (given, others) => {
  const inside = given.kind === "list" ? given.items.map(deepDependenciesOf) : [];
  return [orderlessDependenciesOf(given), ...inside, ...others.map(deepDependenciesOf)].reduce(union, void 0);
};
var includes = (items, wanted, budget) => items.some((item) => isDeepEqual(item, wanted, budget));
function unique(items, budget) {
  const found = [];
  for (const item of items) if (!includes(found, item, budget)) found.push(item);
  return found;
}
function sliced(given, places, budget) {
  const { items, goType } = sliceOf(given);
  const depends = [given, ...places].map(dependenciesOf).reduce(union, void 0);
  if (items.length === 0) return depending(new Nil(), depends);
  const start = places[0] ? toInt64(places[0]) : 0;
  const end = places[1] ? toInt64(places[1]) : items.length;
  if (end > items.length) throw new Untraced("a list is cut beyond its end, where Go may still have room");
  if (start < 0 || end < start) throw new TemplateError("slice index out of bounds");
  budget.step(end - start);
  return new List(items.slice(start, end), dependingOn(depends), goType);
}
function chunks(size2, given, budget) {
  const { items } = sliceOf(given);
  const count2 = Math.floor((items.length - 1) / size2.value) + 1;
  const depends = union(dependenciesOf(given), dependenciesOf(size2));
  if (!Number.isFinite(count2) || count2 < 0) throw new TemplateError("makeslice: len out of range");
  const parts2 = [];
  for (let start = 0; parts2.length < count2; start += size2.value) {
    const isLast = parts2.length === count2 - 1;
    const length = isLast ? items.length % size2.value || size2.value : size2.value;
    if (length < 0) throw new TemplateError("makeslice: len out of range");
    parts2.push(listOf(items.slice(start, start + length), depends, budget));
  }
  return new List(parts2, dependingOn(depends), "[][]interface {}");
}

// src/template/functions/merging.ts
var deepCopy = keeping([any], ([value], { budget }) => {
  if (value.kind === "nil") throw new TemplateError("reflect: call of reflect.Value.Type on zero Value");
  return copy(value, budget);
});
var MERGING = {
  merge: merging(false),
  mustMerge: merging(false),
  mergeOverwrite: merging(true),
  mustMergeOverwrite: merging(true),
  deepCopy,
  mustDeepCopy: deepCopy
};
function merging(isOverwriting) {
  return keeping([any, rest(dict)], ([first, others], { budget }) => {
    if (first.kind === "nil" && others.length === 0) throw new Untraced("nil is merged with nothing");
    const into = dict.read(first);
    for (const other of others) mergeEntries(into, other, isOverwriting, budget);
    return depending(plain2(into), others.map(dependenciesOf).reduce(union, void 0));
  });
}
function mergeEntries(into, from, isOverwriting, budget) {
  if (into.entries === from.entries) return;
  budget.step(from.entries.size + 1);
  budget.deeper(() => {
    for (const [key, value] of from.entries) mergeEntry(into, key, value, isOverwriting, budget);
  });
}
function mergeEntry(into, key, value, isOverwriting, budget) {
  const present = into.entries.get(key);
  if (value.kind === "nil") {
    if (isOverwriting) into.entries.set(key, value);
    return;
  }
  if (value.kind === "dict" && present?.kind === "dict") {
    if (value.goType !== present.goType) throw new Untraced(`${value.goType} is merged into ${present.goType}`);
    mergeEntries(present, value, isOverwriting, budget);
    if (present.entries.size > 0) return;
  }
  if (present && isStruct(present) && isInside(present, value))
    throw new Untraced("a struct of Go is merged with another one, or with a map");
  if (present && isTrue(present) && !isOverwriting) return;
  into.entries.set(key, depending(value, present && dependenciesOf(present)));
}
var isInside = (present, value) => value.kind === "dict" || isStruct(value) && (value.goType !== present.goType || value.fields !== present.fields);
var isStruct = (value) => value.kind === "opaque" && value.goType !== "json.Number";
function copy(value, budget) {
  budget.step();
  if (value.kind === "dict")
    return budget.deeper(() => {
      const entries = [...value.entries].map(([key, entry2]) => [key, copy(entry2, budget)]);
      return new Dict(new Map(entries), value.provenance, value.goType, value.methods, value.isNil);
    });
  if (value.kind === "list")
    return budget.deeper(
      () => new List(
        value.items.map((item) => copy(item, budget)),
        value.provenance,
        value.goType,
        value.methods,
        value.isNil
      )
    );
  return value;
}

// src/template/functions/network.ts
var NETWORK = {
  getHostByName: deriving([text], () => "")
};

// src/template/functions/decimal.ts
var QUOTIENT_DIGITS = 16;
var add = (a, b) => {
  const exponent = Math.min(a.exponent, b.exponent);
  return { coefficient: scaled(a, exponent) + scaled(b, exponent), exponent };
};
var subtract = (a, b) => add(a, { ...b, coefficient: -b.coefficient });
var multiply = (a, b) => ({
  coefficient: a.coefficient * b.coefficient,
  exponent: a.exponent + b.exponent
});
var divide = (a, b) => {
  if (b.coefficient === 0n) throw new TemplateError("decimal division by 0");
  const shift = a.exponent - b.exponent + QUOTIENT_DIGITS;
  const dividend = magnitude(a.coefficient) * 10n ** BigInt(Math.max(shift, 0));
  const by = magnitude(b.coefficient) * 10n ** BigInt(Math.max(-shift, 0));
  const rounded = (2n * dividend + by) / (2n * by);
  const isNegative = a.coefficient < 0n !== b.coefficient < 0n;
  return { coefficient: isNegative ? -rounded : rounded, exponent: -QUOTIENT_DIGITS };
};
function calculate(operation, first, others) {
  const { coefficient, exponent } = others.reduce((sum, value) => operation(sum, decimalOf(value)), decimalOf(first));
  return coefficient === 0n ? 0 : Number(`${coefficient}e${exponent}`);
}
function decimalOf(value) {
  if (!Number.isFinite(value)) throw new TemplateError(`Cannot create a Decimal from ${value}`);
  const [mantissa = "0", power = "0"] = value.toExponential().split("e");
  const [whole2 = "0", fraction = ""] = mantissa.split(".");
  return { coefficient: BigInt(whole2 + fraction), exponent: Number(power) - fraction.length };
}
var scaled = ({ coefficient, exponent }, to) => coefficient * 10n ** BigInt(exponent - to);
var magnitude = (value) => value < 0n ? -value : value;

// src/template/functions/numbers.ts
var EXACT_PLACES = 15;
var floating = {
  goType: "float64",
  isRest: false,
  read(value) {
    if (value.kind === "number" && (value.type === "float64" || value.isConstant)) return float64(value.value);
    throw new TemplateError(`wrong type for value; expected float64; got ${goTypeOf(value)}`);
  }
};
var NUMBERS = {
  int: cast("int", toInt64),
  int64: cast("int64", toInt64),
  float64: cast("float64", toFloat64),
  atoi: deriving([text], ({ 0: given }) => int(safe(Number(parseInteger2(given.string))))),
  toDecimal: deriving([any], ([value], { budget }) => int64(octal(printValue(value, budget).string))),
  add: deriving([rest(any)], ([values]) => int64(fold(values, (a, b) => a + b, 0))),
  add1: deriving([any], ([value]) => int64(safe(toInt64(value) + 1))),
  sub: deriving([any, any], ([a, b]) => int64(safe(toInt64(a) - toInt64(b)))),
  mul: deriving([any, rest(any)], ([first, others]) => int64(fold(others, (a, b) => a * b, toInt64(first)))),
  div: deriving([any, any], ([a, b]) => int64(safe(Math.trunc(toInt64(a) / divisor(toInt64(b)))))),
  mod: deriving([any, any], ([a, b]) => int64(safe(toInt64(a) % divisor(toInt64(b))))),
  max: deriving([any, rest(any)], ([first, others]) => int64(fold(others, Math.max, toInt64(first)))),
  biggest: deriving([any, rest(any)], ([first, others]) => int64(fold(others, Math.max, toInt64(first)))),
  min: deriving([any, rest(any)], ([first, others]) => int64(fold(others, Math.min, toInt64(first)))),
  maxf: deriving([any, rest(any)], ([first, others]) => float64([first, ...others].map(toFloat64).reduce(larger))),
  minf: deriving([any, rest(any)], ([first, others]) => float64([first, ...others].map(toFloat64).reduce(smaller))),
  addf: deriving([rest(any)], ([values]) => float64(calculate(add, 0, values.map(toFloat64)))),
  add1f: deriving([any], ([value]) => float64(calculate(add, toFloat64(value), [1]))),
  subf: decimal(subtract),
  mulf: decimal(multiply),
  divf: decimal(divide),
  floor: deriving([any], ([value]) => float64(Math.floor(toFloat64(value)))),
  ceil: deriving([any], ([value]) => float64(Math.ceil(toFloat64(value)))),
  round: deriving(
    [any, integer, rest(floating)],
    ([value, places, [from]]) => float64(round(toFloat64(value), places.value, from?.value ?? 0.5))
  )
};
function cast(type, read2) {
  return keeping([any], ([given]) => {
    const number = new Num(read2(given), type);
    if (isWritten(given, number.value)) return withProvenance(number, aliasOf(given));
    return depending(number, dependenciesOf(given));
  });
}
function isWritten(given, value) {
  if (given.kind === "number") return given.value === value;
  return (given.kind === "text" ? given.string : given.kind === "opaque" && given.printed) === String(value);
}
function aliasOf(given) {
  if (given.kind !== "text" || given.provenance?.alias) return given.provenance;
  const [first, ...others] = given.segments;
  return first && others.length === 0 ? first.provenance : dependingOn(given.depends);
}
function fold(values, combine, first) {
  return values.reduce((result, value) => safe(combine(result, toInt64(value))), first);
}
function decimal(operation) {
  return deriving(
    [any, rest(any)],
    ([first, others]) => float64(calculate(operation, toFloat64(first), others.map(toFloat64)))
  );
}
var larger = (a, b) => a === Infinity || b === Infinity ? Infinity : Math.max(a, b);
var smaller = (a, b) => -larger(-a, -b);
function octal(string) {
  return /^[+-]?[0-7]+$/.test(string) && Math.abs(Number.parseInt(string, 8)) < 2 ** 63 ? safe(Number.parseInt(string, 8)) : 0;
}
function round(value, places, from) {
  if (Math.abs(places) > EXACT_PLACES) throw new Untraced(`a number is rounded to ${places} places`);
  const power = 10 ** places;
  const digit = power * value;
  const fraction = digit - Math.trunc(digit);
  return (fraction >= from ? Math.ceil(digit) : Math.floor(digit)) / power;
}

// src/template/functions/ranges.ts
var RANGES = {
  until: keeping([integer], ([end], { budget }) => numbers([new Num(0, "int"), end], end.value < 0 ? -1 : 1, budget)),
  untilStep: keeping(
    [integer, integer, integer],
    ([start, end, step], { budget }) => numbers([start, end, step], step.value, budget)
  ),
  seq: deriving([rest(integer)], ([bounds], { budget }) => {
    const text2 = sequence(
      bounds.map(({ value }) => value),
      budget
    ).join(" ");
    budget.write(text2.length);
    return text2;
  })
};
function numbers(bounds, step, budget) {
  const depends = bounds.map((bound) => dependenciesOf(bound)).reduce(union, void 0);
  const provenance = dependingOn(depends);
  const [start, end] = bounds;
  const items = count(start.value, end.value, step, budget).map((value) => new Num(value, "int", provenance));
  return new List(items, provenance, "[]int");
}
function count(start, end, step, budget) {
  const found = [];
  if (end < start ? step >= 0 : step <= 0) return found;
  budget.step(Math.ceil((end - start) / step));
  for (let at = start; step > 0 ? at < end : at > end; at += step) found.push(at);
  return found;
}
function sequence(bounds, budget) {
  if (bounds.length === 0 || bounds.length > 3) return [];
  const start = bounds.length === 1 ? 1 : bounds[0] ?? 1;
  const end = bounds.at(-1) ?? 1;
  const direction = end < start ? -1 : 1;
  const step = bounds.length === 3 ? bounds[1] ?? 1 : direction;
  return end < start && step > 0 && bounds.length === 3 && direction < 0 ? [] : count(start, end + direction, step, budget);
}

// src/template/functions/reflection.ts
var REFLECTION = {
  kindOf: deriving([any], ([value]) => kindOf(value)),
  kindIs: deriving([text, any], ([kind, value]) => kindOf(value) === kind.string),
  typeOf: deriving([any], ([value]) => goTypeOf(value)),
  typeIs: deriving([text, any], ([type, value]) => goTypeOf(value) === type.string),
  typeIsLike: deriving([text, any], ([type, value]) => [type.string, `*${type.string}`].includes(goTypeOf(value))),
  deepEqual: keeping(
    [any, any],
    ([a, b], { budget }) => depending(new Bool(isDeepEqual(a, b, budget)), union(deepDependenciesOf(a), deepDependenciesOf(b)))
  )
};

// src/template/functions/version-constraint.ts
var LONGEST = 200;
var IDENTIFIERS2 = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
var PART = "[0-9|xX*]+";
var OPEN_VERSION = `v?${PART}(?:\\.${PART})?(?:\\.${PART})?(?:-${IDENTIFIERS2})?(?:\\+${IDENTIFIERS2})?`;
var ONE = new RegExp(`^(=?|!=|>|<|>=|=>|<=|=<|~|~>|\\^)\\s*(${OPEN_VERSION})(?=\\s*(?:,|$)|\\s+\\S)`);
var PARTS = new RegExp(`^v?(${PART})(?:\\.(${PART}))?(?:\\.(${PART}))?(-${IDENTIFIERS2})?`);
var RANGE = new RegExp(`\\s*(${OPEN_VERSION})\\s+-\\s+(${OPEN_VERSION})\\s*`, "g");
function fulfils(version2, constraints) {
  if (constraints.length > LONGEST) throw new Untraced("the constraints of a version are too long");
  const alternatives = constraints.replaceAll(RANGE, ">= $1, <= $2 ").split("||").map(parseAll);
  return alternatives.some((all) => {
    const takesPrereleases = version2.prerelease === "" || all.some((one) => one.version.prerelease !== "");
    return takesPrereleases && all.every((one) => fulfilsOne(version2, one));
  });
}
function parseAll(text2) {
  const found = [];
  for (let rest2 = text2.trim(); rest2 !== "" || found.length === 0; ) {
    const [whole2, operator = "", version2 = ""] = ONE.exec(rest2) ?? [];
    if (whole2 === void 0) throw new TemplateError(`improper constraint: ${text2}`);
    found.push(constraintOf(operator, version2));
    rest2 = rest2.slice(whole2.length).replace(/^\s*,?\s*(?=\S)/, "");
  }
  return found;
}
function constraintOf(operator, text2) {
  const [, major = "", minor, patch, prerelease = ""] = PARTS.exec(text2) ?? [];
  const read2 = (closed) => parseVersion(closed + prerelease);
  if (isOpen(major)) return { operator, version: read2("0.0.0"), open: "major" };
  if (isOpen(minor)) return { operator, version: read2(`${major}.0.0`), open: "minor" };
  if (isOpen(patch)) return { operator, version: read2(`${major}.${minor}.0`), open: "patch" };
  return { operator, version: parseVersion(text2), open: void 0 };
}
var isOpen = (part2) => part2 === void 0 || /^[xX*]$/.test(part2);
function fulfilsOne(version2, constraint) {
  const order = compareVersions(version2, constraint.version);
  switch (constraint.operator) {
    case "!=":
      return isOther(version2, constraint, order);
    case ">":
      return isAbove(version2, constraint, order);
    case "<":
      return order < 0;
    case ">=":
    case "=>":
      return order >= 0;
    case "<=":
    case "=<":
      return isUpTo(version2, constraint, order);
    case "~":
    case "~>":
      return isTilde(version2, constraint, order);
    case "^":
      return isCaret(version2, constraint, order);
    default:
      return constraint.open ? isTilde(version2, constraint, order) : order === 0;
  }
}
function isOther(version2, { version: wanted, open }, order) {
  if (!open) return order !== 0;
  if (version2.major !== wanted.major) return true;
  if (open === "minor") return false;
  if (version2.minor !== wanted.minor) return true;
  return open === "patch" ? version2.prerelease !== wanted.prerelease : order !== 0;
}
function isAbove(version2, { version: wanted, open }, order) {
  if (version2.major !== wanted.major || open === "major" || !open) return order > 0;
  return open === "patch" && version2.minor > wanted.minor;
}
function isUpTo(version2, { version: wanted, open }, order) {
  if (!open) return order <= 0;
  if (version2.major !== wanted.major) return version2.major < wanted.major;
  return open === "minor" || version2.minor <= wanted.minor;
}
function isTilde(version2, { version: wanted, open }, order) {
  if (order < 0) return false;
  const isZero = wanted.major === 0 && wanted.minor === 0 && wanted.patch === 0;
  if (isZero && open !== "minor" && open !== "patch") return true;
  return version2.major === wanted.major && (open === "minor" || version2.minor === wanted.minor);
}
function isCaret(version2, { version: wanted, open }, order) {
  if (order < 0) return false;
  if (wanted.major > 0 || open === "minor") return version2.major === wanted.major;
  if (version2.major > 0) return false;
  if (wanted.minor > 0 || open === "patch") return version2.minor === wanted.minor;
  return version2.minor === 0 && version2.patch === wanted.patch;
}

// src/template/functions/semver.ts
var SEMVER = {
  semver: deriving([text], ([given]) => versionValue(parseVersion(given.string), given.string)),
  semverCompare: deriving(
    [text, text],
    ([constraints, given]) => fulfils(parseVersion(given.string), constraints.string)
  )
};
var GO_TYPE2 = "*semver.Version";
var version = {
  goType: GO_TYPE2,
  isRest: false,
  read(value) {
    if (value.kind === "opaque" && value.goType === GO_TYPE2) return value.inner;
    throw new TemplateError(`wrong type for value; expected ${GO_TYPE2}; got ${goTypeOf(value)}`);
  }
};
var RARE2 = ["IncMajor", "IncMinor", "IncPatch", "SetPrerelease", "SetMetadata", "MarshalJSON", "MarshalText", "Value"];
function versionValue(given, original) {
  const asking = (answer) => (args) => {
    readArguments([], args);
    return answer();
  };
  const comparing2 = (answer) => (args) => {
    const [other] = readArguments([version], args);
    return answer(compareVersions(given, other));
  };
  const printed = printVersion(given);
  const methods = new Map([
    ["Major", asking(() => new Num(given.major, "uint64"))],
    ["Minor", asking(() => new Num(given.minor, "uint64"))],
    ["Patch", asking(() => new Num(given.patch, "uint64"))],
    ["Prerelease", asking(() => new Text(given.prerelease))],
    ["Metadata", asking(() => new Text(given.metadata))],
    ["Original", asking(() => new Text(original))],
    ["String", asking(() => new Text(printed))],
    ["Compare", comparing2((order) => int(Math.sign(order)))],
    ["Equal", comparing2((order) => new Bool(order === 0))],
    ["LessThan", comparing2((order) => new Bool(order < 0))],
    ["LessThanEqual", comparing2((order) => new Bool(order <= 0))],
    ["GreaterThan", comparing2((order) => new Bool(order > 0))],
    ["GreaterThanEqual", comparing2((order) => new Bool(order >= 0))],
    ...RARE2.map((name) => [
      name,
      () => {
        throw new Untraced(`${name} of a version is called`);
      }
    ])
  ]);
  return new Opaque({ goType: GO_TYPE2, printed, methods, inner: given });
}

// src/template/value/recent-characters.ts
var RECENT = new RegExp(
  [
    "[\\u0897\\u088f\\u0c5c\\u0cdc\\u1acf-\\u1aeb\\u1b4e-\\u1b7f\\u1c89\\u1c8a\\u20c1\\u2427-\\u2429\\u2b96\\u2ffc-\\u2fff",
    "\\u31e4-\\u31ef\\ua7cb-\\ua7dc\\ua7f1\\ufbc3-\\ufbd2\\ufd90\\ufd91\\ufdc8-\\ufdce",
    "\\u{105c0}-\\u{105f3}\\u{10940}-\\u{10959}\\u{10d40}-\\u{10d8f}\\u{10ec2}-\\u{10efc}\\u{11380}-\\u{113e2}",
    "\\u{116d0}-\\u{116e3}\\u{11b60}-\\u{11bf9}\\u{11db0}-\\u{11de9}\\u{11f5a}\\u{13460}-\\u{143fa}\\u{16100}-\\u{16139}",
    "\\u{16d40}-\\u{16d79}\\u{16ea0}-\\u{16ed3}\\u{16ff2}-\\u{16ff6}\\u{187f8}-\\u{187ff}\\u{18cff}\\u{18d09}-\\u{18df2}",
    "\\u{1cc00}-\\u{1cef0}\\u{1e5d0}-\\u{1e6ff}\\u{1f6d8}\\u{1f777}-\\u{1f77a}\\u{1f8b2}-\\u{1f8d8}\\u{1fa54}-\\u{1fa57}",
    "\\u{1fa89}-\\u{1fa8f}\\u{1fabe}\\u{1fac6}\\u{1fac8}\\u{1facd}\\u{1fadc}\\u{1fadf}\\u{1fae9}-\\u{1faef}",
    "\\u{1fbcb}-\\u{1fbfa}\\u{2b73a}-\\u{2b73f}\\u{2cea2}-\\u{2cead}\\u{2ebf0}-\\u{2ee5d}\\u{323b0}-\\u{33479}]"
  ].join(""),
  "u"
);
var hasRecentCharacter = (string) => RECENT.test(string);

// src/template/functions/trimming.ts
var WHITE_SPACE = "\\t\\n\\v\\f\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
var SPACE2 = new RegExp(`[${WHITE_SPACE}]`);
function trimmed(string, isCut) {
  let start = 0;
  while (start < string.length) {
    const character = String.fromCodePoint(string.codePointAt(start) ?? 0);
    if (!isCut(character)) break;
    start += character.length;
  }
  let end = string.length;
  while (end > start) {
    const isPair = end - 2 >= start && /^[\ud800-\udbff][\udc00-\udfff]$/.test(string.slice(end - 2, end));
    if (!isCut(string.slice(end - (isPair ? 2 : 1), end))) break;
    end -= isPair ? 2 : 1;
  }
  return [start, end];
}
var trimSpace = (given) => cut(given, ...trimmed(given.string, (character) => SPACE2.test(character)));
var trimAll = keeping([utf8, utf8], ([cutset, given]) => {
  const characters2 = new Set(cutset.string);
  return steeredBy(cut(given, ...trimmed(given.string, (character) => characters2.has(character))), cutset);
});
function slice(given, start, end) {
  if (start < 0 || end < start || end > byteLength(given.string)) throw new TemplateError("slice bounds out of range");
  return cut(given, offsetOfByte(given.string, start), offsetOfByte(given.string, end));
}
function truncate(given, count2) {
  const length = byteLength(given.string);
  if (count2 < 0) return length + count2 > 0 ? slice(given, length + count2, length) : given;
  return length > count2 ? slice(given, 0, count2) : given;
}
function substring(given, start, end) {
  const length = byteLength(given.string);
  if (start < 0) return slice(given, 0, end);
  return slice(given, start, end < 0 || end > length ? length : end);
}
function abbreviate(given, offset, width) {
  const length = byteLength(given.string);
  if (length <= width) return given;
  const room = width - 3;
  const from = length - Math.min(offset, length) < room ? length - room : Math.min(offset, length);
  if (from <= 4) return concat(slice(given, 0, room), "...");
  if (width < 7) return new Text("");
  if (from + room >= length) return concat("...", slice(given, length - room, length));
  return concat("...", slice(given, from, from + width - 6), "...");
}
var steering = (body, counts) => counts === 1 ? keeping([integer, utf8], ([a, given]) => steeredBy(body(given, a.value), a)) : keeping([integer, integer, utf8], ([a, b, given]) => steeredBy(body(given, a.value, b.value), a, b));
var TRIMMING = {
  trim: keeping([utf8], ([given]) => trimSpace(given)),
  trimAll,
  trimall: trimAll,
  trimPrefix: keeping(
    [utf8, utf8],
    ([prefix, given]) => steeredBy(given.string.startsWith(prefix.string) ? cut(given, prefix.string.length) : given, prefix)
  ),
  trimSuffix: keeping([utf8, utf8], ([suffix, given]) => {
    const end = given.string.length - suffix.string.length;
    return steeredBy(given.string.endsWith(suffix.string) ? cut(given, 0, end) : given, suffix);
  }),
  trunc: steering((given, count2) => truncate(given, count2 ?? 0), 1),
  substr: steering((given, start, end) => substring(given, start ?? 0, end ?? 0), 2),
  abbrev: steering((given, width) => (width ?? 0) < 4 ? given : abbreviate(given, 0, width ?? 0), 1),
  abbrevboth: steering((given, left, right) => {
    const [offset = 0, width = 0] = [left, right];
    return width < 4 || offset > 0 && width < 7 ? given : abbreviate(given, offset, width);
  }, 2)
};

// src/template/functions/words.ts
var WORD = /(?:[A-Z]+(?![a-z])|[A-Z]?[a-z]+)(?:\d+(?![\da-z]))?|\d+[\da-z]*/;
var SIGNS = /[^\w -][^A-Za-z\d ]*/;
var USUAL = /^[\w\-!"#%&'()*,./:;?@[\\\]{} ]*$/;
var TOKEN = new RegExp(`(?<word>${WORD.source})|(?<signs>${SIGNS.source})|[-_ ]`, "g");
function delimited(string, delimiter) {
  refuseUnusual(string);
  let end = -1;
  let result = "";
  for (const { 0: token, index, groups } of string.matchAll(TOKEN)) {
    if (groups?.signs !== void 0) result += token;
    else if (groups?.word === void 0) result += delimiter;
    else {
      result += (index === end ? delimiter : "") + token.toLowerCase();
      end = index + token.length;
    }
  }
  return result;
}
function camelCase(string) {
  refuseUnusual(string);
  const [leading = ""] = /^[-_ ]*/.exec(string) ?? [];
  if (leading === string) return string === "" ? "" : string + string.slice(-1);
  return leading + string.slice(leading.length).replace(/(^|[-_ ](?=[^-_ ]))(?:([A-Z]+)|([a-z]))?/g, capitalised);
}
var capitalised = (_match, _connector, capitals = "", small = "") => capitals.slice(0, 1) + capitals.slice(1).toLowerCase() + small.toUpperCase();
function refuseUnusual(string) {
  if (!USUAL.test(string)) throw new Untraced("words with unusual signs are told apart");
}

// src/template/functions/casing.ts
var SPACE3 = new RegExp(`[${WHITE_SPACE}]`);
var upperCharacter = (character) => simple(character, character.toUpperCase());
var lowerCharacter = (character) => simple(character, character.toLowerCase());
function simple(character, mapped) {
  if (mapped !== character && hasRecentCharacter(character + mapped))
    throw new Untraced(`the case of ${character} is changed`);
  if ([...mapped].length === 1) return mapped;
  throw new Untraced(`the case of ${character} is changed`);
}
var eachCharacter = (map) => (string) => Array.from(string, map).join("");
var upper = (string) => isAscii(string) ? string.toUpperCase() : eachCharacter(upperCharacter)(string);
var lower = (string) => isAscii(string) ? string.toLowerCase() : eachCharacter(lowerCharacter)(string);
function byWord(string, isBoundary, first, other = (character) => character) {
  let isFirst = true;
  let result = "";
  for (const character of string) {
    result += isFirst ? first(character) : other(character);
    isFirst = isBoundary(character);
  }
  return result;
}
var isSpace = (character) => SPACE3.test(character);
var isSeparator = (character) => isAscii(character) ? !/\w/.test(character) : isSpace(character);
var title = (string) => byWord(string, isSeparator, titleCharacter);
var titleCharacter = (character) => {
  if (/[\u01c4-\u01cc\u01f1-\u01f3\u10d0-\u10ff]/.test(character))
    throw new Untraced(`the case of ${character} is changed`);
  return upperCharacter(character);
};
function swap(character) {
  if (new RegExp("\\p{Lu}|\\p{Lt}", "u").test(character)) return lowerCharacter(character);
  return new RegExp("\\p{Ll}", "u").test(character) ? upperCharacter(character) : character;
}
var swapFirst = (character) => new RegExp("\\p{Ll}", "u").test(character) ? titleCharacter(character) : swap(character);
function initials(string) {
  if (!isAscii(string)) throw new Untraced("initials of text that is not ASCII");
  let isFirst = true;
  let result = "";
  for (const character of string) {
    if (isFirst && !isSpace(character)) result += character;
    isFirst = isSpace(character);
  }
  return result;
}
function mapWhole2(given, rewrite) {
  if (!given.hasSegments) return mapPieces(given, rewrite);
  const rewritten = rewrite(given.string);
  if (rewritten.length !== given.string.length) return replaceWhole(given, rewritten);
  let offset = 0;
  return mapPieces(given, (piece) => {
    offset += piece.length;
    return rewritten.slice(offset - piece.length, offset);
  });
}
var mapping = (rewrite) => keeping([utf8], ([given]) => mapWhole2(given, rewrite));
var CASING = {
  upper: mapping(upper),
  lower: mapping(lower),
  title: mapping(title),
  untitle: mapping((string) => byWord(string, isSpace, lowerCharacter)),
  swapcase: mapping((string) => byWord(string, isSpace, swapFirst, swap)),
  initials: mapping(initials),
  snakecase: mapping((string) => delimited(string, "_")),
  kebabcase: mapping((string) => delimited(string, "-")),
  camelcase: mapping(camelCase)
};

// src/template/functions/certificates.ts
import { X509Certificate } from "node:crypto";

// src/template/functions/base.ts
var BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
var PADDING = "=".charCodeAt(0);
var WHOLE_BYTES32 = [2, 4, 5, 7];
var signs = (alphabet) => new Set(Buffer.from(alphabet));
var SIGNS64 = signs(BASE64);
var SIGNS32 = signs(BASE32);
var isLineBreak = (byte) => byte === 10 || byte === 13;
function decodeBase64(encoded) {
  const fault = fault64(encoded);
  return fault === void 0 ? Buffer.from(Buffer.from(encoded).toString("latin1"), "base64") : `illegal base64 data at input byte ${fault}`;
}
function fault64(encoded) {
  let held = 0;
  for (let at = 0; at < encoded.length; at++) {
    const byte = encoded[at];
    if (byte === void 0 || isLineBreak(byte)) continue;
    if (byte === PADDING) return faultOfPadding64(encoded, at, held);
    if (!SIGNS64.has(byte)) return at;
    held = (held + 1) % 4;
  }
  return held === 0 ? void 0 : encoded.length - held;
}
function faultOfPadding64(encoded, at, held) {
  if (held < 2) return at;
  let next = afterLineBreaks(encoded, at + 1);
  if (held === 2) {
    if (next === encoded.length) return next;
    if (encoded[next] !== PADDING) return next - 1;
    next = afterLineBreaks(encoded, next + 1);
  }
  return next < encoded.length ? next : void 0;
}
function afterLineBreaks(encoded, start) {
  let at = start;
  while (at < encoded.length && isLineBreak(encoded[at])) at++;
  return at;
}
function decodeBase32(encoded) {
  const dense = encoded.filter((byte) => !isLineBreak(byte));
  const end = endOf32(dense);
  return "fault" in end ? `illegal base32 data at input byte ${end.fault}` : bytesOf32(dense.subarray(0, end.length));
}
function endOf32(dense) {
  for (const [at, byte] of dense.entries()) {
    if (SIGNS32.has(byte)) continue;
    const held2 = at % 8;
    const left = dense.length - at - 1;
    if (byte !== PADDING || held2 < 2 || left >= 8) return { fault: at };
    if (left + held2 < 7) return { fault: dense.length };
    for (let next = at + 1; next < at + 8 - held2; next++)
      if (next < dense.length && dense[next] !== PADDING) return { fault: next - 1 };
    return WHOLE_BYTES32.includes(held2) ? { length: at } : { fault: at };
  }
  const held = dense.length % 8;
  return held === 0 ? { length: dense.length } : { fault: dense.length - held };
}
function bytesOf32(dense) {
  const bytes = new Uint8Array(Math.floor(dense.length * 5 / 8));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const byte of dense) {
    held = (held << 5 | BASE32.indexOf(String.fromCharCode(byte))) & 4095;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = held >> bits & 255;
  }
  return bytes;
}
function encodeBase32(bytes) {
  let encoded = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8 | byte) & 4095;
    for (bits += 8; bits >= 5; bits -= 5) encoded += BASE32[held >> bits - 5 & 31] ?? "";
  }
  if (bits > 0) encoded += BASE32[held << 5 - bits & 31] ?? "";
  return encoded.padEnd(Math.ceil(bytes.length / 5) * 8, "=");
}

// src/template/functions/volatile.ts
import { createCipheriv, createDecipheriv } from "node:crypto";
var VOLATILE = dependingOn(rootDatum("volatile"));
var volatileText = (string, ...arguments_) => steeredBy(new Text(string, VOLATILE), ...arguments_);
var random = (character) => keeping([integer], ([count2], { budget }) => {
  budget.write(Math.max(count2.value, 0));
  return volatileText(character.repeat(Math.max(count2.value, 0)), count2);
});
var BCRYPT_LIMIT = 72;
var TOO_LONG = "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
var bcrypt = (password) => byteLength(password.string) > BCRYPT_LIMIT ? steeredBy(new Text(TOO_LONG), password) : volatileText(`$2a$10$${"x".repeat(53)}`, password);
function htpasswd(user, password) {
  if (user.string.includes(":")) return steeredBy(new Text(`invalid username: ${user.string}`), user);
  const hash2 = bcrypt(password);
  return steeredBy(new Text(`${user.string}:${hash2.string}`), user, hash2);
}
var keyOf2 = (password) => {
  const key = Buffer.alloc(32);
  Buffer.from(bytesOf(password)).copy(key);
  return key;
};
function encryptAES(password, given) {
  if (given.string === "") return steeredBy(new Text(""), password, given);
  const vector = Buffer.alloc(16);
  const cipher = createCipheriv("aes-256-cbc", keyOf2(password), vector);
  const encrypted = Buffer.concat([vector, cipher.update(bytesOf(given)), cipher.final()]);
  return volatileText(encrypted.toString("base64"), password, given);
}
function decryptAES(password, given) {
  if (given.string === "") return steeredBy(new Text(""), password, given);
  const encrypted = decodeBase64(bytesOf(given));
  if (typeof encrypted === "string") throw new TemplateError(encrypted);
  try {
    const decipher = createDecipheriv("aes-256-cbc", keyOf2(password), encrypted.subarray(0, 16));
    const decrypted = Buffer.concat([decipher.update(encrypted.subarray(16)), decipher.final()]);
    const string = decrypted.toString();
    if (decrypted.equals(Buffer.from(string))) return steeredBy(new Text(string), password, given);
  } catch {
  }
  throw new Untraced("a text is decrypted that was not encrypted so");
}
var VOLATILES = {
  randAlphaNum: random("a"),
  randAlpha: random("a"),
  randAscii: random("a"),
  randNumeric: random("1"),
  randBytes: keeping([integer], ([count2], { budget }) => {
    if (count2.value < 0) throw new TemplateError("runtime error: makeslice: len out of range");
    budget.write(count2.value * 2);
    return volatileText(Buffer.alloc(count2.value, 1).toString("base64"), count2);
  }),
  randInt: keeping([integer, integer], ([least, beyond]) => {
    if (beyond.value <= least.value) throw new TemplateError("invalid argument to Intn");
    return steeredBy(new Num(least.value, "int", VOLATILE), least, beyond);
  }),
  shuffle: keeping([utf8], ([given]) => volatileText(given.string, given)),
  uuidv4: keeping([], () => volatileText("00000000-0000-4000-8000-000000000000")),
  bcrypt: keeping([text], ([password]) => bcrypt(password)),
  htpasswd: keeping([utf8, text], ([user, password]) => htpasswd(user, password)),
  encryptAES: keeping([text, text], ([password, given]) => encryptAES(password, given)),
  decryptAES: keeping([text, text], ([password, given]) => decryptAES(password, given)),
  derivePassword: keeping([any, text, text, text, text], () => {
    throw new Untraced("derivePassword");
  })
};

// src/template/functions/certificates.ts
var CERTIFICATE_BYTES = 780;
var KEY_BYTES = 1190;
var PRIVATE_KEYS = {
  "": { label: "RSA PRIVATE KEY", bytes: 2349 },
  rsa: { label: "RSA PRIVATE KEY", bytes: 2349 },
  dsa: { label: "DSA PRIVATE KEY", bytes: 858 },
  ecdsa: { label: "EC PRIVATE KEY", bytes: 121 },
  ed25519: { label: "PRIVATE KEY", bytes: 48 }
};
function pem(label, bytes) {
  const body = Buffer.alloc(bytes).toString("base64").replace(/.{1,64}/g, "$&\n");
  return `-----BEGIN ${label}-----
${body}-----END ${label}-----
`;
}
function certificateOf(certificate, key) {
  return new Opaque({
    goType: "sprig.certificate",
    printed: `{${certificate.string} ${key.string}}`,
    fields: /* @__PURE__ */ new Map([
      ["Cert", certificate],
      ["Key", key]
    ]),
    provenance: steeredBy(new Text(""), certificate, key).provenance
  });
}
var generated = (arguments_, key) => certificateOf(
  volatileText(pem("CERTIFICATE", CERTIFICATE_BYTES), ...arguments_),
  key ?? volatileText(pem("RSA PRIVATE KEY", KEY_BYTES), ...arguments_)
);
var authority = {
  goType: "sprig.certificate",
  isRest: false,
  read(value) {
    if (value.kind === "opaque" && value.goType === "sprig.certificate") return value;
    throw new TemplateError("wrong type for value; expected sprig.certificate");
  }
};
function checkNames(addresses, names) {
  for (const address of addresses.items) {
    if (address.kind !== "text" || address.isBytes) throw new TemplateError("error parsing ip: it is not a string");
    if (!isAddress(address.string)) throw new TemplateError(`error parsing ip: ${address.string}`);
  }
  for (const name of names.items)
    if (name.kind !== "text" || name.isBytes)
      throw new TemplateError("error processing alternate dns name: it is not a string");
}
function isAddress(address) {
  if (!address.includes(":")) return IPV4.test(address);
  if (/^[\da-f:]+$/i.test(address) && URL.canParse(`http://[${address}]/`)) return true;
  throw new Untraced("a certificate for an unusual address");
}
var IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
function givenKey(key) {
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----\n/.test(key.string)) throw new Untraced("a certificate for an unusual key");
  return key;
}
function customCertificate(certificate, key) {
  const decoded2 = [certificate, key].map((part2) => {
    const bytes = decodeBase64(bytesOf(part2));
    if (typeof bytes === "string") throw new TemplateError("unable to decode base64 certificate");
    return steeredBy(new Text(Buffer.from(bytes).toString()), part2);
  });
  const [first, second] = decoded2;
  if (!first || !second || !isCertificate(first.string)) throw new Untraced("an unusual certificate");
  return certificateOf(first, givenKey(second));
}
function isCertificate(string) {
  try {
    return new X509Certificate(string).subject !== void 0;
  } catch {
    return false;
  }
}
function privateKey(kind) {
  const made = Object.hasOwn(PRIVATE_KEYS, kind.string) ? PRIVATE_KEYS[kind.string] : void 0;
  if (!made) return steeredBy(new Text(`Unknown type ${kind.string}`), kind);
  return volatileText(pem(made.label, made.bytes), kind);
}
var CERTIFICATES = {
  genPrivateKey: keeping([utf8], ([kind]) => privateKey(kind)),
  genCA: keeping([text, integer], ([name, days]) => generated([name, days])),
  genCAWithKey: keeping([text, integer, text], ([name, days, key]) => generated([name, days], givenKey(key))),
  genSelfSignedCert: keeping([text, list, list, integer], ([name, addresses, names, days]) => {
    checkNames(addresses, names);
    return generated([name, addresses, names, days]);
  }),
  genSelfSignedCertWithKey: keeping([text, list, list, integer, text], ([name, addresses, names, days, key]) => {
    checkNames(addresses, names);
    return generated([name, addresses, names, days], givenKey(key));
  }),
  genSignedCert: keeping([text, list, list, integer, authority], ([name, addresses, names, days, signer]) => {
    checkNames(addresses, names);
    return generated([name, addresses, names, days, signer]);
  }),
  genSignedCertWithKey: keeping(
    [text, list, list, integer, authority, text],
    ([name, addresses, names, days, signer, key]) => {
      checkNames(addresses, names);
      return generated([name, addresses, names, days, signer], givenKey(key));
    }
  ),
  buildCustomCert: keeping([text, text], ([certificate, key]) => customCertificate(certificate, key))
};

// src/template/functions/encoding.ts
import { createHash as createHash2 } from "node:crypto";
var whole = (rewrite) => keeping([text], ([given], { budget }) => {
  const rewritten = rewrite(bytesOf(given));
  budget.write(rewritten.length);
  return replaceWhole(given, rewritten);
});
var decoding = (decode2) => keeping([text], ([given], { budget }) => {
  budget.write(given.string.length);
  const decoded2 = decode2(bytesOf(given));
  return typeof decoded2 === "string" ? replaceWhole(given, decoded2) : fromBytes(given, decoded2);
});
function fromBytes(given, bytes) {
  const buffer = Buffer.from(bytes);
  const replaced = replaceWhole(given, buffer.toString());
  if (buffer.equals(Buffer.from(replaced.string))) return replaced;
  return new Text(replaced.segments, void 0, { bytes });
}
var hash = (algorithm) => whole((bytes) => createHash2(algorithm).update(bytes).digest("hex"));
function adler32(bytes) {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return String(b * 65536 + a);
}
var ENCODING = {
  b64enc: whole((bytes) => Buffer.from(bytes).toString("base64")),
  b64dec: decoding(decodeBase64),
  b32enc: whole(encodeBase32),
  b32dec: decoding(decodeBase32),
  sha1sum: hash("sha1"),
  sha256sum: hash("sha256"),
  sha512sum: hash("sha512"),
  adler32sum: whole(adler32)
};

// src/template/value/splice.ts
var Walk = class {
  #segments;
  #index = 0;
  #offset = 0;
  #counted = {
    segment: void 0,
    offset: 0,
    lines: 0
  };
  constructor(text2) {
    this.#segments = text2.segments;
  }
  /** Adds the pieces of a span, which begins no sooner than the last one ended. */
  take({ start, end }, taken = []) {
    for (let segment2 = this.#at(start); segment2 && this.#offset < end; segment2 = this.#segments[this.#index]) {
      taken.push(this.#cut(segment2, start - this.#offset, end - this.#offset));
      if (this.#offset + segment2.text.length > end) break;
      this.#offset += segment2.text.length;
      this.#index++;
    }
    return taken;
  }
  #at(start) {
    let segment2 = this.#segments[this.#index];
    while (segment2 && this.#offset + segment2.text.length <= start && !(segment2.text === "" && this.#offset === start)) {
      this.#offset += segment2.text.length;
      this.#index++;
      segment2 = this.#segments[this.#index];
    }
    return segment2;
  }
  /** All pieces from an offset on. */
  rest(start) {
    const first = this.#at(start);
    if (!first) return [];
    return [this.#cut(first, start - this.#offset, first.text.length), ...this.#segments.slice(this.#index + 1)];
  }
  /** Counts the lines of a piece once, however often it is cut. */
  #cut(segment2, start, end) {
    if (start <= 0 || !(segment2.site || segment2.provenance?.alias)) return cutSegment(segment2, start, end);
    const counted = this.#counted.segment === segment2 ? this.#counted : { segment: segment2, offset: 0, lines: 0 };
    const lines = counted.lines + segment2.text.slice(counted.offset, start).split("\n").length - 1;
    this.#counted = { segment: segment2, offset: start, lines };
    return { ...segment2, text: segment2.text.slice(start, end), linesBefore: segment2.linesBefore + lines };
  }
  /** The piece at an offset, or the last one. */
  at(offset) {
    return this.#at(offset) ?? this.#segments.at(-1);
  }
};
function splice(text2, edits) {
  if (edits.length === 0) return text2;
  if (!text2.hasSegments) return spliceOne(text2, edits);
  const walk = new Walk(text2);
  const result = [];
  let done = 0;
  for (const { start, end, replacement } of edits) {
    walk.take({ start: done, end: start }, result);
    for (const piece of putIn(replacement, walk, { start, end })) result.push(piece);
    done = end;
  }
  return new Text(result.concat(walk.rest(done)));
}
function spliceOne(text2, edits) {
  const pieces2 = [];
  let depends;
  let last;
  let done = 0;
  for (const { start, end, replacement } of edits) {
    const isText = typeof replacement !== "string";
    pieces2.push(text2.string.slice(done, start), isText ? replacement.string : replacement);
    if (isText && replacement !== last) depends = union(depends, replacement.depends);
    last = replacement;
    done = end;
  }
  return replaceWhole(text2, pieces2.join("") + text2.string.slice(done)).depending(depends);
}
function putIn(replacement, walk, span) {
  const at = walk.at(span.start);
  const replaced = walk.take(span);
  const depends = replaced.map(({ provenance }) => dependenciesIn(provenance)).reduce(union, void 0);
  const site = at?.site;
  const linesBefore = replaced[0]?.linesBefore ?? 0;
  const pieces2 = typeof replacement === "string" ? [{ text: replacement, site, linesBefore, provenance: void 0 }] : replacement.segments;
  return pieces2.map((piece) => ({
    ...piece,
    site: piece.site ?? site,
    provenance: alsoDepending(piece.provenance, depends)
  }));
}
function parts(text2, spans) {
  if (!text2.hasSegments) return spans.map(({ start, end }) => new Text(text2.string.slice(start, end), text2.provenance));
  const walk = new Walk(text2);
  return spans.map((span) => new Text(walk.take(span)));
}

// src/template/functions/wrap.ts
function wrap(string, width, separator, cutsWords) {
  if (!isAscii(string)) throw new Untraced("text that is not ASCII is wrapped");
  const limit = Math.max(width, 1);
  const lineBreak = separator === "" ? "\n" : separator;
  const lines = [];
  let start = 0;
  while (string.length - start > limit) {
    if (string[start] === " ") {
      start++;
      continue;
    }
    const end = endOfLine(string, start, limit, cutsWords);
    if (end === void 0) break;
    lines.push(string.slice(start, end.at));
    start = end.next;
  }
  return [...lines, string.slice(start)].join(lineBreak);
}
function endOfLine(string, start, limit, cutsWords) {
  const space = string.slice(start, start + limit + 1).lastIndexOf(" ");
  if (space >= 0) return { at: start + space, next: start + space + 1 };
  if (cutsWords) return { at: start + limit, next: start + limit };
  const later2 = string.indexOf(" ", start + limit);
  return later2 < 0 ? void 0 : { at: later2, next: later2 + 1 };
}

// src/template/functions/layout.ts
var SPACES = /[\t\n\v\f\r ]+/g;
function padding(spaces, { budget }) {
  if (spaces < 0) throw new TemplateError("strings: negative Repeat count");
  budget.write(spaces);
  return " ".repeat(spaces);
}
var indent = (begin) => keeping([integer, utf8], ([spaces, given], context) => {
  const pad2 = padding(spaces.value, context);
  const lines = countOf(given.string, "\n");
  context.budget.write(given.string.length + lines * pad2.length);
  const body = lines === 0 ? given : mapPieces(given, (piece) => piece.replaceAll("\n", `
${pad2}`));
  return steeredBy(concatAll([begin + pad2, body]), spaces);
});
function countOf(string, part2) {
  let count2 = 0;
  for (let at = string.indexOf(part2); at >= 0; at = string.indexOf(part2, at + part2.length)) count2++;
  return count2;
}
function replace(given, old, replacement, { budget }) {
  const starts = old === "" ? charactersOf(given.string) : placesOf(given.string, old);
  budget.step(starts.length);
  budget.write(given.string.length + starts.length * replacement.string.length);
  return splice(
    given,
    starts.map((start) => ({ start, end: start + old.length, replacement }))
  );
}
function placesOf(string, part2) {
  const places = [];
  for (let at = string.indexOf(part2); at >= 0; at = string.indexOf(part2, at + part2.length)) places.push(at);
  return places;
}
function charactersOf(string) {
  const offsets = [0];
  let offset = 0;
  for (const character of string) {
    offset += character.length;
    offsets.push(offset);
  }
  return offsets;
}
function withoutSpaces(given) {
  if (!isAscii(given.string)) throw new Untraced("spaces are taken out of text that is not ASCII");
  const found = [...given.string.matchAll(SPACES)];
  return splice(
    given,
    found.map(({ index, 0: { length } }) => ({ start: index, end: index + length, replacement: "" }))
  );
}
function cat(values, context) {
  const texts = values.filter((value) => value.kind !== "nil").map((value) => readable2(printValue(value, context.budget)));
  const joined = concatAll(texts.flatMap((item, i) => i === 0 ? [item] : [" ", item]));
  context.budget.write(joined.string.length);
  return joined;
}
var LAYOUT2 = {
  indent: indent(""),
  nindent: indent("\n"),
  replace: keeping(
    [utf8, utf8, utf8],
    ([old, replacement, given], context) => steeredBy(replace(given, old.string, replacement, context), old)
  ),
  repeat: keeping([integer, utf8], ([count2, given], { budget }) => {
    if (count2.value < 0) throw new TemplateError("strings: negative Repeat count");
    budget.write(count2.value * given.string.length);
    budget.step(count2.value);
    return steeredBy(concatAll(Array.from({ length: count2.value }, () => given)), count2);
  }),
  nospace: keeping([utf8], ([given]) => withoutSpaces(given)),
  cat: keeping(
    [rest(any)],
    ([values], context) => steeredBy(cat(values, context), ...values.filter((value) => value.kind === "nil"))
  ),
  plural: keeping([utf8, utf8, integer], ([one, many, count2]) => steeredBy(count2.value === 1 ? one : many, count2)),
  wrap: keeping(
    [integer, utf8],
    ([width, given]) => steeredBy(replaceWhole(given, wrap(given.string, width.value, "\n", false)), width)
  ),
  wrapWith: keeping(
    [integer, utf8, utf8],
    ([width, separator, given]) => steeredBy(replaceWhole(given, wrap(given.string, width.value, separator.string, true)), width, separator)
  )
};

// src/template/functions/paths.ts
function clean(path) {
  const isAbsolute = path.startsWith("/");
  const names = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.length > 0 && names.at(-1) !== "..") names.pop();
    else if (!isAbsolute) names.push("..");
  }
  return (isAbsolute ? "/" : "") + names.join("/") || ".";
}
function base(given) {
  const end = withoutSlashes(given.string);
  if (end === 0) return replaceWhole(given, given.string === "" ? "." : "/");
  return cut(given, given.string.lastIndexOf("/", end - 1) + 1, end);
}
function withoutSlashes(path) {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end--;
  return end;
}
function extension(given) {
  const dot = given.string.lastIndexOf(".");
  return cut(given, dot > given.string.lastIndexOf("/") ? dot : given.string.length);
}
var rewriting = (rewrite) => keeping([utf8], ([given]) => {
  const path = rewrite(given.string);
  return path === given.string ? given : replaceWhole(given, path);
});
var cleaning = rewriting(clean);
var directory = rewriting((path) => clean(path.slice(0, path.lastIndexOf("/") + 1)));
var naming = keeping([utf8], ([given]) => base(given));
var extending = keeping([utf8], ([given]) => extension(given));
var testing = deriving([utf8], ([given]) => given.string.startsWith("/"));
var PATHS = {
  base: naming,
  dir: directory,
  ext: extending,
  clean: cleaning,
  isAbs: testing,
  osBase: naming,
  osDir: directory,
  osExt: extending,
  osClean: cleaning,
  osIsAbs: testing
};

// src/template/functions/directive.ts
var PLAIN2 = {
  verb: "v",
  minus: false,
  plus: false,
  sharp: false,
  space: false,
  zero: false,
  width: void 0,
  precision: void 0
};
function paddingOf(length, directive) {
  const missing = Math.max((directive.width ?? 0) - length, 0);
  if (directive.minus) return { left: "", right: " ".repeat(missing) };
  return { left: (directive.zero ? "0" : " ").repeat(missing), right: "" };
}
function pad(string, directive) {
  const { left, right } = paddingOf([...string].length, directive);
  return left + string + right;
}

// src/template/functions/go-quote.ts
var SHORT = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "	": "\\t",
  "\v": "\\v",
  "\\": "\\\\"
};
var ESCAPED = /["'\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;
var PLAIN3 = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;
function isPrinted(character) {
  refuseRecent(character);
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(character);
}
function refuseRecent(string) {
  if (hasRecentCharacter(string)) throw new Untraced("a character that Go does not know yet");
}
function escapeGo(string, quote2 = '"', isAsciiOnly = false) {
  if (quote2 === '"' && PLAIN3.test(string)) return string;
  refuseRecent(string);
  const escaped4 = string.replace(ESCAPED, (character) => escapeCharacter(character, quote2));
  return isAsciiOnly ? escaped4.replace(/[^\0-\x7f]/gu, escapeCodePoint) : escaped4;
}
function escapeCharacter(character, quote2) {
  if (character === '"' || character === "'") return character === quote2 ? `\\${character}` : character;
  return SHORT[character] ?? escapeCodePoint(character);
}
function escapeCodePoint(character) {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint >= 55296 && codePoint <= 57343) return "\\ufffd";
  const digits = codePoint.toString(16);
  if (codePoint < 128) return `\\x${digits.padStart(2, "0")}`;
  return codePoint < 65536 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

// src/template/functions/format-number.ts
var BASES = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
var SHARP_PREFIXES = { b: "0b", x: "0x", X: "0X" };
var formatNumber = (number, directive) => number.type === "float64" ? formatFloating(number.value, directive) : formatWhole(number.value, directive);
function formatWhole(value, directive) {
  const { verb } = directive;
  const base2 = BASES[verb];
  if (verb === "v" && directive.sharp) throw new Untraced("%#v of a number");
  if (base2 !== void 0) return formatInBase(value, base2, directive);
  if (verb === "c") return pad(characterOf(value), directive);
  if (verb === "q") return pad(`'${escapeGo(characterOf(value), "'", directive.plus)}'`, directive);
  return verb === "U" ? formatCodePoint(value, directive) : void 0;
}
function formatInBase(value, base2, directive) {
  const { precision, width, verb } = directive;
  if (precision === 0 && value === 0) return " ".repeat(width ?? 0);
  const sign2 = value < 0 ? "-" : directive.plus ? "+" : directive.space ? " " : "";
  const zeros = directive.zero && !directive.minus && width !== void 0 ? width - sign2.length : 0;
  let digits = Math.abs(value).toString(base2).padStart(precision ?? zeros, "0");
  if (verb === "X") digits = digits.toUpperCase();
  if (directive.sharp)
    digits = /[oO]/.test(verb) ? digits.replace(/^(?!0)/, "0") : (SHARP_PREFIXES[verb] ?? "") + digits;
  if (verb === "O") digits = `0o${digits}`;
  return pad(sign2 + digits, precision === void 0 ? directive : { ...directive, zero: false });
}
var characterOf = (value) => value < 0 || value > 1114111 || value >= 55296 && value <= 57343 ? "�" : String.fromCodePoint(value);
function formatCodePoint(value, directive) {
  if (directive.precision !== void 0 || value < 0) throw new Untraced("%U with a precision, or of a negative number");
  const digits = `U+${value.toString(16).toUpperCase().padStart(4, "0")}`;
  const shown2 = directive.sharp && value <= 1114111 && isPrinted(characterOf(value)) ? ` '${characterOf(value)}'` : "";
  return pad(digits + shown2, { ...directive, zero: false });
}
function formatFloating(value, directive) {
  const { verb, precision } = directive;
  if (!/^[vefgEFG]$/.test(verb)) {
    if (/^[xXb]$/.test(verb)) throw new Untraced(`%${verb} of a float`);
    return void 0;
  }
  if (directive.sharp) throw new Untraced("%# of a float");
  const format2 = verb === "v" ? "g" : verb.toLowerCase();
  const places = precision ?? (format2 === "g" ? void 0 : 6);
  const written = formatFloat(value, format2 === "e" || format2 === "f" ? format2 : "g", places);
  return withSign(/[EFG]/.test(verb) ? written.toUpperCase().replace(/INF|NAN/, titled) : written, directive);
}
var titled = (word) => word.slice(0, 1) + word.slice(1).toLowerCase();
function withSign(written, directive) {
  const hasSign = /^[+-]/.test(written);
  const digits = hasSign ? written.slice(1) : written;
  const isNegative = written.startsWith("-");
  const { plus } = directive;
  const sign2 = isNegative ? "-" : plus || digits === "Inf" ? "+" : directive.space ? " " : "";
  const isNumber = !/[IN]/.test(digits);
  if (!isNumber)
    return pad((directive.space && !plus && !isNegative ? " " : sign2) + digits, { ...directive, zero: false });
  if (directive.zero && !directive.minus && directive.width !== void 0)
    return sign2 + digits.padStart(directive.width - sign2.length, "0");
  return pad(sign2 + digits, directive);
}

// src/template/functions/format-value.ts
function formatArgument(value, directive, budget) {
  if (directive.verb === "T") return new Text(pad(typeName(value, directive), directive), value.provenance);
  if (directive.verb === "p") throw new Untraced("%p prints an address");
  if (value.kind !== "nil") return format(value, directive, budget);
  const shown2 = directive.verb === "v" ? pad("<nil>", directive) : `%!${directive.verb}(<nil>)`;
  return new Text(shown2, value.provenance);
}
var typeName = (value, { precision }) => value.kind === "nil" ? "<nil>" : goTypeOf(value).slice(0, precision);
function format(value, directive, budget) {
  budget.step(STEPS_OF_ITEM);
  if (directive === PLAIN2) return readable2(printValue(value, budget));
  switch (value.kind) {
    case "nil":
      return new Text("<nil>", value.provenance);
    case "bool":
      if (directive.verb !== "v" && directive.verb !== "t") return wrongVerb(value, directive, budget);
      return new Text(pad(String(value.value), directive), value.provenance);
    case "number": {
      const written = formatNumber(value, directive);
      return written === void 0 ? wrongVerb(value, directive, budget) : new Text(written, value.provenance);
    }
    case "text":
      return formatText(value, directive, budget);
    case "list":
    case "dict":
      return budget.deeper(() => formatInside(value, directive, budget));
    case "opaque":
      return formatOpaque(value, directive, budget);
  }
}
function formatInside(value, directive, budget) {
  if (directive.sharp && directive.verb === "v") throw new Untraced("%#v of a list or map");
  const items = value.kind === "list" ? value.items.map((item) => [format(item, directive, budget)]) : formatEntries(value, directive, budget);
  const begin = new Text(value.kind === "list" ? "[" : "map[", value.provenance);
  return concatAll([begin, ...items.flatMap((item, i) => i === 0 ? item : [" ", ...item]), "]"]);
}
var formatEntries = (dict2, directive, budget) => sortedKeys(dict2).map((key) => {
  const value = dict2.entries.get(key);
  const name = format(new Text(key, dict2.provenance), directive, budget);
  return [name, ":", ...value ? [format(value, directive, budget)] : []];
});
var isJsonNumber = ({ goType }) => goType === "json.Number";
function formatOpaque(value, directive, budget) {
  const { verb, width, precision, plus, sharp } = directive;
  if (isJsonNumber(value)) {
    const text2 = new Text(value.printed, value.provenance);
    if (/^[vsqxX]$/.test(verb)) return formatText(text2, directive, budget);
    return withWrongVerb(formatText(text2, { ...directive, verb: "v" }, budget), directive, value);
  }
  if (verb !== "v" && verb !== "s" || width !== void 0 || precision !== void 0 || plus || sharp)
    throw new Untraced(`%${verb} of a ${value.goType}`);
  return new Text(value.printed, value.provenance);
}
function formatText(value, directive, budget) {
  const { verb } = directive;
  if (value.isBytes && !/^[sqxX]$/.test(verb)) {
    const bytes = value.bytes ?? Buffer.from(value.string);
    const numbers2 = [...bytes].map((byte) => new Num(byte, "uint8", value.provenance));
    return concatAll([
      "[",
      ...numbers2.flatMap((number, i) => [i === 0 ? "" : " ", format(number, directive, budget)]),
      "]"
    ]);
  }
  const given = readable2(value);
  if (verb === "s" || verb === "v" && !directive.sharp) return padText(limited(given, directive), directive);
  if (verb === "q" || verb === "v") return quoted(limited(given, directive), directive);
  if (verb === "x" || verb === "X") return hexadecimal(given, directive);
  return wrongVerb(value, directive, budget);
}
function limited(given, { precision }) {
  if (precision === void 0 || precision >= given.string.length) return given;
  if (isAscii(given.string)) return cut(given, 0, precision);
  return cut(given, 0, [...given.string].slice(0, precision).join("").length);
}
function padText(given, directive) {
  if (directive.width === void 0) return given;
  const { left, right } = paddingOf([...given.string].length, directive);
  return concat(left, given, right);
}
function quoted(given, directive) {
  if (directive.sharp) throw new Untraced("%#q or %#v of a text");
  const sign2 = new Text('"').depending(given.depends);
  return padText(
    concat(
      sign2,
      mapPieces(given, (piece) => escapeGo(piece, '"', directive.plus)),
      sign2
    ),
    directive
  );
}
function hexadecimal(given, directive) {
  if (directive.sharp || directive.space || directive.precision !== void 0) throw new Untraced("%x with flags");
  const digits = Buffer.from(given.string).toString("hex");
  return padText(replaceWhole(given, directive.verb === "X" ? digits.toUpperCase() : digits), directive);
}
var wrongVerb = (value, directive, budget) => withWrongVerb(format(value, { ...directive, verb: "v" }, budget), directive, value);
var withWrongVerb = (shown2, { verb }, value) => concat(`%!${verb}(${goTypeOf(value)}=`, shown2, ")");
function formatExtra(values, budget) {
  const shown2 = values.flatMap((value, i) => [
    i === 0 ? "" : ", ",
    value.kind === "nil" ? "" : `${goTypeOf(value)}=`,
    format(value, PLAIN2, budget)
  ]);
  return concatAll(["%!(EXTRA ", ...shown2, ")"]);
}

// src/template/functions/printf.ts
var DIRECTIVE = /%(?<flags>[-+# 0]*)(?<index>\[\d+\])?(?<width>\*|\d+)?(?<point>\.(?<precision>\*|\d*))?(?<late>\[\d+\])?(?<verb>.)?/suy;
var LARGEST3 = 1e6;
function printf(format2, values, context) {
  const literals = [];
  const printed = [];
  const reader = new ArgumentReader(values, context);
  const { string } = format2;
  let done = 0;
  for (let at = string.indexOf("%"); at >= 0; at = string.indexOf("%", done)) {
    literals.push({ start: done, end: at });
    DIRECTIVE.lastIndex = at;
    const match2 = DIRECTIVE.exec(string);
    done = match2 ? DIRECTIVE.lastIndex : at + 1;
    printed.push(reader.print(match2?.groups ?? {}));
  }
  literals.push({ start: done, end: string.length });
  const between2 = parts(format2, literals);
  const result = concatAll([...between2.flatMap((literal, i) => [literal, printed[i] ?? ""]), reader.extra()]);
  context.budget.write(result.string.length);
  return result;
}
var ArgumentReader = class {
  #values;
  #context;
  #next = 0;
  #isReordered = false;
  constructor(values, context) {
    this.#values = values;
    this.#context = context;
  }
  print(groups) {
    const { index, late } = groups;
    const isCutOff = groups.verb === void 0 && groups.point === ".";
    const verb = isCutOff ? "." : groups.verb;
    if (index !== void 0 && (groups.width !== void 0 || groups.point !== void 0))
      throw new Untraced("printf with an argument index before a width");
    if (verb === "[" || verb === "]") throw new Untraced("printf with a broken argument index");
    const directive = this.#directive(isCutOff ? { ...groups, verb, point: void 0 } : groups);
    if (verb === void 0) return `${directive.complaint}%!(NOVERB)`;
    const chosen2 = index ?? late;
    const isThere = chosen2 === void 0 || this.#choose(Number(chosen2.slice(1, -1)));
    if (verb === "%") return `${directive.complaint}%`;
    if (!isThere) return `${directive.complaint}%!${verb}(BADINDEX)`;
    const value = this.#values[this.#next];
    if (!value) return `${directive.complaint}%!${verb}(MISSING)`;
    this.#next++;
    const text2 = formatArgument(value, isPlain(directive) ? PLAIN2 : directive, this.#context.budget);
    return directive.complaint === "" ? text2 : concatAll([directive.complaint, text2]);
  }
  /** Arguments that no directive took, unless indexes were used. */
  extra() {
    const left = this.#values.slice(this.#next);
    return this.#isReordered || left.length === 0 ? "" : formatExtra(left, this.#context.budget);
  }
  #choose(index) {
    this.#isReordered = true;
    if (index < 1 || index > this.#values.length) return false;
    this.#next = index - 1;
    return true;
  }
  #directive({ flags = "", width, point, precision = "", verb = "" }) {
    const asked = width === "*" ? this.#star() : limited2(width);
    const places = point === void 0 ? void 0 : precision === "*" ? this.#star() : limited2(precision || "0") ?? 0;
    const isBadWidth = width === "*" && asked === void 0;
    const isBadPrecision = precision === "*" && (places === void 0 || places < 0);
    const minus = flags.includes("-") || (asked ?? 0) < 0;
    this.#context.budget.write(Math.abs(asked ?? 0) + Math.max(places ?? 0, 0));
    return {
      verb,
      minus,
      plus: flags.includes("+") && verb !== "v",
      sharp: flags.includes("#"),
      space: flags.includes(" "),
      zero: flags.includes("0") && !minus,
      width: asked === void 0 ? void 0 : Math.abs(asked),
      precision: isBadPrecision ? void 0 : places,
      complaint: (isBadWidth ? "%!(BADWIDTH)" : "") + (isBadPrecision ? "%!(BADPREC)" : "")
    };
  }
  /** The int that stands for a `*`. */
  #star() {
    const value = this.#values[this.#next];
    this.#next = Math.min(this.#next + 1, this.#values.length);
    if (value?.kind !== "number" || value.type === "float64" || Math.abs(value.value) > LARGEST3) return void 0;
    return value.value;
  }
};
function limited2(digits) {
  if (digits === void 0) return void 0;
  const number = Number(digits);
  if (number > LARGEST3) throw new Untraced("printf with a width beyond a million");
  return number;
}
var isPlain = ({ verb, width, precision, sharp, space }) => verb === "v" && width === void 0 && precision === void 0 && !sharp && !space;

// src/template/functions/printing.ts
var JSON_NUMBER = "json.Number";
function print(values, { budget }) {
  if (values.length === 1 && values[0]) return printValue(values[0], budget);
  const isString = (value) => value?.kind === "text" && !value.isBytes || value?.kind === "opaque" && value.goType === JSON_NUMBER;
  const printed = concatAll(
    values.flatMap((value, i) => {
      const isApart = i > 0 && !isString(value) && !isString(values[i - 1]);
      return [isApart ? " " : "", readable2(printValue(value, budget))];
    })
  );
  budget.write(printed.string.length);
  return printed;
}
function println(values, { budget }) {
  const printed = values.flatMap((value, i) => [i === 0 ? "" : " ", readable2(printValue(value, budget))]);
  return concatAll([...printed, "\n"]);
}
var PRINTING = {
  print: keeping([rest(any)], ([values], context) => print(values, context)),
  println: keeping([rest(any)], ([values], context) => println(values, context)),
  printf: keeping([utf8, rest(any)], ([format2, values], context) => printf(format2, values, context))
};

// src/template/functions/quoting.ts
function quote(given) {
  const inside = mapPieces(given, (piece) => escapeGo(piece));
  return concat(sign('"', given), inside, sign('"', given));
}
var sign = (quoteSign, given) => new Text(quoteSign).depending(given.depends);
var quotingEach = (each) => keeping([rest(any)], ([values], context) => {
  const present = values.filter((value) => value.kind !== "nil");
  const quoted2 = concatAll(present.flatMap((value, i) => [i === 0 ? "" : " ", each(value, context)]));
  context.budget.write(quoted2.string.length);
  return steeredBy(quoted2, ...values.filter((value) => value.kind === "nil"));
});
var HTML = {
  "\0": "�",
  '"': "&#34;",
  "'": "&#39;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;"
};
var JS = {
  "\\": "\\\\",
  "'": "\\'",
  '"': '\\"',
  "<": "\\u003C",
  ">": "\\u003E",
  "&": "\\u0026",
  "=": "\\u003D"
};
var escapeHtml = (string) => string.replace(/[\0"'&<>]/g, (sign2) => HTML[sign2] ?? sign2);
function escapeScript(string) {
  refuseRecent(string);
  return string.replace(
    /[\\'"<>&=]|[^\p{L}\p{M}\p{N}\p{P}\p{S} \x7f]/gu,
    (character) => JS[character] ?? unicodeEscape2(character.codePointAt(0) ?? 0)
  );
}
var unicodeEscape2 = (codePoint) => `\\u${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
var escapeQuery = (string) => encodeURIComponent(string.toWellFormed()).replaceAll("%20", "+").replace(/[!'()*]/g, (sign2) => `%${sign2.charCodeAt(0).toString(16).toUpperCase()}`);
var escaping = (rewrite, isByPiece = true) => keeping([rest(any)], ([values], context) => {
  const shown2 = values.map((value) => value.kind === "nil" ? new Text("<no value>", value.provenance) : value);
  const given = readable2(print(shown2, context));
  const escaped4 = isByPiece ? mapPieces(given, rewrite) : replaceWhole(given, rewrite(given.string));
  context.budget.write(escaped4.string.length);
  return escaped4;
});
var QUOTING = {
  quote: quotingEach((value, context) => quote(readableStringOf(value, context))),
  squote: quotingEach((value, { budget }) => {
    const given = readable2(printValue(value, budget));
    return concat(sign("'", given), given, sign("'", given));
  }),
  html: escaping(escapeHtml),
  js: escaping(escapeScript),
  urlquery: escaping(escapeQuery)
};

// src/template/functions/regular-expressions.ts
var PER_STEP = 50;
var compiled = /* @__PURE__ */ new Map();
var MOST = 500;
var LONGEST2 = 1e4;
var STEPS_OF_STATE = 4;
function compile(pattern, budget) {
  const known = compiled.get(pattern.string);
  if (known) return known;
  if (pattern.string.length > LONGEST2) throw new Untraced("a regular expression that is too long");
  budget.step(pattern.string.length);
  const expression = compileAfresh(pattern.string);
  budget.step(STEPS_OF_STATE * expression.programSize());
  if (compiled.size >= MOST) compiled.clear();
  compiled.set(pattern.string, expression);
  return expression;
}
function compileAfresh(pattern) {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    throw new TemplateError(`regexp: Compile(\`${pattern}\`): ${error instanceof Error ? error.message : error}`);
  }
}
function charge(expression, characters2, budget) {
  budget.step(1 + Math.ceil(characters2 * expression.programSize() / PER_STEP));
}
function matchesOf(pattern, given, limit, { budget }) {
  const expression = compile(pattern, budget);
  const matcher = expression.matcher(given.string);
  const groupCount = expression.groupCount();
  const matches = [];
  let last = -1;
  charge(expression, given.string.length, budget);
  const isUnbounded = /[*+{]/.test(pattern.string);
  while (matches.length !== limit && matcher.find()) {
    charge(expression, isUnbounded ? given.string.length - matcher.end() : 1, budget);
    const match2 = { start: matcher.start(), end: matcher.end() };
    if (match2.start === match2.end && match2.start === last) continue;
    last = match2.end;
    const groups = Array.from({ length: groupCount + 1 }, (_, group) => {
      const start = matcher.start(group);
      return start < 0 ? void 0 : { start, end: matcher.end(group) };
    });
    matches.push({ ...match2, groups });
  }
  return matches;
}
var isMatch = (pattern, given, { budget }) => {
  const expression = compile(pattern, budget);
  charge(expression, given.string.length, budget);
  return steeredBy(new Bool(expression.matcher(given.string).find()), pattern, given);
};
function isMatchOrBroken(pattern, given, context) {
  try {
    return isMatch(pattern, given, context);
  } catch (error) {
    if (error instanceof TemplateError) return steeredBy(new Bool(false), pattern, given);
    throw error;
  }
}
function templateOf(replacement) {
  const found = [];
  let done = 0;
  for (const match2 of replacement.matchAll(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu)) {
    found.push(replacement.slice(done, match2.index));
    const group = match2[1] ?? match2[2];
    found.push(group === void 0 ? "$" : { group });
    done = match2.index + match2[0].length;
  }
  return [...found, replacement.slice(done)];
}
function groupNumber(name, expression) {
  if (/^\d+$/.test(name)) return /^0\d/.test(name) ? void 0 : Number(name);
  return expression.namedGroups()[name];
}
function replaceAll(pattern, given, replacement, context, isLiteral) {
  const matches = matchesOf(pattern, given, -1, context);
  const template = isLiteral || !replacement.string.includes("$") ? void 0 : templateOf(replacement.string);
  const expression = compile(pattern, context.budget);
  const edits = matches.map((match2) => {
    if (!template) return { ...match2, replacement };
    const expanded = template.map((part2) => typeof part2 === "string" ? part2 : groupText(part2.group, match2));
    return { ...match2, replacement: concatAll(expanded).depending(replacement.depends) };
  });
  context.budget.write(edits.reduce((length, { replacement: replacement2 }) => length + lengthOf2(replacement2), given.string.length));
  return steeredBy(splice(given, edits), pattern);
  function groupText(name, match2) {
    const span = match2.groups[groupNumber(name, expression) ?? -1];
    return span ? given.string.slice(span.start, span.end) : "";
  }
}
var lengthOf2 = (replacement) => typeof replacement === "string" ? replacement.length : replacement.string.length;
function split(pattern, given, limit, context) {
  compile(pattern, context.budget);
  if (limit === 0) return [];
  if (pattern.string !== "" && given.string === "") return [given];
  const spans = [];
  let begin = 0;
  let end = 0;
  for (const match2 of matchesOf(pattern, given, -1, context)) {
    if (limit > 0 && spans.length === limit - 1) break;
    end = match2.start;
    if (match2.end !== 0) spans.push({ start: begin, end });
    begin = match2.end;
  }
  if (end !== given.string.length) spans.push({ start: begin, end: given.string.length });
  return parts(given, spans);
}
function listOf2(found, given, isMade = found.length > 0) {
  const { items, provenance, goType } = stringList(found, given.depends);
  return new List(items, provenance, goType, void 0, !isMade);
}
var find = keeping([utf8, utf8], ([pattern, given], context) => {
  const [found] = parts(given, matchesOf(pattern, given, 1, context));
  return steeredBy(found ?? new Text(""), pattern, given);
});
var findAll = keeping(
  [utf8, utf8, integer],
  ([pattern, given, limit], context) => steeredBy(listOf2(parts(given, matchesOf(pattern, given, limit.value, context)), given), pattern, limit)
);
var replacing = (isLiteral) => keeping(
  [utf8, utf8, utf8],
  ([pattern, given, replacement], context) => replaceAll(pattern, given, replacement, context, isLiteral)
);
var splitting = keeping(
  [utf8, utf8, integer],
  ([pattern, given, limit], context) => steeredBy(listOf2(split(pattern, given, limit.value, context), given, limit.value !== 0), pattern, limit)
);
var REGULAR_EXPRESSIONS = {
  regexMatch: keeping([utf8, utf8], ([pattern, given], context) => isMatchOrBroken(pattern, given, context)),
  mustRegexMatch: keeping([utf8, utf8], ([pattern, given], context) => isMatch(pattern, given, context)),
  regexFind: find,
  mustRegexFind: find,
  regexFindAll: findAll,
  mustRegexFindAll: findAll,
  regexReplaceAll: replacing(false),
  mustRegexReplaceAll: replacing(false),
  regexReplaceAllLiteral: replacing(true),
  mustRegexReplaceAllLiteral: replacing(true),
  regexSplit: splitting,
  mustRegexSplit: splitting,
  regexQuoteMeta: keeping([utf8], ([given]) => mapPieces(given, (piece) => piece.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&")))
};

// src/template/functions/splitting.ts
function split2(given, separator, limit, { budget }) {
  if (limit === 0) return [];
  const spans = separator === "" ? characters(given.string, limit) : between(given.string, separator, limit);
  budget.step(spans.length);
  return parts(given, spans);
}
function between(string, separator, limit) {
  const spans = [];
  let start = 0;
  for (let at = string.indexOf(separator); at >= 0 && spans.length !== limit - 1; ) {
    spans.push({ start, end: at });
    start = at + separator.length;
    at = string.indexOf(separator, start);
  }
  return [...spans, { start, end: string.length }];
}
function characters(string, limit) {
  const spans = [];
  let start = 0;
  for (const character of string) {
    const isLast = spans.length === limit - 1;
    spans.push({ start, end: isLast ? string.length : start + character.length });
    if (isLast) break;
    start += character.length;
  }
  return spans;
}
var numbered = (items, given) => new Dict(
  new Map(items.map((item, i) => [`_${i}`, item])),
  steeredBy(new Bool(true), given).provenance,
  "map[string]string"
);
function join(separator, list3, context) {
  const items = stringsOf(list3, context).map(readable2);
  context.budget.write(items.reduce((length, { string }) => length + string.length + separator.string.length, 0));
  const joined = concatAll(items.flatMap((item, i) => i === 0 ? [item] : [separator, item]));
  return list3.kind === "list" || list3.kind === "nil" ? joined.depending(dependenciesOf(list3)) : joined;
}
function sortAlpha(given, context) {
  const list3 = given.kind === "list" ? ordered(given) : given;
  const isList = list3.kind === "list" || list3.kind === "text" && list3.isBytes;
  const items = isList ? stringsOf(list3, context).map(readable2) : [stringOf(list3, context)];
  return stringList(
    items.toSorted((a, b) => compareBytes(a.string, b.string)),
    dependenciesOf(list3)
  );
}
var test = (holds) => deriving([utf8, utf8], ([part2, given]) => holds(given.string, part2.string));
var SPLITTING = {
  split: keeping(
    [utf8, utf8],
    ([separator, given], context) => steeredBy(numbered(split2(given, separator.string, -1, context), given), separator)
  ),
  splitn: keeping(
    [utf8, integer, utf8],
    ([separator, limit, given], context) => steeredBy(numbered(split2(given, separator.string, limit.value, context), given), separator, limit)
  ),
  splitList: keeping(
    [utf8, utf8],
    ([separator, given], context) => steeredBy(stringList(split2(given, separator.string, -1, context), given.depends), separator)
  ),
  join: keeping([utf8, any], ([separator, list3], context) => join(separator, list3, context)),
  sortAlpha: keeping([any], ([list3], context) => sortAlpha(list3, context)),
  toString: keeping([any], ([value], context) => stringOf(value, context)),
  toStrings: keeping([any], ([list3], context) => stringList(stringsOf(list3, context), dependenciesOf(list3))),
  contains: test((given, part2) => given.includes(part2)),
  hasPrefix: test((given, part2) => given.startsWith(part2)),
  hasSuffix: test((given, part2) => given.endsWith(part2))
};

// src/template/functions/urls.ts
var EMPTY = { scheme: "", userinfo: "", host: "", path: "", query: "", opaque: "", fragment: "" };
var USUAL2 = /^[\w\-.~:/?#@!$&'()*+,;=%[\]]*$/;
var HOST = /^(?:[\w\-.~]*|\[[\da-fA-F:.]+\])(?::\d*)?$/;
var USERINFO = /^[\w\-.~$&+,;=]*(?::[\w\-.~$&+,;=]*)?$/;
function parseUrl(text2) {
  if (!USUAL2.test(text2)) throw new Untraced("an unusual URL is parsed");
  const [beforeFragment = "", fragment = ""] = splitAt(text2, "#");
  const [scheme, afterScheme] = schemeOf(beforeFragment);
  const [location = "", query = ""] = splitAt(afterScheme, "?");
  const url = { ...EMPTY, scheme: scheme.toLowerCase(), query, fragment: decoded(fragment) };
  if (!location.startsWith("/")) {
    if (scheme !== "") return { ...url, opaque: location };
    if (/^[^/]*:/.test(location))
      throw new TemplateError(`parse "${text2}": first path segment in URL cannot contain colon`);
  }
  if (!location.startsWith("//") || scheme === "" && location.startsWith("///"))
    return { ...url, path: decoded(location) };
  const end = location.indexOf("/", 2);
  const authority2 = location.slice(2, end < 0 ? location.length : end);
  return { ...url, ...authorityOf(authority2), path: end < 0 ? "" : decoded(location.slice(end)) };
}
function schemeOf(text2) {
  if (text2.startsWith(":")) throw new TemplateError(`parse "${text2}": missing protocol scheme`);
  const [, scheme] = /^([A-Za-z][A-Za-z\d+.-]*):/.exec(text2) ?? [];
  return scheme === void 0 ? ["", text2] : [scheme, text2.slice(scheme.length + 1)];
}
function authorityOf(authority2) {
  const at = authority2.lastIndexOf("@");
  const userinfo = authority2.slice(0, Math.max(at, 0));
  const host = authority2.slice(at + 1);
  if (!USERINFO.test(userinfo) || !HOST.test(host)) throw new Untraced("a URL with an unusual host or user is parsed");
  return { userinfo, host };
}
function decoded(part2) {
  try {
    return decodeURIComponent(part2);
  } catch {
    throw new Untraced("a URL with a broken escape is parsed");
  }
}
var splitAt = (text2, sign2) => {
  const at = text2.indexOf(sign2);
  return at < 0 ? [text2] : [text2.slice(0, at), text2.slice(at + 1)];
};
var hostnameOf = (host) => host.replace(/:\d*$/, "").replace(/^\[(.*)\]$/, "$1");
function urlParse(given) {
  const url = parseUrl(given.string);
  const provenance = dependingOn(given.depends);
  const fields = Object.entries({ ...url, hostname: hostnameOf(url.host) });
  return new Dict(
    new Map(fields.map(([name, part2]) => [name, new Text(part2, provenance)])),
    provenance
  );
}
function urlOf(parts2) {
  const read2 = (name) => {
    const part2 = parts2.entries.get(name);
    if (part2 === void 0) return "";
    if (part2.kind !== "text" || part2.isBytes)
      throw new TemplateError(`unable to parse ${name} key, must be of type string`);
    return utf8.read(part2).string;
  };
  const [scheme, userinfo, host, path] = [read2("scheme"), read2("userinfo"), read2("host"), read2("path")];
  return { scheme, userinfo, host, path, query: read2("query"), opaque: read2("opaque"), fragment: read2("fragment") };
}
function writeUrl({ scheme, userinfo, host, path, query, opaque, fragment }) {
  if (!USERINFO.test(userinfo) || !HOST.test(host) || /[!'()*[\]]/.test(path + fragment) || !USUAL2.test(scheme))
    throw new Untraced("an unusual URL is written");
  const begin = scheme === "" ? "" : `${scheme}:`;
  const end = (query === "" ? "" : `?${query}`) + (fragment === "" ? "" : `#${escaped3(fragment, true)}`);
  if (opaque !== "") return begin + opaque + end;
  const user = userinfo === "" ? "" : `${userinfo}@`;
  const hasAuthority = host !== "" || user !== "" || scheme !== "" && path !== "";
  const authority2 = hasAuthority ? `//${user}${host}` : "";
  const isJoined = path === "" || path.startsWith("/") || host === "";
  return begin + authority2 + (isJoined ? protectedPath(path, begin + authority2) : `/${escaped3(path)}`) + end;
}
var protectedPath = (path, before) => (before === "" && /^[^/]*:/.test(path) ? "./" : "") + escaped3(path);
function escaped3(part2, isFragment = false) {
  const signs2 = isFragment ? /[^\w\-.~$&+,/:;=@?]/gu : /[^\w\-.~$&+,/:;=@]/gu;
  return part2.toWellFormed().replace(signs2, (sign2) => encodeURIComponent(sign2));
}
var URLS = {
  urlParse: keeping([utf8], ([given]) => urlParse(given)),
  urlJoin: keeping([dict], ([parts2]) => {
    const depends = [...parts2.entries.values()].map(dependenciesOf).reduce(union, dependenciesOf(parts2));
    return new Text(writeUrl(urlOf(parts2)), dependingOn(depends));
  })
};

// src/template/functions/strings.ts
var FUNCTIONS = {
  ...TRIMMING,
  ...CASING,
  ...LAYOUT2,
  ...QUOTING,
  ...SPLITTING,
  ...PRINTING,
  ...REGULAR_EXPRESSIONS,
  ...ENCODING,
  ...URLS,
  ...PATHS,
  ...VOLATILES,
  ...CERTIFICATES,
  hello: deriving([], () => "Hello!")
};
var PER_STEP2 = 64;
var charged2 = ({ call: call2 }) => ({
  call(args, context) {
    const length = args.reduce((sum, arg) => arg.kind === "text" ? sum + arg.string.length : sum, 0);
    if (length >= PER_STEP2) context.budget.step(Math.floor(length / PER_STEP2));
    return call2(args, context);
  }
});
var STRINGS = Object.fromEntries(
  Object.entries(FUNCTIONS).map(([name, called]) => [name, charged2(called)])
);

// src/template/functions/index.ts
var THEMES = [
  ...[ACCESS, COMPARISON, DATES, DICTS, ENCODINGS_OF_DATA, FLOW, LISTS, MERGING, NETWORK],
  ...[NUMBERS, RANGES, REFLECTION, SEMVER, STRINGS]
];
var FUNCTIONS2 = new Map(THEMES.flatMap((theme) => Object.entries(theme)));

// src/template/chart/compatible.ts
function isCompatible(range, version2) {
  try {
    return fulfils(parseVersion(version2), range);
  } catch (error) {
    if (error instanceof Untraced) throw error;
    return false;
  }
}

// src/template/syntax/literals.ts
var SIMPLE = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v",
  "\\": "\\"
};
var ESCAPES3 = /(?:\\x[\da-fA-F]{2}|\\[0-7]{3})+|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8}|\\[\s\S]?/g;
var BYTE = /\\(?:x(..)|([0-7]{3}))/g;
var LAST_CODE_POINT = 1114111;
var invalid = () => new TemplateError("invalid syntax");
function unquote(literal) {
  const inner2 = literal.slice(1, -1);
  if (literal.startsWith("`")) return inner2.replaceAll("\r", "");
  return inner2.replace(ESCAPES3, (escaped4) => readEscape(escaped4, '"') ?? decode(readBytes(escaped4)));
}
function readCharacter(literal) {
  const inner2 = literal.slice(1, -1);
  if (inner2 === "") throw invalid();
  const [escaped4] = inner2.startsWith("\\") ? inner2.match(ESCAPES3) ?? [] : [inner2];
  const character = escaped4?.startsWith("\\") ? readEscape(escaped4, "'") : escaped4;
  const [code, ...others] = character === void 0 ? readBytes(inner2) : [...character].map((one) => one.codePointAt(0));
  if (code === void 0 || others.length > 0 || escaped4 && escaped4 !== inner2)
    throw new TemplateError(`malformed character constant: ${literal}`);
  return code;
}
function readEscape(escaped4, quote2) {
  const letter = escaped4[1] ?? "";
  if (letter === quote2) return quote2;
  if (letter === "u" || letter === "U") return readCodePoint(escaped4.slice(2));
  if (/^\\(?:x..|[0-7]{3})/.test(escaped4)) return void 0;
  const simple2 = SIMPLE[letter];
  if (simple2 === void 0) throw invalid();
  return simple2;
}
function readCodePoint(digits) {
  const code = digits === "" ? LAST_CODE_POINT + 1 : Number.parseInt(digits, 16);
  if (code > LAST_CODE_POINT || code >= 55296 && code <= 57343) throw invalid();
  return String.fromCodePoint(code);
}
function readBytes(escaped4) {
  const bytes = [...escaped4.matchAll(BYTE)].map(
    ([, hexadecimal2, octal2]) => hexadecimal2 === void 0 ? Number.parseInt(octal2 ?? "", 8) : Number.parseInt(hexadecimal2, 16)
  );
  if (bytes.some((byte) => byte > 255)) throw invalid();
  return bytes;
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    throw new Untraced("a string literal is not UTF-8");
  }
}

// src/template/syntax/numbers.ts
var INTEGER2 = /^([+-]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|0([0-7]+)|(0|[1-9]\d*))$/;
var DECIMAL_FLOAT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
var HEXADECIMAL_FLOAT = /^([+-]?)0[xX]0*((?:[1-9a-fA-F][\da-fA-F]*)?)(?:\.([\da-fA-F]*))?[pP]([+-]?\d+)$/;
var MANY_DIGITS = 64;
var EXACT_DIGITS = 13;
var SAFE_EXPONENT = 900;
function readNumber(literal) {
  if (literal.endsWith("i")) throw new Untraced(`a complex number: ${literal}`);
  const text2 = hasWellPlacedUnderscores(literal) ? literal.replaceAll("_", "") : "";
  const integer2 = readInteger(text2);
  if (integer2 !== void 0) return { value: exact(integer2, literal), type: looksLikeFloat(text2) ? "float64" : "int" };
  const float = DECIMAL_FLOAT.test(text2) ? Number(text2) : readHexadecimalFloat(text2);
  if (float === void 0 || !Number.isFinite(float)) throw new TemplateError(`illegal number syntax: "${literal}"`);
  if (!/[.eEpP]/.test(text2)) throw new TemplateError(`integer overflow: "${literal}"`);
  return { value: float, type: "float64" };
}
var looksLikeFloat = (integer2) => /^[+-]0[xX].*[eE]/.test(integer2);
function exact(value, literal) {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Untraced(`an integer beyond 2^53: ${literal}`);
  return number;
}
function readInteger(text2) {
  const [, sign2, hexadecimal2, binary, octal2, oldOctal, decimal2] = INTEGER2.exec(text2) ?? [];
  const digits = (hexadecimal2 ?? binary ?? octal2 ?? oldOctal ?? decimal2)?.replace(/^0+(?=.)/, "");
  if (digits === void 0 || digits.length > MANY_DIGITS) return void 0;
  const prefix = hexadecimal2 ? "0x" : binary ? "0b" : octal2 || oldOctal ? "0o" : "";
  const size2 = BigInt(prefix + digits);
  const limit = sign2 === "" ? 2n ** 64n - 1n : sign2 === "-" ? 2n ** 63n : 2n ** 63n - 1n;
  if (size2 > limit) return void 0;
  return sign2 === "-" ? -size2 : size2;
}
function readHexadecimalFloat(text2) {
  const [, sign2, whole2 = "", fraction = "", power] = HEXADECIMAL_FLOAT.exec(text2) ?? [];
  if (power === void 0 || !/^[+-]?0[xX]\.?[\da-fA-F]/.test(text2)) return void 0;
  const exponent = Number(power) - 4 * fraction.length;
  if (whole2.length + fraction.length > EXACT_DIGITS || Math.abs(exponent) > SAFE_EXPONENT)
    throw new Untraced(`a long hexadecimal number: ${text2}`);
  const value = Number(`0x0${whole2}${fraction}`) * 2 ** exponent;
  return sign2 === "-" ? -value : value;
}
function hasWellPlacedUnderscores(literal) {
  if (!literal.includes("_")) return true;
  const digits = literal.replace(/^[+-]?(?:0[xXbBoO]_?)?/, "");
  return /^[+-]?0[xX]/.test(literal) ? !/(?:^|[^\da-fA-F])_|_(?:$|[^\da-fA-F])/.test(digits) : !/(?:^|\D)_|_(?:$|\D)/.test(digits);
}

// src/template/syntax/pipeline.ts
var NOT_EXECUTABLE = /* @__PURE__ */ new Set(["bool", "dot", "nil", "number", "string"]);
var DEEPEST5 = 250;
var MOST_VARIABLES = 1e3;
function deeper(here, parse) {
  if (here.depth >= DEEPEST5) throw new Untraced("the template is nested too deeply");
  here.depth++;
  const result = parse();
  here.depth--;
  return result;
}
function parsePipeline(here, context, end = "close") {
  const { tokens } = here;
  const { offset } = tokens.peekSolid();
  const { variables, isAssignment } = parseDeclaration(here, context);
  const commands = [];
  while (tokens.peekSolid().kind !== end) {
    if (!startsOperand(tokens.peek().kind)) throw tokens.unexpected(tokens.next(), context);
    commands.push(parseCommand(here));
  }
  tokens.next();
  if (commands.length === 0) throw tokens.error(`missing value for ${context}`);
  const stage = commands.findIndex(({ operands: [first] }, i) => i > 0 && NOT_EXECUTABLE.has(first.kind));
  if (stage > 0) throw tokens.error(`non executable command in pipeline stage ${stage + 1}`);
  return { offset, variables, isAssignment, commands };
}
function parseDeclaration(here, context) {
  const { tokens } = here;
  const variables = [];
  while (tokens.peekSolid().kind === "variable") {
    const after = tokens.peek(1).kind === "space" ? tokens.peek(2) : tokens.peek(1);
    const isComma = after.kind === "sign" && after.text === ",";
    if (!isComma && after.kind !== "declare" && after.kind !== "assign") break;
    const { text: text2 } = tokens.next();
    variables.push(text2);
    here.variables.push(text2);
    if (here.variables.length > MOST_VARIABLES) throw new Untraced("the template declares too many variables");
    tokens.nextSolid();
    if (!isComma) return { variables, isAssignment: after.kind === "assign" };
    if (context !== "range" || variables.length > 1) throw tokens.error(`too many declarations in ${context}`);
    if (!["variable", "close", "rightParen"].includes(tokens.peekSolid().kind))
      throw tokens.error("range can only initialize variables");
  }
  return { variables, isAssignment: false };
}
function parseCommand(here) {
  const { tokens } = here;
  const { offset } = tokens.peekSolid();
  const operands = [];
  for (; ; ) {
    tokens.peekSolid();
    const operand = parseOperand(here);
    if (operand) operands.push(operand);
    const after = tokens.peek();
    if (after.kind === "close" || after.kind === "rightParen") break;
    tokens.next();
    if (after.kind === "bar") break;
    if (after.kind !== "space") throw tokens.unexpected(after, "operand");
  }
  const [first, ...others] = operands;
  if (!first) throw tokens.error("empty command");
  return { offset, operands: [first, ...others] };
}
function parseOperand(here) {
  const { tokens } = here;
  const { offset, text: text2 } = tokens.peek();
  const term = parseTerm(here);
  if (!term || tokens.peek().kind !== "field") return term;
  const fields = [];
  while (tokens.peek().kind === "field") fields.push(tokens.next().text.slice(1));
  switch (term.kind) {
    case "field":
    case "variable":
    case "group":
      return { ...term, fields: [...term.fields, ...fields] };
    case "function":
      return { kind: "group", offset, pipeline: callOf(term), fields };
    default:
      throw tokens.error(`unexpected . after term ${JSON.stringify(text2)}`);
  }
}
var callOf = (operand) => ({
  offset: operand.offset,
  variables: [],
  isAssignment: false,
  commands: [{ offset: operand.offset, operands: [operand] }]
});
var TERMS = /* @__PURE__ */ new Set([
  "bool",
  "character",
  "complex",
  "dot",
  "field",
  "identifier",
  "leftParen",
  "nil",
  "number",
  "rawString",
  "string",
  "variable"
]);
var startsOperand = (kind) => TERMS.has(kind);
function parseTerm(here) {
  const { tokens } = here;
  if (!startsOperand(tokens.peek().kind)) return void 0;
  const token = tokens.next();
  const { offset, text: text2 } = token;
  switch (token.kind) {
    case "dot":
    case "nil":
      return { kind: token.kind, offset };
    case "bool":
      return { kind: "bool", offset, value: text2 === "true" };
    case "field":
      return { kind: "field", offset, fields: [text2.slice(1)] };
    case "variable":
      if (!here.variables.includes(text2)) throw tokens.error(`undefined variable "${text2}"`);
      return { kind: "variable", offset, name: text2, fields: [] };
    case "identifier":
      if (!here.isFunction(text2)) throw tokens.error(`function "${text2}" not defined`);
      return { kind: "function", offset, name: text2 };
    case "leftParen":
      return deeper(here, () => ({
        kind: "group",
        offset,
        pipeline: parsePipeline(here, "parenthesized pipeline", "rightParen"),
        fields: []
      }));
    default:
      return atPlace(tokens, () => readLiteral(token));
  }
}
function readLiteral({ kind, offset, text: text2 }) {
  if (kind === "character") return { kind: "number", offset, value: readCharacter(text2), type: "int" };
  if (kind === "number" || kind === "complex") return { kind: "number", offset, ...readNumber(text2) };
  return { kind: "string", offset, value: unquote(text2) };
}
function atPlace(tokens, read2) {
  try {
    return read2();
  } catch (error) {
    throw error instanceof TemplateError ? tokens.error(error.message) : error;
  }
}

// src/template/syntax/token.ts
var KEYWORDS = /* @__PURE__ */ new Set([
  "block",
  "break",
  "continue",
  "define",
  "else",
  "end",
  "if",
  "nil",
  "range",
  "template",
  "with"
]);
var isKeyword = (word) => KEYWORDS.has(word);
var SHOWN = 10;
function describe({ kind, text: text2 }) {
  if (kind === "stop") return "EOF";
  if (kind === "error") return text2;
  if (isKeyword(kind) || kind === "dot") return `<${text2}>`;
  const characters2 = [...text2];
  return characters2.length > SHOWN ? `${JSON.stringify(characters2.slice(0, SHOWN).join(""))}...` : JSON.stringify(text2);
}

// src/template/syntax/lexer.ts
var SPACES2 = /[ \t\r\n]+/y;
var WORD2 = /[\p{L}\p{Nd}_]+/uy;
var NUMBER2 = /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;
var SIGNS2 = { "|": "bar", "=": "assign", "(": "leftParen", ")": "rightParen" };
var Lexer = class {
  #text;
  #at = 0;
  #isInAction = false;
  #openParens = 0;
  constructor(text2) {
    this.#text = text2;
  }
  /** The next token; after the end of the text, or an error, there is no other. */
  next() {
    return this.#isInAction ? this.#inAction() : this.#outside();
  }
  #outside() {
    const text2 = this.#text;
    for (; ; ) {
      const start = this.#at;
      const open = text2.indexOf("{{", start);
      if (open < 0) return start < text2.length ? this.#token("text", text2.length) : this.#token("stop", start);
      const isTrimming = text2[open + 2] === "-" && isSpace2(text2[open + 3]);
      const end = isTrimming ? trimEnd(text2, start, open) : open;
      this.#at = open;
      if (end > start) return { kind: "text", offset: start, text: text2.slice(start, end) };
      const inner2 = open + (isTrimming ? 4 : 2);
      if (!text2.startsWith("/*", inner2)) return this.#open(open, inner2);
      const error = this.#skipComment(inner2);
      if (error) return error;
    }
  }
  #open(offset, inner2) {
    this.#at = inner2;
    this.#isInAction = true;
    this.#openParens = 0;
    return { kind: "open", offset, text: "{{" };
  }
  #skipComment(start) {
    const end = this.#text.indexOf("*/", start + 2);
    if (end < 0) return this.#error("unclosed comment");
    const length = this.#closeLength(end + 2);
    if (length === 0) return this.#error("comment ends before closing delimiter");
    this.#leave(end + 2 + length, length > 2);
    return void 0;
  }
  /** How long the closing delimiter is that stands there, with its trim marker; 0 when there is none. */
  #closeLength(at) {
    const text2 = this.#text;
    if (text2.startsWith("}}", at)) return 2;
    return isSpace2(text2[at]) && text2.startsWith("-}}", at + 1) ? 4 : 0;
  }
  #leave(at, isTrimming) {
    this.#isInAction = false;
    this.#at = isTrimming ? match(SPACES2, this.#text, at) : at;
  }
  #inAction() {
    const text2 = this.#text;
    const at = this.#at;
    const length = this.#closeLength(at);
    if (length > 0) return this.#close(at, length);
    const first = text2[at];
    if (first === void 0) return this.#error("unclosed action");
    if (isSpace2(first)) return this.#spaces();
    if (first === '"') return this.#quoted("string", '"', "unterminated quoted string");
    if (first === "'") return this.#quoted("character", "'", "unterminated character constant");
    if (first === "`") return this.#rawString();
    if (first === "$") return this.#name("variable", at + 1);
    if (first === "." && !/^\d?$/.test(text2[at + 1] ?? "")) return this.#name("field", at + 1);
    if (first === ":") return text2[at + 1] === "=" ? this.#token("declare", at + 2) : this.#error("expected :=");
    if (/[\d.+-]/.test(first)) return this.#number();
    const end = match(WORD2, text2, at);
    return end > at ? this.#word(end) : this.#sign(first);
  }
  #close(offset, length) {
    if (this.#openParens > 0) return this.#error("unclosed left paren");
    this.#leave(offset + length, length > 2);
    return { kind: "close", offset: offset + length - 2, text: "}}" };
  }
  #spaces() {
    const end = match(SPACES2, this.#text, this.#at);
    return this.#token("space", this.#text.startsWith("-}}", end) ? end - 1 : end);
  }
  #quoted(kind, quote2, error) {
    const text2 = this.#text;
    for (let at = this.#at + 1; at < text2.length; at++) {
      if (text2[at] === "\\") at++;
      else if (text2[at] === quote2) return this.#token(kind, at + 1);
      if (text2[at] === "\n") break;
    }
    return this.#error(error);
  }
  #rawString() {
    const end = this.#text.indexOf("`", this.#at + 1);
    return end < 0 ? this.#error("unterminated raw quoted string") : this.#token("rawString", end + 1);
  }
  /** `$`, `$name`, `.` or `.name`. */
  #name(kind, start) {
    if (kind === "field" && this.#isEndOfWord(start)) return this.#token("dot", start);
    const end = match(WORD2, this.#text, start);
    return this.#isEndOfWord(end) ? this.#token(kind, end) : this.#badCharacter(end);
  }
  #word(end) {
    if (!this.#isEndOfWord(end)) return this.#badCharacter(end);
    const word = this.#text.slice(this.#at, end);
    return this.#token(isKeyword(word) ? word : word === "true" || word === "false" ? "bool" : "identifier", end);
  }
  #isEndOfWord(at) {
    const next = this.#text[at];
    return next === void 0 || isSpace2(next) || ".,|:()".includes(next) || this.#text.startsWith("}}", at);
  }
  #number() {
    const text2 = this.#text;
    const end = match(NUMBER2, text2, this.#at);
    if (match(WORD2, text2, end) > end) return this.#badNumber(end + 1);
    if (text2[end] !== "+" && text2[end] !== "-") return this.#token("number", end);
    const endOfSum = match(NUMBER2, text2, end);
    const isComplex = text2[endOfSum - 1] === "i" && match(WORD2, text2, endOfSum) === endOfSum;
    return isComplex ? this.#token("complex", endOfSum) : this.#badNumber(endOfSum);
  }
  #sign(first) {
    if (first === "(") this.#openParens++;
    if (first === ")") this.#openParens--;
    if (this.#openParens < 0) return this.#error("unexpected right paren");
    if (/[!-~]/.test(first)) return this.#token(SIGNS2[first] ?? "sign", this.#at + 1);
    return this.#error(`unrecognized character in action: ${describeCharacter(this.#text, this.#at)}`);
  }
  #badNumber(end) {
    return this.#error(`bad number syntax: ${JSON.stringify(this.#text.slice(this.#at, end))}`);
  }
  #badCharacter(at) {
    return this.#error(`bad character ${describeCharacter(this.#text, at)}`);
  }
  #token(kind, end) {
    const offset = this.#at;
    this.#at = end;
    return { kind, offset, text: this.#text.slice(offset, end) };
  }
  #error(text2) {
    return { kind: "error", offset: this.#at, text: text2 };
  }
};
var isSpace2 = (character) => character === " " || character === "\n" || character === "	" || character === "\r";
function trimEnd(text2, start, end) {
  let at = end;
  while (at > start && isSpace2(text2[at - 1])) at--;
  return at;
}
function match(expression, text2, at) {
  expression.lastIndex = at;
  return expression.test(text2) ? expression.lastIndex : at;
}
function describeCharacter(text2, at) {
  const code = text2.codePointAt(at) ?? 0;
  const number = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return /[\p{C}\p{Z}]/u.test(String.fromCodePoint(code)) ? number : `${number} '${String.fromCodePoint(code)}'`;
}

// src/template/syntax/lines.ts
var LineCounter = class {
  #text;
  #starts;
  constructor(text2) {
    this.#text = text2;
  }
  /** 1-based; an offset beyond the text lies on its last line. */
  lineOf(offset) {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
  /** 1-based, in UTF-16 units. */
  columnOf(offset) {
    return offset - this.startOf(this.lineOf(offset)) + 1;
  }
  /** The offset at which a line begins. */
  startOf(line) {
    return this.#lineStarts()[line - 1] ?? 0;
  }
  #lineStarts() {
    this.#starts ??= lineStarts(this.#text);
    return this.#starts;
  }
};
function lineStarts(text2) {
  const starts = [0];
  for (let at = text2.indexOf("\n"); at >= 0; at = text2.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

// src/template/syntax/tokens.ts
var Tokens = class {
  #lexer;
  #ahead = [];
  #lines;
  #name;
  #last = { kind: "stop", offset: 0, text: "" };
  constructor(text2, name) {
    this.#lexer = new Lexer(text2);
    this.#lines = new LineCounter(text2);
    this.#name = name;
  }
  /** The token that is `distance` tokens ahead, spaces among them. */
  peek(distance = 0) {
    for (; ; ) {
      const token = this.#ahead[distance];
      if (token) return token;
      this.#last = this.#lexer.next();
      this.#ahead.push(this.#last);
    }
  }
  next() {
    const token = this.peek();
    this.#ahead.shift();
    return token;
  }
  /** The next token that is no space, which stays. */
  peekSolid() {
    while (this.peek().kind === "space") this.next();
    return this.peek();
  }
  nextSolid() {
    this.peekSolid();
    return this.next();
  }
  /** @throws TemplateError when the next token is another. */
  expect(kind, context) {
    const token = this.nextSolid();
    if (token.kind !== kind) throw this.unexpected(token, context);
  }
  /** The error that a token does not belong there. */
  unexpected(token, context) {
    return this.error(token.kind === "error" ? token.text : `unexpected ${describe(token)} in ${context}`);
  }
  /** The token that was read last. */
  get last() {
    return this.#last;
  }
  /** An error at a token, or at the place that was read last. */
  error(message, { offset } = this.#last) {
    return new TemplateError(message, {
      template: this.#name,
      line: this.#lines.lineOf(offset),
      column: this.#lines.columnOf(offset)
    });
  }
};

// src/template/syntax/parser.ts
function parseTemplate(text2, name = "", isFunction2 = () => true) {
  return new Parser2(text2, name, isFunction2).parse();
}
var isBlank2 = (nodes) => nodes.every((node) => node.kind === "text" && WHITE_SPACE2.test(node.text));
var WHITE_SPACE2 = /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;
var Parser2 = class {
  #tokens;
  #name;
  #isFunction;
  #defines = /* @__PURE__ */ new Map();
  constructor(text2, name, isFunction2) {
    this.#tokens = new Tokens(text2, name);
    this.#name = name;
    this.#isFunction = isFunction2;
  }
  parse() {
    const tokens = this.#tokens;
    const tree = this.#newTree();
    const nodes = [];
    while (tokens.peek().kind !== "stop") {
      if (this.#isAtDefine()) {
        this.#parseDefine();
        continue;
      }
      const node = this.#parseNode(tree);
      if (isEnding(node)) throw tokens.error(`unexpected {{${node.kind}}}`);
      nodes.push(node);
    }
    this.#define(this.#name, nodes);
    const root = this.#defines.get(this.#name) ?? nodes;
    this.#defines.delete(this.#name);
    return { nodes: root, defines: this.#defines, isEmpty: isBlank2(root) };
  }
  #newTree(depth = 0) {
    return { tokens: this.#tokens, isFunction: this.#isFunction, variables: ["$"], ranges: 0, depth };
  }
  #isAtDefine() {
    const tokens = this.#tokens;
    if (tokens.peek().kind !== "open") return false;
    return tokens.peek(tokens.peek(1).kind === "space" ? 2 : 1).kind === "define";
  }
  /** `define` only stands outside of everything else. */
  #parseDefine() {
    const tokens = this.#tokens;
    tokens.next();
    tokens.nextSolid();
    const name = this.#parseName("define clause");
    tokens.expect("close", "define clause");
    const { nodes, ending } = this.#parseList(this.#newTree());
    if (ending.kind !== "end") throw tokens.error("unexpected {{else}} in define clause");
    this.#define(name, nodes);
  }
  /** Of two with one name only one may be filled. */
  #define(name, nodes) {
    const known = this.#defines.get(name);
    if (!known || isBlank2(known)) this.#defines.set(name, nodes);
    else if (!isBlank2(nodes)) throw this.#tokens.error(`template: multiple definition of template "${name}"`);
  }
  #parseName(context) {
    const tokens = this.#tokens;
    const token = tokens.nextSolid();
    if (token.kind !== "string" && token.kind !== "rawString") throw tokens.unexpected(token, context);
    return atPlace(tokens, () => unquote(token.text));
  }
  #parseList(tree) {
    const nodes = [];
    while (this.#tokens.peek().kind !== "stop") {
      const node = this.#parseNode(tree);
      if (isEnding(node)) return { nodes, ending: node };
      nodes.push(node);
    }
    throw this.#tokens.error("unexpected EOF");
  }
  #parseNode(tree) {
    const tokens = this.#tokens;
    const { kind, offset, text: text2 } = tokens.peek();
    if (kind !== "text" && kind !== "open") throw tokens.unexpected(tokens.next(), "input");
    tokens.next();
    if (kind === "text") return { kind, offset, text: text2 };
    const word = tokens.peekSolid().kind;
    switch (word) {
      case "if":
      case "with":
      case "range":
        return this.#parseBranch(tree, word, offset);
      case "break":
      case "continue":
        tokens.next();
        tokens.expect("close", `{{${word}}}`);
        if (tree.ranges === 0) throw tokens.error(`{{${word}}} outside {{range}}`);
        return { kind: word, offset };
      case "else":
      case "end":
        return this.#parseEnding(word, offset);
      case "block":
        return this.#parseBlock(tree, offset);
      case "template":
        return this.#parseCall(tree, offset);
      default:
        return { kind: "action", offset, pipeline: parsePipeline(tree, "command") };
    }
  }
  #parseEnding(kind, offset) {
    const tokens = this.#tokens;
    tokens.next();
    const isElseIf = kind === "else" && ["if", "with"].includes(tokens.peekSolid().kind);
    if (!isElseIf) tokens.expect("close", kind);
    return { kind, offset };
  }
  #parseBranch(tree, kind, offset) {
    return deeper(tree, () => {
      const declared = tree.variables.length;
      this.#tokens.next();
      const pipeline = parsePipeline(tree, kind);
      if (kind === "range") tree.ranges++;
      const { nodes, ending } = this.#parseList(tree);
      if (kind === "range") tree.ranges--;
      const otherwise = ending.kind === "else" ? this.#parseElse(tree, kind, ending.offset) : void 0;
      tree.variables.length = declared;
      return { kind, offset, pipeline, body: nodes, otherwise };
    });
  }
  /** `else if` in an `if` and `else with` in a `with` share its `end`. */
  #parseElse(tree, kind, offset) {
    if (kind !== "range" && this.#tokens.peek().kind === kind) return [this.#parseBranch(tree, kind, offset)];
    const { nodes, ending } = this.#parseList(tree);
    if (ending.kind !== "end") throw this.#tokens.error("expected end; found {{else}}");
    return nodes;
  }
  #parseCall(tree, offset) {
    const tokens = this.#tokens;
    tokens.next();
    const name = this.#parseName("template clause");
    if (tokens.peekSolid().kind !== "close")
      return { kind: "call", offset, name, pipeline: parsePipeline(tree, "template clause") };
    tokens.next();
    return { kind: "call", offset, name, pipeline: void 0 };
  }
  #parseBlock(tree, offset) {
    const tokens = this.#tokens;
    tokens.next();
    const name = this.#parseName("block clause");
    const pipeline = parsePipeline(tree, "block clause");
    const start = tokens.last;
    const { nodes, ending } = deeper(tree, () => this.#parseList(this.#newTree(tree.depth)));
    if (ending.kind !== "end") throw tokens.error("unexpected {{else}} in block clause", start);
    this.#define(name, nodes);
    return { kind: "call", offset, name, pipeline };
  }
};
var isEnding = (node) => node.kind === "end" || node.kind === "else";

// src/template/execute/field.ts
var settled = (value) => value.kind === "nil" && value.isTyped ? new Nil(value.provenance) : value;
var typed = (value) => value.kind === "nil" ? new Nil(value.provenance, true) : value;
function fieldsOf(value, fields, args) {
  let at = value;
  for (const [i, field] of fields.entries())
    at = at.kind === "nil" && !at.isTyped ? fieldOfNil(at.provenance, field) : fieldOf(at, field, i === fields.length - 1 ? args : []);
  return at;
}
function fieldOfNil(provenance, field) {
  const alias = provenance?.alias;
  return new Nil(alias ? { alias: childDatum(alias, field), depends: provenance.depends } : provenance);
}
function fieldOf(value, field, args) {
  if (value.kind === "nil") throw new TemplateError(`nil pointer evaluating interface {}.${field}`);
  if (value.kind === "dict" || value.kind === "list" || value.kind === "opaque") {
    const method = value.methods?.get(field);
    if (method) return callMethod(value, method, args);
    const found = value.kind === "dict" ? entry(value, field) : value.kind === "opaque" ? value.fields.get(field) : void 0;
    if (found) {
      if (args.length > 0) throw new TemplateError(`${field} is not a method but has arguments`);
      return value.kind === "dict" ? found : depending(found, value.provenance?.depends);
    }
  }
  throw new TemplateError(`can't evaluate field ${field} in type ${goTypeOf(value)}`);
}
function callMethod(owner, method, args) {
  return depending(
    method(args),
    args.reduce((depends, arg) => union(depends, dependenciesOf(arg)), owner.provenance?.depends)
  );
}
function entry(dict2, key) {
  const found = typed(entryOf(dict2, key));
  if (found.kind !== "nil" || dict2.entries.has(key)) return found;
  if (dict2.goType === "map[string]string") return new Text("", found.provenance);
  if (dict2.goType === "engine.files" || dict2.goType === "map[string][]uint8")
    return new Text("", found.provenance, { isBytes: true });
  return found;
}
function itemOf(item, container) {
  if (!item.provenance?.alias) return typed(depending(item, dependenciesIn(container)));
  return typed(partOf(item, container));
}

// src/template/execute/running-functions.ts
var RUNNING_FUNCTIONS = /* @__PURE__ */ new Map([
  ["include", include],
  ["tpl", tpl],
  ["required", required2],
  ["fail", fail],
  ["lookup", lookup],
  ["call", call]
]);
var EXECUTED = /* @__PURE__ */ new Set(["and", "or", ...RUNNING_FUNCTIONS.keys()]);
function include(args, scope, offset) {
  const [name, dot] = readArguments([text, any], args);
  return depending(scope.state.machine.include(name.string, settled(dot), scope, offset), dependenciesOf(name));
}
function tpl(args, scope, offset) {
  const [template, dot] = readArguments([text, any], args);
  return scope.state.machine.expand(template, settled(dot), scope, offset);
}
function required2(args) {
  const [message, value] = readArguments([text, any], args);
  if (value.kind === "nil" || value.kind === "text" && !value.isBytes && value.string === "")
    throw new TemplateError(message.string);
  return value;
}
function fail(args) {
  const [message] = readArguments([text], args);
  throw new TemplateError(message.string);
}
function lookup(args) {
  readArguments([text, text, text, text], args);
  return new Dict();
}
function call() {
  throw new TemplateError("error calling call: non-function");
}

// src/template/execute/parse.ts
var MAX_KEPT = 2e7;
var kept = /* @__PURE__ */ new Map();
var size = 0;
var isFunction = (name) => FUNCTIONS2.has(name) || EXECUTED.has(name);
function parseOnce(text2, name) {
  const known = kept.get(text2);
  if (known && !known.defines.has(name)) return known;
  const parsed = parseTemplate(text2, name, isFunction);
  if (!text2.includes(name)) keep(text2, parsed);
  return parsed;
}
function keep(text2, parsed) {
  if (size + text2.length > MAX_KEPT) {
    kept.clear();
    size = 0;
  }
  kept.set(text2, parsed);
  size += text2.length;
}

export {
  isInline,
  inlineName,
  textOf,
  textOrNothing,
  fileOf,
  missingFile,
  filesAsSources,
  isAscii,
  rootDatum,
  childDatum,
  pathOf,
  union,
  dependingOn,
  dependenciesIn,
  alsoDepending,
  volatileIn,
  flatten,
  Text,
  dependenciesOfConditions,
  Nil,
  Bool,
  Num,
  List,
  Dict,
  Opaque,
  isTrue,
  dependenciesOf,
  depending,
  withProvenance,
  entryOf,
  sortedKeys,
  compareBytes,
  YamlError,
  Parser,
  readYaml,
  behaviourOf,
  readValues2 as readValues,
  readGivenValues,
  mergeValues,
  copyValue,
  lookUp,
  tableAt,
  bool,
  any,
  text,
  rest,
  keeping,
  LIMITS,
  Budget,
  printValue,
  printYaml,
  parseVersion,
  printVersion,
  FUNCTIONS2 as FUNCTIONS,
  Tokens,
  parseTemplate,
  isBlank2 as isBlank,
  settled,
  fieldsOf,
  itemOf,
  RUNNING_FUNCTIONS,
  EXECUTED,
  withSetFlags,
  setFlags,
  flagValues,
  plainValue,
  setValues,
  isCompatible,
  parseOnce
};
