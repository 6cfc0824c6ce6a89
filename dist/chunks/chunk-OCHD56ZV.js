import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  DEFAULT,
  claimOf,
  discover,
  inClusters,
  mapConcurrently,
  readChart,
  readPlain,
  renderReleases,
  withOverlay
} from "./chunk-RKLL6WKX.js";
import {
  isInline
} from "./chunk-YHV7QRBG.js";
import {
  Manifest,
  World
} from "./chunk-ZQMNIOPM.js";
import {
  isNamespaced
} from "./chunk-DF245JEE.js";
import {
  parseText
} from "./chunk-QFHOROBC.js";
import {
  lineOfPath,
  nodeOfPath
} from "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  kindOfPath,
  readText,
  relativeTo,
  targetWithin
} from "./chunk-4WC5IFVI.js";
import {
  asList,
  asMapping,
  asText,
  asTexts,
  isPlaceholder,
  valueAt
} from "./chunk-MWLKK7FC.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/model/worlds.ts
var worldsOf = (rendered, plain, circumstances) => circumstances.clusters.flatMap((cluster) => worldsIn(cluster, rendered, plain, circumstances));
function worldsIn(cluster, rendered, plain, { claims, config, isComplete, kubeVersion: named }) {
  const here = rendered.filter(({ release }) => release.clusters.includes(cluster));
  const files = plain.filter(({ file }) => claims.get(file)?.includes(cluster) ?? true);
  const kubeVersion = named ?? config.clusters?.[cluster]?.kubeVersion;
  const complete = isComplete && config.clusters?.[cluster]?.complete === true;
  const charts = [...Map.groupBy(here, ({ release }) => release.chart.path).values()];
  const firstOf = firstTwins(charts);
  const twins = twinsOf(firstOf);
  const known = /* @__PURE__ */ new Set();
  return variantsOf(charts).flatMap((variant, i) => {
    const chosen2 = new Set(charts.flatMap((parts) => inVariant(parts, variant)).map((part) => firstOf.get(part) ?? part));
    const releases = here.filter((part) => chosen2.has(part));
    const key = releases.map((part) => here.indexOf(part)).join();
    if (known.has(key)) return [];
    known.add(key);
    const manifests = [...releases, ...files].flatMap((part) => part.manifests);
    const values = new Map(releases.flatMap((part) => part.values ? [[part.release.name, part.values]] : []));
    const kubeVersions = new Map(
      releases.flatMap(
        ({ release }) => release.kubeVersion === void 0 ? [] : [[release.name, release.kubeVersion]]
      )
    );
    const options = { cluster, variant, config, complete, values, kubeVersion, kubeVersions };
    return { world: new World(manifests, options), releases, isMain: i === 0, twins };
  });
}
function firstTwins(charts) {
  const first = /* @__PURE__ */ new Map();
  for (const parts of charts.filter(({ length }) => length > 1))
    for (const same of Map.groupBy(parts, contentOf).values()) for (const part of same) first.set(part, same[0] ?? part);
  return first;
}
function twinsOf(firstOf) {
  const twins = /* @__PURE__ */ new Map();
  for (const [part, first] of firstOf)
    for (const [i, manifest] of part === first ? [] : part.manifests.entries()) {
      const original = first.manifests[i];
      if (original) twins.set(original, [...twins.get(original) ?? [], manifest]);
    }
  return twins;
}
var contentOf = ({ release: { name, namespace }, manifests, values }) => JSON.stringify([
  ...[name, namespace, manifests.map(({ file, source, base }) => [file, source.text, base])],
  ...[values?.files.map(({ source }) => source.text), values?.set]
]);
function variantsOf(charts) {
  const names = charts.flatMap((parts) => {
    const variants = [...new Set(parts.map(({ release }) => release.variant))];
    return variants.length === 1 && variants[0] === DEFAULT ? [] : variants;
  });
  const unique = [...new Set(names)];
  if (unique.length === 0) return [DEFAULT];
  return unique.includes(DEFAULT) ? [DEFAULT, ...unique.filter((name) => name !== DEFAULT)] : unique;
}
function inVariant(parts, variant) {
  const of = (name) => parts.filter(({ release }) => release.variant === name);
  const [exact, usual] = [of(variant), of(DEFAULT)];
  return exact.length > 0 ? exact : usual.length > 0 ? usual : of(parts[0]?.release.variant);
}
function claimsOfManifests(rendered, plain, claims) {
  const claimed = [
    ...rendered.map(({ release, manifests }) => ({ claim: release.claim, manifests })),
    ...plain.map(({ file, manifests }) => ({ claim: claims.get(file), manifests }))
  ];
  return new Map(
    claimed.flatMap(({ claim, manifests }) => claim ? manifests.map((manifest) => [manifest, claim]) : [])
  );
}
function schemaOf({ release, manifests }, all) {
  const homes = all.filter(({ releases }) => releases.some((part) => part.manifests === manifests));
  const others = all.filter(({ world, isMain }) => isMain && release.clusters.includes(world.cluster));
  const schemas = (homes.length > 0 ? homes : others).flatMap(
    ({ world, met }) => (met ?? world).schemas.judging(manifests)
  );
  return schemas.length > 0 ? [...new Set(schemas)].sort().join("; ") : null;
}

// src/discover/declared/application-set.ts
import { matchesGlob, posix } from "node:path";

// src/discover/declared/fill.ts
var PLACE = /\{\{-?\s*\.?([\w.[\]-]+)\s*-?\}\}/g;
var fillText = (text, parameters) => text.replaceAll(PLACE, (place, name) => parameters.get(name) ?? place);
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

