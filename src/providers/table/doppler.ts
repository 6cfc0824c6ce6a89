import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'doppler',
  title: 'Doppler',
  docs: 'https://external-secrets.io/latest/provider/doppler/',
  since: '0.6.0',
  stored: [
    {
      field: 'auth.secretRef',
      secrets: ['auth.secretRef.dopplerToken'],
      what: 'service token',
      instead: 'auth.oidcConfig (since ESO 1.2.0)',
    },
  ],
  keyless: [{ field: 'auth.oidcConfig' }],
  serviceAccounts: [{ field: 'auth.oidcConfig.serviceAccountRef' }],
})
