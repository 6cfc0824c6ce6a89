import { expect, test } from 'vitest'
import { rotatorOf } from '../../../src/model/eso/rotation.ts'
import { worldOf } from '../../world.ts'

const found = (yaml: string, secret = 'approle', namespace: string | undefined = 'shop'): string | undefined =>
  rotatorOf(secret, namespace, worldOf(yaml))?.name

const request = (spec: string, namespace = 'shop'): string =>
  `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: writer, namespace: ${namespace} }\nspec: ${spec}\n`

const job = (container: string): string =>
  `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: job, namespace: other }\nspec: { jobTemplate: { spec: { template: { spec: { containers: [${container}] } } } } }\n`

test('an ExternalSecret that writes the Secret', () => {
  expect(found(request('{ target: { name: approle } }'))).toBe('writer')
  expect(found(request('{}'), 'writer')).toBe('writer')
  expect(found(request('{ target: { name: other } }'))).toBeUndefined()
  expect(found(request('{ target: { name: approle } }', 'other'))).toBeUndefined()
  expect(rotatorOf('approle', undefined, worldOf(request('{ target: { name: approle } }', 'other')))?.name).toBe(
    'writer',
  )
  expect(found(request('{ target: { name: approle, manifest: { apiVersion: v1, kind: ConfigMap } } }'))).toBeUndefined()
})

test('a CronJob that is told its name', () => {
  expect(found(job('{ args: [--secret=approle] }'))).toBe('job')
  expect(found(job('{ command: [sh, -c, "kubectl patch secret/approle"] }'))).toBe('job')
  expect(found(job('{ env: [{ name: SECRET, value: approle }] }'))).toBe('job')
  expect(found(job('{ args: [--secret=approle-of-another] }'))).toBeUndefined()
  expect(found(job('{ image: approle }'))).toBeUndefined()
  expect(found(job('text'))).toBeUndefined()
})
