import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/parse/untyped.ts
var asMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
var asList = (value) => Array.isArray(value) ? value : [];
var asText = (value) => typeof value === "string" ? value : void 0;
var asTexts = (value) => asList(value).filter((item) => typeof item === "string");
function valueAt(value, path) {
  let here = value;
  for (const step of path) {
    const holder = typeof step === "number" ? asList(here) : asMapping(here);
    if (!holder || !Object.hasOwn(holder, step)) return void 0;
    here = holder[step];
  }
  return here;
}
function asLabels(value) {
  const entries = Object.entries(asMapping(value) ?? {}).filter((entry) => typeof entry[1] === "string");
  return Object.fromEntries(entries);
}
var PLACEHOLDER = /\$\{[^${}]*\}|^\$[A-Za-z_]\w*$|<[A-Za-z][^<>\n]*>|^ENC\[[A-Z0-9_]+,data:/;
var isPlaceholder = (value) => typeof value === "string" ? PLACEHOLDER.test(value) || holdsAction(value) : isUnquotedAction(value);
var holdsAction = (text) => {
  const start = text.indexOf("{{");
  return start >= 0 && text.indexOf("}}", start) > start;
};
function isUnquotedAction(value) {
  const entries = Object.entries(asMapping(value) ?? {});
  return entries.length === 1 && entries[0]?.[0].startsWith("{") === true && entries[0][1] === null;
}
var knownText = (value) => isPlaceholder(value) ? void 0 : asText(value) || void 0;

export {
  asMapping,
  asList,
  asText,
  asTexts,
  valueAt,
  asLabels,
  isPlaceholder,
  knownText
};
