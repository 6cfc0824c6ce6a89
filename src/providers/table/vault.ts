import { defineProvider } from '../provider.ts'

const KUBERNETES = 'auth.kubernetes.serviceAccountRef (Kubernetes auth)'

// Source: CRDs of ESO 2.9.0; providers/v1/vault/auth*.go for the order of the ways.
export default defineProvider({
  name: 'vault',
  title: 'Vault',
  docs: 'https://external-secrets.io/latest/provider/hashicorp-vault/',
  stored: [
    { field: 'auth.tokenSecretRef', secrets: ['auth.tokenSecretRef'], what: 'token', instead: KUBERNETES },
    {
      field: 'auth.appRole.secretRef',
      secrets: ['auth.appRole.secretRef'],
      what: 'AppRole secret id',
      instead: KUBERNETES,
      isRotatable: true,
    },
    { field: 'auth.userPass', secrets: ['auth.userPass.secretRef'], what: 'password', instead: KUBERNETES },
    { field: 'auth.ldap', secrets: ['auth.ldap.secretRef'], what: 'LDAP password', instead: KUBERNETES },
    {
      field: 'auth.kubernetes.secretRef',
      secrets: ['auth.kubernetes.secretRef'],
      what: 'ServiceAccount token',
      instead: KUBERNETES,
    },
    {
      field: 'auth.jwt.secretRef',
      secrets: ['auth.jwt.secretRef'],
      what: 'JWT',
      instead: 'auth.jwt.kubernetesServiceAccountToken',
    },
    {
      field: 'auth.iam.secretRef',
      secrets: [
        'auth.iam.secretRef.accessKeyIDSecretRef',
        'auth.iam.secretRef.secretAccessKeySecretRef',
        'auth.iam.secretRef.sessionTokenSecretRef',
      ],
      what: 'AWS access key',
      instead: 'auth.iam.jwt.serviceAccountRef (IRSA)',
    },
    {
      field: 'auth.gcp.secretRef',
      secrets: ['auth.gcp.secretRef.secretAccessKeySecretRef'],
      what: 'Google service account key',
      instead: 'auth.gcp.workloadIdentity.serviceAccountRef (Workload Identity)',
    },
  ],
  keyless: [
    { field: 'auth.kubernetes.serviceAccountRef' },
    { field: 'auth.jwt.kubernetesServiceAccountToken' },
    { field: 'auth.iam.jwt' },
    { field: 'auth.gcp.workloadIdentity' },
    { field: 'auth.gcp.serviceAccountRef' },
  ],
  ambient:
    "auth.kubernetes without references sends the controller pod's own token; auth.iam without jwt and secretRef is the pod's AWS identity",
})
