import type { Path } from '../../finding.ts'
import type { PolicyRule } from './rbac.ts'

/** The lists of a rule in which `*` stands for everything. */
export type WildField = 'resources' | 'verbs' | 'apiGroups'

/** Where a rule says `*`, the one that takes in most first. */
export const wildFields = (rule: PolicyRule): WildField[] =>
  (['resources', 'verbs', 'apiGroups'] as const).filter(field => rule[field].includes('*'))

/** The `*` of a list. */
export const wildPath = (rule: PolicyRule, field: WildField): Path => [...rule.path, field, rule[field].indexOf('*')]

/** Whether a rule gives everything there is, as `cluster-admin` does. */
export const isUnlimited = (rule: PolicyRule): boolean =>
  wildFields(rule).length === 3 && rule.resourceNames.length === 0
