import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ChartReader,
  unpackChart
} from "./chunk-OJJX3HFX.js";
import {
  Bool,
  Budget,
  Dict,
  FUNCTIONS,
  LIMITS,
  List,
  Nil,
  Num,
  Opaque,
  Parser,
  RUNNING_FUNCTIONS,
  Text,
  alsoDepending,
  behaviourOf,
  bool,
  childDatum,
  compareBytes,
  copyValue,
  dependenciesIn,
  dependenciesOf,
  dependenciesOfConditions,
  depending,
  dependingOn,
  fieldsOf,
  inlineName,
  isAscii,
  isBlank,
  isCompatible,
  isInline,
  isTrue,
  itemOf,
  lookUp,
  mergeValues,
  parseOnce,
  parseVersion,
  plainValue,
  printValue,
  printVersion,
  printYaml,
  readGivenValues,
  readValues,
  readYaml,
  rootDatum,
  setFlags,
  settled,
  sortedKeys,
  tableAt,
  textOrNothing,
  union,
  volatileIn,
  withProvenance,
  withSetFlags
} from "./chunk-QSTZLZP3.js";
import {
  TemplateError,
  Untraced
} from "./chunk-GDWKSRR2.js";
import {
  findHelm,
  programDigest
} from "./chunk-CDVY7C5S.js";
import {
  untarExecutable
} from "./chunk-4RU4S2AD.js";
import {
  networkEnvironment,
  runProcess
} from "./chunk-J5IKYRYD.js";
import {
  makeFolders,
  readText,
  writeWhole
} from "./chunk-AULO6AMP.js";
import {
  RE2JS
} from "./chunk-CWRY77ID.js";
import {
  asMapping,
  asText
} from "./chunk-NNHQXPSF.js";
import {
  UserError,
  suggestion
} from "./chunk-VHWWGLDX.js";

// src/template/chart/capabilities.ts
function capabilitiesWith(capabilities, { kubeVersion, apiVersions }) {
  const { major } = behaviourOf(capabilities.helm.version);
  return {
    ...capabilities,
    kubeVersion: kubeVersion === void 0 ? capabilities.kubeVersion : fullVersion(kubeVersion, major),
    apiVersions: [...capabilities.apiVersions, ...apiVersions]
  };
}
function fullVersion(version, major) {
  if (major === 4 && /^v?(?:0|[1-9]\d*)\.\d/.test(version)) return `v${version.replace(/^v/, "")}`;
  try {
    if (major === 3) return `v${printVersion(parseVersion(version))}`;
  } catch (error) {
    if (error instanceof Untraced) throw error;
  }
  throw new TemplateError(`invalid kube version '${version}'`);
}
function capabilitiesObject(capabilities) {
  const root = rootDatum("capabilities");
  const { major } = behaviourOf(capabilities.helm.version);
  const library = major === 3 ? "chartutil" : "common";
  const kube = kubeVersionObject(capabilities.kubeVersion, childDatum(root, "KubeVersion"), library, major);
  const versions = apiVersionsObject(capabilities.apiVersions, childDatum(root, "APIVersions"), library);
  const helm = helmObject(capabilities.helm, childDatum(root, "HelmVersion"));
  return new Opaque({
    goType: `*${library}.Capabilities`,
    printed: `&{${kube.inner} [${capabilities.apiVersions.join(" ")}] ${helm.printed}}`,
    fields: /* @__PURE__ */ new Map([
      ["KubeVersion", kube],
      ["APIVersions", versions],
      ["HelmVersion", helm]
    ]),
    provenance: { alias: root, depends: void 0 }
  });
}
var textAt = (text2, datum) => new Text(text2, { alias: datum, depends: void 0 });
function kubeVersionObject(version, datum, library, helm) {
  const [plain = "", major = "", minor = ""] = /^v0*(\d+)\.0*(\d+)(?:\.\d+)*/.exec(version) ?? [];
  const field = (name, text2) => [name, textAt(text2, childDatum(datum, name))];
  const whole = () => textAt(version, childDatum(datum, "Version"));
  return new Opaque({
    goType: `${library}.KubeVersion`,
    printed: version,
    fields: new Map([field("Version", version), field("Major", major), field("Minor", minor)]),
    methods: /* @__PURE__ */ new Map([
      ["GitVersion", whole],
      ["String", whole]
    ]),
    inner: helm === 3 ? `{${version} ${major} ${minor}}` : `{${version} ${plain} ${major} ${minor}}`,
    provenance: { alias: datum, depends: void 0 }
  });
}
function apiVersionsObject(versions, datum, library) {
  const known2 = new Set(versions);
  const has = ([version]) => {
    if (version?.kind !== "text") throw new TemplateError("wrong type for value; expected string");
    return new Bool(known2.has(version.string), dependingOn(datum));
  };
  const items = versions.map((version, i) => textAt(version, childDatum(datum, i)));
  return new List(items, { alias: datum, depends: void 0 }, `${library}.VersionSet`, /* @__PURE__ */ new Map([["Has", has]]));
}
function helmObject(helm, datum) {
  const fields = /* @__PURE__ */ new Map([
    ["Version", helm.version],
    ["GitCommit", helm.gitCommit],
    ["GitTreeState", helm.gitTreeState],
    ["GoVersion", helm.goVersion]
  ]);
  if (helm.kubeClientVersion !== void 0) fields.set("KubeClientVersion", helm.kubeClientVersion);
  return new Opaque({
    goType: "version.BuildInfo",
    printed: `{${[...fields.values()].join(" ")}}`,
    fields: new Map([...fields].map(([name, text2]) => [name, textAt(text2, childDatum(datum, name))])),
    provenance: { alias: datum, depends: void 0 }
  });
}

// src/template/chart/declarations.ts
var Declarations = class {
  /** Below the chart's folder: `Chart.yaml`, or `requirements.yaml`. */
  path;
  text;
  #offsets;
  constructor(path, text2) {
    this.path = path;
    this.text = text2;
  }
  /** Where an entry says what switches it on and off: its `condition`, else its `tags`, else the entry itself. */
  offsetOf(index) {
    this.#offsets ??= offsetsIn(this.text);
    return this.#offsets[index] ?? 0;
  }
};
function offsetsIn(text2) {
  try {
    const list = resolved(pairOf(new Parser(text2).firstDocument(), "dependencies")?.[1]);
    return list?.kind === "sequence" ? list.items.map(offsetOfEntry) : [];
  } catch (error) {
    if (error instanceof TemplateError || error instanceof Untraced) return [];
    throw error;
  }
}
var offsetOfEntry = (entry) => (pairOf(entry, "condition") ?? pairOf(entry, "tags") ?? [entry])[0].start;
function pairOf(node, name) {
  const mapping = resolved(node);
  if (mapping?.kind !== "mapping") return void 0;
  const named = (isName) => mapping.pairs.findLast(([key]) => key.kind === "scalar" && isName(key.text));
  return named((key) => key === name) ?? named((key) => key.toLowerCase() === name);
}
var resolved = (node) => node?.kind === "alias" ? node.target.node : node;

// src/template/chart/path-pattern.ts
function parsePathPattern(pattern) {
  const tokens = tokenize([...pattern]);
  return tokens && { matches: (path) => matches(tokens, [...path]) };
}
function tokenize(pattern) {
  const tokens = [];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? "";
    if (char === "*") tokens.push("star");
    else if (char === "?") tokens.push("any");
    else if (char === "\\") {
      const escaped2 = pattern[++i];
      if (escaped2 === void 0) return void 0;
      tokens.push({ char: escaped2 });
    } else if (char === "[") {
      const found = classAt(pattern, i + 1);
      if (!found) return void 0;
      tokens.push(found.class);
      i = found.end;
    } else tokens.push({ char });
  }
  return tokens;
}
function classAt(pattern, start) {
  const isNegated = pattern[start] === "^";
  const ranges = [];
  let i = isNegated ? start + 1 : start;
  const next = () => {
    if (pattern[i] === "-" || pattern[i] === "]") return void 0;
    if (pattern[i] === "\\") i++;
    return pattern[i++]?.codePointAt(0);
  };
  while (pattern[i] !== "]" || ranges.length === 0) {
    const low = next();
    if (low === void 0) return void 0;
    let high = low;
    if (pattern[i] === "-") {
      i++;
      high = next();
    }
    if (high === void 0 || i >= pattern.length) return void 0;
    ranges.push([low, high]);
  }
  return { class: { isNegated, ranges }, end: i };
}
function matches(tokens, path) {
  let at = 0;
  let token = 0;
  let star;
  while (at < path.length || token < tokens.length) {
    const wanted = tokens[token];
    if (wanted === "star") {
      star = { token: ++token, at };
      continue;
    }
    if (wanted !== void 0 && at < path.length && matchesOne(wanted, path[at] ?? "")) {
      token++;
      at++;
      continue;
    }
    if (!star || star.at >= path.length || path[star.at] === "/") return false;
    star.at++;
    at = star.at;
    token = star.token;
  }
  return true;
}
function matchesOne(token, char) {
  if (token === "any") return char !== "/";
  if ("char" in token) return token.char === char;
  const code = char.codePointAt(0) ?? 0;
  return token.ranges.some(([low, high]) => low <= code && code <= high) !== token.isNegated;
}

// src/template/chart/ignore.ts
var DEFAULT = "templates/.?*";
function parseIgnoreRules(text2) {
  const rules = [...text2.split("\n"), DEFAULT].flatMap(parseRule);
  return { isIgnored: (path, isFolder) => decide(rules, path, isFolder) };
}
function parseRule(text2) {
  const line = text2.trim();
  if (line === "" || line.startsWith("#")) return [];
  if (line.includes("**")) throw new TemplateError("double-star (**) syntax is not supported in .helmignore");
  const isNegated = line.startsWith("!");
  const positive = isNegated ? line.slice(1) : line;
  const onlyFolders = positive.endsWith("/");
  const path = onlyFolders ? positive.slice(0, -1) : positive;
  const pattern = parsePathPattern(path.replace(/^\//, ""));
  if (!parsePathPattern(line) || !pattern) throw new TemplateError(`a malformed pattern in .helmignore: ${line}`);
  return [{ pattern, isNegated, onlyFolders, wholePath: path.includes("/") }];
}
function decide(rules, path, isFolder) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  for (const { pattern, isNegated, onlyFolders, wholePath } of rules) {
    const matches2 = pattern.matches(wholePath ? path : name);
    if (isNegated ? onlyFolders && !isFolder || !matches2 : (!onlyFolders || isFolder) && matches2) return true;
  }
  return false;
}
function withoutIgnored(files, rules) {
  const folders = /* @__PURE__ */ new Map([["", false]]);
  const isFolderIgnored = (folder) => {
    const known2 = folders.get(folder);
    if (known2 !== void 0) return known2;
    const ignored = isFolderIgnored(parentOf(folder)) || rules.isIgnored(folder, true);
    folders.set(folder, ignored);
    return ignored;
  };
  return new Map([...files].filter(([path]) => !isFolderIgnored(parentOf(path)) && !rules.isIgnored(path, false)));
}
var parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf("/")));

