import { stringify } from 'yaml'
import { wrap } from '../report/terminal.ts'
import type { GeneratedDocument, GeneratedFile } from './generator.ts'

const WIDTH = 100

/**
 * The text of a file: a header that names the command which makes it, then its documents. The same documents give the same bytes.
 * @param command as somebody would type it.
 */
export function printFile({ documents }: Pick<GeneratedFile, 'documents'>, command: string): string {
  const header = commentLines([`Made by: ${command}`, 'Changes made by hand are lost when it is made again.'])
  return [header, ...documents.map(printDocument)].join('---\n')
}

const printDocument = ({ comment: lines, body }: GeneratedDocument): string =>
  commentLines(lines) + stringify(body, { lineWidth: 0, aliasDuplicateObjects: false })

/** Lines of comment; text from manifests may be in it, so that what breaks lines or cannot be seen is taken out. */
export const commentLines = (lines: readonly string[], indent = ''): string =>
  lines
    .flatMap(line => wrap(line.replace(/[\p{C}\u2028\u2029]+/gu, ' '), WIDTH - indent.length - 2))
    .map(line => `${indent}# ${line}\n`)
    .join('')
