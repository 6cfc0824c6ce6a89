import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  RULES
} from "./chunk-LFRTUEE6.js";
import "./chunk-ZMUQFV5H.js";
import "./chunk-4CJ7H7KI.js";
import {
  textOrJson
} from "./chunk-VSRBQDQV.js";
import "./chunk-OZ35NTFX.js";
import "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-YADDKBRE.js";
import "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import {
  ruleUrl
} from "./chunk-GW7OXMLF.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-YSH2IDXS.js";

// src/report/rule-list.ts
function ruleListing(rules2, format) {
  if (format === "json") return `${JSON.stringify(rules2.map(ruleRecord), null, 2)}
`;
  const width = Math.max(...rules2.map(({ id }) => id.length));
  return rules2.map(({ id, severities, title }) => `${id.padEnd(width)}  ${severities[0].padEnd(8)}  ${title}
`).join("");
}
var ruleRecord = (rule) => ({
  id: rule.id,
  title: rule.title,
  severities: rule.severities,
  kinds: rule.kinds,
  needs: rule.needs ?? [],
  guide: rule.guide,
  why: rule.why,
  remedy: rule.remedy,
  references: rule.references,
  supersedes: rule.supersedes ?? [],
  documentation: ruleUrl(rule.id)
});

// src/commands/rules.ts
async function rules(input) {
  if (input.args.length > 0)
    throw new UserError("rules takes no argument", "eso-hardener explain RULE says more about one");
  return { output: ruleListing(RULES, textOrJson(input)), exitCode: 0 };
}
export {
  rules
};
