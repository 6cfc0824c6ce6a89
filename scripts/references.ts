import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configSchema } from '../src/config/schema.ts'
import { type Schema, schemaPage } from './schema-page.ts'

const REPORT_SCHEMA = 'schema/report.schema.json'

/** docs/config-reference.md: every key of `.eso-hardener.yaml`, from the table of options. */
export const configReference = (): string =>
  schemaPage(
    configSchema() as Schema,
    'Configuration reference',
    [
      'Every key of `.eso-hardener.yaml`. Editors that know JSON schemas take [config.schema.json](../schema/config.schema.json).',
      'What the keys are for: [releases and operators](../README.md#what-is-checked), [clusters and variants](worlds.md),',
      '[ignores and accepted failures](adoption.md), [teams](generate-rbac.md). `<name>` is a name of your own.',
    ].join('\n'),
    'src/options.ts',
  )

/** docs/report-reference.md: every key of the JSON report, from its schema. */
export const reportReference = (): string => {
  const text = readFileSync(join(import.meta.dirname, '..', REPORT_SCHEMA), 'utf8')
  return schemaPage(
    JSON.parse(text) as Schema,
    'JSON report reference',
    [
      'Every key of what `--format json` prints, version 1, which grows by optional keys only. Programs take the',
      '[schema](../schema/report.schema.json); [attack paths, inventory and fixes](report.md) are explained on a page of their own.',
    ].join('\n'),
    REPORT_SCHEMA,
  )
}
