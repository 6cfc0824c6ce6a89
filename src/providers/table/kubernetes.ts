import { defineProvider } from '../provider.ts'

const SERVICE_ACCOUNT = "auth.serviceAccount (another cluster's API server must trust this cluster's token issuer)"

// runtime/esutils/k8s_rest_config.go: the controller pod's own token is never used.
export default defineProvider({
  name: 'kubernetes',
  title: 'Kubernetes',
  docs: 'https://external-secrets.io/latest/provider/kubernetes/',
  since: '0.5.0',
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
  foreignNamespace: 'remoteNamespace',
})
