import type { YamlValue } from '../../finding.ts'
import { literal } from './cel.ts'
import type { Policy } from './policy.ts'

/** How an engine hands a setting to the expressions. */
export type SettingForm = (setting: Policy['settings'][number]) => string

/** Settings as literals: a parameter object can be changed, lost, or not seen by the API server for a while. */
export const inline: SettingForm = literal

/** The settings and the policy's own variables. */
export const variablesOf = ({ settings, variables }: Policy, form: SettingForm) => [
  ...settings.map(setting => ({ name: setting.name, expression: form(setting) })),
  ...variables.map(({ name, expression }) => ({ name, expression })),
]

export const conditionsOf = ({ conditions }: Policy) => conditions.map(({ name, expression }) => ({ name, expression }))

export const validationsOf = ({ validations }: Policy) =>
  validations.map(({ expression, message }) => ({ expression, messageExpression: message }))

/**
 * Rules for the requests that a policy judges, one for each group. Every version: the fields are the same in all that
 * were ever served, and a rule for one that is no more served would see nothing.
 */
export function resourceRules({ kinds, operations }: Policy): YamlValue[] {
  const byGroup = Map.groupBy(kinds, ({ group }) => group)
  return [...byGroup].map(([group, own]) => ({
    apiGroups: [group],
    apiVersions: ['*'],
    operations: [...operations],
    resources: own.map(({ kind }) => `${kind.toLowerCase()}s`),
  }))
}
