import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'delinea',
  title: 'Delinea DevOps Secrets Vault',
  docs: 'https://external-secrets.io/latest/provider/delinea/',
  since: '0.9.1',
  stored: [{ field: 'clientSecret', secrets: ['clientSecret.secretRef'], what: 'client secret' }],
  keyless: [],
  identifiers: ['clientId.secretRef'],
  inline: [{ field: 'clientSecret.value', what: 'client secret' }],
  endpoints: [
    { field: 'tld', form: 'part' },
    { field: 'urlTemplate', form: 'part' },
  ],
})
