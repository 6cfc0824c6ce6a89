import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assessedRules,
  byImportance,
  joinVerdicts,
  verdicts
} from "./chunk-ZTKXYXQ3.js";
import {
  OWN_PLACES,
  ownPlace,
  untracedNote
} from "./chunk-AKMH7RRN.js";
import {
  chartsIn
} from "./chunk-TH74OZMV.js";
import {
  guardOf
} from "./chunk-EGGL2WH3.js";
import {
  baselineOf,
  goneEntries,
  isCovered,
  loadBaseline,
  parseBaseline
} from "./chunk-QPXKJXTH.js";
import {
  findRepository,
  isCommit
} from "./chunk-MHGYMCE7.js";
import {
  stopwatch
} from "./chunk-LNRJCTV5.js";
import {
  claimsOfManifests,
  gather,
  schemaOf
} from "./chunk-YMVXRNGJ.js";
import {
  DEFAULT,
  SKIPPED,
  mapConcurrently,
  maskedLines,
  sharedRenders,
  silentNotes
} from "./chunk-6Y64S4YC.js";
import {
  download
} from "./chunk-MLKXGJZY.js";
import {
  fileOf
} from "./chunk-QSTZLZP3.js";
import {
  loadConfig
} from "./chunk-3YKUXYV7.js";
import {
  CLUSTER_SCOPED,
  ESO_RESOURCES,
  RULES,
  accountsNamedBy,
  ambientIdentity,
  boundRoleName,
  builtInRoleOf,
  credentialsNamedBy,
  flagsOf,
  groupOfResource,
  isAsked,
  isEmptySelector,
  isOn,
  isSecret,
  isStranger,
  namespacedReferences,
  pushSourceOf,
  reachOf,
  remoteKeys,
  rightsBy,
  storesUsedBy,
  sureUsersOf,
  targetOf,
  tokenAccountsNamedBy
} from "./chunk-LFRTUEE6.js";
import {
  FETCHING_KINDS,
  PUSHING_KINDS,
  admits,
  alternativesOf,
  connectedOf,
  endpointsOf,
  foreignNamespaceIn,
  generatorsOf,
  isOpenToAll,
  isSettled,
  isWhole,
  itemsOf,
  keysOf,
  nameOf as nameOf2,
  namedIn,
  namespaceFacts,
  placesOf,
  providerOf,
  referencesOf,
  specPathOf,
  storesOf,
  takes,
  targetNamespaces,
  titleOf
} from "./chunk-ZMUQFV5H.js";
import {
  copyFile,
  describeSystemError,
  kindOfPath,
  listFolder,
  makeFolders,
  readText,
  readlink,
  realpath,
  removeFile,
  stat,
  targetWithin,
  withTemporaryFolder,
  writeWhole
} from "./chunk-AULO6AMP.js";
import {
  TOOL
} from "./chunk-PCHSCMJA.js";
import {
  runRules,
  withoutSuperseded
} from "./chunk-PM53SSX3.js";
import {
  Manifest,
  deployerOf,
  parseManifests,
  splitDocuments
} from "./chunk-A7FEJFYO.js";
import {
  BINDING_KINDS,
  ESO_GROUP,
  GENERATORS_GROUP,
  STORE_KINDS,
  accountOf,
  breadthOf,
  builtInAggregation,
  compileGoRegexp,
  implicitGroups,
  isGenerator,
  nameOfSubject,
  policyRules,
  resourcePath,
  runsIn,
  verbsGiven,
  workloadOf
} from "./chunk-OZ35NTFX.js";
import {
  SourceText,
  parseText
} from "./chunk-DGQTWVVE.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asLabels,
  asMapping,
  asText,
  isPlaceholder,
  knownText,
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  UserError,
  nearest
} from "./chunk-VHWWGLDX.js";
import {
  conclude
} from "./chunk-GW7OXMLF.js";
import {
  fingerprint,
  groupOf,
  isThreat,
  nameOf,
  reaches
} from "./chunk-4AX3HMK5.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/run.ts
import { resolve as resolve4 } from "node:path";

// src/compare/base.ts
import { join as join3, relative as relative2, resolve } from "node:path";

// src/suppress/accept.ts
import { matchesGlob as matchesGlob2 } from "node:path";

// src/suppress/configured.ts
import { basename, join, matchesGlob, relative, sep } from "node:path";

// src/suppress/suppression.ts
var isInside = ({ kind }) => kind === "inline" || kind === "annotation";
var joined = (parts) => ({
  ignores: parts.flatMap(({ ignores }) => ignores),
  warnings: parts.flatMap(({ warnings }) => warnings)
});
var isReason = (text) => /[\p{L}\p{N}]/u.test(text);
function unknownRule(id, rules) {
  const near = nearest(id, rules);
  return `there is no rule '${id}'${near === void 0 ? "" : ` (did you mean '${near}'?)`}`;
}

// src/suppress/configured.ts
function configuredIgnores(circumstances) {
  const { rules, config, today } = circumstances;
  const ignores = [];
  const warnings = [];
  for (const [i, entry] of (config.ignore ?? []).entries()) {
    const location = entryPlace(circumstances, ["ignore", i]);
    const isUnknown = !rules.some((id) => matchesGlob(id, entry.rule));
    const fault = isUnknown ? unknownRule(entry.rule, rules) : expiry(entry.until, today);
    if (fault === void 0) ignores.push(ignoreOf(entry, location, circumstances));
    else warnings.push({ message: `ignore of ${entry.rule}: ${fault}`, location });
  }
  return { ignores, warnings };
}
function ignoreOf({ rule, object, path, reason }, location, circumstances) {
  return {
    kind: "config",
    rule,
    reason,
    location,
    covers: (finding, place) => matchesGlob(finding.rule, rule) && (object === void 0 || finding.object !== null && matchesObject(finding.object, object)) && (path === void 0 || filesOf(place).some((file) => matchesPath(file, path, circumstances)))
  };
}
var filesOf = (place) => place ? [place.file, place.template ?? place.file] : [];
function matchesObject(object, pattern) {
  const [kind = "", ...rest] = pattern.trim().split(/[\s/]+/);
  const name = rest.pop();
  const [namespace] = rest;
  return matchesGlob(object.kind, kind) && (name === void 0 || matchesGlob(object.name, name)) && (namespace === void 0 || object.namespace !== void 0 && matchesGlob(object.namespace, namespace));
}
function matchesPath(file, pattern, { config, root }) {
  const folder = relative(root, config.folder).split(sep).join("/");
  const here = folder === "" ? file : relative(folder, file).split(sep).join("/");
  const glob = pattern.replace(/^\.\//, "").replace(/\/+$/, "");
  return matchesGlob(here, glob) || matchesGlob(here, `${glob}/**`);
}
function expiry(until, today) {
  if (until === void 0) return void 0;
  if (!isDate(until)) return `'${until}' is not a date, so it does not count`;
  return today !== void 0 && today <= until ? void 0 : `it expired after ${until}, so it does not count`;
}
var isDate = (text) => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};
function entryPlace({ config, root }, path) {
  const file = relative(root, join(config.folder, basename(config.file ?? ""))).split(sep).join("/");
  return { file, ...config.lineOf && { startLine: config.lineOf(path) } };
}

// src/suppress/accept.ts
function acceptFailures(failures, circumstances) {
  const warnings = [];
  const valid = [];
  for (const [i, entry] of (circumstances.config.acceptedFailures ?? []).entries()) {
    const isMet = failures.some((failure) => isMeant(failure, entry, circumstances));
    const isUnused = circumstances.isWhole && !isMet;
    const fault = expiry(entry.until, circumstances.today) ?? (isUnused ? "nothing fails there, remove it" : void 0);
    if (fault !== void 0)
      warnings.push({
        message: `accepted failure of ${entry.release ?? entry.path}: ${fault}`,
        location: entryPlace(circumstances, ["acceptedFailures", i])
      });
    else valid.push(entry);
  }
  const marked = failures.map((failure) => {
    if (circumstances.failing?.has(whatFails(failure)) === false) return failure;
    const entry = valid.find((candidate) => isMeant(failure, candidate, circumstances));
    return entry ? { ...failure, accepted: entry.reason } : failure;
  });
  return { failures: marked, warnings };
}
var whatFails = ({ release, chart, location }) => JSON.stringify([release, chart ?? location?.file ?? null]);
var isMeant = ({ release, location }, entry, circumstances) => (entry.release === void 0 || release !== null && matchesGlob2(release, entry.release)) && (entry.path === void 0 || location !== null && matchesPath(location.file, entry.path, circumstances));

// src/io/github-archive.ts
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join as join2, posix } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
var LIMITS = { maxBytes: 256 * 1024 * 1024, timeoutMs: 12e4 };
var MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
async function fetchArchive(source, commit, into) {
  const { apiUrl, repository, token } = source;
  const url = `${apiUrl}/repos/${repository}/tarball/${commit}`;
  const archive = await download(url, { ...LIMITS, authorization: `Bearer ${token}` });
  try {
    await unpack(await promisify(gunzip)(archive, { maxOutputLength: MAX_UNPACKED_BYTES }), into);
  } catch (error) {
    throw new UserError(`${url}: this is no archive of a commit: ${error.message}`);
  }
}
async function unpack(tar, into) {
  const { extract } = await import("./tar-stream-GMM26BXQ.js");
  const links = [];
  const entries = extract();
  entries.end(tar);
  for await (const entry of entries) {
    const { name, type, linkname } = entry.header;
    const path = pathBelowTop(name);
    if (path !== void 0 && type === "symlink" && linkname) links.push([join2(into, path), linkname]);
    if (path !== void 0 && type === "file") {
      const chunks = [];
      for await (const chunk of entry) chunks.push(chunk);
      await mkdir(dirname(join2(into, path)), { recursive: true });
      await writeFile(join2(into, path), Buffer.concat(chunks));
    } else entry.resume();
  }
  for (const [path, target] of links) {
    await mkdir(dirname(path), { recursive: true });
    await symlink(target, path);
  }
}
function pathBelowTop(name) {
  const [, ...steps] = name.split("/");
  if (steps.includes("..") || name.startsWith("/")) throw new Error("a path leads out of it");
  return steps.join("/") === "" ? void 0 : posix.normalize(steps.join("/"));
}

