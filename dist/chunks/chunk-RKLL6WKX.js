import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  fetchChart,
  fetchDependencies,
  helmCapabilities,
  packageChart,
  prepareHelm,
  template
} from "./chunk-MGJYKG3O.js";
import {
  unpackChart
} from "./chunk-4I3LNR3H.js";
import {
  mayInstallOperator,
  readValues
} from "./chunk-C2ALF6QP.js";
import {
  filesAsSources,
  inlineName,
  isInline,
  missingFile,
  readPackagedChartYaml,
  textOrNothing
} from "./chunk-YHV7QRBG.js";
import {
  TemplateError,
  Untraced
} from "./chunk-GDWKSRR2.js";
import {
  parseManifests
} from "./chunk-ZQMNIOPM.js";
import {
  holdsCredential,
  isCredentialKey
} from "./chunk-4CJ7H7KI.js";
import {
  isFileKind
} from "./chunk-DF245JEE.js";
import {
  parseText
} from "./chunk-QFHOROBC.js";
import {
  CONFIG_FILE
} from "./chunk-AIWI27WR.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  copyFolder,
  describeSystemError,
  kindOfPath,
  leadsOut,
  listFolder,
  listTree,
  makeFolders,
  readBytes,
  readText,
  readTree,
  relativeTo,
  removeFile,
  targetWithin,
  withTemporaryFolder,
  writeWhole
} from "./chunk-4WC5IFVI.js";
import {
  asList,
  asMapping,
  asText
} from "./chunk-MWLKK7FC.js";
import {
  UserError,
  suggestion
} from "./chunk-VHWWGLDX.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/discover/discover.ts
import { createHash } from "node:crypto";
import { basename as basename4, dirname as dirname2, resolve as resolve2 } from "node:path";

