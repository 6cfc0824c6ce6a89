import type {
  LocatedDeployer,
  LocatedInventory,
  LocatedPath,
  LocatedReference,
  LocatedStep,
  LocatedStore,
  LocatedSubject,
} from '../locate/paths.ts'
import { objectRecord, placeRecord } from './json-records.ts'

/** Attack paths and the inventory in the JSON report. */
export const pathRecord = ({ id, question, title, threat, severity, steps }: LocatedPath) => ({
  id,
  question,
  title,
  threat,
  severity,
  steps: steps.map(stepRecord),
})

const stepRecord = ({ says, object, path, location }: LocatedStep) => ({
  says,
  object: object && objectRecord(object),
  path,
  location: location && placeRecord(location),
})

export const auditRecord = ({ crossNamespace, stores, subjects, deployers }: LocatedInventory) => ({
  crossNamespace: crossNamespace.map(referenceRecord),
  stores: stores.map(storeRecord),
  subjects: subjects.map(subjectRecord),
  deployers: deployers.map(deployerRecord),
})

const referenceRecord = ({ object, path, namespace, name, location }: LocatedReference) => ({
  object: objectRecord(object),
  path,
  namespace,
  name,
  location: placeRecord(location),
})

const storeRecord = ({ object, provider, identity, endpoint, mayUse, users, location }: LocatedStore) => ({
  object: objectRecord(object),
  provider,
  identity,
  endpoint,
  mayUse,
  users,
  location: placeRecord(location),
})

const subjectRecord = ({ subject, operator, rights, location }: LocatedSubject) => ({
  subject,
  operator,
  rights: rights.map(({ resources, verbs, names, namespaces }) => ({ resources, verbs, names, namespaces })),
  location: placeRecord(location),
})

const deployerRecord = ({ product, account, says, location }: LocatedDeployer) => ({
  product,
  account,
  says,
  location: placeRecord(location),
})
