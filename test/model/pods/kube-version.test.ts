import { expect, test } from 'vitest'
import { minorOf } from '../../../src/model/pods/kube-version.ts'

test.each([
  ['1.33', 33],
  ['v1.33.2', 33],
  ['1.29+', 29],
  ['v1.34.1-eks-3cfe0ce', 34],
  ['1.32.1+k3s1', 32],
  ['1.36', 36],
  ['1.22.0', 22],
  ['1.19', 22],
])('%s', (version, minor) => {
  expect(minorOf(version)).toBe(minor)
})

test.each([undefined, '', 'latest', '2.0', '1.x', '11.33', '${VERSION}', '1.99999'])('%s: the newest', version => {
  expect(minorOf(version)).toBe(Number.POSITIVE_INFINITY)
})
