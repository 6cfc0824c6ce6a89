import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/errors.ts
var UserError = class extends Error {
  name = "UserError";
  /** What to do about it, one sentence. */
  hint;
  constructor(message, hint) {
    super(message);
    this.hint = hint;
  }
};
function nearest(given, wanted) {
  const longer = wanted.find((word) => word.toLowerCase().startsWith(given.toLowerCase()));
  if (given && longer !== void 0) return longer;
  const ranked = wanted.map((word) => ({ word, distance: editDistance(given.toLowerCase(), word.toLowerCase()) }));
  const best = ranked.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(2, Math.floor(given.length / 3)) ? best.word : void 0;
}
function suggestion(given, wanted) {
  const near = nearest(given, wanted);
  return near ? `did you mean '${near}'?` : `allowed: ${wanted.join(", ")}`;
}
function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

export {
  UserError,
  nearest,
  suggestion
};
