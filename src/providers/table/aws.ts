import { defineProvider } from '../provider.ts'

// Source: CRDs of ESO 2.9.0; runtime/aws/auth/auth.go for what happens without `auth`.
export default defineProvider({
  name: 'aws',
  title: 'AWS',
  docs: 'https://external-secrets.io/latest/provider/aws-access/',
  stored: [
    {
      field: 'auth.secretRef',
      secrets: ['auth.secretRef.secretAccessKeySecretRef', 'auth.secretRef.sessionTokenSecretRef'],
      what: 'access key',
      instead: 'auth.jwt.serviceAccountRef (IRSA), or no auth with EKS Pod Identity',
    },
  ],
  keyless: [{ field: 'auth.jwt' }],
  ambient: "the controller pod's identity: Pod Identity, its ServiceAccount's role or the node's role",
})
