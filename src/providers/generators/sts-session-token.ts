import { defineGenerator } from '../provider.ts'
import aws from '../table/aws.ts'

// It signs in as the aws provider does.
export default defineGenerator({
  kind: 'STSSessionToken',
  clusterField: 'stsSessionTokenSpec',
  title: 'AWS STS',
  docs: 'https://external-secrets.io/latest/api/generator/sts/',
  stored: aws.stored,
  keyless: [{ field: 'auth.jwt.serviceAccountRef' }],
  ambient: aws.ambient,
  serviceAccounts: aws.serviceAccounts,
  identifiers: aws.identifiers,
})
