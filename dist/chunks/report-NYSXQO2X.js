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
} from "./chunk-R2HGR3M6.js";
import "./chunk-I26VFL33.js";
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
