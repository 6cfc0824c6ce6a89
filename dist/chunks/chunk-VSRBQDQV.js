import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/commands/run-options.ts
import { resolve } from "node:path";
function commandInput(args, values) {
  const flags = {
    flag: (name) => text(values[name]),
    list: (name) => texts(values[name]),
    has: (name) => values[name] === true,
    isQuiet: values.quiet === true
  };
  return { args, ...flags, run: runOptions(flags), reader: readerAtHand() };
}
function textOrJson({ flag }) {
  const format = flag("format") ?? "text";
  if (format !== "text" && format !== "json")
    throw new UserError(`--format cannot be '${format}' here`, "allowed: text, json");
  return format;
}
function runOptions({ flag, list, has, isQuiet }) {
  const seconds = numberOf(flag("timeout"));
  const folder = process.cwd();
  return {
    root: folder,
    folder,
    config: flag("config"),
    failOn: flag("fail-on"),
    minSeverity: flag("min-severity"),
    helm: flag("helm"),
    helmVersion: flag("helm-version"),
    offline: has("offline"),
    fetchDependencies: has("fetch-dependencies"),
    registryConfig: resolved(folder, flag("registry-config")),
    jobs: numberOf(flag("jobs")),
    timeoutMs: seconds === void 0 ? void 0 : seconds * 1e3,
    onProgress: isQuiet || !process.stderr.isTTY ? void 0 : showProgress,
    noInlineIgnores: has("no-inline-ignores"),
    base: flag("base") === "none" ? void 0 : flag("base"),
    baseline: flag("baseline"),
    writeBaseline: flag("write-baseline"),
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    operatorChart: { chart: flag("eso-chart"), version: flag("eso-version"), folder },
    release: {
      values: list("values"),
      set: list("set"),
      namespace: flag("namespace"),
      releaseName: flag("release-name"),
      kubeVersion: flag("kube-version"),
      apiVersions: list("api-versions").flatMap((versions) => versions.split(","))
    }
  };
}
var resolved = (folder, path) => path === void 0 ? void 0 : resolve(folder, path);
var text = (value) => typeof value === "string" ? value : void 0;
var texts = (value) => Array.isArray(value) ? value.map(String) : [];
var numberOf = (digits) => digits === void 0 ? void 0 : Number(digits);
function readerAtHand() {
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return { width: Math.min(process.stdout.columns ?? 100, 140), colour };
}
function showProgress(done, all) {
  process.stderr.write(done === all ? "\r\x1B[K" : `\r\x1B[Krendered ${done} of ${all} charts`);
}

export {
  commandInput,
  textOrJson
};
