import { SEVERITIES } from '../src/finding.ts'
import type { Failure } from '../src/render/render.ts'
import type { Assessment } from '../src/report/report.ts'

/** Why something could not be checked, in the order in which they are looked for. */
const REASONS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a dependency is not here', /^dependencies are not in charts\//],
  [
    'a base is not here',
    /^there is no .* for this kustomization(?:;|$)|^there is no kustomization in |^kustomize would fetch /,
  ],
  ['kustomize fails', /^kustomize /],
  ['the chart is not here', /--fetch-dependencies lets helm fetch it|is not in the repository/],
  ['values are not here', /there is no values file|values .* (?:is|are) not known/],
]

/** A line of the table of repositories: what was found by which form, what failed and why, and how severe the findings are. */
export function formsLine(name: string, { releases, worlds, findings, failures }: Assessment): string {
  const objects = worlds.reduce((sum, { isMain, manifests }) => sum + (isMain ? manifests : 0), 0)
  const severities = [...SEVERITIES].reverse().filter(severity => severity !== 'info')
  const counts = severities.map(severity => findings.filter(finding => finding.severity === severity).length)
  const forms = releases.map(({ form = 'chart' }) => form)
  const cells = [name, counted(forms), counted(failures.map(reasonOf)), String(objects), ...counts.map(String)]
  return `| ${cells.join(' | ')} |`
}

/** The heads of the columns. */
export const FORMS_HEAD = `| Repository | Releases by form | Not checked | Objects | critical | high | medium | low |
|---|---|---|---|---|---|---|---|`

function reasonOf({ message, release, location }: Failure): string {
  if (release === null && location?.via === 'manifest') return 'no YAML'
  return REASONS.find(([, pattern]) => pattern.test(message))?.[0] ?? 'helm fails'
}

const counted = (words: readonly string[]): string =>
  [...Map.groupBy(words, word => word)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, { length }]) => `${word} ${length}`)
    .join(', ')
