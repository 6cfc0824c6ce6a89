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
} from "./chunk-EWVS3DKP.js";
import "./chunk-5PI36ETP.js";
import "./chunk-I26VFL33.js";
import "./chunk-VHWWGLDX.js";
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
