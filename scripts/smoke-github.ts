// Tries the review on GitHub itself, in a pull request of its own: .github/workflows/smoke.yml runs it.
// With KEEP=true the pull request stays open, so that somebody can take its suggestion and look at the line ends.
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { getOctokit } from '@actions/github'
import { openRepository } from '../src/github/client.ts'
import { code, escapeText, row, tableHead } from '../src/report/markdown.ts'
import { type Change, FILES, type Observation, smoke } from './smoke.ts'

const { GITHUB_TOKEN: token = '', GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '0', KEEP, GITHUB_STEP_SUMMARY } = process.env
const { GITHUB_API_URL: url = 'https://api.github.com', GITHUB_SERVER_URL: server = 'https://github.com' } = process.env
const [owner = '', repository = ''] = GITHUB_REPOSITORY.split('/')
const branch = `smoke-${GITHUB_RUN_ID}`
const work = join(mkdtempSync(join(tmpdir(), 'smoke-')), 'clone')
const octokit = getOctokit(token, { baseUrl: url })
const repo = { owner, repo: repository }

/** git with the token for this server, which stands in no argument and in no file. */
function git(...args: string[]): string {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  const env = {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME, GIT_CONFIG_COUNT: '1' },
    ...{ GIT_CONFIG_KEY_0: `http.${server}/.extraheader`, GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}` },
  }
  const identity = ['-c', 'user.name=smoke', '-c', 'user.email=smoke@example.com', '-c', 'core.autocrlf=false']
  return execFileSync('git', ['-C', work, ...identity, ...args], { env, encoding: 'utf8' }).trim()
}

async function push(change: Change): Promise<void> {
  for (const [path, text] of Object.entries(change)) {
    const file = join(work, path)
    mkdirSync(dirname(file), { recursive: true })
    if (text === null) rmSync(file)
    else writeFileSync(file, text)
  }
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Smoke test')
  git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
}

/** The built Action, as a runner starts it for `pull_request`. Its exit code is that of its findings. */
async function run(number: number, base: string): Promise<void> {
  const full_name = GITHUB_REPOSITORY
  const event = {
    pull_request: {
      number,
      base: { sha: base, repo: { full_name } },
      head: { sha: git('rev-parse', 'HEAD'), repo: { full_name } },
    },
  }
  const file = join(dirname(work), 'event.json')
  writeFileSync(file, JSON.stringify(event))
  const outputs = join(dirname(work), 'outputs')
  writeFileSync(outputs, '')
  const env = {
    ...process.env,
    ...{ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: file, GITHUB_WORKSPACE: work, GITHUB_STEP_SUMMARY: '' },
    ...{ GITHUB_OUTPUT: outputs, RUNNER_TEMP: dirname(work), INPUT_PATHS: 'smoke', 'INPUT_GITHUB-TOKEN': token },
    INPUT_ANNOTATIONS: 'false',
  }
  console.log('::group::The Action')
  const { status } = spawnSync(process.execPath, [resolve('dist/index.js')], { cwd: work, env, stdio: 'inherit' })
  console.log('::endgroup::')
  if (status !== 0 && status !== 1) throw new Error(`the Action ended with ${status}`)
  // Reads may lag behind writes for a moment.
  await new Promise(done => setTimeout(done, 3000))
}

function report(observations: readonly Observation[], page: string): void {
  const table = observations
    .map(({ says, holds, saw }) => row(holds ? '✅' : '❌', escapeText(says), code(saw)))
    .join('')
  const kept =
    KEEP === 'true'
      ? `\n${page} is still open. Take its suggestion, and look at the commit: \`git ls-files --eol smoke\` must say \`i/crlf\` for \`windows.yaml\`, not \`i/mixed\`. Then close it and delete the branch \`${branch}\`.\n`
      : ''
  const text = `## The review on GitHub\n\n${tableHead('', 'What the review relies on', 'Seen')}${table}${kept}`
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, text)
  console.log(text)
}

execFileSync('git', ['clone', '--quiet', '--shared', '.', work])
git('remote', 'set-url', 'origin', `${server}/${GITHUB_REPOSITORY}.git`)
const base = git('rev-parse', 'HEAD')
const target = (await octokit.rest.repos.get(repo)).data.default_branch
await push(FILES)
try {
  const title = `Smoke test ${GITHUB_RUN_ID}: nothing to merge`
  const { data: pull } = await octokit.rest.pulls.create({ ...repo, title, head: branch, base: target, draft: true })
  const { number } = pull
  const opened = openRepository({ url, token }, { owner, repository })
  const stage = {
    repository: opened,
    client: opened.pull(number),
    branch: `${owner}:${branch}`,
    number,
    push,
    run: () => run(number, base),
  }
  const observations = await smoke(stage)
  report(observations, pull.html_url)
  if (!observations.every(({ holds }) => holds)) process.exitCode = 1
  if (KEEP !== 'true') await octokit.rest.pulls.update({ ...repo, pull_number: number, state: 'closed' })
} finally {
  if (KEEP !== 'true') git('push', '--quiet', 'origin', '--delete', branch)
}
