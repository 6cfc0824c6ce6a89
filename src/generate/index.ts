import type { Generator } from './generator.ts'
import { namespace } from './namespace.ts'
import { networkPolicies } from './network-policies/network-policies.ts'

/** All there is to generate, in the order of `--help`. */
export const GENERATORS: readonly Generator[] = [networkPolicies, namespace]
