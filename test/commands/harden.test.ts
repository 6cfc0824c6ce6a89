import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli, report } from '../command-line.ts'
import { OPERATOR } from '../generate/operator.ts'
import { repository } from '../repository.ts'
import { chart, tree, under } from '../tree.ts'

const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  conditions:
    - namespaces: [shop]
  provider:
    vault: { server: https://vault.example.com, path: kv, auth: { kubernetes: { mountPath: k, role: r } } }
`

const PUSH = `apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: a, namespace: shop }
spec:
  refreshInterval: 1h
  updatePolicy: IfNotExists
  deletionPolicy: Delete # as before
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: a } }
`

/** A committed clone with these files. */
function clone(files: Readonly<Record<string, string>>) {
  const root = tree(files)
  const git = repository(root)
  git.commit()
  return { root, ...git }
}

const rulesIn = (root: string): string[] => report(root, 'check').findings.map(({ rule }: { rule: string }) => rule)
const textIn = (root: string, file: string): string => readFileSync(join(root, file), 'utf8')

test('--write edits what is safe, git shows only the lines that were meant, and there is less to find', () => {
  const { root, git } = clone({ 'store.yaml': STORE.replaceAll('\n', '\r\n'), 'push.yaml': PUSH })
  const before = rulesIn(root)
  const { status, stdout, stderr } = cli(root, 'harden', '--write')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^store\.yaml\n1 of \d+ findings is gone with it: 1 low\.\n/)
  expect(stdout).toContain('a decision first, then eso-hardener harden --diff --unsafe: Does anybody count on')
  const changed = git('diff', '--unified=0')
    .split('\n')
    .filter(line => /^[-+] /.test(line))
  expect(changed).toEqual(['-  conditions:\r', '-    - namespaces: [shop]\r'])
  const after = rulesIn(root)
  expect(before.filter(rule => !after.includes(rule))).toEqual(['ignored-store-conditions'])
  expect(after.length).toBe(before.length - 1)
})

test('--unsafe takes in what needs a decision; a second time nothing changes', () => {
  const { root, git, commit } = clone({ 'store.yaml': STORE, 'push.yaml': PUSH })
  expect(cli(root, 'harden', '--write', '--unsafe').stdout).toMatch(/^push\.yaml\nstore\.yaml\n/)
  expect(textIn(root, 'push.yaml')).toBe(PUSH.replace('Delete #', 'None #'))
  commit()
  expect(cli(root, 'harden', '--write', '--unsafe').stdout).toMatch(/^0 of /)
  expect(git('status', '--porcelain')).toBe('')
})

test('--diff prints a patch that git applies, also in a folder of the clone', () => {
  const { root, git } = clone({ 'sub/store.yaml': STORE.trimEnd(), 'sub/push file.yaml': PUSH })
  const { status, stdout, stderr } = cli(join(root, 'sub'), 'harden', '--diff', '--unsafe')
  expect(status).toBe(0)
  expect(stderr).toMatch(/^\d of \d+ findings are gone with it/)
  expect(git('status', '--porcelain')).toBe('')
  writeFileSync(join(root, 'a.patch'), stdout)
  git('-C', 'sub', 'apply', join(root, 'a.patch'))
  const patched = textIn(root, 'sub/push file.yaml')
  expect(patched).toBe(PUSH.replace('Delete #', 'None #'))
  git('checkout', '--', 'sub')
  cli(join(root, 'sub'), 'harden', '--write', '--unsafe')
  expect(textIn(root, 'sub/push file.yaml')).toBe(patched)
})

test('files that are not committed as they are stay, unless forced', () => {
  const { root } = clone({ 'store.yaml': STORE, 'other.yaml': STORE.replace('name: vault', 'name: other') })
  const changed = `# mine\n${STORE}`
  writeFileSync(join(root, 'store.yaml'), changed)
  const refused = cli(root, 'harden', '--write')
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toContain('error: nothing was written: store.yaml: not committed as it is')
  expect(textIn(root, 'store.yaml')).toBe(changed)
  expect(textIn(root, 'other.yaml')).toContain('conditions')
  expect(cli(root, 'harden', '--write', '--force').status).toBe(0)
  expect(textIn(root, 'store.yaml')).toBe(changed.replace('  conditions:\n    - namespaces: [shop]\n', ''))
})

test('outside of a clone there is no way back, so that only --force writes', () => {
  const root = tree({ 'store.yaml': STORE })
  expect(cli(root, 'harden', '--write').stderr).toContain('hint: --force writes without a way back')
  expect(textIn(root, 'store.yaml')).toBe(STORE)
  expect(cli(root, 'harden', '--write', '--force').status).toBe(0)
  expect(textIn(root, 'store.yaml')).not.toBe(STORE)
})

test('a read-only file is refused, and the others are as they were', () => {
  const { root } = clone({ 'a.yaml': STORE.replace('name: vault', 'name: other'), 'b.yaml': STORE })
  chmodSync(join(root, 'b.yaml'), 0o444)
  const { status, stderr } = cli(root, 'harden', '--write', '--force')
  expect(status).toBe(2)
  expect(stderr).toBe('error: b.yaml: the file is read-only\nhint: make it writable, or use --diff\n')
  expect([textIn(root, 'a.yaml').includes('conditions'), textIn(root, 'b.yaml')]).toEqual([true, STORE])
})

