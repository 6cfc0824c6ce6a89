import { defineGenerator } from '../provider.ts'

// It answers with what stands in the manifest: made for tests.
export default defineGenerator({
  kind: 'Fake',
  clusterField: 'fakeSpec',
  title: 'Fake generator',
  docs: 'https://external-secrets.io/latest/api/generator/fake/',
  stored: [],
  keyless: [],
  inline: [{ field: 'data.*', what: 'value', isTestData: true }],
})
