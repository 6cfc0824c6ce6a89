#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  commandInput
} from "./chunks/chunk-VSRBQDQV.js";
import {
  forRunnerLog
} from "./chunks/chunk-FCVLHSBP.js";
import {
  checkedValue,
  optionsOf
} from "./chunks/chunk-ZOM3MCPH.js";
import {
  TOOL
} from "./chunks/chunk-PCHSCMJA.js";
import "./chunks/chunk-QDCK3X2K.js";
import {
  UserError,
  suggestion
} from "./chunks/chunk-VHWWGLDX.js";
import "./chunks/chunk-4AX3HMK5.js";
import {
  printable
} from "./chunks/chunk-2ULQKFID.js";
import "./chunks/chunk-YSH2IDXS.js";

// src/cli.ts
import { parseArgs } from "node:util";
var INCOMPLETE = 2;
var COMMANDS = {
  check: async () => (await import("./chunks/check-AZHCIN7R.js")).check,
  harden: async () => (await import("./chunks/harden-KNPXDPF7.js")).harden,
  generate: async () => (await import("./chunks/generate-XV4ZH23X.js")).generate,
  trace: async () => (await import("./chunks/trace-EYLQAP2U.js")).trace,
  explain: async () => (await import("./chunks/explain-EQ3IRVK5.js")).explain,
  rules: async () => (await import("./chunks/rules-GGWMLVRE.js")).rules,
  review: async () => (await import("./chunks/review-QIEXR54M.js")).review,
  merge: async () => (await import("./chunks/merge-GOGKXLBO.js")).merge,
  init: async () => (await import("./chunks/init-HLHM2V22.js")).init
};
async function main(args) {
  const { values, positionals } = parse(args);
  if (values.version) return print(`${TOOL.name} ${TOOL.version}
`, 0);
  const [name, ...rest] = positionals;
  if (values.help || name === "help" || name === void 0) {
    const { helpText } = await import("./chunks/help-3HCZEPZS.js");
    return print(helpText(), values.help || name === "help" ? 0 : INCOMPLETE);
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : void 0;
  if (!load) throw new UserError(`unknown command '${name}'`, suggestion(name, Object.keys(COMMANDS)));
  const command = await load();
  const { output, format, error, exitCode } = await command(commandInput(rest, values));
  const isLog = process.env.GITHUB_ACTIONS === "true" && format !== void 0;
  print(isLog ? forRunnerLog(output, format) : output, exitCode);
  return error ? complain(error) : exitCode;
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
function print(output, exitCode) {
  process.stdout.write(output);
  return exitCode;
}
function complain({ message, hint }) {
  process.stderr.write(`error: ${printable(message)}
${hint ? `hint: ${printable(hint)}
` : ""}`);
  return INCOMPLETE;
}
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit();
  process.exit(complain(new UserError(`standard output: cannot write (${error.code})`)));
});
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.exitCode = complain(error);
}
