import { defineProvider } from '../provider.ts'

// It answers with what stands in the manifest: made for tests.
export default defineProvider({
  name: 'fake',
  title: 'Fake',
  docs: 'https://external-secrets.io/latest/provider/fake/',
  since: '0.4.0',
  stored: [],
  keyless: [],
  inline: [{ field: 'data[].value', what: 'value', isTestData: true }],
})
