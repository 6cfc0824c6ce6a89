import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli, report } from './command-line.ts'
import { SHARED, testShared } from './shared.ts'
import { chart, tree, under } from './tree.ts'

const STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: vault
spec:
  provider: { vault: { server: 'https://vault.example.com', auth: { kubernetes: { mountPath: k, role: r, serviceAccountRef: { name: v, namespace: v } } } } }
`
const rulesOf = (findings: { rule: string }[]): string[] => findings.map(({ rule }) => rule)
const RULE = 'unrestricted-cluster-store'

/** A copy of a folder that may be written to. */
function copyOf(folder: string): string {
  const root = tree({})
  cpSync(folder, root, { recursive: true, mode: 0 })
  return root
}

describe('ignores', () => {
  test('a comment above the line: the finding does not count and stays in the report with its reason', () => {
    const root = tree({ 'a.yaml': `# eso-hardener: ignore[${RULE}] one team only\n${STORE}` })
    const before = report(tree({ 'a.yaml': STORE }), 'check', '--fail-on=medium')
    expect(rulesOf(before.findings)).toContain(RULE)
    const { location } = before.findings.find(({ rule }: { rule: string }) => rule === RULE)
    const lines = STORE.split('\n')
    lines.splice(location.startLine - 1, 0, `# eso-hardener: ignore[${RULE}] one team only`)
    writeFileSync(join(root, 'a.yaml'), lines.join('\n'))
    const after = report(root, 'check', '--fail-on=medium')
    expect(after).toMatchObject({ status: 0, conclusion: 'success', warnings: [] })
    expect(rulesOf(after.findings)).not.toContain(RULE)
    expect(after.suppressed).toMatchObject([
      {
        rule: RULE,
        suppression: {
          kind: 'inline',
          reason: 'one team only',
          location: { file: 'a.yaml', startLine: location.startLine },
        },
      },
    ])
    expect(cli(root, 'check').stdout).toContain('ignored   1 by comments')
    const strict = report(root, 'check', '--fail-on=medium', '--no-inline-ignores')
    expect(strict).toMatchObject({ status: 1, suppressed: [] })
  })

  test('one without a reason suppresses nothing, and says so at its line', () => {
    const root = tree({ 'a.yaml': `a: b # eso-hardener: ignore[${RULE}]\n---\n${STORE}` })
    const { status, warnings, suppressed } = report(root, 'check', '--fail-on=medium')
    expect({ status, suppressed }).toEqual({ status: 1, suppressed: [] })
    expect(warnings).toEqual([
      { message: expect.stringContaining('gives no reason'), location: { file: 'a.yaml', startLine: 1 } },
    ])
    const { stdout } = cli(root, 'check')
    expect(stdout).toContain('to repair')
    expect(stdout).toContain('--> a.yaml:1')
  })

  test('an annotation on a rendered object', () => {
    const annotated = STORE.replace(
      '  name: vault',
      `  name: vault\n  annotations:\n    eso-hardener.dev/ignore: ${RULE} one team only`,
    )
    const { status, suppressed } = report(tree(chart('c', annotated)), 'check', '--fail-on=medium')
    expect(status).toBe(0)
    expect(suppressed).toMatchObject([
      { rule: RULE, suppression: { kind: 'annotation', location: { file: 'templates/all.yaml' } } },
    ])
  })

  test('a comment in a template is about its line; one elsewhere is told the line', () => {
    const comment = `{{- /* eso-hardener: ignore[${RULE}] why */}}`
    const root = tree(chart('c', `${comment}\n${STORE}`))
    const message = 'no such finding here, but one in templates/all.yaml:6'
    expect(report(root, 'check')).toMatchObject({
      suppressed: [],
      warnings: [{ message: expect.stringContaining(message), location: { file: 'templates/all.yaml', startLine: 1 } }],
    })
    writeFileSync(join(root, 'templates/all.yaml'), STORE.replace('spec:', `${comment}\nspec:`))
    expect(report(root, 'check')).toMatchObject({
      warnings: [],
      suppressed: [{ suppression: { kind: 'inline', location: { file: 'templates/all.yaml', startLine: 5 } } }],
    })
  })

  test('the config: until its date, with the line of the entry where it is out of date or idle', () => {
    const config = (until: string, rule = RULE) =>
      `failOn: medium\nignore:\n  - rule: ${rule}\n    object: ClusterSecretStore/*\n    reason: one team only\n    until: ${until}\n`
    const root = tree({ 'a.yaml': STORE, '.eso-hardener.yaml': config('9998-01-31') })
    expect(report(root, 'check')).toMatchObject({
      status: 0,
      warnings: [],
      suppressed: [{ suppression: { kind: 'config', location: { file: '.eso-hardener.yaml', startLine: 3 } } }],
    })
    writeFileSync(join(root, '.eso-hardener.yaml'), config('2020-01-31'))
    expect(report(root, 'check')).toMatchObject({
      status: 1,
      suppressed: [],
      warnings: [
        { message: expect.stringContaining('expired'), location: { file: '.eso-hardener.yaml', startLine: 3 } },
      ],
    })
    writeFileSync(join(root, '.eso-hardener.yaml'), config('9998-01-31', 'mutable-image'))
    expect(report(root, 'check').warnings).toMatchObject([{ message: expect.stringContaining('no such finding here') }])
  })

  test('an entry of the config is not called idle when only a part was looked at', () => {
    const root = tree({
      'a/a.yaml': STORE,
      'b/b.yaml': STORE.replace('vault', 'other'),
      '.eso-hardener.yaml': `ignore: [{ rule: ${RULE}, path: a, reason: why }]`,
    })
    expect(report(root, 'check', 'b').warnings).toEqual([])
    expect(report(root, 'check', 'a').suppressed).toHaveLength(1)
  })
})

