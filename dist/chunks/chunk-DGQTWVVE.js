import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asList,
  asMapping,
  asText,
  asTexts
} from "./chunk-NNHQXPSF.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/model/selectors.ts
var OPERATORS = ["In", "NotIn", "Exists", "DoesNotExist"];
var selects = (selector, labels) => requirementsOf(selector)?.every((requirement) => meets(requirement, labels)) ?? false;
function meets({ key, operator, values }, labels) {
  const label = labelAt(labels, key);
  switch (operator) {
    case "In":
      return label !== void 0 && values.includes(label);
    case "NotIn":
      return label === void 0 || !values.includes(label);
    case "Exists":
      return label !== void 0;
    case "DoesNotExist":
      return label === void 0;
  }
}
var labelAt = (labels, key) => Object.hasOwn(labels, key) ? labels[key] : void 0;
function requirementsOf(selector) {
  const mapping = asMapping(selector);
  const pairs = asMapping(mapping?.matchLabels ?? {});
  const expressions = mapping?.matchExpressions ?? [];
  if (!mapping || !pairs || !Array.isArray(expressions)) return void 0;
  const requirements = [
    ...Object.entries(pairs).map(([key, value]) => requirementOf({ key, operator: "In", values: [value] })),
    ...expressions.map(requirementOf)
  ];
  return requirements.every((requirement) => requirement !== void 0) ? requirements : void 0;
}
function requirementOf(value) {
  const expression = asMapping(value);
  const key = asText(expression?.key);
  const operator = OPERATORS.find((known) => known === expression?.operator);
  const values = asTexts(expression?.values);
  if (key === void 0 || operator === void 0) return void 0;
  const takesValues = operator === "In" || operator === "NotIn";
  const isRefused = values.length !== asList(expression?.values).length || takesValues !== values.length > 0;
  return isRefused ? void 0 : { key, operator, values };
}

// src/parse/yaml.ts
var import_yaml3 = __toESM(require_dist(), 1);

// src/parse/aliases.ts
var import_yaml = __toESM(require_dist(), 1);
var MOST_STEPS = 1e7;
function hasTooManyAliases(document) {
  let aliases = 0;
  let nodes = 0;
  const stack = [document.contents];
  while (stack.length > 0) {
    const node = stack.pop();
    nodes++;
    if ((0, import_yaml.isAlias)(node)) aliases++;
    if ((0, import_yaml.isPair)(node)) stack.push(node.value, node.key);
    if ((0, import_yaml.isCollection)(node)) for (const item of node.items) stack.push(item);
  }
  return aliases * nodes > MOST_STEPS;
}

// src/parse/duplicate-keys.ts
var import_yaml2 = __toESM(require_dist(), 1);
function duplicateKey(document) {
  const stack = [document.contents];
  while (stack.length > 0) {
    const node = stack.pop();
    const offset = (0, import_yaml2.isMap)(node) ? duplicateIn(node.items) : void 0;
    if (offset !== void 0) return offset;
    if ((0, import_yaml2.isPair)(node)) stack.push(node.value, node.key);
    if ((0, import_yaml2.isCollection)(node)) for (const item of node.items.toReversed()) stack.push(item);
  }
  return void 0;
}
function duplicateIn(pairs) {
  const seen = /* @__PURE__ */ new Set();
  for (const { key } of pairs) {
    if (!(0, import_yaml2.isScalar)(key)) continue;
    if (seen.has(key.value)) return key.range?.[0];
    seen.add(key.value);
  }
  return void 0;
}

