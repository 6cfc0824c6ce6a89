import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/terminal.ts
var printable = (text) => text.replace(CONTROL, "�");
var CONTROL = /[^\P{C}\t\n]/gu;
function printableData(value) {
  if (typeof value === "string") return printable(value);
  if (Array.isArray(value)) return value.map(printableData);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableData(item)]));
}
function wrap(text, width) {
  const lines = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line ? `${line} ${word}` : word;
    }
    lines.push(line);
  }
  return lines;
}
function wrapBehind(label, text, width) {
  return wrap(text, Math.max(20, width - label.length)).map(
    (line, i) => (i === 0 ? label : " ".repeat(label.length)) + line
  );
}
var sgr = (on, off) => (text) => `\x1B[${on}m${text}\x1B[${off}m`;
var same = (text) => text;
var PLAIN = { bold: same, dim: same, red: same, yellow: same, cyan: same, green: same };
var COLOURED = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  cyan: sgr(36, 39),
  green: sgr(32, 39)
};

export {
  printable,
  printableData,
  wrap,
  wrapBehind,
  PLAIN,
  COLOURED
};