// src/compare/check-out.ts
async function checkOut(ref, folders, options) {
  const { root, offline, archive } = options;
  const { top, elsewhere } = folders;
  await makeFolders([top, elsewhere]);
  const clone = await orReason(() => findRepository(root));
  const found = typeof clone === "string" ? clone : await fromClone(clone, ref, folders, offline ?? false);
  if (typeof found !== "string") return found;
  if (!archive || offline || !isCommit(ref)) throw new UserError(`${found} (${DEEPER})`, "set fetch-depth");
  const refused = await orReason(() => fetchArchive(archive, ref, top));
  if (typeof refused === "string") throw new UserError(`${found}; ${refused} (${DEEPER})`, "set fetch-depth");
  return { commit: ref, prefix: typeof clone === "string" ? "" : clone.prefix };
}
async function fromClone(clone, ref, { top, elsewhere }, isOffline) {
  const here = await clone.commitOf(ref);
  const fetched = here !== void 0 || isOffline ? void 0 : await clone.fetch(ref, elsewhere);
  if (typeof fetched === "string") return `it is not in this clone, and ${fetched}`;
  const commit = here ?? fetched?.commit;
  if (commit === void 0) return "it is not in this clone, and --offline forbids to fetch it";
  await clone.extract(commit, top, fetched?.objects);
  return { commit, prefix: clone.prefix };
}
async function orReason(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
var DEEPER = "with actions/checkout, set fetch-depth: 2 for a pull request, or 0 for any commit";

// src/compare/base.ts
async function assessBase(ref, options, own, assess2) {
  try {
    return await withTemporaryFolder(async (folder) => {
      const top = join3(folder, "tree");
      const { commit, prefix } = await checkOut(ref, { top, elsewhere: join3(folder, "fetched") }, options);
      const { there, moved } = await optionsAt(top, prefix, options);
      const guard = options.isGuarded && await guardOf({ base: there, head: options, moved }, own);
      const base = there.paths.length === 0 ? nothing(ref, commit) : known(ref, commit, await assess2(there));
      return guard ? { ...base, guard, notes: [...base.notes, ...guard.notes] } : base;
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return unknown(ref, error.message);
  }
}
var unknown = (ref, reason) => ({
  ref,
  commit: null,
  findings: null,
  failures: [
    {
      release: null,
      message: `the base ${ref} cannot be compared with: ${reason}; so nothing is called old, and every finding counts`,
      location: null
    }
  ],
  notes: []
});
var nothing = (ref, commit) => ({ ref, commit, findings: [], failures: [], notes: [] });
function known(ref, commit, { findings, suppressed, failures }) {
  const number = failures.length;
  const notes = number > 0 ? [
    `${number} thing${number === 1 ? "" : "s"} could not be checked in the base ${ref}; what was found there now is called new`
  ] : [];
  return {
    ...{ ref, commit, failures: [], notes },
    findings: [...findings, ...suppressed.map(({ finding }) => finding)],
    failing: new Set(failures.map(whatFails)),
    excused: new Set(suppressed.filter(isInside).map(({ finding }) => finding.fingerprint))
  };
}
async function optionsAt(top, prefix, options) {
  const moved = (path) => {
    const inside = join3(prefix, relative2(options.root, resolve(options.folder, path)));
    return inside.startsWith("..") ? resolve(options.folder, path) : join3(top, inside);
  };
  const isThere = async (path) => await kindOfPath(path) !== "missing";
  const paths = await Promise.all(options.paths.map(moved).map(async (path) => await isThere(path) ? [path] : []));
  const config = options.config === void 0 ? void 0 : moved(options.config);
  const { values } = options.release ?? {};
  const there = {
    ...options,
    root: join3(top, prefix),
    folder: moved("."),
    paths: paths.flat(),
    config: config !== void 0 && await isThere(config) ? config : void 0,
    release: { ...options.release, values: values?.map(moved) },
    minSeverity: "info",
    // Only who asks what the base ignores itself needs the lines that comments are about.
    isUntraced: !options.failOnGuardChange,
    base: void 0,
    isGuarded: false,
    baseline: void 0,
    writeBaseline: void 0,
    onProgress: void 0
  };
  return { there, moved };
}

// src/compare/compare.ts
function markNew(findings, before) {
  if (before === null) return findings.map((finding) => ({ ...finding, isNew: null }));
  const known2 = new Map(before.map(({ fingerprint: fingerprint2, severity }) => [fingerprint2, severity]));
  return findings.map((finding) => {
    const severity = known2.get(finding.fingerprint);
    return { ...finding, isNew: severity === void 0 || !reaches(severity, finding.severity) };
  });
}
function fixedSince(before, now) {
  const here = new Set(now.map(({ fingerprint: fingerprint2 }) => fingerprint2));
  return before.filter(({ fingerprint: fingerprint2 }) => !here.has(fingerprint2));
}

// src/harden/prove.ts
import { join as join6 } from "node:path";

// src/io/copy-tree.ts
import { mkdir as mkdir2, symlink as symlink2 } from "node:fs/promises";
import { isAbsolute, join as join4, relative as relative3, sep as sep2 } from "node:path";
async function copyTree(from, to, limits) {
  const spellings = [from, await realpath(from)];
  let files = 0;
  let bytes = 0;
  const folders = [["", to]];
  for (let next = folders.pop(); next; next = folders.pop()) {
    const [inside, target] = next;
    for (const entry of await listFolder(join4(from, inside))) {
      if (limits.without.has(entry.name)) continue;
      const source = join4(from, inside, entry.name);
      const copy = join4(target, entry.name);
      if (++files > limits.files) return false;
      if (entry.isDirectory()) {
        await mkdir2(copy);
        folders.push([join4(inside, entry.name), copy]);
      } else if (entry.isSymbolicLink()) await symlink2(movedTarget(await readlink(source), spellings, to), copy);
      else if (entry.isFile()) {
        bytes += (await stat(source)).size;
        if (bytes > limits.bytes) return false;
        await copyFile(source, copy);
      }
    }
  }
  return true;
}
function movedTarget(target, spellings, to) {
  if (!isAbsolute(target)) return target;
  const inside = spellings.map((folder) => relative3(folder, target)).find((path) => path !== ".." && !path.startsWith(`..${sep2}`) && !isAbsolute(path));
  return inside === void 0 ? target : join4(to, inside);
}

// src/harden/edit.ts
var import_yaml6 = __toESM(require_dist(), 1);
import { isDeepStrictEqual } from "node:util";

// src/harden/refusal.ts
var Refusal = class extends Error {
};

// src/harden/splice.ts
var import_yaml5 = __toESM(require_dist(), 1);

// src/harden/ranges.ts
var import_yaml = __toESM(require_dist(), 1);
function endOfPair(text, { key, value }) {
  const end = endOfContent(text, value);
  if (end !== void 0) return end;
  const behind = (0, import_yaml.isScalar)(key) ? behindColon(text, { key, value }) ?? endOf(key) : void 0;
  if (behind === void 0) throw new Refusal("a key is no scalar");
  return behind;
}
function endOfContent(text, node) {
  let at = node;
  while ((0, import_yaml.isCollection)(at) && !at.flow) {
    const last = at.items.at(-1);
    if ((0, import_yaml.isMap)(at)) return endOfPair(text, last);
    at = last;
  }
  if (!((0, import_yaml.isScalar)(at) || (0, import_yaml.isAlias)(at) || (0, import_yaml.isCollection)(at)) || !at.range || at.range[0] === at.range[1]) return void 0;
  return text.slice(0, at.range[1]).trimEnd().length;
}
function behindColon(text, { key }) {
  if (!(0, import_yaml.isScalar)(key)) return void 0;
  let at = endOf(key);
  while (text[at] === " ") at++;
  return text[at] === ":" ? at + 1 : void 0;
}
var columnOf = (text, offset) => offset - (text.lastIndexOf("\n", offset - 1) + 1);
var sourceOf = (text, node) => text.slice(startOf(node), endOf(node));
var startOf = (node) => node.range?.[0] ?? Number.NaN;
var endOf = (node) => node.range?.[1] ?? Number.NaN;

// src/harden/reach.ts
var import_yaml2 = __toESM(require_dist(), 1);
function reach(text, root, path) {
  let value = root;
  let above;
  let holder = null;
  for (const [i, step2] of path.entries()) {
    const entry = above;
    checkWay(text, value);
    const next = (0, import_yaml2.isMap)(value) ? pairOf(value, step2) : void 0;
    if ((0, import_yaml2.isSeq)(value) && typeof step2 === "number" && value.items[step2] !== void 0) {
      holder = value;
      above = void 0;
      value = value.items[step2];
    } else if (next) {
      holder = value;
      above = next;
      value = next.value;
    } else {
      if (!(0, import_yaml2.isMap)(value) && !isNothing(value)) throw new Refusal("what would hold the key is no mapping");
      const missing = path.slice(i);
      if (!missing.every((key) => typeof key === "string")) throw new Refusal("an item of a list cannot be added");
      return { holder: value, above: entry, entry: void 0, value: void 0, missing };
    }
  }
  checkWay(text, value);
  return { holder, above, entry: above, value, missing: [] };
}
function checkWay(text, node) {
  if ((0, import_yaml2.isAlias)(node)) throw new Refusal("there is an alias on the way");
  if (((0, import_yaml2.isCollection)(node) || (0, import_yaml2.isScalar)(node)) && node.anchor) throw new Refusal("there is an anchor on the way");
  if (((0, import_yaml2.isCollection)(node) || (0, import_yaml2.isScalar)(node)) && node.tag) throw new Refusal("there is a tag on the way");
  if ((0, import_yaml2.isCollection)(node) && node.flow && sourceOf(text, node).includes("\n"))
    throw new Refusal("there is a flow collection of several lines on the way");
  if ((0, import_yaml2.isMap)(node) && node.items.some(({ key }) => (0, import_yaml2.isScalar)(key) && key.source === "<<"))
    throw new Refusal("there is a merge key on the way");
}
var isNothing = (node) => node === null || (0, import_yaml2.isScalar)(node) && node.value === null;
var pairOf = (map, step2) => map.items.find(({ key }) => (0, import_yaml2.isScalar)(key) && String(key.value) === String(step2));

// src/harden/removal.ts
var import_yaml3 = __toESM(require_dist(), 1);
function removal(text, { holder, entry, value }) {
  if ((0, import_yaml3.isSeq)(holder)) return itemRemoval(text, holder, value);
  if (!(0, import_yaml3.isMap)(holder) || !entry || !(0, import_yaml3.isScalar)(entry.key)) throw new Refusal("there is no such key");
  if (holder.items.length === 1) throw new Refusal("it is the only key of its mapping");
  if (holder.flow) return flowRemoval(text, holder, entry);
  const start = startOf(entry.key);
  if (lineBefore(text, start).trim() !== "") throw new Refusal("the key has no line of its own");
  return linesRemoval(text, start, endOfPair(text, entry));
}
function itemRemoval(text, list, item) {
  const i = list.items.indexOf(item);
  const start = startOf(item);
  const end = endOfContent(text, item);
  if (end === void 0 || Number.isNaN(start)) throw new Refusal("the item is empty");
  if (!list.flow) {
    if (!/^ *- +$/.test(lineBefore(text, start))) throw new Refusal("the item has no line of its own");
    return linesRemoval(text, start, end);
  }
  const before = endOfContent(text, list.items[i - 1]);
  const after = startOf(list.items[i + 1] ?? {});
  if (i > 0 && before !== void 0) return { start: before, end, text: "" };
  if (i > 0 || Number.isNaN(after)) throw new Refusal("the item cannot be cut out");
  return { start, end: after, text: "" };
}
function linesRemoval(text, first, end) {
  const lineStart = first - lineBefore(text, first).length;
  const newline = text.indexOf("\n", end);
  if (/[^\s#]/.test(text.slice(end, newline < 0 ? text.length : newline).split("#")[0] ?? ""))
    throw new Refusal("something else stands on the line");
  if (newline >= 0) return { start: lineStart, end: newline + 1, text: "" };
  return { start: text.slice(0, lineStart).replace(/\r?\n$/, "").length, end: text.length, text: "" };
}
function flowRemoval(text, { items }, entry) {
  const i = items.indexOf(entry);
  const before = items[i - 1];
  const after = items[i + 1];
  if (before) return { start: endOfPair(text, before), end: endOfPair(text, entry), text: "" };
  if (!after || !(0, import_yaml3.isScalar)(entry.key) || !(0, import_yaml3.isScalar)(after.key)) throw new Refusal("the key cannot be cut out");
  return { start: startOf(entry.key), end: startOf(after.key), text: "" };
}
var lineBefore = (text, offset) => text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);

// src/harden/yaml-text.ts
var import_yaml4 = __toESM(require_dist(), 1);
var PLAIN = /^[A-Za-z_][\w./-]*$/;
var WORDS = /^(?:y|yes|n|no|true|false|on|off|null)$/i;
var takesLines = (value) => typeof value === "object" && value !== null && Object.keys(value).length > 0;
function flowText(value, style) {
  if (isList(value)) return `[${value.map((item) => flowText(item)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${keyText(key)}: ${flowText(inner)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  if (typeof value !== "string") return String(value);
  if (style === import_yaml4.Scalar.QUOTE_SINGLE && /^[ -~]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return style !== import_yaml4.Scalar.QUOTE_DOUBLE && isPlain(value) ? value : JSON.stringify(value);
}
function blockLines(value, column, layout) {
  const inner = column + layout.step.length;
  if (isList(value)) {
    const at = layout.indentsLists ? inner : column;
    return value.flatMap((item) => itemLines(item, at, layout));
  }
  return Object.entries(value ?? {}).flatMap(([key, item]) => entryLines(key, item, inner, layout));
}
function entryLines(key, value, column, layout) {
  const head = `${" ".repeat(column)}${keyText(key)}:`;
  return takesLines(value) ? [head, ...blockLines(value, column, layout)] : [`${head} ${flowText(value)}`];
}
function itemLines(item, column, layout) {
  const dash = `${" ".repeat(column)}- `;
  if (!takesLines(item) || isList(item)) return [dash + flowText(item)];
  const [first = "", ...others] = Object.entries(item ?? {}).flatMap(
    ([key, value]) => entryLines(key, value, column + 2, layout)
  );
  return [dash + first.slice(column + 2), ...others];
}
var keyText = (key) => isPlain(key) ? key : JSON.stringify(key);
var isPlain = (text) => PLAIN.test(text) && !WORDS.test(text);
var isList = (value) => Array.isArray(value);

// src/harden/splice.ts
function spliceFor(text, root, { path, value }, behind = 0) {
  const reached = reach(text, root, path);
  if (value === void 0) {
    const left = leftBy(reached);
    return left && path.length > 1 ? spliceFor(text, root, { path: path.slice(0, -1), value: left }) : removal(text, reached);
  }
  if (reached.missing.length > 0) return insertion(text, reached, value, behind);
  const { holder, value: node, entry } = reached;
  checkValue(text, node);
  if ((0, import_yaml5.isCollection)(node) && !node.flow) return blockReplacement(text, entry, value);
  const isInFlow = (0, import_yaml5.isCollection)(holder) && holder.flow === true;
  return takesLines(value) && !isInFlow && entry && !((0, import_yaml5.isCollection)(node) && node.items.length > 0) ? linesBelow(text, entry, node, value) : replacement(text, reached, value);
}
function leftBy({ holder, missing }) {
  if (!(0, import_yaml5.isCollection)(holder) || holder.items.length !== 1 || missing.length > 0) return void 0;
  return (0, import_yaml5.isMap)(holder) ? {} : [];
}
function replacement(text, { entry, value: node }, value) {
  if ((0, import_yaml5.isCollection)(node)) return { start: startOf(node), end: endOf(node), text: flowText(value) };
  if (!(0, import_yaml5.isScalar)(node)) throw new Refusal("the value is no scalar");
  const written = flowText(value, node.type);
  if (sourceOf(text, node) !== "") return { start: startOf(node), end: endOf(node), text: written };
  const behind = entry && behindColon(text, entry);
  if (behind === void 0) throw new Refusal("the value is empty");
  return { start: behind, end: behind, text: ` ${written}` };
}
function linesBelow(text, entry, node, value) {
  const behind = behindColon(text, entry);
  if (behind === void 0 || !(0, import_yaml5.isScalar)(entry.key)) throw new Refusal("the key has no line of its own");
  const valueEnd = (0, import_yaml5.isCollection)(node) || (0, import_yaml5.isScalar)(node) && sourceOf(text, node) !== "" ? endOf(node) : behind;
  const end = lineEndAt(text, valueEnd);
  const rest = text.slice(valueEnd, end).trim();
  if (rest !== "" && !rest.startsWith("#")) throw new Refusal("something else stands on the line");
  const column = columnOf(text, startOf(entry.key));
  const lines = blockLines(value, column, layoutOf(text));
  return { start: behind, end, text: [rest && ` ${rest}`, ...lines].join(lineBreak(text)) };
}
function blockReplacement(text, entry, value) {
  const behind = entry && behindColon(text, entry);
  if (behind === void 0 || !(0, import_yaml5.isScalar)(entry?.key)) throw new Refusal("the key has no line of its own");
  const lineEnd = lineEndAt(text, behind);
  const comment = text.slice(behind, lineEnd).trimEnd();
  if (comment.trim() !== "" && !comment.trim().startsWith("#")) throw new Refusal("something else stands on the line");
  const end = endOfPair(text, entry);
  if (!takesLines(value)) return { start: behind, end, text: ` ${flowText(value)}${comment}` };
  const lines = blockLines(value, columnOf(text, startOf(entry.key)), layoutOf(text));
  return { start: behind, end, text: [comment, ...lines].join(lineBreak(text)) };
}
function checkValue(text, node) {
  if ((0, import_yaml5.isCollection)(node) && isPlaceholder(sourceOf(text, node))) throw new Refusal("the value is filled in later");
  if (!(0, import_yaml5.isScalar)(node)) return;
  if (isPlaceholder(node.value)) throw new Refusal("the value is filled in later");
  const isBlock = node.type === import_yaml5.Scalar.BLOCK_LITERAL || node.type === import_yaml5.Scalar.BLOCK_FOLDED;
  if (isBlock || sourceOf(text, node).includes("\n")) throw new Refusal("the value has several lines");
}
function insertion(text, reached, value, behind) {
  const { holder, above, missing } = reached;
  if ((0, import_yaml5.isMap)(holder) && holder.flow) return flowInsertion(text, holder, missing, value);
  const layout = layoutOf(text);
  if ((0, import_yaml5.isMap)(holder)) {
    const first = holder.items[0];
    const last = holder.items.at(-1 - behind);
    if (!first || !last || !(0, import_yaml5.isScalar)(first.key)) throw new Refusal("the mapping cannot be added to");
    const column = columnOf(text, startOf(first.key));
    const step2 = stepIn(text, holder, column);
    return behindLine(text, endOfPair(text, last), block(column, { ...layout, step: step2 }, missing, value));
  }
  if ((0, import_yaml5.isScalar)(holder) && sourceOf(text, holder) !== "")
    return { start: startOf(holder), end: endOf(holder), text: flow(missing, value) };
  if (above) {
    const behind2 = behindColon(text, above);
    if (behind2 === void 0 || !(0, import_yaml5.isScalar)(above.key)) throw new Refusal("the key has no line of its own");
    const column = columnOf(text, startOf(above.key)) + layout.step.length;
    return behindLine(text, behind2, block(column, layout, missing, value));
  }
  const lines = block(0, layout, missing, value);
  return text.trim() === "" ? { start: 0, end: text.length, text: `${lines.join("\n")}
` } : behindLine(text, text.trimEnd().length, lines);
}
var STEP = "  ";
var FLAT_LIST = /^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1- /m;
var layoutOf = (text) => ({ step: STEP, indentsLists: !FLAT_LIST.test(text) });
var block = (column, layout, [key = "", ...others], value) => entryLines(
  key,
  others.reduceRight((inner, name) => ({ [name]: inner }), value),
  column,
  layout
);
function stepIn(text, map, column) {
  for (const { value } of map.items) {
    const first = (0, import_yaml5.isMap)(value) && !value.flow ? value.items[0]?.key : void 0;
    const indent = (0, import_yaml5.isScalar)(first) ? columnOf(text, startOf(first)) - column : 0;
    if (indent > 0) return " ".repeat(indent);
  }
  return STEP;
}
function flowInsertion(text, map, keys, value) {
  const last = map.items.at(-1);
  if (!last) return { start: startOf(map), end: endOf(map), text: flow(keys, value) };
  const end = endOfPair(text, last);
  return { start: end, end, text: `, ${flow(keys, value).slice(2, -2)}` };
}
var flow = (keys, value) => keys.reduceRight((inner, key) => `{ ${keyText(key)}: ${inner} }`, flowText(value));
function behindLine(text, offset, lines) {
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  const rest = text.slice(offset, end);
  if (/[^\s]/.test(rest) && !/^\s*#/.test(rest)) throw new Refusal("something else stands on the line");
  const start = text[end - 1] === "\r" ? end - 1 : end;
  return { start, end: start, text: lines.map((line) => lineBreak(text) + line).join("") };
}
function lineEndAt(text, offset) {
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === "\r" ? end - 1 : end;
}
var lineBreak = (text) => text.includes("\r\n") ? "\r\n" : "\n";

// src/harden/edit.ts
var MOST_CHARACTERS = 4 * 1024 * 1024;
function editYaml(text, change2, behind = 0) {
  if (text.length > MOST_CHARACTERS) return { refusal: "the file is too large" };
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const before = text.slice(mark.length);
  const { body, located: located2, failure } = parseText(before);
  if (failure) return { refusal: `the file cannot be read: ${failure.message}` };
  try {
    const after = spliced(before, spliceFor(before, located2.document.contents, change2, behind));
    const edit = changedLines(before, after);
    const refusal2 = edit ? faultOf(before, after, edit, withChange(body, change2)) : "the value is there already";
    if (!edit || refusal2 !== void 0) return { refusal: refusal2 ?? "" };
    return { text: mark + after, edit: edit.startLine === 1 ? { ...edit, replacement: mark + edit.replacement } : edit };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}
function editDocument(stream, document, start, change2, behind = 0) {
  if (!stream.startsWith(document, start)) return { refusal: "the document is not where it was" };
  const edited = editYaml(document, change2, behind);
  if ("refusal" in edited) return edited;
  const skipped = stream.slice(0, start).split("\n").length - 1;
  const { startLine, endLine } = edited.edit;
  return {
    text: spliced(stream, { start, end: start + document.length, text: edited.text }),
    edit: { ...edited.edit, startLine: startLine + skipped, endLine: endLine + skipped }
  };
}
var spliced = (text, { start, end, text: part }) => text.slice(0, start) + part + text.slice(end);
function faultOf(before, after, { startLine, endLine }, wanted) {
  const touched = before.split("\n").slice(startLine - 1, endLine).join("\n");
  if (touched.includes("	")) return "there is a tab in the lines";
  if (touched.includes("{{")) return "there is a template in the lines";
  const { body, failure } = parseText(after);
  if (failure || !isDeepStrictEqual(body, wanted)) return "the change would not be read as it is meant";
  return isDeepStrictEqual(commentsOf(after), commentsOf(before)) ? void 0 : "a comment would be lost";
}
function commentsOf(text) {
  const tokens = [...new import_yaml6.Lexer().lex(text)];
  return tokens.filter((token, i) => token.startsWith("#") && tokens[i - 1] !== "");
}
function withChange(body, { path, value }) {
  const copy = structuredClone(body) ?? {};
  let holder = copy;
  for (const step2 of path.slice(0, -1)) {
    const next = valueAt(holder, [step2]);
    holder = next === void 0 || next === null ? put(holder, step2, {}) : next;
  }
  const last = path.at(-1);
  if (last === void 0) return copy;
  if (value !== void 0) put(holder, last, value);
  else if (Array.isArray(holder) && typeof last === "number") holder.splice(last, 1);
  else if (asMapping(holder)) delete holder[last];
  return copy;
}
function put(holder, key, value) {
  if (typeof holder === "object" && holder !== null)
    Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
  return value;
}
function changedLines(before, after) {
  const old = before.split("\n");
  const now = after.split("\n");
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let same = 0;
  while (same < Math.min(old.length, now.length) - start && old.at(-1 - same) === now.at(-1 - same)) same++;
  if (start + same === old.length && old.length === now.length) return void 0;
  if (start + same === old.length && start > 0) start--;
  const lines = now.slice(start, now.length - same).map((line) => line.replace(/\r$/, ""));
  const isCrlf = old.slice(start, old.length - same).every((line) => line.endsWith("\r"));
  const range = { startLine: start + 1, endLine: old.length - same };
  return { ...range, replacement: lines.join("\n"), ...isCrlf && { isCrlf } };
}

// src/harden/secret-lines.ts
function secretLines(text) {
  const found = /* @__PURE__ */ new Set();
  for (const { text: document, startLine } of splitDocuments(text.replace(/^\uFEFF/, ""))) {
    const masked = maskedLines({ source: new SourceText(document) });
    for (const [i, line] of document.split("\n").entries()) if (line !== masked[i]) found.add(startLine + i);
  }
  return found;
}

// src/harden/apply.ts
var MOST_PLACES = 20;
var SECRET = "the lines hold what may be a secret";
function applyChange(text, change2) {
  const first = applyAt(text, change2, 0);
  for (let behind = 1; behind < MOST_PLACES && isSecret2(first); behind++) {
    const edited = applyAt(text, change2, behind);
    if (!isSecret2(edited)) return "edit" in edited ? edited : first;
  }
  return first;
}
var isSecret2 = (edited) => "refusal" in edited && edited.refusal === SECRET;
function applyAt(text, { document: line, path, value }, behind) {
  if (line === void 0) return withoutSecrets(text, 1, editYaml(text, { path, value }, behind));
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const documents = splitDocuments(text.slice(mark));
  const index = documents.findIndex(({ startLine }) => startLine === line);
  const found = documents[index];
  if (!found) return { refusal: "the document is not where it was" };
  if (path.length === 0) return withoutDocument(text, documents, index);
  const start = offsetOfLine(text, line) + (line === 1 ? mark : 0);
  return withoutSecrets(found.text, line, editDocument(text, found.text, start, { path, value }, behind));
}
function applyAll(text, changes2) {
  const refused = [];
  const placed = changes2.map((change2) => ({ change: change2, edited: applyChange(text, change2) }));
  const lineOf = (edited) => "edit" in edited ? edited.edit.startLine : 0;
  placed.sort((a, b) => lineOf(b.edited) - lineOf(a.edited) || compareSteps(b.change.path, a.change.path));
  let now = text;
  for (const { change: change2 } of placed) {
    const edited = applyChange(now, change2);
    if ("refusal" in edited) refused.push(change2);
    else now = edited.text;
  }
  return { text: now, refused };
}
function editsOf(file, text, changes2) {
  const { text: after } = applyAll(text, changes2);
  const single = changes2.flatMap((change2) => {
    const edited = applyChange(text, change2);
    return "edit" in edited ? edited.edit : [];
  }).sort((a, b) => a.startLine - b.startLine);
  const isApart = single.every((edit, i) => i === 0 || (single[i - 1]?.endLine ?? 0) < edit.startLine);
  const whole2 = changedLines(text, after);
  const edits = isApart ? single : whole2 ? [whole2] : [];
  const secret = secretLines(text);
  const lines = text.split("\n").map((line, i) => secret.has(i + 1) ? MASKED : line.replace(/\r$/, ""));
  const located2 = edits.map((edit) => ({ file, ...edit, before: lines.slice(edit.startLine - 1, edit.endLine) }));
  const isShown = ({ before, replacement: replacement2 }) => replacement2 === "" || !before?.includes(MASKED);
  return located2.every(isShown) ? located2 : void 0;
}
var MASKED = "***";
function compareSteps(a, b) {
  const i = a.findIndex((step2, at) => step2 !== b[at]);
  const [first, second] = [a[i], b[i]];
  return typeof first === "number" && typeof second === "number" ? first - second : 0;
}
function withoutSecrets(source, first, edited) {
  if ("refusal" in edited) return edited;
  const { startLine, endLine } = edited.edit;
  const touched = (lines) => lines.slice(startLine - first, endLine - first + 1).join("\n");
  const isShown = touched(source.split("\n")) === touched(maskedLines({ source: new SourceText(source) }));
  return isShown ? edited : { refusal: SECRET };
}
function withoutDocument(text, documents, index) {
  const lines = text.split("\n");
  const [before, found, after] = [documents[index - 1], documents[index], documents[index + 1]];
  if (!found || !before && !after) return { refusal: "the object is all there is in its file: delete the file" };
  const start = after ? found.startLine : (before?.startLine ?? 1) + (before?.text.split("\n").length ?? 0);
  const end = after ? after.startLine - 1 : lines.length - (lines.at(-1) === "" ? 1 : 0);
  const edited = [...lines.slice(0, start - 1), ...lines.slice(end)].join("\n");
  return { text: edited, edit: { startLine: start, endLine: end, replacement: "" } };
}
var offsetOfLine = (text, line) => line === 1 ? 0 : text.split("\n", line - 1).join("\n").length + 1;

// src/harden/attempts.ts
import { resolve as resolve2 } from "node:path";
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";

// src/harden/file-change.ts
function fileChangesOf(finding, textOf) {
  const offered = finding.offer?.changes ?? [];
  const generates = offered.flatMap((change2) => change2.kind === "generate" ? change2.what : []);
  const changes2 = offered.flatMap((change2) => {
    if (change2.kind === "generate") return [];
    if (change2.kind === "value") return valueChange(change2, textOf);
    return placesOf2(finding).map((place) => objectChange(finding, change2, place, textOf));
  });
  const distinct2 = new Map(changes2.map((change2) => [JSON.stringify(change2), change2]));
  return { changes: [...distinct2.values()], generates: [...new Set(generates)] };
}
function placesOf2({ places, location }) {
  if (location === null) throw new Refusal("it stands nowhere in the repository");
  return places.length > 0 ? places : [location];
}
function valueChange({ value, place }, textOf) {
  if (!place) throw new Refusal("no file of the repository gives its release values");
  if (place.via !== "values") throw new Refusal("the config, or a flag, sets the value");
  readable(place.file, textOf);
  const { file, inside, holder } = place;
  if (place.isInline && !holder) throw new Refusal("the values stand in a text");
  return { file, document: holder?.document, path: [...holder?.path ?? [], ...inside], value };
}
function objectChange({ object, path }, change2, place, textOf) {
  if (!object) throw new Refusal("it is about no object");
  if (place.via === "values" && change2.kind === "field") {
    const isSure = place.confidence === void 0 || place.confidence === "set-by";
    const isSaid = change2.value !== void 0 || typeof change2.path.at(-1) === "number";
    const isInside2 = isStart(path, change2.path) && isSaid && place.key !== void 0;
    if (!isSure || !isInside2) throw new Refusal("the value decides more than the field");
    const key = pathOfKey(place.key ?? "");
    return inValues(place.file, [...key, ...change2.path.slice(path.length)], change2.value, textOf);
  }
  if (place.via !== "manifest") throw new Refusal("a template makes it");
  const text = readable(place.file, textOf);
  const { manifests } = parseManifests(text, { file: place.file, release: void 0 });
  const here = manifests.filter((found) => found.lineOf(path) === place.startLine);
  const manifest = here.find((found) => isSameObject(found, object)) ?? here.find((found) => isSameKind(found, object));
  if (!manifest) throw new Refusal("the object is not where it was");
  const at = { file: place.file, document: manifest.startLine };
  if (change2.kind === "field") return { ...at, path: [...manifest.base, ...change2.path], value: change2.value };
  if (manifest.base.length > 0) throw new Refusal("the object is one of a list");
  return { ...at, path: [], value: void 0 };
}
var isSameKind = (manifest, { apiVersion, kind }) => manifest.apiVersion === apiVersion && manifest.kind === kind;
var isSameObject = (manifest, object) => isSameKind(manifest, object) && manifest.name === object.name && manifest.namespace === object.namespace;
function inValues(file, key, value, textOf) {
  const { body } = parseText(readable(file, textOf).replace(/^\uFEFF/, ""));
  if (installsCharts(body)) throw new Refusal("the values stand in an object that installs the chart");
  const depths = key.map((_, i) => i);
  const depth = depths.find((i) => valueAt(body, key.slice(i)) !== void 0) ?? depths.find((i) => valueAt(body, key.slice(i, i + 1)) !== void 0);
  return { file, document: void 0, path: key.slice(depth ?? 0), value };
}
var installsCharts = (body) => valueAt(body, ["apiVersion"]) !== void 0 && valueAt(body, ["kind"]) !== void 0 || valueAt(body, ["helmCharts"]) !== void 0;
function readable(file, textOf) {
  const text = textOf(file);
  if (text === void 0) throw new Refusal("the file is no plain file of the repository");
  return text;
}
var pathOfKey = (key) => [...key.matchAll(/\[(\d+)\]|((?:\\.|[^.[\\])+)/g)].map(
  ([, index, name = ""]) => index === void 0 ? name.replaceAll("\\.", ".") : Number(index)
);
var isStart = (start, path) => start.length <= path.length && start.every((step2, i) => step2 === path[i]);

// src/harden/attempts.ts
async function attemptsFor(findings, root, makeFiles) {
  const offered = findings.filter(({ offer, isNew }) => offer && isNew !== false);
  const wanted = offered.slice(0, MOST_ATTEMPTS);
  const texts = await textsOf(wanted, root);
  const refused = offered.slice(MOST_ATTEMPTS).map(({ fingerprint: fingerprint2 }) => ({ fingerprint: fingerprint2, reason: TOO_MANY }));
  const attempts = wanted.flatMap((finding) => {
    const attempt = attemptAt(finding, texts, makeFiles);
    if (typeof attempt !== "string") return attempt;
    refused.push({ fingerprint: finding.fingerprint, reason: attempt });
    return [];
  });
  const ordered = attempts.toSorted((a, b) => Number(a.offer.safety === "unsafe") - Number(b.offer.safety === "unsafe"));
  const conflicts = conflictsIn(ordered);
  return {
    attempts: ordered.filter(({ finding }) => !conflicts.reasons.has(finding.fingerprint)),
    refused: [...refused, ...[...conflicts.reasons].map(([fingerprint2, reason]) => ({ fingerprint: fingerprint2, reason }))],
    notes: conflicts.notes,
    texts
  };
}
var MOST_ATTEMPTS = 500;
var TOO_MANY = `the ${MOST_ATTEMPTS} before it are enough for one run`;
async function textsOf(findings, root) {
  const places = findings.flatMap(({ location, places: places2, offer }) => [
    ...[location ?? []].flat(),
    ...places2,
    ...offer?.changes.flatMap((change2) => change2.kind === "value" && change2.place ? change2.place : []) ?? []
  ]);
  const texts = /* @__PURE__ */ new Map();
  for (const file of new Set(places.map(({ file: file2 }) => file2))) {
    const text = await textIn(root, file);
    if (text !== void 0) texts.set(file, text);
  }
  return texts;
}
async function textIn(root, file) {
  const path = resolve2(root, file);
  if (await targetWithin(root, path) !== path) return void 0;
  try {
    return await readText(path);
  } catch (error) {
    if (error instanceof UserError) return void 0;
    throw error;
  }
}
function attemptAt(finding, texts, makeFiles) {
  const { offer } = finding;
  if (!offer) return "";
  try {
    const { changes: changes2, generates } = fileChangesOf(finding, (file) => texts.get(file));
    for (const change2 of changes2) {
      const edited = applyChange(texts.get(change2.file) ?? "", change2);
      if ("refusal" in edited && !(changes2.length > 1 && edited.refusal === THERE_ALREADY)) return edited.refusal;
    }
    if (generates.length > 0 && !makeFiles) return "it takes new manifests, which `harden` makes";
    const newFiles = generates.flatMap((what) => makeFiles?.(what) ?? []);
    if (generates.length > 0 && newFiles.length === 0) return "there is nothing to generate for it";
    return { finding, offer, changes: changes2, generates, newFiles };
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
var THERE_ALREADY = "the value is there already";
function conflictsIn(attempts) {
  const reasons = /* @__PURE__ */ new Map();
  const notes = /* @__PURE__ */ new Set();
  const entries = attempts.flatMap((attempt) => attempt.changes.map((change2) => ({ attempt, change: change2 })));
  for (const group of Map.groupBy(entries, ({ change: change2 }) => `${change2.document ?? ""} ${change2.file}`).values())
    for (const [i, later] of group.entries())
      for (const earlier of group.slice(0, i)) {
        const [a, b] = [earlier.change, later.change];
        const isApart = !isStart(a.path, b.path) && !isStart(b.path, a.path);
        if (isApart || earlier.attempt === later.attempt || isDeepStrictEqual2(a, b)) continue;
        const [first, second] = [earlier.attempt.finding, later.attempt.finding];
        reasons.set(second.fingerprint, `it does not go together with the fix for ${first.rule}`);
        if (a.path.length !== b.path.length) continue;
        reasons.set(first.fingerprint, `it does not go together with the fix for ${second.rule}`);
        notes.add(contradiction(a, first, second));
      }
  return { reasons, notes: [...notes] };
}
var contradiction = ({ file, path }, first, second) => `no fix of ${first.rule} and ${second.rule} is offered at ${file} (${path.join(".")}): they want different values there`;

// src/harden/changed-objects.ts
function contentsOf(manifests) {
  const contents = /* @__PURE__ */ new Map();
  for (const manifest of manifests) {
    const { release, groupKind, namespace, name, body, crd } = manifest;
    const key = JSON.stringify([release?.name, groupKind, namespace, name]);
    const content = JSON.stringify([body, crd]);
    contents.set(key, { manifest, content: (contents.get(key)?.content ?? "") + content });
  }
  return contents;
}
function changedObjects(before, after) {
  const changed = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    if (old?.content === now?.content) return [];
    const { kind, namespace, name } = (now ?? old)?.manifest ?? { kind: "", namespace: void 0, name: "" };
    return [{ change: old ? now ? "changed" : "removed" : "added", kind, namespace, name }];
  });
  const order = ({ kind, namespace = "", name }) => JSON.stringify([kind, namespace, name]);
  const distinct2 = new Map(changed.map((object) => [order(object) + object.change, object]));
  return [...distinct2.values()].sort((a, b) => order(a) < order(b) ? -1 : 1);
}

// src/harden/copy.ts
import { dirname as dirname2, join as join5, relative as relative4, resolve as resolve3 } from "node:path";
async function withChanges(root, texts, attempts, work) {
  const changes2 = distinct(attempts.flatMap((attempt) => attempt.changes));
  const newFiles = distinct(attempts.flatMap((attempt) => attempt.newFiles));
  const edited = [...Map.groupBy(changes2, ({ file }) => file)].map(([file, some]) => ({
    file,
    text: applyAll(texts.get(file) ?? "", some).text
  }));
  const undo = [];
  try {
    for (const { file, text } of [...edited, ...newFiles]) {
      const path = join5(root, file);
      const old = texts.get(file) ?? await readText(path).catch(() => void 0);
      undo.push(() => old === void 0 ? removeFile(path) : writeWhole(path, old));
      await makeFolders([dirname2(path)]);
      await writeWhole(path, text);
    }
    return await work();
  } finally {
    for (const step2 of undo.reverse()) await step2();
  }
}
var distinct = (items) => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values()
];
function optionsAt2(root, options) {
  const moved = (path) => {
    const from = resolve3(options.folder, path);
    const inside = relative4(options.root, from);
    return inside.startsWith("..") ? from : join5(root, inside);
  };
  const { loadedConfig, release } = options;
  return {
    ...options,
    ...{ root, folder: moved("."), paths: options.paths.map(moved) },
    config: options.config && moved(options.config),
    loadedConfig: loadedConfig && { ...loadedConfig, folder: moved(loadedConfig.folder) },
    release: { ...release, values: release?.values?.map(moved) },
    ...{ minSeverity: "info", isUntraced: true, proveFixes: false, base: void 0, isGuarded: false },
    ...{ baseline: void 0, writeBaseline: void 0, onProgress: void 0 }
  };
}

// src/harden/fresh-findings.ts
function freshFindings(now, before, meant) {
  const present = new Set(now.map(({ fingerprint: fingerprint2 }) => fingerprint2));
  const gone = before.filter(({ fingerprint: fingerprint2 }) => !present.has(fingerprint2) && !meant.has(fingerprint2));
  return markNew(now, before).filter((finding) => {
    if (!finding.isNew || finding.severity === "info") return false;
    const i = gone.findIndex((old) => sortOf(old) === sortOf(finding) && reaches(old.severity, finding.severity));
    if (i >= 0) gone.splice(i, 1);
    return i < 0;
  });
}
var sortOf = ({ rule, object, path }) => JSON.stringify([rule, object?.name, path.map((step2) => typeof step2 === "number" ? null : step2)]);

// src/harden/search.ts
async function holding(candidates, attempt, mayTry) {
  const refused = /* @__PURE__ */ new Map();
  const untried = [];
  let tries = 0;
  async function grow(held, more) {
    if (more.length === 0) return held;
    if (tries++ > 0 && !mayTry()) {
      untried.push(...more);
      return held;
    }
    const { left, fault } = await attempt([...held, ...more]);
    const reason = fault ?? (held.some((one) => left.has(one)) ? UNDONE : void 0);
    if (reason === void 0) {
      const rest = more.filter((one) => !left.has(one));
      for (const one of more) if (left.has(one)) refused.set(one, STAYS);
      return rest.length === more.length ? [...held, ...more] : grow(held, rest);
    }
    const [only] = more;
    if (only !== void 0 && more.length === 1) {
      refused.set(only, reason);
      return held;
    }
    const half = Math.ceil(more.length / 2);
    return grow(await grow(held, more.slice(0, half)), more.slice(half));
  }
  return { held: await grow([], candidates), refused, untried };
}
var STAYS = "the finding stays with it";
var UNDONE = "with it another fix does nothing any more";

// src/harden/prove.ts
var COPY = { files: 5e4, bytes: 512 * 1024 * 1024, without: SKIPPED };
var MOST_TRIES = 40;
var MOST_MS = 12e4;
var MOST_CHANGED = 20;
async function proveFixes(findings, before, options, assess2, makeFiles) {
  const given = await attemptsFor(findings, options.root, makeFiles);
  if (given.attempts.length === 0) return { findings, refused: given.refused, notes: given.notes };
  const unproven = (why) => ({
    findings,
    refused: [...given.refused, ...given.attempts.map(({ finding }) => refusal(finding, why))],
    notes: [...given.notes, `no fix was tried: ${why}`]
  });
  try {
    return await withTemporaryFolder(async (folder) => {
      const root = join6(folder, "tree");
      await makeFolders([root]);
      const isWhole2 = await copyTree(options.root, root, COPY);
      return isWhole2 ? await proven(given, findings, before, optionsAt2(root, options), assess2) : unproven(TOO_MUCH);
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return unproven(`the repository cannot be copied: ${describeSystemError(error)}`);
  }
}
var TOO_MUCH = "the repository is too large to copy";
var NO_TIME = "the others took all the time there is for trying";
var refusal = ({ fingerprint: fingerprint2 }, reason) => ({ fingerprint: fingerprint2, reason });
async function proven({ attempts, refused, notes, texts }, findings, before, there, assess2) {
  const clock = budget();
  const attempt = (some) => withChanges(there.root, texts, some, () => trial(some, before, there, assess2));
  const result = await holding(attempts, attempt, clock.mayTry);
  const changed = await changesOf(result.held, texts, before, there, clock.hasTime);
  const fixed = new Map(result.held.map((held) => [held.finding, withFix(held, texts, changed.get(held))]));
  return {
    findings: findings.map((finding) => fixed.get(finding) ?? finding),
    refused: [
      ...refused,
      ...[...fixed].flatMap(([finding, fix]) => fix ? [] : refusal(finding, SECRET)),
      ...[...result.refused].map(([{ finding }, reason]) => refusal(finding, reason)),
      ...result.untried.map(({ finding }) => refusal(finding, NO_TIME))
    ],
    notes: result.untried.length > 0 ? [...notes, untriedNote(result.untried.length)] : notes
  };
}
var untriedNote = (untried) => `${untried} fix${untried === 1 ? " was" : "es were"} not tried: ${NO_TIME}`;
function budget() {
  const clock = stopwatch();
  let tries = 0;
  const hasTime = () => {
    clock.lap(`${tries}`);
    return Object.values(clock.laps).reduce((sum, ms) => sum + ms, 0) <= MOST_MS;
  };
  return { hasTime, mayTry: () => ++tries < MOST_TRIES && hasTime() };
}
async function trial(attempts, before, there, assess2) {
  const after = await assess2(there).catch((error) => {
    if (error instanceof UserError) return error.message;
    throw error;
  });
  if (typeof after === "string") return { left: /* @__PURE__ */ new Set(), fault: after };
  const now = [...after.findings, ...after.suppressed.map(({ finding }) => finding)];
  const present = new Set(now.map(({ fingerprint: fingerprint2 }) => fingerprint2));
  return {
    left: new Set(attempts.filter(({ finding }) => present.has(finding.fingerprint))),
    fault: faultIn(now, after, before, new Set(attempts.map(({ finding }) => finding.fingerprint)))
  };
}
function faultIn(now, after, before, meant) {
  const failing = new Set(before.failures.map(whatFails));
  const failure = after.failures.find((found) => !failing.has(whatFails(found)));
  if (failure) return `with it something fails: ${failure.message.replace(/\s+/g, " ")}`;
  const [fresh] = freshFindings(now, before.findings, meant).filter(
    ({ fingerprint: fingerprint2 }) => !before.covered?.has(fingerprint2)
  );
  if (fresh) return `with it there is ${fresh.rule}${fresh.object ? ` at ${nameOf(fresh.object)}` : ""}`;
  return isInstalledAsBefore(before.installs, after.inventory.installs) ? void 0 : GONE;
}
var GONE = "the operator would not be installed as it is";
function isInstalledAsBefore(before, after) {
  const essential = (installs) => JSON.stringify(
    installs.map((install) => ({
      ...install,
      components: install.components.filter((role) => role !== "cert-controller")
    }))
  );
  const controllers = (installs) => installs.flatMap(({ components }) => components.filter((role) => role === "cert-controller")).length;
  return essential(before) === essential(after) && controllers(after) <= controllers(before);
}
async function changesOf(held, texts, before, there, hasTime) {
  const found = /* @__PURE__ */ new Map();
  const known2 = /* @__PURE__ */ new Map();
  const old = contentsOf(before.manifests);
  for (const attempt of held) {
    const key = JSON.stringify([attempt.changes, attempt.generates]);
    if (!known2.has(key) && (!hasTime() || !there.loadedConfig)) continue;
    const config = there.loadedConfig;
    const changed = known2.get(key) ?? (config && await withChanges(
      there.root,
      texts,
      [attempt],
      async () => changedObjects(old, contentsOf((await gather(there, config, stopwatch())).manifests))
    ));
    if (!changed) continue;
    known2.set(key, changed);
    found.set(attempt, changed);
  }
  return found;
}
function withFix({ finding, offer, changes: changes2, generates }, texts, changed) {
  const byFile = [...Map.groupBy(changes2, ({ file }) => file)].sort(([a], [b]) => a < b ? -1 : 1);
  const parts = byFile.map(([file, some]) => editsOf(file, texts.get(file) ?? "", some));
  if (parts.includes(void 0)) return void 0;
  const edits = parts.flatMap((part) => part ?? []);
  const listed2 = changed && {
    changed: changed.slice(0, MOST_CHANGED),
    moreChanged: Math.max(0, changed.length - MOST_CHANGED)
  };
  return {
    ...finding,
    fix: { fingerprint: finding.fingerprint, ...safetyOf(offer, changes2, changed), edits, generates, ...listed2 }
  };
}
function safetyOf(offer, changes2, changed) {
  if (offer.safety === "unsafe") return { safety: offer.safety, question: offer.question };
  const isByValue = offer.changes.some(({ kind }) => kind === "field") && changes2.some(({ document }) => document === void 0);
  return isByValue && changed?.length !== 1 ? { safety: "unsafe", question: OTHERS } : { safety: "safe" };
}
var OTHERS = "May the other objects that this value decides change, too?";
var isSystemError = (error) => error instanceof Error && typeof error.code === "string" && !(error instanceof UserError);

// src/locate/find-places.ts
var AT_ONCE = 8;
async function placesFor(manifests, rendered, capabilities, root) {
  const wanted = rendered.filter((part) => part.manifests.some((manifest) => manifests.has(manifest)));
  if (!capabilities || wanted.length === 0) return OWN_PLACES;
  const [{ ChartReader }, { readTracedChart }, { TracedPlaces }] = await Promise.all([
    import("./chart-files-FR63DIPR.js"),
    import("./traced-PURNHOP5.js"),
    import("./traced-places-CD6ODGJF.js")
  ]);
  const reader = new ChartReader();
  const traceable = await mapConcurrently(wanted, AT_ONCE, async (part) => {
    const chart = await readTracedChart(part.release, capabilities, reader, part.files);
    return chart ? [{ part, chart, valuesFiles: await Promise.all(part.release.values.map((source) => fileOf(source, root))) }] : [];
  });
  return new TracedPlaces(traceable.flat());
}

// src/check/identity.ts
import { createHash } from "node:crypto";
var fingerprintOf = ({ rule, manifest, install, path, problem }, cluster) => fingerprint({
  rule: rule.id,
  cluster,
  object: manifest,
  path: stablePath((manifest ?? problem.values)?.body, path),
  discriminator: manifest || !install ? problem.discriminator ?? "" : `${installKey(install)} ${problem.discriminator ?? ""}`
});
var installKey = ({ release, namespace }) => `${release ?? ""}/${namespace ?? ""}`;
function stablePath(body, path) {
  return path.map((step2, i) => {
    if (typeof step2 === "string") return step2;
    const item = valueAt(body, path.slice(0, i + 1));
    const name = asMapping(item)?.name;
    return typeof name === "string" ? `[name=${name}]` : `[${digest(item)}]`;
  });
}
var digest = (value) => createHash("sha256").update(canonical(value)).digest("hex").slice(0, 12);
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const mapping = asMapping(value);
  if (!mapping) return JSON.stringify(value) ?? "null";
  const keys = Object.keys(mapping).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(mapping[key])}`).join(",")}}`;
}

// src/locate/frame.ts
var CONTEXT = 2;
function frameOf(text, path) {
  if (!(text instanceof Manifest)) return frameAt(text, text.lineOf(path));
  const written = text.writtenAt(path);
  return written.isHidden ? [] : frameAt(written.text, written.line);
}
function frameAt(text, marked) {
  const lines = maskedLines(text);
  const first = Math.max(text.startLine, marked - CONTEXT);
  const last = Math.min(text.startLine + lines.length - 1, marked + CONTEXT);
  const frame = [];
  for (let line = first; line <= last; line++)
    frame.push({ line, text: (lines[line - text.startLine] ?? "").replace(/\r$/, ""), marked: line === marked });
  return frame.filter(({ marked: marked2, text: text2 }) => marked2 || text2.trim() !== "");
}

// src/locate/offer.ts
function offerFor(results, places) {
  const [worst2] = results;
  const fix = worst2?.rule.fix?.(worst2);
  if (!fix) return void 0;
  const changes2 = fix.changes.flatMap(
    (change2) => change2.kind === "value" ? results.flatMap((result) => inRelease(change2, result, places) ?? []) : [change2]
  );
  if (fix.changes.some(({ kind }) => kind === "value") && !changes2.some(({ kind }) => kind === "value"))
    return void 0;
  return { ...fix, changes: [...new Map(changes2.map((change2) => [JSON.stringify(change2), change2])).values()] };
}
function inRelease(change2, { manifest, install }, places) {
  const subject = manifest ?? workloadOf(install);
  if (!subject?.release || subject.template === void 0) return void 0;
  const charts = change2.key[0] === "global" ? [] : chartsIn(subject.template);
  const place = places.ofKey(subject, [...charts, ...change2.key]);
  return {
    ...change2,
    release: subject.release.name,
    charts,
    place: place && valuePlace(place)
  };
}
function valuePlace({ location, inside, values }) {
  const { isInline = false, holder } = values ?? {};
  return { ...location, inside, ...isInline && { isInline }, ...holder && { holder } };
}

// src/locate/locate.ts
var subjectsOf = (worlds) => new Set(
  worlds.flatMap(
    ({ results, twins }) => results.flatMap(({ manifest, install, problem }) => [
      ...withTwins(manifest ?? workloadOf(install), twins),
      ...(problem.related ?? []).map((related) => related.manifest)
    ])
  )
);
function locateWorlds(worlds, claims = /* @__PURE__ */ new Map(), places = OWN_PLACES) {
  const everywhere2 = new Set(worlds.map(({ cluster }) => cluster));
  const occurrences = worlds.flatMap(
    (world) => world.results.map((result) => {
      const subject = result.manifest ?? workloadOf(result.install);
      const claim = subject && claims.get(subject);
      return { result, world, home: claim ?? [...everywhere2], key: fingerprintOf(result, claim?.join() ?? DEFAULT) };
    })
  );
  const clustersOf = /* @__PURE__ */ new Map();
  for (const { key, world } of occurrences) clustersOf.set(key, (clustersOf.get(key) ?? /* @__PURE__ */ new Set()).add(world.cluster));
  const groups = Map.groupBy(
    occurrences,
    ({ key, home, world, result }) => home.every((cluster) => clustersOf.get(key)?.has(cluster)) ? key : fingerprintOf(result, world.cluster)
  );
  return [...groups].map(([fingerprint2, group]) => {
    const worst2 = group.reduce((a, b) => reaches(a.result.severity, b.result.severity) ? a : b);
    const results = [worst2, ...group].map(({ result }) => result);
    const finding = {
      ...locate(worst2.result, fingerprint2, uniquePlaces([worst2, ...group], places), places),
      offer: offerFor(results, places)
    };
    return worlds.length === 1 ? finding : { ...finding, worlds: worldsOf(group) };
  });
}
var worldsOf = (group) => [...new Set(group.map(({ world }) => world))].map(({ cluster, variant }) => ({ cluster, variant }));
function locate(result, fingerprint2, found, places) {
  const { rule, severity, manifest, path, problem } = result;
  const [best] = found;
  return {
    rule: rule.id,
    severity,
    message: problem.message,
    remedy: rule.remedy,
    guide: rule.guide,
    threats: rule.guide.filter(isThreat),
    object: manifest && objectRef(manifest),
    path,
    location: best?.location ?? null,
    places: found.map(({ location }) => location),
    rendered: manifest && renderedPlace(manifest, path),
    related: relatedObjects(problem.related ?? [], places),
    fingerprint: fingerprint2,
    isNew: null,
    frame: frameFor(result, best),
    renderedFrame: manifest?.template === void 0 ? void 0 : frameOf(manifest, path)
  };
}
function frameFor({ manifest, path, problem }, best) {
  const line = best?.location.startLine;
  if (best?.shown && line !== void 0) return frameAt(best.shown, line);
  const text = manifest ?? problem.values;
  return text ? frameOf(text, path) : [];
}
var MOST_RELATED = 20;
var relatedObjects = (related, places) => related.slice(0, MOST_RELATED).map(({ manifest, path, message }, i) => ({
  message: i === MOST_RELATED - 1 && related.length > MOST_RELATED ? `${message}, and ${related.length - MOST_RELATED} more like it` : message,
  object: objectRef(manifest),
  location: relatedPlace(manifest, path, places)
}));
var relatedPlace = (manifest, path, places) => ungatedPlace(manifest, path, places).location;
function ungatedPlace(manifest, path, places) {
  const place = places.of(manifest, path);
  return place.location.confidence === "gated-by" ? { location: ownPlace(manifest, path) } : place;
}
var objectRef = ({ apiVersion, kind, namespace, name }) => ({
  apiVersion,
  kind,
  namespace,
  name
});
var renderedPlace = (manifest, path) => manifest.template === void 0 ? null : { release: manifest.release?.name ?? "", template: manifest.template, line: manifest.lineOf(path) };
function uniquePlaces(occurrences, places) {
  const found = occurrences.flatMap(({ result, world }) => {
    const [own, ...others] = withTwins(result.manifest ?? workloadOf(result.install), world.twins);
    return [
      ...placesOfResult(result, own, world.declarations, places),
      ...others.flatMap((twin) => placesOfSubject(result, twin, places))
    ];
  });
  return [...new Map(found.map((place) => [`${place.location.file}:${place.location.startLine ?? ""}`, place])).values()];
}
function placesOfResult(result, subject, declarations, places) {
  const found = subject ? placesOfSubject(result, subject, places) : [];
  if (found.length > 0) return found;
  const { install, path } = result;
  const { values } = result.problem;
  if (values) return [{ location: { file: values.file, startLine: values.lineOf(path), via: "values" } }];
  return [(install && placeOfInstall(install, declarations, places)) ?? []].flat();
}
function placesOfSubject({ manifest, path, problem }, subject, places) {
  const missing = problem.missing && places.ofMissing(subject, problem.missing);
  if (missing) return [missing];
  if (!manifest) return [];
  return [problem.missing ? ungatedPlace(subject, path, places) : places.of(subject, path)];
}
var withTwins = (manifest, twins) => manifest ? [manifest, ...twins?.get(manifest) ?? []] : [];
function placeOfInstall(install, declarations, places) {
  const location = install.release === void 0 ? void 0 : declarations.get(install.release);
  if (location) return { location };
  const workload = workloadOf(install);
  return workload && places.of(workload, []);
}

// src/locate/graph.ts
var locateGraph = ({ nodes, edges, ...graph }) => ({
  ...graph,
  nodes: nodes.map(({ manifest, path, ...node }) => ({
    ...node,
    object: manifest && objectRef(manifest),
    location: located(manifest, path)
  })),
  edges: edges.map(({ manifest, path, ...edge }) => ({ ...edge, location: located(manifest, path) }))
});
var located = (manifest, path) => manifest && ownPlace(manifest, path);

// src/paths/steps.ts
import { createHash as createHash2 } from "node:crypto";
var QUESTIONS = [
  "secrets-everywhere",
  "operator-identity",
  "operator-reach",
  "operator-token-sent",
  "store-change",
  "push",
  "fetch"
];
var step = (says, manifest = null, path = []) => ({
  says,
  manifest,
  path
});
function pathId(path, key, cluster) {
  const nodes = path.steps.map(
    ({ manifest, path: path2 }) => manifest ? [manifest.groupKind, manifest.namespace, manifest.name, ...stablePath(manifest.body, path2)] : []
  );
  const text = JSON.stringify([cluster, path.question, path.threat, key, nodes]);
  return createHash2("sha256").update(text).digest("hex").slice(0, 16);
}
function compareDrafts(a, b) {
  if (a.severity !== b.severity) return reaches(a.severity, b.severity) ? -1 : 1;
  return compareTexts(a.title, b.title);
}
var compareTexts = (a, b) => a < b ? -1 : Number(a > b);
function listed(words, most = 3) {
  const shown = words.slice(0, most).join(", ");
  return words.length > most ? `${shown} and ${words.length - most} more` : shown;
}

// src/locate/paths.ts
function locatePaths(worlds) {
  const paths = worlds.flatMap(({ paths: paths2 }) => paths2.map((path) => ({ ...path, steps: path.steps.map(locateStep) })));
  const more = Map.groupBy(
    worlds.flatMap((world) => world.more),
    ({ question }) => question
  );
  return {
    paths: unique(paths, ({ id: _, ...content }) => content).sort(compareDrafts),
    more: [...more].map(([question, group]) => ({ question, number: Math.max(...group.map(({ number }) => number)) }))
  };
}
var locateStep = ({ says, manifest, path }) => ({
  says,
  object: manifest && objectRef(manifest),
  path: manifest ? path : [],
  location: manifest && ownPlace(manifest, path)
});
function locateInventory(worlds) {
  const located2 = worlds.map(inventoryOfOne);
  return {
    crossNamespace: unique(located2.flatMap(({ crossNamespace }) => crossNamespace)),
    stores: unique(located2.flatMap(({ stores }) => stores)),
    subjects: unique(located2.flatMap(({ subjects }) => subjects)),
    deployers: unique(located2.flatMap(({ deployers }) => deployers))
  };
}
function unique(items, contentOf2 = (item) => item) {
  const first = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = JSON.stringify(contentOf2(item));
    if (!first.has(key)) first.set(key, item);
  }
  return [...first.values()];
}
var inventoryOfOne = ({ crossNamespace, stores, subjects, deployers }) => ({
  crossNamespace: crossNamespace.map(({ manifest, path, namespace, name }) => ({
    object: objectRef(manifest),
    path,
    namespace,
    name: name ?? null,
    location: ownPlace(manifest, path)
  })),
  stores: stores.map(({ manifest, provider, ...entry }) => ({
    ...entry,
    object: objectRef(manifest),
    provider: provider ?? null,
    location: ownPlace(manifest, [])
  })),
  subjects: subjects.map(({ subject, isOperator, rights, manifest }) => ({
    subject,
    operator: isOperator,
    rights,
    location: ownPlace(manifest, [])
  })),
  deployers: deployers.map(({ product, account, says, manifest, path }) => ({
    product,
    account,
    says,
    location: ownPlace(manifest, path)
  }))
});

// src/paths/holdings.ts
var NOTHING = { everywhere: void 0, namespaces: /* @__PURE__ */ new Map(), named: [] };
var Holdings = class {
  #world;
  /** What each bound role gives, and to whom. */
  roles;
  #answers = /* @__PURE__ */ new Map();
  #subjects = /* @__PURE__ */ new Map();
  #strangers = /* @__PURE__ */ new Map();
  constructor(world) {
    this.#world = world;
    const { rbac } = world;
    this.roles = [...Map.groupBy(rbac.bindings, roleOf).values()].flatMap((bindings) => {
      const [first] = bindings;
      const grants = bindings.flatMap((binding) => rbac.grantsIn(binding));
      return first && grants.length > 0 ? [{ rights: rightsBy(first, rbac), grants }] : [];
    });
    for (const { grants } of this.roles)
      for (const grant of grants) {
        const name = nameOfSubject(grant.subject);
        this.#subjects.set(name, grant.subject);
        if (!this.#strangers.has(name))
          this.#strangers.set(name, isStranger(grant, world) && !isPartOfKubernetes(grant.subject));
      }
  }
  /** Everybody who is bound to anything. */
  get subjects() {
    return [...this.#subjects.values()];
  }
  /** Where a subject has an access, by itself and by the groups that it is always in. */
  of(subject, access) {
    const answer = this.#answer(access);
    const holds = [subject, ...implicitGroups(subject)].flatMap((holder) => answer.get(nameOfSubject(holder)) ?? []);
    return holds.length > 1 ? holds.reduce(together) : holds[0] ?? NOTHING;
  }
  /** Who is no operator and holds an access, subjects with the same rights together; `beside` belongs to what is the same. */
  holders(access, beside = []) {
    const strangers = [...this.#answer(access)].flatMap(([name, hold]) => {
      const subject = this.#subjects.get(name);
      return subject && this.#strangers.get(name) ? [{ name, subject, hold, beside: beside.map((other) => this.of(subject, other)) }] : [];
    });
    const groups = Map.groupBy(strangers, ({ hold, beside: beside2 }) => JSON.stringify([hold, ...beside2].map(signature)));
    const bound = [...groups.values()].flatMap((unsorted) => {
      const group = unsorted.sort((a, b) => a.name < b.name ? -1 : 1);
      const [first] = group;
      return first ? [
        {
          says: namesOf(group.map(({ name }) => name)),
          subjects: group.map(({ subject }) => subject),
          isCrowd: group.some(({ subject }) => isCrowd(subject)),
          isSomewhere: false,
          hold: first.hold,
          beside: first.beside
        }
      ] : [];
    });
    return [...bound, ...this.#builtIn(access, beside)];
  }
  #answer(access) {
    const key = JSON.stringify(access);
    const known2 = this.#answers.get(key);
    if (known2) return known2;
    const answer = /* @__PURE__ */ new Map();
    for (const { rights, grants } of this.roles) {
      const matching = rights.filter(({ rule }) => verbsGiven(rule, access).length > 0);
      const best = matching.find(({ rule }) => rule.resourceNames.length === 0);
      for (const right of best ? [best] : matching) for (const grant of grants) add(answer, right, grant);
    }
    this.#answers.set(key, answer);
    return answer;
  }
  /** What the labels of roles of the set add to the built-in roles `edit` and `admin`, whoever has those. */
  #builtIn(access, beside) {
    const { rbac } = this.#world;
    if (this.#world.has("complete")) return [];
    const labelled = rbac.roles.flatMap((role) => {
      const names = [...new Set(builtInAggregation(role).flatMap(({ roles }) => roles))];
      return names.length > 0 ? [{ names, rights: rightsIn(role, [role, ...rbac.aggregatedBy(role)]) }] : [];
    });
    const holders = labelled.flatMap(({ names, rights }) => {
      const hold = somewhere(rights, access);
      if (!hold) return [];
      const all = labelled.filter((other) => names.some((name) => other.names.includes(name))).flatMap((other) => other.rights);
      return [
        {
          says: `everyone with the built-in role ${names.join(" or ")}`,
          subjects: [],
          isCrowd: false,
          isSomewhere: true,
          hold,
          beside: beside.map((other) => somewhere(all, other) ?? NOTHING)
        }
      ];
    });
    return [...Map.groupBy(holders, ({ says }) => says).values()].flatMap(([first]) => first ?? []);
  }
};
function add(answer, right, grant) {
  const name = nameOfSubject(grant.subject);
  const hold = answer.get(name) ?? { everywhere: void 0, namespaces: /* @__PURE__ */ new Map(), named: [] };
  answer.set(name, hold);
  const { namespace } = grant;
  const holding2 = { right, grant, namespace };
  if (right.rule.resourceNames.length > 0) hold.named.push(holding2);
  else if (namespace === void 0) hold.everywhere ??= holding2;
  else if (namespace !== "" && !hold.namespaces.has(namespace)) hold.namespaces.set(namespace, holding2);
}
var together = (a, b) => ({
  everywhere: a.everywhere ?? b.everywhere,
  namespaces: new Map([...b.namespaces, ...a.namespaces]),
  named: [...a.named, ...b.named]
});
var rightsIn = (holder, roles) => roles.flatMap(
  (role) => policyRules(role).map((rule) => ({ rule, role, through: role === holder ? void 0 : nameOf(holder) }))
);
function somewhere(rights, access) {
  const right = rights.find(({ rule }) => rule.resourceNames.length === 0 && verbsGiven(rule, access).length > 0);
  return right && { everywhere: { right, grant: void 0, namespace: void 0 }, namespaces: /* @__PURE__ */ new Map(), named: [] };
}
var roleOf = (binding) => JSON.stringify([
  binding.kind === "ClusterRoleBinding",
  binding.get("roleRef", "kind") === "ClusterRole" ? "" : binding.namespace,
  asText(binding.get("roleRef", "kind")),
  asText(binding.get("roleRef", "name"))
]);
var signature = ({ everywhere: everywhere2, namespaces, named: named2 }) => [...everywhere2 ? [everywhere2] : [], ...namespaces.values(), ...named2].map(({ right, namespace }) => [namespace ?? "*", right.role ? nameOf(right.role) : "", right.rule.path].join(" ")).sort();
var namesOf = (names) => names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");
function isCrowd(subject) {
  const breadth = breadthOf(subject);
  return breadth !== void 0 && breadth !== "one namespace";
}
var isPartOfKubernetes = (subject) => subject.kind !== "ServiceAccount" && subject.name.startsWith("system:") && breadthOf(subject) === void 0;

// src/paths/accesses.ts
var WRITE = ["create", "update", "patch"];
var CHANGE = ["update", "patch"];
var RBAC = "rbac.authorization.k8s.io";
var core = (resource, verbs) => ({ group: "", resource, verbs });
var eso = (resource, verbs) => ({ group: ESO_GROUP, resource, verbs });
var EVERYTHING = { group: "*", resource: "*", verbs: ["*"] };
var READ_SECRETS = core("secrets", ["get", "list", "watch"]);
var GET_SECRETS = core("secrets", ["get"]);
var CREATE_SECRETS = core("secrets", ["create"]);
var CREATE_PODS = core("pods", ["create"]);
var TOKENS = core("serviceaccounts/token", ["create"]);
var EXEC = core("pods/exec", ["create"]);
var DEBUG = core("pods/ephemeralcontainers", CHANGE);
var IMPERSONATE_ACCOUNTS = core("serviceaccounts", ["impersonate"]);
var IMPERSONATE_GROUPS = core("groups", ["impersonate"]);
var BIND = { group: RBAC, resource: "clusterroles", verbs: ["bind"] };
var CREATE_BINDINGS = { group: RBAC, resource: "clusterrolebindings", verbs: ["create"] };
var WORKLOADS = [
  ...["deployments", "daemonsets", "statefulsets", "replicasets"].map((resource) => ({
    ...{ group: "apps", resource, verbs: WRITE }
  })),
  ...["jobs", "cronjobs"].map((resource) => ({ group: "batch", resource, verbs: WRITE }))
];
var FETCH = eso("externalsecrets", WRITE);
var PUSH = eso("pushsecrets", WRITE);
var NEW_STORE = eso("secretstores", ["create"]);
var NEW_CLUSTER_STORE = eso("clustersecretstores", ["create"]);
var CHANGE_STORE = eso("secretstores", CHANGE);
var CHANGE_CLUSTER_STORE = eso("clustersecretstores", CHANGE);
var NEW_VAULT_GENERATOR = {
  group: GENERATORS_GROUP,
  resource: "vaultdynamicsecrets",
  verbs: ["create"]
};
function rightSteps({ right, grant }, access, can, world) {
  const { role, rule, through } = right;
  if (!grant) {
    const [label] = role ? builtInAggregation(role) : [];
    const says = `${role ? nameOf(role) : "a role"} adds the right to ${can} to the built-in role${(label?.roles ?? []).length > 1 ? "s" : ""} ${(label?.roles ?? []).join(" and ")}`;
    return [step(says, role ?? null, ["metadata", "labels", ...label ? [label.label] : []])];
  }
  const where = grant.namespace === void 0 ? "in all namespaces" : `in namespace ${grant.namespace}`;
  const by = through === void 0 ? "" : `, aggregated into ${through},`;
  return [
    step(
      `${nameOfSubject(grant.subject)} is bound to ${boundRoleName(grant.binding, world.rbac)} ${where}`,
      grant.binding,
      grant.path
    ),
    step(
      `${role ? nameOf(role) : boundRoleName(grant.binding, world.rbac)}${by} gives the right to ${can}`,
      role ?? null,
      role ? resourcePath(rule, access.resource) : []
    )
  ];
}
var heldIn = ({ everywhere: everywhere2, namespaces }, namespace) => everywhere2 ?? namespaces.get(namespace);
var heldOn = (hold, name, namespace) => hold.everywhere ?? hold.namespaces.get(namespace ?? "") ?? hold.named.find(
  ({ right, namespace: where }) => right.rule.resourceNames.includes(name) && (where === void 0 || where === namespace)
);
function whereHeld({ hold, isSomewhere }) {
  if (isSomewhere) return "in namespaces where they have it";
  if (hold.everywhere) return "in all namespaces";
  return inNamespaces([...hold.namespaces.keys()].sort());
}
var inNamespaces = (names) => `in namespace${names.length === 1 ? "" : "s"} ${listed(names)}`;

// src/paths/connections.ts
function identityOf(manifest, world) {
  const connected = connectedOf(manifest);
  if (!connected) return { says: "the identity that it is given", path: ["spec"], of: "unknown" };
  const { path, known: known2 } = connected;
  const token = known2?.ownTokens?.find(
    (own) => isAsked(own, connected) && (!own.until || runsIn({ until: own.until }, world) === "yes")
  );
  if (token) return { says: token.what, path: [...path, ...keysOf(token.field)], of: "own token" };
  const [account] = tokenAccountsNamedBy(manifest);
  if (account) {
    const { name, namespace, isForApiServer } = account;
    const isOwn = isForApiServer && world.eso.isOwn({ kind: "ServiceAccount", name, namespace });
    return { ...named(account, "ServiceAccount"), ...isOwn && { of: "own token" } };
  }
  const [credential] = credentialsNamedBy(manifest);
  if (credential) return named(credential, `the ${credential.what} in Secret`);
  const ambient = ambientIdentity(connected);
  return ambient ? { says: ambient.as, path, of: "operator" } : { says: "its own identity", path, of: "unknown" };
}
var named = ({ path, name, namespace, isAnywhere }, what) => ({
  says: `${what} ${namespace === void 0 ? "" : `${namespace}/`}${name}${isAnywhere ? " of the namespace that uses it" : ""}`,
  path,
  of: isAnywhere ? "user" : "shared"
});
function destinationOf(manifest, world) {
  const connected = connectedOf(manifest);
  if (!connected) return { says: "its provider", path: ["spec"] };
  const [endpoint] = endpointsOf(manifest, world);
  const title = titleOf(connected);
  return endpoint ? { says: `${title} at ${endpoint.host}`, path: endpoint.path } : { says: title, path: connected.path };
}

// src/paths/store-users.ts
var StoreUsers = class {
  /** Those that are written out and named. */
  stores;
  generators;
  #world;
  #facts;
  #open = /* @__PURE__ */ new Map();
  #known;
  constructor(world) {
    this.#world = world;
    this.stores = unique2(STORE_KINDS.flatMap((kind) => world.of(kind)).filter(isWhole));
    this.#known = new Set(this.stores);
    this.generators = unique2(world.manifests.filter(isGenerator).filter(({ kind }) => kind !== "GeneratorState"));
    this.#facts = new Map(
      world.of("core/Namespace").map((namespace) => [
        namespace.name,
        { name: namespace.name, labels: asLabels(namespace.get("metadata", "labels")) }
      ])
    );
  }
  /** Which of these namespaces surely may use a ClusterSecretStore or ClusterGenerator. */
  admitted(store, namespaces) {
    if (this.isOpen(store)) return [...namespaces.keys()];
    return [
      ...new Set(
        alternativesOf(store).flatMap(({ by, value, path }) => {
          if (by === "name") return typeof value === "string" && namespaces.has(value) ? [value] : [];
          const names = [...namespaces.keys()];
          if (by === "selector") return names.filter((name) => takes({ by, value, path }, this.#factsOf(name)) === "yes");
          const regexp = typeof value === "string" && !isPlaceholder(value) ? compileGoRegexp(value) : void 0;
          return regexp ? names.filter((name) => !isPlaceholder(name) && regexp.matches(name)) : [];
        })
      )
    ];
  }
  /** Whether every namespace may use it. */
  isOpen(store) {
    const known2 = this.#open.get(store);
    if (known2 !== void 0) return known2;
    const isOpen = isGenerator(store) || isOpenToAll(store);
    this.#open.set(store, isOpen);
    return isOpen;
  }
  /** The requests of the set that use a store. */
  usersOf(store) {
    return [...new Set(sureUsersOf(store, this.#world).map(({ manifest }) => manifest))];
  }
  /** The stores of the set that a request uses. */
  used(request) {
    return storesUsedBy(request, this.#world).filter((store) => this.#known.has(store));
  }
  #factsOf(name) {
    return this.#facts.get(name) ?? { name, labels: void 0 };
  }
};
var unique2 = (manifests) => [
  ...new Map(
    manifests.filter(({ name, namespace }) => !isPlaceholder(name) && !isPlaceholder(namespace)).map((manifest) => [`${manifest.groupKind}/${manifest.namespace ?? ""}/${manifest.name}`, manifest])
  ).values()
];
function usersInWords(store) {
  if (!store.kind.startsWith("Cluster"))
    return store.namespace === void 0 ? "the namespace it is applied to" : `namespace ${store.namespace}`;
  if (isGenerator(store)) return "every namespace: a ClusterGenerator has no conditions";
  if (isOpenToAll(store)) return "every namespace";
  if (!isSettled(store.get("spec", "conditions"))) return "namespaces that are filled in later";
  const words = alternativesOf(store).map(({ by, value }) => `${WORDS2[by]} ${asText(value) ?? JSON.stringify(value)}`);
  return words.length > 0 ? words.join(", or ") : "no namespace";
}
var WORDS2 = {
  name: "namespace",
  regex: "namespaces whose name matches",
  selector: "namespaces with labels by"
};
var doorOf = (store) => {
  if (!store.kind.startsWith("Cluster")) return ["metadata", "namespace"];
  return store.get("spec", "conditions") === void 0 ? ["spec"] : ["spec", "conditions"];
};

// src/paths/questions/uses.ts
function byStore(holders, stores, context) {
  const wide = holders.filter(({ hold, isSomewhere }) => hold.everywhere !== void 0 && !isSomewhere);
  const somewhere2 = holders.filter(({ isSomewhere }) => isSomewhere);
  const places = holders.flatMap(
    (holder) => holder.hold.everywhere ? [] : [...holder.hold.namespaces.keys()].map((name) => ({ name, holder }))
  );
  const inPlace = Map.groupBy(places, ({ name }) => name);
  return stores.flatMap((store) => {
    const isCluster2 = store.kind.startsWith("Cluster");
    const admitted = isCluster2 ? context.stores.admitted(store, inPlace) : [store.namespace ?? ""];
    const within = admitted.flatMap((name) => inPlace.get(name) ?? []);
    return [
      ...wide.flatMap((holder) => everywhere(holder, store)),
      ...isCluster2 && context.stores.isOpen(store) ? somewhere2.flatMap((holder) => everywhere(holder, store)) : [],
      ...[...Map.groupBy(within, ({ holder }) => holder)].flatMap(
        ([holder, found]) => inSome(holder, store, found.map(({ name }) => name).sort())
      )
    ];
  });
}
function everywhere(holder, store) {
  const { everywhere: holding2 } = holder.hold;
  const where = holder.isSomewhere ? "in namespaces where they have it" : `in ${usersInWords(store)}`;
  return holding2 ? [{ holder, store, holding: holding2, namespaces: void 0, where }] : [];
}
function inSome(holder, store, namespaces) {
  const holding2 = holder.hold.namespaces.get(namespaces[0] ?? "");
  return holding2 ? [{ holder, store, holding: holding2, namespaces, where: inNamespaces(namespaces) }] : [];
}

// src/paths/questions/fetch.ts
function fetches(context) {
  const { holdings, stores } = context;
  const holders = holdings.holders(FETCH, [EVERYTHING]).filter(({ beside: [all] }) => !all?.everywhere);
  const sources = [...stores.stores, ...stores.generators.filter((generator) => connectedOf(generator) !== void 0)];
  return byStore(holders, sources, context).map((use) => fetchThrough(use, context));
}
function fetchThrough({ holder, store, holding: holding2, where }, { world, stores }) {
  const identity = identityOf(store, world);
  const destination = destinationOf(store, world);
  const isCluster2 = store.kind.startsWith("Cluster");
  const foreign = foreignNamespaceOf(store);
  const what = foreign ? `the Secrets of namespace ${foreign}` : `what ${identity.says} may read at ${destination.says}`;
  return {
    key: holder.says,
    title: `${holder.says} can fetch ${what} through ${nameOf(store)} ${where}`,
    threat: isCluster2 ? "TM6" : "TM3",
    severity: severityOf(store, identity, foreign, holder.isCrowd, stores.isOpen(store)),
    steps: () => [
      ...rightSteps(holding2, FETCH, "write ExternalSecrets", world),
      step(`${nameOf(store)} serves ${where.replace(/^in /, "")}`, store, doorOf(store)),
      step(`it signs in with ${identity.says}`, store, identity.path),
      step(`${what} arrives in a Secret of the namespace of the ExternalSecret`, store, destination.path)
    ]
  };
}
function severityOf(store, { of }, foreign, isCrowd2, isOpen) {
  const isShared = of !== "user";
  if (!store.kind.startsWith("Cluster")) return of === "operator" || of === "own token" ? "medium" : "low";
  if (!isOpen) return "low";
  if (isCrowd2 || foreign !== void 0 && isShared) return "high";
  return isShared ? "medium" : "low";
}
function foreignNamespaceOf(store) {
  const provider = providerOf(store);
  const namespace = provider && foreignNamespaceIn(provider)?.namespace;
  return namespace === store.namespace ? void 0 : namespace;
}

// src/paths/mights.ts
var MIGHTS = [
  { can: "do anything in the cluster", access: EVERYTHING, rank: 5 },
  { can: "act as any group, cluster administrators included", access: IMPERSONATE_GROUPS, rank: 4 },
  { can: "bind itself to any ClusterRole", access: BIND, also: CREATE_BINDINGS, rank: 4 },
  { can: "read every Secret of the cluster", access: READ_SECRETS, rank: 3 },
  { can: "make a token for every ServiceAccount", access: TOKENS, rank: 2 },
  { can: "run pods as every ServiceAccount", access: CREATE_PODS, rank: 2 }
];
var READS_ALL = 3;
function mightsOf(subject, holdings) {
  const held = MIGHTS.filter(
    ({ access, also }) => holdings.of(subject, access).everywhere && (!also || holdings.of(subject, also).everywhere !== void 0)
  );
  return held[0]?.rank === 5 ? held.slice(0, 1) : held;
}
function mighty(holdings, rank) {
  return holdings.subjects.flatMap((subject) => {
    const [might] = mightsOf(subject, holdings);
    return might && might.rank >= rank ? [{ subject, might }] : [];
  }).sort((a, b) => b.might.rank - a.might.rank || compare(nameOfSubject(a.subject), nameOfSubject(b.subject)));
}
var compare = (a, b) => a < b ? -1 : Number(a > b);
function mightSteps(subject, might, holdings, world) {
  const holding2 = holdings.of(subject, might.access).everywhere;
  return holding2 ? rightSteps(holding2, might.access, might.can, world) : [];
}
function operatorIdentities(world, holdings) {
  const all = world.eso.installs.flatMap(
    (install) => install.components.map((component) => {
      const account = accountOf(component.pod);
      return { install, component, account, mights: mightsOf(account, holdings) };
    })
  );
  const order = ["controller", "cert-controller", "webhook"];
  const sorted = all.sort((a, b) => order.indexOf(a.component.role) - order.indexOf(b.component.role));
  return [...Map.groupBy(sorted, ({ account }) => nameOfSubject(account)).values()].flatMap(([first]) => first ?? []);
}
function tokensWithin(identity, holdings) {
  const own = identity.mights[0]?.rank ?? 0;
  const hold = holdings.of(identity.account, TOKENS);
  return mighty(holdings, READS_ALL).filter(
    ({ subject, might }) => subject.kind === "ServiceAccount" && subject.namespace !== void 0 && nameOfSubject(subject) !== nameOfSubject(identity.account) && might.rank > own && (heldIn(hold, subject.namespace) !== void 0 || hold.named.some(
      ({ right, namespace }) => right.rule.resourceNames.includes(subject.name) && (namespace === void 0 || namespace === subject.namespace)
    ))
  );
}

// src/paths/questions/operator.ts
function operatorIdentity(context) {
  return operatorIdentities(context.world, context.holdings).flatMap(
    (identity) => identity.mights.length === 0 ? [] : waysTo(identity, context)
  );
}
var WAYS = [
  { access: TOKENS, isNamed: true, can: (account) => `make a token for ${account}` },
  { access: IMPERSONATE_ACCOUNTS, isNamed: true, can: (account) => `act as ${account}` },
  { access: CREATE_PODS, can: (account) => `run a pod as ${account}` },
  ...WORKLOADS.map((access) => ({
    access,
    can: (account) => `write ${access.resource} whose pods run as ${account}`
  })),
  {
    access: EXEC,
    can: (account, namespace) => `run commands in the pods of namespace ${namespace}, that of ${account} among them`
  },
  { access: DEBUG, can: (account) => `add a container to the pod of ${account}` },
  { access: CREATE_SECRETS, also: GET_SECRETS, can: (account) => `create a token Secret for ${account} and read it` }
];
function waysTo(identity, context) {
  const { account, mights } = identity;
  const { holdings } = context;
  const { namespace } = account;
  const [might] = mights;
  if (namespace === void 0 || !might) return [];
  const seen = /* @__PURE__ */ new Set();
  return WAYS.flatMap(
    (way) => holdings.holders(way.access, [READ_SECRETS, ...way.also ? [way.also] : []]).flatMap((holder) => {
      const [reads, also] = holder.beside;
      const holding2 = way.isNamed ? heldOn(holder.hold, account.name, namespace) : heldIn(holder.hold, namespace);
      const subjects = holder.subjects.map(nameOfSubject);
      const isIt = subjects.includes(nameOfSubject(account)) || subjects.every((name) => seen.has(name));
      if (!holding2 || holder.isSomewhere || isIt || reads?.everywhere || also && !heldIn(also, namespace)) return [];
      for (const name of subjects) seen.add(name);
      return [becoming(identity, might, way, holder, holding2, context)];
    })
  );
}
function becoming(identity, might, { access, can }, holder, holding2, context) {
  const { world, holdings } = context;
  const account = nameOfSubject(identity.account);
  const deed = can(account, identity.account.namespace ?? "");
  const [further] = tokensWithin(identity, holdings);
  return {
    key: `${holder.says} ${account}`,
    title: `${holder.says} can ${deed}, which can ${might.can}`,
    threat: "TM1",
    severity: might.rank >= READS_ALL ? "critical" : "high",
    steps: () => [
      ...rightSteps(holding2, access, deed, world),
      step(
        `the operator's ${identity.component.role} runs as ${account}`,
        identity.component.pod.manifest,
        identity.component.container.path
      ),
      ...mightSteps(identity.account, might, holdings, world),
      ...further ? tokenSteps(identity, further.subject, further.might, context) : []
    ]
  };
}
function operatorReach(context) {
  const { world, holdings } = context;
  return operatorIdentities(world, holdings).flatMap(
    (identity) => tokensWithin(identity, holdings).map(({ subject, might }) => ({
      key: `${nameOfSubject(identity.account)} ${nameOfSubject(subject)}`,
      title: `whoever takes over the operator's ${identity.component.role} (${nameOfSubject(identity.account)}) can become ${nameOfSubject(subject)} by a token, which can ${might.can}`,
      threat: "TM1",
      severity: "high",
      steps: () => [
        step(
          `the operator's ${identity.component.role} runs as ${nameOfSubject(identity.account)}`,
          identity.component.pod.manifest,
          identity.component.container.path
        ),
        ...tokenSteps(identity, subject, might, context)
      ]
    }))
  );
}
function tokenSteps({ account }, subject, might, { world, holdings }) {
  const holding2 = heldOn(holdings.of(account, TOKENS), subject.name, subject.namespace);
  const steps = holding2 ? rightSteps(holding2, TOKENS, `make a token for ${nameOfSubject(subject)}`, world) : [];
  const object = world.of("core/ServiceAccount").find(({ name, namespace }) => name === subject.name && namespace === subject.namespace);
  return [
    ...steps,
    ...object ? [step(`${nameOf(object)} is in the set`, object, ["metadata", "name"])] : [],
    ...mightSteps(subject, might, holdings, world)
  ];
}

