import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/io/files.ts
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, isAbsolute, join as join2, relative, sep as sep2 } from "node:path";

// src/io/observed.ts
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as promises from "node:fs/promises";
import { join, sep } from "node:path";
var LOOKS = {
  /** What is there, links followed; a file with its size. */
  kind: (path) => kindOf(fs.statSync(path)),
  /** The same of a link itself. */
  own: (path) => kindOf(fs.lstatSync(path)),
  bytes: (path) => digestOf(path),
  list: (path) => listing(fs.readdirSync(path, { withFileTypes: true }), path),
  tree: (path) => listing(fs.readdirSync(path, { withFileTypes: true, recursive: true }), path),
  target: (path) => fs.realpathSync(path),
  link: (path) => fs.readlinkSync(path),
  executable: (path) => String(fs.accessSync(path, fs.constants.X_OK) ?? "yes")
};
var Journal = class {
  #sights = /* @__PURE__ */ new Map();
  #refusal;
  /** Why the result depends on more than was seen; undefined where it does not. */
  get refusal() {
    return this.#refusal;
  }
  get sights() {
    return [...this.#sights.values()];
  }
  /** Notes what is to be seen now; the first look at a path counts. */
  note(look, path) {
    const key = `${look} ${path}`;
    if (!this.#sights.has(key)) this.#sights.set(key, [look, path, lookAt(look, path)]);
  }
  refuse(why) {
    this.#refusal ??= why;
  }
};
var isUnchanged = (sights) => sights.every(([look, path, seen]) => Object.hasOwn(LOOKS, look) && lookAt(look, path) === seen);
function lookAt(look, path) {
  try {
    return LOOKS[look](path);
  } catch (error) {
    return `!${error.code ?? "failed"}`;
  }
}
var current = new AsyncLocalStorage();
var journaled = (journal, work) => current.run(journal, work);
var dependsOnMore = (why) => current.getStore()?.refuse(why);
var ownFolders = /* @__PURE__ */ new Set();
var dependsOnFile = (path) => observe("bytes", path);
function observe(look, path) {
  const journal = current.getStore();
  if (!journal) return;
  for (const folder of ownFolders) if (path === folder || path.startsWith(folder + sep)) return;
  journal.note(look, path);
}
function stat2(path) {
  observe("kind", path);
  return promises.stat(path);
}
function statSync2(path) {
  observe("kind", path);
  return fs.statSync(path);
}
function lstat2(path) {
  observe("own", path);
  return promises.lstat(path);
}
function readlink2(path) {
  observe("link", path);
  return promises.readlink(path);
}
function realpath2(path) {
  observe("target", path);
  return promises.realpath(path);
}
function realpathSync2(path) {
  observe("target", path);
  return fs.realpathSync(path);
}
function readFile2(path) {
  observe("bytes", path);
  return promises.readFile(path);
}
function readFileSync2(path) {
  observe("bytes", path);
  return fs.readFileSync(path);
}
function createReadStream2(path) {
  observe("bytes", path);
  return fs.createReadStream(path);
}
function copyFile2(from, to) {
  observe("bytes", from);
  return promises.copyFile(from, to, fs.constants.COPYFILE_FICLONE);
}
async function copyFolder(from, to) {
  if (current.getStore())
    for (const entry of await readdir2(from, true)) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isSymbolicLink()) observe("link", path);
      else if (entry.isFile()) observe("bytes", path);
    }
  await promises.cp(from, to, { recursive: true, dereference: false, verbatimSymlinks: true });
}
function readdir2(path, isDeep = false) {
  observe(isDeep ? "tree" : "list", path);
  return promises.readdir(path, { withFileTypes: true, recursive: isDeep });
}
function readdirSync2(path, isDeep = false) {
  observe(isDeep ? "tree" : "list", path);
  return fs.readdirSync(path, { withFileTypes: true, recursive: isDeep });
}
function isExecutable(path) {
  observe("executable", path);
  return promises.access(path, fs.constants.X_OK).then(
    () => true,
    () => false
  );
}
var kindOf = (found) => found.isFile() ? `file ${found.size}` : found.isDirectory() ? "folder" : found.isSymbolicLink() ? "link" : "other";
function listing(entries, top) {
  const lines = entries.map((entry) => {
    const kind = entry.isFile() ? "f" : entry.isDirectory() ? "d" : entry.isSymbolicLink() ? "l" : "o";
    return `${kind} ${entry.parentPath.slice(top.length)}/${entry.name}`;
  });
  return createHash("sha256").update(lines.sort().join("\0")).digest("hex");
}
var CHUNK = 1024 * 1024;
function firstBytes(path, number) {
  const file = fs.openSync(path, "r");
  try {
    const bytes = Buffer.alloc(number);
    return bytes.subarray(0, fs.readSync(file, bytes));
  } finally {
    fs.closeSync(file);
  }
}
function digestOf(path) {
  const file = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  try {
    const found = fs.fstatSync(file);
    if (!found.isFile()) throw Object.assign(new Error(`${path}: this is no plain file`), { code: kindOf(found) });
    const { size } = found;
    const hash = createHash("sha256");
    const piece = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK, size + 1)));
    for (let read = fs.readSync(file, piece); read > 0; read = fs.readSync(file, piece))
      hash.update(piece.subarray(0, read));
    return hash.digest("hex");
  } finally {
    fs.closeSync(file);
  }
}

