import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'CloudsmithAccessToken',
  clusterField: 'cloudsmithAccessTokenSpec',
  title: 'Cloudsmith',
  docs: 'https://external-secrets.io/latest/api/generator/cloudsmith/',
  stored: [],
  keyless: [{ field: 'serviceAccountRef' }],
  serviceAccounts: [{ field: 'serviceAccountRef', needsAudience: true }],
  endpoints: [{ field: 'apiUrl', form: 'url', default: 'https://api.cloudsmith.io' }],
})
