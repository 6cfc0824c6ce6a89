import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { findOnPath, isExecutable, kindOfPath } from './files.ts'
import { packagedProgram } from './helm-binary.ts'

/** A program that builds kustomizations, and what stands before the folder. */
export interface KustomizeProgram {
  readonly path: string
  readonly args: readonly string[]
}

/**
 * The named program (`kustomize` or `kubectl`, by its file's name), else `kustomize` on PATH, else `kubectl`, else the kubectl of
 * an installed npm package; undefined when there is none.
 * @throws UserError when the named one is not there.
 */
export async function findKustomize(named: string | undefined): Promise<KustomizeProgram | undefined> {
  if (named !== undefined) {
    const path = resolve(named)
    if ((await kindOfPath(path)) !== 'file' || !(await isExecutable(path)))
      throw new UserError(`${named}: there is no program here`, 'name kustomize or kubectl')
    return programAt(path)
  }
  const path = (await findOnPath('kustomize')) ?? (await findOnPath('kubectl')) ?? (await packagedProgram('kubectl'))
  return path === undefined ? undefined : programAt(path)
}

const programAt = (path: string): KustomizeProgram => ({
  path,
  args: /kubectl[^/\\]*$/.test(path) ? ['kustomize'] : ['build'],
})
