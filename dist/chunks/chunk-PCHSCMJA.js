import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  DATED
} from "./chunk-QDCK3X2K.js";

// src/tool.ts
var TOOL = { name: "eso-hardener", version: "0.1.0", rulesDate: DATED.asOf };

export {
  TOOL
};
