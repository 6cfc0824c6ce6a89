import type { PageData, VerdictData } from '../data.ts'
import { drawing, element } from './element.ts'

type Severity = PageData['findings'][number]['severity']

/** The most severe first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info']

/** A shape for each word, so that nothing is told by colour alone: points in a square of 16. */
const SHAPES: Readonly<Record<string, string>> = {
  critical: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM7.2 4v5h1.6V4zm0 6.4V12h1.6v-1.6z',
  high: 'M8 1.5 15.5 14.5H.5zM7.3 6v4.5h1.4V6zm0 5.5V13h1.4v-1.5z',
  medium: 'M8 .8 15.2 8 8 15.2.8 8zM4.5 7.3v1.4h7V7.3z',
  low: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 1.6a4.9 4.9 0 1 0 0 9.8 4.9 4.9 0 0 0 0-9.8z',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM7.2 7v5h1.6V7zm0-3v1.7h1.6V4z',
  exposed: 'M8 1.5 15.5 14.5H.5zM7.3 6v4.5h1.4V6zm0 5.5V13h1.4v-1.5z',
  mitigated: 'M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zM7 9.2 4.9 7.1 3.8 8.2 7 11.4l5.2-5.2-1.1-1.1z',
  'not-assessed':
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 1.6a4.9 4.9 0 1 0 0 9.8 4.9 4.9 0 0 0 0-9.8zM5 7.2v1.6h6V7.2z',
}

/** The shape alone; it is always beside its word. */
const shape = (name: string): SVGElement =>
  drawing(
    'svg',
    { viewBox: '0 0 16 16', class: 'shape', 'aria-hidden': 'true' },
    drawing('path', { d: SHAPES[name] ?? '', 'fill-rule': 'evenodd' }),
  )

/** `▲ high`. */
export const severityMark = (severity: Severity): HTMLElement =>
  element('span', { class: `mark ${severity}` }, shape(severity), severity)

/** `✓ mitigated`. */
export const statusMark = (status: VerdictData['status']): HTMLElement =>
  element('span', { class: `mark ${status}` }, shape(status), status === 'not-assessed' ? 'not assessed' : status)

/** `1 finding`, `2 findings`. */
export const count = (number: number, word: string): string =>
  `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`
