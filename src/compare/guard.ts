import { relative, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type LoadedConfig, loadConfig, type ReleaseConfig, type ReleaseLines } from '../config/config.ts'
import { kindOfPath, readText } from '../io/files.ts'
import type { RunOptions } from '../run.ts'

/** What a pull request is judged by: what its base says about findings that do not count, not what it says itself. */
export interface Guard {
  readonly config: LoadedConfig
  /** The text of the baseline that was asked for; undefined when the base has none. */
  readonly baseline: string | undefined
  /** What the change edits without effect on itself. */
  readonly notes: readonly string[]
}

/** The two trees: the same options, each with its own folder. */
export interface Trees {
  readonly base: RunOptions
  readonly head: RunOptions
  /** Where a path of the work tree is in the base. */
  readonly moved: (path: string) => string
}

/**
 * Reads config and baseline of the base. The config's releases are the base's; those that are gone are left out, and
 * those of charts that the base does not have come from the change, or a new chart could never be added.
 */
export async function guardOf({ base, head, moved }: Trees, own: LoadedConfig): Promise<Guard> {
  const theirs = await loadConfig(base.folder, base.config, base.paths)
  const folder = resolve(head.root, relative(base.root, theirs.folder))
  const isThere = async (path: string): Promise<boolean> => (await kindOfPath(path)) !== 'missing'
  const kept = await filtered(theirs.releases ?? [], ({ chart }) => isThere(resolve(folder, chart)))
  const added = await filtered(
    own.releases ?? [],
    async ({ chart }) => !(await isThere(moved(resolve(own.folder, chart)))),
  )
  const baseline = head.baseline === undefined ? undefined : moved(head.baseline)
  const [before, now] = await Promise.all([
    textOf(baseline),
    textOf(head.baseline && resolve(head.folder, head.baseline)),
  ])
  return {
    config: {
      ...{ ...theirs, folder, file: theirs.file && (head.config ?? theirs.file) },
      releases: [...kept, ...added],
      releaseLines: linesNow([...kept, ...added], own),
    },
    baseline: before,
    notes: [
      ...(isSame(theirs, own) ? [] : [withoutEffect(`the config ${own.file ?? theirs.file}`)]),
      ...(before === now ? [] : [withoutEffect(`the baseline ${head.baseline}`)]),
    ],
  }
}

/** The lines of releases in the work tree's config, where it has them as they are. */
const linesNow = (releases: readonly ReleaseConfig[], own: LoadedConfig): Map<ReleaseConfig, ReleaseLines> =>
  new Map(
    releases.flatMap(release => {
      const now = own.releases?.find(candidate => isDeepStrictEqual(candidate, release))
      const lines = now && own.releaseLines?.get(now)
      return lines ? [[release, lines]] : []
    }),
  )

const EDITS = 'this change edits '
const withoutEffect = (what: string): string =>
  `${EDITS}${what}: it is judged by that of its base, and the edit counts once it is merged`

/** Whether a note of an assessment is one of `Guard.notes`. */
export const isGuardNote = (note: string): boolean => note.startsWith(EDITS)

async function filtered(
  releases: readonly ReleaseConfig[],
  test: (release: ReleaseConfig) => Promise<boolean>,
): Promise<ReleaseConfig[]> {
  const results = await Promise.all(releases.map(test))
  return releases.filter((_, i) => results[i])
}

const textOf = async (path: string | undefined): Promise<string | undefined> =>
  path === undefined || (await kindOfPath(path)) === 'missing' ? undefined : readText(path)

/** Whether two configs say the same, wherever they are. */
const isSame = (a: LoadedConfig, b: LoadedConfig): boolean => said(a) === said(b)

const said = ({ folder: _, file: __, lineOf: ___, releaseLines: ____, ...config }: LoadedConfig): string =>
  JSON.stringify(config)
