import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  reviewReport
} from "./chunk-4LW427QC.js";
import "./chunk-W4BKQOG6.js";
import {
  reviewExitCode,
  reviewOptions
} from "./chunk-KB62WAXM.js";
import "./chunk-M6XGBZDC.js";
import "./chunk-EGGL2WH3.js";
import "./chunk-MHGYMCE7.js";
import "./chunk-3YKUXYV7.js";
import "./chunk-LFRTUEE6.js";
import "./chunk-ZMUQFV5H.js";
import "./chunk-4CJ7H7KI.js";
import "./chunk-J5IKYRYD.js";
import "./chunk-AULO6AMP.js";
import "./chunk-DIJLDY4C.js";
import "./chunk-ZOM3MCPH.js";
import "./chunk-PCHSCMJA.js";
import "./chunk-OZ35NTFX.js";
import "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-JQZSCLZR.js";
import "./chunk-2MQSEN5P.js";
import "./chunk-YADDKBRE.js";
import "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import "./chunk-V5WNMZFE.js";
import "./chunk-E6P33G6U.js";
import "./chunk-GW7OXMLF.js";
import "./chunk-4AX3HMK5.js";
import "./chunk-2ULQKFID.js";
import "./chunk-YSH2IDXS.js";

// src/commands/review.ts
async function review({ args, flag, has, run }) {
  const file = flag("from");
  if (file === void 0 || args.length > 0)
    throw new UserError("review takes a report and nothing else: --from FILE", "see eso-hardener --help");
  const posted = await reviewReport(run.root, file, {
    ...{ ...reviewOptions(flag, "--"), resolvesThreads: has("resolve-threads"), env: process.env },
    token: process.env.GITHUB_TOKEN || void 0
  });
  return { output: `${posted.message}
`, format: "text", exitCode: reviewExitCode(posted) };
}
export {
  review
};
