import type { PageData, PathData } from '../data.ts'
import type { Address } from './address.ts'
import { element, richText } from './element.ts'
import { count, severityMark } from './marks.ts'
import { longList } from './more.ts'

const FIRST = 50

/** Attack paths as steps that can be read one after the other, the worst first; the one that the address names is opened. */
export function paths(root: HTMLElement, data: PageData, { values }: Address): void {
  if (root.childElementCount === 1) fill(root, data)
  const wanted = [...root.querySelectorAll('details')].find(({ dataset }) => values.id?.includes(dataset.path ?? ''))
  if (!wanted) return
  wanted.open = true
  wanted.scrollIntoView({ block: 'center' })
}

function fill(root: HTMLElement, { paths, morePaths }: PageData): void {
  if (paths.length === 0) {
    root.append(
      element(
        'p',
        { class: 'empty' },
        'Nobody is known to get at anything. What is not in this repository may still let them.',
      ),
    )
    return
  }
  root.append(
    element(
      'p',
      { class: 'lead' },
      'Who can get at what, by what this repository says. Each step stands where it is written.',
    ),
    ...longList(paths, FIRST, 'path', pathItem),
  )
  if (morePaths > 0)
    root.append(
      element('p', { class: 'note' }, `${count(morePaths, 'other path')} of the same kinds are only counted.`),
    )
}

function pathItem({ id, title, threat, severity, steps }: PathData, index: number): HTMLElement {
  return element(
    'details',
    { class: `path ${severity}`, open: index === 0, 'data-path': id },
    element(
      'summary',
      {},
      severityMark(severity),
      element('span', { class: 'what' }, ...richText(title)),
      element('span', { class: 'row-id' }, threat),
    ),
    element(
      'ol',
      { class: 'steps' },
      ...steps.map(({ says, object, place }) =>
        element(
          'li',
          {},
          element('span', { class: 'says' }, ...richText(says)),
          element(
            'span',
            { class: 'at' },
            ...[object && element('span', {}, object), place && element('code', {}, place)],
          ),
        ),
      ),
    ),
  )
}
