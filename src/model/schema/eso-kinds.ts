import { knownKinds } from '../../parse/kinds.ts'
import { ESO_GROUP, GENERATORS_GROUP } from '../eso/eso.ts'

/** Every kind of the operator, as `group/Kind`. */
export const ESO_KINDS: readonly string[] = knownKinds().filter(
  groupKind => groupKind.startsWith(`${ESO_GROUP}/`) || groupKind.startsWith(`${GENERATORS_GROUP}/`),
)
