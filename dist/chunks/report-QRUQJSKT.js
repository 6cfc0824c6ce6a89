import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";

// src/init/report.ts
var initReport = ({ written, survey }, path) => [
  `found  ${amount(survey.charts, "chart")} and ${amount(survey.manifests, "manifest")} of a kind that matters`,
  ...notes(survey).map((note) => `note   ${note}`),
  ...written.map((file) => `wrote  ${file}`),
  ...written.length > 0 ? [`next   eso-hardener check${path === "." ? "" : ` ${path}`}`] : [],
  ""
].join("\n");
var keptError = (kept) => new UserError(
  `${kept.join(" and ")} ${kept.length === 1 ? "exists" : "exist"} already and ${kept.length === 1 ? "was" : "were"} left alone`,
  "move it away to have it written anew"
);
function notes({ note, failures, incompleteCharts }) {
  return [
    ...note === void 0 ? [] : [note],
    ...failures.length === 0 ? [] : [`${amount(failures.length, "thing")} could not be checked: see acceptedFailures in the config`],
    ...incompleteCharts.length === 0 ? [] : [`dependencies are missing in ${amount(incompleteCharts.length, "chart")}: see the workflow`]
  ];
}
var amount = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
export {
  initReport,
  keptError
};
