import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderReport
} from "./chunk-APJ6U3IP.js";
import "./chunk-2UMNUZ72.js";
import "./chunk-2VNOD4FZ.js";
import "./chunk-FUEFHDKP.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-I26VFL33.js";
import "./chunk-YSH2IDXS.js";
export {
  renderReport
};
