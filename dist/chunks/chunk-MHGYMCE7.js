import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  networkEnvironment,
  runProcess
} from "./chunk-J5IKYRYD.js";
import {
  findOnPath,
  withTemporaryFolder
} from "./chunk-AULO6AMP.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/io/git.ts
import { resolve } from "node:path";

// src/io/git-fetch.ts
import { join } from "node:path";
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
  return commit ? { commit, objects: join(own, "objects") } : "what was fetched is no commit";
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
    maxOutputBytes: MAX_OUTPUT_BYTES,
    // What it is asked for is named by a commit.
    isAccounted: true
  });
  const found = await run(["rev-parse", "--show-prefix", "--git-path", "objects"]);
  if (found.exitCode !== 0) throw new UserError(wordsOf(found.stderr), "check out the repository with git");
  const [prefix = "", objects = ""] = found.stdout.split("\n");
  return {
    prefix,
    async commitOf(ref) {
      const named = await run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
      return named.exitCode === 0 ? named.stdout.trim() : void 0;
    },
    async textAt(commit, path) {
      const blob = await run(["cat-file", "blob", "--end-of-options", `${commit}:${prefix}${path}`]);
      return blob.exitCode === 0 && blob.limit === null ? blob.stdout : void 0;
    },
    async uncommitted(paths) {
      const flags = ["--porcelain=v1", "-z", "--untracked-files=all", "--ignored", "--no-renames"];
      const { exitCode, stderr, stdout } = await run([
        ...["-c", "core.fsmonitor=false", "--literal-pathspecs", "status"],
        ...[...flags, "--", ...paths]
      ]);
      if (exitCode !== 0) throw new UserError(wordsOf(stderr));
      const changed = stdout.split("\0").flatMap((entry) => entry === "" ? [] : entry.slice(3 + prefix.length));
      return paths.filter((path) => changed.some((name) => path === name || name.endsWith("/") && path.startsWith(name)));
    },
    fetch: (ref, own) => fetchCommit(run, ref, own),
    extract: (commit, into, fetched = resolve(folder, objects)) => withTemporaryFolder((own) => extract(run, { commit, into, own, objects: fetched }))
  };
}
var headCommit = (folder) => findRepository(folder).then(
  (repository) => repository.commitOf("HEAD"),
  () => void 0
);
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
  for (const [i, step] of steps.entries()) {
    const { exitCode, stderr, limit } = await run(step, i === 0 ? {} : env);
    if (exitCode !== 0 || limit !== null)
      throw new UserError(limit === null ? wordsOf(stderr) : "git was stopped: it took too long or said too much");
  }
}
var wordsOf = (stderr) => stderr.trim().split("\n")[0]?.replace(/^(?:fatal|error): /, "") || "git failed without a word";

export {
  isCommit,
  findRepository,
  headCommit
};
