import { asMapping, asText, type Mapping, valueAt } from './untyped.ts'
import { parseText } from './yaml.ts'

/*
 * A CRD of the operator has thousands of lines, nearly all of them schemas and descriptions. They are cut by
 * indentation, before anything is parsed: block style is what controller-gen, helm and kubectl print.
 */

const ESO_GROUP = /^(?:generators\.)?external-secrets\.io$/
const SCHEMA_LINE = /^( *)(- +)?schema:[ \t\r]*$/gm
/** A property may be called `description`, but then its schema stands in the lines below. */
const DESCRIPTION_LINE = /^ *description:[ \t]*[^\s]/
const KEY = /^ *["']?([^\s"':]+)["']?:/

/** Whether the text of a CRD can be one of the operator's: the name is there, or an escape that may write it. */
export const mayBeOfEso = (text: string): boolean => text.includes('external-secrets.io') || text.includes('\\')

/** Whether the body of a CRD is of the operator's groups; undefined when it does not say its group. */
export function isOfEso(body: unknown): boolean | undefined {
  const group = asText(valueAt(body, ['spec', 'group']))
  return group === undefined ? undefined : ESO_GROUP.test(group)
}

/** A CRD without its schemas. */
export const withoutSchemas = (crd: string): string => cut(crd).rest.join('')

/** A CRD without its schemas; every other line stays where it was. */
export function outlineOf(crd: string): string {
  const { rest, schemas } = cut(crd)
  return rest.map((text, i) => text + (schemas[i] ?? '').replace(/[^\n]+/g, '')).join('')
}

/** The schemas in a CRD's text, in the order of its versions. */
export const schemaTexts = (crd: string): string[] => cut(crd).schemas

/** The schemas, and what stands before, between and behind them. */
function cut(crd: string): { rest: string[]; schemas: string[] } {
  const rest: string[] = []
  const schemas: string[] = []
  let from = 0
  for (;;) {
    SCHEMA_LINE.lastIndex = from
    const match = SCHEMA_LINE.exec(crd)
    if (!match) return { rest: [...rest, crd.slice(from)], schemas }
    const [line, spaces = '', dash = ''] = match
    const start = match.index + line.length
    const end = endOfBlock(crd, start, spaces.length + dash.length)
    rest.push(crd.slice(from, start))
    schemas.push(crd.slice(start, end))
    from = end
  }
}

/** The line break before the next line that is indented as deep or less; comments are as deep as what is around them. */
function endOfBlock(text: string, start: number, indent: number): number {
  const next = new RegExp(`\\n {0,${indent}}[^\\s#]`, 'g')
  next.lastIndex = start
  return next.exec(text)?.index ?? text.length
}

/** How deep a line stands; empty lines and comments are as deep as what is around them. */
function indentOf(line: string): number {
  const indent = line.search(/\S/)
  return indent < 0 || line[indent] === '#' ? Number.POSITIVE_INFINITY : indent
}

const PROVIDERS = ['openAPIV3Schema', 'properties', 'spec', 'properties', 'provider', 'properties']

/**
 * Parses a schema, without descriptions. Of the providers of a store only those in use are read; the schema of
 * every other is null. Undefined when it cannot be read.
 */
export function parseSchema(text: string, providers: ReadonlySet<string>): Mapping | undefined {
  const kept: string[] = []
  const above: { indent: number; key: string }[] = []
  let skipped = Number.POSITIVE_INFINITY
  for (const line of text.split('\n')) {
    const indent = indentOf(line)
    if (indent > skipped || indent === Number.POSITIVE_INFINITY) continue
    skipped = DESCRIPTION_LINE.test(line) ? indent : Number.POSITIVE_INFINITY
    if (skipped === indent) continue
    kept.push(line)
    const key = KEY.exec(line)?.[1]
    if (key === undefined) continue
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop()
    if (isProvider(above) && !providers.has(key)) skipped = indent
    above.push({ indent, key })
  }
  return asMapping(asMapping(parseText(kept.join('\n')).body)?.openAPIV3Schema)
}

const isProvider = (above: readonly { key: string }[]): boolean =>
  above.length === PROVIDERS.length && PROVIDERS.every((key, i) => above[i]?.key === key)
