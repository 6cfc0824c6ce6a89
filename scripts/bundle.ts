import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import { clientAsText } from './client-as-text.ts'
import { commonJsExports } from './commonjs-exports.ts'
import { bundledPackages, licensesText } from './licenses.ts'
import { sbomText } from './sbom.ts'

/** Name of the bundle without `.js` -> source file, relative to the root. */
export type Entries = Readonly<Record<string, string>>

/** One file of the bundle; `path` is relative to the output folder. */
export interface BundleFile {
  readonly path: string
  readonly text: string
  readonly executable: boolean
}

/**
 * Bundles the entries with everything they import. The same sources give the same bytes in whatever folder
 * they lie: the result names no absolute path, and where it will be written is not known here.
 * @throws Error when something does not resolve or a package's licence does not allow it.
 */
export async function bundle(root: string, entries: Entries): Promise<BundleFile[]> {
  const client = clientAsText(root)
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { ...entries },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    charset: 'utf8',
    legalComments: 'none',
    // CommonJS packages call `require` for node's own modules, and an ES module has none.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)",
    },
    plugins: [commonJsExports, client.plugin],
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  const code = outputFiles.map(({ path, text }) => codeFile(relative(join(root, 'dist'), path), text))
  const packages = bundledPackages(root, [...Object.keys(metafile.inputs), ...client.inputs])
  return [
    ...code,
    { path: 'LICENSES.txt', text: licensesText(packages), executable: false },
    { path: 'sbom.cdx.json', text: sbomText(root, packages), executable: false },
  ].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The command line is started by its file name; a shebang of its source has survived the bundler. */
function codeFile(path: string, text: string): BundleFile {
  const executable = path === 'cli.js'
  return { path, text: executable && !text.startsWith('#!') ? `#!/usr/bin/env node\n${text}` : text, executable }
}

/** Writes a bundle in place of what the folder held. */
export function writeBundle(folder: string, files: readonly BundleFile[]): void {
  rmSync(folder, { recursive: true, force: true })
  for (const { path, text, executable } of files) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
    chmodSync(target, executable ? 0o755 : 0o644)
  }
}
