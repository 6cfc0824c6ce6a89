import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ChartReader
} from "./chunk-OJJX3HFX.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-AULO6AMP.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  ChartReader
};
