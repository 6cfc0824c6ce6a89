import { chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, posix } from 'node:path'
import { promisify } from 'node:util'
import { createGunzip, gunzip } from 'node:zlib'
import { createReadStream, readFile } from './observed.ts'

/** A packaged chart may unpack to this much before we stop looking for its Chart.yaml. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024
const MAX_CHART_YAML_BYTES = 1024 * 1024

/**
 * The Chart.yaml at the top of a packaged chart (`<name>/Chart.yaml`); undefined when there is surely none. Empty when we cannot
 * say (a broken or huge archive, a huge or a second Chart.yaml): what helm makes of it is for helm to say.
 */
export async function readPackagedChartYaml(archive: string): Promise<string | undefined> {
  const found: string[] = []
  try {
    const isWanted = (path: string, size: number): boolean => {
      if (path !== 'Chart.yaml') return false
      if (size > MAX_CHART_YAML_BYTES) throw new Error('the Chart.yaml is too large')
      return true
    }
    for await (const [, text] of textsIn(archive, isWanted)) found.push(text)
    return found.length > 1 ? '' : found[0]
  } catch {
    return ''
  }
}

/** Files of a packaged chart, by their path in the chart; undefined when it cannot be read to its end. */
export async function readPackagedFiles(
  archive: string,
  isWanted: (path: string) => boolean,
): Promise<ReadonlyMap<string, string> | undefined> {
  const files = new Map<string, string>()
  try {
    for await (const [path, text] of textsIn(archive, isWanted)) files.set(path, text)
    return files
  } catch {
    return undefined
  }
}

/** The wanted files of a packaged chart as path and text. @throws when the archive cannot be read, or unpacks to too much. */
async function* textsIn(
  archive: string,
  isWanted: (path: string, size: number) => boolean,
): AsyncGenerator<[path: string, text: string]> {
  const { extract } = await import('tar-stream')
  const input = createReadStream(archive)
  const unzip = createGunzip()
  const unpack = extract()
  const stop = (error?: Error): void => void unpack.destroy(error)
  let bytes = 0
  unzip.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_UNPACKED_BYTES) stop(new Error('the archive unpacks to too much'))
  })
  // The end of the loop below closes the streams, and what they say of that is of no interest.
  input.on('error', stop)
  unzip.on('error', stop)
  unpack.on('error', () => {})
  input.pipe(unzip).pipe(unpack)
  try {
    for await (const entry of unpack) {
      const { name, size = 0 } = entry.header
      const path = pathInChart(name)
      if (path !== undefined && isWanted(path, size)) yield [path, await textOf(entry)]
      else entry.resume()
    }
  } finally {
    input.destroy()
    unzip.destroy()
  }
}

/** As helm has it: without the first folder and cleaned, by `\\` where there is one; undefined for what is in no folder. */
function pathInChart(name: string): string | undefined {
  const separator = name.includes('\\') ? '\\' : '/'
  const [, ...steps] = name.replace(/^\.\//, '').split(separator)
  const path = steps.join('/').replace(/^\/+/, '')
  return path === '' ? undefined : posix.normalize(path)
}

const textOf = async (stream: AsyncIterable<unknown>): Promise<string> => (await bytesOf(stream)).toString('utf8')

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Unpacks one file of a zip archive to `target` as an executable, whole or not at all. */
export async function unzipExecutable(archive: string, entry: string, target: string): Promise<void> {
  const { unzipSync } = await import('fflate')
  const bytes = unzipSync(await readFile(archive), { filter: file => file.name === entry })[entry]
  if (!bytes) throw new Error(`${archive} has no ${entry}`)
  await writeExecutable(target, bytes)
}

/** What a program may unpack to: helm has 60 MB. */
const MAX_PROGRAM_BYTES = 256 * 1024 * 1024

/** Unpacks one file of a `.tar.gz` to `target` as an executable, whole or not at all. @throws when it is not in there. */
export async function untarExecutable(archive: Uint8Array, entry: string, target: string): Promise<void> {
  const { extract } = await import('tar-stream')
  const unpack = extract()
  unpack.end(await promisify(gunzip)(archive, { maxOutputLength: MAX_PROGRAM_BYTES }))
  for await (const file of unpack) {
    if (file.header.name === entry && file.header.type === 'file') return writeExecutable(target, await bytesOf(file))
    file.resume()
  }
  throw new Error(`the archive has no ${entry}`)
}

async function writeExecutable(target: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const draft = `${target}.${process.pid}`
  await writeFile(draft, bytes)
  await chmod(draft, 0o755)
  await rename(draft, target)
}
