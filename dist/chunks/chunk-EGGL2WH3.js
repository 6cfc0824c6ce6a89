import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  loadConfig
} from "./chunk-3YKUXYV7.js";
import {
  kindOfPath,
  readText
} from "./chunk-AULO6AMP.js";

// src/compare/guard.ts
import { relative, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
async function guardOf({ base, head, moved }, own) {
  const theirs = await loadConfig(base.folder, base.config, base.paths);
  const folder = resolve(head.root, relative(base.root, theirs.folder));
  const isThere = async (path) => await kindOfPath(path) !== "missing";
  const kept = await filtered(theirs.releases ?? [], ({ chart }) => isThere(resolve(folder, chart)));
  const added = await filtered(
    own.releases ?? [],
    async ({ chart }) => !await isThere(moved(resolve(own.folder, chart)))
  );
  const baseline = head.baseline === void 0 ? void 0 : moved(head.baseline);
  const [before, now] = await Promise.all([
    textOf(baseline),
    textOf(head.baseline && resolve(head.folder, head.baseline))
  ]);
  return {
    config: {
      ...{ ...theirs, folder, file: theirs.file && (head.config ?? theirs.file) },
      releases: [...kept, ...added],
      releaseLines: linesNow([...kept, ...added], own)
    },
    baseline: before,
    notes: [
      ...isSame(theirs, own) ? [] : [withoutEffect(`the config ${own.file ?? theirs.file}`)],
      ...before === now ? [] : [withoutEffect(`the baseline ${head.baseline}`)]
    ]
  };
}
var linesNow = (releases, own) => new Map(
  releases.flatMap((release) => {
    const now = own.releases?.find((candidate) => isDeepStrictEqual(candidate, release));
    const lines = now && own.releaseLines?.get(now);
    return lines ? [[release, lines]] : [];
  })
);
var EDITS = "this change edits ";
var withoutEffect = (what) => `${EDITS}${what}: it is judged by that of its base, and the edit counts once it is merged`;
var isGuardNote = (note) => note.startsWith(EDITS);
async function filtered(releases, test) {
  const results = await Promise.all(releases.map(test));
  return releases.filter((_, i) => results[i]);
}
var textOf = async (path) => path === void 0 || await kindOfPath(path) === "missing" ? void 0 : readText(path);
var isSame = (a, b) => said(a) === said(b);
var said = ({ folder: _, file: __, lineOf: ___, releaseLines: ____, ...config }) => JSON.stringify(config);

export {
  guardOf,
  isGuardNote
};
