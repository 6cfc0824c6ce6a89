import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../src/errors.ts'
import { checkNewId, ruleTemplate, unplannedWarning } from './rule-template.ts'
import { ruleIds, rulesIndex } from './rules-index.ts'

const folder = join(import.meta.dirname, '../src/rules')

function main([id, ...more]: readonly string[]): void {
  if (id === undefined || more.length > 0)
    throw new UserError('one id is needed', 'npm run new-rule unrestricted-egress')
  const taken = ruleIds(folder)
  checkNewId(id, taken)
  const warning = unplannedWarning(id, taken)
  if (warning) console.warn(`warning: ${warning}`)
  writeFileSync(join(folder, `${id}.ts`), ruleTemplate(id), { flag: 'wx' })
  writeFileSync(join(folder, 'index.ts'), rulesIndex(ruleIds(folder)))
  console.log(nextSteps(id))
}

const nextSteps = (id: string): string => `src/rules/${id}.ts is there, and in the index. Next:
  1. Fill it, examples first: src/check/rule.ts says what each field is; another rule shows how.
  2. npm run docs                          its page and the README's list
  3. npm test -- test/rules -t ${id}
  4. npm test                              names what is still forgotten; test/open.json loses what is done`

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(`error: ${error.message}${error.hint ? `\nhint: ${error.hint}` : ''}`)
  process.exitCode = 2
}
