import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ruleUrl
} from "./chunk-UHBYMYAH.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-YSH2IDXS.js";

// src/report/rule-list.ts
function ruleListing(rules, format) {
  if (format === "json") return `${JSON.stringify(rules.map(ruleRecord), null, 2)}
`;
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, severities, title }) => `${id.padEnd(width)}  ${severities[0].padEnd(8)}  ${title}
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
export {
  ruleListing
};
