import { parseSchema, schemaTexts } from '../../parse/crd.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, valueAt } from '../../parse/untyped.ts'
import { ESO_GROUP, GENERATORS_GROUP } from '../eso/eso.ts'
import type { SchemaTable } from './structural.ts'

/** One entry of a CRD's `versions`. */
export interface CrdVersion {
  readonly name: string
  readonly isServed: boolean
}

/** A CustomResourceDefinition of one of the operator's kinds. */
export interface Crd {
  readonly manifest: Manifest
  /** `group/Kind` of the objects it defines. */
  readonly defines: string
  readonly versions: readonly CrdVersion[]
}

export const CRD_KIND = 'apiextensions.k8s.io/CustomResourceDefinition'

/** What a manifest defines; undefined when it is no CRD of the operator's groups. */
export function crdOf(manifest: Manifest): Crd | undefined {
  const group = asText(manifest.get('spec', 'group'))
  const kind = asText(manifest.get('spec', 'names', 'kind'))
  if (manifest.groupKind !== CRD_KIND || kind === undefined) return undefined
  if (group !== ESO_GROUP && group !== GENERATORS_GROUP) return undefined
  const versions = asList(manifest.get('spec', 'versions')).map(version => ({
    name: asText(valueAt(version, ['name'])) ?? '',
    isServed: valueAt(version, ['served']) !== false,
  }))
  return { manifest, defines: `${group}/${kind}`, versions }
}

/** The schema of a version; of a store's providers only those named. Undefined when there is none, or it cannot be read. */
export function crdSchema(
  { manifest, versions }: Crd,
  version: string,
  providers: ReadonlySet<string>,
): SchemaTable | undefined {
  const i = versions.findIndex(({ name }) => name === version)
  const texts = manifest.crd === undefined ? [] : schemaTexts(manifest.crd)
  const text = texts.length === versions.length ? texts[i] : undefined
  const written = manifest.get('spec', 'versions', i, 'schema', 'openAPIV3Schema')
  const root = asMapping(written) ?? (text === undefined ? undefined : parseSchema(text, providers))
  return root && { root, parts: [] }
}
