import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli } from './command-line.ts'
import { chart, tree } from './tree.ts'

const CLI = resolve('src/cli.ts')

const OPEN_STORE_ROLE = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: r }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }
  - apiGroups: [""]
    resources: [secrets]
    verbs: [list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: r }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r }
subjects: [{ kind: ServiceAccount, name: r, namespace: tools }]
`

describe('exit codes', () => {
  test('1 when a finding reaches fail-on, 0 when none does', () => {
    const root = tree({ 'a.yaml': OPEN_STORE_ROLE })
    expect(cli(root, 'check').status).toBe(1)
    expect(cli(root, 'check', '--fail-on', 'critical').status).toBe(0)
    expect(cli(root, 'check', '--fail-on=never').status).toBe(0)
  })

  test('2 when something could not be checked', () => {
    const root = tree(chart('c', '{{ fail "no" }}'))
    expect(cli(root, 'check').status).toBe(2)
    expect(cli(root, 'check', '--fail-on=never').status).toBe(2)
  })
})

describe('bad input is one message and a hint, never a stack', () => {
  test.each([
    [['check', '--fial-on', 'high'], "unknown option '--fial-on'", "did you mean '--fail-on'?"],
    [['check', '--fail-on', 'hihg'], "--fail-on cannot be 'hihg'", "did you mean 'high'?"],
    [['check', '--format=pdf'], "--format cannot be 'pdf'", 'allowed: text, json, sarif'],
    [['check', '--jobs', '0'], "--jobs cannot be '0'", 'whole number'],
    [['check', '--jobs'], '--jobs', '--help'],
    [['check', '--output', 'pdf=a'], "--output cannot be 'pdf'", 'allowed'],
    [['check', 'nowhere'], 'nowhere: no such file or folder', 'exists'],
    [['check', '--config', 'c.yaml'], 'c.yaml: no such file or folder', '--config'],
    [['check', '--values', 'v.yaml'], 'are for one chart, and there are 0 here', 'name the chart'],
    [['chekc'], "unknown command 'chekc'", "did you mean 'check'?"],
    [['explain', 'cluster-wide-secret'], "there is no rule 'cluster-wide-secret'", 'did you mean'],
    [['explain'], 'explain takes one rule', 'eso-hardener rules'],
    [['rules', '--format', 'sarif'], "--format cannot be 'sarif' here", 'text, json'],
  ])('%j', (args, message, hint) => {
    const { status, stdout, stderr } = cli(tree({}), ...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    const [first, second, ...rest] = stderr.trimEnd().split('\n')
    expect(first).toMatch(/^error: /)
    expect(first).toContain(message)
    expect(second).toMatch(/^hint: /)
    expect(second).toContain(hint)
    expect(rest).toEqual([])
  })

  test('no helm', () => {
    const { status, stderr } = cli(tree(chart('c', '')), 'check', '--helm', 'nowhere/helm')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error: nowhere\/helm: there is no helm program here\nhint: install helm .*\n$/)
  })

  test('a report that cannot be written', () => {
    const root = tree({ 'a.txt': '' })
    const { status, stderr } = cli(root, 'check', '--output', 'a.txt/report.json')
    expect(status).toBe(2)
    expect(stderr).toMatch(/cannot write: a part of the path is not a folder\n/)
  })
})

describe('output', () => {
  test('reports are written to files, in the format their names say', () => {
    const root = tree({ 'a.yaml': OPEN_STORE_ROLE })
    const { stdout } = cli(
      root,
      'check',
      '--output',
      'out/r.json',
      '--output',
      'r.sarif',
      '--output',
      'text=notes',
      '--output',
      'report.html',
      '--format=json',
    )
    expect(JSON.parse(stdout).findings).toHaveLength(1)
    expect(readFileSync(join(root, 'out/r.json'), 'utf8').replaceAll(/"\w+": \d+/g, '')).toBe(
      stdout.replaceAll(/"\w+": \d+/g, ''),
    )
    expect(JSON.parse(readFileSync(join(root, 'r.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(readFileSync(join(root, 'notes'), 'utf8')).toContain('cluster-wide-secret-access')
    expect(readFileSync(join(root, 'report.html'), 'utf8')).toMatch(/^<!doctype html>.*cluster-wide-secret-access/s)
  })

  test('fixes are in a report when they were asked for', () => {
    const push = `apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: a, namespace: shop }
spec:
  deletionPolicy: Delete
  secretStoreRefs: [{ name: a }]
  selector: { secret: { name: a } }
`
    const root = tree({ 'a.yaml': push })
    const fixesOf = (...flags: string[]): unknown[] =>
      JSON.parse(cli(root, 'check', '--format=json', ...flags).stdout).findings.flatMap(
        (one: { fix?: unknown }) => one.fix ?? [],
      )
    expect(fixesOf()).toEqual([])
    expect(fixesOf('--prove-fixes').length).toBeGreaterThan(0)
  })

  test('nothing is written when the input is bad', () => {
    const root = tree({})
    cli(root, 'check', 'nowhere', '--output', 'r.json')
    expect(existsSync(join(root, 'r.json'))).toBe(false)
  })

  test('a pipe gets no colour and no progress', () => {
    const { stdout, stderr } = cli(tree(chart('c', OPEN_STORE_ROLE)), 'check')
    expect(stdout).not.toContain('\u001B')
    expect(stderr).toBe('')
  })

  test('in a workflow, nothing in a report can be a command of the runner', () => {
    const hostile = OPEN_STORE_ROLE.replaceAll('name: r ', 'name: "##[error]x" ').replaceAll(
      'name: r,',
      'name: "##[error]x",',
    )
    const root = tree({ 'a.yaml': hostile })
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [CLI, 'check', ...args], {
        cwd: root,
        encoding: 'utf8',
        env: { GITHUB_ACTIONS: 'true' },
      }).stdout
    const json = run('--format=json')
    expect(json).not.toContain('##[')
    expect(JSON.stringify(JSON.parse(json))).toContain('##[error]x')
    expect(run()).toMatch(/^::stop-commands::([-0-9a-f]{36})\n[\s\S]*##\[error\]x[\s\S]*\n::\1::\n$/)
  })

  test('an empty folder is a notice and success', () => {
    const { status, stdout, stderr } = cli(tree({}), 'check', '--format=json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).conclusion).toBe('success')
    expect(stderr).toMatch(/^note: there is nothing here to check/)
    expect(cli(tree({}), 'check', '--format=json', '--quiet').stderr).toBe('')
  })

  test('--help, --version, explain and rules', () => {
    const root = tree({})
    expect(cli(root, '--help').stdout).toContain('--fail-on')
    expect(cli(root).status).toBe(2)
    expect(cli(root, '--version').stdout).toMatch(/^eso-hardener \d+\.\d+\.\d+\n$/)
    expect(cli(root, 'explain', 'cluster-wide-secret-access').stdout).toContain('scopedRBAC')
    expect(cli(root, 'rules').stdout).toMatch(/^cluster-wide-secret-access +high/m)
    expect(JSON.parse(cli(root, 'rules', '--format', 'json').stdout)[0]).toHaveProperty('why')
  })
})
