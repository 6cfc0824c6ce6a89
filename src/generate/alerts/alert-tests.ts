import type { Body } from '../generator.ts'
import type { Alert } from './alert-rules.ts'

/** A file for `promtool test rules`: each alert fires on its example, and none of it on what works. */
export const alertTests = (alerts: readonly Alert[]): Body => ({
  ...{ rule_files: ['alerts.rules.yaml'], evaluation_interval: '1m' },
  tests: [...alerts.map(firing), silent(alerts)],
})

const TESTED = '60m'

const firing = ({ name, severity, summary, description, example: { series, values, labels } }: Alert): Body => ({
  interval: '1m',
  input_series: series === undefined ? [] : [{ series, values: values ?? '' }],
  alert_rule_test: [
    {
      ...{ eval_time: TESTED, alertname: name },
      exp_alerts: [
        {
          exp_labels: { severity, ...labels },
          exp_annotations: {
            summary,
            description: description.replace(/\{\{[^}]*\}\}/g, template => expansionOf(template, labels)),
          },
        },
      ],
    },
  ],
})

const expansionOf = (template: string, { name = '', namespace = '' }: Readonly<Record<string, string>>): string =>
  template.includes('namespace') ? namespace : name

/** The same series with the value 0, and the controller at work. */
const silent = (alerts: readonly Alert[]): Body => ({
  interval: '1m',
  input_series: alerts.map(({ expression, example: { series } }) => ({
    series: series ?? expression.replace(/^absent\((.*)\)$/, '$1'),
    values: series === undefined ? '1+0x60' : '0+0x60',
  })),
  alert_rule_test: alerts.map(({ name }) => ({ eval_time: TESTED, alertname: name, exp_alerts: [] })),
})
