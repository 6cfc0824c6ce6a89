import { defineGenerator } from '../provider.ts'

export default defineGenerator({
  kind: 'SSHKey',
  clusterField: 'sshKeySpec',
  title: 'SSH key generator',
  docs: 'https://external-secrets.io/latest/api/generator/sshkey/',
  stored: [],
  keyless: [],
})
