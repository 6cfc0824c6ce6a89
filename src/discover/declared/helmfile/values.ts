import { posix } from 'node:path'
import type { RepositoryFiles } from '../../../io/repository-files.ts'
import { asList, asMapping, asText } from '../../../parse/untyped.ts'
import type { InlineValues } from '../../values-source.ts'
import type { Declaration, DeclaredValues, UnknownValues } from '../declaration.ts'
import { filesNamed, mayBeMissing } from './environment.ts'
import type { Item, ReleaseSpec } from './release.ts'
import type { State } from './state.ts'
import { fillTemplate, isFilled, type Unknown } from './template.ts'

/** What gives a release its values. */
export interface ReleaseSources {
  readonly values: readonly DeclaredValues[]
  readonly unknownValues: readonly UnknownValues[]
  /** What a values file asks for that is not known: without it nobody can say what the release gets. */
  readonly missing: readonly Missing[]
}

/** Something that is not known, and where it is asked for. */
export interface Missing extends Unknown {
  /** Relative to the repository. */
  readonly file: string
}

/**
 * The values files and mappings of a release, the last one wins: `valuesTemplate` before `values`.
 * https://helmfile.readthedocs.io/en/latest/#configuration
 */
export function sourcesOf(spec: ReleaseSpec, state: State, files: RepositoryFiles): ReleaseSources {
  const isOptional = mayBeMissing(spec.field('missingFileHandler')?.value, state.settings.missingFileHandler)
  const found = [...spec.list('valuesTemplate'), ...spec.list('values')].flatMap(item => {
    const name = asText(item.value)
    return name === undefined ? inline(item, spec) : named(spec.fill(name), { item, spec, state, files, isOptional })
  })
  const secrets = spec
    .list('secrets')
    .map(item => unknown(item, `the values in the encrypted file ${asText(item.value) ?? ''} are not known`))
  return {
    values: found.flatMap(one => ('reason' in one || 'what' in one ? [] : one)),
    unknownValues: [...found.flatMap(one => ('reason' in one ? one : [])), ...secrets],
    missing: found.flatMap(one => ('what' in one ? one : [])),
  }
}

const unknown = ({ part, path }: Item, reason: string): UnknownValues => ({ reason, line: part.lineOf(path) })

/** Of `valuesTemplate` the texts are filled in; with as many lines as before they are still those of the file. */
function inline(item: Item, spec: ReleaseSpec): (InlineValues | UnknownValues)[] {
  const found = item.part.valuesAt(item.path)
  if (!found) return []
  if (!item.path.includes('valuesTemplate')) return [found]
  const text = spec.tryFill(found.text)
  if (text === undefined) return [unknown(item, 'values are not known, as their template cannot be filled in')]
  if (text === found.text) return [found]
  const hasSameLines = text.split('\n').length === found.text.split('\n').length
  const { file, keyLine, hasFileLines, lines } = found
  if (hasSameLines) return [{ file, keyLine, text, hasFileLines, ...(lines && { lines }) }]
  return [{ file, keyLine, text, hasFileLines: false }]
}

interface Naming {
  readonly item: Item
  readonly spec: ReleaseSpec
  readonly state: State
  readonly files: RepositoryFiles
  readonly isOptional: boolean
}

function named(name: string, naming: Naming): (DeclaredValues | UnknownValues | Missing)[] {
  const { item, state, files, isOptional } = naming
  if (name.includes('://')) return [unknown(item, `the values of ${withoutQuery(name)} are not in the repository`)]
  if (name.includes('{{')) return [unknown(item, `which values file ${name} is, is not known`)]
  const found = filesNamed(name, { files, folders: [state.folder] })
  if (found.length === 0)
    return [{ file: posix.join(state.folder, name), isOptional, line: item.part.lineOf(item.path) }]
  return found.map(file =>
    file.endsWith('.gotmpl') ? templated(file, naming) : { file, isOptional, line: item.part.lineOf(item.path) },
  )
}

const withoutQuery = (address: string): string => address.replace(/\?.*/s, '').replace(/\/\/[^/@]*@/, '//')

/** A values file that is a template, with the lines that made what it prints. */
function templated(file: string, { item, spec, files }: Naming): InlineValues | UnknownValues | Missing {
  const filled = fillTemplate(files.read(file) ?? '', spec.dot, files, posix.dirname(file))
  if (!isFilled(filled)) {
    const where = filled.line === undefined ? file : `${file}:${filled.line}`
    return unknown(item, `the values file ${where} cannot be filled in: ${filled.reason}`)
  }
  const asked = filled.lines.find(line => line.unknown)?.unknown
  if (asked) return { ...asked, file }
  return {
    file,
    keyLine: 1,
    text: filled.text.string,
    hasFileLines: false,
    lines: filled.lines.map(({ line }) => line),
  }
}

/** What is set by single keys. */
export interface ReleaseSettings extends Pick<Declaration, 'set' | 'setTexts' | 'setLines'> {
  readonly unknownValues: readonly UnknownValues[]
}

/** What `set` and `setString` say, as for helm's flags. */
export function settingsOf(spec: ReleaseSpec, state: State, files: RepositoryFiles): ReleaseSettings {
  const set: Record<string, string> = {}
  const setTexts: string[] = []
  const setLines = new Map<string, number>()
  const unknownValues: UnknownValues[] = []
  const keys = ['setTemplate', 'set', 'setString']
  for (const item of keys.flatMap(key => spec.list(key))) {
    const name = asText(asMapping(item.value)?.name)
    if (name === undefined) continue
    const setting = settingIn(item, spec, path => files.read(posix.join(state.folder, path)))
    if (setting === undefined) unknownValues.push(unknown(item, `what sets ${name} is not known`))
    else if (setting.isText || item.path.includes('setString')) set[name] = setting.text
    else setTexts.push(`${name}=${setting.escaped}`)
    if (setting) setLines.set(name in set ? name : `${name}=${setting.escaped}`, lineOfSetting(item))
  }
  return { set, setTexts, setLines, unknownValues }
}

/** What its author changes. */
function lineOfSetting({ part, path, value }: Item): number {
  const key = ['value', 'values', 'file'].find(key => asMapping(value)?.[key] !== undefined)
  return part.lineOf(key === undefined ? path : [...path, key])
}

interface SettingText {
  readonly text: string
  /** Commas and braces in a value stand for themselves. */
  readonly escaped: string
  /** Whether it is a text, whatever it looks like. */
  readonly isText: boolean
}

/** Undefined for what is not known. */
function settingIn(
  { value: body }: Item,
  spec: ReleaseSpec,
  read: (path: string) => string | undefined,
): SettingText | undefined {
  const { value, values, file } = asMapping(body) ?? {}
  if (value !== undefined && value !== '') {
    const text = spec.tryFill(String(value))
    return text === undefined ? undefined : { text, escaped: escaped(text), isText: false }
  }
  if (typeof file === 'string') {
    const text = read(spec.fill(file))
    return text === undefined ? undefined : { text, escaped: escaped(text), isText: true }
  }
  const items = asList(values).map(item => spec.tryFill(String(item)))
  if (items.includes(undefined)) return undefined
  const text = `{${items.map(item => escaped(item ?? '')).join(',')}}`
  return { text, escaped: text, isText: false }
}

const escaped = (text: string): string => text.replaceAll(/[,{}]/g, '\\$&')
