import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { helpText } from '../src/help.ts'
import { configKey, OPTIONS, OUTPUTS, optionsOf, type Scope } from '../src/options.ts'

const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', file), 'utf8')
const namesOf = (scope: Scope): string[] => optionsOf(scope).map(({ name }) => name)

test('every option is named once, in kebab-case, for at least one scope, and explained in whole sentences', () => {
  expect(new Set(OPTIONS.map(({ name }) => name)).size).toBe(OPTIONS.length)
  const faulty = OPTIONS.filter(
    ({ name, scopes, help }) => !/^[a-z]+(-[a-z]+)*$/.test(name) || scopes.length === 0 || !/^[A-Z].*\.$/.test(help),
  )
  expect(faulty.map(({ name }) => name)).toEqual([])
})

test('a choice says its words, and a default is one of them', () => {
  for (const { name, type, values, default: fallback } of OPTIONS) {
    expect(values !== undefined, name).toBe(type === 'choice')
    if (values && fallback !== undefined) expect(values, name).toContain(fallback)
  }
})

describe('action.yml', () => {
  const action = parse(read('action.yml'))

  test('has every input and output', () => {
    expect(Object.keys(action.inputs)).toEqual(namesOf('action'))
    expect(Object.keys(action.outputs)).toEqual(Object.keys(OUTPUTS))
  })

  test('has the default of every input, but for those that the config file may set', () => {
    const expected = optionsOf('action').map(option => (option.scopes.includes('config') ? undefined : option.default))
    expect(namesOf('action').map(name => action.inputs[name].default)).toEqual(expected)
  })

  test('says what the Marketplace and the runner ask for', () => {
    expect(action.description.length).toBeLessThanOrEqual(125)
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  })
})

test('the config schema has every key', () => {
  const schema = JSON.parse(read('schema/config.schema.json'))
  expect(Object.keys(schema.properties)).toEqual(namesOf('config').map(configKey))
})

test('the README has every input, output, flag and key', () => {
  const readme = read('README.md')
  const words = [
    ...[...namesOf('action'), ...Object.keys(OUTPUTS)].map(name => `| \`${name}\` |`),
    ...namesOf('cli').map(name => `| \`--${name}`),
    ...namesOf('config').map(name => `| \`${configKey(name)}\` |`),
  ]
  expect(words.filter(word => !readme.includes(word))).toEqual([])
})

describe('--help', () => {
  const lines = helpText().split('\n')

  test('has every flag with its words and its default', () => {
    const shown = helpText().replace(/\s+/g, ' ')
    for (const { name, placeholder, values, default: fallback } of optionsOf('cli')) {
      const value = placeholder ?? values?.join('|')
      expect(shown).toContain(`--${name}${value === undefined ? ' ' : ` ${value} `}`)
      if (fallback !== undefined) expect(shown).toContain(`Default: ${fallback}.`)
    }
  })

  test('has a usage line for every command', () => {
    for (const command of ['check', 'explain', 'rules'])
      expect(lines.filter(line => line.startsWith(`  eso-hardener ${command} `))).toHaveLength(1)
  })

  test('is plain text of less than 100 columns', () => {
    expect(lines.filter(line => line.length >= 100)).toEqual([])
    expect(lines.filter(line => /[`\p{Cc}]| $/u.test(line))).toEqual([])
    expect(helpText()).toMatch(/[^\n]\n$/)
  })
})
