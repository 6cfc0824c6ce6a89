import { suggestion, UserError } from '../errors.ts'
import { ruleText } from '../report/rule-text.ts'
import { RULES } from '../rules/index.ts'
import type { CommandInput, CommandOutput } from './command.ts'

/** `explain RULE`: what its page says. @throws UserError when there is no such rule */
export async function explain({ args: [id, ...more], reader }: CommandInput): Promise<CommandOutput> {
  if (id === undefined || more.length > 0) throw new UserError('explain takes one rule', 'see eso-hardener rules')
  const rule = RULES.find(candidate => candidate.id === id)
  if (!rule)
    throw new UserError(
      `there is no rule '${id}'`,
      suggestion(
        id,
        RULES.map(candidate => candidate.id),
      ),
    )
  return { output: ruleText(rule, reader.width), exitCode: 0 }
}
