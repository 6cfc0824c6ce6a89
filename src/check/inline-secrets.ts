import type { Path } from '../finding.ts'
import { isMaterial } from '../model/eso/secret-content.ts'
import { holdsCredential, isCredentialKey } from '../parse/credentials.ts'
import type { Manifest } from '../parse/manifest.ts'
import { placesOf } from '../providers/fields.ts'
import { connectedOf, titleOf } from '../providers/store.ts'

/** Secret material in clear text in a store or generator. */
export interface InlineValue {
  readonly path: Path
  /** Below the provider, as its table has it: `headers.*`. */
  readonly field: string
  /** What it is, such as `password`. */
  readonly what: string
  /** What it is for, such as `Vault`. */
  readonly title: string
  /** Whether it can be nothing else; what may hold anything only looks like a credential. */
  readonly isCertain: boolean
  /** It is made up for tests. */
  readonly isTestData: boolean
}

/** The secrets that are written into a store or generator itself; what is filled in later or by a template is none. */
export function inlineSecretsIn(manifest: Manifest): InlineValue[] {
  const connected = connectedOf(manifest)
  if (!connected) return []
  return (connected.known?.inline ?? []).flatMap(({ field, what, isFreeForm = false, isTestData = false }) =>
    placesOf(connected.config, field)
      .filter(({ path, value }) => isMaterial(value) && (!isFreeForm || looksSecret(String(path.at(-1)), value)))
      .map(({ path }) => ({
        ...{ path: [...connected.path, ...path], field, what, isTestData },
        ...{ title: titleOf(connected), isCertain: !isFreeForm },
      })),
  )
}

/** A body may hold anything, and so its name says nothing. */
const looksSecret = (key: string, value: unknown): boolean =>
  holdsCredential(key, value) || (key !== 'body' && isCredentialKey(key))