// src/paths/questions/push.ts
function pushes(context) {
  if (isOff(context.world)) return [];
  const holders = context.holdings.holders(PUSH, [EVERYTHING, NEW_STORE, READ_SECRETS]).filter(({ beside: [all] }) => !all?.everywhere);
  return [
    ...holders.flatMap((holder) => throughOwn(holder, context)),
    ...byStore(holders, context.stores.stores, context).map((use) => throughStore(use, context)),
    ...pushed(context)
  ];
}
function isOff({ eso: { installs } }) {
  const controllers = installs.flatMap(({ controller }) => controller ?? []);
  return controllers.length > 0 && controllers.every((one) => !isOn(flagsOf(one), "enable-push-secret-reconciler", true));
}
var takes2 = (holder) => `every Secret ${whereHeld(holder)}`;
function throughOwn(holder, { world }) {
  const [, making, reading] = holder.beside;
  const { everywhere: everywhere2, namespaces } = holder.hold;
  const places = [...namespaces.keys()].filter((name) => covers(making, name));
  const holding2 = everywhere2 && making?.everywhere ? everywhere2 : namespaces.get(places[0] ?? "");
  const store = making?.everywhere ?? making?.namespaces.get(places[0] ?? "");
  if (!holding2 || !store) return [];
  const isGain = !holder.isSomewhere && (everywhere2 ? !reading?.everywhere : places.some((name) => !covers(reading, name)));
  return [
    {
      key: holder.says,
      title: `${holder.says} can push ${takes2(holder)} to a server of their choice`,
      threat: "TM5",
      severity: !isGain ? "medium" : everywhere2 ? "critical" : "high",
      steps: () => [
        ...rightSteps(holding2, PUSH, "write PushSecrets", world),
        step(
          "an empty `selector.secret.selector` takes every Secret of its namespace, whether its author may read them or not"
        ),
        ...rightSteps(store, NEW_STORE, "create SecretStores", world),
        step("the operator writes them to the server that the store names")
      ]
    }
  ];
}
var covers = (hold, namespace) => hold !== void 0 && (hold.everywhere !== void 0 || hold.namespaces.has(namespace));
function throughStore({ holder, store, holding: holding2, namespaces, where }, { world }) {
  const [, , reading] = holder.beside;
  const isGain = holder.isSomewhere ? false : namespaces ? namespaces.some((name) => !covers(reading, name)) : !reading?.everywhere;
  const destination = destinationOf(store, world);
  const identity = identityOf(store, world);
  return {
    key: holder.says,
    title: `${holder.says} can push every Secret ${where} through ${nameOf(store)} to ${destination.says}`,
    threat: "TM5",
    severity: holder.isCrowd ? "high" : isGain ? "medium" : "low",
    steps: () => [
      ...rightSteps(holding2, PUSH, "write PushSecrets", world),
      step(`${nameOf(store)} serves them ${where}`, store, doorOf(store)),
      step(`it writes with ${identity.says}, as far as that may write`, store, identity.path),
      step(`the Secrets leave to ${destination.says}`, store, destination.path)
    ]
  };
}
var pushed = ({ world, stores }) => PUSHING_KINDS.flatMap((kind) => world.of(kind)).flatMap((request) => {
  const spec = specPathOf(request) ?? [];
  const what = contentOf(request);
  if (what === void 0 || isPlaceholder(request.name)) return [];
  return stores.used(request).map((store) => {
    const destination = destinationOf(store, world);
    const reference = referencesOf(request).stores[0];
    return {
      key: "",
      title: `${nameOf(request)} sends ${what.says} to ${destination.says} through ${nameOf(store)}`,
      threat: "TM5",
      severity: what.isAll ? "medium" : "low",
      steps: () => [
        step(`${nameOf(request)} takes ${what.says}`, request, [...spec, "selector"]),
        step(`it names ${nameOf(store)}`, request, reference?.path ?? spec),
        step(`which writes with ${identityOf(store, world).says}`, store, identityOf(store, world).path),
        step(`the Secrets leave to ${destination.says}`, store, destination.path)
      ]
    };
  });
});
function contentOf(request) {
  const source = pushSourceOf(request);
  const where = request.kind.startsWith("Cluster") ? "of each namespace that it selects" : `of namespace ${request.namespace ?? "(not said)"}`;
  if (source.from === "secret") return { says: `Secret ${source.name} ${where}`, isAll: false };
  if (source.from !== "selector") return void 0;
  return isEmptySelector(source.selector) ? { says: `every Secret ${where}`, isAll: true } : { says: `the Secrets with some labels ${where}`, isAll: false };
}

