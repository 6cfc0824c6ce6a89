import { stringify } from 'yaml'
import type { Manifest } from '../../parse/manifest.ts'
import { asMapping, type Mapping } from '../../parse/untyped.ts'
import { parseText } from '../../parse/yaml.ts'

/** What Flux fills in. */
export interface Variables {
  readonly values: ReadonlyMap<string, string>
  /** Whether there are no others: then what is not there is empty. */
  readonly isComplete: boolean
}

const SWITCH = 'kustomize.toolkit.fluxcd.io/substitute'
const MOST_DEPTH = 20
/** Of one variable with its default. */
const MOST_LENGTH = 4096

/**
 * An object with variables filled in as Flux does after a build; what is not known stays as it is written.
 * https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution
 */
export function substituted(manifest: Manifest, variables: Variables): Manifest {
  const metadata = asMapping(manifest.body.metadata)
  const isOff = [metadata?.labels, metadata?.annotations].some(map => asMapping(map)?.[SWITCH] === 'disabled')
  const body = isOff ? manifest.body : filled(manifest.body, variables)
  return body === manifest.body ? manifest : manifest.withBody(body as Mapping)
}

/** The same value where nothing changes. */
function filled(value: unknown, variables: Variables): unknown {
  if (typeof value === 'string') return filledScalar(value, variables)
  if (Array.isArray(value)) {
    const items = value.map(item => filled(item, variables))
    return items.every((item, i) => item === value[i]) ? value : items
  }
  const mapping = asMapping(value)
  if (!mapping) return value
  const entries = Object.entries(mapping).map(([key, item]) => [key, filled(item, variables)] as const)
  return entries.every(([key, item]) => item === mapping[key]) ? value : Object.fromEntries(entries)
}

/** Flux fills in the printed YAML, where quotes stand only around texts that need them: a number stays none. */
function filledScalar(text: string, variables: Variables): unknown {
  if (!text.includes('$')) return text
  const result = filledText(text, variables)
  if (result === text || /^["'|>]/.test(stringify(text, { lineWidth: 0 }))) return result
  const { body, failure } = parseText(result)
  return failure || typeof body === 'object' ? result : body
}

/** `${name}`, `${name:=default}`, `${name:-default}`; `$${name}` is `${name}`. What else there is stays as it is written. */
export function filledText(text: string, variables: Variables, depth = 0): string {
  let result = ''
  let at = 0
  for (let start = text.indexOf('$', at); start >= 0; start = text.indexOf('$', at)) {
    result += text.slice(at, start)
    const end = text.startsWith('${', start) && depth < MOST_DEPTH ? closingBrace(text, start) : -1
    if (text.startsWith('$${', start)) {
      result += '${'
      at = start + 3
    } else if (end < 0) {
      result += '$'
      at = start + 1
    } else {
      const written = text.slice(start, end + 1)
      result += expanded(written.slice(2, -1), variables, depth) ?? written
      at = end + 1
    }
  }
  return result + text.slice(at)
}

/** The brace that ends what begins at `start`; braces of defaults stand inside. */
function closingBrace(text: string, start: number): number {
  let open = 0
  const end = Math.min(text.length, start + MOST_LENGTH)
  for (let i = start + 1; i < end; i++) {
    if (text[i] === '{') open++
    else if (text[i] === '}' && --open === 0) return i
  }
  return -1
}

/** Undefined for what is not known. */
function expanded(expression: string, variables: Variables, depth: number): string | undefined {
  const [whole, name = '', otherwise] = /^([A-Za-z_]\w*)(?::?[=-]([\s\S]*))?$/.exec(expression) ?? []
  if (whole === undefined) return undefined
  const value = variables.values.get(name)
  if (value === undefined && !variables.isComplete) return undefined
  return value || (otherwise === undefined ? '' : filledText(otherwise, variables, depth + 1))
}
