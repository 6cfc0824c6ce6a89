import type { Finding, Severity } from '../../src/finding.ts'
import type { LocatedInventory, LocatedPath } from '../../src/locate/paths.ts'
import { type Assessment, conclude } from '../../src/report/report.ts'
import type { Tool } from '../../src/tool.ts'

/** Names that mean something to a channel: the log of a workflow, Markdown, HTML, GitHub's pages, a terminal. */
export const HOSTILE = [
  '::error::x',
  '::stop-commands::x',
  '##[error]x',
  'a|b|c',
  '`a` ``b``',
  '```\n# out of the fence',
  'line\n::error::two\r\n::warning::three\rfour',
  '</details><script>alert(1)</script>',
  '<!-- comment',
  '@org/team and me@org.example',
  'see #12, org/repo#12 and GH-12',
  '[text](https://evil.example) and ![image](https://evil.example/x.png)',
  '[text](1)',
  'https://evil.example www.evil.example',
  '**bold** _em_ ~~gone~~ $x$ &copy; \\| %0A%25',
  '# heading',
  '- item',
  '1. item',
  '---',
  '| a |',
  'Ümläut 日本語 🙈',
  '\u001B[31mred\u0007\u202Etxt.exe',
  '100 %, a:b,c=d',
] as const

export const TOOL: Tool = { name: 'eso-hardener', version: '1.2.3', rulesDate: '2026-11-23' }

/** A finding as the pipeline makes it: of a plain manifest, with a line. */
export const finding = (overrides: Partial<Finding> = {}): Finding => ({
  rule: 'cluster-wide-secret-access',
  severity: 'high',
  message: 'ServiceAccount eso/controller can get Secrets in all namespaces',
  remedy: 'Set `scopedRBAC: true`.',
  guide: ['RM3', 'TM1'],
  threats: ['TM1'],
  object: {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    namespace: undefined,
    name: 'eso-controller',
  },
  path: ['rules', 1, 'resources', 1],
  location: { file: 'deploy/role.yaml', startLine: 12, via: 'manifest' },
  places: [{ file: 'deploy/role.yaml', startLine: 12, via: 'manifest' }],
  rendered: null,
  related: [],
  fingerprint: '0123456789abcdef',
  isNew: null,
  frame: [{ line: 12, text: 'the frame is for the terminal', marked: true }],
  ...overrides,
})

/** A finding in whatever holds foreign text. */
export const hostileFinding = (text: string, severity: Severity = 'high'): Finding =>
  finding({
    severity,
    message: text,
    object: { apiVersion: 'v1', kind: 'Secret', namespace: text, name: text },
    path: ['data', text, 0],
    location: { file: `charts/${text}/values.yaml`, startLine: 3, endLine: 4, via: 'template' },
    places: [
      { file: `charts/${text}/values.yaml`, startLine: 3, endLine: 4, via: 'template' },
      { file: text, via: 'template' },
    ],
    rendered: { release: text, template: `${text}/templates/secret.yaml`, line: 7 },
    worlds: [{ cluster: `a${text}`, variant: `a${text}` }],
    related: [
      {
        message: 'bound here',
        object: { apiVersion: 'v1', kind: 'Role', namespace: undefined, name: text },
        location: { file: text, startLine: 1, via: 'manifest' },
      },
    ],
  })

/** A finding about what is missing from a whole install. */
export const installFinding = (overrides: Partial<Finding> = {}): Finding =>
  finding({
    rule: 'eso-without-network-policy',
    severity: 'medium',
    message: 'nothing restricts the traffic of the operator in namespace eso',
    object: null,
    path: [],
    location: null,
    places: [],
    frame: [],
    ...overrides,
  })

/** An attack path of two steps, one of them without an object. */
export const attackPath = (text = 'Group developers can read every Secret of the cluster'): LocatedPath => ({
  id: '0123456789abcdef',
  question: 'secrets-everywhere',
  title: text,
  threat: 'TM2',
  severity: 'high',
  steps: [
    {
      says: text,
      object: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', namespace: undefined, name: text },
      path: ['rules', 0],
      location: { file: 'deploy/role.yaml', startLine: 5, via: 'manifest' },
    },
    { says: 'every Secret of the cluster can be read', object: null, path: [], location: null },
  ],
})

