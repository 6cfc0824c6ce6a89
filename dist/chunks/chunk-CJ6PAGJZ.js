import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  printable
} from "./chunk-2ULQKFID.js";

// src/commands/command.ts
function note(text, { isQuiet }) {
  if (!isQuiet) process.stderr.write(`note: ${printable(text)}
`);
}
function aside(text, { isQuiet }) {
  if (!isQuiet) process.stderr.write(printable(text));
}

export {
  note,
  aside
};
