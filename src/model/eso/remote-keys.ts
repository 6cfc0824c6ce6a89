import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, isPlaceholder } from '../../parse/untyped.ts'
import { itemsOf, PUSHING_KINDS, specPathOf } from './external-secrets.ts'

/** What a request asks a provider for, or writes to it. */
export interface RemoteKey {
  readonly path: Path
  /** Undefined where it is filled in later. */
  readonly key: string | undefined
  /** A key, the folder a search stays in, or an expression that found names must match. */
  readonly form: 'key' | 'folder' | 'expression'
}

/** The remote keys of an ExternalSecret or PushSecret, or of a kind that is copied into namespaces. */
export function remoteKeys(manifest: Manifest): RemoteKey[] {
  if (PUSHING_KINDS.includes(manifest.groupKind)) return pushedKeys(manifest)
  return itemsOf(manifest).flatMap(({ path, how }) => {
    if (how === 'data') return keyAt(manifest, [...path, 'remoteRef', 'key'])
    if (how === 'extract') return keyAt(manifest, [...path, 'extract', 'key'])
    return how === 'find' ? searched(manifest, [...path, 'find']) : []
  })
}

function pushedKeys(manifest: Manifest): RemoteKey[] {
  const spec = specPathOf(manifest) ?? []
  const items = (list: string): Path[] => asList(manifest.get(...spec, list)).map((_, i) => [...spec, list, i])
  return [
    ...items('data').flatMap(path => keyAt(manifest, [...path, 'match', 'remoteRef', 'remoteKey'])),
    ...items('dataTo').flatMap(path => keyAt(manifest, [...path, 'remoteKey'])),
  ]
}

function keyAt(manifest: Manifest, path: Path): RemoteKey[] {
  const value = manifest.get(...path) ?? undefined
  if (value === undefined) return []
  return [{ path, key: isPlaceholder(value) ? undefined : asText(value), form: 'key' }]
}

/** A search by tags alone may lead anywhere, and so may one without limits. */
function searched(manifest: Manifest, path: Path): RemoteKey[] {
  const find = asMapping(manifest.get(...path)) ?? {}
  if (find.path) return keyAt(manifest, [...path, 'path']).map(key => ({ ...key, form: 'folder' as const }))
  const expression = keyAt(manifest, [...path, 'name', 'regexp'])
  return expression.length > 0
    ? expression.map(key => ({ ...key, form: 'expression' as const }))
    : [{ path, key: '', form: 'expression' }]
}

/** Whether a key can only lead to what begins with the prefix; one with `..` in it may leave its folder. */
export function isBelow({ key, form }: RemoteKey, prefix: string): boolean {
  if (key === undefined) return true
  if (form === 'expression') return startsExpression(key, prefix)
  if (key.split(/[/\\]/).includes('..')) return false
  return key.startsWith(prefix) || (form === 'folder' && `${key}/` === prefix)
}

/** `^prefix…`, with or without escapes; an alternative beside it may lead elsewhere. */
const startsExpression = (expression: string, prefix: string): boolean => {
  const escaped = prefix.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  const beginnings = [prefix, escaped, prefix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]
  return !expression.includes('|') && beginnings.some(beginning => expression.startsWith(`^${beginning}`))
}
