import { type Finding, type PhysicalLocation, SEVERITIES, type WorldRef } from '../finding.ts'
import { byImportance } from '../locate/order.ts'
import { joinVerdicts } from '../paths/verdicts.ts'
import { type Assessment, type Conclusion, conclude } from './report.ts'

const WORST: readonly Conclusion[] = ['failure', 'incomplete', 'success']

/**
 * Several reports as one: of clusters, or of parts of a repository. It concludes as the worst of them. A finding that several
 * have is one, in all their worlds and places; a row of the guidance is exposed where one is, mitigated only where all are.
 * @param reports at least one
 */
export function mergeReports(reports: readonly [Assessment, ...Assessment[]]): Assessment {
  const [first] = reports
  const all = <T>(of: (report: Assessment) => readonly T[]): T[] => reports.flatMap(of)
  const worlds = worldsOf(reports)
  const findings = joined(reports, ({ findings }) => findings, worlds.length > 1).sort(byImportance)
  const present = new Set(findings.map(({ fingerprint }) => fingerprint))
  const bases = unique(reports.map(({ base }) => base))
  const commits = unique(reports.map(({ commit }) => commit))
  return {
    ...mergedVerdict(reports),
    findings,
    hidden: sum(reports.map(({ hidden }) => hidden)),
    base: bases.length === 1 ? first.base : null,
    commit: commits.length === 1 ? first.commit : undefined,
    fixed: joined(reports, ({ fixed }) => fixed, false).filter(({ fingerprint }) => !present.has(fingerprint)),
    suppressed: unique(all(({ suppressed }) => suppressed)).filter(({ finding }) => !present.has(finding.fingerprint)),
    failures: unique(all(({ failures }) => failures)),
    warnings: unique(all(({ warnings }) => warnings)),
    releases: unique(all(({ releases }) => releases)),
    worlds,
    plainManifests: sum(reports.map(({ plainManifests }) => plainManifests)),
    attack: mergedPaths(reports),
    inventory: {
      installs: unique(all(installsOf)),
      crossNamespace: unique(all(({ inventory }) => inventory.crossNamespace)),
      stores: unique(all(({ inventory }) => inventory.stores)),
      subjects: unique(all(({ inventory }) => inventory.subjects)),
      deployers: unique(all(({ inventory }) => inventory.deployers)),
    },
    threats: joinVerdicts(reports.map(({ threats }) => threats)),
    coverage: joinVerdicts(reports.map(({ coverage }) => coverage)),
    assessedRules: [...new Set(all(({ assessedRules }) => assessedRules))].sort(),
    notes: [
      ...new Set(all(({ notes }) => notes)),
      ...(bases.length > 1 ? ['the reports were compared with different bases'] : []),
      ...(commits.length > 1 ? ['the reports are of different commits'] : []),
    ],
    timings: timingsOf(reports),
  }
}

/** The strictest of what they were judged by. */
function mergedVerdict(reports: readonly Assessment[]) {
  const conclusion = WORST.find(word => reports.some(report => report.conclusion === word)) ?? 'incomplete'
  const limits = reports.map(({ failOn }) => failOn)
  return {
    conclusion,
    failOn: SEVERITIES.find(severity => limits.includes(severity)) ?? 'never',
    minSeverity: SEVERITIES.find(severity => reports.some(report => report.minSeverity === severity)) ?? 'low',
    hasChangedGuard: reports.some(({ hasChangedGuard }) => hasChangedGuard === true),
  } as const
}

/** The same judged by another limit. */
export const judgedBy = (report: Assessment, failOn: Assessment['failOn']): Assessment => ({
  ...report,
  failOn,
  conclusion: report.hasChangedGuard ? 'failure' : conclude(report.findings, report.failures, failOn),
})

/** Parts of one world are one world. */
function worldsOf(reports: readonly Assessment[]): Assessment['worlds'] {
  const groups = Map.groupBy(
    reports.flatMap(({ worlds }) => worlds),
    worldKey,
  )
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const releases = [...new Set(group.flatMap(({ releases }) => releases))].sort()
    return { ...first, releases, manifests: sum(group.map(({ manifests }) => manifests)) }
  })
}

const worldKey = ({ cluster, variant }: WorldRef): string => JSON.stringify([cluster, variant])

/** One finding for each fingerprint, told of as the most severe was. */
function joined(
  reports: readonly Assessment[],
  of: (report: Assessment) => readonly Finding[],
  hasWorlds: boolean,
): Finding[] {
  const named = reports.flatMap(report =>
    of(report).map(finding => ({ ...finding, worlds: finding.worlds ?? report.worlds.map(refOf) })),
  )
  return [...Map.groupBy(named, ({ fingerprint }) => fingerprint).values()].flatMap(group => {
    const [worst] = group.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))
    if (!worst) return []
    const { worlds: _, ...finding } = worst
    return {
      ...finding,
      places: unique(group.flatMap(({ places }): readonly PhysicalLocation[] => places)),
      isNew: group.some(({ isNew }) => isNew === true)
        ? true
        : group.some(({ isNew }) => isNew === null)
          ? null
          : false,
      ...(hasWorlds && { worlds: unique(group.flatMap(({ worlds }) => worlds)) }),
    }
  })
}

const refOf = ({ cluster, variant }: WorldRef): WorldRef => ({ cluster, variant })

/** A report of one cluster does not say which one. */
const installsOf = ({ inventory, worlds }: Assessment) =>
  inventory.installs.map(install => ({ ...install, cluster: install.cluster ?? worlds[0]?.cluster }))

function mergedPaths(reports: readonly Assessment[]): Assessment['attack'] {
  const more = Map.groupBy(
    reports.flatMap(({ attack }) => attack.more),
    ({ question }) => question,
  )
  const paths = unique(reports.flatMap(({ attack }) => attack.paths))
  return {
    paths: paths.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity)),
    more: [...more].map(([question, group]) => ({ question, number: sum(group.map(({ number }) => number)) })),
  }
}

function timingsOf(reports: readonly Assessment[]): Record<string, number> {
  const stages = new Map<string, number>()
  for (const [stage, time] of reports.flatMap(({ timings }) => Object.entries(timings)))
    stages.set(stage, (stages.get(stage) ?? 0) + time)
  return Object.fromEntries(stages)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)

/** Those of different content, in their order. */
function unique<T>(items: readonly T[]): T[] {
  const groups = Map.groupBy(items, item => JSON.stringify(item))
  return [...groups.values()].flatMap(group => group.slice(0, 1))
}
