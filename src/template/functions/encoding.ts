import { createHash } from 'node:crypto'
import { bytesOf } from '../value/bytes.ts'
import { replaceWhole } from '../value/text.ts'
import { Text } from '../value/value.ts'
import { decodeBase32, decodeBase64, encodeBase32 } from './base.ts'
import { keeping, type TemplateFunction, text } from './function.ts'

const whole = (rewrite: (bytes: Uint8Array) => string): TemplateFunction =>
  keeping([text], ([given], { budget }) => {
    const rewritten = rewrite(bytesOf(given))
    budget.write(rewritten.length)
    return replaceWhole(given, rewritten)
  })

const decoding = (decode: (encoded: Uint8Array) => Uint8Array | string): TemplateFunction =>
  keeping([text], ([given], { budget }) => {
    budget.write(given.string.length)
    const decoded = decode(bytesOf(given))
    return typeof decoded === 'string' ? replaceWhole(given, decoded) : fromBytes(given, decoded)
  })

/** Bytes as a text in place of another; those that are no UTF-8 are kept beside it. */
function fromBytes(given: Text, bytes: Uint8Array): Text {
  const buffer = Buffer.from(bytes)
  const replaced = replaceWhole(given, buffer.toString())
  if (buffer.equals(Buffer.from(replaced.string))) return replaced
  return new Text(replaced.segments, undefined, { bytes })
}

const hash = (algorithm: string): TemplateFunction => whole(bytes => createHash(algorithm).update(bytes).digest('hex'))

function adler32(bytes: Uint8Array): string {
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return String(b * 65_536 + a)
}

/** Base 64 and 32, which give the error's words when they cannot decode, and hashes. */
export const ENCODING: Readonly<Record<string, TemplateFunction>> = {
  b64enc: whole(bytes => Buffer.from(bytes).toString('base64')),
  b64dec: decoding(decodeBase64),
  b32enc: whole(encodeBase32),
  b32dec: decoding(decodeBase32),
  sha1sum: hash('sha1'),
  sha256sum: hash('sha256'),
  sha512sum: hash('sha512'),
  adler32sum: whole(adler32),
}
