import { checkedValue, optionsOf } from '../options.ts'
import type { Format } from '../report/formats.ts'
import type { CommandInput } from './command.ts'

/** The files that `--output` asks for. @throws UserError for a format that there is not */
export const outputsOf = ({ list }: Pick<CommandInput, 'list'>): { format: Format; file: string }[] =>
  list('output').map(parseOutput)

/** `json=report.json`, or a file whose ending says the format. */
function parseOutput(text: string): { format: Format; file: string } {
  const [, named, rest] = /^(\w+)=(.+)$/.exec(text) ?? []
  if (named !== undefined && rest !== undefined) {
    const format = optionsOf('cli').find(({ name }) => name === 'format')
    return { format: (format ? checkedValue(format, named, '--output') : named) as Format, file: rest }
  }
  return { format: ENDINGS.find(ending => text.endsWith(`.${ending}`)) ?? 'text', file: text }
}

const ENDINGS = ['json', 'sarif', 'html'] as const
