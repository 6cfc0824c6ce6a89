import { expect, test } from 'vitest'
import { type SourceFile, sourceFilesWith } from '../../src/locate/source-files.ts'
import type { Traceable } from '../../src/locate/traced-places.ts'

const MARK = 'mark:'
/** A release of a chart in shop/, as far as its files matter. */
function release(files: Readonly<Record<string, string>>, isPackaged = false): Traceable {
  const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const)
  return {
    part: { release: { chart: { file: 'shop/Chart.yaml', isPackaged } } },
    chart: { files: new Map(bytes), valuesTexts: ['# mark: a', 'none', '# mark: c'] },
    valuesFiles: ['a.yaml', 'b.yaml', undefined],
  } as unknown as Traceable
}
const named = (sources: SourceFile[]) => sources.map(({ file, syntax }) => `${file} ${syntax}`)

test('the files that places may be in, when they have the text', () => {
  const paths = [
    ...['Chart.yaml', 'values.yaml', 'templates/a.yaml', 'templates/deep/_b.tpl', 'charts/db/values.yaml'],
    ...['charts/db/charts/x/templates/c.yaml', 'README.md', 'files/templates/d.yaml', 'crds/e.yaml', 'a/values.yaml'],
  ]
  const files = Object.fromEntries(paths.map(path => [path, '# mark: ü']))
  const found = sourceFilesWith(MARK, release({ ...files, 'templates/without.yaml': '# none' }))
  expect(named(found)).toEqual([
    'a.yaml values',
    'shop/Chart.yaml values',
    'shop/values.yaml values',
    'shop/templates/a.yaml template',
    'shop/templates/deep/_b.tpl template',
    'shop/charts/db/values.yaml values',
    'shop/charts/db/charts/x/templates/c.yaml template',
  ])
  expect(found.map(({ text }) => text)).toEqual(['# mark: a', ...Array(6).fill('# mark: ü')])
})

test('of a packaged chart only the values files of the release', () => {
  expect(named(sourceFilesWith(MARK, release({ 'values.yaml': '# mark: x' }, true)))).toEqual(['a.yaml values'])
})
