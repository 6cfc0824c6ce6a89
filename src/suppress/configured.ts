import { basename, join, matchesGlob, relative, sep } from 'node:path'
import type { IgnoreConfig, LoadedConfig } from '../config/config.ts'
import type { Finding, ObjectRef, PhysicalLocation } from '../finding.ts'
import { type Ignore, type Ignores, unknownRule, type Warning, type WrittenAt } from './suppression.ts'

/** What the entries of the config are held against. */
export interface Circumstances {
  readonly config: LoadedConfig
  /** Absolute; places are relative to it. */
  readonly root: string
  /** ISO date. Without it nothing with a date is believed. */
  readonly today: string | undefined
  /** The ids of all rules. */
  readonly rules: readonly string[]
}

/** The `ignore` list of the config. */
export function configuredIgnores(circumstances: Circumstances): Ignores {
  const { rules, config, today } = circumstances
  const ignores: Ignore[] = []
  const warnings: Warning[] = []
  for (const [i, entry] of (config.ignore ?? []).entries()) {
    const location = entryPlace(circumstances, ['ignore', i])
    const isUnknown = !rules.some(id => matchesGlob(id, entry.rule))
    const fault = isUnknown ? unknownRule(entry.rule, rules) : expiry(entry.until, today)
    if (fault === undefined) ignores.push(ignoreOf(entry, location, circumstances))
    else warnings.push({ message: `ignore of ${entry.rule}: ${fault}`, location })
  }
  return { ignores, warnings }
}

function ignoreOf(
  { rule, object, path, reason }: IgnoreConfig,
  location: WrittenAt,
  circumstances: Circumstances,
): Ignore {
  return {
    kind: 'config',
    rule,
    reason,
    location,
    covers: (finding: Finding, place) =>
      matchesGlob(finding.rule, rule) &&
      (object === undefined || (finding.object !== null && matchesObject(finding.object, object))) &&
      (path === undefined || filesOf(place).some(file => matchesPath(file, path, circumstances))),
  }
}

/** The file to be changed, and the template that it is about. */
const filesOf = (place: PhysicalLocation | null): string[] => (place ? [place.file, place.template ?? place.file] : [])

/**
 * `Kind/name`, `Kind/namespace/name`, or as reports print it: `Kind name`, `Kind namespace/name`; each part may hold `*`.
 * Without a namespace, an object of any is meant.
 */
export function matchesObject(object: ObjectRef, pattern: string): boolean {
  const [kind = '', ...rest] = pattern.trim().split(/[\s/]+/)
  const name = rest.pop()
  const [namespace] = rest
  return (
    matchesGlob(object.kind, kind) &&
    (name === undefined || matchesGlob(object.name, name)) &&
    (namespace === undefined || (object.namespace !== undefined && matchesGlob(object.namespace, namespace)))
  )
}

/** Whether a file is meant by a glob that is relative to the config file; one that names a folder means all in it. */
export function matchesPath(
  file: string,
  pattern: string,
  { config, root }: Pick<Circumstances, 'config' | 'root'>,
): boolean {
  const folder = relative(root, config.folder).split(sep).join('/')
  const here = folder === '' ? file : relative(folder, file).split(sep).join('/')
  const glob = pattern.replace(/^\.\//, '').replace(/\/+$/, '')
  return matchesGlob(here, glob) || matchesGlob(here, `${glob}/**`)
}

/** Why a date does not hold any more, or is none; undefined when it holds. The day itself is the last one. */
export function expiry(until: string | undefined, today: string | undefined): string | undefined {
  if (until === undefined) return undefined
  if (!isDate(until)) return `'${until}' is not a date, so it does not count`
  return today !== undefined && today <= until ? undefined : `it expired after ${until}, so it does not count`
}

const isDate = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** Where an entry of the config stands. */
export function entryPlace(
  { config, root }: Pick<Circumstances, 'config' | 'root'>,
  path: readonly (string | number)[],
): WrittenAt {
  const file = relative(root, join(config.folder, basename(config.file ?? '')))
    .split(sep)
    .join('/')
  return { file, ...(config.lineOf && { startLine: config.lineOf(path) }) }
}
