import { printValue } from '../value/print.ts'
import { alsoDepending, type Dependencies, type Provenance } from '../value/provenance.ts'
import type { Site } from '../value/site.ts'
import { type Segment, Text } from '../value/text.ts'
import type { Value } from '../value/value.ts'
import type { Budget } from './budget.ts'

/** What Go prints for nil; helm removes it from its results. */
const NO_VALUE = '<no value>'

/** What a template has printed so far. */
export class Output {
  readonly #budget: Budget
  readonly #segments: Segment[] = []

  constructor(budget: Budget) {
    this.#budget = budget
  }

  /** Text of a template. */
  text(text: string, site: Site, provenance?: Provenance): void {
    this.#budget.write(text.length)
    this.#segments.push({ text, site, linesBefore: 0, provenance })
  }

  /** What an action printed; if that is nothing, an empty piece marks the place. Pieces that have a site keep it. */
  value(value: Value, site: Site, depends: Dependencies | undefined): void {
    const printed = printAction(value)
    const { segments } = depends ? printed.depending(depends) : printed
    if (segments.length === 0) this.nothing(site, alsoDepending(printed.provenance, depends))
    this.#budget.write(printed.string.length)
    for (const segment of segments) this.#segments.push(segment.site ? segment : { ...segment, site })
  }

  /** A place that printed nothing. */
  nothing(site: Site, provenance?: Provenance): void {
    this.#segments.push({ text: '', site, linesBefore: 0, provenance })
  }

  finished(): Text {
    return new Text(this.#segments)
  }
}

/** As `{{ value }}` prints it. */
function printAction(value: Value): Text {
  if (value.kind === 'nil') return new Text(NO_VALUE, value.provenance)
  return value.kind === 'text' && !value.isBytes ? value : printValue(value)
}

/** The text without Go's `<no value>`; a piece that was nothing else stays as an empty one. */
export function withoutNoValue(text: Text): Text {
  const found = text.string.indexOf(NO_VALUE)
  if (found < 0) return text
  let next = found
  let offset = 0
  const segments = text.segments.map(segment => {
    const end = offset + segment.text.length
    let kept = ''
    while (offset < end) {
      if (offset < next || next < 0) {
        const stop = next < 0 ? end : Math.min(end, next)
        kept += segment.text.slice(segment.text.length - (end - offset), segment.text.length - (end - stop))
        offset = stop
      } else {
        offset = Math.min(end, next + NO_VALUE.length)
        if (offset === next + NO_VALUE.length) next = text.string.indexOf(NO_VALUE, offset)
      }
    }
    return kept === segment.text ? segment : { ...segment, text: kept }
  })
  return new Text(segments)
}
