import { join } from 'node:path'

/** The page's own code, ready to stand between `<script>` or `<style>` tags. */
export interface ClientBundle {
  readonly script: string
  readonly style: string
}

/** The same with what it was made of: paths relative to the root. */
export interface BuiltClient extends ClientBundle {
  readonly inputs: readonly string[]
}

/**
 * Bundles src/report/html/client. The built tool holds the result in place of this file: see scripts/bundle.ts.
 * @throws Error when something does not resolve.
 */
export async function buildClient(root: string): Promise<BuiltClient> {
  const { build } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { page: 'src/report/html/client/main.ts', style: 'src/report/html/client/style.css' },
    outdir: 'out',
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? ''
  return { script: text('.js'), style: text('.css'), inputs: Object.keys(metafile.inputs) }
}

let built: Promise<ClientBundle> | undefined

/** The bundle of these sources, built once. */
export function clientBundle(): Promise<ClientBundle> {
  built ??= buildClient(join(import.meta.dirname, '../../..'))
  return built
}