// src/discover/declared/application-set.ts
var APPLICATION_SET = "argoproj.io/ApplicationSet";
var MOST_APPLICATIONS = 2e3;
function applicationsOf(set, files) {
  const unknown = /* @__PURE__ */ new Set();
  const all = asList(set.get("spec", "generators")).flatMap((generator) => generated(generator, files, unknown));
  if (all.length > MOST_APPLICATIONS) unknown.add(`more than ${MOST_APPLICATIONS} parameters`);
  const expanded = all.slice(0, MOST_APPLICATIONS).map((parameters) => ({ parameters, application: filled(set, parameters) }));
  return { expanded, unknown: [...unknown].sort() };
}
var GENERATORS = {
  list: ({ elements }) => asList(elements).map((element) => parametersOf(element)),
  git: gitParameters,
  matrix: ({ generators }, files, unknown) => asList(generators).map((generator) => generated(generator, files, unknown)).reduce(
    (all, some) => all.flatMap((one) => some.map((other) => new Map([...one, ...other]))).slice(0, MOST_APPLICATIONS + 1),
    [/* @__PURE__ */ new Map()]
  )
};
function generated(value, files, unknown) {
  return Object.entries(asMapping(value) ?? {}).flatMap(([name, content]) => {
    if (name === "selector" || name === "template") return [];
    const generator = Object.hasOwn(GENERATORS, name) ? GENERATORS[name] : void 0;
    const mapping = asMapping(content);
    if (generator && mapping) return generator(mapping, files, unknown);
    unknown.add(name);
    return [];
  });
}
function gitParameters({ directories, files: wanted, values }, files) {
  const more = parametersOf(values === void 0 ? {} : { values });
  const folders = chosen(foldersOf(files.paths), directories).map((folder) => [...pathParameters(folder)]);
  const contents = chosen(files.paths, wanted).map((path) => {
    const text = files.read(path);
    return [...pathParameters(posix.dirname(path)), ...text === void 0 ? [] : parametersOf(parseText(text).body)];
  });
  return [...folders, ...contents].map((entries) => new Map([...entries, ...more]));
}
function chosen(paths, patterns) {
  const entries = asList(patterns).flatMap((entry) => [asMapping(entry) ?? []].flat());
  const matches = (path, isExcluded) => entries.some(({ path: glob, exclude }) => exclude === true === isExcluded && isMatch(path, asText(glob) ?? ""));
  return paths.filter((path) => matches(path, false) && !matches(path, true));
}
var isMatch = (path, glob) => matchesGlob(path, posix.normalize(glob).replace(/\/$/, ""));
function foldersOf(paths) {
  const folders = /* @__PURE__ */ new Set();
  for (const path of paths)
    for (let folder = posix.dirname(path); folder !== "." && !folders.has(folder); folder = posix.dirname(folder))
      folders.add(folder);
  return [...folders].sort();
}
function pathParameters(folder) {
  const segments = folder.split("/");
  const basename = posix.basename(folder);
  return new Map([
    ...["path", "path.path"].map((name) => [name, folder]),
    ["path.basename", basename],
    ["path.basenameNormalized", basename.replaceAll(/[^A-Za-z0-9-]/g, "-")],
    ...segments.flatMap((segment, i) => [[`path[${i}]`, segment], [`path.segments.${i}`, segment]])
  ]);
}
function filled(set, parameters) {
  const template = asMapping(fillValue(set.get("spec", "template"), parameters)) ?? {};
  const metadata = { ...asMapping(template.metadata), namespace: set.namespace };
  const origin = { file: set.file, release: set.release, templateFile: () => set.file };
  return new Manifest(
    { apiVersion: set.apiVersion, kind: "Application", metadata, spec: template.spec },
    set.template === void 0 ? { file: set.file, release: void 0 } : origin,
    { source: set.source, startLine: set.startLine, template: set.template, base: [...set.base, "spec", "template"] }
  );
}

// src/discover/declared/argo-cd.ts
import { posix as posix2 } from "node:path";

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

