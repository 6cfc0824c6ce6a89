import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  TOOL
} from "./chunk-2UMNUZ72.js";
import {
  RULES
} from "./chunk-3FTKUHM2.js";

// src/report/formats.ts
var FILE = { width: 100, colour: false };
async function renderReport(format, assessment, reader = FILE) {
  switch (format) {
    case "json": {
      const { jsonReport } = await import("./json-C53LJG65.js");
      return jsonReport(assessment, TOOL);
    }
    case "sarif": {
      const { sarifReport } = await import("./sarif-EPOD3GDT.js");
      return sarifReport(assessment, RULES, TOOL);
    }
    case "text": {
      const [{ textReport }, { COLOURED, PLAIN }] = await Promise.all([import("./text-SXOWOHZP.js"), import("./terminal-2LAQJZ6C.js")]);
      return textReport(assessment, RULES, { width: reader.width, palette: reader.colour ? COLOURED : PLAIN });
    }
  }
}

export {
  renderReport
};
