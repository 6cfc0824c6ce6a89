import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assessKept,
  openEntries
} from "./chunk-S2E65SNW.js";
import {
  formatOf,
  outputsOf,
  reported
} from "./chunk-MIYSPBJQ.js";
import "./chunk-M6XGBZDC.js";
import {
  newBaseline
} from "./chunk-QPXKJXTH.js";
import {
  headCommit
} from "./chunk-MHGYMCE7.js";
import {
  note
} from "./chunk-CJ6PAGJZ.js";
import "./chunk-DAUYLU22.js";
import "./chunk-CDVY7C5S.js";
import "./chunk-4RU4S2AD.js";
import "./chunk-LFRTUEE6.js";
import "./chunk-ZMUQFV5H.js";
import "./chunk-4CJ7H7KI.js";
import "./chunk-J5IKYRYD.js";
import {
  writeWhole
} from "./chunk-AULO6AMP.js";
import "./chunk-ZOM3MCPH.js";
import "./chunk-PCHSCMJA.js";
import "./chunk-OZ35NTFX.js";
import "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-YADDKBRE.js";
import "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import "./chunk-VHWWGLDX.js";
import {
  cacheText
} from "./chunk-GW7OXMLF.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";

// src/commands/check.ts
import { resolve } from "node:path";
var WITH_COMMIT = ["json", "evidence"];
var WITH_FIXES = "rdjson";
var WITH_GRAPHS = "html";
async function check(input) {
  const wanted = [formatOf(input), ...outputsOf(input.list("output")).map(({ format }) => format)];
  const paths = input.args.length > 0 ? input.args : ["."];
  const cache = await cacheOf(input, paths);
  const renderer = input.flag("renderer");
  const proveFixes = input.has("prove-fixes") || wanted.includes(WITH_FIXES);
  const asked = { ...input.run, paths, cache, renderer, proveFixes };
  const assessment = await assessKept(asked, loadAssess, wanted.includes(WITH_GRAPHS));
  const commit = wanted.some((format) => WITH_COMMIT.includes(format)) ? await headCommit(input.run.root) : void 0;
  const baseline = input.flag("write-baseline");
  if (baseline !== void 0) await writeWhole(resolve(baseline), newBaseline(assessment.suppressed));
  const kept = cacheText(assessment);
  if (kept !== void 0) note(kept, input);
  return reported({ ...assessment, ...commit !== void 0 && { commit } }, input);
}
var loadAssess = async () => (await import("./run-6ZLQNZYM.js")).assess;
async function cacheOf({ flag, run: { root, folder } }, paths) {
  const cache = flag("cache");
  const trees = [root, ...paths.map((path) => resolve(folder, path))];
  return cache === void 0 ? void 0 : openEntries(cache, folder, trees);
}
export {
  check
};
