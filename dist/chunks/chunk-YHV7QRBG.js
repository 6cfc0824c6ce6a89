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
} from "./chunk-4WC5IFVI.js";
import {
  asMapping
} from "./chunk-MWLKK7FC.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/discover/values-source.ts
import { createHash } from "node:crypto";
var isInline = (source) => !("path" in source);
var inlineName = ({ text }) => `${createHash("sha256").update(text).digest("hex")}.yaml`;
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
    this.#joined ??= this.#segments?.map(({ text }) => text).join("") ?? "";
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
    return this.#segments.map((segment) => ({
      ...segment,
      provenance: segment.provenance ? alsoDepending(segment.provenance, dependenciesIn(provenance)) : provenance
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
var plain = (text) => ({ text, site: void 0, linesBefore: 0, provenance: void 0 });
var concatAll = (parts) => new Text(parts.flatMap((part) => typeof part === "string" ? part === "" ? [] : [plain(part)] : part.segments));
var concat = (...parts) => concatAll(parts);
function cut(text, start, end = text.string.length) {
  if (start <= 0 && end >= text.string.length) return text;
  if (!text.hasSegments) return cutWhole(text, Math.max(0, start), Math.max(0, end));
  const pieces = [];
  let offset = 0;
  for (const segment of text.segments) {
    const stop = offset + segment.text.length;
    if (stop > start && offset < end) pieces.push(cutSegment(segment, start - offset, end - offset));
    offset = stop;
  }
  return new Text(pieces, pieces.length === 0 ? dependingOn(text.depends) : void 0);
}
function cutWhole({ string, provenance }, start, end) {
  const linesBefore = provenance?.alias ? countLines(string, start) : 0;
  const text = string.slice(start, end);
  return linesBefore > 0 ? new Text([{ text, site: void 0, linesBefore, provenance }]) : new Text(text, provenance);
}
function cutSegment(segment, start, end) {
  const from = Math.max(0, start);
  const text = segment.text.slice(from, end);
  if (from === 0) return { ...segment, text };
  const lines = segment.site || segment.provenance?.alias ? countLines(segment.text, from) : 0;
  return { ...segment, text, linesBefore: segment.linesBefore + lines };
}
function countLines(text, end) {
  const before = text.slice(0, end);
  let lines = 0;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) lines++;
  return lines;
}
var mapPieces = (text, rewrite) => text.hasSegments ? new Text(text.segments.map((segment) => ({ ...segment, text: rewrite(segment.text) }))) : new Text(rewrite(text.string), text.provenance);
function replaceWhole(text, replacement) {
  const { segments } = text;
  const site = segments.find((segment) => segment.site)?.site;
  const aliases = segments.filter(({ text: text2, provenance }) => provenance?.alias && text2.trim() !== "");
  const alias = text.provenance?.alias ?? (aliases.length === 1 ? aliases[0]?.provenance?.alias : void 0);
  return new Text([{ text: replacement, site, linesBefore: 0, provenance: { alias, depends: text.depends } }]);
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
  constructor(items, provenance, goType = "[]interface {}", methods, isNil = false) {
    this.items = items;
    this.provenance = provenance;
    this.goType = goType;
    this.methods = methods;
    this.isNil = isNil;
  }
};
var Dict = class {
  kind = "dict";
  /** `set` and `unset` change it, for everybody who holds it, as in Go. */
  entries;
  provenance;
  goType;
  methods;
  constructor(entries = /* @__PURE__ */ new Map(), provenance, goType = "map[string]interface {}", methods) {
    this.entries = entries;
    this.provenance = provenance;
    this.goType = goType;
    this.methods = methods;
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
      return new Dict(value.entries, provenance, value.goType, value.methods);
    case "opaque":
      return new Opaque({ ...value, provenance });
  }
}
function entryOf(dict, key) {
  const entry = dict.entries.get(key);
  const alias = dict.provenance?.alias;
  if (entry) return entry.provenance?.alias && alias ? entry : depending(entry, dict.provenance?.depends);
  return new Nil(alias ? { alias: childDatum(alias, key), depends: dict.provenance?.depends } : dict.provenance);
}
var sortedKeys = (dict) => [...dict.entries.keys()].sort(compareBytes);
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
function formatFloat(value, format = "g", precision) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return sign + formatMagnitude(Math.abs(value), format, precision);
}
function formatMagnitude(value, format, precision) {
  const decimal = precision === void 0 ? shortestDecimal(value) : exactDecimal(value);
  if (format === "f") return fixed(roundTo(decimal, precision, decimal.point), precision);
  if (format === "e") return exponential(roundTo(decimal, precision, 1), precision);
  const rounded = roundTo(decimal, precision === void 0 ? void 0 : Math.max(1, precision), 0);
  return general(rounded, precision === void 0 ? void 0 : Math.max(1, precision));
}
function general(decimal, precision) {
  const exponent = decimal.digits === "" ? 0 : decimal.point - 1;
  let limit = precision ?? 6;
  if (precision !== void 0 && limit > decimal.digits.length && decimal.digits.length >= decimal.point)
    limit = decimal.digits.length;
  if (exponent < -4 || exponent >= Math.max(limit, 1))
    return exponential(decimal, Math.max(decimal.digits.length - 1, 0));
  return fixed(decimal, Math.max(decimal.digits.length - decimal.point, 0));
}
function fixed({ digits, point }, precision) {
  const places = precision ?? Math.max(digits.length - point, 0);
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  if (places === 0) return whole;
  const fraction = point >= 0 ? digits.slice(point) : "0".repeat(Math.min(-point, places)) + digits;
  return `${whole}.${fraction.padEnd(places, "0").slice(0, places)}`;
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
  const whole = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent);
  const digits = whole.toString();
  return { digits: digits.replace(/0+$/, ""), point: digits.length - Math.max(-exponent, 0) };
}
function roundTo(decimal, precision, base) {
  if (precision === void 0) return decimal;
  const keep = base + precision;
  const { digits, point } = decimal;
  if (keep >= digits.length) return decimal;
  if (keep < 0) return { digits: "", point: 0 };
  const kept = digits.slice(0, keep);
  const rest = digits.slice(keep);
  const isOdd = keep > 0 && Number(kept.at(-1)) % 2 === 1;
  const isUp = rest > "5" || rest === "5" && isOdd;
  if (!isUp) {
    const trimmed = kept.replace(/0+$/, "");
    return { digits: trimmed, point: trimmed === "" ? 0 : point };
  }
  const raised = (BigInt(kept === "" ? "0" : kept) + 1n).toString().padStart(keep, "0");
  return { digits: raised.replace(/0+$/, ""), point: point + raised.length - keep };
}

