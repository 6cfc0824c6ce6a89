import type { Connection } from '../../providers/connection.ts'
import { GENERATORS } from '../../providers/generators/index.ts'
import { PROVIDERS } from '../../providers/table/index.ts'
import { optional } from './cel.ts'

/** A place in a store or generator where the fields of one service can stand. */
export interface Block {
  readonly connection: Connection
  /** For people: `vault`, `VaultDynamicSecret`. */
  readonly name: string
  /** The optional that holds it. */
  readonly base: string
  /** The only kind that has it there; undefined where no other kind has such a field. */
  readonly kind?: string
}

/** Every block that is known: of stores, of generators, and of generators inside of a ClusterGenerator. */
export const BLOCKS: readonly Block[] = [
  ...[...PROVIDERS.values()].map(provider => ({
    ...{ connection: provider, name: provider.name },
    base: optional('object', `spec.provider.${provider.name}`),
  })),
  ...[...GENERATORS.values()].flatMap(generator => {
    const { kind, block, clusterField } = generator
    const below = block === undefined ? '' : `.${block}`
    return [
      { connection: generator, name: kind, base: optional('object', `spec${below}`), kind },
      { connection: generator, name: kind, base: optional('object', `spec.generator.${clusterField}${below}`) },
    ]
  }),
]

/** An expression about a block, which is `otherwise` for objects that cannot have it. */
export const inBlock = ({ kind }: Block, expression: string, otherwise: string): string =>
  kind === undefined ? expression : `object.kind == '${kind}' ? ${expression} : ${otherwise}`
