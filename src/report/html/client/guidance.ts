import type { PageData, VerdictData } from '../data.ts'
import { type Address, linkTo } from './address.ts'
import { element } from './element.ts'
import { statusMark } from './marks.ts'
import { coverageBar, evidenceOf } from './overview.ts'

/** The chapters of the guidance by the letters of their rows. */
const CHAPTERS: Readonly<Record<string, string>> = {
  TM: 'Threat model',
  RM: 'Rights',
  PC: 'Provider credentials',
  NI: 'Isolation of namespaces',
  PS: 'PushSecrets',
  AC: 'Admission control',
  NS: 'Network',
  AO: 'Audit and observability',
}

/** The guidance row by row: what it asks for, and what can be said about it here. */
export function guidance(root: HTMLElement, { coverage }: PageData, address: Address): void {
  if (root.childElementCount === 1) {
    const chapters = Map.groupBy(coverage, ({ id }) => id.slice(0, 2))
    root.append(
      element('p', { class: 'lead' }, LEAD),
      coverageBar(coverage),
      ...[...chapters].map(([letters, rows]) => chapter(letters, rows)),
    )
  }
  const [wanted] = address.values.row ?? []
  for (const row of root.querySelectorAll<HTMLElement>('tr[data-row]')) {
    const isWanted = row.dataset.row === wanted
    row.classList.toggle('wanted', isWanted)
    if (isWanted) row.scrollIntoView({ block: 'center' })
  }
}

const LEAD =
  'What the guidance asks for, row by row. Mitigated is only what could be looked at wholly; what a repository cannot tell is not assessed, and never passed.'

function chapter(letters: string, rows: readonly VerdictData[]): HTMLElement {
  const head = ['Row', 'The guidance', 'State', 'Because'].map(text => element('th', { scope: 'col' }, text))
  return element(
    'table',
    { class: 'guidance' },
    element('caption', {}, CHAPTERS[letters] ?? letters),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows.map(guidanceRow)),
  )
}

function guidanceRow({ id, says, status, evidence }: VerdictData): HTMLElement {
  const label = status === 'exposed' ? element('a', { href: linkTo('findings', { row: id }) }, id) : id
  return element(
    'tr',
    { class: status, 'data-row': id },
    element('th', { scope: 'row', class: 'row-id' }, label),
    element('td', {}, says),
    element('td', {}, statusMark(status)),
    element('td', {}, ...evidenceOf(status, evidence)),
  )
}
