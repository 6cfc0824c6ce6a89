import { defineProvider } from '../provider.ts'

const SERVICE_ACCOUNT = "auth.serviceAccount (another cluster's API server must trust this cluster's token issuer)"

// It signs in as the kubernetes provider does.
export default defineProvider({
  name: 'crd',
  title: 'Kubernetes custom resources',
  docs: 'https://external-secrets.io/latest/provider/crd/',
  since: '2.8.0',
  stored: [
    { field: 'auth.token', secrets: ['auth.token.bearerToken'], what: 'bearer token', instead: SERVICE_ACCOUNT },
    {
      field: 'auth.cert',
      secrets: ['auth.cert.clientKey', 'auth.cert.clientCert'],
      what: 'client certificate',
      instead: SERVICE_ACCOUNT,
    },
    { field: 'authRef', secrets: ['authRef'], what: 'kubeconfig', instead: SERVICE_ACCOUNT },
  ],
  keyless: [{ field: 'auth.serviceAccount' }],
  serviceAccounts: [{ field: 'auth.serviceAccount' }],
  clientCertificates: [{ certificate: 'auth.cert.clientCert', key: 'auth.cert.clientKey' }],
  endpoints: [{ field: 'server.url', form: 'url', default: 'kubernetes.default' }],
  ca: ['server.caBundle', 'server.caProvider'],
})
