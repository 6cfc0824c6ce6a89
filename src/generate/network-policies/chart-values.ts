import type { Component, ComponentRole, Install } from '../../model/eso/eso.ts'
import { compareVersions } from '../../model/eso/version.ts'
import type { Body, GeneratedFile } from '../generator.ts'
import { kubernetesRules } from './kubernetes.ts'
import type { Traffic } from './opening.ts'

/** The first chart of the operator with values for network policies. */
const SINCE = '2.8.0'

/** The same policies as values of the operator's chart, for a release of it that knows them. */
export function chartValuesOf(install: Install, trafficOf: (component: Component) => Traffic): GeneratedFile[] {
  const { release, version, components } = install
  if (release === undefined || version === undefined || compareVersions(version, SINCE) < 0) return []
  const own: Body = Object.assign({}, ...components.map(component => valuesOf(component, trafficOf(component))))
  const body = chartsAbove(install).reduceRight<Body>((values, chart) => ({ [chart]: values }), own)
  const comment = [
    `Values of release ${release}, instead of the manifests: the chart makes the same policies from them (${SINCE} on).`,
  ]
  return [{ name: `network-policies.${release}.values.yaml`, purpose: 'values', documents: [{ comment, body }] }]
}

/** `networkPolicy` of the controller, and that of the other components below their keys. */
function valuesOf({ role }: Component, traffic: Traffic): Body {
  const policy = { networkPolicy: { enabled: true, ...kubernetesRules(traffic) } }
  const key = KEYS[role]
  return key === undefined ? policy : { [key]: policy }
}

const KEYS: Readonly<Record<ComponentRole, string | undefined>> = {
  controller: undefined,
  webhook: 'webhook',
  'cert-controller': 'certController',
}

/** The names of the subcharts that the operator lies in, outermost first: `parent/charts/external-secrets/templates/…`. */
function chartsAbove({ controller }: Install): string[] {
  const parts = controller?.pod.manifest.template?.split('/') ?? []
  return parts.flatMap((part, i) => (parts[i - 1] === 'charts' ? part : []))
}
