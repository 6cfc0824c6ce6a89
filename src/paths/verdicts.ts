import { isAssessable, type Result } from '../check/check.ts'
import type { Rule } from '../check/rule.ts'
import type { Row } from '../finding.ts'
import type { World } from '../model/world.ts'
import { COVERAGE, type CoverageRow, openRules } from './coverage.ts'

/** What can be said of one row: `exposed` with evidence, `mitigated` when everything was looked at, else `not-assessed`. */
export interface Verdict {
  readonly id: Row
  readonly says: string
  readonly status: 'mitigated' | 'exposed' | 'not-assessed'
  /** Rules with findings where it is exposed; else why nothing can be said, one sentence. */
  readonly evidence: readonly string[]
}

/** What the verdicts rest on. */
export interface Assessed {
  readonly world: World
  readonly rules: readonly Rule[]
  readonly results: readonly Result[]
  /** Whether everything could be rendered and read. */
  readonly isComplete: boolean
}

/** The verdict on every row of the guidance. A static look cannot pass what it did not see: that is `not-assessed`. */
export const verdicts = (assessed: Assessed, rows: readonly CoverageRow[] = COVERAGE): Verdict[] =>
  rows.map(row => ({ id: row.row, says: row.says, ...judge(row, assessed) }))

/** The rules that had something to look at: where one of them found nothing, there is nothing. */
export const assessedRules = ({ world, rules }: Pick<Assessed, 'world' | 'rules'>): string[] =>
  rules.filter(rule => isAssessable(rule, world) && hadSomething(rule, world)).map(({ id }) => id)

/** The verdicts on several worlds: exposed where one of them is, mitigated only where all are. */
export function joinVerdicts(worlds: readonly (readonly Verdict[])[]): Verdict[] {
  const rows = Map.groupBy(worlds.flat(), ({ id }) => id)
  return [...rows.values()].flatMap(verdicts => {
    const worst = (['exposed', 'not-assessed', 'mitigated'] as const)
      .map(status => verdicts.filter(verdict => verdict.status === status))
      .find(group => group.length > 0)
    const [first] = worst ?? []
    return first ? { ...first, evidence: [...new Set(worst?.flatMap(({ evidence }) => evidence))].sort() } : []
  })
}

function judge(
  row: CoverageRow,
  { world, rules, results, isComplete }: Assessed,
): Pick<Verdict, 'status' | 'evidence'> {
  const guilty = results.filter(({ rule, severity }) => severity !== 'info' && rule.guide.includes(row.row))
  if (guilty.length > 0) return { status: 'exposed', evidence: [...new Set(guilty.map(({ rule }) => rule.id))].sort() }
  const open = openRules(row, new Set(rules.map(({ id }) => id)))
  const speaking = rules.filter(({ guide }) => guide.includes(row.row))
  const unmet = speaking.filter(rule => !isAssessable(rule, world))
  if (row.artefact)
    return notAssessed(`no rule speaks about it: eso-hardener generate ${row.artefact} makes what it asks for`)
  if (speaking.length === 0) return notAssessed('no rule speaks about it yet')
  if (open.length > 0)
    return notAssessed(
      `${speaking.length} of ${row.rules.length} rules about it exist, and none of them found anything`,
    )
  if (unmet.length > 0)
    return notAssessed(
      `what was checked does not hold what these rules look at: ${unmet.map(({ id }) => id).join(', ')}`,
    )
  if (!speaking.some(rule => hadSomething(rule, world)))
    return notAssessed('what was checked holds no object that the rules about it look at')
  if (!isComplete) return notAssessed('some of the input could not be checked')
  return { status: 'mitigated', evidence: speaking.map(({ id }) => id) }
}

/** Whether there was anything for a rule to look at. */
const hadSomething = ({ kinds, check, checkInstall }: Rule, world: World): boolean =>
  (check !== undefined && kinds.some(kind => world.of(kind).length > 0)) ||
  (checkInstall !== undefined && world.eso.installs.length > 0)

const notAssessed = (reason: string): Pick<Verdict, 'status' | 'evidence'> => ({
  status: 'not-assessed',
  evidence: [reason],
})
