import { TemplateError, Untraced } from '../errors.ts'
import { childDatum, type Datum, dependingOn } from '../value/provenance.ts'
import { Dict, List, type Method, Text, type Value } from '../value/value.ts'
import { printYaml } from '../yaml/print.ts'
import { filePattern } from './file-pattern.ts'

/** Files by their path in the chart. */
export type Files = ReadonlyMap<string, Uint8Array>

/** `.Files` of a chart. @param datum of source `files`; each file is below it. */
export function filesObject(files: Files, datum: Datum): Dict {
  const content = (path: string, isBytes: boolean): Text => contentOf(files.get(path), childDatum(datum, path), isBytes)
  const entries = new Map<string, Value>()
  for (const path of files.keys()) entries.set(path, content(path, true))
  const methods = new Map<string, Method>([
    ['Get', args => content(only(args), false)],
    ['GetBytes', args => content(only(args), true)],
    ['Lines', args => linesOf(content(only(args), false), files.has(only(args)))],
    ['Glob', args => filesObject(matching(files, only(args)), datum)],
    ['AsConfig', args => asYaml(files, datum, args, bytes => decode(bytes))],
    ['AsSecrets', args => asYaml(files, datum, args, bytes => Buffer.from(bytes).toString('base64'))],
  ])
  return new Dict(entries, { alias: datum, depends: undefined }, 'engine.files', methods)
}

function only(args: readonly Value[]): string {
  const [path] = args
  if (args.length !== 1) throw new TemplateError(`wrong number of args: want 1 got ${args.length}`)
  if (path?.kind !== 'text' || path.isBytes) throw new TemplateError('wrong type for value; expected string')
  return path.string
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const decode = (bytes: Uint8Array): string => utf8.decode(bytes)

/** A missing file is empty. */
function contentOf(bytes: Uint8Array | undefined, datum: Datum, isBytes: boolean): Text {
  const provenance = { alias: datum, depends: undefined }
  if (!bytes) return new Text('', provenance, { isBytes })
  const text = decode(bytes)
  return new Text(text, provenance, { isBytes, bytes: text.includes('\ufffd') ? bytes : undefined })
}

/** Without a last empty line. @throws TemplateError for an empty file, as helm. */
function linesOf({ string, provenance }: Text, isThere: boolean): List {
  if (isThere && string === '') throw new TemplateError('error calling Lines: runtime error: index out of range [-1]')
  const lines = isThere ? string.replace(/\n$/, '').split('\n') : []
  return new List(
    lines.map(line => new Text(line, provenance)),
    provenance,
    '[]string',
  )
}

function matching(files: Files, pattern: string): Files {
  const matches = filePattern(pattern)
  return new Map([...files].filter(([path]) => matches(path)))
}

/** A map of the files' names, without their folders, to what is in them. */
function asYaml(files: Files, datum: Datum, args: readonly Value[], spell: (bytes: Uint8Array) => string): Text {
  if (args.length > 0) throw new TemplateError(`wrong number of args: want 0 got ${args.length}`)
  const entries = [...files].map(([path, bytes]) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    return [name, new Text(spell(bytes), { alias: childDatum(datum, path), depends: undefined })] as const
  })
  if (new Set(entries.map(([name]) => name)).size < entries.length)
    throw new Untraced('files of one name in several folders, of which helm takes any')
  const dict = new Dict(new Map(entries), dependingOn(datum), 'map[string]string')
  return printYaml(dict) ?? new Text('', dependingOn(datum))
}
