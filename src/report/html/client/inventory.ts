import type { PageData } from '../data.ts'
import { element } from './element.ts'
import { tablePart } from './table.ts'

/** What an audit looks at: everything of a kind, right or wrong. */
export function inventory(root: HTMLElement, { inventory }: PageData): void {
  if (root.childElementCount > 1) return
  root.append(
    element('p', { class: 'lead' }, 'Everything of a kind, right or wrong, for whoever looks through it.'),
    ...(inventory.length > 0
      ? inventory.flatMap(tablePart)
      : [element('p', { class: 'empty' }, 'There is no operator here, no store, and nobody who may write its kinds.')]),
  )
}
