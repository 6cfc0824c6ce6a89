import type { Manifest } from '../../parse/manifest.ts'
import { asList, asTexts, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import type { World } from '../world.ts'
import { type JudgedObjects, type Judgement, type Laxity, objectsOfResources, textOf } from './admission-policy.ts'

/** The kinds of policies that match and judge as a ValidatingAdmissionPolicy does. */
const POLICY = 'admissionregistration.k8s.io/ValidatingAdmissionPolicy'
const KYVERNO_POLICIES = [
  'policies.kyverno.io/NamespacedValidatingPolicy',
  'policies.kyverno.io/ValidatingPolicy',
] as const
export const CEL_POLICY_KINDS: readonly string[] = [POLICY, ...KYVERNO_POLICIES]
export const BINDING_KIND = 'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding'

/** https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/ */
export const celJudgements = (world: World): Judgement[] => [
  ...world.of(POLICY).map(policy => judgementOf(policy, unbound(policy, world.of(BINDING_KIND)))),
  ...KYVERNO_POLICIES.flatMap(kind => world.of(kind)).map(policy => judgementOf(policy, kyvernoLaxity(policy))),
]

const judgementOf = (manifest: Manifest, laxity: Laxity | undefined): Judgement => ({
  manifest,
  objects: matchedObjects(manifest),
  reads: textOf([manifest.get('spec', 'variables'), manifest.get('spec', 'validations')]),
  laxity,
})

/** Rules for deletion alone keep nobody from writing. */
const WRITES = ['CREATE', 'UPDATE', '*']

function matchedObjects(policy: Manifest): JudgedObjects {
  const rules = asList(policy.get('spec', 'matchConstraints', 'resourceRules')).filter(rule =>
    asTexts(valueAt(rule, ['operations'])).some(operation => WRITES.includes(operation)),
  )
  return objectsOfResources(
    rules.flatMap(rule =>
      asTexts(valueAt(rule, ['apiGroups'])).flatMap(group =>
        asTexts(valueAt(rule, ['resources'])).map(resource => ({ group, resource })),
      ),
    ),
  )
}

/** A ValidatingAdmissionPolicy does nothing until it is bound, and each binding says what becomes of a violation. */
function unbound(policy: Manifest, bindings: readonly Manifest[]): Laxity | undefined {
  const own = bindings.filter(binding => binding.get('spec', 'policyName') === policy.name)
  if (own.length === 0) {
    if (bindings.some(binding => isPlaceholder(binding.get('spec', 'policyName')))) return undefined
    return {
      manifest: policy,
      path: ['metadata', 'name'],
      says: 'has no binding in the set, so that nothing applies it',
    }
  }
  const lax = own.map(binding => onlyWatching(binding))
  return lax.includes(undefined) ? undefined : lax[0]
}

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