// src/paths/questions/secrets-everywhere.ts
var secretsEverywhere = (context) => [
  ...directly(context),
  ...asOperator(context),
  ...asOthers(context)
];
var LEAVES = "every Secret of the cluster can be read, the credentials of providers among them";
function directly({ world, holdings }) {
  return holdings.holders(READ_SECRETS, [EVERYTHING]).filter(({ hold, isSomewhere }) => hold.everywhere && !isSomewhere).flatMap((holder) => {
    const { everywhere: everywhere2 } = holder.hold;
    if (!everywhere2) return [];
    return {
      key: holder.says,
      title: `${holder.says} can read every Secret of the cluster`,
      threat: "TM2",
      severity: severityFor(holder),
      steps: () => [...rightSteps(everywhere2, READ_SECRETS, "read Secrets", world), step(LEAVES)]
    };
  });
}
var severityFor = ({ isCrowd: isCrowd2 }) => isCrowd2 ? "critical" : "high";
function asOperator({ world, holdings }) {
  return operatorIdentities(world, holdings).flatMap(({ component, account, mights }) => {
    const might = mights.find(({ access }) => access === READ_SECRETS || access === EVERYTHING);
    if (!might) return [];
    const { pod, role, container } = component;
    const who = nameOfSubject(account);
    return [
      {
        key: who,
        title: `whoever takes over the operator's ${role} (${who}) can read every Secret of the cluster`,
        threat: "TM1",
        severity: "high",
        steps: () => [
          step(`the ${role} of the operator runs as ${who}`, pod.manifest, container.path),
          ...mightSteps(account, might, holdings, world),
          step(LEAVES)
        ]
      }
    ];
  });
}
function asOthers({ world, holdings }) {
  const [target] = mighty(holdings, READS_ALL).filter(({ subject }) => subject.kind === "ServiceAccount");
  if (!target) return [];
  const become = nameOfSubject(target.subject);
  return [
    { access: TOKENS, can: `make a token for ${become}` },
    { access: CREATE_PODS, can: `run a pod as ${become}` }
  ].flatMap(
    ({ access, can }) => holdings.holders(access, [READ_SECRETS]).filter(({ hold, isSomewhere, beside: [reads] }) => hold.everywhere && !isSomewhere && !reads?.everywhere).filter(({ subjects }) => !subjects.some((subject) => nameOfSubject(subject) === become)).flatMap((holder) => {
      const { everywhere: everywhere2 } = holder.hold;
      if (!everywhere2) return [];
      return {
        key: holder.says,
        title: `${holder.says} can ${can} ${whereHeld(holder)}, which can ${target.might.can}`,
        threat: "TM2",
        severity: severityFor(holder),
        steps: () => [
          ...rightSteps(everywhere2, access, can, world),
          ...mightSteps(target.subject, target.might, holdings, world),
          step(LEAVES)
        ]
      };
    })
  );
}

