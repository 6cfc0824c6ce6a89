import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GUARD_CHANGED,
  HOMEPAGE,
  comparisonText,
  conclude,
  count,
  countBySeverity,
  counting,
  exitCode,
  keyText,
  open,
  placeText,
  ruleUrl,
  suppressedText,
  warningText,
  worldsText
} from "./chunk-UHBYMYAH.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-YSH2IDXS.js";
export {
  GUARD_CHANGED,
  HOMEPAGE,
  comparisonText,
  conclude,
  count,
  countBySeverity,
  counting,
  exitCode,
  keyText,
  open,
  placeText,
  ruleUrl,
  suppressedText,
  warningText,
  worldsText
};
