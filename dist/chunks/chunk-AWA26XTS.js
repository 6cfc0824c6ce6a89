import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  asList,
  asMapping,
  asText,
  asTexts
} from "./chunk-MWLKK7FC.js";

// src/model/selectors.ts
var OPERATORS = ["In", "NotIn", "Exists", "DoesNotExist"];
var selects = (selector, labels) => requirementsOf(selector)?.every((requirement) => meets(requirement, labels)) ?? false;
function meets({ key, operator, values }, labels) {
  const label = labelAt(labels, key);
  switch (operator) {
    case "In":
      return label !== void 0 && values.includes(label);
    case "NotIn":
      return label === void 0 || !values.includes(label);
    case "Exists":
      return label !== void 0;
    case "DoesNotExist":
      return label === void 0;
  }
}
var labelAt = (labels, key) => Object.hasOwn(labels, key) ? labels[key] : void 0;
function requirementsOf(selector) {
  const mapping = asMapping(selector);
  const pairs = asMapping(mapping?.matchLabels ?? {});
  const expressions = mapping?.matchExpressions ?? [];
  if (!mapping || !pairs || !Array.isArray(expressions)) return void 0;
  const requirements = [
    ...Object.entries(pairs).map(([key, value]) => requirementOf({ key, operator: "In", values: [value] })),
    ...expressions.map(requirementOf)
  ];
  return requirements.every((requirement) => requirement !== void 0) ? requirements : void 0;
}
function requirementOf(value) {
  const expression = asMapping(value);
  const key = asText(expression?.key);
  const operator = OPERATORS.find((known) => known === expression?.operator);
  const values = asTexts(expression?.values);
  if (key === void 0 || operator === void 0) return void 0;
  const takesValues = operator === "In" || operator === "NotIn";
  const isRefused = values.length !== asList(expression?.values).length || takesValues !== values.length > 0;
  return isRefused ? void 0 : { key, operator, values };
}

export {
  selects,
  meets,
  labelAt,
  requirementsOf
};