// src/discover/declared/inline-values.ts
var import_yaml2 = __toESM(require_dist(), 1);
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
  const isEditable = (0, import_yaml2.isMap)(node) && parameters.size === 0;
  const holder = isEditable ? { document: document.isWhole ? void 0 : document.startLine, path } : void 0;
  if (isSame) return { file, keyLine, text: written, hasFileLines: true, holder };
  const text = typeof value === "string" ? value : (0, import_yaml2.stringify)(value, { lineWidth: 0, aliasDuplicateObjects: false });
  return { file, keyLine, text, hasFileLines: false };
}
function writtenText({ text, startLine }, node) {
  if (!node.range) return void 0;
  const [start, end] = [contentStart(text, node), node.range[1]];
  if (start === void 0) return void 0;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(0, lineStart).split("\n").length - 1;
  return "\n".repeat(startLine - 1 + before) + " ".repeat(start - lineStart) + text.slice(start, end);
}
function contentStart(text, node) {
  if (!node.range) return void 0;
  if ((0, import_yaml2.isMap)(node)) return node.range[0];
  if (!(0, import_yaml2.isScalar)(node) || node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED") return void 0;
  const newline = text.indexOf("\n", node.range[0]);
  return newline < 0 ? void 0 : newline + 1;
}

// src/discover/declared/manifest-document.ts
function documentOf({ file, source, startLine, template }) {
  const { text, parsed } = source;
  return {
    file: template === void 0 ? file : void 0,
    text,
    located: parsed.located,
    body: parsed.body,
    startLine,
    isWhole: false
  };
}
var lineIn = (manifest, path) => manifest.template === void 0 ? manifest.lineOf(path) : void 0;
function declaredAt(manifest, path) {
  const startLine = lineIn(manifest, path);
  return { file: manifest.file, ...startLine !== void 0 && { startLine }, via: "declaration" };
}

// src/discover/declared/argo-cd.ts
var APPLICATION = "argoproj.io/Application";
function applicationCharts(application, parameters) {
  const sources = asList(application.get("spec", "sources"));
  const paths = sources.length > 0 ? sources.map((_, i) => ["spec", "sources", i]) : [["spec", "source"]];
  return paths.flatMap((path) => sourceChart(application, path, parameters) ?? []);
}
function sourceChart(application, path, parameters) {
  const source = asMapping(application.get(...path));
  const chart = source && chartOf(source);
  if (!source || !chart) return void 0;
  const helm = asMapping(source.helm) ?? {};
  const key = asText(source.chart) === void 0 ? "path" : "chart";
  return {
    ...NOTHING_MORE,
    form: "Argo CD Application",
    name: asText(helm.releaseName) || application.name,
    namespace: asText(helm.namespace) || asText(application.get("spec", "destination", "namespace")) || "default",
    destination: destinationOf(application),
    chart,
    values: [
      ...valueFiles(application, [...path, "helm"], chart),
      ...inlineOf(application, [...path, "helm"], parameters)
    ],
    ...parametersOf2(application, [...path, "helm", "parameters"]),
    kubeVersion: asText(helm.kubeVersion),
    apiVersions: asTexts(helm.apiVersions),
    location: declaredAt(application, [...path, key]),
    unknownValues: asList(helm.fileParameters).length > 0 ? [{ reason: "fileParameters are not read", line: lineIn(application, [...path, "helm", "fileParameters"]) }] : []
  };
}
function destinationOf(application) {
  const { name, server } = asMapping(application.get("spec", "destination")) ?? {};
  const cluster = asText(name) || asText(server);
  if (cluster === void 0 || isPlaceholder(cluster)) return void 0;
  return cluster === "https://kubernetes.default.svc" ? "in-cluster" : cluster;
}
function chartOf(source) {
  const repository = asText(source.repoURL) ?? "";
  const name = asText(source.chart);
  const folder = asText(source.path);
  if (name !== void 0)
    return {
      kind: "remote",
      // Of a registry, Argo CD takes the name without `oci://`.
      chart: {
        repository: repository.includes("://") ? repository : `oci://${repository}`,
        name,
        version: asText(source.targetRevision) ?? ""
      }
    };
  return folder === void 0 ? void 0 : { kind: "folder", folder: posix2.normalize(folder), repository };
}
function valueFiles(application, path, chart) {
  const isOptional = application.get(...path, "ignoreMissingValueFiles") === true;
  return asList(application.get(...path, "valueFiles")).flatMap((item, i) => {
    const name = asText(item);
    if (name === void 0) return [];
    const folder = chart.kind === "folder" ? chart.folder : "";
    const file = /^(?:\$[^/]+)?\//.test(name) ? name.replace(/^[^/]*\//, "") : posix2.join(folder, name);
    return { file, isOptional, line: lineIn(application, [...path, "valueFiles", i]) };
  });
}
function inlineOf(application, path, parameters) {
  const document = documentOf(application);
  const found = inlineValues(document, [...application.base, ...path, "valuesObject"], parameters) ?? inlineValues(document, [...application.base, ...path, "values"], parameters);
  return found ? [found] : [];
}
function parametersOf2(application, path) {
  const set = {};
  const setTexts = [];
  const setLines = /* @__PURE__ */ new Map();
  for (const [i, item] of asList(application.get(...path)).entries()) {
    const parameter = asMapping(item);
    const name = asText(parameter?.name);
    if (!parameter || name === void 0) continue;
    const value = String(parameter.value ?? "");
    const text = `${name}=${value.startsWith("{") ? value : value.replaceAll(/(?<!\\),/g, "\\,")}`;
    const line = lineIn(application, [...path, i, "value"]);
    if (parameter.forceString === true) set[name] = value;
    else setTexts.push(text);
    if (line !== void 0) setLines.set(parameter.forceString === true ? name : text, line);
  }
  return { set, setTexts, setLines };
}

// src/discover/declared/destinations.ts
function placementOf(discovery, releases, folders, config) {
  const sent = [...releases, ...folders].flatMap(({ destination }) => destination ?? []);
  const clusters = [...new Set(sent)].sort();
  if (clusters.length < 2 || config.clusters) return { ...discovery, clustersOf: ({ clusters: own }) => own };
  const claims = new Map(discovery.claims);
  for (const file of discovery.files) {
    const destinations = foldersOf2(file, folders).flatMap(({ destination }) => destination ?? []);
    if (destinations.length > 0) claims.set(file, [.../* @__PURE__ */ new Set([...claims.get(file) ?? [], ...destinations])]);
  }
  return { clusters, claims, clustersOf: ({ destination }) => destination === void 0 ? clusters : [destination] };
}
var inSentNamespaces = (parts, folders) => folders.length === 0 ? parts : parts.map((part) => {
  const [namespace, ...others] = new Set(foldersOf2(part.file, folders).map((folder) => folder.namespace));
  if (namespace === void 0 || others.length > 0) return part;
  return { ...part, manifests: part.manifests.map((manifest) => withNamespace(manifest, namespace)) };
});
function withNamespace(manifest, namespace) {
  if (!isNamespaced(manifest.groupKind) || manifest.namespace !== void 0) return manifest;
  return manifest.withBody({ ...manifest.body, metadata: { ...asMapping(manifest.body.metadata), namespace } });
}
var foldersOf2 = (file, folders) => folders.filter(({ folder }) => folder === "." || file.startsWith(`${folder}/`));

// src/discover/declared/flux.ts
import { posix as posix3 } from "node:path";
var HELM_RELEASE = "helm.toolkit.fluxcd.io/HelmRelease";
var SOURCES = "source.toolkit.fluxcd.io";
function helmReleaseChart(release, sources, generated2) {
  const spec = asMapping(release.get("spec")) ?? {};
  const target = asText(spec.targetNamespace);
  const isReference = asMapping(spec.chartRef) !== void 0;
  const { values, unknownValues } = valuesFrom(release, generated2);
  const inline = inlineValues(documentOf(release), [...release.base, "spec", "values"]);
  return {
    ...NOTHING_MORE,
    form: "Flux HelmRelease",
    name: asText(spec.releaseName) || (target ? `${target}-${release.name}` : release.name),
    namespace: target || release.namespace || release.name,
    chart: isReference ? referencedChart(release, sources) : chartOf2(release.get("spec", "chart", "spec"), release, sources),
    values: [...values, ...inline ? [inline] : []],
    location: declaredAt(release, isReference ? ["spec", "chartRef"] : ["spec", "chart", "spec", "chart"]),
    unknownValues
  };
}
function chartOf2(chart, owner, sources) {
  const name = asText(valueAt(chart, ["chart"])) ?? "";
  const version = asText(valueAt(chart, ["version"])) ?? "";
  const kind = asText(valueAt(chart, ["sourceRef", "kind"])) ?? "";
  if (kind === "GitRepository" || kind === "Bucket")
    return { kind: "folder", folder: posix3.normalize(name), repository: void 0 };
  const source = sourceNamed(kind, valueAt(chart, ["sourceRef"]), owner, sources);
  const repository = source && asText(source.get("spec", "url"));
  if (repository === void 0) return notHere(kind, valueAt(chart, ["sourceRef", "name"]));
  return { kind: "remote", chart: { repository, name, version } };
}
function referencedChart(release, sources) {
  const reference = release.get("spec", "chartRef");
  const kind = asText(valueAt(reference, ["kind"])) ?? "";
  const source = sourceNamed(kind, reference, release, sources);
  if (!source) return notHere(kind, valueAt(reference, ["name"]));
  if (kind === "HelmChart") return chartOf2(source.get("spec"), source, sources);
  const url = asText(source.get("spec", "url")) ?? "";
  const version = ["digest", "semver", "tag"].flatMap((key) => asText(source.get("spec", "ref", key)) ?? [])[0] ?? "";
  return {
    kind: "remote",
    chart: { repository: url.slice(0, url.lastIndexOf("/")), name: url.slice(url.lastIndexOf("/") + 1), version }
  };
}
var notHere = (kind, name) => ({
  kind: "unknown",
  reason: `${kind || "its source"} ${asText(name) ?? ""} is not in the repository`.replace("  ", " ")
});
function sourceNamed(kind, reference, owner, sources) {
  const name = asText(valueAt(reference, ["name"]));
  const namespace = asText(valueAt(reference, ["namespace"])) ?? owner.namespace;
  const found = sources.filter((source) => source.groupKind === `${SOURCES}/${kind}` && source.name === name);
  return found.find((source) => source.namespace === namespace) ?? found[0];
}
function valuesFrom(release, generated2) {
  const values = [];
  const unknownValues = [];
  for (const [i, item] of asList(release.get("spec", "valuesFrom")).entries()) {
    const { kind, name, valuesKey, targetPath } = asMapping(item) ?? {};
    const file = kind === "ConfigMap" ? generated2.get(asText(name) ?? "")?.get(asText(valuesKey) ?? "values.yaml") : void 0;
    const line = lineIn(release, ["spec", "valuesFrom", i]);
    if (file !== void 0 && targetPath === void 0) values.push({ file, isOptional: false, line });
    else
      unknownValues.push({
        reason: `the values of ${asText(kind) ?? "an object"} ${asText(name) ?? ""} are not known`,
        line
      });
  }
  return { values, unknownValues };
}

// src/discover/declared/kustomize.ts
import { posix as posix4 } from "node:path";
var isKustomization = (file) => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file);
function kustomizationCharts(document, isChart) {
  const kustomization = asMapping(document.body) ?? {};
  const home = posix4.join(
    posix4.dirname(document.file),
    asText(asMapping(kustomization.helmGlobals)?.chartHome) ?? "charts"
  );
  return asList(kustomization.helmCharts).flatMap((item, i) => {
    const chart = asMapping(item);
    const name = asText(chart?.name);
    if (!chart || name === void 0) return [];
    const path = ["helmCharts", i];
    return {
      ...NOTHING_MORE,
      form: "helmCharts of a kustomization",
      name: asText(chart.releaseName) || name,
      namespace: asText(chart.namespace) || asText(kustomization.namespace) || "default",
      chart: chartOf3(chart, name, posix4.join(home, name), isChart),
      values: valuesOf(document, chart, path),
      kubeVersion: asText(chart.kubeVersion),
      apiVersions: asList(chart.apiVersions).flatMap((version) => asText(version) ?? []),
      location: { file: document.file, startLine: lineIn2(document, [...path, "name"]), via: "declaration" }
    };
  });
}
function chartOf3(chart, name, folder, isChart) {
  const repository = asText(chart.repo);
  if (repository === void 0 || isChart(folder)) return { kind: "folder", folder, repository };
  return { kind: "remote", chart: { repository, name, version: asText(chart.version) ?? "" } };
}
function valuesOf(document, chart, path) {
  const folder = posix4.dirname(document.file);
  const files = [
    asText(chart.valuesFile) ?? [],
    asList(chart.additionalValuesFiles).flatMap((name) => asText(name) ?? [])
  ].flat().map((name) => ({
    file: posix4.join(folder, name),
    isOptional: false,
    line: lineIn2(document, [...path, name === chart.valuesFile ? "valuesFile" : "additionalValuesFiles"])
  }));
  const inline = inlineValues(document, [...path, "valuesInline"]);
  if (!inline) return files;
  if (chart.valuesMerge === "replace") return [inline];
  return chart.valuesMerge === "merge" ? [inline, ...files] : [...files, inline];
}
var lineIn2 = ({ located, startLine }, path) => startLine - 1 + lineOfPath(located, path);
function generatedConfigMaps(documents) {
  const made = /* @__PURE__ */ new Map();
  for (const { file, body } of documents)
    for (const item of asList(asMapping(body)?.configMapGenerator)) {
      const { name, files } = asMapping(item) ?? {};
      const keys = asList(files).flatMap((entry) => {
        const [, key, path] = /^(?:([^=]+)=)?(.+)$/.exec(asText(entry) ?? "") ?? [];
        return path === void 0 ? [] : [[key ?? posix4.basename(path), posix4.join(posix4.dirname(file), path)]];
      });
      if (typeof name === "string") made.set(name, new Map([...made.get(name) ?? [], ...keys]));
    }
  return made;
}

