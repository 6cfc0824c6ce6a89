import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  linksTo
} from "./chunk-M6XGBZDC.js";
import {
  note
} from "./chunk-CJ6PAGJZ.js";
import {
  RULES
} from "./chunk-LFRTUEE6.js";
import {
  writeWhole
} from "./chunk-AULO6AMP.js";
import {
  FORMAT_OF_ENDING,
  checkedValue,
  optionsOf
} from "./chunk-ZOM3MCPH.js";
import {
  TOOL
} from "./chunk-PCHSCMJA.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import {
  exitCode,
  warningText
} from "./chunk-GW7OXMLF.js";

// src/report/formats.ts
var FILE = { width: 100, colour: false };
async function renderReport(format, assessment, reader = FILE) {
  switch (format) {
    case "json": {
      const { jsonReport } = await import("./json-OY7EV3JM.js");
      return jsonReport(assessment, TOOL);
    }
    case "sarif": {
      const { sarifReport } = await import("./sarif-C3B3JQZI.js");
      return sarifReport(assessment, RULES, TOOL);
    }
    case "markdown": {
      const { jobSummary } = await import("./job-summary-GD3YVEV3.js");
      return jobSummary(assessment, { link: reader.link });
    }
    case "junit": {
      const { junitReport } = await import("./junit-EUT75DR5.js");
      return junitReport(assessment, RULES, TOOL);
    }
    case "rdjson": {
      const { rdjsonReport } = await import("./rdjson-YRCSRAXJ.js");
      return rdjsonReport(assessment, TOOL);
    }
    case "gitlab": {
      const { gitlabReport } = await import("./gitlab-5TQJYTDT.js");
      return gitlabReport(assessment);
    }
    case "evidence": {
      const { evidenceReport } = await import("./evidence-K2Z5PWDP.js");
      return evidenceReport(assessment, RULES, TOOL);
    }
    case "html": {
      const { htmlReport } = await import("./html-YC5DL4KQ.js");
      return htmlReport(assessment, RULES, TOOL, reader.link);
    }
    case "text": {
      const [{ textReport }, { COLOURED, PLAIN }] = await Promise.all([import("./text-LGLAJRAV.js"), import("./terminal-2LAQJZ6C.js")]);
      return textReport(assessment, RULES, { width: reader.width, palette: reader.colour ? COLOURED : PLAIN });
    }
  }
}

// src/commands/outputs.ts
import { extname, resolve } from "node:path";
function outputsOf(texts, shownAs = "--output") {
  return texts.map((text) => {
    const [, named, file] = /^(\w+)=(.*)$/.exec(text) ?? [];
    if (named === void 0 || file === void 0)
      return { format: FORMAT_OF_ENDING[extname(text).toLowerCase()] ?? "text", file: text };
    const format = optionsOf("cli").find(({ name }) => name === "format");
    if (file === "") throw new UserError(`${shownAs} ${text} names no file`, `write ${named}=FILE`);
    return { format: format ? checkedValue(format, named, shownAs) : named, file };
  });
}
async function writeOutputs(outputs, folder, assessment, link) {
  for (const { format, file } of outputs)
    await writeWhole(resolve(folder, file), await renderReport(format, assessment, { ...FILE, link }));
}
var formatOf = ({ flag }) => flag("format") ?? "text";
async function reported(assessment, input) {
  const format = formatOf(input);
  const link = linksTo(process.env, process.env.GITHUB_SHA);
  await writeOutputs(outputsOf(input.list("output")), input.run.folder, assessment, link);
  if (format !== "text" && format !== "markdown")
    for (const text of [...assessment.warnings.map(warningText), ...assessment.notes]) note(text, input);
  const output = await renderReport(format, assessment, { ...input.reader, link });
  return { output, format, exitCode: exitCode(assessment.conclusion) };
}

export {
  FILE,
  renderReport,
  outputsOf,
  writeOutputs,
  formatOf,
  reported
};
