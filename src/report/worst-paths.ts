import { reaches } from '../finding.ts'
import type { LocatedPath, LocatedStep } from '../locate/paths.ts'
import { code, escapeText, linked } from './markdown.ts'
import { pathDiagram } from './mermaid.ts'
import { type Assessment, count, placeText } from './report.ts'
import { type Palette, wrapBehind } from './terminal.ts'

/** Most paths that a report for people shows; the JSON report has all. */
const MOST = 5

/** The worst attack paths, those alone that ask for something to be done, and how many others there are. */
function worstPaths({ attack: { paths, more } }: Assessment): { shown: readonly LocatedPath[]; others: number } {
  const shown = paths.filter(({ severity }) => reaches(severity, 'medium')).slice(0, MOST)
  return { shown, others: more.reduce((sum, { number }) => sum + number, paths.length - shown.length) }
}

/** The section of the text report, a line for each step; empty when there is nothing to show. */
export function pathSection(
  assessment: Assessment,
  { width, palette: paint }: { readonly width: number; readonly palette: Palette },
): string[] {
  const { shown, others } = worstPaths(assessment)
  if (shown.length === 0) return []
  const rest = others > 0 ? [`  ${paint.dim(`${count(others, 'other path')} in the JSON report`)}`] : []
  return [
    `${paint.bold('attack paths')}  who can get at what, the worst first`,
    ...shown.flatMap(({ severity, title, steps }) => [
      '',
      ...wrapBehind(`  ${severity}  `, oneLine(title), width),
      ...steps.flatMap((step, i) => wrapBehind(`    ${i + 1}. `, `${oneLine(step.says)}${place(step)}`, width)),
    ]),
    ...(rest.length > 0 ? ['', ...rest] : []),
  ]
}

const place = ({ location }: LocatedStep): string => (location ? ` (${oneLine(placeText({ location }))})` : '')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** The items of the job summary's section: the worst path as a picture, then all of them as lists. */
export function pathItems(assessment: Assessment, link?: (file: string, line?: number) => string): string[] {
  const { shown, others } = worstPaths(assessment)
  const items = shown.map(({ severity, title, steps }) => {
    const lines = steps.map((step, i) => `  ${i + 1}. ${escapeText(step.says)}${markedPlace(step, link)}\n`)
    return `- **${severity}** ${escapeText(title)}\n${lines.join('')}`
  })
  const [worst] = shown
  if (!worst) return []
  const rest = others > 0 ? [`\n${count(others, 'other path')} in the JSON report.\n`] : []
  return [`${pathDiagram(worst)}\n`, ...items, ...rest]
}

function markedPlace({ location }: LocatedStep, link?: (file: string, line?: number) => string): string {
  if (!location) return ''
  const label = code(placeText({ location }))
  return ` (${link ? linked(label, link(location.file, location.startLine)) : label})`
}