// src/paths/questions/store-change.ts
function storeChanges(context) {
  const used = context.stores.stores.filter((store) => context.stores.usersOf(store).length > 0);
  const byPlace2 = Map.groupBy(used, ({ kind, namespace }) => kind === "SecretStore" ? namespace ?? "" : CLUSTER);
  const cluster = byPlace2.get(CLUSTER) ?? [];
  const own = used.filter(({ kind }) => kind === "SecretStore");
  return [
    ...ordinary(context, CHANGE_CLUSTER_STORE).flatMap(
      (holder) => holder.isSomewhere ? [] : changes(holder, cluster, context)
    ),
    ...ordinary(context, CHANGE_STORE).flatMap((holder) => {
      const { everywhere: everywhere2, namespaces, named: named2 } = holder.hold;
      const places = /* @__PURE__ */ new Set([...namespaces.keys(), ...named2.flatMap(({ namespace }) => namespace ?? [])]);
      const isWide = everywhere2 !== void 0 || named2.some(({ namespace }) => namespace === void 0);
      return changes(holder, isWide ? own : [...places].flatMap((place) => byPlace2.get(place) ?? []), context);
    })
  ];
}
var CLUSTER = "*";
var ordinary = ({ holdings }, access) => holdings.holders(access, [EVERYTHING]).filter(({ beside: [all] }) => !all?.everywhere);
var changes = (holder, stores, context) => stores.flatMap((store) => {
  const holding2 = heldOn(holder.hold, store.name, store.namespace);
  return holding2 ? [change(holder, holding2, store, context)] : [];
});
function change(holder, holding2, store, { world, stores }) {
  const isCluster2 = store.kind === "ClusterSecretStore";
  const identity = identityOf(store, world);
  const users = stores.usersOf(store);
  const isWorthIt2 = identity.of !== "unknown" && identity.of !== "user";
  const who = holder.isSomewhere ? `${holder.says} in namespace ${store.namespace ?? ""}` : holder.says;
  return {
    key: holder.says,
    title: `${who} can change ${nameOf(store)}, which ${users.length} request${users.length === 1 ? " uses" : "s use"}`,
    threat: "TM4",
    severity: isCluster2 && isWorthIt2 ? "critical" : isCluster2 || isWorthIt2 && !holder.isSomewhere ? "high" : "medium",
    steps: () => [
      ...rightSteps(holding2, isCluster2 ? CHANGE_CLUSTER_STORE : CHANGE_STORE, `change ${nameOf(store)}`, world),
      step(`it signs in with ${identity.says}`, store, identity.path),
      step(
        `where it signs in, now ${destinationOf(store, world).says}, is for them to say${isWorthIt2 ? `, and ${identity.says} goes there` : ""}`,
        store,
        destinationOf(store, world).path
      ),
      step(`what it answers arrives at ${listed(users.map(nameOf))}`, users[0] ?? null, ["spec"])
    ]
  };
}

// src/paths/questions/token-sent.ts
function tokensSent(context) {
  const { world, holdings } = context;
  const controllers = operatorIdentities(world, holdings).filter(({ component }) => component.role === "controller");
  return [
    ...controllers.flatMap((controller) => [...ownToken(controller, context), ...accountTokens(controller, context)]),
    ...sending(controllers[0], context)
  ];
}
var MAKERS = [
  { access: NEW_CLUSTER_STORE, also: [], can: "create ClusterSecretStores", isClusterWide: true },
  { access: NEW_STORE, also: [], can: "create SecretStores" },
  { access: NEW_VAULT_GENERATOR, also: [FETCH], can: "create VaultDynamicSecrets" }
];
function ownToken(controller, context) {
  const reach2 = reachOf(controller.component);
  const seen = /* @__PURE__ */ new Set();
  if (!reach2) return [];
  return MAKERS.flatMap(
    (maker) => context.holdings.holders(maker.access, [EVERYTHING, ...maker.also]).flatMap((holder) => {
      const [all, ...also] = holder.beside;
      const holding2 = watched(holder, maker, reach2.namespace);
      const isNeeded = also.every(
        (hold) => hold.everywhere !== void 0 || hold.namespaces.has(holding2?.namespace ?? "")
      );
      const names = holder.subjects.length > 0 ? holder.subjects.map(nameOfSubject) : [holder.says];
      if (!holding2 || all?.everywhere || !isNeeded || names.every((name) => seen.has(name))) return [];
      for (const name of names) seen.add(name);
      return [sent(controller, maker, holder, holding2, context)];
    })
  );
}
function watched({ hold, isSomewhere }, { isClusterWide }, namespace) {
  if (isClusterWide) return isSomewhere ? void 0 : hold.everywhere;
  if (namespace !== void 0) return heldIn(hold, namespace);
  return hold.everywhere ?? [...hold.namespaces.values()][0];
}
function sent({ account, mights, component }, { access, can, isClusterWide }, holder, holding2, { world, holdings }) {
  const [might] = mights;
  const who = nameOfSubject(account);
  const gain = might ? `, which can ${might.can},` : ",";
  const where = isClusterWide ? "" : ` ${whereHeld(holder)}`;
  return {
    key: `${holder.says} ${who}`,
    title: `${holder.says} can make the operator send its own token, that of ${who}${gain} to a server of their choice: they can ${can}${where}`,
    threat: "TM4",
    severity: might && might.rank >= READS_ALL ? "critical" : "high",
    steps: () => [
      ...rightSteps(holding2, access, can, world),
      step(
        "a Vault sign-in by `auth.kubernetes` that names no ServiceAccount takes the token of the operator itself, and `server` is whatever its author wrote"
      ),
      step(
        `the controller of the operator signs in as ${who}, and its token leaves`,
        component.pod.manifest,
        component.container.path
      ),
      ...might ? mightSteps(account, might, holdings, world) : []
    ]
  };
}
function accountTokens(controller, { world, holdings }) {
  const making = holdings.of(controller.account, TOKENS);
  const targets = mighty(holdings, READS_ALL).flatMap((target) => {
    const { kind, name, namespace } = target.subject;
    const makes = kind === "ServiceAccount" && namespace !== void 0 ? heldOn(making, name, namespace) : void 0;
    return makes && namespace !== void 0 ? [{ ...target, namespace, makes }] : [];
  });
  const byNamespace = Map.groupBy(targets, ({ namespace }) => namespace);
  return holdings.holders(NEW_STORE, [EVERYTHING, TOKENS]).flatMap((holder) => {
    const [all, tokens] = holder.beside;
    if (all?.everywhere || holder.isSomewhere) return [];
    const within = holder.hold.everywhere ? targets : [...holder.hold.namespaces.keys()].flatMap((name) => byNamespace.get(name) ?? []);
    return within.flatMap(({ subject, might, namespace, makes }) => {
      const holding2 = heldIn(holder.hold, namespace);
      if (!holding2 || tokens && heldIn(tokens, namespace)) return [];
      const target = nameOfSubject(subject);
      return {
        key: `${holder.says} ${target}`,
        title: `${holder.says} can make the operator send a token of ${target}, which can ${might.can}, to a server of their choice: they can create SecretStores ${inNamespaces([namespace])}`,
        threat: "TM4",
        severity: "critical",
        steps: () => [
          ...rightSteps(holding2, NEW_STORE, "create SecretStores", world),
          step(
            `a store that names ${target} in \`serviceAccountRef\` gets its token, and sends it to the server that its author wrote`
          ),
          ...rightSteps(makes, TOKENS, `make a token for ${target}`, world),
          ...mightSteps(subject, might, holdings, world)
        ]
      };
    });
  });
}
var sending = (controller, context) => [...context.stores.stores, ...context.stores.generators].flatMap((manifest) => {
  const { world } = context;
  const identity = identityOf(manifest, world);
  if (identity.of !== "own token") return [];
  const destination = destinationOf(manifest, world);
  return [
    {
      key: "",
      title: `${nameOf(manifest)} makes the operator send its own token to ${destination.says}`,
      threat: "TM4",
      severity: manifest.kind.startsWith("Cluster") ? "medium" : "high",
      steps: () => [
        step(`${nameOf(manifest)} signs in with ${identity.says}`, manifest, identity.path),
        step(`it is sent to ${destination.says}`, manifest, destination.path),
        ...gained(controller, context, world)
      ]
    }
  ];
});
function gained(controller, { holdings }, world) {
  const might = controller?.mights[0];
  return controller && might ? mightSteps(controller.account, might, holdings, world) : [];
}