// src/template/yaml/numbers.ts
function formatJson(value) {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-6 || size >= 1e21)) return formatFloat(value, "e").replace(/e-0/, "e-");
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
function resolvePlain(text) {
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word) return word;
  }
  const code = text.charCodeAt(0);
  if (code === 46) return (GROUPED_FRACTION.test(text) ? parseFloat64(text.replaceAll("_", "")) : void 0) ?? STRING;
  const isSigned = code === 43 || code === 45;
  if (!isSigned && (code < 48 || code > 57)) return STRING;
  if (isTimestamp(text)) return TIMESTAMP;
  const plain2 = text.includes("_") ? text.replaceAll("_", "") : text;
  const signed = SIGNED_BINARY.exec(plain2);
  return parseInteger(signed ? `${signed[1]}0b${signed[2]}` : plain2) ?? parseFloat64(plain2) ?? STRING;
}
function parseInteger(text) {
  if (text.length > LONGEST_NUMBER) return void 0;
  const match = INTEGER.exec(text);
  if (!match) return void 0;
  const [, sign, decimal, hexadecimal, binary, octal] = match;
  const digits = decimal ?? (hexadecimal ? `0x${hexadecimal}` : binary ? `0b${binary}` : octal ? `0o${octal}` : "0");
  const value = sign === "-" ? -BigInt(digits) : BigInt(digits);
  if (value > MAX_UINT64 || value < MIN_INT64) return void 0;
  return { type: "int", value };
}
function parseFloat64(text) {
  if (!FLOAT.test(text)) return void 0;
  const value = Number(text);
  return Number.isFinite(value) ? { type: "float", value } : void 0;
}
var DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt]| +)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)?)?$/;
function isTimestamp(text) {
  const match = text.charCodeAt(4) === 45 ? DATE.exec(text) : null;
  if (!match) return false;
  const [, year, month, day, separator, hour = "0", minute = "0", second = "0", zone] = match;
  if (separator !== void 0 && separator.startsWith(" ") !== (zone === void 0)) return false;
  if (zone && zone !== "Z" && (Number(zone.slice(1, 3)) > 24 || Number(zone.slice(4)) > 60)) return false;
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
}
var daysOf = (year, month) => month === 2 ? year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
var isBase60 = (text) => /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text);

