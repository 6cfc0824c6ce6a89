import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  RULES
} from "./chunk-WFCCPBOT.js";
import "./chunk-FUEFHDKP.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-I26VFL33.js";
import "./chunk-YSH2IDXS.js";
export {
  RULES
};
