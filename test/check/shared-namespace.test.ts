import { expect, test } from 'vitest'
import { neighbours } from '../../src/check/shared-namespace.ts'
import { World } from '../../src/model/world.ts'
import { parseManifests } from '../../src/parse/manifest.ts'

const workload = (template: string, name: string, spec: string, more = '') => `---
# Source: ${template}
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, ${more} }
spec: { template: { spec: { ${spec} } } }
`
const ESO = workload(
  'platform/charts/external-secrets/templates/deployment.yaml',
  'eso',
  'serviceAccountName: eso, containers: [{ name: c, image: external-secrets:v2.9.0 }]',
  'labels: { app.kubernetes.io/name: external-secrets, app.kubernetes.io/instance: eso }',
)

function beside(other: string): string[] {
  const release = { name: 'platform', namespace: 'platform' }
  const { manifests } = parseManifests(ESO + other, { file: 'Chart.yaml', release, templateFile: source => source })
  const world = new World(manifests)
  const controller = world.eso.installs[0]?.controller
  return controller ? neighbours(controller, world).map(({ name }) => name) : ['no controller']
}

const POD = 'containers: [{ name: c, image: other:1 }]'
test.each([
  ['another chart of the same umbrella', workload('platform/charts/shop/templates/d.yaml', 'shop', POD), ['shop']],
  ['the umbrella itself', workload('platform/templates/d.yaml', 'own', POD), ['own']],
  [
    'a chart that the operator’s brings along',
    workload('platform/charts/external-secrets/charts/sdk/templates/d.yaml', 'sdk', POD),
    [],
  ],
  ['another namespace', workload('platform/templates/d.yaml', 'far', POD, 'namespace: far'), []],
  ['what runs as the operator', workload('platform/templates/d.yaml', 'job', `serviceAccountName: eso, ${POD}`), []],
  [
    'a part of the chart by its labels',
    workload(
      'x/templates/d.yaml',
      'part',
      POD,
      'labels: { app.kubernetes.io/name: external-secrets, app.kubernetes.io/instance: eso }',
    ),
    [],
  ],
])('%s', (_, other, expected) => expect(beside(other)).toEqual(expected))
