import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/template/errors.ts
var TemplateError = class extends Error {
  name = "TemplateError";
  /** Unknown until the executor says which action was running. */
  place;
  constructor(message, place) {
    super(message);
    this.place = place;
  }
};
var Untraced = class extends Error {
  name = "Untraced";
};

export {
  TemplateError,
  Untraced
};
