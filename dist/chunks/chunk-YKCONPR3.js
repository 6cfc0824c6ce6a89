import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  mayInstallOperator,
  readValues
} from "./chunk-IB5RCV34.js";
import {
  lineOfPath
} from "./chunk-KXWQXNP4.js";
import {
  fetchDependencies,
  helmCapabilities,
  packageChart,
  prepareHelm,
  template
} from "./chunk-KIQCGLMN.js";
import {
  readPackagedChartYaml
} from "./chunk-B5WALKWH.js";
import {
  configKey,
  optionsOf
} from "./chunk-WKGPLU4X.js";
import {
  copyFolder,
  describeSystemError,
  kindOfPath,
  leadsOut,
  listFolder,
  listTree,
  makeFolders,
  readText,
  readTree,
  relativeTo,
  removeFile,
  targetWithin,
  withTemporaryFolder,
  writeWhole
} from "./chunk-5PI36ETP.js";
import {
  groupKindOf,
  holdsCredential,
  isCredentialKey,
  isFileKind,
  isKnownKind,
  isNamespaced,
  isOfEso,
  knownKinds,
  mayBeOfEso,
  outlineOf,
  withoutSchemas
} from "./chunk-TB7EOTYM.js";
import {
  SourceText,
  parseText
} from "./chunk-JOTSHFWZ.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asList,
  asMapping,
  asText,
  valueAt
} from "./chunk-MWLKK7FC.js";
import {
  UserError,
  suggestion
} from "./chunk-VHWWGLDX.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/config/config.ts
var import_yaml = __toESM(require_dist(), 1);
import { dirname, join, resolve } from "node:path";

// src/config/schema.ts
function configSchema() {
  const properties = Object.fromEntries(
    optionsOf("config").map((option) => [configKey(option.name), { description: option.help, ...schemaOf(option) }])
  );
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of eso-hardener (.eso-hardener.yaml)",
    type: "object",
    additionalProperties: false,
    properties
  };
}
var schemaOf = (option) => option.schema ?? (option.values ? { enum: option.values } : { type: option.type });

// src/config/config.ts
var CONFIG_FILE = ".eso-hardener.yaml";
async function loadConfig(folder, named, paths = []) {
  const file = named ?? await findConfig(folder, paths);
  if (file === void 0) return { folder, file };
  const path = resolve(folder, file);
  const text = await readText(path).catch((error) => {
    throw new UserError(error.message.replace(path, file), "name an existing file with --config");
  });
  const config = await parseConfig(text, file);
  return {
    ...{ ...config, folder: dirname(path), file },
    lineOf: (key) => lineOfPath(documentOf(text), key),
    releaseLines: linesOfReleases(config, text)
  };
}
function linesOfReleases({ releases = [] }, text) {
  const located = documentOf(releases.length > 0 ? text : "");
  return new Map(
    releases.map((release, i) => {
      const lineOf = (...path) => lineOfPath(located, ["releases", i, ...path]);
      const set = Object.keys(release.set ?? {}).map((key) => [key, lineOf("set", key)]);
      return [release, { entry: lineOf(), set: new Map(set) }];
    })
  );
}
async function findConfig(folder, paths) {
  const [path, ...others] = paths;
  const candidates = path !== void 0 && others.length === 0 ? [join(path, CONFIG_FILE), CONFIG_FILE] : [CONFIG_FILE];
  for (const file of candidates) if (await kindOfPath(resolve(folder, file)) !== "missing") return file;
  return void 0;
}
async function parseConfig(text, file) {
  const { document, lines } = documentOf(text);
  const [error] = document.errors;
  if (error)
    throw new UserError(`${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`, "the file must be YAML");
  const config = document.toJS() ?? {};
  const { Ajv } = await import("./ajv-ADE2EJSN.js");
  const validate = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(configSchema());
  if (validate(config)) return config;
  const fault = describe(validate.errors?.[0], config);
  throw new UserError(`${file}:${lineOfPath({ document, lines }, fault.path)}: ${fault.message}`, fault.hint);
}
function documentOf(text) {
  const lines = new import_yaml.LineCounter();
  return { document: (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: false }), lines };
}
function describe(error, config) {
  if (!error) return { path: [], message: "not valid" };
  const path = pathOf(error.instancePath, config);
  const where = path.length > 0 ? path.join(".") : "the file";
  if (error.keyword === "additionalProperties") {
    const key = String(error.params.additionalProperty);
    const known = Object.keys(error.parentSchema.properties);
    return { path: [...path, key], message: `unknown key '${key}'`, hint: suggestion(key, known) };
  }
  if (error.keyword === "enum") {
    const given = String(valueAt(config, path));
    const allowed = error.params.allowedValues.map(String);
    return { path, message: `${where} cannot be '${given}'`, hint: suggestion(given, allowed) };
  }
  return { path, message: `${where} ${error.message ?? "is not valid"}`, hint: "see schema/config.schema.json" };
}
function pathOf(pointer, config) {
  const path = [];
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(valueAt(config, path)) ? Number(key) : key);
  }
  return path;
}

