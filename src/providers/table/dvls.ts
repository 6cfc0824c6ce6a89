import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'dvls',
  title: 'Devolutions Server',
  docs: 'https://external-secrets.io/latest/provider/devolutions-server/',
  since: '1.3.0',
  stored: [{ field: 'auth.secretRef', secrets: ['auth.secretRef.appSecret'], what: 'application secret' }],
  keyless: [],
  identifiers: ['auth.secretRef.appId'],
  endpoints: [{ field: 'serverUrl', form: 'url' }],
  insecure: [{ field: 'insecure', value: true, what: 'plain HTTP is allowed' }],
})
