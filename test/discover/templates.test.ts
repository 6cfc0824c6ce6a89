import { join } from 'node:path'
import { expect, test } from 'vitest'
import { templateNotes } from '../../src/discover/templates.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { chart, tree, under } from '../tree.ts'

const STORE = 'apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata:\n  name: {{ name }}\n'

test('templates that may make objects of a kind that is checked are counted, and the first ones named', async () => {
  const names = ['a.yaml.j2', 'b.yml.jinja2', 'c.tpl', 'd.yaml.gotmpl', 'e.yaml.tftpl', 'f.j2']
  const root = tree({
    ...Object.fromEntries(names.map(name => [name, STORE])),
    'nginx.conf.j2': 'server {{ name }};',
    'motd.tpl': 'kind regards',
  })
  const { notes, failures } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(failures).toEqual([])
  expect(notes).toContain(
    '6 templates of other tools were not run, and what would come of it was not checked: a.yaml.j2, b.yml.jinja2, c.tpl, d.yaml.gotmpl, e.yaml.tftpl and 1 more',
  )
})

test('those of a chart are helm’s', async () => {
  const root = tree(under('shop', chart('shop', '', { 'templates/_a.tpl': STORE })))
  const { notes } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(notes.filter(note => note.includes('of other tools') || note.includes('another tool'))).toEqual([])
})

test('one, and none', async () => {
  const root = tree({ 'a.j2': STORE, 'b.j2': '' })
  expect(await templateNotes(root, [join(root, 'a.j2'), join(root, 'b.j2')])).toEqual([
    '1 template of another tool was not run, and what would come of it was not checked: a.j2',
  ])
  expect(await templateNotes(root, [join(root, 'b.j2')])).toEqual([])
})
