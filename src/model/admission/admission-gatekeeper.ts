import type { Manifest } from '../../parse/manifest.ts'
import { asList, asText, asTexts, isPlaceholder, valueAt } from '../../parse/untyped.ts'
import type { World } from '../world.ts'
import { type Judgement, type Laxity, objectsOfKinds, textOf } from './admission-policy.ts'

const TEMPLATE = 'templates.gatekeeper.sh/ConstraintTemplate'
const CONSTRAINT = 'constraints.gatekeeper.sh/*'
export const GATEKEEPER_POLICY_KINDS: readonly string[] = [CONSTRAINT, TEMPLATE]

/**
 * One judgement for each constraint, with the code of its template, and one for each template about the operator that
 * no constraint uses. https://open-policy-agent.github.io/gatekeeper/website/docs/howto
 */
export function gatekeeperJudgements(world: World): Judgement[] {
  const templates = new Map(world.of(TEMPLATE).map(template => [constraintKind(template), template]))
  const constraints = world.of(CONSTRAINT)
  const used = new Set(constraints.map(({ kind }) => kind))
  const idle = [...templates].flatMap(([kind, template]) => (used.has(kind) ? [] : template))
  return [
    ...constraints.map(constraint => ofConstraint(constraint, templates.get(constraint.kind))),
    ...idle.flatMap(ofIdleTemplate),
  ]
}

const constraintKind = (template: Manifest): string =>
  asText(template.get('spec', 'crd', 'spec', 'names', 'kind')) ?? ''

const ofConstraint = (constraint: Manifest, template: Manifest | undefined): Judgement => ({
  manifest: constraint,
  objects: objectsOfKinds(matchedKinds(constraint)),
  reads: template && [`${codeOf(template)}\n${textOf(constraint.get('spec', 'parameters'))}`],
  laxity: laxityOf(constraint),
})

/** Without kinds a constraint is about every kind there is. */
function matchedKinds(constraint: Manifest): { group: string; kind: string }[] {
  const entries = asList(constraint.get('spec', 'match', 'kinds'))
  if (entries.length === 0) return [{ group: '*', kind: '*' }]
  return entries.flatMap(entry => {
    const groups = asTexts(valueAt(entry, ['apiGroups']))
    return (groups.length > 0 ? groups : ['*']).flatMap(group =>
      asTexts(valueAt(entry, ['kinds'])).map(kind => ({ group, kind })),
    )
  })
}

/** Rego, or the expressions of another engine. */
const codeOf = (template: Manifest): string => {
  const targets = asList(template.get('spec', 'targets'))
  const sources = targets.flatMap(target => asList(valueAt(target, ['code'])).map(code => sourceOf(code)))
  return textOf([targets.map(target => [valueAt(target, ['rego']), valueAt(target, ['libs'])]), sources])
}

/** What narrows the objects down is no reading of them. */
function sourceOf(code: unknown): unknown {
  const source = valueAt(code, ['source'])
  const expressions = [valueAt(source, ['variables']), valueAt(source, ['validations'])]
  return [...expressions, valueAt(source, ['rego']), valueAt(source, ['libs'])]
}

/** Deny is what happens where nobody says; with `scoped` each place that enforces has its own action. */
function laxityOf(constraint: Manifest): Laxity | undefined {
  const action = constraint.get('spec', 'enforcementAction') ?? 'deny'
  const scoped = asList(constraint.get('spec', 'scopedEnforcementActions')).map(entry => valueAt(entry, ['action']))
  const actions = action === 'scoped' ? scoped : [action]
  if (actions.length === 0 || actions.some(entry => entry === 'deny' || isPlaceholder(entry))) return undefined
  const says = `lets what it refuses through (enforcement action ${actions.join(', ')})`
  return { manifest: constraint, path: ['spec', 'enforcementAction'], says }
}

const OURS = /external-?secrets?|secret-?store|push-?secret|creationPolicy/i

function ofIdleTemplate(template: Manifest): Judgement[] {
  const reads = codeOf(template)
  if (!OURS.test(reads)) return []
  const laxity = {
    manifest: template,
    path: ['metadata', 'name'],
    says: 'has no constraint in the set, so that nothing applies it',
  }
  return [{ manifest: template, objects: objectsOfKinds([{ group: '*', kind: '*' }]), reads: [reads], laxity }]
}
