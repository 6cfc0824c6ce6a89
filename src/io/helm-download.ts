import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { suggestion, UserError } from '../errors.ts'
import { untarExecutable } from './archive.ts'
import { download } from './download.ts'
import { writeWhole } from './files.ts'
import { HELM_RELEASES, type HelmReleases, platformName } from './helm-releases.ts'

/** helm's archives have 20 MB. */
const LIMITS = { maxBytes: 64 * 1024 * 1024, timeoutMs: 120_000 }

/** Where helm comes from, and what it must be; tests have a server and a table of their own. */
export interface HelmSource {
  readonly server: string
  readonly releases: HelmReleases
  readonly platform: string
  /** The folder that archives are kept in. */
  readonly cache: string
  readonly maxBytes: number
  readonly timeoutMs: number
}

/**
 * helm of a version, unpacked into a folder out of an archive whose sha256 was compared just before. The archive is kept
 * for the next run, which compares it again. @returns the path of the program.
 * @throws UserError when the version is not offered here, or its archive cannot be had or is another one.
 */
export async function downloadedHelm(
  version: string,
  folder: string,
  source: Partial<HelmSource> = {},
): Promise<string> {
  const { releases, platform, ...place } = { ...defaultSource(), ...source }
  const sha256 = expectedSum(version.replace(/^v/, ''), platform, releases)
  const name = `helm-v${version.replace(/^v/, '')}-${platform}.tar.gz`
  const archive = await archiveOf(name, sha256, place)
  const path = join(folder, 'bin', 'helm')
  await untarExecutable(archive, `${platform}/helm`, path)
  return path
}

const defaultSource = (): HelmSource => ({
  server: 'https://get.helm.sh',
  releases: HELM_RELEASES,
  platform: platformName(),
  cache: cacheFolder(process.env, process.platform),
  ...LIMITS,
})

function expectedSum(version: string, platform: string, releases: HelmReleases): string {
  const release = Object.hasOwn(releases, version) ? releases[version] : undefined
  if (!release)
    throw new UserError(`helm ${version} is not offered for download`, suggestion(version, Object.keys(releases)))
  const sum = Object.hasOwn(release, platform) ? release[platform] : undefined
  if (sum === undefined)
    throw new UserError(
      `helm ${version} is not offered for download for ${platform}`,
      `there it is for ${Object.keys(release).join(', ')}; elsewhere install it, and name it with --helm PATH`,
    )
  return sum
}

async function archiveOf(
  name: string,
  sha256: string,
  { server, cache, maxBytes, timeoutMs }: Omit<HelmSource, 'releases' | 'platform'>,
): Promise<Buffer> {
  const kept = join(cache, `${sha256.slice(0, 16)}-${name}`)
  const known = await readSmall(kept, maxBytes)
  if (known && sumOf(known) === sha256) return known
  const url = `${server}/${name}`
  const archive = await download(url, { maxBytes, timeoutMs })
  const sum = sumOf(archive)
  if (sum !== sha256)
    throw new UserError(
      `${url}: this is not the archive that is known: its sha256 is ${sum}, not ${sha256}`,
      'something on the way changed or damaged it; nothing of it was run',
    )
  // A cache that cannot be written to costs time only.
  await writeWhole(kept, archive).catch(() => {})
  return archive
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function readSmall(path: string, maxBytes: number): Promise<Buffer | undefined> {
  try {
    return (await stat(path)).size <= maxBytes ? await readFile(path) : undefined
  } catch {
    return undefined
  }
}

/** The runner's folder for tools, which outlives a job where runners are one's own; else the user's for caches. */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: string): string {
  const { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: own } = env
  const home = env.HOME ?? homedir()
  const user =
    own && isAbsolute(own) ? own : join(home, ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']))
  return join(tools || user, 'eso-hardener', 'helm')
}