// src/discover/declared/releases.ts
import { resolve } from "node:path";
async function releasesOf(declarations, root, config) {
  const found = await Promise.all(declarations.map((declaration) => releaseOf(declaration, root, config)));
  return {
    releases: found.flatMap(({ release }) => release ?? []),
    folders: found.flatMap(({ folder }) => folder ?? []),
    elsewhere: found.flatMap(({ elsewhere }) => elsewhere ?? []),
    failures: found.flatMap(({ failures }) => failures ?? [])
  };
}
async function releaseOf(declaration, root, config) {
  const { name, location } = declaration;
  const found = await chartOf4(declaration, root);
  if ("reason" in found) return { failures: [failureOf(declaration, found.reason)] };
  if (!("chart" in found)) return found;
  const { chart } = found;
  const failures = declaration.unknownValues.map(({ reason, line }) => failureOf(declaration, reason, line));
  const values = [];
  for (const source of declaration.values) {
    const there = await sourceOf(source, root);
    if (there) values.push(there);
    else if (!isInlineValues(source) && !source.isOptional)
      failures.push(failureOf(declaration, `there is no values file ${source.file}`, source.line));
  }
  const release = {
    name,
    namespace: declaration.namespace,
    chart,
    values,
    set: declaration.set,
    setTexts: declaration.setTexts,
    kubeVersion: declaration.kubeVersion,
    apiVersions: declaration.apiVersions,
    claim: claimOf(resolve(root, location.file), config),
    clusters: [],
    variant: DEFAULT,
    destination: declaration.destination,
    declaredIn: location.file,
    lines: location.startLine === void 0 ? void 0 : { entry: location.startLine, set: declaration.setLines }
  };
  return { release, failures };
}
var failureOf = ({ form, name, location }, reason, line = location.startLine) => ({
  release: name,
  chart: location.file,
  message: `${form}: ${reason}`,
  location: { ...location, ...line !== void 0 && { startLine: line } }
});
async function chartOf4({ chart, location, destination, namespace, form }, root) {
  if (chart.kind === "unknown") return { reason: chart.reason };
  if (chart.kind === "remote") return { chart: remoteChart(chart.chart, location.file) };
  const path = await targetWithin(root, resolve(root, chart.folder));
  if (path === void 0) return { elsewhere: `${chart.folder} (${form} in ${location.file})` };
  if (await kindOfPath(resolve(path, "Chart.yaml")) === "file") return { chart: await readChart(root, path) };
  return { folder: { folder: relativeTo(root, path), destination, namespace } };
}
var remoteChart = (remote, file) => ({
  ...{ path: "", file, name: remote.name, version: remote.version, remote },
  ...{ isPackaged: true, isLibrary: false, isChart: true }
});
var isInlineValues = (source) => "text" in source;
async function sourceOf(source, root) {
  if (isInlineValues(source)) return source;
  const path = await targetWithin(root, resolve(root, source.file));
  return path !== void 0 && await kindOfPath(path) === "file" ? { path } : void 0;
}

