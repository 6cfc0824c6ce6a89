import type { Path } from '../finding.ts'

/** A part of the values that a chart takes from one of its subcharts (`import-values`), by the keys of the release's values. */
export interface Import {
  readonly from: Path
  readonly to: Path
}

/** Charts may import what their subcharts imported; nobody has more ways to one key. */
const MOST_WAYS = 50

/**
 * The keys whose values a key gets that is not set itself, the one that counts most first.
 * @param imports those of parents before those of their subcharts.
 */
export const importedFrom = (imports: readonly Import[], key: Path): Path[] => [...waysTo(imports, key).take(MOST_WAYS)]

function* waysTo(imports: readonly Import[], key: Path): Generator<Path> {
  for (const [i, { from, to }] of imports.entries()) {
    if (to.length >= key.length || to.some((step, at) => step !== key[at])) continue
    const source = [...from, ...key.slice(to.length)]
    yield source
    yield* waysTo(imports.slice(i + 1), source)
  }
}
