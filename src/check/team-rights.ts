import type { Config } from '../config/config.ts'
import { type NamedTeam, teamsOfNamespace } from './teams.ts'

/** What the teams of one namespace may use together. */
export interface TeamRights {
  /** Of the teams, joined. */
  readonly names: string
  /** Undefined where one of the teams may use any key. */
  readonly prefixes: readonly string[] | undefined
  /** Undefined where one of the teams may use any store. */
  readonly stores: readonly string[] | undefined
}

/** The rights in a namespace; undefined where it belongs to no team. */
export function teamRights(namespace: string, config: Config): TeamRights | undefined {
  const own = teamsOfNamespace(namespace, { config })
  if (own.length === 0) return undefined
  return {
    names: own.map(({ name }) => name).join(' and '),
    prefixes: together(own, 'keyPrefixes'),
    stores: together(own, 'stores'),
  }
}

const together = (teams: readonly NamedTeam[], key: 'keyPrefixes' | 'stores'): string[] | undefined => {
  const lists = teams.map(team => team[key])
  return lists.every(list => list !== undefined) ? lists.flat() : undefined
}
