import { defineGenerator } from '../provider.ts'
import webhook from '../table/webhook.ts'

// The same fields as in a store.
export default defineGenerator({
  kind: 'Webhook',
  clusterField: 'webhookSpec',
  title: 'Webhook generator',
  docs: 'https://external-secrets.io/latest/api/generator/webhook/',
  stored: webhook.stored,
  keyless: webhook.keyless,
  identifiers: webhook.identifiers,
  inline: webhook.inline,
  endpoints: webhook.endpoints,
  ca: webhook.ca,
})
