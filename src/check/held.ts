import { nameOf } from '../finding.ts'
import type { Rbac } from '../model/rbac/rbac.ts'
import { builtInRoleOf, type Right } from '../model/rbac/rights.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText } from '../parse/untyped.ts'
import type { Related } from './rule.ts'

/** The rules behind rights, each once; those built into Kubernetes have no place. */
export function rulesBehind(rights: readonly Right[], message: string): Related[] {
  const seen = new Set<string>()
  return rights.flatMap(({ role, rule }) => {
    const key = role ? `${nameOf(role)} ${JSON.stringify(rule.path)}` : ''
    if (!role || seen.has(key)) return []
    seen.add(key)
    return [{ manifest: role, path: rule.path, message }]
  })
}

/** How messages call what a binding hands out: `the built-in role edit`, `ClusterRole reader`. */
export function boundRoleName(binding: Manifest, rbac: Rbac): string {
  const builtIn = builtInRoleOf(binding, rbac)
  if (builtIn !== undefined) return `the built-in role ${builtIn}`
  return `${asText(binding.get('roleRef', 'kind')) ?? 'role'} ${asText(binding.get('roleRef', 'name')) ?? ''}`
}
