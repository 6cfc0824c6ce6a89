import { resolve } from 'node:path'
import { UserError } from '../../errors.ts'
import { kindOfPath } from '../../io/files.ts'
import type { Question } from './answer.ts'
import { readKey } from './key-path.ts'

/** What the command line asks: of what, in which charts, with which values files. */
export interface ReadQuestion {
  readonly question: Question
  readonly paths: readonly string[]
  readonly valuesFiles: string[]
}

const HINT = 'eso-hardener trace FILE:LINE [PATH...], or eso-hardener trace --values KEY [PATH...]'

/**
 * Reads the arguments of `trace`: `FILE:LINE` first, or a key among what `--values` was given, where it is no file.
 * @throws UserError for anything else.
 */
export async function readQuestion(
  folder: string,
  args: readonly string[],
  given: readonly string[],
): Promise<ReadQuestion> {
  const [first = '', ...rest] = args
  const [, file, digits] = /^(.+):(\d{1,9})$/s.exec(first) ?? []
  if (file !== undefined) {
    if (Number(digits) < 1) throw new UserError(`${first}: lines are counted from 1`, HINT)
    return { question: { kind: 'line', file, line: Number(digits) }, paths: rest, valuesFiles: [...given] }
  }
  const kinds = await Promise.all(given.map(text => kindOfPath(resolve(folder, text))))
  const keys = given.filter((_, i) => kinds[i] !== 'file')
  const [key] = keys
  if (key === undefined)
    throw new UserError(first === '' ? 'trace takes a line or a key' : `${first}: no line is named`, HINT)
  if (keys.length > 1) throw new UserError(`trace takes one key, and there are ${keys.join(' and ')}`, HINT)
  return {
    question: { kind: 'key', key: readKey(key) },
    paths: args,
    valuesFiles: given.filter((_, i) => kinds[i] === 'file'),
  }
}
