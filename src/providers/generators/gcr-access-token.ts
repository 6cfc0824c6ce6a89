import { defineGenerator } from '../provider.ts'
import gcpsm from '../table/gcpsm.ts'

// It signs in as the gcpsm provider does.
export default defineGenerator({
  kind: 'GCRAccessToken',
  clusterField: 'gcrAccessTokenSpec',
  title: 'Google Container Registry',
  docs: 'https://external-secrets.io/latest/api/generator/gcr/',
  stored: gcpsm.stored,
  keyless: gcpsm.keyless,
  ambient: gcpsm.ambient,
  serviceAccounts: gcpsm.serviceAccounts,
  configMaps: gcpsm.configMaps,
  endpoints: gcpsm.endpoints,
})
