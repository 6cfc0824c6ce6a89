import { join } from 'node:path'
import type { Release } from '../discover/discover.ts'
import { isInline } from '../discover/values-source.ts'
import { digestOfFiles } from '../io/digest.ts'
import { listTree, relativeTo } from '../io/files.ts'
import { dependsOnMore } from '../io/observed.ts'
import type { CopyResult } from './copy.ts'
import { localFolders } from './dependencies.ts'
import { FLAGS, type Helm, type HelmResult } from './helm.ts'

/** What a release rendered to, and how it came about. */
export interface Made extends Omit<CopyResult, 'isFetched'> {
  /** Whether something of it was fetched, so that no file here says what it was made of; undefined where no copy was made. */
  readonly isFetched?: boolean
  /** Whether an earlier run rendered it. */
  readonly isKept?: boolean
}

/** What charts rendered to, by everything that decides it: a base and a change that is elsewhere render a chart once. */
export interface SharedRenders {
  get(key: string, program: Program): Made | undefined | Promise<Made | undefined>
  set(key: string, made: Made, program: Program): unknown
}

/** What renders: only of a program that is known something is kept for later runs. */
export type Program = Pick<Helm, 'identity'>

/**
 * The rendering of an unchanged release, else a new one, which is kept when it is whole (an error names places).
 * @param root absolute: dependencies in here are a part of what is rendered.
 */
export async function sharedRender(
  renders: SharedRenders | undefined,
  { helm, release, root }: { readonly helm: Helm; readonly release: Release; readonly root: string },
  render: () => Promise<Made>,
): Promise<Made> {
  if (!renders) return render()
  const key = await keyOf(release, root)
  if (key === undefined) {
    dependsOnMore('a chart has links, or a file of it cannot be read')
    return render()
  }
  const known = await renders.get(key, helm)
  if (known) return known
  const made = await render()
  // Of what changed while helm read it nobody knows what it was made of.
  if (isWhole(made) && (await keyOf(release, root)) === key) await renders.set(key, made, helm)
  return made
}

/** What a program printed, with nothing around it. */
export const asItIs = (result: HelmResult): Made => ({ result, missing: [], reason: undefined, files: undefined })

/** Whether nothing is missing in what a release rendered to. */
export const isWhole = ({ result, missing }: Pick<Made, 'result' | 'missing'>): boolean =>
  result.ok && missing.length === 0

/** Everything that decides what helm prints; undefined for a chart with links, whose content is elsewhere. */
async function keyOf(release: Release, root: string): Promise<string | undefined> {
  const { name, namespace, chart, values, set, setTexts, kubeVersion, apiVersions } = release
  const own = chart.isPackaged ? PACKAGE : await folderKey(chart.path)
  const dependencies = chart.isPackaged ? [] : await localFolders(chart.path, root)
  const others = await Promise.all(
    dependencies.map(async folder => [
      // Where a dependency lies counts by what the chart calls it.
      relativeTo(chart.path, folder),
      await folderKey(folder),
    ]),
  )
  if (own === undefined || others.some(([, key]) => key === undefined)) return undefined
  const inline = values.map(source => (isInline(source) ? source.text : ''))
  const given = [...(chart.isPackaged ? [chart.path] : []), ...values.flatMap(it => (isInline(it) ? [] : it.path))]
  const digest = await digestOfFiles(given)
  if (digest === undefined) return undefined
  const settings = { name, namespace, set, setTexts, kubeVersion, apiVersions, values: inline, flags: FLAGS }
  return JSON.stringify([settings, own, others, digest])
}

const PACKAGE = 'a package'

async function folderKey(folder: string): Promise<string | undefined> {
  const { files, links } = await listTree(folder)
  if (links.length > 0) return undefined
  const names = [...files].sort()
  const digest = await digestOfFiles(names.map(file => join(folder, file)))
  return digest && JSON.stringify([names, digest])
}
