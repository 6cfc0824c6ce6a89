import { defineProvider } from '../provider.ts'

// providers/v1/volcengine/auth.go: without a key it takes what the environment of the pod gives.
export default defineProvider({
  name: 'volcengine',
  title: 'Volcengine KMS',
  docs: 'https://external-secrets.io/latest/provider/volcengine/',
  since: '0.20.0',
  stored: [
    {
      field: 'auth.secretRef',
      secrets: ['auth.secretRef.secretAccessKey', 'auth.secretRef.token'],
      what: 'access key',
    },
  ],
  keyless: [],
  ambient: [{ unless: ['auth.secretRef'], as: "the controller pod's Volcengine identity" }],
  identifiers: ['auth.secretRef.accessKeyID'],
})
