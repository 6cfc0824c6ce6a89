import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readKey
} from "./chunk-EG2UVF6C.js";
import {
  kindOfPath
} from "./chunk-4WC5IFVI.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import "./chunk-YSH2IDXS.js";

// src/locate/inquiry/question.ts
import { resolve } from "node:path";
var HINT = "eso-hardener trace FILE:LINE [PATH...], or eso-hardener trace --values KEY [PATH...]";
async function readQuestion(folder, args, given) {
  const [first = "", ...rest] = args;
  const [, file, digits] = /^(.+):(\d{1,9})$/s.exec(first) ?? [];
  if (file !== void 0) {
    if (Number(digits) < 1) throw new UserError(`${first}: lines are counted from 1`, HINT);
    return { question: { kind: "line", file, line: Number(digits) }, paths: rest, valuesFiles: [...given] };
  }
  const kinds = await Promise.all(given.map((text) => kindOfPath(resolve(folder, text))));
  const keys = given.filter((_, i) => kinds[i] !== "file");
  const [key] = keys;
  if (key === void 0)
    throw new UserError(first === "" ? "trace takes a line or a key" : `${first}: no line is named`, HINT);
  if (keys.length > 1) throw new UserError(`trace takes one key, and there are ${keys.join(" and ")}`, HINT);
  return {
    question: { kind: "key", key: readKey(key) },
    paths: args,
    valuesFiles: given.filter((_, i) => kinds[i] === "file")
  };
}
export {
  readQuestion
};
