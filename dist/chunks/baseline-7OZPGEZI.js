import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  baselineOf,
  baselineText,
  goneEntries,
  isCovered,
  loadBaseline,
  newBaseline,
  parseBaseline
} from "./chunk-ZUPLHR6G.js";
import "./chunk-EMINCXJW.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-I26VFL33.js";
import "./chunk-YSH2IDXS.js";
export {
  baselineOf,
  baselineText,
  goneEntries,
  isCovered,
  loadBaseline,
  newBaseline,
  parseBaseline
};
