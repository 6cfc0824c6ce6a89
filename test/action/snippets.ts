import { parse } from 'yaml'
import { blocksOf, pages } from '../docs/pages.ts'

/** A workflow as the documentation shows it. */
export interface Snippet {
  /** `docs/review.md:12`, the line of its first line. */
  readonly name: string
  /** A whole workflow: steps that stand alone are put into one. */
  readonly workflow: string
}

const FRAME = 'name: steps\non: [push]\npermissions: {}\njobs:\n  steps:\n    runs-on: ubuntu-latest\n    steps:\n'

/** All workflows, and steps of workflows, in the Markdown of the project. */
export function workflowSnippets(): Snippet[] {
  const blocks = pages().flatMap(blocksOf)
  return blocks
    .filter(({ language }) => language === 'yaml')
    .flatMap(({ page, line, text }) => {
      const workflow = workflowOf(text)
      return workflow === undefined ? [] : { name: `${page}:${line}`, workflow }
    })
}

/** @throws for what has steps and is neither a workflow nor a list of them */
function workflowOf(text: string): string | undefined {
  if (!/^jobs:|^\s*(?:- )?(?:uses|run): /m.test(text)) return undefined
  const value: unknown = parse(text)
  if (!Array.isArray(value)) return text
  const depth = /^ */.exec(text)?.[0].length ?? 0
  return FRAME + text.replace(/^(?=.)/gm, ' '.repeat(Math.max(0, 6 - depth)))
}
