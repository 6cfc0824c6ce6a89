import { TemplateError, Untraced } from '../errors.ts'
import type { Dict, Value } from '../value/value.ts'
import { readYaml } from '../yaml/read.ts'

/** What helm reads of a manifest to put it in its place. */
export interface Head {
  readonly kind: string
  /** The events of a hook, as they are written; undefined for what is none. */
  readonly hook: string | undefined
}

/** A definition of a kind that is no hook has nothing else to be read; such texts are most of what an operator prints. */
const PLAIN_CRD = /^apiVersion: apiextensions\.k8s\.io\/v1\nkind: CustomResourceDefinition\n/

/**
 * Reads the head of a manifest.
 * @throws TemplateError where helm refuses the YAML; Untraced where its types are not those of a manifest, of which Go may make
 * something else.
 */
export function headOf(manifest: string): Head {
  if (PLAIN_CRD.test(manifest) && !manifest.includes('helm.sh/hook'))
    return { kind: 'CustomResourceDefinition', hook: undefined }
  const body = readYaml(manifest)
  if (body.kind === 'nil') return { kind: '', hook: undefined }
  if (body.kind !== 'dict') throw new TemplateError('a manifest is no mapping')
  textIn(body, 'apiVersion')
  const metadata = dictIn(body, 'metadata')
  const annotations = metadata && dictIn(metadata, 'annotations')
  if (metadata) textIn(metadata, 'name')
  for (const value of annotations?.entries.values() ?? []) refuseOther(value, 'text')
  return { kind: textIn(body, 'kind') ?? '', hook: annotations && textIn(annotations, 'helm.sh/hook') }
}

/** Go finds the keys of a struct in any case. */
function entryIn(dict: Dict, name: string): Value | undefined {
  for (const key of dict.entries.keys())
    if (key !== name && key.toLowerCase() === name.toLowerCase())
      throw new Untraced(`a manifest has the key ${name} otherwise`)
  return dict.entries.get(name)
}

function textIn(dict: Dict, name: string): string | undefined {
  const value = entryIn(dict, name)
  if (value) refuseOther(value, 'text')
  return value?.kind === 'text' ? value.string : undefined
}

function dictIn(dict: Dict, name: string): Dict | undefined {
  const value = entryIn(dict, name)
  if (value) refuseOther(value, 'dict')
  return value?.kind === 'dict' ? value : undefined
}

function refuseOther(value: Value, kind: Value['kind']): void {
  if (value.kind !== kind && value.kind !== 'nil')
    throw new Untraced(`a manifest has a ${value.kind} in place of a ${kind}`)
}
