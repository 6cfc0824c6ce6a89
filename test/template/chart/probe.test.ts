import { expect, test } from 'vitest'
import { probeChart, readProbe } from '../../../src/template/chart/probe.ts'
import { HELMS } from '../../helm.ts'
import { tree } from '../../tree.ts'
import { runHelm } from './run-helm.ts'

test.each(HELMS)('helm $minor says what it can do', async ({ minor, path }) => {
  const capabilities = readProbe(await runHelm(path, tree(Object.fromEntries(probeChart()))))
  expect(capabilities.helm.version).toMatch(new RegExp(`^v${minor.replace('.', '\\.')}\\.`))
  expect(capabilities.helm.goVersion).toMatch(/^go1/)
  expect(capabilities.kubeVersion).toMatch(/^v1\.\d+\.0$/)
  expect(capabilities.apiVersions).toContain('apps/v1')
})

test.each(['', 'capabilities:', 'Error: x'])('%j is no answer', output => {
  expect(() => readProbe(output)).toThrow('helm does not say')
})
