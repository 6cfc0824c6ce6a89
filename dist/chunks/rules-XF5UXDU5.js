import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  RULES
} from "./chunk-G6YVP6PO.js";
import "./chunk-DS3ZDRKE.js";
import "./chunk-YSH2IDXS.js";
export {
  RULES
};
