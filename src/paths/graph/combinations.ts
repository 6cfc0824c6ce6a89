import type { Access } from '../../model/rbac/rbac.ts'
import { BIND, CREATE_BINDINGS, CREATE_SECRETS, GET_SECRETS } from '../accesses.ts'
import type { Context } from '../attack.ts'
import type { Hold, Holding } from '../holdings.ts'
import { type GraphBuilder, knownSubjects, type Place } from './builder.ts'
import { placeOf } from './powers.ts'
import { accountsOf, anything } from './wholes.ts'

/** What two rights give together, which need not come from one role. */
interface Combination {
  readonly first: Access
  readonly second: Access
  readonly says: string
  /** The node that is reached; undefined where a namespace is not enough. */
  readonly to: (builder: GraphBuilder, namespace: string | undefined) => string | undefined
}

const COMBINATIONS: readonly Combination[] = [
  {
    ...{ first: CREATE_SECRETS, second: GET_SECRETS, to: accountsOf },
    says: 'can create a token Secret and read it, for',
  },
  {
    ...{ first: BIND, second: CREATE_BINDINGS, says: 'can bind itself to any ClusterRole, and so gets at' },
    to: (builder, namespace) => (namespace === undefined ? anything(builder) : undefined),
  },
]

/** Says of subjects what they reach by two rights together. */
export function addCombinations(builder: GraphBuilder, { holdings }: Context): void {
  for (const subject of knownSubjects(holdings))
    for (const { first, second, says, to } of COMBINATIONS)
      for (const { namespace, place } of together(holdings.of(subject, first), holdings.of(subject, second), first)) {
        const id = to(builder, namespace)
        if (id !== undefined && builder.has(builder.subject(subject)))
          builder.reach(builder.subject(subject), id, says, place)
      }
}

interface Shared {
  /** Undefined: all of them. */
  readonly namespace: string | undefined
  readonly place: Place
}

/** Where both are held. */
function together(one: Hold, other: Hold, access: Access): Shared[] {
  const shared = (holding: Holding, namespace: string | undefined): Shared => ({
    namespace,
    place: placeOf(holding.right, access),
  })
  if (one.everywhere && other.everywhere) return [shared(one.everywhere, undefined)]
  const names = new Set([...one.namespaces.keys(), ...other.namespaces.keys()])
  return [...names].flatMap(name => {
    const holding = one.everywhere ?? one.namespaces.get(name)
    return holding && (other.everywhere ?? other.namespaces.get(name)) ? [shared(holding, name)] : []
  })
}
