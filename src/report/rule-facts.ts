import type { Rule } from '../check/rule.ts'
import type { Row } from '../finding.ts'
import type { Need } from '../model/world.ts'
import { COVERAGE } from '../paths/coverage.ts'

/** One thing worth knowing about a rule; a list where there are several of it. */
export interface RuleFact {
  readonly label: string
  readonly entries: readonly string[]
}

/** What a rule's page and `explain` say of it before they explain it. */
export function ruleFacts({ severities, kinds, checkInstall, needs = [], guide, supersedes = [] }: Rule): RuleFact[] {
  const reads = [...kindEntries(kinds), ...(checkInstall ? ['the installed operator as a whole'] : [])]
  const facts = [
    { label: 'severity', entries: [severities.join(' or ')] },
    { label: 'reads', entries: reads },
    { label: 'needs', entries: needs.map(need => NEEDS[need]) },
    { label: 'guidance', entries: guide.map(row => `${row}: ${guidanceOf(row)}`) },
    { label: 'replaces', entries: supersedes },
  ]
  return facts.filter(({ entries }) => entries.length > 0)
}

const MANY = 6

/** `group/Kind` each; where a group has many of them, its kinds behind its name. */
const kindEntries = (kinds: readonly string[]): string[] => {
  const groups = Map.groupBy(kinds, kind => kind.slice(0, kind.indexOf('/')))
  return [...groups].flatMap(([group, all]) =>
    all.length > MANY ? `${group}: ${all.map(kind => kind.slice(group.length + 1)).join(', ')}` : all,
  )
}

/** An example as it is shown: without the empty lines that a template literal begins and ends with. */
export const exampleText = (example: string): string => example.replace(/^(?:[ \t]*\n)+|\s+$/g, '')

const NEEDS: Readonly<Record<Need, string>> = {
  install: 'an installation of the operator; without one the answer is not-assessed',
  complete:
    'a cluster that the config calls complete, and everything in it could be checked; else the answer is not-assessed',
  policies: 'an admission policy, alerts or an audit policy, about whatever; without one the answer is not-assessed',
  'audit-policy':
    'an audit policy that is checked, or that `auditPolicy` in the config names; without one the answer is not-assessed',
  stores: 'a SecretStore or ClusterSecretStore; without one the answer is not-assessed',
  connections: 'a store or a generator; without one the answer is not-assessed',
}

const guidanceOf = (row: Row): string => COVERAGE.find(entry => entry.row === row)?.says ?? ''
