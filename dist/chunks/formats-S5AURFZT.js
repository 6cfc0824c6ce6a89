import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderReport
} from "./chunk-DLRC32X5.js";
import "./chunk-2UMNUZ72.js";
import "./chunk-G6YVP6PO.js";
import "./chunk-DS3ZDRKE.js";
import "./chunk-YSH2IDXS.js";
export {
  renderReport
};
