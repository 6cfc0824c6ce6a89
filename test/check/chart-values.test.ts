import { expect, test } from 'vitest'
import { chartValues } from '../../src/check/chart-values.ts'
import { checkWorld } from '../../src/check/check.ts'
import { defineRule } from '../../src/check/rule.ts'
import { World } from '../../src/model/world.ts'
import { parseManifests } from '../../src/parse/manifest.ts'

const deployment = (image: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec: { containers: [{ name: eso, image: "registry.example.com/external-secrets:${image}" }] }
`
const ROLE = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: edit }\n'

const rule = defineRule({
  ...{ id: 'a-b', title: 'A', severities: ['low'], why: 'A.', remedy: 'A.', references: ['https://example.com'] },
  ...{ guide: ['TM1'], bad: [''], good: [''], kinds: ['rbac.authorization.k8s.io/ClusterRole'] },
  *check() {
    yield { path: [], message: 'a' }
  },
})

/** What a value that 2.5.0 brought becomes, for a role of the same or another chart. */
function changesFor(image: string, operator: string, role: string) {
  const release = { name: 'eso', namespace: 'eso' }
  const rendered = (source: string, text: string) =>
    parseManifests(`# Source: ${source}\n${text}`, { file: 'c', release, templateFile: file => file }).manifests
  const world = new World([...rendered(operator, deployment(image)), ...rendered(role, ROLE)])
  const [result] = checkWorld([rule], world)
  return result && chartValues(result, { 'rbac.a': false, b: [1] }, '2.5.0')
}

const OWN = 'external-secrets/templates/a.yaml'
const SUB = 'umbrella/charts/eso/templates/a.yaml'

test.each([
  ['of the chart itself', 'v2.9.0', OWN, OWN],
  ['of a chart in another', 'v2.5.0', SUB, SUB],
  ['of an image whose version nobody says', 'mine', OWN, OWN],
])('values %s', (_, image, operator, role) =>
  expect(changesFor(image, operator, role)).toEqual([
    { kind: 'value', key: ['rbac', 'a'], value: false },
    { kind: 'value', key: ['b'], value: [1] },
  ]),
)

test.each([
  ['before it knows them', 'v2.4.1', OWN, OWN],
  ['of the chart around it', 'v2.9.0', SUB, 'umbrella/templates/a.yaml'],
])('none %s', (_, image, operator, role) => expect(changesFor(image, operator, role)).toBeUndefined())
