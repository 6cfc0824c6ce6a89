import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess
} from "./chunk-HDNBG7SS.js";
import "./chunk-Q7OHE457.js";
import "./chunk-U4IAIUDT.js";
import "./chunk-NCMRL7KN.js";
import "./chunk-E3AGF3QK.js";
import "./chunk-2VNOD4FZ.js";
import "./chunk-FUEFHDKP.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-FKMFZ37B.js";
import "./chunk-FMZFQBZ5.js";
import "./chunk-I26VFL33.js";
import "./chunk-YSH2IDXS.js";
export {
  assess
};
