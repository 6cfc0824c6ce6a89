import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const PAGE = readFileSync('docs/threat-model.md', 'utf8')
const rows = PAGE.split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| Attacker'))

test('every control of docs/threat-model.md names a test, and each of them exists', () => {
  expect(rows.length).toBeGreaterThan(30)
  for (const row of rows) {
    const [, , , tests = ''] = row.split(/(?<!\\)\|/)
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)
    expect(files, row).not.toEqual([])
    for (const file of files) expect(existsSync(file), file).toBe(true)
  }
})

test('SECURITY.md leads there', () => {
  expect(readFileSync('SECURITY.md', 'utf8')).toContain('(docs/threat-model.md)')
})
