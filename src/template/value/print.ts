import { Budget, LIMITS } from '../execute/budget.ts'
import { bytesOf } from './bytes.ts'
import { formatFloat } from './float.ts'
import { dependingOn, rootDatum } from './provenance.ts'
import { concatAll } from './text.ts'
import { type Dict, type Num, type Opaque, sortedKeys, Text, type Value } from './value.ts'

/** What one item in a list or map costs: it is printed as a text of its own. */
export const STEPS_OF_ITEM = 10

/**
 * A value as Go's `%v` prints it; the text of strings keeps its pieces, everything else has the provenance of its value.
 * Nil is `<nil>`; that an action prints `<no value>` instead is the executor's business.
 * @throws Untraced for what has no end (a dict that holds itself) or would be too long.
 */
export function printValue(value: Value, budget: Budget = new Budget({ ...LIMITS, steps: 5_000_000 })): Text {
  if (value.kind === 'text' && !value.isBytes) return value
  if (value.kind === 'list' || value.kind === 'dict') return concatAll(pieces(value, budget))
  return new Text(printPlain(value), value.provenance)
}

function printPlain(value: Exclude<Value, { kind: 'list' | 'dict' }>): string {
  switch (value.kind) {
    case 'nil':
      return '<nil>'
    case 'bool':
      return String(value.value)
    case 'number':
      return printNumber(value)
    case 'text':
      return value.isBytes ? `[${bytesOf(value).join(' ')}]` : value.string
    case 'opaque':
      return value.printed
  }
}

/** A number as Go prints it: floats from a million on with an exponent, `1e+06`. */
export const printNumber = ({ value, type }: Num): string =>
  type === 'float64' ? formatFloat(value) : String(value === 0 ? 0 : value)

function pieces(value: Value, budget: Budget): (Text | string)[] {
  budget.step(STEPS_OF_ITEM)
  if (value.kind === 'list') {
    const begin = new Text('[', value.provenance)
    return budget.deeper(() => [begin, ...separated(value.items.map(item => pieces(item, budget))), ']'])
  }
  if (value.kind === 'dict') return budget.deeper(() => ['map[', ...separated(entriesOf(value, budget)), ']'])
  if (value.kind === 'opaque' && isPointer(value)) return [new Text('0xc000000000', dependingOn(rootDatum('volatile')))]
  const text = printValue(value, budget)
  budget.write(text.string.length)
  return [text]
}

const entriesOf = (dict: Dict, budget: Budget): (Text | string)[][] =>
  sortedKeys(dict).map(key => {
    const value = dict.entries.get(key)
    return [new Text(`${key}:`, dict.provenance), ...(value ? pieces(value, budget) : [])]
  })

const separated = (parts: readonly (readonly (Text | string)[])[]): (Text | string)[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [' ', ...part]))

/** Inside a list or map Go prints a pointer's address, which differs in each run. */
const isPointer = ({ goType, printed }: Opaque): boolean => goType.startsWith('*') && printed.startsWith('&')