// src/template/yaml/decode.ts
var CORE = "tag:yaml.org,2002:";
var MOST_ALIASED = 1e5;
var Decoder = class {
  #originAt;
  #numbers;
  #open = /* @__PURE__ */ new Set();
  #aliased = 0;
  constructor(originAt, numbers) {
    this.#originAt = originAt;
    this.#numbers = numbers;
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
        const { text } = node;
        if (!origin?.site) return new Text(text, provenance);
        return new Text([{ text, site: origin.site, linesBefore: 0, provenance }]);
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
function resolveScalar({ tag, text, isPlain }) {
  if (tag === "" && isPlain) return resolvePlain(text);
  const type = TYPES.get(tag);
  if (type === void 0) {
    if (tag.startsWith(CORE) && tag !== `${CORE}str`) throw new Untraced(`a scalar with the tag ${tag}`);
    return { type: "string" };
  }
  const resolved = resolvePlain(text);
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
  constructor(text) {
    this.text = text;
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
  let parts = "";
  if (name === "YAML") parts = scanVersion(cursor);
  else if (name === "TAG") parts = scanTagDirective(cursor);
  else throw cursor.failure("found unknown directive name");
  skipBlanks(cursor);
  if (cursor.peek() === 35) cursor.skipToBreak();
  if (!isBreakOrEnd(cursor.peek())) throw cursor.failure("did not find expected comment or line break");
  cursor.takeBreak();
  return `%${name} ${parts}`;
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
    const { text, offset } = this.#cursor;
    const units = offset - key.offset;
    if (units <= LONGEST_KEY) return true;
    return units <= 2 * LONGEST_KEY && [...text.slice(key.offset, offset)].length <= LONGEST_KEY;
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
function scanPlain(cursor, indent, isInFlow) {
  const { text } = cursor;
  let content = "";
  let end = cursor.offset;
  let gap;
  for (; ; ) {
    if (cursor.peek() === 35 || cursor.isAtDocumentMark()) break;
    const start = cursor.offset;
    for (let code = cursor.peek(); !isGap(code) && !endsPlain(code, cursor.peek(1), isInFlow); code = cursor.peek())
      cursor.offset++;
    if (cursor.offset > start) {
      content += (gap?.folded ?? "") + text.slice(start, cursor.offset);
      gap = void 0;
      end = cursor.offset;
    }
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break;
    gap ??= new Gap();
    gap.take(cursor, (isIndent) => {
      if (isIndent && cursor.column < indent && cursor.peek() === TAB)
        throw cursor.failure("found a tab character that violates indentation");
    });
    if (!isInFlow && cursor.column < indent) break;
  }
  return { text: content, end, endsLine: gap?.hasBreak ?? false };
}
function scanQuoted(cursor) {
  const quote = cursor.peek();
  cursor.offset++;
  let content = "";
  for (; ; ) {
    if (cursor.isAtDocumentMark()) throw cursor.failure("found unexpected document indicator");
    if (cursor.isAtEnd) throw cursor.failure("found unexpected end of stream");
    const gap = new Gap();
    content += scanQuotedLine(cursor, quote, gap);
    if (cursor.peek() === quote) break;
    gap.take(cursor);
    content += gap.folded;
  }
  cursor.offset++;
  return { text: content, end: cursor.offset };
}
function scanQuotedLine(cursor, quote, gap) {
  const { text } = cursor;
  let content = "";
  let start = cursor.offset;
  for (let code = cursor.peek(); !isGap(code); code = cursor.peek()) {
    if (code === quote) {
      if (quote !== 39 || cursor.peek(1) !== quote) break;
      content += text.slice(start, cursor.offset + 1);
      cursor.offset += 2;
    } else if (code === 92 && quote === 34) {
      content += text.slice(start, cursor.offset);
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
  return content + text.slice(start, cursor.offset);
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
  const simple = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : void 0;
  if (length === void 0 && simple === void 0) throw cursor.failure("found unknown escape character");
  cursor.offset++;
  if (length === void 0) return simple ?? "";
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
  const takeBreaks = (indent2) => {
    const found = scanBlockBreaks(cursor, indent2, parentIndent);
    breaks = found.breaks;
    end = found.end;
    return found.indent;
  };
  const indent = takeBreaks(given);
  let content = "";
  let lineBreak = "";
  let wasIndented = false;
  while (cursor.column === indent && !cursor.isAtEnd) {
    const isIndented = isBlank(cursor.peek());
    if (isLiteral || lineBreak !== "\n" || wasIndented || isIndented) content += lineBreak + breaks;
    else content += breaks === "" ? " " : breaks;
    wasIndented = isIndented;
    const start = cursor.offset;
    cursor.skipToBreak();
    content += cursor.text.slice(start, cursor.offset);
    end = cursor.offset;
    lineBreak = cursor.takeBreak();
    takeBreaks(indent);
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
function scanBlockBreaks(cursor, indent, parentIndent) {
  let breaks = "";
  let deepest = 0;
  let end = cursor.offset;
  for (; ; ) {
    while ((indent === 0 || cursor.column < indent) && cursor.peek() === SPACE) cursor.offset++;
    deepest = Math.max(deepest, cursor.column);
    if ((indent === 0 || cursor.column < indent) && cursor.peek() === TAB)
      throw cursor.failure("found a tab character where an indentation space is expected");
    if (!isBreak(cursor.peek())) break;
    breaks += cursor.takeBreak();
    end = cursor.offset;
  }
  return { indent: indent === 0 ? Math.max(deepest, parentIndent + 1, 1) : indent, breaks, end };
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
  constructor(text) {
    this.#cursor = new Cursor(text);
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
  #push(kind, start, line, text = "", isPlain = false, end = this.#cursor.offset) {
    this.#tokens.push({ kind, start, end, line, text, isPlain });
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
    const { text, end } = scanBlock(this.#cursor, this.#indent);
    this.#push("scalar", offset, line, text, false, end);
  }
  #fetchQuoted() {
    this.#saveKey();
    this.#mayBeKey = false;
    const { offset, line } = this.#cursor;
    const { text, end } = scanQuoted(this.#cursor);
    this.#push("scalar", offset, line, text, false, end);
  }
  #fetchPlain() {
    const cursor = this.#cursor;
    this.#saveKey();
    this.#mayBeKey = false;
    const { offset, line } = cursor;
    const { text, end, endsLine } = scanPlain(cursor, this.#indent + 1, this.#keys.level > 0);
    if (endsLine) this.#mayBeKey = true;
    this.#push("scalar", offset, line, text, true, end);
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
  constructor(text) {
    this.#scanner = new Scanner(text);
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
        const { start, end, text, isPlain } = token;
        return { kind: "scalar", start, end, tag, text, isPlain };
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
function readYaml(text, { numbers = "float64" } = {}) {
  const source = typeof text === "string" ? text : text.string;
  if (typeof text !== "string" && text.bytes) throw new Untraced("YAML that is not UTF-8");
  if (source.includes("\uFEFF", 1)) throw new Untraced("YAML with a mark of the byte order inside");
  const forbidden = source.search(FORBIDDEN);
  if (forbidden >= 0) return refuse(source, forbidden);
  const root = new Parser(source).firstDocument();
  if (!root) return new Nil(typeof text === "string" ? void 0 : wholeOrigin(text).provenance);
  return new Decoder(typeof text === "string" ? void 0 : originsOf(text), numbers).decode(root);
}
function refuse(source, at) {
  if (/^(?:---|\.\.\.)/m.test(source.slice(1, at)))
    throw new Untraced("control characters in YAML of several documents");
  throw new YamlError("yaml: control characters are not allowed");
}
var wholeOrigin = (text) => ({
  provenance: { alias: text.provenance?.alias, depends: text.depends },
  site: void 0
});
function originsOf(text) {
  const { segments } = text;
  if (segments.length < 2) {
    const only = segments[0];
    const origin = only ? originOf([only]) : { provenance: void 0, site: void 0 };
    return () => origin;
  }
  const starts = [];
  let offset = 0;
  for (const segment of segments) {
    starts.push(offset);
    offset += segment.text.length;
  }
  return (start, end) => {
    const pieces = [];
    for (let i = lastNotAfter(starts, start); i < segments.length; i++) {
      const segment = segments[i];
      const from = starts[i] ?? 0;
      if (!segment || from >= end) break;
      if (segment.text !== "" && from + segment.text.length > start) pieces.push(segment);
    }
    return originOf(pieces);
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
function originOf(pieces) {
  let depends;
  let only;
  let aliases = 0;
  for (const { provenance, site: site2 } of pieces) {
    depends = union(depends, union(dependenciesIn(provenance), dependenciesOfConditions(site2?.condition)));
    if (provenance?.alias && provenance.alias !== only) {
      only = provenance.alias;
      aliases++;
    }
  }
  const site = (pieces.find((piece) => piece.provenance && piece.site) ?? pieces[0])?.site;
  const alias = aliases === 1 ? only : void 0;
  return { provenance: alias || depends ? { alias, depends } : void 0, site };
}

// src/template/yaml/documents.ts
function readValues(text, reader = "helm 4") {
  if (reader !== "helm 4") return mapOf(readYaml(text, { numbers: "json.Number" })) ?? new Dict();
  let current;
  let values = new Dict();
  for (const document of splitDocuments(text)) {
    const read = mapOf(readYaml(document));
    if (read) current = new Map([...current ?? [], ...read.entries]);
    values = merged(values, current ?? /* @__PURE__ */ new Map());
  }
  return values;
}
function mapOf(value) {
  if (value.kind === "dict") return value;
  if (value.kind === "nil") return void 0;
  throw new YamlError("error unmarshaling JSON: values that are no map");
}
function merged(base, over) {
  const entries = new Map(base.entries);
  for (const [key, value] of over) {
    const before = entries.get(key);
    entries.set(key, before?.kind === "dict" && value.kind === "dict" ? merged(before, value.entries) : value);
  }
  return new Dict(entries);
}
function splitDocuments(text) {
  const documents = [];
  let start = 0;
  const ended = text === "" || text.endsWith("\n") ? text : `${text}
`;
  for (let at = 0; at < ended.length; ) {
    const next = ended.indexOf("\n", at) + 1;
    if (ended.startsWith("---", at)) {
      const rest = ended.slice(at + 3, next).trim();
      if (rest !== "" && !rest.startsWith("#")) throw new YamlError(`invalid Yaml document separator: ${rest}`);
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
  const version = helm.replace(/^v/, "");
  return { major: version.startsWith("3.") ? 3 : 4, keepsNumberTexts: version === "3.18.0" };
}

// src/template/chart/values.ts
var MOST_CHARACTERS = 2e6;
function readValues2(text, helm) {
  refuseTooLong(text);
  return behaviourOf(helm).keepsNumberTexts ? readValues(text, "helm 3.18.0") : readGivenValues(text, helm);
}
function readGivenValues(text, helm) {
  refuseTooLong(text);
  if (behaviourOf(helm).major === 4) return readValues(text, "helm 4");
  const first = readYaml(text);
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
function parseJson(text) {
  try {
    return fromJson(JSON.parse(text), 0);
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(`this is no JSON: ${text.slice(0, 100)}`);
  }
}
function jsonValueAt(text, start) {
  const blank = /[ \t\r\n]*/y;
  blank.lastIndex = start;
  blank.test(text);
  const end = endOfJson(text, blank.lastIndex);
  return { value: parseJson(text.slice(start, end)), end };
}
function endOfJson(text, start) {
  if (!/[[{"]/.test(text[start] ?? "")) {
    const scalar = /-?(?:0|[1-9]\d*(?!\d))(?:\.\d+(?!\d)(?:[eE][+-]?\d+|(?![eE]))|[eE][+-]?\d+|(?![.eE]))|true|false|null/y;
    scalar.lastIndex = start;
    if (!scalar.test(text)) throw new TemplateError(`this is no JSON: ${text.slice(start, start + 100)}`);
    return scalar.lastIndex;
  }
  let depth = 0;
  let isInString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === "\\") at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    if (depth === 0 && !isInString) return at + 1;
  }
  return text.length;
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
function withSetFlags(values, flags, readFile2 = () => void 0) {
  let result = values;
  for (const kind of ORDER) for (const flag of flags) if (flag.kind === kind) result = withFlag(result, flag, readFile2);
  return result;
}
function withFlag(values, { kind, text }, readFile2) {
  if (kind === "set-json" && text.trim().startsWith("{")) {
    const object = parseJson(text);
    if (object.kind !== "dict") throw new TemplateError(`failed parsing --set-json data: ${text}`);
    return mergeValues(values, object);
  }
  const copy = mergeValues(values, new Dict());
  new SetParser(text, kind, readFile2).parse(copy);
  return copy;
}
var SetParser = class {
  #text;
  #kind;
  #readFile;
  #at = 0;
  #itemsLeft = MAX_ITEMS;
  constructor(text, kind, readFile2) {
    this.#text = text;
    this.#kind = kind;
    this.#readFile = readFile2;
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
        const inner = copyOf(values.get(key));
        const goesOn = this.#key(inner.entries, nesting + 1);
        if (goesOn && inner.entries.size === 0) throw new TemplateError(`key map "${key}" has no value`);
        if (inner.entries.size > 0) put(values, key, inner);
        return goesOn;
      }
    }
  }
  /** What stands behind `]`. */
  #item(list, index, nesting) {
    if (index < 0) throw new TemplateError(`negative ${index} index not allowed`);
    const { text, stop } = this.#until("[.=");
    if (text !== "") throw new TemplateError(`unexpected data at end of array index: "${text}"`);
    switch (stop) {
      case void 0:
        return { list, goesOn: false };
      case "=":
        return { list: this.#withItem(list, index, this.#value()), goesOn: true };
      case "[": {
        const next = this.#index();
        if (next === void 0) return { list, goesOn: false };
        const existing = list[index];
        const inner = this.#item(existing?.kind === "nil" ? [] : itemsOf(existing), next, nesting);
        const isKept = inner.goesOn || existing?.kind === "list";
        return { list: isKept ? this.#withItem(list, index, new List(inner.list)) : list, goesOn: inner.goesOn };
      }
      default: {
        const existing = list[index];
        const inner = existing?.kind === "dict" ? new Dict(new Map(existing.entries)) : new Dict();
        const goesOn = this.#key(inner.entries, nesting);
        return { list: goesOn || existing ? this.#withItem(list, index, inner) : list, goesOn };
      }
    }
  }
  #withItem(list, index, value) {
    if (index > MAX_INDEX) throw new TemplateError(`index of ${index} is greater than maximum supported index`);
    const length = Math.max(list.length, index + 1);
    this.#itemsLeft -= length;
    if (this.#itemsLeft < 0) throw new Untraced("a flag makes too many list items");
    return Array.from({ length }, (_, i) => i === index ? value : list[i] ?? new Nil());
  }
  /** Undefined when the text ends first, which helm lets pass. */
  #index() {
    const { text, stop } = this.#until("]");
    if (stop === void 0) return void 0;
    if (!/^[+-]?\d+$/.test(text)) throw new TemplateError(`error parsing index: "${text}"`);
    return Number(text);
  }
  /** What stands behind `=`, up to the comma that ends it. */
  #value() {
    if (this.#kind === "set-json") return this.#json();
    if (this.#at === this.#text.length) return new Text("");
    if (this.#text[this.#at] !== "{") return this.#scalar(this.#until(",").text);
    this.#at++;
    const items = [];
    for (; ; ) {
      const { text, stop } = this.#until(",}");
      if (stop === void 0) throw new TemplateError("list must terminate with '}'");
      items.push(this.#scalar(text));
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
  #scalar(text) {
    if (this.#kind === "set-string") return new Text(text);
    if (this.#kind === "set") return typedScalar(text);
    const content = this.#readFile(text);
    if (content === void 0) throw new TemplateError(`failed parsing --set-file data: ${text}`);
    return new Text(content);
  }
  /** Takes characters up to one of `stops`; a backslash takes the next one whatever it is. */
  #until(stops) {
    let text = "";
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at++] ?? "";
      if (stops.includes(character)) return { text, stop: character };
      text += character === "\\" ? this.#text[this.#at++] ?? "" : character;
    }
    return { text, stop: void 0 };
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
function typedScalar(text) {
  const word = text.toLowerCase();
  if (word === "true" || word === "false") return new Bool(word === "true");
  if (word === "null") return new Nil();
  if (!/^(?:0|[+-]\d+|[1-9]\d*)$/.test(text)) return new Text(text);
  const number = Number(text);
  if (Number.isSafeInteger(number)) return new Num(number + 0, "int64");
  const exact = BigInt(text.replace("+", ""));
  if (exact !== BigInt.asIntN(64, exact)) return new Text(text);
  throw new Untraced(`--set has the number ${text}`);
}

// src/render/set-values.ts
var setFlags = ({ set, setTexts }) => [
  ...Object.entries(set).map(
    ([key, value]) => ({ kind: "set-json", text: `${key}=${JSON.stringify(value)}` })
  ),
  ...setTexts.map((text) => ({ kind: "set", text }))
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

// src/io/archive.ts
import { createReadStream } from "node:fs";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, posix } from "node:path";
import { promisify } from "node:util";
import { createGunzip, gunzip } from "node:zlib";
var MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
var MAX_CHART_YAML_BYTES = 1024 * 1024;
async function readPackagedChartYaml(archive) {
  const found = [];
  try {
    const isWanted = (path, size) => {
      if (path !== "Chart.yaml") return false;
      if (size > MAX_CHART_YAML_BYTES) throw new Error("the Chart.yaml is too large");
      return true;
    };
    for await (const [, text] of textsIn(archive, isWanted)) found.push(text);
    return found.length > 1 ? "" : found[0];
  } catch {
    return "";
  }
}
async function readPackagedFiles(archive, isWanted) {
  const files = /* @__PURE__ */ new Map();
  try {
    for await (const [path, text] of textsIn(archive, isWanted)) files.set(path, text);
    return files;
  } catch {
    return void 0;
  }
}
async function* textsIn(archive, isWanted) {
  const { extract } = await import("./tar-stream-GMM26BXQ.js");
  const input = createReadStream(archive);
  const unzip = createGunzip();
  const unpack = extract();
  const stop = (error) => void unpack.destroy(error);
  let bytes = 0;
  unzip.on("data", (chunk) => {
    bytes += chunk.length;
    if (bytes > MAX_UNPACKED_BYTES) stop(new Error("the archive unpacks to too much"));
  });
  input.on("error", stop);
  unzip.on("error", stop);
  unpack.on("error", () => {
  });
  input.pipe(unzip).pipe(unpack);
  try {
    for await (const entry of unpack) {
      const { name, size = 0 } = entry.header;
      const path = pathInChart(name);
      if (path !== void 0 && isWanted(path, size)) yield [path, await textOf2(entry)];
      else entry.resume();
    }
  } finally {
    input.destroy();
    unzip.destroy();
  }
}
function pathInChart(name) {
  const separator = name.includes("\\") ? "\\" : "/";
  const [, ...steps] = name.replace(/^\.\//, "").split(separator);
  const path = steps.join("/").replace(/^\/+/, "");
  return path === "" ? void 0 : posix.normalize(path);
}
var textOf2 = async (stream) => (await bytesOf(stream)).toString("utf8");
async function bytesOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function unzipExecutable(archive, entry, target) {
  const { unzipSync } = await import("./esm-UOSR66XH.js");
  const bytes = unzipSync(await readFile(archive), { filter: (file) => file.name === entry })[entry];
  if (!bytes) throw new Error(`${archive} has no ${entry}`);
  await writeExecutable(target, bytes);
}
var MAX_PROGRAM_BYTES = 256 * 1024 * 1024;
async function untarExecutable(archive, entry, target) {
  const { extract } = await import("./tar-stream-GMM26BXQ.js");
  const unpack = extract();
  unpack.end(await promisify(gunzip)(archive, { maxOutputLength: MAX_PROGRAM_BYTES }));
  for await (const file of unpack) {
    if (file.header.name === entry && file.header.type === "file") return writeExecutable(target, await bytesOf(file));
    file.resume();
  }
  throw new Error(`the archive has no ${entry}`);
}
async function writeExecutable(target, bytes) {
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  await writeFile(draft, bytes);
  await chmod(draft, 493);
  await rename(draft, target);
}

export {
  isInline,
  inlineName,
  textOf,
  textOrNothing,
  fileOf,
  missingFile,
  filesAsSources,
  readPackagedChartYaml,
  readPackagedFiles,
  unzipExecutable,
  untarExecutable,
  rootDatum,
  childDatum,
  pathOf,
  union,
  dependingOn,
  dependenciesIn,
  alsoDepending,
  flatten,
  Text,
  dependenciesOfConditions,
  concatAll,
  concat,
  cut,
  cutSegment,
  mapPieces,
  replaceWhole,
  Nil,
  Bool,
  Num,
  List,
  Dict,
  Opaque,
  isTrue,
  dependenciesOf,
  deepDependenciesOf,
  depending,
  withProvenance,
  entryOf,
  sortedKeys,
  compareBytes,
  YamlError,
  TAB,
  SPACE,
  isBreak,
  isBlank,
  isGap,
  formatFloat,
  formatJson,
  formatYaml,
  formatPretty,
  resolvePlain,
  isBase60,
  Parser,
  readYaml,
  originsOf,
  behaviourOf,
  readValues2 as readValues,
  readGivenValues,
  mergeValues,
  copyValue,
  lookUp,
  tableAt,
  bool,
  withSetFlags,
  setFlags,
  flagValues,
  plainValue,
  setValues
};
