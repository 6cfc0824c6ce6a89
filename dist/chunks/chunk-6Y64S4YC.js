import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  Executor,
  FLAGS,
  fetchChart,
  fetchDependencies,
  helmCapabilities,
  packageChart,
  prepareHelm,
  probe,
  probeChart,
  readDependencies,
  template,
  tracedChartOrReason
} from "./chunk-MLKXGJZY.js";
import {
  ChartReader,
  unpackChart
} from "./chunk-OJJX3HFX.js";
import {
  mayInstallOperator,
  readValues
} from "./chunk-LSU2MSLR.js";
import {
  Bool,
  Budget,
  Dict,
  EXECUTED,
  FUNCTIONS,
  List,
  Nil,
  Text,
  YamlError,
  any,
  bool,
  childDatum,
  dependenciesIn,
  dependenciesOf,
  dependenciesOfConditions,
  dependingOn,
  entryOf,
  filesAsSources,
  flatten,
  inlineName,
  isInline,
  isTrue,
  keeping,
  lookUp,
  mergeValues,
  missingFile,
  parseTemplate,
  pathOf,
  readGivenValues,
  readYaml,
  rest,
  rootDatum,
  setFlags,
  tableAt,
  text,
  textOf,
  textOrNothing,
  union,
  withProvenance,
  withSetFlags
} from "./chunk-QSTZLZP3.js";
import {
  TemplateError,
  Untraced
} from "./chunk-GDWKSRR2.js";
import {
  CONFIG_FILE
} from "./chunk-3YKUXYV7.js";
import {
  nameFor,
  seal,
  unseal
} from "./chunk-DAUYLU22.js";
import {
  readPackagedChartYaml
} from "./chunk-4RU4S2AD.js";
import {
  holdsCredential,
  isCredentialKey,
  isOnlyActions,
  isPlainSetting
} from "./chunk-4CJ7H7KI.js";
import {
  copyFolder,
  dependsOnMore,
  describeSystemError,
  kindOfPath,
  leadsOut,
  linkLeadingOut,
  listFolder,
  listTree,
  makeFolders,
  readBytes,
  readFile,
  readText,
  readTree,
  relativeTo,
  removeFile,
  sizeOf,
  targetWithin,
  withTemporaryFolder,
  writeWhole
} from "./chunk-AULO6AMP.js";
import {
  TOOL
} from "./chunk-PCHSCMJA.js";
import {
  glanceAt,
  parseManifests,
  splitDocuments
} from "./chunk-A7FEJFYO.js";
import {
  isFileKind
} from "./chunk-OZ35NTFX.js";
import {
  SourceText,
  parseText
} from "./chunk-DGQTWVVE.js";
import {
  childOf,
  isMergeKey,
  lineOfPath,
  nodeOfPath,
  rangeOfPath
} from "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asList,
  asMapping,
  asText,
  asTexts,
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  UserError,
  suggestion
} from "./chunk-VHWWGLDX.js";
import {
  groupOf
} from "./chunk-4AX3HMK5.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/parse/mask.ts
var import_yaml = __toESM(require_dist(), 1);
var MASK = "***";
function maskedLines({ source }) {
  const { document } = source.located;
  const known2 = cache.get(document);
  if (known2) return known2;
  const lines = linesOf(source.text, document);
  cache.set(document, lines);
  return lines;
}
var cache = /* @__PURE__ */ new WeakMap();
function linesOf(text2, document) {
  try {
    const masker = new Masker(document);
    masker.visit(document.contents, ROOT);
    return cover(text2, [...masker.spans]).split("\n").map((line) => maskComment(line, masker.hasSecret));
  } catch {
    return text2.split("\n").map(() => MASK);
  }
}
var ROOT = { groupKind: "", path: [], isSecret: false };
var Masker = class {
  spans = /* @__PURE__ */ new Map();
  hasSecret = false;
  #document;
  #seen = /* @__PURE__ */ new Set();
  constructor(document) {
    this.#document = document;
  }
  visit(node, place) {
    if ((0, import_yaml.isAlias)(node)) this.#visitAnchor(node, place);
    else if ((0, import_yaml.isMap)(node)) this.#visitMap(node, place);
    else if ((0, import_yaml.isSeq)(node)) for (const item of node.items) this.visit(item, place);
    else if ((0, import_yaml.isScalar)(node) && (place.isSecret || isSensitive(place, node.value))) {
      const [start, end] = node.range ?? [0, 0];
      if (start < end) this.spans.set(start, end);
    }
  }
  /** What is secret where it is used is secret where it is written. */
  #visitAnchor(alias, place) {
    const target = alias.resolve(this.#document);
    const key = JSON.stringify([target?.range?.[0], place]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.visit(target, place);
  }
  #visitMap(map, outer) {
    const place = this.#objectIn(map, outer);
    this.hasSecret ||= place.groupKind === SECRET;
    const sibling = this.#textOf(map, "name");
    for (const { key, value } of map.items) {
      if (!(0, import_yaml.isScalar)(key)) this.visit(key, place);
      this.visit(value, isMergeKey(key) ? place : step(place, (0, import_yaml.isScalar)(key) ? String(key.value) : "", sibling));
    }
  }
  /** An object may stand inside another: the items of a List, manifests in a chart's values. */
  #objectIn(map, outer) {
    const kind = this.#textOf(map, "kind");
    if (kind === void 0 || !OBJECT_KEYS.some((key) => childOf(this.#document, map, key))) return outer;
    const group = groupOf(this.#textOf(map, "apiVersion") ?? "") || "core";
    return { groupKind: `${group}/${kind.replace(/(?<=.)List$/, "")}`, path: [], isSecret: outer.isSecret };
  }
  #textOf(map, key) {
    const node = childOf(this.#document, map, key)?.value;
    const scalar = (0, import_yaml.isAlias)(node) ? node.resolve(this.#document) : node;
    return (0, import_yaml.isScalar)(scalar) && typeof scalar.value === "string" ? scalar.value : void 0;
  }
};
var SECRET = "core/Secret";
var OBJECT_KEYS = ["metadata", "items", "data", "stringData"];
function step(place, key, sibling) {
  const path = place.path.length === 0 && key === "items" ? [] : [...place.path, key];
  return { ...place, path, sibling, isSecret: place.isSecret || isSecretSubtree(place.groupKind, path) };
}
function isSecretSubtree(groupKind, path) {
  const key = path.at(-1) ?? "";
  if (groupKind === SECRET && (path.length === 1 ? key === "data" : path[0] === "metadata" && key === "annotations"))
    return true;
  return SECRET_SUBTREES.has(key) || key.endsWith("/last-applied-configuration");
}
var SECRET_SUBTREES = /* @__PURE__ */ new Set(["stringData", "headers", "valueMap"]);
var LEGIBLE_LISTS = /* @__PURE__ */ new Set(["rules", "subjects", "roleRef", "webhooks"]);
function isSensitive({ groupKind, path, sibling }, value) {
  if (value === null || /^(?:true|false)$/.test(String(value)) || isOnlyActions(value)) return false;
  if (LEGIBLE_LISTS.has(path[0] ?? "")) return false;
  const key = path.at(-1) ?? "";
  if (holdsCredential(key, value)) return true;
  if (groupKind === SECRET || key === "secretKey" && groupKind.startsWith("external-secrets.io/")) return false;
  if (key === "value" && path.at(-2) === "env") return !isPlainSetting(sibling, value);
  return isCredentialKey(key);
}
function cover(text2, spans) {
  const parts = [];
  let rest2 = 0;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const lines = text2.slice(start, end).split("\n");
    parts.push(text2.slice(rest2, start), lines.map((line, i) => i === 0 || line.trim() ? MASK : line).join("\n"));
    rest2 = end;
  }
  return [...parts, text2.slice(rest2)].join("");
}
function maskComment(line, hasSecret) {
  const [comment] = /(?:^|(?<=\s))#.*/.exec(line) ?? [];
  if (comment === void 0 || comment.startsWith("# Source: ")) return line;
  return hasSecret || holdsCredential("", comment) ? line.replace(comment, () => `# ${MASK}`) : line;
}

// src/render/sharing.ts
import { join as join2 } from "node:path";

// src/io/digest.ts
import { createHash } from "node:crypto";
async function digestOfFiles(paths) {
  const hash = createHash("sha256");
  try {
    for (const path of paths)
      hash.update(
        createHash("sha256").update(await readFile(path)).digest()
      );
    return hash.digest("hex");
  } catch {
    return void 0;
  }
}

// src/render/dependencies.ts
var import_yaml2 = __toESM(require_dist(), 1);
import { join, resolve } from "node:path";
var DECLARATIONS = ["Chart.yaml", "requirements.yaml"];
var LOCKS = ["Chart.lock", "requirements.lock"];
function missingDependencies(stderr) {
  const [, names] = /missing in charts\/ directory: (.+)/.exec(stderr) ?? [];
  return names ? names.split(",").map((name) => name.trim()) : [];
}
async function dependenciesOf2(chart) {
  const found = await Promise.all(
    DECLARATIONS.map(async (file) => {
      const text2 = await readText(join(chart, file)).catch(() => "");
      return asList(asMapping(parseText(text2).body)?.dependencies);
    })
  );
  return found.flat().map((entry) => {
    const { name, repository } = asMapping(entry) ?? {};
    return { name: asText(name) ?? "", repository: asText(repository) ?? "" };
  });
}
async function declarationOf(chart, names) {
  for (const file of DECLARATIONS) {
    const { located, body } = parseText(await readText(join(chart, file)).catch(() => ""));
    const declared = asList(asMapping(body)?.dependencies).map((entry) => asText(asMapping(entry)?.name) ?? "");
    const index = declared.findIndex((name) => names.includes(name));
    if (index >= 0) return { file, line: lineOfPath(located, ["dependencies", index]) };
  }
  return void 0;
}
async function localFolder(chart, { repository }, root) {
  if (!repository.startsWith("file://")) return void 0;
  const folder = resolve(chart, repository.slice("file://".length));
  const isHere = await kindOfPath(join(folder, "Chart.yaml")) === "file" && !await leadsOut(folder, root);
  return isHere ? folder : void 0;
}
async function localFolders(chart, root) {
  const found = /* @__PURE__ */ new Set();
  const charts = [chart];
  for (let next = charts.pop(); next !== void 0; next = charts.pop())
    for (const dependency of await dependenciesOf2(next)) {
      const folder = await localFolder(next, dependency, root);
      if (folder === void 0 || folder === chart || found.has(folder)) continue;
      found.add(folder);
      charts.push(folder);
    }
  return [...found].sort();
}
async function dropDependencies(copy, names) {
  if (names.size === 0) return;
  for (const file of DECLARATIONS) await dropFrom(join(copy, file), names);
  for (const file of LOCKS) await removeFile(join(copy, file));
}
var isLocked = async (chart) => (await Promise.all(LOCKS.map((file) => kindOfPath(join(chart, file))))).includes("file");
async function dropFrom(file, names) {
  const text2 = await readText(file).catch(() => void 0);
  if (text2 === void 0) return;
  const document = (0, import_yaml2.parseDocument)(text2, { uniqueKeys: false });
  const dependencies = document.get("dependencies");
  if (!(0, import_yaml2.isSeq)(dependencies)) return;
  const kept = dependencies.items.filter((item) => !(0, import_yaml2.isMap)(item) || !names.has(asText(item.get("name")) ?? ""));
  if (kept.length === dependencies.items.length) return;
  dependencies.items = kept;
  await writeWhole(file, document.toString());
}

// src/render/sharing.ts
async function sharedRender(renders, { helm, release, root }, render2) {
  if (!renders) return render2();
  const key = await keyOf(release, root);
  if (key === void 0) {
    dependsOnMore("a chart has links, or a file of it cannot be read");
    return render2();
  }
  const known2 = await renders.get(key, helm);
  if (known2) return known2;
  const made = await render2();
  if (isWhole(made) && await keyOf(release, root) === key) await renders.set(key, made, helm);
  return made;
}
var asItIs = (result) => ({ result, missing: [], reason: void 0, files: void 0 });
var isWhole = ({ result, missing }) => result.ok && missing.length === 0;
async function keyOf(release, root) {
  const { name, namespace, chart, values, set, setTexts, kubeVersion, apiVersions } = release;
  const own = chart.isPackaged ? PACKAGE : await folderKey(chart.path);
  const dependencies = chart.isPackaged ? [] : await localFolders(chart.path, root);
  const others = await Promise.all(
    dependencies.map(async (folder) => [
      // Where a dependency lies counts by what the chart calls it.
      relativeTo(chart.path, folder),
      await folderKey(folder)
    ])
  );
  if (own === void 0 || others.some(([, key]) => key === void 0)) return void 0;
  const inline2 = values.map((source) => isInline(source) ? source.text : "");
  const given = [...chart.isPackaged ? [chart.path] : [], ...values.flatMap((it) => isInline(it) ? [] : it.path)];
  const digest = await digestOfFiles(given);
  if (digest === void 0) return void 0;
  const settings = { name, namespace, set, setTexts, kubeVersion, apiVersions, values: inline2, flags: FLAGS };
  return JSON.stringify([settings, own, others, digest]);
}
var PACKAGE = "a package";
async function folderKey(folder) {
  const { files, links } = await listTree(folder);
  if (links.length > 0) return void 0;
  const names = [...files].sort();
  const digest = await digestOfFiles(names.map((file) => join2(folder, file)));
  return digest && JSON.stringify([names, digest]);
}

// src/render/kept-renders.ts
var KeptRenders = class {
  #entries;
  #own;
  constructor(entries, own) {
    this.#entries = entries;
    this.#own = own;
  }
  async get(key, program) {
    const own = this.#own?.get(key);
    if (own) return own;
    const source = await sourceOf(key, program);
    const sealed = source === void 0 ? void 0 : await this.#entries.read(nameFor(source));
    const stdout = sealed && source !== void 0 ? unseal(source, sealed) : void 0;
    if (stdout === void 0) return void 0;
    return { ...asItIs({ ok: true, stdout, stderr: "" }), isKept: true };
  }
  async set(key, made, program) {
    this.#own?.set(key, made);
    const source = await sourceOf(key, program);
    const isAlone = made.isFetched === void 0;
    if (source === void 0 || !isAlone || holdsSecret(made.result.stdout)) return;
    await this.#entries.write(nameFor(source), seal(source, made.result.stdout));
  }
};
function sharedRenders(entries, isRepeated) {
  const own = isRepeated ? /* @__PURE__ */ new Map() : void 0;
  return entries ? new KeptRenders(entries, own) : own;
}
async function sourceOf(key, program) {
  const identity = await program.identity();
  return identity && JSON.stringify(["render 1", identity, process.platform, key]);
}
var MAY_HOLD_SECRET = /\bSecret(?:List)?\b|\\/;
var holdsSecret = (stream) => splitDocuments(stream).some(({ text: text2 }) => {
  if (!MAY_HOLD_SECRET.test(text2) || CRD.test(text2)) return false;
  const source = new SourceText(text2);
  const { body, failure } = source.parsed;
  if (!failure && !speaksOfSecret(body)) return false;
  return maskedLines({ source }).join("\n") !== text2;
});
var CRD = /^kind: CustomResourceDefinition\r?$/m;
var MOST_DEPTH = 100;
function speaksOfSecret(value, depth = 0) {
  if (depth > MOST_DEPTH) return true;
  if (Array.isArray(value)) return value.some((item) => speaksOfSecret(item, depth + 1));
  const mapping = asMapping(value);
  if (!mapping) return false;
  if (/^Secret(?:List)*$/.test(asText(mapping.kind) ?? "")) return true;
  return Object.values(mapping).some((item) => speaksOfSecret(item, depth + 1));
}

// src/render/silent.ts
import { join as join3 } from "node:path";
var ESO = /^(?:generators\.)?external-secrets\.io\//;
var ESO_IN_TEMPLATE = /apiVersion:[ \t]*["']?(?:generators\.)?external-secrets\.io\//;
async function isSilent({ chart }, manifests) {
  if (chart.isPackaged || manifests.some(({ apiVersion }) => ESO.test(apiVersion))) return false;
  const { files } = await listTree(chart.path);
  for (const file of files)
    if (/^templates\/.*\.(?:ya?ml|tpl)$/.test(file) && ESO_IN_TEMPLATE.test(await readText(join3(chart.path, file)).catch(() => "")))
      return true;
  return false;
}
function silentNotes(rendered) {
  const speaking = new Set(rendered.flatMap(({ release, isSilent: isSilent2 }) => isSilent2 ? [] : release.chart.file));
  const charts = rendered.map(({ release }) => release.chart.file).filter((file) => !speaking.has(file));
  const names = [...new Set(charts)].sort();
  if (names.length === 0) return [];
  const subject = names.length === 1 ? "this chart has templates" : "these charts have templates";
  return [
    `${subject} of ESO objects that these values switch off, so they were not judged: ${names.join(", ")}; name values files that switch them on as \`releases[].values\` in the config`
  ];
}

// src/discover/clusters.ts
import { matchesGlob } from "node:path";
var DEFAULT = "default";
function claimOf(path, { folder, clusters = {} }) {
  const here = relativeTo(folder, path);
  const names = Object.entries(clusters).flatMap(
    ([name, { paths = [] }]) => paths.some((glob) => holds(glob, here)) ? name : []
  );
  return names.length > 0 ? names : void 0;
}
function holds(text2, path) {
  const glob = text2.replace(/^\.\//, "").replace(/\/+$/, "");
  return glob === "." || glob === "" || matchesGlob(path, glob) || matchesGlob(path, `${glob}/**`);
}
function clusterNames({ clusters = {} }, claims) {
  const claimed = new Set(claims.flatMap((claim) => claim ?? []));
  const declared = Object.keys(clusters).filter((name) => claimed.has(name) || !clusters[name]?.paths);
  const names = [.../* @__PURE__ */ new Set([...declared, ...claimed])];
  return names.length > 0 ? names : [DEFAULT];
}
function clusterNotes({ clusters = {}, releases = [] }, claims) {
  const known2 = Object.keys(clusters);
  const claimed = new Set(claims.flatMap((claim) => claim ?? []));
  const named2 = new Set(releases.flatMap(({ cluster }) => cluster ?? []));
  const empty = known2.filter((name) => clusters[name]?.paths && !claimed.has(name));
  const strange = known2.length > 0 ? [...named2].filter((name) => !known2.includes(name)) : [];
  return [
    ...empty.map((name) => `cluster ${name}: its paths hold nothing of what is checked here, so it is left out`),
    ...strange.map(
      (name) => `cluster ${name}: a release names it, but 'clusters' in the config does not: ${suggestion(name, known2)}`
    )
  ];
}
function inClusters(release, names, { clusters = {} }) {
  const versions = Map.groupBy(release.claim ?? names, (name) => release.kubeVersion ?? clusters[name]?.kubeVersion);
  return [...versions].map(([kubeVersion, group]) => ({ ...release, kubeVersion, clusters: group }));
}

// src/io/pool.ts
async function mapConcurrently(items, limit, work) {
  const results = new Array(items.length);
  const queue = items.entries();
  async function worker() {
    for (const [i, item] of queue) results[i] = await work(item);
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, worker));
  return results;
}

// src/discover/walk.ts
import { basename as basename2, dirname, join as join5, matchesGlob as matchesGlob3 } from "node:path";

// src/discover/chart.ts
import { basename, join as join4, resolve as resolve2, sep } from "node:path";
async function readChart(root, path) {
  const isPackaged = await kindOfPath(path) === "file";
  const text2 = isPackaged ? await readPackagedChartYaml(path) : await readText(join4(path, "Chart.yaml")).catch(() => "");
  const { body, failure } = parseText(text2 ?? "");
  const chart = failure ? void 0 : asMapping(body);
  return {
    path,
    file: relativeTo(root, isPackaged ? path : join4(path, "Chart.yaml")),
    name: asText(chart?.name) ?? basename(path, ".tgz"),
    version: asText(chart?.version) ?? "",
    isPackaged,
    isLibrary: chart?.type === "library",
    isChart: !isPackaged || text2 !== void 0,
    ...!isPackaged && { inner: innerCharts(path, chart) }
  };
}
function innerCharts(path, chart) {
  const addresses = asList(chart?.dependencies).flatMap((entry) => asText(asMapping(entry)?.repository) ?? []);
  const folders = addresses.flatMap(
    (address) => address.startsWith(LOCAL) ? resolve2(path, address.slice(LOCAL.length)) : []
  );
  return folders.filter((folder) => folder.startsWith(`${path}${sep}`));
}
var LOCAL = "file://";

// src/discover/declared/helmfile/helmfiles.ts
import { posix as posix6 } from "node:path";

// src/discover/declared/helmfile/declare.ts
import { posix as posix5 } from "node:path";

// src/discover/declared/declaration.ts
var NOTHING_MORE = {
  setTexts: [],
  set: {},
  setLines: /* @__PURE__ */ new Map(),
  destination: void 0,
  kubeVersion: void 0,
  apiVersions: [],
  unknownValues: []
};
var OWN_ADDRESS = "charts that have an address of their own are not fetched";
function registryChart(address, version) {
  const end = address.lastIndexOf("/");
  return { kind: "remote", chart: { repository: address.slice(0, end), name: address.slice(end + 1), version } };
}

// src/discover/declared/helmfile/state.ts
import { posix as posix3 } from "node:path";

// src/discover/declared/helmfile/environment.ts
import { matchesGlob as matchesGlob2, posix as posix2 } from "node:path";

// src/discover/declared/helmfile/functions.ts
import { posix } from "node:path";
var UNKNOWN = rootDatum("volatile");
function unknownIn(datum) {
  const [what, ...inside] = datum.source === "volatile" ? pathOf(datum) : [];
  if (what === void 0) return void 0;
  return inside.length > 0 ? `${what} (${inside.join(".")})` : String(what);
}
var unknownDatum = (what) => childDatum(UNKNOWN, what);
var unknownText = (what) => new Text("", dependingOn(unknownDatum(what)));
var ASKING = {
  env: true,
  expandenv: false,
  requiredEnv: true,
  exec: false,
  envExec: false,
  fetchSecretValue: false,
  expandSecretRefs: false,
  readDirEntries: true
};
var asking = (name, isNamed2) => keeping(
  [rest(any)],
  ([[first]]) => unknownText(isNamed2 && first?.kind === "text" ? `${name} ${JSON.stringify(first.string)}` : name)
);
function functionsFor(files, folder) {
  const own = {
    ...Object.fromEntries(Object.entries(ASKING).map(([name, isNamed2]) => [name, asking(name, isNamed2)])),
    get: keeping([text, rest(any)], ([path, args]) => get(path.string, args)),
    getOrNil: keeping([text, any], ([path, value]) => at(value, path.string) ?? new Nil()),
    setValueAtPath: keeping(
      [text, any, any],
      ([path, value, into]) => withValueAt(into, path.string.split("."), value)
    ),
    isFile: keeping([text], ([path]) => new Bool(files.kindOf(pathIn(folder, path)) === "file")),
    isDir: keeping([text], ([path]) => new Bool(files.kindOf(pathIn(folder, path)) === "folder")),
    readFile: keeping([text], ([path]) => {
      const content = files.read(pathIn(folder, path));
      return content === void 0 ? unknownText(`readFile ${JSON.stringify(path.string)}`) : new Text(content);
    }),
    readDir: keeping([text], ([path]) => {
      const here = pathIn(folder, path);
      const names = files.namesIn(here).filter((name) => files.kindOf(posix.join(here, name)) === "file");
      return new List(names.map((name) => new Text(posix.join(path.string, name))));
    })
  };
  return new Map([...FUNCTIONS, ...Object.entries(own)]);
}
var pathIn = (folder, { string }) => string.startsWith("/") ? "../outside" : posix.join(folder, string);
function get(path, args) {
  const value = args.at(-1);
  if (!value || args.length > 2)
    throw new TemplateError("get(path, [def, ]obj): expected 1 or 2 arguments behind the path");
  const found = at(value, path) ?? (args.length === 2 ? args[0] : void 0);
  if (!found) throw new TemplateError(`no value exist for key "${path}"`);
  return found;
}
function at(value, path) {
  let here = value;
  for (const key of path === "" ? [] : path.split(".")) {
    if (here.kind !== "dict" || !here.entries.has(key)) return void 0;
    here = entryOf(here, key);
  }
  return here;
}
function withValueAt(into, [key = "", ...below], value) {
  if (into.kind !== "dict") throw new TemplateError(`there is no map for the key "${key}"`);
  const inside = below.length === 0 ? value : withValueAt(into.entries.get(key) ?? new Dict(), below, value);
  into.entries.set(key, inside);
  return into;
}

// src/discover/declared/inline-values.ts
var import_yaml6 = __toESM(require_dist(), 1);

// src/discover/declared/fill.ts
var PLACE = /\{\{-?\s*\.?([\w.[\]-]+)\s*-?\}\}/g;
var fillText = (text2, parameters) => text2.replaceAll(PLACE, (place, name) => parameters.get(name) ?? place);
function fillValue(value, parameters) {
  if (typeof value === "string") return fillText(value, parameters);
  if (Array.isArray(value)) return value.map((item) => fillValue(item, parameters));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillValue(item, parameters)]));
}
function parametersOf(value, name = "") {
  if (typeof value !== "object" || value === null) return new Map(name === "" ? [] : [[name, String(value ?? "")]]);
  const parts = Object.entries(value).map(([key, item]) => parametersOf(item, name === "" ? key : `${name}.${key}`));
  return new Map(parts.flatMap((part) => [...part]));
}

// src/discover/declared/inline-values.ts
function inlineValues(document, path, parameters = /* @__PURE__ */ new Map()) {
  const value = fillValue(valueAt(document.body, path), parameters);
  if (value === void 0 || value === null || value === "") return void 0;
  if (typeof value !== "string" && !asMapping(value)) return void 0;
  const { file } = document;
  const wanted = typeof value === "string" ? parseText(value) : { body: value, failure: void 0 };
  const node = nodeOfPath(document.located, path);
  const own = node && writtenText(document, node);
  const written = own && fillText(own, parameters);
  const isSame = written !== void 0 && !wanted.failure && JSON.stringify(parseText(written).body) === JSON.stringify(wanted.body);
  const keyLine = file === void 0 ? void 0 : document.startLine - 1 + lineOfPath(document.located, path);
  const isEditable = (0, import_yaml6.isMap)(node) && parameters.size === 0;
  const holder = isEditable ? { document: document.isWhole ? void 0 : document.startLine, path } : void 0;
  if (isSame) return { file, keyLine, text: written, hasFileLines: true, holder };
  const text2 = typeof value === "string" ? value : (0, import_yaml6.stringify)(value, { lineWidth: 0, aliasDuplicateObjects: false });
  return { file, keyLine, text: text2, hasFileLines: false };
}
function writtenText({ text: text2, startLine }, node) {
  if (!node.range) return void 0;
  const [start, end] = [contentStart(text2, node), node.range[1]];
  if (start === void 0) return void 0;
  const lineStart = text2.lastIndexOf("\n", start - 1) + 1;
  const before = text2.slice(0, lineStart).split("\n").length - 1;
  return "\n".repeat(startLine - 1 + before) + " ".repeat(start - lineStart) + text2.slice(start, end);
}
function contentStart(text2, node) {
  if (!node.range) return void 0;
  if ((0, import_yaml6.isMap)(node)) return node.range[0];
  if (!(0, import_yaml6.isScalar)(node) || node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED") return void 0;
  const newline = text2.indexOf("\n", node.range[0]);
  return newline < 0 ? void 0 : newline + 1;
}

// src/discover/declared/helmfile/template.ts
var LIMITS = { steps: 2e5, characters: 4e6, depth: 100 };
var LIMITS_IN_ALL = { steps: 1e7, characters: 2e8 };
var left = /* @__PURE__ */ new WeakMap();
function fillTemplate(text2, dot, files, folder) {
  const functions = functionsFor(files, folder);
  const parse = (source, name) => parseTemplate(source, name, (asked) => functions.has(asked) || EXECUTED.has(asked));
  const rest2 = left.get(files) ?? { ...LIMITS_IN_ALL };
  left.set(files, rest2);
  if (rest2.steps <= 0 || rest2.characters <= 0) return { reason: "the templates take too many steps", line: void 0 };
  const budget = new Budget(LIMITS);
  try {
    const executor = new Executor({ budget, functions, parse });
    executor.add(NAME, text2);
    const printed = executor.execute(NAME, dot);
    rest2.characters -= printed.string.length;
    return { text: printed, lines: linesOf2(printed) };
  } catch (error) {
    if (error instanceof TemplateError) return { reason: "its template fails", line: error.place?.line };
    if (error instanceof Untraced) return { reason: error.message, line: void 0 };
    throw error;
  } finally {
    rest2.steps -= budget.spent + 1 + text2.length / CHARACTERS_PARSED;
  }
}
var CHARACTERS_PARSED = 8;
var NAME = "helmfile";
var isFilled = (result) => "text" in result;
function linesOf2(printed) {
  const lines = [];
  for (const segment of printed.segments) {
    const unknown2 = unknownOf(segment);
    for (const [i, piece] of segment.text.split("\n").entries()) {
      const last = lines.at(-1);
      const here = i > 0 || !last ? { line: 0, unknown: void 0, isBlank: true } : last;
      if (here !== last) lines.push(here);
      if (here.line === 0 || here.isBlank && piece.trim() !== "") here.line = lineOf(segment, i);
      here.isBlank &&= piece.trim() === "";
      here.unknown ??= unknown2;
    }
  }
  return lines;
}
function lineOf({ site, linesBefore }, before) {
  if (!site) return 1;
  const outer = outermost(site);
  if (outer) return outer.source.lineOf(outer.offset);
  return site.source.lineOf(site.offset) + (site.kind === "text" ? linesBefore + before : 0);
}
function outermost({ frame }) {
  let outer = frame;
  while (outer?.parent) outer = outer.parent;
  return outer;
}
function unknownOf(segment) {
  const { provenance, site } = segment;
  const depends = union(dependenciesIn(provenance), dependenciesOfConditions(site?.condition));
  for (const datum of flatten(depends)) {
    const what = unknownIn(datum);
    if (what !== void 0) return { what, line: lineOf(segment, 0) };
  }
  return void 0;
}

// src/discover/declared/helmfile/part.ts
var Part = class {
  /** The helmfile, relative to the repository. */
  file;
  body;
  #document;
  #failure;
  #filled;
  #startLine;
  constructor(file, text2, place, filled) {
    const { located, body, failure } = parseText(text2);
    this.file = file;
    this.#failure = failure;
    this.body = asMapping(body) ?? {};
    this.#filled = filled;
    this.#startLine = place.startLine;
    const isPlain = filled === void 0;
    this.#document = { file, text: text2, located, body, startLine: isPlain ? place.startLine : 1, isWhole: place.isWhole };
  }
  /** Why it is no YAML, and the 1-based line of the file. */
  get failure() {
    return this.#failure && { ...this.#failure, line: this.#fileLine(this.#failure.line) };
  }
  /** 1-based line of the file that a path stands on. */
  lineOf(path) {
    return this.#fileLine(lineOfPath(this.#document.located, path));
  }
  /** What of the lines at a path is not known. */
  unknownIn(path) {
    const { located } = this.#document;
    const [start, end] = rangeOfPath(located, path) ?? [];
    if (start === void 0 || end === void 0) return void 0;
    const [first, last] = [located.lines.linePos(start).line, located.lines.linePos(Math.max(start, end - 1)).line];
    const printed = this.#filled?.lines ?? [];
    const behind = printed.findIndex(({ isBlank }, i) => i >= last && !isBlank);
    const found = printed.slice(first - 1, behind < 0 ? void 0 : behind).find(({ unknown: unknown2 }) => unknown2)?.unknown;
    return found && { ...found, line: found.line + this.#startLine - 1 };
  }
  /** The values at a path, with their lines in the file. */
  valuesAt(path) {
    const found = inlineValues(this.#document, path);
    if (!found || !this.#filled) return found;
    const { text: text2, keyLine, hasFileLines, file } = found;
    const lines = text2.split("\n").map((_, i) => this.#fileLine(i + 1));
    const key = keyLine === void 0 ? void 0 : this.#fileLine(keyLine);
    return { file, text: text2, hasFileLines: false, keyLine: key, ...hasFileLines && { lines } };
  }
  /** All of it as templates see values. Undefined for what helmfile could not read either. */
  asValue() {
    return readValue(this.#filled?.text ?? this.#document.text);
  }
  #fileLine(line) {
    const own = this.#filled ? this.#filled.lines[line - 1]?.line ?? 1 : line;
    return own + this.#startLine - 1;
  }
};
function readValue(text2) {
  try {
    return readYaml(text2);
  } catch (error) {
    if (error instanceof YamlError || error instanceof Untraced) return void 0;
    throw error;
  }
}
function partsOf(text2) {
  const parts = [];
  let startLine = 1;
  for (const part of text2.replaceAll("\r\n", "\n").split("\n---\n")) {
    parts.push({ text: part, startLine });
    startLine += part.split("\n").length + 1;
  }
  return parts;
}
function isTemplate(file, text2) {
  if (file.endsWith(".gotmpl")) return true;
  const unquoted = text2.replaceAll(QUOTED_ACTION, "");
  return (unquoted !== text2 || OWN_WORDS.test(unquoted)) && !/\{\{-?\s*\.Release\b/.test(unquoted);
}
var QUOTED_ACTION = /\{\{-?\s*`[^`]*`\s*-?\}\}/g;
var OWN_WORDS = /\{\{[^{}]{0,300}(?:\.(?:Values|StateValues|Environment|Namespace)\b|\b(?:env|requiredEnv|exec|readFile)\s)/;
function blocksOf(text2, keys) {
  let isIn = true;
  return text2.split("\n").map((line) => {
    const [, key] = /^(\w+):/.exec(line) ?? [];
    if (key !== void 0) isIn = keys.includes(key);
    return isIn ? line : "";
  }).join("\n");
}
function readPart(file, { text: text2, startLine }, given) {
  const { dot, files, folder, isWhole: isWhole2 } = given;
  const filled = fillTemplate(text2, dot, files, folder);
  if (!isFilled(filled)) return { ...filled, line: (filled.line ?? 1) + startLine - 1 };
  return new Part(file, filled.text.string, { startLine, isWhole: isWhole2 }, filled);
}

// src/discover/declared/helmfile/environment.ts
function environmentValues(part, path, context) {
  const faults = [];
  let values = new Dict();
  const isOptional = mayBeMissing(
    valueAt(part.body, [...path.slice(0, -1), "missingFileHandler"]),
    part.body.missingFileHandler
  );
  const add = (value) => {
    if (value?.kind === "dict") values = mergeValues(values, value);
  };
  for (const [i, item] of asList(valueAt(part.body, path)).entries()) {
    const name = asText(item);
    if (name === void 0) {
      add(stepInto(part.asValue(), [...path, i]));
      continue;
    }
    const fault = (reason) => void faults.push({ file: part.file, line: part.lineOf([...path, i]), reason });
    const found = filesNamed(name, context);
    if (found.length === 0 && !isOptional) fault(`there is no values file ${name}`);
    for (const file of found) {
      const read = readFile2(file, context);
      if (typeof read === "string") fault(`the values file ${file} cannot be read: ${read}`);
      else add(read);
    }
  }
  return { values, faults };
}
var mayBeMissing = (...handlers) => /^(?:warn|info|debug)$/i.test(handlers.flatMap((handler) => asText(handler) ?? [])[0] ?? "");
function filesNamed(name, { files, folders }) {
  for (const folder of folders) {
    const path = posix2.join(folder, name);
    if (files.kindOf(path) === "file") return [path];
    const found = /[*?[]/.test(name) ? files.namesIn(posix2.dirname(path)).filter((entry) => isNamed(path, entry)) : [];
    if (found.length > 0) return found.map((entry) => posix2.join(posix2.dirname(path), entry));
  }
  return [];
}
var isNamed = (pattern, name) => matchesGlob2(name, posix2.basename(pattern));
function readFile2(file, { dot, files }) {
  const text2 = files.read(file);
  if (text2 === void 0 || file.endsWith(".hcl")) return "it is no YAML";
  if (!file.endsWith(".gotmpl")) return readValue(text2) ?? "it is no YAML";
  const filled = fillTemplate(text2, dot, files, posix2.dirname(file));
  return isFilled(filled) ? readValue(filled.text) ?? "it is no YAML" : filled.reason;
}
function stepInto(value, path) {
  let here = value;
  for (const step2 of path) {
    if (here?.kind === "list" && typeof step2 === "number") here = here.items[step2];
    else here = here?.kind === "dict" ? here.entries.get(String(step2)) : void 0;
  }
  return here;
}
function withSecrets(values) {
  const known2 = rootDatum("values");
  const entries = [...values.entries].map(
    ([key, value]) => [
      key,
      value.kind === "dict" ? withSecrets(value) : withProvenance(value, { alias: known2, depends: dependenciesOf(value) })
    ]
  );
  return new Dict(new Map(entries), {
    alias: unknownDatum("a value that may be in an encrypted file"),
    depends: void 0
  });
}

// src/discover/declared/helmfile/state.ts
var BEFORE = ["bases", "environments", "values"];
function readState(reading) {
  return new StateReader(reading).read();
}
var StateReader = class {
  #reading;
  #folder;
  #faults = [];
  #lists = { releases: [], repositories: [], helmfiles: [] };
  #templates = /* @__PURE__ */ new Map();
  #environments = /* @__PURE__ */ new Set();
  #origins = /* @__PURE__ */ new Map();
  #settings = {};
  #defaults = new Dict();
  #own = new Dict();
  #hasSecrets = false;
  constructor(reading) {
    this.#reading = reading;
    this.#folder = posix3.dirname(reading.file);
  }
  read() {
    const { file, environment } = this.#reading;
    this.#readFile(file, true);
    return {
      ...{ file, folder: this.#folder, environment, values: this.#values },
      ...this.#lists,
      ...{
        templates: this.#templates,
        environments: this.#environments,
        settings: this.#settings,
        origins: this.#origins,
        faults: this.#faults
      }
    };
  }
  get #values() {
    const values = mergeValues(mergeValues(this.#defaults, this.#own), this.#reading.given);
    return this.#hasSecrets ? withSecrets(values) : values;
  }
  #readFile(file, hasBases) {
    const text2 = this.#reading.files.read(file);
    if (text2 === void 0) return;
    const parts = partsOf(text2);
    const isRun = isTemplate(file, text2);
    for (const part of parts) {
      if (isRun && /\.(?:State)?Values\b/.test(part.text)) this.#learn(file, part, hasBases);
      const read = isRun ? this.#fill(file, part, parts.length === 1) : plainPart(file, part, parts.length === 1);
      if (read?.failure) this.#faults.push({ file, line: read.failure.line, reason: read.failure.message });
      if (read) this.#take(read, hasBases);
    }
  }
  #fill(file, part, isWhole2) {
    const { files } = this.#reading;
    const read = readPart(file, part, { dot: this.#dot(), files, folder: this.#folder, isWhole: isWhole2 });
    if (read instanceof Part) return read;
    this.#faults.push({ file, line: read.line ?? 1, reason: `${read.reason}, so that nothing of it is known` });
    return void 0;
  }
  /** Helmfile 0 runs a part twice, so that its templates see the values that it names itself. */
  #learn(file, { text: text2, startLine }, hasBases) {
    const { files } = this.#reading;
    const blocks = { text: blocksOf(text2, BEFORE), startLine };
    if (blocks.text.trim() === "") return;
    const read = readPart(file, blocks, { dot: this.#dot(), files, folder: this.#folder, isWhole: false });
    if (!(read instanceof Part)) return;
    if (hasBases) for (const base of asTexts(read.body.bases)) this.#learnBase(base);
    this.#takeValues(read);
  }
  #learnBase(base) {
    const file = posix3.join(this.#folder, base);
    const text2 = this.#reading.files.read(file);
    for (const part of text2 === void 0 ? [] : partsOf(text2)) this.#learn(file, part, false);
  }
  #take(part, hasBases) {
    const { body } = part;
    if (hasBases) this.#takeBases(part);
    for (const [name, list] of Object.entries(this.#lists)) list.push(...entriesOf(part, name));
    for (const name of Object.keys(asMapping(body.templates) ?? {})) {
      const entry = entryAt(part, ["templates", name], asMapping(body.templates)?.[name]);
      if (entry) this.#templates.set(name, entry);
    }
    this.#takeValues(part);
    this.#settings = { ...this.#settings, ...body };
    for (const key of Object.keys(body)) this.#origins.set(key, part);
  }
  #takeBases(part) {
    for (const [i, base] of asList(part.body.bases).entries()) {
      const file = posix3.join(this.#folder, asText(base) ?? "");
      if (this.#reading.files.kindOf(file) === "file") this.#readFile(file, false);
      else this.#faults.push({ file: part.file, line: part.lineOf(["bases", i]), reason: `there is no base ${file}` });
    }
  }
  #takeValues(part) {
    const { environment, files } = this.#reading;
    const environments = asMapping(part.body.environments) ?? {};
    for (const name of Object.keys(environments)) this.#environments.add(name);
    const context = { dot: this.#dot(), files, folders: [this.#folder, posix3.dirname(part.file)] };
    const defaults = environmentValues(part, ["values"], context);
    const own = environmentValues(part, ["environments", environment, "values"], context);
    this.#defaults = mergeValues(this.#defaults, defaults.values);
    this.#own = mergeValues(this.#own, own.values);
    this.#faults.push(...defaults.faults, ...own.faults);
    this.#hasSecrets ||= asList(asMapping(environments[environment])?.secrets).length > 0;
  }
  #dot() {
    return dotOf(this.#reading.environment, this.#values);
  }
};
function dotOf(environment, values, more = /* @__PURE__ */ new Map()) {
  const own = new Dict(
    /* @__PURE__ */ new Map([
      ["Name", new Text(environment)],
      ["Values", values],
      ["KubeContext", new Text("")]
    ])
  );
  return new Dict(
    new Map([
      ["Environment", own],
      ["Values", values],
      ["StateValues", values],
      ["Namespace", new Text("")],
      ...more
    ])
  );
}
var plainPart = (file, { text: text2, startLine }, isWhole2) => new Part(file, text2, { startLine, isWhole: isWhole2 });
var entriesOf = (part, name) => asList(part.body[name]).flatMap((item, i) => entryAt(part, [name, i], item) ?? []);
function entryAt(part, path, value) {
  const body = typeof value === "string" ? { path: value } : asMapping(value);
  return body && { part, path, body };
}

// src/discover/declared/helmfile/release.ts
var ReleaseSpec = class {
  #entries;
  #state;
  #files;
  constructor(entry, state, files) {
    this.#entries = inherited(entry, state);
    this.#state = state;
    this.#files = files;
  }
  /** What of it is not known, in a file. */
  get unknown() {
    const settings = SETTINGS.flatMap((key) => {
      const part = this.#state.origins.get(key);
      return part ? { part, path: [key] } : [];
    });
    for (const { part, path } of [...this.#entries, ...settings]) {
      const unknown2 = part.unknownIn(path);
      if (unknown2) return { ...unknown2, file: part.file };
    }
    return void 0;
  }
  /** The first that has a field decides it: helmfile merges without overwriting. */
  field(key) {
    const entry = this.#entries.find(({ body }) => isFilledIn(body[key]));
    return entry && { part: entry.part, path: [...entry.path, key], value: entry.body[key] };
  }
  /** A text of the release, with what stands in braces filled in. */
  text(key) {
    const value = this.field(key)?.value;
    const text2 = typeof value === "number" ? String(value) : asText(value);
    return text2 === void 0 ? void 0 : this.fill(text2);
  }
  /** The items of a list: those of its templates first. */
  list(key) {
    return this.#entries.flatMap(
      (entry) => asList(entry.body[key]).map((value, i) => ({ part: entry.part, path: [...entry.path, key, i], value }))
    );
  }
  /** A text as a template that sees the release; what cannot be filled in stays as it is. */
  fill(text2) {
    return this.tryFill(text2) ?? text2;
  }
  /** The same; undefined for what cannot be filled in. */
  tryFill(text2) {
    let filled = text2;
    for (let round = 0; round < MOST_ROUNDS && filled.includes("{{"); round++) {
      const result = fillTemplate(filled, this.dot, this.#files, this.#state.folder);
      if (!isFilled(result) || result.lines.some(({ unknown: unknown2 }) => unknown2)) return void 0;
      if (result.text.string === filled) return filled;
      filled = result.text.string;
    }
    return filled;
  }
  /** What templates see in the values files of a release. */
  get dot() {
    const { environment, values } = this.#state;
    const plain = (key) => new Text(asText(this.field(key)?.value) ?? "");
    const fields = [
      ...[["Name", "name"], ["Namespace", "namespace"], ["Chart", "chart"]],
      ...[["ChartVersion", "version"], ["KubeContext", "kubeContext"]]
    ];
    const labels = Object.entries(asMapping(this.field("labels")?.value) ?? {});
    const release = new Dict(
      new Map([
        ...fields.map(([name, key]) => [name, plain(key)]),
        ["Labels", new Dict(new Map(labels.map(([key, value]) => [key, new Text(String(value))])))]
      ])
    );
    return dotOf(environment, values, /* @__PURE__ */ new Map([["Release", release]]));
  }
};
var SETTINGS = ["namespace", "kubeVersion", "apiVersions"];
var MOST_ROUNDS = 6;
var MOST_TEMPLATES = 20;
var isFilledIn = (value) => value !== void 0 && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
function inherited(entry, state) {
  const found = [];
  const usual = asTexts(state.settings.defaultInherit).map((template2) => ({ template: template2 }));
  const add = (one, above) => {
    for (const item of [...above.length === 0 ? usual : [], ...asList(one.body.inherit)]) {
      const { template: template2, except } = asMapping(item) ?? {};
      const inside = state.templates.get(asText(template2) ?? "");
      if (inside && !above.includes(inside) && found.length < MOST_TEMPLATES)
        add({ ...inside, body: without(inside.body, asTexts(except)) }, [...above, inside]);
    }
    found.push(one);
  };
  add(entry, []);
  return found;
}
var without = (body, keys) => Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));

// src/discover/declared/helmfile/values.ts
import { posix as posix4 } from "node:path";
function sourcesOf(spec, state, files) {
  const isOptional = mayBeMissing(spec.field("missingFileHandler")?.value, state.settings.missingFileHandler);
  const found = [...spec.list("valuesTemplate"), ...spec.list("values")].flatMap((item) => {
    const name = asText(item.value);
    return name === void 0 ? inline(item, spec) : named(spec.fill(name), { item, spec, state, files, isOptional });
  });
  const secrets = spec.list("secrets").map((item) => unknown(item, `the values in the encrypted file ${asText(item.value) ?? ""} are not known`));
  return {
    values: found.flatMap((one) => "reason" in one || "what" in one ? [] : one),
    unknownValues: [...found.flatMap((one) => "reason" in one ? one : []), ...secrets],
    missing: found.flatMap((one) => "what" in one ? one : [])
  };
}
var unknown = ({ part, path }, reason) => ({ reason, line: part.lineOf(path) });
function inline(item, spec) {
  const found = item.part.valuesAt(item.path);
  if (!found) return [];
  if (!item.path.includes("valuesTemplate")) return [found];
  const text2 = spec.tryFill(found.text);
  if (text2 === void 0) return [unknown(item, "values are not known, as their template cannot be filled in")];
  if (text2 === found.text) return [found];
  const hasSameLines = text2.split("\n").length === found.text.split("\n").length;
  const { file, keyLine, hasFileLines, lines } = found;
  if (hasSameLines) return [{ file, keyLine, text: text2, hasFileLines, ...lines && { lines } }];
  return [{ file, keyLine, text: text2, hasFileLines: false }];
}
function named(name, naming) {
  const { item, state, files, isOptional } = naming;
  if (name.includes("://")) return [unknown(item, `the values of ${withoutQuery(name)} are not in the repository`)];
  if (name.includes("{{")) return [unknown(item, `which values file ${name} is, is not known`)];
  const found = filesNamed(name, { files, folders: [state.folder] });
  if (found.length === 0)
    return [{ file: posix4.join(state.folder, name), isOptional, line: item.part.lineOf(item.path) }];
  return found.map(
    (file) => file.endsWith(".gotmpl") ? templated(file, naming) : { file, isOptional, line: item.part.lineOf(item.path) }
  );
}
var withoutQuery = (address) => address.replace(/\?.*/s, "").replace(/\/\/[^/@]*@/, "//");
function templated(file, { item, spec, files }) {
  const filled = fillTemplate(files.read(file) ?? "", spec.dot, files, posix4.dirname(file));
  if (!isFilled(filled)) {
    const where = filled.line === void 0 ? file : `${file}:${filled.line}`;
    return unknown(item, `the values file ${where} cannot be filled in: ${filled.reason}`);
  }
  const asked = filled.lines.find((line) => line.unknown)?.unknown;
  if (asked) return { ...asked, file };
  return {
    file,
    keyLine: 1,
    text: filled.text.string,
    hasFileLines: false,
    lines: filled.lines.map(({ line }) => line)
  };
}
function settingsOf(spec, state, files) {
  const set = {};
  const setTexts = [];
  const setLines = /* @__PURE__ */ new Map();
  const unknownValues = [];
  const keys = ["setTemplate", "set", "setString"];
  for (const item of keys.flatMap((key) => spec.list(key))) {
    const name = asText(asMapping(item.value)?.name);
    if (name === void 0) continue;
    const setting = settingIn(item, spec, (path) => files.read(posix4.join(state.folder, path)));
    if (setting === void 0) unknownValues.push(unknown(item, `what sets ${name} is not known`));
    else if (setting.isText || item.path.includes("setString")) set[name] = setting.text;
    else setTexts.push(`${name}=${setting.escaped}`);
    if (setting) setLines.set(name in set ? name : `${name}=${setting.escaped}`, lineOfSetting(item));
  }
  return { set, setTexts, setLines, unknownValues };
}
function lineOfSetting({ part, path, value }) {
  const key = ["value", "values", "file"].find((key2) => asMapping(value)?.[key2] !== void 0);
  return part.lineOf(key === void 0 ? path : [...path, key]);
}
function settingIn({ value: body }, spec, read) {
  const { value, values, file } = asMapping(body) ?? {};
  if (value !== void 0 && value !== "") {
    const text3 = spec.tryFill(String(value));
    return text3 === void 0 ? void 0 : { text: text3, escaped: escaped(text3), isText: false };
  }
  if (typeof file === "string") {
    const text3 = read(spec.fill(file));
    return text3 === void 0 ? void 0 : { text: text3, escaped: escaped(text3), isText: true };
  }
  const items = asList(values).map((item) => spec.tryFill(String(item)));
  if (items.includes(void 0)) return void 0;
  const text2 = `{${items.map((item) => escaped(item ?? "")).join(",")}}`;
  return { text: text2, escaped: text2, isText: false };
}
var escaped = (text2) => text2.replaceAll(/[,{}]/g, "\\$&");

// src/discover/declared/helmfile/declare.ts
var FORM = "helmfile release";
var NOT_APPLIED = ["jsonPatches", "strategicMergePatches", "transformers", "postRenderer", "dependencies"];
function releaseOf(entry, state, files) {
  const spec = new ReleaseSpec(entry, state, files);
  const name = spec.text("name") ?? "";
  if (spec.unknown) return notRendered(name, spec.unknown);
  if (!isInstalled(spec, state)) return void 0;
  const { values, unknownValues, missing } = sourcesOf(spec, state, files);
  if (missing[0]) return notRendered(name, missing[0]);
  const { set, setTexts, setLines, unknownValues: unset } = settingsOf(spec, state, files);
  const field = spec.field("chart");
  const line = field ? field.part.lineOf(field.path) : entry.part.lineOf(entry.path);
  return {
    ...NOTHING_MORE,
    ...{ form: FORM, name, values, set, setTexts, setLines },
    location: { file: entry.part.file, startLine: line, via: "declaration" },
    namespace: asText(state.settings.namespace) || spec.text("namespace") || "default",
    destination: contextOf(spec, state),
    chart: chartOf(spec, state, files),
    kubeVersion: spec.text("kubeVersion") ?? asText(state.settings.kubeVersion),
    apiVersions: asTexts(spec.field("apiVersions")?.value ?? state.settings.apiVersions),
    unknownValues: [...unknownValues, ...unset, ...notApplied(spec)]
  };
}
var notRendered = (name, { what, file, line }) => ({
  ...NOTHING_MORE,
  ...{ form: FORM, name, namespace: "default", values: [] },
  chart: { kind: "unknown", reason: `${what} is not known here, so that it was not rendered` },
  location: { file, startLine: line, via: "declaration" }
});
function isInstalled(spec, { values }) {
  if (spec.field("installed")?.value === false || spec.text("installedTemplate")?.trim() === "false") return false;
  const condition = spec.text("condition") ?? spec.text("conditionTemplate");
  if (condition === void 0 || /^true$/i.test(condition)) return true;
  const found = lookUp(values, condition.split("."));
  return found !== void 0 && isTrue(found);
}
function contextOf(spec, { settings, environment }) {
  const own = asMapping(asMapping(settings.environments)?.[environment])?.kubeContext;
  const contexts = [settings.kubeContext, spec.text("kubeContext"), own, asMapping(settings.helmDefaults)?.kubeContext];
  return contexts.flatMap((context) => asText(context) || [])[0];
}
var notApplied = (spec) => NOT_APPLIED.flatMap((key) => {
  const field = spec.field(key);
  return field ? { reason: `${key} is not done here`, line: field.part.lineOf(field.path) } : [];
});
function chartOf(spec, state, files) {
  const chart = (spec.text("chart") ?? "").trim();
  const version = (spec.text("version") ?? "").trim();
  if (chart === "") return { kind: "unknown", reason: "it names no chart" };
  if (chart.includes("{{") || version.includes("{{"))
    return { kind: "unknown", reason: `which chart ${chart} is, is not known` };
  if (chart.startsWith("oci://")) return registryChart(chart, version);
  if (chart.includes("://")) return { kind: "unknown", reason: OWN_ADDRESS };
  const folder = posix5.join(state.folder, chart).replace(/\/$/, "");
  const [alias = "", ...inside] = chart.split("/");
  const repository = state.repositories.findLast(({ body }) => body.name === alias);
  if (repository && inside.length > 0) return inRepository(repository, inside.join("/"), version);
  if (files.kindOf(folder) !== "missing") return { kind: "folder", folder, repository: void 0 };
  return { kind: "unknown", reason: `there is no chart ${folder}, and no repository that is called ${alias}` };
}
function inRepository({ part, path, body }, name, version) {
  const url = (asText(body.url) ?? "").replace(/\/+$/, "");
  if (url === "" || part.unknownIn([...path, "url"]))
    return { kind: "unknown", reason: `the address of the repository ${asText(body.name) ?? ""} is not known` };
  if (body.oci !== true && !url.startsWith("oci://"))
    return { kind: "remote", chart: { repository: url, name, version } };
  return registryChart(`oci://${url.replace("oci://", "")}/${name}`, version);
}

// src/discover/declared/helmfile/helmfiles.ts
var MOST_ENVIRONMENTS = 30;
var MOST_RELEASES = 2e3;
var MOST_READ = 3e3;
var NAME2 = /(?:^|\/)(?:helmfile[\w.-]*\.ya?ml|helmfile\.d\/[^/]+\.ya?ml)(?:\.gotmpl)?$/;
var DEFAULT_NAME = /(?:^|\/)helmfile\.ya?ml(?:\.gotmpl)?$/;
var CONTENT = /^(?:releases|helmfiles|bases|environments|repositories|helmDefaults)[ \t]*:/m;
var OBJECT = /^apiVersion[ \t]*:/m;
var isHelmfileName = (file) => NAME2.test(file);
var isHelmfile = (file, text2) => isHelmfileName(file) && CONTENT.test(text2) && !OBJECT.test(text2);
function helmfileDeclarations(paths, files) {
  const reader = new HelmfileReader(files);
  for (const path of [...paths].sort(byRank)) reader.readRoot(path);
  return { declarations: reader.declarations, faults: reader.faults };
}
function byRank(a, b) {
  const [rankOfA, rankOfB] = [a, b].map((path) => path.split("/").length * 2 - (DEFAULT_NAME.test(path) ? 1 : 0));
  return (rankOfA ?? 0) - (rankOfB ?? 0) || (a < b ? -1 : 1);
}
var HelmfileReader = class _HelmfileReader {
  declarations = [];
  faults = [];
  #files;
  #read = /* @__PURE__ */ new Set();
  #environments = /* @__PURE__ */ new Set();
  #count = 0;
  constructor(files) {
    this.#files = files;
  }
  readRoot(file) {
    if (this.#read.has(file)) return;
    const names = this.#environmentsOf(file);
    const last = names[MOST_ENVIRONMENTS];
    const reason = `more than ${MOST_ENVIRONMENTS} environments: ${last} and those behind it were not looked at`;
    if (last !== void 0) this.faults.push({ file, line: 1, reason });
    const before = this.declarations.length;
    for (const name of names.slice(0, MOST_ENVIRONMENTS))
      this.#take(this.#stateOf(file, name, new Dict()), name, [file]);
    this.declarations.push(...asVariants(this.declarations.splice(before), names));
  }
  /** Those of a helmfile and of all that it takes in; the one that has no values where there are none. */
  #environmentsOf(file) {
    const survey = new _HelmfileReader(this.#files);
    survey.#take(survey.#stateOf(file, DEFAULT, new Dict()), DEFAULT, [file]);
    return survey.#environments.size > 0 ? [...survey.#environments] : [DEFAULT];
  }
  #stateOf(file, environment, given) {
    this.#read.add(file);
    const state = readState({ file, environment, given, files: this.#files });
    for (const name of state.environments) this.#environments.add(name);
    return state;
  }
  #take(state, variant, above) {
    this.faults.push(...state.faults);
    for (const base of asTexts(state.settings.bases)) this.#read.add(posix6.join(state.folder, base));
    for (const entry of state.releases) {
      if (this.declarations.length >= MOST_RELEASES) {
        this.#tooMany(entry);
        return;
      }
      const declaration = releaseOf(entry, state, this.#files);
      if (declaration) this.declarations.push({ ...declaration, variant });
    }
    for (const entry of state.helmfiles) this.#takeInner(entry, state, variant, above);
  }
  #tooMany({ part, path }) {
    const reason = `more than ${MOST_RELEASES} releases: this one and those behind it were not looked at`;
    this.faults.push({ file: part.file, line: part.lineOf(path), reason });
  }
  #takeInner(entry, state, variant, above) {
    const { part, path, body } = entry;
    const name = asText(body.path) ?? "";
    const fault = (reason) => void this.faults.push({ file: part.file, line: part.lineOf(path), reason });
    if (name.includes("://") || name.includes("::")) {
      fault("helmfiles of other repositories are not read");
      return;
    }
    const found = this.#helmfilesNamed(name, state);
    if (found.length === 0 && !mayBeMissing(state.settings.missingFileHandler)) fault(`there is no helmfile ${name}`);
    const context = { dot: dotOf(state.environment, state.values), files: this.#files, folders: [state.folder] };
    const { values, faults } = environmentValues(part, [...path, "values"], context);
    this.faults.push(...faults);
    for (const file of found)
      if (++this.#count > MOST_READ) fault(`more than ${MOST_READ} helmfiles: what is taken in here was not looked at`);
      else if (above.includes(file)) fault(`${file} takes itself in`);
      else this.#take(this.#stateOf(file, state.environment, values), variant, [...above, file]);
  }
  /** A folder stands for the helmfiles in it. */
  #helmfilesNamed(name, { folder }) {
    const path = posix6.join(folder, name);
    if (this.#files.kindOf(path) !== "folder") return filesNamed(name, { files: this.#files, folders: [folder] });
    const inside = this.#files.namesIn(path).map((file) => posix6.join(path, file));
    const usual = inside.filter((file) => DEFAULT_NAME.test(file));
    return usual.length > 0 ? usual : inside.filter((file) => /\.ya?ml(?:\.gotmpl)?$/.test(file));
  }
};
function asVariants(declarations, environments) {
  const targets = new Set(declarations.map(({ variant, destination }) => JSON.stringify([variant, destination])));
  const clusters = new Set(declarations.map(({ destination }) => destination));
  const isApart = !clusters.has(void 0) && targets.size === clusters.size;
  return declarations.map(
    (declaration) => isApart || environments.length === 1 ? { ...declaration, variant: DEFAULT } : { ...declaration, environments }
  );
}

// src/discover/walk.ts
var SKIPPED = /* @__PURE__ */ new Set([".git", ".hg", ".svn", ".terraform", ".venv", "node_modules"]);
var PARTS_OF_A_CHART = /* @__PURE__ */ new Set(["charts", "ci", "crds", "files", "templates"]);
var PARTS_OF_A_LIBRARY = /* @__PURE__ */ new Set(["templates"]);
async function walk(root, paths, exclusions) {
  const walker = new Walker(root, exclusionTest(exclusions));
  for (const path of paths) await walker.start(path);
  return walker.found;
}
var Walker = class {
  #root;
  #isExcluded;
  #folders = /* @__PURE__ */ new Set();
  #charts = /* @__PURE__ */ new Map();
  #manifests = /* @__PURE__ */ new Set();
  #declaring = /* @__PURE__ */ new Set();
  #templates = /* @__PURE__ */ new Set();
  #leadingOut = /* @__PURE__ */ new Set();
  constructor(root, isExcluded) {
    this.#root = root;
    this.#isExcluded = isExcluded;
  }
  get found() {
    return {
      charts: [...this.#charts.keys()].sort().flatMap((path) => this.#charts.get(path) ?? []),
      manifests: [...this.#manifests].sort(),
      declaring: [...this.#declaring].sort(),
      templates: [...this.#templates].sort(),
      leadingOut: [...this.#leadingOut].sort()
    };
  }
  /** Takes a path that somebody named; a link is what it leads to, wherever that is. */
  async start(path) {
    const kind = await kindOfPath(path);
    if (kind === "folder") await this.#visit(path);
    else if (kind === "file" && basename2(path) === "Chart.yaml") await this.#addChart(dirname(path));
    else if (kind === "file") path.endsWith(".tgz") ? await this.#addChart(path) : this.#manifests.add(path);
    else
      throw new UserError(
        `${relativeTo(this.#root, path)}: no such file or folder`,
        "name a file or folder that exists"
      );
  }
  async #visit(folder) {
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    const entries = await listFolder(folder).catch((error) => {
      throw new UserError(`${relativeTo(this.#root, folder)}: cannot read: ${describeSystemError(error)}`, "exclude it");
    });
    const isChart = entries.some((entry) => entry.name === "Chart.yaml" && (entry.isFile() || entry.isSymbolicLink()));
    const parts = isChart ? await this.#addChart(folder) : /* @__PURE__ */ new Set();
    await Promise.all(
      entries.map(async (entry) => {
        const path = join5(folder, entry.name);
        if (SKIPPED.has(entry.name) || this.#isExcluded(path) || entry.name === "Chart.yaml") return;
        if (entry.isSymbolicLink()) {
          if (!parts.has(entry.name)) await this.#follow(path);
        } else if (entry.isDirectory()) {
          if (!parts.has(entry.name)) await this.#visit(path);
        } else if (entry.isFile()) await this.#addFile(path, path);
      })
    );
  }
  /** @returns the folders in it that are helm's. */
  async #addChart(path) {
    const chart = this.#charts.get(path) ?? await readChart(this.#root, path);
    this.#charts.set(path, chart);
    return chart.isLibrary ? PARTS_OF_A_LIBRARY : PARTS_OF_A_CHART;
  }
  /** By its name a file is a package, a manifest, a declaration, a template or of no interest. */
  async #addFile(path, name) {
    if (isManifestName(name)) this.#manifests.add(path);
    else if (name.endsWith(".tgz")) await this.#addChart(path);
    else if (isDeclaringName(name)) this.#declaring.add(path);
    else if (isTemplateName(name)) this.#templates.add(path);
  }
  async #follow(link) {
    const isFile = isManifestName(link) || link.endsWith(".tgz");
    const kind = await kindOfPath(link);
    const target = await targetWithin(this.#root, link);
    if (target === void 0) {
      if (isFile || kind === "folder") this.#leadingOut.add(link);
    } else if (!this.#isLeftOut(target)) {
      if (kind === "folder") await this.#visit(target);
      else await this.#addFile(target, link);
    }
  }
  /** Whether the walk would not come to a path by itself because of its name, or that of a folder it is in. */
  #isLeftOut(path) {
    const steps = relativeTo(this.#root, path).split("/");
    return steps.some((step2, i) => SKIPPED.has(step2) || this.#isExcluded(join5(this.#root, ...steps.slice(0, i + 1))));
  }
};
var isManifestName = (name) => /\.ya?ml$|[/\\]Kustomization$/.test(name);
var isDeclaringName = (name) => name.endsWith(".tf") || name.endsWith(".gotmpl") && isHelmfileName(name.replaceAll("\\", "/"));
var isTemplateName = (name) => /\.(?:gotmpl|j2|jinja2?|tpl|tftpl)$/.test(name);
function exclusionTest({ folder, exclude = [] }) {
  const globs = exclude.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""));
  return (path) => globs.some((glob) => matchesGlob3(relativeTo(folder, path), glob));
}

// src/discover/discover.ts
import { createHash as createHash2 } from "node:crypto";
import { basename as basename4, dirname as dirname2, resolve as resolve4 } from "node:path";

// src/discover/audit-policy.ts
import { basename as basename3, resolve as resolve3 } from "node:path";
async function namedAuditPolicy(root, config) {
  const { auditPolicy: name, file, folder, lineOf: lineOf2 } = config;
  if (name === void 0) return { files: [], failures: [] };
  const path = resolve3(folder, name);
  const target = await targetWithin(root, path);
  const wrong = target === void 0 ? await whyNot(path) : await faultIn(target);
  if (target !== void 0 && wrong === void 0) return { files: [target], failures: [] };
  const line = lineOf2?.(["auditPolicy"]);
  const location = {
    file: relativeTo(root, resolve3(folder, basename3(file ?? CONFIG_FILE))),
    ...line !== void 0 && { startLine: line },
    via: "manifest"
  };
  return { files: [], failures: [{ release: null, message: `auditPolicy: ${name}: ${wrong}`, location }] };
}
var whyNot = async (path) => await kindOfPath(path) === "missing" ? MISSING : "it is not in the repository, and only what is there is read";
var MISSING = "there is no such file; the path is relative to the config file";
async function faultIn(path) {
  if (await kindOfPath(path) !== "file") return "this is not a file";
  try {
    const { manifests } = parseManifests(await readText(path), { file: path, release: void 0 });
    return manifests.some(({ groupKind }) => isFileKind(groupKind)) ? void 0 : "there is no audit policy in it";
  } catch (error) {
    if (error instanceof UserError) return error.message.replace(`${path}: `, "");
    throw error;
  }
}

// src/discover/templates.ts
var MOST_NAMED = 5;
var MOST_READ2 = 500;
var FILES_AT_ONCE = 16;
async function templateNotes(root, paths) {
  const read = await mapConcurrently(paths.slice(0, MOST_READ2), FILES_AT_ONCE, async (path) => ({
    path,
    isOfInterest: glanceAt(await readText(path).catch(() => "")) !== "nothing"
  }));
  const unread = paths.slice(MOST_READ2).map((path) => ({ path, isOfInterest: true }));
  const names = [...read, ...unread].flatMap(({ path, isOfInterest }) => isOfInterest ? relativeTo(root, path) : []);
  if (names.length === 0) return [];
  const rest2 = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  const subject = names.length === 1 ? "1 template of another tool was" : `${names.length} templates of other tools were`;
  const named2 = names.slice(0, MOST_NAMED).join(", ");
  return [`${subject} not run, and what would come of it was not checked: ${named2}${rest2}`];
}

// src/discover/variants.ts
import { join as join6 } from "node:path";
var MOST_OF_A_CHART = 6;
var MOST_OF_ALL = 30;
async function withVariants(root, releases, isExcluded) {
  const all = [];
  const notes = [];
  let room = MOST_OF_ALL;
  for (const release of releases) {
    const files = await testValues(release, isExcluded);
    const taken = files.slice(0, Math.min(MOST_OF_A_CHART, room));
    const left2 = files.slice(taken.length).map((file) => relativeTo(root, file));
    room -= taken.length;
    all.push(release, ...taken.map((file) => ({ ...release, values: [{ path: file }], variant: relativeTo(root, file) })));
    if (left2.length > 0) notes.push(`${release.chart.file}: not tried with ${left2.join(", ")}: too many of them`);
  }
  return { releases: all, notes };
}
async function testValues(release, isExcluded) {
  const { chart, declaredIn, values, setTexts } = release;
  const isDeclared = declaredIn !== chart.file || values.length + setTexts.length > 0;
  const folder = join6(chart.path, "ci");
  if (isDeclared || chart.isPackaged || isExcluded(folder)) return [];
  const entries = await listFolder(folder).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith("-values.yaml"));
  return files.map(({ name }) => join6(folder, name)).filter((file) => !isExcluded(file)).sort();
}

// src/discover/discover.ts
async function discover(root, folder, paths, config, options = {}) {
  const found = await walk(
    root,
    paths.map((path) => resolve4(folder, path)),
    config
  );
  const { charts } = found;
  const notes = charts.flatMap(noteOn);
  refuseNamedArchives(charts, folder, paths);
  const declared = await declaredReleases(root, config, options);
  const named2 = new Set(paths.map((path) => resolve4(folder, path)));
  const inner = charts.flatMap((chart) => chart.inner ?? []).filter((path) => !named2.has(path));
  const taken = /* @__PURE__ */ new Set([...declared.map((release) => release.chart.path), ...inner]);
  const others = charts.filter((chart) => !chart.isLibrary && chart.isChart && !taken.has(chart.path));
  const single = withSingleOptions([...declared, ...defaultReleases(others, config, options)], folder, options);
  const varied = await withVariants(root, single, exclusionTest(config));
  const auditPolicy = await namedAuditPolicy(root, config);
  const manifests = [.../* @__PURE__ */ new Set([...found.manifests, ...auditPolicy.files])].sort();
  const claims = claimsOf(root, manifests, config);
  const everyClaim = [...varied.releases.map(({ claim }) => claim), ...claims.values()];
  const clusters = clusterNames(config, everyClaim);
  return {
    releases: varied.releases.flatMap((release) => inClusters(release, clusters, config)),
    manifests,
    files: manifests.map((file) => relativeTo(root, file)),
    declaring: found.declaring,
    clusters,
    claims,
    failures: [...found.leadingOut.map((link) => failureOf(relativeTo(root, link))), ...auditPolicy.failures],
    notes: [
      ...notes,
      ...varied.notes,
      ...await templateNotes(root, found.templates),
      ...clusterNotes(config, everyClaim)
    ]
  };
}
var releaseId = ({ name, chart, claim }) => JSON.stringify([chart.file, name, claim ?? null]);
function withOverlay(release, { overlays } = {}) {
  const overlay = overlays?.get(releaseId(release));
  return overlay === void 0 ? release : { ...release, values: [...release.values, { path: overlay }] };
}
var failureOf = (file) => ({
  release: null,
  message: "this link leads out of the repository, or nowhere: what a cluster gets through it is not known; exclude it",
  location: { file, via: "manifest" }
});
var claimsOf = (root, files, config) => new Map(
  files.flatMap((file) => {
    const claim = claimOf(file, config);
    return claim ? [[relativeTo(root, file), claim]] : [];
  })
);
var noteOn = ({ file, isLibrary, isChart }) => {
  if (!isChart) return [`${file}: no chart in this archive; skipped`];
  return isLibrary ? [`${file}: a library chart renders nothing; skipped`] : [];
};
function refuseNamedArchives(charts, folder, paths) {
  const named2 = new Set(paths.map((path) => resolve4(folder, path)));
  const wrong = charts.find((chart) => !chart.isChart && named2.has(chart.path));
  if (wrong)
    throw new UserError(`${wrong.file}: this archive holds no chart`, "a packaged chart has <name>/Chart.yaml in it");
}
async function declaredReleases(root, config, options) {
  return Promise.all(
    (config.releases ?? []).map(async (entry) => {
      const path = resolve4(config.folder, entry.chart);
      if (await kindOfPath(path) === "missing")
        throw new UserError(
          `${config.file}: there is no chart '${entry.chart}'`,
          "paths are relative to the config file"
        );
      const chart = await readChart(root, path);
      const name = entry.name ?? releaseName(chart.name);
      return {
        name,
        namespace: entry.namespace ?? name,
        chart,
        values: filesAsSources((entry.values ?? []).map((file) => resolve4(config.folder, file))),
        set: entry.set ?? {},
        setTexts: [],
        kubeVersion: options.kubeVersion ?? entry.kubeVersion,
        apiVersions: [...entry.apiVersions ?? [], ...options.apiVersions ?? []],
        claim: entry.cluster === void 0 ? claimOf(path, config) : [entry.cluster],
        clusters: [],
        variant: entry.variant ?? DEFAULT,
        declaredIn: relativeTo(root, resolve4(config.folder, basename4(config.file ?? ""))),
        lines: config.releaseLines?.get(entry)
      };
    })
  );
}
function defaultReleases(charts, config, options) {
  const counts = Map.groupBy(charts, (chart) => releaseName(chart.name));
  return charts.map((chart) => {
    const short = releaseName(chart.name);
    const name = counts.get(short)?.length === 1 ? short : releaseName(chart.isPackaged ? chart.file : dirname2(chart.file));
    return {
      name,
      namespace: name,
      chart,
      values: [],
      set: {},
      setTexts: [],
      kubeVersion: options.kubeVersion,
      apiVersions: options.apiVersions ?? [],
      claim: claimOf(chart.path, config),
      clusters: [],
      variant: DEFAULT,
      declaredIn: chart.file
    };
  });
}
function withSingleOptions(releases, folder, options) {
  const { values, set, namespace, releaseName: name } = options;
  if (!values?.length && !set?.length && namespace === void 0 && name === void 0) return releases;
  const [release] = releases;
  if (!release || releases.length > 1)
    throw new UserError(
      `--values, --set, --namespace and --release-name are for one chart, and there are ${releases.length} here`,
      `name the chart's folder, or declare the releases in ${".eso-hardener.yaml"}`
    );
  const newName = name ?? release.name;
  return [
    {
      ...release,
      name: newName,
      namespace: namespace ?? (name === void 0 ? release.namespace : name),
      values: [...release.values, ...filesAsSources((values ?? []).map((file) => resolve4(folder, file)))],
      setTexts: set ?? []
    }
  ];
}
function releaseName(text2) {
  const name = text2.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "chart";
  if (name.length <= 53) return name;
  return `${name.slice(0, 44).replace(/-+$/, "")}-${createHash2("sha256").update(text2).digest("hex").slice(0, 8)}`;
}

// src/render/plain.ts
import { setImmediate } from "node:timers/promises";
var FILES_AT_ONCE2 = 16;
var MOST_BYTES_IN_ALL = 256 * 1024 * 1024;
function readTexts(paths, root) {
  let bytes = 0;
  return mapConcurrently(paths, FILES_AT_ONCE2, async (path) => {
    const file = relativeTo(root, path);
    bytes += sizeOf(path);
    if (bytes > MOST_BYTES_IN_ALL) return { file, text: "", failure: failureIn(file, TOO_MUCH) };
    try {
      return { file, text: await readText(path) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { file, text: "", failure: failureIn(file, error.message.replace(`${path}: `, "")) };
    }
  });
}
var TOO_MUCH = `this file and those before it have more than the ${MOST_BYTES_IN_ALL} bytes that are read: check parts of the repository`;
var parsePlain = (texts) => mapConcurrently(texts, FILES_AT_ONCE2, async ({ file, text: text2, failure }) => {
  await setImmediate();
  if (failure || isDeclaring(file, text2)) return { file, text: text2, manifests: [], failures: failure ? [failure] : [] };
  const { manifests, failures } = parseManifests(text2, { file, release: void 0 });
  const guess = text2.includes("{{") ? "; it looks like a template that something else fills in" : "";
  const faults = failures.map(({ message, line }) => failureIn(file, `${message}${guess}`, line));
  return { file, text: text2, manifests, failures: faults };
});
var readPlain = async (paths, root) => parsePlain(await readTexts(paths, root));
var isDeclaring = (file, text2) => file.endsWith(".tf") || isHelmfile(file, text2);
var failureIn = (file, message, line) => ({
  release: null,
  message,
  location: { file, ...line !== void 0 && { startLine: line }, via: "manifest" }
});

// src/render/releases.ts
import { availableParallelism } from "node:os";

// src/render/redact.ts
var import_yaml9 = __toESM(require_dist(), 1);
import { join as join7 } from "node:path";
var SHORTEST = 4;
async function redact(message, release) {
  const own = release.chart.isPackaged ? [] : [{ path: join7(release.chart.path, "values.yaml") }];
  const texts = await Promise.all([...own, ...release.values].map(async (source) => await textOrNothing(source) ?? ""));
  return withoutSecrets(message, [
    ...texts.flatMap(credentials),
    ...release.setTexts.flatMap(setCredentials),
    ...setValues(release.set)
  ]);
}
var redactAll = (message, texts) => withoutSecrets(message, texts.flatMap(credentials));
function withoutSecrets(message, secrets) {
  const longestFirst = [...new Set(secrets)].sort((a, b) => b.length - a.length);
  const masked = longestFirst.reduce((text2, secret) => text2.replaceAll(secret, "***"), message);
  return masked.replace(USER_IN_URL, "://***@");
}
var USER_IN_URL = /:\/\/[^\s/?#]*@/g;
function credentials(text2) {
  const found = [];
  (0, import_yaml9.visit)((0, import_yaml9.parseDocument)(text2, { logLevel: "silent", uniqueKeys: false }), {
    Scalar(_, { value }) {
      if (!holdsCredential("", value)) return;
      const [userInfo = ""] = /(?<=:\/\/)[^\s/?#]*(?=@)/.exec(String(value)) ?? [];
      found.push(String(value), userInfo, userInfo.slice(userInfo.indexOf(":") + 1));
    },
    Pair(_, { key, value }) {
      if (!(0, import_yaml9.isScalar)(key) || !holdsSecrets(String(key.value))) return;
      if ((0, import_yaml9.isScalar)(value)) found.push(String(value.value));
      if ((0, import_yaml9.isMap)(value)) {
        for (const item of value.items) if ((0, import_yaml9.isScalar)(item.value)) found.push(String(item.value.value));
      }
      if ((0, import_yaml9.isSeq)(value)) {
        for (const item of value.items) if ((0, import_yaml9.isScalar)(item)) found.push(...literal(String(item.value)));
      }
    }
  });
  return found.filter(isLong);
}
var literal = (text2) => [text2, text2.slice(text2.indexOf("=") + 1)];
var holdsSecrets = (key) => key === "stringData" || key === "literals" || isCredentialKey(key);
var setCredentials = (text2) => [...text2.split(/(?<!\\),/), text2].flatMap((part) => {
  const [, key = "", value = ""] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
  return isCredentialKey(key.split(".").at(-1) ?? "") && isLong(value) ? [value] : [];
});
var setValues = (set) => Object.entries(set).flatMap(([key, value]) => setCredentials(`${key}=${String(value)}`));
var isLong = (value) => value.length >= SHORTEST && !["true", "false", "null"].includes(value);

// src/render/remote.ts
import { createHash as createHash3 } from "node:crypto";
import { join as join8 } from "node:path";

// src/render/fetch-failure.ts
var SIGN_IN = "--registry-config FILE names the credentials of each host";
var ADVICE = [
  [/response status code 40[13]|basic credential not found/, SIGN_IN],
  [/ : 40[13] /, SIGN_IN],
  [/improper constraint/i, "helm takes a tag only where it is a version"],
  [/x509: /, "SSL_CERT_FILE names the certificates that are trusted"],
  [
    /no such host|connection refused|i\/o timeout|network is unreachable|server misbehaving/,
    "is its host reached from here? HTTPS_PROXY is heeded"
  ]
];
var MAX_WORDS = 2e3;
function fetchFailure(stderr) {
  const lines = stderr.split("\n").filter((line) => !/^(?:level=|WARNING: )/.test(line));
  const words2 = lines.join("\n").trim().slice(0, MAX_WORDS).replace(/^Error: /, "");
  const advice = ADVICE.find(([pattern]) => pattern.test(words2))?.[1];
  return advice === void 0 ? words2 : `${words2}; ${advice}`;
}

// src/render/remote.ts
var RemoteCharts = class {
  #helm;
  #obstacle;
  #fetched = /* @__PURE__ */ new Map();
  /** @param obstacle why nothing may be fetched, as the end of a sentence; undefined where it may. */
  constructor(helm, obstacle) {
    this.#helm = helm;
    this.#obstacle = obstacle;
  }
  /** @param file what declares it: findings in a chart that is nobody's here are shown there. */
  async get(remote, file) {
    if (this.#obstacle !== void 0)
      return { reason: `${wordsFor(remote)} is not in the repository; ${this.#obstacle}` };
    const key = JSON.stringify([remote.repository, remote.name, remote.version, remote.pin]);
    const known2 = this.#fetched.get(key) ?? this.#fetch(remote, createHash3("sha256").update(key).digest("hex").slice(0, 16));
    this.#fetched.set(key, known2);
    const fetched = await known2;
    return "reason" in fetched ? fetched : { ...fetched, chart: { ...fetched.chart, file, remote } };
  }
  async #fetch(remote, name) {
    dependsOnMore("a chart was fetched");
    const folder = join8(this.#helm.folder, "remote", name);
    await makeFolders([folder]);
    const { ok, stderr } = await fetchChart(this.#helm, remote, folder);
    const [packed] = ok ? (await listFolder(folder)).filter((entry) => entry.name.endsWith(".tgz")) : [];
    if (!packed) return { reason: `${wordsFor(remote)} could not be fetched: ${fetchFailure(stderr)}` };
    const path = join8(folder, packed.name);
    return { chart: await readChart(folder, path), files: await filesIn(path) };
  }
};
var wordsFor = ({ repository, name, version }) => `the chart ${name}${version === "" ? "" : ` ${version}`} of ${repository}`;
async function filesIn(path) {
  try {
    return unpackChart(await readBytes(path));
  } catch (error) {
    if (error instanceof UserError || error instanceof TemplateError || error instanceof Untraced) return void 0;
    throw error;
  }
}

// src/render/render.ts
import { posix as posix8 } from "node:path";

// src/render/copy.ts
import { join as join10 } from "node:path";

// src/render/switched-off.ts
import { join as join9 } from "node:path";
var HELM = "v4.1.0";
async function switchedOff(release) {
  try {
    const text2 = await readText(join9(release.chart.path, "Chart.yaml"));
    const dependencies = readDependencies(readYaml(text2), text2) ?? [];
    const values = await valuesOf(release);
    const on = new Set(dependencies.flatMap((one) => isOff(one, values) ? [] : one.name));
    return new Set(dependencies.flatMap(({ name }) => on.has(name) ? [] : name));
  } catch (error) {
    if ([UserError, TemplateError, Untraced, YamlError].some((kind) => error instanceof kind)) return /* @__PURE__ */ new Set();
    throw error;
  }
}
async function valuesOf(release) {
  const defaults = await readText(join9(release.chart.path, "values.yaml")).catch(() => "");
  let values = readGivenValues(defaults, HELM);
  for (const source of release.values) values = mergeValues(values, readGivenValues(await textOf(source), HELM));
  return withSetFlags(values, setFlags(release));
}
function isOff({ name, alias, condition, tags }, values) {
  for (const key of condition.trim().split(",").filter(Boolean)) {
    const isOn = bool(lookUp(values, key.split(".")));
    if (isOn !== void 0) return !isOn;
    if (key.startsWith(`${alias || name}.`)) return false;
  }
  const table = tableAt(values, ["tags"]);
  const set = tags.flatMap((tag) => bool(table?.entries.get(tag)) ?? []);
  return set.length > 0 && !set.includes(true);
}

// src/render/copy.ts
var MAX_BYTES = 64 * 1024 * 1024;
var known = /* @__PURE__ */ new WeakMap();
function knownTo(helm) {
  const one = known.get(helm) ?? { names: /* @__PURE__ */ new Map(), copies: /* @__PURE__ */ new Map() };
  known.set(helm, one);
  return one;
}
var namesMissing = (helm, chart) => knownTo(helm).names.get(chart);
async function renderCopy(helm, release, names, reach) {
  const { names: missing, copies } = knownTo(helm);
  const { path: chart } = release.chart;
  const off = await switchedOff(release);
  missing.set(chart, names);
  const key = JSON.stringify([chart, [...off].sort()]);
  const folder = join10(helm.folder, "copies", `eso-hardener-${copies.size}`, "tree");
  const copy = copies.get(key) ?? prepare(helm, { chart, names, off, folder }, reach);
  copies.set(key, copy);
  const { path, ...rest2 } = await copy;
  return { result: await template(helm, release, path), ...rest2 };
}
async function prepare(helm, { chart, names, off, folder }, { root, mayFetch }) {
  const copies = new Copies(helm, root, folder);
  const copy = await copies.add(chart);
  const needed = names.filter((name) => !off.has(name));
  const missing = (await dependenciesOf2(chart)).filter(({ name }) => needed.includes(name));
  const local = await copies.pack(chart, missing);
  const remote = missing.filter((dependency) => mayFetch && isRemote(dependency));
  const repositories = remote.flatMap(({ repository }) => repository.startsWith("oci://") ? [] : repository);
  if (remote.length > 0) dependsOnMore("dependencies of charts were fetched");
  const fetched = remote.length > 0 ? await fetchDependencies(helm, copy, { repositories, isLocked: await isLocked(copy) }) : void 0;
  const had = /* @__PURE__ */ new Set([...local.packed, ...fetched?.ok ? remote.map(({ name }) => name) : []]);
  await dropDependencies(copy, new Set(names.filter((name) => !had.has(name))));
  const without2 = needed.filter((name) => !had.has(name));
  const mayHelp = !mayFetch && missing.some(isRemote);
  const reason = local.reason ?? (fetched?.ok === false ? fetchFailure(fetched.stderr) : mayHelp ? "--fetch-dependencies lets helm fetch them" : void 0);
  const files = without2.length === 0 ? filesOf(copy) : void 0;
  return { path: copy, missing: without2, reason, files, isFetched: fetched !== void 0 };
}
function filesOf(copy) {
  try {
    return readTree(copy, MAX_BYTES);
  } catch (error) {
    if (error instanceof UserError) return void 0;
    throw error;
  }
}
var isRemote = ({ repository }) => /^(?:https?|oci):\/\//.test(repository);
var Copies = class {
  #helm;
  #root;
  #top;
  #made = /* @__PURE__ */ new Set();
  constructor(helm, root, top) {
    this.#helm = helm;
    this.#root = root;
    this.#top = top;
  }
  async add(chart) {
    const copy = this.#copyOf(chart);
    if (this.#made.has(chart)) return copy;
    this.#made.add(chart);
    await copyFolder(chart, copy);
    return copy;
  }
  /** Packs dependencies that lie in the repository into the charts/ folder of a chart's copy, with what they need themselves. */
  async pack(chart, dependencies) {
    const packed = [];
    const charts = join10(this.#copyOf(chart), "charts");
    for (const dependency of dependencies) {
      const folder = await localFolder(chart, dependency, this.#root);
      if (folder === void 0 || this.#made.has(folder) && !this.#packed.has(folder)) continue;
      const reason = await this.#packOne(folder, charts);
      if (reason !== void 0) return { packed, reason };
      packed.push(dependency.name);
    }
    return { packed, reason: void 0 };
  }
  #packed = /* @__PURE__ */ new Set();
  async #packOne(folder, charts) {
    if (!this.#packed.has(folder)) {
      const link = await linkLeadingOut(folder, this.#root);
      if (link !== void 0) return `${relativeTo(this.#root, link)} is a link that leads out of the repository`;
      await this.add(folder);
      const { reason } = await this.pack(folder, await dependenciesOf2(folder));
      if (reason !== void 0) return reason;
      this.#packed.add(folder);
    }
    await makeFolders([charts]);
    const { ok, stderr } = await packageChart(this.#helm, this.#copyOf(folder), charts);
    return ok ? void 0 : stderr;
  }
  #copyOf(chart) {
    return join10(this.#top, relativeTo(this.#root, chart));
  }
};

// src/render/failure.ts
import { dirname as dirname3, join as join11, posix as posix7, relative } from "node:path";
var MAX_MESSAGE = 2e3;
var MAX_READ = 10 * MAX_MESSAGE;
async function describeFailure(root, release, attempt) {
  const { message, location } = await describe(root, release, attempt);
  const inline2 = release.values.filter(isInline);
  const named2 = inline2.reduce(
    (text2, source) => text2.replaceAll(new RegExp(`\\S*${inlineName(source)}`, "g"), source.file ?? release.declaredIn),
    message
  );
  const here = named2.replaceAll(`${root}/`, "").replaceAll(/[^\s"']*\/eso-hardener-\w+\/tree\//g, "");
  return { message: await redact(here, release), location };
}
async function describe(root, release, { result, missing, reason }) {
  if (missing.length === 0) return { message: words(result.stderr), location: locate(root, release, result.stderr) };
  const because = reason === void 0 ? "" : ` (${words(reason)})`;
  const message = `dependencies are not in charts/: ${missing.join(", ")}${because}`;
  if (!result.ok) {
    const location2 = locate(root, release, result.stderr);
    return { message: `${message}; without them: ${words(result.stderr)}`, location: location2 };
  }
  const location = await placeOfDependency(release, missing);
  return { message: `${message}; the chart was checked without them`, location };
}
async function placeOfDependency({ chart }, names) {
  const declared = chart.isPackaged ? void 0 : await declarationOf(chart.path, names);
  if (!declared) return { file: chart.file, via: "template" };
  return { file: posix7.join(dirname3(chart.file), declared.file), startLine: declared.line, via: "declaration" };
}
function words(stderr) {
  const start = stderr.search(/^Error: /m);
  const text2 = (start < 0 ? stderr : stderr.slice(start + "Error: ".length)).replace(/\n\s*Use --debug flag to render out invalid YAML\s*$/, "").trim().slice(0, MAX_READ).replace(/([\s\S]{20,300}?)\1{2,}/g, "$1(and so on) ");
  return text2.length > MAX_MESSAGE ? `${text2.slice(0, MAX_MESSAGE)}…` : text2 || "helm failed without a word";
}
var TEMPLATE_PLACE = /([\w.-]+(?:\/[\w. -]+)*\/templates\/[\w./ -]+?\.[\w]+)(?::(\d+))?/;
var VALUES_PLACE = /failed to parse (\S+?): .*?line (\d+)/;
function inlineFault({ declaredIn }, values, line) {
  const { file, hasFileLines, keyLine, lines } = values;
  if (file === void 0) return { file: declaredIn, via: "declaration" };
  return { file, startLine: (hasFileLines ? line : lines?.[line - 1]) ?? keyLine ?? 1, via: "values" };
}
function locate(root, release, stderr) {
  const { chart } = release;
  const [, path = "", line] = VALUES_PLACE.exec(stderr) ?? [];
  const values = release.values.find((source2) => path.endsWith(isInline(source2) ? inlineName(source2) : source2.path));
  if (values && isInline(values)) return inlineFault(release, values, Number(line));
  if (values) return { file: relativeTo(root, values.path), startLine: Number(line), via: "template" };
  const [, source, templateLine] = TEMPLATE_PLACE.exec(stderr) ?? [];
  if (!source || chart.isPackaged) return { file: chart.file, via: "template" };
  const file = join11(dirname3(chart.file), source.slice(source.indexOf("/") + 1));
  if (relative(dirname3(chart.file), file).startsWith("..")) return { file: chart.file, via: "template" };
  return { file: file.replaceAll("\\", "/"), ...templateLine && { startLine: Number(templateLine) }, via: "template" };
}

// src/render/render.ts
async function render(release, helm, { root, mayFetch = false, renders, printed }) {
  const start = performance.now();
  const absent = await missingFile(release.values);
  if (absent)
    throw new UserError(
      `${relativeTo(root, absent)}: there is no such values file`,
      `release '${release.name}' names it`
    );
  const tree = release.chart.isPackaged ? NO_TREE : await listTree(release.chart.path);
  const refused = await refusal(root, release, tree);
  const known2 = printed === void 0 ? refused : refused ?? { ok: true, stdout: printed, stderr: "" };
  const made = known2 ? asItIs(known2) : await sharedRender(renders, { helm, release, root }, () => make(helm, release, { root, mayFetch }));
  const text2 = made.result.ok ? made.result.stdout : void 0;
  return {
    release,
    text: text2,
    failure: isWhole(made) ? void 0 : await describeFailure(root, release, made),
    templates: templateFiles(release, tree, text2 ?? ""),
    files: made.files,
    renderMs: performance.now() - start,
    isKept: made.isKept ?? false
  };
}
async function make(helm, release, reach) {
  const { path } = release.chart;
  const known2 = namesMissing(helm, path);
  if (known2) return renderCopy(helm, release, known2, reach);
  const whole = await template(helm, release, path);
  const names = whole.ok ? [] : missingDependencies(whole.stderr);
  return names.length > 0 ? renderCopy(helm, release, names, reach) : asItIs(whole);
}
var NO_TREE = { files: /* @__PURE__ */ new Set(), links: [] };
async function refusal(root, { chart }, tree) {
  const link = tree.links.length === 0 ? void 0 : await linkLeadingOut(chart.path, root);
  if (link === void 0) return void 0;
  const words2 = `${relativeTo(root, link)} is a link that leads out of the repository: the chart was not rendered`;
  return { ok: false, stdout: "", stderr: words2 };
}
function templateFiles({ chart }, tree, text2) {
  const sources = new Set(text2.matchAll(/^# Source: (.+?)\r?$/gm).map((match) => match[1] ?? ""));
  return new Map(
    [...sources].map((source) => {
      const file = source.slice(source.indexOf("/") + 1);
      const isHere = tree.files.has(file) || tree.links.some((link) => file === link || file.startsWith(`${link}/`));
      return [source, isHere ? posix8.join(posix8.dirname(chart.file), file) : chart.file];
    })
  );
}

// src/render/without-helm.ts
import { createHash as createHash4 } from "node:crypto";
var SAMPLED = 13;
async function renderWithoutHelm(releases, options) {
  const candidates = await candidatesAmong(releases, options.capabilities);
  const { memory } = options;
  const unknown2 = candidates.filter(({ key }) => !memory?.has(key));
  const checked = await mapConcurrently(sampleOf(unknown2), options.jobs, async (candidate) => {
    const isEqual = await options.helm(candidate.release) === candidate.output;
    if (isEqual) memory?.add(candidate.key);
    return { candidate, isEqual };
  });
  const different = checked.filter(({ isEqual }) => !isEqual).map(({ candidate }) => candidate);
  const refused = new Set(different.map(({ templates }) => templates));
  const seen = new Set(checked.map(({ candidate }) => candidate));
  const unseen = candidates.filter((candidate) => !seen.has(candidate) && !refused.has(candidate.templates));
  return {
    outputs: new Map(unseen.map(({ release, output }) => [release, output])),
    notes: [...notesOn(unseen, releases), ...different.map(differenceNote)]
  };
}
function sampleOf(candidates) {
  const sorted = candidates.toSorted((a, b) => a.key < b.key ? -1 : 1);
  const first = new Map(sorted.toReversed().map((candidate) => [candidate.templates, candidate]));
  return sorted.filter(
    (candidate) => first.get(candidate.templates) === candidate || Number.parseInt(candidate.key.slice(0, 2), 16) < SAMPLED
  );
}
function notesOn(unseen, releases) {
  if (unseen.length === 0) return [];
  return [
    `helm has not seen ${unseen.length} of ${releases.length} releases: they are judged by what the traced renderer makes of them (--renderer traced)`
  ];
}
var differenceNote = ({ release: { name, chart } }) => `the traced renderer makes something else of release ${name} of ${chart.file} than helm: all with its templates were rendered by helm`;
async function candidatesAmong(releases, capabilities) {
  const reader = new ChartReader();
  const templates = /* @__PURE__ */ new Map();
  const candidates = [];
  for (const release of releases) {
    if (release.chart.remote) continue;
    const traced = await tracedChartOrReason(release, capabilities, reader);
    if (typeof traced === "string" || !("output" in traced.output)) continue;
    const ofTemplates = templates.get(traced.files) ?? digestOf(traced.files, (path) => IS_TEMPLATE.test(path));
    templates.set(traced.files, ofTemplates);
    const key = keyOf2(release, traced, capabilities);
    candidates.push({ release, output: traced.output.output, key, templates: ofTemplates });
  }
  return candidates;
}
var IS_TEMPLATE = /(?:^|\/)templates\/|^charts\/[^/]+\.tgz$/;
function keyOf2(release, { files, valuesTexts }, capabilities) {
  const { name, namespace, set, setTexts, kubeVersion, apiVersions, chart } = release;
  const settings = { name, namespace, set, setTexts, kubeVersion, apiVersions, isPackaged: chart.isPackaged };
  const all = [TOOL.version, capabilities, settings, valuesTexts, digestOf(files, () => true)];
  return createHash4("sha256").update(JSON.stringify(all)).digest("hex");
}
function digestOf(files, isAsked) {
  const hash = createHash4("sha256");
  for (const path of [...files.keys()].filter(isAsked).sort()) {
    const bytes = files.get(path) ?? new Uint8Array();
    hash.update(`${JSON.stringify(path)} ${bytes.length}
`).update(bytes);
  }
  return hash.digest("hex");
}

// src/render/releases.ts
async function renderReleases(releases, options) {
  refuseDownload(options);
  await refuseMissing(options);
  if (releases.length === 0) return { parts: [], capabilities: void 0, notes: [] };
  return withTemporaryFolder(async (folder) => {
    const prepared = await prepareHelm(folder, options.helm, options.timeoutMs ?? 6e4, options.helmVersion);
    const helm = { ...prepared, registryConfig: options.registryConfig };
    const shared = options.renderer === "traced" ? { ...options, renders: options.renders ?? sharedRenders(options.cache, true) } : options;
    const remote = new RemoteCharts(helm, obstacleTo(options));
    const { outputs, notes } = await withoutHelm(releases, shared, helm);
    let done = 0;
    const work = mapConcurrently(releases, options.jobs ?? availableParallelism(), async (release) => {
      const part = await renderDeclared(shared, release, helm, remote, outputs.get(release));
      options.onProgress?.(++done, releases.length);
      return part;
    });
    const [capabilities, parts] = await Promise.allSettled([capabilitiesOf(helm, shared), work]);
    if (capabilities.status === "rejected") throw capabilities.reason;
    if (parts.status === "rejected") throw parts.reason;
    return { parts: parts.value, capabilities: capabilities.value, notes };
  });
}
var NOTHING = { outputs: /* @__PURE__ */ new Map(), notes: [] };
async function withoutHelm(releases, options, helm) {
  if (options.renderer !== "traced") return NOTHING;
  const { root, renders, jobs = availableParallelism() } = options;
  return renderWithoutHelm(releases, {
    ...{ capabilities: await capabilitiesOf(helm, options), memory: options.equality, jobs },
    helm: async (release) => (await render(release, helm, { root, renders })).text
  });
}
async function capabilitiesOf(helm, { cache: cache2, renders = sharedRenders(cache2, false) }) {
  const known2 = await renders?.get(PROBE, helm);
  if (known2) return helmCapabilities(helm, known2.result);
  const result = await probe(helm);
  const capabilities = await helmCapabilities(helm, result);
  if (result.ok) await renders?.set(PROBE, asItIs(result), helm);
  return capabilities;
}
var PROBE = JSON.stringify([...probeChart()]);
function refuseDownload({ offline, helmVersion }) {
  if (offline && helmVersion !== void 0)
    throw new UserError(
      `--offline forbids to download helm ${helmVersion}`,
      "name a helm that is here with --helm PATH"
    );
}
function obstacleTo({ fetchDependencies: fetchDependencies2, offline }) {
  if (offline) return "--offline forbids to fetch it";
  return fetchDependencies2 ? void 0 : "--fetch-dependencies lets helm fetch it";
}
async function refuseMissing({ registryConfig }) {
  if (registryConfig !== void 0 && await kindOfPath(registryConfig) !== "file")
    throw new UserError(
      `${registryConfig}: there is no such file`,
      "--registry-config takes what `docker login` writes"
    );
}
async function renderDeclared(options, release, helm, remote, printed) {
  const { chart, declaredIn } = release;
  const { remote: named2 } = chart;
  if (!named2) return renderRelease(options, release, helm, printed);
  const fetched = await remote.get(named2, declaredIn);
  if (!("reason" in fetched)) {
    const part = await renderRelease(options, { ...release, chart: fetched.chart }, helm);
    const words2 = await redact(wordsFor(named2), release);
    return {
      ...part,
      files: part.files ?? fetched.files,
      failures: part.failures.map((fault) => onDeclaration(fault, release, words2))
    };
  }
  return unrendered(release, fetched.reason);
}
function onDeclaration(failure, { declaredIn, lines }, chart) {
  const { message, location } = failure;
  if (location?.file !== declaredIn || location.startLine !== void 0) return failure;
  return {
    ...failure,
    message: `${chart}: ${message}`,
    location: { ...location, ...lines && { startLine: lines.entry } }
  };
}
async function renderRelease({ root, cache: cache2, renders = sharedRenders(cache2, false), fetchDependencies: mayFetch = false, offline }, release, helm, printed) {
  const { text: text2, failure, templates, files, renderMs, isKept } = await render(release, helm, {
    root,
    renders,
    mayFetch: mayFetch && !offline,
    printed
  });
  const { manifests, failures } = parseManifests(text2 ?? "", {
    file: release.chart.file,
    release: { name: release.name, namespace: release.namespace },
    templateFile: (source) => templates.get(source) ?? release.chart.file
  });
  const unreadable = failures.map(({ message, line }) => ({
    message: `helm's output, line ${line}: ${message}`,
    location: null
  }));
  return {
    release,
    manifests,
    files,
    text: release.isInflated ? text2 : void 0,
    isSilent: failure === void 0 && await isSilent(release, manifests),
    values: mayInstallOperator(text2 ?? "") ? await readValues(root, release) : void 0,
    failures: [...failure ? [failure] : [], ...unreadable].map((fault) => ({
      release: release.name,
      chart: release.chart.file,
      ...fault
    })),
    summary: {
      ...summaryOf(release, manifests.length, Math.round(renderMs)),
      ...printed !== void 0 && { seenByHelm: false },
      isKept
    }
  };
}
async function unrendered(release, reason) {
  const { declaredIn: file, lines } = release;
  const location = { file, ...lines && { startLine: lines.entry }, via: "declaration" };
  const message = await redact(reason, release);
  return {
    ...{ release, manifests: [], isSilent: false, values: void 0, summary: summaryOf(release, 0, 0) },
    failures: [{ release: release.name, chart: file, message, location }]
  };
}
var summaryOf = (release, manifests, renderMs) => ({
  name: release.name,
  chart: release.chart.name,
  version: release.chart.version,
  namespace: release.namespace,
  cluster: release.clusters.join(", "),
  variant: release.variant,
  declaredIn: release.declaredIn,
  form: release.form,
  ...{ manifests, renderMs }
});

export {
  DEFAULT,
  claimOf,
  inClusters,
  fillValue,
  parametersOf,
  NOTHING_MORE,
  OWN_ADDRESS,
  registryChart,
  inlineValues,
  isHelmfile,
  helmfileDeclarations,
  readChart,
  mapConcurrently,
  SKIPPED,
  exclusionTest,
  discover,
  releaseId,
  withOverlay,
  digestOfFiles,
  redactAll,
  asItIs,
  readTexts,
  parsePlain,
  readPlain,
  maskedLines,
  sharedRenders,
  render,
  silentNotes,
  renderReleases,
  refuseDownload
};
