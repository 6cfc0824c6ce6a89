import { expect, test } from 'vitest'
import type { Answer, KeyAnswer, NodeAnswer, ReleaseAnswer } from '../../src/locate/inquiry/answer.ts'
import { COLOURED, PLAIN } from '../../src/report/terminal.ts'
import { traceJson, traceText } from '../../src/report/trace-text.ts'

const OBJECT = { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'api' }
const NODE: NodeAnswer = {
  object: OBJECT,
  path: ['spec', 'ports', 0],
  role: 'used',
  renderedLine: 7,
  text: '- 80',
  from: { template: 'c/templates/_a.tpl', file: null, line: 3 },
  fromValues: null,
  through: [
    { template: 'c/templates/a.yaml', file: 'c/templates/a.yaml', line: 9, name: 'c.ports' },
    { template: 'c/templates/_a.tpl', file: null, line: 1, name: 'c.port' },
  ],
  values: [
    { key: 'port', is: true },
    { key: 'base', is: false },
  ],
  objects: ['.Release.Name'],
  conditions: [
    { template: 'c/templates/a.yaml', file: null, line: 2, isTrue: false, keys: [], objects: ['.Capabilities'] },
  ],
}
const KEY: KeyAnswer = {
  key: 'port',
  layers: [
    { file: null, line: null, text: '', wins: true, isAsked: false },
    { file: 'v.yaml', line: 2, text: 'port: 80', wins: false, isAsked: true },
  ],
  change: { tried: '80 -> 81', fails: false, effects: [], moreEffects: 0 },
}
const RELEASE: ReleaseAnswer = {
  ...{ release: 'api', namespace: 'shop', variant: 'default', chart: 'c/Chart.yaml' },
  ...{ nodes: [NODE], moreNodes: 0, around: [], keys: [KEY], moreKeys: [], notes: [] },
}
const answer = (release: Partial<ReleaseAnswer> = {}): Answer => ({
  ...{ about: 'values', file: null, line: null, key: 'port' },
  releases: [{ ...RELEASE, ...release }],
})
const text = (release: Partial<ReleaseAnswer> = {}, width = 100): string =>
  traceText(answer(release), { width, palette: PLAIN })

test('a node with all that led to it, and a key', () => {
  expect(text()).toBe(`port  in release api of c/Chart.yaml

  Service shop/api spec.ports[0]  (made with it)
    7 | - 80
    --> c/templates/_a.tpl:3
    through     c/templates/a.yaml:9 calls c.ports
                c/templates/_a.tpl:1 calls c.port
    set by      port
    made with   base, .Release.Name
    gated by    .Capabilities (false), c/templates/a.yaml:2

keys
  port
    --> --set, or set in the config  (wins)
    --> v.yaml:2 | port: 80  (loses)
    tried       80 -> 81: nothing changes in what is rendered
`)
})

test('a text that tpl made a template of stands in the values, or in a flag', () => {
  const given = { key: 'extra[0]', file: 'v.yaml', line: 9 }
  const shown = (fromValues: NodeAnswer['fromValues']) => text({ nodes: [{ ...NODE, from: null, fromValues }] })
  expect(shown(given)).toContain('\n    --> v.yaml:9, in the text of extra[0]\n')
  expect(shown({ ...given, file: null, line: null })).toContain('\n    --> the text of extra[0]\n')
})

test('what is too much is counted', () => {
  const effects = Array.from({ length: 9 }, () => ({ what: 'removed', object: OBJECT, path: [] }) as const)
  const change = { tried: 'true -> false', fails: false, effects, moreEffects: 3 }
  const shown = text({ moreNodes: 4, keys: [{ ...KEY, layers: [], change }], moreKeys: ['a', 'b'] })
  expect(shown).toContain('\n  and 4 more\n')
  expect(shown).toContain('\n    nothing sets it\n    tried       true -> false\n    removes     Service shop/api\n')
  expect(shown).toContain('\n                and 4 more\n')
  expect(shown).toContain('\n    others      a, b\n')
})

test('a line without a node has the conditions around it; notes are wrapped', () => {
  const shown = text({ nodes: [], around: NODE.conditions, keys: [], notes: ['word '.repeat(30).trim()] }, 80)
  expect(shown).toContain('\n    gated by    .Capabilities (false), c/templates/a.yaml:2\n')
  expect(shown.split('\n').filter(line => line.length > 80)).toEqual([])
})

test('a condition that only the template decides is left out', () => {
  const conditions = NODE.conditions.map(condition => ({ ...condition, objects: [] }))
  expect(text({ nodes: [{ ...NODE, conditions }] })).not.toContain('gated by')
})

test('a key that the config sets has its line there', () => {
  const layers = [{ file: 'config.yaml', line: 3, text: '', wins: true, isAsked: false }]
  expect(text({ keys: [{ ...KEY, layers }] })).toContain('\n    --> config.yaml:3\n')
})

test('a value that makes the chart fail is said to', () => {
  const change = { tried: 'another text', fails: true, effects: [], moreEffects: 0 }
  expect(text({ keys: [{ ...KEY, change }] })).toContain('tried       another text: the chart does not render then\n')
})

test('a terminal has colours, and nothing foreign has', () => {
  const shown = traceText(answer({ nodes: [{ ...NODE, text: 'a: \u001B[31mred' }] }), { width: 100, palette: COLOURED })
  expect(shown).toContain('\u001B[36m-->')
  expect(shown).not.toContain('\u001B[31m')
})

test('JSON has the answer as it is', () => {
  expect(JSON.parse(traceJson(answer()))).toEqual({ schemaVersion: 1, ...answer() })
})
