import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readReport
} from "./chunk-W4BKQOG6.js";
import {
  postReport
} from "./chunk-KB62WAXM.js";
import {
  RULES
} from "./chunk-LFRTUEE6.js";
import {
  readText
} from "./chunk-AULO6AMP.js";

// src/review-report.ts
import { resolve } from "node:path";
function reviewReport(root, file, request, folder = root) {
  const read = async () => readReport(await readText(resolve(folder, file)), RULES, file);
  return postReport({ ...request, root, read, rules: RULES });
}

export {
  reviewReport
};
