import { join, resolve } from 'node:path'
import { CONFIG_FILE } from '../config/config.ts'
import { UserError } from '../errors.ts'
import { kindOfPath, relativeTo, writeNew } from '../io/files.ts'
import type { RenderOptions } from '../render/releases.ts'
import { configText } from './config-text.ts'
import { repositoryOf } from './repository.ts'
import { type Survey, survey } from './survey.ts'
import { workflowText } from './workflow-text.ts'

/** Where GitHub looks for it, from the top of the repository. */
export const WORKFLOW_FILE = '.github/workflows/eso-hardener.yml'

/** What was done; paths are relative to the folder that the user is in. */
export interface Initialized {
  readonly written: readonly string[]
  /** Files that exist already, and were left as they are. */
  readonly kept: readonly string[]
  readonly survey: Survey
}

/**
 * Writes a config and a workflow for a folder, from what is found in it. What exists is never overwritten.
 * @throws UserError when the folder is missing or a file cannot be written.
 */
export async function initialize(
  current: string,
  path: string,
  options: Omit<RenderOptions, 'root'>,
): Promise<Initialized> {
  const folder = resolve(current, path)
  if ((await kindOfPath(folder)) !== 'folder') throw new UserError(`${path}: there is no such folder`, 'name a folder')
  const { root, branches } = await repositoryOf(folder)
  const below = relativeTo(root, folder)
  if (below.includes('${{'))
    throw new UserError(`${path}: GitHub would read a part of this name as an expression`, 'rename the folder')
  const found = await survey({ ...options, root: folder })
  const files = [
    { path: join(folder, CONFIG_FILE), text: configText(found) },
    { path: join(root, WORKFLOW_FILE), text: workflowText(found, { folder: below, branches }) },
  ]
  const written: string[] = []
  const kept: string[] = []
  for (const file of files)
    ((await writeNew(file.path, file.text)) ? written : kept).push(relativeTo(current, file.path))
  return { written, kept, survey: found }
}