// src/paths/attack.ts
var ANSWERS = {
  "secrets-everywhere": secretsEverywhere,
  "operator-identity": operatorIdentity,
  "operator-reach": operatorReach,
  "operator-token-sent": tokensSent,
  "store-change": storeChanges,
  push: pushes,
  fetch: fetches
};
var MOST = 50;
function attackPaths(world, most = MOST) {
  const context = contextOf(world);
  const answers = QUESTIONS.map((question) => ({
    question,
    ...worst(question, ANSWERS[question](context), world.cluster, most)
  }));
  return {
    paths: answers.flatMap(({ paths }) => paths).sort(compareDrafts),
    more: answers.flatMap(({ question, number }) => number > 0 ? [{ question, number }] : [])
  };
}
var contextOf = (world) => ({
  world,
  holdings: new Holdings(world),
  stores: new StoreUsers(world)
});
var unrepeated = (steps) => [...new Map(steps.map((step2) => [step2.says, step2])).values()];
function worst(question, drafts, cluster, most) {
  const paths = /* @__PURE__ */ new Map();
  const sorted = [...drafts].sort((a, b) => compareDrafts(a, b) || (a.key < b.key ? -1 : Number(a.key > b.key)));
  let seen = 0;
  for (const draft of sorted) {
    if (paths.size === most) break;
    seen += 1;
    const { title, threat, severity } = draft;
    const path = { question, title, threat, severity, steps: unrepeated(draft.steps()) };
    const id = pathId(path, draft.key, cluster);
    if (!paths.has(id)) paths.set(id, { id, ...path });
  }
  return { paths: [...paths.values()], number: sorted.length - seen };
}

// src/paths/graph/reach.ts
function reachedFrom(starts, links, direction = "forwards") {
  const isForwards = direction === "forwards";
  const next = Map.groupBy(
    links.filter(({ carries }) => carries),
    ({ from, to }) => isForwards ? from : to
  );
  const reached = new Map(starts.map((start) => [start, void 0]));
  for (const [here] of reached)
    for (const link of next.get(here) ?? []) {
      const there = isForwards ? link.to : link.from;
      if (!reached.has(there)) reached.set(there, link);
    }
  return reached;
}

// src/paths/graph/builder.ts
var MOST_NODES = 5e3;
var MOST_EDGES = 2e4;
var NO_PLACE = { manifest: null, path: [] };
var GraphBuilder = class {
  #world;
  #nodes = /* @__PURE__ */ new Map();
  #missing = /* @__PURE__ */ new Map();
  #edges = /* @__PURE__ */ new Map();
  constructor(world) {
    this.#world = world;
  }
  /** Notes that a store which is not in the set serves requests of a namespace. */
  missing(id, home) {
    const homes = this.#missing.get(id) ?? /* @__PURE__ */ new Set();
    this.#missing.set(id, homes.add(home));
    return id;
  }
  /** Stores that requests name and that are elsewhere, with the namespaces of those requests. */
  get missingStores() {
    return [...this.#missing].map(([id, homes]) => ({ id, homes }));
  }
  has(id) {
    return this.#nodes.has(id);
  }
  get nodes() {
    return [...this.#nodes.values()];
  }
  /** Adds a node unless it is there; one without a manifest takes that of a later one. Its id is the answer. */
  add(node) {
    const known2 = this.#nodes.get(node.id);
    if (!known2?.manifest) this.#nodes.set(node.id, { manifest: null, path: [], isOperator: false, ...known2, ...node });
    return node.id;
  }
  /** The node of an object of the set. */
  object(manifest, kind) {
    const { namespace, name } = manifest;
    const path = ["metadata", "name"];
    const shown = namespace === void 0 ? name : `${namespace}/${name}`;
    return this.add({
      id: idOf(manifest),
      kind,
      what: manifest.kind,
      name: shown,
      room: roomOf(manifest),
      manifest,
      path
    });
  }
  /** The node of a subject of RBAC; its ServiceAccount is looked up in the set. */
  subject(subject) {
    const { kind, name, namespace } = subject;
    const manifest = kind === "ServiceAccount" ? namedIn(this.#world, "core/ServiceAccount", name, namespace)[0] ?? null : null;
    return this.add({
      ...{ id: nameOfSubject(subject), kind: "subject", what: kind, manifest, path: ["metadata", "name"] },
      name: namespace === void 0 ? name : `${namespace}/${name}`,
      room: namespace === void 0 ? PEOPLE : { of: "namespace", name: namespace },
      isOperator: this.#world.isOperator(subject)
    });
  }
  /** The node of a Secret by its name, be it in the set or not. */
  secret(name, namespace, manifest = null) {
    const path = manifest ? ["metadata", "name"] : [];
    const room = { of: "namespace", name: namespace };
    const id = secretId(name, namespace);
    return this.add({ id, kind: "secret", what: "Secret", name: `${namespace}/${name}`, room, manifest, path });
  }
  /** Says that whoever has `from` gets at `to`. */
  reach(from, to, says, place = NO_PLACE) {
    this.#edge({ from, to, says, carries: true, ...place });
  }
  /** Says that `from` uses `to`, which gives nobody anything. */
  use(from, to, says, place = NO_PLACE) {
    this.#edge({ from, to, says, carries: false, ...place });
  }
  #edge(edge) {
    const key = JSON.stringify([edge.from, edge.to, edge.says]);
    if (edge.from !== edge.to && !this.#edges.has(key)) this.#edges.set(key, edge);
  }
  /** All that leads to something of the operator's, sorted. */
  build() {
    const all = [...this.#nodes.values()];
    const goals = all.filter(isWorthIt).map(({ id }) => id);
    const edges = [...this.#edges.values()].filter(({ from, to }) => this.has(from) && this.has(to));
    const leading = reachedFrom(goals, edges, "backwards");
    const entered = new Set(edges.flatMap(({ from, to }) => leading.has(from) ? to : []));
    const kept = all.filter(({ id, kind }) => leading.has(id) && (kind !== "all" || entered.has(id))).sort((a, b) => compare2(a.id, b.id));
    const nodes = kept.slice(0, MOST_NODES);
    const known2 = new Set(nodes.map(({ id }) => id));
    const sorted = edges.filter(({ from, to }) => known2.has(from) && known2.has(to)).sort((a, b) => compare2(a.from, b.from) || compare2(a.to, b.to) || compare2(a.says, b.says));
    const shown = sorted.slice(0, MOST_EDGES);
    return { nodes, edges: shown, leftOut: { nodes: kept.length - nodes.length, edges: sorted.length - shown.length } };
  }
};
var isWorthIt = ({ kind, room }) => kind === "all" ? room.of === "cluster" : kind !== "subject" && kind !== "role";
var compare2 = (a, b) => a < b ? -1 : Number(a > b);
var knownSubjects = ({ subjects }) => subjects.filter(({ name, namespace }) => !isPlaceholder(name) && !isPlaceholder(namespace));
var PEOPLE = { of: "people", name: "" };
var CLUSTER2 = { of: "cluster", name: "" };
var homeOf = ({ namespace, file }) => namespace ?? `not said in ${file}`;
var roomOf = (manifest) => manifest.kind.startsWith("Cluster") ? CLUSTER2 : { of: "namespace", name: homeOf(manifest) };
var idOf = (manifest) => manifest.kind.startsWith("Cluster") || manifest.namespace !== void 0 ? nameOf(manifest) : `${manifest.kind} ${homeOf(manifest)}/${manifest.name}`;
var secretId = (name, namespace) => `Secret ${namespace}/${name}`;

// src/paths/graph/service.ts
var PARTS = ["service", "region", "location", "projectID", "projectId", "project", "environment", "namespace"];
function serviceOf(manifest, world) {
  const { says, path } = destinationOf(manifest, world);
  const config = connectedOf(manifest)?.config ?? {};
  const name = [says, ...PARTS.flatMap((part) => knownText(config[part]) ?? [])].join(", ");
  return { id: `service ${name}`, name, manifest, path };
}
function roleAt(manifest, world) {
  const connected = connectedOf(manifest);
  if (!connected) return void 0;
  const what = `${titleOf(connected)} role`;
  for (const place of (connected.known?.roles ?? []).flatMap((field) => placesOf(connected.config, field))) {
    const name = knownText(place.value);
    if (name !== void 0) return { what, name, manifest, path: [...connected.path, ...place.path] };
  }
  for (const { name, namespace, isAnywhere, annotation } of accountsNamedBy(manifest)) {
    const [account] = isAnywhere ? [] : namedIn(world, "core/ServiceAccount", name, namespace);
    const path = ["metadata", "annotations", annotation.key];
    const role = knownText(account?.get(...path));
    if (account && role !== void 0) return { what, name: role, manifest: account, path };
  }
  return void 0;
}
function nameOfKey({ key = "", form }, store) {
  if (form === "expression") return `keys that match ${key}`;
  const connected = store && connectedOf(store);
  const name = connected ? nameOf2(connected) : "";
  const full = connected && (name === "vault" || name === "openBao") ? vaultPath(key, connected.config) : key;
  return form === "folder" ? `keys below ${full}` : full;
}
function mountOf(manifest) {
  const connected = connectedOf(manifest);
  const name = connected ? nameOf2(connected) : "";
  return name === "vault" || name === "openBao" ? knownText(connected?.config.path) ?? "" : "";
}
function vaultPath(key, { path, version }) {
  const mount = knownText(path);
  const isSecond = (version ?? "v2") === "v2";
  if (mount === void 0) {
    if (path !== void 0 || !isSecond || key.includes("/data/")) return key;
    const [first = "", ...rest] = key.split("/");
    return [first, "data", ...rest].join("/");
  }
  const isWhole2 = key.startsWith(`${mount}/`);
  const inside = isWhole2 ? key.slice(mount.length + 1) : key;
  if (!isSecond) return `${mount}/${inside}`;
  return `${mount}/data/${isWhole2 && inside.startsWith("data/") ? inside.slice("data/".length) : inside}`;
}

// src/paths/graph/wholes.ts
var ANYTHING = "anything";
var secretsOf = (builder, namespace) => whole(builder, "Secrets", namespace);
var accountsOf = (builder, namespace) => whole(builder, "ServiceAccounts", namespace);
var keysOf2 = (builder, service, mount) => builder.add({
  ...{ id: `every key of ${service}: ${mount}`, kind: "all", what: "every key" },
  ...{ name: mount === "" ? "of the service" : `below ${mount}/`, room: { of: "service", name: service } }
});
var anything = (builder) => builder.add({ id: ANYTHING, kind: "all", what: "anything", name: "in the cluster", room: CLUSTER2 });
var PLACES = { Secrets: "secret", ServiceAccounts: "subject" };
var wholeId = (what, namespace) => namespace === void 0 ? `every ${what}` : `every ${what} of ${namespace}`;
function whole(builder, what, namespace) {
  const room = namespace === void 0 ? CLUSTER2 : { of: "namespace", name: namespace };
  const name = namespace === void 0 ? "of the cluster" : `of namespace ${namespace}`;
  return builder.add({ id: wholeId(what, namespace), kind: "all", what: `every ${what.slice(0, -1)}`, name, room });
}
function addMembers(builder, { holdings }) {
  for (const subject of knownSubjects(holdings))
    for (const group of implicitGroups(subject))
      if (builder.has(nameOfSubject(group)))
        builder.reach(builder.subject(subject), nameOfSubject(group), "is always in");
  for (const what of ["Secrets", "ServiceAccounts"]) addMembersOf(builder, what);
  addMembersOfServices(builder);
  for (const what of ["Secrets", "ServiceAccounts"])
    if (builder.has(ANYTHING)) builder.reach(ANYTHING, wholeId(what, void 0), "takes in");
}
function addMembersOfServices(builder) {
  const byService = Map.groupBy(
    builder.nodes.filter(({ room }) => room.of === "service"),
    ({ room }) => room.name
  );
  for (const [service, nodes] of byService)
    for (const all of nodes.filter(({ kind }) => kind === "all")) {
      const mount = all.id.slice(`every key of ${service}: `.length);
      for (const { id, kind, name } of nodes)
        if (kind === "key" && (mount === "" || name.startsWith(`${mount}/`))) builder.reach(all.id, id, "takes in");
    }
}
function addMembersOf(builder, what) {
  const isMember = ({ kind, what: word }) => kind === PLACES[what] && (what === "Secrets" || word === "ServiceAccount");
  const members = builder.nodes.filter((node) => isMember(node) && node.room.of === "namespace");
  const all = builder.has(ANYTHING) || builder.has(wholeId(what, void 0)) ? whole(builder, what, void 0) : void 0;
  const namespaces = new Set(members.map(({ room }) => room.name));
  for (const namespace of all === void 0 ? [] : namespaces)
    builder.reach(all ?? "", whole(builder, what, namespace), "takes in");
  for (const { id, room } of members) builder.reach(wholeId(what, room.name), id, "takes in");
}

// src/paths/graph/stores.ts
function addStores(builder, context) {
  for (const store of context.stores.stores) addConnected(builder, context, store, builder.object(store, "store"));
  for (const generator of context.stores.generators)
    addConnected(builder, context, generator, builder.object(generator, "generator"));
}
var identityId = (manifest, { world }) => `identity ${serviceOf(manifest, world).id}: ${roleAt(manifest, world)?.name ?? identityOf(manifest, world).says}`;
function addConnected(builder, context, manifest, id) {
  const connected = connectedOf(manifest);
  if (!connected) return;
  const { world } = context;
  const service = serviceOf(manifest, world);
  const identity = identityOf(manifest, world);
  const role = roleAt(manifest, world);
  const place = { manifest, path: identity.path };
  const at = builder.add({
    ...{ id: identityId(manifest, context), kind: "identity", room: { of: "service", name: service.name } },
    ...{ what: role?.what ?? `${titleOf(connected)} identity`, name: role?.name ?? identity.says },
    ...{ manifest: role?.manifest ?? manifest, path: role?.path ?? identity.path }
  });
  builder.reach(id, at, `signs in with ${identity.says}, as`, place);
  builder.reach(at, addService(builder, service), "signs in at", {
    manifest,
    path: destinationOf(manifest, world).path
  });
  addOthers(builder, context, manifest, at, place);
  if (identity.of !== "user")
    builder.reach(
      at,
      keysOf2(builder, service.name, mountOf(manifest)),
      "may read, as far as the service lets it,",
      place
    );
  const provider = providerOf(manifest);
  const foreign = provider && foreignNamespaceIn(provider);
  if (foreign && identity.of !== "user")
    builder.reach(at, secretsOf(builder, foreign.namespace), "reads", { manifest, path: foreign.path });
}
var addService = (builder, { id, name, manifest, path }) => builder.add({ id, kind: "endpoint", what: "endpoint", name, room: { of: "service", name }, manifest, path });
function addOthers(builder, context, manifest, identity, place) {
  const { world } = context;
  const { of } = identityOf(manifest, world);
  for (const { name, namespace, isAnywhere, path } of [...tokenAccountsNamedBy(manifest), ...accountsNamedBy(manifest)])
    if (!isAnywhere && namespace !== void 0)
      builder.reach(builder.subject({ kind: "ServiceAccount", name, namespace }), identity, "can sign in as", {
        ...{ manifest, path }
      });
  for (const { name, namespace, isAnywhere, path, what } of credentialsNamedBy(manifest))
    if (!isAnywhere && namespace !== void 0)
      builder.reach(builder.secret(name, namespace), identity, `holds the ${what} of`, { manifest, path });
  if (of !== "own token" && of !== "operator") return;
  for (const { account } of operatorIdentities(world, context.holdings).filter(isController))
    builder.reach(builder.subject(account), identity, `is whom ${nameOf(manifest)} signs in as:`, place);
}
var isController = ({ component }) => component.role === "controller";

// src/paths/graph/store-powers.ts
function usable({ context: { stores }, namespace, isSomewhere }, among) {
  const isOnlyOpen = isSomewhere;
  const here = new Map(namespace === void 0 ? [] : [[namespace, true]]);
  return among.filter((store) => {
    const isCluster2 = store.kind.startsWith("Cluster");
    if (isOnlyOpen) return isCluster2 && stores.isOpen(store);
    if (namespace === void 0) return true;
    return isCluster2 ? stores.admitted(store, here).length > 0 : store.namespace === namespace;
  });
}
function fetchThroughStores(held) {
  const { builder, context, role, namespace, place } = held;
  const generators = context.stores.generators.filter((generator) => connectedOf(generator));
  for (const store of usable(held, [...context.stores.stores, ...generators]))
    builder.reach(role, builder.object(store, store.kind.endsWith("Store") ? "store" : "generator"), FETCHES, place);
  for (const { id, homes } of builder.missingStores)
    if (!held.isSomewhere && (namespace === void 0 || homes.has(namespace))) builder.reach(role, id, FETCHES, place);
}
var FETCHES = "can write ExternalSecrets that fetch through";
function pushThroughStores(held) {
  const { builder, context, role, place } = held;
  const says = "can write PushSecrets that send every Secret of the namespace to";
  for (const store of usable(held, context.stores.stores))
    builder.reach(role, addService(builder, serviceOf(store, context.world)), says, place);
}
function makeStores({ builder, context, role, namespace, isSomewhere, place }) {
  const { world, holdings } = context;
  if (!isSomewhere) builder.reach(role, secretsOf(builder, namespace), "can create stores that send away", place);
  for (const { component, account } of operatorIdentities(world, holdings)) {
    const reach2 = component.role === "controller" ? reachOf(component) : void 0;
    if (!reach2 || namespace !== void 0 && reach2.namespace !== void 0 && reach2.namespace !== namespace) continue;
    builder.reach(role, builder.subject(account), "can create stores that send away the own token of", place);
    const tokens = holdings.of(account, TOKENS);
    if (isSomewhere || !(tokens.everywhere || namespace !== void 0 && tokens.namespaces.has(namespace))) continue;
    builder.reach(role, accountsOf(builder, namespace), "can create stores that send away a token of", place);
  }
}
function changeStores({ builder, context, role, namespace, names, place }, kind) {
  const { stores, world } = context;
  for (const store of stores.stores) {
    const isThere = namespace === void 0 || store.namespace === namespace;
    if (store.kind !== kind || !isThere || names.length > 0 && !names.includes(store.name)) continue;
    builder.reach(role, builder.object(store, "store"), "can change", place);
    const says = `can change ${store.name} so that it sends away`;
    for (const { name, namespace: home, isAnywhere } of credentialsNamedBy(store))
      if (!isAnywhere && home !== void 0) builder.reach(role, builder.secret(name, home), says, place);
    for (const { name, namespace: home, isAnywhere, isForApiServer } of tokenAccountsNamedBy(store))
      if (isForApiServer && !isAnywhere && home !== void 0)
        builder.reach(
          role,
          builder.subject({ kind: "ServiceAccount", name, namespace: home }),
          `${says} a token of`,
          place
        );
    for (const { component, account } of operatorIdentities(world, context.holdings))
      if (component.role === "controller" && identityOf(store, world).of === "own token")
        builder.reach(role, builder.subject(account), `${says} the own token of`, place);
  }
}

// src/paths/graph/powers.ts
var POWERS = [
  { access: READ_SECRETS, give: (held) => giveSecrets(held, "can read") },
  { access: TOKENS, give: (held) => giveAccounts(held, "can make a token for") },
  { access: IMPERSONATE_ACCOUNTS, give: (held) => giveAccounts(held, "can act as") },
  { access: IMPERSONATE_GROUPS, give: giveGroups },
  ...[CREATE_PODS, ...WORKLOADS].map((access) => ({ access, give: givePods })),
  ...[EXEC, DEBUG].map((access) => ({ access, give: (held) => giveAccounts(held, "can enter pods that run as") })),
  { access: FETCH, give: fetchThroughStores },
  { access: PUSH, give: pushThroughStores },
  { access: NEW_STORE, give: makeStores },
  { access: NEW_CLUSTER_STORE, give: makeStores },
  { access: CHANGE_STORE, give: (held) => changeStores(held, "SecretStore") },
  { access: CHANGE_CLUSTER_STORE, give: (held) => changeStores(held, "ClusterSecretStore") }
];
var CLUSTER_WIDE = [NEW_CLUSTER_STORE, CHANGE_CLUSTER_STORE, IMPERSONATE_GROUPS];
var SOMEWHERE_POWERS = POWERS.filter(
  ({ access }) => [FETCH, PUSH, NEW_STORE].includes(access)
);
function giveRights(held, rights) {
  const all = held.namespace === void 0 ? anyName(rights, EVERYTHING) : void 0;
  if (all) {
    held.builder.reach(held.role, anything(held.builder), "gives", placeOf(all, EVERYTHING));
    return;
  }
  for (const { access, give } of POWERS) {
    if (held.namespace !== void 0 && CLUSTER_WIDE.includes(access)) continue;
    const best = anyName(rights, access);
    const matching = best ? [best] : rights.filter(({ rule }) => verbsGiven(rule, access).length > 0);
    for (const right of matching)
      give({ ...held, isSomewhere: false, names: right.rule.resourceNames, place: placeOf(right, access) });
  }
}
var anyName = (rights, access) => rights.find(({ rule }) => rule.resourceNames.length === 0 && verbsGiven(rule, access).length > 0);
var placeOf = ({ role, rule }, { resource }) => ({
  manifest: role ?? null,
  path: role ? resourcePath(rule, resource) : []
});
function giveSecrets({ builder, role, namespace, names, place }, says) {
  if (names.length === 0) builder.reach(role, secretsOf(builder, namespace), says, place);
  for (const node of names.length === 0 ? [] : builder.nodes)
    if (node.kind === "secret" && isAmong(node.name, names, namespace)) builder.reach(role, node.id, says, place);
}
function giveAccounts({ builder, context, role, namespace, names, place }, says) {
  if (names.length === 0) builder.reach(role, accountsOf(builder, namespace), says, place);
  for (const subject of names.length === 0 ? [] : knownSubjects(context.holdings))
    if (subject.kind === "ServiceAccount" && isAmong(`${subject.namespace ?? ""}/${subject.name}`, names, namespace))
      builder.reach(role, builder.subject(subject), says, place);
}
var isAmong = (shown, names, namespace) => names.includes(shown.slice(shown.indexOf("/") + 1)) && (namespace === void 0 || shown.slice(0, shown.indexOf("/")) === namespace);
function giveGroups({ builder, context, role, names, place }) {
  const isMaster = names.length === 0 || names.includes("system:masters");
  if (isMaster) builder.reach(role, anything(builder), "can act as any group, and so gets at", place);
  for (const subject of isMaster ? [] : knownSubjects(context.holdings))
    if (subject.kind === "Group" && names.includes(subject.name))
      builder.reach(role, builder.subject(subject), "can act as", place);
}
function givePods(held) {
  if (held.names.length > 0) return;
  giveAccounts(held, "can run pods as");
  giveSecrets(held, "can run pods that mount");
}

// src/paths/graph/rights.ts
function addRights(builder, context) {
  for (const bound of context.holdings.roles) addBoundRole(builder, context, bound);
  addSomewhere(builder, context);
}
function addBoundRole(builder, context, { rights, grants }) {
  const { rbac } = context.world;
  const known2 = grants.filter(
    ({ subject, namespace }) => namespace !== "" && ![subject.name, subject.namespace, namespace].some(isPlaceholder)
  );
  for (const [namespace, group] of Map.groupBy(known2, (grant) => grant.namespace)) {
    const [first] = group;
    if (!first) continue;
    const [manifest = null] = rbac.boundRoles(first.binding);
    const name = boundRoleName(first.binding, rbac);
    const isBuiltIn = builtInRoleOf(first.binding, rbac) !== void 0;
    const role = builder.add({
      ...{ id: roleId(name, namespace), kind: "role", manifest, path: ["metadata", "name"] },
      what: isBuiltIn ? "built-in role" : name.slice(0, name.indexOf(" ")),
      name: name.slice(name.lastIndexOf(" ") + 1),
      room: namespace === void 0 ? CLUSTER2 : { of: "namespace", name: namespace }
    });
    for (const { subject, binding, path } of group)
      builder.reach(builder.subject(subject), role, "is bound to", { manifest: binding, path });
    giveRights({ builder, context, role, namespace }, rights);
  }
}
var roleId = (name, namespace) => `${name} ${namespace === void 0 ? "in all namespaces" : `in namespace ${namespace}`}`;
var addedRoleId = (role) => `${role} in namespaces of theirs`;
function addSomewhere(builder, context) {
  for (const { access, give } of SOMEWHERE_POWERS)
    for (const { says, isSomewhere, hold } of context.holdings.holders(access)) {
      const right = hold.everywhere?.right;
      if (!isSomewhere || !right?.role) continue;
      const { role } = right;
      const id = addedRoleId(nameOf(role));
      const name = says.replace("everyone ", "");
      const everyone = builder.add({ id: says, kind: "subject", what: "everyone", name, room: PEOPLE });
      const path = ["metadata", "name"];
      builder.add({ id, kind: "role", what: role.kind, name: role.name, room: CLUSTER2, manifest: role, path });
      const label = { manifest: role, path: ["metadata", "labels"] };
      builder.reach(everyone, id, "has, as that takes it in,", label);
      const names = right.rule.resourceNames;
      give({
        builder,
        context,
        role: id,
        namespace: void 0,
        isSomewhere: true,
        names,
        place: placeOf(right, access)
      });
    }
}

// src/paths/graph/attack-nodes.ts
function pathsAsNodes(paths, { nodes, edges }, world) {
  const known2 = new Map(nodes.map((node) => [node.id, node]));
  const byManifest = Map.groupBy(edges, ({ manifest }) => manifest);
  return paths.map(({ id, steps }) => {
    let last;
    const found = steps.map((step2) => {
      const own = nodesOf(step2, world).filter((node) => known2.has(node));
      const given = (step2.manifest ? byManifest.get(step2.manifest) ?? [] : []).find(
        ({ from, to, path }) => from === last && known2.get(to)?.kind === "all" && isCluster(known2.get(to)) && isSame(path, step2.path)
      );
      const all = given ? [...own, given.to] : own;
      last = all.at(-1) ?? last;
      return all;
    });
    return { id, steps: found };
  });
}
var isCluster = (node) => node?.room.of === "cluster";
var isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
function nodesOf({ manifest, path }, world) {
  if (!manifest) return [];
  if (BINDING_KINDS.includes(manifest.groupKind)) return nodesOfBinding(manifest, path, world);
  if (manifest.groupKind === "rbac.authorization.k8s.io/ClusterRole") return [addedRoleId(nameOf(manifest))];
  return [idOf(manifest)];
}
function nodesOfBinding(binding, path, world) {
  const grant = world.rbac.grantsIn(binding).find((one) => isSame(one.path, path));
  return grant ? [nameOfSubject(grant.subject), roleId(boundRoleName(binding, world.rbac), grant.namespace)] : [];
}

// src/paths/graph/combinations.ts
var COMBINATIONS = [
  {
    ...{ first: CREATE_SECRETS, second: GET_SECRETS, to: accountsOf },
    says: "can create a token Secret and read it, for"
  },
  {
    ...{ first: BIND, second: CREATE_BINDINGS, says: "can bind itself to any ClusterRole, and so gets at" },
    to: (builder, namespace) => namespace === void 0 ? anything(builder) : void 0
  }
];
function addCombinations(builder, { holdings }) {
  for (const subject of knownSubjects(holdings))
    for (const { first, second, says, to } of COMBINATIONS)
      for (const { namespace, place } of together2(holdings.of(subject, first), holdings.of(subject, second), first)) {
        const id = to(builder, namespace);
        if (id !== void 0 && builder.has(builder.subject(subject)))
          builder.reach(builder.subject(subject), id, says, place);
      }
}
function together2(one, other, access) {
  const shared = (holding2, namespace) => ({
    namespace,
    place: placeOf(holding2.right, access)
  });
  if (one.everywhere && other.everywhere) return [shared(one.everywhere, void 0)];
  const names = /* @__PURE__ */ new Set([...one.namespaces.keys(), ...other.namespaces.keys()]);
  return [...names].flatMap((name) => {
    const holding2 = one.everywhere ?? one.namespaces.get(name);
    return holding2 && (other.everywhere ?? other.namespaces.get(name)) ? [shared(holding2, name)] : [];
  });
}

// src/paths/graph/operator.ts
function addOperator(builder, { world, holdings }) {
  for (const { component, account } of operatorIdentities(world, holdings)) {
    const { manifest } = component.pod;
    const place = { manifest, path: component.container.path };
    builder.reach(builder.object(manifest, "component"), builder.subject(account), "runs as", place);
  }
  for (const secret of world.of("core/Secret")) {
    const path = ["metadata", "annotations", ACCOUNT_OF_TOKEN];
    const name = asText(secret.get(...path));
    const { namespace } = secret;
    if (secret.get("type") !== TOKEN_TYPE || name === void 0 || namespace === void 0) continue;
    const account = builder.subject({ kind: "ServiceAccount", name, namespace });
    builder.reach(builder.secret(secret.name, namespace, secret), account, "holds a token of", {
      ...{ manifest: secret, path }
    });
  }
}
var TOKEN_TYPE = "kubernetes.io/service-account-token";
var ACCOUNT_OF_TOKEN = "kubernetes.io/service-account.name";

// src/paths/graph/keys.ts
function addKey(builder, { world }, key, manifest, store) {
  if (key.key === void 0) return void 0;
  const service = typeof store === "string" ? `behind ${store}` : serviceOf(store, world).name;
  const name = nameOfKey(key, typeof store === "string" ? void 0 : store);
  const id = `key ${service}: ${name}`;
  return builder.add({
    ...{ id, kind: "key", what: WORDS3[key.form], name, room: { of: "service", name: service } },
    ...{ manifest, path: key.path }
  });
}
var WORDS3 = { key: "key", folder: "keys of a folder", expression: "keys by an expression" };
function joinKeys(builder) {
  const byService = Map.groupBy(
    builder.nodes.filter(({ kind }) => kind === "key"),
    ({ room }) => room.name
  );
  for (const nodes of byService.values()) {
    const keys = nodes.filter(({ what }) => what === WORDS3.key);
    for (const search of nodes.filter(({ what }) => what !== WORDS3.key)) {
      const finds = finder(search);
      for (const key of keys) if (finds(key)) builder.reach(search.id, key.id, "finds", search);
    }
  }
}
var writtenIn = ({ manifest, path }) => asText(manifest?.get(...path)) ?? "";
function finder(search) {
  const written = writtenIn(search);
  if (search.what === WORDS3.folder) return (key) => [key.name, writtenIn(key)].some((name) => name.startsWith(written));
  const expression = compileGoRegexp(written);
  return (key) => expression?.matches(writtenIn(key)) ?? false;
}

// src/paths/graph/requests.ts
function addRequests(builder, context) {
  const of = (kinds) => kinds.flatMap((kind) => context.world.of(kind)).filter(({ name, namespace }) => !isPlaceholder(name) && !isPlaceholder(namespace));
  for (const request of of(FETCHING_KINDS)) addFetching(builder, context, request);
  for (const request of of(PUSHING_KINDS)) addPushing(builder, context, request);
  joinKeys(builder);
}
function homesOf(request, { world }) {
  const names = targetNamespaces(request, world).map(({ name }) => name);
  return names.length > 0 || request.kind.startsWith("Cluster") ? names : [homeOf(request)];
}
function servingOf(reference, { world, stores }) {
  const used = stores.used(reference.manifest);
  const homes = targetNamespaces(reference.manifest, world).map(({ name }) => namespaceFacts(name, world));
  return storesOf(reference, world).filter(
    (store) => used.includes(store) && (homes.length === 0 || homes.some((home) => admits(store, home) !== "no"))
  );
}
function addFetching(builder, context, request) {
  const id = builder.object(request, "request");
  const byItem = Map.groupBy(remoteKeys(request), ({ path }) => JSON.stringify(path.slice(0, lengthOfItem(request))));
  for (const item of itemsOf(request)) {
    const place = { manifest: request, path: item.path };
    for (const generator of item.generator ? generatorsOf(item.generator, context.world) : [])
      builder.use(id, builder.object(generator, "generator"), "takes what is made by", place);
    if (item.store) addItem(builder, context, id, item, item.store, byItem.get(JSON.stringify(item.path)) ?? []);
  }
  const target = targetOf(request);
  if (!target?.name || !isSecret(target)) return;
  const named2 = request.get(...target.path, "name") === void 0 ? [] : [...target.path, "name"];
  for (const home of homesOf(request, context))
    builder.reach(builder.secret(target.name, home), id, "holds what is fetched by", { manifest: request, path: named2 });
}
var lengthOfItem = (request) => (specPathOf(request)?.length ?? 0) + 2;
function addItem(builder, context, id, item, reference, keys) {
  const stores = servingOf(reference, context);
  for (const store2 of stores) {
    builder.use(id, builder.object(store2, "store"), "fetches through", {
      manifest: item.store?.manifest ?? null,
      path: reference.path
    });
    for (const key of keys) {
      const place = { manifest: reference.manifest, path: key.path };
      if (key.form === "expression" && key.key === "") {
        builder.reach(id, identityId(store2, context), "fetches everything that can be seen by", place);
        continue;
      }
      const to = addKey(builder, context, key, reference.manifest, store2);
      if (to === void 0) continue;
      builder.reach(id, to, "fetches", place);
      if (identityOf(store2, context.world).of !== "user")
        builder.reach(identityId(store2, context), to, "is asked for", place);
    }
  }
  if (stores.length > 0 || reference.name === void 0 || reference.kind === void 0) return;
  const store = missingStore(builder, reference);
  builder.use(id, store, "fetches through", { manifest: reference.manifest, path: reference.path });
  for (const key of keys) {
    const to = addKey(builder, context, key, reference.manifest, store);
    const place = { manifest: reference.manifest, path: key.path };
    if (to === void 0) continue;
    builder.reach(id, to, "fetches", place);
    builder.reach(store, to, "is asked for", place);
  }
}
function missingStore(builder, { kind = "SecretStore", name = "", manifest }) {
  const isCluster2 = kind === "ClusterSecretStore";
  const shown = isCluster2 ? name : `${homeOf(manifest)}/${name}`;
  const room = isCluster2 ? CLUSTER2 : { of: "namespace", name: homeOf(manifest) };
  const what = `${kind}, which is not in what was checked`;
  const id = builder.add({ id: `${kind} ${shown}`, kind: "store", what, name: shown, room });
  return builder.missing(id, homeOf(manifest));
}
function addPushing(builder, context, request) {
  const id = builder.object(request, "request");
  const spec = specPathOf(request) ?? [];
  const source = pushSourceOf(request);
  const place = { manifest: request, path: [...spec, "selector"] };
  for (const home of homesOf(request, context))
    if (source.from === "secret") {
      const [manifest] = namedIn(context.world, "core/Secret", source.name, home);
      builder.reach(id, builder.secret(source.name, home, manifest ?? null), "takes", place);
    } else if (source.from === "selector")
      builder.reach(id, secretsOf(builder, home), isEmptySelector(source.selector) ? "takes" : "takes some of", place);
  for (const reference of referencesOf(request).stores)
    for (const store of servingOf(reference, context)) {
      builder.use(id, builder.object(store, "store"), "pushes through", { manifest: request, path: reference.path });
      for (const key of pushedKeys(request)) addPushed(builder, context, request, store, key);
    }
}
function pushedKeys(request) {
  const known2 = remoteKeys(request).filter(({ key }) => key !== void 0);
  return known2.length > 0 ? known2 : [{ path: specPathOf(request) ?? [], key: `what ${nameOf(request)} pushes`, form: "key" }];
}
function addPushed(builder, context, request, store, key) {
  const at = addKey(builder, context, key, request, store);
  if (at === void 0) return;
  const place = { manifest: request, path: key.path };
  builder.reach(at, builder.object(request, "request"), "holds what is pushed by", place);
  if (identityOf(store, context.world).of !== "user")
    builder.reach(identityId(store, context), at, "writes, and reads where it may,", place);
}

// src/paths/graph/graph.ts
function graphOf(world, { paths }) {
  const context = contextOf(world);
  const builder = new GraphBuilder(world);
  addStores(builder, context);
  addRequests(builder, context);
  addOperator(builder, context);
  addRights(builder, context);
  addCombinations(builder, context);
  addMembers(builder, context);
  const { nodes, edges, leftOut } = builder.build();
  return { cluster: world.cluster, nodes, edges, leftOut, paths: pathsAsNodes(paths, { nodes, edges }, world) };
}

// src/paths/eso-rights.ts
var VERBS = ["create", "update", "patch", "delete", "deletecollection"];
function esoRights(world, { roles }) {
  const found = /* @__PURE__ */ new Map();
  for (const { rights, grants } of roles) {
    const writes = rights.flatMap(writesOf);
    if (writes.length === 0) continue;
    for (const { subject, binding, namespace } of grants) {
      const counting = namespace === void 0 ? writes : writes.filter(({ isClusterWide }) => !isClusterWide);
      if (counting.length > 0)
        entryFor(found, nameOfSubject(subject), binding, subject).held.push({ writes: counting, namespace });
    }
  }
  for (const role of world.has("complete") ? [] : world.rbac.roles) {
    const writes = [role, ...world.rbac.aggregatedBy(role)].flatMap(policyRules).flatMap((rule) => writesOf({ rule }));
    for (const name of writes.length > 0 ? new Set(builtInAggregation(role).flatMap(({ roles: all }) => all)) : [])
      entryFor(found, `everyone with the built-in role ${name}`, role).held.push({ writes, namespace: void 0 });
  }
  return [...found].map(([name, { subject, manifest, held }]) => ({
    subject: name,
    isOperator: subject !== void 0 && world.isOperator(subject),
    rights: joined2(held),
    manifest
  })).sort((a, b) => compare3(a.subject, b.subject));
}
function entryFor(found, name, manifest, subject) {
  const entry = found.get(name) ?? { subject, manifest, held: [] };
  found.set(name, entry);
  return entry;
}
var writesOf = ({ rule }) => ESO_RESOURCES.flatMap((target) => {
  const group = groupOfResource(target);
  const verbs = verbsGiven(rule, { group, resource: target.resource, verbs: VERBS });
  return verbs.length > 0 ? [
    {
      resource: `${target.resource}.${group}`,
      isClusterWide: CLUSTER_SCOPED.includes(target),
      names: rule.resourceNames,
      verbs
    }
  ] : [];
});
function joined2(held) {
  const single = held.flatMap(({ writes, namespace }) => writes.map((write) => ({ ...write, namespace })));
  const byKind = Map.groupBy(single, ({ resource, names, namespace }) => JSON.stringify([resource, names, namespace]));
  const kinds = [...byKind.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, verbs: VERBS.filter((verb) => group.some(({ verbs }) => verbs.includes(verb))) }] : [];
  });
  const byPlace2 = Map.groupBy(kinds, ({ verbs, names, namespace }) => JSON.stringify([verbs, names, namespace]));
  const places = [...byPlace2.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, resources: group.map(({ resource }) => resource).sort() }] : [];
  });
  const alike = Map.groupBy(places, ({ resources, verbs, names }) => JSON.stringify([resources, verbs, names]));
  const rights = [...alike.values()].flatMap((group) => {
    const [first] = group;
    const namespaces = group.some(({ namespace }) => namespace === void 0) ? null : [...new Set(group.flatMap(({ namespace }) => namespace ?? []))].sort();
    return first ? [{ resources: first.resources, verbs: first.verbs, names: first.names, namespaces }] : [];
  });
  return rights.sort((a, b) => compare3(JSON.stringify(a), JSON.stringify(b)));
}
var compare3 = (a, b) => a < b ? -1 : Number(a > b);

