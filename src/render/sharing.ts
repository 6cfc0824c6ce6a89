import { join } from 'node:path'
import type { Release } from '../discover/discover.ts'
import { isInline } from '../discover/values-source.ts'
import { digestOfFiles } from '../io/digest.ts'
import type { Tree } from '../io/files.ts'
import type { HelmResult } from './helm.ts'

/** What charts rendered to, by everything that decides it: a base and a change that is elsewhere render a chart once. */
export type SharedRenders = Map<string, HelmResult>

/** The rendering of an unchanged release, else a new one, which is kept when it succeeds (an error names places). */
export async function sharedRender(
  renders: SharedRenders | undefined,
  release: Release,
  tree: Tree,
  render: () => Promise<HelmResult>,
): Promise<HelmResult> {
  const key = renders && (await keyOf(release, tree))
  const known = key === undefined ? undefined : renders?.get(key)
  if (known) return known
  const result = await render()
  if (key !== undefined && result.ok) renders?.set(key, result)
  return result
}

/** Everything that decides what helm prints; undefined for a chart with links, whose content is elsewhere. */
async function keyOf(release: Release, { files, links }: Tree): Promise<string | undefined> {
  if (links.length > 0) return undefined
  const { name, namespace, chart, values, set, setTexts, kubeVersion, apiVersions } = release
  const names = [...files].sort()
  const paths = chart.isPackaged ? [chart.path] : names.map(file => join(chart.path, file))
  const inline = values.map(source => (isInline(source) ? source.text : ''))
  const digest = await digestOfFiles([...paths, ...values.flatMap(source => (isInline(source) ? [] : source.path))])
  if (digest === undefined) return undefined
  const settings = { name, namespace, set, setTexts, kubeVersion, apiVersions, values: inline }
  return JSON.stringify([settings, names, digest])
}
