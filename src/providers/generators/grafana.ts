import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'Grafana',
  clusterField: 'grafanaSpec',
  title: 'Grafana',
  docs: 'https://external-secrets.io/latest/api/generator/grafana/',
  stored: [
    { field: 'auth.token', secrets: ['auth.token'], what: "service account's token" },
    { field: 'auth.basic', secrets: ['auth.basic.password'], what: 'password' },
  ],
  keyless: [],
  endpoints: [{ field: 'url', form: 'url' }],
})
