import type { Change, Finding, Fix, Path } from '../finding.ts'
import { parseManifests } from '../parse/manifest.ts'
import { maskedLines } from '../parse/mask.ts'
import { valueAt } from '../parse/untyped.ts'
import { parseText, SourceText } from '../parse/yaml.ts'
import { type Edited, editDocument, editYaml } from './edit.ts'
import type { ScalarValue } from './scalar-text.ts'

/**
 * Writes what a finding's rule offers into the text of the file that the finding stands in: a values file of who installs
 * the chart, or the plain manifest.
 */
export function editFor({ location, object, path }: Finding, { changes }: Fix, text: string): Edited {
  const [offer, ...others] = changes
  if (others.length > 0) return { refusal: 'it takes several changes' }
  if (offer.kind !== 'value' && offer.kind !== 'field') return { refusal: 'it takes more than a value' }
  if (offer.value !== undefined && !isScalarValue(offer.value)) return { refusal: 'the value is no scalar' }
  if (location?.via === 'values') {
    const key = pathOfKey(location.key ?? '')
    if (offer.kind === 'value' && !endsWith(key, offer.key)) return { refusal: 'another key decides it' }
    if (offer.kind === 'field' && (!isSame(offer.path, path) || offer.value === undefined || location.isMissing))
      return { refusal: 'the value decides more than the field' }
    const edited = editYaml(text, { path: inFile(text, key, offer), value: offer.value })
    return withoutSecrets(edited, new SourceText(text), 1)
  }
  if (location?.via !== 'manifest' || offer.kind !== 'field' || !object) return { refusal: 'it is made by a template' }
  const wanted = [object.apiVersion, object.kind, object.name, object.namespace, location.startLine]
  const { manifests } = parseManifests(text, { file: location.file, release: undefined })
  const manifest = manifests.find(found =>
    isSame([found.apiVersion, found.kind, found.name, found.namespace, found.lineOf(path)], wanted),
  )
  if (!manifest) return { refusal: 'the object is not there' }
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const start = offsetOfLine(text, manifest.startLine) + (manifest.startLine === 1 ? mark : 0)
  const change = { path: [...manifest.base, ...offer.path], value: offer.value }
  return withoutSecrets(editDocument(text, manifest.source.text, start, change), manifest.source, manifest.startLine)
}

/** The lines of an edit are shown: it is refused where one of them would have to be masked. @param first line of the source. */
function withoutSecrets(edited: Edited, source: SourceText, first: number): Edited {
  if ('refusal' in edited) return edited
  const { startLine, endLine } = edited.edit
  const touched = (lines: readonly string[]) => lines.slice(startLine - first, endLine - first + 1)
  const isShown = isSame(touched(source.text.split('\n')), touched(maskedLines({ source })))
  return isShown ? edited : { refusal: 'the lines hold what may be a secret' }
}

type ChangedValue = Extract<Change, { readonly kind: 'value' | 'field' }>

const isScalarValue = (value: unknown): value is ScalarValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** The values of a subchart that is in the repository are a file of their own, without the subchart's name. */
function inFile(text: string, key: Path, offer: ChangedValue): Path {
  const { body } = parseText(text.replace(/^\uFEFF/, ''))
  const names = key.length - (offer.kind === 'value' ? offer.key.length : 1)
  const depth = Array.from({ length: names + 1 }, (_, i) => i).find(i => valueAt(body, key.slice(i)) !== undefined)
  return key.slice(depth ?? 0)
}

const offsetOfLine = (text: string, line: number): number =>
  line === 1 ? 0 : text.split('\n', line - 1).join('\n').length + 1

/** `a.b\.c[0]` -> `['a', 'b.c', 0]`: what `dotted` of src/locate/layers.ts writes. */
export const pathOfKey = (key: string): Path =>
  [...key.matchAll(/\[(\d+)\]|((?:\\.|[^.[\\])+)/g)].map(([, index, name = '']) =>
    index === undefined ? name.replaceAll('\\.', '.') : Number(index),
  )

const endsWith = (path: Path, end: Path): boolean => path.length >= end.length && isSame(path.slice(-end.length), end)
const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => JSON.stringify(a) === JSON.stringify(b)
