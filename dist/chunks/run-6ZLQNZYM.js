import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess
} from "./chunk-7RUVDNVV.js";
import "./chunk-ZTKXYXQ3.js";
import "./chunk-AKMH7RRN.js";
import "./chunk-TH74OZMV.js";
import "./chunk-EGGL2WH3.js";
import "./chunk-QPXKJXTH.js";
import "./chunk-MHGYMCE7.js";
import "./chunk-LNRJCTV5.js";
import "./chunk-YMVXRNGJ.js";
import "./chunk-6Y64S4YC.js";
import "./chunk-MLKXGJZY.js";
import "./chunk-OJJX3HFX.js";
import "./chunk-LSU2MSLR.js";
import "./chunk-QSTZLZP3.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-3YKUXYV7.js";
import "./chunk-DAUYLU22.js";
import "./chunk-CDVY7C5S.js";
import "./chunk-4RU4S2AD.js";
import "./chunk-LFRTUEE6.js";
import "./chunk-ZMUQFV5H.js";
import "./chunk-4CJ7H7KI.js";
import "./chunk-J5IKYRYD.js";
import "./chunk-AULO6AMP.js";
import "./chunk-ZOM3MCPH.js";
import "./chunk-PCHSCMJA.js";
import "./chunk-PM53SSX3.js";
import "./chunk-A7FEJFYO.js";
import "./chunk-OZ35NTFX.js";
import "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-JQZSCLZR.js";
import "./chunk-2MQSEN5P.js";
import "./chunk-YADDKBRE.js";
import "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-GW7OXMLF.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-YSH2IDXS.js";
export {
  assess
};
