import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  TracedChart,
  readTracedChart,
  tracedChartOrReason
} from "./chunk-EQYFP7GN.js";
import "./chunk-EZY3MENL.js";
import "./chunk-I42YTAFE.js";
import "./chunk-MGJYKG3O.js";
import "./chunk-4I3LNR3H.js";
import "./chunk-YHV7QRBG.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-CWRY77ID.js";
import "./chunk-IA5M7UZH.js";
import "./chunk-4WC5IFVI.js";
import "./chunk-MWLKK7FC.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  TracedChart,
  readTracedChart,
  tracedChartOrReason
};
