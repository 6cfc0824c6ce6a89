import { defineProvider } from '../provider.ts'

// runtime/aws/auth/auth.go: what happens without auth, and that a role annotation is asked for.
export default defineProvider({
  name: 'aws',
  title: 'AWS',
  docs: 'https://external-secrets.io/latest/provider/aws-access/',
  since: '0.1.0',
  stored: [
    {
      field: 'auth.secretRef',
      secrets: ['auth.secretRef.secretAccessKeySecretRef', 'auth.secretRef.sessionTokenSecretRef'],
      what: 'access key',
      instead: 'auth.jwt.serviceAccountRef (IRSA), or no auth with EKS Pod Identity',
    },
  ],
  keyless: [{ field: 'auth.jwt' }],
  ambient: [
    {
      unless: ['auth.jwt', 'auth.secretRef'],
      as: "the controller pod's AWS identity (Pod Identity, its ServiceAccount's role or the node's role)",
      instead: 'auth.jwt.serviceAccountRef',
    },
  ],
  roles: ['role'],
  serviceAccounts: [
    { field: 'auth.jwt.serviceAccountRef', annotation: { key: 'eks.amazonaws.com/role-arn', isRequired: true } },
  ],
  identifiers: ['auth.secretRef.accessKeyIDSecretRef'],
})
