import { defineProvider } from '../provider.ts'

// Source: the CRDs of ESO 0.9.20 to 1.3.2; 2.9.0 has it in the schema of v1beta1 only.
export default defineProvider({
  name: 'device42',
  title: 'Device42',
  docs: 'https://external-secrets.io/latest/introduction/stability-support/',
  since: '0.9.20',
  until: '2.0.0',
  stored: [{ field: 'auth.secretRef', secrets: ['auth.secretRef.credentials'], what: 'user name and password' }],
  keyless: [],
  endpoints: [{ field: 'host', form: 'url' }],
})
