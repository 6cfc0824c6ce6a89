import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  SEVERITIES
} from "./chunk-DS3ZDRKE.js";

// src/errors.ts
var UserError = class extends Error {
  name = "UserError";
  /** What to do about it, one sentence. */
  hint;
  constructor(message, hint) {
    super(message);
    this.hint = hint;
  }
};
function nearest(given, wanted) {
  const longer = wanted.find((word) => word.toLowerCase().startsWith(given.toLowerCase()));
  if (given && longer !== void 0) return longer;
  const ranked = wanted.map((word) => ({ word, distance: editDistance(given.toLowerCase(), word.toLowerCase()) }));
  const best = ranked.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(2, Math.floor(given.length / 3)) ? best.word : void 0;
}
function suggestion(given, wanted) {
  const near = nearest(given, wanted);
  return near ? `did you mean '${near}'?` : `allowed: ${wanted.join(", ")}`;
}
function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

// src/options.ts
var FAIL_ON = [...SEVERITIES.filter((severity) => severity !== "info").reverse(), "never"];
var MIN_SEVERITY = [...SEVERITIES].reverse();
var strings = { type: "array", items: { type: "string", minLength: 1 } };
var releaseSchema = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["chart"],
    properties: {
      chart: { type: "string", minLength: 1, description: "Chart folder or package, relative to this file." },
      name: { type: "string", minLength: 1, description: "Release name; default: the name of the chart." },
      namespace: { type: "string", minLength: 1, description: "Namespace; default: the release name." },
      values: { ...strings, description: "Values files, relative to this file; the last one wins." },
      set: {
        type: "object",
        description: "Single values, as for helm --set.",
        additionalProperties: { type: ["string", "number", "boolean"] }
      },
      kubeVersion: { type: "string", minLength: 1, description: "Kubernetes version to render for." },
      apiVersions: { ...strings, description: "API versions the cluster has, as for helm --api-versions." }
    }
  }
};
var OPTIONS = [
  {
    name: "paths",
    scopes: ["action"],
    type: "list",
    default: ".",
    help: "Files and folders to check, one a line."
  },
  {
    name: "working-directory",
    scopes: ["action"],
    type: "string",
    default: ".",
    help: "Folder that `paths` and the config file are relative to."
  },
  {
    name: "fail-on",
    scopes: ["cli", "action", "config"],
    type: "choice",
    values: FAIL_ON,
    default: "high",
    help: "Fail when a finding is at least this severe; `never` reports only."
  },
  {
    name: "min-severity",
    scopes: ["cli", "action", "config"],
    type: "choice",
    values: MIN_SEVERITY,
    default: "low",
    help: "Leave out findings below this severity."
  },
  {
    name: "config",
    scopes: ["cli", "action"],
    type: "string",
    placeholder: "FILE",
    help: "Configuration file; default: `.eso-hardener.yaml` of the one folder that is checked, or of the current one."
  },
  {
    name: "format",
    scopes: ["cli"],
    type: "choice",
    values: ["text", "json", "sarif"],
    default: "text",
    help: "What is printed on standard output."
  },
  {
    name: "output",
    scopes: ["cli"],
    type: "list",
    placeholder: "[FORMAT=]FILE",
    help: "Also write a report to a file; the format comes from the name (`.json`, `.sarif`, else text) unless given. Repeatable."
  },
  {
    name: "values",
    scopes: ["cli"],
    type: "list",
    placeholder: "FILE",
    help: "Values file for the one chart that is checked. Repeatable; the last one wins."
  },
  {
    name: "set",
    scopes: ["cli"],
    type: "list",
    placeholder: "KEY=VALUE",
    help: "Single value for the one chart that is checked, as for `helm --set`. Repeatable."
  },
  {
    name: "namespace",
    scopes: ["cli"],
    type: "string",
    placeholder: "NAME",
    help: "Namespace of the one chart that is checked; default: the release name."
  },
  {
    name: "release-name",
    scopes: ["cli"],
    type: "string",
    placeholder: "NAME",
    help: "Release name of the one chart that is checked; default: the name of the chart."
  },
  {
    name: "kube-version",
    scopes: ["cli", "action"],
    type: "string",
    placeholder: "VERSION",
    help: "Kubernetes version to render for; default: what helm assumes."
  },
  {
    name: "api-versions",
    scopes: ["cli", "action"],
    type: "list",
    placeholder: "LIST",
    help: "API versions the cluster has, as for `helm --api-versions`."
  },
  {
    name: "helm",
    scopes: ["cli", "action"],
    type: "string",
    placeholder: "PATH",
    help: "The helm program (3.18 or newer); default: `helm` on PATH."
  },
  {
    name: "jobs",
    scopes: ["cli", "action"],
    type: "number",
    placeholder: "N",
    help: "How many charts are rendered at once; default: the number of processors."
  },
  {
    name: "timeout",
    scopes: ["cli", "action"],
    type: "number",
    default: "60",
    placeholder: "SECONDS",
    help: "How long one chart may take to render."
  },
  {
    name: "quiet",
    scopes: ["cli"],
    type: "boolean",
    help: "No progress and no notices, only the report."
  },
  {
    name: "annotations",
    scopes: ["action"],
    type: "boolean",
    default: "true",
    help: "Annotate files with the findings (at most 10 per level, most severe first)."
  },
  {
    name: "report",
    scopes: ["action"],
    type: "string",
    help: "File to write the JSON report to; default: a file in the runner’s temporary folder."
  },
  {
    name: "sarif-file",
    scopes: ["action"],
    type: "string",
    help: "File to write a SARIF 2.1.0 report to, for `github/codeql-action/upload-sarif`."
  },
  {
    name: "exclude",
    scopes: ["config"],
    type: "list",
    help: "Paths to leave out, relative to the config file; `*` and `**` as in a shell.",
    schema: strings
  },
  {
    name: "releases",
    scopes: ["config"],
    type: "list",
    help: "How charts are installed, where the defaults (chart name as release name and namespace, default values) are not right.",
    schema: releaseSchema
  },
  {
    name: "operators",
    scopes: ["config"],
    type: "list",
    help: "Users, Groups and ServiceAccounts who may manage External Secrets Operator; everybody else counts as a developer.",
    schema: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["kind", "name"],
        properties: {
          kind: { enum: ["User", "Group", "ServiceAccount"] },
          name: { type: "string", minLength: 1 },
          namespace: { type: "string", minLength: 1, description: "Only for a ServiceAccount." }
        }
      }
    }
  }
];
var optionsOf = (scope) => OPTIONS.filter((option) => option.scopes.includes(scope));
var configKey = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
function checkedValue(option, text, shownAs) {
  if (option.values && !option.values.includes(text))
    throw new UserError(`${shownAs} cannot be '${text}'`, suggestion(text, option.values));
  if (option.type === "number" && !/^[1-9]\d{0,5}$/.test(text))
    throw new UserError(`${shownAs} cannot be '${text}'`, "give a whole number from 1 to 999999");
  return text;
}

export {
  UserError,
  suggestion,
  optionsOf,
  configKey,
  checkedValue
};
