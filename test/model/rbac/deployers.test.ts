import { expect, test } from 'vitest'
import { deployerOf } from '../../../src/model/rbac/deployers.ts'

test.each([
  ['kustomize-controller', 'flux-system', 'Flux'],
  ['argocd-application-controller', 'openshift-gitops', 'Argo CD'],
  // Everybody may call an account so, and everybody's account may be in that namespace.
  ['kustomize-controller', 'shop', undefined],
  ['robot', 'flux-system', undefined],
  ['kustomize-controller', undefined, undefined],
])('%s in %s: %s', (name, namespace, product) => {
  expect(deployerOf(name, namespace)).toBe(product)
})
