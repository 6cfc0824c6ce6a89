import { defineRule } from '../check/rule.ts'
import { isTestPath } from '../model/eso/test-path.ts'
import type { Connection } from '../providers/connection.ts'
import fakeGenerator from '../providers/generators/fake.ts'
import { connectedOf, kindsWith } from '../providers/store.ts'
import fake from '../providers/table/fake.ts'

export default defineRule({
  id: 'fake-provider',
  title: 'A store or generator outside of tests hands out values from its own manifest',
  severities: ['high'],
  kinds: kindsWith(connection => connection === fakeGenerator),
  needs: ['connections'],
  why: 'The fake provider is made for tests: it answers with what stands in the store. Whatever a workload gets from it as a password is readable in the repository, the same everywhere, and known to everybody with the view role.',
  remedy:
    'Use a real provider, or the generators Password, SSHKey or UUID where a random value will do. If it is there for tests, move it to a folder named test, tests, e2e, example, examples, ci, fixtures or testdata.',
  references: [
    'https://external-secrets.io/latest/provider/fake/',
    'https://external-secrets.io/latest/api/generator/fake/',
  ],
  guide: ['AC1'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: fake, namespace: shop }
spec:
  provider:
    fake: # finding: what it hands out stands in this manifest
      data: [{ key: database, value: of-the-example }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: fake }
spec:
  provider:
    fake: {} # finding: what it hands out stands in this manifest
`,
    `
apiVersion: generators.external-secrets.io/v1alpha1
kind: Fake
metadata: { name: fake, namespace: shop }
spec: # finding: what it hands out stands in this manifest
  data: { password: of-the-example }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: fake, namespace: shop }
spec:
  provider:
    vault: { server: "https://vault.example.com" }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Password
metadata: { name: fake, namespace: shop }
spec: { length: 42, allowRepeat: true, noUpper: false }
`,
  ],
  *check(manifest) {
    const connected = connectedOf(manifest)
    if (!connected?.known || !FAKES.includes(connected.known) || isTestPath(manifest.file)) return
    yield {
      path: connected.path,
      message: 'what it hands out stands in this manifest, and this is no folder for tests',
    }
  },
})

const FAKES: readonly Connection[] = [fake, fakeGenerator]
