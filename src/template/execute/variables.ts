import { TemplateError } from '../errors.ts'
import { type Dependencies, union } from '../value/provenance.ts'
import type { Condition } from '../value/site.ts'
import { depending, type Value } from '../value/value.ts'

interface Variable {
  readonly name: string
  value: Value
  /** The innermost condition around its declaration. */
  readonly condition: Condition | undefined
}

/** The variables of one template in the order of their declaration; a later one hides those of its name. */
export class Variables {
  readonly #variables: Variable[]

  /** @param dot what `$` is. */
  constructor(dot: Value, condition: Condition | undefined) {
    this.#variables = [{ name: '$', value: dot, condition }]
  }

  /** To be given to `leave` when the block ends. */
  enter(): number {
    return this.#variables.length
  }

  /** Forgets what was declared since `enter`. */
  leave(mark: number): void {
    this.#variables.length = mark
  }

  declare(name: string, value: Value, condition: Condition | undefined): void {
    this.#variables.push({ name, value, condition })
  }

  /** `=`; the value then depends on the conditions between the declaration and here. */
  assign(name: string, value: Value, condition: Condition | undefined): void {
    const variable = this.#find(name)
    variable.value = depending(value, dependenciesBetween(condition, variable.condition))
  }

  /** What a variable would be if a branch had been taken that was not: its value depends on the branch's condition. */
  mayBeAssigned(name: string, condition: Condition): void {
    const variable = this.#variables.findLast(variable => variable.name === name)
    if (variable) variable.value = depending(variable.value, condition.depends)
  }

  /** Gives the loop variable declared last (or `fromTop` places before) its value of an iteration. */
  setFromTop(fromTop: number, value: Value): void {
    const variable = this.#variables.at(-fromTop)
    if (variable) variable.value = value
  }

  get(name: string): Value {
    return this.#find(name).value
  }

  #find(name: string): Variable {
    const variable = this.#variables.findLast(variable => variable.name === name)
    if (!variable) throw new TemplateError(`undefined variable: ${name}`)
    return variable
  }
}

/** What the conditions depend on that are around one place and not around an outer one. */
function dependenciesBetween(inner: Condition | undefined, outer: Condition | undefined): Dependencies | undefined {
  let depends: Dependencies | undefined
  for (let at = inner; at && at !== outer; at = at.parent) depends = union(depends, at.depends)
  return depends
}
