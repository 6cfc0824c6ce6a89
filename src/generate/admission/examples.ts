import { asMapping, asText } from '../../parse/untyped.ts'
import type { Body } from '../generator.ts'
import type { Policy } from './policy.ts'

/** An object of which a policy's verdict is known. */
export interface Example {
  readonly policy: Policy
  readonly isRefused: boolean
  readonly kind: string
  /** Tells examples apart: `eso-allowed-providers-refused`. */
  readonly name: string
  readonly namespace: string | undefined
  readonly body: Body
}

/** One object that each policy lets in and one that it refuses, where it has them. */
export const examplesOf = (policies: readonly Policy[]): Example[] =>
  policies.flatMap(policy => {
    const { admitted, refused } = policy.examples ?? {}
    return [
      ...(admitted ? [exampleOf(policy, admitted, false)] : []),
      ...(refused ? [exampleOf(policy, refused, true)] : []),
    ]
  })

function exampleOf(policy: Policy, body: Body, isRefused: boolean): Example {
  const name = `${policy.id}-${isRefused ? 'refused' : 'admitted'}`
  const metadata = asMapping(body.metadata)
  return {
    ...{ policy, isRefused, name, kind: asText(body.kind) ?? '' },
    namespace: asText(metadata?.namespace),
    body: { ...body, metadata: { ...(body.metadata as Body), name } },
  }
}