test('a values file that is a link is not edited, and its reason is told', () => {
  const { root } = clone({
    ...under('c', chart('c', PUSH.replace('Delete', '{{ .Values.policy }}'))),
    'real.txt': 'policy: Delete\n',
    '.eso-hardener.yaml': 'releases: [{ chart: c, values: [linked.yaml] }]\n',
  })
  symlinkSync('real.txt', join(root, 'linked.yaml'))
  const { stdout } = cli(root, 'harden', '--write', '--force', '--unsafe')
  expect(stdout).toContain('not edited: the file is no plain file of the repository')
  expect(textIn(root, 'real.txt')).toBe('policy: Delete\n')
})

test.each([
  ['an anchor', STORE.replace('spec:', 'spec: &spec'), 'not edited: there is an anchor on the way'],
  ['a tab', STORE.replace('  conditions:\n', '  conditions:\t\n'), 'not edited: there is a tab'],
])('%s in the way of an edit: nothing is written, and the reason is told', (_, text, reason) => {
  const { root } = clone({ 'store.yaml': text })
  const { status, stdout } = cli(root, 'harden', '--write')
  expect(status).toBe(0)
  expect(stdout.replace(/\s+/g, ' ')).toContain(reason)
  expect(textIn(root, 'store.yaml')).toBe(text)
})

test.each([
  ['duplicate keys', `${STORE}kind: SecretStore\n`],
  ['an unfinished list', `${STORE}x: [`],
])('a manifest with %s cannot be checked: that is said, and the exit code is 2', (_, text) => {
  const { root } = clone({ 'store.yaml': text, 'other.yaml': STORE.replace('name: vault', 'name: other') })
  const { status, stderr } = cli(root, 'harden', '--write')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^note: store\.yaml is left out: /)
  expect(textIn(root, 'store.yaml')).toBe(text)
  expect(textIn(root, 'other.yaml')).not.toContain('conditions')
})

test('two releases that share a values file, of which one cannot bear the value: nothing is written, and the reason is told', () => {
  const template = PUSH.replace('name: a,', 'name: {{ .Release.Name }},').replace('Delete', '{{ .Values.policy }}')
  const strict = '{{ if and (eq .Release.Name "two") (ne .Values.policy "Delete") }}{{ fail "no" }}{{ end }}\n'
  const { root } = clone({
    ...under('c', chart('c', strict + template)),
    'shared.yaml': 'policy: Delete\n',
    '.eso-hardener.yaml':
      'releases:\n  - { chart: c, name: one, values: [shared.yaml] }\n  - { chart: c, name: two, values: [shared.yaml] }\n',
  })
  const { stdout } = cli(root, 'harden', '--write', '--unsafe')
  expect(stdout.replace(/\s+/g, ' ')).toContain('push-secret-deletes-remote not edited: with it something fails: ')
  expect(textIn(root, 'shared.yaml')).toBe('policy: Delete\n')
})

test('--out writes what was proven; with --diff the same files are a patch', () => {
  const { root, git } = clone({ 'eso.yaml': OPERATOR })
  const { status, stdout } = cli(root, 'harden', '--out', 'made')
  expect(status).toBe(0)
  expect(stdout).toContain('made/network-policies.yaml: manifests to apply beside the operator\n')
  expect(stdout).toMatch(/\d+ of \d+ findings are gone with it: /)
  const written = textIn(root, 'made/network-policies.yaml')
  // What an earlier run wrote is no part of what is hardened.
  expect(cli(root, 'harden', '--out', 'made').stdout).toBe(stdout)
  rmSync(join(root, 'made'), { recursive: true })
  const patch = cli(root, 'harden', '--out', 'other', '--diff').stdout
  expect(existsSync(join(root, 'other'))).toBe(false)
  writeFileSync(join(root, 'a.patch'), patch)
  git('apply', 'a.patch')
  expect(textIn(root, 'other/network-policies.yaml')).toBe(written)
})

test.each([
  [['harden'], 'error: harden how?\nhint: one of --diff, --write, --out FOLDER'],
  [['harden', '--write', '--diff'], 'error: --write goes with neither --diff nor --out'],
  [['harden', '--write', '--out', 'made'], 'error: --write goes with neither --diff nor --out'],
  [['harden', 'nowhere', '--diff'], 'error: nowhere: no such file or folder'],
])('bad input %j writes nothing', (args, message) => {
  const root = tree({ 'store.yaml': STORE })
  const { status, stdout, stderr } = cli(root, ...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(message)
  expect(textIn(root, 'store.yaml')).toBe(STORE)
})

test('where nothing is to do, nothing is printed but that', () => {
  const root = tree({ 'config-map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n' })
  expect(cli(root, 'harden', '--diff')).toMatchObject({ status: 0, stdout: '' })
  expect(cli(root, 'harden', '--out', 'made').stdout).toBe('0 of 0 findings are gone with it.\n')
  expect(existsSync(join(root, 'made'))).toBe(false)
})
