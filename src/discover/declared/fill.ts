/** The parameters of one application, by the names that templates have for them. */
export type Parameters = ReadonlyMap<string, string>

/** `{{path.basename}}`, and with Go templates `{{ .path.basename }}`: nothing more is filled in. */
const PLACE = /\{\{-?\s*\.?([\w.[\]-]+)\s*-?\}\}/g

/** A text with the parameters that it names; what is not known stays as it is. */
export const fillText = (text: string, parameters: Parameters): string =>
  text.replaceAll(PLACE, (place, name: string) => parameters.get(name) ?? place)

/** All texts of a value, in lists and mappings too. */
export function fillValue<T>(value: T, parameters: Parameters): T {
  if (typeof value === 'string') return fillText(value, parameters) as T
  if (Array.isArray(value)) return value.map(item => fillValue(item, parameters)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillValue(item, parameters)])) as T
}

/** `{ a: { b: 1 } }` -> `a.b` = `1`. */
export function parametersOf(value: unknown, name = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map(name === '' ? [] : [[name, String(value ?? '')]])
  const parts = Object.entries(value).map(([key, item]) => parametersOf(item, name === '' ? key : `${name}.${key}`))
  return new Map(parts.flatMap(part => [...part]))
}
