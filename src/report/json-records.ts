import type { ObjectRef, PhysicalLocation } from '../finding.ts'

/** What many records of the JSON report hold. */
export const objectRecord = ({ apiVersion, kind, namespace, name }: ObjectRef) => ({
  apiVersion,
  kind,
  namespace: namespace ?? null,
  name,
})

/** JSON leaves out lines that are undefined. */
export const placeRecord = ({ file, startLine, endLine, via, key, isMissing, confidence }: PhysicalLocation) => ({
  file,
  startLine,
  endLine,
  via,
  key,
  missing: isMissing,
  confidence,
})
