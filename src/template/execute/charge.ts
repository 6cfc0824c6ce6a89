import type { Value } from '../value/value.ts'
import type { Budget } from './budget.ts'

/** How many characters, pieces of text, and items of lists and maps count as one step where a function takes or gives them. */
const CHARACTERS = 32
const PIECES = 4
const ITEMS = 2

/** Makes who takes or gives a value pay for its size; what is in the items of lists and maps is not counted. */
export function charge(value: Value, budget: Budget): void {
  switch (value.kind) {
    case 'text':
      budget.step(Math.floor(value.string.length / CHARACTERS + value.pieceCount / PIECES))
      break
    case 'list':
      budget.step(Math.floor(value.items.length / ITEMS))
      break
    case 'dict':
      budget.step(Math.floor(value.entries.size / ITEMS))
      break
  }
}
