import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { expect, test } from 'vitest'
import { unpackChart } from '../../../src/template/chart/archive.ts'
import { loadChart } from '../../../src/template/chart/chart.ts'
import { chartYaml } from './charts.ts'

/** A `.tgz` of these files, by their whole names. */
async function packed(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const archive = pack()
  for (const [name, text] of Object.entries(files)) archive.entry({ name }, text)
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(chunk as Buffer)
  return gzipSync(Buffer.concat(chunks))
}

test('files lie below the top folder, whatever it is called', async () => {
  const long = `${'deep/'.repeat(40)}é.yaml`
  const files = unpackChart(await packed({ 'x/Chart.yaml': 'a', [`x/${long}`]: 'b', 'y/./values.yaml': 'c' }))
  expect([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual([
    ['Chart.yaml', 'a'],
    [long, 'b'],
    ['values.yaml', 'c'],
  ])
})

test.each(['Chart.yaml', 'x', 'x/../../a', 'x//etc/passwd', 'x/..'])('helm refuses an archive with %s', async name => {
  const archive = await packed({ [name]: '' })
  expect(() => unpackChart(archive)).toThrow(expect.objectContaining({ name: 'TemplateError' }))
})

test('what is no archive is refused', () => {
  expect(() => unpackChart(new Uint8Array([1, 2, 3]))).toThrow('cannot be unpacked')
  expect(() => unpackChart(gzipSync(Buffer.alloc(600, 0x41)))).toThrow('cut off')
})

test('what unpacks to too much is not traced', () => {
  expect(() => unpackChart(gzipSync(Buffer.alloc(65 * 1024 * 1024)))).toThrow(
    expect.objectContaining({ name: 'Untraced' }),
  )
})

test('a package in charts/ is a subchart', async () => {
  const chart = loadChart(
    new Map([
      ['Chart.yaml', new TextEncoder().encode(chartYaml('u'))],
      ['charts/s-1.0.0.tgz', await packed({ 's/Chart.yaml': chartYaml('s'), 's/templates/a.yaml': 'x' })],
    ]),
    { isPackaged: false, helm: '4.1.4' },
  )
  expect(chart.subcharts.map(({ metadata, templates }) => [metadata.name, templates.length])).toEqual([['s', 1]])
})
