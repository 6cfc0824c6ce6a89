import { expect, test } from 'vitest'
import { policiesFor } from '../../../src/generate/admission/policies.ts'
import type { Policy } from '../../../src/generate/admission/policy.ts'
import { World } from '../../../src/model/world.ts'
import { PROVIDERS } from '../../../src/providers/table/index.ts'
import { readsOf, unknownFields } from './fields.ts'

const POLICIES = policiesFor(
  new World([], {
    config: {
      allowedEndpoints: ['vault.example.com'],
      teams: { shop: { namespaces: ['shop'], keyPrefixes: ['shop/'], stores: ['vault'] } },
    },
  }),
).policies

/** Providers of older versions, which the newest CRDs do not have. */
const GONE = [...PROVIDERS.values()].flatMap(({ name, until }) => (until === undefined ? [] : name))

test.each(POLICIES.map(policy => [policy.id, policy] as const))('%s reads no field that no CRD has', (_, policy) => {
  expect(unknownFields(policy).filter(field => !GONE.some(name => field.startsWith(`spec.provider.${name}.`)))).toEqual(
    [],
  )
  expect(readsOf(policy).length).toBeGreaterThan(0)
})

const spelling =
  (right: string, wrong: string) =>
  (policy: Policy): string[] => {
    const change = (text: string): string => text.replaceAll(right, wrong)
    return unknownFields({
      ...policy,
      variables: policy.variables.map(variable => ({ ...variable, expression: change(variable.expression) })),
      validations: policy.validations.map(own => ({ ...own, expression: change(own.expression) })),
    })
  }

test.each([
  ['.?vault.?server', '.?vault.?sever', 'eso-allowed-endpoints'],
  ['.?quayAccessTokenSpec.', '.?quaySpec.', 'eso-allowed-endpoints'],
  ['.?creationPolicy', '.?creationPolcy', 'eso-creation-policy'],
  ['.?externalSecretSpec', '.?spec', 'eso-external-secret-templates'],
  ['.?templateFrom', '.?templatesFrom', 'eso-external-secret-templates'],
  ['.?literal', '.?literals', 'eso-external-secret-templates'],
  ['.?namespaceRegexes', '.?namespaceRegex', 'eso-store-conditions'],
  ['.?remoteKey', '.?key', 'eso-push-secret-keys'],
  ['.?storeRef', '.?storesRef', 'eso-external-secret-keys'],
])('a misspelt field is noticed: %s as %s', (right, wrong, id) => {
  expect(POLICIES.filter(policy => policy.id === id).flatMap(spelling(right, wrong))).not.toEqual([])
})
