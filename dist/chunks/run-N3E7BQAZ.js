import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess
} from "./chunk-B424JY76.js";
import "./chunk-GHMPR6SD.js";
import "./chunk-CEC7MR42.js";
import "./chunk-G6YVP6PO.js";
import "./chunk-LBBX76FB.js";
import "./chunk-UDR2ZHYD.js";
import "./chunk-DS3ZDRKE.js";
import "./chunk-YSH2IDXS.js";
export {
  assess
};
