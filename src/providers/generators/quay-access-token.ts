import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'QuayAccessToken',
  clusterField: 'quayAccessTokenSpec',
  title: 'Quay',
  docs: 'https://external-secrets.io/latest/api/generator/quay/',
  stored: [],
  keyless: [{ field: 'serviceAccountRef' }],
  serviceAccounts: [{ field: 'serviceAccountRef', needsAudience: true }],
  endpoints: [{ field: 'url', form: 'host', default: 'quay.io' }],
})
