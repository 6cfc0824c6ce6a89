import { TemplateError, Untraced } from '../errors.ts'
import { dependingOn, rootDatum, union } from '../value/provenance.ts'
import { Dict, deepDependenciesOf, List, Text, type Value } from '../value/value.ts'
import { YamlError } from '../yaml/failure.ts'
import { type JsonLayout, printJson } from '../yaml/json.ts'
import { nothingOf, printPretty, printYaml } from '../yaml/print.ts'
import { readYaml } from '../yaml/read.ts'
import { readJson } from '../yaml/read-json.ts'
import { printToml } from '../yaml/toml.ts'
import { any, type CallContext, keeping, type TemplateFunction, text } from './function.ts'

type Print = (value: Value) => Text | undefined

const charged = (printed: Text, { budget }: CallContext): Text => {
  budget.write(printed.string.length)
  return printed
}

/** Gives an empty text where Go fails. */
const printing = (print: Print): TemplateFunction =>
  keeping([any], ([value], context) => charged(print(value) ?? nothingOf(value), context))

/** Fails where Go fails. */
const mustPrint = (print: Print): TemplateFunction =>
  keeping([any], ([value], context) => {
    const printed = print(value)
    if (!printed) throw new TemplateError('the value cannot be encoded')
    return charged(printed, context)
  })

const jsonAs =
  (layout: JsonLayout): Print =>
  value =>
    printJson(value, layout)

const JSON_LINE = jsonAs({ escapesHtml: true, isPretty: false })
const PRETTY_JSON = jsonAs({ escapesHtml: true, isPretty: true })
const RAW_JSON = jsonAs({ escapesHtml: false, isPretty: false })

/** Go's words on a value of another kind than was asked for. */
const mismatch = (value: Value, wanted: string): string => {
  const kinds = {
    nil: 'null',
    bool: 'bool',
    number: 'number',
    text: 'string',
    list: 'array',
    dict: 'object',
    opaque: 'object',
  }
  return `json: cannot unmarshal ${kinds[value.kind]} into Go value of type ${wanted}`
}

interface Reader {
  readonly read: (text: Text) => Value
  /** What stands before Go's words when what was read is of another kind. */
  readonly prefix: string
  /** What stands before Go's words when it cannot be read. */
  readonly failurePrefix: string
  /** Whether what is null gives Go's nil map or slice, rather than an empty one. */
  readonly keepsNil: boolean
}

const YAML: Reader = {
  read: readYaml,
  prefix: 'error unmarshaling JSON: while decoding JSON: ',
  failurePrefix: 'error converting YAML to JSON: ',
  keepsNil: false,
}
const JSON_TEXT: Reader = { read: readJson, prefix: '', failurePrefix: '', keepsNil: true }

/** What words that are not known to the letter depend on, so that nobody takes them for helm's. */
const UNKNOWN_WORDS = rootDatum('volatile')

/** What is read, or helm's words on why it cannot be. */
function readOr(given: Text, { read, failurePrefix }: Reader): { value: Value } | { message: Text } {
  try {
    return { value: read(given) }
  } catch (error) {
    if (!(error instanceof YamlError)) throw error
    const depends = error.isWorded ? given.depends : union(given.depends, UNKNOWN_WORDS)
    return { message: new Text(failurePrefix + error.message, dependingOn(depends)) }
  }
}

const mismatchText = (given: Text, value: Value, { prefix }: Reader, wanted: string): Text =>
  new Text(prefix + mismatch(value, wanted), dependingOn(given.depends))

const readingDict = (reader: Reader): TemplateFunction =>
  keeping([text], ([given], { budget }) => {
    budget.write(given.string.length)
    const result = readOr(given, reader)
    if ('value' in result && result.value.kind === 'dict') return result.value
    const depends = dependingOn(given.depends)
    if ('value' in result && result.value.kind === 'nil') {
      if (reader.keepsNil) throw new Untraced('a nil map')
      return new Dict(new Map(), depends)
    }
    const message =
      'message' in result ? result.message : mismatchText(given, result.value, reader, 'map[string]interface {}')
    return new Dict(new Map([['Error', message]]), depends)
  })

const readingList = (reader: Reader): TemplateFunction =>
  keeping([text], ([given], { budget }) => {
    budget.write(given.string.length)
    const result = readOr(given, reader)
    if ('value' in result && result.value.kind === 'list') return result.value
    const depends = dependingOn(given.depends)
    if ('value' in result && result.value.kind === 'nil')
      return new List([], depends, undefined, undefined, reader.keepsNil)
    const message = 'message' in result ? result.message : mismatchText(given, result.value, reader, '[]interface {}')
    return new List([message], depends)
  })

const mustReadJson = keeping([text], ([given]) => readJson(given))

const untraced = (name: string): TemplateFunction =>
  keeping([any], ([value]) => {
    throw new Untraced(`${name} of something with ${deepDependenciesOf(value) ? 'data' : 'no data'} in it`)
  })

/** YAML, JSON and TOML, as helm prints and reads them. */
export const ENCODINGS_OF_DATA: Readonly<Record<string, TemplateFunction>> = {
  toYaml: printing(printYaml),
  mustToYaml: mustPrint(printYaml),
  toYamlPretty: printing(printPretty),
  fromYaml: readingDict(YAML),
  fromYamlArray: readingList(YAML),
  toJson: printing(JSON_LINE),
  mustToJson: mustPrint(JSON_LINE),
  toPrettyJson: printing(PRETTY_JSON),
  mustToPrettyJson: mustPrint(PRETTY_JSON),
  toRawJson: mustPrint(RAW_JSON),
  mustToRawJson: mustPrint(RAW_JSON),
  fromJson: readingDict(JSON_TEXT),
  mustFromJson: mustReadJson,
  fromJsonArray: readingList(JSON_TEXT),
  toToml: printing(printToml),
  fromToml: untraced('fromToml'),
}
