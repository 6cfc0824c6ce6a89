/** What makes a comment ours. */
export const MARK = 'eso-hardener:'

/** One of our comments in a file. */
export interface Comment {
  /** What stands behind the mark. */
  readonly words: string
  /** 1-based line of it. */
  readonly line: number
  /** 1-based line that it is about: its own when there is more on it, else the next one that is no comment. */
  readonly covered: number
}

const COMMENT = /^[#*]*\s*eso-hardener:(.*)$/

/** What a comment of ours says; undefined for those of others. @param text with its `#`. */
export const wordsOf = (text: string): string | undefined => COMMENT.exec(text.trim())?.[1]?.trim()

/** For each line the next one, itself included, that is more than a comment; all by index. */
export function coveredLines(lines: readonly string[], isComment: (line: string) => boolean): number[] {
  const covered = lines.map((_, i) => i)
  for (let i = lines.length - 1; i >= 0; i--) if (isComment(lines[i] ?? '')) covered[i] = covered[i + 1] ?? i + 1
  return covered
}
