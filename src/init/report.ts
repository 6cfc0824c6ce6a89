import { UserError } from '../errors.ts'
import type { Initialized } from './init.ts'
import type { Survey } from './survey.ts'

/** What `init` prints: what was found, what was written, and what to do next. */
export const initReport = ({ written, survey }: Initialized, path: string): string =>
  [
    `found  ${amount(survey.charts, 'chart')} and ${amount(survey.manifests, 'manifest')} of a kind that matters`,
    ...notes(survey).map(note => `note   ${note}`),
    ...written.map(file => `wrote  ${file}`),
    ...(written.length > 0 ? [`next   eso-hardener check${path === '.' ? '' : ` ${path}`}`] : []),
    '',
  ].join('\n')

/** What `init` says of files that it did not touch. */
export const keptError = (kept: readonly string[]): UserError =>
  new UserError(
    `${kept.join(' and ')} ${kept.length === 1 ? 'exists' : 'exist'} already and ${kept.length === 1 ? 'was' : 'were'} left alone`,
    'move it away to have it written anew',
  )

function notes({ note, failures, incompleteCharts }: Survey): string[] {
  return [
    ...(note === undefined ? [] : [note]),
    ...(failures.length === 0
      ? []
      : [`${amount(failures.length, 'thing')} could not be checked: see acceptedFailures in the config`]),
    ...(incompleteCharts.length === 0
      ? []
      : [`dependencies are missing in ${amount(incompleteCharts.length, 'chart')}: see the workflow`]),
  ]
}

const amount = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
