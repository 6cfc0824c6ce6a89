import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asMapping, type Mapping } from '../../src/parse/untyped.ts'
import { type RbacCase, randomRbac } from '../engines/rbac-worlds.ts'
import { type Request, randomRequest } from '../engines/requests.ts'
import { type Api, mappingsIn } from './api.ts'
import { makeNamespaces } from './crds.ts'
import { removed, settled } from './roles.ts'
import { CASES, differences, type Judged, SEED, withSession } from './session.ts'

/** Roles have to be made and aggregated first, so that each set of them is asked much. */
const WORLDS = Math.ceil(CASES / 15)
const REQUESTS = fc.sample(randomRequest, { numRuns: 200, seed: SEED })

const objectsOf = ({ requests: _, ...world }: RbacCase): Mapping[] => mappingsIn(Object.values(world).flat())

/**
 * What an aggregating role says itself is left out: the controller overwrites it, but roles that take each other in may
 * have handed it on before, and nobody can say which do.
 */
const withoutOwnRules = (world: RbacCase): RbacCase => ({
  ...world,
  clusterRoles: mappingsIn(world.clusterRoles).map(role => (role.aggregationRule ? { ...role, rules: [] } : role)),
})

/** Whether RBAC allows a request. */
async function isAllowed(api: Api, { user, groups, ...asked }: Request): Promise<boolean> {
  const { body } = await api.create({
    ...{ apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', metadata: {} },
    spec: { user, groups, resourceAttributes: { ...asked, version: 'v1' } },
  })
  return asMapping(body.status)?.allowed === true
}

const judgedBy = (api: Api, { requests }: RbacCase): Promise<boolean[]> =>
  Promise.all(requests.map(request => isAllowed(api, request)))

async function judgedIn(api: Api, world: RbacCase): Promise<boolean[]> {
  for (const object of objectsOf(world)) {
    const { status, body } = await api.create(object, { fieldValidation: 'Strict' })
    expect(status, String(body.message)).toBe(201)
  }
  await settled(api)
  const verdict = await judgedBy(api, world)
  await removed(api, objectsOf(world))
  return verdict
}

withSession('RBAC', session => {
  test('the oracle says what the API server says, aggregation by its controller included', async () => {
    const { api, oracle } = session()
    await makeNamespaces(api, ['a', 'b'])
    const judged: Judged<RbacCase, readonly boolean[]>[] = []
    for (const world of fc.sample(randomRbac, { numRuns: WORLDS, seed: SEED })) {
      const asked = { ...withoutOwnRules(world), requests: REQUESTS }
      judged.push({ asked, verdict: await judgedIn(api, asked) })
    }
    const answers = judged.flatMap(({ verdict }) => verdict)
    const allowed = answers.filter(answer => answer).length
    console.log(`RBAC: ${answers.length} requests to ${WORLDS} worlds from seed ${SEED}:`, { allowed })
    const ask = (asked: RbacCase) => oracle.ask<readonly boolean[]>('rbac', asked)
    expect(await differences(judged, ask)).toEqual([])
    expect(Math.min(allowed, answers.length - allowed)).toBeGreaterThan(answers.length / 50)

    expect(await differences(judged, asked => ask({ ...asked, roleBindings: [] }))).not.toEqual([])
  })
})
