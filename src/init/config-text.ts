import { dirname } from 'node:path/posix'
import type { InUse } from '../check/in-use.ts'
import { SENSITIVE_NAMESPACES } from '../model/world.ts'
import type { Failure } from '../render/render.ts'
import type { FoundRelease, Survey } from './survey.ts'
import { indented, list, off, prose, scalar } from './yaml-text.ts'

/** More failures than this are a sign of a folder that should be excluded. */
const MAX_FAILURES = 20

/**
 * A `.eso-hardener.yaml` that changes nothing as it is: it says what is found already, and holds, switched off, what its
 * owner may want to say.
 */
export function configText(survey: Survey): string {
  const sections = [
    prose(
      'How eso-hardener checks this repository; written by `eso-hardener init`, and yours to change.',
      'Paths are relative to this file. To switch on a setting, take away the # of its lines.',
      'All keys: https://github.com/eso-hardener/eso-hardener#what-is-checked',
    ),
    [
      ...prose('The check fails when a finding is at least this severe: critical, high, medium, low or never.'),
      'failOn: high',
    ],
    releases(survey.releases),
    exclude(survey.testFolders),
    operators(),
    complete(),
    allowed(survey.inUse),
    sensitive(survey.inUse),
    auditPolicy(survey.inUse),
    acceptedFailures(survey.failures),
  ]
  return `${sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

function releases(found: readonly FoundRelease[]): string[] {
  const explanation = prose(
    'How charts are installed. One that is not listed is rendered with its default values and, each for itself, with those',
    'that it is tested with (ci/*-values.yaml), under its own name and into a namespace of that name.',
  )
  const lines = found.length > 0 ? found.flatMap(releaseLines) : EXAMPLE
  const isListed = found.some(({ isTried }) => !isTried)
  return [...explanation, ...(isListed ? ['releases:', ...indented(lines, 2)] : [...off(['releases:']), ...lines])]
}

const EXAMPLE = off(['  - chart: charts/web', '    namespace: shop', '    values: [charts/web/values-prod.yaml]'])

/** To list a chart that is tried with the values of its tests would end that. */
function releaseLines({ release: { name, namespace, chart }, valuesFiles, isTried }: FoundRelease): string[] {
  const values = valuesFiles.length === 0 ? [] : ['values:', ...valuesFiles.map(file => `  - ${scalar(file)}`)]
  const entry = [
    `- chart: ${scalar(chart.isPackaged ? chart.file : dirname(chart.file))}`,
    `  name: ${scalar(name)}`,
    `  namespace: ${scalar(namespace)}`,
  ]
  if (isTried) return off([...entry, ...indented(values, 2)])
  return [...entry, ...(values.length === 0 ? [] : indented([...prose(KEEP), ...off(values)], 2))]
}

const KEEP = 'Keep those that it is installed with; the last one wins.'

function exclude(folders: readonly string[]): string[] {
  const title = 'What never reaches a cluster'
  if (folders.length === 0) return [...prose(`${title}.`), ...off(list('exclude', ['**/examples']))]
  return [...prose(`${title}. These folders sound like it:`), ...off(list('exclude', folders.map(globOf)))]
}

const operators = (): string[] => [
  ...prose('Who may manage the operator: Users, Groups and ServiceAccounts. Everybody else counts as a developer.'),
  ...off(['operators:', '  - kind: Group', '    name: platform-team']),
]

const complete = (): string[] => [
  ...prose('Everything that runs in the cluster is in here, so that what is not here is nowhere.'),
  ...off(['clusters:', '  default:', '    complete: true']),
]

function allowed(found: InUse): string[] {
  const namespaces = [
    ...filled('externalSecret', found.externalSecretNamespaces),
    ...filled('pushSecret', found.pushSecretNamespaces),
  ]
  const lines = [
    ...filled('allowedProviders', found.providers),
    ...filled('allowedEndpoints', found.endpoints),
    ...filled('allowedRegistries', found.registries),
    ...(namespaces.length > 0 ? ['allowedNamespaces:', ...indented(namespaces, 2)] : []),
  ]
  const title = 'What may be used. Without a list everything may'
  if (lines.length === 0)
    return [
      ...prose(`${title}; nothing that these lists are about was found here.`),
      ...off(['allowedProviders: [vault]', "allowedEndpoints: ['*.example.com']"]),
    ]
  return [...prose(`${title}; these hold what is in use today.`), ...off(lines)]
}

const filled = (key: string, words: readonly string[]): string[] => (words.length > 0 ? list(key, words) : [])

const sensitive = ({ operatorNamespaces }: InUse): string[] => [
  ...prose(
    'Namespaces whose Secrets are the cluster’s own. Without a list it is these, and findings about them are `low`.',
  ),
  ...off(list('sensitiveNamespaces', [...new Set([...SENSITIVE_NAMESPACES, ...operatorNamespaces])])),
]

/** One that is found is judged as it is: to name it keeps it judged, whatever is excluded. */
function auditPolicy({ auditPolicies: [found] }: InUse): string[] {
  const title = 'The audit policy of the cluster: what its API server has as --audit-policy-file.'
  const says =
    found === undefined
      ? 'None was found: without one nobody can say what is logged of changes to the operator’s objects.'
      : 'This one is judged already.'
  return [...prose(title, says), ...off([`auditPolicy: ${scalar(found ?? 'audit-policy.yaml')}`])]
}

/** Nothing where everything could be checked. */
function acceptedFailures(failures: readonly Failure[]): string[] {
  const places = failures.map(({ release, location }) =>
    release === null ? `path: ${scalar(globOf(location?.file ?? '**'))}` : `release: ${scalar(release)}`,
  )
  const distinct = [...new Set(places)]
  if (distinct.length === 0) return []
  const omitted = distinct.length - MAX_FAILURES
  return [
    ...prose(
      'Could not be checked today, which makes the check `incomplete` (exit code 2): repair it, exclude it, or accept it with',
      `the reason why it need not be checked.${omitted > 0 ? ` ${omitted} more are left out here.` : ''}`,
    ),
    ...off([
      'acceptedFailures:',
      ...distinct.slice(0, MAX_FAILURES).flatMap(place => [`  - ${place}`, '    reason: to be explained']),
    ]),
  ]
}

/** A path as a glob that means it alone. */
const globOf = (path: string): string => path.replace(/[*?[\]{}()!\\]/g, '?')
