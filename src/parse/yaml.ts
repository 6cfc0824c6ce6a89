import {
  Document,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  Scalar,
  type ScalarTag,
  type YAMLParseError,
} from 'yaml'
import { hasTooManyAliases } from './aliases.ts'
import { duplicateKey } from './duplicate-keys.ts'
import type { LocatedDocument } from './location.ts'

/** Why a document could not be judged, or not surely: data, never an exception. */
export interface ParseFailure {
  readonly message: string
  /** 1-based, in the text that was parsed. */
  readonly line: number
}

/** One YAML document: its value as Kubernetes would read it, undefined where it cannot be read. */
export interface ParsedText {
  readonly located: LocatedDocument
  readonly body: unknown
  readonly failure?: ParseFailure
}

/**
 * The text of a document that is parsed again when somebody asks for a line in it. The syntax tree of a document is ten
 * times its text, and only documents with findings need theirs: it is not kept after the value was read.
 */
export class SourceText {
  #text: string | (() => string)
  #parsed: ParsedText | undefined

  /** A text, or how to make it when it is first asked for. */
  constructor(text: string | (() => string)) {
    this.#text = text
  }

  get text(): string {
    if (typeof this.#text !== 'string') this.#text = this.#text()
    return this.#text
  }

  /** Kept from the first time that somebody asks. */
  get parsed(): ParsedText {
    this.#parsed ??= parseText(this.text)
    return this.#parsed
  }

  get located(): LocatedDocument {
    return this.parsed.located
  }
}

/** `sigs.k8s.io/yaml` reads the booleans of YAML 1.1: `readOnlyRootFilesystem: yes` is true for the API server. */
const BOOLEANS: ScalarTag = {
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/,
  resolve: text => new Scalar(/^(?:y|t|on$)/i.test(text)),
}

/** How often one anchor may be used, after nesting is multiplied out: an alias bomb has millions, no real file has this. */
const MOST_ALIASES = 1000

/**
 * More than this many UTF-16 units of one document are not parsed, which takes a hundred times their bytes. The API server takes
 * 3 MiB of an object (`MaxRequestBodyBytes`, k8s.io/apiserver pkg/server/config.go); what is larger is a list.
 */
export const MOST_CHARACTERS = 8 * 1024 * 1024

/** Parses the text of one document. Never throws. */
export function parseText(text: string): ParsedText {
  const lines = new LineCounter()
  let document = new Document() as Document.Parsed
  const refused = (message: string): ParsedText => ({
    located: { document, lines },
    body: undefined,
    failure: { message, line: 1 },
  })
  if (text.length > MOST_CHARACTERS)
    return refused(`a document of more than ${MOST_CHARACTERS} characters is not read: divide it`)
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      merge: true,
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
      customTags: tags => [BOOLEANS, ...tags],
    })
    const [error] = document.errors
    const offset = error ? error.pos[0] : duplicateKey(document)
    const message = error ? inOurWords(error) : 'Map keys must be unique'
    const failure = offset === undefined ? undefined : { message, line: lines.linePos(offset).line }
    if (!error && text.includes('*') && hasTooManyAliases(document)) {
      document = new Document() as Document.Parsed
      return refused('too many aliases')
    }
    const body = error ? undefined : document.toJS({ maxAliasCount: MOST_ALIASES })
    if (text.includes('*') && holdsItself(body)) return refused('an anchor contains itself')
    return { located: { document, lines }, body, ...(failure && { failure }) }
  } catch (error) {
    return { located: { document, lines }, body: undefined, failure: failureOf(error, document, lines) }
  }
}

/** The messages of these codes are fixed sentences; others quote what was met, and that could be a Secret's value. */
const FIXED_SENTENCES = new Set([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_INDENT',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_DOCS',
  'MULTIPLE_TAGS',
  'TAB_AS_INDENT',
])
const OWN_WORDS: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'invalid escape sequence in a quoted text',
  RESOURCE_EXHAUSTION: 'nested too deeply',
  TAG_RESOLVE_FAILED: 'a tag does not fit its value',
  UNEXPECTED_TOKEN: 'unexpected text',
}

const inOurWords = ({ code, message }: YAMLParseError): string =>
  FIXED_SENTENCES.has(code) ? message : (OWN_WORDS[code] ?? 'not valid YAML')

/** What the library throws for a well-formed text that has no value. */
function failureOf(error: unknown, document: Document.Parsed, lines: LineCounter): ParseFailure {
  if (error instanceof RangeError) return { message: 'nested too deeply', line: 1 }
  const offset = unknownAlias(document)
  if (offset !== undefined) return { message: 'an alias has no anchor before it', line: lines.linePos(offset).line }
  if (error instanceof ReferenceError) return { message: 'too many aliases', line: 1 }
  return { message: 'a merge key (<<) needs a mapping', line: 1 }
}

/** Offset of the first alias whose anchor does not stand before it. Without recursion: the document may be deep. */
function unknownAlias(document: Document.Parsed): number | undefined {
  const anchors = new Set<string>()
  const stack: unknown[] = [document.contents]
  while (stack.length > 0) {
    const node = stack.pop()
    if (isAlias(node) && !anchors.has(node.source)) return node.range?.[0]
    if ((isScalar(node) || isCollection(node)) && node.anchor) anchors.add(node.anchor)
    if (isPair(node)) stack.push(node.value, node.key)
    if (isCollection(node)) for (const item of node.items.toReversed()) stack.push(item)
  }
  return undefined
}

/** Whether a value is part of itself, as `&a [*a]` is. Kubernetes refuses it, and whoever walks it would not come back. */
function holdsItself(value: unknown, above = new Set<object>(), done = new Set<object>()): boolean {
  if (typeof value !== 'object' || value === null || done.has(value)) return false
  if (above.has(value)) return true
  above.add(value)
  const found = Object.values(value).some(item => holdsItself(item, above, done))
  above.delete(value)
  done.add(value)
  return found
}
