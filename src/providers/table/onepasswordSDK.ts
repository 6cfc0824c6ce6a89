import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'onepasswordSDK',
  title: '1Password SDK',
  docs: 'https://external-secrets.io/latest/provider/1password-sdk/',
  since: '0.17.0',
  stored: [
    { field: 'auth.serviceAccountSecretRef', secrets: ['auth.serviceAccountSecretRef'], what: 'service account token' },
  ],
  keyless: [],
})
