import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping, isPlaceholder } from '../parse/untyped.ts'
import { chartValues } from './chart-values.ts'
import type { Result } from './check.ts'
import { unsafe } from './offer.ts'

const ISSUERS = ['cert-manager.io/ClusterIssuer', 'cert-manager.io/Issuer'] as const

/**
 * Lets cert-manager make the webhook's certificate, which leaves the cert-controller and its rights out. Undefined unless the
 * set has one issuer that can sign a name inside of the cluster; with several, somebody has to choose.
 */
export function fromCertManager(fault: Result) {
  const { manifest, world } = fault
  const [issuer, ...others] = issuersFor(manifest?.release?.namespace, world)
  if (!issuer || others.length > 0) return undefined
  const issuerRef = 'webhook.certManager.cert.issuerRef'
  return unsafe(
    `Does cert-manager run in this cluster before the operator does, and may its ${issuer.kind} ${issuer.name} sign the webhook's certificate?`,
    chartValues(fault, {
      'webhook.certManager.enabled': true,
      [`${issuerRef}.kind`]: issuer.kind,
      [`${issuerRef}.name`]: issuer.name,
    }),
  )
}

/** Those with an authority of their own: no public one signs a name inside of a cluster. https://cert-manager.io/docs/configuration/ */
const issuersFor = (namespace: string | undefined, world: World): Manifest[] =>
  ISSUERS.flatMap(kind => world.of(kind)).filter(
    issuer =>
      (issuer.kind === 'ClusterIssuer' || issuer.namespace === namespace) &&
      !isPlaceholder(issuer.name) &&
      ['ca', 'selfSigned', 'vault'].some(field => asMapping(issuer.get('spec', field))),
  )
