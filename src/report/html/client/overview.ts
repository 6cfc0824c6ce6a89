import type { PageData, VerdictData } from '../data.ts'
import { linkTo } from './address.ts'
import { type Child, element, richText } from './element.ts'
import { count, SEVERITIES, severityMark, statusMark } from './marks.ts'

/** What there is to know at first sight: counts, threats, where to begin, the worst attack paths. */
export function overview(root: HTMLElement, data: PageData): void {
  if (root.childElementCount > 1) return
  root.append(
    ...unchecked(data),
    element('ul', { class: 'tiles', 'aria-label': 'Findings by severity' }, ...tiles(data)),
    element('h3', {}, 'Threats of the guidance'),
    element('ul', { class: 'threats' }, ...data.threats.map(threatCard)),
    element('h3', {}, element('a', { href: linkTo('guidance') }, `All ${data.coverage.length} rows of the guidance`)),
    coverageBar(data.coverage),
    ...listPart('Where to begin', begin(data)),
    ...listPart('The worst attack paths', worst(data)),
  )
}

/** Most rules and paths that are named here. */
const MOST = 5

const listPart = (title: string, items: readonly HTMLElement[]): HTMLElement[] =>
  items.length === 0 ? [] : [element('h3', {}, title), element('ul', { class: 'begin' }, ...items)]

/** What was not looked at weighs as much as what was found. */
function unchecked({ failures }: PageData): HTMLElement[] {
  const number = failures.filter(({ accepted }) => accepted === null).length
  if (number === 0) return []
  const link = element('a', { href: linkTo('inputs') }, 'See what and why')
  return [element('p', { class: 'alert' }, `${count(number, 'thing')} could not be checked, so nothing passes. `, link)]
}

/** The rules with the most severe findings; of old findings nobody is asked to do anything. */
function begin({ findings, rules }: PageData): HTMLElement[] {
  const fresh = findings.filter(({ isNew }) => isNew !== false)
  const groups = [...Map.groupBy(fresh, ({ rule }) => rule)].slice(0, MOST)
  return groups.flatMap(([rule, some]) => {
    const [first] = some
    if (!first) return []
    const title = richText(rules[rule]?.title ?? rule)
    const cells = [
      severityMark(first.severity),
      element('span', {}, ...title),
      element('span', {}, count(some.length, 'finding')),
    ]
    return element('li', {}, element('a', { href: linkTo('findings', { rule }) }, ...cells))
  })
}

function worst({ paths }: PageData): HTMLElement[] {
  return paths
    .slice(0, MOST)
    .map(({ id, severity, title, threat }) =>
      element(
        'li',
        {},
        element(
          'a',
          { href: linkTo('paths', { id }) },
          severityMark(severity),
          element('span', {}, title),
          element('span', {}, threat),
        ),
      ),
    )
}

function tiles({ findings }: PageData): HTMLElement[] {
  return SEVERITIES.flatMap(severity => {
    const number = findings.filter(finding => finding.severity === severity).length
    if (number === 0 && severity === 'info') return []
    const content = [element('span', { class: 'number' }, number.toLocaleString('en')), severityMark(severity)]
    return element(
      'li',
      { class: number > 0 ? severity : 'none' },
      number > 0
        ? element('a', { href: linkTo('findings', { severity }) }, ...content)
        : element('span', {}, ...content),
    )
  })
}

const STATES = ['exposed', 'not-assessed', 'mitigated'] as const

/** All rows of the guidance in one line: how many are in which state. */
export function coverageBar(coverage: readonly VerdictData[]): HTMLElement {
  const parts = STATES.flatMap(status => {
    const number = coverage.filter(row => row.status === status).length
    if (number === 0) return []
    const part = element(
      'li',
      { class: status },
      element('span', { class: 'number' }, String(number)),
      statusMark(status),
    )
    // A style attribute would be against the page's policy, which has no say in what a script sets.
    part.style.flexGrow = String(number)
    return part
  })
  return element(
    'ul',
    { class: 'coverage', 'aria-label': `${coverage.length} rows of the guidance by their state` },
    ...parts,
  )
}

function threatCard({ id, says, status, evidence }: VerdictData): HTMLElement {
  const [what = '', helps = ''] = says.split(': ')
  return element(
    'li',
    { class: status },
    element('p', { class: 'threat-head' }, element('span', { class: 'row-id' }, id), statusMark(status)),
    element('h4', {}, what),
    helps && element('p', { class: 'helps' }, `Helps: ${helps}`),
    element('p', { class: 'evidence' }, ...evidenceOf(status, evidence)),
  )
}

/** Rules as links to their findings, or the sentence that says why nothing can be said. */
export function evidenceOf(status: VerdictData['status'], evidence: readonly string[]): Child[] {
  if (status === 'not-assessed') return [evidence.join('; ')]
  if (status === 'mitigated') return [`${count(evidence.length, 'rule')} found nothing`]
  return evidence.flatMap((rule, i) => [i > 0 && ', ', element('a', { href: linkTo('findings', { rule }) }, rule)])
}
