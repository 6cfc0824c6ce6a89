import type { Option } from '../options.ts'

const REVIEW_FROM =
  'JSON report that a run of `pull_request` without a token has written, as for a fork: only its review is made.'

/** The options of what is said on a pull request. */
export const REVIEW_OPTIONS: readonly Option[] = [
  {
    name: 'github-token',
    scopes: ['action'],
    type: 'string',
    default: '${{ github.token }}',
    help: 'Token that comments on the pull request; the job needs `pull-requests: write` for it.',
  },
  {
    name: 'review-from',
    scopes: ['action'],
    type: 'string',
    help: `${REVIEW_FROM} Nothing is checked then, and there are no outputs.`,
  },
  {
    name: 'from',
    scopes: ['cli'],
    type: 'string',
    placeholder: 'FILE',
    help: `For \`review\`: ${REVIEW_FROM}`,
  },
  {
    name: 'review',
    scopes: ['cli', 'action'],
    type: 'choice',
    values: ['inline', 'summary', 'off'],
    default: 'inline',
    help: 'What is said on a pull request: comments on its lines and a summary, the summary alone, or nothing.',
  },
  {
    name: 'max-comments',
    scopes: ['cli', 'action'],
    type: 'number',
    placeholder: 'N',
    default: '20',
    help: 'Most comments on lines and files, the most severe findings first; the summary has the rest.',
  },
  {
    name: 'key',
    scopes: ['cli', 'action'],
    type: 'string',
    placeholder: 'NAME',
    help: 'Tells the comments of several runs on one pull request apart, as in a matrix or a monorepo.',
  },
  {
    name: 'resolve-threads',
    scopes: ['cli', 'action'],
    type: 'boolean',
    help: 'Also resolve the threads of findings that are gone and that somebody answered; GitHub allows it only with `contents: write`, too.',
  },
  {
    name: 'allow-unsafe-target',
    scopes: ['action'],
    type: 'boolean',
    help: 'Run for `pull_request_target` on what the pull request proposes, which is refused otherwise: anybody’s charts beside your secrets.',
  },
]
