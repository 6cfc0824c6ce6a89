import type { Assessment } from '../report.ts'
import type { TableData } from './data.ts'

/** More rows of one table nobody reads; the JSON report has them all. */
const MOST_ROWS = 500

/** A table of so many rows as somebody may read. */
export function table<T>(
  title: string,
  head: readonly string[],
  items: readonly T[],
  cells: (item: T) => readonly string[],
): TableData {
  const rows = items.slice(0, MOST_ROWS).map(cells)
  return { title, head, rows, more: items.length - rows.length }
}

/** The releases that were judged, and the worlds that they make up. */
export const judgedData = ({ releases, worlds }: Pick<Assessment, 'releases' | 'worlds'>): TableData[] => [
  table(
    'Releases',
    ['Name', 'Chart', 'Version', 'Namespace', 'Cluster', 'Values', 'Declared in', 'Manifests'],
    releases,
    ({ name, chart, version, namespace, cluster, variant, declaredIn, manifests }) => [
      ...[name, chart, version, namespace, cluster, variant, declaredIn, manifests.toLocaleString('en')],
    ],
  ),
  table(
    'Worlds',
    ['Cluster', 'Values', 'Usual', 'Releases', 'Manifests'],
    worlds,
    ({ cluster, variant, isMain, releases, manifests }) => [
      ...[cluster, variant, isMain ? 'yes' : 'no', releases.join(', '), manifests.toLocaleString('en')],
    ],
  ),
]
