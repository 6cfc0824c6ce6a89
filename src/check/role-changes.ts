import type { YamlValue } from '../finding.ts'
import { policyRules } from '../model/rbac/rbac.ts'
import { asList } from '../parse/untyped.ts'
import { chartValues } from './chart-values.ts'
import type { Result } from './check.ts'
import { type Changes, REMOVAL, setting, without } from './offer.ts'

/** Takes the subject that a fault names out of its binding, or the binding away where there is no other. */
export function withoutSubject({ manifest, path }: Result): Changes | undefined {
  if (!manifest || path.length !== 2) return undefined
  return asList(manifest.get('subjects')).length > 1 ? without(path) : REMOVAL
}

/** Takes a verb out of its rule, or the rule away where it has no other. */
export function withoutVerb({ manifest, path }: Result): Changes | undefined {
  if (!manifest || path.length !== 4) return undefined
  return asList(manifest.get(...path.slice(0, 3))).length > 1 ? without(path) : without(path.slice(0, 2))
}

const READS = ['get', 'list', 'watch']

/**
 * Leaves of the rule that a fault names only what does not write some resources: the others of it, or reading them.
 * Undefined for wildcards, since nobody can say what they are for.
 */
export function withoutWrites(
  { manifest, path }: Result,
  isWritten: (resource: string) => boolean,
): Changes | undefined {
  const rule = manifest && path[0] === 'rules' ? policyRules(manifest)[Number(path[1])] : undefined
  if (!rule || rule.resources.some(resource => resource.includes('*'))) return undefined
  const others = rule.resources.filter(resource => !isWritten(resource.split('/')[0] ?? ''))
  if (others.length === rule.resources.length) return undefined
  if (others.length > 0) return setting([...rule.path, 'resources'], others)
  const reads = READS.filter(verb => rule.verbs.includes(verb) || rule.verbs.includes('*'))
  return reads.length > 0 ? setting([...rule.path, 'verbs'], reads) : without(rule.path)
}

/** The keys of the operator's chart that its labels for built-in roles hang on, and the first versions that have them. */
const LABEL_KEYS: Readonly<Record<string, readonly [key: string, since: string]>> = {
  'rbac.authorization.k8s.io/aggregate-to-view': ['rbac.aggregateToView', '0.16.2'],
  'rbac.authorization.k8s.io/aggregate-to-edit': ['rbac.aggregateToEdit', '0.16.2'],
  'rbac.authorization.k8s.io/aggregate-to-admin': ['rbac.aggregateToAdmin', '2.8.0'],
}

/** Values that leave all these labels out, which do nothing on the Roles of a controller for one namespace. */
export function withoutLabels(fault: Result): Changes[number][] {
  return Object.values(LABEL_KEYS).flatMap(([key, since]) => chartValues(fault, { [key]: false }, since) ?? [])
}

const LOOKING = 'rbac.aggregateToView'

/** Keeps a role out of the built-in one that its label adds it to; one that writes needs other hands then, or is the operator's chart's. */
export function withoutAggregation(fault: Result): Changes | undefined {
  const [first, , label] = fault.path
  const [key, since] = LABEL_KEYS[String(label)] ?? []
  if (first !== 'metadata' || key === undefined) return undefined
  if (!fault.manifest) return undefined
  if (fault.manifest.template === undefined)
    return key === LOOKING || fault.world.eso.isOwnPart(fault.manifest) ? without(fault.path) : undefined
  const values: Readonly<Record<string, YamlValue>> = { [key]: false }
  return chartValues(fault, values, since)
}
