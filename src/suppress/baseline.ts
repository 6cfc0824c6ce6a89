import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { type Finding, nameOf, reaches, SEVERITIES, type Severity } from '../finding.ts'
import { readText } from '../io/files.ts'
import type { Suppressed } from './suppression.ts'

/** One finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly fingerprint: string
  readonly rule: string
  readonly severity: Severity
  /** For people. */
  readonly object: string
}

/** The findings a team starts with, by fingerprint. */
export interface Baseline {
  /** As the user named it. */
  readonly file: string
  readonly entries: ReadonlyMap<string, BaselineEntry>
}

const HEAD = `# eso-hardener baseline 1: findings that were there when it was written, and do not count.
# fingerprint rule severity object
`

/** The text of a baseline: one finding a line, sorted, so that it merges line by line. */
export const baselineText = (findings: readonly Finding[]): string =>
  HEAD +
  [...new Set(findings.map(lineOf))]
    .sort()
    .map(line => `${line}\n`)
    .join('')

/** The text of the baseline that a run with `writeBaseline` ends in. */
export const newBaseline = (suppressed: readonly Suppressed[]): string =>
  baselineText(suppressed.flatMap(({ kind, finding }) => (kind === 'baseline' ? finding : [])))

const lineOf = (finding: Finding): string => {
  const { fingerprint, rule, severity, object } = entryOf(finding)
  return `${fingerprint} ${rule} ${severity} ${object}`
}

/** A name is foreign text, and must not begin a line of its own. */
const entryOf = ({ fingerprint, rule, severity, object }: Finding): BaselineEntry => ({
  fingerprint,
  rule,
  severity,
  object: object ? nameOf(object).replace(/[\p{C}\s]+/gu, ' ') : '(install)',
})

/** The baseline that would be written for these findings. */
export const baselineOf = (file: string, findings: readonly Finding[]): Baseline => ({
  file,
  entries: new Map(findings.map(finding => [finding.fingerprint, entryOf(finding)])),
})

const LINE = new RegExp(`^([0-9a-f]{16}) (\\S+) (${SEVERITIES.join('|')}) (.+)$`)

/**
 * Reads a baseline; comments, empty lines and the order mean nothing. After a merge a finding may be there twice: the
 * higher severity counts.
 * @throws UserError with file and line for anything else, such as the marks of a conflict.
 */
export function parseBaseline(file: string, text: string): Baseline {
  const entries = new Map<string, BaselineEntry>()
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, fingerprint = '', rule = '', severity = '', object = ''] = LINE.exec(line.trimEnd()) ?? []
    if (fingerprint === '')
      throw new UserError(`${file}:${i + 1}: this is no entry of a baseline`, 'write it again with --write-baseline')
    const entry = { fingerprint, rule, severity: severity as Severity, object }
    const known = entries.get(fingerprint)
    if (!known || !reaches(known.severity, entry.severity)) entries.set(fingerprint, entry)
  }
  return { file, entries }
}

/** Reads the baseline that is named, relative to `folder`. @throws UserError when it is missing or not one. */
export async function loadBaseline(folder: string, file: string): Promise<Baseline> {
  const path = resolve(folder, file)
  const text = await readText(path).catch((error: Error) => {
    throw new UserError(error.message.replace(path, file), 'write it with --write-baseline')
  })
  return parseBaseline(file, text)
}

/** Whether the baseline holds a finding; one that became more severe is another. */
export function isCovered({ entries }: Baseline, { fingerprint, severity }: Finding): boolean {
  const entry = entries.get(fingerprint)
  return entry !== undefined && reaches(entry.severity, severity)
}

/** The entries that no finding has any more. */
export function goneEntries({ entries }: Baseline, findings: readonly Finding[]): BaselineEntry[] {
  const here = new Set(findings.map(({ fingerprint }) => fingerprint))
  return [...entries.values()].filter(({ fingerprint }) => !here.has(fingerprint))
}
