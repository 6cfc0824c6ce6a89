import schema from '../../schema/report.schema.json' with { type: 'json' }
import type { Rule } from '../check/rule.ts'
import { UserError } from '../errors.ts'
import { type Finding, isThreat, type ObjectRef, type PhysicalLocation, type ProvenFix } from '../finding.ts'
import type { LocatedPath } from '../locate/paths.ts'
import { COVERAGE } from '../paths/coverage.ts'
import type { Verdict } from '../paths/verdicts.ts'
import type { reportRecord } from './json.ts'
import type { Assessment, JudgedHead, ReleaseSummary } from './report.ts'

/** Larger reports are not read: nobody reviews that much. */
const MOST_CHARACTERS = 16 * 1024 * 1024
const MOST_FINDINGS = 5000
/** Of the places of one finding, of worlds, and of the lines of one file, the rest is left out. */
const MOST_PLACES = 50
const MOST_WORLDS = 200
const MOST_STRETCHES = 1000

/** What a report of another run says, as far as a review of it goes: without attack paths and inventory. */
export type ReportedAssessment = Assessment & { readonly head: JudgedHead }

type Complete = ReturnType<typeof reportRecord>
/** What reports of the first version do not have. */
type Added =
  | 'base'
  | 'head'
  | 'changedGuard'
  | 'worlds'
  | 'fixed'
  | 'suppressed'
  | 'warnings'
  | 'paths'
  | 'morePaths'
  | 'assessedRules'
  | 'plainManifests'
  | 'commit'
type Report = Omit<Complete, Added> & Partial<Pick<Complete, Added>>
type FindingRecord = Complete['findings'][number]
type PlaceRecord = FindingRecord['places'][number]

/**
 * Reads the JSON report of a run for a pull request that nobody here vouches for: it is text of whoever proposes the change.
 * It must be just what its schema allows. A path that leads out of the repository is no place, and what a rule or the
 * guidance says is taken from this program.
 * @param rules those of this program
 * @param shownAs the file's name, for messages; they repeat nothing of its content
 * @throws UserError when it is no such report, or not for a pull request
 */
export async function readReport(text: string, rules: readonly Rule[], shownAs: string): Promise<ReportedAssessment> {
  if (text.length > MOST_CHARACTERS)
    throw new UserError(`${shownAs}: the report has more than ${MOST_CHARACTERS} characters`, 'narrow what is checked')
  const report = await valid(text, shownAs)
  if (report.findings.length > MOST_FINDINGS)
    throw new UserError(`${shownAs}: the report has more than ${MOST_FINDINGS} findings`, 'narrow what is checked')
  if (!report.head) throw new UserError(`${shownAs}: the report is not of a run for a pull request`, NEEDED)
  const limits = { mostPlaces: MOST_PLACES, mostWorlds: MOST_WORLDS, isPlace: isWithin }
  return { ...assessmentOf(report, { rules: byId(rules), ...limits }), head: headOf(report.head) }
}

/**
 * Reads the JSON report of a run of one's own, with all that it says; code frames are in none. Of an older report without
 * `plainManifests` there are none, and no rule is known to have looked.
 * @param shownAs the file's name, for messages
 * @throws UserError when it is no such report
 */
export async function readWholeReport(
  text: string,
  rules: readonly Rule[],
  shownAs: string,
): Promise<{ assessment: Assessment; tool: Report['tool'] }> {
  const report = await valid(text, shownAs)
  const reading = { rules: byId(rules), mostPlaces: Infinity, mostWorlds: Infinity, isPlace: () => true }
  const assessment: Assessment = {
    ...assessmentOf(report, reading),
    releases: report.releases.map(releaseOf),
    plainManifests: report.plainManifests ?? 0,
    attack: { paths: (report.paths ?? []).map(path => pathOf(path, reading)), more: report.morePaths ?? [] },
    inventory: inventoryOf(report.inventory, reading),
    coverage: report.coverage.flatMap(({ row, status, evidence }) => verdictOf(row, status, evidence)),
    assessedRules: report.assessedRules ?? [],
    commit: report.commit,
    timings: report.timings,
  }
  return { assessment, tool: report.tool }
}

