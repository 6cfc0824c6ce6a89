import type { ChangedObject } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'

/** The objects of a tree by what they are, with what is in them. */
export type Contents = ReadonlyMap<string, { readonly manifest: Manifest; readonly content: string }>

/** What the manifests of a tree hold, for a comparison with another state of it. */
export function contentsOf(manifests: readonly Manifest[]): Contents {
  const contents = new Map<string, { manifest: Manifest; content: string }>()
  for (const manifest of manifests) {
    const { release, groupKind, namespace, name, body, crd } = manifest
    const key = JSON.stringify([release?.name, groupKind, namespace, name])
    const content = JSON.stringify([body, crd])
    contents.set(key, { manifest, content: (contents.get(key)?.content ?? '') + content })
  }
  return contents
}

/** Which objects came, went or are different, sorted by kind and name. */
export function changedObjects(before: Contents, after: Contents): ChangedObject[] {
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): ChangedObject[] => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old?.content === now?.content) return []
    const { kind, namespace, name } = (now ?? old)?.manifest ?? { kind: '', namespace: undefined, name: '' }
    return [{ change: old ? (now ? 'changed' : 'removed') : 'added', kind, namespace, name }]
  })
  const order = ({ kind, namespace = '', name }: ChangedObject): string => JSON.stringify([kind, namespace, name])
  const distinct = new Map(changed.map(object => [order(object) + object.change, object]))
  return [...distinct.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}
