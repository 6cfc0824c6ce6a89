import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { expect, test } from 'vitest'

/** Folders and top files of src/ as the pipeline runs: a value may be imported only from what stands before. */
const ORDER = [
  ...[
    'errors',
    'finding',
    'options',
    'dated',
    'tool',
    'io',
    'parse',
    'template',
    'config',
    'discover',
    'render',
    'model',
  ],
  ...[
    'gather',
    'providers',
    'check',
    'rules',
    'paths',
    'locate',
    'suppress',
    'compare',
    'report',
    'generate',
    'harden',
  ],
  ...['github', 'init', 'help', 'run', 'kept-run', 'review-report', 'commands', 'main', 'cli'],
]
/** What reaches out of the process, and the folders that may. */
const EFFECTS = /^(?:node:)?(?:fs|child_process|https?|http2|net|tls|dgram|dns)(?:\/.*)?$|^(?:execa|undici)$/
const MAY_HAVE_EFFECTS = ['io', 'github']

const ROOT = join(import.meta.dirname, '..')
const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${folder}/${file}`)
    .sort()

const sources = filesOf('src')
const imports = await valueImports(sources)
const lengths = sources.map(file => ({
  file,
  lines: readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length,
}))

/** `src/model/rbac/rbac.ts` -> `model`, `src/run.ts` -> `run`. */
const roomOf = (file: string): string => file.split('/')[1]?.replace(/\.ts$/, '') ?? ''

test('every folder of src has a place in the order of the pipeline', () => {
  expect([...new Set(sources.map(roomOf))].filter(room => !ORDER.includes(room))).toEqual([])
})

test('values are imported only from what stands before in the pipeline', () => {
  const isAgainst = ({ from, to }: Import): boolean =>
    to.startsWith('src/') && roomOf(to) !== roomOf(from) && ORDER.indexOf(roomOf(to)) > ORDER.indexOf(roomOf(from))
  expect(imports.filter(isAgainst).map(arrow), 'import the type only, or be handed the value').toEqual([])
})

test('only src/io and src/github reach out of the process', () => {
  const reaching = imports.filter(({ from, to }) => EFFECTS.test(to) && !MAY_HAVE_EFFECTS.includes(roomOf(from)))
  expect(reaching.map(arrow)).toEqual([])
})

/** Of node's file functions, those that change or end something. */
const WRITES = /^(?:chmod|type Dirent|mkdir|mkdtemp|rename|rm|rmSync|symlink|writeFile)$/
/**
 * Whose reading decides nothing that is kept: caches, whose content is proven by its digest, and a watch that can only end a program,
 * which is a failure.
 */
const KEEPERS = [
  ...['src/io/observed.ts', 'src/io/kept-entries.ts', 'src/io/helm-download.ts'],
  'src/io/memory-watch.ts',
]

test('files are read by src/io/observed.ts, so that a kept run knows all that it depended on', () => {
  const reading = sources
    .filter(file => !KEEPERS.includes(file))
    .flatMap(file =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^import (.+) from 'node:fs(?:\/promises)?'$/gm)].flatMap(
        ([, names = '']) =>
          names
            .replace(/[{}]/g, '')
            .split(',')
            .map(name => `${file}: ${name.trim()}`),
      ),
    )
  expect(reading.filter(entry => !WRITES.test(entry.slice(entry.indexOf(': ') + 2)))).toEqual([])
})

test('the imports are seen at all, and those of types alone are not among them', () => {
  const importsOf = (file: string): string[] => imports.filter(({ from }) => from === file).map(({ to }) => to)
  expect(importsOf('src/io/archive.ts')).toContain('node:fs/promises')
  expect(importsOf('src/io/archive.ts')).toContain('tar-stream')
  expect(importsOf('src/check/identity.ts')).toContain('src/finding.ts')
  expect(importsOf('src/check/rule.ts')).toEqual([])
})

test('no source file has more than 300 lines, half have at most 90', () => {
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90)
})

test('every file and folder is named for what it holds', () => {
  const names = ['src', 'test', 'scripts'].flatMap(filesOf).flatMap(file => file.split('/'))
  const isRummage = (name: string): boolean => /^(?:utils?|helpers?|types?|common|misc)$/.test(basename(name, '.ts'))
  expect([...new Set(names)].filter(isRummage)).toEqual([])
})

interface Import {
  readonly from: string
  readonly to: string
}

function arrow({ from, to }: Import): string {
  return `${from} -> ${to}`
}

/** What is imported at run time, as esbuild sees it: `import type` leaves no trace, `await import()` does. */
async function valueImports(files: readonly string[]): Promise<Import[]> {
  const follow: Plugin = {
    name: 'look at each file by itself',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
        if (kind === 'entry-point') return undefined
        return { path: path.startsWith('.') ? relative(ROOT, join(resolveDir, path)) : path, external: true }
      })
    },
  }
  const options = { absWorkingDir: ROOT, entryPoints: [...files], outdir: 'out', plugins: [follow] }
  const { metafile } = await build({ ...options, bundle: true, format: 'esm', write: false, metafile: true })
  return Object.entries(metafile.inputs).flatMap(([from, input]) =>
    input.imports.map(({ path }) => ({ from, to: path })),
  )
}