// src/paths/inventory.ts
function inventoryOf(world) {
  const { holdings, stores } = contextOf(world);
  const written = world.manifests.filter(isStoreOrGenerator).sort(byName);
  return {
    crossNamespace: written.flatMap(crossReferences),
    stores: written.map((manifest) => {
      const connected = connectedOf(manifest);
      return {
        manifest,
        provider: connected && titleOf(connected),
        identity: identityOf(manifest, world).says,
        endpoint: destinationOf(manifest, world).says,
        mayUse: usersInWords(manifest),
        users: [...new Set(stores.usersOf(manifest).map(nameOf))].sort()
      };
    }),
    subjects: esoRights(world, holdings),
    deployers: deployersIn(world)
  };
}
var isStoreOrGenerator = (manifest) => isGenerator(manifest) ? manifest.kind !== "GeneratorState" : STORE_KINDS.includes(manifest.groupKind) && isWhole(manifest);
var byName = (a, b) => compare4(sortKey(a), sortKey(b));
var sortKey = ({ kind, namespace, name, file }) => [kind, namespace ?? "", name, file].join("\0");
var compare4 = (a, b) => a < b ? -1 : Number(a > b);
function crossReferences(manifest) {
  if (isGenerator(manifest))
    return manifest.kind === "ClusterGenerator" ? [...credentialsNamedBy(manifest), ...tokenAccountsNamedBy(manifest)].flatMap(
      ({ path, name, namespace }) => namespace === void 0 ? [] : { manifest, path, name, namespace }
    ) : [];
  const provider = providerOf(manifest);
  const foreign = provider && foreignNamespaceIn(provider);
  const whole2 = foreign ? [{ manifest, name: void 0, ...foreign }] : [];
  const named2 = namespacedReferences(manifest).map(({ path, name, namespace }) => ({ manifest, path, name, namespace }));
  return [...whole2, ...named2].filter(({ namespace }) => namespace !== manifest.namespace);
}
function deployersIn(world) {
  const bound = world.rbac.bindings.flatMap(
    (binding) => world.rbac.grantsIn(binding).map(({ subject, path }) => ({ subject, manifest: binding, path }))
  );
  const accounts = world.of("core/ServiceAccount").map((manifest) => ({
    subject: { kind: "ServiceAccount", name: manifest.name, namespace: manifest.namespace },
    manifest,
    path: ["metadata", "name"]
  }));
  const found = [...bound, ...accounts].flatMap(({ subject, manifest, path }) => {
    const product = subject.kind === "ServiceAccount" ? deployerOf(subject.name, subject.namespace) : void 0;
    const account = nameOfSubject(subject);
    return product === void 0 ? [] : [
      {
        product,
        account,
        says: `whoever can deploy through ${product} has the rights of ${account}`,
        manifest,
        path
      }
    ];
  });
  const first = [...Map.groupBy(found, ({ account }) => account).values()].flatMap(([one]) => one ?? []);
  return first.sort((a, b) => compare4(a.account, b.account));
}

// src/report/data-age.ts
var DAY_MS = 24 * 60 * 60 * 1e3;
var MOST_DAYS = 180;
function ageNote(rulesDate, today) {
  const days = (Date.parse(today ?? "") - Date.parse(rulesDate)) / DAY_MS;
  return days > MOST_DAYS ? `what is known here of advisories, supported versions and maintained providers is of ${rulesDate}, ${days} days ago: a newer eso-hardener may know more` : void 0;
}

