import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  World,
  deployerOf,
  readPlain
} from "./chunk-R2VQRN2M.js";
import {
  OWN_PLACES,
  ownPlace,
  untracedNote
} from "./chunk-W6K67UTN.js";
import {
  baselineOf,
  goneEntries,
  isCovered,
  loadBaseline,
  parseBaseline
} from "./chunk-EWVS3DKP.js";
import {
  maskedLines
} from "./chunk-SNQ5EZAE.js";
import {
  DEFAULT,
  SKIPPED,
  discover,
  loadConfig,
  mapConcurrently,
  parseManifests,
  renderReleases,
  silentNotes
} from "./chunk-YKCONPR3.js";
import {
  COVERAGE,
  openRules
} from "./chunk-FKMFZ37B.js";
import {
  download,
  networkEnvironment,
  runProcess
} from "./chunk-KIQCGLMN.js";
import {
  describeSystemError,
  findOnPath,
  kindOfPath,
  leadsOut,
  listFolder,
  makeFolders,
  readText,
  relativeTo,
  targetWithin,
  withTemporaryFolder,
  writeWhole
} from "./chunk-5PI36ETP.js";
import {
  conclude
} from "./chunk-R2HGR3M6.js";
import {
  TOOL
} from "./chunk-2UMNUZ72.js";
import {
  CLUSTER_SCOPED,
  ESO_RESOURCES,
  RULES,
  ambientIdentity,
  boundRoleName,
  credentialsNamedBy,
  flagsOf,
  groupOfResource,
  isAsked,
  isEmptySelector,
  isOn,
  isStranger,
  namespacedReferences,
  pushSourceOf,
  reachOf,
  rightsBy,
  storesUsedBy,
  sureUsersOf,
  tokenAccountsNamedBy
} from "./chunk-223HM5U2.js";
import {
  ESO_GROUP,
  GENERATORS_GROUP,
  PUSHING_KINDS,
  STORE_KINDS,
  accountOf,
  alternativesOf,
  breadthOf,
  builtInAggregation,
  compileGoRegexp,
  connectedOf,
  endpointsOf,
  foreignNamespaceIn,
  implicitGroups,
  isGenerator,
  isOpenToAll,
  isSettled,
  isWhole,
  keysOf,
  nameOfSubject,
  policyRules,
  providerOf,
  referencesOf,
  resourcePath,
  runsIn,
  specPathOf,
  takes,
  titleOf,
  verbsGiven
} from "./chunk-ADORSGTV.js";
import {
  SourceText,
  parseText
} from "./chunk-JOTSHFWZ.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  SEVERITIES,
  fingerprint,
  groupOf,
  isThreat,
  nameOf,
  reaches
} from "./chunk-I26VFL33.js";
import {
  asLabels,
  asMapping,
  asText,
  isPlaceholder,
  valueAt
} from "./chunk-MWLKK7FC.js";
import {
  UserError,
  nearest
} from "./chunk-VHWWGLDX.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/run.ts
import { resolve as resolve5 } from "node:path";

// src/check/check.ts
var runRules = (rules, world) => rules.filter((rule) => isAssessable(rule, world)).flatMap((rule) => [...runRule(rule, world)]);
var isAssessable = (rule, world) => (rule.needs ?? []).every((need) => world.has(need));
function* runRule(rule, world) {
  if (rule.check)
    for (const kind of rule.kinds)
      for (const manifest of world.of(kind))
        for (const problem of rule.check(manifest, world)) yield resultOf(rule, manifest, null, problem);
  if (rule.checkInstall)
    for (const install of world.eso.installs)
      for (const problem of rule.checkInstall(install, world)) yield resultOf(rule, null, install, problem);
}
var resultOf = (rule, given, install, problem) => ({
  rule,
  severity: problem.severity ?? rule.severities[0],
  manifest: problem.object === void 0 ? given : problem.object,
  install,
  path: problem.path,
  problem
});
function withoutSuperseded(results) {
  const narrower = /* @__PURE__ */ new Map();
  for (const { rule, manifest, path } of results)
    for (const broader of manifest ? rule.supersedes ?? [] : []) {
      const nodes = narrower.get(manifest) ?? /* @__PURE__ */ new Set();
      narrower.set(manifest, nodes.add(nodeKey(broader, path)));
    }
  return results.filter(({ rule, manifest, path }) => !manifest || !narrower.get(manifest)?.has(nodeKey(rule.id, path)));
}
var nodeKey = (rule, path) => JSON.stringify([rule, path]);

// src/compare/base.ts
import { join as join4, relative as relative3, resolve as resolve3 } from "node:path";

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
  const [kind = "", ...rest2] = pattern.trim().split(/[\s/]+/);
  const name = rest2.pop();
  const [namespace] = rest2;
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

// src/io/git.ts
import { resolve } from "node:path";

