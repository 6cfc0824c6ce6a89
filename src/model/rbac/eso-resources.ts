import { ESO_GROUP, GENERATORS_GROUP } from '../eso/eso.ts'

/** A kind of the operator as RBAC and as messages name it. */
export interface EsoResource {
  /** `external-secrets.io` where it is left out. */
  readonly group?: string
  /** As RBAC names it, such as `secretstores`. */
  readonly resource: string
  /** As messages name it, such as `SecretStores`. */
  readonly plural: string
}

export const EXTERNAL_SECRETS: EsoResource = { resource: 'externalsecrets', plural: 'ExternalSecrets' }

/** Kinds that speak for the whole cluster. */
export const CLUSTER_SCOPED: readonly EsoResource[] = [
  { resource: 'clustersecretstores', plural: 'ClusterSecretStores' },
  { resource: 'clusterexternalsecrets', plural: 'ClusterExternalSecrets' },
  { resource: 'clusterpushsecrets', plural: 'ClusterPushSecrets' },
  { group: GENERATORS_GROUP, resource: 'clustergenerators', plural: 'ClusterGenerators' },
]

/** The generators of a namespace, in 2.9.0; what the operator itself keeps (`generatorstates`) is none. */
export const GENERATORS: readonly EsoResource[] = [
  'acraccesstokens',
  'beyondtrustworkloadcredentialsdynamicsecrets',
  'cloudsmithaccesstokens',
  'ecrauthorizationtokens',
  'fakes',
  'gcraccesstokens',
  'githubaccesstokens',
  'gitlabdeploytokens',
  'grafanas',
  'mfas',
  'passwords',
  'quayaccesstokens',
  'sshkeys',
  'stssessiontokens',
  'uuids',
  'vaultdynamicsecrets',
  'webhooks',
].map(resource => ({ group: GENERATORS_GROUP, resource, plural: 'generators' }))

/** Every kind of the operator that somebody writes by hand. */
export const ESO_RESOURCES: readonly EsoResource[] = [
  EXTERNAL_SECRETS,
  { resource: 'secretstores', plural: 'SecretStores' },
  { resource: 'pushsecrets', plural: 'PushSecrets' },
  ...CLUSTER_SCOPED,
  ...GENERATORS,
]

/** The API group of a kind of the operator. */
export const groupOfResource = ({ group = ESO_GROUP }: EsoResource): string => group
