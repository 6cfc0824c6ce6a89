import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { parseConfig } from '../../src/config/config.ts'
import { configKey, optionsOf } from '../../src/options.ts'
import { type Block, blocksOf, pages } from './pages.ts'

const BLOCKS = pages()
  .filter(({ path }) => !path.startsWith('docs/rules/'))
  .flatMap(blocksOf)
const KEYS = new Set(optionsOf('config').map(({ name }) => configKey(name)))

/** Pieces of files: a chart's template, lines of a manifest, values. Nothing but YAML can be asked of them. */
const PIECES = ['docs/adoption.md', 'docs/adoption.md', 'docs/adoption.md', 'docs/formats.md', 'docs/hardening-eso.md']

const placeOf = ({ page, line }: Block): string => `${page}:${line}`
const isWorkflow = ({ text }: Block): boolean => /^jobs:|^\s*(?:- )?(?:uses|run): /m.test(text)
const isManifest = ({ text }: Block): boolean => /^apiVersion: /m.test(text) && /^kind: /m.test(text)
const isConfig = (block: Block): boolean => {
  if (isWorkflow(block) || isManifest(block) || /\{\{/.test(block.text)) return false
  return Object.keys(Object(parse(block.text, { uniqueKeys: false }))).some(key => KEYS.has(key))
}
const YAML = BLOCKS.filter(({ language }) => language === 'yaml')

test.each(YAML.filter(isConfig).map(block => [placeOf(block), block.text]))('%s is a config', async (place, text) => {
  expect(await parseConfig(text, join('/', place))).toBeTypeOf('object')
})

test.each(YAML.filter(isManifest).map(block => [placeOf(block), block.text]))('%s holds manifests', (_, text) => {
  expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([])
})

test('all other YAML is of workflows, which test/action/ checks, or a piece that is listed', () => {
  const others = YAML.filter(block => !isConfig(block) && !isManifest(block) && !isWorkflow(block))
  expect(others.map(({ page }) => page)).toEqual(PIECES)
})

test.each(BLOCKS.filter(({ language }) => language === 'json').map(block => [placeOf(block), block.text]))(
  '%s is JSON',
  (_, text) => {
    expect(() => JSON.parse(text)).not.toThrow()
  },
)
