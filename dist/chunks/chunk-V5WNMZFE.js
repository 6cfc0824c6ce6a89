import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  clip
} from "./chunk-E6P33G6U.js";
import {
  printable
} from "./chunk-2ULQKFID.js";

// src/report/markdown.ts
var MAX_TEXT = 1e3;
var escapeText = (text) => encode(text).replace(REFERENCE, "$&&#8203;");
var REFERENCE = /&#64;|(?:&#35;|(?<!&)#)(?=\d)|(?<=\bGH)-(?=\d)/gi;
var code = (text) => `<code>${encode(text)}</code>`;
var linked = (label, url) => {
  const safe = url.replace(/[\s\p{Cc}<>[\]|\\`"]/gu, encodeURIComponent);
  return `[${label}](${safe.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("&", "&amp;")})`;
};
var row = (...cells) => `| ${cells.join(" | ")} |
`;
var tableHead = (...cells) => row(...cells) + row(...cells.map(() => "---"));
function fence(text, language = "") {
  const content = printable(text.replace(/\r\n?/g, "\n"));
  let longest = 2;
  for (const [run] of content.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}
${content}
${ticks}
`;
}
var SPECIAL = /[&<>`*_~[\]\\|$@]|:(?=\/\/)|(?<=www)\.|^[^\p{L}]/giu;
var encode = (text) => clip(printable(text.replace(/\s+/g, " ").trim()), MAX_TEXT).replace(
  SPECIAL,
  (character) => `&#${character.codePointAt(0)};`
);

export {
  escapeText,
  code,
  linked,
  row,
  tableHead,
  fence
};
