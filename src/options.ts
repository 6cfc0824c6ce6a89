import { suggestion, UserError } from './errors.ts'
import { SEVERITIES } from './finding.ts'
import { CONFIG_KEYS } from './options/config-keys.ts'
import { GENERATE_FLAGS } from './options/generate-flags.ts'
import { HARDEN_FLAGS } from './options/harden-flags.ts'
import { FORMATS } from './options/report-formats.ts'
import { REVIEW_OPTIONS } from './options/review-options.ts'

/** Where an option can be given: a command-line flag, an input of the Action, a key of `.eso-hardener.yaml`. */
export type Scope = 'cli' | 'action' | 'config'

/**
 * One option in all its scopes. The command line, action.yml, the config schema and the README
 * tables come from this table, so that none of them can forget one.
 */
export interface Option {
  /** Kebab-case; the config key is the same in camelCase. */
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly type: 'string' | 'number' | 'boolean' | 'choice' | 'list'
  /** The allowed words of a `choice`. */
  readonly values?: readonly string[]
  readonly default?: string
  /** What stands for the value in `--help`. */
  readonly placeholder?: string
  /** One sentence, Markdown allowed. */
  readonly help: string
  /** The JSON schema of the config key where `type` alone does not say it. */
  readonly schema?: object
}

const FAIL_ON = [...SEVERITIES.filter(severity => severity !== 'info').reverse(), 'never']
const MIN_SEVERITY = [...SEVERITIES].reverse()

export const OPTIONS: readonly Option[] = [
  {
    name: 'paths',
    scopes: ['action'],
    type: 'list',
    default: '.',
    help: 'Files and folders to check, one a line.',
  },
  {
    name: 'working-directory',
    scopes: ['action'],
    type: 'string',
    default: '.',
    help: 'Folder that `paths` and the config file are relative to.',
  },
  {
    name: 'fail-on',
    scopes: ['cli', 'action', 'config'],
    type: 'choice',
    values: FAIL_ON,
    default: 'high',
    help: 'Fail when a finding is at least this severe; `never` reports only.',
  },
  {
    name: 'min-severity',
    scopes: ['cli', 'action', 'config'],
    type: 'choice',
    values: MIN_SEVERITY,
    default: 'low',
    help: 'Leave out findings below this severity.',
  },
  {
    name: 'config',
    scopes: ['cli', 'action'],
    type: 'string',
    placeholder: 'FILE',
    help: 'Configuration file; default: `.eso-hardener.yaml` of the one folder that is checked, or of the current one.',
  },
  {
    name: 'format',
    scopes: ['cli'],
    type: 'choice',
    values: FORMATS,
    default: 'text',
    help: 'What is printed on standard output.',
  },
  {
    name: 'output',
    scopes: ['cli', 'action'],
    type: 'list',
    placeholder: '[FORMAT=]FILE',
    help: 'Also write a report to a file; the format comes from the name (`.json`, `.sarif`, `.html`, `.md` is Markdown, `.xml` JUnit, else text) unless given. Repeatable; in the Action one a line.',
  },
  {
    name: 'values',
    scopes: ['cli'],
    type: 'list',
    placeholder: 'FILE',
    help: 'Values file for the one chart that is checked. Repeatable; the last one wins. For `trace`, also the key to ask about.',
  },
  {
    name: 'set',
    scopes: ['cli'],
    type: 'list',
    placeholder: 'KEY=VALUE',
    help: 'Single value for the one chart that is checked, as for `helm --set`. Repeatable.',
  },
  {
    name: 'namespace',
    scopes: ['cli'],
    type: 'string',
    placeholder: 'NAME',
    help: 'Namespace of the one chart that is checked; default: the release name.',
  },
  {
    name: 'release-name',
    scopes: ['cli'],
    type: 'string',
    placeholder: 'NAME',
    help: 'Release name of the one chart that is checked; default: the name of the chart.',
  },
  {
    name: 'kube-version',
    scopes: ['cli', 'action'],
    type: 'string',
    placeholder: 'VERSION',
    help: 'Kubernetes version to render for; default: what helm assumes.',
  },
  {
    name: 'api-versions',
    scopes: ['cli', 'action'],
    type: 'list',
    placeholder: 'LIST',
    help: 'API versions the cluster has, as for `helm --api-versions`.',
  },
  {
    name: 'helm',
    scopes: ['cli', 'action'],
    type: 'string',
    placeholder: 'PATH',
    help: 'The helm program (3.18 or newer); default: `helm` on PATH.',
  },
  {
    name: 'helm-version',
    scopes: ['cli', 'action'],
    type: 'string',
    placeholder: 'VERSION',
    help: 'Download this version of helm from get.helm.sh, compare its sha256, and use it; default: none is downloaded.',
  },
  {
    name: 'renderer',
    scopes: ['cli', 'action'],
    type: 'choice',
    values: ['helm', 'traced'],
    default: 'helm',
    help: 'Who renders charts: `traced` starts helm for a sample only, see docs/renderer.md; not in a pull request from a fork.',
  },
  {
    name: 'fetch-dependencies',
    scopes: ['cli', 'action'],
    type: 'boolean',
    help: 'Let helm fetch what charts depend on and is not in their `charts/`, and charts that delivery tools install from elsewhere; without credentials, unless `registry-config` names some.',
  },
  {
    name: 'registry-config',
    scopes: ['cli', 'action'],
    type: 'string',
    placeholder: 'FILE',
    help: 'Credentials of registries and chart repositories for what helm fetches, in a file as `docker login` or `helm registry login` writes it; default: none are used.',
  },
  {
    name: 'offline',
    scopes: ['cli', 'action'],
    type: 'boolean',
    help: 'Fetch nothing: no base commit that the clone does not have, no dependency of a chart, no helm.',
  },
  {
    name: 'jobs',
    scopes: ['cli', 'action'],
    type: 'number',
    placeholder: 'N',
    help: 'How many charts are rendered at once; default: the number of processors.',
  },
  {
    name: 'timeout',
    scopes: ['cli', 'action'],
    type: 'number',
    default: '60',
    placeholder: 'SECONDS',
    help: 'How long one chart may take to render.',
  },
  {
    name: 'cache',
    scopes: ['cli', 'action'],
    type: 'string',
    placeholder: 'FOLDER',
    help: 'Keep what `check` renders and finds out in this folder outside of the repository, and take from it what has not changed; the Action does not use it for pull requests from forks.',
  },
  {
    name: 'quiet',
    scopes: ['cli'],
    type: 'boolean',
    help: 'No progress and no notices, only the report.',
  },
  ...REVIEW_OPTIONS,
  {
    name: 'annotations',
    scopes: ['action'],
    type: 'boolean',
    default: 'true',
    help: 'Annotate files with the findings (at most 10 per level, most severe first).',
  },
  {
    name: 'report',
    scopes: ['action'],
    type: 'string',
    help: 'File to write the JSON report to; default: a file in the runner’s temporary folder.',
  },
  {
    name: 'sarif-file',
    scopes: ['action'],
    type: 'string',
    help: 'File to write a SARIF 2.1.0 report to, for `github/codeql-action/upload-sarif`.',
  },
  {
    name: 'prove-fixes',
    scopes: ['cli', 'action'],
    type: 'boolean',
    help: 'Try what rules offer as fixes on a copy of the repository, so that the JSON and HTML reports have those that hold; takes several times as long.',
  },
  {
    name: 'html-file',
    scopes: ['action'],
    type: 'string',
    help: 'File to write the HTML report to, one file for a browser.',
  },
  {
    name: 'no-inline-ignores',
    scopes: ['cli', 'action'],
    type: 'boolean',
    help: 'Do not believe comments and annotations that ignore findings, only the config file.',
  },
  {
    name: 'fail-on-guard-change',
    scopes: ['action'],
    type: 'boolean',
    help: 'Fail a pull request that changes the config or the baseline, or adds comments or annotations that ignore findings.',
  },
  {
    name: 'base',
    scopes: ['cli', 'action'],
    type: 'string',
    placeholder: 'REF',
    help: 'Commit to compare with: only findings that it does not have count. `none` compares with nothing; default: in a workflow for a pull request, its base.',
  },
  {
    name: 'baseline',
    scopes: ['cli', 'action'],
    type: 'string',
    placeholder: 'FILE',
    help: 'Findings that this file holds do not count.',
  },
  {
    name: 'write-baseline',
    scopes: ['cli'],
    type: 'string',
    placeholder: 'FILE',
    help: 'Write all findings that are not ignored to this file; from then on they do not count.',
  },
  ...GENERATE_FLAGS,
  ...HARDEN_FLAGS,
  ...CONFIG_KEYS,
]

