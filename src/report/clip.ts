/** At most `max` UTF-16 units of a text, with `…` where it was cut; never half a character. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const isHalved = /[\uD800-\uDBFF]$/.test(cut)
  return `${isHalved ? cut.slice(0, -1) : cut}…`
}