// src/io/git-fetch.ts
import { join as join2 } from "node:path";
async function fetchCommit(run, ref, own, env = process.env) {
  const name = remoteName(ref);
  if (name === void 0) return "only a whole commit id, a branch or a tag can be fetched";
  const url = await lineOf(run, ["config", "--get", "remote.origin.url"]);
  if (!url) return "the clone does not say where it came from";
  if (!/^(?:https?|file):\/\/|^\//.test(url)) return "the clone came from an address that is not fetched from here";
  const header = await lineOf(run, ["config", "--get-urlmatch", "http.extraheader", url]);
  const format = await lineOf(run, ["rev-parse", "--show-object-format"]);
  const settings = [
    ["remote.origin.url", url],
    ["http.followRedirects", "false"],
    ...header ? [[`http.${origin(url)}.extraheader`, header]] : []
  ];
  const network = {
    ...networkEnvironment(env),
    ...configured(settings),
    GIT_ALLOW_PROTOCOL: "https:http:file",
    GIT_DIR: own
  };
  const made = await run(["init", "--quiet", "--bare", "--template=", `--object-format=${format || "sha1"}`, own]);
  if (made.exitCode !== 0) return "git cannot make a folder for it";
  const got = await run(
    ["fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "origin", name],
    network
  );
  if (got.limit !== null) return "fetching it took too long";
  if (got.exitCode !== 0) return `fetching it failed: ${wordsWithoutCredentials(got.stderr)}`;
  const commit = await lineOf(run, ["rev-parse", "--verify", "FETCH_HEAD^{commit}"], { GIT_DIR: own });
  return commit ? { commit, objects: join2(own, "objects") } : "what was fetched is no commit";
}
var isCommit = (ref) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
function remoteName(ref) {
  if (isCommit(ref)) return ref;
  const name = ref.replace(/^(?:refs\/remotes\/)?origin\//, "");
  return /^\w[\w./-]*$/.test(name) && !name.includes("..") && name !== "HEAD" ? name : void 0;
}
async function lineOf(run, args, env = {}) {
  const { exitCode, stdout } = await run(args, env);
  return exitCode === 0 ? stdout.trim().split("\n").at(-1) ?? "" : "";
}
var origin = (url) => /^\w+:\/\/(?:[^/@]*@)?([^/]*)/.exec(url)?.[0].replace(/\/\/[^/@]*@/, "//") ?? url;
var configured = (settings) => Object.fromEntries([
  ["GIT_CONFIG_COUNT", String(settings.length)],
  ...settings.flatMap(([key, value], i) => [
    [`GIT_CONFIG_KEY_${i}`, key],
    [`GIT_CONFIG_VALUE_${i}`, value]
  ])
]);
var wordsWithoutCredentials = (stderr) => (stderr.trim().split("\n").at(-1) ?? "").replace(/^(?:fatal|error|remote): /i, "").replaceAll(/\/\/[^/@\s]*@/g, "//***@");

// src/io/git.ts
var TIMEOUT_MS = 12e4;
var MAX_OUTPUT_BYTES = 1024 * 1024;
var ENVIRONMENT = {
  PATH: "/usr/bin:/bin",
  HOME: "/nonexistent",
  LC_ALL: "C",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_COUNT: "3",
  GIT_CONFIG_KEY_0: "safe.directory",
  GIT_CONFIG_VALUE_0: "*",
  GIT_CONFIG_KEY_1: "protocol.allow",
  GIT_CONFIG_VALUE_1: "never",
  // A folder may be shaped like a bare clone, with commits that somebody chose, inside the real one.
  GIT_CONFIG_KEY_2: "safe.bareRepository",
  GIT_CONFIG_VALUE_2: "explicit",
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0"
};
async function findRepository(folder) {
  const git = await findOnPath("git");
  if (git === void 0) throw new UserError("there is no git on PATH", "install git");
  const run = (args, env = {}) => runProcess(git, args, {
    cwd: folder,
    env: { ...ENVIRONMENT, ...env },
    timeoutMs: TIMEOUT_MS,
    maxOutputBytes: MAX_OUTPUT_BYTES
  });
  const found = await run(["rev-parse", "--show-prefix", "--git-path", "objects"]);
  if (found.exitCode !== 0) throw new UserError(wordsOf(found.stderr), "check out the repository with git");
  const [prefix = "", objects = ""] = found.stdout.split("\n");
  return {
    prefix,
    async commitOf(ref) {
      const named2 = await run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
      return named2.exitCode === 0 ? named2.stdout.trim() : void 0;
    },
    async textAt(commit, path) {
      const blob = await run(["cat-file", "blob", "--end-of-options", `${commit}:${prefix}${path}`]);
      return blob.exitCode === 0 && blob.limit === null ? blob.stdout : void 0;
    },
    fetch: (ref, own) => fetchCommit(run, ref, own),
    extract: (commit, into, fetched = resolve(folder, objects)) => withTemporaryFolder((own) => extract(run, { commit, into, own, objects: fetched }))
  };
}
async function extract(run, { commit, into, own, objects }) {
  const env = {
    GIT_DIR: own,
    GIT_WORK_TREE: into,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: `"${objects.replace(/["\\]/g, "\\$&")}"`
  };
  const format = commit.length > 40 ? "sha256" : "sha1";
  const steps = [
    ["init", "--quiet", "--bare", "--template=", `--object-format=${format}`, own],
    ["read-tree", commit],
    ["checkout-index", "--all", "--quiet", `--prefix=${into}/`]
  ];
  for (const [i, step2] of steps.entries()) {
    const { exitCode, stderr, limit } = await run(step2, i === 0 ? {} : env);
    if (exitCode !== 0 || limit !== null)
      throw new UserError(limit === null ? wordsOf(stderr) : "git was stopped: it took too long or said too much");
  }
}
var wordsOf = (stderr) => stderr.trim().split("\n")[0]?.replace(/^(?:fatal|error): /, "") || "git failed without a word";

// src/io/github-archive.ts
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join as join3, posix } from "node:path";
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
  const { extract: extract2 } = await import("./tar-stream-GMM26BXQ.js");
  const links = [];
  const entries = extract2();
  entries.end(tar);
  for await (const entry of entries) {
    const { name, type, linkname } = entry.header;
    const path = pathBelowTop(name);
    if (path !== void 0 && type === "symlink" && linkname) links.push([join3(into, path), linkname]);
    if (path !== void 0 && type === "file") {
      const chunks = [];
      for await (const chunk of entry) chunks.push(chunk);
      await mkdir(dirname(join3(into, path)), { recursive: true });
      await writeFile(join3(into, path), Buffer.concat(chunks));
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

// src/compare/guard.ts
import { relative as relative2, resolve as resolve2 } from "node:path";
import { isDeepStrictEqual } from "node:util";
async function guardOf({ base, head, moved }, own) {
  const theirs = await loadConfig(base.folder, base.config, base.paths);
  const folder = resolve2(head.root, relative2(base.root, theirs.folder));
  const isThere = async (path) => await kindOfPath(path) !== "missing";
  const kept = await filtered(theirs.releases ?? [], ({ chart }) => isThere(resolve2(folder, chart)));
  const added = await filtered(
    own.releases ?? [],
    async ({ chart }) => !await isThere(moved(resolve2(own.folder, chart)))
  );
  const baseline = head.baseline === void 0 ? void 0 : moved(head.baseline);
  const [before, now] = await Promise.all([
    textOf(baseline),
    textOf(head.baseline && resolve2(head.folder, head.baseline))
  ]);
  return {
    config: {
      ...{ ...theirs, folder, file: theirs.file && (head.config ?? theirs.file) },
      releases: [...kept, ...added],
      releaseLines: linesNow([...kept, ...added], own)
    },
    baseline: before,
    notes: [
      ...isSame(theirs, own) ? [] : [withoutEffect(`the config ${own.file ?? theirs.file}`)],
      ...before === now ? [] : [withoutEffect(`the baseline ${head.baseline}`)]
    ]
  };
}
var linesNow = (releases, own) => new Map(
  releases.flatMap((release) => {
    const now = own.releases?.find((candidate) => isDeepStrictEqual(candidate, release));
    const lines = now && own.releaseLines?.get(now);
    return lines ? [[release, lines]] : [];
  })
);
var EDITS = "this change edits ";
var withoutEffect = (what) => `${EDITS}${what}: it is judged by that of its base, and the edit counts once it is merged`;
var isGuardNote = (note) => note.startsWith(EDITS);
async function filtered(releases, test) {
  const results = await Promise.all(releases.map(test));
  return releases.filter((_, i) => results[i]);
}
var textOf = async (path) => path === void 0 || await kindOfPath(path) === "missing" ? void 0 : readText(path);
var isSame = (a, b) => said(a) === said(b);
var said = ({ folder: _, file: __, lineOf: ___, releaseLines: ____, ...config }) => JSON.stringify(config);

// src/compare/base.ts
async function assessBase(ref, options, own, assess2) {
  try {
    return await withTemporaryFolder(async (folder) => {
      const top = join4(folder, "tree");
      const { commit, prefix } = await checkOut(ref, { top, elsewhere: join4(folder, "fetched") }, options);
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
    const inside = join4(prefix, relative3(options.root, resolve3(options.folder, path)));
    return inside.startsWith("..") ? resolve3(options.folder, path) : join4(top, inside);
  };
  const isThere = async (path) => await kindOfPath(path) !== "missing";
  const paths = await Promise.all(options.paths.map(moved).map(async (path) => await isThere(path) ? [path] : []));
  const config = options.config === void 0 ? void 0 : moved(options.config);
  const { values } = options.release ?? {};
  const there = {
    ...options,
    root: join4(top, prefix),
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
import { join as join6, relative as relative4, resolve as resolve4 } from "node:path";

// src/io/copy-tree.ts
import { constants } from "node:fs";
import { copyFile, mkdir as mkdir2, readlink, stat, symlink as symlink2 } from "node:fs/promises";
import { join as join5 } from "node:path";
async function copyTree(from, to, limits) {
  let files = 0;
  let bytes = 0;
  const folders = [["", to]];
  for (let next = folders.pop(); next; next = folders.pop()) {
    const [inside, target] = next;
    for (const entry of await listFolder(join5(from, inside))) {
      if (limits.without.has(entry.name)) continue;
      const source = join5(from, inside, entry.name);
      const copy = join5(target, entry.name);
      if (++files > limits.files) return false;
      if (entry.isDirectory()) {
        await mkdir2(copy);
        folders.push([join5(inside, entry.name), copy]);
      } else if (entry.isSymbolicLink()) await symlink2(await readlink(source), copy);
      else if (entry.isFile()) {
        bytes += (await stat(source)).size;
        if (bytes > limits.bytes) return false;
        await copyFile(source, copy, constants.COPYFILE_FICLONE);
      }
    }
  }
  return true;
}

// src/io/stopwatch.ts
function stopwatch() {
  const laps = {};
  let last = performance.now();
  return {
    laps,
    lap(name) {
      const now = performance.now();
      laps[name] = Math.round(now - last);
      last = now;
    }
  };
}

// src/harden/edit.ts
var import_yaml3 = __toESM(require_dist(), 1);
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";

// src/harden/splice.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/harden/scalar-text.ts
var import_yaml = __toESM(require_dist(), 1);
var PLAIN = /^[A-Za-z_][\w./-]*$/;
var WORDS = /^(?:y|yes|n|no|true|false|on|off|null)$/i;
function scalarText(value, style) {
  if (typeof value !== "string") return String(value);
  if (style === import_yaml.Scalar.QUOTE_SINGLE && /^[ -~]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return style !== import_yaml.Scalar.QUOTE_DOUBLE && isPlain(value) ? value : JSON.stringify(value);
}
var keyText = (key) => isPlain(key) ? key : JSON.stringify(key);
var isPlain = (text) => PLAIN.test(text) && !WORDS.test(text);

// src/harden/splice.ts
var Refusal = class extends Error {
};
function spliceFor(text, root, { path, value }) {
  const reached = reach(text, root, path);
  if (value === void 0) return removal(text, reached);
  return reached.missing.length > 0 ? insertion(text, reached, value) : replacement(text, reached, value);
}
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
function replacement(text, { entry, value: node }, value) {
  if (!(0, import_yaml2.isScalar)(node)) throw new Refusal("the value is no scalar");
  if (isPlaceholder(node.value)) throw new Refusal("the value is filled in later");
  const source = sourceOf(text, node);
  if (source.includes("\n") || node.type === import_yaml2.Scalar.BLOCK_LITERAL || node.type === import_yaml2.Scalar.BLOCK_FOLDED)
    throw new Refusal("the value has several lines");
  const written = scalarText(value, node.type);
  if (source !== "") return { start: startOf(node), end: endOf(node), text: written };
  const behind = entry && behindColon(text, entry);
  if (behind === void 0) throw new Refusal("the value is empty");
  return { start: behind, end: behind, text: ` ${written}` };
}
function insertion(text, reached, value) {
  const { holder, above, missing } = reached;
  if ((0, import_yaml2.isMap)(holder) && holder.flow) return flowInsertion(text, holder, missing, value);
  if ((0, import_yaml2.isMap)(holder)) {
    const first = holder.items[0];
    const last = holder.items.at(-1);
    if (!first || !last || !(0, import_yaml2.isScalar)(first.key)) throw new Refusal("the mapping cannot be added to");
    const column = columnOf(text, startOf(first.key));
    return behindLine(text, endOfPair(text, last), block(column, stepIn(text, holder, column), missing, value));
  }
  if ((0, import_yaml2.isScalar)(holder) && sourceOf(text, holder) !== "")
    return { start: startOf(holder), end: endOf(holder), text: flow(missing, value) };
  if (above) {
    const behind = behindColon(text, above);
    if (behind === void 0 || !(0, import_yaml2.isScalar)(above.key)) throw new Refusal("the key has no line of its own");
    return behindLine(text, behind, block(columnOf(text, startOf(above.key)) + STEP.length, STEP, missing, value));
  }
  return behindLine(text, text.trimEnd().length, block(0, STEP, missing, value));
}
var STEP = "  ";
function block(column, step2, keys, value) {
  return keys.map((key, i) => {
    const indent = " ".repeat(column) + step2.repeat(i);
    return `${indent}${keyText(key)}:${i === keys.length - 1 ? ` ${scalarText(value)}` : ""}`;
  });
}
function stepIn(text, map, column) {
  for (const { value } of map.items) {
    const first = (0, import_yaml2.isMap)(value) && !value.flow ? value.items[0]?.key : void 0;
    const indent = (0, import_yaml2.isScalar)(first) ? columnOf(text, startOf(first)) - column : 0;
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
var flow = (keys, value) => keys.reduceRight((inner, key) => `{ ${keyText(key)}: ${inner} }`, scalarText(value));
function behindLine(text, offset, lines) {
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  const rest2 = text.slice(offset, end);
  if (/[^\s]/.test(rest2) && !/^\s*#/.test(rest2)) throw new Refusal("something else stands on the line");
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  if (text.trim() === "") throw new Refusal("the file is empty");
  const start = text[end - 1] === "\r" ? end - 1 : end;
  return { start, end: start, text: lines.map((line) => lineEnd + line).join("") };
}
function removal(text, { holder, entry }) {
  if (!(0, import_yaml2.isMap)(holder) || !entry || !(0, import_yaml2.isScalar)(entry.key)) throw new Refusal("there is no such key");
  if (holder.items.length === 1) throw new Refusal("it is the only key of its mapping");
  const start = startOf(entry.key);
  const end = endOfPair(text, entry);
  if (holder.flow) return flowRemoval(text, holder, entry);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  if (text.slice(lineStart, start).trim() !== "") throw new Refusal("the key has no line of its own");
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
  if (!after || !(0, import_yaml2.isScalar)(entry.key) || !(0, import_yaml2.isScalar)(after.key)) throw new Refusal("the key cannot be cut out");
  return { start: startOf(entry.key), end: startOf(after.key), text: "" };
}
function endOfPair(text, { key, value }) {
  const end = endOfContent(text, value);
  if (end !== void 0) return end;
  const behind = (0, import_yaml2.isScalar)(key) ? behindColon(text, { key, value }) ?? endOf(key) : void 0;
  if (behind === void 0) throw new Refusal("a key is no scalar");
  return behind;
}
function endOfContent(text, node) {
  let at = node;
  while ((0, import_yaml2.isCollection)(at) && !at.flow) {
    const last = at.items.at(-1);
    if ((0, import_yaml2.isMap)(at)) return endOfPair(text, last);
    at = last;
  }
  if (!((0, import_yaml2.isScalar)(at) || (0, import_yaml2.isAlias)(at) || (0, import_yaml2.isCollection)(at)) || !at.range || at.range[0] === at.range[1]) return void 0;
  return text.slice(0, at.range[1]).trimEnd().length;
}
function behindColon(text, { key }) {
  if (!(0, import_yaml2.isScalar)(key)) return void 0;
  let at = endOf(key);
  while (text[at] === " ") at++;
  return text[at] === ":" ? at + 1 : void 0;
}
var columnOf = (text, offset) => offset - (text.lastIndexOf("\n", offset - 1) + 1);
var sourceOf = (text, node) => text.slice(startOf(node), endOf(node));
var startOf = (node) => node.range?.[0] ?? Number.NaN;
var endOf = (node) => node.range?.[1] ?? Number.NaN;

// src/harden/edit.ts
var MOST_CHARACTERS = 4 * 1024 * 1024;
function editYaml(text, change2) {
  if (text.length > MOST_CHARACTERS) return { refusal: "the file is too large" };
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const before = text.slice(mark.length);
  const { body, located, failure } = parseText(before);
  if (failure) return { refusal: `the file cannot be read: ${failure.message}` };
  try {
    const after = spliced(before, spliceFor(before, located.document.contents, change2));
    const edit = changedLines(before, after);
    const refusal = edit ? faultOf(before, after, edit, withChange(body, change2)) : "the value is there already";
    if (!edit || refusal !== void 0) return { refusal: refusal ?? "" };
    return { text: mark + after, edit: edit.startLine === 1 ? { ...edit, replacement: mark + edit.replacement } : edit };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}
function editDocument(stream, document, start, change2) {
  if (!stream.startsWith(document, start)) return { refusal: "the document is not where it was" };
  const edited2 = editYaml(document, change2);
  if ("refusal" in edited2) return edited2;
  const skipped = stream.slice(0, start).split("\n").length - 1;
  const { startLine, endLine, replacement: replacement2 } = edited2.edit;
  return {
    text: spliced(stream, { start, end: start + document.length, text: edited2.text }),
    edit: { startLine: startLine + skipped, endLine: endLine + skipped, replacement: replacement2 }
  };
}
var spliced = (text, { start, end, text: part }) => text.slice(0, start) + part + text.slice(end);
function faultOf(before, after, { startLine, endLine }, wanted) {
  const touched = before.split("\n").slice(startLine - 1, endLine).join("\n");
  if (touched.includes("	")) return "there is a tab in the lines";
  if (touched.includes("{{")) return "there is a template in the lines";
  const { body, failure } = parseText(after);
  if (failure || !isDeepStrictEqual2(body, wanted)) return "the change would not be read as it is meant";
  return isDeepStrictEqual2(commentsOf(after), commentsOf(before)) ? void 0 : "a comment would be lost";
}
function commentsOf(text) {
  const tokens = [...new import_yaml3.Lexer().lex(text)];
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
  return { startLine: start + 1, endLine: old.length - same, replacement: lines.join("\n") };
}

// src/harden/file-edit.ts
function editFor({ location, object, path }, offer, text) {
  if (location?.via === "values") {
    const key = pathOfKey(location.key ?? "");
    if (offer.kind === "value" && !endsWith(key, offer.key)) return { refusal: "another key decides it" };
    if (offer.kind === "field" && (!isSame2(offer.path, path) || offer.value === void 0 || location.isMissing))
      return { refusal: "the value decides more than the field" };
    const edited2 = editYaml(text, { path: inFile(text, key, offer), value: offer.value });
    return withoutSecrets(edited2, new SourceText(text), 1);
  }
  if (location?.via !== "manifest" || offer.kind !== "field" || !object) return { refusal: "it is made by a template" };
  const wanted = [object.apiVersion, object.kind, object.name, object.namespace, location.startLine];
  const { manifests } = parseManifests(text, { file: location.file, release: void 0 });
  const manifest = manifests.find(
    (found) => isSame2([found.apiVersion, found.kind, found.name, found.namespace, found.lineOf(path)], wanted)
  );
  if (!manifest) return { refusal: "the object is not there" };
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const start = offsetOfLine(text, manifest.startLine) + (manifest.startLine === 1 ? mark : 0);
  const change2 = { path: [...manifest.base, ...offer.path], value: offer.value };
  return withoutSecrets(editDocument(text, manifest.source.text, start, change2), manifest.source, manifest.startLine);
}
function withoutSecrets(edited2, source, first) {
  if ("refusal" in edited2) return edited2;
  const { startLine, endLine } = edited2.edit;
  const touched = (lines) => lines.slice(startLine - first, endLine - first + 1);
  const isShown = isSame2(touched(source.text.split("\n")), touched(maskedLines({ source })));
  return isShown ? edited2 : { refusal: "the lines hold what may be a secret" };
}
function inFile(text, key, offer) {
  const { body } = parseText(text.replace(/^\uFEFF/, ""));
  const names = key.length - (offer.kind === "value" ? offer.key.length : 1);
  const depth = Array.from({ length: names + 1 }, (_, i) => i).find((i) => valueAt(body, key.slice(i)) !== void 0);
  return key.slice(depth ?? 0);
}
var offsetOfLine = (text, line) => line === 1 ? 0 : text.split("\n", line - 1).join("\n").length + 1;
var pathOfKey = (key) => [...key.matchAll(/\[(\d+)\]|((?:\\.|[^.[\\])+)/g)].map(
  ([, index, name = ""]) => index === void 0 ? name.replaceAll("\\.", ".") : Number(index)
);
var endsWith = (path, end) => path.length >= end.length && isSame2(path.slice(-end.length), end);
var isSame2 = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// src/harden/prove.ts
var COPY = { files: 5e4, bytes: 512 * 1024 * 1024, without: SKIPPED };
var MOST_TRIES = 20;
var MOST_MS = 12e4;
async function proveFixes(findings, before, options, assess2) {
  const attempts = await attemptsFor(findings, options.root);
  if (attempts.length === 0) return { findings, notes: [] };
  try {
    return await withTemporaryFolder(async (folder) => {
      const root = join6(folder, "tree");
      await makeFolders([root]);
      if (!await copyTree(options.root, root, COPY)) return { findings, notes: [TOO_MUCH] };
      const there = optionsAt2(root, options);
      const attempt = (some) => withEdits(root, some, () => holds(some, before, there, assess2));
      const { proven, untried } = await provenOf(attempts, attempt);
      return { findings: findings.map((finding) => withFix(finding, proven)), notes: untried > 0 ? [rest(untried)] : [] };
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { findings, notes: [`no fix was tried: the repository cannot be copied: ${describeSystemError(error)}`] };
  }
}
var TOO_MUCH = "no fix was tried: the repository is too large to copy";
var rest = (untried) => `${untried} fix${untried === 1 ? " was" : "es were"} not tried: the others took all the time there is for that`;
async function attemptsFor(findings, root) {
  const attempts = [];
  for (const finding of findings) {
    const { offer, location, isNew } = finding;
    if (!offer || !location || isNew === false) continue;
    const text = await textIn(root, location.file);
    const edited2 = text === void 0 ? void 0 : editFor(finding, offer, text);
    if (edited2 && "edit" in edited2) attempts.push({ finding, offer, file: location.file, edit: edited2.edit });
  }
  return attempts.sort((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : b.edit.startLine - a.edit.startLine);
}
async function textIn(root, file) {
  const path = resolve4(root, file);
  if (await targetWithin(root, path) !== path) return void 0;
  try {
    return await readText(path);
  } catch (error) {
    if (error instanceof UserError) return void 0;
    throw error;
  }
}
async function withEdits(root, attempts, work) {
  const old = /* @__PURE__ */ new Map();
  try {
    for (const [file, some] of Map.groupBy(attempts, (attempt) => attempt.file)) {
      const path = join6(root, file);
      const text = await readText(path);
      old.set(path, text);
      await writeWhole(
        path,
        some.reduce((now, { finding, offer }) => edited(finding, offer, now), text)
      );
    }
    return await work();
  } finally {
    for (const [path, text] of old) await writeWhole(path, text);
  }
}
function edited(finding, offer, text) {
  const result = editFor(finding, offer, text);
  return "refusal" in result ? text : result.text;
}
async function holds(attempts, before, there, assess2) {
  const after = await assess2(there).catch((error) => {
    if (error instanceof UserError) return void 0;
    throw error;
  });
  if (!after) return false;
  const now = [...after.findings, ...after.suppressed.map(({ finding }) => finding)];
  const left = new Set(now.map(({ fingerprint: fingerprint2 }) => fingerprint2));
  const failing = new Set(before.failures.map(whatFails));
  return attempts.every(({ finding }) => !left.has(finding.fingerprint)) && markNew(now, before.findings).every(({ isNew }) => !isNew) && after.failures.every((failure) => failing.has(whatFails(failure))) && JSON.stringify(after.inventory.installs) === JSON.stringify(before.installs);
}
async function provenOf(attempts, attempt) {
  const clock = stopwatch();
  const proven = /* @__PURE__ */ new Map();
  const isJoint = await attempt(attempts);
  clock.lap("together");
  if (isJoint) for (const one of attempts) proven.set(one.finding.fingerprint, one);
  if (isJoint || attempts.length === 1) return { proven, untried: 0 };
  let tries = 1;
  for (const one of attempts) {
    const spent = Object.values(clock.laps).reduce((sum, ms) => sum + ms, 0);
    if (tries >= MOST_TRIES || spent > MOST_MS) break;
    if (await attempt([one])) proven.set(one.finding.fingerprint, one);
    clock.lap(`try ${tries++}`);
  }
  return { proven, untried: attempts.length + 1 - tries };
}
function withFix(finding, proven) {
  const found = proven.get(finding.fingerprint);
  if (!found) return finding;
  const { file, edit, offer } = found;
  const safety = offer.safety === "safe" ? { safety: offer.safety } : { safety: offer.safety, question: offer.question };
  return { ...finding, fix: { fingerprint: finding.fingerprint, file, ...edit, ...safety } };
}
function optionsAt2(root, options) {
  const moved = (path) => {
    const from = resolve4(options.folder, path);
    const inside = relative4(options.root, from);
    return inside.startsWith("..") ? from : join6(root, inside);
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
var isSystemError = (error) => error instanceof Error && typeof error.code === "string" && !(error instanceof UserError);

// src/locate/find-places.ts
var AT_ONCE = 8;
async function placesFor(manifests, rendered, capabilities, root) {
  const wanted = rendered.filter((part) => part.manifests.some((manifest) => manifests.has(manifest)));
  if (!capabilities || wanted.length === 0) return OWN_PLACES;
  const [{ ChartReader }, { readTracedChart }, { TracedPlaces }] = await Promise.all([
    import("./chart-files-IQNA633I.js"),
    import("./traced-KQ3STV5M.js"),
    import("./traced-places-MYHMAS6V.js")
  ]);
  const reader = new ChartReader();
  const traceable = await mapConcurrently(wanted, AT_ONCE, async (part) => {
    const chart = await readTracedChart(part.release, capabilities, reader, part.files);
    return chart ? [{ part, chart, valuesFiles: await namesOf(part.release.values, root) }] : [];
  });
  return new TracedPlaces(traceable.flat());
}
var namesOf = (paths, root) => Promise.all(paths.map(async (path) => await leadsOut(path, root) ? void 0 : relativeTo(root, path)));

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
var frameOf = (text, path) => frameAt(text, text.lineOf(path));
function frameAt(text, marked) {
  const lines = maskedLines(text);
  const first = Math.max(text.startLine, marked - CONTEXT);
  const last = Math.min(text.startLine + lines.length - 1, marked + CONTEXT);
  const frame = [];
  for (let line = first; line <= last; line++)
    frame.push({ line, text: (lines[line - text.startLine] ?? "").replace(/\r$/, ""), marked: line === marked });
  return frame.filter(({ marked: marked2, text: text2 }) => marked2 || text2.trim() !== "");
}

// src/locate/locate.ts
var subjectsOf = (worlds) => new Set(
  worlds.flatMap(
    ({ results }) => results.flatMap(({ manifest, install, problem }) => [
      ...[manifest ?? workloadOf(install) ?? []].flat(),
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
    const finding = locate(worst2.result, fingerprint2, uniquePlaces([worst2, ...group], places), places);
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
    offer: rule.fix?.(problem),
    frame: frameFor(result, best)
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
  const found = occurrences.flatMap(({ result: { manifest, install, path, problem }, world }) => {
    const subject = manifest ?? workloadOf(install);
    const missing = problem.missing && subject && places.ofMissing(subject, problem.missing);
    if (missing) return missing;
    if (manifest) return problem.missing ? ungatedPlace(manifest, path, places) : places.of(manifest, path);
    const { values } = problem;
    if (values) return { location: { file: values.file, startLine: values.lineOf(path), via: "values" } };
    return (install && placeOfInstall(install, world.declarations, places)) ?? [];
  });
  return [...new Map(found.map((place) => [`${place.location.file}:${place.location.startLine ?? ""}`, place])).values()];
}
function placeOfInstall(install, declarations, places) {
  const location = install.release === void 0 ? void 0 : declarations.get(install.release);
  if (location) return { location };
  const workload = workloadOf(install);
  return workload && places.of(workload, []);
}
var workloadOf = (install) => (install?.controller ?? install?.components[0])?.pod.manifest;

// src/locate/order.ts
function byImportance(a, b) {
  const severity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
  return severity || compare(sortKey(a), sortKey(b));
}
var sortKey = ({ rule, object, location, path, fingerprint: fingerprint2 }) => [
  rule,
  object ? nameOf(object) : "",
  location?.file,
  String(location?.startLine ?? 0).padStart(7, "0"),
  path.join("."),
  fingerprint2
].join("\0");
var compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;

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
  const located = worlds.map(inventoryOfOne);
  return {
    crossNamespace: unique(located.flatMap(({ crossNamespace }) => crossNamespace)),
    stores: unique(located.flatMap(({ stores }) => stores)),
    subjects: unique(located.flatMap(({ subjects }) => subjects)),
    deployers: unique(located.flatMap(({ deployers }) => deployers))
  };
}
function unique(items, contentOf3 = (item) => item) {
  const first = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = JSON.stringify(contentOf3(item));
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

// src/model/worlds.ts
var worldsOf2 = (rendered, plain, circumstances) => circumstances.clusters.flatMap((cluster) => worldsIn(cluster, rendered, plain, circumstances));
function worldsIn(cluster, rendered, plain, { claims, config, isComplete, kubeVersion: named2 }) {
  const here = rendered.filter(({ release }) => release.clusters.includes(cluster));
  const files = plain.filter(({ file }) => claims.get(file)?.includes(cluster) ?? true);
  const kubeVersion = named2 ?? config.clusters?.[cluster]?.kubeVersion;
  const complete = isComplete && config.clusters?.[cluster]?.complete === true;
  const charts = [...Map.groupBy(here, ({ release }) => release.chart.path).values()];
  const firstOf = twinsIn(charts);
  const known2 = /* @__PURE__ */ new Set();
  return variantsOf(charts).flatMap((variant, i) => {
    const chosen = new Set(charts.flatMap((parts) => inVariant(parts, variant)).map(firstOf));
    const releases = here.filter((part) => chosen.has(part));
    const key = releases.map((part) => here.indexOf(part)).join();
    if (known2.has(key)) return [];
    known2.add(key);
    const manifests = [...releases, ...files].flatMap((part) => part.manifests);
    const values = new Map(releases.flatMap((part) => part.values ? [[part.release.name, part.values]] : []));
    const kubeVersions = new Map(
      releases.flatMap(
        ({ release }) => release.kubeVersion === void 0 ? [] : [[release.name, release.kubeVersion]]
      )
    );
    const options = { cluster, variant, config, complete, values, kubeVersion, kubeVersions };
    return { world: new World(manifests, options), releases, isMain: i === 0 };
  });
}
function twinsIn(charts) {
  const first = /* @__PURE__ */ new Map();
  for (const parts of charts.filter(({ length }) => length > 1))
    for (const same of Map.groupBy(parts, contentOf).values()) for (const part of same) first.set(part, same[0] ?? part);
  return (part) => first.get(part) ?? part;
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
  const unique4 = [...new Set(names)];
  if (unique4.length === 0) return [DEFAULT];
  return unique4.includes(DEFAULT) ? [DEFAULT, ...unique4.filter((name) => name !== DEFAULT)] : unique4;
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
  const schemas = (homes.length > 0 ? homes : others).flatMap(({ world }) => world.schemas.judging(manifests));
  return schemas.length > 0 ? [...new Set(schemas)].sort().join("; ") : null;
}

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
    const holds2 = [subject, ...implicitGroups(subject)].flatMap((holder) => answer.get(nameOfSubject(holder)) ?? []);
    return holds2.length > 1 ? holds2.reduce(together) : holds2[0] ?? NOTHING;
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
          says: namesOf2(group.map(({ name }) => name)),
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
  const holding = { right, grant, namespace };
  if (right.rule.resourceNames.length > 0) hold.named.push(holding);
  else if (namespace === void 0) hold.everywhere ??= holding;
  else if (namespace !== "" && !hold.namespaces.has(namespace)) hold.namespaces.set(namespace, holding);
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
var namesOf2 = (names) => names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");
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
  if (account) return named(account, "ServiceAccount");
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
    const isCluster = store.kind.startsWith("Cluster");
    const admitted = isCluster ? context.stores.admitted(store, inPlace) : [store.namespace ?? ""];
    const within = admitted.flatMap((name) => inPlace.get(name) ?? []);
    return [
      ...wide.flatMap((holder) => everywhere(holder, store)),
      ...isCluster && context.stores.isOpen(store) ? somewhere2.flatMap((holder) => everywhere(holder, store)) : [],
      ...[...Map.groupBy(within, ({ holder }) => holder)].flatMap(
        ([holder, found]) => inSome(holder, store, found.map(({ name }) => name).sort())
      )
    ];
  });
}
function everywhere(holder, store) {
  const { everywhere: holding } = holder.hold;
  const where = holder.isSomewhere ? "in namespaces where they have it" : `in ${usersInWords(store)}`;
  return holding ? [{ holder, store, holding, namespaces: void 0, where }] : [];
}
function inSome(holder, store, namespaces) {
  const holding = holder.hold.namespaces.get(namespaces[0] ?? "");
  return holding ? [{ holder, store, holding, namespaces, where: inNamespaces(namespaces) }] : [];
}

// src/paths/questions/fetch.ts
function fetches(context) {
  const { holdings, stores } = context;
  const holders = holdings.holders(FETCH, [EVERYTHING]).filter(({ beside: [all] }) => !all?.everywhere);
  const sources = [...stores.stores, ...stores.generators.filter((generator) => connectedOf(generator) !== void 0)];
  return byStore(holders, sources, context).map((use) => fetchThrough(use, context));
}
function fetchThrough({ holder, store, holding, where }, { world, stores }) {
  const identity = identityOf(store, world);
  const destination = destinationOf(store, world);
  const isCluster = store.kind.startsWith("Cluster");
  const foreign = foreignNamespaceOf(store);
  const what = foreign ? `the Secrets of namespace ${foreign}` : `what ${identity.says} may read at ${destination.says}`;
  return {
    key: holder.says,
    title: `${holder.says} can fetch ${what} through ${nameOf(store)} ${where}`,
    threat: isCluster ? "TM6" : "TM3",
    severity: severityOf(store, identity, foreign, holder.isCrowd, stores.isOpen(store)),
    steps: () => [
      ...rightSteps(holding, FETCH, "write ExternalSecrets", world),
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
  }).sort((a, b) => b.might.rank - a.might.rank || compare2(nameOfSubject(a.subject), nameOfSubject(b.subject)));
}
var compare2 = (a, b) => a < b ? -1 : Number(a > b);
function mightSteps(subject, might, holdings, world) {
  const holding = holdings.of(subject, might.access).everywhere;
  return holding ? rightSteps(holding, might.access, might.can, world) : [];
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
      const holding = way.isNamed ? heldOn(holder.hold, account.name, namespace) : heldIn(holder.hold, namespace);
      const subjects = holder.subjects.map(nameOfSubject);
      const isIt = subjects.includes(nameOfSubject(account)) || subjects.every((name) => seen.has(name));
      if (!holding || holder.isSomewhere || isIt || reads?.everywhere || also && !heldIn(also, namespace)) return [];
      for (const name of subjects) seen.add(name);
      return [becoming(identity, might, way, holder, holding, context)];
    })
  );
}
function becoming(identity, might, { access, can }, holder, holding, context) {
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
      ...rightSteps(holding, access, deed, world),
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
  const holding = heldOn(holdings.of(account, TOKENS), subject.name, subject.namespace);
  const steps = holding ? rightSteps(holding, TOKENS, `make a token for ${nameOfSubject(subject)}`, world) : [];
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
  const holding = everywhere2 && making?.everywhere ? everywhere2 : namespaces.get(places[0] ?? "");
  const store = making?.everywhere ?? making?.namespaces.get(places[0] ?? "");
  if (!holding || !store) return [];
  const isGain = !holder.isSomewhere && (everywhere2 ? !reading?.everywhere : places.some((name) => !covers(reading, name)));
  return [
    {
      key: holder.says,
      title: `${holder.says} can push ${takes2(holder)} to a server of their choice`,
      threat: "TM5",
      severity: !isGain ? "medium" : everywhere2 ? "critical" : "high",
      steps: () => [
        ...rightSteps(holding, PUSH, "write PushSecrets", world),
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
function throughStore({ holder, store, holding, namespaces, where }, { world }) {
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
      ...rightSteps(holding, PUSH, "write PushSecrets", world),
      step(`${nameOf(store)} serves them ${where}`, store, doorOf(store)),
      step(`it writes with ${identity.says}, as far as that may write`, store, identity.path),
      step(`the Secrets leave to ${destination.says}`, store, destination.path)
    ]
  };
}
var pushed = ({ world, stores }) => PUSHING_KINDS.flatMap((kind) => world.of(kind)).flatMap((request) => {
  const spec = specPathOf(request) ?? [];
  const what = contentOf2(request);
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
function contentOf2(request) {
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
  const holding = heldOn(holder.hold, store.name, store.namespace);
  return holding ? [change(holder, holding, store, context)] : [];
});
function change(holder, holding, store, { world, stores }) {
  const isCluster = store.kind === "ClusterSecretStore";
  const identity = identityOf(store, world);
  const users = stores.usersOf(store);
  const isWorthIt = identity.of !== "unknown" && identity.of !== "user";
  const who = holder.isSomewhere ? `${holder.says} in namespace ${store.namespace ?? ""}` : holder.says;
  return {
    key: holder.says,
    title: `${who} can change ${nameOf(store)}, which ${users.length} request${users.length === 1 ? " uses" : "s use"}`,
    threat: "TM4",
    severity: isCluster && isWorthIt ? "critical" : isCluster || isWorthIt && !holder.isSomewhere ? "high" : "medium",
    steps: () => [
      ...rightSteps(holding, isCluster ? CHANGE_CLUSTER_STORE : CHANGE_STORE, `change ${nameOf(store)}`, world),
      step(`it signs in with ${identity.says}`, store, identity.path),
      step(
        `where it signs in, now ${destinationOf(store, world).says}, is for them to say${isWorthIt ? `, and ${identity.says} goes there` : ""}`,
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
      const holding = watched(holder, maker, reach2.namespace);
      const isNeeded = also.every(
        (hold) => hold.everywhere !== void 0 || hold.namespaces.has(holding?.namespace ?? "")
      );
      const names = holder.subjects.length > 0 ? holder.subjects.map(nameOfSubject) : [holder.says];
      if (!holding || all?.everywhere || !isNeeded || names.every((name) => seen.has(name))) return [];
      for (const name of names) seen.add(name);
      return [sent(controller, maker, holder, holding, context)];
    })
  );
}
function watched({ hold, isSomewhere }, { isClusterWide }, namespace) {
  if (isClusterWide) return isSomewhere ? void 0 : hold.everywhere;
  if (namespace !== void 0) return heldIn(hold, namespace);
  return hold.everywhere ?? [...hold.namespaces.values()][0];
}
function sent({ account, mights, component }, { access, can, isClusterWide }, holder, holding, { world, holdings }) {
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
      ...rightSteps(holding, access, can, world),
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
      const holding = heldIn(holder.hold, namespace);
      if (!holding || tokens && heldIn(tokens, namespace)) return [];
      const target = nameOfSubject(subject);
      return {
        key: `${holder.says} ${target}`,
        title: `${holder.says} can make the operator send a token of ${target}, which can ${might.can}, to a server of their choice: they can create SecretStores ${inNamespaces([namespace])}`,
        threat: "TM4",
        severity: "critical",
        steps: () => [
          ...rightSteps(holding, NEW_STORE, "create SecretStores", world),
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
var byName = (a, b) => compare4(sortKey2(a), sortKey2(b));
var sortKey2 = ({ kind, namespace, name, file }) => [kind, namespace ?? "", name, file].join("\0");
var compare4 = (a, b) => a < b ? -1 : Number(a > b);
function crossReferences(manifest) {
  if (isGenerator(manifest))
    return manifest.kind === "ClusterGenerator" ? [...credentialsNamedBy(manifest), ...tokenAccountsNamedBy(manifest)].flatMap(
      ({ path, name, namespace }) => namespace === void 0 ? [] : { manifest, path, name, namespace }
    ) : [];
  const provider = providerOf(manifest);
  const foreign = provider && foreignNamespaceIn(provider);
  const whole = foreign ? [{ manifest, name: void 0, ...foreign }] : [];
  const named2 = namespacedReferences(manifest).map(({ path, name, namespace }) => ({ manifest, path, name, namespace }));
  return [...whole, ...named2].filter(({ namespace }) => namespace !== manifest.namespace);
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

// src/paths/verdicts.ts
var verdicts = (assessed, rows = COVERAGE) => rows.map((row) => ({ id: row.row, says: row.says, ...judge(row, assessed) }));
function joinVerdicts(worlds) {
  const rows = Map.groupBy(worlds.flat(), ({ id }) => id);
  return [...rows.values()].flatMap((verdicts2) => {
    const worst2 = ["exposed", "not-assessed", "mitigated"].map((status) => verdicts2.filter((verdict2) => verdict2.status === status)).find((group) => group.length > 0);
    const [first] = worst2 ?? [];
    return first ? { ...first, evidence: [...new Set(worst2?.flatMap(({ evidence }) => evidence))].sort() } : [];
  });
}
function judge(row, { world, rules, results, isComplete }) {
  const guilty = results.filter(({ rule, severity }) => severity !== "info" && rule.guide.includes(row.row));
  if (guilty.length > 0) return { status: "exposed", evidence: [...new Set(guilty.map(({ rule }) => rule.id))].sort() };
  const open = openRules(row, new Set(rules.map(({ id }) => id)));
  const speaking = rules.filter(({ guide }) => guide.includes(row.row));
  const unmet2 = speaking.filter((rule) => !isAssessable(rule, world));
  if (speaking.length === 0) return notAssessed("no rule speaks about it yet");
  if (open.length > 0)
    return notAssessed(
      `${speaking.length} of ${row.rules.length} rules about it exist, and none of them found anything`
    );
  if (unmet2.length > 0)
    return notAssessed(
      `what was checked does not hold what these rules look at: ${unmet2.map(({ id }) => id).join(", ")}`
    );
  if (!speaking.some((rule) => hadSomething(rule, world)))
    return notAssessed("what was checked holds no object that the rules about it look at");
  if (!isComplete) return notAssessed("some of the input could not be checked");
  return { status: "mitigated", evidence: speaking.map(({ id }) => id) };
}
var hadSomething = ({ kinds, check, checkInstall }, world) => check !== void 0 && kinds.some((kind) => world.of(kind).length > 0) || checkInstall !== void 0 && world.eso.installs.length > 0;
var notAssessed = (reason) => ({
  status: "not-assessed",
  evidence: [reason]
});

// src/render/part.ts
function failuresOf(rendered, others) {
  const all = rendered.flatMap(({ release: { variant }, failures }) => failures.map((failure) => ({ failure, variant })));
  const same = Map.groupBy(all, ({ failure }) => JSON.stringify(failure));
  const joined3 = [...same.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const variants = new Set([first, ...more].map(({ variant }) => variant));
    if (variants.has(DEFAULT)) return first.failure;
    return { ...first.failure, message: `${first.failure.message} (in the variant ${[...variants].join(", ")})` };
  });
  return [...joined3, ...others.flatMap(({ failures }) => failures)];
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
var wordsOf2 = (text) => COMMENT.exec(text.trim())?.[1]?.trim();
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
    const location = placeOf(manifest);
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
  covers: (finding, place) => finding.rule === rule && (place?.template ?? place?.file) === manifest.file && finding.object !== null && isSame3(finding.object, manifest)
});
var isSame3 = (a, b) => groupOf(a.apiVersion) === groupOf(b.apiVersion) && a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
var placeOf = (manifest) => manifest.template === void 0 ? { file: manifest.file, startLine: manifest.lineOf(["metadata", "annotations", ANNOTATION]) } : { file: manifest.file };

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
    const words = wordsOf2(content);
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
var import_yaml6 = __toESM(require_dist(), 1);
function yamlComments(text, mayHoldTemplates) {
  const comments = [];
  if (!text.includes(MARK)) return comments;
  const covered = coveredLines(text.split("\n"), (line) => /^\s*#/.test(line));
  for (const { kind, text: content, line } of tokensOf(text)) {
    const words = kind === "comment" ? wordsOf2(content) : void 0;
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
  for (const token of new import_yaml6.Lexer().lex(text)) {
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
  const [, list, rest2 = ""] = IGNORE.exec(words) ?? [];
  if (list === void 0)
    return { ...nothing2, faults: ["this comment is not understood: write '# eso-hardener: ignore[rule-id] reason'"] };
  const named2 = list.split(",").map((id) => id.trim()).filter(Boolean);
  const reason = rest2.trim();
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
    const places = placesOf(finding);
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
var placesOf = ({ places }) => places.length > 0 ? places : [null];
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
  const configured2 = configuredIgnores(evidence);
  const ignored = applyIgnores(
    evidence.findings,
    [...inline.ignores, ...configured2.ignores],
    (ignore) => isWhole2 && (ignore.kind !== "config" || coversConfig) && !inline.excuses.includes(ignore)
  );
  const baseline = evidence.writeBaseline ? baselineOf(evidence.writeBaseline, ignored.findings) : evidence.baseline ?? { file: "", entries: /* @__PURE__ */ new Map() };
  const { findings, suppressed } = applyBaseline(ignored.findings, baseline);
  return {
    findings,
    suppressed: [...ignored.suppressed, ...suppressed],
    failures: accepted.failures,
    warnings: unique3([...inline.warnings, ...configured2.warnings, ...ignored.warnings, ...accepted.warnings]),
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
  const meets = ({ covers: covers2 }) => fresh.some((finding) => placesOf(finding).some((place) => covers2(finding, place)));
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
  const rest2 = gone.length > MOST_NAMED ? `, and ${gone.length - MOST_NAMED} more` : "";
  const subject = gone.length === 1 ? "1 entry" : `${gone.length} entries`;
  return [
    `${subject} of the baseline ${baseline.file} no longer occur: ${named2.join(", ")}${rest2}; write it again to prune`
  ];
}
var unique3 = (warnings) => [...new Map(warnings.map((warning) => [sortKey3(warning), warning])).values()].sort(byPlace);
var byPlace = (a, b) => sortKey3(a) < sortKey3(b) ? -1 : sortKey3(a) > sortKey3(b) ? 1 : 0;
var sortKey3 = ({ location, message }) => `${location?.file ?? ""}\0${String(location?.startLine ?? 0).padStart(7, "0")}\0${message}`;

// src/run.ts
async function assess(options) {
  const clock = stopwatch();
  const own = options.loadedConfig ?? await loadConfig(options.folder, options.config, options.paths);
  const isRepeated = options.base !== void 0 || options.proveFixes === true;
  const sharing = { ...options, renders: isRepeated ? /* @__PURE__ */ new Map() : options.renders };
  const base = options.base === void 0 ? void 0 : await assessBase(options.base, sharing, own, assess);
  const config = base?.guard?.config ?? own;
  const baseline = await baselineFor(options, base);
  if (base) clock.lap("base");
  const discovery = await discover(options.root, options.folder, options.paths, config, options.release);
  clock.lap("discover");
  const [{ parts: rendered, capabilities }, plain] = await Promise.all([
    renderReleases(discovery.releases, sharing),
    readPlain(discovery.manifests, options.root)
  ]);
  clock.lap("render");
  const manifests = [...rendered, ...plain].flatMap((part) => part.manifests);
  const failures = [...discovery.failures, ...failuresOf(rendered, plain)];
  const isComplete = failures.length === 0;
  const { kubeVersion } = options.release ?? {};
  const worlds = worldsOf2(rendered, plain, { ...discovery, config, isComplete, kubeVersion }).map((inhabited) => ({
    ...inhabited,
    results: runRules(RULES, inhabited.world)
  }));
  clock.lap("check");
  const claims = claimsOfManifests(rendered, plain, discovery.claims);
  const judgedWorlds = worlds.map(judgedWorld);
  const places = options.isUntraced ? OWN_PLACES : await placesFor(
    subjectsOf(judgedWorlds).union(new Set(manifests.filter(printsComment))),
    rendered,
    capabilities,
    options.root
  );
  const located = locateWorlds(judgedWorlds, claims, places).sort(byImportance);
  const judged = joinVerdicts(
    worlds.map(({ world, results }) => verdicts({ world, rules: RULES, results, isComplete }))
  );
  clock.lap("locate");
  const mains = worlds.filter(({ isMain }) => isMain).map(({ world }) => world);
  const attack = locatePaths(mains.map((world) => attackPaths(world)));
  const inventory = locateInventory(mains.map(inventoryOf));
  clock.lap("paths");
  const decision = decide({
    ...{ manifests, config, baseline },
    sources: sourcesOf(plain, rendered, places),
    unread: rendered.flatMap((part) => part.manifests.filter((manifest) => !places.isRead(manifest))),
    findings: markNew(located, base?.findings ?? null),
    failures: [...failures, ...base?.failures ?? []],
    root: options.root,
    paths: options.paths.map((path) => resolve5(options.folder, path)),
    rules: RULES.map(({ id }) => id),
    today: options.today,
    isGuarded: options.isGuarded ?? false,
    failing: base?.guard && (base.failing ?? /* @__PURE__ */ new Set()),
    noInlineIgnores: options.noInlineIgnores ?? false,
    writeBaseline: options.writeBaseline
  });
  const proven = options.proveFixes ? await proveFixes(
    decision.findings,
    { findings: located, failures, installs: installSummaries(mains) },
    { ...sharing, loadedConfig: config },
    assess
  ) : { findings: decision.findings, notes: [] };
  if (options.proveFixes) clock.lap("fixes");
  return {
    ...verdict({ ...decision, findings: proven.findings }, options, config, isGuardChanged(options, base, decision)),
    base: base ? { ref: base.ref, commit: base.commit } : null,
    // What was not looked at may still be there.
    fixed: isComplete ? fixedSince(base?.findings ?? [], located) : [],
    suppressed: decision.suppressed,
    failures: decision.failures,
    warnings: decision.warnings,
    releases: rendered.map((part) => ({ ...part.summary, schema: schemaOf(part, worlds) })),
    worlds: worlds.map(worldSummary),
    plainManifests: plain.reduce((sum, part) => sum + part.manifests.length, 0),
    attack,
    inventory: { installs: installSummaries(mains), ...inventory },
    threats: judged.filter(({ id }) => id.startsWith("TM")),
    coverage: judged,
    notes: [
      ...discovery.notes,
      ...silentNotes(rendered),
      ...manifests.length === 0 && isComplete ? [NOTHING2] : [],
      ...base?.notes ?? [],
      ...decision.notes,
      ...proven.notes,
      ...[untracedNote(places) ?? [], ageNote(TOOL.rulesDate, options.today) ?? []].flat()
    ],
    timings: clock.laps
  };
}
async function baselineFor({ folder, baseline: file }, base) {
  if (file === void 0) return void 0;
  if (!base?.guard) return loadBaseline(folder, file);
  return base.guard.baseline === void 0 ? void 0 : parseBaseline(file, base.guard.baseline);
}
var sourcesOf = (plain, rendered, places) => [
  ...plain.map(({ file, text }) => ({ file, text, syntax: "manifest" })),
  ...rendered.flatMap(({ values }) => values?.files ?? []).map(({ file, source }) => ({ file, text: source.text, syntax: "values" })),
  ...places.filesWith(MARK)
];
var judgedWorld = ({ world, releases, results }) => ({
  cluster: world.cluster,
  variant: world.variant,
  results: withoutSuperseded(results),
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
  findRepository,
  isGuardNote,
  assess
};
