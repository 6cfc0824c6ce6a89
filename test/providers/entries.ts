import type { Connection } from '../../src/providers/connection.ts'

/** The fields of an entry that refer to a Secret, a ConfigMap or a ServiceAccount. */
export const referenceFields = (connection: Connection): string[] => [
  ...connection.stored.flatMap(({ secrets }) => secrets),
  ...(connection.identifiers ?? []),
  ...(connection.clientCertificates ?? []).flatMap(({ certificate, key }) => [certificate, key ?? certificate]),
  ...(connection.configMaps ?? []),
  ...(connection.serviceAccounts ?? []).map(({ field }) => field),
  // A bundle of certificates stands in the manifest itself.
  ...(connection.ca ?? []).filter(field => !field.endsWith('caBundle')),
  ...(connection.podFiles ?? []).flatMap(({ field, isReference }) => (isReference ? [field] : [])),
]

/** Every field that an entry names, however. */
export const fieldsOf = (connection: Connection): string[] => [
  ...connection.stored.flatMap(({ field, when, unless = [] }) => [field, ...unless, ...(when ? [when.field] : [])]),
  ...connection.keyless.map(({ field }) => field),
  ...(connection.ambient ?? []).flatMap(({ field, when, unless }) => [
    ...unless,
    ...(field === undefined ? [] : [field]),
    ...(when ? [when.field] : []),
  ]),
  ...(connection.ownTokens ?? []).flatMap(({ field, unless }) => [field, ...unless]),
  ...(connection.serviceAccounts ?? []).flatMap(({ annotation }) => annotation?.orField ?? []),
  ...(connection.inline ?? []).map(({ field }) => field),
  ...(connection.endpoints ?? []).map(({ field }) => field),
  ...(connection.insecure ?? []).map(({ field }) => field),
  ...(connection.podFiles ?? []).map(({ field }) => field),
  ...(connection.ca ?? []),
  ...referenceFields(connection),
]
