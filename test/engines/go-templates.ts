import { oracleProgram } from './build-oracle.ts'
import { Oracle, Refusal } from './oracle.ts'

const found = oracleProgram('go-templates')

/** Whether there is no Go, so that what compares with helm's engine is to be skipped. */
export const isMissing = 'missing' in found && !found.isFailure

/** Go, or helm, would fail with these words. */
export interface Failure {
  readonly error: string
}

/** A template in a chart `c`, with values that are not merged with anything: null stays null. */
export interface Evaluation {
  readonly template: string
  readonly values?: Readonly<Record<string, unknown>>
  /** Other templates, by their names below `templates/`. */
  readonly others?: Readonly<Record<string, string>>
  /** What `.Files` holds. */
  readonly files?: Readonly<Record<string, string>>
}

/** What the template prints; `bytes` is there, in base64, when that is not UTF-8. */
export interface Output {
  readonly output: string
  readonly bytes?: string
}

/** A template's text, and the functions that there are besides Go's own; without them every name is one. */
export interface Parsing {
  readonly text: string
  readonly functions?: readonly string[]
}

/** Go's tree in the words of src/template/syntax/tree.ts; only texts have an offset, in bytes of UTF-8. */
export interface GoTree {
  readonly nodes: readonly unknown[]
  readonly defines: Readonly<Record<string, readonly unknown[]>>
  readonly isEmpty: boolean
}

/** Renders each template with helm's own engine and functions; answers in the order of the requests. */
export const evaluateAll = (requests: readonly Evaluation[]): Promise<(Output | Failure)[]> =>
  askAll('evaluate', requests)

/** Parses each text with Go's own parser of templates. */
export const parseAll = (requests: readonly Parsing[]): Promise<(GoTree | Failure)[]> => askAll('parse', requests)

/** Those of the names that are functions in helm's templates. */
export async function functionsAmong(names: readonly string[]): Promise<readonly string[]> {
  const [answer] = await askAll<readonly string[]>('functions', [names])
  if (!answer || 'error' in answer) throw new Error(answer?.error)
  return answer
}

/** How many requests are under way at once, so that neither side of the pipe fills up. */
const BATCH = 500

async function askAll<Answer>(op: string, requests: readonly unknown[]): Promise<(Answer | Failure)[]> {
  if ('missing' in found) throw new Error(found.missing)
  const oracle = new Oracle(found.program)
  const answers: (Answer | Failure)[] = []
  try {
    for (let start = 0; start < requests.length; start += BATCH)
      answers.push(...(await Promise.all(requests.slice(start, start + BATCH).map(asked => answer(oracle, asked)))))
  } finally {
    oracle.stop()
  }
  return answers

  async function answer(running: Oracle, asked: unknown): Promise<Answer | Failure> {
    try {
      return await running.ask<Answer>(op, asked)
    } catch (error) {
      if (error instanceof Refusal) return { error: error.message }
      throw error
    }
  }
}
