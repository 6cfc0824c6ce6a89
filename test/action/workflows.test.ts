import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { workflowText } from '../../src/init/workflow-text.ts'
import { optionsOf } from '../../src/options.ts'
import { tree } from '../tree.ts'
import { type Program, programPath, testWith } from './programs.ts'
import { workflowSnippets } from './snippets.ts'

const OWN = '.github/workflows'

/** Our own workflows, those that the documentation shows, and what `init` writes, by name. */
const WORKFLOWS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(readdirSync(OWN).map(file => [file, readFileSync(join(OWN, file), 'utf8')])),
  ...Object.fromEntries(workflowSnippets().map(({ name, workflow }) => [`${name.replace(/\W/g, '-')}.yml`, workflow])),
  'init.yml': workflowText({ incompleteCharts: ['charts/shop'] }, { folder: 'deploy', branches: ['main'] }),
}

/** What a linter says of some workflows, and its exit code. Nothing is asked of the network. */
function lint(name: Program, workflows: Readonly<Record<string, string>>) {
  const cwd = tree(Object.fromEntries(Object.entries(workflows).map(([file, text]) => [`${OWN}/${file}`, text])))
  const files = Object.keys(workflows).map(file => `${OWN}/${file}`)
  const args = {
    act: [],
    // Whether there is a shellcheck on this machine shall not matter.
    actionlint: ['-no-color', '-oneline', '-shellcheck=', '-pyflakes='],
    zizmor: ['--offline', '--no-progress', '--color=never', '--config', resolve('.github/zizmor.yml')],
  }[name]
  const env = { PATH: '/usr/bin:/bin', HOME: cwd }
  const { status, stdout, stderr } = spawnSync(programPath(name) ?? '', [...args, ...files], {
    cwd,
    env,
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}` }
}

const BROKEN = `name: broken
on: [push]
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.head_commit.message }}"
        shell: bsh
`

test('the snippets are found', () => {
  const names = workflowSnippets().map(({ name }) => name.split(':')[0])
  expect(names.filter(name => name === 'README.md')).toHaveLength(2)
  expect(names.filter(name => name === 'docs/review.md')).toHaveLength(2)
})

for (const linter of ['actionlint', 'zizmor'] as const) {
  testWith(linter, `${linter} finds nothing in our workflows, nor in those that we show or write`, () => {
    const { status, said } = lint(linter, WORKFLOWS)
    expect(status, said).toBe(0)
  })

  testWith(linter, `${linter} would find something`, () => {
    const { status, said } = lint(linter, { ...WORKFLOWS, 'broken.yml': BROKEN })
    expect(status).not.toBe(0)
    expect(said).toContain('broken.yml')
  })
}

test('our own workflows take every action by its commit, with the version beside it', () => {
  const uses = readdirSync(OWN)
    .flatMap(file => readFileSync(join(OWN, file), 'utf8').split('\n'))
    .filter(line => /^\s*(?:- )?uses: /.test(line))
  expect(uses.length).toBeGreaterThan(5)
  expect(uses.filter(line => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
})

test.each(workflowSnippets().map(({ name, workflow }) => [name, workflow]))(
  '%s gives the Action only inputs that it has',
  (_, workflow) => {
    const jobs: object = parse(workflow).jobs
    const steps = Object.values(jobs).flatMap(job => job.steps)
    const inputs = steps
      .filter(({ uses }) => uses?.startsWith('eso-hardener/eso-hardener@'))
      .flatMap(step => Object.keys(step.with ?? {}))
    const known = optionsOf('action').map(option => option.name)
    expect(inputs.filter(input => !known.includes(input))).toEqual([])
  },
)
