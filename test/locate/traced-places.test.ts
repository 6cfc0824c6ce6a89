import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { discover } from '../../src/discover/discover.ts'
import { OWN_PLACES, untracedNote } from '../../src/locate/places.ts'
import { TracedPlaces } from '../../src/locate/traced-places.ts'
import { Tries } from '../../src/locate/what-if.ts'
import { ChartReader } from '../../src/render/chart-files.ts'
import { renderReleases } from '../../src/render/releases.ts'
import { readTracedChart } from '../../src/render/traced.ts'
import { HELM } from '../helm.ts'
import { chart, tree } from '../tree.ts'
import { store } from './places-of.ts'

/** The place of the server in a chart of one store, with so many values to be tried. */
async function placeOfServer(files: Readonly<Record<string, string>>, mostTries?: number) {
  const root = tree(files)
  const { releases } = await discover(root, root, ['.'], await loadConfig(root, undefined))
  const { parts, capabilities } = await renderReleases(releases, { root, helm: HELM })
  const [part] = parts
  const traced = part && capabilities && (await readTracedChart(part.release, capabilities, new ChartReader()))
  const [manifest] = part?.manifests ?? []
  if (!traced || !manifest) throw new Error('the chart is to be traced')
  const places = new TracedPlaces(
    [{ part, chart: traced, valuesFiles: [] }],
    mostTries === undefined ? undefined : new Tries(mostTries),
  )
  return places.of(manifest, ['spec', 'provider', 'vault', 'server']).location
}

const files = chart('shop', store('{{ .Values.server | default .Values.other }}'), {
  'values.yaml': 'other: http://other\nserver: http://vault\n',
})

test('a place that may not be tried is probable, and the same', async () => {
  const place = { file: 'values.yaml', startLine: 2, via: 'values', key: 'server', template: 'templates/all.yaml' }
  expect(await placeOfServer(files)).toEqual({ ...place, confidence: 'set-by' })
  expect(await placeOfServer(files, 0)).toEqual({ ...place, confidence: 'probably' })
})

test('text of the template has nothing to be tried', async () => {
  expect(await placeOfServer(chart('shop', store('http://vault')), 0)).toEqual({
    ...{ file: 'templates/all.yaml', startLine: 8, via: 'template', confidence: 'set-by' },
  })
})

test('how many documents could not be traced is said, and nothing where all could', () => {
  expect(untracedNote(OWN_PLACES)).toBeUndefined()
  expect(untracedNote({ ...OWN_PLACES, agreement: { equal: 3, unequal: 1 } })).toBe(
    '1 of 4 rendered documents that places were looked for in could not be traced as helm prints them: what is about them names the template without a line',
  )
})
