import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'Password',
  clusterField: 'passwordSpec',
  title: 'Password generator',
  docs: 'https://external-secrets.io/latest/api/generator/password/',
  stored: [],
  keyless: [],
})
