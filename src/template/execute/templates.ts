import { Untraced } from '../errors.ts'
import { isBlank } from '../syntax/parser.ts'
import type { Node, ParsedTemplate } from '../syntax/tree.ts'
import type { TemplateSource } from '../value/site.ts'

/** A template that can be called by its name. */
export interface Definition {
  readonly source: TemplateSource
  readonly nodes: readonly Node[]
}

/**
 * The templates that can be called by name. What `tpl` is given may define more, or others in their place, for itself and
 * for all that it calls: then they stand in a set of their own before the outer ones.
 */
export class Templates {
  readonly #outer: Templates | undefined
  readonly #definitions = new Map<string, Definition>()

  constructor(outer?: Templates) {
    this.#outer = outer
  }

  /** Takes what a text defines; what is empty does not replace what is there. */
  add(source: TemplateSource, { defines }: ParsedTemplate): void {
    for (const [name, nodes] of defines) this.#define(name, { source, nodes })
  }

  /** Takes a file of the chart, which can be called by its path. */
  addFile(source: TemplateSource, parsed: ParsedTemplate): void {
    this.#define(source.name, { source, nodes: parsed.nodes })
    this.add(source, parsed)
  }

  find(name: string): Definition | undefined {
    // Helm's own name of the text that `tpl` was given.
    if (name === 'gotpl' && this.#outer) throw new Untraced('a text given to tpl calls itself')
    return this.#definitions.get(name) ?? this.#outer?.find(name)
  }

  #define(name: string, definition: Definition): void {
    if (isBlank(definition.nodes) && this.find(name)) return
    this.#definitions.set(name, definition)
  }
}
