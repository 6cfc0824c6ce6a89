import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess
} from "./chunk-KTQBKQQZ.js";
import "./chunk-HSHR7YAB.js";
import "./chunk-CEC7MR42.js";
import "./chunk-G6YVP6PO.js";
import "./chunk-LBBX76FB.js";
import "./chunk-UDR2ZHYD.js";
import "./chunk-DS3ZDRKE.js";
import "./chunk-YSH2IDXS.js";
export {
  assess
};
