import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  findRepository,
  isCommit
} from "./chunk-MHGYMCE7.js";
import {
  nameFor,
  seal,
  unseal
} from "./chunk-DAUYLU22.js";
import {
  findHelm,
  programDigest
} from "./chunk-CDVY7C5S.js";
import {
  Journal,
  describeSystemError,
  digestOf,
  isUnchanged,
  journaled,
  leadsOut,
  listTree,
  makeFolders,
  writeWhole
} from "./chunk-AULO6AMP.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/io/kept-entries.ts
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, readdir, rm, stat, utimes } from "node:fs/promises";
import { join, resolve } from "node:path";
var LIMITS = { bytes: 512 * 1024 * 1024, days: 30 };
var MAX_ENTRY_BYTES = 80 * 1024 * 1024;
var DAY_MS = 24 * 60 * 60 * 1e3;
var MAGIC = "eso-hardener 1 ";
var HEADER_BYTES = MAGIC.length + 64 + 1;
var KEY = /^[0-9a-f]{64}$/;
var KeptEntries = class {
  #folder;
  #limits;
  #isChanged = false;
  /** @param folder absolute; it exists. */
  constructor(folder, limits = LIMITS) {
    this.#folder = folder;
    this.#limits = limits;
  }
  /** The content of an entry; undefined when there is none that can be believed. */
  async read(key) {
    const path = this.#path(key);
    const bytes = await bytesOf(path);
    if (!bytes || bytes.length < HEADER_BYTES) return void 0;
    const content = bytes.subarray(HEADER_BYTES);
    if (!bytes.subarray(0, HEADER_BYTES).equals(headerOf(key, content))) return void 0;
    await this.#touch(path);
    return content;
  }
  /** Keeps an entry. One that cannot be written costs time only. @returns whether it is kept. */
  async write(key, content) {
    if (content.length > MAX_ENTRY_BYTES - HEADER_BYTES) return false;
    this.#isChanged = true;
    return writeWhole(this.#path(key), Buffer.concat([headerOf(key, content), content])).then(
      () => true,
      () => false
    );
  }
  /** Where something was added, removes what was of no use for long, and then the oldest until the rest is small enough. */
  async prune(now = Date.now()) {
    if (!this.#isChanged) return;
    const names = await readdir(this.#folder).catch(() => []);
    const found = await Promise.all(
      names.filter((name) => KEY.test(name) || name.endsWith(".tmp")).map(async (name) => {
        const path = join(this.#folder, name);
        return { path, ...await stat(path).catch(() => ({ size: 0, mtimeMs: 0 })) };
      })
    );
    let bytes = 0;
    for (const { path, size, mtimeMs } of found.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
      bytes += size;
      const isDraft = path.endsWith(".tmp") && now - mtimeMs > DAY_MS;
      if (isDraft || bytes > this.#limits.bytes || now - mtimeMs > this.#limits.days * DAY_MS)
        await rm(path, { force: true }).catch(() => {
        });
    }
  }
  #path(key) {
    if (!KEY.test(key)) throw new Error(`'${key}' is no key`);
    return join(this.#folder, key);
  }
  /** Once a day is enough to know what is in use. */
  async #touch(path) {
    const now = Date.now();
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > DAY_MS) await utimes(path, new Date(now), new Date(now)).catch(() => {
    });
  }
};
async function openEntries(folder, from, trees) {
  const path = resolve(from, folder);
  try {
    await makeFolders([path]);
  } catch (error) {
    throw new UserError(`${folder}: cannot be made: ${describeSystemError(error)}`, "name a folder you can write to");
  }
  for (const tree of trees)
    if (path === tree || !await leadsOut(path, tree))
      throw new UserError(
        `${folder}: a cache inside of what is checked is not believed: a change could bring entries of its own`,
        "name a folder outside of the repository"
      );
  return new KeptEntries(path);
}
var headerOf = (key, content) => Buffer.from(`${MAGIC}${createHash("sha256").update(`${key}
`).update(content).digest("hex")}
`);
async function bytesOf(path) {
  let file;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const found = await file.stat();
    return found.isFile() && found.size <= MAX_ENTRY_BYTES ? await file.readFile() : void 0;
  } catch {
    return void 0;
  } finally {
    await file?.close();
  }
}

// src/kept-run.ts
import { performance } from "node:perf_hooks";

// src/io/own-program.ts
import { createHash as createHash2 } from "node:crypto";
import { basename, dirname, join as join2 } from "node:path";
async function ownDigest() {
  const here = import.meta.dirname;
  const top = ["io", "chunks"].includes(basename(here)) ? dirname(here) : here;
  const files = [...(await listTree(top)).files].filter((file) => /\.(?:[jt]s|json)$/.test(file)).sort();
  const digests = files.map((file) => `${file} ${digestOf(join2(top, file))}`);
  return createHash2("sha256").update(digests.join("\n")).digest("hex");
}

// src/kept-run.ts
async function assessKept(options, load, needsGraphs) {
  const { cache } = options;
  const subject = cache && !needsGraphs ? await subjectOf(options) : void 0;
  if (!cache || !subject) return (await load())(options);
  const start = performance.now();
  const known = await keptRun(cache, subject.source);
  if (known) return asKept(known, Math.round(performance.now() - start));
  const assess = await load();
  const journal = new Journal();
  const assessment = await journaled(journal, () => assess(options));
  if (isKeepable(assessment, journal, subject.commit)) {
    const kept = { sights: journal.sights, assessment };
    await cache.write(nameFor(subject.source), seal(subject.source, JSON.stringify(kept)));
  }
  await cache.prune();
  return assessment;
}
var isKeepable = ({ conclusion, failures, base }, journal, commit) => conclusion !== "incomplete" && failures.length === 0 && (base?.commit ?? null) === commit && journal.refusal === void 0 && isUnchanged(journal.sights);
var asKept = (assessment, milliseconds) => ({
  ...assessment,
  timings: { cache: milliseconds },
  fromCache: { releases: assessment.releases.length, isWhole: true }
});
async function keptRun(cache, source) {
  const sealed = await cache.read(nameFor(source));
  const text = sealed && unseal(source, sealed);
  if (text === void 0) return void 0;
  const { sights, assessment } = JSON.parse(text);
  return isUnchanged(sights) ? assessment : void 0;
}
async function subjectOf(options) {
  const { cache: _, renders, onProgress: __, archive, jobs: ___, timeoutMs: ____, loadedConfig, ...deciding } = options;
  if (renders || loadedConfig || options.release?.overlays) return void 0;
  const helm = await helmOf(options);
  const base = options.base === void 0 ? { commit: null } : await baseOf(options.base, options.root);
  if (helm === void 0 || base === void 0) return void 0;
  const machine = [process.version, process.platform, process.arch, process.env.PATH, archive !== void 0];
  return {
    commit: base.commit,
    source: JSON.stringify(["run 1", await ownDigest(), helm, base, machine, deciding], withFunctions)
  };
}
var withFunctions = (_, value) => typeof value === "function" ? "a function" : value;
async function helmOf({ helm, helmVersion }) {
  if (helmVersion !== void 0) return `version ${helmVersion}`;
  const path = await findHelm(helm);
  const digest = await programDigest(path);
  return digest && `${path} ${digest}`;
}
async function baseOf(ref, root) {
  const clone = await findRepository(root).catch(() => void 0);
  const commit = await clone?.commitOf(ref) ?? (isCommit(ref) ? ref : void 0);
  return commit === void 0 ? void 0 : { commit, prefix: clone?.prefix ?? null };
}

export {
  openEntries,
  assessKept
};
