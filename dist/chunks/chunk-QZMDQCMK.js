import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/locate/places.ts
var ownPlace = (manifest, path) => manifest.template === void 0 ? { file: manifest.file, startLine: manifest.lineOf(path), via: "manifest" } : { file: manifest.file, via: "template" };
var OWN_PLACES = {
  of: (manifest, path) => ({ location: ownPlace(manifest, path) }),
  ofMissing: () => void 0,
  isRead: () => false,
  filesWith: () => []
};

export {
  ownPlace,
  OWN_PLACES
};
