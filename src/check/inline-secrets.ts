import type { Path } from '../finding.ts'
import { isMaterial } from '../model/eso/secret-content.ts'
import { holdsCredential, isCredentialKey } from '../parse/credentials.ts'
import type { Manifest } from '../parse/manifest.ts'
import { placesOf } from '../providers/fields.ts'
import { connectedOf } from '../providers/store.ts'

/** Secret material in clear text in a store or generator. */
export interface InlineValue {
  readonly path: Path
  /** What it is, such as `password`. */
  readonly what: string
}

/** The secrets that are written into a store or generator itself; what is filled in later or by a template is none. */
export function inlineSecretsIn(manifest: Manifest): InlineValue[] {
  const connected = connectedOf(manifest)
  return (connected?.known?.inline ?? []).flatMap(({ field, what, isFreeForm }) =>
    placesOf(connected?.config, field).flatMap(({ path, value }) => {
      if (!isMaterial(value)) return []
      const key = String(path.at(-1))
      const isSecret = !isFreeForm || holdsCredential(key, value) || (key !== 'body' && isCredentialKey(key))
      return isSecret ? { path: [...(connected?.path ?? []), ...path], what } : []
    }),
  )
}
