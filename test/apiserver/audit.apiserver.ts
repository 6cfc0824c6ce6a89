import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { auditPolicy } from '../../src/generate/audit-policy/audit-policy.ts'
import { generateAll } from '../../src/generate/generate.ts'
import { asMapping, asText, type Mapping } from '../../src/parse/untyped.ts'
import type { Oracle } from '../engines/oracle.ts'
import { CHOICE } from '../generate/choice.ts'
import { OPERATOR } from '../generate/operator.ts'
import { SHARED, testShared } from '../shared.ts'
import { worldOf } from '../world.ts'
import { type Answer, type Api, mappingsIn } from './api.ts'
import { establish, makeNamespaces, objectsIn } from './crds.ts'
import { withSession } from './session.ts'

const CRDS = join(SHARED, 'crds/external-secrets-2.9.0-crds.yaml')
const HOME = 'shop'
const VALUE = 'correct-horse-battery-staple'
const ENCODED = Buffer.from(VALUE).toString('base64')

const generated = (): string => {
  const { files } = generateAll([auditPolicy], [worldOf(OPERATOR)], CHOICE, id => `eso-hardener generate ${id}`)
  return files[0]?.text ?? ''
}

const object = (apiVersion: string, kind: string, rest: Mapping, namespace: string | undefined = HOME): Mapping => ({
  ...{ apiVersion, kind, metadata: { name: 'audited', ...(namespace && { namespace }) } },
  ...rest,
})
const GROUP = 'external-secrets.io'
const STORE = object(`${GROUP}/v1`, 'SecretStore', { spec: { provider: { fake: { data: [] } } } })
const CLUSTER_STORE = object(`${GROUP}/v1`, 'ClusterSecretStore', { spec: STORE.spec }, '')
const FETCH = object(`${GROUP}/v1`, 'ExternalSecret', { spec: { secretStoreRef: { name: 'a' }, data: [] } })
const PASSWORD = object(`generators.${GROUP}/v1alpha1`, 'Password', {
  spec: { length: 20, allowRepeat: true, noUpper: false },
})
const SECRET = object('v1', 'Secret', { stringData: { password: VALUE } })
const CONFIG = object('v1', 'ConfigMap', { data: { a: 'b' } })
const ACCOUNT = object('v1', 'ServiceAccount', {})
const TOKENS = `/api/v1/namespaces/${HOME}/serviceaccounts/audited/token`
const REVIEW = object('authentication.k8s.io/v1', 'TokenReview', { spec: { token: VALUE } }, '')

interface Step {
  /** The API group; empty for the core. */
  readonly group: string
  /** As an audit event names it: `secrets create`. */
  readonly event: string
  readonly level: 'None' | 'Metadata' | 'Request'
  take(api: Api): Promise<Answer>
}
const step = (event: string, level: Step['level'], take: Step['take'], group = ''): Step => ({
  event,
  level,
  take,
  group,
})
const esoStep = (event: string, level: Step['level'], take: Step['take']): Step => step(event, level, take, GROUP)

/** One of each kind, in their order. */
const STEPS: readonly Step[] = [
  esoStep('secretstores create', 'Request', api => api.create(STORE)),
  esoStep('secretstores get', 'None', api => api.get(STORE)),
  esoStep('secretstores patch', 'Request', api => api.patch(STORE, { metadata: { labels: { a: 'b' } } })),
  esoStep('secretstores/status patch', 'None', api => api.patch(STORE, { status: { conditions: [] } }, 'status')),
  esoStep('secretstores delete', 'Request', api => api.remove(STORE)),
  esoStep('clustersecretstores create', 'Request', api => api.create(CLUSTER_STORE)),
  esoStep('externalsecrets create', 'Request', api => api.create(FETCH)),
  esoStep('externalsecrets delete', 'Request', api => api.remove(FETCH)),
  step('passwords create', 'Request', api => api.create(PASSWORD), `generators.${GROUP}`),
  step('secrets create', 'Metadata', api => api.create(SECRET)),
  step('secrets get', 'Metadata', api => api.get(SECRET)),
  step('secrets patch', 'Metadata', api => api.patch(SECRET, { stringData: { other: `${VALUE}!` } })),
  step('secrets delete', 'Metadata', api => api.remove(SECRET)),
  step('serviceaccounts create', 'None', api => api.create(ACCOUNT)),
  step('serviceaccounts/token create', 'Metadata', api => api.request('POST', TOKENS, { spec: {} })),
  step('tokenreviews create', 'Metadata', api => api.create(REVIEW), 'authentication.k8s.io'),
  step('configmaps create', 'None', api => api.create(CONFIG)),
]

