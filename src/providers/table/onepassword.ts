import { defineProvider } from '../provider.ts'

// Source: CRDs of ESO 2.9.0. A Connect server takes nothing but its token.
export default defineProvider({
  name: 'onepassword',
  title: '1Password Connect',
  docs: 'https://external-secrets.io/latest/provider/1password-automation/',
  stored: [
    {
      field: 'auth.secretRef.connectTokenSecretRef',
      secrets: ['auth.secretRef.connectTokenSecretRef'],
      what: 'Connect token',
    },
  ],
  keyless: [],
})
