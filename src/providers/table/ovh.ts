import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'ovh',
  title: 'OVHcloud KMS',
  docs: 'https://external-secrets.io/latest/provider/ovhcloud/',
  since: '2.3.0',
  stored: [{ field: 'auth.token', secrets: ['auth.token.tokenSecretRef'], what: 'access token' }],
  keyless: [],
  clientCertificates: [{ certificate: 'auth.mtls.certSecretRef', key: 'auth.mtls.keySecretRef' }],
  endpoints: [{ field: 'server', form: 'url' }],
  ca: ['auth.mtls.caBundle', 'auth.mtls.caProvider'],
})
