import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  eventText,
  movedText,
  notPosted,
  postedBy,
  refusedBy,
  reviewExitCode,
  unneeded
} from "./chunk-OTBZSPAP.js";
import "./chunk-UHBYMYAH.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-2ULQKFID.js";
import "./chunk-GOME74WI.js";
import "./chunk-MWLKK7FC.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  eventText,
  movedText,
  notPosted,
  postedBy,
  refusedBy,
  reviewExitCode,
  unneeded
};
