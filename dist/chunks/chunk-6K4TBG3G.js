import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  code,
  escapeText,
  linked
} from "./chunk-V5WNMZFE.js";
import {
  clip
} from "./chunk-E6P33G6U.js";
import {
  count,
  countBySeverity,
  placeText
} from "./chunk-GW7OXMLF.js";
import {
  reaches
} from "./chunk-4AX3HMK5.js";
import {
  printable,
  wrapBehind
} from "./chunk-2ULQKFID.js";

// src/report/clusters.ts
function clusterCounts({ findings, worlds }) {
  const clusters = [...new Set(worlds.map(({ cluster }) => cluster))];
  if (clusters.length < 2) return [];
  return clusters.map((cluster) => ({
    cluster,
    counts: countBySeverity(
      findings.filter((finding) => finding.worlds?.some((world) => world.cluster === cluster) ?? true)
    )
  }));
}
function countsText(counts) {
  const named = Object.entries(counts).flatMap(([severity, count2]) => count2 > 0 ? `${count2} ${severity}` : []);
  return named.join(", ") || "none";
}

// src/report/mermaid.ts
var MOST_STEPS = 12;
var MOST_CHARACTERS = 120;
function pathDiagram({ title, steps }) {
  if (steps.length > MOST_STEPS) return "";
  const [first, ...others] = [title, ...steps.map(({ says }) => says)];
  const nodes = [`  n0(["${label(first ?? "")}"])`, ...others.map((says, i) => `  n${i + 1}["${label(says)}"]`)];
  const arrows = others.map((_, i) => `  n${i} --> n${i + 1}`);
  return `\`\`\`mermaid
flowchart TD
${[...nodes, ...arrows].join("\n")}
\`\`\`
`;
}
var label = (text) => clip(printable(text.replace(/\s+/g, " ").trim()), MOST_CHARACTERS).replace(
  /[^\p{L}\p{N}\p{M} ,.()/_-]|^-|(?<=^\d+)[.)]/gu,
  (character) => `#${character.codePointAt(0)};`
);

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
  const [worst] = shown;
  if (!worst) return [];
  const rest = others > 0 ? [`
${count(others, "other path")} in the JSON report.
`] : [];
  return [`${pathDiagram(worst)}
`, ...items, ...rest];
}
function markedPlace({ location }, link) {
  if (!location) return "";
  const label2 = code(placeText({ location }));
  return ` (${link ? linked(label2, link(location.file, location.startLine)) : label2})`;
}

export {
  clusterCounts,
  countsText,
  pathSection,
  pathItems
};
