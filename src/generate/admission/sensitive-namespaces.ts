import { SENSITIVE_NAMESPACES, type World } from '../../model/world.ts'

/** Those of which World.isSensitiveNamespace says so, sorted. */
export function sensitiveNamespaces({ config, eso }: World): string[] {
  const own = eso.installs.flatMap(({ namespace }) => namespace ?? [])
  return [...new Set(config.sensitiveNamespaces ?? [...SENSITIVE_NAMESPACES, ...own])].sort()
}
