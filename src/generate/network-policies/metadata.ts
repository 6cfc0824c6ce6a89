import { maySignInAsPod } from '../../check/ambient-identity.ts'
import { usesGoogleIdentity } from '../../check/metadata-use.ts'
import { hasValue, isSet } from '../../providers/fields.ts'
import { type Connected, nameOf } from '../../providers/store.ts'
import { type Opening, tcp } from './opening.ts'

type Server = Pick<Opening, 'parties' | 'ports'>

/**
 * The agent of EKS; the node's own role is left out on purpose.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html
 */
const POD_IDENTITY_AGENT: Server = {
  parties: [{ kind: 'blocks', blocks: ['169.254.170.23/32', 'fd00:ec2::23/128'] }],
  ports: [tcp(80)],
}
const METADATA = '169.254.169.254/32'
/** https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy#network-policy-and-workload-identity */
const GKE_METADATA_SERVER: Server = {
  parties: [{ kind: 'blocks', blocks: ['169.254.169.252/32', METADATA] }],
  ports: [tcp(80), tcp(988)],
}
const METADATA_SERVER: Server = { parties: [{ kind: 'blocks', blocks: [METADATA] }], ports: [tcp(80)] }

/**
 * A name may be made to stand for the metadata service by whoever owns it: closed where hosts are opened by their names
 * and nothing needs the service.
 */
export function metadataClosed(openings: readonly Opening[]): Opening[] {
  const parties = openings.flatMap(opening => opening.parties)
  const isNeeded = parties.some(party => party.kind === 'blocks' && party.blocks.includes(METADATA))
  return isNeeded || !parties.some(({ kind }) => kind === 'host')
    ? []
    : [{ purpose: 'nobody here', ...METADATA_SERVER }]
}

/** Where credentials of a pod's own identity come from; nothing for whoever signs in with a token of the pod's volume. */
export function metadataAt(connected: Connected): Server[] {
  if (usesGoogleIdentity(connected)) return [GKE_METADATA_SERVER]
  if (!maySignInAsPod(connected)) return []
  const { config } = connected
  const name = nameOf(connected)
  if (AWS.has(name) || isSet(config, 'auth.iam') || isSet(config, 'auth.awsAuthCredentials'))
    return [POD_IDENTITY_AGENT]
  if (GOOGLE.has(name) || isSet(config, 'auth.gcpIdTokenAuthCredentials')) return [GKE_METADATA_SERVER]
  return isOfNode(connected) ? [METADATA_SERVER] : []
}

const AWS: ReadonlySet<string> = new Set(['aws', 'ECRAuthorizationToken', 'STSSessionToken'])
const GOOGLE: ReadonlySet<string> = new Set(['gcpsm', 'GCRAccessToken'])

/** Managed identities of Azure and instance principals of Oracle come from the node's metadata service. */
const isOfNode = (connected: Connected): boolean =>
  hasValue(connected.config, { field: 'authType', is: 'ManagedIdentity' }) ||
  ['auth.managedIdentity', 'auth.azureAuthCredentials'].some(field => isSet(connected.config, field)) ||
  (nameOf(connected) === 'oracle' && !hasValue(connected.config, { field: 'principalType', is: 'Workload' }))
