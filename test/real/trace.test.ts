import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { compareFile, documentsBySource } from '../../scripts/helm-documents.ts'
import { unpackChart } from '../../src/template/chart/archive.ts'
import { loadChart } from '../../src/template/chart/chart.ts'
import { probeChart, readProbe } from '../../src/template/chart/probe.ts'
import { printManifests } from '../../src/template/output/print.ts'
import { traceChart } from '../../src/template/trace.ts'
import { Dict } from '../../src/template/value/value.ts'
import { HELMS } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

describe.each(HELMS)('helm $minor', ({ minor, path }) => {
  const helm = (chart: string): string =>
    execFileSync(path, ['template', 'rel', chart, '--namespace=ns1'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

  testShared('prints what the trace of each of the operator’s charts has, file by file', () => {
    const capabilities = readProbe(helm(tree(Object.fromEntries(probeChart()))))
    const folder = join(SHARED, 'charts')
    const charts = readdirSync(folder).filter(name => name.endsWith('.tgz'))
    expect(charts.length).toBeGreaterThan(5)
    for (const name of charts) {
      const loading = { isPackaged: true, helm: capabilities.helm.version.slice(1) }
      const chart = loadChart(unpackChart(readFileSync(join(folder, name))), loading)
      const trace = traceChart({ chart, values: new Dict(), release: { name: 'rel', namespace: 'ns1' }, capabilities })
      const theirs = documentsBySource(helm(join(folder, name)))
      const different = [...trace.files].filter(([file, text]) => compareFile(text, theirs.get(file) ?? []) !== 'equal')
      expect([name, trace.failure, trace.reason, [...trace.untraced], different.map(([file]) => file)]).toEqual([
        ...[name, undefined, undefined, [], []],
      ])
      expect([...theirs.keys()].filter(file => !trace.files.has(file))).toEqual([])
      const texts = new Map([...trace.files].map(([file, { string }]) => [file, string]))
      expect(printManifests(texts, minor === '4.1' ? 4 : 3) === helm(join(folder, name))).toBe(true)
    }
  })
})
