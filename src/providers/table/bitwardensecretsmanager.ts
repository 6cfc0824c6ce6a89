import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'bitwardensecretsmanager',
  title: 'Bitwarden Secrets Manager',
  docs: 'https://external-secrets.io/latest/provider/bitwarden-secrets-manager/',
  since: '0.9.20',
  stored: [
    { field: 'auth.secretRef', secrets: ['auth.secretRef.credentials'], what: "machine account's access token" },
  ],
  keyless: [],
  endpoints: [
    { field: 'apiURL', form: 'url' },
    { field: 'bitwardenServerSDKURL', form: 'url' },
    { field: 'identityURL', form: 'url' },
  ],
  ca: ['caBundle', 'caProvider'],
})