/** The level that the library oracle gives a step. */
async function oracleLevel(oracle: Oracle, { group, event }: Step): Promise<string | undefined> {
  const [path = '', verb] = event.split(' ')
  const [resource, subresource = ''] = path.split('/')
  const caller = { user: 'admin', groups: ['system:masters', 'system:authenticated'] }
  const request = { ...caller, verb, group, resource, subresource, namespace: HOME, name: 'audited' }
  const policy: unknown = parse(generated())
  const [answer] = await oracle.ask<{ level: string }[]>('audit', { policy, requests: [request] })
  return answer?.level
}

/** What the log holds of the steps: the level, and whether what was sent or answered is with it. */
function logged(log: string): string[] {
  const events = mappingsIn(
    log
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as unknown),
  )
  return events
    .filter(({ user }) => asMapping(user)?.username === 'admin')
    .map(({ objectRef, verb, level, requestObject, responseObject }) => {
      const { resource, subresource } = asMapping(objectRef) ?? {}
      const path = [asText(resource), asText(subresource)].filter(Boolean).join('/')
      const bodies = [requestObject && 'with what was sent', responseObject && 'with the answer'].filter(Boolean)
      return [path, verb, level, ...bodies].join(' ')
    })
}

/** With a deletion nothing is sent. */
const expectedOf = ({ event, level }: Step): string[] => {
  if (level === 'None') return []
  return [`${event} ${level}${level === 'Request' && !event.endsWith(' delete') ? ' with what was sent' : ''}`]
}

if (!existsSync(CRDS)) testShared('the generated audit policy on the API server', () => {})
else
  withSession(
    'the generated audit policy',
    session => {
      test('logs changes of the operator’s objects with what they say, and no Secret’s or token’s content', async () => {
        const { api, auditLog, oracle } = session()
        await establish(api, objectsIn(CRDS))
        await makeNamespaces(api, [HOME])
        const answers = []
        for (const { event, take } of STEPS) answers.push({ event, answer: await take(api) })
        expect(answers.filter(({ answer }) => answer.status >= 300)).toEqual([])
        for (const taken of STEPS)
          expect([taken.event, await oracleLevel(oracle, taken)]).toEqual([taken.event, taken.level])
        const log = auditLog()
        expect(logged(log)).toEqual(STEPS.flatMap(expectedOf))
        const token = answers.find(({ event }) => event === 'serviceaccounts/token create')?.answer.body.status
        const minted = asText(asMapping(token)?.token) ?? ''
        expect(minted.length).toBeGreaterThan(100)
        for (const secret of [VALUE, ENCODED, minted]) expect(log).not.toContain(secret)
        console.log(`audit log: ${STEPS.length} requests, ${log.length} bytes`)
      })
    },
    { auditPolicy: generated() },
  )

if (existsSync(CRDS))
  withSession(
    'a planted fault: an audit policy with the answers of Secrets',
    session => {
      test('is noticed', async () => {
        const { api, auditLog } = session()
        await makeNamespaces(api, [HOME])
        await api.create(SECRET)
        expect(auditLog()).toContain(ENCODED)
      })
    },
    { auditPolicy: generated().replace('level: Metadata', 'level: RequestResponse') },
  )
