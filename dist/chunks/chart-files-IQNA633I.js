import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ChartReader
} from "./chunk-RSRI5KR6.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-5PI36ETP.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  ChartReader
};
