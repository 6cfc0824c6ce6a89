import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'

/** A `.tgz` with these files in a folder; gives its path. */
export async function tarball(
  folder: string,
  files: Readonly<Record<string, string>>,
  name = 'chart.tgz',
): Promise<string> {
  const archive = pack()
  for (const [path, text] of Object.entries(files)) archive.entry({ name: path }, text)
  archive.finalize()
  const file = join(folder, name)
  await pipeline(archive, createGzip(), createWriteStream(file))
  return file
}
