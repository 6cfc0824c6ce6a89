import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Policy } from '../../src/generate/admission/policy.ts'
import { asMapping, type Mapping } from '../../src/parse/untyped.ts'
import { SAMPLE_POLICIES } from '../engines/policy-samples.ts'
import { withoutNulls } from '../engines/policy-verdicts.ts'
import { SHARED, testShared } from '../shared.ts'
import type { Answer, Api } from './api.ts'
import { establish, makeNamespaces, objectsIn } from './crds.ts'
import { applied, documentsOf, enforce, typeWarnings, violated, withoutSchema, withVersions } from './policies.ts'
import {
  exampleCases,
  faultOf,
  namespacesOf,
  ownCases,
  type PolicyCase,
  policiesOf,
  sharedCases,
} from './policy-cases.ts'
import { eventually, withSession } from './session.ts'

const CRDS = join(SHARED, 'crds/external-secrets-2.9.0-crds.yaml')

/** What the server's answers are wrong in, and the objects that it takes for no sound ones. */
async function judge(api: Api, cases: readonly PolicyCase[]) {
  const wrong: unknown[] = []
  const unsound: PolicyCase[] = []
  for (const asked of cases) {
    const said = await violated(api, asked.object)
    if (!said) unsound.push(asked)
    const fault = said && faultOf(asked, said)
    if (fault) wrong.push(fault)
  }
  return { wrong, unsound }
}

const storeNamed = (name: string, metadata: Mapping = {}): Mapping => ({
  ...{ apiVersion: 'external-secrets.io/v1', kind: 'SecretStore', metadata: { name, namespace: 'shop', ...metadata } },
  spec: { provider: { fake: {} } },
})
/** What was there before the policies, and breaks them. */
const OLD = storeNamed('old')
const HELD = storeNamed('held', { finalizers: ['example.com/held'] })
const OWNER = { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', name: 'a', uid: 'a' }
const OWNED = {
  ...{ apiVersion: 'v1', kind: 'Secret', data: { a: 'YQ==' } },
  metadata: { name: 'owned', namespace: 'shop', ownerReferences: [OWNER] },
}

const isDenied = ({ status, body }: Answer): boolean =>
  status >= 400 && /ValidatingAdmissionPolicy '.*' with binding '.*' denied request/s.test(String(body.message))

const misspelt = (policy: Policy): Policy => ({
  ...policy,
  id: `${policy.id}-misspelt`,
  validations: [{ expression: 'object.spec.targt.creationPolicy == "Owner"', message: "'a'" }],
})

if (!existsSync(CRDS)) testShared('generated ValidatingAdmissionPolicies on the API server', () => {})
else
  withSession('generated ValidatingAdmissionPolicies', session => {
    let cases: readonly PolicyCase[] = []
    beforeAll(async () => {
      const { api } = session()
      await establish(api, objectsIn(CRDS))
      cases = [...ownCases(), ...sharedCases(), ...(await exampleCases())]
      await makeNamespaces(api, namespacesOf(cases))
      await enforce(api, policiesOf(cases), 'watch')
    })

    test('their types are right, as far as the API server looks', async () => {
      const { api } = session()
      const policies = policiesOf(cases)
      const warningsOf = async (policy: Policy) => {
        const document = withVersions(documentsOf(policy, 'watch')[0])
        await applied(api, document)
        return typeWarnings(api, document)
      }
      for (const policy of policies) expect([policy.id, await warningsOf(policy)]).toEqual([policy.id, []])
      console.log(`${policies.length} policies without a warning about types`)

      const faulty = SAMPLE_POLICIES.filter(({ id }) => id === 'eso-creation-policy').map(misspelt)
      expect(JSON.stringify(await Promise.all(faulty.map(warningsOf)))).toContain('targt')
      for (const document of [...policies.flatMap(policy => documentsOf(policy, 'watch'))]) await applied(api, document)
      for (const policy of faulty) await api.remove(documentsOf(policy, 'watch')[0])
    })

    test('samples and examples of rules are refused by exactly the policies that they are for', async () => {
      const { api } = session()
      const { wrong, unsound } = await judge(api, cases)
      await establish(api, objectsIn(CRDS).map(withoutSchema))
      // A schema would have dropped them.
      const clean = unsound.map(asked => ({ ...asked, object: asMapping(withoutNulls(asked.object)) ?? {} }))
      for (const { what, object } of clean) await eventually(what, () => violated(api, object))
      const { wrong: wrongToo } = await judge(api, clean)
      console.log(`${cases.length} objects, of which ${unsound.length} without a schema`)
      expect([...wrong, ...wrongToo]).toEqual([])
    })

    test('as they are generated they refuse, and let what was there be labelled, released and deleted', async () => {
      const { api } = session()
      const created = async (object: Mapping) => expect((await api.create(object)).status).toBe(201)
      await created(OLD)
      await created(HELD)
      await created(OWNED)
      await enforce(api, SAMPLE_POLICIES, 'deny')
      const statuses = []
      for (const { what, object, isRight } of ownCases()) {
        const clean = { ...(asMapping(withoutNulls(object)) ?? {}) }
        const answer = await api.create(clean, { dryRun: 'All', fieldValidation: 'Ignore' })
        statuses.push([what, isDenied(answer), isRight([])])
      }
      expect(statuses.filter(([, isRefused, isFine]) => isRefused === isFine)).toEqual([])

      const done: Record<string, unknown> = {}
      const attempt = async (what: string, asked: Promise<Answer>) => {
        const answer = await asked
        done[what] = isDenied(answer) ? 'denied' : answer.status
      }
      await attempt('label', api.patch(OLD, { metadata: { labels: { a: 'b' } } }))
      await attempt('status', api.patch(OLD, { status: { a: 'b' } }, 'status'))
      await attempt('change', api.patch(OLD, { spec: { provider: { fake: { data: [] } } } }))
      await attempt('mend', api.patch(OLD, { spec: { provider: { fake: null, aws: {} } } }))
      await attempt('delete what is held', api.remove(HELD))
      await attempt('release', api.patch(HELD, { metadata: { finalizers: null } }))
      const change = { data: { a: 'Yg==' } }
      const operator = api.as({ user: 'system:serviceaccount:eso:external-secrets', groups: ['system:masters'] })
      await attempt('change an owned Secret', api.patch(OWNED, change))
      await attempt('delete an owned Secret', api.remove(OWNED))
      await attempt('disown a Secret', api.patch(OWNED, { metadata: { ownerReferences: null } }))
      await attempt('label an owned Secret', api.patch(OWNED, { metadata: { labels: { a: 'b' } } }))
      await attempt('sync an owned Secret', operator.patch(OWNED, change))
      expect(done).toEqual({
        ...{ label: 200, status: 200, change: 'denied', mend: 200, 'delete what is held': 200, release: 200 },
        ...{ 'change an owned Secret': 'denied', 'delete an owned Secret': 'denied', 'disown a Secret': 'denied' },
        ...{ 'label an owned Secret': 200, 'sync an owned Secret': 200 },
      })
      expect((await api.get(HELD)).status).toBe(404)
    })
  })
