import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  RULES
} from "./chunk-LFRTUEE6.js";
import "./chunk-ZMUQFV5H.js";
import "./chunk-4CJ7H7KI.js";
import {
  ruleText
} from "./chunk-PP3PPA7N.js";
import "./chunk-OZ35NTFX.js";
import "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-JQZSCLZR.js";
import "./chunk-YADDKBRE.js";
import "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import {
  UserError,
  suggestion
} from "./chunk-VHWWGLDX.js";
import "./chunk-GW7OXMLF.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";

// src/commands/explain.ts
async function explain({ args: [id, ...more], reader }) {
  if (id === void 0 || more.length > 0) throw new UserError("explain takes one rule", "see eso-hardener rules");
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule)
    throw new UserError(
      `there is no rule '${id}'`,
      suggestion(
        id,
        RULES.map((candidate) => candidate.id)
      )
    );
  return { output: ruleText(rule, reader.width), exitCode: 0 };
}
export {
  explain
};
