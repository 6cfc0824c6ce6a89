import { type Breach, breachesOf } from '../../src/model/pods/pod-security.ts'
import { podOf } from '../../src/model/pods/workloads.ts'
import { manifestsOf } from '../world.ts'
import { compare } from './comparison.ts'
import { type RandomPod, randomPod } from './pods.ts'

interface Answer {
  readonly baseline: boolean
  readonly restricted: boolean
  readonly failed: readonly string[]
}

/** The checks of `restricted` that take the place of one of `baseline`: of a pair the first that fails is told. */
const REPLACED: Readonly<Record<string, string>> = {
  capabilities_restricted: 'capabilities_baseline',
  procMount_restricted: 'procMount',
  restrictedVolumes: 'hostPathVolumes',
  seccompProfile_restricted: 'seccompProfile_baseline',
}

const verdict = (isBaseline: boolean, isRestricted: boolean, failed: readonly string[]): Answer => ({
  baseline: isBaseline,
  restricted: isRestricted,
  failed: [...new Set(failed)].filter(id => !failed.includes(REPLACED[id] ?? '')).sort(),
})

function breaches({ annotations, spec, version }: RandomPod): Breach[] {
  const [manifest] = manifestsOf(
    JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', annotations }, spec }),
  )
  const pod = manifest && podOf(manifest)
  if (!pod) throw new Error('a Pod is a pod')
  return breachesOf(pod, version === 'latest' ? undefined : version)
}

const judge = (broken: readonly Breach[]): Answer =>
  verdict(
    broken.every(({ level }) => level !== 'baseline'),
    broken.length === 0,
    broken.map(({ control }) => control),
  )

const without = (control: string) => (pod: RandomPod) => judge(breaches(pod).filter(found => found.control !== control))

compare<RandomPod, Answer, Answer>({
  name: 'Pod Security',
  cases: randomPod,
  ask: (oracle, { annotations, spec, version }) =>
    oracle.ask('pod-security', { metadata: { annotations }, spec, version }),
  theirs: ({ baseline, restricted, failed }) => verdict(baseline, restricted, failed),
  ours: pod => judge(breaches(pod)),
  outcomesOf: ({ baseline, restricted, failed }) => [
    `baseline: ${baseline}`,
    `restricted: ${restricted}`,
    ...failed.map(id => `fails ${id}`),
  ],
  outcomes: ['baseline: true', 'baseline: false', 'restricted: true', 'restricted: false'],
  planted: {
    'sysctls are not looked at': without('sysctls'),
    'capabilities may be kept': without('capabilities_restricted'),
    'a user namespace lifts nothing': pod => judge(breaches({ ...pod, spec: { ...pod.spec, hostUsers: true } })),
    'every cluster is the newest': pod => judge(breaches({ ...pod, version: 'latest' })),
    'clusters before 1.35 have its user namespaces': pod =>
      judge(breaches(pod.spec.hostUsers === false ? { ...pod, version: 'latest' } : pod)),
  },
})
