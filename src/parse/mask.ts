import { isScalar, visit } from 'yaml'
import type { Manifest } from './manifest.ts'

const MASK = '***'

/**
 * The text of a manifest's document, line by line, with everything that may be secret replaced by `***`:
 * the content of Secrets, and in other kinds the values that hold credentials by their key's name.
 */
export function maskedLines(manifest: Manifest): readonly string[] {
  const known = cache.get(manifest)
  if (known) return known
  const { document } = manifest.parsed
  const spans: [number, number][] = []
  visit(document, {
    Scalar(key, node, ancestors) {
      if (key === 'key' || !node.range) return
      const path = ancestors.flatMap(ancestor => keyOf(ancestor))
      if (isSensitive(manifest.groupKind, path, node.value)) spans.push([node.range[0], node.range[1]])
    },
  })
  const lines = mask(manifest.text, spans).split('\n')
  cache.set(manifest, lines)
  return lines
}

const cache = new WeakMap<Manifest, readonly string[]>()

const keyOf = (node: unknown): string[] => {
  const key = (node as { key?: unknown }).key
  return isScalar(key) ? [String(key.value)] : []
}

const CREDENTIAL_KEY =
  /(?:^|[-_.])(?:value|data|body|pass|passwd|auth|authorization|bearer)$|password|passphrase|secret(?!Name|Key$|StoreRef)|token(?!Path|Name|Ref)|api[-_]?key|access[-_]?key|private[-_]?key|credential|cookie/i
const NAMES = new Set([
  'key',
  'name',
  'namespace',
  'kind',
  'apiVersion',
  'property',
  'version',
  'secretKey',
  'secretName',
])
const CREDENTIAL_ARGUMENT =
  /(?:password|passwd|token|secret|key|credential)s?[=:]\S|:\/\/[^/\s:@]+:[^/\s@]+@|-----BEGIN /i

/**
 * Whether the scalar at `path` may be secret material. `path` holds the keys above it, without list indices.
 * Names of things (of a Secret, of a key in it) are not secret; when in doubt it is.
 */
function isSensitive(groupKind: string, path: readonly string[], value: unknown): boolean {
  if (groupKind === 'core/Secret')
    return path[0] !== 'metadata' ? path[0] === 'data' || path[0] === 'stringData' : path.includes('annotations')
  if (typeof value === 'string' && CREDENTIAL_ARGUMENT.test(value)) return true
  const key = path.at(-1) ?? ''
  if (NAMES.has(key) || RBAC_KEYS.has(path[0] ?? '')) return false
  return path.some(step => step === 'stringData' || step === 'headers') || CREDENTIAL_KEY.test(key)
}

/** In roles and bindings `secrets` is the name of a resource. */
const RBAC_KEYS = new Set(['rules', 'subjects', 'roleRef', 'webhooks'])

function mask(text: string, spans: readonly [number, number][]): string {
  let masked = text
  for (const [start, end] of spans.toSorted((a, b) => b[0] - a[0])) {
    const hidden = text.slice(start, end)
    // Every line of a block scalar keeps its place, so that line numbers stay right.
    const cover = hidden.split('\n').map((line, i) => (i === 0 || line.trim() ? MASK : line))
    masked = masked.slice(0, start) + cover.join('\n') + masked.slice(end)
  }
  return masked
}
