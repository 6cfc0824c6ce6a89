import { join } from 'node:path'
import { listFolder, relativeTo } from '../io/files.ts'
import type { Release } from './discover.ts'

/** How many values files of one chart's `ci` folder are tried, and of all charts' together: each is a world to judge. */
const MOST_OF_A_CHART = 6
const MOST_OF_ALL = 30

/** Releases with their variants behind them, and what was left out. */
export interface Varied {
  readonly releases: readonly Release[]
  readonly notes: readonly string[]
}

/**
 * The values files that a chart is tested with (`ci/*-values.yaml`, the convention of chart-testing) are variants of it,
 * where nobody said how it is installed. A variant is called by its file.
 */
export async function withVariants(
  root: string,
  releases: readonly Release[],
  isExcluded: (path: string) => boolean,
): Promise<Varied> {
  const all: Release[] = []
  const notes: string[] = []
  let room = MOST_OF_ALL
  for (const release of releases) {
    const files = await testValues(release, isExcluded)
    const taken = files.slice(0, Math.min(MOST_OF_A_CHART, room))
    const left = files.slice(taken.length).map(file => relativeTo(root, file))
    room -= taken.length
    all.push(release, ...taken.map(file => ({ ...release, values: [{ path: file }], variant: relativeTo(root, file) })))
    if (left.length > 0) notes.push(`${release.chart.file}: not tried with ${left.join(', ')}: too many of them`)
  }
  return { releases: all, notes }
}

async function testValues(release: Release, isExcluded: (path: string) => boolean): Promise<string[]> {
  const { chart, declaredIn, values, setTexts } = release
  const isDeclared = declaredIn !== chart.file || values.length + setTexts.length > 0
  const folder = join(chart.path, 'ci')
  if (isDeclared || chart.isPackaged || isExcluded(folder)) return []
  const entries = await listFolder(folder).catch(() => [])
  const files = entries.filter(entry => entry.isFile() && entry.name.endsWith('-values.yaml'))
  return files
    .map(({ name }) => join(folder, name))
    .filter(file => !isExcluded(file))
    .sort()
}
