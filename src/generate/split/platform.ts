import { joined, shortened } from '../../check/words.ts'
import { nameOf } from '../../finding.ts'
import { FETCHING_KINDS, PUSHING_KINDS, referencesOf } from '../../model/eso/external-secrets.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import type { GeneratedFile } from '../generator.ts'

/** What is left of the install of the whole cluster, and what stands against leaving less. */
export interface Platform {
  readonly files: readonly GeneratedFile[]
  readonly notes: readonly string[]
}

/** More are not read by anybody. */
const NAMED = 10

/**
 * Once every namespace with requests has a controller of its own, the install of the whole cluster is CRDs and webhook
 * alone. Until then its controller keeps its rights to all Secrets, and a note says for whom.
 */
export function platformOf(world: World, served: ReadonlySet<string>): Platform {
  const requests = [...FETCHING_KINDS, ...PUSHING_KINDS].flatMap(kind => world.of(kind))
  const elsewhere = requests.filter(({ namespace }) => namespace === undefined || !served.has(namespace))
  const shared = requests.filter(request => !elsewhere.includes(request) && usesClusterWide(request))
  const notes = [
    ...(elsewhere.length > 0 ? [`the controller of the whole cluster must stay for ${named(elsewhere)}`] : []),
    ...(shared.length > 0 ? [`${WITHIN}: ${named(shared)}`] : []),
  ]
  if (notes.length > 0) return { files: [], notes }
  return { files: [WITHOUT_CONTROLLER], notes: world.has('complete') ? [] : [INCOMPLETE] }
}

const WITHIN =
  'a controller of one namespace can use no ClusterSecretStore and no ClusterGenerator, so that these need some of their namespace'
const INCOMPLETE =
  'the set need not hold all that the cluster does: what has no controller of a team is served by nobody once split/platform.values.yaml is applied'

const named = (manifests: readonly Manifest[]): string => joined(shortened(manifests.map(nameOf), NAMED))

function usesClusterWide(request: Manifest): boolean {
  const { stores, generators } = referencesOf(request)
  return [...stores, ...generators].some(({ kind }) => kind === 'ClusterSecretStore' || kind === 'ClusterGenerator')
}

const WITHOUT_CONTROLLER: GeneratedFile = {
  ...{ name: 'split/platform.values.yaml', purpose: 'values' },
  documents: [
    {
      comment: [
        'For the install of the whole cluster, beside its own values: CRDs, webhook and cert-controller stay, the controller and its rights to the Secrets of all namespaces go.',
        'Apply it last, when the controllers of the teams run.',
      ],
      body: {
        createOperator: false,
        rbac: { create: false },
        serviceAccount: { create: false },
      },
    },
  ],
}
