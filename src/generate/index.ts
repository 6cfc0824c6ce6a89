import { admission } from './admission/admission.ts'
import { alerts } from './alerts/alerts.ts'
import { auditPolicy } from './audit-policy/audit-policy.ts'
import type { Generator } from './generator.ts'
import { namespace } from './namespace.ts'
import { networkPolicies } from './network-policies/network-policies.ts'
import { rbac } from './rbac/rbac.ts'
import { split } from './split/split.ts'

/** All there is to generate, in the order of `--help`. */
export const GENERATORS: readonly Generator[] = [
  networkPolicies,
  rbac,
  admission,
  auditPolicy,
  alerts,
  split,
  namespace,
]
