import type { TableData } from '../data.ts'
import { element } from './element.ts'
import { count } from './marks.ts'

/** A table that moves by itself where it is wider than the screen; nothing where it has no rows. */
export function tablePart({ title, head, rows, more }: TableData): HTMLElement[] {
  if (rows.length === 0) return []
  const content = element(
    'table',
    { class: 'plain' },
    element('caption', {}, title),
    element('thead', {}, element('tr', {}, ...head.map(text => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map(text => element('td', {}, text))))),
  )
  return [
    element('div', { class: 'wide', role: 'region', 'aria-label': title, tabindex: 0 }, content),
    ...(more > 0 ? [element('p', { class: 'note' }, `${count(more, 'more row')} in the JSON report.`)] : []),
  ]
}
