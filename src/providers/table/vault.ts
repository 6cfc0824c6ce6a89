import { defineProvider } from '../provider.ts'

const KUBERNETES = 'auth.kubernetes.serviceAccountRef (Kubernetes auth)'

// providers/v1/vault/auth*.go: the order of the ways; a `namespace` here is one of Vault.
export default defineProvider({
  name: 'vault',
  title: 'Vault',
  docs: 'https://external-secrets.io/latest/provider/hashicorp-vault/',
  since: '0.1.0',
  stored: [
    {
      field: 'auth.tokenSecretRef',
      secrets: ['auth.tokenSecretRef'],
      what: 'token',
      instead: KUBERNETES,
      form: 'vault token',
    },
    {
      field: 'auth.appRole.secretRef',
      secrets: ['auth.appRole.secretRef'],
      what: 'AppRole secret id',
      instead: KUBERNETES,
      form: 'secret id',
    },
    { field: 'auth.userPass', secrets: ['auth.userPass.secretRef'], what: 'password', instead: KUBERNETES },
    { field: 'auth.ldap', secrets: ['auth.ldap.secretRef'], what: 'LDAP password', instead: KUBERNETES },
    {
      field: 'auth.kubernetes.secretRef',
      secrets: ['auth.kubernetes.secretRef'],
      what: 'ServiceAccount token',
      instead: KUBERNETES,
      unless: ['auth.kubernetes.serviceAccountRef'],
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
      unless: ['auth.iam.jwt'],
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
  ambient: [
    {
      field: 'auth.iam',
      unless: ['auth.iam.jwt', 'auth.iam.secretRef'],
      as: "the controller pod's AWS identity",
      instead: 'auth.iam.jwt.serviceAccountRef',
    },
    {
      field: 'auth.gcp',
      unless: ['auth.gcp.secretRef', 'auth.gcp.workloadIdentity'],
      as: "the controller pod's Google identity",
      instead: 'auth.gcp.workloadIdentity.serviceAccountRef',
    },
  ],
  ownTokens: [
    {
      field: 'auth.kubernetes',
      unless: ['auth.kubernetes.serviceAccountRef', 'auth.kubernetes.secretRef', 'auth.tokenSecretRef', 'auth.appRole'],
      what: "the controller pod's own token",
      to: 'server',
      instead: 'name a ServiceAccount in auth.kubernetes.serviceAccountRef',
    },
  ],
  roles: ['auth.kubernetes.role', 'auth.jwt.role', 'auth.iam.vaultRole', 'auth.gcp.role'],
  serviceAccounts: [
    { field: 'auth.kubernetes.serviceAccountRef', needsAudience: true },
    { field: 'auth.jwt.kubernetesServiceAccountToken.serviceAccountRef' },
    { field: 'auth.iam.jwt.serviceAccountRef', annotation: { key: 'eks.amazonaws.com/role-arn', isRequired: true } },
    {
      field: 'auth.gcp.workloadIdentity.serviceAccountRef',
      annotation: { key: 'iam.gke.io/gcp-service-account', isRequired: false },
    },
    { field: 'auth.gcp.serviceAccountRef' },
  ],
  identifiers: ['auth.appRole.roleRef'],
  clientCertificates: [
    { certificate: 'tls.certSecretRef', key: 'tls.keySecretRef' },
    { certificate: 'auth.cert.clientCert', key: 'auth.cert.secretRef' },
  ],
  inline: [{ field: 'headers.*', what: 'header', isFreeForm: true }],
  endpoints: [{ field: 'server', form: 'url' }],
  ca: ['caBundle', 'caProvider'],
})
