import type { FindingData, HunkData } from '../data.ts'
import { type Child, element } from './element.ts'

type Frame = FindingData['frame']

/** Lines of code with their numbers; a line that is meant is marked by more than colour. */
export function codeFrame(title: Child, lines: Frame, note: string): HTMLElement {
  return element(
    'figure',
    { class: 'frame' },
    element('figcaption', {}, element('strong', {}, title), ' ', element('span', { class: 'note' }, note)),
    element('pre', {}, element('code', {}, ...lines.map(codeLine))),
  )
}

/** The number is drawn from an attribute, so that it is not copied with the line. */
const codeLine = ({ line, text, marked }: Frame[number]): HTMLElement =>
  element('span', { class: 'line', 'data-line': line }, marked ? element('mark', {}, text || ' ') : text, '\n')

/** What a fix does to a file: lines that go, lines that come. */
export function diffFrame({ file, line, removed, added }: HunkData): HTMLElement {
  if (removed === null)
    return element(
      'p',
      {},
      `${file}:${line}: the lines are not shown: one of them may hold a secret, or nobody kept them.`,
    )
  return element(
    'figure',
    { class: 'frame diff' },
    element('figcaption', {}, element('strong', {}, `${file}:${line}`)),
    element('pre', {}, element('code', {}, ...changed('del', '-', removed), ...changed('ins', '+', added))),
  )
}

const changed = (name: 'del' | 'ins', sign: string, lines: readonly string[]): HTMLElement[] =>
  lines.map(text => element('span', { class: 'line', 'data-line': sign }, element(name, {}, text || ' '), '\n'))
