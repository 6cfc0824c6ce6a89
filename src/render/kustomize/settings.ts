import type { Path } from '../../finding.ts'
import type { Piece } from '../../parse/composition.ts'
import { asList, asMapping, asText, type Mapping, valueAt } from '../../parse/untyped.ts'

/** The fields of a kustomization that change single values of objects, and which; the last ones may change any. */
const SETTINGS: Readonly<Record<string, (path: Path) => boolean>> = {
  namespace: path => path.at(-1) === 'namespace',
  namePrefix: path => isName(path),
  nameSuffix: path => isName(path),
  images: path => path.at(-1) === 'image',
  replicas: path => path.at(-1) === 'replicas',
  commonLabels: path => path.some(step => step === 'labels' || step === 'matchLabels' || step === 'selector'),
  labels: path => path.some(step => step === 'labels' || step === 'matchLabels' || step === 'selector'),
  commonAnnotations: path => path.includes('annotations'),
  replacements: () => true,
  vars: () => true,
  transformers: () => true,
}

const isName = (path: Path): boolean => path.at(-1) === 'name' || String(path.at(-1)).endsWith('Name')

/**
 * What the settings of a kustomization say of a value that no text has as it came out.
 * @param place the text, and where in it the kustomization's fields stand
 */
export function settingsOf(
  kustomization: Mapping,
  object: Mapping,
  place: Omit<Piece, 'find'> & { readonly pathOf: (field: string) => Path },
): Piece {
  const { pathOf, ...text } = place
  return {
    ...text,
    find(path) {
      const field = Object.entries(SETTINGS).find(
        ([name, says]) => kustomization[name] !== undefined && says(path),
      )?.[0]
      if (field === undefined) return undefined
      const item = field === 'images' ? imageItem(kustomization.images, valueAt(object, path)) : undefined
      return { path: [...pathOf(field), ...(item === undefined ? [] : [item])], value: undefined }
    },
  }
}

/** The entry that an image's name is made of. */
function imageItem(images: unknown, image: unknown): number | undefined {
  const index = asList(images).findIndex(item => {
    const { name, newName } = asMapping(item) ?? {}
    const wanted = asText(newName) ?? asText(name)
    return wanted !== undefined && (asText(image) ?? '').split(/[:@]/)[0] === wanted
  })
  return index < 0 ? undefined : index
}
