import { defineProvider } from '../provider.ts'

// providers/v1/oracle/oracle.go: constructProvider.
export default defineProvider({
  name: 'oracle',
  title: 'Oracle Vault',
  docs: 'https://external-secrets.io/latest/provider/oracle-vault/',
  since: '0.3.6',
  stored: [
    {
      field: 'auth',
      secrets: ['auth.secretRef.privatekey'],
      what: 'API signing key',
      instead: 'principalType Workload with serviceAccountRef',
      when: { field: 'principalType', is: 'UserPrincipal', byDefault: true },
    },
  ],
  keyless: [{ field: 'serviceAccountRef' }, { field: 'principalType', values: ['InstancePrincipal', 'Workload'] }],
  ambient: [
    {
      when: { field: 'principalType', is: 'Workload' },
      unless: ['serviceAccountRef'],
      as: "the controller pod's workload identity",
      instead: 'serviceAccountRef',
    },
    {
      when: { field: 'principalType', is: 'InstancePrincipal' },
      unless: [],
      as: "the node's identity",
      instead: 'principalType Workload with serviceAccountRef',
    },
    {
      unless: ['principalType', 'auth'],
      as: "the node's identity",
      instead: 'principalType Workload with serviceAccountRef',
    },
  ],
  serviceAccounts: [{ field: 'serviceAccountRef' }],
  identifiers: ['auth.secretRef.fingerprint'],
})
