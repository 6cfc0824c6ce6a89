import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, isPlaceholder } from '../../parse/untyped.ts'
import type { World } from '../world.ts'
import type { Judgement, Laxity } from './admission-policy.ts'
import { readingsOf } from './cel-readings.ts'
import { type Write, writesTaken } from './resource-rules.ts'

/** The kinds of policies that match and judge as a ValidatingAdmissionPolicy does. */
const POLICY = 'admissionregistration.k8s.io/ValidatingAdmissionPolicy'
const KYVERNO_POLICIES = [
  'policies.kyverno.io/NamespacedValidatingPolicy',
  'policies.kyverno.io/ValidatingPolicy',
] as const
export const CEL_POLICY_KINDS: readonly string[] = [POLICY, ...KYVERNO_POLICIES]
export const BINDING_KIND = 'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding'

/** https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/ */
export function celJudgements(world: World): Judgement[] {
  const bindings = world.of(BINDING_KIND)
  const isOpen = bindings.some(binding => isPlaceholder(binding.get('spec', 'policyName')))
  const byPolicy = Map.groupBy(bindings, binding => binding.get('spec', 'policyName'))
  const bound = new Map([...byPolicy].map(([name, own]) => [name, boundWrites(own, world)]))
  return [
    ...world.of(POLICY).flatMap(policy => {
      const writes = writesOf(policy, world)
      const own = bound.get(policy.name)
      if (!own && isOpen) return judgementOf(policy, writes, undefined)
      const laxityOf = laxityByResource(writes, own ?? new Map(), unbound(policy, own !== undefined))
      const byLaxity = Map.groupBy(writes, ({ resource }) => laxityOf.get(resource))
      return [...byLaxity].map(([laxity, held]) => judgementOf(policy, held, laxity))
    }),
    ...KYVERNO_POLICIES.flatMap(kind => world.of(kind)).map(policy =>
      judgementOf(policy, writesOf(policy, world), kyvernoLaxity(policy)),
    ),
  ]
}

const writesOf = (policy: Manifest, world: World): Write[] => writesTaken(policy.get('spec', 'matchConstraints'), world)

const judgementOf = (manifest: Manifest, writes: readonly Write[], laxity: Laxity | undefined): Judgement => ({
  manifest,
  objects: {
    resources: new Set(writes.map(({ resource }) => resource)),
    named: new Set(writes.flatMap(({ resource, isNamed }) => (isNamed ? resource : []))),
  },
  reads: readingsOf(manifest),
  laxity,
})

/** What becomes of writes that break a policy, by their ids: undefined when they are denied. */
type BoundWrites = ReadonlyMap<string, Laxity | undefined>

/** What the bindings of one policy do together: each says for what, and one that denies is enough. */
function boundWrites(bindings: readonly Manifest[], world: World): BoundWrites {
  const bound = new Map<string, Laxity | undefined>()
  for (const binding of bindings) {
    const laxity = onlyWatching(binding)
    for (const { id } of writesBound(binding, world)) if (!laxity || !bound.has(id)) bound.set(id, laxity)
  }
  return bound
}

/** A ValidatingAdmissionPolicy does nothing until it is bound. */
const unbound = (manifest: Manifest, isForOthers: boolean): Laxity => ({
  manifest,
  path: ['metadata', 'name'],
  says: isForOthers
    ? 'has bindings in the set, but none for all that it judges'
    : 'has no binding in the set, so that nothing applies it',
})

/** For each resource that a policy judges: why all writes of it get through, unless some are denied. */
function laxityByResource(writes: readonly Write[], bound: BoundWrites, otherwise: Laxity) {
  const byResource = Map.groupBy(writes, ({ resource }) => resource)
  return new Map(
    [...byResource].map(([resource, own]) => {
      const laxities = own.filter(({ id }) => bound.has(id)).map(({ id }) => bound.get(id))
      return [resource, laxities.includes(undefined) ? undefined : (laxities[0] ?? otherwise)]
    }),
  )
}

/** What a binding narrows its policy down to: without rules, to nothing less. */
function writesBound(binding: Manifest, world: World): Write[] {
  const match = asMapping(binding.get('spec', 'matchResources')) ?? {}
  const rules = asList(match.resourceRules)
  return writesTaken({ ...match, resourceRules: rules.length > 0 ? rules : [EVERYTHING] }, world)
}

const EVERYTHING = { apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] }

/** Without a word Kyverno denies; `evaluation.admission.enabled: false` leaves only its reports. */
function kyvernoLaxity(policy: Manifest): Laxity | undefined {
  const path = ['spec', 'evaluation', 'admission', 'enabled']
  if (policy.get(...path) === false) return { manifest: policy, path, says: 'is not asked at admission' }
  return onlyWatching(policy)
}

/** Actions of a binding, or of a Kyverno policy, that let a violation through. */
function onlyWatching(manifest: Manifest): Laxity | undefined {
  const path = ['spec', 'validationActions']
  const actions = asList(manifest.get(...path))
  if (actions.length === 0 || actions.includes('Deny') || actions.some(isPlaceholder)) return undefined
  return { manifest, path, says: `lets what it refuses through (validationActions ${actions.join(', ')})` }
}
