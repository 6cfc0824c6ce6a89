import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { checkWorld } from '../../src/check/check.ts'
import { loadConfig } from '../../src/config/config.ts'
import { gather } from '../../src/gather.ts'
import { policiesFor } from '../../src/generate/admission/policies.ts'
import type { Policy } from '../../src/generate/admission/policy.ts'
import { stopwatch } from '../../src/io/stopwatch.ts'
import type { World } from '../../src/model/world.ts'
import type { Manifest } from '../../src/parse/manifest.ts'
import { type Mapping, valueAt } from '../../src/parse/untyped.ts'
import { RULES } from '../../src/rules/index.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { oracleProgram } from './build-oracle.ts'
import { Oracle } from './oracle.ts'
import { verdictsOf } from './policy-verdicts.ts'

const CORPUS = join(SHARED, 'corpus')
const source = oracleProgram('k8s-oracle')
const oracle = 'program' in source ? new Oracle(source.program) : undefined
afterAll(() => oracle?.stop())

/** What policies that are made from a repository say of its own objects: no more, and no less, than the rules. */
const repositories = existsSync(CORPUS) ? readdirSync(CORPUS).filter(name => name.includes('__')) : []

describe.skipIf('missing' in source && !source.isFailure)('policies made from public repositories', () => {
  testShared('what is refused is reported, and what is reported is refused', async () => {
    if (!oracle) throw new Error('missing' in source ? source.missing : 'the oracle is not running')
    const counts = { repositories: repositories.length, judged: 0, refused: 0 }
    const differences: string[] = []
    for (const repository of repositories)
      for (const world of await worldsIn(join(CORPUS, repository)))
        for (const policy of policiesFor(world).policies.filter(({ action }) => action === 'deny')) {
          const judged = judgedBy(policy, world)
          const verdicts = await verdictsOf(
            oracle,
            policy,
            judged.map(manifest => ({ object: placed(manifest) })),
          )
          counts.judged += judged.length
          for (const [i, manifest] of judged.entries()) {
            const denied = verdicts[i]?.denied === true
            if (denied) counts.refused++
            const { may, must } = reportedBy(policy, world, manifest)
            if (denied ? !may : must) differences.push(`${repository} ${policy.id} ${manifest.kind} ${manifest.name}`)
          }
        }
    console.log('Public repositories:', counts)
    expect(differences).toEqual([])
    expect(counts.refused).toBeGreaterThan(0)
  })
})

async function worldsIn(folder: string): Promise<World[]> {
  const config = await loadConfig(folder, undefined, ['.'])
  const { worlds } = await gather({ root: folder, folder, paths: ['.'], helm: HELM }, config, stopwatch())
  return worlds.filter(({ isMain }) => isMain).map(({ world }) => world)
}

const judgedBy = ({ kinds }: Policy, world: World): Manifest[] =>
  kinds.flatMap(({ group, kind }) => world.of(`${group}/${kind}`))

/** As it is installed: a chart's objects get their namespace from the release. */
const placed = ({ body, namespace }: Manifest): Mapping => ({
  ...(body as Mapping),
  metadata: { ...(valueAt(body, ['metadata']) as Mapping), ...(namespace !== undefined && { namespace }) },
})

/** Whether the rules that a policy holds report an object at all, and at a severity that the policy refuses. */
function reportedBy({ holds }: Policy, world: World, manifest: Manifest): { may: boolean; must: boolean } {
  const rules = RULES.filter(({ id }) => holds.some(held => held.id === id))
  const found = checkWorld(rules, world).filter(result => result.manifest === manifest)
  const isHeld = (id: string, severity: string): boolean =>
    holds.some(held => held.id === id && (held.severities?.includes(severity) ?? true))
  return { may: found.length > 0, must: found.some(({ rule, severity }) => isHeld(rule.id, severity)) }
}
