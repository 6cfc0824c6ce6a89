import { DATED } from '../../dated.ts'

/** The delivery product whose controller this ServiceAccount is; undefined when it is none we know. */
export const deployerOf = (name: string, namespace: string | undefined): string | undefined =>
  DATED.deployers.find(account => account.name === name && account.namespaces.includes(namespace ?? ''))?.product
