import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  kindOfPath,
  readText
} from "./chunk-AULO6AMP.js";
import {
  configKey,
  optionsOf
} from "./chunk-ZOM3MCPH.js";
import {
  lineOfPath
} from "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  UserError,
  suggestion
} from "./chunk-VHWWGLDX.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/config/config.ts
var import_yaml = __toESM(require_dist(), 1);
import { dirname, join, resolve } from "node:path";

// src/config/schema.ts
function configSchema() {
  const properties = Object.fromEntries(
    optionsOf("config").map((option) => [configKey(option.name), { description: option.help, ...schemaOf(option) }])
  );
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of eso-hardener (.eso-hardener.yaml)",
    type: "object",
    additionalProperties: false,
    properties
  };
}
var schemaOf = (option) => option.schema ?? (option.values ? { enum: option.values } : { type: option.type });

// src/config/config.ts
var CONFIG_FILE = ".eso-hardener.yaml";
async function loadConfig(folder, named, paths = []) {
  const file = named ?? await findConfig(folder, paths);
  if (file === void 0) return { folder, file };
  const path = resolve(folder, file);
  const text = await readText(path).catch((error) => {
    throw new UserError(error.message.replace(path, file), "name an existing file with --config");
  });
  const config = await parseConfig(text, file);
  return {
    ...{ ...config, folder: dirname(path), file },
    lineOf: (key) => lineOfPath(documentOf(text), key),
    releaseLines: linesOfReleases(config, text)
  };
}
function linesOfReleases({ releases = [] }, text) {
  const located = documentOf(releases.length > 0 ? text : "");
  return new Map(
    releases.map((release, i) => {
      const lineOf = (...path) => lineOfPath(located, ["releases", i, ...path]);
      const set = Object.keys(release.set ?? {}).map((key) => [key, lineOf("set", key)]);
      return [release, { entry: lineOf(), set: new Map(set) }];
    })
  );
}
async function findConfig(folder, paths) {
  const [path, ...others] = paths;
  const candidates = path !== void 0 && others.length === 0 ? [join(path, CONFIG_FILE), CONFIG_FILE] : [CONFIG_FILE];
  for (const file of candidates) if (await kindOfPath(resolve(folder, file)) !== "missing") return file;
  return void 0;
}
async function parseConfig(text, file) {
  const { document, lines } = documentOf(text);
  const [error] = document.errors;
  if (error)
    throw new UserError(`${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`, "the file must be YAML");
  const config = document.toJS() ?? {};
  const { Ajv } = await import("./ajv-ADE2EJSN.js");
  const validate = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(configSchema());
  if (validate(config)) return config;
  const fault = describe(validate.errors?.[0], config);
  throw new UserError(`${file}:${lineOfPath({ document, lines }, fault.path)}: ${fault.message}`, fault.hint);
}
function documentOf(text) {
  const lines = new import_yaml.LineCounter();
  return { document: (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: false }), lines };
}
function describe(error, config) {
  if (!error) return { path: [], message: "not valid" };
  const path = pathOf(error.instancePath, config);
  const where = path.length > 0 ? path.join(".") : "the file";
  if (error.keyword === "additionalProperties") {
    const key = String(error.params.additionalProperty);
    const known = Object.keys(error.parentSchema.properties);
    return { path: [...path, key], message: `unknown key '${key}'`, hint: suggestion(key, known) };
  }
  if (error.keyword === "enum") {
    const given = String(valueAt(config, path));
    const allowed = error.params.allowedValues.map(String);
    return { path, message: `${where} cannot be '${given}'`, hint: suggestion(given, allowed) };
  }
  return { path, message: `${where} ${error.message ?? "is not valid"}`, hint: "see schema/config.schema.json" };
}
function pathOf(pointer, config) {
  const path = [];
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(valueAt(config, path)) ? Number(key) : key);
  }
  return path;
}

export {
  CONFIG_FILE,
  loadConfig
};
