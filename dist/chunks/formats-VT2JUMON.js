import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderReport
} from "./chunk-XLJHKUVJ.js";
import "./chunk-2UMNUZ72.js";
import "./chunk-223HM5U2.js";
import "./chunk-ADORSGTV.js";
import "./chunk-AWA26XTS.js";
import "./chunk-TB7EOTYM.js";
import "./chunk-JOTSHFWZ.js";
import "./chunk-YADDKBRE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-I26VFL33.js";
import "./chunk-MWLKK7FC.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  renderReport
};
