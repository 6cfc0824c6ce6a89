import { unquote } from './literals.ts'
import { atPlace, deeper, parsePipeline, type Surroundings } from './pipeline.ts'
import { Tokens } from './tokens.ts'
import type { BranchNode, CallNode, Node, ParsedTemplate } from './tree.ts'

/**
 * Parses a template as Go's text/template does.
 * @param name as helm names the file; a `define` of that name in it is the file itself
 * @param isFunction which names are functions; another one is an error
 * @throws TemplateError where Go would not parse it; Untraced for literals and nesting that we do not follow.
 */
export function parseTemplate(
  text: string,
  name = '',
  isFunction: (name: string) => boolean = () => true,
): ParsedTemplate {
  return new Parser(text, name, isFunction).parse()
}

/** Whether nodes are nothing but white space; a `define` like that does not replace a filled one. */
export const isBlank = (nodes: readonly Node[]): boolean =>
  nodes.every(node => node.kind === 'text' && WHITE_SPACE.test(node.text))

/** As Go has it: U+FEFF is none. */
const WHITE_SPACE = /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/

/** The text, or a `define` or `block` in it: variables and loops outside of it do not count inside. */
interface Tree extends Surroundings {
  /** How many `range` are around a place. */
  ranges: number
}

/** `{{ end }}`, or `{{ else` with what may come behind it. */
interface Ending {
  readonly kind: 'end' | 'else'
  readonly offset: number
}

interface List {
  readonly nodes: readonly Node[]
  readonly ending: Ending
}

class Parser {
  readonly #tokens: Tokens
  readonly #name: string
  readonly #isFunction: (name: string) => boolean
  readonly #defines = new Map<string, readonly Node[]>()

  constructor(text: string, name: string, isFunction: (name: string) => boolean) {
    this.#tokens = new Tokens(text, name)
    this.#name = name
    this.#isFunction = isFunction
  }

  parse(): ParsedTemplate {
    const tokens = this.#tokens
    const tree = this.#newTree()
    const nodes: Node[] = []
    while (tokens.peek().kind !== 'stop') {
      if (this.#isAtDefine()) {
        this.#parseDefine()
        continue
      }
      const node = this.#parseNode(tree)
      if (isEnding(node)) throw tokens.error(`unexpected {{${node.kind}}}`)
      nodes.push(node)
    }
    this.#define(this.#name, nodes)
    const root = this.#defines.get(this.#name) ?? nodes
    this.#defines.delete(this.#name)
    return { nodes: root, defines: this.#defines, isEmpty: isBlank(root) }
  }

  #newTree(depth = 0): Tree {
    return { tokens: this.#tokens, isFunction: this.#isFunction, variables: ['$'], ranges: 0, depth }
  }

  #isAtDefine(): boolean {
    const tokens = this.#tokens
    if (tokens.peek().kind !== 'open') return false
    return tokens.peek(tokens.peek(1).kind === 'space' ? 2 : 1).kind === 'define'
  }

