import { type Labels, labelAt } from '../selectors.ts'

/** A parsed selector expression of Calico. */
export interface CalicoSelector {
  /** The label keys it asks about. */
  readonly keys: ReadonlySet<string>
  matches(labels: Labels): boolean
}

type Test = (labels: Labels) => boolean

// Blanks are spaces and tabs; a line end is refused, as in projectcalico/calico libcalico-go/lib/selector/tokenizer.
const S = '[ \\t]*'
// All of a key: without the look-ahead `kin {…}` would be read as `k in {…}`.
const KEY = '([\\w./-]+)(?![\\w./-])'
const TEXT = `(?:"[^"]*"|'[^']*')`
const token = (pattern: string): RegExp => new RegExp(`^${S}${pattern}`)

const END = token('$')
const OR = token('\\|\\|')
const AND = token('&&')
const NOT = token('!')
const OPEN = token('\\(')
const CLOSE = token('\\)')
const ALL = token(`(?:all|global)\\(${S}\\)`)
const HAS = token(`has\\(${S}${KEY}${S}\\)`)
const COMPARE = token(`${KEY}${S}(==|!=|contains|starts${S}with|ends${S}with)${S}(${TEXT})`)
const IN = token(`${KEY}${S}(in|not${S}in)${S}\\{${S}((?:${TEXT}${S},${S})*(?:${TEXT}${S})?)\\}`)

/** Deeper parentheses are refused, so that no text can exhaust the stack. */
const DEEPEST = 100

/**
 * Parses a selector expression such as `has(role) && tier in {'a', 'b'}`; undefined when Calico would refuse it.
 * An empty one takes everything, and so does `global()`, which the API allows for the namespaces of peers only.
 * https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#selectors
 */
export function parseCalicoSelector(text: string): CalicoSelector | undefined {
  const parser = new Parser(text)
  const matches = parser.parse()
  return matches && { keys: parser.keys, matches }
}

/** Recursive descent: `||` binds least, then `&&`, then `!`. */
class Parser {
  readonly keys = new Set<string>()
  #rest: string
  #depth = 0

  constructor(text: string) {
    this.#rest = text
  }

  parse(): Test | undefined {
    if (this.#take(END)) return () => true
    const test = this.#or()
    return this.#take(END) && test
  }

  /** The groups of a token at the beginning of the rest, which it is cut off from. */
  #take(token: RegExp): readonly (string | undefined)[] | undefined {
    const match = token.exec(this.#rest)
    if (match) this.#rest = this.#rest.slice(match[0].length)
    return match?.slice(1)
  }

  #or(): Test | undefined {
    const tests = this.#joined(OR, () => this.#and())
    return tests && (labels => tests.some(test => test(labels)))
  }

  #and(): Test | undefined {
    const tests = this.#joined(AND, () => this.#term())
    return tests && (labels => tests.every(test => test(labels)))
  }

  #joined(operator: RegExp, operand: () => Test | undefined): Test[] | undefined {
    const tests: Test[] = []
    do {
      const test = operand()
      if (!test) return undefined
      tests.push(test)
    } while (this.#take(operator))
    return tests
  }

  #term(): Test | undefined {
    let isNegated = false
    while (this.#take(NOT)) isNegated = !isNegated
    const test = this.#plainTerm()
    return test && isNegated ? labels => !test(labels) : test
  }

  #plainTerm(): Test | undefined {
    if (this.#take(ALL)) return () => true
    if (this.#take(OPEN)) return this.#closed()
    const has = this.#take(HAS)
    if (has) return this.#about(has[0], label => label !== undefined)
    const [comparedKey, operator = '', text] = this.#take(COMPARE) ?? []
    if (text !== undefined) return this.#about(comparedKey, comparison(operator, text.slice(1, -1)))
    const [key, word = '', list] = this.#take(IN) ?? []
    return list === undefined ? undefined : this.#about(key, membership(word, list))
  }

  #closed(): Test | undefined {
    if (this.#depth === DEEPEST) return undefined
    this.#depth++
    const test = this.#or()
    this.#depth--
    return this.#take(CLOSE) && test
  }

  #about(key = '', test: (label: string | undefined) => boolean): Test {
    this.keys.add(key)
    return labels => test(labelAt(labels, key))
  }
}

/** `!=` and `not in` hold for a missing label, the others do not. */
function comparison(operator: string, value: string): (label: string | undefined) => boolean {
  switch (operator[0]) {
    case '=':
      return label => label === value
    case '!':
      return label => label !== value
    case 'c':
      return label => label?.includes(value) ?? false
    case 's':
      return label => label?.startsWith(value) ?? false
    default:
      return label => label?.endsWith(value) ?? false
  }
}

function membership(word: string, list: string): (label: string | undefined) => boolean {
  const values = new Set(list.match(new RegExp(TEXT, 'g'))?.map(text => text.slice(1, -1)))
  return word === 'in'
    ? label => label !== undefined && values.has(label)
    : label => label === undefined || !values.has(label)
}
