import type { Provider } from '../provider.ts'
import aws from './aws.ts'
import azurekv from './azurekv.ts'
import gcpsm from './gcpsm.ts'
import kubernetes from './kubernetes.ts'
import onepassword from './onepassword.ts'
import vault from './vault.ts'

/** Every provider that is known, by the key below `spec.provider`; one file of this folder each. */
export const PROVIDERS: ReadonlyMap<string, Provider> = new Map(
  [aws, azurekv, gcpsm, kubernetes, onepassword, vault].map(provider => [provider.name, provider]),
)
