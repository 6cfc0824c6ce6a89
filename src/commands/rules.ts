import { UserError } from '../errors.ts'
import { ruleListing } from '../report/rule-list.ts'
import { RULES } from '../rules/index.ts'
import type { CommandInput, CommandOutput } from './command.ts'
import { textOrJson } from './run-options.ts'

/** `rules`: the list of them. */
export async function rules(input: CommandInput): Promise<CommandOutput> {
  if (input.args.length > 0)
    throw new UserError('rules takes no argument', 'eso-hardener explain RULE says more about one')
  return { output: ruleListing(RULES, textOrJson(input)), exitCode: 0 }
}
