import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { proposalAmong, refuseProposal } from '../../src/github/unsafe-target.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'

const target = (sha: string) => ({ GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_SHA: sha })

/** The default branch, checked out. */
function checkedOut() {
  const root = tree({ 'charts/a.yaml': 'a: 1\n', 'docs/b.md': 'b\n', '.gitignore': 'pr/\n' })
  const { git, commit } = repository(root)
  return { root, charts: join(root, 'charts'), git, commit, base: commit() }
}

test('only `pull_request_target` has something to lose', async () => {
  const { root, charts, base } = checkedOut()
  writeFileSync(join(charts, 'new.yaml'), '')
  expect(await proposalAmong({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: base }, [root])).toBeUndefined()
  expect(await proposalAmong({}, [root])).toBeUndefined()
})

test('the files of the event’s commit are safe, whichever of them are there', async () => {
  const { root, charts, base } = checkedOut()
  rmSync(join(root, 'docs'), { recursive: true })
  mkdirSync(join(root, 'empty'))
  const trees = [root, charts, join(charts, 'a.yaml'), join(root, 'nowhere.yaml')]
  expect(await proposalAmong(target(base), trees)).toBeUndefined()
})

test('another commit counts where it has other files in what is checked, and nowhere else', async () => {
  const { root, charts, base, commit } = checkedOut()
  writeFileSync(join(root, 'docs/b.md'), 'of a stranger\n')
  commit('of a stranger')
  expect(await proposalAmong(target(base), [charts])).toBeUndefined()
  writeFileSync(join(charts, 'a.yaml'), 'a: 2\n')
  commit('of a stranger')
  expect(await proposalAmong(target(base), [charts])).toBe(join(charts, 'a.yaml'))
})

test('files of a stranger count without a commit: checked out over the others, or unpacked, ignored or not', async () => {
  const { root, charts, base } = checkedOut()
  mkdirSync(join(root, 'pr'))
  writeFileSync(join(root, 'pr/x.yaml'), '')
  expect(await proposalAmong(target(base), [root])).toBe(join(root, 'pr/x.yaml'))
  expect(await proposalAmong(target(base), [charts])).toBeUndefined()
  writeFileSync(join(charts, 'new.yaml'), '')
  expect(await proposalAmong(target(base), [charts])).toBe(join(charts, 'new.yaml'))
})

test('a second clone counts where it is checked, however deep, and not beside it', async () => {
  const { root, charts, base } = checkedOut()
  const inner = join(root, 'tools/proposal')
  mkdirSync(inner, { recursive: true })
  writeFileSync(join(inner, 'c.yaml'), '')
  repository(inner).commit('of a stranger')
  expect(await proposalAmong(target(base), [charts])).toBeUndefined()
  expect(await proposalAmong(target(base), [root])).toContain(join('tools', 'proposal'))
  expect(await proposalAmong(target(base), [charts, inner])).toBe(inner)
})

test('a clone that has the event’s commit, but not its files, does not pass for it', async () => {
  const { root, base } = checkedOut()
  const copy = join(tree({}), 'copy')
  cpSync(root, copy, { recursive: true })
  expect(await proposalAmong(target(base), [copy])).toBeUndefined()
  writeFileSync(join(copy, 'charts/a.yaml'), 'a: 3\n')
  repository(copy).commit('of a stranger')
  expect(await proposalAmong(target(base), [copy])).toBe(join(copy, 'charts/a.yaml'))
})

test('a link is what it leads to', async () => {
  const { root, charts, base, commit } = checkedOut()
  symlinkSync('../pr', join(charts, 'linked'))
  expect(await proposalAmong(target(base), [charts])).toBe(join(charts, 'linked'))
  const linked = commit('a link')
  expect(await proposalAmong(target(linked), [charts])).toBeUndefined()
  mkdirSync(join(root, 'pr'))
  writeFileSync(join(root, 'pr/x.yaml'), '')
  expect(await proposalAmong(target(linked), [charts])).toBe(join(charts, 'linked'))
})

test('what cannot be told counts: no clone, or one without the commit', async () => {
  const alone = tree({ 'a.yaml': '' })
  expect(await proposalAmong(target('a'.repeat(40)), [alone])).toBe(alone)
  const { root } = checkedOut()
  expect(await proposalAmong(target('a'.repeat(40)), [root])).toBe(root)
  expect(await proposalAmong({ GITHUB_EVENT_NAME: 'pull_request_target' }, [root])).toBe(root)
})

test('it is refused by name unless somebody answers for it', () => {
  expect(() => refuseProposal('/work/pr/x.yaml', '/work', false)).toThrow(/`pull_request_target`.*: pr\/x\.yaml$/)
  expect(() => refuseProposal('/work/pr/x.yaml', '/work', true)).not.toThrow()
})
