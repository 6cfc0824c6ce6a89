import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'nebiusmysterybox',
  title: 'Nebius MysteryBox',
  docs: 'https://external-secrets.io/latest/provider/nebius-mysterybox/',
  since: '2.1.0',
  stored: [
    {
      field: 'auth.serviceAccountCredsSecretRef',
      secrets: ['auth.serviceAccountCredsSecretRef'],
      what: 'service account key',
    },
    { field: 'auth.tokenSecretRef', secrets: ['auth.tokenSecretRef'], what: 'token' },
  ],
  keyless: [],
  endpoints: [{ field: 'apiDomain', form: 'host' }],
  ca: ['caProvider.certSecretRef'],
})
