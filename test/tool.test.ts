import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TOOL } from '../src/tool.ts'

test('the tool’s name and version are those of package.json', () => {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect({ name: TOOL.name, version: TOOL.version }).toEqual({ name, version })
})
