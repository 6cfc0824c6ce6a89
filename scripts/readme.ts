/**
 * Puts texts between their markers: the section `inputs` stands between `<!-- inputs -->` and `<!-- /inputs -->`.
 * Everything else stays as it is.
 * @throws Error that names every marker that is missing, doubled or out of order.
 */
export function withSections(markdown: string, sections: Readonly<Record<string, string>>): string {
  const names = Object.keys(sections)
  const faults = names.flatMap(name => faultOf(markdown, name, names))
  if (faults.length > 0) throw new Error(faults.join('; '))
  return names.reduce((text, name) => {
    const { start, end } = spanOf(text, name)
    return `${text.slice(0, start)}\n${sections[name]?.trimEnd()}\n${text.slice(end)}`
  }, markdown)
}

const markersOf = (name: string) => ({ open: `<!-- ${name} -->`, close: `<!-- /${name} -->` })

/** From behind the opening marker to the closing one. */
function spanOf(text: string, name: string): { start: number; end: number } {
  const { open, close } = markersOf(name)
  return { start: text.indexOf(open) + open.length, end: text.indexOf(close) }
}

function faultOf(markdown: string, name: string, names: readonly string[]): string[] {
  const { open, close } = markersOf(name)
  const missing = [open, close].filter(marker => !markdown.includes(marker))
  if (missing.length > 0) return missing.map(marker => `the marker ${marker} is missing`)
  const doubled = [open, close].filter(marker => markdown.indexOf(marker) !== markdown.lastIndexOf(marker))
  if (doubled.length > 0) return doubled.map(marker => `the marker ${marker} stands there more than once`)
  const { start, end } = spanOf(markdown, name)
  if (end < start) return [`the marker ${close} stands before ${open}`]
  const inside = names.map(markersOf).flatMap(({ open, close }) => [open, close])
  return inside
    .filter(marker => markdown.slice(start, end).includes(marker))
    .map(marker => `the marker ${marker} stands inside the section ${name}`)
}
