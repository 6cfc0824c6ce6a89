import { defineProvider } from '../provider.ts'

// It reads only Secrets that are labelled for it; URL, headers and body are templates.
export default defineProvider({
  name: 'webhook',
  title: 'Webhook',
  docs: 'https://external-secrets.io/latest/provider/webhook/',
  since: '0.4.0',
  stored: [
    { field: 'secrets', secrets: ['secrets[].secretRef'], what: 'secret of the request' },
    { field: 'auth.ntlm', secrets: ['auth.ntlm.passwordSecret'], what: 'NTLM password' },
  ],
  keyless: [],
  identifiers: ['auth.ntlm.usernameSecret'],
  inline: [
    { field: 'body', what: 'body', isFreeForm: true },
    { field: 'headers.*', what: 'header', isFreeForm: true },
  ],
  endpoints: [{ field: 'url', form: 'url' }],
  ca: ['caBundle', 'caProvider'],
})
