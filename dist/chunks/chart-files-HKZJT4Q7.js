import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ChartReader
} from "./chunk-EZY3MENL.js";
import "./chunk-4I3LNR3H.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-4WC5IFVI.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  ChartReader
};
