import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ruleText
} from "./chunk-SGHJ5LUT.js";
import "./chunk-JQZSCLZR.js";
import "./chunk-UHBYMYAH.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";
export {
  ruleText
};
