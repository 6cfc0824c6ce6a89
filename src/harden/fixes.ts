import { resolve } from 'node:path'
import { loadConfig } from '../config/config.ts'
import { type Finding, type RefusedFix, reaches, type Severity } from '../finding.ts'
import { gather } from '../gather.ts'
import { stopwatch } from '../io/stopwatch.ts'
import type { Assessment } from '../report/report.ts'
import type { RunOptions } from '../run.ts'
import { type HardenedFile, hardenedFiles } from './hardened-files.ts'
import { proveFixes } from './prove.ts'
import { everyFinding } from './trial.ts'

/** The author's files with what could be proven, and what became of each finding. */
export interface Fixed {
  /** Before anything was tried. */
  readonly assessment: Assessment
  /** The severity below which nothing is done. */
  readonly least: Severity
  readonly files: readonly HardenedFile[]
  /** Fingerprints of findings that are gone with the edits. */
  readonly removed: ReadonlySet<string>
  readonly refused: readonly RefusedFix[]
  readonly notes: readonly string[]
}

/**
 * Proves what rules offer as edits of the files of a repository, all of it together.
 * @param isUnsafe whether fixes that need a decision are among them.
 * @param assess the pipeline, which cannot be imported from here. @throws UserError for input that cannot be used.
 */
export async function fixFiles(
  given: RunOptions,
  isUnsafe: boolean,
  assess: (options: RunOptions) => Promise<Assessment>,
): Promise<Fixed> {
  const config = given.loadedConfig ?? (await loadConfig(given.folder, given.config, given.paths))
  const least = given.minSeverity ?? config.minSeverity ?? 'low'
  const options: RunOptions = {
    ...given,
    ...{ minSeverity: 'info', base: undefined, loadedConfig: config, renders: new Map() },
  }
  const assessment = await assess(options)
  const { manifests } = await gather(options, config, stopwatch())
  const { failures, inventory } = assessment
  const before = { findings: everyFinding(assessment), failures, installs: inventory.installs, manifests }
  const tried = assessment.findings.filter(
    ({ offer, severity }) => reaches(severity, least) && (isUnsafe || offer?.safety === 'safe'),
  )
  const { findings, refused, notes } = await proveFixes(tried, before, options, assess)
  return {
    ...{ assessment, least, refused, notes },
    files: await hardenedFiles(findings, options.root),
    removed: new Set(findings.flatMap(({ fix, fingerprint }: Finding) => (fix ? fingerprint : []))),
  }
}

/** The same files as `rewriteAll` takes them. */
export const rewritesOf = (files: readonly HardenedFile[], root: string) =>
  files.map(({ file, before, after }) => ({ path: resolve(root, file), name: file, before, after }))
