import { readText, relativeTo } from '../io/files.ts'
import { mapConcurrently } from '../io/pool.ts'
import { glanceAt } from '../parse/prefilter.ts'

/** How many templates a note names, and how many are looked at. */
const MOST_NAMED = 5
const MOST_READ = 500
const FILES_AT_ONCE = 16

/**
 * One note on the templates of other tools that may make objects of a kind that is checked: nobody runs them here. Most templates
 * are of something else, and then there is nothing to say.
 * @param paths absolute
 */
export async function templateNotes(root: string, paths: readonly string[]): Promise<string[]> {
  const read = await mapConcurrently(paths.slice(0, MOST_READ), FILES_AT_ONCE, async path => ({
    path,
    isOfInterest: glanceAt(await readText(path).catch(() => '')) !== 'nothing',
  }))
  const unread = paths.slice(MOST_READ).map(path => ({ path, isOfInterest: true }))
  const names = [...read, ...unread].flatMap(({ path, isOfInterest }) => (isOfInterest ? relativeTo(root, path) : []))
  if (names.length === 0) return []
  const rest = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''
  const subject =
    names.length === 1 ? '1 template of another tool was' : `${names.length} templates of other tools were`
  const named = names.slice(0, MOST_NAMED).join(', ')
  return [`${subject} not run, and what would come of it was not checked: ${named}${rest}`]
}
