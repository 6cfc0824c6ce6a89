import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess
} from "./chunk-MBGKLLOX.js";
import "./chunk-6JDBCW4E.js";
import "./chunk-ZUPLHR6G.js";
import "./chunk-EMINCXJW.js";
import "./chunk-ZKHGYC5C.js";
import "./chunk-3FTKUHM2.js";
import "./chunk-BXXOQTEH.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-FKMFZ37B.js";
import "./chunk-FMZFQBZ5.js";
import "./chunk-I26VFL33.js";
import "./chunk-YSH2IDXS.js";
export {
  assess
};
