import { TemplateError } from '../errors.ts'

/** A plain file in a tar archive. */
export interface TarFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const BLOCK = 512
const utf8 = new TextDecoder()

/** The files of a tar archive (ustar, with the long names of GNU and pax), in its order. @throws TemplateError when it is none. */
export function* filesOfTar(tar: Uint8Array): Generator<TarFile> {
  let longName: string | undefined
  let offset = 0
  while (offset + BLOCK <= tar.length) {
    const header = tar.subarray(offset, offset + BLOCK)
    if (header.every(byte => byte === 0)) return
    const size = numberIn(header.subarray(124, 136))
    const start = offset + BLOCK
    if (!Number.isSafeInteger(size) || size < 0 || start + size > tar.length)
      throw new TemplateError('a packaged chart is cut off')
    const bytes = tar.subarray(start, start + size)
    offset = start + Math.ceil(size / BLOCK) * BLOCK
    switch (String.fromCharCode(header[156] ?? 0)) {
      case 'x':
        longName = paxPath(bytes) ?? longName
        break
      case 'L':
        longName = textIn(bytes)
        break
      case 'g':
      case 'K':
        break
      case '5':
        longName = undefined
        break
      default: {
        const name = longName ?? nameIn(header)
        longName = undefined
        if (!name.endsWith('/')) yield { name, bytes }
      }
    }
  }
}

function nameIn(header: Uint8Array): string {
  const name = textIn(header.subarray(0, 100))
  const prefix = textIn(header.subarray(257, 263)).startsWith('ustar') ? textIn(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

const textIn = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0)
  return utf8.decode(end < 0 ? bytes : bytes.subarray(0, end))
}

/** Octal digits, or with the top bit set a big-endian number. */
function numberIn(field: Uint8Array): number {
  const [first = 0] = field
  const digits = textIn(field).trim()
  if ((first & 0x80) === 0) return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN
  return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 0x7f)
}

/** The `path` of a pax header, whose records are `<length> <key>=<value>\n`, the length in bytes with itself. */
function paxPath(records: Uint8Array): string | undefined {
  let path: string | undefined
  let offset = 0
  while (offset < records.length) {
    const space = records.indexOf(0x20, offset)
    const length = space < 0 ? Number.NaN : Number(utf8.decode(records.subarray(offset, space)))
    if (!Number.isSafeInteger(length) || length <= 0) break
    const record = utf8.decode(records.subarray(space + 1, offset + length - 1))
    if (record.startsWith('path=')) path = record.slice('path='.length)
    offset += length
  }
  return path
}
