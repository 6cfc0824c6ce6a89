import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderReport
} from "./chunk-Z2PHYIJI.js";
import "./chunk-J4C5YBFP.js";
import "./chunk-ZENOSYVD.js";
import "./chunk-4CJ7H7KI.js";
import "./chunk-DF245JEE.js";
import "./chunk-QFHOROBC.js";
import "./chunk-CWRY77ID.js";
import "./chunk-YADDKBRE.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-PCHSCMJA.js";
import "./chunk-QDCK3X2K.js";
import "./chunk-MWLKK7FC.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  renderReport
};
