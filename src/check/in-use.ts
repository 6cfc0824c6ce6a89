import { posix } from 'node:path'
import { AUDIT_POLICY_KIND } from '../model/admission/audit.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import { FETCHING_KINDS, PUSHING_KINDS } from '../model/eso/external-secrets.ts'
import { targetNamespaces } from '../model/eso/target-namespaces.ts'
import { parseImage } from '../model/pods/workloads.ts'
import type { World } from '../model/world.ts'
import { isPlaceholder } from '../parse/untyped.ts'
import { CONNECTED_KINDS, providerOf } from '../providers/store.ts'
import { endpointsOf } from './endpoints.ts'

/** What the lists of what is allowed would have to hold today; each sorted. */
export interface InUse {
  readonly providers: readonly string[]
  readonly endpoints: readonly string[]
  readonly registries: readonly string[]
  readonly externalSecretNamespaces: readonly string[]
  readonly pushSecretNamespaces: readonly string[]
  /** Where the operator runs. */
  readonly operatorNamespaces: readonly string[]
  /** Files with an audit policy, as they are named in the repository. */
  readonly auditPolicies: readonly string[]
}

export function inUse(world: World): InUse {
  const of = (kinds: readonly string[]) => kinds.flatMap(kind => world.of(kind))
  const namespaces = (kinds: readonly string[]) =>
    sorted(of(kinds).flatMap(manifest => targetNamespaces(manifest, world).map(({ name }) => name)))
  return {
    providers: sorted(of(STORE_KINDS).map(store => providerOf(store)?.name)),
    endpoints: sorted(of(CONNECTED_KINDS).flatMap(manifest => endpointsOf(manifest, world).map(({ host }) => host))),
    registries: sorted(imagesOfOperator(world).map(registryOf)),
    externalSecretNamespaces: namespaces(FETCHING_KINDS),
    pushSecretNamespaces: namespaces(PUSHING_KINDS),
    operatorNamespaces: sorted(world.eso.installs.map(({ namespace }) => namespace)),
    auditPolicies: sorted(world.of(AUDIT_POLICY_KIND).map(({ file }) => file)),
  }
}

const imagesOfOperator = ({ pods, eso }: World): string[] =>
  pods
    .filter(({ manifest }) => eso.componentOf(manifest))
    .flatMap(({ containers }) => containers.flatMap(({ image }) => (image && !isPlaceholder(image) ? image : [])))

/** The folder of an image in its registry, which holds the operator's other images as well. */
function registryOf(image: string): string {
  const { repository } = parseImage(image)
  return repository.includes('/') ? posix.dirname(repository) : repository
}

const sorted = (words: readonly (string | undefined)[]): string[] =>
  [...new Set(words.filter(word => word !== undefined && word !== ''))].sort() as string[]
