import { describe, expect, test } from 'vitest'
import { isSecret, targetOf } from '../../../src/model/eso/targets.ts'
import { manifestsOf } from '../../world.ts'

const targetIn = (kind: string, spec: object) => {
  const body = { apiVersion: 'external-secrets.io/v1', kind, metadata: { name: 'own' }, spec }
  return manifestsOf(JSON.stringify(body)).map(targetOf)[0]
}

describe('an ExternalSecret writes', () => {
  test.each([
    [{}, { kind: 'Secret', name: 'own', creationPolicy: 'Owner' }],
    [{ target: { name: 'a', creationPolicy: 'Merge' } }, { kind: 'Secret', name: 'a', creationPolicy: 'Merge' }],
    [{ target: { name: '', creationPolicy: null } }, { kind: 'Secret', name: 'own', creationPolicy: 'Owner' }],
    [{ target: { name: '${NAME}' } }, { kind: 'Secret', name: undefined }],
    [{ target: { creationPolicy: '${POLICY}' } }, { creationPolicy: undefined }],
    [{ target: { manifest: { apiVersion: 'v1', kind: 'ConfigMap' } } }, { kind: 'ConfigMap', apiVersion: 'v1' }],
    [{ target: { manifest: { apiVersion: 'v1', kind: '${KIND}' } } }, { kind: undefined }],
    [{ target: { manifest: null } }, { kind: 'Secret', apiVersion: 'v1' }],
    [{ target: 'text' }, { kind: 'Secret', name: 'own' }],
  ])('%j', (spec, expected) => {
    expect(targetIn('ExternalSecret', spec)).toMatchObject(expected)
    expect(targetIn('ClusterExternalSecret', { externalSecretSpec: spec })).toMatchObject(expected)
  })

  test('a target that is filled in later, or another kind, is none', () => {
    expect(targetIn('ExternalSecret', { target: '{{ .Values.target }}' })).toBeUndefined()
    expect(targetIn('PushSecret', { target: { name: 'a' } })).toBeUndefined()
  })

  test('copies have the name that the ClusterExternalSecret gives them', () => {
    expect(targetIn('ClusterExternalSecret', { externalSecretName: 'copy' })?.name).toBe('copy')
    expect(targetIn('ExternalSecret', { externalSecretName: 'copy' })?.name).toBe('own')
  })
})

test.each([
  [{}, true],
  [{ manifest: { apiVersion: 'v1', kind: 'Secret' } }, true],
  [{ manifest: { apiVersion: 'example.com/v1', kind: 'Secret' } }, false],
  [{ manifest: { apiVersion: 'v1', kind: 'ConfigMap' } }, false],
  [{ manifest: {} }, false],
])('target %j is a Secret: %j', (target, expected) => {
  const found = targetIn('ExternalSecret', { target })
  expect(found && isSecret(found)).toBe(expected)
})
