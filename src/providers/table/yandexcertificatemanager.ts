import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'yandexcertificatemanager',
  title: 'Yandex Certificate Manager',
  docs: 'https://external-secrets.io/latest/provider/yandex-certificate-manager/',
  since: '0.5.4',
  stored: [{ field: 'auth.authorizedKeySecretRef', secrets: ['auth.authorizedKeySecretRef'], what: 'authorized key' }],
  keyless: [],
  endpoints: [{ field: 'apiEndpoint', form: 'host' }],
  ca: ['caProvider.certSecretRef'],
})
