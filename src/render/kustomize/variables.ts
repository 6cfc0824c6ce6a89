import { splitDocuments } from '../../parse/documents.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, type Mapping, valueAt } from '../../parse/untyped.ts'
import { parseText } from '../../parse/yaml.ts'
import type { PlainPart } from '../part.ts'
import type { Variables } from './substitute.ts'

/**
 * What a Flux Kustomization fills in; undefined where it fills in nothing. ConfigMaps count that are plain files of the
 * repository; what is in Secrets is not looked at.
 * @param isNear whether a file belongs to the same cluster, where several ConfigMaps have one name
 */
export function variablesOf(
  kustomization: Manifest,
  parts: readonly PlainPart[],
  isNear: (file: string) => boolean,
): Variables | undefined {
  const postBuild = asMapping(kustomization.get('spec', 'postBuild'))
  if (!postBuild) return undefined
  const from = asList(postBuild.substituteFrom).map(item => configMap(asMapping(item) ?? {}, parts, isNear))
  const values = new Map<string, string>()
  for (const data of [...from, asMapping(postBuild.substitute)])
    for (const [name, value] of Object.entries(data ?? {}))
      if (typeof value !== 'object' || value === null) values.set(name, String(value ?? ''))
  return { values, isComplete: from.every(data => data !== undefined) }
}

function configMap(
  { kind, name }: Mapping,
  parts: readonly PlainPart[],
  isNear: (file: string) => boolean,
): Mapping | undefined {
  const wanted = asText(name)
  if (kind !== 'ConfigMap' || wanted === undefined) return undefined
  const found = parts
    .filter(({ text }) => text.includes('ConfigMap') && text.includes(wanted))
    .flatMap(({ file, text }) => configMapsIn(text, wanted).map(body => ({ file, body })))
  const near = found.filter(({ file }) => isNear(file))
  const [only, ...others] = near.length > 0 ? near : found
  return others.length > 0 || asMapping(only?.body.sops) ? undefined : asMapping(only?.body.data)
}

const configMapsIn = (text: string, name: string): Mapping[] =>
  splitDocuments(text)
    .filter(document => document.text.includes('ConfigMap') && document.text.includes(name))
    .flatMap((document): Mapping[] => [asMapping(parseText(document.text).body) ?? []].flat())
    .filter(body => body.kind === 'ConfigMap' && valueAt(body, ['metadata', 'name']) === name)
