import type { Rule } from '../check/rule.ts'
import { ruleUrl } from './report.ts'

/** What `eso-hardener rules` prints: a line each, or everything a program may want to know, without the examples. */
export function ruleListing(rules: readonly Rule[], format: 'text' | 'json'): string {
  if (format === 'json') return `${JSON.stringify(rules.map(ruleRecord), null, 2)}\n`
  const width = Math.max(...rules.map(({ id }) => id.length))
  return rules
    .map(({ id, severities, title }) => `${id.padEnd(width)}  ${severities[0].padEnd(8)}  ${title}\n`)
    .join('')
}

const ruleRecord = (rule: Rule) => ({
  id: rule.id,
  title: rule.title,
  severities: rule.severities,
  kinds: rule.kinds,
  needs: rule.needs ?? [],
  guide: rule.guide,
  why: rule.why,
  remedy: rule.remedy,
  references: rule.references,
  supersedes: rule.supersedes ?? [],
  documentation: ruleUrl(rule.id),
})
