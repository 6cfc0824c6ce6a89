import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  inUse
} from "./chunk-XAQDTNU4.js";
import {
  DEFAULT,
  discover,
  readPlain,
  renderReleases
} from "./chunk-6Y64S4YC.js";
import "./chunk-MLKXGJZY.js";
import "./chunk-OJJX3HFX.js";
import "./chunk-LSU2MSLR.js";
import "./chunk-QSTZLZP3.js";
import "./chunk-GDWKSRR2.js";
import {
  CONFIG_FILE
} from "./chunk-3YKUXYV7.js";
import "./chunk-DAUYLU22.js";
import "./chunk-CDVY7C5S.js";
import "./chunk-4RU4S2AD.js";
import {
  isTestPath
} from "./chunk-ZMUQFV5H.js";
import "./chunk-4CJ7H7KI.js";
import "./chunk-J5IKYRYD.js";
import {
  kindOfPath,
  listFolder,
  readText,
  relativeTo,
  writeNew
} from "./chunk-AULO6AMP.js";
import "./chunk-ZOM3MCPH.js";
import "./chunk-PCHSCMJA.js";
import {
  SENSITIVE_NAMESPACES,
  World
} from "./chunk-A7FEJFYO.js";
import "./chunk-OZ35NTFX.js";
import "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asList,
  asMapping,
  asText
} from "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import "./chunk-4AX3HMK5.js";
import {
  printable
} from "./chunk-2ULQKFID.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/init/init.ts
import { join as join3, resolve } from "node:path";

// src/init/config-text.ts
import { dirname } from "node:path/posix";

// src/init/yaml-text.ts
var import_yaml = __toESM(require_dist(), 1);
var WIDTH = 110;
function scalar(word) {
  const text = (0, import_yaml.stringify)([word], { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false }).trim();
  return /[\p{C}\u2028\u2029]/u.test(text) ? escaped(word) : text.slice(1, -1);
}
var escaped = (word) => JSON.stringify(word).replace(
  /[\p{C}\u2028\u2029]/gu,
  (char) => Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, "0")}`).join("")
);
function list(key, words) {
  const line = `${key}: [${words.map(scalar).join(", ")}]`;
  return line.length <= WIDTH ? [line] : [`${key}:`, ...words.map((word) => `  - ${scalar(word)}`)];
}
var prose = (...lines) => lines.map((line) => `# ${line}`);
var off = (lines) => lines.map((line) => `#${line}`);
var indented = (lines, depth) => lines.map((line) => `${" ".repeat(depth)}${line}`);

