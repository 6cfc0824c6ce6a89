import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError,
  suggestion
} from "./chunk-VHWWGLDX.js";
import {
  SEVERITIES
} from "./chunk-4AX3HMK5.js";

// src/options/config-keys.ts
var strings = { type: "array", items: { type: "string", minLength: 1 } };
var clusterName = { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" };
var subjectsSchema = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["kind", "name"],
    properties: {
      kind: { enum: ["User", "Group", "ServiceAccount"] },
      name: { type: "string", minLength: 1, description: "As RBAC names the subject." },
      namespace: { type: "string", minLength: 1, description: "Only for a ServiceAccount." }
    }
  }
};
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
      kubeVersion: {
        type: "string",
        minLength: 1,
        description: "Kubernetes version to render for, and to judge pods by."
      },
      apiVersions: { ...strings, description: "API versions the cluster has, as for helm --api-versions." },
      cluster: {
        ...clusterName,
        description: "The cluster it is in; default: those whose paths hold the chart, else every one."
      },
      variant: {
        type: "string",
        minLength: 1,
        description: "Environment or other set of values: releases of one chart in different variants never meet."
      }
    }
  }
};
var reason = { type: "string", pattern: "[\\p{L}\\p{N}]", description: "Why; for whoever reads the report." };
var until = {
  type: "string",
  pattern: "^\\d{4}-\\d{2}-\\d{2}$",
  description: "The last day on which it holds (`2027-01-31`, UTC); without it, it holds for good."
};
var ignorePath = { type: "string", minLength: 1, description: "Files or folders, relative to this file; a glob." };
var ignoreSchema = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["rule", "reason"],
    properties: {
      rule: { type: "string", minLength: 1, description: "Id of the rule; a glob." },
      object: {
        type: "string",
        minLength: 1,
        description: "`Kind/name` (of any namespace) or `Kind/namespace/name`, each part a glob, such as `ClusterSecretStore/*`."
      },
      path: ignorePath,
      reason,
      until
    }
  }
};
var acceptedFailureSchema = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["reason"],
    anyOf: [{ required: ["release"] }, { required: ["path"] }],
    properties: {
      release: { type: "string", minLength: 1, description: "Name of the release; a glob." },
      path: { ...ignorePath, description: "The file that the failure names, relative to this file; a glob." },
      reason,
      until
    }
  }
};
var CONFIG_KEYS = [
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
    name: "eso-chart",
    scopes: ["cli", "action", "config"],
    type: "string",
    placeholder: "CHART",
    help: "The operator’s chart that the objects here will meet, where nothing here installs it: a folder or package, `oci://…/external-secrets`, or the address of a chart repository. Nothing of it is reported."
  },
  {
    name: "eso-version",
    scopes: ["cli", "action", "config"],
    type: "string",
    placeholder: "VERSION",
    help: "Its version, or a range of versions; default: the newest."
  },
  {
    name: "operators",
    scopes: ["config"],
    type: "list",
    help: "Users, Groups and ServiceAccounts who may manage External Secrets Operator; everybody else counts as a developer.",
    schema: subjectsSchema
  },
  {
    name: "clusters",
    scopes: ["config"],
    type: "list",
    help: "The clusters by name, and what is known of them; what no cluster claims is in every one. Without any, everything is in the cluster `default`.",
    schema: {
      type: "object",
      propertyNames: clusterName,
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        properties: {
          paths: {
            ...strings,
            description: "Folders and files of this cluster alone, relative to this file; `*` and `**` as in a shell."
          },
          kubeVersion: {
            type: "string",
            minLength: 1,
            description: "Kubernetes version to render for, and to judge pods by."
          },
          complete: { type: "boolean", description: "Everything that runs there is in what is checked." },
          apiServer: {
            type: "array",
            items: { type: "string", pattern: "^[0-9a-fA-F.:]+/[0-9]{1,3}$" },
            description: "Addresses of its API server as CIDR blocks, for `generate network-policies`."
          },
          monitoringNamespaces: {
            ...strings,
            description: "Namespaces from which metrics are read, for `generate network-policies`."
          }
        }
      }
    }
  },
  {
    name: "allowed-providers",
    scopes: ["config"],
    type: "list",
    help: "The providers that stores may use, as they are called below `spec.provider`.",
    schema: strings
  },
  {
    name: "allowed-endpoints",
    scopes: ["config"],
    type: "list",
    help: "The hosts that stores may speak to; `*.example.com` takes in its subdomains.",
    schema: strings
  },
  {
    name: "allowed-registries",
    scopes: ["config"],
    type: "list",
    help: "The registries, or repositories in them, that the operator’s images may come from.",
    schema: strings
  },
  {
    name: "allowed-namespaces",
    scopes: ["config"],
    type: "list",
    help: "The namespaces that may hold ExternalSecrets and PushSecrets; `*` as in a shell.",
    schema: {
      type: "object",
      additionalProperties: false,
      properties: { externalSecret: strings, pushSecret: strings }
    }
  },
  {
    name: "sensitive-namespaces",
    scopes: ["config"],
    type: "list",
    help: "Namespaces whose Secrets are the cluster’s own; default: `kube-system`, `kube-public`, `kube-node-lease` and the operator’s.",
    schema: strings
  },
  {
    name: "require-client-certificate",
    scopes: ["config"],
    type: "list",
    help: "Hosts that stores must show a client certificate to; `*.example.com` takes in its subdomains.",
    schema: strings
  },
  {
    name: "teams",
    scopes: ["config"],
    type: "list",
    help: "Teams by name: which namespaces are theirs, who they are, and which stores and keys they may use.",
    schema: {
      type: "object",
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        properties: {
          namespaces: { ...strings, description: "Namespaces of the team." },
          subjects: {
            ...subjectsSchema,
            description: "Who the team is: in its own namespaces they may write ExternalSecrets."
          },
          stores: { ...strings, description: "ClusterSecretStores the team may use." },
          keyPrefixes: { ...strings, description: "What the remote keys of the team begin with." }
        }
      }
    }
  },
  {
    name: "ignore",
    scopes: ["config"],
    type: "list",
    help: "Findings that do not count, with the reason.",
    schema: ignoreSchema
  },
  {
    name: "audit-policy",
    scopes: ["config"],
    type: "string",
    help: "The file with the clusters’ audit policy (`--audit-policy-file` of the API server), relative to this file, where it is not among what is checked.",
    schema: { type: "string", minLength: 1 }
  },
  {
    name: "accepted-failures",
    scopes: ["config"],
    type: "list",
    help: "What cannot be checked here and does not make the run incomplete, by `release` or `path` or both.",
    schema: acceptedFailureSchema
  }
];