// src/discover/audit-policy.ts
import { basename, resolve } from "node:path";
async function namedAuditPolicy(root, config) {
  const { auditPolicy: name, file, folder, lineOf } = config;
  if (name === void 0) return { files: [], failures: [] };
  const path = resolve(folder, name);
  const target = await targetWithin(root, path);
  const wrong = target === void 0 ? await whyNot(path) : await faultIn(target);
  if (target !== void 0 && wrong === void 0) return { files: [target], failures: [] };
  const line = lineOf?.(["auditPolicy"]);
  const location = {
    file: relativeTo(root, resolve(folder, basename(file ?? CONFIG_FILE))),
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
import { basename as basename2, join } from "node:path";
async function readChart(root, path) {
  const isPackaged = await kindOfPath(path) === "file";
  const text = isPackaged ? await readPackagedChartYaml(path) : await readText(join(path, "Chart.yaml")).catch(() => "");
  const { body, failure } = parseText(text ?? "");
  const chart = failure ? void 0 : asMapping(body);
  return {
    path,
    file: relativeTo(root, isPackaged ? path : join(path, "Chart.yaml")),
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
  const names = Object.entries(clusters).flatMap(
    ([name, { paths = [] }]) => paths.some((glob) => holds(glob, here)) ? name : []
  );
  return names.length > 0 ? names : void 0;
}
function holds(text, path) {
  const glob = text.replace(/^\.\//, "").replace(/\/+$/, "");
  return glob === "." || glob === "" || matchesGlob(path, glob) || matchesGlob(path, `${glob}/**`);
}
function clusterNames({ clusters = {} }, claims) {
  const claimed = new Set(claims.flatMap((claim) => claim ?? []));
  const declared = Object.keys(clusters).filter((name) => claimed.has(name) || !clusters[name]?.paths);
  const names = [.../* @__PURE__ */ new Set([...declared, ...claimed])];
  return names.length > 0 ? names : [DEFAULT];
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
function inClusters(release, names, { clusters = {} }) {
  const versions = Map.groupBy(release.claim ?? names, (name) => release.kubeVersion ?? clusters[name]?.kubeVersion);
  return [...versions].map(([kubeVersion, group]) => ({ ...release, kubeVersion, clusters: group }));
}

// src/discover/variants.ts
import { join as join2 } from "node:path";
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
    all.push(release, ...taken.map((file) => ({ ...release, values: [{ path: file }], variant: relativeTo(root, file) })));
    if (left.length > 0) notes.push(`${release.chart.file}: not tried with ${left.join(", ")}: too many of them`);
  }
  return { releases: all, notes };
}
async function testValues(release, isExcluded) {
  const { chart, declaredIn, values, setTexts } = release;
  const isDeclared = declaredIn !== chart.file || values.length + setTexts.length > 0;
  const folder = join2(chart.path, "ci");
  if (isDeclared || chart.isPackaged || isExcluded(folder)) return [];
  const entries = await listFolder(folder).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith("-values.yaml"));
  return files.map(({ name }) => join2(folder, name)).filter((file) => !isExcluded(file)).sort();
}

// src/discover/walk.ts
import { basename as basename3, dirname, join as join3, matchesGlob as matchesGlob2 } from "node:path";
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
    else if (kind === "file" && basename3(path) === "Chart.yaml") await this.#addChart(dirname(path));
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
        const path = join3(folder, entry.name);
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
    return steps.some((step, i) => SKIPPED.has(step) || this.#isExcluded(join3(this.#root, ...steps.slice(0, i + 1))));
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
    paths.map((path) => resolve2(folder, path)),
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
    files: manifests.map((file) => relativeTo(root, file)),
    clusters,
    claims,
    failures: [...found.leadingOut.map((link) => failureOf(relativeTo(root, link))), ...auditPolicy.failures],
    notes: [...notes, ...varied.notes, ...clusterNotes(config, everyClaim)]
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
  const named = new Set(paths.map((path) => resolve2(folder, path)));
  const wrong = charts.find((chart) => !chart.isChart && named.has(chart.path));
  if (wrong)
    throw new UserError(`${wrong.file}: this archive holds no chart`, "a packaged chart has <name>/Chart.yaml in it");
}
async function declaredReleases(root, config, options) {
  return Promise.all(
    (config.releases ?? []).map(async (entry) => {
      const path = resolve2(config.folder, entry.chart);
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
        values: filesAsSources((entry.values ?? []).map((file) => resolve2(config.folder, file))),
        set: entry.set ?? {},
        setTexts: [],
        kubeVersion: options.kubeVersion ?? entry.kubeVersion,
        apiVersions: [...entry.apiVersions ?? [], ...options.apiVersions ?? []],
        claim: entry.cluster === void 0 ? claimOf(path, config) : [entry.cluster],
        clusters: [],
        variant: entry.variant ?? DEFAULT,
        declaredIn: relativeTo(root, resolve2(config.folder, basename4(config.file ?? ""))),
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
      values: [...release.values, ...filesAsSources((values ?? []).map((file) => resolve2(folder, file)))],
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
import { join as join4 } from "node:path";
var ESO = /^(?:generators\.)?external-secrets\.io\//;
var ESO_IN_TEMPLATE = /apiVersion:[ \t]*["']?(?:generators\.)?external-secrets\.io\//;
async function isSilent({ chart }, manifests) {
  if (chart.isPackaged || manifests.some(({ apiVersion }) => ESO.test(apiVersion))) return false;
  const { files } = await listTree(chart.path);
  for (const file of files)
    if (/^templates\/.*\.(?:ya?ml|tpl)$/.test(file) && ESO_IN_TEMPLATE.test(await readText(join4(chart.path, file)).catch(() => "")))
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

// src/render/plain.ts
var FILES_AT_ONCE = 16;
var readPlain = (paths, root) => mapConcurrently(paths, FILES_AT_ONCE, async (path) => {
  const file = relativeTo(root, path);
  try {
    const text = await readText(path);
    const { manifests, failures } = parseManifests(text, { file, release: void 0 });
    const guess = text.includes("{{") ? "; it looks like a template that something else fills in" : "";
    const faults = failures.map(({ message, line }) => failureIn(file, `${message}${guess}`, line));
    return { file, text, manifests, failures: faults };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { file, text: "", manifests: [], failures: [failureIn(file, error.message.replace(`${path}: `, ""))] };
  }
});
var failureIn = (file, message, line) => ({
  release: null,
  message,
  location: { file, ...line !== void 0 && { startLine: line }, via: "manifest" }
});

// src/render/render.ts
import { join as join10, posix } from "node:path";

// src/render/copy.ts
import { join as join6 } from "node:path";

// src/render/dependencies.ts
var import_yaml2 = __toESM(require_dist(), 1);
import { join as join5, resolve as resolve3 } from "node:path";
var DECLARATIONS = ["Chart.yaml", "requirements.yaml"];
var LOCKS = ["Chart.lock", "requirements.lock"];
function missingDependencies(stderr) {
  const [, names] = /missing in charts\/ directory: (.+)/.exec(stderr) ?? [];
  return names ? names.split(",").map((name) => name.trim()) : [];
}
async function dependenciesOf(chart) {
  const found = await Promise.all(
    DECLARATIONS.map(async (file) => {
      const text = await readText(join5(chart, file)).catch(() => "");
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
  const folder = resolve3(chart, repository.slice("file://".length));
  const isHere = await kindOfPath(join5(folder, "Chart.yaml")) === "file" && !await leadsOut(folder, root);
  return isHere ? folder : void 0;
}
async function dropDependencies(copy, names) {
  if (names.size === 0) return;
  for (const file of DECLARATIONS) await dropFrom(join5(copy, file), names);
  for (const file of LOCKS) await removeFile(join5(copy, file));
}
var isLocked = async (chart) => (await Promise.all(LOCKS.map((file) => kindOfPath(join5(chart, file))))).includes("file");
async function dropFrom(file, names) {
  const text = await readText(file).catch(() => void 0);
  if (text === void 0) return;
  const document = (0, import_yaml2.parseDocument)(text, { uniqueKeys: false });
  const dependencies = document.get("dependencies");
  if (!(0, import_yaml2.isSeq)(dependencies)) return;
  const kept = dependencies.items.filter((item) => !(0, import_yaml2.isMap)(item) || !names.has(asText(item.get("name")) ?? ""));
  if (kept.length === dependencies.items.length) return;
  dependencies.items = kept;
  await writeWhole(file, document.toString());
}

// src/render/copy.ts
var MAX_BYTES = 64 * 1024 * 1024;
async function renderCopy(helm, release, names, folder, { root, mayFetch }) {
  const copies = new Copies(helm, root, join6(folder, "tree"));
  const copy = await copies.add(release.chart.path);
  const missing = (await dependenciesOf(release.chart.path)).filter(({ name }) => names.includes(name));
  const local = await copies.pack(release.chart.path, missing);
  const remote = missing.filter((dependency) => mayFetch && isRemote(dependency));
  const fetched = remote.length > 0 ? await fetchDependencies(helm, copy, await isLocked(copy)) : void 0;
  const had = /* @__PURE__ */ new Set([...local.packed, ...fetched?.ok ? remote.map(({ name }) => name) : []]);
  const without = names.filter((name) => !had.has(name));
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
    const charts = join6(this.#copyOf(chart), "charts");
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
    return join6(this.#top, relativeTo(this.#root, chart));
  }
};

// src/render/failure.ts
import { dirname as dirname3, join as join8, relative } from "node:path";

// src/render/redact.ts
var import_yaml4 = __toESM(require_dist(), 1);
import { join as join7 } from "node:path";
var SHORTEST = 4;
async function redact(message, release) {
  const own = release.chart.isPackaged ? [] : [{ path: join7(release.chart.path, "values.yaml") }];
  const texts = await Promise.all([...own, ...release.values].map(async (source) => await textOrNothing(source) ?? ""));
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
  (0, import_yaml4.visit)((0, import_yaml4.parseDocument)(text, { logLevel: "silent", uniqueKeys: false }), {
    Scalar(_, { value }) {
      if (!holdsCredential("", value)) return;
      const [userInfo = ""] = /(?<=:\/\/)[^\s/?#]*(?=@)/.exec(String(value)) ?? [];
      found.push(String(value), userInfo, userInfo.slice(userInfo.indexOf(":") + 1));
    },
    Pair(_, { key, value }) {
      if (!(0, import_yaml4.isScalar)(key) || !isCredentialKey(String(key.value))) return;
      if ((0, import_yaml4.isScalar)(value)) found.push(String(value.value));
      if ((0, import_yaml4.isMap)(value)) {
        for (const item of value.items) if ((0, import_yaml4.isScalar)(item.value)) found.push(String(item.value.value));
      }
      if ((0, import_yaml4.isSeq)(value)) {
        for (const item of value.items) if ((0, import_yaml4.isScalar)(item)) found.push(String(item.value));
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
  const { message, location } = describe(root, release, attempt);
  const inline = release.values.filter(isInline);
  const named = inline.reduce(
    (text, source) => text.replaceAll(new RegExp(`\\S*${inlineName(source)}`, "g"), source.file ?? release.declaredIn),
    message
  );
  const here = named.replaceAll(`${root}/`, "").replaceAll(/[^\s"']*\/eso-hardener-\w+\/tree\//g, "");
  return { message: await redact(here, release), location };
}
function describe(root, release, { result, missing, reason }) {
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
function inlineFault({ declaredIn }, values, line) {
  const { file, hasFileLines, keyLine } = values;
  if (file === void 0) return { file: declaredIn, via: "declaration" };
  return { file, startLine: hasFileLines ? line : keyLine ?? 1, via: "values" };
}
function locate(root, release, stderr) {
  const { chart } = release;
  const [, path = "", line] = VALUES_PLACE.exec(stderr) ?? [];
  const values = release.values.find((source2) => path.endsWith(isInline(source2) ? inlineName(source2) : source2.path));
  if (values && isInline(values)) return inlineFault(release, values, Number(line));
  if (values) return { file: relativeTo(root, values.path), startLine: Number(line), via: "template" };
  const [, source, templateLine] = TEMPLATE_PLACE.exec(stderr) ?? [];
  if (!source || chart.isPackaged) return { file: chart.file, via: "template" };
  const file = join8(dirname3(chart.file), source.slice(source.indexOf("/") + 1));
  if (relative(dirname3(chart.file), file).startsWith("..")) return { file: chart.file, via: "template" };
  return { file: file.replaceAll("\\", "/"), ...templateLine && { startLine: Number(templateLine) }, via: "template" };
}

// src/render/sharing.ts
import { join as join9 } from "node:path";

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
  const names = [...files].sort();
  const paths = chart.isPackaged ? [chart.path] : names.map((file) => join9(chart.path, file));
  const inline = values.map((source) => isInline(source) ? source.text : "");
  const digest = await digestOfFiles([...paths, ...values.flatMap((source) => isInline(source) ? [] : source.path)]);
  if (digest === void 0) return void 0;
  const settings = { name, namespace, set, setTexts, kubeVersion, apiVersions, values: inline };
  return JSON.stringify([settings, names, digest]);
}

// src/render/render.ts
async function render(release, helm, { root, mayFetch = false, renders }) {
  const start = performance.now();
  const absent = await missingFile(release.values);
  if (absent)
    throw new UserError(
      `${relativeTo(root, absent)}: there is no such values file`,
      `release '${release.name}' names it`
    );
  const tree = release.chart.isPackaged ? NO_TREE : await listTree(release.chart.path);
  const whole = await refusal(root, release, tree) ?? await sharedRender(renders, release, tree, () => template(helm, release, release.chart.path));
  const names = whole.ok ? [] : missingDependencies(whole.stderr);
  const { result, missing, reason, files } = names.length > 0 ? await withTemporaryFolder((folder) => renderCopy(helm, release, names, folder, { root, mayFetch })) : { result: whole, missing: [], reason: void 0, files: void 0 };
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
  for (const link of tree.links.map((name) => join10(chart.path, name))) {
    if (!await leadsOut(link, root)) continue;
    const words2 = `${relativeTo(root, link)} is a link that leads out of the repository: the chart was not rendered`;
    return { ok: false, stdout: "", stderr: words2 };
  }
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
import { availableParallelism } from "node:os";

// src/render/remote.ts
import { createHash as createHash3 } from "node:crypto";
import { join as join11 } from "node:path";
var RemoteCharts = class {
  #helm;
  #mayFetch;
  #fetched = /* @__PURE__ */ new Map();
  constructor(helm, mayFetch) {
    this.#helm = helm;
    this.#mayFetch = mayFetch;
  }
  /** @param file what declares it: findings in a chart that is nobody's here are shown there. */
  async get(remote, file) {
    if (!this.#mayFetch)
      return { reason: `${wordsFor(remote)} is not in the repository; --fetch-dependencies lets helm fetch it` };
    const key = JSON.stringify([remote.repository, remote.name, remote.version]);
    const known = this.#fetched.get(key) ?? this.#fetch(remote, createHash3("sha256").update(key).digest("hex").slice(0, 16));
    this.#fetched.set(key, known);
    const fetched = await known;
    return "reason" in fetched ? fetched : { ...fetched, chart: { ...fetched.chart, file, remote } };
  }
  async #fetch(remote, name) {
    const folder = join11(this.#helm.folder, "remote", name);
    await makeFolders([folder]);
    const { ok, stderr } = await fetchChart(this.#helm, remote, folder);
    const [packed] = ok ? (await listFolder(folder)).filter((entry) => entry.name.endsWith(".tgz")) : [];
    if (!packed) return { reason: `${wordsFor(remote)} could not be fetched: ${stderr.trim().replace(/^Error: /, "")}` };
    const path = join11(folder, packed.name);
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

// src/render/releases.ts
async function renderReleases(releases, options) {
  refuseDownload(options);
  if (releases.length === 0) return { parts: [], capabilities: void 0 };
  return withTemporaryFolder(async (folder) => {
    const helm = await prepareHelm(folder, options.helm, options.timeoutMs ?? 6e4, options.helmVersion);
    const remote = new RemoteCharts(helm, options.fetchDependencies === true && !options.offline);
    let done = 0;
    const work = mapConcurrently(releases, options.jobs ?? availableParallelism(), async (release) => {
      const part = await renderDeclared(options, release, helm, remote);
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
async function renderDeclared(options, release, helm, remote) {
  const { chart, declaredIn } = release;
  if (!chart.remote) return renderRelease(options, release, helm);
  const fetched = await remote.get(chart.remote, declaredIn);
  if (!("reason" in fetched)) {
    const part = await renderRelease(options, { ...release, chart: fetched.chart }, helm);
    return {
      ...part,
      files: part.files ?? fetched.files,
      failures: part.failures.map((fault) => onDeclaration(fault, release))
    };
  }
  return unrendered(release, fetched.reason);
}
var onDeclaration = (failure, { declaredIn, lines }) => failure.location?.file === declaredIn && failure.location.startLine === void 0 && lines ? { ...failure, location: { ...failure.location, startLine: lines.entry } } : failure;
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
    summary: summaryOf(release, manifests.length, Math.round(renderMs))
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
  ...{ manifests, renderMs }
});

export {
  DEFAULT,
  claimOf,
  inClusters,
  readChart,
  SKIPPED,
  discover,
  releaseId,
  withOverlay,
  mapConcurrently,
  readPlain,
  render,
  silentNotes,
  renderReleases,
  refuseDownload
};
