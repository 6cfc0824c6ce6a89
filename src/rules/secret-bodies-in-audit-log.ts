import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { AUDIT_POLICY_KIND, decisionsOn, type Level, logs, type Request } from '../model/admission/audit.ts'

export default defineRule({
  id: 'secret-bodies-in-audit-log',
  title: 'The audit log takes in what Secrets or tokens hold',
  severities: ['high'],
  kinds: [AUDIT_POLICY_KIND],
  needs: ['audit-policy'],
  why: 'At the levels `Request` and `RequestResponse` the API server writes the bodies of requests and answers to its audit log. Whoever may read the log, or the system it is sent to, reads the Secrets that the operator writes and tokens that can be used at once.',
  remedy:
    'Put a rule at level `Metadata` for `secrets` and `serviceaccounts/token` of the core group and for `tokenreviews` of `authentication.k8s.io` before every rule that logs bodies.',
  references: [
    'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/',
    'https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/',
  ],
  guide: ['AO3'],
  bad: [
    `
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: RequestResponse # finding: the audit log takes in what Secrets hold: this rule logs create, update, patch, get, list of secrets at RequestResponse
    userGroups: [platform]
    resources:
      - { group: "", resources: [secrets, configmaps] }
  - level: Metadata
    resources:
      - { group: "", resources: [secrets, serviceaccounts/token] }
  - level: Request # finding: this rule logs create of tokenreviews at Request
`,
    `
# The bodies of reads are in the answers alone, so that Request logs none; a subresource needs a rule of its own.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Request
    verbs: [get, list, watch]
  - level: Metadata
    resources:
      - { group: "", resources: [secrets] }
      - { group: authentication.k8s.io, resources: [tokenreviews] }
  - level: RequestResponse # finding: the audit log takes in tokens: this rule logs create of serviceaccounts/token at RequestResponse
`,
  ],
  good: [
    `
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    resources:
      - { group: "", resources: [secrets, "serviceaccounts/*"] }
      - { group: authentication.k8s.io }
  - level: RequestResponse
    resources:
      - { group: external-secrets.io }
  - level: RequestResponse
`,
    `
# Nothing is logged of a request whose stages are all left out.
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: RequestResponse
    omitStages: [RequestReceived, ResponseStarted, ResponseComplete]
    resources:
      - { group: "", resources: [secrets] }
  - level: Metadata
`,
  ],
  *check(policy) {
    for (const body of BODIES) {
      const exposing = body.verbs.flatMap(({ verb, least }) =>
        decisionsOn(policy, { ...body, verb })
          .filter(({ level }) => level !== undefined && logs(level, least))
          .map(decision => ({ ...decision, verb })),
      )
      for (const group of Map.groupBy(exposing, ({ path }) => JSON.stringify(path)).values()) {
        const [first] = group
        const verbs = group.map(({ verb }) => verb).join(', ')
        if (first)
          yield {
            path: [...first.path, 'level'],
            discriminator: body.resource,
            message: `the audit log takes in ${body.what}: this rule logs ${verbs} of ${body.resource} at ${first.level}`,
          }
      }
    }
  },
  fix: ({ path }) => unsafe(BODIES_READ, setting(path, 'Metadata')),
})

const BODIES_READ =
  'Does anybody need the bodies of the other requests that this rule logs? They need a rule of their own first.'

/** What is secret in which requests, and the least level at which it is written down. */
interface Body extends Omit<Request, 'verb'> {
  readonly what: string
  readonly verbs: readonly { readonly verb: string; readonly least: Level }[]
}

const sent = (...verbs: string[]) => verbs.map(verb => ({ verb, least: 'Request' as const }))
const answered = (...verbs: string[]) => verbs.map(verb => ({ verb, least: 'RequestResponse' as const }))

const BODIES: readonly Body[] = [
  {
    what: 'what Secrets hold',
    group: '',
    resource: 'secrets',
    isNamespaced: true,
    verbs: [...sent('create', 'update', 'patch'), ...answered('get', 'list')],
  },
  {
    what: 'tokens',
    group: '',
    resource: 'serviceaccounts/token',
    isNamespaced: true,
    verbs: answered('create'),
  },
  {
    what: 'tokens',
    group: 'authentication.k8s.io',
    resource: 'tokenreviews',
    isNamespaced: false,
    verbs: sent('create'),
  },
]
