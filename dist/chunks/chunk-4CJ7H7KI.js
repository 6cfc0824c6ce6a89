import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/parse/credentials.ts
var CREDENTIAL_KEY = /(?:^|[-_.])(?:value|data|body|pass|passwd|pwd|auth|authorization|bearer|dsn)$|password|passphrase|secret|token|credential|cookie|connection[-_]?string|(?:api|access|account|encryption|master|private|shared|signing|storage)[-_]?key/i;
var ABOUT = "refs?|names?|namespaces?|path|key|type|version|policy|class|kind|seconds|interval|ttl|stores?";
var ABOUT_A_CREDENTIAL = new RegExp(
  `(?:[-_./](?:${ABOUT}|${ABOUT.toUpperCase()})|${ABOUT.replace(/\b[a-z]/g, (c) => c.toUpperCase())})$`
);
var NAMES = /* @__PURE__ */ new Set(["key", "name", "namespace", "kind", "apiVersion", "property", "version"]);
var isCredentialKey = (key) => !NAMES.has(key) && CREDENTIAL_KEY.test(key) && (KEY_MATERIAL.test(key) || !ABOUT_A_CREDENTIAL.test(key));
var KEY_MATERIAL = /(?:access|account|api|encryption|master|private|secret|shared|signing|storage)[-_]?key$/i;
var SHAPES = /:\/\/[^/\s:@]*:[^/\s@]+@|-----BEGIN [A-Z ]*PRIVATE|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[opsu]_\w{20,}|\bhvs\.[\w-]{20,}|\bxox[a-z]-[\w-]{10,}|\beyJ[\w-]{10,300}\.[\w-]+\./;
var ASSIGNMENT = /(?:password|passwd|pwd|token|secret|(?<=[-\w])key|key(?=[ \t]*=)|credential)s?["']?[ \t]*[=:](?![ \t]*["']?(?:[{$<\n]|$))[ \t]*\S/i;
var RESOURCE_NAME = /\barn:[\w:*/+=,.-]+/g;
var ACTION = /\{\{[^{}"'`]*\}\}/g;
function holdsCredential(key, value) {
  if (typeof value !== "string") return false;
  const literal = value.replace(ACTION, "{}");
  if (SHAPES.test(literal.replace(/:\{\}@/g, "@"))) return true;
  return !NAMES.has(key) && key !== "image" && ASSIGNMENT.test(literal.replace(RESOURCE_NAME, ""));
}
var isOnlyActions = (value) => typeof value === "string" && value !== "" && value.replace(ACTION, "").trim() === "";
var isPlainSetting = (name, value) => name !== void 0 && !CREDENTIAL_KEY.test(name) && /^(?:true|false|\d{1,5}|https?:\/\/[\w.-]+(?::\d+)?\/?)$/.test(String(value));

export {
  isCredentialKey,
  holdsCredential,
  isOnlyActions,
  isPlainSetting
};
