import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess
} from "./chunk-MYVZUJNT.js";
import "./chunk-NWH6JTFM.js";
import "./chunk-U4IAIUDT.js";
import "./chunk-NCMRL7KN.js";
import "./chunk-E3AGF3QK.js";
import "./chunk-WFCCPBOT.js";
import "./chunk-FUEFHDKP.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-FKMFZ37B.js";
import "./chunk-FMZFQBZ5.js";
import "./chunk-I26VFL33.js";
import "./chunk-YSH2IDXS.js";
export {
  assess
};
