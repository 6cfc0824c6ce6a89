import { resolve } from 'node:path'
import { postReport, type ReportPostRequest } from './github/post.ts'
import type { Posted } from './github/posted.ts'
import { readText } from './io/files.ts'
import { readReport } from './report/read-json.ts'
import { RULES } from './rules/index.ts'

/**
 * Comments on a pull request by the report of a run that had no token to do so itself.
 * @param root the checked-out tree, whose CODEOWNERS is read; there need not be one
 * @param file relative to `folder`
 * @throws UserError when event or report cannot be used; what GitHub does is in the result
 */
export function reviewReport(
  root: string,
  file: string,
  request: Omit<ReportPostRequest, 'read' | 'root' | 'rules'>,
  folder = root,
): Promise<Posted> {
  const read = async () => readReport(await readText(resolve(folder, file)), RULES, file)
  return postReport({ ...request, root, read, rules: RULES })
}
