import { type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli } from './command-line.ts'
import { HELM } from './helm.ts'
import { chart, tree } from './tree.ts'

const CLI = resolve('src/cli.ts')
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n'

/** Runs a check of one chart in a folder of its own. */
function checked(env: Record<string, string>, stdout: number | 'pipe' = 'pipe', helm = HELM) {
  const stdio: StdioOptions = ['ignore', stdout, 'pipe']
  const options = { cwd: tree(chart('web', SECRET)), env, stdio, encoding: 'utf8' } as const
  return spawnSync(process.execPath, [CLI, 'check', '--helm', helm], options)
}

/** A program in place of helm. */
function program(script: string): string {
  const path = join(tree({}), 'helm')
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

test.runIf(existsSync('/dev/full'))('a report that has no room is an error, not a result', () => {
  const { status, stderr } = checked({}, openSync('/dev/full', 'w'))
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'error: standard output: cannot write (ENOSPC)\n' })
})

test('whoever stops to read sees no stack', async () => {
  const child = spawn(process.execPath, [CLI, 'check', '--helm', HELM], { cwd: tree(chart('web', SECRET)) })
  child.stdout.destroy()
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  await new Promise(done => child.on('close', done))
  expect(said).not.toMatch(/EPIPE|at .*:\d+:\d+/)
})

test('no folder for temporary files is an error with a hint', () => {
  const { status, stdout, stderr } = checked({ TMPDIR: '/nowhere' })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^error: \/nowhere: cannot make a temporary folder: no such file or folder\nhint: .*TMPDIR\n$/)
})

test('an empty environment, without HOME, is enough', () => {
  expect(checked({})).toMatchObject({ status: 0, stderr: '' })
})

test('a helm that is killed is a failure of its chart', () => {
  const { status, stdout } = checked(
    {},
    'pipe',
    program(`case "$*" in *probe*) exec ${HELM} "$@";; *) kill -9 $$;; esac`),
  )
  expect(status).toBe(2)
  expect(stdout).toContain('helm was ended by a signal')
})

test('a report for a folder that takes no files is an error, and nothing is half-written', () => {
  const root = tree({ 'a.yaml': SECRET, file: '' })
  const { status, stderr } = cli(root, 'check', '--output', 'json=file/report.json')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^error: .*file\/report\.json: cannot write: /)
  expect(readdirSync(root).sort()).toEqual(['a.yaml', 'file'])
})

describe.runIf(existsSync('/usr/bin/script'))('in a terminal', () => {
  test('Ctrl-C ends the run with 130, its helm too, and leaves nothing', async () => {
    const root = tree(chart('web', SECRET))
    const temporary = tree({})
    const helm = program(`echo started > ${root}/started; exec sleep 60`)
    const command = `${process.execPath} ${CLI} check --helm ${helm}`
    const env = { TMPDIR: temporary, PATH: '/usr/bin:/bin' }
    const terminal = spawn('/usr/bin/script', ['-qec', command, '/dev/null'], { cwd: root, env })
    const ended = new Promise(done => terminal.on('close', done))
    let said = ''
    terminal.stdout.on('data', chunk => {
      said += chunk
    })
    await expect.poll(() => existsSync(join(root, 'started')), { timeout: 20_000 }).toBe(true)
    terminal.stdin.write('\u0003')
    expect({ code: await ended, left: readdirSync(temporary) }).toEqual({ code: 130, left: [] })
    expect(said).not.toContain('Error')
  })
})
