import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  code,
  escapeText,
  linked
} from "./chunk-AYXG5A4C.js";
import {
  count,
  placeText
} from "./chunk-UHBYMYAH.js";
import {
  reaches
} from "./chunk-4AX3HMK5.js";
import {
  wrapBehind
} from "./chunk-2ULQKFID.js";

// src/report/worst-paths.ts
var MOST = 5;
function worstPaths({ attack: { paths, more } }) {
  const shown = paths.filter(({ severity }) => reaches(severity, "medium")).slice(0, MOST);
  return { shown, others: more.reduce((sum, { number }) => sum + number, paths.length - shown.length) };
}
function pathSection(assessment, { width, palette: paint }) {
  const { shown, others } = worstPaths(assessment);
  if (shown.length === 0) return [];
  const rest = others > 0 ? [`  ${paint.dim(`${count(others, "other path")} in the JSON report`)}`] : [];
  return [
    `${paint.bold("attack paths")}  who can get at what, the worst first`,
    ...shown.flatMap(({ severity, title, steps }) => [
      "",
      ...wrapBehind(`  ${severity}  `, oneLine(title), width),
      ...steps.flatMap((step, i) => wrapBehind(`    ${i + 1}. `, `${oneLine(step.says)}${place(step)}`, width))
    ]),
    ...rest.length > 0 ? ["", ...rest] : []
  ];
}
var place = ({ location }) => location ? ` (${oneLine(placeText({ location }))})` : "";
var oneLine = (text) => text.replace(/\s+/g, " ");
function pathItems(assessment, link) {
  const { shown, others } = worstPaths(assessment);
  const items = shown.map(({ severity, title, steps }) => {
    const lines = steps.map((step, i) => `  ${i + 1}. ${escapeText(step.says)}${markedPlace(step, link)}
`);
    return `- **${severity}** ${escapeText(title)}
${lines.join("")}`;
  });
  return others > 0 && items.length > 0 ? [...items, `
${count(others, "other path")} in the JSON report.
`] : items;
}
function markedPlace({ location }, link) {
  if (!location) return "";
  const label = code(placeText({ location }));
  return ` (${link ? linked(label, link(location.file, location.startLine)) : label})`;
}

export {
  pathSection,
  pathItems
};
