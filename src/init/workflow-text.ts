import type { Survey } from './survey.ts'
import { indented, list, off, prose, scalar } from './yaml-text.ts'

export interface WorkflowOptions {
  /** The folder that is checked, relative to the repository; `.` for all of it. */
  readonly folder: string
  readonly branches: readonly string[]
}

/** A GitHub workflow that runs the Action as it is, with what its owner may want to add switched off. */
export const workflowText = (
  { incompleteCharts }: Pick<Survey, 'incompleteCharts'>,
  options: WorkflowOptions,
): string =>
  `${[
    ...prose(
      'Checks charts and manifests against the security guidance of External Secrets Operator; written by',
      '`eso-hardener init`, and yours to change. All inputs: https://github.com/eso-hardener/eso-hardener#inputs',
    ),
    'name: eso-hardener',
    'on:',
    '  pull_request:',
    '  push:',
    ...indented(list('branches', options.branches), 4),
    'permissions:',
    '  contents: read',
    ...indented(
      prose(
        'For comments on pull requests; without it, what is found is in the annotations and the summary of the job.',
      ),
      2,
    ),
    '  pull-requests: write',
    ...indented(off(['security-events: write']), 2),
    'jobs:',
    '  check:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 15',
    '    steps:',
    ...indented(
      [...checkout(), ...dependencies(incompleteCharts, options.folder), ...action(options.folder), ...upload()],
      6,
    ),
  ].join('\n')}\n`

const checkout = (): string[] => [
  '- uses: actions/checkout@v5',
  '  with:',
  ...indented(prose('A pull request is compared with its base, which must be in the clone.'), 4),
  '    fetch-depth: 2',
  '    persist-credentials: false',
]

/** Only for folders whose names a shell and GitHub's expressions leave alone. */
function dependencies(charts: readonly string[], folder: string): string[] {
  const folders = charts.map(chart => (folder === '.' ? chart : `${folder}/${chart}`))
  const plain = folders.filter(path => /^[\w./-]+$/.test(path))
  if (plain.length === 0) return []
  return [
    ...prose(
      'What these charts depend on is not in the repository. Without this step they are checked without it, and the run is',
      'incomplete. Repositories that are no oci:// ones need a `helm repo add` first.',
    ),
    ...off(['- run: |', ...plain.map(path => `    helm dependency build ${path}`)]),
  ]
}

function action(folder: string): string[] {
  const baseline = [
    ...prose(
      'Findings of today do not count any more, once they are written down:',
      'eso-hardener check --write-baseline .eso-hardener-baseline.txt',
    ),
    ...off(['baseline: .eso-hardener-baseline.txt']),
  ]
  const sarif = [...prose('For the step below.'), ...off(['sarif-file: eso-hardener.sarif'])]
  const inputs = [`working-directory: ${scalar(folder)}`, `paths: .`]
  return [
    '- uses: eso-hardener/eso-hardener@v0',
    '  with:',
    ...indented([...(folder === '.' ? inputs.slice(1) : inputs), ...baseline, ...sarif], 4),
  ]
}

const upload = (): string[] => [
  ...prose('Shows the findings in code scanning; needs `security-events: write`.'),
  ...off([
    '- uses: github/codeql-action/upload-sarif@v4',
    '  if: always()',
    '  with:',
    '    sarif_file: eso-hardener.sarif',
  ]),
]
