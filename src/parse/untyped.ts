/** Reading values of untrusted YAML: every function is total, and a wrong type reads as absent. */

/** A YAML mapping. */
export type Mapping = Readonly<Record<string, unknown>>

export const asMapping = (value: unknown): Mapping | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : undefined

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The strings of a list; other items are left out. */
export const asTexts = (value: unknown): string[] => asList(value).filter(item => typeof item === 'string')

/** The value at a path of keys and indices; undefined when a step is missing. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let here = value
  for (const step of path) {
    const holder = typeof step === 'number' ? asList(here) : asMapping(here)
    if (!holder || !Object.hasOwn(holder, step)) return undefined
    here = (holder as Record<string | number, unknown>)[step]
  }
  return here
}

/** A mapping whose values are strings, such as labels; other entries are left out. */
export function asLabels(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(asMapping(value) ?? {}).filter(entry => typeof entry[1] === 'string')
  return Object.fromEntries(entries) as Record<string, string>
}

/** Bounded on both sides, so that a long text without an end costs nothing. */
const PLACEHOLDER = /\$\{[^${}]*\}|^\$[A-Za-z_]\w*$|<[A-Za-z][^<>\n]*>|^ENC\[[A-Z0-9_]+,data:/

/**
 * Whether a value is filled in later: `${VAR}` or a whole `$VAR` (Flux, envsubst), `<TOKEN>` (Argo CD plug-ins, people), a template
 * action, or encrypted (https://getsops.io). What it will be is unknown, so it is never a finding by itself.
 */
export const isPlaceholder = (value: unknown): boolean =>
  typeof value === 'string' ? PLACEHOLDER.test(value) || holdsAction(value) : isUnquotedAction(value)

const holdsAction = (text: string): boolean => {
  const start = text.indexOf('{{')
  return start >= 0 && text.indexOf('}}', start) > start
}

/** `key: {{ .Values.x }}` without quotes reads as a mapping whose only key is a mapping. */
function isUnquotedAction(value: unknown): boolean {
  const entries = Object.entries(asMapping(value) ?? {})
  return entries.length === 1 && entries[0]?.[0].startsWith('{') === true && entries[0][1] === null
}

/** A text that says something already: not empty, and nothing in it is filled in later. */
export const knownText = (value: unknown): string | undefined =>
  isPlaceholder(value) ? undefined : asText(value) || undefined
