import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { unpackChart } from '../../src/template/chart/archive.ts'
import { loadChart } from '../../src/template/chart/chart.ts'
import { prepareInstallation } from '../../src/template/chart/installation.ts'
import { probeChart, readProbe } from '../../src/template/chart/probe.ts'
import { type SetFlag, withSetFlags } from '../../src/template/chart/set-flags.ts'
import { readGivenValues } from '../../src/template/chart/values.ts'
import { HELMS } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { plain } from '../template/chart/charts.ts'
import { runHelm } from '../template/chart/run-helm.ts'
import { tree } from '../tree.ts'

const CHARTS = join(SHARED, 'charts')
const packages = existsSync(CHARTS) ? readdirSync(CHARTS).filter(name => name.endsWith('.tgz')) : []
const UMBRELLA = {
  'Chart.yaml': [
    'apiVersion: v2\nname: umbrella\nversion: 1.0.0\ndependencies:',
    '- {name: external-secrets, version: x.x.x, alias: one, import-values: [{child: image, parent: copied}]}',
    '- {name: external-secrets, version: x.x.x, alias: two, condition: two.enabled, tags: [second]}\n',
  ].join('\n'),
  'values.yaml':
    'global: {tolerations: [a], deep: {x: 1}}\none: {replicaCount: 2, image: null}\ntags: {second: true}\n',
}
const TEMPLATE = 'values: {{ .Values | toJson }}\n'
const FLAGS: readonly SetFlag[] = [
  { kind: 'set', text: 'one.resources.limits.cpu=null,two.extraEnv[1].name=x,global.deep.y={a,b}' },
  { kind: 'set-string', text: 'one.podLabels.a\\.b/c=1' },
  { kind: 'set-json', text: 'two.affinity={"a":[1,null]}' },
]
const GIVEN = 'one: {webhook: {image: null}, serviceAccount: null}\ntwo: {certController: {create: false}}\n'

for (const { minor, path } of HELMS)
  testShared(`an umbrella of two aliases has the values that helm ${minor} gives it`, async () => {
    const capabilities = readProbe(await runHelm(path, tree(Object.fromEntries(probeChart()))))
    const helm = capabilities.helm.version
    for (const name of packages) {
      const sub = [...unpackChart(readFileSync(join(CHARTS, name)))].filter(([file]) => !file.startsWith('templates/'))
      const below = sub.map(([file, bytes]) => [`charts/eso/${file}`, bytes] as const)
      const files = { ...UMBRELLA, 'templates/v.yaml': TEMPLATE, ...Object.fromEntries(below) }
      delete (files as Record<string, unknown>)['charts/eso/values.schema.json']
      const root = tree({ ...files, 'given.yaml': GIVEN })
      const flags = FLAGS.map(({ kind, text }) => `--${kind}=${text}`)
      const output = await runHelm(path, root, `--values=${join(root, 'given.yaml')}`, ...flags)
      const chart = loadChart(new Map(Object.entries(files).map(([file, content]) => [file, Buffer.from(content)])), {
        isPackaged: false,
        helm,
      })
      const { values } = prepareInstallation({
        chart,
        values: withSetFlags(readGivenValues(GIVEN, helm), FLAGS),
        release: { name: 'rel', namespace: 'shop' },
        capabilities,
      })
      const printed = output.split('\n').find(line => line.startsWith('values: ')) ?? ''
      expect(withNumbers(plain(values)), name).toEqual(withNumbers(JSON.parse(printed.slice('values: '.length))))
    }
  })

/** helm 3.18.0's numbers are texts to us. */
function withNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNumbers)
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNumbers(item)]))
}
