import type { TemplateFunction } from '../functions/function.ts'
import type { Condition, Frame, TemplateSource } from '../value/site.ts'
import type { Text, Value } from '../value/value.ts'
import type { Budget } from './budget.ts'
import type { Output } from './output.ts'
import type { Templates } from './templates.ts'
import type { Variables } from './variables.ts'

/** What is the same for all templates of a chart. */
export interface Machine {
  readonly budget: Budget
  /** All but those that run templates themselves. */
  readonly functions: ReadonlyMap<string, TemplateFunction>
  /** To be told when a map is changed that other templates may see. */
  noteChange(): void
  /**
   * What the template of a name prints; its pieces know the call.
   * @param offset of the call. @throws TemplateError, Untraced
   */
  include(name: string, dot: Value, scope: Scope, offset: number): Text
  /** What a text prints that is itself a template. @throws TemplateError, Untraced */
  expand(text: Text, dot: Value, scope: Scope, offset: number): Text
}

/** One template that is running. */
export interface State {
  readonly machine: Machine
  /** Those that it can call. */
  readonly templates: Templates
  readonly source: TemplateSource
  readonly frame: Frame | undefined
  readonly variables: Variables
  readonly output: Output
}

/** Where a running template is: what dot means there, and what led there. */
export interface Scope {
  readonly state: State
  readonly dot: Value
  readonly condition: Condition | undefined
}
