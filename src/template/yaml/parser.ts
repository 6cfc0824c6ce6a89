import { YamlError } from './failure.ts'
import { Scanner } from './scanner.ts'
import type { Token, TokenKind } from './tokens.ts'
import type { Anchored, Node } from './tree.ts'

const CORE = 'tag:yaml.org,2002:'

/** Tokens before which a node may be left out, by where it would stand. */
const NO_ENTRY: ReadonlySet<TokenKind> = new Set(['block-entry', 'block-end'])
const NO_INDENTLESS_ENTRY: ReadonlySet<TokenKind> = new Set(['block-entry', 'key', 'value', 'block-end'])
const NO_BLOCK_NODE: ReadonlySet<TokenKind> = new Set(['key', 'value', 'block-end'])
const NO_PAIR_KEY: ReadonlySet<TokenKind> = new Set(['value', 'flow-entry', 'flow-sequence-end'])
const NO_PAIR_VALUE: ReadonlySet<TokenKind> = new Set(['flow-entry', 'flow-sequence-end'])
const NO_FLOW_KEY: ReadonlySet<TokenKind> = new Set(['value', 'flow-entry', 'flow-mapping-end'])
const NO_FLOW_VALUE: ReadonlySet<TokenKind> = new Set(['flow-entry', 'flow-mapping-end'])
const NO_DOCUMENT: ReadonlySet<TokenKind> = new Set(['directive', 'document-start', 'document-end', 'stream-end'])

/** Where a node stands, which decides what it may be. */
type Context = 'block' | 'block-or-indentless' | 'flow'

/** Reads the nodes of the first document; what comes after it is not looked at, as in Go. */
export class Parser {
  readonly #scanner: Scanner
  readonly #anchors = new Map<string, Anchored>()
  readonly #handles = new Map<string, string>()

  constructor(text: string) {
    this.#scanner = new Scanner(text)
  }

  /** The root of the first document; undefined when the text has none. @throws YamlError, Untraced */
  firstDocument(): Node | undefined {
    const first = this.#scanner.peek()
    if (first.kind === 'stream-end') return undefined
    const isExplicit = first.kind === 'directive' || first.kind === 'document-start'
    if (isExplicit) this.#readDirectives()
    const token = this.#scanner.peek()
    const root = isExplicit && NO_DOCUMENT.has(token.kind) ? emptyAt(token) : this.#node('block')
    this.#scanner.peek()
    return root
  }

