import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  COLOURED,
  PLAIN,
  printable,
  printableData,
  wrap,
  wrapBehind
} from "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";
export {
  COLOURED,
  PLAIN,
  printable,
  printableData,
  wrap,
  wrapBehind
};
