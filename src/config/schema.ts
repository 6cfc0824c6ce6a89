import { configKey, type Option, optionsOf } from '../options.ts'

/** The JSON schema of `.eso-hardener.yaml`, made from the table of options; published as schema/config.schema.json. */
export function configSchema() {
  const properties = Object.fromEntries(
    optionsOf('config').map(option => [configKey(option.name), { description: option.help, ...schemaOf(option) }]),
  )
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of eso-hardener (.eso-hardener.yaml)',
    type: 'object',
    additionalProperties: false,
    properties,
  }
}

const schemaOf = (option: Option): object =>
  option.schema ?? (option.values ? { enum: option.values } : { type: option.type })