// src/suppress/comment.ts
var MARK = "eso-hardener:";
var COMMENT = /^[#*]*\s*eso-hardener:(.*)$/;
var wordsOf = (text) => COMMENT.exec(text.trim())?.[1]?.trim();
function coveredLines(lines, isComment) {
  const covered = lines.map((_, i) => i);
  for (let i = lines.length - 1; i >= 0; i--) if (isComment(lines[i] ?? "")) covered[i] = covered[i + 1] ?? i + 1;
  return covered;
}

// src/suppress/decide.ts
import { relative as relative5 } from "node:path";

// src/suppress/annotation.ts
var ANNOTATION = "eso-hardener.dev/ignore";
function annotationIgnores(manifests, rules) {
  const ignores = [];
  const warnings = [];
  for (const manifest of manifests) {
    const text = asText(manifest.get("metadata", "annotations", ANNOTATION));
    if (text === void 0) continue;
    const location = placeOf2(manifest);
    for (const entry of entriesOf(text)) {
      const [, rule = "", reason = ""] = /^(\S+?):?(?:\s+(.*))?$/s.exec(entry) ?? [];
      const fault = faultOf2(rule, reason, rules);
      if (fault === void 0) ignores.push(ignoreOn(manifest, rule, reason, location));
      else warnings.push({ message: `annotation ${ANNOTATION}: ${fault}`, location });
    }
  }
  return { ignores, warnings };
}
var entriesOf = (text) => text.split(/[;\n]/).map((entry) => entry.trim()).filter(Boolean);
function faultOf2(rule, reason, rules) {
  if (!rules.includes(rule)) return unknownRule(rule, rules);
  return isReason(reason) ? void 0 : `${rule} has no reason, so nothing is ignored`;
}
var ignoreOn = (manifest, rule, reason, location) => ({
  kind: "annotation",
  rule,
  reason,
  location,
  covers: (finding, place) => finding.rule === rule && (manifest.composition !== void 0 || (place?.template ?? place?.file) === manifest.file) && finding.object !== null && isSame2(finding.object, manifest)
});
var isSame2 = (a, b) => groupOf(a.apiVersion) === groupOf(b.apiVersion) && a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
function placeOf2(manifest) {
  if (manifest.template !== void 0) return { file: manifest.file };
  const { file, line } = manifest.writtenAt(["metadata", "annotations", ANNOTATION]);
  return { file, startLine: line };
}

// src/suppress/actions.ts
var OPENS_COMMENT = /\{\{(?:-[ \t\r\n])?\/\*/y;
var CLOSES_COMMENT = /\*\/(?:[ \t\r\n]-)?\}\}/g;
var QUOTE_OR_END = /["'`]|\}\}/g;
function actionsIn(text) {
  const actions = [];
  let line = 0;
  let counted = 0;
  let start = text.indexOf("{{");
  while (start >= 0) {
    const inside = endOf2(OPENS_COMMENT, text, start);
    const end = inside === void 0 ? endOfAction(text, start + 2) : endOf2(CLOSES_COMMENT, text, inside);
    if (end === void 0) break;
    for (; counted < start; counted++) if (text[counted] === "\n") line += 1;
    actions.push({ start, end, line, isComment: inside !== void 0 });
    start = text.indexOf("{{", end);
  }
  return actions;
}
function endOf2(pattern, text, from) {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : void 0;
}
function endOfAction(text, from) {
  let at = from;
  while (at !== void 0) {
    const end = endOf2(QUOTE_OR_END, text, at);
    if (end === void 0) return void 0;
    const last = text[end - 1];
    if (last === "}") return end;
    at = last === "`" ? endOf2(/`/g, text, end) : endOfQuoted(text, last ?? "", end);
  }
  return void 0;
}
function endOfQuoted(text, quote, from) {
  for (let at = from; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return void 0;
}

// src/suppress/template-comments.ts
function templateComments(text, firstLine = 1) {
  if (!text.includes(MARK)) return [];
  const actions = actionsIn(text);
  const lines = text.split("\n");
  const bare = withoutActions(text, actions).split("\n");
  const covered = coveredLines(bare, isOnlyComment);
  const printed = bare.flatMap((line, index) => {
    const start = commentStart(line);
    return start < 0 ? [] : { index, content: lines[index]?.slice(start) ?? "" };
  });
  return [...printed, ...actions.flatMap((action) => linesInside(text, action))].flatMap(({ index, content }) => {
    const words = wordsOf(content);
    return words === void 0 ? [] : { words, line: firstLine + index, covered: firstLine + (covered[index] ?? index) };
  });
}
var BLANK = " ";
function withoutActions(text, actions) {
  const pieces = [];
  let from = 0;
  for (const { start, end, isComment } of actions) {
    const hidden = text.slice(start, end).replace(/[^\n]/g, isComment ? BLANK : "x");
    pieces.push(text.slice(from, start), isComment ? hidden.replaceAll("\n", `${BLANK}
`) : hidden);
    from = end;
  }
  return [...pieces, text.slice(from)].join("");
}
var isOnlyComment = (line) => line.trimStart().startsWith("#") || line.includes(BLANK) && line.trim() === "";
function commentStart(line) {
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    if (quote !== "") {
      if (character === "\\" && quote === '"') at += 1;
      else if (character === quote) quote = "";
    } else if (/[\s,[{(]/.test(line[at - 1] ?? " ")) {
      if (character === "#") return at;
      if (character === '"' || character === "'") quote = character;
    }
  }
  return -1;
}
function linesInside(text, { start, end, line, isComment }) {
  if (!isComment) return [];
  const [, inside = ""] = /^\{\{-?\s*\/\*(.*)\*\/\s*-?\}\}$/s.exec(text.slice(start, end)) ?? [];
  return inside.split("\n").map((content, i) => ({ index: line + i, content }));
}

// src/suppress/yaml-comments.ts
var import_yaml11 = __toESM(require_dist(), 1);
function yamlComments(text, mayHoldTemplates) {
  const comments = [];
  if (!text.includes(MARK)) return comments;
  const covered = coveredLines(text.split("\n"), (line) => /^\s*#/.test(line));
  for (const { kind, text: content, line } of tokensOf(text)) {
    const words = kind === "comment" ? wordsOf(content) : void 0;
    if (words !== void 0) comments.push({ words, line, covered: (covered[line - 1] ?? line) + 1 });
    if (kind === "block" && mayHoldTemplates) comments.push(...templateComments(content, line));
  }
  return comments;
}
var SCALAR = "";
var MARKS = /* @__PURE__ */ new Set(["", "", SCALAR]);
function* tokensOf(text) {
  let line = 1;
  let previous = "";
  let isBlock = false;
  for (const token of new import_yaml11.Lexer().lex(text)) {
    if (!MARKS.has(token)) {
      if (previous !== SCALAR && token.startsWith("#")) yield { kind: "comment", text: token, line };
      else if (previous === SCALAR && isBlock) yield { kind: "block", text: token, line };
      if (previous === SCALAR) isBlock = false;
      else if (/^[|>]/.test(token)) isBlock = true;
      for (let at = token.indexOf("\n"); at >= 0; at = token.indexOf("\n", at + 1)) line += 1;
    }
    previous = token;
  }
}

// src/suppress/inline.ts
var IGNORE = /^ignore\s*\[([^\]]*)\][\s:–—-]*(.*)$/;
function inlineIgnores(source, rules) {
  const ignores = [];
  const warnings = [];
  for (const { words, line, covered } of commentsIn(source)) {
    const location = { file: source.file, startLine: line };
    const parsed = parseWords(words, rules);
    for (const message of parsed.faults) warnings.push({ message, location });
    for (const rule of parsed.rules) ignores.push(ignoreAt(rule, parsed.reason, location, covered));
  }
  return { ignores, warnings };
}
var commentsIn = ({ text, syntax }) => syntax === "template" ? templateComments(text) : yamlComments(text, syntax === "values");
var ignoreAt = (rule, reason, location, line) => ({
  kind: "inline",
  rule,
  reason,
  location,
  covers: (finding, place) => finding.rule === rule && place?.file === location.file && place.startLine === line
});
var printsComment = ({ template, crd, source }) => template !== void 0 && crd === void 0 && source.text.includes(MARK) && yamlComments(source.text, false).length > 0;
function unreadComments(manifests) {
  const files = new Set(manifests.filter(printsComment).map(({ file }) => file));
  const message = "the lines of this chart are not known, so an ignore comment in it has no effect: put the annotation eso-hardener.dev/ignore on the object";
  return [...files].map((file) => ({ message, location: { file } }));
}
function parseWords(words, known2) {
  const nothing2 = { rules: [], reason: "" };
  const [, list, rest = ""] = IGNORE.exec(words) ?? [];
  if (list === void 0)
    return { ...nothing2, faults: ["this comment is not understood: write '# eso-hardener: ignore[rule-id] reason'"] };
  const named2 = list.split(",").map((id) => id.trim()).filter(Boolean);
  const reason = rest.trim();
  if (named2.length === 0) return { ...nothing2, faults: ["this ignore names no rule, so it ignores nothing"] };
  if (!isReason(reason))
    return { ...nothing2, faults: [`this ignore of ${named2.join(", ")} gives no reason, so it ignores nothing`] };
  const rules = named2.filter((id) => known2.includes(id));
  return { rules, reason, faults: named2.filter((id) => !known2.includes(id)).map((id) => unknownRule(id, known2)) };
}

// src/suppress/suppress.ts
import { basename as basename2 } from "node:path";
function applyIgnores(all, ignores, mayBeUnused = () => true) {
  const findings = [];
  const suppressed = [];
  const warnings = [];
  const used = /* @__PURE__ */ new Set();
  for (const finding of all) {
    const places = placesOf3(finding);
    const meant = places.map((place) => ignores.filter((ignore) => ignore.covers(finding, place)));
    for (const ignore of meant.flat()) used.add(ignore);
    const [first] = meant.flat();
    if (first && meant.every((covering) => covering.length > 0)) {
      const { kind, reason, location } = first;
      suppressed.push({ finding, kind, reason, location });
      continue;
    }
    findings.push(finding);
    if (first) warnings.push(partly(first, places[meant.findIndex((covering) => covering.length === 0)]));
  }
  const idle = ignores.filter((ignore) => !used.has(ignore));
  const unused = idle.flatMap(
    (ignore) => withoutLine(ignore, findings) ?? (mayBeUnused(ignore) ? unmet(ignore, findings) : [])
  );
  return { findings, suppressed, warnings: [...warnings, ...unused] };
}
var placesOf3 = ({ places }) => places.length > 0 ? places : [null];
var partly = ({ rule, location }, other) => ({
  message: `ignore of ${rule}: the same finding stands in ${other ? placeName(other) : "another place"} too, where it is not ignored`,
  location
});
var placeName = ({ file, startLine }) => startLine === void 0 ? file : `${file}:${startLine}`;
function withoutLine({ kind, rule, location }, findings) {
  const isThere = findings.some(
    (finding) => finding.rule === rule && finding.places.some(({ file, startLine }) => file === location.file && startLine === void 0)
  );
  if (kind !== "inline" || !isThere) return void 0;
  const message = `ignore of ${rule}: the finding in this file has no line that is known, so a comment cannot mean it: put the annotation eso-hardener.dev/ignore on the object, or an entry into the config`;
  return { message, location };
}
function unmet({ kind, rule, location }, findings) {
  const places = kind === "inline" ? findings.flatMap((finding) => finding.rule === rule ? finding.places : []) : [];
  const near = places.find(({ file }) => file === location.file) ?? places.find(({ template }) => template === location.file);
  const hint = near ? `, but one in ${placeName(near)}` : isHelper(location.file) ? CALLED : ", remove it";
  return { message: `ignore of ${rule}: there is no such finding here${hint}`, location };
}
var CALLED = ": what a helper prints stands on the line that calls it";
var isHelper = (file) => basename2(file).startsWith("_");
function applyBaseline(all, baseline) {
  const { covered = [], others = [] } = Object.groupBy(
    all,
    (finding) => isCovered(baseline, finding) ? "covered" : "others"
  );
  const reason = `it is in the baseline ${baseline.file}`;
  return {
    findings: others,
    suppressed: covered.map((finding) => ({ finding, kind: "baseline", reason, location: null }))
  };
}

// src/suppress/decide.ts
function decide(evidence) {
  const coversConfig = evidence.paths.some((path) => !relative5(path, evidence.config.folder).startsWith(".."));
  const accepted = acceptFailures(evidence.failures, { ...evidence, isWhole: coversConfig });
  const isWhole2 = accepted.failures.every((failure) => failure.accepted !== void 0);
  const inside = evidence.noInlineIgnores ? NONE : ignoresInside(evidence);
  const inline = evidence.isGuarded ? guarded(inside, evidence.findings) : { ...inside, excuses: [] };
  const configured = configuredIgnores(evidence);
  const ignored = applyIgnores(
    evidence.findings,
    [...inline.ignores, ...configured.ignores],
    (ignore) => isWhole2 && (ignore.kind !== "config" || coversConfig) && !inline.excuses.includes(ignore)
  );
  const baseline = evidence.writeBaseline ? baselineOf(evidence.writeBaseline, ignored.findings) : evidence.baseline ?? { file: "", entries: /* @__PURE__ */ new Map() };
  const { findings, suppressed } = applyBaseline(ignored.findings, baseline);
  return {
    findings,
    suppressed: [...ignored.suppressed, ...suppressed],
    failures: accepted.failures,
    warnings: unique3([...inline.warnings, ...configured.warnings, ...ignored.warnings, ...accepted.warnings]),
    isRefusing: inline.excuses.length > 0,
    notes: baselineNotes(evidence, baseline, isWhole2)
  };
}
var NONE = { ignores: [], warnings: [] };
var ignoresInside = ({ sources, unread, manifests, rules }) => joined([
  ...[...new Map(sources.map((source) => [source.file, source])).values()].map((source) => inlineIgnores(source, rules)),
  annotationIgnores(manifests, rules),
  { ignores: [], warnings: unreadComments(unread) }
]);
function guarded({ ignores, warnings }, findings) {
  const fresh = findings.filter(({ isNew }) => isNew !== false);
  const meets = ({ covers: covers2 }) => fresh.some((finding) => placesOf3(finding).some((place) => covers2(finding, place)));
  const limited = ignores.map((ignore) => ({
    excuses: meets(ignore),
    ignore: {
      ...ignore,
      covers: (finding, place) => finding.isNew === false && ignore.covers(finding, place)
    }
  }));
  const excuses = limited.filter((entry) => entry.excuses).map(({ ignore }) => ignore);
  const refused = excuses.map(({ rule, location }) => ({
    message: `ignore of ${rule}: a change cannot excuse what it brings, so this has no effect until it is merged`,
    location
  }));
  return { ignores: limited.map(({ ignore }) => ignore), warnings: [...warnings, ...refused], excuses };
}
var MOST_NAMED = 3;
function baselineNotes({ findings, writeBaseline }, baseline, isWhole2) {
  if (writeBaseline !== void 0) {
    const caution = isWhole2 ? "" : "; what could not be checked is not in it";
    return [`${baseline.entries.size} findings are in the new baseline ${writeBaseline}${caution}`];
  }
  const gone = isWhole2 ? goneEntries(baseline, findings) : [];
  if (gone.length === 0) return [];
  const named2 = gone.slice(0, MOST_NAMED).map(({ rule, object }) => `${rule} on ${object}`);
  const rest = gone.length > MOST_NAMED ? `, and ${gone.length - MOST_NAMED} more` : "";
  const subject = gone.length === 1 ? "1 entry" : `${gone.length} entries`;
  return [
    `${subject} of the baseline ${baseline.file} no longer occur: ${named2.join(", ")}${rest}; write it again to prune`
  ];
}
var unique3 = (warnings) => [...new Map(warnings.map((warning) => [sortKey2(warning), warning])).values()].sort(byPlace);
var byPlace = (a, b) => sortKey2(a) < sortKey2(b) ? -1 : sortKey2(a) > sortKey2(b) ? 1 : 0;
var sortKey2 = ({ location, message }) => `${location?.file ?? ""}\0${String(location?.startLine ?? 0).padStart(7, "0")}\0${message}`;

// src/run.ts
async function assess(options) {
  const clock = stopwatch();
  const own = options.loadedConfig ?? await loadConfig(options.folder, options.config, options.paths);
  const isRepeated = options.base !== void 0 || options.proveFixes === true;
  const sharing = { ...options, renders: options.renders ?? sharedRenders(options.cache, isRepeated) };
  const base = options.base === void 0 ? void 0 : await assessBase(options.base, sharing, own, assess);
  const config = base?.guard?.config ?? own;
  const baseline = await baselineFor(options, base);
  if (base) clock.lap("base");
  const { rendered, capabilities, plain, manifests, failures, ...gathered } = await gather(sharing, config, clock);
  const isComplete = failures.length === 0;
  const worlds = gathered.worlds.map((inhabited) => ({ ...inhabited, results: resultsOf(inhabited, gathered.foreign) }));
  clock.lap("check");
  const claims = claimsOfManifests(rendered, plain, gathered.claims);
  const judgedWorlds = worlds.map(judgedWorld);
  const places = options.isUntraced ? OWN_PLACES : await placesFor(
    subjectsOf(judgedWorlds).union(new Set(manifests.filter(printsComment))),
    rendered,
    capabilities,
    options.root
  );
  const located2 = locateWorlds(judgedWorlds, claims, places).sort(byImportance);
  const judged = joinVerdicts(
    // What is true of an operator that is not here is no word on this repository.
    worlds.map(
      ({ world, met, results }) => verdicts({ world, rules: RULES, results: met ? runRules(RULES, world) : results, isComplete })
    )
  );
  clock.lap("locate");
  const mains = worlds.filter(({ isMain }) => isMain).map(({ world }) => world);
  const answers = mains.map((world) => ({ world, attack: attackPaths(world) }));
  const attack = locatePaths(answers.map((answer) => answer.attack));
  const inventory = locateInventory(mains.map(inventoryOf));
  clock.lap("paths");
  const decision = decide({
    ...{ manifests, config, baseline },
    sources: sourcesOf(plain, rendered, places),
    unread: rendered.flatMap((part) => part.manifests.filter((manifest) => !places.isRead(manifest))),
    findings: markNew(located2, base?.findings ?? null),
    failures: [...failures, ...base?.failures ?? []],
    root: options.root,
    paths: options.paths.map((path) => resolve4(options.folder, path)),
    rules: RULES.map(({ id }) => id),
    today: options.today,
    isGuarded: options.isGuarded ?? false,
    failing: base?.guard && (base.failing ?? /* @__PURE__ */ new Set()),
    noInlineIgnores: options.noInlineIgnores ?? false,
    writeBaseline: options.writeBaseline
  });
  const { makeFiles } = options;
  const proven2 = options.proveFixes ? await proveFixes(
    decision.findings,
    {
      findings: located2,
      covered: coveredBy(worlds, claims),
      failures,
      installs: installSummaries(mains),
      manifests
    },
    // What is offered to a person helm has seen.
    { ...sharing, renderer: "helm", loadedConfig: config },
    assess,
    makeFiles && ((what) => makeFiles(what, mains))
  ) : { findings: decision.findings, refused: void 0, notes: [] };
  if (options.proveFixes) clock.lap("fixes");
  return {
    ...verdict({ ...decision, findings: proven2.findings }, options, config, isGuardChanged(options, base, decision)),
    base: base ? { ref: base.ref, commit: base.commit } : null,
    // What was not looked at may still be there.
    fixed: isComplete ? fixedSince(base?.findings ?? [], located2) : [],
    suppressed: decision.suppressed,
    failures: decision.failures,
    warnings: decision.warnings,
    releases: rendered.map((part) => ({ ...part.summary, schema: schemaOf(part, worlds) })),
    worlds: worlds.map(worldSummary),
    plainManifests: plain.reduce((sum, part) => sum + part.manifests.length, 0),
    attack,
    graphs: () => answers.map((answer) => locateGraph(graphOf(answer.world, answer.attack))),
    inventory: { installs: installSummaries(mains), ...inventory },
    threats: judged.filter(({ id }) => id.startsWith("TM")),
    coverage: judged,
    assessedRules: [...new Set(worlds.flatMap(({ world }) => assessedRules({ world, rules: RULES })))].sort(),
    refusedFixes: proven2.refused,
    notes: [
      ...gathered.notes,
      ...silentNotes(rendered),
      ...manifests.length === 0 && isComplete ? [NOTHING2] : [],
      ...base?.notes ?? [],
      ...decision.notes,
      ...proven2.notes,
      ...[untracedNote(places) ?? [], ageNote(TOOL.rulesDate, options.today) ?? []].flat()
    ],
    timings: clock.laps,
    fromCache: options.cache && {
      releases: rendered.filter(({ summary }) => summary.isKept).length,
      isWhole: false
    }
  };
}
function coveredBy(worlds, claims) {
  const all = worlds.map((world) => ({ ...judgedWorld(world), results: world.results }));
  return new Set(locateWorlds(all, claims, OWN_PLACES).map(({ fingerprint: fingerprint2 }) => fingerprint2));
}
var resultsOf = ({ world, met }, foreign) => runRules(RULES, met ?? world).filter(({ manifest, install }) => {
  const about = manifest ?? workloadOf(install);
  return !about || !foreign.has(about);
});
async function baselineFor({ folder, baseline: file }, base) {
  if (file === void 0) return void 0;
  if (!base?.guard) return loadBaseline(folder, file);
  return base.guard.baseline === void 0 ? void 0 : parseBaseline(file, base.guard.baseline);
}
var sourcesOf = (plain, rendered, places) => [
  ...plain.map(({ file, text }) => ({ file, text, syntax: "manifest" })),
  ...rendered.flatMap(({ values }) => values?.files.filter(({ isInline }) => !isInline) ?? []).map(({ file, source }) => ({ file, text: source.text, syntax: "values" })),
  ...places.filesWith(MARK)
];
var judgedWorld = ({
  world,
  releases,
  twins,
  results
}) => ({
  cluster: world.cluster,
  variant: world.variant,
  results: withoutSuperseded(results),
  twins,
  declarations: new Map(releases.map(({ release }) => [release.name, declarationOf(release)]))
});
var declarationOf = ({ declaredIn, lines }) => ({
  file: declaredIn,
  ...lines && { startLine: lines.entry },
  via: "declaration"
});
var worldSummary = ({ world, releases, isMain }) => ({
  cluster: world.cluster,
  variant: world.variant,
  isMain,
  releases: releases.map(({ summary }) => summary.name).sort(),
  manifests: world.manifests.length
});
var NOTHING2 = "there is nothing here to check: no chart, and no manifest of a kind this tool knows";
var isGuardChanged = (options, base, { isRefusing, suppressed }) => options.failOnGuardChange === true && base?.guard !== void 0 && (base.guard.notes.length > 0 || isRefusing || suppressed.some((entry) => isInside(entry) && !base.excused?.has(entry.finding.fingerprint)));
function verdict({ findings: all, failures }, options, config, hasChangedGuard) {
  const failOn = options.failOn ?? config.failOn ?? "high";
  const minSeverity = options.minSeverity ?? config.minSeverity ?? "low";
  const findings = all.filter(({ severity }) => reaches(severity, minSeverity));
  return {
    conclusion: hasChangedGuard ? "failure" : conclude(all, failures, failOn),
    hasChangedGuard,
    failOn,
    minSeverity,
    findings,
    hidden: all.length - findings.length
  };
}
var installSummaries = (worlds) => worlds.flatMap(
  (world) => world.eso.installs.map(({ namespace, release, version, components }) => ({
    namespace: namespace ?? null,
    release: release ?? null,
    version: version ?? null,
    components: components.map(({ role }) => role).sort(),
    cluster: worlds.length > 1 ? world.cluster : void 0
  }))
);

export {
  copyTree,
  secretLines,
  applyAll,
  attemptsFor,
  distinct,
  optionsAt2 as optionsAt,
  holding,
  COPY,
  proveFixes,
  NO_TIME,
  faultIn,
  assess
};