/** An inventory with one of everything, its foreign text being `text`. */
export function auditInventory(text = 'eso'): LocatedInventory {
  const object = { apiVersion: 'external-secrets.io/v1', kind: 'ClusterSecretStore', namespace: undefined, name: text }
  const location = { file: 'deploy/store.yaml', startLine: 1, via: 'manifest' } as const
  const rights = [
    { resources: ['secretstores.external-secrets.io'], verbs: ['create'], names: [], namespaces: [text] },
    { resources: ['pushsecrets.external-secrets.io'], verbs: ['patch'], names: [text], namespaces: null },
  ]
  const users = [`ExternalSecret ${text}`]
  return {
    crossNamespace: [
      { object, path: ['spec', text], namespace: text, name: text, location },
      { object, path: [], namespace: text, name: null, location },
    ],
    stores: [
      { object, provider: text, identity: text, endpoint: text, mayUse: text, users, location },
      { object, provider: null, identity: text, endpoint: text, mayUse: text, users: [], location },
    ],
    subjects: [{ subject: `Group ${text}`, operator: false, rights, location }],
    deployers: [{ product: 'Argo CD', account: text, says: text, location }],
  }
}

/** An assessment with one of everything; the conclusion follows from its findings and failures. */
export function assessment(overrides: Partial<Assessment> = {}): Assessment {
  const findings = overrides.findings ?? [finding()]
  const failures = overrides.failures ?? [
    { release: 'shop', message: 'execution error', location: { file: 'shop/templates/a.yaml', via: 'template' } },
  ]
  const failOn = overrides.failOn ?? 'high'
  return {
    conclusion: conclude(findings, failures, failOn),
    failOn,
    minSeverity: 'low',
    findings,
    hidden: 2,
    base: null,
    fixed: [],
    suppressed: [],
    failures,
    warnings: [],
    releases: [
      {
        name: 'external-secrets',
        chart: 'external-secrets',
        version: '2.9.0',
        namespace: 'eso',
        cluster: 'default',
        variant: 'default',
        declaredIn: 'charts/external-secrets/Chart.yaml',
        manifests: 40,
        schema: 'the CRD of ESO 2.9.0 in the set',
        renderMs: 120,
      },
    ],
    worlds: [{ cluster: 'default', variant: 'default', isMain: true, releases: ['external-secrets'], manifests: 43 }],
    plainManifests: 3,
    attack: { paths: [attackPath()], more: [{ question: 'fetch', number: 3 }] },
    inventory: {
      installs: [{ namespace: 'eso', release: 'external-secrets', version: null, components: ['controller'] }],
      ...auditInventory(),
    },
    threats: [
      { id: 'TM1', says: 'compromised ESO pod', status: 'exposed', evidence: ['cluster-wide-secret-access'] },
      { id: 'TM2', says: 'leaked credentials', status: 'not-assessed', evidence: ['no rule speaks about it yet'] },
      { id: 'TM3', says: 'malicious ExternalSecret', status: 'mitigated', evidence: ['secret-takeover'] },
    ],
    coverage: [{ id: 'RM3', says: 'Secrets', status: 'exposed', evidence: ['cluster-wide-secret-access'] }],
    assessedRules: ['cluster-wide-secret-access', 'fake-provider', 'secret-takeover'],
    notes: ['lib is a library chart'],
    timings: { discover: 1, render: 120 },
    ...overrides,
  }
}

/** An assessment whose every foreign text is `text`. */
export const hostileAssessment = (text: string): Assessment =>
  assessment({
    findings: [hostileFinding(text)],
    failures: [{ release: text, message: text, location: { file: text, startLine: 2, via: 'template' } }],
    releases: assessment().releases.map(release => ({ ...release, name: text, namespace: text, declaredIn: text })),
    worlds: ['', 'a'].map(start => ({
      ...{ cluster: `${start}${text}`, variant: `${start}${text}` },
      ...{ isMain: start === '', releases: [text], manifests: 1 },
    })),
    base: { ref: text, commit: '0123456789abcdef0123456789abcdef01234567' },
    fixed: [hostileFinding(text)],
    suppressed: [
      { finding: hostileFinding(text), kind: 'inline', reason: text, location: { file: text, startLine: 2 } },
      { finding: hostileFinding(text), kind: 'baseline', reason: text, location: null },
    ],
    warnings: [{ message: text, location: { file: text } }],
    attack: { paths: [attackPath(text)], more: [] },
    inventory: { installs: [], ...auditInventory(text) },
    notes: [text],
  })

/** Many findings, the most severe first. */
export const manyFindings = (number: number): Finding[] =>
  Array.from({ length: number }, (_, i) =>
    finding({
      severity: i < 3 ? 'critical' : i < number / 2 ? 'high' : 'low',
      message: `finding ${i} in Ümläut 🙈`,
      location: { file: `charts/${i}/role.yaml`, startLine: i + 1, via: 'manifest' },
    }),
  )
