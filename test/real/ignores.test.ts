import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Finding } from '../../src/finding.ts'
import { assess } from '../../src/run.ts'
import { unpackChart } from '../../src/template/chart/archive.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const PACKAGE = join(SHARED, 'charts', 'external-secrets-2.9.0.tgz')
const OWN = `installCRDS: true
replicaCount: 2
image:
  tag: v2.9.0
serviceAccount:
  create: true
webhook:
  certManager:
    enabled: false
certController: {}
processClusterStore: true
`

const judge = (root: string, values: readonly string[]) =>
  assess({ root, folder: root, paths: ['.'], helm: HELM, minSeverity: 'info', release: { values } })

const unpacked = () => {
  const files = [...unpackChart(readFileSync(PACKAGE))]
  return Object.fromEntries(files.map(([path, bytes]) => [`eso/${path}`, bytes]))
}

/** The rules that speak of each line, by file. */
function rulesByLine(findings: readonly Finding[]): Map<string, Map<number, string>> {
  const files = new Map<string, Map<number, string>>()
  for (const { rule, places } of findings)
    for (const { file, startLine } of places) {
      if (startLine === undefined) continue
      const lines = files.get(file) ?? new Map<number, string>()
      files.set(file, lines.set(startLine, [lines.get(startLine), rule].filter(Boolean).join()))
    }
  return files
}

/** Puts a comment above each line that a finding stands on. */
function comment(root: string, findings: readonly Finding[]): void {
  for (const [file, rules] of rulesByLine(findings)) {
    const commented = readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, i) => {
        const named = rules.get(i + 1)
        if (named === undefined) return line
        const words = `eso-hardener: ignore[${named}] known`
        return [file.includes('/templates/') ? `{{- /* ${words} */}}` : `${/^ */.exec(line)?.[0]}# ${words}`, line]
      })
    writeFileSync(join(root, file), commented.join('\n'))
  }
}

const hasLine = ({ places }: Finding): boolean =>
  places.length > 0 && places.every(({ startLine }) => startLine !== undefined)
const print = ({ fingerprint }: Finding): string => fingerprint

for (const [title, files, values] of [
  ['a package with a values file', () => ({ 'eso.tgz': readFileSync(PACKAGE), 'own.yaml': OWN }), ['own.yaml']],
  ['a chart of one’s own', unpacked, []],
] as const)
  testShared(
    `every finding of the operator's chart that has a line is ignored by a comment above it: ${title}`,
    async () => {
      const root = tree(files())
      const { findings, failures } = await judge(root, values)
      expect(failures).toEqual([])
      comment(root, findings)
      const commented = await judge(root, values)
      expect(commented.warnings).toEqual([])
      expect(commented.suppressed.map(({ finding }) => finding.fingerprint).sort()).toEqual(
        findings.filter(hasLine).map(print).sort(),
      )
      expect(commented.findings.map(print).sort()).toEqual(
        findings
          .filter(finding => !hasLine(finding))
          .map(print)
          .sort(),
      )
      expect(commented.suppressed.length).toBeGreaterThan(10)
    },
  )

testShared('a values file in a chart that cannot be traced is read for what it says itself', async () => {
  const root = tree({
    ...unpacked(),
    'eso/ci/own.yaml': 'installCRDS: true # eso-hardener: ignore[ineffective-setting] known\n',
  })
  symlinkSync('values.yaml', join(root, 'eso', 'link.yaml'))
  const { suppressed } = await judge(root, ['eso/ci/own.yaml'])
  expect(suppressed).toMatchObject([{ kind: 'inline', finding: { rule: 'ineffective-setting' } }])
})
