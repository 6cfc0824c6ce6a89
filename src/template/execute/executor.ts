import { TemplateError, Untraced } from '../errors.ts'
import type { TemplateFunction } from '../functions/function.ts'
import type { ParsedTemplate } from '../syntax/tree.ts'
import type { Condition, Frame } from '../value/site.ts'
import type { Text, Value } from '../value/value.ts'
import type { Budget } from './budget.ts'
import { Output, withoutNoValue } from './output.ts'
import { Source } from './source.ts'
import type { Machine, Scope } from './state.ts'
import { type Definition, Templates } from './templates.ts'
import { Variables } from './variables.ts'
import { walk } from './walk.ts'

/** Gives the tree of a text. @throws TemplateError, Untraced */
export type Parse = (text: string, name: string) => ParsedTemplate

/** How many characters of a text given to `tpl` count as one step. */
const CHARACTERS_PARSED = 8

/** What led to the call of a template. */
interface Call {
  readonly templates: Templates
  readonly frame: Frame | undefined
  readonly condition: Condition | undefined
}

/** Runs the templates of one chart: all are added before the first one runs, and what one does to `.Values` the next one sees. */
export class Executor implements Machine {
  readonly budget: Budget
  readonly functions: ReadonlyMap<string, TemplateFunction>
  readonly #parse: Parse
  readonly #templates = new Templates()
  #hasChanged = false

  constructor(given: {
    readonly budget: Budget
    readonly functions: ReadonlyMap<string, TemplateFunction>
    readonly parse: Parse
  }) {
    this.budget = given.budget
    this.functions = given.functions
    this.#parse = given.parse
  }

  /** Whether a template may have changed what others see. */
  get hasChanged(): boolean {
    return this.#hasChanged
  }

  noteChange(): void {
    this.#hasChanged = true
  }

  /** Adds a file of the chart under its path. @throws TemplateError when it does not parse. */
  add(name: string, text: string): void {
    this.#templates.addFile(
      new Source(name, text),
      withinStack(() => this.#parse(text, name)),
    )
  }

  /**
   * What a file prints, without Go's `<no value>`.
   * @param condition what is around the file as a whole. @throws TemplateError, Untraced
   */
  execute(name: string, dot: Value, condition?: Condition): Text {
    const call = { templates: this.#templates, frame: undefined, condition }
    return withinStack(() => withoutNoValue(this.#run(this.#find(name, this.#templates), dot, call)))
  }

  include(name: string, dot: Value, { state, condition }: Scope, offset: number): Text {
    const { templates, source } = state
    const frame = { parent: state.frame, source, offset, name }
    return this.#run(this.#find(name, templates), dot, { templates, frame, condition })
  }

  expand(text: Text, dot: Value, { state, condition }: Scope, offset: number): Text {
    if (!text.string.includes('{{')) return withoutNoValue(text)
    const source = new Source(state.source.name, text.string, text)
    this.budget.step(Math.floor(text.string.length / CHARACTERS_PARSED))
    const parsed = this.#parse(text.string, 'gotpl')
    const templates = parsed.defines.size > 0 ? new Templates(state.templates) : state.templates
    templates.add(source, parsed)
    const frame = { parent: state.frame, source: state.source, offset, name: 'tpl' }
    return withoutNoValue(this.#run({ source, nodes: parsed.nodes }, dot, { templates, frame, condition }))
  }

  #find(name: string, templates: Templates): Definition {
    const found = templates.find(name)
    if (!found) throw new TemplateError(`template: no template "${name}" associated with template "gotpl"`)
    return found
  }

  #run({ source, nodes }: Definition, dot: Value, { templates, frame, condition }: Call): Text {
    return this.budget.deeper(() => {
      const output = new Output(this.budget)
      const variables = new Variables(dot, condition)
      const state = { machine: this, templates, source, frame, variables, output }
      walk(nodes, { state, dot, condition })
      return output.finished()
    })
  }
}

/** Runs something; where JavaScript's stack is not deep enough for it, that is a limit of ours. */
function withinStack<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof RangeError) throw new Untraced('the templates are nested too deeply')
    throw error
  }
}
