import type { Rule } from '../src/check/rule.ts'
import { type Finding, isThreat, type ObjectRef, type PhysicalLocation, type Severity } from '../src/finding.ts'
import { type DiffFile, plan } from '../src/github/plan.ts'
import type { Assessment } from '../src/report/report.ts'

const HEAD = '4f1c2d9e8b7a60512c3d4e5f60718293a4b5c6d7'
const PUSH: PhysicalLocation = {
  file: 'charts/shop/values.yaml',
  startLine: 14,
  via: 'values',
  confidence: 'set-by',
  key: 'backup.deletionPolicy',
}
const STORE: PhysicalLocation = { file: 'platform/stores/vault.yaml', startLine: 9, via: 'manifest' }
const BOUND: PhysicalLocation = { file: 'apps/shop/developers.yaml', startLine: 11, via: 'manifest' }
const BINDING: ObjectRef = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  namespace: 'shop',
  name: 'developers',
}

const FILES: readonly DiffFile[] = [
  {
    path: PUSH.file,
    previousPath: undefined,
    status: 'modified',
    patch: '@@ -11,4 +11,5 @@ replicas: 2\n \n backup:\n   enabled: true\n+  deletionPolicy: Delete\n   interval: 1h',
  },
  {
    path: BOUND.file,
    previousPath: undefined,
    status: 'modified',
    patch:
      '@@ -9,2 +9,6 @@ roleRef:\n   kind: ClusterRole\n   name: secret-author\n+subjects:\n+  - kind: Group\n+    name: developers\n+    apiGroup: rbac.authorization.k8s.io',
  },
]

/** What the page on the review shows, as blockquotes: a comment, a comment with a suggestion, the summary. */
export function reviewExamples(rules: readonly Rule[]): Record<'comment' | 'suggestion' | 'summary', string> {
  const findings = [storeFinding(rules), pushFinding(rules), alertFinding(rules)]
  const { create, summary } = plan({
    assessment: assessmentOf(rules, findings),
    rules,
    files: FILES,
    existing: [],
    hasSummary: false,
    key: '',
    head: HEAD,
    limits: { comments: 20, onFiles: 10 },
    fixes: new Map([
      [PUSH_ID, { edits: [{ file: PUSH.file, startLine: 14, endLine: 14, replacement: '  deletionPolicy: None\n' }] }],
    ]),
    link: (file, line) => `https://github.com/acme/shop/blob/${HEAD}/${file}${line === undefined ? '' : `#L${line}`}`,
    ownersOf: file => (file.startsWith('platform/') ? ['@acme/platform'] : []),
  })
  const bodyOf = (id: string): string => create.find(({ fingerprint }) => fingerprint === id)?.body ?? ''
  return { comment: quoted(bodyOf(STORE_ID)), suggestion: quoted(bodyOf(PUSH_ID)), summary: quoted(summary ?? '') }
}

const quoted = (markdown: string): string =>
  `\n${markdown.trimEnd().replace(/^(?=(.?))/gm, (_, next) => (next ? '> ' : '>'))}\n`

const [STORE_ID, PUSH_ID] = ['0d6f0a3f7c1b2e94', '5b8e21c47d90af36']

/** The change gives developers a right, which makes a store worse that stands in a file of another team. */
const storeFinding = (rules: readonly Rule[]): Finding => ({
  ...ofRule(rules, 'unrestricted-cluster-store', 'high'),
  message:
    'it has no conditions, so every namespace can use it; Group developers (in namespace shop) can create ExternalSecrets',
  object: { apiVersion: 'external-secrets.io/v1', kind: 'ClusterSecretStore', namespace: undefined, name: 'vault' },
  location: STORE,
  places: [STORE],
  related: [{ message: 'bound here to Group developers (in namespace shop)', object: BINDING, location: BOUND }],
  fingerprint: STORE_ID,
})

const pushFinding = (rules: readonly Rule[]): Finding => ({
  ...ofRule(rules, 'push-secret-deletes-remote', 'medium'),
  message: 'the secrets at the provider are deleted with the PushSecret, its source or an entry of it',
  object: { apiVersion: 'external-secrets.io/v1alpha1', kind: 'PushSecret', namespace: 'shop', name: 'backup' },
  location: PUSH,
  places: [PUSH],
  fingerprint: PUSH_ID,
})

/** What no line stands for is in the summary alone. */
const alertFinding = (rules: readonly Rule[]): Finding => ({
  ...ofRule(rules, 'missing-sync-failure-alert', 'low'),
  message: 'no alert in the set looks at failed syncs of External Secrets Operator or at stores that are not ready',
  object: null,
  location: null,
  places: [],
  fingerprint: 'c2a94b1706d3e58f',
})

function ofRule(rules: readonly Rule[], id: string, severity: Severity) {
  const rule = rules.find(rule => rule.id === id)
  if (!rule) throw new Error(`the examples of the review show a rule that does not exist: ${id}`)
  const { remedy, guide } = rule
  const base = { rule: id, severity, remedy, guide, threats: guide.filter(isThreat) }
  return { ...base, path: [], rendered: null, related: [], isNew: true, frame: [] }
}

function assessmentOf(rules: readonly Rule[], findings: readonly Finding[]): Assessment {
  const fixed: Finding = {
    ...ofRule(rules, 'never-refreshed-secret', 'low'),
    message: 'refreshInterval is 0',
    object: { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', namespace: 'shop', name: 'mail' },
    location: null,
    places: [],
    fingerprint: '91d7c05e3b62f84a',
  }
  return {
    conclusion: 'failure',
    failOn: 'high',
    minSeverity: 'low',
    findings,
    hidden: 0,
    base: { ref: 'main', commit: '8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b' },
    fixed: [fixed],
    suppressed: [],
    failures: [],
    warnings: [],
    releases: [],
    worlds: [],
    plainManifests: 6,
    attack: { paths: [], more: [] },
    inventory: { installs: [], crossNamespace: [], stores: [], subjects: [], deployers: [] },
    threats: [
      {
        id: 'TM3',
        says: 'malicious or misconfigured ExternalSecret',
        status: 'exposed',
        evidence: ['secret-takeover'],
      },
      { id: 'TM6', says: 'permission escalation', status: 'exposed', evidence: ['unrestricted-cluster-store'] },
    ],
    coverage: [],
    assessedRules: [],
    notes: [
      'this change edits the config .eso-hardener.yaml: it is judged by that of its base, and the edit counts once it is merged',
    ],
    timings: {},
  }
}
