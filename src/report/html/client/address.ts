/** Which view of the page is shown and how it is filtered: what stands behind `#`, so that it can be sent to somebody. */
export interface Address {
  readonly view: string
  /** Values by their name; a name without values is not there. */
  readonly values: Readonly<Record<string, readonly string[]>>
}

/** `#findings?severity=high&severity=low&q=vault`; whatever it says, something can be shown. */
export function parseAddress(hash: string): Address {
  const text = hash.replace(/^#/, '')
  const at = text.indexOf('?')
  const given = [...new URLSearchParams(at < 0 ? '' : text.slice(at + 1))].filter(([, value]) => value !== '')
  const names = [...new Set(given.map(([name]) => name))]
  const valuesOf = (wanted: string): string[] => given.flatMap(([name, value]) => (name === wanted ? value : []))
  return {
    view: at < 0 ? text : text.slice(0, at),
    values: Object.fromEntries(names.map(name => [name, valuesOf(name)])),
  }
}

export function addressText({ view, values }: Address): string {
  const search = new URLSearchParams()
  for (const [name, all] of Object.entries(values)) for (const value of all) search.append(name, value)
  return `#${view}${search.size > 0 ? `?${search}` : ''}`
}

/** A link to findings: `linkTo('findings', { rule: 'fake-provider' })`. */
export const linkTo = (view: string, values: Readonly<Record<string, string>> = {}): string =>
  addressText({ view, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])) })
