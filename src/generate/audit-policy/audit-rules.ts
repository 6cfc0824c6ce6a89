import { inlineSecretsIn } from '../../check/inline-secrets.ts'
import { ESO_GROUP, GENERATORS_GROUP } from '../../model/eso/eso.ts'
import { ESO_RESOURCES, groupOfResource } from '../../model/rbac/eso-resources.ts'
import type { World } from '../../model/world.ts'
import { CONNECTED_KINDS } from '../../providers/store.ts'
import type { Body } from '../generator.ts'

const CHANGES = ['create', 'update', 'patch', 'delete', 'deletecollection']

/** The end of a request says all that its beginning does. */
const omitStages = ['RequestReceived']

/**
 * Secrets and tokens without what they hold, and with it changes of the operator's kinds: those whose objects hold
 * secrets themselves in this set without it. https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/
 */
export function auditRules(world: World): Body[] {
  const telling = tellingResources(world)
  const named = (group: string, isTelling: boolean): string[] =>
    ESO_RESOURCES.filter(resource => groupOfResource(resource) === group)
      .map(({ resource }) => resource)
      .filter(resource => telling.has(resource) === isTelling)
  const about = (isTelling: boolean): Body[] =>
    [ESO_GROUP, GENERATORS_GROUP].flatMap(group => {
      const resources = named(group, isTelling)
      return resources.length > 0 ? [{ group, resources }] : []
    })
  return [
    { level: 'Metadata', omitStages, resources: SECRETS },
    ...(telling.size > 0 ? [{ level: 'Metadata', omitStages, verbs: CHANGES, resources: about(true) }] : []),
    { level: 'Request', omitStages, verbs: CHANGES, resources: about(false) },
  ]
}

const SECRETS: Body[] = [
  { group: '', resources: ['secrets', 'serviceaccounts/token'] },
  { group: 'authentication.k8s.io', resources: ['tokenreviews'] },
]

/** The resources of which an object of the set has a secret written into it; RBAC's names are the kinds' plurals. */
const tellingResources = (world: World): ReadonlySet<string> =>
  new Set(
    CONNECTED_KINDS.flatMap(kind => world.of(kind))
      .filter(manifest => inlineSecretsIn(manifest).some(({ isTestData }) => !isTestData))
      .map(({ kind }) => `${kind.toLowerCase()}s`),
  )
