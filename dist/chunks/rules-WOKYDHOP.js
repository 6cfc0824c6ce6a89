import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  RULES
} from "./chunk-3FTKUHM2.js";
import "./chunk-BXXOQTEH.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-I26VFL33.js";
import "./chunk-YSH2IDXS.js";
export {
  RULES
};