// src/init/config-text.ts
var MAX_FAILURES = 20;
function configText(survey2) {
  const sections = [
    prose(
      "How eso-hardener checks this repository; written by `eso-hardener init`, and yours to change.",
      "Paths are relative to this file. To switch on a setting, take away the # of its lines.",
      "All keys: https://github.com/eso-hardener/eso-hardener#what-is-checked"
    ),
    [
      ...prose("The check fails when a finding is at least this severe: critical, high, medium, low or never."),
      "failOn: high"
    ],
    releases(survey2.releases),
    exclude(survey2.testFolders),
    operators(),
    complete(),
    allowed(survey2.inUse),
    sensitive(survey2.inUse),
    auditPolicy(survey2.inUse),
    acceptedFailures(survey2.failures)
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function releases(found) {
  const explanation = prose(
    "How charts are installed. One that is not listed is rendered with its default values and, each for itself, with those",
    "that it is tested with (ci/*-values.yaml), under its own name and into a namespace of that name."
  );
  const lines = found.length > 0 ? found.flatMap(releaseLines) : EXAMPLE;
  const isListed = found.some(({ isTried }) => !isTried);
  return [...explanation, ...isListed ? ["releases:", ...indented(lines, 2)] : [...off(["releases:"]), ...lines]];
}
var EXAMPLE = off(["  - chart: charts/web", "    namespace: shop", "    values: [charts/web/values-prod.yaml]"]);
function releaseLines({ release: { name, namespace, chart }, valuesFiles, isTried }) {
  const values = valuesFiles.length === 0 ? [] : ["values:", ...valuesFiles.map((file) => `  - ${scalar(file)}`)];
  const entry = [
    `- chart: ${scalar(chart.isPackaged ? chart.file : dirname(chart.file))}`,
    `  name: ${scalar(name)}`,
    `  namespace: ${scalar(namespace)}`
  ];
  if (isTried) return off([...entry, ...indented(values, 2)]);
  return [...entry, ...values.length === 0 ? [] : indented([...prose(KEEP), ...off(values)], 2)];
}
var KEEP = "Keep those that it is installed with; the last one wins.";
function exclude(folders) {
  const title = "What never reaches a cluster";
  if (folders.length === 0) return [...prose(`${title}.`), ...off(list("exclude", ["**/examples"]))];
  return [...prose(`${title}. These folders sound like it:`), ...off(list("exclude", folders.map(globOf)))];
}
var operators = () => [
  ...prose("Who may manage the operator: Users, Groups and ServiceAccounts. Everybody else counts as a developer."),
  ...off(["operators:", "  - kind: Group", "    name: platform-team"])
];
var complete = () => [
  ...prose("Everything that runs in the cluster is in here, so that what is not here is nowhere."),
  ...off(["clusters:", "  default:", "    complete: true"])
];
function allowed(found) {
  const namespaces = [
    ...filled("externalSecret", found.externalSecretNamespaces),
    ...filled("pushSecret", found.pushSecretNamespaces)
  ];
  const lines = [
    ...filled("allowedProviders", found.providers),
    ...filled("allowedEndpoints", found.endpoints),
    ...filled("allowedRegistries", found.registries),
    ...namespaces.length > 0 ? ["allowedNamespaces:", ...indented(namespaces, 2)] : []
  ];
  const title = "What may be used. Without a list everything may";
  if (lines.length === 0)
    return [
      ...prose(`${title}; nothing that these lists are about was found here.`),
      ...off(["allowedProviders: [vault]", "allowedEndpoints: ['*.example.com']"])
    ];
  return [...prose(`${title}; these hold what is in use today.`), ...off(lines)];
}
var filled = (key, words) => words.length > 0 ? list(key, words) : [];
var sensitive = ({ operatorNamespaces }) => [
  ...prose(
    "Namespaces whose Secrets are the cluster’s own. Without a list it is these, and findings about them are `low`."
  ),
  ...off(list("sensitiveNamespaces", [.../* @__PURE__ */ new Set([...SENSITIVE_NAMESPACES, ...operatorNamespaces])]))
];
function auditPolicy({ auditPolicies: [found] }) {
  const title = "The audit policy of the cluster: what its API server has as --audit-policy-file.";
  const says = found === void 0 ? "None was found: without one nobody can say what is logged of changes to the operator’s objects." : "This one is judged already.";
  return [...prose(title, says), ...off([`auditPolicy: ${scalar(found ?? "audit-policy.yaml")}`])];
}
function acceptedFailures(failures) {
  const places = failures.map(
    ({ release, location }) => release === null ? `path: ${scalar(globOf(location?.file ?? "**"))}` : `release: ${scalar(release)}`
  );
  const distinct = [...new Set(places)];
  if (distinct.length === 0) return [];
  const omitted = distinct.length - MAX_FAILURES;
  return [
    ...prose(
      "Could not be checked today, which makes the check `incomplete` (exit code 2): repair it, exclude it, or accept it with",
      `the reason why it need not be checked.${omitted > 0 ? ` ${omitted} more are left out here.` : ""}`
    ),
    ...off([
      "acceptedFailures:",
      ...distinct.slice(0, MAX_FAILURES).flatMap((place) => [`  - ${place}`, "    reason: to be explained"])
    ])
  ];
}
var globOf = (path) => path.replace(/[*?[\]{}()!\\]/g, "?");

// src/init/repository.ts
import { dirname as dirname2, join } from "node:path";
async function repositoryOf(folder) {
  const root = await cloneAround(folder) ?? folder;
  const head = await readText(join(root, ".git/refs/remotes/origin/HEAD")).catch(() => "");
  const [, branch] = /^ref: refs\/remotes\/origin\/(\S+)$/m.exec(head) ?? [];
  return { root, branches: branch === void 0 ? ["main", "master"] : [branch] };
}
async function cloneAround(folder) {
  if (await kindOfPath(join(folder, ".git")) !== "missing") return folder;
  return dirname2(folder) === folder ? void 0 : cloneAround(dirname2(folder));
}

// src/init/survey.ts
var import_yaml2 = __toESM(require_dist(), 1);
import { basename as basename2, join as join2 } from "node:path";
import { dirname as dirname4 } from "node:path/posix";

// src/init/values-files.ts
import { basename, dirname as dirname3 } from "node:path/posix";
var NAME = /^(?:values[-_.].+|.+[-_.]values)\.ya?ml$/i;
var FOLDERS = /* @__PURE__ */ new Set(["values", "env", "envs", "environments"]);
function valuesFilesFor({ name, chart }, files, charts) {
  const folder = dirname3(chart.file);
  const names = /* @__PURE__ */ new Set([name, chart.name, basename(folder)]);
  return files.filter((file) => {
    const home = homeOf(file, charts);
    if (home === void 0) return isNamedAfter(file, names);
    return !chart.isPackaged && home === folder && isInside(folder === "." ? file : file.slice(folder.length + 1));
  });
}
function homeOf(file, charts) {
  for (let folder = dirname3(file); ; folder = dirname3(folder)) {
    if (charts.has(folder)) return folder;
    if (folder === ".") return void 0;
  }
}
function isInside(file) {
  const [first = "", ...rest] = file.split("/");
  return NAME.test(basename(file)) || rest.length > 0 && FOLDERS.has(first);
}
function isNamedAfter(file, names) {
  const folders = dirname3(file).split("/");
  const stem = basename(file).replace(/\.ya?ml$/, "");
  if (NAME.test(basename(file)) && names.has(stem.replace(/^values[-_.]|[-_.]values$/gi, ""))) return true;
  return folders.some((folder) => FOLDERS.has(folder)) && [stem, ...folders].some((part) => names.has(part));
}

// src/init/survey.ts
async function survey(options) {
  const { root } = options;
  const found = await discover(root, root, ["."], { folder: root, file: void 0 });
  const { releases: tried, manifests: paths } = found;
  const releases2 = tried.filter(({ variant }) => variant === DEFAULT);
  const plain = await readPlain(paths, root);
  const { rendered, note } = await renderAll(tried, options);
  const parts = [...rendered, ...plain];
  const manifests = parts.flatMap((part) => part.manifests);
  const files = [...paths.map((path) => relativeTo(root, path)), ...await filesForCi(releases2)].sort();
  const charts = new Set(releases2.flatMap(({ chart }) => chart.isPackaged ? [] : dirname4(chart.file)));
  const own = releases2.filter(({ chart }) => !isTestPath(chart.file));
  return {
    releases: own.map((release) => ({
      release,
      valuesFiles: valuesFilesFor(release, files, charts),
      isTried: tried.some(({ chart, variant }) => variant !== DEFAULT && chart.path === release.chart.path)
    })),
    charts: releases2.length,
    manifests: manifests.length,
    testFolders: testFolders([
      ...releases2.map(({ chart }) => chart.file),
      ...plain.filter(holdsSome).map(({ file }) => file)
    ]),
    incompleteCharts: await incompleteCharts(own),
    inUse: inUse(new World(manifests)),
    failures: [...found.failures, ...parts.flatMap((part) => part.failures)],
    note
  };
}
async function renderAll(releases2, options) {
  try {
    const { parts } = await renderReleases(releases2, options);
    return { rendered: parts, note: void 0 };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { rendered: [], note: `the charts were not rendered: ${error.message}` };
  }
}
async function filesForCi(releases2) {
  const found = releases2.map(async ({ chart }) => {
    const entries = chart.isPackaged ? [] : await listFolder(join2(chart.path, "ci")).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => join2(dirname4(chart.file), "ci", name));
  });
  return (await Promise.all(found)).flat();
}
var holdsSome = ({ manifests, failures }) => manifests.length + failures.length > 0;
function testFolders(files) {
  const folders = files.filter(isTestPath).map((file) => {
    const parts = dirname4(file).split("/");
    const top = parts.findIndex((_, i) => isTestPath(`${parts.slice(0, i + 1).join("/")}/x`));
    return parts.slice(0, top + 1).join("/");
  });
  return [...new Set(folders)].sort();
}
async function incompleteCharts(releases2) {
  const charts = releases2.map(({ chart }) => chart).filter(({ isPackaged }) => !isPackaged);
  const missing = await Promise.all(charts.map(lacksDependencies));
  return charts.filter((_, i) => missing[i]).map(({ file }) => dirname4(file));
}
async function lacksDependencies({ path }) {
  const texts = ["Chart.yaml", "requirements.yaml"].map((file) => readText(join2(path, file)).catch(() => ""));
  const names = (await Promise.all(texts)).flatMap(dependenciesIn);
  const there = names.length === 0 ? [] : await listFolder(join2(path, "charts")).catch(() => []);
  return names.some(
    (name) => !there.some((entry) => entry.name === name || basename2(entry.name, ".tgz").startsWith(`${name}-`))
  );
}
function dependenciesIn(text) {
  try {
    const chart = asMapping((0, import_yaml2.parse)(text, { logLevel: "silent" }));
    return asList(chart?.dependencies).flatMap((entry) => asText(asMapping(entry)?.name) ?? []);
  } catch {
    return [];
  }
}

// src/init/workflow-text.ts
var workflowText = ({ incompleteCharts: incompleteCharts2 }, options) => `${[
  ...prose(
    "Checks charts and manifests against the security guidance of External Secrets Operator; written by",
    "`eso-hardener init`, and yours to change. All inputs: https://github.com/eso-hardener/eso-hardener#inputs"
  ),
  "name: eso-hardener",
  "on:",
  "  pull_request:",
  "  push:",
  ...indented(list("branches", options.branches), 4),
  "permissions:",
  "  contents: read",
  ...indented(
    prose(
      "For comments on pull requests; without it, what is found is in the annotations and the summary of the job."
    ),
    2
  ),
  "  pull-requests: write",
  ...indented(off(["security-events: write"]), 2),
  "jobs:",
  "  check:",
  "    runs-on: ubuntu-latest",
  "    timeout-minutes: 15",
  "    steps:",
  ...indented(
    [...checkout(), ...dependencies(incompleteCharts2, options.folder), ...action(options.folder), ...upload()],
    6
  )
].join("\n")}
`;
var checkout = () => [
  "- uses: actions/checkout@v5",
  "  with:",
  ...indented(prose("A pull request is compared with its base, which must be in the clone."), 4),
  "    fetch-depth: 2",
  "    persist-credentials: false"
];
function dependencies(charts, folder) {
  const folders = charts.map((chart) => folder === "." ? chart : `${folder}/${chart}`);
  const plain = folders.filter((path) => /^[\w./-]+$/.test(path));
  if (plain.length === 0) return [];
  return [
    ...prose(
      "What these charts depend on is not in the repository. Without this step they are checked without it, and the run is",
      "incomplete. Repositories that are no oci:// ones need a `helm repo add` first."
    ),
    ...off(["- run: |", ...plain.map((path) => `    helm dependency build ${path}`)])
  ];
}
function action(folder) {
  const baseline = [
    ...prose(
      "Findings of today do not count any more, once they are written down:",
      "eso-hardener check --write-baseline .eso-hardener-baseline.txt"
    ),
    ...off(["baseline: .eso-hardener-baseline.txt"])
  ];
  const sarif = [...prose("For the step below."), ...off(["sarif-file: eso-hardener.sarif"])];
  const inputs = [`working-directory: ${scalar(folder)}`, `paths: .`];
  return [
    "- uses: eso-hardener/eso-hardener@v0",
    "  with:",
    ...indented([...folder === "." ? inputs.slice(1) : inputs, ...baseline, ...sarif], 4)
  ];
}
var upload = () => [
  ...prose("Shows the findings in code scanning; needs `security-events: write`."),
  ...off([
    "- uses: github/codeql-action/upload-sarif@v4",
    "  if: always()",
    "  with:",
    "    sarif_file: eso-hardener.sarif"
  ])
];

// src/init/init.ts
var WORKFLOW_FILE = ".github/workflows/eso-hardener.yml";
async function initialize(current, path, options) {
  const folder = resolve(current, path);
  if (await kindOfPath(folder) !== "folder") throw new UserError(`${path}: there is no such folder`, "name a folder");
  const { root, branches } = await repositoryOf(folder);
  const below = relativeTo(root, folder);
  if (below.includes("${{"))
    throw new UserError(`${path}: GitHub would read a part of this name as an expression`, "rename the folder");
  const found = await survey({ ...options, root: folder });
  const files = [
    { path: join3(folder, CONFIG_FILE), text: configText(found) },
    { path: join3(root, WORKFLOW_FILE), text: workflowText(found, { folder: below, branches }) }
  ];
  const written = [];
  const kept = [];
  for (const file of files)
    (await writeNew(file.path, file.text) ? written : kept).push(relativeTo(current, file.path));
  return { written, kept, survey: found };
}

// src/init/report.ts
var initReport = ({ written, survey: survey2 }, path) => [
  `found  ${amount(survey2.charts, "chart")} and ${amount(survey2.manifests, "manifest")} of a kind that matters`,
  ...notes(survey2).map((note) => `note   ${note}`),
  ...written.map((file) => `wrote  ${file}`),
  ...written.length > 0 ? [`next   eso-hardener check${path === "." ? "" : ` ${path}`}`] : [],
  ""
].join("\n");
var keptError = (kept) => new UserError(
  `${kept.join(" and ")} ${kept.length === 1 ? "exists" : "exist"} already and ${kept.length === 1 ? "was" : "were"} left alone`,
  "move it away to have it written anew"
);
function notes({ note, failures, incompleteCharts: incompleteCharts2 }) {
  return [
    ...note === void 0 ? [] : [note],
    ...failures.length === 0 ? [] : [`${amount(failures.length, "thing")} could not be checked: see acceptedFailures in the config`],
    ...incompleteCharts2.length === 0 ? [] : [`dependencies are missing in ${amount(incompleteCharts2.length, "chart")}: see the workflow`]
  ];
}
var amount = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

// src/commands/init.ts
async function init({ args: [path = ".", ...more], run }) {
  if (more.length > 0) throw new UserError("init takes one folder", "see eso-hardener --help");
  const { helm, helmVersion, jobs, timeoutMs, onProgress } = run;
  const done = await initialize(run.root, path, { helm, helmVersion, jobs, timeoutMs, onProgress });
  const output = printable(initReport(done, path));
  return done.kept.length > 0 ? { output, exitCode: 2, error: keptError(done.kept) } : { output, exitCode: 0 };
}
export {
  init
};
