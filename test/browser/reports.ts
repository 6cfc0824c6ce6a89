import { join } from 'node:path'
import type { Finding } from '../../src/finding.ts'
import { renderReport } from '../../src/report/formats.ts'
import { RULES } from '../../src/rules/index.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { assessment, finding } from '../report/assessment.ts'
import { SHARED } from '../shared.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The report of the demo: an operator and two teams, a tree of our own. */
export async function demoReport(): Promise<string> {
  return renderReport('html', await assess({ root: ROOT, folder: ROOT, paths: ['fixtures/demo'], helm: HELM }))
}

/** The report of the operator's chart as it is without any values. */
export async function defaultInstallReport(): Promise<string> {
  const folder = join(SHARED, 'charts')
  const options = { root: folder, folder, paths: ['external-secrets-2.9.0.tgz'], helm: HELM }
  return renderReport('html', await assess(options))
}

/** The report of a run that found nothing. */
export const emptyReport = (): Promise<string> =>
  renderReport(
    'html',
    assessment({ findings: [], failures: [], hidden: 0, attack: { paths: [], more: [] }, notes: [] }),
  )

/** A report of so many findings: of all rules, in many namespaces and files, with code on both sides. */
export const largeReport = (number: number): Promise<string> =>
  renderReport('html', assessment({ findings: Array.from({ length: number }, (_, i) => numbered(i)) }))

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const

function numbered(i: number): Finding {
  const file = `apps/team-${i % 97}/values.yaml`
  const namespace = `team-${i % 97}`
  const location = { file, startLine: (i % 400) + 3, via: 'values', key: `stores[${i}].provider` } as const
  return finding({
    rule: RULES[i % RULES.length]?.id ?? '',
    // Sorted, as the pipeline has them.
    severity: SEVERITIES[Math.min(3, Math.floor(i / 2500))] ?? 'low',
    message: `the store number ${i} of this team lets everybody in who asks`,
    object: { apiVersion: 'external-secrets.io/v1', kind: 'SecretStore', namespace, name: `store-${i}` },
    location,
    places: [location],
    rendered: { release: `release-${i % 40}`, template: `team/templates/store-${i % 9}.yaml`, line: i + 10 },
    fingerprint: i.toString(16).padStart(16, '0'),
    frame: lines(location.startLine, 'as somebody wrote it'),
    renderedFrame: lines(i + 10, 'as it came out of the templates'),
  })
}

const lines = (line: number, text: string): Finding['frame'] =>
  [-2, -1, 0, 1, 2].map(by => ({ line: line + by, text: `    key-${line + by}: ${text}`, marked: by === 0 }))
