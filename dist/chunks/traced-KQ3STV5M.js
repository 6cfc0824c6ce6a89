import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  TracedChart,
  readTracedChart,
  tracedChartOrReason
} from "./chunk-7BVQTM26.js";
import "./chunk-NF6JIRPM.js";
import "./chunk-RSRI5KR6.js";
import "./chunk-KIQCGLMN.js";
import "./chunk-B5WALKWH.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-5PI36ETP.js";
import "./chunk-CWRY77ID.js";
import "./chunk-MWLKK7FC.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  TracedChart,
  readTracedChart,
  tracedChartOrReason
};
