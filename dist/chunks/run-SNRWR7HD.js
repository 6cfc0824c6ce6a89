import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess
} from "./chunk-PWXK5GWB.js";
import "./chunk-NX6XEMLI.js";
import "./chunk-U4IAIUDT.js";
import "./chunk-NCMRL7KN.js";
import "./chunk-2GG2KOR4.js";
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
