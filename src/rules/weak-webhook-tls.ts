import { chartValues } from '../check/chart-values.ts'
import { safe, setting } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { flagsOf } from '../model/pods/flags.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import { isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'weak-webhook-tls',
  title: "The operator's webhook accepts an old version of TLS or a weak cipher",
  severities: ['low'],
  kinds: WORKLOAD_KINDS,
  why: 'The API server sends every store and ExternalSecret that somebody writes to the webhook. Whoever can listen between the two and break a weak connection reads them, and may change the answer.',
  remedy:
    'Leave `webhook.extraArgs.tls-min-version` out (the default is 1.2) or set it to 1.2 or 1.3, and keep only ciphers with forward secrecy and authenticated encryption in `webhook.extraArgs.tls-ciphers`, such as `TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384`.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://datatracker.ietf.org/doc/html/rfc9325',
  ],
  guide: ['NS3'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - webhook
            - --tls-min-version=1.1 # finding: the webhook accepts TLS 1.1
            - --tls-ciphers=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA # finding: the webhook accepts the weak ciphers TLS_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
`,
    `
# An empty value is the oldest version there is, not the default.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - webhook
            - --tls-min-version= # finding: the webhook accepts TLS 1.0
`,
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - webhook
            - --tls-min-version=1.3
            - --tls-ciphers=TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256,\${MORE}
---
# The controller has no such server.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--tls-min-version=1.0"] }
`,
  ],
  *check(workload, { eso }) {
    const component = eso.componentOf(workload)
    if (component?.role !== 'webhook') return
    const flags = flagsOf(component)
    const version = flags.get('tls-min-version')
    const old = version && OLD_VERSIONS.get(version.value.trim())
    if (version && old) yield { path: version.path, message: `the webhook accepts TLS ${old}` }
    const ciphers = flags.get('tls-ciphers')
    const weak = (ciphers?.value ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(isWeak)
    if (ciphers && weak.length > 0)
      yield {
        path: ciphers.path,
        message: `the webhook accepts the weak ${weak.length > 1 ? 'ciphers' : 'cipher'} ${weak.join(', ')}`,
      }
  },
  fix(fault) {
    const word = fault.manifest?.get(...fault.path)
    if (typeof word !== 'string' || !word.startsWith('--tls-min-version=')) return undefined
    return fault.manifest?.template === undefined
      ? safe(setting(fault.path, '--tls-min-version=1.2'))
      : safe(chartValues(fault, { 'webhook.extraArgs.tls-min-version': '1.2' }))
  },
})

/** `tlsVersion` in ESO's cmd/controller/webhook.go; words that it does not know are 1.3. */
const OLD_VERSIONS: ReadonlyMap<string, string> = new Map([
  ['', '1.0'],
  ['1.0', '1.0'],
  ['1.1', '1.1'],
])

/** Without forward secrecy, or without authenticated encryption; the names are those of Go's crypto/tls. */
const isWeak = (cipher: string): boolean =>
  cipher.startsWith('TLS_') &&
  !isPlaceholder(cipher) &&
  !/^TLS_(?:ECDHE_(?:ECDSA|RSA)_WITH_)?(?:AES_\d+_GCM|CHACHA20_POLY1305)(?:_|$)/.test(cipher)
