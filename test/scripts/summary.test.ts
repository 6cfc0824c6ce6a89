import { expect, test } from 'vitest'
import { summary } from '../../scripts/summary.ts'
import { finding, installFinding } from '../report/assessment.ts'

test('one line for each finding and each failure, under the counts', () => {
  const failures = [
    { release: 'shop', message: 'in the words of some helm', location: null },
    { release: null, message: 'not YAML', location: { file: 'a.yaml', startLine: 2, via: 'manifest' as const } },
  ]
  const findings = [finding({ message: 'two\nlines' }), installFinding()]
  expect(summary({ name: 'org/shop', findings, failures })).toBe(`org/shop: 2 findings, 2 failures
high | cluster-wide-secret-access | deploy/role.yaml:12 | ClusterRole eso-controller | two lines
medium | eso-without-network-policy | (no place in the repository) | | nothing restricts the traffic of the operator in namespace eso
failure | | a.yaml:2
failure | shop | (no place in the repository)
`)
})

test('nothing found is said, too', () => {
  expect(summary({ name: 'a', findings: [], failures: [] })).toBe('a: 0 findings, 0 failures\n')
})
