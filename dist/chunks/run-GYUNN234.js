import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess
} from "./chunk-C2GUKXHC.js";
import "./chunk-DF4VZBJN.js";
import "./chunk-3SCFAQBP.js";
import "./chunk-TH74OZMV.js";
import "./chunk-XPW7JLCH.js";
import "./chunk-LNRJCTV5.js";
import "./chunk-OCHD56ZV.js";
import "./chunk-RKLL6WKX.js";
import "./chunk-MGJYKG3O.js";
import "./chunk-4I3LNR3H.js";
import "./chunk-C2ALF6QP.js";
import "./chunk-YHV7QRBG.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-PM53SSX3.js";
import "./chunk-ZQMNIOPM.js";
import "./chunk-JQZSCLZR.js";
import "./chunk-J4C5YBFP.js";
import "./chunk-ZENOSYVD.js";
import "./chunk-4CJ7H7KI.js";
import "./chunk-DF245JEE.js";
import "./chunk-QFHOROBC.js";
import "./chunk-CWRY77ID.js";
import "./chunk-LEFFFKL7.js";
import "./chunk-AIWI27WR.js";
import "./chunk-IA5M7UZH.js";
import "./chunk-2MQSEN5P.js";
import "./chunk-YADDKBRE.js";
import "./chunk-4WC5IFVI.js";
import "./chunk-KXLSKDML.js";
import "./chunk-UHBYMYAH.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-PCHSCMJA.js";
import "./chunk-QDCK3X2K.js";
import "./chunk-MWLKK7FC.js";
import "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";
export {
  assess
};
