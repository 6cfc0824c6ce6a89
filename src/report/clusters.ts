import { type Assessment, countBySeverity } from './report.ts'

/** How many findings a cluster has, by severity. */
export interface ClusterCounts {
  readonly cluster: string
  readonly counts: ReturnType<typeof countBySeverity>
}

/** The findings of each cluster, in any of its worlds; nothing where there is one cluster, or one world. */
export function clusterCounts({ findings, worlds }: Pick<Assessment, 'findings' | 'worlds'>): ClusterCounts[] {
  const clusters = [...new Set(worlds.map(({ cluster }) => cluster))]
  if (clusters.length < 2) return []
  return clusters.map(cluster => ({
    cluster,
    counts: countBySeverity(
      findings.filter(finding => finding.worlds?.some(world => world.cluster === cluster) ?? true),
    ),
  }))
}

/** `2 critical, 1 low`; `none` where there is nothing. */
export function countsText(counts: ClusterCounts['counts']): string {
  const named = Object.entries(counts).flatMap(([severity, count]) => (count > 0 ? `${count} ${severity}` : []))
  return named.join(', ') || 'none'
}
