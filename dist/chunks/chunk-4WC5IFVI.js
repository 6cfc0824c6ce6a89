import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/io/files.ts
import { randomBytes } from "node:crypto";
import { constants, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { access, cp, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, isAbsolute, join, relative, sep } from "node:path";
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
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES)
      throw new UnreadableFile(`${path}: ${size} bytes are more than the ${MAX_FILE_BYTES} that are read`, "exclude it");
    return await readFile(path);
  } catch (error) {
    throw error instanceof UserError ? error : new UnreadableFile(`${path}: ${describeSystemError(error)}`);
  }
}
async function kindOfPath(path) {
  try {
    const found = await stat(path);
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  } catch {
    return "missing";
  }
}
var listFolder = (path) => readdir(path, { withFileTypes: true });
async function listTree(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = (kept) => kept.map((entry) => relativeTo(folder, join(entry.parentPath, entry.name)));
  return {
    files: new Set(paths(entries.filter((entry) => entry.isFile()))),
    links: paths(entries.filter((entry) => entry.isSymbolicLink()))
  };
}
function readTree(folder, most) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    if (entries.some((entry) => entry.isSymbolicLink())) return void 0;
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return { path, name: relativeTo(folder, path), size: statSync(path).size };
    });
    if (files.reduce((sum, { size }) => sum + size, 0) > most) return void 0;
    return new Map(files.map(({ path, name }) => [name, readFileSync(path)]));
  } catch (error) {
    throw new UnreadableFile(`${folder}: ${describeSystemError(error)}`);
  }
}
async function leadsOut(link, root) {
  const target = await realpath(link).catch(() => "");
  return !target.startsWith(`${await realpath(root)}${sep}`);
}
async function targetWithin(root, link) {
  const target = relative(await realpath(root), await realpath(link).catch(() => sep));
  return target === ".." || target.startsWith(`..${sep}`) || isAbsolute(target) ? void 0 : join(root, target);
}
async function makeFolders(paths) {
  for (const path of paths) await makeFolder(path);
}
var copyFolder = (from, to) => cp(from, to, { recursive: true, dereference: false, verbatimSymlinks: true });
var removeFile = (path) => rm(path, { force: true });
var removeFolder = (path) => rm(path, { recursive: true, force: true });
async function writeWhole(path, content) {
  const draft = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await makeFolder(dirname(path));
    await writeFile(draft, content);
    await rename(draft, path);
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
var temporary = /* @__PURE__ */ new Set();
process.on("exit", () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
async function withTemporaryFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), "eso-hardener-"));
  temporary.add(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    temporary.delete(folder);
  }
}
async function findOnPath(name, path = process.env.PATH ?? "") {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder || ".", name);
    if (await isExecutable(candidate) && await kindOfPath(candidate) === "file") return candidate;
  }
  return void 0;
}
async function isExecutable(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false
  );
}
var relativeTo = (root, path) => relative(root, path).split(sep).join("/") || ".";
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
  readText,
  readBytes,
  kindOfPath,
  listFolder,
  listTree,
  readTree,
  leadsOut,
  targetWithin,
  makeFolders,
  copyFolder,
  removeFile,
  removeFolder,
  writeWhole,
  writeNew,
  withTemporaryFolder,
  findOnPath,
  isExecutable,
  relativeTo,
  describeSystemError
};
