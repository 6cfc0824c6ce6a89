/** Answers once for each object: worlds and manifests do not change. */
export function remember<K extends WeakKey, V>(answer: (about: K) => V): (about: K) => V {
  const known = new WeakMap<K, { readonly value: V }>()
  return about => {
    const entry = known.get(about) ?? { value: answer(about) }
    known.set(about, entry)
    return entry.value
  }
}
