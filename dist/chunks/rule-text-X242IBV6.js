import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ruleText
} from "./chunk-TMVHA2WO.js";
import "./chunk-FKMFZ37B.js";
import "./chunk-R2HGR3M6.js";
import "./chunk-2ULQKFID.js";
import "./chunk-I26VFL33.js";
import "./chunk-YSH2IDXS.js";
export {
  ruleText
};
