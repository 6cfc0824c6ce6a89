import { configKey, type Option, OUTPUTS, optionsOf } from '../src/options.ts'
import { row, tableHead } from '../src/report/markdown.ts'
import { meaningOf } from './action-yml.ts'

/** The README's table of the Action's inputs. */
export const inputsTable = (): string =>
  table(
    ['Input', 'Default', 'Meaning'],
    optionsOf('action').map(option => [code(option.name), fallback(option), meaningOf(option)]),
  )

/** The README's table of the Action's outputs. */
export const outputsTable = (): string =>
  table(
    ['Output', 'Value'],
    Object.entries(OUTPUTS).map(([name, meaning]) => [code(name), meaning]),
  )

/** The README's table of flags. */
export const flagsTable = (): string =>
  table(
    ['Flag', 'Default', 'Meaning'],
    optionsOf('cli').map(option => [
      code(`--${option.name}${option.placeholder ? ` ${option.placeholder}` : ''}`),
      fallback(option),
      meaningOf(option),
    ]),
  )

/** The README's table of the keys of `.eso-hardener.yaml`, those of list items below their list. */
export const configTable = (): string =>
  table(
    ['Key', 'Default', 'Meaning'],
    optionsOf('config').flatMap(option => [
      [code(configKey(option.name)), fallback(option), meaningOf(option)],
      ...itemRows(option),
    ]),
  )

/** What the generator reads of a JSON schema. */
interface Schema {
  readonly description?: string
  readonly enum?: readonly string[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

function itemRows(option: Option): string[][] {
  const { properties = {}, required = [] } = (option.schema as Schema | undefined)?.items ?? {}
  return Object.entries(properties).map(([key, schema]) => [
    code(`${configKey(option.name)}[].${key}`),
    required.includes(key) ? '(required)' : '',
    schema.description ?? (schema.enum ? `One of ${schema.enum.map(code).join(', ')}.` : ''),
  ])
}

const code = (text: string): string => `\`${text}\``
const fallback = ({ default: value }: Option): string => (value === undefined ? '' : code(value))

/** A Markdown table; a bar would end its cell. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  tableHead(...head) + rows.map(cells => row(...cells.map(cell => cell.replaceAll('|', '\\|')))).join('')
