import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'github',
  title: 'GitHub Actions secrets',
  docs: 'https://external-secrets.io/latest/provider/github/',
  since: '0.14.3',
  stored: [{ field: 'auth.privateKey', secrets: ['auth.privateKey'], what: "GitHub App's private key" }],
  keyless: [],
  endpoints: [
    { field: 'uploadURL', form: 'url' },
    { field: 'url', form: 'url', default: 'https://github.com/' },
  ],
})
