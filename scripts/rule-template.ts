import { nearest, UserError } from '../src/errors.ts'
import { COVERAGE } from '../src/paths/coverage.ts'

/** @throws UserError when a rule cannot have this id. */
export function checkNewId(id: string, taken: readonly string[]): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
    throw new UserError(
      `'${id}' cannot be the id of a rule`,
      'name the bad state in two or more lower-case words, such as unrestricted-egress',
    )
  if (taken.includes(id)) throw new UserError(`the rule ${id} exists already`, `it is src/rules/${id}.ts`)
}

/** The rows of the guidance that wait for this rule. */
export const rowsOf = (id: string): string[] => COVERAGE.filter(({ rules }) => rules.includes(id)).map(({ row }) => row)

/** What to say when no row of the guidance waits for a rule of this name; undefined when one does. */
export function unplannedWarning(id: string, taken: readonly string[]): string | undefined {
  if (rowsOf(id).length > 0) return undefined
  const planned = new Set(COVERAGE.flatMap(({ rules }) => rules))
  const near = nearest(
    id,
    [...planned].filter(name => !taken.includes(name)),
  )
  const question = near ? ` (did you mean '${near}'?)` : ''
  return `no row of src/paths/coverage.ts lists ${id}${question}; add it to the rows it speaks about`
}

/** A rule that neither compiles nor passes its tests until every blank in it is filled. */
export const ruleTemplate = (id: string): string => `import { defineRule } from '../check/rule.ts'

export default defineRule({
  id: '${id}',
  title: '',
  severities: [],
  kinds: [],
  why: '',
  remedy: '',
  references: [],
  guide: [${rowsOf(id)
    .map(row => `'${row}'`)
    .join(', ')}],
  // The line that must be reported ends in: # finding: part of the message
  bad: [],
  // What comes close and is right.
  good: [],
  *check(manifest, world) {},
})
`
