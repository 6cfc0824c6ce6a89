import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  createReadStream,
  readFile
} from "./chunk-AULO6AMP.js";

// src/io/archive.ts
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, posix } from "node:path";
import { promisify } from "node:util";
import { createGunzip, gunzip } from "node:zlib";
var MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
var MAX_CHART_YAML_BYTES = 1024 * 1024;
async function readPackagedChartYaml(archive) {
  const found = [];
  try {
    const isWanted = (path, size) => {
      if (path !== "Chart.yaml") return false;
      if (size > MAX_CHART_YAML_BYTES) throw new Error("the Chart.yaml is too large");
      return true;
    };
    for await (const [, text] of textsIn(archive, isWanted)) found.push(text);
    return found.length > 1 ? "" : found[0];
  } catch {
    return "";
  }
}
async function readPackagedFiles(archive, isWanted) {
  const files = /* @__PURE__ */ new Map();
  try {
    for await (const [path, text] of textsIn(archive, isWanted)) files.set(path, text);
    return files;
  } catch {
    return void 0;
  }
}
async function* textsIn(archive, isWanted) {
  const { extract } = await import("./tar-stream-GMM26BXQ.js");
  const input = createReadStream(archive);
  const unzip = createGunzip();
  const unpack = extract();
  const stop = (error) => void unpack.destroy(error);
  let bytes = 0;
  unzip.on("data", (chunk) => {
    bytes += chunk.length;
    if (bytes > MAX_UNPACKED_BYTES) stop(new Error("the archive unpacks to too much"));
  });
  input.on("error", stop);
  unzip.on("error", stop);
  unpack.on("error", () => {
  });
  input.pipe(unzip).pipe(unpack);
  try {
    for await (const entry of unpack) {
      const { name, size = 0 } = entry.header;
      const path = pathInChart(name);
      if (path !== void 0 && isWanted(path, size)) yield [path, await textOf(entry)];
      else entry.resume();
    }
  } finally {
    input.destroy();
    unzip.destroy();
  }
}
function pathInChart(name) {
  const separator = name.includes("\\") ? "\\" : "/";
  const [, ...steps] = name.replace(/^\.\//, "").split(separator);
  const path = steps.join("/").replace(/^\/+/, "");
  return path === "" ? void 0 : posix.normalize(path);
}
var textOf = async (stream) => (await bytesOf(stream)).toString("utf8");
async function bytesOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function unzipExecutable(archive, entry, target) {
  const { unzipSync } = await import("./esm-UOSR66XH.js");
  const bytes = unzipSync(await readFile(archive), { filter: (file) => file.name === entry })[entry];
  if (!bytes) throw new Error(`${archive} has no ${entry}`);
  await writeExecutable(target, bytes);
}
var MAX_PROGRAM_BYTES = 256 * 1024 * 1024;
async function untarExecutable(archive, entry, target) {
  const { extract } = await import("./tar-stream-GMM26BXQ.js");
  const unpack = extract();
  unpack.end(await promisify(gunzip)(archive, { maxOutputLength: MAX_PROGRAM_BYTES }));
  for await (const file of unpack) {
    if (file.header.name === entry && file.header.type === "file") return writeExecutable(target, await bytesOf(file));
    file.resume();
  }
  throw new Error(`the archive has no ${entry}`);
}
async function writeExecutable(target, bytes) {
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  await writeFile(draft, bytes);
  await chmod(draft, 493);
  await rename(draft, target);
}

export {
  readPackagedChartYaml,
  readPackagedFiles,
  unzipExecutable,
  untarExecutable
};
