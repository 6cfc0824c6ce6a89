import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/clip.ts
function clip(text, max) {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const isHalved = /[\uD800-\uDBFF]$/.test(cut);
  return `${isHalved ? cut.slice(0, -1) : cut}…`;
}

export {
  clip
};
