import type { Plugin } from 'esbuild'
import { buildClient } from '../src/report/html/client-bundle.ts'

/**
 * Puts the code of the HTML report's page into the bundle as text, in place of the module that builds it from the sources.
 * @returns the plugin and, once it ran, what that code was made of: paths relative to the root.
 */
export function clientAsText(root: string): { readonly plugin: Plugin; readonly inputs: readonly string[] } {
  const inputs: string[] = []
  const plugin: Plugin = {
    name: 'client-as-text',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]html[\\/]client-bundle\.ts$/ }, async () => {
        const { inputs: read, ...client } = await buildClient(root)
        inputs.push(...read)
        return { contents: `export const clientBundle = async () => (${JSON.stringify(client)})\n`, loader: 'js' }
      })
    },
  }
  return { plugin, inputs }
}
