import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { groupOf } from '../finding.ts'
import { holdsCredential, isCredentialKey, isOnlyActions, isPlainSetting } from './credentials.ts'
import { childOf, isMergeKey } from './location.ts'
import type { SourceText } from './yaml.ts'

const MASK = '***'

/**
 * The text of a manifest's document or a values file, line by line, with everything that may be secret replaced by `***`: the content
 * of Secrets, and in other kinds the values that hold credentials by their key's name or by their looks.
 * Line numbers stay right. Names of things (of a Secret, of a key in it) stay legible.
 */
export function maskedLines({ source }: { readonly source: SourceText }): readonly string[] {
  const { document } = source.located
  const known = cache.get(document)
  if (known) return known
  const lines = linesOf(source.text, document)
  cache.set(document, lines)
  return lines
}

/** The items of a List share one document. */
const cache = new WeakMap<Document.Parsed, readonly string[]>()

function linesOf(text: string, document: Document.Parsed): string[] {
  try {
    const masker = new Masker(document)
    masker.visit(document.contents, ROOT)
    return cover(text, [...masker.spans])
      .split('\n')
      .map(line => maskComment(line, masker.hasSecret))
  } catch {
    // Nested so deeply that it was barely parsed: nothing of it is worth a risk.
    return text.split('\n').map(() => MASK)
  }
}

/** Where a node stands: the object it belongs to and the keys from there, without list indices. */
interface Place {
  readonly groupKind: string
  readonly path: readonly string[]
  readonly isSecret: boolean
  /** The `name` beside a `value`, as in a container's environment. */
  readonly sibling?: string | undefined
}

const ROOT: Place = { groupKind: '', path: [], isSecret: false }

/** Collects the offsets of what must not be shown. */
class Masker {
  readonly spans = new Map<number, number>()
  hasSecret = false
  readonly #document: Document.Parsed
  readonly #seen = new Set<string>()

  constructor(document: Document.Parsed) {
    this.#document = document
  }

  visit(node: unknown, place: Place): void {
    if (isAlias(node)) this.#visitAnchor(node, place)
    else if (isMap(node)) this.#visitMap(node, place)
    else if (isSeq(node)) for (const item of node.items) this.visit(item, place)
    else if (isScalar(node) && (place.isSecret || isSensitive(place, node.value))) {
      const [start, end] = node.range ?? [0, 0]
      if (start < end) this.spans.set(start, end)
    }
  }

  /** What is secret where it is used is secret where it is written. */
  #visitAnchor(alias: Alias, place: Place): void {
    const target = alias.resolve(this.#document)
    const key = JSON.stringify([target?.range?.[0], place])
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.visit(target, place)
  }

  #visitMap(map: YAMLMap, outer: Place): void {
    const place = this.#objectIn(map, outer)
    this.hasSecret ||= place.groupKind === SECRET
    const sibling = this.#textOf(map, 'name')
    for (const { key, value } of map.items) {
      if (!isScalar(key)) this.visit(key, place)
      this.visit(value, isMergeKey(key) ? place : step(place, isScalar(key) ? String(key.value) : '', sibling))
    }
  }

  /** An object may stand inside another: the items of a List, manifests in a chart's values. */
  #objectIn(map: YAMLMap, outer: Place): Place {
    const kind = this.#textOf(map, 'kind')
    if (kind === undefined || !OBJECT_KEYS.some(key => childOf(this.#document, map, key))) return outer
    const group = groupOf(this.#textOf(map, 'apiVersion') ?? '') || 'core'
    return { groupKind: `${group}/${kind.replace(/(?<=.)List$/, '')}`, path: [], isSecret: outer.isSecret }
  }

  #textOf(map: YAMLMap, key: string): string | undefined {
    const node = childOf(this.#document, map, key)?.value
    const scalar = isAlias(node) ? node.resolve(this.#document) : node
    return isScalar(scalar) && typeof scalar.value === 'string' ? scalar.value : undefined
  }
}

const SECRET = 'core/Secret'
/** A mapping with a kind and one of these is an object; without, it is a reference to one. */
const OBJECT_KEYS = ['metadata', 'items', 'data', 'stringData']

function step(place: Place, key: string, sibling: string | undefined): Place {
  const path = place.path.length === 0 && key === 'items' ? [] : [...place.path, key]
  return { ...place, path, sibling, isSecret: place.isSecret || isSecretSubtree(place.groupKind, path) }
}

function isSecretSubtree(groupKind: string, path: readonly string[]): boolean {
  const key = path.at(-1) ?? ''
  if (groupKind === SECRET && (path.length === 1 ? key === 'data' : path[0] === 'metadata' && key === 'annotations'))
    return true
  return SECRET_SUBTREES.has(key) || key.endsWith('/last-applied-configuration')
}

/** Secrets' text, headers of requests, and what the fake provider answers. */
const SECRET_SUBTREES = new Set(['stringData', 'headers', 'valueMap'])

/** In roles and bindings `secrets` is the name of a resource. */
const LEGIBLE_LISTS = new Set(['rules', 'subjects', 'roleRef', 'webhooks'])

/** Whether the scalar at a place may be secret material. When in doubt it is. */
function isSensitive({ groupKind, path, sibling }: Place, value: unknown): boolean {
  if (value === null || /^(?:true|false)$/.test(String(value)) || isOnlyActions(value)) return false
  if (LEGIBLE_LISTS.has(path[0] ?? '')) return false
  const key = path.at(-1) ?? ''
  if (holdsCredential(key, value)) return true
  if (groupKind === SECRET || (key === 'secretKey' && groupKind.startsWith('external-secrets.io/'))) return false
  if (key === 'value' && path.at(-2) === 'env') return !isPlainSetting(sibling, value)
  return isCredentialKey(key)
}

function cover(text: string, spans: [number, number][]): string {
  const parts: string[] = []
  let rest = 0
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    // Every line of a block scalar keeps its place, so that line numbers stay right.
    const lines = text.slice(start, end).split('\n')
    parts.push(text.slice(rest, start), lines.map((line, i) => (i === 0 || line.trim() ? MASK : line)).join('\n'))
    rest = end
  }
  return [...parts, text.slice(rest)].join('')
}

/** A comment may hold yesterday's password: in a Secret's document each one is hidden, elsewhere those that look like it. */
function maskComment(line: string, hasSecret: boolean): string {
  const [comment] = /(?:^|(?<=\s))#.*/.exec(line) ?? []
  if (comment === undefined || comment.startsWith('# Source: ')) return line
  return hasSecret || holdsCredential('', comment) ? line.replace(comment, () => `# ${MASK}`) : line
}
