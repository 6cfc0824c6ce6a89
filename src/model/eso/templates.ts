import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText } from '../../parse/untyped.ts'
import { PUSHING_KINDS, specPathOf } from './external-secrets.ts'

/** A Go template that the operator fills with secret data. */
export interface TemplateText {
  readonly path: Path
  readonly text: string
}

/** Path of the `template` of an ExternalSecret's target or a PushSecret; undefined for other kinds. */
export function templatePathOf(manifest: Manifest): Path | undefined {
  const spec = specPathOf(manifest)
  if (!spec) return undefined
  return isPush(manifest) ? [...spec, 'template'] : [...spec, 'target', 'template']
}

const isPush = ({ groupKind }: Manifest): boolean => PUSHING_KINDS.includes(groupKind)

/**
 * The texts of a manifest that template engine v2 renders: values of data, labels and annotations, literals, and
 * rewrites of keys. What stands in ConfigMaps and Secrets is not here. Source: `ApplyTemplate` in
 * pkg/controllers/externalsecret/externalsecret_controller_template.go and `RewriteMap` in runtime/esutils/utils.go, ESO 2.9.0
 */
export function templatesOf(manifest: Manifest): TemplateText[] {
  const spec = specPathOf(manifest)
  const template = templatePathOf(manifest)
  if (!spec || !template) return []
  return [
    ...ofTemplate(manifest, template),
    ...ofRewrites(manifest, [...spec, isPush(manifest) ? 'dataTo' : 'dataFrom']),
  ]
}

function ofTemplate(manifest: Manifest, path: Path): TemplateText[] {
  // Engine v1, gone with 0.16, has none of the functions.
  if (manifest.get(...path, 'engineVersion') === 'v1') return []
  const maps = [['data'], ['metadata', 'labels'], ['metadata', 'annotations']]
  return [
    ...maps.flatMap(keys => valuesAt(manifest, [...path, ...keys])),
    ...asList(manifest.get(...path, 'templateFrom')).flatMap((_, i) =>
      textAt(manifest, [...path, 'templateFrom', i, 'literal']),
    ),
  ]
}

const valuesAt = (manifest: Manifest, path: Path): TemplateText[] =>
  Object.keys(asMapping(manifest.get(...path)) ?? {}).flatMap(key => textAt(manifest, [...path, key]))

const ofRewrites = (manifest: Manifest, list: Path): TemplateText[] =>
  asList(manifest.get(...list)).flatMap((_, i) =>
    asList(manifest.get(...list, i, 'rewrite')).flatMap((_, j) =>
      textAt(manifest, [...list, i, 'rewrite', j, 'transform', 'template']),
    ),
  )

function textAt(manifest: Manifest, path: Path): TemplateText[] {
  const text = asText(manifest.get(...path))
  return text === undefined ? [] : [{ path, text }]
}