// src/template/chart/metadata.ts
function readMetadata(chart, text2) {
  if (chart.kind !== "dict") throw new TemplateError("Chart.yaml holds no map");
  const fields = new Fields(chart, text2);
  return {
    name: fields.text("name"),
    home: fields.text("home"),
    sources: fields.texts("sources"),
    version: fields.text("version"),
    description: fields.text("description"),
    keywords: fields.texts("keywords"),
    maintainers: fields.dicts("maintainers").map((maintainer) => ({
      name: maintainer.text("name"),
      email: maintainer.text("email"),
      url: maintainer.text("url")
    })),
    icon: fields.text("icon"),
    apiVersion: fields.text("apiVersion") || "v1",
    condition: fields.text("condition"),
    tags: fields.text("tags"),
    appVersion: fields.text("appVersion"),
    deprecated: fields.flag("deprecated"),
    annotations: fields.map("annotations"),
    kubeVersion: fields.text("kubeVersion"),
    dependencies: readDependencies(chart, text2),
    type: fields.text("type")
  };
}
function readDependencies(chart, text2) {
  if (chart.kind !== "dict") return void 0;
  const fields = new Fields(chart, text2);
  const listed = fields.get("dependencies");
  if (!listed || listed.kind === "nil") return void 0;
  return fields.dicts("dependencies").map((dependency) => ({
    name: dependency.text("name"),
    version: dependency.text("version"),
    repository: dependency.text("repository"),
    condition: dependency.text("condition"),
    tags: dependency.texts("tags"),
    alias: dependency.text("alias"),
    importValues: dependency.items("import-values")
  }));
}
var Fields = class _Fields {
  #entries;
  #source;
  constructor(dict, source) {
    this.#entries = dict.entries;
    this.#source = source;
  }
  get(name) {
    const exact = this.#entries.get(name);
    if (exact) return exact;
    const other = [...this.#entries.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
    return other === void 0 ? void 0 : this.#entries.get(other);
  }
  text(name) {
    return printable(this.#textOf(this.get(name), name));
  }
  flag(name) {
    const value = this.get(name);
    if (!value || value.kind === "nil") return false;
    if (value.kind !== "bool") throw wrong(name);
    return value.value;
  }
  items(name) {
    const value = this.get(name);
    if (!value || value.kind === "nil") return [];
    if (value.kind !== "list") throw wrong(name);
    return value.items;
  }
  texts(name) {
    return this.items(name).map((item) => printable(this.#textOf(item, name)));
  }
  dicts(name) {
    return this.items(name).map((item) => {
      if (item.kind !== "dict") throw wrong(name);
      return new _Fields(item, this.#source);
    });
  }
  map(name) {
    const value = this.get(name);
    if (!value || value.kind === "nil") return void 0;
    if (value.kind !== "dict") throw wrong(name);
    const entries = [...value.entries].map(([key, item]) => [key, this.#textOf(item, name)]);
    return new Map(entries.sort(([a], [b]) => compareBytes(a, b)));
  }
  #textOf(value, name) {
    switch (value?.kind) {
      case void 0:
      case "nil":
        return "";
      case "text":
        return value.string;
      case "bool":
        return String(value.value);
      case "number":
        return this.#numberText(value.value);
      default:
        throw wrong(name);
    }
  }
  /** Whole numbers of more than six digits are written out, or with an exponent where the file has a point or an exponent. */
  #numberText(value) {
    const text2 = String(value);
    if (Number.isInteger(value) ? Math.abs(value) < 1e6 : /^-?\d{1,6}\.\d+$/.test(text2) && Math.abs(value) >= 1e-4)
      return text2;
    if (Number.isSafeInteger(value) && this.#source.includes(text2)) return text2;
    throw new Untraced(`Chart.yaml has the number ${text2} where a text is wanted`);
  }
};
var wrong = (name) => new TemplateError(`Chart.yaml: ${name} is not of the kind that helm reads`);
var printable = (text2) => /^[ -~]*$/.test(text2) ? text2 : text2.replace(new RegExp("\\p{White_Space}", "gu"), " ").replace(/[^ \p{L}\p{M}\p{N}\p{P}\p{S}]/gu, "");

// src/template/chart/chart.ts
var MAX_DEPTH = 20;
var MOST_MATCHED = 2e8;
function loadChart(files, loading) {
  if (loading.isPackaged) return chartOf(files, loading, 0);
  const ignored = textAt2(files, ".helmignore");
  const paths = [...files.keys()].reduce((sum, path) => sum + path.length, 0);
  if (ignored.length * paths > MOST_MATCHED) throw new Untraced("a .helmignore that is too long for so many files");
  return chartOf(withoutIgnored(files, parseIgnoreRules(ignored)), loading, 0);
}
function chartOf(files, loading, depth) {
  if (depth > MAX_DEPTH) throw new Untraced("charts are nested too deeply");
  const sorted = [...files].sort(([a], [b]) => compareBytes(a, b));
  const head = headOf(files);
  return {
    ...head,
    values: readValues(textAt2(files, "values.yaml"), loading.helm),
    templates: sorted.filter(([path]) => path.startsWith("templates/")).map(([path, bytes]) => ({ path, ...decode(bytes) })),
    files: new Map(
      sorted.filter(([path]) => isPlainFile(path, head.metadata.apiVersion)).map(([path, bytes]) => [path, withoutMark(bytes)])
    ),
    hasSchema: files.has("values.schema.json"),
    subcharts: subchartFiles(sorted).map((below2) => chartOf(below2, loading, depth + 1))
  };
}
function headOf(files) {
  if (!files.has("Chart.yaml")) throw new TemplateError("Chart.yaml file is missing");
  const text2 = textAt2(files, "Chart.yaml");
  const metadata = readMetadata(readYaml(text2), text2);
  const requirements = textAt2(files, "requirements.yaml");
  const dependencies = readDependencies(readYaml(requirements), requirements);
  if (!dependencies) return { metadata, declarations: new Declarations("Chart.yaml", text2) };
  return { metadata: { ...metadata, dependencies }, declarations: new Declarations("requirements.yaml", requirements) };
}
function isPlainFile(path, apiVersion) {
  if (["Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json"].includes(path)) return false;
  if (path === "requirements.yaml" || path === "requirements.lock") return apiVersion === "v1";
  return !path.startsWith("templates/") && (!path.startsWith("charts/") || path.endsWith(".prov"));
}
function subchartFiles(sorted) {
  const folders = /* @__PURE__ */ new Map();
  for (const [path, bytes] of sorted) {
    const [, name = "", below2] = /^charts\/([^/]+)(?:\/(.+))?$/s.exec(path) ?? [];
    if (name === "" || /^[_.]/.test(name) || path.endsWith(".prov")) continue;
    const files = folders.get(name) ?? /* @__PURE__ */ new Map();
    folders.set(name, files);
    if (below2 !== void 0) files.set(below2, bytes);
    else if (name.endsWith(".tgz")) for (const [inside, content] of unpackChart(bytes)) files.set(inside, content);
  }
  return [...folders.values()];
}
var textAt2 = (files, path) => decode(files.get(path) ?? new Uint8Array()).text;
var strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var lenient = new TextDecoder("utf-8", { ignoreBOM: true });
function decode(bytes) {
  const content = withoutMark(bytes);
  try {
    return { text: strict.decode(content), isUtf8: true };
  } catch {
    return { text: lenient.decode(content), isUtf8: false };
  }
}
var withoutMark = (bytes) => bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? bytes.subarray(3) : bytes;

// src/template/output/installable.ts
var RELEASE_NAME = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
var LONGEST_NAME = 53;
var CHART_NAME = /^[A-Za-z0-9][\w.-]*$/;
var CHART_VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)?(?:\+[0-9A-Za-z.-]+)?$/;
var ALIAS = /^[A-Za-z0-9_-]*$/;
var KUBE_VERSION = /^v?\d+\.\d+\.\d+$/;
function refuseUninstallable({ chart, release, capabilities }) {
  const { metadata, subcharts } = chart;
  refuse(!RELEASE_NAME.test(release.name) || release.name.length > LONGEST_NAME, "the name of the release is unusual");
  refuse(release.namespace === "", "there is no namespace");
  refuse(metadata.type === "library", "a library chart is not installed");
  const names = new Set(subcharts.map((subchart) => subchart.metadata.name));
  const absent = metadata.dependencies?.find(({ name }) => !names.has(name));
  refuse(absent !== void 0, `the dependency ${absent?.name} is not in charts/`);
  if (metadata.kubeVersion !== "") {
    const version = capabilities.kubeVersion;
    const isMet = KUBE_VERSION.test(version) && isCompatible(metadata.kubeVersion, version);
    refuse(!isMet, `the chart wants Kubernetes ${metadata.kubeVersion}`);
  }
  refuseInvalid(chart);
}
function refuseInvalid(chart) {
  const { metadata, subcharts, hasSchema } = chart;
  refuse(hasSchema, "the chart has a schema of its values");
  refuse(!/^v[12]$/.test(metadata.apiVersion), "the apiVersion of the chart is unusual");
  refuse(!CHART_NAME.test(metadata.name) || !CHART_VERSION.test(metadata.version), "its name or version is unusual");
  refuse(!["", "application", "library"].includes(metadata.type), "the type of the chart is unusual");
  refuseDependencies(metadata);
  for (const subchart of subcharts) refuseInvalid(subchart);
}
function refuseDependencies({ dependencies = [] }) {
  const names = dependencies.map(({ name, alias }) => alias || name);
  refuse(new Set(names).size < names.length, "two dependencies have one name");
  refuse(
    dependencies.some(({ name, alias }) => name === "" || !ALIAS.test(alias)),
    "the name of a dependency is unusual"
  );
}
function refuse(isRefused, reason) {
  if (isRefused) throw new Untraced(reason);
}

// src/template/output/head.ts
var PLAIN_CRD = /^apiVersion: apiextensions\.k8s\.io\/v1\nkind: CustomResourceDefinition\n/;
function headOf2(manifest) {
  if (PLAIN_CRD.test(manifest) && !manifest.includes("helm.sh/hook"))
    return { kind: "CustomResourceDefinition", hook: void 0 };
  const body = readYaml(manifest);
  if (body.kind === "nil") return { kind: "", hook: void 0 };
  if (body.kind !== "dict") throw new TemplateError("a manifest is no mapping");
  textIn(body, "apiVersion");
  const metadata = dictIn(body, "metadata");
  const annotations = metadata && dictIn(metadata, "annotations");
  if (metadata) textIn(metadata, "name");
  for (const value of annotations?.entries.values() ?? []) refuseOther(value, "text");
  return { kind: textIn(body, "kind") ?? "", hook: annotations && textIn(annotations, "helm.sh/hook") };
}
function entryIn(dict, name) {
  for (const key of dict.entries.keys())
    if (key !== name && key.toLowerCase() === name.toLowerCase())
      throw new Untraced(`a manifest has the key ${name} otherwise`);
  return dict.entries.get(name);
}
function textIn(dict, name) {
  const value = entryIn(dict, name);
  if (value) refuseOther(value, "text");
  return value?.kind === "text" ? value.string : void 0;
}
function dictIn(dict, name) {
  const value = entryIn(dict, name);
  if (value) refuseOther(value, "dict");
  return value?.kind === "dict" ? value : void 0;
}
function refuseOther(value, kind) {
  if (value.kind !== kind && value.kind !== "nil")
    throw new Untraced(`a manifest has a ${value.kind} in place of a ${kind}`);
}

// src/template/output/split.ts
var SPACE = "[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
var LEADING = new RegExp(`^${SPACE}+`);
var IS_SPACE = new RegExp(SPACE);
var BLANK = new Set("	\n\f\r ");
function trimmed(text2) {
  const start = LEADING.exec(text2)?.[0].length ?? 0;
  let end = text2.length;
  while (end > start && IS_SPACE.test(text2[end - 1] ?? "")) end--;
  return text2.slice(start, end);
}
function splitManifests(printed3) {
  const text2 = trimmed(printed3);
  const documents = [];
  let start = 0;
  const add = (end) => {
    if (end > start) documents.push(trimmed(text2.slice(start, end)));
  };
  for (let mark = markFrom(text2, 0); mark >= 0; mark = markFrom(text2, start)) {
    let end = mark;
    while (end > start && BLANK.has(text2[end - 1] ?? "")) end--;
    add(end);
    start = mark + 3;
    while (BLANK.has(text2[start] ?? "")) start++;
  }
  add(text2.length);
  return documents;
}
function markFrom(text2, from) {
  for (let at = text2.indexOf("---", from); at >= 0; at = text2.indexOf("---", at + 1))
    if (at === 0 || at > from && text2[at - 1] === "\n") return at;
  return -1;
}

// src/template/output/print.ts
var ORDER = "PriorityClass Namespace NetworkPolicy ResourceQuota LimitRange PodSecurityPolicy PodDisruptionBudget ServiceAccount Secret SecretList ConfigMap StorageClass PersistentVolume PersistentVolumeClaim CustomResourceDefinition ClusterRole ClusterRoleList ClusterRoleBinding ClusterRoleBindingList Role RoleList RoleBinding RoleBindingList Service DaemonSet Pod ReplicationController ReplicaSet Deployment HorizontalPodAutoscaler StatefulSet Job CronJob IngressClass Ingress APIService".split(
  " "
);
var WEBHOOKS = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];
var EVENTS = new Set(
  "pre-install post-install pre-delete post-delete pre-upgrade post-upgrade pre-rollback post-rollback test test-success".split(
    " "
  )
);
var TESTS = ["test", "test-success"];
function printManifests(files, major) {
  const all = [...files].sort(([a], [b]) => compareBytes(a, b)).flatMap(
    ([file, text2]) => trimmed(text2) === "" ? [] : splitManifests(text2).map((text3) => ({ file, text: text3, ...headOf2(text3) }))
  );
  const inOrder = inOrderOfKinds(all, major);
  const manifests = inOrder.filter(({ hook }) => hook === void 0).map(printed);
  const hooks = inOrder.filter(({ hook }) => hook !== void 0 && isPrinted(hook)).map(printed);
  return `${trimmed(manifests.join(""))}
${hooks.join("")}`;
}
var printed = ({ file, text: text2 }) => `---
# Source: ${file}
${text2}
`;
function isPrinted(hook) {
  const events = hook.split(",").map((event) => trimmed(event).toLowerCase());
  return events.every((event) => EVENTS.has(event)) && !events.some((event) => TESTS.includes(event));
}
function inOrderOfKinds(manifests, major) {
  const ranks = new Map((major === 4 ? [...ORDER, ...WEBHOOKS] : ORDER).map((kind, i) => [kind, i]));
  const rankOf = (kind) => ranks.get(kind) ?? ranks.size;
  return manifests.toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind) || byUnknownName(a, b, ranks));
}
var byUnknownName = (a, b, ranks) => ranks.has(a.kind) ? 0 : compareBytes(a.kind, b.kind);

// src/template/output/template.ts
function outputOf(input, trace) {
  try {
    refuseUninstallable(input);
    const reason = trace.failure?.message ?? trace.reason ?? trace.untraced.values().next().value;
    if (reason !== void 0) return { reason };
    if (trace.files.values().some(isRandom)) return { reason: "it differs in each run" };
    const texts = new Map([...trace.files].map(([name, { string }]) => [name, string]));
    return { output: printManifests(texts, behaviourOf(input.capabilities.helm.version).major) };
  } catch (error) {
    if (error instanceof TemplateError || error instanceof Untraced) return { reason: error.message };
    throw error;
  }
}
var isRandom = ({ segments }) => segments.some(({ provenance }) => volatileIn(union(provenance?.depends, provenance?.alias)) !== void 0);

// src/template/change.ts
function valuesFor({ path, value }, values) {
  const index = path.findIndex((key) => typeof key === "number");
  const keys = (index < 0 ? path : path.slice(0, index)).map(String);
  const given = index < 0 ? value : withItem(valueAt(values, keys), path.slice(index), value);
  return keys.reduceRight((inner, key) => new Dict(/* @__PURE__ */ new Map([[key, inner]])), given);
}
function valueAt(values, keys) {
  let at = values;
  for (const key of keys) at = at?.kind === "dict" ? at.entries.get(key) : void 0;
  return at;
}
function withItem(value, path, item) {
  const [key, ...below2] = path;
  if (key === void 0) return item;
  if (typeof key === "number") {
    const items = value?.kind === "list" ? value.items : [];
    const changed = withItem(items[key], below2, item);
    return new List(
      Array.from(
        { length: Math.max(items.length, key + 1) },
        (_, i) => i === key ? changed : items[i] ?? new Nil()
      )
    );
  }
  const entries = new Map(value?.kind === "dict" ? value.entries : []);
  return new Dict(entries.set(key, withItem(entries.get(key), below2, item)));
}

// src/template/chart/label.ts
function labelValues(values, installed) {
  return new Labels().chart(values, installed, aliasOf(rootDatum("values")), true);
}
var labelAs = (value, datum) => new Labels().value(value, aliasOf(datum));
var aliasOf = (alias) => ({ alias, depends: void 0 });
var Labels = class {
  #below = /* @__PURE__ */ new Map();
  #copies = /* @__PURE__ */ new Map();
  #root;
  chart(values, { subcharts }, at, isRoot) {
    if (isRoot) this.#root = at;
    const charts2 = new Map(subcharts.map((subchart) => [subchart.name, subchart]));
    return this.#dict(values, at, (key, value) => {
      if (!isRoot && key === "global" && this.#root) return this.value(value, this.#child(this.#root, key));
      const subchart = charts2.get(key);
      const below2 = this.#child(at, key);
      return subchart && value.kind === "dict" ? this.chart(value, subchart, below2, false) : this.value(value, below2);
    });
  }
  value(value, at) {
    if (value.kind === "dict") return this.#dict(value, at, (key, item) => this.value(item, this.#child(at, key)));
    if (value.kind !== "list") return withProvenance(value, at);
    const items = value.items.map((item, i) => this.value(item, this.#child(at, i)));
    return new List(items, at, value.goType, value.methods, value.isNil);
  }
  #dict(dict, at, entry) {
    const known2 = this.#copies.get(dict);
    if (known2) return known2;
    const copy = new Dict(/* @__PURE__ */ new Map(), at, dict.goType, dict.methods, dict.isNil);
    this.#copies.set(dict, copy);
    for (const [key, value] of dict.entries) copy.entries.set(key, entry(key, value));
    return copy;
  }
  #child(at, key) {
    const children = this.#below.get(at) ?? /* @__PURE__ */ new Map();
    this.#below.set(at, children);
    const child = children.get(key) ?? aliasOf(childDatum(at.alias, key));
    children.set(key, child);
    return child;
  }
};

// src/template/chart/chart-object.ts
var asMaps = {
  object: (_, fields) => new Dict(new Map(fields)),
  list: (items) => new List(items)
};
var asStructs = {
  object: (goType, fields) => new Opaque({ goType, printed: printedStruct(goType, fields), fields: new Map(fields) }),
  list: (items, goItemType) => new List(items, void 0, `[]${goItemType}`)
};
function chartObject(installed, isRoot, datum, major) {
  const shape = major === 4 ? asMaps : asStructs;
  const { chart, listing, name } = installed;
  const { metadata } = chart;
  const fields = [
    ["Name", new Text(name)],
    ["Home", new Text(metadata.home)],
    ["Sources", textList(metadata.sources, shape)],
    ["Version", new Text(metadata.version)],
    ["Description", new Text(metadata.description)],
    ["Keywords", textList(metadata.keywords, shape)],
    [
      "Maintainers",
      shape.list(
        metadata.maintainers.map((maintainer) => maintainerObject(maintainer, shape)),
        "*chart.Maintainer"
      )
    ],
    ["Icon", new Text(metadata.icon)],
    ["APIVersion", new Text(metadata.apiVersion)],
    ["Condition", new Text(metadata.condition)],
    ["Tags", new Text(metadata.tags)],
    ["AppVersion", new Text(metadata.appVersion)],
    ["Deprecated", new Bool(metadata.deprecated)],
    ["Annotations", annotationsObject(metadata.annotations)],
    ["KubeVersion", new Text(metadata.kubeVersion)],
    [
      "Dependencies",
      shape.list(
        (listing.requirements ?? []).map((requirement) => requirementObject(requirement, shape)),
        "*chart.Dependency"
      )
    ],
    ["Type", new Text(metadata.type)]
  ];
  const root = ["IsRoot", new Bool(isRoot)];
  if (major === 4) return labelAs(new Dict(new Map([...fields, root])), datum);
  return structWithMetadata(fields, root, datum);
}
function structWithMetadata(fields, root, datum) {
  const labelled = [...fields, root].map(([key, value]) => [key, labelAs(value, childDatum(datum, key))]);
  const provenance = { alias: datum, depends: void 0 };
  const printed3 = printedStruct("chart.Metadata", fields);
  const metadata = new Opaque({ goType: "chart.Metadata", printed: printed3, fields: new Map(labelled), provenance });
  return new Opaque({
    goType: "struct { chart.Metadata; IsRoot bool }",
    printed: `{${printed3} ${root[1].kind === "bool" && root[1].value}}`,
    fields: new Map([...labelled, ["Metadata", metadata]]),
    provenance
  });
}
var textList = (texts, shape) => shape.list(
  texts.map((text2) => new Text(text2)),
  "string"
);
function annotationsObject(annotations) {
  const entries = [...annotations ?? []].map(([key, text2]) => [key, new Text(text2)]);
  return new Dict(new Map(entries), void 0, "map[string]string", void 0, annotations === void 0);
}
var maintainerObject = ({ name, email, url }, shape) => shape.object("*chart.Maintainer", [
  ["Name", new Text(name)],
  ["Email", new Text(email)],
  ["URL", new Text(url)]
]);
var requirementObject = (requirement, shape) => shape.object("*chart.Dependency", [
  ["Name", new Text(requirement.name)],
  ["Version", new Text(requirement.version)],
  ["Repository", new Text(requirement.repository)],
  ["Condition", new Text(requirement.condition)],
  ["Tags", textList(requirement.tags, shape)],
  ["Enabled", new Bool(requirement.isEnabled)],
  ["ImportValues", shape.list(requirement.importValues, "interface {}")],
  ["Alias", new Text(requirement.alias)]
]);
function printedStruct(goType, fields) {
  const printed3 = fields.map(([, value]) => printedField(value)).join(" ");
  return goType.startsWith("*") ? `&{${printed3}}` : `{${printed3}}`;
}
function printedField(value) {
  switch (value.kind) {
    case "text":
      return value.string;
    case "bool":
      return String(value.value);
    case "list":
      return `[${value.items.map(printedField).join(" ")}]`;
    case "dict":
      return `map[${[...value.entries].map(([key, item]) => `${key}:${printedField(item)}`).join(" ")}]`;
    case "opaque":
      return "0xc000000000";
    default:
      return "";
  }
}

// src/template/chart/coalesce.ts
var isNull = (value) => value?.kind === "nil";
var coalesceValues = (chart, given, mode, behaviour) => coalesce(chart, copyValue(given), mode, behaviour);
function coalesce(chart, values, mode, behaviour) {
  addDefaults(chart, values, mode, behaviour);
  for (const subchart of chart.subcharts) {
    const { entries } = values;
    const below2 = entries.get(subchart.name) ?? new Dict();
    if (below2.kind !== "dict") throw new TemplateError(`type mismatch on ${subchart.name}`);
    entries.set(subchart.name, below2);
    passGlobals(below2, values, behaviour);
    coalesce(subchart, below2, mode, behaviour);
  }
  return values;
}
var deletes = (mode, lower, { major }) => mode === "coalesce" && lower !== void 0 && (major === 3 || !isNull(lower));
function addDefaults(chart, values, mode, behaviour) {
  for (const [key, original] of chart.values.entries) {
    const value = copyValue(original);
    const above = values.entries.get(key);
    if (!above) values.entries.set(key, value);
    else if (isNull(above)) {
      if (mode === "coalesce") values.entries.delete(key);
    } else if (above.kind === "dict" && value.kind === "dict")
      coalesceTables(above, value, chart.subcharts.some(({ name }) => name === key) ? "merge" : mode, behaviour);
  }
}
function coalesceTables(above, below2, mode, behaviour) {
  const gone = /* @__PURE__ */ new Set();
  for (const [key, value] of above.entries) {
    if (!isNull(value)) continue;
    if (deletes(mode, below2.entries.get(key), behaviour)) gone.add(key);
    if (behaviour.major === 4) below2.entries.set(key, value);
  }
  for (const key of gone) above.entries.delete(key);
  for (const [key, value] of below2.entries) {
    const higher = above.entries.get(key);
    if (gone.has(key)) continue;
    if (!higher) above.entries.set(key, value);
    else if (higher.kind === "dict" && value.kind === "dict") coalesceTables(higher, value, mode, behaviour);
  }
  return above;
}
function passGlobals(below2, above, behaviour) {
  const target = below2.entries.get("global") ?? new Dict();
  const source = above.entries.get("global") ?? new Dict();
  if (target.kind !== "dict" || source.kind !== "dict") return;
  for (const [key, value] of source.entries) {
    const own = target.entries.get(key);
    if (value.kind !== "dict") {
      if (own?.kind !== "dict") target.entries.set(key, value);
    } else if (!own) target.entries.set(key, new Dict(new Map(value.entries)));
    else if (own.kind === "dict")
      target.entries.set(key, coalesceTables(new Dict(new Map(value.entries)), own, "merge", behaviour));
  }
  below2.entries.set("global", target);
}

// src/template/chart/import-values.ts
var DONE = "map[string]string";
function importValues(installed, behaviour) {
  for (const subchart of installed.subcharts) importValues(subchart, behaviour);
  const { requirements } = installed.listing;
  if (!requirements) return;
  const values = coalesceValues(installed, new Dict(), "merge", behaviour);
  const imported = new Dict();
  const carriedOut = [];
  for (const requirement of requirements) {
    const imports = requirement.importValues.flatMap(readImport);
    for (const { child, parent } of imports) {
      const from = `${requirement.name}.${child}`.split(".");
      const table = tableAt(values, from);
      if (!table) continue;
      coalesceTables(imported, below(parent, table), "merge", behaviour);
      carriedOut.push({ from, to: parent === "." ? [] : parent.split(".") });
    }
    requirement.importValues = imports.map(
      ({ child, parent }) => new Dict(
        /* @__PURE__ */ new Map([
          ["child", new Text(child)],
          ["parent", new Text(parent)]
        ]),
        void 0,
        DONE
      )
    );
  }
  installed.imports = carriedOut;
  installed.values = coalesceTables(copyValue(values), imported, "merge", behaviour);
}
function readImport(value) {
  if (value.kind === "text") return [{ child: `exports.${value.string}`, parent: "." }];
  if (value.kind !== "dict" || value.goType === DONE) return [];
  return [{ child: printed2(value.entries.get("child")), parent: printed2(value.entries.get("parent")) }];
}
function printed2(value) {
  if (value?.kind === "text") return value.string;
  return value?.kind === "bool" || value?.kind === "number" ? String(value.value) : "<nil>";
}
var below = (path, table) => path === "." ? table : path.split(".").reduceRight((inner, key) => new Dict(/* @__PURE__ */ new Map([[key, inner]])), table);

// src/template/chart/dependencies.ts
var InstalledChart = class {
  chart;
  name;
  listing;
  values;
  subcharts;
  /** Those that are switched off. */
  disabled = [];
  /** What came from the values of its subcharts. */
  imports = [];
  /** Undefined for a chart that nothing can switch off. */
  gate;
  constructor(chart, name, listing, subcharts) {
    this.chart = chart;
    this.name = name;
    this.listing = listing;
    this.values = chart.values;
    this.subcharts = subcharts;
  }
};
function installChart(chart, given, helm) {
  const behaviour = behaviourOf(helm);
  if (installedCount(chart) > MOST_CHARTS) throw new Untraced("too many charts in charts");
  const installed = asInstalled(chart);
  enableSubcharts(installed, given, "", behaviour);
  importValues(installed, behaviour);
  return installed;
}
var MOST_CHARTS = 500;
var installedCount = ({ metadata: { dependencies = [] }, subcharts }) => subcharts.reduce((sum, subchart) => {
  const times = dependencies.filter(({ name }) => name === subchart.metadata.name).length;
  return sum + Math.max(1, times) * installedCount(subchart);
}, 1);
function asInstalled(chart) {
  const { name, dependencies } = chart.metadata;
  const requirements = dependencies?.map((dependency, index) => ({ ...dependency, index, isEnabled: false }));
  return new InstalledChart(chart, name, { requirements }, chart.subcharts.map(asInstalled));
}
function enableSubcharts(installed, given, path, behaviour) {
  const { listing, subcharts } = installed;
  const { requirements } = listing;
  if (!requirements) return;
  installed.subcharts = subcharts.filter((subchart) => !requirements.some((requirement) => isFor(requirement, subchart)));
  for (const requirement of requirements) {
    const found = subcharts.find((subchart) => isFor(requirement, subchart));
    if (found) installed.subcharts.push(copyFor(requirement, found, behaviour));
    if (requirement.alias !== "") requirement.name = requirement.alias;
  }
  const values = coalesceValues(installed, given, "coalesce", behaviour);
  for (const requirement of requirements) {
    const { isEnabled, keys } = decisionOn(requirement, values, path);
    requirement.isEnabled = isEnabled;
    const decided = installed.subcharts.find(({ name }) => name === requirement.name);
    if (decided && keys.length > 0) decided.gate = { index: requirement.index, keys };
  }
  const disabled = new Set(requirements.filter(({ isEnabled }) => !isEnabled).map(({ name }) => name));
  installed.disabled = installed.subcharts.filter(({ name }) => disabled.has(name));
  installed.subcharts = installed.subcharts.filter(({ name }) => !disabled.has(name));
  for (const subchart of installed.subcharts) enableSubcharts(subchart, values, `${path}${subchart.name}.`, behaviour);
  const enabled = requirements.filter(({ name }) => !disabled.has(name));
  listing.requirements = enabled.length > 0 ? enabled : void 0;
}
var isFor = (requirement, { name, chart }) => requirement.name === name && isCompatible(requirement.version, chart.metadata.version);
function copyFor({ alias }, original, { major }) {
  const { chart, listing, name, subcharts } = original;
  const requirements = major === 3 ? listing.requirements?.slice() : listing.requirements?.map((requirement) => ({ ...requirement }));
  const copies = subcharts.map((below2) => new InstalledChart(below2.chart, below2.name, below2.listing, below2.subcharts));
  return new InstalledChart(chart, alias || name, { requirements }, copies);
}
function decisionOn({ condition, tags }, values, path) {
  const open = [];
  for (const key of condition.trim().split(",").filter(Boolean)) {
    const isEnabled = bool(lookUp(values, (path + key).split(".")));
    const steps = (key.startsWith("global.") ? key : path + key).split(".");
    if (isEnabled !== void 0) return { isEnabled, keys: [steps, ...open] };
    open.push(steps);
  }
  const table = tableAt(values, ["tags"]);
  const isOn = (tag) => bool(table?.entries.get(tag));
  const [set, others] = [tags.filter((tag) => isOn(tag) !== void 0), tags.filter((tag) => isOn(tag) === void 0)];
  const pathsOf = (some) => some.map((tag) => ["tags", tag]);
  return { isEnabled: set.length === 0 || set.some(isOn), keys: [...pathsOf(set), ...open, ...pathsOf(others)] };
}

// src/template/chart/file-pattern.ts
var UNSURE = /\*\*\*|\{[^}]*[*?[{\\]|\{,|,,|,\}|\{\}|[^\0-\x7f]/;
function filePattern(pattern) {
  if (UNSURE.test(pattern)) throw new Untraced(`a pattern of files that helm takes in its own way: ${pattern}`);
  const expression = new Translation(pattern).expression;
  if (expression === void 0) return () => true;
  const compiled = RE2JS.compile(expression, RE2JS.DOTALL);
  const countsCharacters = /[?[]/.test(pattern);
  return (path) => {
    if (countsCharacters && !isAscii(path)) throw new Untraced(`a pattern of files meets ${path}`);
    return compiled.matches(path);
  };
}
var Translation = class {
  expression;
  #characters;
  #at = 0;
  #open = 0;
  constructor(pattern) {
    this.#characters = [...pattern];
    let expression = "";
    while (this.#at < this.#characters.length) {
      const next = this.#next();
      if (next === void 0) return;
      expression += next;
    }
    if (this.#open > 0) throw new Untraced("a pattern of files has an open brace");
    this.expression = expression;
  }
  #read() {
    return this.#characters[this.#at++];
  }
  /** Undefined when there is no such pattern. */
  #next() {
    const character = this.#read() ?? "";
    if (character === "*") {
      if (this.#characters[this.#at] !== "*") return "[^/]*";
      this.#at++;
      return ".*";
    }
    if (character === "?") return "[^/]";
    if (character === "[") return this.#class();
    if (character === "{") {
      this.#open++;
      return "(?:";
    }
    if (this.#open > 0 && character === ",") return "|";
    if (this.#open > 0 && character === "}") {
      this.#open--;
      return ")";
    }
    return escaped(character === "\\" ? this.#read() ?? "" : character);
  }
  /** One range, or a list of characters in which `-` means itself. */
  #class() {
    const isNegated = this.#characters[this.#at] === "!";
    if (isNegated) this.#at++;
    const inside = this.#characters[this.#at + 1] === "-" ? this.#range() : this.#list();
    if (inside === void 0 || this.#read() !== "]") return void 0;
    return `[${isNegated ? "^" : ""}${inside}]`;
  }
  #range() {
    const low = this.#read() ?? "";
    this.#at++;
    const high = this.#read();
    if (high === void 0 || (high.codePointAt(0) ?? 0) < (low.codePointAt(0) ?? 0)) return void 0;
    return `${escaped(low)}-${escaped(high)}`;
  }
  #list() {
    let list = "";
    while (this.#at < this.#characters.length && this.#characters[this.#at] !== "]") {
      const character = this.#read() ?? "";
      list += escaped(character === "\\" ? this.#read() ?? "" : character);
    }
    return list === "" ? void 0 : list;
  }
};
var escaped = (character) => character === "" ? "" : /[\w/ ]/.test(character) ? character : `\\x{${character.codePointAt(0)?.toString(16)}}`;

// src/template/chart/files.ts
function filesObject(files, datum) {
  const content = (path, isBytes) => contentOf(files.get(path), childDatum(datum, path), isBytes);
  const entries = /* @__PURE__ */ new Map();
  for (const path of files.keys()) entries.set(path, content(path, true));
  const methods = /* @__PURE__ */ new Map([
    ["Get", (args) => content(only(args), false)],
    ["GetBytes", (args) => content(only(args), true)],
    ["Lines", (args) => linesOf(content(only(args), false), files.has(only(args)))],
    ["Glob", (args) => filesObject(matching(files, only(args)), datum)],
    ["AsConfig", (args) => asYaml(files, datum, args, (bytes) => decode2(bytes))],
    ["AsSecrets", (args) => asYaml(files, datum, args, (bytes) => Buffer.from(bytes).toString("base64"))]
  ]);
  return new Dict(entries, { alias: datum, depends: void 0 }, "engine.files", methods);
}
function only(args) {
  const [path] = args;
  if (args.length !== 1) throw new TemplateError(`wrong number of args: want 1 got ${args.length}`);
  if (path?.kind !== "text" || path.isBytes) throw new TemplateError("wrong type for value; expected string");
  return path.string;
}
var utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
var decode2 = (bytes) => utf8.decode(bytes);
function contentOf(bytes, datum, isBytes) {
  const provenance = { alias: datum, depends: void 0 };
  if (!bytes) return new Text("", provenance, { isBytes });
  const text2 = decode2(bytes);
  return new Text(text2, provenance, { isBytes, bytes: text2.includes("�") ? bytes : void 0 });
}
function linesOf({ string, provenance }, isThere) {
  if (isThere && string === "") throw new TemplateError("error calling Lines: runtime error: index out of range [-1]");
  const lines = isThere ? string.replace(/\n$/, "").split("\n") : [];
  return new List(
    lines.map((line) => new Text(line, provenance)),
    provenance,
    "[]string"
  );
}
function matching(files, pattern) {
  const matches2 = filePattern(pattern);
  return new Map([...files].filter(([path]) => matches2(path)));
}
function asYaml(files, datum, args, spell) {
  if (args.length > 0) throw new TemplateError(`wrong number of args: want 0 got ${args.length}`);
  const entries = [...files].map(([path, bytes]) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return [name, new Text(spell(bytes), { alias: childDatum(datum, path), depends: void 0 })];
  });
  if (new Set(entries.map(([name]) => name)).size < entries.length)
    throw new Untraced("files of one name in several folders, of which helm takes any");
  const dict = new Dict(new Map(entries), dependingOn(datum), "map[string]string");
  return printYaml(dict) ?? new Text("", dependingOn(datum));
}

// src/template/execute/source.ts
var Source = class {
  name;
  text;
  given;
  #starts;
  #pieces;
  /** @param given the text that `tpl` was given. */
  constructor(name, text2, given) {
    this.name = name;
    this.text = text2;
    this.given = given;
  }
  lineOf(offset) {
    this.#starts ??= lineStarts(this.text);
    return countUpTo(offset, this.#starts, (start) => start);
  }
  givenIn(start, end) {
    if (!this.given) return [];
    this.#pieces ??= piecesOf(this.given);
    const first = Math.max(0, countUpTo(start, this.#pieces, (piece) => piece.start) - 1);
    const behind = countUpTo(end - 1, this.#pieces, (piece) => piece.start);
    return this.#pieces.slice(first, behind);
  }
};
var givenBy = (source, offset) => dependenciesIn(source.givenIn(offset, offset + 1)[0]?.segment.provenance);
function countUpTo(offset, sorted, startOf) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >> 1;
    const thing = sorted[middle];
    if (thing !== void 0 && startOf(thing) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
function piecesOf(given) {
  let start = 0;
  return given.segments.map((segment) => {
    const piece = { segment, start };
    start += segment.text.length;
    return piece;
  });
}
function lineStarts(text2) {
  const starts = [0];
  for (let at = text2.indexOf("\n"); at >= 0; at = text2.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

// src/template/chart/placed-charts.ts
var chartsOf = (top) => withThoseBelow({ installed: top, path: top.name, at: [], condition: void 0 });
var withThoseBelow = (chart) => [
  chart,
  ...chart.installed.subcharts.flatMap((subchart) => withThoseBelow(placeBelow(chart, subchart, true)))
];
var disabledIn = (charts2) => charts2.flatMap((chart) => chart.installed.disabled.map((subchart) => placeBelow(chart, subchart, false)));
var importsIn = (charts2) => charts2.flatMap(
  ({ installed, at }) => installed.imports.map(({ from, to }) => ({ from: [...at, ...from], to: [...at, ...to] }))
);
function placeBelow(parent, installed, isTrue2) {
  const { gate } = installed;
  const { declarations } = parent.installed.chart;
  const condition = gate && {
    parent: parent.condition,
    source: new Source(`${parent.path}/${declarations.path}`, declarations.text),
    offset: declarations.offsetOf(gate.index),
    depends: dataAt(gate.keys),
    ...{ isTrue: isTrue2, iteration: void 0, isOfChart: true }
  };
  return {
    installed,
    path: `${parent.path}/charts/${installed.name}`,
    at: [...parent.at, installed.name],
    condition: condition ?? parent.condition
  };
}
var dataAt = (keys) => keys.map((key) => key.reduce(childDatum, rootDatum("values"))).reduce((all, datum) => union(all, datum), void 0);

// src/template/chart/order.ts
function templatesInOrder(root) {
  const placed2 = chartsOf(root).flatMap(templatesOf);
  if (new Set(placed2.map(({ name }) => name)).size < placed2.length)
    throw new Untraced("two subcharts have the same name");
  return placed2.sort((a, b) => depthOf(b.name) - depthOf(a.name) || compareBytes(b.name, a.name));
}
var disabledTemplates = (root) => disabledIn(chartsOf(root)).flatMap(templatesOf).filter(isOutput);
var templatesOf = ({ installed, path, condition }) => installed.chart.templates.filter((template2) => installed.chart.metadata.type !== "library" || isPartial(template2.path)).map(({ path: below2, text: text2, isUtf8 }) => ({
  ...{ name: `${path}/${below2}`, basePath: `${path}/templates`, chart: installed },
  ...{ text: text2, isUtf8, condition }
}));
var depthOf = (name) => name.split("/").length;
var isPartial = (name) => name.slice(name.lastIndexOf("/") + 1).startsWith("_");
var isRun = ({ name }) => !isPartial(name);
var isOutput = (template2) => isRun(template2) && !template2.name.endsWith("NOTES.txt");

// src/template/chart/release.ts
function releaseObject({ name, namespace }) {
  const root = rootDatum("release");
  const fields = [
    ["Name", new Text(name)],
    ["Namespace", new Text(namespace)],
    ["IsUpgrade", new Bool(false)],
    ["IsInstall", new Bool(true)],
    ["Revision", new Num(1, "int")],
    ["Service", new Text("Helm")]
  ];
  const entries = fields.map(([key, value]) => {
    const provenance = { alias: childDatum(root, key), depends: void 0 };
    return [key, withProvenance(value, provenance)];
  });
  return new Dict(new Map(entries), { alias: root, depends: void 0 });
}

// src/template/chart/installation.ts
function prepareInstallation({ chart, values: given, release, capabilities }) {
  const helm = capabilities.helm.version;
  const behaviour = behaviourOf(helm);
  const goType = `${behaviour.major === 3 ? "chartutil" : "common"}.Values`;
  const installed = installChart(chart, given, helm);
  const effective = labelValues(coalesceValues(installed, given, "coalesce", behaviour), installed);
  const values = typed(effective, goType);
  const dots = new Dots(goType, behaviour.major, releaseObject(release), capabilitiesObject(capabilities));
  dots.add(installed, values, void 0);
  const templates = templatesInOrder(installed).map((template2) => ({
    ...template2,
    dot: dots.of(template2.chart),
    isRun: isRun(template2),
    isOutput: isOutput(template2)
  }));
  return { values, templates, disabled: disabledTemplates(installed), imports: importsIn(chartsOf(installed)) };
}
var typed = (dict, goType) => new Dict(dict.entries, dict.provenance, goType);
var Dots = class {
  #dots = /* @__PURE__ */ new Map();
  #goType;
  #major;
  #shared;
  constructor(goType, major, release, capabilities) {
    this.#goType = goType;
    this.#major = major;
    this.#shared = [
      ["Release", release],
      ["Capabilities", capabilities]
    ];
  }
  /** @param above where the chart that holds this one is, among data of charts and of files; undefined for the top. */
  add(installed, values, above) {
    const chart = above ? childDatum(above.chart, installed.name) : rootDatum("chart");
    const files = above ? childDatum(above.files, installed.name) : rootDatum("files");
    const subcharts = new Dict();
    const dot = new Dict(
      new Map([
        ["Chart", chartObject(installed, above === void 0, chart, this.#major)],
        ["Files", filesObject(installed.chart.files, files)],
        ...this.#shared,
        ["Values", values],
        ["Subcharts", subcharts]
      ]),
      void 0,
      above ? "map[string]interface {}" : this.#goType
    );
    this.#dots.set(installed, dot);
    for (const subchart of installed.subcharts) {
      const below2 = { chart: childDatum(chart, "charts"), files: childDatum(files, "charts") };
      subcharts.entries.set(subchart.name, this.add(subchart, this.#valuesOf(subchart, values), below2));
    }
    return dot;
  }
  /** helm looks a subchart's values up by a dotted path, so that one with a dot in its name has none. */
  #valuesOf({ name }, parent) {
    let at = parent;
    for (const key of name.split(".")) at = at?.kind === "dict" ? at.entries.get(key) : void 0;
    return at?.kind === "dict" ? typed(at, this.#goType) : new Dict(/* @__PURE__ */ new Map(), void 0, this.#goType);
  }
  of(installed) {
    return this.#dots.get(installed) ?? new Dict();
  }
};

// src/template/execute/output.ts
var NO_VALUE = "<no value>";
var Output = class {
  #budget;
  #segments = [];
  constructor(budget) {
    this.#budget = budget;
  }
  /** Text of a template. */
  text(text2, site, provenance) {
    this.#budget.write(text2.length);
    this.#segments.push({ text: text2, site, linesBefore: 0, provenance });
  }
  /** What an action printed; if that is nothing, an empty piece marks the place. Pieces that have a site keep it. */
  value(value, site, depends) {
    const printed3 = printAction(value);
    const { segments } = depends ? printed3.depending(depends) : printed3;
    if (segments.length === 0) this.nothing(site, alsoDepending(printed3.provenance, depends));
    this.#budget.write(printed3.string.length);
    for (const segment of segments) this.#segments.push(segment.site ? segment : { ...segment, site });
  }
  /** A place that printed nothing. */
  nothing(site, provenance) {
    this.#segments.push({ text: "", site, linesBefore: 0, provenance });
  }
  finished() {
    return new Text(this.#segments);
  }
};
function printAction(value) {
  if (value.kind === "nil") return new Text(NO_VALUE, value.provenance);
  return value.kind === "text" && !value.isBytes ? value : printValue(value);
}
function withoutNoValue(text2) {
  const found = text2.string.indexOf(NO_VALUE);
  if (found < 0) return text2;
  let next = found;
  let offset = 0;
  const segments = text2.segments.map((segment) => {
    const end = offset + segment.text.length;
    let kept = "";
    while (offset < end) {
      if (offset < next || next < 0) {
        const stop = next < 0 ? end : Math.min(end, next);
        kept += segment.text.slice(segment.text.length - (end - offset), segment.text.length - (end - stop));
        offset = stop;
      } else {
        offset = Math.min(end, next + NO_VALUE.length);
        if (offset === next + NO_VALUE.length) next = text2.string.indexOf(NO_VALUE, offset);
      }
    }
    return kept === segment.text ? segment : { ...segment, text: kept };
  });
  return new Text(segments);
}

// src/template/execute/templates.ts
var Templates = class {
  #outer;
  #definitions = /* @__PURE__ */ new Map();
  constructor(outer) {
    this.#outer = outer;
  }
  /** Takes what a text defines; what is empty does not replace what is there. */
  add(source, { defines }) {
    for (const [name, nodes] of defines) this.#define(name, { source, nodes });
  }
  /** Takes a file of the chart, which can be called by its path. */
  addFile(source, parsed2) {
    this.#define(source.name, { source, nodes: parsed2.nodes });
    this.add(source, parsed2);
  }
  find(name) {
    if (name === "gotpl" && this.#outer) throw new Untraced("a text given to tpl calls itself");
    return this.#definitions.get(name) ?? this.#outer?.find(name);
  }
  #define(name, definition) {
    if (isBlank(definition.nodes) && this.find(name)) return;
    this.#definitions.set(name, definition);
  }
};

// src/template/execute/variables.ts
var Variables = class {
  #variables;
  /** @param dot what `$` is. */
  constructor(dot, condition) {
    this.#variables = [{ name: "$", value: dot, condition }];
  }
  /** To be given to `leave` when the block ends. */
  enter() {
    return this.#variables.length;
  }
  /** Forgets what was declared since `enter`. */
  leave(mark) {
    this.#variables.length = mark;
  }
  declare(name, value, condition) {
    this.#variables.push({ name, value, condition });
  }
  /** `=`; the value then depends on the conditions between the declaration and here. */
  assign(name, value, condition) {
    const variable = this.#find(name);
    variable.value = depending(value, dependenciesBetween(condition, variable.condition));
  }
  /** What a variable would be if a branch had been taken that was not: its value depends on the branch's condition. */
  mayBeAssigned(name, condition) {
    const variable = this.#variables.findLast((variable2) => variable2.name === name);
    if (variable) variable.value = depending(variable.value, condition.depends);
  }
  /** Gives the loop variable declared last (or `fromTop` places before) its value of an iteration. */
  setFromTop(fromTop, value) {
    const variable = this.#variables.at(-fromTop);
    if (variable) variable.value = value;
  }
  get(name) {
    return this.#find(name).value;
  }
  #find(name) {
    const variable = this.#variables.findLast((variable2) => variable2.name === name);
    if (!variable) throw new TemplateError(`undefined variable: ${name}`);
    return variable;
  }
};
function dependenciesBetween(inner, outer) {
  let depends;
  for (let at = inner; at && at !== outer; at = at.parent) depends = union(depends, at.depends);
  return depends;
}

// src/template/execute/assigned.ts
var known = /* @__PURE__ */ new WeakMap();
function assignedIn(branch2) {
  const found = known.get(branch2) ?? /* @__PURE__ */ new Set([...namesIn(branch2.body), ...namesIn(branch2.otherwise ?? [])]);
  known.set(branch2, found);
  return found;
}
function* namesIn(nodes) {
  for (const node of nodes) {
    if (node.kind === "action" && node.pipeline.isAssignment) yield* node.pipeline.variables;
    else if ("body" in node) yield* assignedIn(node);
  }
}

// src/template/execute/charge.ts
var CHARACTERS = 32;
var PIECES = 4;
var ITEMS = 2;
function charge(value, budget) {
  switch (value.kind) {
    case "text":
      budget.step(Math.floor(value.string.length / CHARACTERS + value.pieceCount / PIECES));
      break;
    case "list":
      budget.step(Math.floor(value.items.length / ITEMS));
      break;
    case "dict":
      budget.step(Math.floor(value.entries.size / ITEMS));
      break;
  }
}

// src/template/execute/call.ts
function callFunction({ name, offset }, operands, scope, piped, evaluate2) {
  if (name === "and" || name === "or") return choose(name, operands, scope, piped, evaluate2);
  const args = operands.map((operand2) => evaluate2(operand2, scope));
  if (piped) args.push(piped);
  for (const arg of args) charge(arg, scope.state.machine.budget);
  const running = RUNNING_FUNCTIONS.get(name);
  if (running) return running(args, scope, offset);
  const found = scope.state.machine.functions.get(name);
  if (!found) throw new Untraced(`the function ${name} is not known`);
  if (CHANGING.has(name) && isShared(args[0])) scope.state.machine.noteChange();
  return found.call(name === "set" ? conditional(args, scope) : args, scope.state.machine);
}
var CHANGING = /* @__PURE__ */ new Set([
  ...["set", "unset", "merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite"]
]);
var isShared = (value) => value?.kind === "dict" && (value.provenance?.alias !== void 0 || value.entries.has("Values"));
function choose(name, operands, scope, piped, evaluate2) {
  if (operands.length === 0 && !piped)
    throw new TemplateError(`wrong number of args for ${name}: want at least 1 got 0`);
  let value = new Nil();
  let depends;
  for (const [i, operand2] of operands.entries()) {
    value = evaluate2(operand2, scope);
    if (isTrue(value) === (name === "or") || i === operands.length - 1 && !piped) return depending(value, depends);
    depends = union(depends, dependenciesOf(value));
  }
  return depending(piped ?? value, depends);
}
var conditional = (args, { condition }) => args.map((arg, i) => i === 2 ? depending(arg, dependenciesOfConditions(condition)) : arg);

// src/template/execute/place.ts
function placed(error, source, offset) {
  if (error instanceof TemplateError)
    error.place ??= { template: source.name, line: source.lineOf(offset), column: columnOf(source.text, offset) };
  return error;
}
var columnOf = (text2, offset) => offset - (offset > 0 ? text2.lastIndexOf("\n", offset - 1) : -1);

// src/template/execute/pipeline.ts
function evaluate(pipeline, scope) {
  let value;
  for (const command of pipeline.commands) value = runPlaced(command, scope, value);
  const result = value ?? new Nil();
  const { variables } = scope.state;
  for (const name of pipeline.variables) {
    if (pipeline.isAssignment) variables.assign(name, result, scope.condition);
    else variables.declare(name, result, scope.condition);
  }
  return result;
}
function runPlaced(command, scope, piped) {
  try {
    const value = settled(run(command, scope, piped));
    charge(value, scope.state.machine.budget);
    return value;
  } catch (error) {
    throw placed(error, scope.state.source, command.offset);
  }
}
function run(command, scope, piped) {
  scope.state.machine.budget.step();
  const [first, ...others] = command.operands;
  switch (first.kind) {
    case "function":
      return callFunction(first, others, scope, piped, argument);
    case "field":
      return fieldsOf(scope.dot, first.fields, argumentsOf(others, scope, piped));
    case "variable":
    case "group":
      if (first.fields.length > 0)
        return fieldsOf(baseOf(first, scope), first.fields, argumentsOf(others, scope, piped));
  }
  if (others.length > 0 || piped) throw new TemplateError("can't give argument to non-function");
  if (first.kind === "nil") throw new TemplateError("nil is not a command");
  return operand(first, scope);
}
function argumentsOf(operands, scope, piped) {
  const args = operands.map((operand2) => argument(operand2, scope));
  return piped ? [...args, piped] : args;
}
function argument(given, scope) {
  return given.kind === "number" ? new Num(given.value, given.type, void 0, true) : operand(given, scope);
}
function operand(given, scope) {
  switch (given.kind) {
    case "dot":
      return scope.dot;
    case "nil":
      return new Nil();
    case "bool":
      return new Bool(given.value);
    case "number":
      return new Num(given.value, given.type);
    case "string":
      return new Text(given.value);
    case "field":
      return fieldsOf(scope.dot, given.fields, []);
    case "function":
      return callFunction(given, [], scope, void 0, argument);
    default:
      return fieldsOf(baseOf(given, scope), given.fields, []);
  }
}
var baseOf = (given, scope) => given.kind === "variable" ? scope.state.variables.get(given.name) : evaluate(given.pipeline, scope);

// src/template/execute/range.ts
function turnsOf(value, { variables }) {
  switch (value.kind) {
    case "nil":
      return [];
    case "list":
      return turnsOfList(value);
    case "dict":
      return turnsOfDict(value);
    case "number":
      if (value.type === "float64") break;
      if (variables.length > 1)
        throw new TemplateError(`can't use ${value.value} to iterate over more than one variable`);
      return turnsOfNumber(value);
  }
  throw new TemplateError(`range can't iterate over ${printValue(value).string}`);
}
function* turnsOfList(list) {
  const provenance = dependingOn(dependenciesOf(list));
  for (const [i, item] of list.items.entries())
    yield { key: new Num(i, "int", provenance), item: itemOf(item, list.provenance), iteration: i };
}
function turnsOfDict(dict) {
  const depends = dependenciesOf(dict);
  return sortedKeys(dict).flatMap((key) => {
    const entry = dict.entries.get(key);
    if (!entry) return [];
    const provenance = dependingOn(union(entry.provenance?.alias, depends));
    return [{ key: new Text(key, provenance), item: itemOf(entry, dict.provenance), iteration: key }];
  });
}
function* turnsOfNumber({ value, type, provenance }) {
  const depends = dependingOn(dependenciesIn(provenance));
  for (let i = 0; i < value; i++) {
    const item = new Num(i, type, depends);
    yield { key: item, item, iteration: i };
  }
}

// src/template/execute/branch.ts
function branch(node, scope, walk2) {
  const { variables } = scope.state;
  const mark = variables.enter();
  const value = evaluate(node.pipeline, scope);
  const condition = conditionOf(node, value, scope);
  const run3 = node.kind === "range" ? loop : choose2;
  const jump = run3(node, value, { ...scope, condition }, condition, walk2);
  variables.leave(mark);
  for (const name of assignedIn(node)) variables.mayBeAssigned(name, condition);
  return jump;
}
var conditionOf = (node, value, { state: { source }, condition }) => ({
  parent: condition,
  source,
  offset: node.offset,
  depends: union(dependenciesOf(value), givenBy(source, node.offset)),
  isTrue: isTrue(value),
  iteration: void 0
});
function choose2(node, value, scope, condition, walk2) {
  if (!condition.isTrue) return otherwise(node, scope, walk2);
  return walk2(node.body, node.kind === "with" ? { ...scope, dot: value } : scope);
}
function otherwise(node, scope, walk2) {
  const { state, condition } = scope;
  state.output.nothing({ source: state.source, offset: node.offset, kind: "action", frame: state.frame, condition });
  return node.otherwise && walk2(node.otherwise, scope);
}
function loop(node, value, scope, condition, walk2) {
  const { variables, machine } = scope.state;
  const mark = variables.enter();
  let isEmpty = true;
  for (const turn of turns(node.pipeline, value, scope)) {
    isEmpty = false;
    machine.budget.step();
    const inside = { ...scope, dot: turn.item, condition: { ...condition, isTrue: true, iteration: turn.iteration } };
    setLoopVariables(node.pipeline, turn, inside);
    const jump = walk2(node.body, inside);
    variables.leave(mark);
    if (jump === "break") break;
  }
  return isEmpty ? otherwise(node, { ...scope, condition: { ...condition, isTrue: false } }, walk2) : void 0;
}
function turns(pipeline, value, { state }) {
  try {
    charge(value, state.machine.budget);
    return turnsOf(value, pipeline);
  } catch (error) {
    throw placed(error, state.source, pipeline.offset);
  }
}
function setLoopVariables({ variables: names, isAssignment }, turn, { state, condition }) {
  const values = names.length > 1 ? [turn.key, turn.item] : [turn.item];
  for (const [i, value] of values.slice(0, names.length).entries()) {
    const name = names[i];
    if (name === void 0) continue;
    if (isAssignment) state.variables.assign(name, value, condition);
    else state.variables.setFromTop(names.length - i, value);
  }
}

// src/template/execute/walk.ts
function walk(nodes, scope) {
  for (const node of nodes) {
    scope.state.machine.budget.step();
    const jump = step(node, scope);
    if (jump) return jump;
  }
  return void 0;
}
function step(node, scope) {
  switch (node.kind) {
    case "break":
    case "continue":
      return node.kind;
    case "text":
      text(node, scope);
      return void 0;
    case "action":
      action(node, scope);
      return void 0;
    case "call":
      call(node, scope);
      return void 0;
    default:
      return branch(node, scope, walk);
  }
}
function text({ offset, text: text2 }, scope) {
  const { source, output } = scope.state;
  if (!source.given) {
    output.text(text2, siteOf("text", offset, scope));
    return;
  }
  const end = offset + text2.length;
  for (const { segment, start } of source.givenIn(offset, end)) {
    const [from, to] = [Math.max(offset, start), Math.min(end, start + segment.text.length)];
    output.text(source.text.slice(from, to), siteOf("text", from, scope), segment.provenance);
  }
}
function action({ pipeline, offset }, scope) {
  const value = evaluate(pipeline, scope);
  const { output, source } = scope.state;
  if (pipeline.variables.length === 0) output.value(value, siteOf("action", offset, scope), givenBy(source, offset));
}
function call({ name, pipeline, offset }, scope) {
  const { machine, output, source } = scope.state;
  const dot = pipeline ? evaluate(pipeline, scope) : new Nil();
  try {
    output.value(machine.include(name, dot, scope, offset), siteOf("action", offset, scope), givenBy(source, offset));
  } catch (error) {
    throw placed(error, source, offset);
  }
}
var siteOf = (kind, offset, { state: { source, frame }, condition }) => ({
  source,
  offset,
  kind,
  frame,
  condition
});

// src/template/execute/executor.ts
var CHARACTERS_PARSED = 8;
var Executor = class {
  budget;
  functions;
  #parse;
  #templates = new Templates();
  #hasChanged = false;
  constructor(given) {
    this.budget = given.budget;
    this.functions = given.functions;
    this.#parse = given.parse;
  }
  /** Whether a template may have changed what others see. */
  get hasChanged() {
    return this.#hasChanged;
  }
  noteChange() {
    this.#hasChanged = true;
  }
  /** Adds a file of the chart under its path. @throws TemplateError when it does not parse. */
  add(name, text2) {
    this.#templates.addFile(
      new Source(name, text2),
      withinStack(() => this.#parse(text2, name))
    );
  }
  /**
   * What a file prints, without Go's `<no value>`.
   * @param condition what is around the file as a whole. @throws TemplateError, Untraced
   */
  execute(name, dot, condition) {
    const call2 = { templates: this.#templates, frame: void 0, condition };
    return withinStack(() => withoutNoValue(this.#run(this.#find(name, this.#templates), dot, call2)));
  }
  include(name, dot, { state, condition }, offset) {
    const { templates, source } = state;
    const frame = { parent: state.frame, source, offset, name };
    return this.#run(this.#find(name, templates), dot, { templates, frame, condition });
  }
  expand(text2, dot, { state, condition }, offset) {
    if (!text2.string.includes("{{")) return withoutNoValue(text2);
    const source = new Source(state.source.name, text2.string, text2);
    this.budget.step(Math.floor(text2.string.length / CHARACTERS_PARSED));
    const parsed2 = this.#parse(text2.string, "gotpl");
    const templates = parsed2.defines.size > 0 ? new Templates(state.templates) : state.templates;
    templates.add(source, parsed2);
    const frame = { parent: state.frame, source: state.source, offset, name: "tpl" };
    return withoutNoValue(this.#run({ source, nodes: parsed2.nodes }, dot, { templates, frame, condition }));
  }
  #find(name, templates) {
    const found = templates.find(name);
    if (!found) throw new TemplateError(`template: no template "${name}" associated with template "gotpl"`);
    return found;
  }
  #run({ source, nodes }, dot, { templates, frame, condition }) {
    return this.budget.deeper(() => {
      const output = new Output(this.budget);
      const variables = new Variables(dot, condition);
      const state = { machine: this, templates, source, frame, variables, output };
      walk(nodes, { state, dot, condition });
      return output.finished();
    });
  }
};
function withinStack(run3) {
  try {
    return run3();
  } catch (error) {
    if (error instanceof RangeError) throw new Untraced("the templates are nested too deeply");
    throw error;
  }
}

// src/template/execute/render.ts
function render(templates, limits, only2) {
  const files = /* @__PURE__ */ new Map();
  const untraced = /* @__PURE__ */ new Map();
  const budget = new Budget(limits);
  const executor = new Executor({ budget, functions: FUNCTIONS, parse: parseOnce });
  const ended = (failure) => ({
    ...{ files, untraced, failure, steps: budget.spent, hasChanged: executor.hasChanged }
  });
  for (const { name, text: text2 } of templates) executor.add(name, text2);
  for (const template2 of templates.filter(({ isRun: isRun2, name }) => isRun2 && only2?.has(name) !== false)) {
    template2.dot.entries.set("Template", templateObject(template2));
    try {
      const text2 = execute(executor, template2);
      if (template2.isOutput) files.set(template2.name, text2);
    } catch (error) {
      if (error instanceof TemplateError) return ended(error);
      if (!(error instanceof Untraced)) throw error;
      untraced.set(template2.name, error.message);
    }
  }
  return ended(void 0);
}
function execute(executor, { name, dot, isUtf8, condition }) {
  if (!isUtf8) throw new Untraced("the template is not UTF-8");
  return executor.execute(name, dot, condition);
}
function templateObject({ name, basePath }) {
  const provenance = dependingOn(rootDatum("chart"));
  const [nameText, basePathText] = [new Text(name, provenance), new Text(basePath, provenance)];
  return new Dict(
    /* @__PURE__ */ new Map([
      ["Name", nameText],
      ["BasePath", basePathText]
    ]),
    provenance
  );
}

// src/template/trace.ts
function traceChart(input, only2) {
  let trace = {
    ...{ files: /* @__PURE__ */ new Map(), untraced: /* @__PURE__ */ new Map(), failure: void 0, steps: 0, hasChanged: false },
    ...{ values: new Dict(), disabled: [], imports: [], reason: void 0 }
  };
  try {
    const { values, templates, disabled, imports } = prepareInstallation(input);
    trace = { ...trace, values: snapshot(values), disabled, imports };
    return { ...trace, ...render(templates, input.limits ?? LIMITS, only2) };
  } catch (error) {
    if (error instanceof TemplateError) return { ...trace, failure: error };
    if (error instanceof Untraced) return { ...trace, reason: error.message };
    throw error;
  }
}
function retrace(input, values, changes, only2) {
  const given = [changes].flat().map((change) => valuesFor(change, values));
  return traceChart({ ...input, values: given.reduce(mergeValues, input.values) }, only2);
}
function snapshot({ entries, provenance, goType }) {
  const copies = [...entries].map(([key, item]) => [key, item.kind === "dict" ? snapshot(item) : item]);
  return new Dict(new Map(copies), provenance, goType);
}

// src/render/helm.ts
import { createHash as createHash2 } from "node:crypto";
import { dirname, join as join2 } from "node:path";

// src/io/helm-download.ts
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

// src/io/download.ts
var MAX_REDIRECTS = 5;
async function download(url, { maxBytes, timeoutMs, authorization }) {
  try {
    const response = await follow(url, AbortSignal.timeout(timeoutMs), authorization);
    if (response.status !== 200) throw refused(url, `the server answered ${response.status}`);
    return await bodyOf(url, response, maxBytes);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refused(url, describe(error, timeoutMs));
  }
}
async function follow(start, signal, authorization) {
  let url = start;
  for (let count = 0; count <= MAX_REDIRECTS; count++) {
    const credential = count === 0 && authorization !== void 0 ? { authorization } : {};
    const headers = { "accept-encoding": "identity", ...credential };
    const response = await fetch(url, { redirect: "manual", signal, headers });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.protocol !== "https:") throw refused(start, `it leads to ${next.origin}, which is not https`);
    url = next.href;
  }
  throw refused(start, `it leads on more than ${MAX_REDIRECTS} times`);
}
async function bodyOf(url, { headers, body }, maxBytes) {
  const tooLarge = refused(url, `it has more than the ${maxBytes} bytes that are read`);
  if (Number(headers.get("content-length")) > maxBytes) {
    await body?.cancel();
    throw tooLarge;
  }
  const chunks = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function describe(error, timeoutMs) {
  if (error.name === "TimeoutError") return `it was not there whole after ${timeoutMs / 1e3} seconds`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
var refused = (url, reason) => new UserError(`${url}: cannot download: ${reason}`, "try again, or install helm and name it with --helm PATH");

// src/io/helm-releases.ts
var HELM_RELEASES = {
  "4.2.4": {
    "linux-amd64": "c306b46f719b0a4da32d0f78ee21bf90ce8d602f15b22ab753f0674d1670a7f3",
    "linux-arm64": "564de2191b881e9f71b5606b25345821ea1682f06ab90499d3ab22b530176da1",
    "darwin-amd64": "6c163d687ca03c3b5c01928e53bbbcf9518278f47ce7a2f249a5a08e8bdaa2bc",
    "darwin-arm64": "d747eb4e28bd2727173d15b759fa0a17822291ec09db7ced3d55af290a3661a2"
  },
  "4.2.0": {
    "linux-amd64": "97dbeb971be4ac4b27e3839976d9564c0fb35c6f3b1da89dd1e292d236af4096",
    "linux-arm64": "1f8de130dfbd04de64978e7b852a7a547be1404956a366608276d2520b678670",
    "darwin-amd64": "1376ea697140e4db316736e760d5a47d12afc1524dce704476ef06fd7fdeddc6",
    "darwin-arm64": "f13f959015447b6bc309f9fd506509926543988a39035c088b52522ec95e2acb"
  },
  "4.1.4": {
    "linux-amd64": "70b2c30a19da4db264dfd68c8a3664e05093a361cefd89572ffb36f8abfa3d09",
    "linux-arm64": "13d03672be289045d2ff00e4e345d61de1c6f21c1257a45955a30e8ae036d8f1",
    "darwin-amd64": "abf09c8503ad1d8ef76d3737a058c3456a998aae5f5966fce4bb3031aeb1654e",
    "darwin-arm64": "7c2eca678e8001fa863cdf8cbf6ac1b3799f9404a89eb55c08260ef5732e658d"
  },
  "3.21.0": {
    "linux-amd64": "0093eb572e3d2380f094df162ddb525e219249de88957afe24cfbb19632acd36",
    "linux-arm64": "8de5a0c9a47431e59fd560e91e0779c8cf9316c383da7efb84128a4c339ecb2d",
    "darwin-amd64": "8bc0c1f85f8738cc3cda4a2cc73047145bcdcb1f4d9cdcc29073037bfb22fa2e",
    "darwin-arm64": "68bfbdc022c543a2a022597b20298216877e98abe6e4a345d3ecf114d79cae5f"
  },
  "3.20.2": {
    "linux-amd64": "258e830a9e613c8a7a302d6059b4bb3b9758f2f3e1bb8ea0d707ce10a9a72fea",
    "linux-arm64": "5ea2d6bc2cda3f8edf985e028809f5a9278f404fb8ab24044de9b7cb9b79a691",
    "darwin-amd64": "7de04301f28b902a74f6286ed941cadc86ee5e6a9086a18f2ccf1f548e99d618",
    "darwin-arm64": "139c794c22f16b579d08ddd3008c8038b9bb2814f35b5bcca91f50a1f458978d"
  },
  "3.19.2": {
    "linux-amd64": "2114c9dea2844dce6d0ee2d792a9aae846be8cf53d5b19dc2988b5a0e8fec26e",
    "linux-arm64": "566e9f3a5a83a81e4b03503ae37e368edd52d699619e8a9bb1fdf21561ae0e88",
    "darwin-amd64": "7ef4416cdef4c2d78a09e1c8f07a51e945dc0343c883a46b1f628deab52690b7",
    "darwin-arm64": "f0847f899479b66a6dd8d9fcd452e8db2562e4cf3f7de28103f9fcf2b824f1d5"
  },
  "3.18.4": {
    "linux-amd64": "f8180838c23d7c7d797b208861fecb591d9ce1690d8704ed1e4cb8e2add966c1",
    "linux-arm64": "c0a45e67eef0c7416a8a8c9e9d5d2d30d70e4f4d3f7bea5de28241fffa8f3b89",
    "darwin-amd64": "860a7238285b44b5dc7b3c4dad6194316885d7015d77c34e23177e0e9554af8f",
    "darwin-arm64": "041849741550b20710d7ad0956e805ebd960b483fe978864f8e7fdd03ca84ec8"
  }
};
var platformName = (platform = process.platform, arch = process.arch) => `${platform}-${arch === "x64" ? "amd64" : arch}`;

// src/io/helm-download.ts
var LIMITS2 = { maxBytes: 64 * 1024 * 1024, timeoutMs: 12e4 };
async function downloadedHelm(version, folder, source = {}) {
  const { releases, platform, ...place } = { ...defaultSource(), ...source };
  const sha256 = expectedSum(version.replace(/^v/, ""), platform, releases);
  const name = `helm-v${version.replace(/^v/, "")}-${platform}.tar.gz`;
  const archive = await archiveOf(name, sha256, place);
  const path = join(folder, "bin", "helm");
  await untarExecutable(archive, `${platform}/helm`, path);
  return path;
}
var defaultSource = () => ({
  server: "https://get.helm.sh",
  releases: HELM_RELEASES,
  platform: platformName(),
  cache: cacheFolder(process.env, process.platform),
  ...LIMITS2
});
function expectedSum(version, platform, releases) {
  const release = Object.hasOwn(releases, version) ? releases[version] : void 0;
  if (!release)
    throw new UserError(`helm ${version} is not offered for download`, suggestion(version, Object.keys(releases)));
  const sum = Object.hasOwn(release, platform) ? release[platform] : void 0;
  if (sum === void 0)
    throw new UserError(
      `helm ${version} is not offered for download for ${platform}`,
      `there it is for ${Object.keys(release).join(", ")}; elsewhere install it, and name it with --helm PATH`
    );
  return sum;
}
async function archiveOf(name, sha256, { server, cache, maxBytes, timeoutMs }) {
  const kept = join(cache, `${sha256.slice(0, 16)}-${name}`);
  const known2 = await readSmall(kept, maxBytes);
  if (known2 && sumOf(known2) === sha256) return known2;
  const url = `${server}/${name}`;
  const archive = await download(url, { maxBytes, timeoutMs });
  const sum = sumOf(archive);
  if (sum !== sha256)
    throw new UserError(
      `${url}: this is not the archive that is known: its sha256 is ${sum}, not ${sha256}`,
      "something on the way changed or damaged it; nothing of it was run"
    );
  await writeWhole(kept, archive).catch(() => {
  });
  return archive;
}
var sumOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
async function readSmall(path, maxBytes) {
  try {
    return (await stat(path)).size <= maxBytes ? await readFile(path) : void 0;
  } catch {
    return void 0;
  }
}
function cacheFolder(env, platform) {
  const { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: own } = env;
  const home = env.HOME ?? homedir();
  const user = own && isAbsolute(own) ? own : join(home, ...platform === "darwin" ? ["Library", "Caches"] : [".cache"]);
  return join(tools || user, "eso-hardener", "helm");
}

// src/template/chart/probe.ts
var MARK = "capabilities: ";
var probeChart = () => /* @__PURE__ */ new Map([
  ["Chart.yaml", "apiVersion: v2\nname: probe\nversion: 1.0.0\n"],
  ["templates/capabilities.yaml", `${MARK}{{ .Capabilities | toJson }}
`]
]);
function readProbe(output) {
  const line = output.split("\n").find((line2) => line2.startsWith(MARK));
  if (line === void 0) throw new TemplateError("helm does not say what it can do");
  const capabilities = mapOf(JSON.parse(line.slice(MARK.length)));
  const helm = mapOf(capabilities.HelmVersion);
  const versions = Array.isArray(capabilities.APIVersions) ? capabilities.APIVersions : [];
  const client = textOf(helm.kube_client_version);
  return {
    kubeVersion: textOf(mapOf(capabilities.KubeVersion).Version),
    apiVersions: versions.map(textOf),
    helm: {
      version: textOf(helm.version),
      gitCommit: textOf(helm.git_commit),
      gitTreeState: textOf(helm.git_tree_state),
      goVersion: textOf(helm.go_version),
      kubeClientVersion: client === "" ? void 0 : client
    }
  };
}
var mapOf = (value) => typeof value === "object" && value !== null ? { ...value } : {};
var textOf = (value) => typeof value === "string" ? value : "";

// src/render/repository-credentials.ts
var LOOPBACK = /* @__PURE__ */ new Set(["127.0.0.1", "localhost"]);
var PLAIN = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:\/|$)/i;
function credentialFor(repository, config) {
  const url = PLAIN.test(repository) ? URL.parse(repository) : null;
  if (!url || !(url.protocol === "https:" || LOOPBACK.has(url.hostname))) return void 0;
  const entries = Object.entries(asMapping(asMapping(parsed(config))?.auths) ?? {});
  const [, entry] = entries.find(([key]) => hostOf(key) === url.host) ?? [];
  const [, username, password] = /^([^:]+):(.+)$/s.exec(decoded(asMapping(entry)?.auth)) ?? [];
  return username === void 0 || password === void 0 ? void 0 : { username, password };
}
function hostOf(key) {
  const url = URL.parse(/^https?:\/\//.test(key) ? key : `https://${key}`);
  return url?.pathname === "/" ? url.host : void 0;
}
var decoded = (auth) => Buffer.from(asText(auth) ?? "", "base64").toString();
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}

// src/render/helm.ts
var MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
var MAX_MEMORY_BYTES = 2 * 1024 ** 3;
var OLDEST = [3, 18];
var GARBAGE_COLLECTION = { GOGC: "400", GOMEMLIMIT: "256MiB" };
var USUAL_API_VERSIONS = [
  "monitoring.coreos.com/v1",
  "monitoring.coreos.com/v1/ServiceMonitor",
  "monitoring.coreos.com/v1/PodMonitor",
  "monitoring.coreos.com/v1/PrometheusRule"
];
async function prepareHelm(folder, named, timeoutMs, version) {
  if (named !== void 0 && version !== void 0)
    throw new UserError("there is a helm program and a version to download", "leave out --helm or --helm-version");
  const path = version === void 0 ? await findHelm(named) : await downloadedHelm(version, folder);
  const at = (name) => join2(folder, name);
  const env = {
    HOME: folder,
    TMPDIR: at("tmp"),
    KUBECONFIG: at("no-kubeconfig"),
    HELM_CACHE_HOME: at("cache"),
    HELM_CONFIG_HOME: at("config"),
    HELM_DATA_HOME: at("data"),
    HELM_PLUGINS: at("plugins"),
    PATH: "/usr/bin:/bin",
    LC_ALL: "C.UTF-8",
    ...GARBAGE_COLLECTION
  };
  await makeFolders(["tmp", "cache", "config", "data", "plugins"].map(at));
  return { path, env, folder, timeoutMs, identity: () => programDigest(path) };
}
async function probe(helm) {
  const chart = join2(helm.folder, "probe");
  await makeFolders([join2(chart, "templates")]);
  for (const [path, text2] of probeChart()) await writeWhole(join2(chart, path), text2);
  return resultOf(helm, await run2(helm, ["template", "--", "probe", chart]));
}
async function helmCapabilities(helm, printed3) {
  const { stdout } = printed3 ?? await probe(helm);
  try {
    const capabilities = readProbe(stdout);
    refuseOld(helm, capabilities.helm.version);
    return capabilities;
  } catch (error) {
    if (error instanceof UserError) throw error;
    refuseOld(helm, (await run2(helm, ["version", "--template", "{{.Version}}"])).stdout);
    throw new UserError(`${helm.path}: this helm renders nothing`, "name another with --helm PATH");
  }
}
function refuseOld({ path }, words) {
  const [, version, major, minor] = /^v?((\d+)\.(\d+)\.\d+\S*)/.exec(words.trim()) ?? [];
  if (version === void 0) throw new UserError(`${path}: this is not helm`, "name helm with --helm PATH");
  const [oldestMajor, oldestMinor] = OLDEST;
  if (Number(major) < oldestMajor || Number(major) === oldestMajor && Number(minor) < oldestMinor)
    throw new UserError(`${path}: helm ${version} is too old`, `install helm ${OLDEST.join(".")} or newer`);
}
async function template(helm, release, chart) {
  const files = await Promise.all(release.values.map((source) => fileForHelm(helm, source)));
  return resultOf(helm, await run2(helm, ["template", ...flags(release, files), "--", release.name, chart]));
}
async function fileForHelm({ folder }, source) {
  if (!isInline(source)) return source.path;
  const path = join2(folder, "values", inlineName(source));
  await makeFolders([dirname(path)]);
  await writeWhole(path, source.text);
  return path;
}
var packageChart = async (helm, chart, into) => resultOf(helm, await run2(helm, ["package", `--destination=${into}`, "--", chart]));
var reachingEnvironment = ({ env, registryConfig }) => ({
  ...env,
  ...networkEnvironment(process.env),
  ...registryConfig !== void 0 && { HELM_REGISTRY_CONFIG: registryConfig }
});
async function fetchDependencies(helm, chart, { repositories, isLocked }) {
  const known2 = await knownRepositories(helm, chart, new Set(repositories));
  const { reaching } = known2;
  for (const repository of isLocked ? new Set(repositories) : []) {
    if (known2.names.has(repository)) continue;
    const added = resultOf(
      helm,
      await run2(reaching, ["repo", "add", "--", nameOf(`${chart} ${repository}`), repository])
    );
    if (!added.ok) return added;
  }
  const result = resultOf(helm, await run2(reaching, ["dependency", isLocked ? "build" : "update", "--", chart]));
  return result.ok ? result : withCause(result);
}
async function knownRepositories(helm, purpose, repositories) {
  const file = join2(helm.folder, "repositories", `${nameOf(purpose)}.yaml`);
  const config = helm.registryConfig === void 0 ? "" : await readText(helm.registryConfig);
  const known2 = [...repositories].flatMap((url) => {
    const credential = credentialFor(url, config);
    return credential ? [{ name: nameOf(`${purpose} ${url}`), url, ...credential }] : [];
  });
  await makeFolders([dirname(file)]);
  if (known2.length > 0) await writeWhole(file, JSON.stringify({ apiVersion: "", repositories: known2 }));
  const env = { ...reachingEnvironment(helm), HELM_REPOSITORY_CONFIG: file };
  return { reaching: { ...helm, env }, names: new Map(known2.map(({ name, url }) => [url, name])) };
}
var nameOf = (text2) => createHash2("sha256").update(text2).digest("hex").slice(0, 16);
function withCause(result) {
  const [, cause] = UNREACHABLE.exec(result.stdout + result.stderr) ?? [];
  return cause === void 0 ? result : { ...result, ok: false, stderr: `Error: ${cause}` };
}
async function fetchChart(helm, { repository, name, version, pin }, into) {
  const isRegistry = repository.startsWith("oci://");
  const { reaching, names } = await knownRepositories(helm, into, new Set(isRegistry ? [] : [repository]));
  const known2 = names.get(repository);
  if (known2 !== void 0) {
    const updated = withCause(resultOf(helm, await run2(reaching, ["repo", "update", "--", known2])));
    if (!updated.ok) return updated;
  }
  const wanted = version === "" || pin !== void 0 ? [] : [`--version=${version}`];
  const place = isRegistry || known2 !== void 0 ? [] : [`--repo=${repository}`];
  const prefix = isRegistry ? `${repository.replace(/\/+$/, "")}/` : known2 === void 0 ? "" : `${known2}/`;
  const chart = `${prefix}${name}${pin ?? ""}`;
  return resultOf(helm, await run2(reaching, ["pull", ...place, ...wanted, `--destination=${into}`, "--", chart]));
}
var UNREACHABLE = /Unable to get an update from the "[^"\n]*" chart repository[^\n]*\n\s*([^\n]+)/;
function resultOf(helm, result) {
  if (result.limit === "time")
    return { ok: false, stdout: "", stderr: `helm was stopped after ${helm.timeoutMs / 1e3} seconds (see --timeout)` };
  if (result.limit === "output")
    return { ok: false, stdout: "", stderr: `helm was stopped: it printed more than ${MAX_OUTPUT_BYTES} bytes` };
  if (result.limit === "memory")
    return { ok: false, stdout: "", stderr: `helm was stopped: it held more than ${MAX_MEMORY_BYTES} bytes of memory` };
  if (result.exitCode === null) return { ok: false, stdout: "", stderr: "helm was ended by a signal" };
  return { ok: result.exitCode === 0, stdout: result.stdout, stderr: result.stderr };
}
var FLAGS = ["--skip-tests", ...USUAL_API_VERSIONS];
function flags({ namespace, set, setTexts, kubeVersion, apiVersions }, files) {
  return [
    `--namespace=${namespace}`,
    "--skip-tests",
    ...files.map((file) => `--values=${asOneItem(file)}`),
    ...Object.entries(set).map(([key, value]) => `--set-json=${key}=${JSON.stringify(value)}`),
    ...setTexts.map((text2) => `--set=${text2}`),
    ...kubeVersion === void 0 ? [] : [`--kube-version=${kubeVersion}`],
    ...[...USUAL_API_VERSIONS, ...apiVersions].map((version) => `--api-versions=${version}`)
  ];
}
var asOneItem = (file) => /[,"\r\n]/.test(file) ? `"${file.replaceAll('"', '""')}"` : file;
async function run2({ path, env, folder, timeoutMs }, args) {
  try {
    const limits = { timeoutMs, maxOutputBytes: MAX_OUTPUT_BYTES, maxMemoryBytes: MAX_MEMORY_BYTES };
    return await runProcess(path, args, { cwd: folder, env, ...limits, isAccounted: true });
  } catch (error) {
    throw new UserError(`${path}: cannot be run: ${error.message}`, "name helm with --helm PATH");
  }
}

// src/render/traced.ts
var REFUSALS = ["fail", "required"];
var TracedChart = class {
  files;
  /** The texts of the release's values files, in its order. */
  valuesTexts;
  #input;
  #trace;
  #mayRefuse;
  #output;
  constructor(files, valuesTexts, input) {
    this.files = files;
    this.valuesTexts = valuesTexts;
    this.#input = input;
  }
  /** In UTF-16 units and bytes: all values are laid over each other anew for each trace. */
  get valuesSize() {
    return this.valuesTexts.reduce((sum, text2) => sum + text2.length, this.files.get("values.yaml")?.length ?? 0);
  }
  /** Whether a template may refuse values by `fail` or `required`; one in a package inside may. */
  get mayRefuse() {
    this.#mayRefuse ??= [...this.files].some(
      ([path, bytes]) => /^charts\/[^/]+\.tgz$/.test(path) || /(?:^|\/)templates\//.test(path) && REFUSALS.some((word) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(word))
    );
    return this.#mayRefuse;
  }
  get trace() {
    this.#trace ??= traceChart(this.#input);
    return this.#trace;
  }
  /** All that helm would print for the release, or why it has to be asked. */
  get output() {
    this.#output ??= outputOf(this.#input, this.trace);
    return this.#output;
  }
  /** The values that its templates see, and those of the charts alone, in their order; no template is run for them. */
  get effectiveValues() {
    const valuesOf = (input) => asMapping(plainValue(traceChart(input, /* @__PURE__ */ new Set()).values)) ?? {};
    return { given: valuesOf(this.#input), defaults: valuesOf({ ...this.#input, values: new Dict() }) };
  }
  /**
   * The trace with another value for one key.
   * @param template the only one that is asked for: then failures of others may go unnoticed
   */
  with(path, value, template2) {
    return this.withChanges([{ path, value }], template2);
  }
  /** The same for several keys. */
  withChanges(changes, template2) {
    const { values, hasChanged } = this.trace;
    const only2 = template2 === void 0 || hasChanged ? void 0 : /* @__PURE__ */ new Set([template2]);
    return retrace(this.#input, values, changes, only2);
  }
};
async function readTracedChart(release, capabilities, reader, given) {
  const found = await tracedChartOrReason(release, capabilities, reader, given);
  return typeof found === "string" ? void 0 : found;
}
async function tracedChartOrReason(release, capabilities, reader = new ChartReader(), given) {
  const files = given ?? await reader.filesOf(release);
  const texts = await Promise.all(release.values.map(textOrNothing));
  if (!files) return "its files cannot be read as helm reads them (a link, an archive, or too much of them)";
  if (texts.includes(void 0)) return "one of its values files cannot be read";
  const valuesTexts = texts.map((text2) => text2 ?? "");
  try {
    return new TracedChart(files, valuesTexts, inputOf(release, capabilities, files, valuesTexts));
  } catch (error) {
    if (error instanceof TemplateError || error instanceof Untraced) return error.message;
    throw error;
  }
}
var charts = /* @__PURE__ */ new WeakMap();
function loadOnce(files, isPackaged, helm) {
  const chart = charts.get(files) ?? loadChart(files, { isPackaged, helm });
  charts.set(files, chart);
  return chart;
}
function inputOf(release, known2, files, valuesTexts) {
  const { kubeVersion, apiVersions, chart, name, namespace } = release;
  const capabilities = capabilitiesWith(known2, { kubeVersion, apiVersions: [...USUAL_API_VERSIONS, ...apiVersions] });
  const helm = capabilities.helm.version;
  const values = valuesTexts.map((text2) => readGivenValues(text2, helm)).reduce(mergeValues, new Dict());
  return {
    chart: loadOnce(files, chart.isPackaged, helm),
    values: withSetFlags(values, setFlags(release)),
    release: { name, namespace },
    capabilities
  };
}

export {
  download,
  filePattern,
  Executor,
  probeChart,
  MAX_MEMORY_BYTES,
  prepareHelm,
  probe,
  helmCapabilities,
  template,
  packageChart,
  fetchDependencies,
  fetchChart,
  FLAGS,
  readDependencies,
  TracedChart,
  readTracedChart,
  tracedChartOrReason
};