// src/discover/discover.ts
import { createHash } from "node:crypto";
import { basename as basename4, dirname as dirname3, resolve as resolve3 } from "node:path";

// src/discover/audit-policy.ts
import { basename, resolve as resolve2 } from "node:path";

// src/parse/documents.ts
var BOUNDARY = /^(?:---|\.\.\.)(?:[ \t\r]|$)/;
var CONTENT_BEHIND = /^---[ \t]+[^\s#]/;
var SOURCE = /^# Source: (.+?)\r?$/m;
function splitDocuments(stream) {
  const documents = [];
  const lines = stream.split("\n");
  let start = 0;
  let source;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    if (line !== void 0 && !BOUNDARY.test(line)) continue;
    const text = lines.slice(start, i).join("\n").replace(/\r$/, "");
    source = SOURCE.exec(text)?.[1] ?? source;
    if (text.trim()) documents.push({ text, startLine: start + 1, source });
    start = line !== void 0 && CONTENT_BEHIND.test(line) ? i : i + 1;
  }
  return documents;
}

// src/parse/line-breaks.ts
var import_yaml2 = __toESM(require_dist(), 1);
var ODD_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/;
var SCALAR = "";
function lineOfOddBreak(text) {
  if (!ODD_BREAK.test(text)) return void 0;
  const trimmed = text.split("\n").map((line2) => line2.trimEnd());
  let line = 1;
  let isPlain = false;
  for (const token of new import_yaml2.Lexer().lex(trimmed.join("\n"))) {
    const isQuoted = !isPlain && /^["']/.test(token);
    if (!isQuoted && ODD_BREAK.test(token)) return line + lineIn(token);
    line += token.split("\n").length - 1;
    isPlain = token === SCALAR;
  }
  return void 0;
}
var lineIn = (token) => token.slice(0, token.search(ODD_BREAK)).split("\n").length - 1;

// src/parse/prefilter.ts
var CRD = "apiextensions.k8s.io/CustomResourceDefinition";
function glanceAt(text) {
  const head = ordinaryHead(text);
  if (!head) return mayHoldKnownKind(text) ? "object" : "nothing";
  const groupKind = groupKindOf(head.apiVersion, head.kind);
  if (groupKind === CRD) return "crd";
  return isKnownKind(groupKind) || head.kind.endsWith("List") ? "object" : "nothing";
}
var FIRST_CONTENT = /^[ \t]*[^ \t\r\n#]/m;
var STRANGE_LINE = /^(?:[^ \t\r\n\w#-]|-[^ \t\r\n])/m;
var HEAD_LINE = /^(apiVersion|kind)\b(?:[ \t]*:[ \t]+(["']?)([\w./-]+)\2[ \t]*(?:(?<=[ \t])#.*)?(?=\r?\n[^ \t\r\n]|(?:\r?\n)?(?![\s\S])))?/gm;
function ordinaryHead(text) {
  if (FIRST_CONTENT.exec(text)?.[0].length !== 1 || STRANGE_LINE.test(text) || ODD_BREAK.test(text)) return void 0;
  const head = /* @__PURE__ */ new Map();
  for (const [, key = "", , value] of text.matchAll(HEAD_LINE)) {
    if (head.has(key)) return void 0;
    head.set(key, value);
  }
  const apiVersion = head.get("apiVersion");
  const kind = head.get("kind");
  return apiVersion === void 0 || kind === void 0 ? void 0 : { apiVersion, kind };
}
var entries = knownKinds().map((groupKind) => groupKind.split("/"));
var OPEN_GROUPS = entries.flatMap(([group = "", kind]) => kind === "*" ? `${group}/` : []);
var names = new Set(entries.flatMap(([, kind = ""]) => kind === "*" ? [] : kind));
var KIND_NAME = new RegExp(`\\b(?:${[...names].join("|")})(?:List)*\\b`);
var mayHoldKnownKind = (text) => text.includes("\\") || /\bkind\b/.test(text) && (KIND_NAME.test(text) || OPEN_GROUPS.some((group) => text.includes(group)));

// src/parse/manifest.ts
var Manifest = class {
  apiVersion;
  kind;
  /** `group/Kind`, `core/…` for the core group. */
  groupKind;
  name;
  /** Undefined for cluster-scoped kinds, and in a plain manifest that leaves it to whoever applies it. */
  namespace;
  body;
  /** The plain manifest, or the template that helm names; relative to the repository. */
  file;
  release;
  /** helm's `# Source:`; undefined for plain manifests. */
  template;
  /** Its document. */
  source;
  /** 1-based line of the file (or of helm's output) on which the document begins. */
  startLine;
  /** Where the object stands in its document: not empty for the items of a List. */
  base;
  /** The text of a CRD with the schemas, which its body does not have. */
  crd;
  constructor(body, origin, place) {
    this.apiVersion = String(body.apiVersion);
    this.kind = String(body.kind);
    this.groupKind = groupKindOf(this.apiVersion, this.kind);
    this.name = asText(valueAt(body, ["metadata", "name"])) ?? asText(valueAt(body, ["metadata", "generateName"])) ?? "";
    const namespace = asText(valueAt(body, ["metadata", "namespace"])) || origin.release?.namespace;
    this.namespace = isNamespaced(this.groupKind) ? namespace : void 0;
    this.body = body;
    this.template = origin.templateFile && place.template;
    this.file = this.template !== void 0 && origin.templateFile?.(this.template) || origin.file;
    this.release = origin.release;
    this.source = place.source;
    this.startLine = place.startLine;
    this.base = place.base;
    this.crd = place.crd;
  }
  /** 1-based line of the key at `path`, in the file for plain manifests and in helm's output for rendered ones. */
  lineOf(path) {
    return this.startLine - 1 + lineOfPath(this.source.located, [...this.base, ...path]);
  }
  /** The value at `path`; undefined when it is missing. */
  get(...path) {
    return valueAt(this.body, path);
  }
};
var ODD_BREAK_WORDS = "outside of quotes, a line break of another kind (CR, NEL, LS or PS): Kubernetes reads a new line behind it";
function parseManifests(stream, origin) {
  const manifests = [];
  const failures = [];
  for (const { text, startLine, source: template2 } of splitDocuments(stream.replace(/^\uFEFF/, ""))) {
    const oddBreak = lineOfOddBreak(text);
    if (oddBreak !== void 0) failures.push({ message: ODD_BREAK_WORDS, line: oddBreak + startLine - 1 });
    const read = readDocument(text);
    if (!read) continue;
    const { body, failure, source, crd } = read;
    if (failure) failures.push({ ...failure, line: failure.line + startLine - 1 });
    for (const [object, base] of objectsIn(body, []))
      manifests.push(new Manifest(object, origin, { source, startLine, template: template2, base, crd }));
  }
  return { manifests, failures };
}
function readDocument(text) {
  const glance = glanceAt(text);
  if (glance === "nothing") return void 0;
  if (glance === "crd") {
    if (!mayBeOfEso(text)) return void 0;
    const { body, failure } = parseText(withoutSchemas(text));
    const isWanted = failure ? void 0 : isOfEso(body);
    if (isWanted === false) return void 0;
    if (isWanted) return { body, source: new SourceText(() => outlineOf(text)), crd: text };
  }
  return { ...parseText(text), source: new SourceText(text) };
}
function* objectsIn(value, base, defaults = {}) {
  const given = asMapping(value);
  const body = given && { ...defaults, ...given };
  if (typeof body?.apiVersion !== "string" || typeof body.kind !== "string") return;
  if (body.kind.endsWith("List") && Array.isArray(body.items)) {
    const kind = body.kind.slice(0, -"List".length);
    const inherited = kind === "" ? {} : { apiVersion: body.apiVersion, kind };
    for (const [i, item] of body.items.entries()) yield* objectsIn(item, [...base, "items", i], inherited);
    return;
  }
  const groupKind = groupKindOf(body.apiVersion, body.kind);
  if (isKnownKind(groupKind) && (asMapping(body.metadata) || isFileKind(groupKind))) yield [body, base];
}

// src/discover/audit-policy.ts
async function namedAuditPolicy(root, config) {
  const { auditPolicy: name, file, folder, lineOf } = config;
  if (name === void 0) return { files: [], failures: [] };
  const path = resolve2(folder, name);
  const target = await targetWithin(root, path);
  const wrong = target === void 0 ? await whyNot(path) : await faultIn(target);
  if (target !== void 0 && wrong === void 0) return { files: [target], failures: [] };
  const line = lineOf?.(["auditPolicy"]);
  const location = {
    file: relativeTo(root, resolve2(folder, basename(file ?? CONFIG_FILE))),
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

// src/discover/chart.ts
import { basename as basename2, join as join2 } from "node:path";
async function readChart(root, path) {
  const isPackaged = await kindOfPath(path) === "file";
  const text = isPackaged ? await readPackagedChartYaml(path) : await readText(join2(path, "Chart.yaml")).catch(() => "");
  const { body, failure } = parseText(text ?? "");
  const chart = failure ? void 0 : asMapping(body);
  return {
    path,
    file: relativeTo(root, isPackaged ? path : join2(path, "Chart.yaml")),
    name: asText(chart?.name) ?? basename2(path, ".tgz"),
    version: asText(chart?.version) ?? "",
    isPackaged,
    isLibrary: chart?.type === "library",
    isChart: !isPackaged || text !== void 0
  };
}

// src/discover/clusters.ts
import { matchesGlob } from "node:path";
var DEFAULT = "default";
function claimOf(path, { folder, clusters = {} }) {
  const here = relativeTo(folder, path);
  const names2 = Object.entries(clusters).flatMap(
    ([name, { paths = [] }]) => paths.some((glob) => holds(glob, here)) ? name : []
  );
  return names2.length > 0 ? names2 : void 0;
}
function holds(text, path) {
  const glob = text.replace(/^\.\//, "").replace(/\/+$/, "");
  return glob === "." || glob === "" || matchesGlob(path, glob) || matchesGlob(path, `${glob}/**`);
}
function clusterNames({ clusters = {} }, claims) {
  const claimed = new Set(claims.flatMap((claim) => claim ?? []));
  const declared = Object.keys(clusters).filter((name) => claimed.has(name) || !clusters[name]?.paths);
  const names2 = [.../* @__PURE__ */ new Set([...declared, ...claimed])];
  return names2.length > 0 ? names2 : [DEFAULT];
}
function clusterNotes({ clusters = {}, releases = [] }, claims) {
  const known = Object.keys(clusters);
  const claimed = new Set(claims.flatMap((claim) => claim ?? []));
  const named = new Set(releases.flatMap(({ cluster }) => cluster ?? []));
  const empty = known.filter((name) => clusters[name]?.paths && !claimed.has(name));
  const strange = known.length > 0 ? [...named].filter((name) => !known.includes(name)) : [];
  return [
    ...empty.map((name) => `cluster ${name}: its paths hold nothing of what is checked here, so it is left out`),
    ...strange.map(
      (name) => `cluster ${name}: a release names it, but 'clusters' in the config does not: ${suggestion(name, known)}`
    )
  ];
}
function inClusters(release, names2, { clusters = {} }) {
  const versions = Map.groupBy(release.claim ?? names2, (name) => release.kubeVersion ?? clusters[name]?.kubeVersion);
  return [...versions].map(([kubeVersion, group]) => ({ ...release, kubeVersion, clusters: group }));
}

// src/discover/variants.ts
import { join as join3 } from "node:path";
var MOST_OF_A_CHART = 6;
var MOST_OF_ALL = 30;
async function withVariants(root, releases, isExcluded) {
  const all = [];
  const notes = [];
  let room = MOST_OF_ALL;
  for (const release of releases) {
    const files = await testValues(release, isExcluded);
    const taken = files.slice(0, Math.min(MOST_OF_A_CHART, room));
    const left = files.slice(taken.length).map((file) => relativeTo(root, file));
    room -= taken.length;
    all.push(release, ...taken.map((file) => ({ ...release, values: [file], variant: relativeTo(root, file) })));
    if (left.length > 0) notes.push(`${release.chart.file}: not tried with ${left.join(", ")}: too many of them`);
  }
  return { releases: all, notes };
}
async function testValues(release, isExcluded) {
  const { chart, declaredIn, values, setTexts } = release;
  const isDeclared = declaredIn !== chart.file || values.length + setTexts.length > 0;
  const folder = join3(chart.path, "ci");
  if (isDeclared || chart.isPackaged || isExcluded(folder)) return [];
  const entries2 = await listFolder(folder).catch(() => []);
  const files = entries2.filter((entry) => entry.isFile() && entry.name.endsWith("-values.yaml"));
  return files.map(({ name }) => join3(folder, name)).filter((file) => !isExcluded(file)).sort();
}

// src/discover/walk.ts
import { basename as basename3, dirname as dirname2, join as join4, matchesGlob as matchesGlob2 } from "node:path";
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
  #leadingOut = /* @__PURE__ */ new Set();
  constructor(root, isExcluded) {
    this.#root = root;
    this.#isExcluded = isExcluded;
  }
  get found() {
    return {
      charts: [...this.#charts.keys()].sort().flatMap((path) => this.#charts.get(path) ?? []),
      manifests: [...this.#manifests].sort(),
      leadingOut: [...this.#leadingOut].sort()
    };
  }
  /** Takes a path that somebody named; a link is what it leads to, wherever that is. */
  async start(path) {
    const kind = await kindOfPath(path);
    if (kind === "folder") await this.#visit(path);
    else if (kind === "file" && basename3(path) === "Chart.yaml") await this.#addChart(dirname2(path));
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
    const entries2 = await listFolder(folder).catch((error) => {
      throw new UserError(`${relativeTo(this.#root, folder)}: cannot read: ${describeSystemError(error)}`, "exclude it");
    });
    const isChart = entries2.some((entry) => entry.name === "Chart.yaml" && (entry.isFile() || entry.isSymbolicLink()));
    const parts = isChart ? await this.#addChart(folder) : /* @__PURE__ */ new Set();
    await Promise.all(
      entries2.map(async (entry) => {
        const path = join4(folder, entry.name);
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
  /** By its name a file is a package, a manifest or of no interest. */
  async #addFile(path, name) {
    if (isManifestName(name)) this.#manifests.add(path);
    else if (name.endsWith(".tgz")) await this.#addChart(path);
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
    return steps.some((step, i) => SKIPPED.has(step) || this.#isExcluded(join4(this.#root, ...steps.slice(0, i + 1))));
  }
};
var isManifestName = (name) => /\.ya?ml$/.test(name);
function exclusionTest({ folder, exclude = [] }) {
  const globs = exclude.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""));
  return (path) => globs.some((glob) => matchesGlob2(relativeTo(folder, path), glob));
}

// src/discover/discover.ts
async function discover(root, folder, paths, config, options = {}) {
  const found = await walk(
    root,
    paths.map((path) => resolve3(folder, path)),
    config
  );
  const { charts } = found;
  const notes = charts.flatMap(noteOn);
  refuseNamedArchives(charts, folder, paths);
  const declared = await declaredReleases(root, config, options);
  const taken = new Set(declared.map((release) => release.chart.path));
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
    clusters,
    claims,
    failures: [...found.leadingOut.map((link) => failureOf(relativeTo(root, link))), ...auditPolicy.failures],
    notes: [...notes, ...varied.notes, ...clusterNotes(config, everyClaim)]
  };
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
  const named = new Set(paths.map((path) => resolve3(folder, path)));
  const wrong = charts.find((chart) => !chart.isChart && named.has(chart.path));
  if (wrong)
    throw new UserError(`${wrong.file}: this archive holds no chart`, "a packaged chart has <name>/Chart.yaml in it");
}
async function declaredReleases(root, config, options) {
  return Promise.all(
    (config.releases ?? []).map(async (entry) => {
      const path = resolve3(config.folder, entry.chart);
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
        values: (entry.values ?? []).map((file) => resolve3(config.folder, file)),
        set: entry.set ?? {},
        setTexts: [],
        kubeVersion: options.kubeVersion ?? entry.kubeVersion,
        apiVersions: [...entry.apiVersions ?? [], ...options.apiVersions ?? []],
        claim: entry.cluster === void 0 ? claimOf(path, config) : [entry.cluster],
        clusters: [],
        variant: entry.variant ?? DEFAULT,
        declaredIn: relativeTo(root, resolve3(config.folder, basename4(config.file ?? ""))),
        lines: config.releaseLines?.get(entry)
      };
    })
  );
}
function defaultReleases(charts, config, options) {
  const counts = Map.groupBy(charts, (chart) => releaseName(chart.name));
  return charts.map((chart) => {
    const short = releaseName(chart.name);
    const name = counts.get(short)?.length === 1 ? short : releaseName(chart.isPackaged ? chart.file : dirname3(chart.file));
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
      values: [...release.values, ...(values ?? []).map((file) => resolve3(folder, file))],
      setTexts: set ?? []
    }
  ];
}
function releaseName(text) {
  const name = text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "chart";
  if (name.length <= 53) return name;
  return `${name.slice(0, 44).replace(/-+$/, "")}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}

// src/render/silent.ts
import { join as join5 } from "node:path";
var ESO = /^(?:generators\.)?external-secrets\.io\//;
var ESO_IN_TEMPLATE = /apiVersion:[ \t]*["']?(?:generators\.)?external-secrets\.io\//;
async function isSilent({ chart }, manifests) {
  if (chart.isPackaged || manifests.some(({ apiVersion }) => ESO.test(apiVersion))) return false;
  const { files } = await listTree(chart.path);
  for (const file of files)
    if (/^templates\/.*\.(?:ya?ml|tpl)$/.test(file) && ESO_IN_TEMPLATE.test(await readText(join5(chart.path, file)).catch(() => "")))
      return true;
  return false;
}
function silentNotes(rendered) {
  const speaking = new Set(rendered.flatMap(({ release, isSilent: isSilent2 }) => isSilent2 ? [] : release.chart.file));
  const charts = rendered.map(({ release }) => release.chart.file).filter((file) => !speaking.has(file));
  const names2 = [...new Set(charts)].sort();
  if (names2.length === 0) return [];
  const subject = names2.length === 1 ? "this chart has templates" : "these charts have templates";
  return [
    `${subject} of ESO objects that these values switch off, so they were not judged: ${names2.join(", ")}; name values files that switch them on as \`releases[].values\` in the config`
  ];
}

// src/render/releases.ts
import { availableParallelism } from "node:os";

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

// src/render/render.ts
import { join as join11, posix } from "node:path";

// src/render/copy.ts
import { join as join7 } from "node:path";

// src/render/dependencies.ts
var import_yaml5 = __toESM(require_dist(), 1);
import { join as join6, resolve as resolve4 } from "node:path";
var DECLARATIONS = ["Chart.yaml", "requirements.yaml"];
var LOCKS = ["Chart.lock", "requirements.lock"];
function missingDependencies(stderr) {
  const [, names2] = /missing in charts\/ directory: (.+)/.exec(stderr) ?? [];
  return names2 ? names2.split(",").map((name) => name.trim()) : [];
}
async function dependenciesOf(chart) {
  const found = await Promise.all(
    DECLARATIONS.map(async (file) => {
      const text = await readText(join6(chart, file)).catch(() => "");
      return asList(asMapping(parseText(text).body)?.dependencies);
    })
  );
  return found.flat().map((entry) => {
    const { name, repository } = asMapping(entry) ?? {};
    return { name: asText(name) ?? "", repository: asText(repository) ?? "" };
  });
}
async function localFolder(chart, { repository }, root) {
  if (!repository.startsWith("file://")) return void 0;
  const folder = resolve4(chart, repository.slice("file://".length));
  const isHere = await kindOfPath(join6(folder, "Chart.yaml")) === "file" && !await leadsOut(folder, root);
  return isHere ? folder : void 0;
}
async function dropDependencies(copy, names2) {
  if (names2.size === 0) return;
  for (const file of DECLARATIONS) await dropFrom(join6(copy, file), names2);
  for (const file of LOCKS) await removeFile(join6(copy, file));
}
var isLocked = async (chart) => (await Promise.all(LOCKS.map((file) => kindOfPath(join6(chart, file))))).includes("file");
async function dropFrom(file, names2) {
  const text = await readText(file).catch(() => void 0);
  if (text === void 0) return;
  const document = (0, import_yaml5.parseDocument)(text, { uniqueKeys: false });
  const dependencies = document.get("dependencies");
  if (!(0, import_yaml5.isSeq)(dependencies)) return;
  const kept = dependencies.items.filter((item) => !(0, import_yaml5.isMap)(item) || !names2.has(asText(item.get("name")) ?? ""));
  if (kept.length === dependencies.items.length) return;
  dependencies.items = kept;
  await writeWhole(file, document.toString());
}

// src/render/copy.ts
var MAX_BYTES = 64 * 1024 * 1024;
async function renderCopy(helm, release, names2, folder, { root, mayFetch }) {
  const copies = new Copies(helm, root, join7(folder, "tree"));
  const copy = await copies.add(release.chart.path);
  const missing = (await dependenciesOf(release.chart.path)).filter(({ name }) => names2.includes(name));
  const local = await copies.pack(release.chart.path, missing);
  const remote = missing.filter((dependency) => mayFetch && isRemote(dependency));
  const fetched = remote.length > 0 ? await fetchDependencies(helm, copy, await isLocked(copy)) : void 0;
  const had = /* @__PURE__ */ new Set([...local.packed, ...fetched?.ok ? remote.map(({ name }) => name) : []]);
  const without = names2.filter((name) => !had.has(name));
  await dropDependencies(copy, new Set(without));
  const mayHelp = !mayFetch && missing.some(isRemote);
  const reason = local.reason ?? (fetched?.ok === false ? fetched.stderr : mayHelp ? "--fetch-dependencies lets helm fetch them" : void 0);
  const files = without.length === 0 ? filesOf(copy) : void 0;
  return { result: await template(helm, release, copy), missing: without, reason, files };
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
    const charts = join7(this.#copyOf(chart), "charts");
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
      await this.add(folder);
      const { reason } = await this.pack(folder, await dependenciesOf(folder));
      if (reason !== void 0) return reason;
      this.#packed.add(folder);
    }
    await makeFolders([charts]);
    const { ok, stderr } = await packageChart(this.#helm, this.#copyOf(folder), charts);
    return ok ? void 0 : stderr;
  }
  #copyOf(chart) {
    return join7(this.#top, relativeTo(this.#root, chart));
  }
};

// src/render/failure.ts
import { dirname as dirname4, join as join9, relative } from "node:path";

// src/render/redact.ts
var import_yaml7 = __toESM(require_dist(), 1);
import { join as join8 } from "node:path";
var SHORTEST = 4;
async function redact(message, release) {
  const files = release.chart.isPackaged ? release.values : [join8(release.chart.path, "values.yaml"), ...release.values];
  const texts = await Promise.all(files.map((file) => readText(file).catch(() => "")));
  const secrets = [
    ...texts.flatMap(credentials),
    ...release.setTexts.flatMap(setCredentials),
    ...setValues(release.set)
  ];
  const longestFirst = [...new Set(secrets)].sort((a, b) => b.length - a.length);
  const masked = longestFirst.reduce((text, secret) => text.replaceAll(secret, "***"), message);
  return masked.replace(USER_IN_URL, "://***@");
}
var USER_IN_URL = /:\/\/[^\s/?#]*@/g;
function credentials(text) {
  const found = [];
  (0, import_yaml7.visit)((0, import_yaml7.parseDocument)(text, { logLevel: "silent", uniqueKeys: false }), {
    Scalar(_, { value }) {
      if (!holdsCredential("", value)) return;
      const [userInfo = ""] = /(?<=:\/\/)[^\s/?#]*(?=@)/.exec(String(value)) ?? [];
      found.push(String(value), userInfo, userInfo.slice(userInfo.indexOf(":") + 1));
    },
    Pair(_, { key, value }) {
      if (!(0, import_yaml7.isScalar)(key) || !isCredentialKey(String(key.value))) return;
      if ((0, import_yaml7.isScalar)(value)) found.push(String(value.value));
      if ((0, import_yaml7.isMap)(value)) {
        for (const item of value.items) if ((0, import_yaml7.isScalar)(item.value)) found.push(String(item.value.value));
      }
      if ((0, import_yaml7.isSeq)(value)) {
        for (const item of value.items) if ((0, import_yaml7.isScalar)(item)) found.push(String(item.value));
      }
    }
  });
  return found.filter(isLong);
}
var setCredentials = (text) => [...text.split(/(?<!\\),/), text].flatMap((part) => {
  const [, key = "", value = ""] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
  return isCredentialKey(key.split(".").at(-1) ?? "") && isLong(value) ? [value] : [];
});
var setValues = (set) => Object.entries(set).flatMap(([key, value]) => setCredentials(`${key}=${String(value)}`));
var isLong = (value) => value.length >= SHORTEST && !["true", "false", "null"].includes(value);

// src/render/failure.ts
var MAX_MESSAGE = 2e3;
var MAX_READ = 10 * MAX_MESSAGE;
async function describeFailure(root, release, attempt) {
  const { message, location } = describe2(root, release, attempt);
  const here = message.replaceAll(`${root}/`, "").replaceAll(/[^\s"']*\/eso-hardener-\w+\/tree\//g, "");
  return { message: await redact(here, release), location };
}
function describe2(root, release, { result, missing, reason }) {
  if (missing.length === 0) return { message: words(result.stderr), location: locate(root, release, result.stderr) };
  const because = reason === void 0 ? "" : ` (${words(reason)})`;
  const message = `dependencies are not in charts/: ${missing.join(", ")}${because}`;
  if (!result.ok) {
    const location = locate(root, release, result.stderr);
    return { message: `${message}; without them: ${words(result.stderr)}`, location };
  }
  const declaration = { file: release.chart.file, via: "template" };
  return { message: `${message}; the chart was checked without them`, location: declaration };
}
function words(stderr) {
  const start = stderr.search(/^Error: /m);
  const text = (start < 0 ? stderr : stderr.slice(start + "Error: ".length)).replace(/\n\s*Use --debug flag to render out invalid YAML\s*$/, "").trim().slice(0, MAX_READ).replace(/([\s\S]{20,300}?)\1{2,}/g, "$1(and so on) ");
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text || "helm failed without a word";
}
var TEMPLATE_PLACE = /([\w.-]+(?:\/[\w. -]+)*\/templates\/[\w./ -]+?\.[\w]+)(?::(\d+))?/;
var VALUES_PLACE = /failed to parse (\S+?): .*?line (\d+)/;
function locate(root, release, stderr) {
  const { chart } = release;
  const [, values, valuesLine] = VALUES_PLACE.exec(stderr) ?? [];
  if (values && release.values.includes(values))
    return { file: relativeTo(root, values), startLine: Number(valuesLine), via: "template" };
  const [, source, line] = TEMPLATE_PLACE.exec(stderr) ?? [];
  if (!source || chart.isPackaged) return { file: chart.file, via: "template" };
  const file = join9(dirname4(chart.file), source.slice(source.indexOf("/") + 1));
  if (relative(dirname4(chart.file), file).startsWith("..")) return { file: chart.file, via: "template" };
  return { file: file.replaceAll("\\", "/"), ...line && { startLine: Number(line) }, via: "template" };
}

// src/render/sharing.ts
import { join as join10 } from "node:path";

// src/io/digest.ts
import { createHash as createHash2 } from "node:crypto";
import { readFile } from "node:fs/promises";
async function digestOfFiles(paths) {
  const hash = createHash2("sha256");
  try {
    for (const path of paths)
      hash.update(
        createHash2("sha256").update(await readFile(path)).digest()
      );
    return hash.digest("hex");
  } catch {
    return void 0;
  }
}

// src/render/sharing.ts
async function sharedRender(renders, release, tree, render2) {
  const key = renders && await keyOf(release, tree);
  const known = key === void 0 ? void 0 : renders?.get(key);
  if (known) return known;
  const result = await render2();
  if (key !== void 0 && result.ok) renders?.set(key, result);
  return result;
}
async function keyOf(release, { files, links }) {
  if (links.length > 0) return void 0;
  const { name, namespace, chart, values, set, setTexts, kubeVersion, apiVersions } = release;
  const names2 = [...files].sort();
  const paths = chart.isPackaged ? [chart.path] : names2.map((file) => join10(chart.path, file));
  const digest = await digestOfFiles([...paths, ...values]);
  if (digest === void 0) return void 0;
  const settings = { name, namespace, set, setTexts, kubeVersion, apiVersions, values: values.length };
  return JSON.stringify([settings, names2, digest]);
}

// src/render/render.ts
async function render(release, helm, { root, mayFetch = false, renders }) {
  const start = performance.now();
  const absent = await missingValuesFile(release);
  if (absent)
    throw new UserError(
      `${relativeTo(root, absent)}: there is no such values file`,
      `release '${release.name}' names it`
    );
  const tree = release.chart.isPackaged ? NO_TREE : await listTree(release.chart.path);
  const whole = await refusal(root, release, tree) ?? await sharedRender(renders, release, tree, () => template(helm, release, release.chart.path));
  const names2 = whole.ok ? [] : missingDependencies(whole.stderr);
  const { result, missing, reason, files } = names2.length > 0 ? await withTemporaryFolder((folder) => renderCopy(helm, release, names2, folder, { root, mayFetch })) : { result: whole, missing: [], reason: void 0, files: void 0 };
  const text = result.ok ? result.stdout : void 0;
  const isWhole = result.ok && missing.length === 0;
  return {
    release,
    text,
    failure: isWhole ? void 0 : await describeFailure(root, release, { result, missing, reason }),
    templates: templateFiles(release, tree, text ?? ""),
    files,
    renderMs: performance.now() - start
  };
}
var NO_TREE = { files: /* @__PURE__ */ new Set(), links: [] };
async function refusal(root, { chart }, tree) {
  for (const link of tree.links.map((name) => join11(chart.path, name))) {
    if (!await leadsOut(link, root)) continue;
    const words2 = `${relativeTo(root, link)} is a link that leads out of the repository: the chart was not rendered`;
    return { ok: false, stdout: "", stderr: words2 };
  }
  return void 0;
}
async function missingValuesFile(release) {
  for (const file of release.values) if (await kindOfPath(file) !== "file") return file;
  return void 0;
}
function templateFiles({ chart }, tree, text) {
  const sources = new Set(text.matchAll(/^# Source: (.+?)\r?$/gm).map((match) => match[1] ?? ""));
  return new Map(
    [...sources].map((source) => {
      const file = source.slice(source.indexOf("/") + 1);
      const isHere = tree.files.has(file) || tree.links.some((link) => file === link || file.startsWith(`${link}/`));
      return [source, isHere ? posix.join(posix.dirname(chart.file), file) : chart.file];
    })
  );
}

// src/render/releases.ts
async function renderReleases(releases, options) {
  refuseDownload(options);
  if (releases.length === 0) return { parts: [], capabilities: void 0 };
  return withTemporaryFolder(async (folder) => {
    const helm = await prepareHelm(folder, options.helm, options.timeoutMs ?? 6e4, options.helmVersion);
    let done = 0;
    const work = mapConcurrently(releases, options.jobs ?? availableParallelism(), async (release) => {
      const part = await renderRelease(options, release, helm);
      options.onProgress?.(++done, releases.length);
      return part;
    });
    const [capabilities, parts] = await Promise.allSettled([helmCapabilities(helm), work]);
    if (capabilities.status === "rejected") throw capabilities.reason;
    if (parts.status === "rejected") throw parts.reason;
    return { parts: parts.value, capabilities: capabilities.value };
  });
}
function refuseDownload({ offline, helmVersion }) {
  if (offline && helmVersion !== void 0)
    throw new UserError(
      `--offline forbids to download helm ${helmVersion}`,
      "name a helm that is here with --helm PATH"
    );
}
async function renderRelease({ root, renders, fetchDependencies: mayFetch = false, offline }, release, helm) {
  const { text, failure, templates, files, renderMs } = await render(release, helm, {
    root,
    renders,
    mayFetch: mayFetch && !offline
  });
  const { manifests, failures } = parseManifests(text ?? "", {
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
    isSilent: failure === void 0 && await isSilent(release, manifests),
    values: mayInstallOperator(text ?? "") ? await readValues(root, release) : void 0,
    failures: [...failure ? [failure] : [], ...unreadable].map((fault) => ({
      release: release.name,
      chart: release.chart.file,
      ...fault
    })),
    summary: {
      name: release.name,
      chart: release.chart.name,
      version: release.chart.version,
      namespace: release.namespace,
      cluster: release.clusters.join(", "),
      variant: release.variant,
      declaredIn: release.declaredIn,
      manifests: manifests.length,
      renderMs: Math.round(renderMs)
    }
  };
}

export {
  CONFIG_FILE,
  loadConfig,
  splitDocuments,
  parseManifests,
  DEFAULT,
  SKIPPED,
  discover,
  mapConcurrently,
  render,
  silentNotes,
  renderReleases,
  refuseDownload
};
