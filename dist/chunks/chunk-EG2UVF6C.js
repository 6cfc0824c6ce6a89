import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/locate/inquiry/key-path.ts
var STEP = /\.?((?:[^.[\\]|\\.)+)|\[(\d{1,6})\]/gsy;
function readKey(text) {
  const path = [];
  let end = 0;
  for (const {
    0: { length },
    1: name,
    2: index,
    index: start
  } of text.matchAll(STEP)) {
    path.push(index === void 0 ? (name ?? "").replaceAll(/\\(.)/gs, "$1") : Number(index));
    end = start + length;
  }
  if (end < text.length || path.length === 0 || text.startsWith(".") || typeof path[0] === "number")
    throw new UserError(`'${text}' is not a key of values`, "write it as for helm --set: webhook.ports[0].name");
  return path;
}

export {
  readKey
};
