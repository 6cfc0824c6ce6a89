import { type Connected, type CredentialInUse, titleOf } from '../providers/store.ts'

/** `Vault gets a stored token (auth.tokenSecretRef, Secret eso/vault)`: how rules name a credential in use. */
export function storedCredential(connected: Connected, { credential, secret }: CredentialInUse): string {
  const place = [credential.field, ...(secret === undefined ? [] : [`Secret ${secret}`])].join(', ')
  return `${titleOf(connected)} gets a stored ${credential.what} (${place})`
}
