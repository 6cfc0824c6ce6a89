import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/json-records.ts
var objectRecord = ({ apiVersion, kind, namespace, name }) => ({
  apiVersion,
  kind,
  namespace: namespace ?? null,
  name
});
var placeRecord = ({ file, startLine, endLine, via, key, isMissing, confidence }) => ({
  file,
  startLine,
  endLine,
  via,
  key,
  missing: isMissing,
  confidence
});

export {
  objectRecord,
  placeRecord
};
