import { defineProvider } from '../provider.ts'

// An access type that is stored in a Secret cannot be seen; the parameter is the key where the type is api_key or access_key.
// Until 0.12.0 kubernetesAuth without references read the pod's token file (providers/v1/akeyless/akeyless_api.go).
export default defineProvider({
  name: 'akeyless',
  title: 'Akeyless',
  docs: 'https://external-secrets.io/latest/provider/akeyless/',
  since: '0.3.9',
  stored: [
    {
      field: 'authSecretRef.secretRef',
      secrets: ['authSecretRef.secretRef.accessTypeParam'],
      what: 'access key',
      instead: 'authSecretRef.kubernetesAuth.serviceAccountRef',
      unless: ['authSecretRef.kubernetesAuth'],
    },
    {
      field: 'authSecretRef.kubernetesAuth.secretRef',
      secrets: ['authSecretRef.kubernetesAuth.secretRef'],
      what: 'ServiceAccount token',
      instead: 'authSecretRef.kubernetesAuth.serviceAccountRef',
      unless: ['authSecretRef.kubernetesAuth.serviceAccountRef'],
    },
  ],
  keyless: [{ field: 'authSecretRef.kubernetesAuth.serviceAccountRef' }, { field: 'authSecretRef.serviceAccountRef' }],
  ownTokens: [
    {
      field: 'authSecretRef.kubernetesAuth',
      unless: ['authSecretRef.kubernetesAuth.serviceAccountRef', 'authSecretRef.kubernetesAuth.secretRef'],
      what: "the controller pod's own token",
      to: 'akeylessGWApiURL',
      instead: 'name a ServiceAccount in authSecretRef.kubernetesAuth.serviceAccountRef',
      until: '0.12.0',
    },
  ],
  serviceAccounts: [
    { field: 'authSecretRef.kubernetesAuth.serviceAccountRef', needsAudience: true },
    { field: 'authSecretRef.serviceAccountRef' },
  ],
  identifiers: ['authSecretRef.secretRef.accessID', 'authSecretRef.secretRef.accessType'],
  endpoints: [{ field: 'akeylessGWApiURL', form: 'url' }],
  ca: ['caBundle', 'caProvider'],
})
