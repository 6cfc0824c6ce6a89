import { FUNCTIONS } from '../functions/index.ts'
import { parseTemplate } from '../syntax/parser.ts'
import type { ParsedTemplate } from '../syntax/tree.ts'
import { EXECUTED } from './running-functions.ts'

/** UTF-16 units of all texts that are kept; charts of one repository share many of them. */
const MAX_KEPT = 20_000_000

const kept = new Map<string, ParsedTemplate>()
let size = 0

const isFunction = (name: string): boolean => FUNCTIONS.has(name) || EXECUTED.has(name)

/** Parses a text that was not met before. @param name as helm names it. @throws TemplateError, Untraced */
export function parseOnce(text: string, name: string): ParsedTemplate {
  const known = kept.get(text)
  // A text that defines its own name is another template under that name.
  if (known && !known.defines.has(name)) return known
  const parsed = parseTemplate(text, name, isFunction)
  if (!text.includes(name)) keep(text, parsed)
  return parsed
}

function keep(text: string, parsed: ParsedTemplate): void {
  if (size + text.length > MAX_KEPT) {
    kept.clear()
    size = 0
  }
  kept.set(text, parsed)
  size += text.length
}
