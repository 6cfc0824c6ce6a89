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
} from "./chunk-XPW7JLCH.js";
import "./chunk-4WC5IFVI.js";
import "./chunk-4AX3HMK5.js";
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
