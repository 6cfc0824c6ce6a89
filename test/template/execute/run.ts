import { Budget, LIMITS, type Limits } from '../../../src/template/execute/budget.ts'
import { Executor } from '../../../src/template/execute/executor.ts'
import { parseOnce } from '../../../src/template/execute/parse.ts'
import { FUNCTIONS } from '../../../src/template/functions/index.ts'
import { childDatum, type Datum, flatten, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import type { Segment } from '../../../src/template/value/text.ts'
import { Bool, Dict, List, Nil, Num, Text, type Value } from '../../../src/template/value/value.ts'

/** Values of a chart as the templates see them: each node knows its key. */
export function labelled(plain: unknown, alias: Datum = rootDatum('values')): Value {
  const provenance = { alias, depends: undefined }
  if (typeof plain === 'string') return new Text(plain, provenance)
  if (typeof plain === 'number') return new Num(plain, 'float64', provenance)
  if (typeof plain === 'boolean') return new Bool(plain, provenance)
  if (Array.isArray(plain))
    return new List(
      plain.map((item, i) => labelled(item, childDatum(alias, i))),
      provenance,
    )
  if (typeof plain !== 'object' || plain === null) return new Nil(provenance)
  const entries = Object.entries(plain).map(([key, item]) => [key, labelled(item, childDatum(alias, key))] as const)
  return new Dict(new Map(entries), provenance)
}

/** The template that is run, as errors and pieces name it. */
export const MAIN = 'c/templates/main.yaml'

/** What a template prints, with others (by name) at hand. */
export function run(
  template: string,
  values: object = {},
  others: Readonly<Record<string, string>> = {},
  limits: Limits = LIMITS,
): Text {
  const executor = new Executor({ budget: new Budget(limits), functions: FUNCTIONS, parse: parseOnce })
  executor.add(MAIN, template)
  for (const [name, text] of Object.entries(others)) executor.add(name, text)
  return executor.execute(MAIN, new Dict(new Map([['Values', labelled(values)]])))
}

/** A piece in short: its text, the line it is on in its source, and the values keys it is or depends on. */
export interface Piece {
  readonly text: string
  readonly line: number | undefined
  readonly is?: string
  readonly depends?: readonly string[]
}

/** The pieces of an output. */
export const piecesOf = (text: Text): Piece[] => text.segments.map(pieceOf)

function pieceOf({ text, site, linesBefore, provenance }: Segment): Piece {
  const depends = [...flatten(provenance?.depends)].map(nameOf)
  return {
    text,
    line: site && site.source.lineOf(site.offset) + linesBefore,
    ...(provenance?.alias && { is: nameOf(provenance.alias) }),
    ...(depends.length > 0 && { depends }),
  }
}

/** `a.b.0`; what does not come from the values has its source in front. */
export const nameOf = (datum: Datum): string =>
  [...(datum.source === 'values' ? [] : [datum.source]), ...pathOf(datum)].join('.')