const releaseOf = ({ schema, seenByHelm, ...release }: Report['releases'][number]): ReleaseSummary => ({
  ...release,
  ...(schema !== undefined && { schema }),
  ...(seenByHelm !== undefined && { seenByHelm }),
})

const byId = (rules: readonly Rule[]): ReadonlyMap<string, Rule> => new Map(rules.map(rule => [rule.id, rule]))

const NEEDED = 'name the JSON report that eso-hardener has written for the event `pull_request`'

/** The words of the parser would repeat a part of the text, and so could a pointer into `timings`. */
async function valid(text: string, shownAs: string): Promise<Report> {
  const { Ajv } = await import('ajv')
  const validate = new Ajv({ allowUnionTypes: true }).compile<Report>(schema)
  const report = parsed(text)
  if (validate(report)) return report
  const pointer = validate.errors?.[0]?.instancePath ?? ''
  const where = /^(?:\/\w+)+$/.test(pointer) && !pointer.startsWith('/timings') ? ` (${pointer.slice(0, 100)})` : ''
  throw new UserError(`${shownAs}: this is not a report of eso-hardener${where}`, NEEDED)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const WRITTEN = {
  endLine: undefined,
  via: 'manifest',
  key: undefined,
  missing: undefined,
  confidence: undefined,
} as const

/** How far a report is believed. */
interface Reading {
  readonly rules: ReadonlyMap<string, Rule>
  readonly mostPlaces: number
  readonly mostWorlds: number
  /** Whether a path may be named. */
  readonly isPlace: (file: string) => boolean
}

function assessmentOf(report: Report, reading: Reading): Assessment {
  const { conclusion, failOn, minSeverity, hidden, notes } = report
  return {
    ...{ conclusion, failOn, minSeverity, hidden, notes },
    hasChangedGuard: report.changedGuard === true,
    findings: report.findings.map(record => findingOf(record, reading)),
    base: report.base ?? null,
    fixed: (report.fixed ?? []).map(record => findingOf(record, reading)),
    suppressed: (report.suppressed ?? []).map(({ suppression, ...record }) => ({
      finding: findingOf(record, reading),
      ...{ kind: suppression.kind, reason: suppression.reason },
      location: suppression.location && placeOf({ ...WRITTEN, ...suppression.location }, reading),
    })),
    failures: report.failures.map(({ release, message, location, accepted, acceptedReason = '' }) => ({
      ...{ release, message, location: placeOf(location, reading) },
      ...(accepted && { accepted: acceptedReason }),
    })),
    warnings: (report.warnings ?? []).map(({ message, location }) => ({
      message,
      location: location && placeOf({ ...WRITTEN, ...location }, reading),
    })),
    releases: [],
    worlds: worldsOf((report.worlds ?? []).slice(0, reading.mostWorlds)),
    plainManifests: 0,
    attack: { paths: [], more: [] },
    inventory: { installs: [], crossNamespace: [], stores: [], subjects: [], deployers: [] },
    threats: report.threats.flatMap(({ id, status, evidence }) => verdictOf(id, status, evidence)),
    coverage: [],
    assessedRules: [],
    timings: {},
  }
}

/** In this program's words; nothing for a row that it does not know. */
function verdictOf(id: Verdict['id'], status: Verdict['status'], evidence: readonly string[]): Verdict[] {
  const says = COVERAGE.find(({ row }) => row === id)?.says
  return says === undefined ? [] : [{ id, says, status, evidence }]
}

const pathOf = (path: NonNullable<Report['paths']>[number], reading: Reading): LocatedPath => ({
  ...path,
  steps: path.steps.map(step => ({
    ...step,
    object: step.object && objectOf(step.object),
    location: placeOf(step.location, reading),
  })),
})

/** Reports of the first version have installs only. */
function inventoryOf(
  {
    installs,
    crossNamespace,
    stores,
    subjects,
    deployers,
  }: Pick<Complete['inventory'], 'installs'> & Partial<Complete['inventory']>,
  reading: Reading,
): Assessment['inventory'] {
  const placed = <T extends { readonly location: PlaceRecord }>(entries: readonly T[] | undefined) =>
    (entries ?? []).flatMap(entry => {
      const location = placeOf(entry.location, reading)
      return location ? { ...entry, location } : []
    })
  return {
    installs,
    crossNamespace: placed(crossNamespace).map(entry => ({ ...entry, object: objectOf(entry.object) })),
    stores: placed(stores).map(entry => ({ ...entry, object: objectOf(entry.object) })),
    subjects: placed(subjects),
    deployers: placed(deployers),
  }
}

function findingOf(record: Omit<FindingRecord, 'suppression'>, reading: Reading): Finding {
  const { severity, message, path, rendered, worlds, fingerprint } = record
  const { remedy, guide } = reading.rules.get(record.rule) ?? record
  const fix = record.fix?.edits.every(({ file }) => reading.isPlace(file)) ? record.fix : undefined
  return {
    ...{
      rule: record.rule,
      severity,
      message,
      remedy,
      guide,
      threats: guide.filter(isThreat),
      path,
      rendered,
      fingerprint,
    },
    object: record.object && objectOf(record.object),
    location: placeOf(record.location, reading),
    places: record.places.slice(0, reading.mostPlaces).flatMap(place => placeOf(place, reading) ?? []),
    related: record.related.slice(0, reading.mostPlaces).map(entry => ({
      ...{ message: entry.message, object: objectOf(entry.object), location: placeOf(entry.location, reading) },
    })),
    ...(worlds && { worlds: worlds.slice(0, reading.mostWorlds) }),
    isNew: record.new ?? null,
    ...(fix && { fix: fixOf(fix, fingerprint) }),
    frame: [],
  }
}

const objectOf = ({ namespace, ...object }: NonNullable<FindingRecord['object']>): ObjectRef => ({
  ...object,
  namespace: namespace ?? undefined,
})

/** Null for what is not in the repository. */
function placeOf(record: PlaceRecord | null, { isPlace }: Pick<Reading, 'isPlace'>): PhysicalLocation | null {
  if (record === null || !isPlace(record.file)) return null
  const { file, startLine, endLine, via, key, missing, confidence } = record
  return {
    ...{ file, via },
    ...(startLine !== undefined && { startLine }),
    ...(endLine !== undefined && { endLine }),
    ...(key !== undefined && { key }),
    ...(missing !== undefined && { isMissing: missing }),
    ...(confidence !== undefined && { confidence }),
  }
}

function fixOf(record: NonNullable<FindingRecord['fix']>, fingerprint: string): ProvenFix {
  const { safety, question, generates } = record
  const edits = record.edits.map(({ crlf, ...edit }) => ({ ...edit, ...(crlf === true && { isCrlf: true }) }))
  const fix = { fingerprint, edits, generates }
  return safety === 'unsafe' ? { ...fix, safety, question: question ?? '' } : { ...fix, safety: 'safe' }
}

/** The first world of a cluster is the one with the usual values. */
function worldsOf(records: NonNullable<Report['worlds']>): Assessment['worlds'] {
  const clusters = new Set<string>()
  return records.map(world => {
    const isMain = !clusters.has(world.cluster)
    clusters.add(world.cluster)
    return { ...world, isMain }
  })
}

const headOf = ({ commit, files }: JudgedHead): JudgedHead => ({
  commit,
  files: files
    .filter(({ file }) => isWithin(file))
    .map(entry => ({
      ...entry,
      ...(entry.stretches && { stretches: entry.stretches.slice(0, MOST_STRETCHES) }),
    })),
})

/** A path of the repository as git has it: a browser would follow `..` in a link to another repository. */
const isWithin = (file: string): boolean => file.split('/').every(step => !['', '.', '..'].includes(step))