// src/discover/declared/declared.ts
var MOST_NAMED = 20;
var mayDeclare = (text) => text.includes("argoproj.io/") || text.includes("helm.toolkit.fluxcd.io/") || text.includes("helmCharts");
var DeclaredReleases = class {
  #discovery;
  #root;
  #config;
  #manifests = [];
  #kustomizations = [];
  #known = /* @__PURE__ */ new Set();
  #failures = /* @__PURE__ */ new Map();
  #folders = [];
  #elsewhere = /* @__PURE__ */ new Set();
  #unknown = /* @__PURE__ */ new Set();
  #texts = /* @__PURE__ */ new Map();
  #paths;
  #charts;
  /** The charts of which the config says how they are installed. */
  #configured;
  #taken = /* @__PURE__ */ new Set();
  constructor(discovery, root, config) {
    this.#discovery = discovery;
    this.#root = root;
    this.#config = config;
    const configured = discovery.releases.filter(({ declaredIn, chart }) => declaredIn !== chart.file);
    this.#configured = new Set(configured.map(({ chart }) => chart.path));
    this.#paths = [.../* @__PURE__ */ new Set([...discovery.files, ...discovery.releases.map(({ chart }) => chart.file)])].sort();
    this.#charts = new Set(discovery.releases.map(({ chart }) => relativeTo(root, chart.path)));
  }
  /** What of the declared could not be had. */
  get failures() {
    return [...this.#failures.values()];
  }
  /** What is declared here and cannot be known, or lies in other repositories. */
  get notes() {
    const named = [...this.#elsewhere].sort();
    const unknown = [...this.#unknown].sort();
    if (named.length === 0) return unknown;
    const rest = named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more` : "";
    return [...unknown, `in other repositories, and not checked here: ${named.slice(0, MOST_NAMED).join(", ")}${rest}`];
  }
  /** Where things go, now that all releases are known. */
  placementOf(releases) {
    return placementOf(this.#discovery, releases, this.#folders, this.#config);
  }
  /** Plain files in the namespaces that they are sent to. */
  inNamespaces(parts) {
    return inSentNamespaces(parts, this.#folders);
  }
  /** The releases that these declare and nothing before them did, in each of their clusters. */
  async by(parts) {
    const manifests = parts.flatMap((part) => part.manifests);
    const kustomizations = parts.flatMap(
      ({ file = "", text = "" }) => isKustomization(file) ? readFile(file, text) : []
    );
    for (const { file, text } of parts) if (file !== void 0 && text !== void 0) this.#texts.set(file, text);
    this.#manifests.push(...manifests);
    this.#kustomizations.push(...kustomizations);
    const { releases, failures, folders, elsewhere } = await releasesOf(
      this.#declarationsIn(manifests, kustomizations),
      this.#root,
      this.#config
    );
    this.#folders.push(...folders);
    for (const source of elsewhere) this.#elsewhere.add(source);
    for (const failure of failures) this.#failures.set(JSON.stringify(failure), failure);
    const fresh = releases.filter((release) => !this.#configured.has(release.chart.path) && this.#isNew(release));
    this.#taken = /* @__PURE__ */ new Set([...this.#taken, ...fresh.map(({ chart }) => chart.path)]);
    return fresh.flatMap((release) => inClusters(release, this.#discovery.clusters, this.#config));
  }
  /** Whether a chart is installed as somebody says; then the way in which charts are installed by default is not its own. */
  isTaken({ chart, declaredIn }) {
    return declaredIn === chart.file && chart.remote === void 0 && this.#taken.has(chart.path);
  }
  #declarationsIn(manifests, kustomizations) {
    const generated2 = generatedConfigMaps(this.#kustomizations);
    return [
      ...manifests.flatMap((manifest) => {
        if (manifest.groupKind === APPLICATION) return applicationCharts(manifest);
        if (manifest.groupKind === APPLICATION_SET) return this.#chartsOfSet(manifest);
        if (manifest.groupKind !== HELM_RELEASE) return [];
        return helmReleaseChart(manifest, this.#manifests, generated2);
      }),
      ...kustomizations.flatMap((document) => kustomizationCharts(document, (folder) => this.#charts.has(folder)))
    ];
  }
  #chartsOfSet(set) {
    const { expanded, unknown } = applicationsOf(set, { paths: this.#paths, read: (path) => this.#texts.get(path) });
    if (unknown.length > 0)
      this.#unknown.add(`${set.file}: what ApplicationSet ${set.name} makes by ${unknown.join(", ")} is not known here`);
    return expanded.flatMap(({ application, parameters }) => applicationCharts(application, parameters));
  }
  /** An application that makes itself is not a new one. */
  #isNew({ name, namespace, chart, destination, values, set, setTexts }) {
    const given = values.map((source) => isInline(source) ? source.text.trim() : source.path);
    const key = JSON.stringify([name, namespace, chart.path, chart.remote, destination, given, set, setTexts]);
    return !this.#known.has(key) && this.#known.add(key) !== void 0;
  }
};
function readFile(file, text) {
  const { located, body } = parseText(text);
  return { file, text, located, body, startLine: 1, isWhole: true };
}

// src/discover/operator-chart.ts
import { relative, resolve as resolve2 } from "node:path";
var OFFICIAL = "oci://ghcr.io/external-secrets/charts/external-secrets";
var NAME = "external-secrets";
async function operatorRelease(named, root) {
  return {
    ...{ name: NAME, namespace: NAME, chart: await chartOf5(named, root), declaredIn: named.chart ?? OFFICIAL },
    ...{ values: [], set: {}, setTexts: [], kubeVersion: void 0, apiVersions: [] },
    ...{ claim: void 0, clusters: [], variant: DEFAULT }
  };
}
async function chartOf5({ chart = OFFICIAL, folder, version = "" }, root) {
  if (/^(?:oci|https?):\/\//.test(chart)) {
    const isRegistry = chart.startsWith("oci://");
    const end = isRegistry ? chart.lastIndexOf("/") : chart.length;
    const name = isRegistry ? chart.slice(end + 1) : NAME;
    const remote = { repository: chart.slice(0, end), name, version };
    return { path: "", file: chart, name, version, isPackaged: true, isLibrary: false, isChart: true, remote };
  }
  const path = resolve2(folder, chart);
  const kind = await kindOfPath(path);
  const isChart = kind === "file" || await kindOfPath(resolve2(path, "Chart.yaml")) === "file";
  if (!isChart)
    throw new UserError(`${chart}: there is no chart here`, "name a chart folder, a package, oci://… or a repository");
  const found = await readChart(root, path);
  if (version !== "" && found.version !== version)
    throw new UserError(
      `${chart}: this is version ${found.version || "unknown"} of the chart, not ${version}`,
      "leave out the version, or name another chart"
    );
  return relative(root, path).startsWith("..") ? { ...found, file: chart } : found;
}

// src/render/kustomize/kustomized.ts
import { posix as posix6 } from "node:path";

// src/render/kustomize/kustomizations.ts
import { posix as posix5 } from "node:path";
function kustomizationsIn(parts) {
  const files = parts.filter(({ file }) => isKustomization(file));
  return new Map(files.map(({ file, text }) => [posix5.dirname(file), readKustomization(posix5.dirname(file), text)]));
}
function readKustomization(folder, text) {
  const body = asMapping(parseText(text).body) ?? {};
  const paths = (value) => asList(value).flatMap((item) => pathIn(folder, asText(item)));
  const patches = [...asList(body.patches), ...asList(body.patchesJson6902)];
  return {
    namespace: asText(body.namespace) || void 0,
    resources: [...paths(body.resources), ...paths(body.bases), ...paths(body.components)],
    patches: [
      ...paths(body.patchesStrategicMerge),
      ...patches.flatMap((patch) => pathIn(folder, asText(asMapping(patch)?.path)))
    ]
  };
}
var pathIn = (folder, path) => path === void 0 || path.includes("\n") || path.includes("://") ? [] : [posix5.join(folder, path).replace(/\/$/, "")];

// src/render/kustomize/namespaces.ts
var Namespaces = class {
  #byFolder;
  #files;
  #found = /* @__PURE__ */ new Map();
  #entered = /* @__PURE__ */ new Map();
  /** @param files all that there are, relative to the repository */
  constructor(byFolder, files) {
    this.#byFolder = byFolder;
    this.#files = files;
  }
  /** Goes in by the kustomizations that nothing takes in. */
  enterRoots() {
    const inner = new Set([...this.#byFolder.values()].flatMap(({ resources }) => resources));
    const roots = [...this.#byFolder.keys()].filter((folder) => !inner.has(folder) && !this.#entered.has(folder));
    for (const folder of roots) this.enter(folder, void 0);
  }
  /**
   * Goes in by a folder, or a file.
   * @param outer the namespace that stands over those of all kustomizations inside
   */
  enter(path, outer) {
    const outers = this.#entered.get(path) ?? /* @__PURE__ */ new Set();
    if (outers.has(outer)) return;
    this.#entered.set(path, outers.add(outer));
    const kustomization = this.#byFolder.get(path);
    if (kustomization) {
      const namespace = outer ?? kustomization.namespace;
      for (const resource of kustomization.resources) this.enter(resource, namespace);
    } else (this.#found.get(path) ?? this.#found.set(path, /* @__PURE__ */ new Set()).get(path))?.add(outer);
  }
  /** Goes in by a folder without a kustomization, of which Flux takes the outermost kustomizations and all other files. */
  enterPlain(folder, outer) {
    const isIn = (path, above) => above === "." || path.startsWith(`${above}/`);
    const inside = [...this.#byFolder.keys()].filter((path) => isIn(path, folder));
    const outermost = inside.filter((path) => !inside.some((above) => above !== path && isIn(path, above)));
    const files = this.#files.filter((file) => isIn(file, folder) && !outermost.some((above) => isIn(file, above)));
    for (const path of [...outermost, ...files]) this.enter(path, outer);
  }
  isKustomized(folder) {
    return this.#byFolder.has(folder);
  }
  /** Undefined for a file that nobody moves, or that is put into several namespaces. */
  of(file) {
    const found = [...this.#found.get(file) ?? []];
    return found.length === 1 ? found[0] : void 0;
  }
};

// src/render/kustomize/kustomized.ts
var FLUX_KUSTOMIZATION = "kustomize.toolkit.fluxcd.io/Kustomization";
function kustomized(parts) {
  const byFolder = kustomizationsIn(parts);
  const applied = parts.flatMap(
    ({ manifests }) => manifests.filter(({ groupKind }) => groupKind === FLUX_KUSTOMIZATION)
  );
  if (byFolder.size === 0 && applied.length === 0) return parts;
  const namespaces = new Namespaces(
    byFolder,
    parts.map(({ file }) => file)
  );
  for (const kustomization of applied) enterApplied(kustomization, namespaces);
  namespaces.enterRoots();
  const patches = new Set([...byFolder.values()].flatMap((kustomization) => kustomization.patches));
  const moved = parts.map((part) => ({ part, namespace: namespaces.of(part.file) }));
  const accounts = new Set(moved.flatMap(({ part, namespace }) => accountsIn(part, namespace)));
  return moved.map(({ part, namespace }) => {
    if (patches.has(part.file)) return { ...part, manifests: [] };
    if (namespace === void 0) return part;
    return { ...part, manifests: part.manifests.map((manifest) => inNamespace(manifest, namespace, accounts)) };
  });
}
function enterApplied(kustomization, namespaces) {
  const folder = posix6.normalize(asText(kustomization.get("spec", "path")) ?? ".").replace(/\/$/, "");
  const target = asText(kustomization.get("spec", "targetNamespace")) || void 0;
  if (namespaces.isKustomized(folder)) namespaces.enter(folder, target);
  else namespaces.enterPlain(folder, target);
}
var accountsIn = ({ manifests }, namespace) => namespace === void 0 ? [] : manifests.flatMap(
  ({ groupKind, name, namespace: old }) => groupKind === "core/ServiceAccount" ? accountKey(name, old, namespace) : []
);
var accountKey = (name, from, to) => JSON.stringify([name, from, to]);
function inNamespace(manifest, namespace, accounts) {
  const { groupKind, body } = manifest;
  const metadata = asMapping(body.metadata) ?? {};
  if (groupKind === "core/Namespace") return manifest.withBody({ ...body, metadata: { ...metadata, name: namespace } });
  const moved = isNamespaced(groupKind) ? { ...body, metadata: { ...metadata, namespace } } : body;
  const subjects = /^rbac\.authorization\.k8s\.io\/(?:Cluster)?RoleBinding$/.test(groupKind) && asList(body.subjects);
  if (!subjects || subjects.length === 0) return moved === body ? manifest : manifest.withBody(moved);
  return manifest.withBody({ ...moved, subjects: subjects.map((subject) => movedSubject(subject, namespace, accounts)) });
}
function movedSubject(value, namespace, accounts) {
  const subject = asMapping(value);
  if (subject?.kind !== "ServiceAccount") return value;
  const { name, namespace: old } = subject;
  const isMoved = name === "default" || accounts.has(accountKey(String(name), asText(old), namespace));
  return isMoved ? { ...subject, namespace } : value;
}

// src/render/part.ts
function failuresOf(rendered, others) {
  const all = rendered.flatMap(({ release: { variant }, failures }) => failures.map((failure) => ({ failure, variant })));
  const same = Map.groupBy(all, ({ failure }) => JSON.stringify(failure));
  const joined = [...same.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const variants = new Set([first, ...more].map(({ variant }) => variant));
    if (variants.has(DEFAULT)) return first.failure;
    return { ...first.failure, message: `${first.failure.message} (in the variant ${[...variants].join(", ")})` };
  });
  return [...joined, ...others.flatMap(({ failures }) => failures)];
}

// src/gather.ts
async function gather(options, config, clock) {
  const { root, folder, paths, release } = options;
  const discovery = await discover(root, folder, paths, config, release);
  clock.lap("discover");
  const { parts, capabilities, plain, declared, unrendered } = await renderAll(discovery, options, config);
  const placement = declared.placementOf(parts.map((part) => part.release));
  const rendered = parts.map((part) => inClusters2(part, placement.clustersOf(part.release)));
  clock.lap("render");
  const own = [...discovery.failures, ...declared.failures, ...unrendered, ...failuresOf(rendered, plain)];
  const isComplete = own.length === 0;
  const worlds = worldsOf(rendered, plain, { ...placement, config, isComplete, kubeVersion: release?.kubeVersion });
  const operator = await operatorFor(worlds, options, config);
  const failures = [...own, ...failuresOf(operator.parts, [])];
  const foreign = operator.parts.flatMap((part) => part.manifests);
  return {
    ...{ rendered, plain, failures, foreign: new Set(foreign) },
    capabilities: capabilities ?? operator.capabilities,
    ...{ claims: placement.claims, notes: [...discovery.notes, ...declared.notes] },
    manifests: [...rendered, ...plain].flatMap((part) => part.manifests),
    worlds: worlds.map(
      (inhabited) => lacksOperator(inhabited) ? { ...inhabited, met: inhabited.world.with(foreign) } : inhabited
    )
  };
}
var lacksOperator = ({ world }) => !world.has("install");
async function operatorFor(worlds, options, config) {
  const given = { chart: config.esoChart, version: config.esoVersion, folder: config.folder };
  const named = [options.operatorChart, given].find((one) => (one?.chart ?? one?.version) !== void 0);
  if (!named || !worlds.some(lacksOperator)) return { parts: [], capabilities: void 0 };
  const release = await operatorRelease(named, options.root);
  return renderReleases([release], { ...options, fetchDependencies: true });
}
var inClusters2 = (part, clusters) => clusters === part.release.clusters ? part : { ...part, release: { ...part.release, clusters }, summary: { ...part.summary, cluster: clusters.join(", ") } };
var MOST_WAVES = 8;
var tooDeep = ({ name, declaredIn: file }) => ({
  release: name,
  message: `applications declare applications more than ${MOST_WAVES} deep: this one was not rendered`,
  location: { file, via: "declaration" }
});
async function renderAll(discovery, options, config) {
  const declared = new DeclaredReleases(discovery, options.root, config);
  const reading = readPlain(discovery.manifests, options.root).then(kustomized);
  let wave = await firstReleases(discovery, declared, reading);
  let parts = [];
  let capabilities;
  for (let round = 0; wave.length > 0 && round < MOST_WAVES; round++) {
    const rendered = await renderReleases(
      wave.map((release) => withOverlay(release, options.release)),
      options
    );
    capabilities ??= rendered.capabilities;
    wave = await declared.by(rendered.parts);
    parts = [...parts, ...rendered.parts].filter(({ release }) => !declared.isTaken(release));
  }
  return { parts, capabilities, plain: declared.inNamespaces(await reading), declared, unrendered: wave.map(tooDeep) };
}
async function installedReleases(discovery, root, config) {
  const reading = readPlain(discovery.manifests, root).then(kustomized);
  return firstReleases(discovery, new DeclaredReleases(discovery, root, config), reading);
}
async function firstReleases(discovery, declared, reading) {
  const first = await somethingMayDeclare(discovery.manifests) ? await declared.by(await reading) : [];
  return [...discovery.releases.filter((release) => !declared.isTaken(release)), ...first];
}
var somethingMayDeclare = async (paths) => (await mapConcurrently(paths, FILES_AT_ONCE, (path) => readText(path).catch(() => ""))).some(mayDeclare);
var FILES_AT_ONCE = 16;

export {
  claimsOfManifests,
  schemaOf,
  gather,
  installedReleases
};
