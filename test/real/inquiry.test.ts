import { join } from 'node:path'
import { expect } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { discover } from '../../src/discover/discover.ts'
import type { ObjectRef, Path } from '../../src/finding.ts'
import { fromKey } from '../../src/locate/inquiry/criteria.ts'
import { changeOf } from '../../src/locate/inquiry/effects.ts'
import { askable, examine } from '../../src/locate/inquiry/examined.ts'
import { nodesWhere } from '../../src/locate/inquiry/nodes.ts'
import { objectIn } from '../../src/locate/inquiry/printed.ts'
import { dotted } from '../../src/locate/layers.ts'
import type { Value } from '../../src/template/value/value.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'

testShared(
  'what changes with a key of the operator’s chart is among the nodes that the key is said to reach',
  async () => {
    const root = join(SHARED, 'charts')
    const named = ['external-secrets-2.9.0.tgz']
    const config = await loadConfig(root, undefined, named)
    const { releases } = await discover(root, root, named, config, { set: ['installCRDs=false'] })
    const [release] = askable(await examine(releases, { root, helm: HELM }))
    if (!release) throw new Error('the operator’s chart is not traced')
    expect(release.documents.filter(({ traced }) => !traced)).toEqual([])
    const keys = leavesOf(release.chart.trace.values, [])
    const missed = keys.flatMap(key => {
      const found = release.documents.flatMap(document =>
        [...nodesWhere(document, fromKey(key))].map(({ path }) => ({ object: objectIn(document.source), path })),
      )
      const gone = changeOf(release.chart, key).effects.filter(({ what }) => what !== 'appears')
      return gone
        .filter(effect => !found.some(node => isSame(node.object, effect.object) && isAround(node.path, effect.path)))
        .map(({ what, path }) => `${dotted(key)} ${what} ${path.join('.')}`)
    })
    expect(missed).toEqual([])
    expect(keys.length).toBeGreaterThan(300)
  },
)

function leavesOf(value: Value, path: Path): Path[] {
  if (value.kind === 'dict' && value.entries.size > 0)
    return [...value.entries].flatMap(([key, item]) => leavesOf(item, [...path, key]))
  if (value.kind === 'list' && value.items.length > 0)
    return value.items.flatMap((item, i) => leavesOf(item, [...path, i]))
  return [path]
}

const isSame = (a: ObjectRef | null, b: ObjectRef | null): boolean =>
  a?.kind === b?.kind && a?.namespace === b?.namespace && a?.name === b?.name

/** One of them is, or holds, the other: an object that goes takes its nodes along. */
const isAround = (a: Path, b: Path): boolean => a.every((step, i) => i >= b.length || step === b[i])
