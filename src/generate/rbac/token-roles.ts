import { accountsOf } from '../../check/store-accounts.ts'
import { controllersFor } from '../../check/token-rights.ts'
import type { ConfiguredSubject } from '../../config/config.ts'
import { accountOf } from '../../model/pods/workloads.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { CONNECTED_KINDS } from '../../providers/store.ts'
import type { GeneratedDocument } from '../generator.ts'
import type { Part } from './people-roles.ts'
import { bindingOf, roleOf, type WrittenRole } from './roles.ts'

/** A right that a controller needs: to make a token for one ServiceAccount. */
interface Need {
  readonly namespace: string
  readonly name: string
  readonly controller: ConfiguredSubject
  /** The store or generator that signs in as it. */
  readonly by: string
}

/**
 * The right to make tokens for the ServiceAccounts that stores and generators sign in as, and for no other: what
 * missing-token-permission asks for once `rbac.serviceAccountTokenCreate` is off.
 */
export function tokenRoles(world: World): Part {
  const users = CONNECTED_KINDS.flatMap(kind => world.of(kind))
  const needs = users.flatMap(manifest => needsOf(manifest, world))
  const groups = Map.groupBy(needs, ({ namespace, controller }) => JSON.stringify([namespace, controller]))
  const accounts = new Set(needs.map(({ controller }) => JSON.stringify(controller)))
  const unplaced = users.filter(manifest =>
    accountsOf(manifest, world).some(({ namespaces }) => namespaces.length === 0),
  )
  return {
    documents: [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, group]) => documentsOf(group, accounts.size > 1)),
    notes: unplaced.map(
      ({ kind, name }) =>
        `${kind} ${name} signs in as a ServiceAccount of a namespace that the set does not tell: it has no token role`,
    ),
  }
}

function needsOf(manifest: Manifest, world: World): Need[] {
  const by = `${manifest.kind} ${manifest.namespace === undefined ? '' : `${manifest.namespace}/`}${manifest.name}`
  return accountsOf(manifest, world).flatMap(({ name, namespaces }) =>
    namespaces.flatMap(namespace => {
      const controllers = controllersFor(manifest, namespace, world) ?? world.eso.controllers
      return controllers.flatMap(({ pod }) => {
        const account = accountOf(pod)
        return account.namespace === undefined
          ? []
          : [
              {
                namespace,
                name,
                controller: { kind: account.kind, name: account.name, namespace: account.namespace },
                by,
              },
            ]
      })
    }),
  )
}

function documentsOf(needs: readonly Need[], areSeveral: boolean): GeneratedDocument[] {
  const [first] = needs
  if (!first) return []
  const { namespace, controller } = first
  const suffix = areSeveral ? `-${controller.namespace}-${controller.name}` : ''
  const role: WrittenRole = {
    ...{ name: `external-secrets-tokens${suffix}`, namespace },
    rules: [
      {
        ...{ apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] },
        resourceNames: [...new Set(needs.map(({ name }) => name))].sort(),
      },
    ],
  }
  const uses = needs.map(({ by, name }) => `${by} signs in as ${name}.`)
  return [
    { comment: [...new Set(uses)].sort(), body: roleOf(role) },
    { comment: [], body: bindingOf(role, [controller]) },
  ]
}