// src/options/generate-flags.ts
var GENERATE_FLAGS = [
  {
    name: "engine",
    scopes: ["cli"],
    type: "choice",
    values: ["vap", "kyverno", "gatekeeper"],
    help: "Whose policies `generate admission` writes: ValidatingAdmissionPolicies of Kubernetes itself, or those of Kyverno or Gatekeeper; default: `vap`."
  },
  {
    name: "flavor",
    scopes: ["cli"],
    type: "choice",
    values: ["k8s", "cilium", "calico"],
    help: "Whose policies `generate network-policies` writes; default: `k8s`, which knows no names of hosts."
  },
  {
    name: "out",
    scopes: ["cli"],
    type: "string",
    placeholder: "FOLDER",
    help: "Where `harden` and `generate` write their files; default of `generate`: standard output."
  }
];

// src/options/harden-flags.ts
var HARDEN_FLAGS = [
  {
    name: "diff",
    scopes: ["cli"],
    type: "boolean",
    help: "Let `harden` print a patch for `git apply`; with `--out`, one that adds the files."
  },
  {
    name: "write",
    scopes: ["cli"],
    type: "boolean",
    help: "Let `harden` edit the files; those that git could not bring back are refused."
  },
  {
    name: "force",
    scopes: ["cli"],
    type: "boolean",
    help: "Let `harden --write` edit files with changes that are not committed, too."
  },
  {
    name: "unsafe",
    scopes: ["cli"],
    type: "boolean",
    help: "Let `harden` edit files also where somebody has to answer a question first."
  }
];

// src/options/report-formats.ts
var FORMATS = ["text", "json", "sarif", "html", "markdown", "junit", "rdjson", "gitlab", "evidence"];
var FORMAT_OF_ENDING = {
  ".json": "json",
  ".sarif": "sarif",
  ".html": "html",
  ".md": "markdown",
  ".xml": "junit"
};

// src/options/review-options.ts
var REVIEW_FROM = "JSON report that a run of `pull_request` without a token has written, as for a fork: only its review is made.";
var REVIEW_OPTIONS = [
  {
    name: "github-token",
    scopes: ["action"],
    type: "string",
    default: "${{ github.token }}",
    help: "Token that comments on the pull request; the job needs `pull-requests: write` for it."
  },
  {
    name: "review-from",
    scopes: ["action"],
    type: "string",
    help: `${REVIEW_FROM} Nothing is checked then, and there are no outputs.`
  },
  {
    name: "from",
    scopes: ["cli"],
    type: "string",
    placeholder: "FILE",
    help: `For \`review\`: ${REVIEW_FROM}`
  },
  {
    name: "review",
    scopes: ["cli", "action"],
    type: "choice",
    values: ["inline", "summary", "off"],
    default: "inline",
    help: "What is said on a pull request: comments on its lines and a summary, the summary alone, or nothing."
  },
  {
    name: "max-comments",
    scopes: ["cli", "action"],
    type: "number",
    placeholder: "N",
    default: "20",
    help: "Most comments on lines and files, the most severe findings first; the summary has the rest."
  },
  {
    name: "key",
    scopes: ["cli", "action"],
    type: "string",
    placeholder: "NAME",
    help: "Tells the comments of several runs on one pull request apart, as in a matrix or a monorepo."
  },
  {
    name: "resolve-threads",
    scopes: ["cli", "action"],
    type: "boolean",
    help: "Also resolve the threads of findings that are gone and that somebody answered; GitHub allows it only with `contents: write`, too."
  },
  {
    name: "allow-unsafe-target",
    scopes: ["action"],
    type: "boolean",
    help: "Run for `pull_request_target` on what the pull request proposes, which is refused otherwise: anybody’s charts beside your secrets."
  }
];

