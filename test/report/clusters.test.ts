import { expect, test } from 'vitest'
import { clusterCounts, countsText } from '../../src/report/clusters.ts'
import { jobSummary } from '../../src/report/job-summary.ts'
import { PLAIN } from '../../src/report/terminal.ts'
import { textReport } from '../../src/report/text.ts'
import { RULES } from '../../src/rules/index.ts'
import { assessment, finding } from './assessment.ts'

const worlds = ['east', 'west|*x*'].map(cluster => ({
  ...{ cluster, variant: 'default', isMain: true, releases: [], manifests: 1 },
}))
const east = finding({ severity: 'high', worlds: [{ cluster: 'east', variant: 'default' }] })
const both = finding({ severity: 'low', worlds: worlds.map(({ cluster, variant }) => ({ cluster, variant })) })

test('a finding counts in each cluster that has it', () => {
  const counts = clusterCounts({ findings: [east, both], worlds })
  expect(counts.map(({ cluster, counts }) => `${cluster}: ${countsText(counts)}`)).toEqual([
    'east: 1 high, 1 low',
    'west|*x*: 1 low',
  ])
  expect(countsText(clusterCounts({ findings: [], worlds })[0]?.counts ?? ({} as never))).toBe('none')
})

test('of one cluster nothing is said', () => {
  expect(clusterCounts({ findings: [east], worlds: worlds.slice(0, 1) })).toEqual([])
})

test('the text and the job’s summary have a line for each, with names as they are', () => {
  const found = assessment({ findings: [east, both], worlds })
  expect(textReport(found, RULES, { width: 100, palette: PLAIN })).toContain(
    '  cluster   east: 1 high, 1 low\n  cluster   west|*x*: 1 low\n',
  )
  const many = assessment({
    worlds: Array.from({ length: 50 }, (_, i) => ({ ...worlds[0], cluster: `c${i}` }) as never),
  })
  expect(textReport(many, RULES, { width: 100, palette: PLAIN })).toContain('  cluster   … and 30 more\n')
  expect(jobSummary(many)).toContain('| … and 20 more |')
  expect(jobSummary(found)).toContain('| east | 1 high, 1 low |\n')
  expect(jobSummary(found)).not.toContain('*x*')
})
