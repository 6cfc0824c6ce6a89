import { expect, test } from 'vitest'
import { printManifests } from '../../../src/template/output/print.ts'

const hook = (name: string, events: string): string =>
  `kind: Job\nmetadata: { name: ${name}, annotations: { helm.sh/hook: '${events}' } }`
const kindsIn = (text: string): string[] => text.split('\n').filter(line => line.startsWith('kind: '))

test('documents stand in the order of their kinds, then of their files; unknown kinds come last', () => {
  const files = new Map([
    ['c/templates/b.yaml', 'kind: Zebra\n---\nkind: Ant\n---\nkind: Deployment'],
    ['c/templates/a.yaml', 'kind: Service\n---\nkind: Deployment'],
    ['c/templates/empty.yaml', ' \n'],
  ])
  const printed = printManifests(files, 4)
  expect(kindsIn(printed)).toEqual(['Service', 'Deployment', 'Deployment', 'Ant', 'Zebra'].map(kind => `kind: ${kind}`))
  expect(printed.startsWith('---\n# Source: c/templates/a.yaml\nkind: Service\n---\n# Source: ')).toBe(true)
})

test('helm 4 has a place for webhooks, helm 3 has none', () => {
  const files = new Map([['c/a.yaml', 'kind: ValidatingWebhookConfiguration\n---\nkind: Apple']])
  expect(kindsIn(printManifests(files, 4))[0]).toBe('kind: ValidatingWebhookConfiguration')
  expect(kindsIn(printManifests(files, 3))[0]).toBe('kind: Apple')
})

test('hooks come last, those of tests and unknown ones are left out', () => {
  const all = [hook('one', 'pre-install, Post-Upgrade'), hook('two', 'test'), hook('old', 'crd-install'), 'kind: Pod']
  const printed = printManifests(new Map([['c/a.yaml', all.join('\n---\n')]]), 4)
  expect(printed).toBe(`---\n# Source: c/a.yaml\nkind: Pod\n---\n# Source: c/a.yaml\n${all[0]}\n`)
})

test('nothing is an empty line', () => {
  expect(printManifests(new Map(), 4)).toBe('\n')
})
