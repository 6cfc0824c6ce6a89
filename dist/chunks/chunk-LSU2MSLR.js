import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  fileOf,
  isInline,
  setValues,
  textOf
} from "./chunk-QSTZLZP3.js";
import {
  readPackagedFiles
} from "./chunk-4RU4S2AD.js";
import {
  listTree,
  readText
} from "./chunk-AULO6AMP.js";
import {
  SourceText,
  parseText
} from "./chunk-DGQTWVVE.js";
import {
  lineOfPath
} from "./chunk-2MQSEN5P.js";
import {
  asList,
  asMapping,
  asText,
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/parse/values.ts
var ValuesFile = class {
  /** Relative to the repository. */
  file;
  source;
  startLine = 1;
  /** Whether it is a part of a file that is something else, such as an Argo CD Application. */
  isInline;
  /** 1-based line of the key in that file which holds it. */
  keyLine;
  /** Whether its text has the lines that the file has. */
  hasFileLines;
  /** For each line of its text the 1-based line of the file that made it; undefined where no template did. */
  #lines;
  /** Where the values are a mapping of that file. */
  holder;
  constructor(file, text, inline) {
    this.file = file;
    this.source = new SourceText(text);
    this.isInline = inline !== void 0;
    this.keyLine = inline?.keyLine;
    this.hasFileLines = inline?.hasFileLines ?? true;
    this.#lines = inline?.lines;
    this.holder = inline?.holder;
  }
  /** Its values; empty where it cannot be read. */
  get body() {
    return asMapping(this.#value) ?? {};
  }
  /** False for what is no YAML, or several documents in one file. */
  get isReadable() {
    return this.#value !== void 0 && !hasSeveralDocuments(this.source.text);
  }
  get #value() {
    return this.source.parsed.body;
  }
  /** 1-based line of the key at `path`. */
  lineOf(path) {
    const own = this.hasFileLines || this.#lines ? lineOfPath(this.source.located, path) : void 0;
    return (own !== void 0 && this.#lines ? this.#lines[own - 1] : own) ?? this.keyLine ?? 1;
  }
};
function hasSeveralDocuments(text) {
  if (!text.includes("\n---")) return false;
  let hasContent = false;
  for (const line of text.split("\n")) {
    const isSeparator = /^---(?:\s|$)/.test(line);
    if (isSeparator && hasContent) return true;
    hasContent ||= /^[^#%\s]/.test(isSeparator ? line.slice(3).trimStart() : line.trimStart());
  }
  return false;
}
var WHOLE = /\.Values(?![.\w])/;
var REFERENCE = /\.Values((?:\.\w+)+)/g;
var ChartValues = class {
  #texts;
  #references;
  /** Whether the templates name every value that they use. */
  isClear;
  #defaults;
  constructor({ values, templates, chartYaml }) {
    this.#texts = { values, chartYaml };
    this.#references = new Set(
      templates.flatMap((text) => [...text.matchAll(REFERENCE)].map(([, path = ""]) => path.slice(1)))
    );
    this.isClear = !templates.some((text) => WHOLE.test(text));
  }
  /** The chart's own values. */
  get defaults() {
    this.#defaults ??= asMapping(parseText(this.#texts.values).body) ?? {};
    return this.#defaults;
  }
  /** The keys at the top that belong to subcharts. */
  get subcharts() {
    const dependencies = asList(valueAt(parseText(this.#texts.chartYaml).body, ["dependencies"]));
    return dependencies.flatMap((entry) => asText(valueAt(entry, ["alias"])) ?? asText(valueAt(entry, ["name"])) ?? []);
  }
  /** Whether a template takes the value at a path with all that is in it. */
  takesWhole(path) {
    return this.#references.has(path.join("."));
  }
  /** Whether a template names the value at a path, or one in it. */
  mentions(path) {
    const prefix = `${path.join(".")}.`;
    return this.takesWhole(path) || [...this.#references].some((reference) => reference.startsWith(prefix));
  }
};

// src/render/values.ts
import { join } from "node:path";
var mayInstallOperator = (rendered) => /\bexternal-secrets[:@]|externalsecrets\/status/.test(rendered);
async function readValues(root, release) {
  try {
    const texts = await chartTexts(release);
    if (!texts) return void 0;
    const files = [];
    for (const source of release.values) {
      const file = await fileOf(source, root);
      if (file !== void 0) files.push(valuesFile(file, source, await textOf(source)));
    }
    return { files, set: setValues(release), chart: new ChartValues(texts) };
  } catch (error) {
    if (error instanceof UserError) return void 0;
    throw error;
  }
}
var valuesFile = (file, source, text) => new ValuesFile(file, text, isInline(source) ? source : void 0);
async function chartTexts({ chart }) {
  const files = chart.isPackaged ? await readPackagedFiles(chart.path, isWanted) : await readFolder(chart.path);
  const values = files?.get("values.yaml");
  if (!files || values === void 0) return void 0;
  const templates = [...files].flatMap(([path, text]) => path.startsWith("templates/") ? text : []);
  return { values, templates, chartYaml: files.get("Chart.yaml") ?? "" };
}
var isWanted = (path) => /^(?:values\.yaml|Chart\.yaml|templates\/.+)$/.test(path);
async function readFolder(folder) {
  const names = [...(await listTree(folder)).files].filter(isWanted);
  return new Map(await Promise.all(names.map(async (name) => [name, await readText(join(folder, name))])));
}

export {
  ValuesFile,
  mayInstallOperator,
  readValues,
  valuesFile
};
