import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  TracedChart,
  readTracedChart,
  tracedChartOrReason
} from "./chunk-MLKXGJZY.js";
import "./chunk-OJJX3HFX.js";
import "./chunk-QSTZLZP3.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-CDVY7C5S.js";
import "./chunk-4RU4S2AD.js";
import "./chunk-J5IKYRYD.js";
import "./chunk-AULO6AMP.js";
import "./chunk-CWRY77ID.js";
import "./chunk-NNHQXPSF.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  TracedChart,
  readTracedChart,
  tracedChartOrReason
};