describe('accepted failures', () => {
  const files = { ...under('bad', chart('bad', '{{ fail "no" }}')), 'a.yaml': 'a: 1\n' }

  test('a run is complete when all that failed is accepted, and the failure stays in the report', () => {
    const root = tree({ ...files, '.eso-hardener.yaml': 'acceptedFailures: [{ release: bad, reason: needs a key }]' })
    expect(report(tree(files), 'check')).toMatchObject({ status: 2, failures: [{ accepted: false }] })
    expect(report(root, 'check')).toMatchObject({
      status: 0,
      conclusion: 'success',
      failures: [{ release: 'bad', accepted: true, acceptedReason: 'needs a key' }],
      warnings: [],
    })
    expect(cli(root, 'check').stdout).toContain('accepted: needs a key')
  })

  test('what could not be checked stays unknown to the verdicts', () => {
    const root = tree({ ...files, '.eso-hardener.yaml': 'acceptedFailures: [{ release: bad, reason: needs a key }]' })
    expect(report(root, 'check').threats.map(({ status }: { status: string }) => status)).not.toContain('mitigated')
  })

  test('neither release nor path is an error', () => {
    const root = tree({ '.eso-hardener.yaml': 'acceptedFailures: [{ reason: why }]' })
    expect(cli(root, 'check').stderr).toContain('.eso-hardener.yaml:1: acceptedFailures.0')
  })
})

describe('baseline', () => {
  const BASELINE = ['--baseline', 'known.txt', '--fail-on=low']

  test('first run fails, the baseline is written, the second run is clean, a new fault is all that counts', () => {
    const root = copyOf(resolve('fixtures/demo'))
    expect(cli(root, 'check').status).toBe(1)
    const first = report(root, 'check', '--min-severity=info')
    expect(cli(root, 'check', '--write-baseline', 'known.txt').status).toBe(0)
    const second = report(root, 'check', ...BASELINE)
    expect(second).toMatchObject({ status: 0, findings: [], conclusion: 'success' })
    expect(second.suppressed).toHaveLength(first.findings.length)
    writeFileSync(join(root, 'platform/new.yaml'), STORE.replace('name: vault', 'name: brand-new'))
    const third = report(root, 'check', ...BASELINE)
    expect(third.status).toBe(1)
    expect(third.findings.map(({ object }: { object: { name: string } }) => object.name)).toContain('brand-new')
    expect(new Set(third.findings.map(({ object }: { object: { name: string } }) => object.name)).size).toBe(1)
  })

  test('what no longer occurs is named, and gone when it is written again', () => {
    const root = tree({ 'a.yaml': STORE })
    cli(root, 'check', '--write-baseline', 'known.txt')
    const before = readFileSync(join(root, 'known.txt'), 'utf8')
    writeFileSync(join(root, 'a.yaml'), 'a: 1\n')
    expect(report(root, 'check', ...BASELINE).notes).toEqual(
      expect.arrayContaining([expect.stringContaining(`no longer occur: ${RULE} on ClusterSecretStore vault`)]),
    )
    cli(root, 'check', '--write-baseline', 'known.txt')
    expect(readFileSync(join(root, 'known.txt'), 'utf8')).toBe(before.split('\n').slice(0, 2).join('\n').concat('\n'))
  })

  test('what is ignored with a reason is not in it', () => {
    const root = tree({ 'a.yaml': STORE, '.eso-hardener.yaml': `ignore: [{ rule: ${RULE}, reason: why }]` })
    cli(root, 'check', '--write-baseline', 'known.txt')
    expect(readFileSync(join(root, 'known.txt'), 'utf8')).not.toContain(RULE)
  })

  test('a baseline that is missing or broken is an error with a hint', () => {
    const root = tree({ 'known.txt': '>>>>>>> theirs\n' })
    expect(cli(root, 'check', ...BASELINE).stderr).toBe(
      'error: known.txt:1: this is no entry of a baseline\nhint: write it again with --write-baseline\n',
    )
    expect(cli(tree({}), 'check', ...BASELINE)).toMatchObject({
      status: 2,
      stderr: 'error: known.txt: no such file or folder\nhint: write it with --write-baseline\n',
    })
  })

  for (const name of ['knative__infra', 'giantswarm__external-secrets'])
    testShared(`${name}: first run, baseline, second run clean`, () => {
      const root = copyOf(join(SHARED, 'corpus', name))
      const first = report(root, 'check')
      expect(first.findings.length).toBeGreaterThan(0)
      cli(root, 'check', '--write-baseline', 'known.txt')
      const second = report(root, 'check', ...BASELINE)
      expect(second.findings).toEqual([])
      expect(second.conclusion).toBe(first.failures.length > 0 ? 'incomplete' : 'success')
    })
})
