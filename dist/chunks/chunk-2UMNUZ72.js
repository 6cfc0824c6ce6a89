import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/tool.ts
var TOOL = { name: "eso-hardener", version: "0.1.0", rulesDate: "2026-11-23" };

export {
  TOOL
};
