import { matchesGlob, posix } from 'node:path'
import type { Path } from '../../../finding.ts'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { asList, asText, valueAt } from '../../../parse/untyped.ts'
import { mergeValues } from '../../../template/chart/values.ts'
import { rootDatum } from '../../../template/value/provenance.ts'
import { Dict, dependenciesOf, type Value, withProvenance } from '../../../template/value/value.ts'
import type { Fault } from '../declaration.ts'
import { unknownDatum } from './functions.ts'
import { type Part, readValue } from './part.ts'
import { fillTemplate, isFilled } from './template.ts'

/** How the values of an environment are read. */
export interface ValuesContext {
  readonly dot: Dict
  readonly files: RepositoryFiles
  /** What paths are relative to, below the repository: the first of these that has the file. */
  readonly folders: readonly string[]
}

/**
 * The values that a list in a helmfile names: files and mappings, the last one wins.
 * https://helmfile.readthedocs.io/en/latest/environments/
 */
export function environmentValues(
  part: Part,
  path: Path,
  context: ValuesContext,
): { readonly values: Dict; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  let values = new Dict()
  const isOptional = mayBeMissing(
    valueAt(part.body, [...path.slice(0, -1), 'missingFileHandler']),
    part.body.missingFileHandler,
  )
  const add = (value: Value | undefined): void => {
    if (value?.kind === 'dict') values = mergeValues(values, value)
  }
  for (const [i, item] of asList(valueAt(part.body, path)).entries()) {
    const name = asText(item)
    if (name === undefined) {
      add(stepInto(part.asValue(), [...path, i]))
      continue
    }
    const fault = (reason: string): void =>
      void faults.push({ file: part.file, line: part.lineOf([...path, i]), reason })
    const found = filesNamed(name, context)
    if (found.length === 0 && !isOptional) fault(`there is no values file ${name}`)
    for (const file of found) {
      const read = readFile(file, context)
      if (typeof read === 'string') fault(`the values file ${file} cannot be read: ${read}`)
      else add(read)
    }
  }
  return { values, faults }
}

/** Whether helmfile goes on without a file that there is not; what is nearest to it says so. */
export const mayBeMissing = (...handlers: readonly unknown[]): boolean =>
  /^(?:warn|info|debug)$/i.test(handlers.flatMap(handler => asText(handler) ?? [])[0] ?? '')

/** The files of a name, which may be a pattern. */
export function filesNamed(name: string, { files, folders }: Pick<ValuesContext, 'files' | 'folders'>): string[] {
  for (const folder of folders) {
    const path = posix.join(folder, name)
    if (files.kindOf(path) === 'file') return [path]
    const found = /[*?[]/.test(name) ? files.namesIn(posix.dirname(path)).filter(entry => isNamed(path, entry)) : []
    if (found.length > 0) return found.map(entry => posix.join(posix.dirname(path), entry))
  }
  return []
}

const isNamed = (pattern: string, name: string): boolean => matchesGlob(name, posix.basename(pattern))

/** The values, or why there are none. */
function readFile(file: string, { dot, files }: ValuesContext): Value | string {
  const text = files.read(file)
  if (text === undefined || file.endsWith('.hcl')) return 'it is no YAML'
  if (!file.endsWith('.gotmpl')) return readValue(text) ?? 'it is no YAML'
  const filled = fillTemplate(text, dot, files, posix.dirname(file))
  return isFilled(filled) ? (readValue(filled.text) ?? 'it is no YAML') : filled.reason
}

function stepInto(value: Value | undefined, path: Path): Value | undefined {
  let here = value
  for (const step of path) {
    if (here?.kind === 'list' && typeof step === 'number') here = here.items[step]
    else here = here?.kind === 'dict' ? here.entries.get(String(step)) : undefined
  }
  return here
}

/** Values of which some stand in files that are encrypted: what is not there may be in them. */
export function withSecrets(values: Dict): Dict {
  const known = rootDatum('values')
  const entries = [...values.entries].map(
    ([key, value]) =>
      [
        key,
        value.kind === 'dict'
          ? withSecrets(value)
          : withProvenance(value, { alias: known, depends: dependenciesOf(value) }),
      ] as const,
  )
  return new Dict(new Map(entries), {
    alias: unknownDatum('a value that may be in an encrypted file'),
    depends: undefined,
  })
}
