import { defineProvider } from '../provider.ts'

// Unlike the vault provider it has no keyless way yet.
export default defineProvider({
  name: 'openBao',
  title: 'OpenBao',
  docs: 'https://external-secrets.io/latest/provider/openbao/',
  since: '2.7.0',
  stored: [
    { field: 'auth.tokenSecretRef', secrets: ['auth.tokenSecretRef'], what: 'token', form: 'vault token' },
    {
      field: 'auth.appRole.secretRef',
      secrets: ['auth.appRole.secretRef'],
      what: 'AppRole secret id',
      form: 'secret id',
    },
    { field: 'auth.userPass', secrets: ['auth.userPass.secretRef'], what: 'password' },
  ],
  keyless: [],
  identifiers: ['auth.appRole.roleRef'],
  endpoints: [{ field: 'server', form: 'url' }],
  ca: ['caBundle', 'caProvider'],
})
