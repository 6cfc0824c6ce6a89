import { posix } from 'node:path'
import { targetNamespaces } from '../model/eso/target-namespaces.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { Problem } from './rule.ts'

/**
 * The namespaces that a request should not work in: those the config's list leaves out, and sensitive ones
 * (at `low` unless the config says which they are). One that the list names itself is allowed.
 */
export function* forbiddenNamespaces(
  manifest: Manifest,
  world: World,
  allowed: readonly string[] | undefined,
): Generator<Problem> {
  for (const { name, path } of targetNamespaces(manifest, world)) {
    const where = `it works in namespace ${name}`
    if (allowed?.includes(name)) continue
    if (allowed && !allowed.some(glob => posix.matchesGlob(name, glob)))
      yield { path, discriminator: name, message: `${where}, which is not among the allowed namespaces` }
    else if (world.isSensitiveNamespace(name))
      yield {
        path,
        discriminator: name,
        message: `${where}, whose Secrets ${world.eso.isOwnNamespace(name) ? 'are the operator’s own' : 'are the cluster’s own'}`,
        ...(world.config.sensitiveNamespaces === undefined && { severity: 'low' as const }),
      }
  }
}
