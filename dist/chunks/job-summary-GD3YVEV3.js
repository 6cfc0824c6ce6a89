import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  jobSummary
} from "./chunk-Y6UHICPN.js";
import "./chunk-6K4TBG3G.js";
import "./chunk-V5WNMZFE.js";
import "./chunk-E6P33G6U.js";
import "./chunk-GW7OXMLF.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";
export {
  jobSummary
};
