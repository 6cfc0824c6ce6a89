import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/*
 * Entries of a cache are sealed with a key that is made of everything that they depend on: whoever has the charts and values could
 * make their content anyway, and whoever has not learns nothing from a cache that lies about.
 */

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The name under which what depends on `source` is kept: it tells nothing of it. */
export const nameFor = (source: string): string => createHash('sha256').update('name\n').update(source).digest('hex')

const keyFor = (source: string): Buffer => createHash('sha256').update('key\n').update(source).digest()

/** Seals a content for those who know `source`. */
export function seal(source: string, content: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(source), nonce)
  return Buffer.concat([nonce, cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed; undefined for anything else. */
export function unseal(source: string, sealed: Uint8Array): string | undefined {
  const end = sealed.length - TAG_BYTES
  if (end < NONCE_BYTES) return undefined
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(source), sealed.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(sealed.subarray(end))
    return decipher.update(sealed.subarray(NONCE_BYTES, end), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}