// src/io/files.ts
var MAX_FILE_BYTES = 32 * 1024 * 1024;
var UnreadableFile = class extends UserError {
};
async function readText(path) {
  const bytes = await readBytes(path);
  if (bytes.includes(0)) throw new UnreadableFile(`${path}: this is a binary file`, "exclude it, or name a text file");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(`${path}: this is not UTF-8 text`, "convert it to UTF-8, or exclude it");
  }
}
async function readBytes(path) {
  try {
    const { size } = await stat2(path);
    if (size > MAX_FILE_BYTES)
      throw new UnreadableFile(`${path}: ${size} bytes are more than the ${MAX_FILE_BYTES} that are read`, "exclude it");
    return await readFile2(path);
  } catch (error) {
    throw error instanceof UserError ? error : new UnreadableFile(`${path}: ${describeSystemError(error)}`);
  }
}
function sizeOf(path) {
  try {
    return statSync2(path).size;
  } catch {
    return 0;
  }
}
async function kindOfPath(path) {
  try {
    const found = await stat2(path);
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  } catch {
    return "missing";
  }
}
var listFolder = (path) => readdir2(path);
async function listTree(folder) {
  const entries = await readdir2(folder, true);
  const paths = (kept) => kept.map((entry) => relativeTo(folder, join2(entry.parentPath, entry.name)));
  return {
    files: new Set(paths(entries.filter((entry) => entry.isFile()))),
    links: paths(entries.filter((entry) => entry.isSymbolicLink()))
  };
}
function readTree(folder, most) {
  try {
    const entries = readdirSync2(folder, true);
    if (entries.some((entry) => entry.isSymbolicLink())) return void 0;
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => {
      const path = join2(parentPath, name);
      return { path, name: relativeTo(folder, path), size: statSync2(path).size };
    });
    if (files.reduce((sum, { size }) => sum + size, 0) > most) return void 0;
    return new Map(files.map(({ path, name }) => [name, readFileSync2(path)]));
  } catch (error) {
    throw new UnreadableFile(`${folder}: ${describeSystemError(error)}`);
  }
}
async function leadsOut(link, root) {
  const target = await realpath2(link).catch(() => "");
  return !target.startsWith(`${await realpath2(root)}${sep2}`);
}
async function linkLeadingOut(folder, root) {
  const seen = /* @__PURE__ */ new Set();
  const folders = [folder];
  for (let next = folders.pop(); next !== void 0; next = folders.pop()) {
    const real = await realpath2(next);
    if (seen.has(real)) continue;
    seen.add(real);
    for (const name of (await listTree(next)).links) {
      const link = join2(next, name);
      if (await leadsOut(link, root)) return link;
      if (await kindOfPath(link) === "folder") folders.push(link);
    }
  }
  return void 0;
}
async function targetWithin(root, link) {
  const target = relative(await realpath2(root), await realpath2(link).catch(() => sep2));
  return target === ".." || target.startsWith(`..${sep2}`) || isAbsolute(target) ? void 0 : join2(root, target);
}
async function makeFolders(paths) {
  for (const path of paths) await makeFolder(path);
}
var copyFolder2 = copyFolder;
var removeFile = (path) => rm(path, { force: true });
var removeFolder = (path) => rm(path, { recursive: true, force: true });
async function writeWhole(path, content) {
  const draft = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  unfinished.add(draft);
  try {
    await makeFolder(dirname(path));
    await writeFile(draft, content);
    await rename(draft, path);
    unfinished.delete(draft);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {
    });
    throw new UserError(
      `${path}: cannot write: ${describeSystemError(error)}`,
      "name a file in a folder you can write to"
    );
  }
}
async function writeNew(path, text) {
  try {
    await makeFolder(dirname(path));
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST" && await kindOfPath(dirname(path)) === "folder")
      return false;
    throw new UserError(`${path}: cannot write: ${describeSystemError(error)}`, "choose a folder you can write to");
  }
}
async function makeFolder(path) {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error;
    if (code === "EEXIST" && await kindOfPath(path) === "folder") return;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}
