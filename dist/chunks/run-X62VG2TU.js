import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess
} from "./chunk-WX35HWSE.js";
import "./chunk-R2VQRN2M.js";
import "./chunk-W6K67UTN.js";
import "./chunk-EWVS3DKP.js";
import "./chunk-SNQ5EZAE.js";
import "./chunk-YKCONPR3.js";
import "./chunk-IB5RCV34.js";
import "./chunk-KXWQXNP4.js";
import "./chunk-FKMFZ37B.js";
import "./chunk-KIQCGLMN.js";
import "./chunk-B5WALKWH.js";
import "./chunk-GDWKSRR2.js";
import "./chunk-WKGPLU4X.js";
import "./chunk-5PI36ETP.js";
import "./chunk-R2HGR3M6.js";
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
  assess
};
