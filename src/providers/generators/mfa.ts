import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'MFA',
  clusterField: 'mfaSpec',
  title: 'One-time passwords',
  docs: 'https://external-secrets.io/latest/api/generator/mfa/',
  stored: [{ field: 'secret', secrets: ['secret'], what: 'seed' }],
  keyless: [],
})
