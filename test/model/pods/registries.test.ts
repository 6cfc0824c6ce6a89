import { describe, expect, test } from 'vitest'
import { isFromRegistry } from '../../../src/model/pods/registries.ts'

describe('isFromRegistry', () => {
  test.each([
    ['ghcr.io/external-secrets/external-secrets:v2.9.0', 'ghcr.io'],
    ['ghcr.io/external-secrets/external-secrets:v2.9.0', 'ghcr.io/external-secrets'],
    ['ghcr.io/external-secrets/external-secrets:v2.9.0', 'ghcr.io/external-secrets/'],
    ['ghcr.io/external-secrets/external-secrets:v2.9.0', 'ghcr.io/external-secrets/*'],
    ['ghcr.io/external-secrets/external-secrets@sha256:ab', 'ghcr.io/external-secrets/external-secrets'],
    ['GHCR.io/external-secrets/external-secrets', 'ghcr.IO'],
    ['registry:5000/external-secrets:v1', 'registry:5000'],
    ['localhost/external-secrets', 'localhost'],
    ['nginx', 'docker.io'],
    ['nginx:1', 'docker.io/library'],
    ['docker.io/nginx', 'docker.io/library'],
    ['index.docker.io/bitnami/kubectl', 'docker.io/bitnami'],
    ['bitnami/kubectl', 'bitnami'],
    ['docker.io/bitnami/kubectl', 'docker.io/bitnami'],
    ['nginx.example.com', 'docker.io'],
  ])('%s is from %s', (image, registry) => {
    expect(isFromRegistry(image, registry)).toBe(true)
  })

  test.each([
    ['ghcr.io/external-secrets-evil/external-secrets', 'ghcr.io/external-secrets'],
    ['ghcr.io.example.com/external-secrets', 'ghcr.io'],
    ['evil/ghcr.io/external-secrets', 'ghcr.io'],
    ['registry/external-secrets:5000', 'registry:5000'],
    ['registry.example.com:5000/external-secrets', 'registry.example.com'],
    ['ghcr.io/external-secrets', 'docker.io'],
    ['nginx', 'docker.io/nginx'],
    ['localhost/nginx', 'docker.io'],
    ['ghcr.io/nginx', 'ghcr.io/library'],
    ['nginx.example.com', 'nginx.example.com'],
    ['nginx', ''],
  ])('%s is not from %s', (image, registry) => {
    expect(isFromRegistry(image, registry)).toBe(false)
  })
})
