import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'yandexlockbox',
  title: 'Yandex Lockbox',
  docs: 'https://external-secrets.io/latest/provider/yandex-lockbox/',
  since: '0.3.5',
  stored: [{ field: 'auth.authorizedKeySecretRef', secrets: ['auth.authorizedKeySecretRef'], what: 'authorized key' }],
  keyless: [],
  endpoints: [{ field: 'apiEndpoint', form: 'host' }],
  ca: ['caProvider.certSecretRef'],
})
