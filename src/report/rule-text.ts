import type { Rule } from '../check/rule.ts'
import { ruleUrl } from './report.ts'
import { exampleText, ruleFacts } from './rule-facts.ts'
import { wrap, wrapBehind } from './terminal.ts'

const LABEL_WIDTH = 10

/** A rule for the terminal: what `eso-hardener explain` prints, in lines of `width` where words allow it. */
export function ruleText(rule: Rule, width: number): string {
  const facts = ruleFacts(rule).flatMap(({ label, entries }) =>
    entries.flatMap((entry, i) => wrapBehind((i === 0 ? label : '').padEnd(LABEL_WIDTH), entry, width)),
  )
  const paragraph = (text: string): string[] => wrap(text, width - 2).map(indented)
  const blocks = [
    [rule.id, ...wrap(rule.title, width)],
    facts,
    ['why', ...paragraph(rule.why)],
    ['remedy', ...paragraph(rule.remedy)],
    ...rule.bad.map(example => ['reported', ...exampleLines(example)]),
    ...rule.good.map(example => ['accepted', ...exampleLines(example)]),
    ['more', ...[ruleUrl(rule.id), ...rule.references].map(indented)],
  ]
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`
}

const indented = (line: string): string => (line ? `  ${line}` : '')

const exampleLines = (example: string): string[] => exampleText(example).split('\n').map(indented)
