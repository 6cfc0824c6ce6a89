import { dirname, join, relative, resolve } from 'node:path'
import { makeFolders, readText, removeFile, writeWhole } from '../io/files.ts'
import type { RunOptions } from '../run.ts'
import { applyAll } from './apply.ts'
import type { Attempt } from './attempts.ts'

/** Runs `work` while a copy of the tree has the changes of some fixes, and puts it back. What cannot be made beside the others leaves its finding, which shows. */
export async function withChanges<T>(
  root: string,
  texts: ReadonlyMap<string, string>,
  attempts: readonly Attempt[],
  work: () => Promise<T>,
): Promise<T> {
  const changes = distinct(attempts.flatMap(attempt => attempt.changes))
  const newFiles = distinct(attempts.flatMap(attempt => attempt.newFiles))
  const edited = [...Map.groupBy(changes, ({ file }) => file)].map(([file, some]) => ({
    file,
    text: applyAll(texts.get(file) ?? '', some).text,
  }))
  const undo: (() => Promise<void>)[] = []
  try {
    for (const { file, text } of [...edited, ...newFiles]) {
      const path = join(root, file)
      const old = texts.get(file) ?? (await readText(path).catch(() => undefined))
      undo.push(() => (old === undefined ? removeFile(path) : writeWhole(path, old)))
      await makeFolders([dirname(path)])
      await writeWhole(path, text)
    }
    return await work()
  } finally {
    for (const step of undo.reverse()) await step()
  }
}

/** Each once: several findings may want the same. */
export const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map(item => [JSON.stringify(item), item])).values(),
]

/** The same run on a copy, without what nobody reads of it. What is outside the repository stays where it is. */
export function optionsAt(root: string, options: RunOptions): RunOptions {
  const moved = (path: string): string => {
    const from = resolve(options.folder, path)
    const inside = relative(options.root, from)
    return inside.startsWith('..') ? from : join(root, inside)
  }
  const { loadedConfig, release } = options
  return {
    ...options,
    ...{ root, folder: moved('.'), paths: options.paths.map(moved) },
    config: options.config && moved(options.config),
    loadedConfig: loadedConfig && { ...loadedConfig, folder: moved(loadedConfig.folder) },
    release: { ...release, values: release?.values?.map(moved) },
    ...{ minSeverity: 'info', isUntraced: true, proveFixes: false, base: undefined, isGuarded: false },
    ...{ baseline: undefined, writeBaseline: undefined, onProgress: undefined },
  }
}
