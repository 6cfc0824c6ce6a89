const PARTS = /^(\d+)\.(\d+)\.(\d+)(?:-(.+))?$/

/**
 * Negative when `a` is older than `b`, positive when it is newer, 0 when they are equal or one is no version.
 * A pre-release is older than its release. https://semver.org/#spec-item-11
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [PARTS.exec(a), PARTS.exec(b)]
  if (!left || !right) return 0
  for (const part of [1, 2, 3]) {
    const difference = Number(left[part]) - Number(right[part])
    if (difference !== 0) return difference
  }
  return comparePreReleases(left[4], right[4])
}

function comparePreReleases(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  // rc9 is older than rc10.
  return a.localeCompare(b, 'en', { numeric: true })
}
