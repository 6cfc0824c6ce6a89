import { accountsOf } from '../../check/store-accounts.ts'
import { compareVersions } from '../../model/eso/version.ts'
import type { World } from '../../model/world.ts'
import { CONNECTED_KINDS } from '../../providers/store.ts'
import type { Body, GeneratedFile } from '../generator.ts'

/** A controller of a team, for one of its namespaces: it can watch no more than one without rights to all. */
export interface TeamInstall {
  readonly team: string
  readonly namespace: string
  /** Of its stores, in `spec.controller`. */
  readonly controllerClass: string
  /** Of the release, its ServiceAccount and its values file. */
  readonly name: string
  /** Where the controller itself lives: apart from the team, who might reach into its pod. */
  readonly home: string
}

/** One install for each namespace of each team, in the order of their names. */
export function teamInstalls({ config: { teams = {} } }: World): TeamInstall[] {
  const classes = classesOf(Object.keys(teams).sort())
  return [...classes].flatMap(([team, controllerClass]) => {
    const namespaces = [...new Set(teams[team]?.namespaces ?? [])].sort()
    const home = `external-secrets-${controllerClass}`
    return namespaces.map((namespace, i) => ({
      ...{ team, namespace, controllerClass, home },
      name: namespaces.length > 1 ? `${home}-${i + 1}` : home,
    }))
  })
}

/** A team may be called anything; releases, ServiceAccounts and files may not. */
function classesOf(teams: readonly string[]): Map<string, string> {
  const classes = new Map<string, string>()
  for (const [i, team] of teams.entries()) {
    const plain = team
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST)
    const isFree = plain !== '' && ![...classes.values(), 'default'].includes(plain)
    classes.set(team, isFree ? plain : `team-${i + 1}`)
  }
  return classes
}

/** So that a release with its number stays within the 53 characters that helm takes. */
const LONGEST = 30

/** Values that came later, and the first chart that has them. */
const LATER = [
  { since: '0.16.2', rbac: { aggregateToView: false, aggregateToEdit: false } },
  { since: '2.8.0', rbac: { aggregateToAdmin: false } },
] as const
const TOKENS = { since: '2.5.0', rbac: { serviceAccountTokenCreate: false } } as const

/**
 * The values of an install: keys that the chart has from 0.9 to 2.9, and those that it has in the version of the set.
 * Its webhook is the platform's, whose name is fixed.
 */
export function valuesOf(install: TeamInstall, world: World): GeneratedFile {
  const { team, namespace, controllerClass, name, home } = install
  const later = [...LATER, ...(signsInAsAccount(install, world) ? [] : [TOKENS])].filter(({ since }) =>
    has(since, world),
  )
  const body: Body = {
    ...{ installCRDs: false, scopedNamespace: namespace, scopedRBAC: true, controllerClass },
    ...{ fullnameOverride: name, serviceAccount: { create: true, name } },
    rbac: Object.assign({ create: true, servicebindings: { create: false } }, ...later.map(({ rbac }) => rbac)),
    ...{ webhook: { create: false }, certController: { create: false } },
  }
  const comment = [
    `The controller of team ${team} for namespace ${namespace}. It has rights there and nowhere else, and takes stores of class ${controllerClass}.`,
    `helm upgrade --install ${name} external-secrets/external-secrets --namespace ${home} --create-namespace --values ${name}.values.yaml`,
  ]
  return { name: `split/${name}.values.yaml`, purpose: 'values', documents: [{ comment, body }] }
}

/** Whether a store or generator of the namespace needs tokens: the right to make them stays, within the namespace. */
export const signsInAsAccount = ({ namespace }: TeamInstall, world: World): boolean =>
  CONNECTED_KINDS.flatMap(kind => world.of(kind))
    .filter(manifest => manifest.namespace === namespace)
    .some(manifest => accountsOf(manifest, world).length > 0)

/** Whether the chart of every install of the set has a value; where a version is not known nobody says so. */
const has = (since: string, { eso }: World): boolean =>
  eso.installs.length > 0 &&
  eso.installs.every(({ version }) => version !== undefined && compareVersions(version, since) >= 0)
