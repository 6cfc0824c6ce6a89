import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/locate/places.ts
function ownPlace(manifest, path) {
  if (isTemplates(manifest, path)) return { file: manifest.file, via: "template" };
  const { file, line } = manifest.writtenAt(path);
  return { file, startLine: line, via: "manifest" };
}
var isTemplates = (manifest, path) => manifest.template !== void 0 && (manifest.composition?.writtenAt(path).isOwn ?? true);
function untracedNote({ agreement: { equal, unequal } }) {
  if (unequal === 0) return void 0;
  const share = `${unequal} of ${equal + unequal} rendered documents that places were looked for in`;
  return `${share} could not be traced as helm prints them: what is about them names the template without a line`;
}
var OWN_PLACES = {
  of: (manifest, path) => ({ location: ownPlace(manifest, path) }),
  ofMissing: () => void 0,
  ofKey: () => void 0,
  isRead: () => false,
  filesWith: () => [],
  agreement: { equal: 0, unequal: 0 }
};

export {
  ownPlace,
  isTemplates,
  untracedNote,
  OWN_PLACES
};
