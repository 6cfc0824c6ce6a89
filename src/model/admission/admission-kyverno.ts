import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, asTexts, isPlaceholder, type Mapping, valueAt } from '../../parse/untyped.ts'
import type { World } from '../world.ts'
import { type Judgement, type Laxity, objectsOfKinds, textOf } from './admission-policy.ts'

/** Kyverno's older kinds of policies, with patterns and conditions. */
export const KYVERNO_POLICY_KINDS: readonly string[] = ['kyverno.io/ClusterPolicy', 'kyverno.io/Policy']

/** One judgement for each rule that validates or changes what is written. https://kyverno.io/docs/policy-types/cluster-policy/ */
export const kyvernoJudgements = (world: World): Judgement[] =>
  KYVERNO_POLICY_KINDS.flatMap(kind => world.of(kind)).flatMap(manifest =>
    asList(manifest.get('spec', 'rules')).flatMap((value, i) => {
      const rule = asMapping(value)
      if (!rule || !(asMapping(rule.validate) || asMapping(rule.mutate))) return []
      const { match, exclude, ...judging } = rule
      return {
        manifest,
        objects: objectsOfKinds(kindsIn(match).flatMap(selectorOf)),
        reads: [textOf(judging)],
        laxity: asMapping(rule.validate) ? laxityOf(manifest, rule.validate, i) : undefined,
      }
    }),
  )

const kindsIn = (match: unknown): string[] =>
  [match, ...asList(valueAt(match, ['any'])), ...asList(valueAt(match, ['all']))].flatMap(filter =>
    asTexts(valueAt(filter, ['resources', 'kinds'])),
  )

/** `Kind`, `version/Kind` or `group/version/Kind`; with a subresource behind it, it is about that alone. */
function selectorOf(text: string): { group: string; kind: string }[] {
  const [kind = '', second, third, more] = text.split('/').reverse()
  if (more !== undefined || kind.includes('.')) return []
  if (third !== undefined) return [{ group: third, kind }]
  return second === undefined || /^(?:v\d|\*$)/.test(second) ? [{ group: '*', kind }] : []
}

/** Kyverno audits unless the rule, the policy or an override for some namespaces says `Enforce`. */
function laxityOf(manifest: Manifest, validate: unknown, i: number): Laxity | undefined {
  const spec = asMapping(manifest.get('spec')) ?? {}
  const own = asMapping(validate) ?? {}
  if (spec.admission === false) return { manifest, path: ['spec', 'admission'], says: 'is not asked at admission' }
  const action = own.failureAction ?? spec.validationFailureAction ?? 'Audit'
  if (isEnforcing(action) || overrides(own, spec).some(isEnforcing)) return undefined
  const path =
    own.failureAction === undefined
      ? ['spec', 'validationFailureAction']
      : ['spec', 'rules', i, 'validate', 'failureAction']
  return { manifest, path, says: 'lets what it refuses through (failure action Audit)' }
}

const overrides = (own: Mapping, spec: Mapping): unknown[] =>
  [...asList(own.failureActionOverrides), ...asList(spec.validationFailureActionOverrides)].map(entry =>
    valueAt(entry, ['action']),
  )

const isEnforcing = (action: unknown): boolean => isPlaceholder(action) || asText(action)?.toLowerCase() === 'enforce'
