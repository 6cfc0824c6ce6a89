import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Difference, differences, repair } from './generate.ts'
import { loadRules } from './rules-index.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const found = differences(root, await loadRules(join(root, 'src/rules')))
const failed = values.check ? found : found.filter(({ state }) => state === 'broken')

if (!values.check) for (const difference of found) repair(root, difference)
for (const difference of found) (failed.includes(difference) ? console.error : console.log)(line(difference))
if (values.check && found.some(({ state }) => state !== 'broken')) console.error('npm run docs puts this right')
process.exitCode = failed.length > 0 ? 1 : 0

function line({ path, state, reason }: Difference): string {
  const done = { missing: 'written', stale: 'written', 'left over': 'removed', broken: 'broken' }
  return `${values.check ? state : done[state]}: ${path}${reason ? `: ${reason}` : ''}`
}
