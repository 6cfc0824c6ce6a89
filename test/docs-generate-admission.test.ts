import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { admission } from '../src/generate/admission/admission.ts'
import { policiesFor } from '../src/generate/admission/policies.ts'
import { generateAll } from '../src/generate/generate.ts'
import { World } from '../src/model/world.ts'
import { worldOf } from './world.ts'

const PAGE = readFileSync('docs/generate-admission.md', 'utf8')
const STORE = `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec: { provider: { vault: {} } }
`

test('docs/generate-admission.md shows a policy as it is made', () => {
  const world = worldOf(STORE, { config: { allowedProviders: ['vault', 'aws'] } })
  const { files } = generateAll(
    [admission],
    [world],
    { engine: 'vap', flavor: 'k8s' },
    id => `eso-hardener generate ${id} --engine vap`,
  )
  expect(/```yaml\n([^`]*)```/.exec(PAGE)?.[1]).toBe(
    files.find(({ path }) => path === 'eso-allowed-providers.yaml')?.text,
  )
})

test('docs/generate-admission.md names every policy', () => {
  const config = { teams: { shop: { namespaces: ['shop'], keyPrefixes: ['shop/'] } } }
  const { policies } = policiesFor(new World([], { config }))
  expect(policies.filter(({ id }) => !PAGE.includes(`\`${id}\``))).toEqual([])
})
