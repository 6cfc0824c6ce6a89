import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bundle, writeBundle } from '../../scripts/bundle.ts'

const SOURCES = {
  'package.json': '{"type":"module"}',
  'src/main.ts': `import { shared } from './shared.ts'\nconsole.log(shared, import.meta.url.length > 0)`,
  'src/cli.ts': `import { shared } from './shared.ts'\nconst { one } = await import('old')\nconsole.log(shared, one)`,
  'src/shared.ts': `export const shared: string = 'shared'`,
  'node_modules/old/package.json': '{"name":"old","version":"1.2.3","license":"MIT"}',
  'node_modules/old/index.js': `exports.one = require('fs').constants.F_OK + 1`,
  'node_modules/old/LICENSE': 'Do what you like.\r\nBut say who wrote it.\r\n',
}
const ENTRIES = { index: 'src/main.ts', cli: 'src/cli.ts' }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Lays sources out in a folder of their own. */
function project(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, name, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  return join(folder, name)
}

describe('a bundle', () => {
  test('is the same from another folder, and names neither', async () => {
    const here = await bundle(project('here', SOURCES), ENTRIES)
    const there = await bundle(project('over/there', SOURCES), ENTRIES)
    expect(there).toEqual(here)
    expect(here.map(({ text }) => text).join()).not.toContain(folder)
  })

  test('runs, also where it imports a name of a CommonJS package dynamically', async () => {
    const root = project('here', SOURCES)
    writeBundle(join(folder, 'dist'), await bundle(root, ENTRIES))
    rmSync(root, { recursive: true })
    const run = (file: string): string =>
      execFileSync(process.execPath, [join(folder, 'dist', file)], { encoding: 'utf8' })
    expect(run('cli.js')).toBe('shared 1\n')
    expect(run('index.js')).toBe('shared true\n')
  })

  test('has a command line that can be started by its name, and what both entries need only once', async () => {
    const files = await bundle(project('here', SOURCES), ENTRIES)
    writeBundle(join(folder, 'dist'), files)
    expect(statSync(join(folder, 'dist/cli.js')).mode & 0o777).toBe(0o755)
    expect(files.find(({ path }) => path === 'cli.js')?.text).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(files.filter(({ text }) => text.includes('var shared ='))).toHaveLength(1)
  })

  test('keeps the shebang of the source as the only one', async () => {
    const cli = `#!/usr/bin/env node\n${SOURCES['src/cli.ts']}`
    const files = await bundle(project('here', { ...SOURCES, 'src/cli.ts': cli }), ENTRIES)
    expect(files.find(({ path }) => path === 'cli.js')?.text.split('#!/usr/bin/env node')).toHaveLength(2)
  })

  test('takes the place of what the folder held', async () => {
    const out = project('dist', { 'chunks/old-ABC.js': '' })
    writeBundle(out, await bundle(project('here', SOURCES), ENTRIES))
    expect(() => statSync(join(out, 'chunks/old-ABC.js'))).toThrow('ENOENT')
  })
})

describe('LICENSES.txt', () => {
  test('holds the licence of every package', async () => {
    const files = await bundle(project('here', SOURCES), ENTRIES)
    const text = files.find(({ path }) => path === 'LICENSES.txt')?.text
    expect(text).toContain('old 1.2.3 (MIT)')
    expect(text).toContain('Do what you like.\nBut say who wrote it.\n')
  })

  test.each([
    ['no licence file', { ...SOURCES, 'node_modules/old/LICENSE': '' }, 'old 1.2.3: no licence file'],
    [
      'a licence nobody has looked at',
      { ...SOURCES, 'node_modules/old/package.json': '{"name":"old","version":"1.2.3","license":"SSPL-1.0"}' },
      'old 1.2.3: licence SSPL-1.0 is not one of',
    ],
    [
      'no licence',
      { ...SOURCES, 'node_modules/old/package.json': '{"name":"old","version":"1.2.3"}' },
      'old 1.2.3: licence',
    ],
  ])('a package with %s fails the build', async (_, files, message) => {
    await expect(bundle(project('here', files), ENTRIES)).rejects.toThrow(message)
  })
})
