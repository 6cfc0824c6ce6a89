import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ruleText
} from "./chunk-7Y2HRIGR.js";
import "./chunk-LBBX76FB.js";
import "./chunk-UDR2ZHYD.js";
import "./chunk-2ULQKFID.js";
import "./chunk-DS3ZDRKE.js";
import "./chunk-YSH2IDXS.js";
export {
  ruleText
};
