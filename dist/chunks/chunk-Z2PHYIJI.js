import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  RULES
} from "./chunk-J4C5YBFP.js";
import {
  TOOL
} from "./chunk-PCHSCMJA.js";

// src/report/formats.ts
var FILE = { width: 100, colour: false };
async function renderReport(format, assessment, reader = FILE) {
  switch (format) {
    case "json": {
      const { jsonReport } = await import("./json-TL5QQ5V2.js");
      return jsonReport(assessment, TOOL);
    }
    case "sarif": {
      const { sarifReport } = await import("./sarif-WTVTMKJP.js");
      return sarifReport(assessment, RULES, TOOL);
    }
    case "text": {
      const [{ textReport }, { COLOURED, PLAIN }] = await Promise.all([import("./text-N45D54BB.js"), import("./terminal-2LAQJZ6C.js")]);
      return textReport(assessment, RULES, { width: reader.width, palette: reader.colour ? COLOURED : PLAIN });
    }
  }
}

export {
  renderReport
};
