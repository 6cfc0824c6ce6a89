import { posix } from 'node:path'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { TemplateError } from '../../../template/errors.ts'
import { any, keeping, rest, type TemplateFunction, text } from '../../../template/functions/function.ts'
import { FUNCTIONS } from '../../../template/functions/index.ts'
import { childDatum, type Datum, dependingOn, pathOf, rootDatum } from '../../../template/value/provenance.ts'
import { Bool, Dict, entryOf, List, Nil, Text, type Value } from '../../../template/value/value.ts'

const UNKNOWN = rootDatum('volatile')

/** What is not known, where a datum stands for that; undefined for other data. */
export function unknownIn(datum: Datum): string | undefined {
  const [what, ...inside] = datum.source === 'volatile' ? pathOf(datum) : []
  if (what === undefined) return undefined
  return inside.length > 0 ? `${what} (${inside.join('.')})` : String(what)
}

/** Stands for something that nobody knows here; whatever is made of it knows that. */
export const unknownDatum = (what: string): Datum => childDatum(UNKNOWN, what)

const unknownText = (what: string): Text => new Text('', dependingOn(unknownDatum(what)))

/** What asks the machine that helmfile runs on, by name; the first argument is said where it is no secret. */
const ASKING: Readonly<Record<string, boolean>> = {
  env: true,
  expandenv: false,
  requiredEnv: true,
  exec: false,
  envExec: false,
  fetchSecretValue: false,
  expandSecretRefs: false,
  readDirEntries: true,
}

const asking = (name: string, isNamed: boolean): TemplateFunction =>
  keeping([rest(any)], ([[first]]) =>
    unknownText(isNamed && first?.kind === 'text' ? `${name} ${JSON.stringify(first.string)}` : name),
  )

/**
 * The functions of helmfile's templates. https://helmfile.readthedocs.io/en/latest/templating_funcs/
 * @param folder what paths are relative to, below the repository
 */
export function functionsFor(files: RepositoryFiles, folder: string): ReadonlyMap<string, TemplateFunction> {
  const own: Readonly<Record<string, TemplateFunction>> = {
    ...Object.fromEntries(Object.entries(ASKING).map(([name, isNamed]) => [name, asking(name, isNamed)])),
    get: keeping([text, rest(any)], ([path, args]) => get(path.string, args)),
    getOrNil: keeping([text, any], ([path, value]) => at(value, path.string) ?? new Nil()),
    setValueAtPath: keeping([text, any, any], ([path, value, into]) =>
      withValueAt(into, path.string.split('.'), value),
    ),
    isFile: keeping([text], ([path]) => new Bool(files.kindOf(pathIn(folder, path)) === 'file')),
    isDir: keeping([text], ([path]) => new Bool(files.kindOf(pathIn(folder, path)) === 'folder')),
    readFile: keeping([text], ([path]) => {
      const content = files.read(pathIn(folder, path))
      return content === undefined ? unknownText(`readFile ${JSON.stringify(path.string)}`) : new Text(content)
    }),
    readDir: keeping([text], ([path]) => {
      const here = pathIn(folder, path)
      const names = files.namesIn(here).filter(name => files.kindOf(posix.join(here, name)) === 'file')
      return new List(names.map(name => new Text(posix.join(path.string, name))))
    }),
  }
  return new Map([...FUNCTIONS, ...Object.entries(own)])
}

/** An absolute path leads to another machine's files. */
const pathIn = (folder: string, { string }: Text): string =>
  string.startsWith('/') ? '../outside' : posix.join(folder, string)

/** `get "a.b" [DEFAULT] VALUE`. */
function get(path: string, args: readonly Value[]): Value {
  const value = args.at(-1)
  if (!value || args.length > 2)
    throw new TemplateError('get(path, [def, ]obj): expected 1 or 2 arguments behind the path')
  const found = at(value, path) ?? (args.length === 2 ? args[0] : undefined)
  if (!found) throw new TemplateError(`no value exist for key "${path}"`)
  return found
}

function at(value: Value, path: string): Value | undefined {
  let here: Value = value
  for (const key of path === '' ? [] : path.split('.')) {
    if (here.kind !== 'dict' || !here.entries.has(key)) return undefined
    here = entryOf(here, key)
  }
  return here
}

function withValueAt(into: Value, [key = '', ...below]: readonly string[], value: Value): Value {
  if (into.kind !== 'dict') throw new TemplateError(`there is no map for the key "${key}"`)
  const inside = below.length === 0 ? value : withValueAt(into.entries.get(key) ?? new Dict(), below, value)
  into.entries.set(key, inside)
  return into
}
