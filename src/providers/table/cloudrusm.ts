import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'cloudrusm',
  title: 'Cloud.ru Secret Manager',
  docs: 'https://external-secrets.io/latest/provider/cloudru/',
  since: '0.15.0',
  stored: [{ field: 'auth.secretRef', secrets: ['auth.secretRef.accessKeySecretSecretRef'], what: 'access key' }],
  keyless: [],
  identifiers: ['auth.secretRef.accessKeyIDSecretRef'],
})
