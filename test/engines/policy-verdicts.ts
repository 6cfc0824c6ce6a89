import type { Policy } from '../../src/generate/admission/policy.ts'
import { vapDocuments } from '../../src/generate/admission/vap.ts'
import { asMapping, asText, type Mapping } from '../../src/parse/untyped.ts'
import type { Oracle } from './oracle.ts'

/** A request that policies judge; see `write` in test/engines/k8s-oracle/admission.go. */
export interface Asked {
  readonly object: Mapping
  readonly operation?: 'CREATE' | 'UPDATE' | 'DELETE'
  readonly old?: Mapping
  readonly subresource?: string
  readonly user?: string
  readonly groups?: readonly string[]
}

export interface Verdict {
  readonly matched: boolean
  readonly denied: boolean
  readonly message?: string
}

/** What the API server's own code says of requests to one generated policy that denies. */
export async function verdictsOf(oracle: Oracle, policy: Policy, asked: readonly Asked[]): Promise<readonly Verdict[]> {
  const [made, binding] = vapDocuments({ ...policy, action: 'deny' }).map(({ body }) => body)
  return oracle.ask('admission', {
    policies: [made],
    bindings: [binding],
    namespaces: namespacesOf(asked),
    params: [],
    requests: asked.map(requestOf),
  })
}

/** No policy asks for their labels, but they have to be there. */
function namespacesOf(asked: readonly Asked[]): Mapping[] {
  const names = asked.flatMap(({ object }) => asText(asMapping(object.metadata)?.namespace) ?? [])
  return [...new Set(names)].map(name => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }))
}

function requestOf({ object, operation = 'CREATE', old, user = 'ann', ...rest }: Asked) {
  const kept = asMapping(withoutNulls(object)) ?? {}
  return {
    ...{ ...rest, operation, user },
    resource: `${String(kept.kind).toLowerCase()}s`,
    ...(operation !== 'DELETE' && { object: kept }),
    ...(operation !== 'CREATE' && { old: old ? withoutNulls(old) : kept }),
  }
}

/** The API server drops nulls of custom resources before it asks policies. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])),
  )
}
