import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { test } from 'vitest'
import { HELM } from '../helm.ts'
import { tree } from '../tree.ts'

/** Where `.ci/run` puts act, and PATH. */
const FOLDERS = [resolve('node_modules/.cache/act/bin'), ...(process.env.PATH ?? '').split(':')]
const ACT = FOLDERS.map(folder => join(folder, 'act')).find(path => existsSync(path))

/** A test that needs act; without it it is skipped with a word, and in CI it fails. */
export function testAct(title: string, body: () => void): void {
  if (ACT) test(title, body)
  else if (process.env.CI) test(title, () => Promise.reject(new Error('CI needs act: see .ci/run')))
  else test.skip(`${title} (skipped: act is not here; CONTRIBUTING.md says how to get it)`, body)
}

/** One workflow command or log line that act saw. */
export interface Event {
  readonly command?: string
  readonly arg?: string
  readonly kvPairs?: Readonly<Record<string, string>>
  readonly msg?: string
  readonly level?: string
}

/** Runs the built Action in a repository of its own, with the demo's files, as GitHub would. */
export function runWorkflow(
  event: string,
  variables: Readonly<Record<string, string>>,
): { status: number | null; events: Event[]; log: string } {
  const repository = tree({})
  copy(repository, 'action.yml', 'action.yml')
  copy(repository, 'dist', 'dist')
  copy(repository, 'fixtures/demo', 'demo')
  copy(repository, 'fixtures/action/workflow.yml', '.github/workflows/act.yml')
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: repository,
      stdio: 'ignore',
    })
  git('init', '-b', 'main')
  git('add', '-A')
  git('commit', '-m', 'fixture')
  git('remote', 'add', 'origin', 'https://example.com/team/repository.git')
  const args = [
    event,
    '-W',
    '.github/workflows/act.yml',
    '-P',
    'ubuntu-latest=-self-hosted',
    '--no-cache-server',
    '--json',
  ]
  const home = tree({})
  const { status, stdout, stderr } = spawnSync(
    ACT ?? '',
    [...args, ...Object.entries(variables).flatMap(([key, value]) => ['--var', `${key}=${value}`])],
    {
      cwd: repository,
      encoding: 'utf8',
      env: {
        PATH: [dirname(process.execPath), dirname(HELM), '/usr/bin', '/bin'].join(':'),
        HOME: home,
        XDG_CACHE_HOME: home,
      },
    },
  )
  const events = stdout
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as Event)
  return { status, events, log: `${events.map(({ msg, arg }) => msg ?? arg ?? '').join('\n')}\n${stderr}` }
}

function copy(repository: string, from: string, to: string): void {
  mkdirSync(dirname(join(repository, to)), { recursive: true })
  cpSync(from, join(repository, to), { recursive: true })
}