var unfinished = /* @__PURE__ */ new Set();
process.on("exit", () => {
  for (const path of [...ownFolders, ...unfinished])
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
});
async function withTemporaryFolder(work) {
  const folder = await mkdtemp(join2(tmpdir(), "eso-hardener-")).catch((error) => {
    const message = `${tmpdir()}: cannot make a temporary folder: ${describeSystemError(error)}`;
    throw new UserError(message, "name a folder with room that you can write to in TMPDIR");
  });
  ownFolders.add(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    ownFolders.delete(folder);
  }
}
async function findOnPath(name, path = process.env.PATH ?? "") {
  for (const folder of path.split(delimiter)) {
    const candidate = join2(folder || ".", name);
    if (await isExecutable2(candidate) && await kindOfPath(candidate) === "file") return candidate;
  }
  return void 0;
}
var isExecutable2 = isExecutable;
var relativeTo = (root, path) => relative(root, path).split(sep2).join("/") || ".";
function describeSystemError(error) {
  const code = error.code;
  const words = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "operation not permitted",
    EISDIR: "this is a folder",
    EEXIST: "a part of the path is not a folder",
    ENOTDIR: "a part of the path is not a folder",
    ENOSPC: "no space left on the device",
    EROFS: "the file system is read-only",
    ELOOP: "too many links"
  };
  return code && words[code] || (error instanceof Error ? error.message : String(error));
}

export {
  Journal,
  isUnchanged,
  journaled,
  dependsOnMore,
  dependsOnFile,
  stat2 as stat,
  statSync2 as statSync,
  lstat2 as lstat,
  readlink2 as readlink,
  realpath2 as realpath,
  realpathSync2 as realpathSync,
  readFile2 as readFile,
  readFileSync2 as readFileSync,
  createReadStream2 as createReadStream,
  copyFile2 as copyFile,
  readdir2 as readdir,
  readdirSync2 as readdirSync,
  firstBytes,
  digestOf,
  readText,
  readBytes,
  sizeOf,
  kindOfPath,
  listFolder,
  listTree,
  readTree,
  leadsOut,
  linkLeadingOut,
  targetWithin,
  makeFolders,
  copyFolder2 as copyFolder,
  removeFile,
  removeFolder,
  writeWhole,
  writeNew,
  unfinished,
  withTemporaryFolder,
  findOnPath,
  isExecutable2 as isExecutable,
  relativeTo,
  describeSystemError
};
