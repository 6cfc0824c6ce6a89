import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'onboardbase',
  title: 'Onboardbase',
  docs: 'https://external-secrets.io/latest/provider/onboardbase/',
  since: '0.9.14',
  stored: [
    { field: 'auth.apiKeyRef', secrets: ['auth.apiKeyRef'], what: 'API key' },
    { field: 'auth.passcodeRef', secrets: ['auth.passcodeRef'], what: 'passcode' },
  ],
  keyless: [],
  endpoints: [{ field: 'apiHost', form: 'url', default: 'https://public.onboardbase.com/api/v1/' }],
})
