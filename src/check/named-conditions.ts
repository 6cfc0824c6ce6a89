import type { YamlValue } from '../finding.ts'
import { asList, asMapping, asTexts, isPlaceholder } from '../parse/untyped.ts'
import type { Result } from './check.ts'
import { setting, unsafe } from './offer.ts'
import { userNamespaces } from './store-accounts.ts'
import { joined, shortened } from './words.ts'

const NAMED = 6

/**
 * Names the namespaces that use a ClusterSecretStore in the set instead of the condition at fault, or of none. Undefined where
 * nobody is known to use it: then it serves nobody, or somebody that only its owner knows.
 */
export function namedConditions({ manifest, path, world }: Result) {
  const users = manifest ? userNamespaces(manifest, world).filter(name => !isPlaceholder(name)) : []
  if (!manifest || users.length === 0) return undefined
  const conditions = asList(manifest.get('spec', 'conditions'))
  const at = path[2]
  const names = [...new Set([...asTexts(asMapping(conditions[Number(at)])?.namespaces), ...users])].sort()
  const others = at === undefined ? [] : conditions
  const wanted =
    others.length === 0
      ? [{ namespaces: names }]
      : others.map((condition, i) => (i === at ? { namespaces: names } : condition))
  const who = joined(shortened(names, NAMED))
  return unsafe(
    `Do only the namespaces ${who} use this store? What is not in this set loses it.`,
    setting(['spec', 'conditions'], wanted as YamlValue),
  )
}
