import { defineGenerator } from '../provider.ts'
import aws from '../table/aws.ts'

// It signs in as the aws provider does.
export default defineGenerator({
  kind: 'ECRAuthorizationToken',
  clusterField: 'ecrAuthorizationTokenSpec',
  title: 'Amazon ECR',
  docs: 'https://external-secrets.io/latest/api/generator/ecr/',
  stored: aws.stored,
  keyless: [{ field: 'auth.jwt.serviceAccountRef' }],
  ambient: aws.ambient,
  serviceAccounts: aws.serviceAccounts,
  identifiers: aws.identifiers,
})
