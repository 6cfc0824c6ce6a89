import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  HOMEPAGE,
  conclude,
  count,
  countBySeverity,
  exitCode,
  placeText,
  ruleUrl
} from "./chunk-UDR2ZHYD.js";
import "./chunk-DS3ZDRKE.js";
import "./chunk-YSH2IDXS.js";
export {
  HOMEPAGE,
  conclude,
  count,
  countBySeverity,
  exitCode,
  placeText,
  ruleUrl
};
