import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'GithubAccessToken',
  clusterField: 'githubAccessTokenSpec',
  title: 'GitHub App',
  docs: 'https://external-secrets.io/latest/api/generator/github/',
  stored: [{ field: 'auth.privateKey', secrets: ['auth.privateKey.secretRef'], what: "GitHub App's private key" }],
  keyless: [],
  endpoints: [{ field: 'url', form: 'url', default: 'https://api.github.com' }],
})
