import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { cli } from './command-line.ts'

const PAGE = readFileSync('docs/tracing.md', 'utf8')
const EXAMPLES = [...PAGE.matchAll(/^```\n\$ eso-hardener (trace [^\n]+)\n([^`]*)```$/gm)]

test.each(EXAMPLES.map(([, command = '', output = '']) => ({ command, output })))(
  'docs/tracing.md shows what `$command` prints',
  ({ command, output }) => {
    expect(cli(resolve('fixtures/demo'), ...command.split(' ')).stdout).toBe(output)
  },
)

test('the page has examples', () => {
  expect(EXAMPLES.length).toBeGreaterThan(2)
})