// src/parse/yaml.ts
var SourceText = class {
  #text;
  #parsed;
  /** A text, or how to make it when it is first asked for. */
  constructor(text) {
    this.#text = text;
  }
  get text() {
    if (typeof this.#text !== "string") this.#text = this.#text();
    return this.#text;
  }
  /** Kept from the first time that somebody asks. */
  get parsed() {
    this.#parsed ??= parseText(this.text);
    return this.#parsed;
  }
  get located() {
    return this.parsed.located;
  }
};
var BOOLEANS = {
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/,
  resolve: (text) => new import_yaml3.Scalar(/^(?:y|t|on$)/i.test(text))
};
var MOST_ALIASES = 1e3;
var MOST_CHARACTERS = 8 * 1024 * 1024;
function parseText(text) {
  const lines = new import_yaml3.LineCounter();
  let document = new import_yaml3.Document();
  const refused = (message) => ({
    located: { document, lines },
    body: void 0,
    failure: { message, line: 1 }
  });
  if (text.length > MOST_CHARACTERS)
    return refused(`a document of more than ${MOST_CHARACTERS} characters is not read: divide it`);
  try {
    document = (0, import_yaml3.parseDocument)(text, {
      lineCounter: lines,
      merge: true,
      prettyErrors: false,
      logLevel: "silent",
      uniqueKeys: false,
      customTags: (tags) => [BOOLEANS, ...tags]
    });
    const [error] = document.errors;
    const offset = error ? error.pos[0] : duplicateKey(document);
    const message = error ? inOurWords(error) : "Map keys must be unique";
    const failure = offset === void 0 ? void 0 : { message, line: lines.linePos(offset).line };
    if (!error && text.includes("*") && hasTooManyAliases(document)) {
      document = new import_yaml3.Document();
      return refused("too many aliases");
    }
    const body = error ? void 0 : document.toJS({ maxAliasCount: MOST_ALIASES });
    if (text.includes("*") && holdsItself(body)) return refused("an anchor contains itself");
    return { located: { document, lines }, body, ...failure && { failure } };
  } catch (error) {
    return { located: { document, lines }, body: void 0, failure: failureOf(error, document, lines) };
  }
}
var FIXED_SENTENCES = /* @__PURE__ */ new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_INDENT",
  "BAD_SCALAR_START",
  "BLOCK_AS_IMPLICIT_KEY",
  "BLOCK_IN_FLOW",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_DOCS",
  "MULTIPLE_TAGS",
  "TAB_AS_INDENT"
]);
var OWN_WORDS = {
  BAD_DQ_ESCAPE: "invalid escape sequence in a quoted text",
  RESOURCE_EXHAUSTION: "nested too deeply",
  TAG_RESOLVE_FAILED: "a tag does not fit its value",
  UNEXPECTED_TOKEN: "unexpected text"
};
var inOurWords = ({ code, message }) => FIXED_SENTENCES.has(code) ? message : OWN_WORDS[code] ?? "not valid YAML";
function failureOf(error, document, lines) {
  if (error instanceof RangeError) return { message: "nested too deeply", line: 1 };
  const offset = unknownAlias(document);
  if (offset !== void 0) return { message: "an alias has no anchor before it", line: lines.linePos(offset).line };
  if (error instanceof ReferenceError) return { message: "too many aliases", line: 1 };
  return { message: "a merge key (<<) needs a mapping", line: 1 };
}
function unknownAlias(document) {
  const anchors = /* @__PURE__ */ new Set();
  const stack = [document.contents];
  while (stack.length > 0) {
    const node = stack.pop();
    if ((0, import_yaml3.isAlias)(node) && !anchors.has(node.source)) return node.range?.[0];
    if (((0, import_yaml3.isScalar)(node) || (0, import_yaml3.isCollection)(node)) && node.anchor) anchors.add(node.anchor);
    if ((0, import_yaml3.isPair)(node)) stack.push(node.value, node.key);
    if ((0, import_yaml3.isCollection)(node)) for (const item of node.items.toReversed()) stack.push(item);
  }
  return void 0;
}
function holdsItself(value, above = /* @__PURE__ */ new Set(), done = /* @__PURE__ */ new Set()) {
  if (typeof value !== "object" || value === null || done.has(value)) return false;
  if (above.has(value)) return true;
  above.add(value);
  const found = Object.values(value).some((item) => holdsItself(item, above, done));
  above.delete(value);
  done.add(value);
  return found;
}

export {
  selects,
  meets,
  labelAt,
  requirementsOf,
  SourceText,
  parseText
};
