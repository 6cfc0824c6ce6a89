import { createReadStream } from 'node:fs'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

/** A packaged chart may unpack to this much before we stop looking for its Chart.yaml. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024
const MAX_CHART_YAML_BYTES = 1024 * 1024

/**
 * The Chart.yaml at the top of a packaged chart (`<name>/Chart.yaml`); undefined when the archive holds none
 * or cannot be read. Reading stops as soon as it is found.
 */
export async function readPackagedChartYaml(archive: string): Promise<string | undefined> {
  const { extract } = await import('tar-stream')
  const unpack = extract()
  const found = Promise.withResolvers<string>()
  unpack.on('entry', (header, stream, next) => {
    const isChart = /^(?:\.\/)?[^/]+\/Chart\.yaml$/.test(header.name) && (header.size ?? 0) <= MAX_CHART_YAML_BYTES
    const chunks: Buffer[] = []
    if (isChart) stream.on('data', chunk => chunks.push(chunk as Buffer))
    else stream.resume()
    stream.on('end', () => {
      if (isChart) found.resolve(Buffer.concat(chunks).toString('utf8'))
      next()
    })
  })
  let bytes = 0
  const input = createReadStream(archive)
  const reading = pipeline(input, createGunzip(), limited, unpack)
  async function* limited(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > MAX_UNPACKED_BYTES) throw new Error('too large')
      yield chunk
    }
  }
  const nothing = reading.then(
    () => undefined,
    () => undefined,
  )
  const text = await Promise.race([found.promise, nothing])
  input.destroy()
  await nothing
  return text
}

/** Unpacks one file of a zip archive to `target` as an executable, whole or not at all. */
export async function unzipExecutable(archive: string, entry: string, target: string): Promise<void> {
  const { unzipSync } = await import('fflate')
  const bytes = unzipSync(await readFile(archive), { filter: file => file.name === entry })[entry]
  if (!bytes) throw new Error(`${archive} has no ${entry}`)
  await mkdir(dirname(target), { recursive: true })
  const draft = `${target}.${process.pid}`
  await writeFile(draft, bytes)
  await chmod(draft, 0o755)
  await rename(draft, target)
}
