import { inUse } from '../../check/in-use.ts'
import { STORE_KINDS } from '../../model/eso/eso.ts'
import type { World } from '../../model/world.ts'
import { providerOf } from '../../providers/store.ts'
import { PROVIDERS } from '../../providers/table/index.ts'
import { ON_WRITTEN_SPEC, type PolicyMaker, STORES } from './policy.ts'

/** Stores may use the providers that the config allows, else those that are in use, else every one but the test data. */
export const allowedProviders: PolicyMaker = world => {
  const { providers, origin } = allowed(world)
  const [first] = providers
  if (first === undefined)
    return { notes: ['the config allows no provider at all: no policy is made that refuses every store'] }
  return {
    policy: {
      id: 'eso-allowed-providers',
      comment: [`Stores may use these providers only: ${origin}.`],
      kinds: STORES,
      ...ON_WRITTEN_SPEC,
      settings: [{ name: 'providers', value: providers }],
      variables: [{ name: 'used', expression: 'dyn(object.?spec.?provider.orValue({})).map(p, p)' }],
      validations: [
        {
          expression: 'variables.used.all(p, p in variables.providers)',
          message: "'provider not allowed: ' + variables.used.filter(p, !(p in variables.providers)).join(', ')",
        },
      ],
      action: 'deny',
      holds: [{ id: 'unapproved-provider' }],
      examples: { admitted: storeWith(first), refused: storeWith('unheard-of') },
    },
  }
}

function allowed(world: World): { providers: readonly string[]; origin: string } {
  const { allowedProviders } = world.config
  if (allowedProviders)
    return { providers: [...new Set(allowedProviders)].sort(), origin: 'allowedProviders of the config' }
  const stores = STORE_KINDS.flatMap(kind => world.of(kind))
  const { providers } = inUse(world)
  if (providers.length > 0 && stores.every(store => providerOf(store)))
    return { providers, origin: 'those that the set uses' }
  const known = [...PROVIDERS.keys()].filter(name => name !== 'fake').sort()
  const why = stores.length > 0 ? 'some store does not say yet which it uses' : 'no store is in the set'
  return { providers: known, origin: `all that are known but the test data of fake, as ${why}` }
}

const storeWith = (provider: string) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'SecretStore',
  metadata: { name: provider, namespace: 'shop' },
  spec: { provider: { [provider]: {} } },
})
