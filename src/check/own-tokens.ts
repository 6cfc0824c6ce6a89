import { isPlaceholder, valueAt } from '../parse/untyped.ts'
import type { OwnToken } from '../providers/connection.ts'
import { isSet, keysOf } from '../providers/fields.ts'
import type { Connected } from '../providers/store.ts'

/** Whether a block makes the operator send its own token. Where it is to be filled in later nobody knows what will be asked. */
export const isAsked = ({ field, unless }: OwnToken, { config }: Connected): boolean =>
  isSet(config, field) &&
  !keysOf(field).some((_, i, keys) => isPlaceholder(valueAt(config, keys.slice(0, i + 1)))) &&
  !unless.some(other => isSet(config, other))