/** The outputs of the Action: name and what it holds. */
export const OUTPUTS = {
  conclusion: '`success`, `failure` (a finding reaches `fail-on`) or `incomplete` (something could not be checked).',
  critical: 'Number of critical findings.',
  high: 'Number of high findings.',
  medium: 'Number of medium findings.',
  low: 'Number of low findings.',
  new: 'Number of findings that the base does not have; empty without a base.',
  report: 'Path of the JSON report.',
  sarif: 'Path of the SARIF report, when `sarif-file` is set.',
  html: 'Path of the HTML report, when `html-file` is set.',
} as const

export const optionsOf = (scope: Scope): Option[] => OPTIONS.filter(option => option.scopes.includes(scope))

/** `fail-on` -> `failOn`. */
export const configKey = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/**
 * The value of an option as it was typed, checked against the table.
 * @param shownAs how the user wrote it, such as `--fail-on`.
 * @throws UserError for a word or number that is not allowed.
 */
export function checkedValue(option: Option, text: string, shownAs: string): string {
  if (option.values && !option.values.includes(text))
    throw new UserError(`${shownAs} cannot be '${text}'`, suggestion(text, option.values))
  if (option.type === 'boolean' && !/^(?:true|True|TRUE|false|False|FALSE)$/.test(text))
    throw new UserError(`${shownAs} cannot be '${text}'`, 'allowed: true, false')
  if (option.type === 'number' && !/^[1-9]\d{0,5}$/.test(text))
    throw new UserError(`${shownAs} cannot be '${text}'`, 'give a whole number from 1 to 999999')
  return text
}
