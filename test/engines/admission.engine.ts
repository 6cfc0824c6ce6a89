import { celJudgements } from '../../src/model/admission/admission-cel.ts'
import type { Judgement } from '../../src/model/admission/admission-policy.ts'
import { World } from '../../src/model/world.ts'
import { asList, asMapping, type Mapping } from '../../src/parse/untyped.ts'
import { manifestsOf } from '../world.ts'
import {
  type AdmissionAnswer,
  type AdmissionCase,
  askAdmission,
  CRDS,
  KINDS,
  NAMESPACES,
  randomAdmission,
  WRITES,
} from './admission-worlds.ts'
import { compare } from './comparison.ts'

/** What becomes of writes of each resource that break the policies: of some of them at least. */
type Verdict = Readonly<Record<string, 'denied' | 'let through' | 'not judged'>>

const verdictOf = (judged: (resource: string) => readonly boolean[]): Verdict =>
  Object.fromEntries(
    KINDS.map(({ resource }) => {
      const isDenied = judged(resource)
      return [resource, isDenied.includes(true) ? 'denied' : isDenied.length > 0 ? 'let through' : 'not judged']
    }),
  )

const isEnforced = ({ laxity }: Judgement): boolean => laxity === undefined

const judge =
  (change: (spec: Mapping) => Mapping, denies = isEnforced) =>
  ({ policies, bindings }: AdmissionCase): Verdict => {
    const changed = [...policies, ...bindings].map(object => ({
      ...object,
      spec: change(asMapping(object.spec) ?? {}),
    }))
    const items = [...CRDS, ...NAMESPACES, ...changed]
    const judgements = celJudgements(new World(manifestsOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }))))
    return verdictOf(resource => judgements.filter(({ objects }) => objects.resources.has(resource)).map(denies))
  }

/** The fault of not looking at a field of rules. */
const withoutInRules = (field: string, instead: unknown) =>
  judge(spec => {
    const { matchConstraints } = spec
    const rules = asList(asMapping(matchConstraints)?.resourceRules).map(rule => ({
      ...asMapping(rule),
      [field]: instead,
    }))
    return { ...spec, matchConstraints: { ...asMapping(matchConstraints), resourceRules: rules } }
  })

compare<AdmissionCase, readonly AdmissionAnswer[], Verdict>({
  name: 'ValidatingAdmissionPolicy: what it judges, and whether it denies',
  cases: randomAdmission,
  ask: (oracle, asked) => askAdmission(oracle, asked, WRITES),
  theirs: answers =>
    verdictOf(resource =>
      answers.flatMap(({ matched, denied }, i) => (matched && WRITES[i]?.resource === resource ? denied : [])),
    ),
  ours: judge(spec => spec),
  outcomesOf: verdict => Object.values(verdict),
  outcomes: ['denied', 'let through', 'not judged'],
  planted: {
    'every policy is bound': judge(
      spec => spec,
      () => true,
    ),
    'a scope is not looked at': withoutInRules('scope', '*'),
    'versions are not looked at': withoutInRules('apiVersions', ['*']),
    'nothing is excluded': judge(spec => ({
      ...spec,
      matchConstraints: { ...asMapping(spec.matchConstraints), excludeResourceRules: [] },
    })),
    'a binding narrows nothing down': judge(({ matchResources: _, ...spec }) => spec),
  },
})
