import { Admission, DEMANDS } from '../../src/model/admission/admission.ts'
import { World } from '../../src/model/world.ts'
import { manifestsOf } from '../world.ts'
import { DEMAND_WRITES, FIELDS, randomJudging } from './admission-demands.ts'
import { type AdmissionAnswer, type AdmissionCase, askAdmission, type Write } from './admission-worlds.ts'
import { compare } from './comparison.ts'

/** The demands that the policies meet, each with the resources it is about. */
type Verdict = readonly string[]

const ENTRIES = DEMANDS.flatMap(demand => demand.resources.map(resources => ({ demand, resources })))
const nameOf = ({ demand, resources }: (typeof ENTRIES)[number]): string => `${demand.id} of ${resources.join(', ')}`

/** A value of the field, in the writes of one user, that never gets through: that is what a demand asks for. */
const keepsSomethingOut = (
  answers: readonly AdmissionAnswer[],
  demand: string,
  resources: readonly string[],
): boolean => {
  const writes = DEMAND_WRITES.map((write, i) => ({ write, isDenied: answers[i]?.denied === true })).filter(
    ({ write }) => resources.includes(write.resource),
  )
  const key = ({ resource, user, object }: Write): string => [resource, user, FIELDS[demand]?.(object)].join(' ')
  return [...Map.groupBy(writes, ({ write }) => key(write)).values()].some(alike =>
    alike.every(({ isDenied }) => isDenied),
  )
}

const judge =
  (change: (text: string) => string) =>
  ({ policies, bindings }: AdmissionCase): Verdict => {
    const items = [...policies, ...bindings]
    const manifests = manifestsOf(change(JSON.stringify({ apiVersion: 'v1', kind: 'List', items })))
    const admission = new Admission(new World(manifests))
    return ENTRIES.filter(({ demand, resources }) => admission.meeting(demand, resources).length > 0).map(nameOf)
  }

compare<AdmissionCase, readonly AdmissionAnswer[], Verdict>({
  name: 'ValidatingAdmissionPolicy: what it keeps out',
  cases: randomJudging,
  ask: (oracle, asked) => askAdmission(oracle, asked, DEMAND_WRITES),
  theirs: answers =>
    ENTRIES.filter(({ demand, resources }) => keepsSomethingOut(answers, demand.id, resources)).map(nameOf),
  ours: judge(text => text),
  outcomesOf: verdict => (verdict.length > 0 ? verdict : ['nothing']),
  outcomes: [...ENTRIES.map(nameOf), 'nothing'],
  planted: {
    'variables are not looked at': judge(text => text.replaceAll('"variables"', '"other"')),
    'who writes does not matter': judge(text => text.replaceAll('request.userInfo', 'object.other')),
  },
})
