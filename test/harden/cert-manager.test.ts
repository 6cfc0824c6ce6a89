import { expect, test } from 'vitest'
import { certManagerMeasure } from '../../src/harden/cert-manager.ts'
import { worldOf } from '../world.ts'
import { findingOf, targetOf } from './target.ts'

const CERT_MANAGER = `apiVersion: apps/v1
kind: Deployment
metadata: { name: c, namespace: cert-manager }
spec:
  selector: { matchLabels: { a: b } }
  template:
    metadata: { labels: { a: b } }
    spec: { containers: [{ name: c, image: "registry.example.com/cert-manager-controller:v1" }] }
`
const finding = findingOf('cert-controller-reads-all-secrets')

test('with cert-manager, the webhook gets an issuer of its own', () => {
  const values = { eso: { extraObjects: [] } }
  const target = targetOf({ below: ['eso'], values, world: worldOf(CERT_MANAGER) })
  const measure = certManagerMeasure(target, [finding, findingOf('mutable-image')])
  expect(measure).toMatchObject({ findings: [finding], question: expect.stringContaining('CA injector') })
  const set = 'findings' in measure ? measure.values.map(({ key, value }) => [key.join('.'), value]) : []
  expect(Object.fromEntries(set)).toEqual({
    'eso.webhook.certManager.enabled': true,
    'eso.webhook.certManager.cert.issuerRef.kind': 'Issuer',
    'eso.webhook.certManager.cert.issuerRef.name': 'external-secrets-webhook',
    'eso.extraObjects': [expect.objectContaining({ kind: 'Issuer', spec: { selfSigned: {} } })],
  })
})

test('objects that are there already are not written out again', () => {
  const values = { extraObjects: [{ kind: 'Secret', stringData: { key: 'hunter2' } }] }
  const refused = certManagerMeasure(targetOf({ values, world: worldOf(CERT_MANAGER) }), [finding])
  expect(refused).toMatchObject([{ finding, reason: expect.stringContaining('extraObjects') }])
  expect(JSON.stringify(refused)).not.toContain('hunter2')
})

test('without cert-manager it is refused, and nothing is said where nobody asks or a rule knows an issuer', () => {
  expect(certManagerMeasure(targetOf(), [finding])).toMatchObject([
    { finding, reason: expect.stringContaining('cert-manager') },
  ])
  const offer = { safety: 'safe' as const, changes: [] }
  expect(certManagerMeasure(targetOf(), [findingOf('mutable-image'), { ...finding, offer }])).toEqual([])
})
