/** A line of a CODEOWNERS file. */
interface Entry {
  readonly segments: readonly string[]
  /** It ends in `/`: it means what is in a folder. */
  readonly isFolder: boolean
  readonly owners: readonly string[]
}

/** GitHub does not read a larger file. */
const MOST_BYTES = 3 * 1024 * 1024

/**
 * Who is named for a file by a CODEOWNERS file (docs.github.com, About code owners): the last line that takes it decides.
 * Empty where nobody is, and for a file that GitHub would not read.
 */
export function ownersIn(text: string): (file: string) => readonly string[] {
  if (Buffer.byteLength(text) > MOST_BYTES) return () => []
  const entries = text.split('\n').flatMap(line => entryOf(line) ?? [])
  return file => entries.findLast(entry => takes(entry, file.split('/')))?.owners ?? []
}

/** Undefined for empty lines and comments, and for `!` and `[ ]`, which GitHub does not know. */
function entryOf(line: string): Entry | undefined {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? []
  const comment = words.findIndex(word => word.startsWith('#'))
  const [pattern, ...owners] = comment < 0 ? words : words.slice(0, comment)
  if (pattern === undefined || /^!|[[\]]/.test(pattern)) return undefined
  const path = pattern.replace(/\\(.)/g, '$1')
  const segments = path.split('/').filter(Boolean)
  // A slash at the start or in the middle ties a pattern to the root.
  const isTied = path.slice(0, -1).includes('/')
  return { segments: isTied ? segments : ['**', ...segments], isFolder: path.endsWith('/'), owners }
}

/** A pattern takes a file, or a folder with all that is in it; `docs/*` takes no folder. */
function takes({ segments, isFolder }: Entry, path: readonly string[]): boolean {
  let reached = [true, ...path.map(() => false)]
  for (const segment of segments) {
    const before = reached
    let isPast = false
    reached = before.map((is, i) => {
      isPast ||= is
      return segment === '**' ? isPast : before[i - 1] === true && isLike(segment, path[i - 1] ?? '')
    })
  }
  const takesFolders = isFolder || segments.at(-1) !== '*'
  return reached.some((is, i) => is && i > 0 && (i === path.length ? !isFolder : takesFolders))
}

/** Whether a name is like a pattern with `*` and `?`; a star is widened only where the rest did not fit. */
function isLike(pattern: string, name: string): boolean {
  let [at, star, from] = [0, -1, 0]
  for (let i = 0; i < name.length; ) {
    if (pattern[at] === '*') {
      star = at
      from = i
      at += 1
    } else if (pattern[at] === '?' || pattern[at] === name[i]) {
      at += 1
      i += 1
    } else if (star >= 0) {
      from += 1
      i = from
      at = star + 1
    } else return false
  }
  return /^\**$/.test(pattern.slice(at))
}
