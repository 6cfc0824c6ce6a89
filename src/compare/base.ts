import { join, relative, resolve } from 'node:path'
import type { LoadedConfig } from '../config/config.ts'
import { UserError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { kindOfPath, withTemporaryFolder } from '../io/files.ts'
import type { Failure } from '../render/render.ts'
import type { Assessment } from '../report/report.ts'
import type { RunOptions } from '../run.ts'
import { whatFails } from '../suppress/accept.ts'
import { isInside } from '../suppress/suppression.ts'
import { checkOut } from './check-out.ts'
import { type Guard, guardOf } from './guard.ts'

/** What was there before the change. */
export interface Base {
  /** As the user named it. */
  readonly ref: string
  /** Null when it cannot be had. */
  readonly commit: string | null
  /** Everything that counted and that did not; null when nobody can say. */
  readonly findings: readonly Finding[] | null
  /** Fingerprints of the findings that its comments and annotations ignore. */
  readonly excused?: ReadonlySet<string>
  /** What could not be checked in it, accepted or not (see `whatFails`). */
  readonly failing?: ReadonlySet<string>
  /** Why nobody can say; then the run is incomplete. */
  readonly failures: readonly Failure[]
  readonly notes: readonly string[]
  /** What it says about findings that do not count; undefined when it is not to be had, or not asked for. */
  readonly guard?: Guard
}

/**
 * Assesses the tree of a commit as the work tree is assessed: the same paths and options, with the config it has itself.
 * The clone and its work tree are left as they are.
 * @param own the config of the work tree.
 * @param assess the pipeline, which cannot be imported from here.
 */
export async function assessBase(
  ref: string,
  options: RunOptions,
  own: LoadedConfig,
  assess: (options: RunOptions) => Promise<Assessment>,
): Promise<Base> {
  try {
    return await withTemporaryFolder(async folder => {
      const top = join(folder, 'tree')
      const { commit, prefix } = await checkOut(ref, { top, elsewhere: join(folder, 'fetched') }, options)
      const { there, moved } = await optionsAt(top, prefix, options)
      const guard = options.isGuarded && (await guardOf({ base: there, head: options, moved }, own))
      const base = there.paths.length === 0 ? nothing(ref, commit) : known(ref, commit, await assess(there))
      return guard ? { ...base, guard, notes: [...base.notes, ...guard.notes] } : base
    })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return unknown(ref, error.message)
  }
}

const unknown = (ref: string, reason: string): Base => ({
  ref,
  commit: null,
  findings: null,
  failures: [
    {
      release: null,
      message: `the base ${ref} cannot be compared with: ${reason}; so nothing is called old, and every finding counts`,
      location: null,
    },
  ],
  notes: [],
})

const nothing = (ref: string, commit: string): Base => ({ ref, commit, findings: [], failures: [], notes: [] })

function known(ref: string, commit: string, { findings, suppressed, failures }: Assessment): Base {
  const number = failures.length
  const notes =
    number > 0
      ? [
          `${number} thing${number === 1 ? '' : 's'} could not be checked in the base ${ref}; what was found there now is called new`,
        ]
      : []
  return {
    ...{ ref, commit, failures: [], notes },
    findings: [...findings, ...suppressed.map(({ finding }) => finding)],
    failing: new Set(failures.map(whatFails)),
    excused: new Set(suppressed.filter(isInside).map(({ finding }) => finding.fingerprint)),
  }
}

/** The same run in another place, without the paths that are not there. What is outside the clone stays where it is. */
async function optionsAt(top: string, prefix: string, options: RunOptions) {
  const moved = (path: string): string => {
    const inside = join(prefix, relative(options.root, resolve(options.folder, path)))
    return inside.startsWith('..') ? resolve(options.folder, path) : join(top, inside)
  }
  const isThere = async (path: string): Promise<boolean> => (await kindOfPath(path)) !== 'missing'
  const paths = await Promise.all(options.paths.map(moved).map(async path => ((await isThere(path)) ? [path] : [])))
  const config = options.config === undefined ? undefined : moved(options.config)
  const { values } = options.release ?? {}
  const there: RunOptions = {
    ...options,
    root: join(top, prefix),
    folder: moved('.'),
    paths: paths.flat(),
    config: config !== undefined && (await isThere(config)) ? config : undefined,
    release: { ...options.release, values: values?.map(moved) },
    minSeverity: 'info',
    // Only who asks what the base ignores itself needs the lines that comments are about.
    isUntraced: !options.failOnGuardChange,
    base: undefined,
    isGuarded: false,
    baseline: undefined,
    writeBaseline: undefined,
    onProgress: undefined,
  }
  return { there, moved }
}
