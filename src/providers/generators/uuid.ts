import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'UUID',
  clusterField: 'uuidSpec',
  title: 'UUID generator',
  docs: 'https://external-secrets.io/latest/api/generator/uuid/',
  stored: [],
  keyless: [],
})
