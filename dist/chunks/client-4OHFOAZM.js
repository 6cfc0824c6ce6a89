import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  connect,
  isInline,
  openRepository
} from "./chunk-DIJLDY4C.js";
import "./chunk-PCHSCMJA.js";
import "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  connect,
  isInline,
  openRepository
};
