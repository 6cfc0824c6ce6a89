import { policiesFor } from '../../src/generate/admission/policies.ts'
import type { Policy } from '../../src/generate/admission/policy.ts'
import { World } from '../../src/model/world.ts'
import { asMapping, asText, type Mapping } from '../../src/parse/untyped.ts'
import { FIELD_SAMPLES } from '../engines/policy-field-samples.ts'
import { SAMPLE_POLICIES, SAMPLES, type Sample } from '../engines/policy-samples.ts'
import { ruleExamples } from '../engines/rule-examples.ts'
import { commonNames, SHARED_CONFIG, sharedSamples } from '../engines/shared-policy-samples.ts'
import { mappingsIn } from './api.ts'
import { idOf, nameOf } from './policies.ts'

/** An object that policies are asked about. */
export interface PolicyCase {
  readonly what: string
  readonly object: Mapping
  /** Those that are asked; others may be in force as well. */
  readonly policies: readonly Policy[]
  /** Of those that refuse it, by the names that they are generated under. */
  isRight(refusing: readonly string[]): boolean
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort())

const samplesAs = (title: string, samples: readonly Sample[], policies: readonly Policy[]): PolicyCase[] =>
  samples.map(({ object, refusedBy }, i) => ({
    ...{ what: `${title} ${i}`, object: identified(object), policies },
    isRight: refusing => same(refusing, refusedBy),
  }))

/** An owner has a UID, or the API server takes the object for no sound one. No policy looks at it. */
export function identified(object: Mapping): Mapping {
  const metadata = asMapping(object.metadata)
  const owners = mappingsIn(metadata?.ownerReferences)
  const ownerReferences = owners.map(owner => ({ uid: 'a', ...owner }))
  return owners.length > 0 ? { ...object, metadata: { ...metadata, ownerReferences } } : object
}

/** Our own samples, and one for each field of the tables of providers and generators. */
export const ownCases = (): PolicyCase[] => samplesAs('sample', [...SAMPLES, ...FIELD_SAMPLES], SAMPLE_POLICIES)

/** The 36 samples of the shared folder, by policies of the same meaning as those there. */
export function sharedCases(): PolicyCase[] {
  const { policies } = policiesFor(new World([], { config: SHARED_CONFIG }))
  return samplesAs('shared sample', sharedSamples(), policies).map((given, i) => ({
    ...given,
    isRight: refusing => same(commonNames(refusing), commonNames(sharedSamples()[i]?.refusedBy ?? [])),
  }))
}

/** What rules report is refused by one of the policies that hold them, and their good examples by none. */
export const exampleCases = async (): Promise<PolicyCase[]> =>
  (await ruleExamples()).map(({ name, object, policies, isRefused }) => ({
    ...{ what: name, object: identified(object), policies },
    isRight: refusing => refusing.length > 0 === isRefused,
  }))

/** Each policy once, by its content. */
export const policiesOf = (cases: readonly PolicyCase[]): Policy[] => [
  ...new Map(cases.flatMap(({ policies }) => policies).map(policy => [nameOf(policy), policy])).values(),
]

/** What is wrong with an answer; undefined when nothing is. An expression that could not be evaluated always is. */
export function faultOf({ what, policies, isRight }: PolicyCase, said: readonly string[]): unknown {
  const names = new Set(policies.map(nameOf))
  const own = said.filter(text => names.has(text.split(': ')[0] ?? ''))
  const isEvaluated = own.every(text => names.has(text))
  return isEvaluated && isRight(own.map(idOf)) ? undefined : { what, own }
}

/** Every namespace of the cases. */
export const namespacesOf = (cases: readonly PolicyCase[]): string[] =>
  cases.map(({ object }) => asText(asMapping(object.metadata)?.namespace) ?? 'default')
