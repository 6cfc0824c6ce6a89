import { nameOf } from '../../finding.ts'
import type { LocatedSubject } from '../../locate/paths.ts'
import { type Assessment, type InstallSummary, placeText } from '../report.ts'
import type { TableData } from './data.ts'
import { table } from './table-data.ts'

/** What an audit looks at, right or wrong, as tables; those without rows are left out. */
export function inventoryData({ inventory }: Pick<Assessment, 'inventory'>): TableData[] {
  const { installs, stores, crossNamespace, subjects, deployers } = inventory
  return [
    table(
      'Installations of the operator',
      ['Namespace', 'Release', 'Version', 'Components', 'Cluster'],
      installs,
      cellsOfInstall,
    ),
    table(
      'Stores and generators',
      ['Object', 'Provider', 'Signs in as', 'At', 'May be used by', 'Is used by', 'Place'],
      stores,
      ({ object, provider, identity, endpoint, mayUse, users, location }) => [
        ...[nameOf(object), provider ?? 'not known', identity, endpoint, mayUse],
        ...[users.join(', ') || 'nothing here', placeText({ location })],
      ],
    ),
    table(
      'References into other namespaces',
      ['Object', 'Field', 'Namespace', 'Name', 'Place'],
      crossNamespace,
      ({ object, path, namespace, name, location }) => [
        ...[nameOf(object), path.join('.'), namespace, name ?? 'not known', placeText({ location })],
      ],
    ),
    table('Who may write the operator’s kinds', ['Who', 'Operator', 'What', 'Place'], subjects, cellsOfSubject),
    table(
      'What deploys for others',
      ['Product', 'Account', 'What follows', 'Place'],
      deployers,
      ({ product, account, says, location }) => [product, account, says, placeText({ location })],
    ),
  ].filter(({ rows }) => rows.length > 0)
}

const cellsOfInstall = ({ namespace, release, version, components, cluster }: InstallSummary): string[] => [
  ...[namespace ?? 'not known', release ?? '', version ?? 'not known', components.join(', '), cluster ?? ''],
]

/** `secretstores.external-secrets.io` -> `secretstores`: all of them are the operator's. */
const pluralOf = (resource: string): string => resource.replace(/\..*/, '')

const cellsOfSubject = ({ subject, operator, rights, location }: LocatedSubject): string[] => [
  subject,
  operator ? 'yes' : 'no',
  rights
    .map(({ resources, verbs, names, namespaces }) => {
      const named = names.length > 0 ? ` named ${names.join(', ')}` : ''
      return `${verbs.join(', ')} ${resources.map(pluralOf).join(', ')}${named} in ${namespaces?.join(', ') ?? 'all namespaces'}`
    })
    .join('; '),
  placeText({ location }),
]
