import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import { isSet } from '../providers/fields.ts'
import { CONNECTED_KINDS, type Connected, connectedOf } from '../providers/store.ts'
import { maySignInAsPod } from './ambient-identity.ts'

/**
 * Whether a store or generator of the set may need the metadata service of the cloud: it signs in as the controller's
 * pod or its node, or with Google's Workload Identity, whose tokens come from there. One that is filled in later may.
 */
export const mayNeedMetadata = remember((world: World): boolean =>
  CONNECTED_KINDS.flatMap(kind => world.of(kind)).some(manifest => {
    const connected = connectedOf(manifest)
    return !connected?.known || mayNeedMetadataFor(connected)
  }),
)

/** Whether this store or generator may. */
export const mayNeedMetadataFor = (connected: Connected): boolean =>
  maySignInAsPod(connected) || usesGoogleIdentity(connected)

/** Whether it signs in with Google's Workload Identity. */
export const usesGoogleIdentity = ({ config }: Connected): boolean =>
  ['auth.workloadIdentity', 'auth.gcp'].some(field => isSet(config, field))
