import { expect, test } from 'vitest'
import { cli } from './command-line.ts'
import { chart, tree } from './tree.ts'

test.each([
  [['--helm-version', '4.2.5'], 'helm 4.2.5 is not offered for download', "did you mean '4.2.4'?"],
  [['--helm-version=9'], 'helm 9 is not offered for download', 'allowed: 4.2.4, '],
  [
    ['--helm-version', '4.2.4', '--helm', '/usr/bin/helm'],
    'there is a helm program and a version to download',
    'leave out --helm or --helm-version',
  ],
])('%j is one message and a hint, and nothing is downloaded', (args, message, hint) => {
  const { status, stdout, stderr } = cli(tree(chart('c', '')), 'check', ...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  const [first, second, ...rest] = stderr.trimEnd().split('\n')
  expect(first).toBe(`error: ${message}`)
  expect(second).toContain(`hint: ${hint}`)
  expect(rest).toEqual([])
})
