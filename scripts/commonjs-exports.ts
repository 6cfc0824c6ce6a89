import { isBuiltin } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'

/**
 * Makes `const { Ajv } = await import('ajv')` mean the same in the bundle as in node: of a CommonJS package that is
 * imported dynamically, esbuild passes on `default` alone, and the names would be undefined only when that line runs.
 */
export const commonJsExports: Plugin = {
  name: 'commonjs-exports',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || isBuiltin(path) || pluginData === ASKED) return undefined
      const found = await resolve(path, { kind, resolveDir, pluginData: ASKED })
      const names = found.errors.length > 0 ? undefined : await namesOfCommonJs(found.path)
      return names && { path, namespace: 'commonjs', pluginData: { names, resolveDir } }
    })
    onLoad({ filter: /./, namespace: 'commonjs' }, ({ path, pluginData: { names, resolveDir } }) => ({
      contents: `const cjs = require('${path}')\nexport default cjs\nexport const { ${names.join(', ')} } = cjs\n`,
      resolveDir,
    }))
  },
}

/** Marks our own question, which is not to be answered by us. */
const ASKED = Symbol('asked')

/** The names node finds in a CommonJS file; undefined for an ES module, which needs no help. */
async function namesOfCommonJs(file: string): Promise<string[] | undefined> {
  const exported = await import(pathToFileURL(file).href)
  if (!('module.exports' in exported)) return undefined
  return Object.keys(exported).filter(name => name !== 'default' && name !== 'module.exports')
}
