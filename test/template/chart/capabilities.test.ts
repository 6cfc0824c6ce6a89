import { expect, test } from 'vitest'
import { capabilitiesObject, capabilitiesWith } from '../../../src/template/chart/capabilities.ts'
import { at, call, capabilitiesOf, originOf, plain } from './charts.ts'

test.each([
  ['v4.1.4', '&{{v1.35.0 v1.35.0 1 35} [v1 apps/v1] {v4.1.4 c clean go1.25.9 v1.35}}', '*common.Capabilities'],
  ['v3.18.0', '&{{v1.35.0 1 35} [v1 apps/v1] {v3.18.0 c clean go1.25.9}}', '*chartutil.Capabilities'],
])('helm %s prints %s', (version, printed, goType) => {
  expect(capabilitiesObject(capabilitiesOf(version))).toMatchObject({ printed, goType })
})

test('the version of Kubernetes, by all its names', () => {
  const version = at(capabilitiesObject(capabilitiesOf()), 'KubeVersion')
  expect(version).toMatchObject({ printed: 'v1.35.0', goType: 'common.KubeVersion' })
  expect(['Version', 'Major', 'Minor'].map(name => plain(at(version, name)))).toEqual(['v1.35.0', '1', '35'])
  expect(plain(call(version, 'GitVersion'))).toBe('v1.35.0')
  expect(originOf(at(version, 'Minor'))).toEqual(['capabilities KubeVersion Minor'])
})

test('API versions are a list that can be asked', () => {
  const versions = at(capabilitiesObject(capabilitiesOf()), 'APIVersions')
  expect(plain(versions)).toEqual(['v1', 'apps/v1'])
  expect(plain(call(versions, 'Has', 'apps/v1'))).toBe(true)
  expect(plain(call(versions, 'Has', 'apps/v2'))).toBe(false)
  expect(originOf(call(versions, 'Has', 'v1'))).toEqual(['capabilities APIVersions'])
  expect(() => call(versions, 'Has')).toThrow('expected string')
})

test.each([
  ['1.29', 'v1.29', 'v1.29.0'],
  ['v1.30.2', 'v1.30.2', 'v1.30.2'],
  ['1.30.2-eks-1+x', 'v1.30.2-eks-1+x', 'v1.30.2-eks-1+x'],
  ['1', undefined, 'v1.0.0'],
  ['1.30.2foo', 'v1.30.2foo', undefined],
  ['1.2.3.4', 'v1.2.3.4', undefined],
  ['1.x', undefined, undefined],
  ['01.2', undefined, 'v1.2.0'],
  ['1.02', 'v1.02', 'v1.2.0'],
])('--kube-version %s is %s for helm 4 and %s for helm 3', (kubeVersion, helm4, helm3) => {
  const changed = (version: string) => capabilitiesWith(capabilitiesOf(version), { kubeVersion, apiVersions: ['x/v1'] })
  for (const [version, expected] of [
    ['v4.1.4', helm4],
    ['v3.18.0', helm3],
  ] as const)
    if (expected === undefined) expect(() => changed(version)).toThrow('invalid kube version')
    else expect(changed(version)).toMatchObject({ kubeVersion: expected, apiVersions: ['v1', 'apps/v1', 'x/v1'] })
})
