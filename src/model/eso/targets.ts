import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asMapping, isPlaceholder, knownText } from '../../parse/untyped.ts'
import { FETCHING_KINDS, specPathOf } from './external-secrets.ts'

/** What an ExternalSecret, or each copy of a ClusterExternalSecret, writes. */
export interface Target {
  /** Of `target`, in the manifest; it need not be there. */
  readonly path: Path
  /** `Secret`, or the kind of a generic target; undefined when it is filled in later. */
  readonly kind: string | undefined
  /** Of the generic target; `v1` for a Secret. */
  readonly apiVersion: string | undefined
  /** Undefined when it is filled in later. */
  readonly name: string | undefined
  /** Owner, unless it says otherwise; undefined when it is filled in later. */
  readonly creationPolicy: string | undefined
}

/** Policies under which the operator replaces the whole data of a Secret that is there already. */
export const REPLACING_POLICIES: readonly string[] = ['Owner', 'Orphan']

/**
 * What an ExternalSecret writes, by default a Secret of its own name that it owns; undefined for other kinds.
 * Source: `Reconcile` in pkg/controllers/externalsecret/externalsecret_controller.go, ESO 2.9.0
 */
export function targetOf(manifest: Manifest): Target | undefined {
  const spec = FETCHING_KINDS.includes(manifest.groupKind) ? specPathOf(manifest) : undefined
  if (!spec || isPlaceholder(manifest.get(...spec, 'target'))) return undefined
  const path = [...spec, 'target']
  const generic = manifest.get(...path, 'manifest') ?? undefined
  return {
    path,
    kind: generic === undefined ? 'Secret' : knownText(asMapping(generic)?.kind),
    apiVersion: generic === undefined ? 'v1' : knownText(asMapping(generic)?.apiVersion),
    name: knownText(manifest.get(...path, 'name') || ownName(manifest)),
    creationPolicy: knownText(manifest.get(...path, 'creationPolicy') ?? 'Owner'),
  }
}

/** The name of the ExternalSecret, or of those that a ClusterExternalSecret makes. */
const ownName = (manifest: Manifest): unknown =>
  (manifest.kind === 'ClusterExternalSecret' && manifest.get('spec', 'externalSecretName')) || manifest.name

/** Whether a target is a Secret, be it named by a `manifest`; one that is filled in later is none yet. */
export const isSecret = ({ kind, apiVersion }: Target): boolean => kind === 'Secret' && apiVersion === 'v1'
