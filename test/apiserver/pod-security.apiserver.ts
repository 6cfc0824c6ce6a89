import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Oracle } from '../engines/oracle.ts'
import { type RandomPod, randomPod } from '../engines/pods.ts'
import type { Api } from './api.ts'
import { makeNamespaces } from './crds.ts'
import { CASES, differences, type Judged, SEED, withSession } from './session.ts'

/** Whether a pod is let in, at each level. */
interface Verdict {
  readonly baseline: boolean
  readonly restricted: boolean
}

const LEVELS = ['baseline', 'restricted'] as const
const home = (level: string, version: string): string => `${level}-${version.replace('.', '-')}`

/** Undefined where the server takes the pod for no sound one: Pod Security is then not asked. */
async function askServer(api: Api, { annotations, spec, version }: RandomPod): Promise<Verdict | undefined> {
  const verdicts = []
  for (const level of LEVELS) {
    const metadata = { name: 'p', namespace: home(level, version), annotations }
    const { status, body } = await api.create({ apiVersion: 'v1', kind: 'Pod', metadata, spec }, { dryRun: 'All' })
    if (status === 422 || status === 400) return undefined
    if (status !== 201 && !String(body.message).includes('violates PodSecurity'))
      throw new Error(`${status}: ${body.message}`)
    verdicts.push(status === 201)
  }
  return { baseline: verdicts[0] === true, restricted: verdicts[1] === true }
}

async function askOracle(oracle: Oracle, { annotations, spec, version }: RandomPod): Promise<Verdict> {
  const { baseline, restricted } = await oracle.ask<Verdict>('pod-security', {
    ...{ metadata: { annotations }, spec, version },
  })
  return { baseline, restricted }
}

withSession('Pod Security', session => {
  test('the oracle says what the API server says, in namespaces of all levels and versions', async () => {
    const { api, oracle } = session()
    const judged: Judged<RandomPod, Verdict>[] = []
    const versions = new Set<string>()
    // Most random pods break a rule of pods themselves.
    for (const asked of fc.sample(randomPod, { numRuns: 4 * CASES, seed: SEED })) {
      if (!versions.has(asked.version))
        for (const level of LEVELS)
          await makeNamespaces(api, [home(level, asked.version)], {
            'pod-security.kubernetes.io/enforce': level,
            'pod-security.kubernetes.io/enforce-version': asked.version,
          })
      versions.add(asked.version)
      const verdict = await askServer(api, asked)
      if (verdict) judged.push({ asked, verdict })
    }
    const restricted = judged.filter(({ verdict }) => verdict.restricted).length
    const baseline = judged.filter(({ verdict }) => verdict.baseline).length
    console.log(`Pod Security: ${judged.length} sound pods from seed ${SEED}:`, { baseline, restricted })
    expect(await differences(judged, asked => askOracle(oracle, asked))).toEqual([])
    expect(Math.min(restricted, baseline - restricted, judged.length - baseline)).toBeGreaterThan(judged.length / 50)

    const older = await differences(judged, asked => askOracle(oracle, { ...asked, version: 'v1.22' }))
    expect(older).not.toEqual([])
    const private_ = (asked: RandomPod): RandomPod => ({ ...asked, spec: { ...asked.spec, hostPID: false } })
    expect(await differences(judged, asked => askOracle(oracle, private_(asked)))).not.toEqual([])
  })
})
