import type { Finding } from '../../src/finding.ts'
import type { Target } from '../../src/harden/targets.ts'
import { worldOf } from '../world.ts'

/** A release that installs the operator, of which only what a test asks for is known. */
export const targetOf = (more: Partial<Target> = {}): Target => ({
  id: 'eso',
  release: {
    ...{ name: 'eso', namespace: 'eso', declaredIn: 'Chart.yaml', variant: 'default' },
    ...{ values: [], set: {}, setTexts: [], kubeVersion: undefined, apiVersions: [], claim: undefined, clusters: [] },
    chart: {
      ...{ path: '/eso', file: 'Chart.yaml', name: 'eso', version: '2.9.0' },
      ...{ isPackaged: false, isLibrary: false, isChart: true },
    },
  },
  ...{ below: [], version: '2.9.0', values: {}, defaults: {}, world: worldOf('') },
  ...more,
})

/** A finding of a rule in what the release renders. */
export const findingOf = (rule: string, more: Partial<Finding> = {}): Finding => ({
  ...{ rule, severity: 'high', message: 'm', remedy: 'r', guide: [], threats: [], object: null, path: [] },
  ...{ location: null, places: [], related: [], fingerprint: `${rule} 0`, isNew: null, frame: [] },
  rendered: { release: 'eso', template: 'eso/templates/a.yaml', line: 1 },
  ...more,
})
