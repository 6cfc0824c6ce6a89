import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fixFiles } from '../src/harden/fixes.ts'
import { type Hardened, hardenInstalls } from '../src/harden/harden.ts'
import { remainingOf, whyInstallKeeps } from '../src/harden/summary.ts'
import { row, tableHead } from '../src/report/markdown.ts'
import { assess } from '../src/run.ts'
import { withSections } from './readme.ts'

/**
 * Writes the two tables of docs/harden.md: what becomes of the operator's own charts, and of repositories. Needs the optional
 * folder with real data, so that they are checked in and no part of `npm run docs`.
 */
const ROOT = join(import.meta.dirname, '..')
const SHARED = resolve(ROOT, process.env.ESO_HARDENER_SHARED ?? '../shared')
const PAGE = join(ROOT, 'docs/harden.md')

const REPOSITORIES = [
  ...['cnoe-io__reference-implementation-aws', 'edgard__home-ops', 'external-secrets__examples'],
  ...['giantswarm__external-secrets', 'hybrid-cloud-patterns__validated-patterns-charts', 'knative__infra'],
  ...['konstructio__gitops-template', 'linode__apl-core', 'mmalyska__home-ops', 'sholdee__home-ops'],
]

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [tableHead(...head), ...rows.map(cells => row(...cells))].join('')

const install = (root: string, path: string): Promise<Hardened> =>
  hardenInstalls({
    options: { root, folder: root, paths: [path] },
    ...{ choice: { engine: 'vap', flavor: 'k8s' }, assess, commandOf: () => 'eso-hardener harden' },
  })

async function chartRow(archive: string): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'hardened-'))
  try {
    cpSync(join(SHARED, 'charts', archive), join(root, archive))
    const hardened = await install(root, archive)
    const { assessment, removed, kept } = hardened
    const left = remainingOf(assessment.findings, removed, whyInstallKeeps(hardened), 'high')
    return [
      archive.replace(/^external-secrets-|\.tgz$/g, ''),
      `${removed.size} of ${assessment.findings.length}`,
      kept.flatMap(({ values }) => values.map(({ key }) => `\`${key.join('.')}\``)).join(', '),
      kept.flatMap(({ generators }) => generators).join(', '),
      left.map(({ rule, number }) => `${rule}${number > 1 ? ` (${number})` : ''}`).join(', '),
    ]
  } finally {
    rmSync(root, { recursive: true })
  }
}

async function repositoryRow(name: string): Promise<string[]> {
  const root = join(SHARED, 'corpus', name)
  const { assessment, removed, refused, files } = await fixFiles({ root, folder: root, paths: ['.'] }, true, assess)
  const offered = assessment.findings.filter(({ offer, severity }) => offer && severity !== 'info')
  const reasons = Map.groupBy(refused, ({ reason }) => reason.replace(/ at \S.*| fails?: .*/, ''))
  const common = [...reasons].map(([reason, { length }]) => ({ reason, length })).sort((a, b) => b.length - a.length)
  const { kept } = await install(root, '.')
  const counted = assessment.findings.filter(({ severity }) => severity !== 'info')
  return [
    ...[name.replace('__', '/'), String(counted.length), String(offered.length), `${removed.size} in ${files.length}`],
    `${refused.length}${
      common[0]
        ? `: ${common
            .slice(0, 2)
            .map(({ reason, length }) => `${reason} (${length})`)
            .join('; ')}`
        : ''
    }`,
    `${kept.reduce((sum, { values }) => sum + values.length, 0)}, ${kept.flatMap(({ generators }) => generators).join(', ') || 'none'}`,
  ]
}

async function inTurn(names: readonly string[], rowOf: (name: string) => Promise<string[]>): Promise<string[][]> {
  const rows: string[][] = []
  for (const name of names) rows.push(await rowOf(name))
  return rows
}

if (!existsSync(SHARED)) {
  console.log(`skipped: there is no folder ${SHARED} with real data`)
} else {
  const archives = readdirSync(join(SHARED, 'charts')).filter(name => /^external-secrets-\d.*\.tgz$/.test(name))
  const order = archives.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const charts = table(
    ['Chart', 'Findings gone', 'Values', 'Manifests', 'What remains of high severity'],
    await inTurn(order, chartRow),
  )
  const head = [
    'Repository',
    'Findings',
    'Offered',
    'Proven, in files',
    'Refused',
    'Values of the operator and manifests, with --out',
  ]
  const repositories = table(head, await inTurn(REPOSITORIES, repositoryRow))
  writeFileSync(PAGE, withSections(readFileSync(PAGE, 'utf8'), { charts, repositories }))
  console.log(`${order.length} charts, ${REPOSITORIES.length} repositories -> ${PAGE}`)
}
