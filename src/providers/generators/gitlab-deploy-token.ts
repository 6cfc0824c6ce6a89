import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'GitlabDeployToken',
  clusterField: 'gitlabDeployTokenSpec',
  title: 'GitLab deploy token',
  docs: 'https://external-secrets.io/latest/api/generator/gitlab/',
  stored: [{ field: 'auth.token', secrets: ['auth.token.secretRef'], what: 'access token' }],
  keyless: [],
  endpoints: [{ field: 'url', form: 'url', default: 'https://gitlab.com' }],
})
