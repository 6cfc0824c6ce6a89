import { expect, test } from 'vitest'
import { runsIn } from '../../../src/model/eso/installed-versions.ts'
import { worldOf } from '../../world.ts'

const operator = (tag: string, args: string[] = []): string =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: tag, namespace: `n${tag}` },
    spec: { template: { spec: { containers: [{ name: 'c', image: `mirror/external-secrets:${tag}`, args }] } } },
  })

const world = (...tags: string[]) => worldOf(tags.map(tag => operator(tag)).join('\n---\n'))

test.each([
  [['2.2.9'], 'yes'],
  [['2.3.0'], 'no'],
  [['2.3.0-rc1'], 'yes'],
  [['0.9.0'], 'no'],
  [['1.0.0', '2.9.0'], 'yes'],
  [['2.9.0', 'main'], 'unknown'],
  [['1.0.0', 'main'], 'yes'],
  [['main'], 'unknown'],
  [[], 'unknown'],
])('%j between 1.0.0 and 2.3.0: %s', (tags, expected) => {
  expect(runsIn({ since: '1.0.0', until: '2.3.0' }, world(...tags))).toBe(expected)
})

test('without limits every version is in, and a webhook alone is no operator', () => {
  expect(runsIn({}, world('2.9.0'))).toBe('yes')
  expect(runsIn({ until: '2.3.0' }, worldOf(operator('2.9.0', ['webhook'])))).toBe('unknown')
})
