import { createHash } from 'node:crypto'
import { fingerprint } from '../finding.ts'
import type { Install } from '../model/eso/eso.ts'
import { asMapping, valueAt } from '../parse/untyped.ts'
import type { Result } from './check.ts'

/** The fingerprint of a result; see `fingerprint`. */
export const fingerprintOf = ({ rule, manifest, install, path, problem }: Result, cluster: string): string =>
  fingerprint({
    rule: rule.id,
    cluster,
    object: manifest,
    path: stablePath((manifest ?? problem.values)?.body, path),
    discriminator:
      manifest || !install ? (problem.discriminator ?? '') : `${installKey(install)} ${problem.discriminator ?? ''}`,
  })

/** Installs without an object to name are told apart by where they are. */
const installKey = ({ release, namespace }: Install): string => `${release ?? ''}/${namespace ?? ''}`

/** A path whose list indices are replaced by the item's `name`, or a digest of its content, so that re-ordering a list changes nothing. */
export function stablePath(body: unknown, path: readonly (string | number)[]): string[] {
  return path.map((step, i) => {
    if (typeof step === 'string') return step
    const item = valueAt(body, path.slice(0, i + 1))
    const name = asMapping(item)?.name
    return typeof name === 'string' ? `[name=${name}]` : `[${digest(item)}]`
  })
}

const digest = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex').slice(0, 12)

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const mapping = asMapping(value)
  if (!mapping) return JSON.stringify(value) ?? 'null'
  const keys = Object.keys(mapping).sort()
  return `{${keys.map(key => `${JSON.stringify(key)}:${canonical(mapping[key])}`).join(',')}}`
}
