import { Untraced } from '../errors.ts'
import { formatFloat } from '../value/float.ts'
import type { Provenance } from '../value/provenance.ts'
import type { Site } from '../value/site.ts'
import { Bool, Dict, List, Nil, Num, Opaque, Text, type Value } from '../value/value.ts'
import { YamlError } from './failure.ts'
import { formatJson } from './numbers.ts'
import { type Resolved, resolvePlain } from './resolve.ts'
import type { AliasNode, MappingNode, Node, ScalarNode, SequenceNode } from './tree.ts'

const CORE = 'tag:yaml.org,2002:'

/** Where a piece of YAML comes from. */
export interface Origin {
  readonly provenance: Provenance | undefined
  /** What printed it, for texts to keep. */
  readonly site: Site | undefined
}

/** The origin of what stands between two UTF-16 offsets. */
export type OriginAt = (start: number, end: number) => Origin

/** How numbers come out: helm 3.18.0 keeps those of values as `json.Number`. */
export type Numbers = 'float64' | 'json.Number'

/** Where many nodes are read through aliases, Go refuses at a ratio that depends on their number; far before that is enough here. */
const MOST_ALIASED = 100_000

/** Turns nodes into values as helm has them after the round trip through JSON: keys are strings, numbers float64. */
export class Decoder {
  readonly #originAt: OriginAt | undefined
  readonly #numbers: Numbers
  readonly #open = new Set<unknown>()
  #aliased = 0

  constructor(originAt: OriginAt | undefined, numbers: Numbers) {
    this.#originAt = originAt
    this.#numbers = numbers
  }

  /** @throws YamlError, Untraced */
  decode(node: Node, fallback?: Node): Value {
    if (this.#open.size > 0 && ++this.#aliased > MOST_ALIASED) throw new Untraced('the YAML has too many aliases')
    switch (node.kind) {
      case 'alias':
        return this.#through(node, target => this.decode(target))
      case 'scalar':
        return this.#scalar(node, fallback)
      case 'sequence':
        return this.#sequence(node)
      case 'mapping':
        return this.#mapping(node)
    }
  }

  #origin(node: Node): Origin | undefined {
    return this.#originAt?.(node.start, node.kind === 'scalar' ? Math.max(node.end, node.start + 1) : node.start + 1)
  }

  #through<T>({ name, target }: AliasNode, use: (node: Node) => T): T {
    if (this.#open.has(target) || !target.node)
      throw new YamlError(`yaml: anchor '${name}' value contains itself`, true)
    this.#open.add(target)
    try {
      return use(target.node)
    } finally {
      this.#open.delete(target)
    }
  }

