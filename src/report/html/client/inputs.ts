import type { FailureData, PageData, SubjectData, SuppressedData, WarningData } from '../data.ts'
import { type Child, element } from './element.ts'
import { severityMark } from './marks.ts'
import { longList } from './more.ts'
import { tablePart } from './table.ts'

const FIRST = 100

/** What was looked at, what could not be, and what does not count. */
export function inputs(root: HTMLElement, data: PageData): void {
  if (root.childElementCount > 1) return
  const { failures, warnings, notes, fixed, suppressed, judged, tool } = data
  root.append(
    ...part('Not checked', failures, failureItem, 'Everything that was found could be checked.'),
    ...part('Ignores to repair', warnings, warningItem),
    ...part('Notes', notes, note => element('span', {}, note)),
    ...part('Fixed since the base', fixed, subjectItem),
    ...part('Ignored', suppressed, suppressedItem),
    ...judged.flatMap(tablePart),
    element(
      'p',
      { class: 'note' },
      `${tool.name} ${tool.version}. What is true for a while only (advisories, supported versions) is of ${tool.rulesDate}.`,
    ),
  )
}

/** A heading and its list; `otherwise` where it is empty, and without that nothing. */
function part<T>(
  title: string,
  items: readonly T[],
  make: (item: T) => HTMLElement,
  otherwise?: string,
): HTMLElement[] {
  if (items.length === 0 && otherwise === undefined) return []
  const heading = element(
    'h3',
    {},
    title,
    ' ',
    items.length > 0 && element('span', { class: 'number' }, items.length.toLocaleString('en')),
  )
  if (items.length === 0) return [heading, element('p', { class: 'empty' }, otherwise)]
  return [heading, ...longList(items, FIRST, 'entry', make, { class: 'entries' })]
}

const at = (place: string): Child => place && element('code', {}, place)

const failureItem = ({ release, message, place, accepted }: FailureData): HTMLElement =>
  element(
    'div',
    { class: accepted === null ? 'entry exposed' : 'entry' },
    element('p', {}, release && element('strong', {}, `Release ${release} `), at(place)),
    element('pre', {}, message),
    accepted !== null && element('p', { class: 'note' }, `Accepted: ${accepted}`),
  )

const warningItem = ({ message, place }: WarningData): HTMLElement =>
  element('div', { class: 'entry' }, at(place), ' ', message)

const subjectItem = ({ rule, severity, object }: SubjectData): HTMLElement =>
  element('div', { class: 'entry' }, severityMark(severity), ' ', element('code', {}, rule), ` ${object}`)

const suppressedItem = ({
  rule,
  severity,
  object,
  message,
  place,
  kind,
  reason,
  saidAt,
}: SuppressedData): HTMLElement =>
  element(
    'div',
    { class: 'entry' },
    element('p', {}, severityMark(severity), ' ', element('code', {}, rule), ` ${object} `, message, ' ', at(place)),
    element('p', { class: 'note' }, `By ${kind}: ${reason} `, at(saidAt)),
  )
