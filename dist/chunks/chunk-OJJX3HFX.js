import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  TemplateError,
  Untraced
} from "./chunk-GDWKSRR2.js";
import {
  readBytes,
  readTree
} from "./chunk-AULO6AMP.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/template/chart/archive.ts
import { gunzipSync } from "node:zlib";

// src/template/chart/tar.ts
var BLOCK = 512;
var utf8 = new TextDecoder();
function* filesOfTar(tar) {
  let longName;
  let offset = 0;
  while (offset + BLOCK <= tar.length) {
    const header = tar.subarray(offset, offset + BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const size = numberIn(header.subarray(124, 136));
    const start = offset + BLOCK;
    if (!Number.isSafeInteger(size) || size < 0 || start + size > tar.length)
      throw new TemplateError("a packaged chart is cut off");
    const bytes = tar.subarray(start, start + size);
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
    switch (String.fromCharCode(header[156] ?? 0)) {
      case "x":
        longName = paxPath(bytes) ?? longName;
        break;
      case "L":
        longName = textIn(bytes);
        break;
      case "g":
      case "K":
        break;
      case "5":
        longName = void 0;
        break;
      default: {
        const name = longName ?? nameIn(header);
        longName = void 0;
        if (!name.endsWith("/")) yield { name, bytes };
      }
    }
  }
}
function nameIn(header) {
  const name = textIn(header.subarray(0, 100));
  const prefix = textIn(header.subarray(257, 263)).startsWith("ustar") ? textIn(header.subarray(345, 500)) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}
var textIn = (bytes) => {
  const end = bytes.indexOf(0);
  return utf8.decode(end < 0 ? bytes : bytes.subarray(0, end));
};
function numberIn(field) {
  const [first = 0] = field;
  const digits = textIn(field).trim();
  if ((first & 128) === 0) return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
  return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 127);
}
function paxPath(records) {
  let path;
  let offset = 0;
  while (offset < records.length) {
    const space = records.indexOf(32, offset);
    const length = space < 0 ? Number.NaN : Number(utf8.decode(records.subarray(offset, space)));
    if (!Number.isSafeInteger(length) || length <= 0) break;
    const record = utf8.decode(records.subarray(space + 1, offset + length - 1));
    if (record.startsWith("path=")) path = record.slice("path=".length);
    offset += length;
  }
  return path;
}

// src/template/chart/archive.ts
var MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
function unpackChart(archive) {
  const files = /* @__PURE__ */ new Map();
  for (const { name, bytes } of filesOfTar(gunzip(archive))) {
    const path = pathBelowTop(name);
    if (files.has(path)) throw new Untraced(`a packaged chart has ${path} twice`);
    files.set(path, bytes);
  }
  return files;
}
function gunzip(archive) {
  try {
    return gunzipSync(archive, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch (error) {
    if (error.code === "ERR_BUFFER_TOO_LARGE")
      throw new Untraced("a packaged chart unpacks to too much");
    throw new TemplateError("a packaged chart cannot be unpacked");
  }
}
function pathBelowTop(name) {
  const delimiter = name.includes("\\") ? "\\" : "/";
  const [top, ...rest] = name.split(delimiter);
  if (top === "Chart.yaml") throw new TemplateError("chart yaml not in base directory");
  if (rest[0] === "" && rest.length > 1) throw new TemplateError("chart illegally contains absolute paths");
  const steps = [];
  for (const step of rest) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length === 0) throw new TemplateError("chart illegally references parent directory");
    if (step === "..") steps.pop();
    else steps.push(step);
  }
  if (steps.length === 0) throw new TemplateError("chart illegally contains content outside the base directory");
  return steps.join("/");
}

// src/render/chart-files.ts
var MAX_BYTES = 64 * 1024 * 1024;
var MAX_BYTES_IN_ALL = 4 * MAX_BYTES;
var ChartReader = class {
  #read = /* @__PURE__ */ new Map();
  #bytes = 0;
  /** All files of a release's chart, by their paths below its folder; undefined when they cannot be had as helm has them. */
  filesOf({ chart }) {
    const known = this.#read.get(chart.path);
    if (known) return known;
    const files = this.#filesAt(chart);
    this.#read.set(chart.path, files);
    return files;
  }
  async #filesAt({ path, isPackaged }) {
    const left = Math.min(MAX_BYTES, MAX_BYTES_IN_ALL - this.#bytes);
    try {
      const files = isPackaged ? unpackChart(await readBytes(path)) : readTree(path, left);
      for (const { length } of files?.values() ?? []) this.#bytes += length;
      return this.#bytes > MAX_BYTES_IN_ALL ? void 0 : files;
    } catch (error) {
      if (error instanceof UserError || error instanceof TemplateError || error instanceof Untraced) return void 0;
      throw error;
    }
  }
};

export {
  unpackChart,
  ChartReader
};
