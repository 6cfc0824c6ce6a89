import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  optionsOf
} from "./chunk-ZOM3MCPH.js";
import "./chunk-VHWWGLDX.js";
import {
  GENERATOR_IDS
} from "./chunk-4AX3HMK5.js";
import {
  wrapBehind
} from "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";

// src/help.ts
var WIDTH = 98;
var COLUMN = 32;
var helpText = () => `${USAGE}
Options:
${optionsOf("cli").map(optionEntry).join("")}${entry("-h, --help", "Print this text.")}${entry("--version", "Print the version.")}
${EXIT_CODES}`;
var USAGE = `eso-hardener renders charts and manifests as a cluster would get them, and checks the result
against the security guidance of External Secrets Operator.

Usage:
  eso-hardener check [PATH...] [options]    Check files and folders; default: the current folder.
  eso-hardener harden [PATH...] --diff      Print a patch with repairs that were tried.
  eso-hardener harden [PATH...] --write     Make them in the files.
  eso-hardener harden [PATH...] --out FOLDER
                                            Write values and manifests that harden the operator.
  eso-hardener generate WHAT [PATH...]      Print manifests that harden what the paths install:
                                            ${GENERATOR_IDS.slice(0, 4).join(", ")},
                                            ${GENERATOR_IDS.slice(4).join(", ")}.
  eso-hardener trace FILE:LINE [PATH...]    Where a line of a template, values or saved output of
                                            helm comes from, and what its values do.
  eso-hardener trace --values KEY [PATH...] What a key of the values reaches.
  eso-hardener explain RULE                 Why a rule exists, what to do about it, examples.
  eso-hardener rules [--format text|json]   List the rules.
  eso-hardener review --from FILE           Comment on a pull request by the report of another run;
                                            takes the token from GITHUB_TOKEN.
  eso-hardener merge REPORT.json...         Join the JSON reports of several runs into one.
  eso-hardener init [PATH]                  Write a config and a GitHub workflow for a repository.
`;
var EXIT_CODES = `Exit code: 1 when a finding reaches --fail-on; else 2 when the input is bad or something could not
be checked; else 0.
`;
function optionEntry(option) {
  const value = option.placeholder ?? option.values?.join("|");
  const fallback = option.default === void 0 ? "" : ` Default: ${option.default}.`;
  return entry(`--${option.name}${value === void 0 ? "" : ` ${value}`}`, `${plain(option.help)}${fallback}`);
}
function entry(flag, meaning) {
  const left = `  ${flag}`;
  const isLong = left.length > COLUMN - 2;
  const lines = wrapBehind((isLong ? "" : left).padEnd(COLUMN), meaning, WIDTH);
  return `${(isLong ? [left, ...lines] : lines).join("\n")}
`;
}
var plain = (markdown) => markdown.replaceAll("`", "");
export {
  helpText
};
