import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'gitlab',
  title: 'GitLab variables',
  docs: 'https://external-secrets.io/latest/provider/gitlab-variables/',
  since: '0.3.5',
  stored: [{ field: 'auth.SecretRef', secrets: ['auth.SecretRef.accessToken'], what: 'access token' }],
  keyless: [],
  endpoints: [{ field: 'url', form: 'url', default: 'https://gitlab.com' }],
  ca: ['caBundle', 'caProvider'],
})