// src/options.ts
var FAIL_ON = [...SEVERITIES.filter((severity) => severity !== "info").reverse(), "never"];
var MIN_SEVERITY = [...SEVERITIES].reverse();
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
    values: FORMATS,
    default: "text",
    help: "What is printed on standard output."
  },
  {
    name: "output",
    scopes: ["cli", "action"],
    type: "list",
    placeholder: "[FORMAT=]FILE",
    help: "Also write a report to a file; the format comes from the name (`.json`, `.sarif`, `.html`, `.md` is Markdown, `.xml` JUnit, else text) unless given. Repeatable; in the Action one a line."
  },
  {
    name: "values",
    scopes: ["cli"],
    type: "list",
    placeholder: "FILE",
    help: "Values file for the one chart that is checked. Repeatable; the last one wins. For `trace`, also the key to ask about."
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
    name: "helm-version",
    scopes: ["cli", "action"],
    type: "string",
    placeholder: "VERSION",
    help: "Download this version of helm from get.helm.sh, compare its sha256, and use it; default: none is downloaded."
  },
  {
    name: "renderer",
    scopes: ["cli", "action"],
    type: "choice",
    values: ["helm", "traced"],
    default: "helm",
    help: "Who renders charts: `traced` starts helm for a sample only, see docs/renderer.md; not in a pull request from a fork."
  },
  {
    name: "fetch-dependencies",
    scopes: ["cli", "action"],
    type: "boolean",
    help: "Let helm fetch what charts depend on and is not in their `charts/`, and charts that delivery tools install from elsewhere; without credentials, unless `registry-config` names some."
  },
  {
    name: "registry-config",
    scopes: ["cli", "action"],
    type: "string",
    placeholder: "FILE",
    help: "Credentials of registries and chart repositories for what helm fetches, in a file as `docker login` or `helm registry login` writes it; default: none are used."
  },
  {
    name: "offline",
    scopes: ["cli", "action"],
    type: "boolean",
    help: "Fetch nothing: no base commit that the clone does not have, no dependency of a chart, no helm."
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
    name: "cache",
    scopes: ["cli", "action"],
    type: "string",
    placeholder: "FOLDER",
    help: "Keep what `check` renders and finds out in this folder outside of the repository, and take from it what has not changed; the Action does not use it for pull requests from forks."
  },
  {
    name: "quiet",
    scopes: ["cli"],
    type: "boolean",
    help: "No progress and no notices, only the report."
  },
  ...REVIEW_OPTIONS,
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
    name: "prove-fixes",
    scopes: ["cli", "action"],
    type: "boolean",
    help: "Try what rules offer as fixes on a copy of the repository, so that the JSON and HTML reports have those that hold; takes several times as long."
  },
  {
    name: "html-file",
    scopes: ["action"],
    type: "string",
    help: "File to write the HTML report to, one file for a browser."
  },
  {
    name: "no-inline-ignores",
    scopes: ["cli", "action"],
    type: "boolean",
    help: "Do not believe comments and annotations that ignore findings, only the config file."
  },
  {
    name: "fail-on-guard-change",
    scopes: ["action"],
    type: "boolean",
    help: "Fail a pull request that changes the config or the baseline, or adds comments or annotations that ignore findings."
  },
  {
    name: "base",
    scopes: ["cli", "action"],
    type: "string",
    placeholder: "REF",
    help: "Commit to compare with: only findings that it does not have count. `none` compares with nothing; default: in a workflow for a pull request, its base."
  },
  {
    name: "baseline",
    scopes: ["cli", "action"],
    type: "string",
    placeholder: "FILE",
    help: "Findings that this file holds do not count."
  },
  {
    name: "write-baseline",
    scopes: ["cli"],
    type: "string",
    placeholder: "FILE",
    help: "Write all findings that are not ignored to this file; from then on they do not count."
  },
  ...GENERATE_FLAGS,
  ...HARDEN_FLAGS,
  ...CONFIG_KEYS
];
var optionsOf = (scope) => OPTIONS.filter((option) => option.scopes.includes(scope));
var configKey = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
function checkedValue(option, text, shownAs) {
  if (option.values && !option.values.includes(text))
    throw new UserError(`${shownAs} cannot be '${text}'`, suggestion(text, option.values));
  if (option.type === "boolean" && !/^(?:true|True|TRUE|false|False|FALSE)$/.test(text))
    throw new UserError(`${shownAs} cannot be '${text}'`, "allowed: true, false");
  if (option.type === "number" && !/^[1-9]\d{0,5}$/.test(text))
    throw new UserError(`${shownAs} cannot be '${text}'`, "give a whole number from 1 to 999999");
  return text;
}

export {
  FORMAT_OF_ENDING,
  optionsOf,
  configKey,
  checkedValue
};
