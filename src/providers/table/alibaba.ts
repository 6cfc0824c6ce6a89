import { defineProvider } from '../provider.ts'

// Source: the CRDs of ESO 0.9.20 to 1.3.2; 2.9.0 has it in the schema of v1beta1 only.
export default defineProvider({
  name: 'alibaba',
  title: 'Alibaba Cloud KMS',
  docs: 'https://external-secrets.io/latest/introduction/stability-support/',
  since: '0.3.6',
  until: '2.0.0',
  stored: [
    {
      field: 'auth.secretRef',
      secrets: ['auth.secretRef.accessKeySecretSecretRef'],
      what: 'access key',
      instead: 'auth.rrsa',
    },
  ],
  keyless: [{ field: 'auth.rrsa' }],
  identifiers: ['auth.secretRef.accessKeyIDSecretRef'],
  podFiles: [{ field: 'auth.rrsa.oidcTokenFilePath' }],
})
