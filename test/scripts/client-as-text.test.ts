import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, onTestFinished, test } from 'vitest'
import { clientAsText } from '../../scripts/client-as-text.ts'
import { clientBundle } from '../../src/report/html/client-bundle.ts'

const ROOT = join(import.meta.dirname, '../..')

test('the bundle holds the code of the page as it is built from the sources, and nothing that builds it', async () => {
  const { plugin, inputs } = clientAsText(ROOT)
  const { outputFiles } = await build({
    ...{ absWorkingDir: ROOT, entryPoints: ['src/report/html/client-bundle.ts'], outdir: 'out' },
    ...{ bundle: true, format: 'esm', write: false, plugins: [plugin] },
  })
  const [{ text } = { text: '' }] = outputFiles
  expect(text).not.toContain('import(')
  const folder = mkdtempSync(join(tmpdir(), 'client-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'bundle.mjs'), text)
  const built = await import(pathToFileURL(join(folder, 'bundle.mjs')).href)
  const { script, style } = await clientBundle()
  expect(await built.clientBundle()).toEqual({ script, style })
  expect(inputs).toContain('src/report/html/client/main.ts')
})

test('neither part can end the element that it stands in', async () => {
  const { script, style } = await clientBundle()
  expect(script).not.toMatch(/<\/script|<!--/i)
  expect(style).not.toMatch(/<\/style|<!--/i)
})
