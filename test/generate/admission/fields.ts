import type { JudgedKind, Policy } from '../../../src/generate/admission/policy.ts'
import { newestSchema } from '../../../src/model/schema/newest-crds.ts'
import { asMapping } from '../../../src/parse/untyped.ts'

/** A chain of fields that an expression reads: `spec.provider.vault.server`. */
interface Read {
  /** Undefined for one that begins at an item of a list. */
  readonly from: 'object' | undefined
  readonly chain: string
  /** The only kind that it is read of. */
  readonly kind: string | undefined
}

/** What the expressions of a policy read that no CRD of its kinds has. An optional field that there is not is silently absent. */
export function unknownFields(policy: Policy): string[] {
  const known = new Map(policy.kinds.map(kind => [kind.kind, [...fieldsOf(kind)]]))
  return readsOf(policy)
    .filter(({ chain, from, kind }) => {
      const fields = kind === undefined ? [...known.values()].flat() : (known.get(kind) ?? [])
      return !fields.some(field => (from === 'object' ? field === chain : field.endsWith(`.${chain}`)))
    })
    .map(({ chain, kind }) => (kind === undefined ? chain : `${kind} ${chain}`))
}

/** What the expressions of a policy read of the object that is written. */
export function readsOf({ variables, validations }: Policy): Read[] {
  const aliases = new Map<string, readonly string[]>([['object', ['']]])
  const reads: Read[] = []
  for (const { name, expression } of [...variables, ...validations.map(own => ({ ...own, name: '' }))]) {
    const found = expression.split('\n').flatMap(line => readsIn(line, aliases))
    reads.push(...found)
    if (/\.orValue\((?:\{\}|\[\])\)$/.test(expression) && !/\.(?:map|filter)\(/.test(expression))
      aliases.set(
        `variables.${name}`,
        found.filter(({ from, chain }) => from && chain !== 'kind').map(({ chain }) => chain),
      )
  }
  return reads.filter(({ chain, from }) => !(from && /^(?:metadata\b|kind$)/.test(chain)))
}

const CHAIN = /(?<![\w.'?])(variables\.\w+|[a-z]\w*)((?:\.\??[A-Za-z]\w*(?![\w(]))+)/g

function readsIn(line: string, aliases: ReadonlyMap<string, readonly string[]>): Read[] {
  const kind = /object\.kind == '(\w+)' \? (?!.*externalSecretSpec|.*pushSecretSpec)/.exec(line)?.[1]
  const plain = line.replace(/r'''.*?'''/g, "''").replace(/'(?:[^'\\]|\\.)*'/g, "''")
  return [...plain.matchAll(CHAIN)].flatMap(([, base = '', steps = '']): Read[] => {
    const chain = steps.replaceAll('?', '').slice(1)
    if (base === 'request' || base === 'variables') return []
    const starts = aliases.get(base)
    if (starts) return starts.map(start => ({ from: 'object', chain: start ? `${start}.${chain}` : chain, kind }))
    return [{ from: undefined, chain, kind }]
  })
}

function* fieldsOf({ group, kind }: JudgedKind): Generator<string> {
  for (const version of ['v1', 'v1alpha1']) {
    const schema = newestSchema(`${group}/${kind}`, version)
    if (schema) yield* below(schema.root, schema.parts, '')
  }
}

/** Items of lists and values of mappings count as the field itself. */
function* below(given: unknown, parts: readonly unknown[], path: string): Generator<string> {
  const reference = asMapping(given)?.$ref
  const schema = asMapping(typeof reference === 'number' ? parts[reference] : given)
  if (!schema) return
  if (path !== '') yield path
  for (const [key, child] of Object.entries(asMapping(schema.properties) ?? {}))
    yield* below(child, parts, path === '' ? key : `${path}.${key}`)
  yield* below(schema.items, parts, path)
  yield* below(schema.additionalProperties, parts, path)
}
