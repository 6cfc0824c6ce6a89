#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  forRunnerLog
} from "./chunks/chunk-7G34M4BR.js";
import {
  writeWhole
} from "./chunks/chunk-4WC5IFVI.js";
import {
  checkedValue,
  optionsOf
} from "./chunks/chunk-KXLSKDML.js";
import "./chunks/chunk-4AX3HMK5.js";
import {
  printable
} from "./chunks/chunk-2ULQKFID.js";
import {
  TOOL
} from "./chunks/chunk-PCHSCMJA.js";
import "./chunks/chunk-QDCK3X2K.js";
import {
  UserError,
  suggestion
} from "./chunks/chunk-VHWWGLDX.js";
import "./chunks/chunk-YSH2IDXS.js";

// src/cli.ts
import { resolve } from "node:path";
import { parseArgs } from "node:util";
var INCOMPLETE = 2;
var COMMANDS = { check, harden, generate, trace, explain, rules, review, init };
async function main(args) {
  const { values, positionals } = parse(args);
  if (values.version) return print(`${TOOL.name} ${TOOL.version}
`);
  const [command, ...rest] = positionals;
  if (values.help || command === "help") return help();
  if (command === void 0) {
    await help();
    return INCOMPLETE;
  }
  if (!Object.hasOwn(COMMANDS, command))
    throw new UserError(`unknown command '${command}'`, suggestion(command, Object.keys(COMMANDS)));
  return COMMANDS[command](rest, values);
}
function parse(args) {
  const known = optionsOf("cli");
  const options = Object.fromEntries(
    known.map(({ name, type }) => [
      name,
      { type: type === "boolean" ? "boolean" : "string", multiple: type === "list" }
    ])
  );
  const flags = { help: { type: "boolean", short: "h" }, version: { type: "boolean" } };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, ...flags },
      allowPositionals: true
    });
    for (const option of known) {
      const value = values[option.name];
      if (typeof value === "string") checkedValue(option, value, `--${option.name}`);
    }
    return { values, positionals };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const [, name] = /Unknown option '(--?[^']*)'/.exec(error.message) ?? [];
    if (name === void 0)
      throw new UserError(error.message.split(". ")[0] ?? "", "see eso-hardener --help");
    throw new UserError(
      `unknown option '${name}'`,
      suggestion(name, [...known.map((option) => `--${option.name}`), "--help", "--version"])
    );
  }
}
async function help() {
  const { helpText } = await import("./chunks/help-FTXPPKFL.js");
  return print(helpText());
}
async function check(paths, values) {
  const outputs = texts(values.output).map(parseOutput);
  const [{ assess }, { newBaseline }, { renderReport }, { exitCode, warningText }] = await Promise.all([
    import("./chunks/run-GYUNN234.js"),
    import("./chunks/baseline-QXCCP37O.js"),
    import("./chunks/formats-OHWVNEOE.js"),
    import("./chunks/report-GWWVAEDV.js")
  ]);
  const assessment = await assess(runOptions(paths, values));
  for (const { format: format2, file } of outputs) await writeWhole(resolve(file), await renderReport(format2, assessment));
  const baseline = text(values, "write-baseline");
  if (baseline !== void 0) await writeWhole(resolve(baseline), newBaseline(assessment.suppressed));
  const format = text(values, "format") ?? "text";
  if (!values.quiet && format !== "text")
    for (const note of [...assessment.warnings.map(warningText), ...assessment.notes])
      process.stderr.write(`note: ${printable(note)}
`);
  const report = await renderReport(format, assessment, terminal());
  print(process.env.GITHUB_ACTIONS === "true" ? forRunnerLog(report, format) : report);
  return exitCode(assessment.conclusion);
}
function parseOutput(text2) {
  const [, named, rest] = /^(\w+)=(.+)$/.exec(text2) ?? [];
  if (named !== void 0 && rest !== void 0) {
    const format2 = optionsOf("cli").find(({ name }) => name === "format");
    return { format: format2 ? checkedValue(format2, named, "--output") : named, file: rest };
  }
  const format = text2.endsWith(".json") ? "json" : text2.endsWith(".sarif") ? "sarif" : "text";
  return { format, file: text2 };
}
function runOptions(paths, values) {
  const seconds = text(values, "timeout");
  return {
    root: process.cwd(),
    folder: process.cwd(),
    paths: paths.length > 0 ? paths : ["."],
    config: text(values, "config"),
    failOn: text(values, "fail-on"),
    minSeverity: text(values, "min-severity"),
    helm: text(values, "helm"),
    helmVersion: text(values, "helm-version"),
    offline: values.offline === true,
    fetchDependencies: values["fetch-dependencies"] === true,
    jobs: numberOrNothing(text(values, "jobs")),
    timeoutMs: seconds === void 0 ? void 0 : Number(seconds) * 1e3,
    onProgress: values.quiet || !process.stderr.isTTY ? void 0 : showProgress,
    noInlineIgnores: values["no-inline-ignores"] === true,
    base: text(values, "base") === "none" ? void 0 : text(values, "base"),
    baseline: text(values, "baseline"),
    writeBaseline: text(values, "write-baseline"),
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    operatorChart: {
      chart: text(values, "eso-chart"),
      version: text(values, "eso-version"),
      folder: process.cwd()
    },
    release: {
      values: texts(values.values),
      set: texts(values.set),
      namespace: text(values, "namespace"),
      releaseName: text(values, "release-name"),
      kubeVersion: text(values, "kube-version"),
      apiVersions: texts(values["api-versions"]).flatMap((list) => list.split(","))
    }
  };
}
async function generate(args, values) {
  const command = await import("./chunks/generate-FE5EV74D.js");
  return finished(await command.generate(inputOf(args, values)));
}
async function harden(args, values) {
  const command = await import("./chunks/harden-HWSOIMKA.js");
  return finished(await command.harden(inputOf(args, values)));
}
var inputOf = (args, values) => ({
  args,
  run: runOptions([], values),
  flag: (name) => text(values, name),
  has: (name) => values[name] === true,
  isQuiet: values.quiet === true
});
function finished({ output, exitCode }) {
  print(output);
  return exitCode;
}
async function trace(args, values) {
  const format = textOrJson(values);
  const [{ readQuestion }, { inquire }, { traceJson, traceText }, { COLOURED, PLAIN }] = await Promise.all([
    import("./chunks/question-X4KZRK4Z.js"),
    import("./chunks/inquire-EBL2KQFS.js"),
    import("./chunks/trace-text-2NCWUZAS.js"),
    import("./chunks/terminal-2LAQJZ6C.js")
  ]);
  const { question, paths, valuesFiles } = await readQuestion(process.cwd(), args, texts(values.values));
  const answer = await inquire(question, runOptions(paths, { ...values, values: valuesFiles }));
  const { width, colour } = terminal();
  const report = format === "json" ? traceJson(answer) : traceText(answer, { width, palette: colour ? COLOURED : PLAIN });
  return print(process.env.GITHUB_ACTIONS === "true" ? forRunnerLog(report, format) : report);
}
async function explain([id, ...more]) {
  const [{ RULES }, { ruleText }] = await Promise.all([import("./chunks/rules-RTLI2SGT.js"), import("./chunks/rule-text-SCL5RGWC.js")]);
  if (id === void 0 || more.length > 0) throw new UserError("explain takes one rule", "see eso-hardener rules");
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule)
    throw new UserError(
      `there is no rule '${id}'`,
      suggestion(
        id,
        RULES.map((candidate) => candidate.id)
      )
    );
  return print(ruleText(rule, terminal().width));
}
async function rules(rest, values) {
  if (rest.length > 0) throw new UserError("rules takes no argument", "eso-hardener explain RULE says more about one");
  const [{ RULES }, { ruleListing }] = await Promise.all([import("./chunks/rules-RTLI2SGT.js"), import("./chunks/rule-list-HFCOPRNZ.js")]);
  return print(ruleListing(RULES, textOrJson(values)));
}
async function review(rest, values) {
  const file = text(values, "from");
  if (file === void 0 || rest.length > 0)
    throw new UserError("review takes a report and nothing else: --from FILE", "see eso-hardener --help");
  const [{ reviewReport }, { reviewOptions }, { reviewExitCode }] = await Promise.all([
    import("./chunks/review-report-XFJOJZX7.js"),
    import("./chunks/post-T5MCIZJR.js"),
    import("./chunks/posted-5N6XL5CQ.js")
  ]);
  const options = reviewOptions((name) => text(values, name), "--");
  const posted = await reviewReport(process.cwd(), file, {
    ...{ ...options, resolvesThreads: values["resolve-threads"] === true, env: process.env },
    token: process.env.GITHUB_TOKEN || void 0
  });
  const said = `${posted.message}
`;
  print(process.env.GITHUB_ACTIONS === "true" ? forRunnerLog(said, "text") : said);
  return reviewExitCode(posted);
}
function textOrJson(values) {
  const format = text(values, "format") ?? "text";
  if (format === "sarif") throw new UserError("--format cannot be 'sarif' here", "allowed: text, json");
  return format === "json" ? "json" : "text";
}
async function init([path = ".", ...more], values) {
  if (more.length > 0) throw new UserError("init takes one folder", "see eso-hardener --help");
  const [{ initialize }, { initReport, keptError }] = await Promise.all([
    import("./chunks/init-II57PB7I.js"),
    import("./chunks/report-QRUQJSKT.js")
  ]);
  const { helm, helmVersion, jobs, timeoutMs, onProgress } = runOptions([], values);
  const done = await initialize(process.cwd(), path, { helm, helmVersion, jobs, timeoutMs, onProgress });
  print(printable(initReport(done, path)));
  if (done.kept.length > 0) throw keptError(done.kept);
  return 0;
}
var text = (values, name) => {
  const value = values[name];
  return typeof value === "string" ? value : void 0;
};
var texts = (value) => Array.isArray(value) ? value.map(String) : [];
var numberOrNothing = (text2) => text2 === void 0 ? void 0 : Number(text2);
function terminal() {
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return { width: Math.min(process.stdout.columns ?? 100, 140), colour };
}
function showProgress(done, all) {
  process.stderr.write(done === all ? "\r\x1B[K" : `\r\x1B[Krendered ${done} of ${all} charts`);
}
function print(output) {
  process.stdout.write(output);
  return 0;
}
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`error: ${printable(error.message)}
${error.hint ? `hint: ${printable(error.hint)}
` : ""}`);
  process.exitCode = INCOMPLETE;
}
