import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  asList,
  asMapping,
  asText,
  valueAt
} from "./chunk-MWLKK7FC.js";

// src/github/failure.ts
function failureOf(error) {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return void 0;
  const response = "response" in error ? error.response : void 0;
  const said = asText(valueAt(response, ["data", "message"])) ?? error.message;
  const faults = asList(valueAt(response, ["data", "errors"])).flatMap(
    (fault) => asText(fault) ?? asText(valueAt(fault, ["message"])) ?? []
  );
  const headers = asMapping(valueAt(response, ["headers"])) ?? {};
  return { status: error.status, message: [said, ...faults].join(": "), headers };
}
function limitOf({ status, message, headers }, now) {
  if (status !== 403 && status !== 429) return void 0;
  const after = secondsOf(headers["retry-after"]);
  if (after !== void 0) return { waitMs: after * 1e3 };
  const reset = secondsOf(headers["x-ratelimit-reset"]);
  if (headers["x-ratelimit-remaining"] === "0" && reset !== void 0)
    return { waitMs: Math.max(0, reset * 1e3 - now) + 1e3 };
  return status === 429 || /secondary rate limit|abuse detection/i.test(message) ? { waitMs: void 0 } : void 0;
}
var secondsOf = (header) => {
  const seconds = Number(asText(header) || Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : void 0;
};
function permissionOf({ headers }) {
  const alternatives = (asText(headers["x-accepted-github-permissions"]) ?? "").split(";").map((text) => text.trim());
  if (alternatives.some((text) => text.startsWith("pull_requests="))) return "pull-requests: write";
  const [, name, level] = /^([a-z_]+)=([a-z]+)$/.exec(alternatives[0] ?? "") ?? [];
  return name && level && `${name.replaceAll("_", "-")}: ${level}`;
}

export {
  failureOf,
  limitOf,
  permissionOf
};
