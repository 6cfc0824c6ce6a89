import { basename, resolve } from 'node:path'
import { CONFIG_FILE, type LoadedConfig } from '../config/config.ts'
import { UserError } from '../errors.ts'
import { kindOfPath, readText, relativeTo, targetWithin } from '../io/files.ts'
import { isFileKind } from '../parse/kinds.ts'
import { parseManifests } from '../parse/manifest.ts'
import type { Failure } from '../render/render.ts'

/** The file of the audit policy that the config names, as an absolute path; or why it is none. */
export interface NamedAuditPolicy {
  readonly files: readonly string[]
  readonly failures: readonly Failure[]
}

/**
 * The audit policy that the config names: it is looked at like any manifest, also where `exclude`, its name or the paths
 * that are checked would leave it out. Without it nobody can say what is logged, so that a wrong name is a failure.
 */
export async function namedAuditPolicy(root: string, config: LoadedConfig): Promise<NamedAuditPolicy> {
  const { auditPolicy: name, file, folder, lineOf } = config
  if (name === undefined) return { files: [], failures: [] }
  const path = resolve(folder, name)
  const target = await targetWithin(root, path)
  const wrong = target === undefined ? await whyNot(path) : await faultIn(target)
  if (target !== undefined && wrong === undefined) return { files: [target], failures: [] }
  const line = lineOf?.(['auditPolicy'])
  const location = {
    file: relativeTo(root, resolve(folder, basename(file ?? CONFIG_FILE))),
    ...(line !== undefined && { startLine: line }),
    via: 'manifest' as const,
  }
  return { files: [], failures: [{ release: null, message: `auditPolicy: ${name}: ${wrong}`, location }] }
}

const whyNot = async (path: string): Promise<string> =>
  (await kindOfPath(path)) === 'missing' ? MISSING : 'it is not in the repository, and only what is there is read'

const MISSING = 'there is no such file; the path is relative to the config file'

async function faultIn(path: string): Promise<string | undefined> {
  if ((await kindOfPath(path)) !== 'file') return 'this is not a file'
  try {
    const { manifests } = parseManifests(await readText(path), { file: path, release: undefined })
    return manifests.some(({ groupKind }) => isFileKind(groupKind)) ? undefined : 'there is no audit policy in it'
  } catch (error) {
    if (error instanceof UserError) return error.message.replace(`${path}: `, '')
    throw error
  }
}