  /** `define` only stands outside of everything else. */
  #parseDefine(): void {
    const tokens = this.#tokens
    tokens.next()
    tokens.nextSolid()
    const name = this.#parseName('define clause')
    tokens.expect('close', 'define clause')
    const { nodes, ending } = this.#parseList(this.#newTree())
    if (ending.kind !== 'end') throw tokens.error('unexpected {{else}} in define clause')
    this.#define(name, nodes)
  }

  /** Of two with one name only one may be filled. */
  #define(name: string, nodes: readonly Node[]): void {
    const known = this.#defines.get(name)
    if (!known || isBlank(known)) this.#defines.set(name, nodes)
    else if (!isBlank(nodes)) throw this.#tokens.error(`template: multiple definition of template "${name}"`)
  }

  #parseName(context: string): string {
    const tokens = this.#tokens
    const token = tokens.nextSolid()
    if (token.kind !== 'string' && token.kind !== 'rawString') throw tokens.unexpected(token, context)
    return atPlace(tokens, () => unquote(token.text))
  }

  #parseList(tree: Tree): List {
    const nodes: Node[] = []
    while (this.#tokens.peek().kind !== 'stop') {
      const node = this.#parseNode(tree)
      if (isEnding(node)) return { nodes, ending: node }
      nodes.push(node)
    }
    throw this.#tokens.error('unexpected EOF')
  }

  #parseNode(tree: Tree): Node | Ending {
    const tokens = this.#tokens
    const { kind, offset, text } = tokens.peek()
    if (kind !== 'text' && kind !== 'open') throw tokens.unexpected(tokens.next(), 'input')
    tokens.next()
    if (kind === 'text') return { kind, offset, text }
    const word = tokens.peekSolid().kind
    switch (word) {
      case 'if':
      case 'with':
      case 'range':
        return this.#parseBranch(tree, word, offset)
      case 'break':
      case 'continue':
        tokens.next()
        tokens.expect('close', `{{${word}}}`)
        if (tree.ranges === 0) throw tokens.error(`{{${word}}} outside {{range}}`)
        return { kind: word, offset }
      case 'else':
      case 'end':
        return this.#parseEnding(word, offset)
      case 'block':
        return this.#parseBlock(tree, offset)
      case 'template':
        return this.#parseCall(tree, offset)
      default:
        return { kind: 'action', offset, pipeline: parsePipeline(tree, 'command') }
    }
  }

  #parseEnding(kind: Ending['kind'], offset: number): Ending {
    const tokens = this.#tokens
    tokens.next()
    const isElseIf = kind === 'else' && ['if', 'with'].includes(tokens.peekSolid().kind)
    if (!isElseIf) tokens.expect('close', kind)
    return { kind, offset }
  }

  #parseBranch(tree: Tree, kind: BranchNode['kind'], offset: number): BranchNode {
    return deeper(tree, () => {
      const declared = tree.variables.length
      this.#tokens.next()
      const pipeline = parsePipeline(tree, kind)
      if (kind === 'range') tree.ranges++
      const { nodes, ending } = this.#parseList(tree)
      if (kind === 'range') tree.ranges--
      const otherwise = ending.kind === 'else' ? this.#parseElse(tree, kind, ending.offset) : undefined
      // What the body declares is known to `else` as well; it fails there when it runs.
      tree.variables.length = declared
      return { kind, offset, pipeline, body: nodes, otherwise }
    })
  }

  /** `else if` in an `if` and `else with` in a `with` share its `end`. */
  #parseElse(tree: Tree, kind: BranchNode['kind'], offset: number): readonly Node[] {
    if (kind !== 'range' && this.#tokens.peek().kind === kind) return [this.#parseBranch(tree, kind, offset)]
    const { nodes, ending } = this.#parseList(tree)
    if (ending.kind !== 'end') throw this.#tokens.error('expected end; found {{else}}')
    return nodes
  }

  #parseCall(tree: Tree, offset: number): CallNode {
    const tokens = this.#tokens
    tokens.next()
    const name = this.#parseName('template clause')
    if (tokens.peekSolid().kind !== 'close')
      return { kind: 'call', offset, name, pipeline: parsePipeline(tree, 'template clause') }
    tokens.next()
    return { kind: 'call', offset, name, pipeline: undefined }
  }

  #parseBlock(tree: Tree, offset: number): CallNode {
    const tokens = this.#tokens
    tokens.next()
    const name = this.#parseName('block clause')
    const pipeline = parsePipeline(tree, 'block clause')
    const start = tokens.last
    const { nodes, ending } = deeper(tree, () => this.#parseList(this.#newTree(tree.depth)))
    if (ending.kind !== 'end') throw tokens.error('unexpected {{else}} in block clause', start)
    this.#define(name, nodes)
    return { kind: 'call', offset, name, pipeline }
  }
}

const isEnding = (node: Node | Ending): node is Ending => node.kind === 'end' || node.kind === 'else'
