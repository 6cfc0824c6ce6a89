const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const PADDING = '='.charCodeAt(0)
/** How many signs a last group of base 32 may have before its padding. */
const WHOLE_BYTES32 = [2, 4, 5, 7]

const signs = (alphabet: string): ReadonlySet<number> => new Set(Buffer.from(alphabet))
const SIGNS64 = signs(BASE64)
const SIGNS32 = signs(BASE32)

const isLineBreak = (byte: number | undefined): boolean => byte === 10 || byte === 13

/** Standard base 64 with padding, line breaks ignored; or Go's words on why it is none. */
export function decodeBase64(encoded: Uint8Array): Uint8Array | string {
  const fault = fault64(encoded)
  return fault === undefined
    ? Buffer.from(Buffer.from(encoded).toString('latin1'), 'base64')
    : `illegal base64 data at input byte ${fault}`
}

/** Where Go finds that it is no base 64. */
function fault64(encoded: Uint8Array): number | undefined {
  let held = 0
  for (let at = 0; at < encoded.length; at++) {
    const byte = encoded[at]
    if (byte === undefined || isLineBreak(byte)) continue
    if (byte === PADDING) return faultOfPadding64(encoded, at, held)
    if (!SIGNS64.has(byte)) return at
    held = (held + 1) % 4
  }
  return held === 0 ? undefined : encoded.length - held
}

function faultOfPadding64(encoded: Uint8Array, at: number, held: number): number | undefined {
  if (held < 2) return at
  let next = afterLineBreaks(encoded, at + 1)
  if (held === 2) {
    if (next === encoded.length) return next
    if (encoded[next] !== PADDING) return next - 1
    next = afterLineBreaks(encoded, next + 1)
  }
  return next < encoded.length ? next : undefined
}

function afterLineBreaks(encoded: Uint8Array, start: number): number {
  let at = start
  while (at < encoded.length && isLineBreak(encoded[at])) at++
  return at
}

/** Standard base 32 with padding, line breaks ignored; or Go's words on why it is none. */
export function decodeBase32(encoded: Uint8Array): Uint8Array | string {
  const dense = encoded.filter(byte => !isLineBreak(byte))
  const end = endOf32(dense)
  return 'fault' in end ? `illegal base32 data at input byte ${end.fault}` : bytesOf32(dense.subarray(0, end.length))
}

/** How many signs there are before the padding, behind which Go does not look, or where the fault is. */
function endOf32(dense: Uint8Array): { readonly length: number } | { readonly fault: number } {
  for (const [at, byte] of dense.entries()) {
    if (SIGNS32.has(byte)) continue
    const held = at % 8
    const left = dense.length - at - 1
    if (byte !== PADDING || held < 2 || left >= 8) return { fault: at }
    if (left + held < 7) return { fault: dense.length }
    for (let next = at + 1; next < at + 8 - held; next++)
      if (next < dense.length && dense[next] !== PADDING) return { fault: next - 1 }
    return WHOLE_BYTES32.includes(held) ? { length: at } : { fault: at }
  }
  const held = dense.length % 8
  return held === 0 ? { length: dense.length } : { fault: dense.length - held }
}

function bytesOf32(dense: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.floor((dense.length * 5) / 8))
  let held = 0
  let bits = 0
  let length = 0
  for (const byte of dense) {
    held = ((held << 5) | BASE32.indexOf(String.fromCharCode(byte))) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[length++] = (held >> bits) & 255
  }
  return bytes
}

/** Standard base 32 with padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let encoded = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) encoded += BASE32[(held >> (bits - 5)) & 31] ?? ''
  }
  if (bits > 0) encoded += BASE32[(held << (5 - bits)) & 31] ?? ''
  return encoded.padEnd(Math.ceil(bytes.length / 5) * 8, '=')
}
