import { ESO_GROUP } from '../../model/eso/eso.ts'
import { isWhole } from '../../model/eso/stores.ts'
import type { World } from '../../model/world.ts'
import { type GeneratedDocument, type GeneratedFile, type Generator, nothing } from '../generator.ts'
import { platformOf } from './platform.ts'
import { signsInAsAccount, type TeamInstall, teamInstalls, valuesOf } from './team-installs.ts'

/** Several controllers, each with its own ServiceAccount, scope and class, instead of one with rights to everything. */
export const split: Generator = {
  id: 'split',
  title: 'Values for a controller of its own for each team, and the classes of their stores',
  answers: [],
  generate(world) {
    const installs = teamInstalls(world)
    if (installs.length === 0) return nothing('the config has no teams with namespaces: there is nothing to split')
    const platform = platformOf(world, new Set(installs.map(({ namespace }) => namespace)))
    return {
      files: [
        ...installs.map(install => valuesOf(install, world)),
        ...storeClasses(installs, world),
        ...platform.files,
      ],
      notes: [...contested(installs), ...tokens(installs, world), ...platform.notes],
    }
  },
}

/** A store without a class is taken by every controller that sees it. */
function storeClasses(installs: readonly TeamInstall[], world: World): GeneratedFile[] {
  const documents = installs.flatMap(({ namespace, controllerClass }) =>
    world
      .of(`${ESO_GROUP}/SecretStore`)
      .filter(
        store => store.namespace === namespace && isWhole(store) && store.get('spec', 'controller') !== controllerClass,
      )
      .map(
        ({ apiVersion, name, file }): GeneratedDocument => ({
          comment: [`A patch of the store in ${file}.`],
          body: {
            apiVersion,
            kind: 'SecretStore',
            metadata: { name, namespace },
            spec: { controller: controllerClass },
          },
        }),
      ),
  )
  return documents.length === 0 ? [] : [{ name: 'split/store-classes.patch.yaml', purpose: 'values', documents }]
}

/** Two controllers in one namespace would both have its Secrets. */
const contested = (installs: readonly TeamInstall[]): string[] =>
  [...Map.groupBy(installs, ({ namespace }) => namespace)]
    .filter(([, group]) => group.length > 1)
    .map(
      ([namespace, group]) =>
        `namespace ${namespace} is of ${group.map(({ team }) => `team ${team}`).join(' and ')}: each of their controllers has all of its Secrets`,
    )

const tokens = (installs: readonly TeamInstall[], world: World): string[] =>
  installs
    .filter(install => signsInAsAccount(install, world))
    .map(
      ({ name, namespace }) =>
        `stores of namespace ${namespace} sign in as ServiceAccounts: with ${name} in the set, generate rbac and set rbac.serviceAccountTokenCreate to false there (2.5.0 on)`,
    )
