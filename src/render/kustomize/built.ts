import type { DocumentText } from '../../discover/declared/inline-values.ts'
import { Composition, type Piece, samePath } from '../../parse/composition.ts'
import { Manifest, parseManifests } from '../../parse/manifest.ts'
import { asList, asMapping, asText, type Mapping, valueAt } from '../../parse/untyped.ts'
import { parseText, SourceText } from '../../parse/yaml.ts'
import { type Patch, patchesInFile, patchInside, pieceOf } from './patches.ts'
import { settingsOf } from './settings.ts'
import type { KustomizationSource } from './sources.ts'

/** Where kustomize says that an object comes from. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/buildmetadata/ */
const ORIGIN = 'config.kubernetes.io/origin'

/** What objects of a build were made of. */
export interface Ingredients {
  /** Of the kustomization that was built, relative to the repository. */
  readonly by: string
  /** The outermost one first. */
  readonly sources: readonly KustomizationSource[]
  /** What a tool puts over them all. */
  readonly outer: { readonly patches: readonly Patch[]; readonly settings: SettingsText | undefined }
  /** The objects of an origin as they stand there. */
  manifestsIn(origin: string): readonly Manifest[]
  /** The text of a file of the repository. */
  textOf(file: string): string
  /** From an origin as kustomize says it to a path of the repository. */
  originOf(path: string): string
}

/** Fields of a kustomization that stand in a document of another kind. */
export type SettingsText = Parameters<typeof settingsOf>[2] & { readonly fields: Mapping }

/** The objects of a build's output, each with the documents that it was made of. */
export function objectsOf(output: string, ingredients: Ingredients): Manifest[] {
  const { manifests } = parseManifests(output, { file: ingredients.by, release: undefined })
  const patches = [
    ...ingredients.outer.patches.toReversed(),
    ...ingredients.sources.flatMap(source => patchesOf(source, ingredients.textOf).toReversed()),
  ]
  const used = new Set<Manifest>()
  return manifests.map(built => {
    const { body, origin } = withoutOrigin(built.body)
    const found = sourceOf(built, origin, ingredients, used)
    if (found) used.add(found)
    const names = [built.name, ...(found ? [found.name] : [])]
    const own = found ? ownPiece(found, body) : generated(built, origin, ingredients)
    const pieces = patches.flatMap(patch => pieceOf(patch, { body, kind: built.kind, names }) ?? [])
    const composition = new Composition(ingredients.by, body, own, pieces, allSettings(ingredients, body))
    return found ? found.composed(composition, body) : fromPiece(body, own, composition)
  })
}

interface ObjectOrigin {
  /** Of the file that it stands in. */
  readonly file: string | undefined
  /** Of the kustomization or configuration that generates it, and what does. */
  readonly generator: { readonly file: string; readonly kind: string } | undefined
}

/** An object without the annotation, and what it says. */
function withoutOrigin(body: Mapping): { readonly body: Mapping; readonly origin: Mapping } {
  const { [ORIGIN]: text, ...annotations } = asMapping(valueAt(body, ['metadata', 'annotations'])) ?? {}
  const { annotations: _, ...metadata } = asMapping(body.metadata) ?? {}
  const rest = Object.keys(annotations).length > 0 ? { annotations } : {}
  return {
    body: { ...body, metadata: { ...metadata, ...rest } },
    origin: asMapping(parseText(asText(text) ?? '').body) ?? {},
  }
}

function readOrigin(origin: Mapping, { originOf }: Ingredients): ObjectOrigin {
  const file = asText(origin.path)
  const by = asText(origin.configuredIn)
  return {
    file: file === undefined ? undefined : originOf(file),
    generator:
      by === undefined
        ? undefined
        : { file: originOf(by), kind: asText(valueAt(origin, ['configuredBy', 'kind'])) ?? '' },
  }
}

/** The object as it stands in its file, where names may be others. */
function sourceOf(
  built: Manifest,
  origin: Mapping,
  ingredients: Ingredients,
  used: ReadonlySet<Manifest>,
): Manifest | undefined {
  const { file } = readOrigin(origin, ingredients)
  if (file === undefined) return undefined
  const alike = ingredients.manifestsIn(file).filter(({ groupKind }) => groupKind === built.groupKind)
  const unused = alike.filter(manifest => !used.has(manifest))
  const equal = unused.filter(({ name }) => name === built.name)
  const [longest] = unused.filter(({ name }) => built.name.includes(name)).sort((a, b) => b.name.length - a.name.length)
  return equal.find(({ namespace }) => namespace === built.namespace) ?? equal[0] ?? longest ?? unused[0] ?? alike[0]
}

const ownPiece = ({ file, source, startLine, base, body }: Manifest, built: Mapping): Piece => ({
  ...{ file, source, startLine },
  find(path) {
    const same = samePath(path, built, body)
    return same && { path: [...base, ...same], value: valueAt(body, same) }
  },
})

/** What a kustomization generates stands in its entry; what nobody can tell, in the kustomization. */
function generated(built: Manifest, origin: Mapping, ingredients: Ingredients): Piece {
  const { generator } = readOrigin(origin, ingredients)
  const source = ingredients.sources.find(({ file }) => file === generator?.file) ?? ingredients.sources[0]
  const field = generator?.kind === 'SecretGenerator' ? 'secretGenerator' : 'configMapGenerator'
  const names = asList(source?.body[field]).map(item => asText(asMapping(item)?.name) ?? '')
  const index = names.findIndex(name => name !== '' && built.name.includes(name))
  return {
    file: source?.file ?? ingredients.by,
    source: new SourceText(source?.text ?? ''),
    startLine: 1,
    // The content of Secrets stands there in the clear.
    isHidden: true,
    find: () => ({ path: index < 0 ? [] : [field, index], value: undefined }),
  }
}

function fromPiece(body: Mapping, { file, source, startLine, find }: Piece, composition: Composition): Manifest {
  const base = find([])?.path ?? []
  return new Manifest(body, { file, release: undefined }, { source, startLine, template: undefined, base, composition })
}

function patchesOf({ file, text, body, located, entries }: KustomizationSource, textOf: Ingredients['textOf']) {
  const document: DocumentText = { file, text, body, located, startLine: 1, isWhole: true }
  const inFile = (path: readonly (string | number)[], target: Mapping | undefined): Patch[] => {
    const entry = entries.find(found => found.path.join('\n') === path.join('\n'))
    return entry ? patchesInFile(entry.found, textOf(entry.found), target) : []
  }
  const merges = asList(body.patchesStrategicMerge).flatMap((_, i) => {
    const path = ['patchesStrategicMerge', i]
    const found = inFile(path, undefined)
    return found.length > 0 ? found : patchInside(document, path, undefined)
  })
  const others = ['patchesJson6902', 'patches'].flatMap(field =>
    asList(body[field]).flatMap((item, i) => {
      const { target, path } = asMapping(item) ?? {}
      const about = asMapping(target)
      return path === undefined ? patchInside(document, [field, i, 'patch'], about) : inFile([field, i], about)
    }),
  )
  return [...merges, ...others]
}

function allSettings({ sources, outer }: Ingredients, body: Mapping): Piece[] {
  const inner = sources.map(({ file, text, body: fields }) =>
    settingsOf(fields, body, { file, source: new SourceText(text), startLine: 1, pathOf: field => [field] }),
  )
  return outer.settings ? [settingsOf(outer.settings.fields, body, outer.settings), ...inner] : inner
}