  /** A value that is left out has the origin of its key. */
  #scalar(node: ScalarNode, fallback: Node | undefined): Value {
    const origin = this.#origin(node.start === node.end && fallback ? fallback : node)
    const provenance = origin?.provenance
    const resolved = resolveScalar(node)
    switch (resolved.type) {
      case 'nil':
        return new Nil(provenance)
      case 'bool':
        return new Bool(resolved.value, provenance)
      case 'int':
        return this.#number(Number(resolved.value), String(resolved.value), provenance)
      case 'float':
        if (!Number.isFinite(resolved.value)) throw new Untraced('a number that JSON does not have')
        return this.#number(resolved.value, formatJson(resolved.value), provenance)
      default: {
        const { text } = node
        if (!origin?.site) return new Text(text, provenance)
        return new Text([{ text, site: origin.site, linesBefore: 0, provenance }])
      }
    }
  }

  #number(value: number, spelling: string, provenance: Provenance | undefined): Value {
    if (this.#numbers === 'float64') return new Num(value, 'float64', provenance)
    return new Opaque({ goType: 'json.Number', printed: spelling, inner: value, provenance })
  }

  #sequence(node: SequenceNode): Value {
    return new List(
      node.items.map(item => this.decode(item)),
      this.#origin(node)?.provenance,
    )
  }

  #mapping(node: MappingNode): Value {
    const entries = new Map<string, Value>()
    this.#fill(entries, new Map(), node)
    return new Dict(entries, this.#origin(node)?.provenance)
  }

  /** Sets keys in the order of the text, `<<` among them, so that a later one wins. `types` has the types of the keys so far. */
  #fill(entries: Map<string, Value>, types: Map<string, string>, node: MappingNode): void {
    for (const [keyNode, valueNode] of node.pairs) {
      if (isMerge(keyNode)) {
        this.#merge(entries, types, valueNode)
        continue
      }
      const [key, type] = this.#key(keyNode)
      const before = types.get(key)
      if (before !== undefined && before !== type) throw new Untraced(`two keys that are both written "${key}"`)
      types.set(key, type)
      entries.set(key, this.decode(valueNode, keyNode))
    }
  }

  #key(node: Node): readonly [key: string, type: string] {
    if (node.kind === 'alias') return this.#through(node, target => this.#key(target))
    if (node.kind !== 'scalar') throw new YamlError('yaml: invalid map key')
    const resolved = resolveScalar(node)
    switch (resolved.type) {
      case 'nil':
        throw new Untraced('a key that is null')
      case 'int':
        if (resolved.value >= 2n ** 63n) throw new Untraced('a key that is a large number')
        return [String(resolved.value), 'int']
      case 'float':
        return [formatFloatKey(resolved.value), 'float']
      case 'bool':
        return [String(resolved.value), 'bool']
      default:
        return [node.text, 'string']
    }
  }

  #merge(entries: Map<string, Value>, types: Map<string, string>, node: Node): void {
    if (node.kind === 'mapping') this.#fill(entries, types, node)
    else if (node.kind === 'alias') this.#through(node, target => this.#mergeMapping(entries, types, target))
    else if (node.kind === 'sequence') {
      for (const item of node.items.toReversed()) {
        if (item.kind === 'alias') this.#through(item, target => this.#mergeMapping(entries, types, target))
        else this.#mergeMapping(entries, types, item)
      }
    } else throw noMerge()
  }

  #mergeMapping(entries: Map<string, Value>, types: Map<string, string>, node: Node): void {
    if (node.kind !== 'mapping') throw noMerge()
    this.#fill(entries, types, node)
  }
}

const noMerge = (): YamlError => new YamlError('yaml: map merge requires map or sequence of maps as the value', true)

const isMerge = (node: Node): boolean =>
  node.kind === 'scalar' &&
  node.text === '<<' &&
  ((node.isPlain && (node.tag === '' || node.tag === '!')) || node.tag === `${CORE}merge`)

/** sigs.k8s.io/yaml writes keys that are floats with the digits of a float32. */
function formatFloatKey(value: number): string {
  const single = Math.fround(value)
  if (Number.isNaN(single)) return '.nan'
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf'
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(single.toPrecision(digits))
    if (Math.fround(shorter) === single) return formatFloat(shorter)
  }
  return formatFloat(Number(single.toPrecision(9)))
}

/** What a scalar is, by its tag, else by its text when it has no quotes. */
function resolveScalar({ tag, text, isPlain }: ScalarNode): Resolved {
  if (tag === '' && isPlain) return resolvePlain(text)
  const type = TYPES.get(tag)
  if (type === undefined) {
    if (tag.startsWith(CORE) && tag !== `${CORE}str`) throw new Untraced(`a scalar with the tag ${tag}`)
    return { type: 'string' }
  }
  const resolved = resolvePlain(text)
  if (resolved.type === type || (type === 'float' && resolved.type === 'int')) return resolved
  throw new YamlError('yaml: cannot decode a scalar as its tag says')
}

const TYPES: ReadonlyMap<string, Resolved['type']> = new Map([
  [`${CORE}null`, 'nil'],
  [`${CORE}bool`, 'bool'],
  [`${CORE}int`, 'int'],
  [`${CORE}float`, 'float'],
])
