import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  checkedKey,
  post,
  postReport,
  reviewOptions
} from "./chunk-AC62RHLM.js";
import "./chunk-RR7KWWF2.js";
import "./chunk-IVRI66M7.js";
import "./chunk-IA5M7UZH.js";
import "./chunk-2MQSEN5P.js";
import "./chunk-AYXG5A4C.js";
import "./chunk-YADDKBRE.js";
import "./chunk-4WC5IFVI.js";
import "./chunk-OBSOZ377.js";
import "./chunk-OTBZSPAP.js";
import "./chunk-UHBYMYAH.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-2ULQKFID.js";
import "./chunk-I3ENOPPH.js";
import "./chunk-2UMNUZ72.js";
import "./chunk-GOME74WI.js";
import "./chunk-MWLKK7FC.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  checkedKey,
  post,
  postReport,
  reviewOptions
};
