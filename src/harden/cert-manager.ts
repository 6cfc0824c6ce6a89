import type { Finding } from '../finding.ts'
import { parseImage } from '../model/pods/workloads.ts'
import type { World } from '../model/world.ts'
import { asList, valueAt } from '../parse/untyped.ts'
import type { Measure, Refused } from './measure.ts'
import type { Target } from './targets.ts'

/** Rules whose findings are about the cert-controller's rights: without it they are gone. */
const RULES = ['cert-controller-reads-all-secrets', 'webhook-configuration-write-access']

/** Of the certificate that only the webhook shows, nobody else has to know who signed it. */
const ISSUER = 'external-secrets-webhook'

/**
 * Has cert-manager make the webhook's certificate, so that the cert-controller with its rights is not installed: with an
 * issuer of its own, as the chart brings none. Refused where cert-manager is not among what is checked.
 * Source: values.yaml of the operator's charts 0.9.20 to 2.9.0; https://cert-manager.io/docs/configuration/selfsigned/
 */
export function certManagerMeasure(target: Target, findings: readonly Finding[]): Measure | Refused[] {
  const own = findings.filter(
    ({ rule, rendered, offer }) =>
      offer === undefined && RULES.includes(rule) && rendered?.release === target.release.name,
  )
  if (own.length === 0) return []
  if (!runsCertManager(target.world)) return own.map(finding => ({ finding, reason: ABSENT }))
  const key = (...steps: readonly string[]) => [...target.below, ...steps]
  // A list is given as a whole, and what is in this one may be secret.
  if (asList(valueAt(target.values, key('extraObjects'))).length > 0)
    return own.map(finding => ({ finding, reason: OCCUPIED }))
  const issuer = {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Issuer',
    metadata: { name: ISSUER, namespace: target.release.namespace },
    spec: { selfSigned: {} },
  }
  const certificate = ['webhook', 'certManager', 'cert', 'issuerRef']
  return {
    values: [
      { target, key: key('webhook', 'certManager', 'enabled'), value: true },
      { target, key: key(...certificate, 'kind'), value: 'Issuer' },
      { target, key: key(...certificate, 'name'), value: ISSUER },
      { target, key: key('extraObjects'), value: [issuer] },
    ],
    generators: [],
    findings: own,
    answers: [],
    reason: undefined,
    question: 'Is cert-manager there, with its CA injector, before the operator is installed?',
  }
}

const ABSENT =
  'cert-manager, which could make the certificate of the webhook in place of the cert-controller (webhook.certManager.enabled), is not among what is checked'

const OCCUPIED =
  'cert-manager could make the certificate of the webhook in place of the cert-controller (webhook.certManager.enabled), with an Issuer among the extraObjects, which hold others already'

const runsCertManager = (world: World): boolean =>
  ['Issuer', 'ClusterIssuer'].some(kind => world.of(`cert-manager.io/${kind}`).length > 0) ||
  world.pods.some(({ containers }) =>
    containers.some(
      ({ image }) =>
        image !== undefined && parseImage(image).repository.split('/').at(-1) === 'cert-manager-controller',
    ),
  )
