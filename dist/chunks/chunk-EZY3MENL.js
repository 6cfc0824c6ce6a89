import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  unpackChart
} from "./chunk-4I3LNR3H.js";
import {
  TemplateError,
  Untraced
} from "./chunk-GDWKSRR2.js";
import {
  readBytes,
  readTree
} from "./chunk-4WC5IFVI.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";

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
  ChartReader
};