  #next(): Token {
    this.#scanner.skip()
    return this.#scanner.peek()
  }

  #readDirectives(): void {
    let token = this.#scanner.peek()
    let hasVersion = false
    for (; token.kind === 'directive'; token = this.#next()) {
      const [name, handle = '', prefix = ''] = token.text.split(' ')
      if (name === '%YAML') {
        if (hasVersion || handle !== '1.1') throw new YamlError('another version of YAML, or two')
        hasVersion = true
      } else {
        if (this.#handles.has(handle)) throw new YamlError('a tag handle that is declared twice')
        this.#handles.set(handle, prefix)
      }
    }
    if (token.kind !== 'document-start') throw failure('did not find expected <document start>', token)
    this.#scanner.skip()
  }

  #node(context: Context): Node {
    let token = this.#scanner.peek()
    const first = token
    if (token.kind === 'alias') return this.#alias(token)
    let anchor: string | undefined
    let tag: string | undefined
    while ((token.kind === 'anchor' && anchor === undefined) || (token.kind === 'tag' && tag === undefined)) {
      if (token.kind === 'anchor') anchor = token.text
      else tag = token.text
      token = this.#next()
    }
    const anchored: Anchored = { node: undefined }
    if (anchor !== undefined) this.#anchors.set(anchor, anchored)
    const hasProperties = anchor !== undefined || tag !== undefined
    const node = this.#content(context, token, tag === undefined ? '' : this.#resolveTag(tag, first), hasProperties)
    anchored.node = node
    return node
  }

  #content(context: Context, token: Token, tag: string, hasProperties: boolean): Node {
    if (context === 'block-or-indentless' && token.kind === 'block-entry') return this.#indentlessSequence(token, tag)
    switch (token.kind) {
      case 'scalar': {
        this.#scanner.skip()
        const { start, end, text, isPlain } = token
        return { kind: 'scalar', start, end, tag, text, isPlain }
      }
      case 'flow-sequence-start':
        return this.#flowSequence(token, tag)
      case 'flow-mapping-start':
        return this.#flowMapping(token, tag)
      case 'block-sequence-start':
        if (context !== 'flow') return this.#blockSequence(token, tag)
        break
      case 'block-mapping-start':
        if (context !== 'flow') return this.#blockMapping(token, tag)
        break
    }
    if (hasProperties) return { ...emptyAt(token), tag }
    throw failure('did not find expected node content', token)
  }

  #alias({ text: name, start, end, line }: Token): Node {
    this.#scanner.skip()
    const target = this.#anchors.get(name)
    if (!target) throw new YamlError(`yaml: unknown anchor '${name}' referenced`, line >= 0)
    return { kind: 'alias', start, end, tag: '', name, target }
  }

  #resolveTag(tag: string, token: Token): string {
    if (tag.startsWith('!<')) return decodeTag(tag.slice(2, -1))
    const handle = /^!(?:[\w-]*!)?/.exec(tag)?.[0] ?? '!'
    const prefix = this.#handles.get(handle) ?? (handle === '!!' ? CORE : handle === '!' ? '!' : undefined)
    if (prefix === undefined) throw failure('found undefined tag handle', token)
    return prefix + decodeTag(tag.slice(handle.length))
  }

  #blockSequence({ start }: Token, tag: string): Node {
    const items: Node[] = []
    let token = this.#next()
    for (; token.kind === 'block-entry'; token = this.#scanner.peek()) {
      token = this.#next()
      items.push(NO_ENTRY.has(token.kind) ? emptyAt(token) : this.#node('block'))
    }
    if (token.kind !== 'block-end') throw failure("did not find expected '-' indicator", token)
    this.#scanner.skip()
    return { kind: 'sequence', start, end: token.start, tag, items }
  }

  /** A sequence on the column of the mapping that it is a value of. */
  #indentlessSequence({ start }: Token, tag: string): Node {
    const items: Node[] = []
    let token = this.#scanner.peek()
    for (; token.kind === 'block-entry'; token = this.#scanner.peek()) {
      token = this.#next()
      items.push(NO_INDENTLESS_ENTRY.has(token.kind) ? emptyAt(token) : this.#node('block'))
    }
    return { kind: 'sequence', start, end: token.start, tag, items }
  }

  #blockMapping({ start }: Token, tag: string): Node {
    const pairs: [Node, Node][] = []
    let token = this.#next()
    for (; token.kind === 'key'; token = this.#scanner.peek()) {
      token = this.#next()
      const key = NO_BLOCK_NODE.has(token.kind) ? emptyAt(token) : this.#node('block-or-indentless')
      pairs.push([key, this.#valueOf('block-or-indentless', NO_BLOCK_NODE)])
    }
    if (token.kind !== 'block-end') throw failure('did not find expected key', token)
    this.#scanner.skip()
    return { kind: 'mapping', start, end: token.start, tag, pairs }
  }

  /** What follows a key: nothing, a `:` alone, or a `:` and a node. */
  #valueOf(context: Context, none: ReadonlySet<TokenKind>): Node {
    let token = this.#scanner.peek()
    if (token.kind !== 'value') return emptyAt(token)
    token = this.#next()
    return none.has(token.kind) ? emptyAt(token) : this.#node(context)
  }

  #flowSequence({ start }: Token, tag: string): Node {
    const items: Node[] = []
    let token = this.#next()
    while (token.kind !== 'flow-sequence-end') {
      if (items.length > 0) token = this.#takeComma(token, "did not find expected ',' or ']'")
      if (token.kind === 'key') items.push(this.#flowPair(token))
      else if (token.kind !== 'flow-sequence-end') items.push(this.#node('flow'))
      token = this.#scanner.peek()
    }
    this.#scanner.skip()
    return { kind: 'sequence', start, end: token.end, tag, items }
  }

  #takeComma(token: Token, problem: string): Token {
    if (token.kind !== 'flow-entry') throw failure(problem, token)
    return this.#next()
  }

  /** `[key: value]`: a mapping of one pair. */
  #flowPair({ start }: Token): Node {
    const token = this.#next()
    const hasKey = !NO_PAIR_KEY.has(token.kind)
    const key = hasKey ? this.#node('flow') : emptyAt(token)
    // libyaml and its descendants lose the token there
    if (!hasKey) this.#scanner.skip()
    const value = this.#valueOf('flow', NO_PAIR_VALUE)
    return { kind: 'mapping', start, end: value.end, tag: '', pairs: [[key, value]] }
  }

  #flowMapping({ start }: Token, tag: string): Node {
    const pairs: [Node, Node][] = []
    let token = this.#next()
    while (token.kind !== 'flow-mapping-end') {
      if (pairs.length > 0) token = this.#takeComma(token, "did not find expected ',' or '}'")
      if (token.kind === 'key') {
        token = this.#next()
        const key = NO_FLOW_KEY.has(token.kind) ? emptyAt(token) : this.#node('flow')
        pairs.push([key, this.#valueOf('flow', NO_FLOW_VALUE)])
      } else if (token.kind !== 'flow-mapping-end') {
        pairs.push([this.#node('flow'), emptyAt(this.#scanner.peek())])
      }
      token = this.#scanner.peek()
    }
    this.#scanner.skip()
    return { kind: 'mapping', start, end: token.end, tag, pairs }
  }
}

const emptyAt = ({ start }: Token): Node => ({ kind: 'scalar', start, end: start, tag: '', text: '', isPlain: true })

/** What is wrong with a token. Go counts lines of these from 0, and does not name the first. */
const failure = (problem: string, { line }: Token): YamlError =>
  new YamlError(`yaml: ${line > 0 ? `line ${line}: ` : ''}${problem}`, line > 0)

function decodeTag(suffix: string): string {
  if (!suffix.includes('%')) return suffix
  try {
    return decodeURIComponent(suffix)
  } catch {
    throw new YamlError('a tag that is no UTF-8')
  }
}
