import type { FindingData, PageData } from '../data.ts'
import type { Address } from './address.ts'
import { button, element } from './element.ts'
import { FACETS, type Facet, valuesOf } from './filter.ts'
import { GROUPINGS, groupingOf } from './group.ts'
import { SEVERITIES, severityMark } from './marks.ts'
import { changeTo } from './navigate.ts'

/** The facets that have a list to choose from. */
const LISTS: readonly { readonly facet: Facet; readonly label: string }[] = [
  { facet: 'rule', label: 'Rule' },
  { facet: 'release', label: 'Release' },
  { facet: 'cluster', label: 'Cluster' },
  { facet: 'namespace', label: 'Namespace' },
  { facet: 'state', label: 'New or old' },
]

/** What findings are chosen by. It is made once; `update` makes it say what an address says. */
export interface FilterBar {
  readonly root: HTMLElement
  update(address: Address): void
}

/** A part of it for one name in the address. */
interface Filter extends FilterBar {
  /** Whether it can say that this is asked for. */
  says(name: string, values: readonly string[]): boolean
}

/** Every choice goes into the address, and what is shown follows from that alone. */
export function filterBar({ findings, isCompared }: PageData): FilterBar {
  const search = searchField()
  const severities = severityButtons(findings)
  const lists = LISTS.filter(({ facet }) => facet !== 'state' || isCompared).flatMap(
    ({ facet, label }) => listOf(findings, facet, label) ?? [],
  )
  const filters = [search, ...severities, ...lists, groupList()]
  const extra = element('p', { class: 'chosen', hidden: true })
  const root = element(
    'div',
    { class: 'filters', role: 'search', 'aria-label': 'Findings' },
    search.root,
    element(
      'div',
      { class: 'severities', role: 'group', 'aria-label': 'Severity' },
      ...severities.map(({ root }) => root),
    ),
    element('div', { class: 'lists' }, ...filters.slice(1 + severities.length).map(({ root }) => root)),
    extra,
  )
  return {
    root,
    update: address => {
      for (const filter of filters) filter.update(address)
      showExtra(extra, filters, address)
    },
  }
}

/** The address with other values of one name. */
export function choose(name: string, values: readonly string[], current: Address): void {
  const { [name]: _, ...others } = current.values
  const next = { view: 'findings', values: values.length > 0 ? { ...others, [name]: values } : others }
  changeTo(next)
}

function searchField(): Filter {
  let current: Address | undefined
  let timer = 0
  const input = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search findings',
    autocomplete: 'off',
    spellcheck: 'false',
  })
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => current && choose('q', input.value.trim() ? [input.value] : [], current), 150)
  })
  return {
    root: element('label', { class: 'search' }, element('span', { class: 'unseen' }, 'Search findings'), input),
    update: address => {
      current = address
      const text = address.values.q?.join(' ') ?? ''
      if (document.activeElement !== input) input.value = text
    },
    says: () => false,
  }
}

function severityButtons(findings: readonly FindingData[]): Filter[] {
  const numbers = new Map(valuesOf(findings, 'severity'))
  return SEVERITIES.filter(severity => numbers.has(severity)).map(severity => {
    let current: Address | undefined
    const toggle = (): void => {
      const chosen = current?.values.severity ?? []
      const next = chosen.includes(severity) ? chosen.filter(one => one !== severity) : [...chosen, severity]
      if (current) choose('severity', next, current)
    }
    const root = button(severityMark(severity), toggle, { 'aria-pressed': 'false' })
    root.append(element('span', { class: 'number' }, (numbers.get(severity) ?? 0).toLocaleString('en')))
    return {
      root,
      update: address => {
        current = address
        root.setAttribute('aria-pressed', String(address.values.severity?.includes(severity) ?? false))
      },
      says: (name, values) => name === 'severity' && values.includes(severity),
    }
  })
}

/** Undefined where there is nothing to choose. */
function listOf(findings: readonly FindingData[], facet: Facet, label: string): Filter | undefined {
  const values = valuesOf(findings, facet)
  if (values.length < 2) return undefined
  const options = values.map(([value, number]) => ({ value, text: `${value} (${number.toLocaleString('en')})` }))
  return selection(facet, label, [{ value: '', text: 'all' }, ...options])
}

const groupList = (): Filter =>
  selection(
    'group',
    'Group by',
    Object.entries(GROUPINGS).map(([value, { says }]) => ({ value, text: says })),
  )

function selection(
  name: string,
  label: string,
  options: readonly { readonly value: string; readonly text: string }[],
): Filter {
  let current: Address | undefined
  const select = element(
    'select',
    { id: `choose-${name}` },
    ...options.map(({ value, text }) => element('option', { value }, text)),
  )
  select.addEventListener('change', () => current && choose(name, select.value ? [select.value] : [], current))
  return {
    root: element('div', { class: 'choice' }, element('label', { for: select.id }, label), select),
    update: address => {
      current = address
      const [value] = address.values[name] ?? []
      select.value = name === 'group' ? groupingOf(value) : (value ?? '')
      select.classList.toggle('active', name !== 'group' && select.value !== '')
    },
    says: (asked, values) => asked === name && values.length === 1 && values[0] === select.value,
  }
}

/** What an address asks for that no filter can say: it can only be taken away. */
function showExtra(root: HTMLElement, filters: readonly Filter[], address: Address): void {
  const unsaid = Object.entries(address.values).filter(
    ([name, values]) => Object.hasOwn(FACETS, name) && !filters.some(filter => filter.says(name, values)),
  )
  const buttons = unsaid.map(([name, values]) => {
    const what = name === 'id' ? 'one finding' : `${name === 'row' ? 'guidance' : name} ${values.join(', ')}`
    return button(`Only ${what} ✕`, () => choose(name, [], address), { 'aria-label': `Stop showing only ${what}` })
  })
  root.replaceChildren(...buttons)
  root.toggleAttribute('hidden', buttons.length === 0)
}
