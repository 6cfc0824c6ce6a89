import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { listTree } from './files.ts'
import { digestOf } from './observed.ts'

/** The code of this program itself, in sources or in a bundle: what an older or an edited one said may be wrong now. */
export async function ownDigest(): Promise<string> {
  const here = import.meta.dirname
  const top = ['io', 'chunks'].includes(basename(here)) ? dirname(here) : here
  const files = [...(await listTree(top)).files].filter(file => /\.(?:[jt]s|json)$/.test(file)).sort()
  const digests = files.map(file => `${file} ${digestOf(join(top, file))}`)
  return createHash('sha256').update(digests.join('\n')).digest('hex')
}
