import type { FindingData, FixData, PageData, PlaceData, RelatedData, RuleData } from '../data.ts'
import { linkTo } from './address.ts'
import { type Child, element, richText } from './element.ts'
import { codeFrame, diffFrame } from './frame.ts'
import { severityMark } from './marks.ts'
import { traceList } from './trace.ts'

/** A finding as a line that opens; what is inside is made when it is opened first. */
export function findingItem(finding: FindingData, data: PageData, isOpen = false): HTMLElement {
  const { severity, object, message, place, isNew, fix } = finding
  const details = element(
    'details',
    { class: `finding ${severity}` },
    element(
      'summary',
      {},
      severityMark(severity),
      element(
        'span',
        { class: 'what' },
        element('span', { class: 'object' }, object || 'The install'),
        ' ',
        element('span', { class: 'message' }, ...richText(message)),
        ' ',
        element('code', { class: 'place' }, place?.text ?? 'no place in the repository'),
      ),
      element(
        'span',
        { class: 'tags' },
        data.isCompared && element('span', { class: 'tag' }, isNew === false ? 'old' : 'new'),
        fix && element('span', { class: 'tag fix' }, 'fix'),
      ),
    ),
  )
  const fill = (): void => {
    if (details.open && details.childElementCount === 1) details.append(findingDetail(finding, data))
  }
  details.addEventListener('toggle', fill)
  details.open = isOpen
  return details
}

function findingDetail(finding: FindingData, { rules }: PageData): HTMLElement {
  const rule = rules[finding.rule]
  return element(
    'div',
    { class: 'detail' },
    finding.worlds && element('p', { class: 'note' }, `Not everywhere: ${finding.worlds}.`),
    frames(finding),
    labelled('From the author’s line to the object', traceList(finding)),
    labelled('What to do', rule && element('p', { class: 'of-rule' }, ...richText(rule.remedy))),
    labelled('Fix, tried on a copy', finding.fix && fixPart(finding.fix)),
    labelled('Why it matters', rule && element('p', { class: 'of-rule' }, ...richText(rule.why))),
    labelled('What belongs to it', finding.related.length > 0 && relatedList(finding.related)),
    labelled('Also at', finding.otherPlaces.length > 0 && element('p', {}, ...codes(finding.otherPlaces))),
    foot(finding, rule),
  )
}

/** The lines of the author beside those that helm printed of them. */
function frames({ frame, renderedFrame, place, rendered }: FindingData): HTMLElement | undefined {
  const template = rendered ? `${rendered.template}, line ${rendered.line} of what helm prints` : ''
  const isOnlyRendered = renderedFrame.length === 0 && rendered !== null
  const parts = [
    frame.length > 0 &&
      (isOnlyRendered
        ? codeFrame('Rendered', frame, template)
        : codeFrame(placeLink(place), frame, 'as it is written')),
    renderedFrame.length > 0 && codeFrame('Rendered', renderedFrame, template),
  ]
  return parts.some(Boolean) ? element('div', { class: 'frames' }, ...parts) : undefined
}

/** A place leads to its line where the report knows where its files can be seen. */
function placeLink(place: PlaceData | null): Child {
  if (!place) return 'Lines'
  return place.url ? element('a', { href: place.url, rel: 'noreferrer' }, place.text) : place.text
}

const labelled = (label: string, content: Child): Child =>
  content && element('section', { class: 'part' }, element('h4', {}, label), content)

function fixPart({ hunks, generates, changed, moreChanged, ...safety }: FixData): HTMLElement {
  const objects = moreChanged > 0 ? [...changed, `and ${moreChanged} more`] : changed
  return element(
    'div',
    {},
    element(
      'p',
      {},
      element('span', { class: `mark ${safety.safety === 'safe' ? 'mitigated' : 'medium'}` }, safety.safety),
      safety.safety === 'safe' ? ' It cannot change what works.' : ` Somebody has to answer first: ${safety.question}`,
    ),
    ...hunks.map(diffFrame),
    generates.length > 0 &&
      element('p', {}, 'It takes new manifests: ', ...codes(generates.map(what => `eso-hardener generate ${what}`))),
    objects.length > 0 && element('p', { class: 'note' }, `With it these objects differ: ${objects.join(', ')}.`),
  )
}

const codes = (texts: readonly string[]): Child[] =>
  texts.flatMap((text, i) => [i > 0 && ', ', element('code', {}, text)])

const relatedList = (related: readonly RelatedData[]): HTMLElement =>
  element(
    'ul',
    {},
    ...related.map(({ object, message, place }) =>
      element(
        'li',
        {},
        element('strong', {}, object),
        ` ${message}`,
        ...(place ? [', ', element('code', {}, place)] : []),
      ),
    ),
  )

function foot({ id, rule: ruleId, guide }: FindingData, rule: RuleData | undefined): HTMLElement {
  return element(
    'p',
    { class: 'foot' },
    element('a', { class: 'self', href: linkTo('findings', { id }) }, 'Link to this finding'),
    rule && element('a', { href: rule.url, rel: 'noreferrer' }, `Rule ${ruleId}`),
    ...(rule?.references ?? []).map(url => element('a', { href: url, rel: 'noreferrer' }, shortened(url))),
    element(
      'span',
      {},
      'Guidance ',
      ...guide.flatMap((row, i) => [i > 0 && ' ', element('a', { href: linkTo('guidance', { row }) }, row)]),
    ),
    element('span', {}, 'Fingerprint ', element('code', {}, id)),
  )
}

const shortened = (url: string): string => url.replace(/^https:\/\//, '').replace(/\/?(?:[?#].*)?$/, '')
