import { expect, test } from 'vitest'
import type { AcceptedFailureConfig } from '../../src/config/config.ts'
import { acceptFailures, whatFails } from '../../src/suppress/accept.ts'

const shop = { release: 'shop', message: 'x', location: { file: 'charts/shop/Chart.yaml', via: 'template' } } as const
const file = { release: null, message: 'y', location: { file: 'a.yaml', startLine: 1, via: 'manifest' } } as const
const nowhere = { release: null, message: 'z', location: null }

const accept = (acceptedFailures: AcceptedFailureConfig[], isWhole = true) =>
  acceptFailures([shop, file, nowhere], {
    config: { folder: '/r', file: 'c.yaml', acceptedFailures },
    root: '/r',
    today: '2026-11-23',
    rules: [],
    isWhole,
  })
const accepted = (...entries: AcceptedFailureConfig[]) => accept(entries).failures.map(failure => failure.accepted)

test('by release, by path, or by both', () => {
  const reason = 'needs a registry'
  expect(accepted({ release: 'sh*', reason })).toEqual([reason, undefined, undefined])
  expect(accepted({ path: '*.yaml', reason })).toEqual([undefined, reason, undefined])
  expect(accepted({ path: '**', reason })).toEqual([reason, reason, undefined])
  expect(accepted({ release: 'shop', path: 'charts', reason })).toEqual([reason, undefined, undefined])
  expect(accepted({ release: 'shop', path: 'a.yaml', reason })).toEqual([undefined, undefined, undefined])
  expect(accepted({ release: '*', reason })).toEqual([reason, undefined, undefined])
})

test('in a pull request, only what fails in its base', () => {
  const chart = 'charts/shop/Chart.yaml'
  const own = { release: 'shop', chart, message: 'now another', location: null }
  const failures = [own, { ...own, chart: 'evil/Chart.yaml' }, { ...own, release: 'shop2' }, file]
  const config = {
    folder: '/r',
    file: 'c.yaml',
    acceptedFailures: [
      { release: '*', reason: 'a' },
      { path: '**', reason: 'b' },
    ],
  }
  const judged = (failing: ReadonlySet<string> | undefined) =>
    acceptFailures(failures, {
      config,
      root: '/r',
      today: '2026-11-23',
      rules: [],
      isWhole: true,
      failing,
    }).failures.map(({ accepted }) => accepted)
  expect(judged(undefined)).toEqual(['a', 'a', 'a', 'b'])
  expect(judged(new Set([whatFails({ ...own, message: 'x', location: shop.location })]))).toEqual([
    'a',
    undefined,
    undefined,
    undefined,
  ])
  expect(judged(new Set([whatFails({ ...file, message: 'z' })]))).toEqual([undefined, undefined, undefined, 'b'])
})

test('one that expired or meets nothing is reported and accepts nothing', () => {
  const late = accept([{ release: 'shop', reason: 'r', until: '2026-11-22' }])
  expect(late.failures[0]?.accepted).toBeUndefined()
  expect(late.warnings).toEqual([
    { message: expect.stringContaining('it expired after 2026-11-22'), location: { file: 'c.yaml' } },
  ])
  expect(accept([{ release: 'other', reason: 'r' }]).warnings).toMatchObject([
    { message: expect.stringContaining('nothing fails there') },
  ])
  expect(accept([{ release: 'other', reason: 'r' }], false).warnings).toEqual([])
})
