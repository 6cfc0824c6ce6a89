import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderReport
} from "./chunk-4OWDLZ7V.js";
import "./chunk-2UMNUZ72.js";
import "./chunk-WFCCPBOT.js";
import "./chunk-FUEFHDKP.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-I26VFL33.js";
import "./chunk-YSH2IDXS.js";
export {
  renderReport
};
