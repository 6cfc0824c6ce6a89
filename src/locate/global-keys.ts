import type { Path } from '../finding.ts'
import { chartsIn } from './template-name.ts'

/**
 * The keys that may give a template's chart the value of a key: a global value is also given by `global` of each chart
 * around it, and the one that is further out counts more. Any other key has only itself.
 */
export function keysOfGlobal(key: Path, template = ''): Path[] {
  const charts = chartsIn(template)
  const depth = key.indexOf('global')
  const isGlobal = depth >= 0 && depth <= charts.length && key.slice(0, depth).every((step, i) => step === charts[i])
  return isGlobal ? [0, ...charts.keys().map(i => i + 1)].map(n => [...charts.slice(0, n), ...key.slice(depth)]) : [key]
}
