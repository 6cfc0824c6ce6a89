import { Dict, type Value } from '../value/value.ts'
import { YamlError } from './failure.ts'
import { readYaml } from './read.ts'

/** The helm versions that read values differently. */
export type ValuesReader = 'helm 4' | 'helm 3.18.0'

/**
 * The values of a values.yaml; for helm 4 also those of a file given with `-f`. Helm 4 merges all documents of the file; helm 3
 * reads the first, and 3.18.0 keeps numbers as Go's json.Number. Measured with 4.1.4 and 3.18.0.
 * @throws YamlError when helm fails here too; Untraced
 */
export function readValues(text: string, reader: ValuesReader = 'helm 4'): Dict {
  if (reader !== 'helm 4') return mapOf(readYaml(text, { numbers: 'json.Number' })) ?? new Dict()
  let current: Map<string, Value> | undefined
  let values = new Dict()
  for (const document of splitDocuments(text)) {
    const read = mapOf(readYaml(document))
    if (read) current = new Map([...(current ?? []), ...read.entries])
    values = merged(values, current ?? new Map())
  }
  return values
}

/** Undefined for an empty document. */
function mapOf(value: Value): Dict | undefined {
  if (value.kind === 'dict') return value
  if (value.kind === 'nil') return undefined
  throw new YamlError('error unmarshaling JSON: values that are no map')
}

function merged(base: Dict, over: ReadonlyMap<string, Value>): Dict {
  const entries = new Map(base.entries)
  for (const [key, value] of over) {
    const before = entries.get(key)
    entries.set(key, before?.kind === 'dict' && value.kind === 'dict' ? merged(before, value.entries) : value)
  }
  return new Dict(entries)
}

/** Splits as the YAML reader of Kubernetes: at lines of `---`, unless nothing stands before them; each line ends with a break. */
function splitDocuments(text: string): string[] {
  const documents: string[] = []
  let start = 0
  const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`
  for (let at = 0; at < ended.length; ) {
    const next = ended.indexOf('\n', at) + 1
    if (ended.startsWith('---', at)) {
      const rest = ended.slice(at + 3, next).trim()
      if (rest !== '' && !rest.startsWith('#')) throw new YamlError(`invalid Yaml document separator: ${rest}`)
      if (at > start) {
        documents.push(ended.slice(start, at))
        start = next
      }
    }
    at = next
  }
  if (start < ended.length) documents.push(ended.slice(start))
  return documents
}
