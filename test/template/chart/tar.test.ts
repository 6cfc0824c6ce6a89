import { expect, test } from 'vitest'
import { filesOfTar } from '../../../src/template/chart/tar.ts'

/** One entry of an archive; only what the reader looks at is set. */
function entry(name: string, type: string, text = '', size = text.length.toString(8)): Uint8Array {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(`${size.padStart(11, '0')}\0`, 124)
  header.write(type, 156)
  const content = Buffer.alloc(Math.ceil(text.length / 512) * 512)
  content.write(text)
  return Buffer.concat([header, content])
}

const read = (...entries: Uint8Array[]): string[][] =>
  [...filesOfTar(Buffer.concat(entries))].map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])

test('folders and global headers are no files', () => {
  expect(read(entry('x/', '5'), entry('pax', 'g', '11 path=zz\n'), entry('x/a', '0', 'A'))).toEqual([['x/a', 'A']])
})

test('long names of GNU and of pax are for the next file alone', () => {
  expect(
    read(entry('', 'L', 'long\0'), entry('a', '0'), entry('', 'x', '12 path=pax\n'), entry('b', '0'), entry('c', '0')),
  ).toEqual([
    ['long', ''],
    ['pax', ''],
    ['c', ''],
  ])
})

test('an empty block is the end', () => {
  expect(read(entry('a', '0'), Buffer.alloc(512), entry('b', '0'))).toEqual([['a', '']])
})

test.each(['777', '99', '-1'])('a size of %s is refused', size => {
  expect(() => read(entry('a', '0', '', size))).toThrow('cut off')
})
