import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  checkedKey,
  post,
  postReport,
  reviewOptions
} from "./chunk-NTOTM5IR.js";
import "./chunk-LEFFFKL7.js";
import "./chunk-AIWI27WR.js";
import "./chunk-IA5M7UZH.js";
import "./chunk-2MQSEN5P.js";
import "./chunk-AYXG5A4C.js";
import "./chunk-YADDKBRE.js";
import "./chunk-4WC5IFVI.js";
import "./chunk-KXLSKDML.js";
import "./chunk-OTBZSPAP.js";
import "./chunk-UHBYMYAH.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-2ULQKFID.js";
import "./chunk-PYI7ZBT6.js";
import "./chunk-PCHSCMJA.js";
import "./chunk-QDCK3X2K.js";
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
