import { existsSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Subject } from '../../src/model/rbac/rbac.ts'
import { asMapping, asText, type Mapping } from '../../src/parse/untyped.ts'
import { SHARED, testShared } from '../shared.ts'
import type { Api } from './api.ts'
import { makeNamespaces } from './crds.ts'
import { HOME, type Install, installs } from './installs.ts'
import { applied } from './policies.ts'
import { callerOf, modelRights, type Rights, serverRights } from './rights.ts'
import { removed, settled } from './roles.ts'
import { withSession } from './session.ts'

const BUILT_IN = ['view', 'edit', 'admin'] as const
const TEAM = 'team'
const RBAC = 'rbac.authorization.k8s.io'

/** Somebody with each of the built-in roles, in one namespace. */
const PEOPLE: readonly Mapping[] = BUILT_IN.map(name => ({
  ...{ apiVersion: `${RBAC}/v1`, kind: 'RoleBinding', metadata: { name, namespace: TEAM } },
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
  subjects: [{ apiGroup: RBAC, kind: 'User', name: `${name}-user` }],
}))

const isRbac = ({ apiVersion }: Mapping): boolean => apiVersion === `${RBAC}/v1`
const isOfEso = (right: string): boolean => /^(generators\.)?external-secrets\.io\//.test(right)

const accountsIn = ({ objects }: Install): Subject[] =>
  objects
    .filter(({ kind }) => kind === 'ServiceAccount')
    .map(({ metadata }) => ({
      ...{ kind: 'ServiceAccount', name: asText(asMapping(metadata)?.name) ?? '' },
      namespace: asText(asMapping(metadata)?.namespace),
    }))

interface Compared {
  readonly who: string
  readonly server: Rights
  readonly ours: Rights
}

/** The rights of an install's accounts, at home and elsewhere, and of people with built-in roles. */
async function compared(api: Api, install: Install, everybody: Rights): Promise<Compared[]> {
  const objects = [...install.objects.filter(isRbac), ...PEOPLE]
  for (const object of objects) await applied(api, object)
  await settled(api)
  const found: Compared[] = []
  const title = `${install.version}${install.isHardened ? ' hardened' : ''}`
  for (const account of accountsIn(install))
    for (const namespace of [HOME, TEAM]) {
      const server = await serverRights(api, callerOf(account), namespace)
      found.push({
        who: `${title}: ${account.name} in ${namespace}`,
        server: server.filter(right => !everybody.includes(right)),
        ours: modelRights(objects, account, namespace).filter(right => !everybody.includes(right)),
      })
    }
  for (const name of BUILT_IN) {
    const user: Subject = { kind: 'User', name: `${name}-user`, namespace: undefined }
    const server = await serverRights(api, callerOf(user), TEAM)
    const ours = modelRights(objects, user, TEAM)
    found.push({ who: `${title}: ${name}`, server: server.filter(isOfEso), ours: ours.filter(isOfEso) })
  }
  await removed(api, objects)
  return found
}

if (!existsSync(SHARED)) testShared('rights on the API server', () => {})
else
  withSession('rights of the operator and of people, for each version at hand, as it is and hardened', session => {
    const found: Compared[] = []
    beforeAll(async () => {
      const { api } = session()
      await makeNamespaces(api, [HOME, TEAM])
      const nobody: Subject = { kind: 'ServiceAccount', name: 'nobody', namespace: HOME }
      const everybody = await serverRights(api, callerOf(nobody), HOME)
      for (const install of await installs()) found.push(...(await compared(api, install, everybody)))
    })

    const wrong = (change: (rights: Rights) => Rights) =>
      found.filter(({ server, ours }) => JSON.stringify(server) !== JSON.stringify(change(ours)))

    test('are what the model says', () => {
      const rights = found.reduce((sum, { server }) => sum + server.length, 0)
      console.log(`${found.length} lists with ${rights} rights`)
      expect(wrong(ours => ours)).toEqual([])
      expect(rights).toBeGreaterThan(1000)
    })

    test('a planted fault is noticed: one right is not seen', () => {
      expect(
        wrong(ours => ours.filter(right => !right.includes('secretstores create'))).map(({ who }) => who),
      ).toContain('2.9.0: edit')
    })

    test('hardening takes rights away', () => {
      const listOf = (who: string): Rights => found.find(one => one.who === who)?.server ?? []
      expect(listOf('2.9.0: edit')).toContain('external-secrets.io/secretstores create *')
      expect(listOf('2.9.0 hardened: edit')).not.toContain('external-secrets.io/secretstores create *')
      const everyToken = '/serviceaccounts/token create *'
      expect(listOf(`2.9.0: ${HOME} in ${TEAM}`)).toContain(everyToken)
      expect(listOf(`2.9.0 hardened: ${HOME} in ${TEAM}`)).not.toContain(everyToken)
    })
  })
