import { TemplateError } from '../errors.ts'
import type { TemplateSource } from '../value/site.ts'

/** The error with its place, which is this one unless it has one from further inside. */
export function placed(error: unknown, source: TemplateSource, offset: number): unknown {
  if (error instanceof TemplateError)
    error.place ??= { template: source.name, line: source.lineOf(offset), column: columnOf(source.text, offset) }
  return error
}

const columnOf = (text: string, offset: number): number =>
  offset - (offset > 0 ? text.lastIndexOf('\n', offset - 1) : -1)
