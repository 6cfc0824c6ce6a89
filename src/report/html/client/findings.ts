import type { FindingData, PageData } from '../data.ts'
import type { Address } from './address.ts'
import { element, richText } from './element.ts'
import { chosen } from './filter.ts'
import { type FilterBar, filterBar } from './filter-bar.ts'
import { findingItem } from './finding.ts'
import { type Group, type Grouping, grouped, groupingOf } from './group.ts'
import { count, severityMark } from './marks.ts'
import { longList } from './more.ts'

/** With so many findings or fewer, all are there at once. */
const FEW = 200
/** How many of a group are there before somebody asks for more, when there are many; and how many groups. */
const FIRST = 8
const GROUPS = 60

interface Parts {
  readonly bar: FilterBar
  readonly number: HTMLElement
  readonly list: HTMLElement
}

let parts: Parts | undefined

/** The list of findings, chosen and grouped as the address says. */
export function findings(root: HTMLElement, data: PageData, address: Address): void {
  parts ??= partsIn(root, data)
  const { bar, number, list } = parts
  const found = chosen(data.findings, address)
  bar.update(address)
  number.textContent = numberText(found.length, data)
  list.replaceChildren(...listed(found, groupingOf(address.values.group?.[0]), data, address))
}

function partsIn(root: HTMLElement, data: PageData): Parts {
  const bar = filterBar(data)
  const number = element('p', { class: 'count', role: 'status' })
  const list = element('div', { class: 'groups' })
  root.append(bar.root, number, list)
  return { bar, number, list }
}

function numberText(found: number, { findings, omitted }: PageData): string {
  const all = found === findings.length ? '' : ` of ${findings.length.toLocaleString('en')}`
  const left = omitted > 0 ? `; ${omitted.toLocaleString('en')} less severe ones are only in the JSON report` : ''
  return `${found.toLocaleString('en')}${all} ${findings.length === 1 ? 'finding' : 'findings'}${left}`
}

function listed(
  found: readonly FindingData[],
  grouping: Grouping,
  data: PageData,
  address: Address,
): readonly HTMLElement[] {
  if (data.findings.length === 0)
    return [
      element('p', { class: 'empty' }, 'Nothing was found. What could not be looked at is under “What was checked”.'),
    ]
  if (found.length === 0)
    return [
      element(
        'p',
        { class: 'empty' },
        'No finding is like that. Take a filter away; what is ignored stands under “What was checked”.',
      ),
    ]
  const first = found.length <= FEW ? FEW : FIRST
  const isSingle = address.values.id !== undefined
  const make = (group: Group): HTMLElement => groupPart(group, grouping, data, first, isSingle)
  return longList(grouped(found, grouping), GROUPS, 'group', make, { class: 'group-list' })
}

function groupPart(
  { key, findings }: Group,
  grouping: Grouping,
  data: PageData,
  first: number,
  isOpen: boolean,
): HTMLElement {
  const rule = grouping === 'rule' ? data.rules[key] : undefined
  const [worst] = findings
  return element(
    'section',
    { class: rule ? 'group by-rule' : 'group' },
    element(
      'header',
      {},
      element('h3', {}, ...(rule ? richText(rule.title) : [element('bdi', {}, key)])),
      element(
        'p',
        { class: 'note' },
        worst && severityMark(worst.severity),
        ` ${count(findings.length, 'finding')}`,
        rule && ' · ',
        rule && element('code', {}, key),
      ),
    ),
    ...longList(findings, first, 'finding', finding => findingItem(finding, data, isOpen)),
  )
}
