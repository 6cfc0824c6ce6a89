import { defineProvider } from '../provider.ts'

const CLOUD_IDENTITY =
  "auth.awsAuthCredentials, auth.azureAuthCredentials or auth.gcpIdTokenAuthCredentials (the controller pod's cloud identity)"

// providers/v1/infisical/provider.go; the SDK reads the pod for AWS, Azure, Google and Kubernetes, so these are its own identities.
export default defineProvider({
  name: 'infisical',
  title: 'Infisical',
  docs: 'https://external-secrets.io/latest/provider/infisical/',
  since: '0.9.20',
  stored: [
    {
      field: 'auth.universalAuthCredentials',
      secrets: ['auth.universalAuthCredentials.clientSecret'],
      what: 'client secret',
      instead: CLOUD_IDENTITY,
    },
    {
      field: 'auth.tokenAuthCredentials',
      secrets: ['auth.tokenAuthCredentials.accessToken'],
      what: 'access token',
      instead: CLOUD_IDENTITY,
    },
    {
      field: 'auth.jwtAuthCredentials',
      secrets: ['auth.jwtAuthCredentials.jwt'],
      what: 'JWT',
      instead: CLOUD_IDENTITY,
    },
    {
      field: 'auth.ldapAuthCredentials',
      secrets: ['auth.ldapAuthCredentials.ldapPassword'],
      what: 'LDAP password',
      instead: CLOUD_IDENTITY,
    },
    {
      field: 'auth.ociAuthCredentials',
      secrets: ['auth.ociAuthCredentials.privateKey', 'auth.ociAuthCredentials.privateKeyPassphrase'],
      what: 'private key',
      instead: CLOUD_IDENTITY,
    },
  ],
  keyless: [
    { field: 'auth.kubernetesAuthCredentials' },
    { field: 'auth.awsAuthCredentials' },
    { field: 'auth.azureAuthCredentials' },
    { field: 'auth.gcpIdTokenAuthCredentials' },
  ],
  ambient: [
    { field: 'auth.awsAuthCredentials', unless: [], as: "the controller pod's AWS identity" },
    { field: 'auth.azureAuthCredentials', unless: [], as: "the controller pod's Azure identity" },
    { field: 'auth.gcpIdTokenAuthCredentials', unless: [], as: "the controller pod's Google identity" },
  ],
  ownTokens: [
    {
      field: 'auth.kubernetesAuthCredentials',
      unless: [
        'auth.universalAuthCredentials',
        'auth.azureAuthCredentials',
        'auth.gcpIdTokenAuthCredentials',
        'auth.gcpIamAuthCredentials',
        'auth.jwtAuthCredentials',
        'auth.ldapAuthCredentials',
        'auth.ociAuthCredentials',
      ],
      what: "the controller pod's own token",
      to: 'hostAPI',
      instead: 'this provider takes no serviceAccountRef, so use another way to sign in',
    },
  ],
  identifiers: [
    'auth.awsAuthCredentials.identityId',
    'auth.azureAuthCredentials.identityId',
    'auth.azureAuthCredentials.resource',
    'auth.gcpIamAuthCredentials.identityId',
    'auth.gcpIdTokenAuthCredentials.identityId',
    'auth.jwtAuthCredentials.identityId',
    'auth.kubernetesAuthCredentials.identityId',
    'auth.ldapAuthCredentials.identityId',
    'auth.ldapAuthCredentials.ldapUsername',
    'auth.ociAuthCredentials.fingerprint',
    'auth.ociAuthCredentials.identityId',
    'auth.ociAuthCredentials.region',
    'auth.ociAuthCredentials.tenancyId',
    'auth.ociAuthCredentials.userId',
    'auth.universalAuthCredentials.clientId',
  ],
  endpoints: [{ field: 'hostAPI', form: 'url', default: 'https://app.infisical.com/api' }],
  ca: ['caBundle', 'caProvider'],
  podFiles: [
    { field: 'auth.gcpIamAuthCredentials.serviceAccountKeyFilePath', isReference: true },
    { field: 'auth.kubernetesAuthCredentials.serviceAccountTokenPath', isReference: true },
  ],
})
