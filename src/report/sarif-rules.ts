import type { Rule } from '../check/rule.ts'
import type { Severity } from '../finding.ts'
import { ruleUrl } from './report.ts'
import { ruleSections } from './rule-page.ts'
import { ruleText } from './rule-text.ts'

/** SARIF's word for a severity. */
export const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
}

/** GitHub's scale: critical above 9, high from 7, medium from 4, low above 0; 0.0 is none. */
export const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.0',
}

/** GitHub shows 10 tags of a rule. `security` makes it read the security severity. */
const MAX_TAGS = 10
const TAGS = ['security', 'kubernetes', 'external-secrets']
const HELP_WIDTH = 100

/** A rule as SARIF describes it. */
export function ruleDescriptor(rule: Rule) {
  const [severity] = rule.severities
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: ruleText(rule, HELP_WIDTH), markdown: ruleSections(rule) },
    helpUri: ruleUrl(rule.id),
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      'security-severity': SECURITY_SEVERITY[severity],
      tags: [...TAGS, ...rule.guide].slice(0, MAX_TAGS),
    },
  }
}
